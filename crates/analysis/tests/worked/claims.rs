//! Claims to check.

use entente_analysis::{Evidence, Subject, verdict};
use entente_model::{Claim, ClaimKind, Confidence, Quote, Stated, Verdict};
use jiff::civil::{Date, date};

/// The day of most checks: everything at hand was known.
pub(crate) const TODAY: Date = date(2026, 11, 26);
/// The day that the worked text was published.
pub(crate) const PUBLISHED: Date = date(2024, 7, 13);

/// A claim about Kazakhstan and Uzbekistan: a value in words of the wire, and the worth of its last digit.
pub(crate) fn claim(kind: ClaimKind, value: &str, precision: &str, unit: &str) -> Claim {
    let parties = vec!["KAZ".parse().unwrap(), "UZB".parse().unwrap()];
    let stated = Stated { value: value.parse().unwrap(), step: precision.parse().unwrap() };
    let quote = Quote::cut("", 0..0, 0).unwrap();
    let claim = Claim::new(kind, parties, stated, unit.parse().unwrap(), quote);
    Claim { confidence: Confidence::percent(95), ..claim }
}

/// A turnover in billions of dollars with one digit after the point.
pub(crate) fn turnover(billions: &str, period: &str) -> Claim {
    let value = format!(
        "{}",
        billions.parse::<entente_model::Decimal>().unwrap() * entente_model::Decimal::from(1_000_000_000)
    );
    let claim = claim(ClaimKind::TradeTurnover, &value, "100000000", "USD");
    Claim { period: (!period.is_empty()).then(|| period.parse().unwrap()), ..claim }
}

/// Checks a claim that was published with the worked text and spoken by nobody's side.
pub(crate) fn check(claim: &Claim, evidence: &Evidence, as_of: Date) -> Verdict {
    check_voiced(claim, evidence, as_of, "")
}

/// Checks a claim of a country's speaker or source.
pub(crate) fn check_voiced(claim: &Claim, evidence: &Evidence, as_of: Date, voice: &str) -> Verdict {
    let voice = (!voice.is_empty()).then(|| voice.parse().unwrap());
    verdict(&Subject { claim, published: Some(PUBLISHED), voice }, evidence, as_of)
}
