//! The two parties' turnover: which report gives it, and when that was known.

use crate::claims::{PUBLISHED, TODAY, check, check_voiced, claim, turnover};
use crate::figures::{REAL, observation, release};
use crate::render::report;
use entente_analysis::Evidence;
use entente_model::{Basis, Bound, Claim, ClaimKind, Outcome};
use expect_test::expect;
use jiff::civil::date;

#[test]
fn four_and_a_half_billion_is_one_sides_figure_today() {
    let verdict = check(&turnover("4.5", "2023"), &REAL, TODAY);
    expect![[r#"
        supported turnover_second_reports 4485598500
        Uzbekistan's report gives $4.486 bn for 2023; Kazakhstan's report gives $4.418 bn for 2023, which does not round to $4.5 bn.
        - Uzbekistan's report counts goods and services; the claim is read as goods only.
        - By Uzbekistan's report the figure for 2023 is 3.6% below that for 2022.
    "#]].assert_eq(&report(&verdict));
    assert_eq!(verdict.chance.unwrap().to_string(), "0.0286");
    assert_eq!(verdict.one_side_only.unwrap().alpha3(), "UZB");
    let computed = verdict.tried.iter().map(|tried| {
        let billions =
            tried.computed.map(|value| (value / entente_model::Decimal::from(1_000_000_000)).round_dp(3));
        format!("{} {}", tried.definition, billions.map(|value| value.to_string()).unwrap_or_default())
    });
    expect![[r#"
        turnover_first_reports 4.418
        turnover_second_reports 4.486
        both_exports 4.547
        both_imports 4.356
        mean_of_both_reports 4.452
        reconciled 
        goods_and_services 4.486"#]]
    .assert_eq(&computed.collect::<Vec<_>>().join("\n"));
}

#[test]
fn it_was_not_known_when_it_was_said() {
    let verdict = check(&turnover("4.5", "2023"), &REAL, PUBLISHED);
    expect![[r#"
        near turnover_second_reports 4390000000
        Close, but not the same: Kazakhstan's report for 2023 is not among the figures known on that day; Uzbekistan's report gives $4.39 bn for 2023, which does not round to $4.5 bn.
        - Uzbekistan's report counts trade without saying whether services are in it; the claim is read as goods only.
    "#]].assert_eq(&report(&verdict));
    let missing = &verdict.tried[0].missing;
    assert_eq!(missing, &["KAZ.UZB.X+M.2023"]);
    assert!(verdict.releases().iter().all(|release| release.as_str().starts_with("announced/")));
}

/// What Tajikistan's statistics gave for its trade with Uzbekistan, in goods, is not what Uzbekistan's table gives, which
/// counts services too: neither contradicts the other.
#[test]
fn a_report_with_services_does_not_contradict_one_without() {
    let table = release("uzb", date(2024, 11, 15), Basis::GoodsAndServices);
    let mut evidence = Evidence::default();
    for (period, exports, imports) in [("2020", "397400000", "95700000"), ("2023", "604700000", "156200000")]
    {
        let of = |flow, value| observation(&table, ["UZB", "TJK", flow, period], value, "100000");
        evidence.extend([table.clone()], [of("X", exports), of("M", imports)]);
    }
    for (period, value, gives) in [("2020", "333800000", "$0.493 bn"), ("2023", "504400000", "$0.761 bn")] {
        let mut claim = Claim {
            period: Some(period.parse().unwrap()),
            ..claim(ClaimKind::TradeTurnover, value, "100000", "USD")
        };
        claim.parties = vec!["TJK".parse().unwrap(), "UZB".parse().unwrap()];
        let said = report(&check(&claim, &evidence, TODAY));
        assert!(said.starts_with("not_comparable ") && said.contains(gives), "{said}");
    }
}

/// Both count goods: the mean of each flow's two sides, the buyer's taken back to where the goods left.
#[test]
fn two_sides_that_count_alike_are_reconciled() {
    let mut evidence = Evidence::default();
    for (reporter, partner, exports, imports) in [("KAZ", "UZB", "100", "212"), ("UZB", "KAZ", "190", "106")]
    {
        let release = release(&reporter.to_lowercase(), date(2024, 3, 1), Basis::Goods);
        let of = |flow, value| observation(&release, [reporter, partner, flow, "2023"], value, "0.001");
        evidence.extend([release.clone()], [of("X", exports), of("M", imports)]);
    }
    let claim =
        Claim { period: Some("2023".parse().unwrap()), ..claim(ClaimKind::TradeTurnover, "295", "1", "USD") };
    let verdict = check(&claim, &evidence, TODAY);
    let reconciled = verdict.tried.iter().find(|tried| tried.definition.as_str() == "reconciled").unwrap();
    // (100 + 106 / 1.06) / 2 + (190 + 212 / 1.06) / 2.
    assert_eq!(reconciled.computed.unwrap().normalize().to_string(), "295");
    assert_eq!(verdict.definition.unwrap().as_str(), "reconciled");
}

#[test]
fn one_tenth_less_is_the_other_sides() {
    let verdict = check(&turnover("4.4", "2023"), &REAL, TODAY);
    expect![[r#"
        supported turnover_first_reports 4417919192.1
        Kazakhstan's report gives $4.418 bn for 2023; Uzbekistan's report gives $4.486 bn for 2023, which does not round to $4.4 bn.
        - Uzbekistan's report counts goods and services; the claim is read as goods only.
        - By Kazakhstan's report the figure for 2023 is 10.2% below that for 2022.
    "#]].assert_eq(&report(&verdict));
    assert_eq!(verdict.one_side_only.unwrap().alpha3(), "KAZ");
}

#[test]
fn the_voice_comes_first() {
    let mut about = turnover("4.5", "2023");
    about.bound = Bound::About;
    let of = |voice| {
        let verdict = check_voiced(&about, &REAL, TODAY, voice);
        (verdict.definition.unwrap().to_string(), verdict.one_side_only)
    };
    assert_eq!(of(""), ("turnover_first_reports".to_owned(), None));
    assert_eq!(of("KAZ"), ("turnover_first_reports".to_owned(), None));
    assert_eq!(of("UZB"), ("turnover_second_reports".to_owned(), None));
    expect![[r#"
        supported turnover_second_reports 4485598500
        Uzbekistan's report gives $4.486 bn for 2023; Kazakhstan's report gives $4.418 bn for 2023.
        - Uzbekistan's report counts goods and services; the claim is read as goods only.
        - By Uzbekistan's report the figure for 2023 is 3.6% below that for 2022.
    "#]]
    .assert_eq(&report(&check_voiced(&about, &REAL, TODAY, "UZB")));
}

#[test]
fn without_a_period_the_year_before_is_assumed() {
    let verdict = check(&turnover("4.5", ""), &REAL, TODAY);
    assert_eq!(verdict.assumed_period.unwrap().to_string(), "2023");
    assert_eq!(verdict.outcome, Outcome::Supported);
    // No other year is tried, though 4.9 bn is Kazakhstan's figure for 2022.
    assert_eq!(check(&turnover("4.9", ""), &REAL, TODAY).outcome, Outcome::NotComparable);
    assert_eq!(check(&turnover("4.9", "2022"), &REAL, TODAY).outcome, Outcome::Supported);
}

#[test]
fn months_are_answered_from_what_was_announced() {
    let mut claim = turnover("1.2", "2024-01/2024-04");
    claim.bound = Bound::Over;
    let verdict = check(&claim, &REAL, PUBLISHED);
    expect![[r#"
        supported turnover_second_reports 1200000000
        Uzbekistan's report gives $1.2 bn for 2024-01/2024-04, a rounded figure that agrees within its rounding; Kazakhstan's report for 2024-01/2024-04 is not among the figures known on that day.
        - Uzbekistan's report counts trade without saying whether services are in it; the claim is read as goods only.
        - By Uzbekistan's report the figure for 2024-01/2024-04 is 20.4% below that for 2023-01/2023-04.
    "#]].assert_eq(&report(&verdict));
    assert!(verdict.within_rounding);
    assert_eq!(verdict.tried[1].range.unwrap().to_string(), "[1150000000, 1250000000)");
    // Before the announcement nothing was known.
    expect![[r#"
        no_data - -
        It cannot be checked with what was known: Kazakhstan's report for 2024-01/2024-04 is not among the figures known on that day; Uzbekistan's report for 2024-01/2024-04 is not among the figures known on that day.
    "#]].assert_eq(&report(&check(&claim, &REAL, date(2024, 6, 7))));
}

#[test]
fn an_excess_is_told_and_a_large_one_is_loose() {
    let mut claim = turnover("4.0", "2023");
    claim.bound = Bound::Over;
    let verdict = check(&claim, &REAL, TODAY);
    assert_eq!(verdict.excess.unwrap().to_string(), "0.1045");
    claim = turnover("3.0", "2023");
    claim.bound = Bound::Over;
    expect![[r#"
        supported turnover_first_reports 4417919192.1
        Kazakhstan's report gives $4.418 bn for 2023; Uzbekistan's report gives $4.486 bn for 2023.
        - Uzbekistan's report counts goods and services; the claim is read as goods only.
        - The number is loose: the value lies beyond it by 47.3%.
        - By Kazakhstan's report the figure for 2023 is 10.2% below that for 2022.
    "#]]
    .assert_eq(&report(&check(&claim, &REAL, TODAY)));
}
