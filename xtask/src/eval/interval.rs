//! How far a score may be off by the choice of texts.

/// How often texts are drawn.
const DRAWS: usize = 400;

/// SplitMix64: small, and the same draws on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn choose<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let count = u64::try_from(items.len()).ok().filter(|count| *count > 0)?;
        items.get(usize::try_from(self.next() % count).ok()?)
    }
}

/// Returns the 80% bootstrap interval of a score over rows.
pub(super) fn interval<T: Copy>(rows: &[T], score: impl Fn(&[T]) -> f64) -> (f64, f64) {
    if rows.is_empty() {
        return (0.0, 0.0);
    }
    let mut random = Random(7);
    let mut draw = |_| {
        let drawn: Vec<T> = rows.iter().filter_map(|_| random.choose(rows).copied()).collect();
        score(&drawn)
    };
    let mut scores: Vec<f64> = (0..DRAWS).map(&mut draw).collect();
    scores.sort_by(f64::total_cmp);
    (scores[DRAWS / 10], scores[DRAWS * 9 / 10])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_holds_the_mean_and_narrows_with_more_rows() {
        let mean = |rows: &[f64]| rows.iter().sum::<f64>() / f64::from(u32::try_from(rows.len()).unwrap());
        let rows: Vec<f64> = (0..20_u32).map(|i| f64::from(i % 2)).collect();
        let (low, high) = interval(&rows, mean);
        assert!(0.2 < low && low < 0.5 && 0.5 < high && high < 0.8, "{low} {high}");
        let many: Vec<f64> = (0..2000_u32).map(|i| f64::from(i % 2)).collect();
        let (narrow_low, narrow_high) = interval(&many, mean);
        assert!(narrow_high - narrow_low < (high - low) / 5.0);
        assert_eq!(interval(&rows, mean), (low, high));
        assert_eq!(interval(&[], mean), (0.0, 0.0));
    }
}
