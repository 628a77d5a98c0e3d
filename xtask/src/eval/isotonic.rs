//! Isotonic regression: what share of claims is right at each stated confidence, never less at a higher one.

use std::collections::BTreeMap;

/// Of a stretch of stated values: from where on, how many claims, how many of them right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bin {
    /// The least stated value, in hundredths.
    pub(super) from: u32,
    pub(super) count: f64,
    pub(super) right: f64,
}

impl Bin {
    /// The share that is right.
    pub(super) fn share(&self) -> f64 {
        self.right / self.count
    }

    fn join(&mut self, next: Self) {
        self.count += next.count;
        self.right += next.right;
    }

    /// What is lost in squared error where two bins become one.
    fn loss(&self, next: &Self) -> f64 {
        let distance = self.share() - next.share();
        self.count * next.count / (self.count + next.count) * distance * distance
    }
}

/// A fit: bins by stated value, with shares that do not fall.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fit(pub(super) Vec<Bin>);

impl Fit {
    /// Fits by pooling adjacent violators (Barlow et al. 1972, Statistical Inference under Order Restrictions), then
    /// joins the two neighbours that lose least until there are at most `most` bins.
    pub(super) fn of(observed: impl IntoIterator<Item = (u32, bool)>, most: usize) -> Self {
        let mut by_value: BTreeMap<u32, Bin> = BTreeMap::new();
        for (from, right) in observed {
            let bin = by_value.entry(from).or_insert(Bin { from, count: 0.0, right: 0.0 });
            bin.join(Bin { from, count: 1.0, right: f64::from(u8::from(right)) });
        }
        let mut bins: Vec<Bin> = Vec::new();
        for mut bin in by_value.into_values() {
            while let Some(mut last) = bins.pop_if(|last| last.share() > bin.share()) {
                last.join(bin);
                bin = last;
            }
            bins.push(bin);
        }
        while bins.len() > most.max(1) {
            let losses = bins.windows(2).map(|two| two[0].loss(&two[1]));
            let least = losses.enumerate().min_by(|(_, a), (_, b)| a.total_cmp(b)).map_or(0, |(at, _)| at);
            let next = bins.remove(least + 1);
            bins[least].join(next);
        }
        Self(bins)
    }

    /// Returns the share that is right at a stated value; none where nothing was observed.
    pub(super) fn at(&self, stated: u32) -> Option<f64> {
        self.0.iter().rev().find(|bin| bin.from <= stated).or_else(|| self.0.first()).map(Bin::share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten claims at each stated value, so many of them right.
    fn observed(values: &[(u32, usize)]) -> Vec<(u32, bool)> {
        values.iter().flat_map(|(stated, right)| (0..10).map(|at| (*stated, at < *right))).collect()
    }

    fn shares(fit: &Fit) -> Vec<(u32, f64)> {
        fit.0.iter().map(|bin| (bin.from, bin.share())).collect()
    }

    #[test]
    fn what_falls_is_pooled() {
        let fit = Fit::of(observed(&[(70, 5), (80, 9), (90, 7), (95, 10)]), 5);
        assert_eq!(shares(&fit), [(70, 0.5), (80, 0.8), (95, 1.0)]);
        assert_eq!(
            [60, 70, 85, 99].map(|stated| fit.at(stated)),
            [Some(0.5), Some(0.5), Some(0.8), Some(1.0)]
        );
    }

    #[test]
    fn the_nearest_bins_are_joined_beyond_the_most() {
        let values = [(10, 0), (20, 1), (30, 5), (40, 6), (50, 8), (60, 10)];
        let fit = Fit::of(observed(&values), 4);
        assert_eq!(shares(&fit), [(10, 0.05), (30, 0.55), (50, 0.8), (60, 1.0)]);
    }

    #[test]
    fn nothing_observed_gives_nothing() {
        assert_eq!(Fit::of([], 5).at(90), None);
    }
}
