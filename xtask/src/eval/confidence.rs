//! How well the stated confidence of claims agrees with how often they are right, and what a fit would state.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde_json::Value;

use super::agree::{attributes, get};
use super::isotonic::Fit;
use super::score::Scored;

/// A fit has at most so many bins: a few hundred claims tell no more apart.
const BINS: usize = 5;

/// A claim that states a confidence.
struct Claim {
    /// The event that its text tells, which other texts tell in other words.
    event: String,
    /// In hundredths.
    stated: u32,
    /// Whether it is a strict hit.
    right: bool,
}

/// The claims of a corpus that state a confidence.
#[derive(Default)]
pub(super) struct Stated(Vec<Claim>);

impl Stated {
    /// Adds the claims of one text; those that sit on facts which are not scored are left out.
    pub(super) fn add(&mut self, text: &str, scored: &Scored<'_>) {
        for (j, got) in scored.gots.iter().enumerate() {
            let pair = scored.pairs.iter().find(|(_, hit)| *hit == j);
            if pair.is_none() && scored.on_others.contains(&j) {
                continue;
            }
            let right = pair
                .is_some_and(|(i, _)| attributes(scored.golds[*i], got).iter().all(|(_, agrees)| *agrees));
            if let Some(stated) = percent(get(got, "confidence")) {
                self.0.push(Claim { event: event(text), stated, right });
            }
        }
    }

    /// The number of claims that stated a confidence.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The expected calibration error of what is stated.
    pub(super) fn error(&self) -> Option<f64> {
        self.error_of(|claim| Some(f64::from(claim.stated) / 100.0))
    }

    /// The expected calibration error of an isotonic fit, each claim judged by the fit to the texts on other events.
    pub(super) fn error_out_of_fold(&self) -> Option<f64> {
        let events: BTreeSet<&str> = self.0.iter().map(|claim| claim.event.as_str()).collect();
        let others = |event: &str| {
            let others = self.0.iter().filter(|claim| claim.event != event);
            Fit::of(others.map(|claim| (claim.stated, claim.right)), BINS)
        };
        let fits: BTreeMap<&str, Fit> = events.into_iter().map(|event| (event, others(event))).collect();
        self.error_of(|claim| fits.get(claim.event.as_str())?.at(claim.stated))
    }

    /// Expected calibration error (Naeini, Cooper and Hauskrecht 2015): the mean distance between expected and observed
    /// share of strict hits, weighted by claims, each stated value being its own bin. None where nothing was stated.
    fn error_of(&self, expected: impl Fn(&Claim) -> Option<f64>) -> Option<f64> {
        let mut bins: BTreeMap<u32, f64> = BTreeMap::new();
        for claim in &self.0 {
            *bins.entry(claim.stated).or_default() += expected(claim)? - f64::from(u8::from(claim.right));
        }
        let distance: f64 = bins.values().map(|off| off.abs()).sum();
        (!self.0.is_empty()).then(|| distance / float(self.count()))
    }

    /// Returns one line: the errors and the number of claims.
    pub(super) fn line(&self) -> String {
        let Some((error, fitted)) = self.error().zip(self.error_out_of_fold()) else {
            return "confidence: no claim states one\n".to_owned();
        };
        let count = self.count();
        format!(
            "confidence: expected calibration error {error:.3}, of an isotonic fit out of fold by event {fitted:.3} \
             (n = {count}, strict hits)\n"
        )
    }

    /// Returns a Markdown table of what was stated, what was right, and what a fit to all would state.
    pub(super) fn markdown(&self) -> String {
        let fit = Fit::of(self.0.iter().map(|claim| (claim.stated, claim.right)), BINS);
        let mut out = "| stated | claims | right | fitted |\n|---|---|---|---|\n".to_owned();
        let stated: BTreeSet<u32> = self.0.iter().map(|claim| claim.stated).collect();
        for percent in stated {
            let own = || self.0.iter().filter(|claim| claim.stated == percent);
            let (count, hits) = (own().count(), own().filter(|claim| claim.right).count());
            let right = float(hits) / float(count);
            let fitted = fit.at(percent).unwrap_or_default();
            // Writing to a string does not fail.
            let _ =
                writeln!(out, "| {:.2} | {count} | {right:.2} | {fitted:.2} |", f64::from(percent) / 100.0);
        }
        out
    }
}

#[expect(clippy::cast_precision_loss, reason = "a corpus has far fewer claims than 2^52")]
fn float(count: usize) -> f64 {
    count as f64
}

/// The event that a text tells: the pair and the day with which its name opens.
fn event(text: &str) -> String {
    text.split('_').take(2).collect::<Vec<_>>().join("_")
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
fn percent(confidence: &Value) -> Option<u32> {
    confidence.as_f64().map(|share| (share.clamp(0.0, 1.0) * 100.0).round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten claims of one event, so many of them right.
    fn claims(event: &str, stated: u32, right: usize) -> Vec<Claim> {
        (0..10).map(|at| Claim { event: event.to_owned(), stated, right: at < right }).collect()
    }

    #[test]
    fn the_error_is_the_mean_distance_between_stated_and_right() {
        let stated = Stated([claims("a", 90, 7), claims("b", 50, 5)].into_iter().flatten().collect());
        assert!((stated.error().unwrap() - 0.1).abs() < 1e-9);
        assert!(stated.line().contains("error 0.100, ") && stated.line().contains("(n = 20, strict hits)"));
        assert_eq!(Stated::default().error(), None);
        assert_eq!(Stated::default().line(), "confidence: no claim states one\n");
    }

    #[test]
    fn no_claim_is_judged_by_texts_on_its_own_event() {
        let stated = Stated([claims("a", 90, 10), claims("b", 90, 0)].into_iter().flatten().collect());
        // Each event is all that is known of the other, and says the contrary; the distances of one bin cancel out.
        let fits: Vec<f64> = ["a", "b"]
            .map(|event| {
                let others = stated.0.iter().filter(|claim| claim.event != event);
                Fit::of(others.map(|claim| (claim.stated, claim.right)), BINS).at(90).unwrap()
            })
            .into();
        assert_eq!(fits, [0.0, 1.0]);
        let apart = Stated([claims("a", 90, 10), claims("b", 80, 0)].into_iter().flatten().collect());
        assert!((apart.error_out_of_fold().unwrap() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn texts_on_one_event_have_one_name() {
        assert_eq!(event("kz-uz_20240713_outlet_en"), event("kz-uz_20240713_another_ru"));
    }
}
