//! Exports, imports, balances, growth and ranks.

use crate::claims::{PUBLISHED, TODAY, check, claim};
use crate::figures::REAL;
use crate::render::report;
use entente_analysis::rank_of;
use entente_model::{Claim, ClaimKind, Measure, Outcome, TradeFlow};
use expect_test::expect;

fn of_2023(kind: ClaimKind, value: &str, precision: &str, unit: &str) -> Claim {
    Claim { period: Some("2023".parse().unwrap()), ..claim(kind, value, precision, unit) }
}

#[test]
fn exports_and_imports_are_the_reporters() {
    let exports = of_2023(ClaimKind::Exports, "3130000000", "10000000", "USD");
    expect![[r#"
        supported exports_reporter_reports 3129992906.57
        Kazakhstan's report gives $3.13 bn for 2023.
        - By Kazakhstan's report the figure for 2023 is 13.9% below that for 2022.
    "#]]
    .assert_eq(&report(&check(&exports, &REAL, TODAY)));
    let mut mirrored = of_2023(ClaimKind::Imports, "3130000000", "10000000", "USD");
    mirrored.parties.reverse();
    expect![[r#"
        supported_otherwise imports_partner_mirror 3129992906.57
        Not by its plain reading: Uzbekistan's report gives $3.069 bn for 2023, which does not round to $3.13 bn. It is reproduced otherwise: Kazakhstan's report of the same trade gives $3.13 bn for 2023.
        - Uzbekistan's report counts goods and services; the claim is read as goods only.
        - By Kazakhstan's report the figure for 2023 is 13.9% below that for 2022.
    "#]].assert_eq(&report(&check(&mirrored, &REAL, TODAY)));
}

#[test]
fn a_balance_is_that_of_its_holder() {
    let mut balance = of_2023(ClaimKind::TradeBalance, "1800000000", "100000000", "USD");
    balance.of = Some("KAZ".parse().unwrap());
    expect![[r#"
        supported balance_holder_reports 1842066621.04
        Kazakhstan's report gives $1.842 bn for 2023.
    "#]]
    .assert_eq(&report(&check(&balance, &REAL, TODAY)));
    balance.of = Some("UZB".parse().unwrap());
    assert_eq!(check(&balance, &REAL, TODAY).outcome, Outcome::NotComparable);
}

#[test]
fn growth_is_counted_from_the_year_before() {
    let mut growth = of_2023(ClaimKind::TradeGrowth, "-10.2", "0.1", "percent");
    expect![[r#"
        supported growth_of_turnover_first_reports -10.24
        Kazakhstan's report gives -10.2% for 2023 against 2022; Uzbekistan's report gives -3.6% for 2023 against 2022, which does not round to -10.2%.
        - Uzbekistan's report counts goods and services; the claim is read as goods only.
    "#]].assert_eq(&report(&check(&growth, &REAL, TODAY)));
    growth.value = "10.2".parse().unwrap();
    growth.measure = Some(Measure::Decrease);
    assert_eq!(check(&growth, &REAL, TODAY).outcome, Outcome::Supported);
    let mut times = of_2023(ClaimKind::TradeGrowth, "2", "0.5", "times");
    times.base = Some("2019".parse().unwrap());
    expect![[r#"
        not_comparable growth_of_turnover_second_reports 1.345
        Figures exist that cannot be set against it (goods and services are not counted alike, or the publisher does not say): Kazakhstan's report gives 1.29 times for 2023 against 2019, which does not round to 2 times; Uzbekistan's report gives 1.35 times for 2023 against 2019, which does not round to 2 times.
        - Uzbekistan's report counts goods and services; the claim is read as goods only.
    "#]].assert_eq(&report(&check(&times, &REAL, TODAY)));
    let mut fall = claim(ClaimKind::TradeGrowth, "-20", "1", "percent");
    fall.period = Some("2024-01/2024-04".parse().unwrap());
    expect![[r#"
        supported growth_of_turnover_second_reports -20.361
        Uzbekistan's report gives -20.4% for 2024-01/2024-04 against 2023-01/2023-04, a rounded figure that agrees within its rounding; Kazakhstan's report for 2024-01/2024-04 against 2023-01/2023-04 is not among the figures known on that day.
        - Uzbekistan's report counts trade without saying whether services are in it; the claim is read as goods only.
    "#]].assert_eq(&report(&check(&fall, &REAL, PUBLISHED)));
}

#[test]
fn growth_of_exports_starts_with_the_exporter() {
    let mut growth = of_2023(ClaimKind::TradeGrowth, "-13.9", "0.1", "percent");
    growth.of = Some("exports".parse().unwrap());
    growth.from = Some("KAZ".parse().unwrap());
    let verdict = check(&growth, &REAL, TODAY);
    assert_eq!(verdict.definition.unwrap().as_str(), "growth_of_exports_reporter_reports");
    assert_eq!(verdict.computed.unwrap().to_string(), "-13.912");
}

#[test]
fn an_increase_is_compared_with_the_year_before() {
    let mut exports = of_2023(ClaimKind::Exports, "506000000", "1000000", "USD");
    exports.measure = Some(Measure::Decrease);
    let verdict = check(&exports, &REAL, TODAY);
    assert_eq!(verdict.outcome, Outcome::Supported);
    assert_eq!(verdict.computed.unwrap().to_string(), "505829093.43");
}

#[test]
fn uzbekistan_was_kazakhstans_seventh_partner() {
    let (kaz, uzb) = ("KAZ".parse().unwrap(), "UZB".parse().unwrap());
    let year = "2023".parse().unwrap();
    let rank = |by, as_of| rank_of(kaz, uzb, by, None, year, &REAL, as_of);
    let answer = rank(TradeFlow::Turnover, TODAY).unwrap();
    assert_eq!((answer.rank, answer.partners), (7, 204));
    let before: Vec<_> = answer.before.iter().map(ToString::to_string).collect();
    expect!["CHN RUS ITA KOR TUR NLD"].assert_eq(&before.join(" "));
    assert_eq!(answer.inputs.len(), 14);
    assert_eq!(rank(TradeFlow::Turnover, PUBLISHED), None);
    let mut claim = of_2023(ClaimKind::PartnerRank, "7", "1", "rank");
    expect![[r#"
        supported rank_by_turnover 7
        Kazakhstan's report, by turnover, gives place 7 for 2023.
    "#]]
    .assert_eq(&report(&check(&claim, &REAL, TODAY)));
    claim.scope = Some("CENTRAL_ASIA".parse().unwrap());
    claim.value = "1".parse().unwrap();
    expect![[r#"
        supported rank_by_turnover 1
        Kazakhstan's report, by turnover, gives place 1 for 2023.
    "#]]
    .assert_eq(&report(&check(&claim, &REAL, TODAY)));
    claim.value = "2".parse().unwrap();
    expect![[r#"
        contradicted rank_by_turnover 1
        The reports give another number: Kazakhstan's report, by turnover, gives place 1 for 2023, not place 2.
    "#]].assert_eq(&report(&check(&claim, &REAL, TODAY)));
}
