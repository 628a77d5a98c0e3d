//! Tests of the chance: the two worked results, and what lies at the edges of a window.

use super::*;
use entente_model::{Quote, Stated};

fn claim(kind: ClaimKind, unit: &str, value: &str, precision: &str, bound: Bound) -> Claim {
    let parties = vec!["KAZ".parse().unwrap(), "UZB".parse().unwrap()];
    let stated = Stated { value: value.parse().unwrap(), step: precision.parse().unwrap() };
    let quote = Quote::cut("", 0..0, 0).unwrap();
    Claim { bound, ..Claim::new(kind, parties, stated, unit.parse().unwrap(), quote) }
}

fn check(claim: &Claim, values: &[&str], partners: Option<usize>, expect: Option<&str>) {
    let values: Vec<Decimal> = values.iter().map(|value| value.parse().unwrap()).collect();
    let chance = chance(claim, &values, partners).map(|chance| chance.to_string());
    assert_eq!(chance.as_deref(), expect);
}

#[test]
fn a_share_with_five_values_agrees_with_5_of_101() {
    let share = claim(ClaimKind::TradeShare, "percent", "57", "1", Bound::Exact);
    check(&share, &["42.8", "56.647", "61.4", "3.2", "7.1"], None, Some("0.0495"));
    check(&share, &[], None, None);
    // Two values that are written alike are one.
    check(&share, &["56.6", "57.4"], None, Some("0.0099"));
}

#[test]
fn money_with_five_values_agrees_with_2_of_70() {
    let values = ["4356000000", "4418000000", "4452000000", "4486000000", "4547000000"];
    let money = claim(ClaimKind::TradeTurnover, "USD", "4500000000", "100000000", Bound::Exact);
    check(&money, &values, None, Some("0.0286"));
    // Every number up to the largest value would have been exceeded: 22 to 45 of 22 to 91.
    let over = claim(ClaimKind::TradeTurnover, "USD", "4500000000", "100000000", Bound::Over);
    check(&over, &values, None, Some("0.3429"));
    // About: 5% each way reaches 4.1486 to 4.7863 and a tenth more: 4.2 to 4.7.
    let about = claim(ClaimKind::TradeTurnover, "USD", "4500000000", "100000000", Bound::About);
    check(&about, &values, None, Some("0.0857"));
}

#[test]
fn ranks_are_drawn_from_the_partners() {
    let rank = claim(ClaimKind::PartnerRank, "rank", "7", "1", Bound::Exact);
    check(&rank, &["7", "9", "7"], Some(100), Some("0.02"));
    check(&rank, &["7"], None, None);
}

#[test]
fn growth_is_drawn_from_fifty_points_around() {
    let growth = claim(ClaimKind::TradeGrowth, "percent", "5", "1", Bound::Exact);
    check(&growth, &["5", "-3"], None, Some("0.0183"));
    let times = claim(ClaimKind::TradeGrowth, "times", "2", "0.5", Bound::Exact);
    check(&times, &["2.1"], None, Some("0.3333"));
}

#[test]
fn nothing_is_told_beyond_exact_arithmetic() {
    let huge = "79228162514264337593543950335";
    let money = claim(ClaimKind::TradeTurnover, "USD", huge, "0.0000000001", Bound::Exact);
    check(&money, &[huge, "1"], None, None);
}
