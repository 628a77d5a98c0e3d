//! How well the stated confidence of claims agrees with how often they are right.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

use super::agree::{attributes, get};
use super::score::Scored;

/// Of each confidence that was stated, in hundredths: how many claims stated it, and how many of them are strict hits.
#[derive(Default)]
pub(super) struct Stated(BTreeMap<u32, (u32, u32)>);

impl Stated {
    /// Adds the claims of one text; those that sit on facts which are not scored are left out.
    pub(super) fn add(&mut self, scored: &Scored<'_>) {
        for (j, got) in scored.gots.iter().enumerate() {
            let pair = scored.pairs.iter().find(|(_, hit)| *hit == j);
            if pair.is_none() && scored.on_others.contains(&j) {
                continue;
            }
            let right = pair
                .is_some_and(|(i, _)| attributes(scored.golds[*i], got).iter().all(|(_, agrees)| *agrees));
            if let Some(percent) = percent(get(got, "confidence")) {
                let (count, hits) = self.0.entry(percent).or_default();
                *count += 1;
                *hits += u32::from(right);
            }
        }
    }

    /// The number of claims that stated a confidence.
    pub(super) fn count(&self) -> u32 {
        self.0.values().map(|(count, _)| count).sum()
    }

    /// Expected calibration error (Naeini, Cooper and Hauskrecht 2015): the mean distance between stated confidence and
    /// share of strict hits, weighted by claims, each stated value being its own bin. None where nothing was stated.
    pub(super) fn error(&self) -> Option<f64> {
        let count = self.count();
        let distance = |(percent, (count, hits)): (&u32, &(u32, u32))| {
            (f64::from(*percent) / 100.0 * f64::from(*count) - f64::from(*hits)).abs()
        };
        (count > 0).then(|| self.0.iter().map(distance).sum::<f64>() / f64::from(count))
    }

    /// Returns one line: the error and the number of claims.
    pub(super) fn line(&self) -> String {
        self.error().map_or_else(
            || "confidence: no claim states one\n".to_owned(),
            |error| {
                format!(
                    "confidence: expected calibration error {error:.3} (n = {}, strict hits)\n",
                    self.count()
                )
            },
        )
    }

    /// Returns a Markdown table of what was stated and what was right.
    pub(super) fn markdown(&self) -> String {
        let mut out = "| stated | claims | right |\n|---|---|---|\n".to_owned();
        for (percent, (count, hits)) in &self.0 {
            let right = f64::from(*hits) / f64::from(*count);
            // Writing to a string does not fail.
            let _ = writeln!(out, "| {:.2} | {count} | {right:.2} |", f64::from(*percent) / 100.0);
        }
        out
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
fn percent(confidence: &Value) -> Option<u32> {
    confidence.as_f64().map(|share| (share.clamp(0.0, 1.0) * 100.0).round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_is_the_mean_distance_between_stated_and_right() {
        let stated = Stated(BTreeMap::from([(90, (10, 7)), (50, (10, 5))]));
        assert!((stated.error().unwrap() - 0.1).abs() < 1e-9);
        assert_eq!(stated.line(), "confidence: expected calibration error 0.100 (n = 20, strict hits)\n");
        assert_eq!(Stated::default().error(), None);
    }
}
