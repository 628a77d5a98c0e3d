//! Claims in another money than the dollar: compared at the average rate of their period, or not at all.

use crate::claims::{TODAY, check, turnover};
use crate::figures::{observation, release};
use crate::render::report;
use entente_analysis::{Evidence, money};
use entente_model::{Basis, Claim, Indicator, IndicatorValue, Measure, Outcome, Release, Status};
use expect_test::expect;
use jiff::civil::date;

fn rate(of: &Release, country: &str, money: &str, period: &str, value: &str) -> IndicatorValue {
    IndicatorValue {
        country: country.parse().unwrap(),
        indicator: Indicator::ExchangeRate,
        period: period.parse().unwrap(),
        unit: money.parse().unwrap(),
        value: value.parse().unwrap(),
        status: Status::Unknown,
        release: of.id.clone(),
    }
}

/// Trade of 4 bn dollars in 2023, 3.5 bn in 2022 and 1 bn in the first two months of 2024; `rates` of a release known
/// on 1 February 2024.
fn evidence(rates: &[(&str, &str, &str, &str)]) -> Evidence {
    let (trade, bank) =
        (release("trade", date(2024, 1, 1), Basis::Goods), release("bank", date(2024, 2, 1), Basis::Unknown));
    let of = |reporter, partner, period, value| {
        observation(&trade, [reporter, partner, "TURNOVER", period], value, "1")
    };
    let periods = [("2022", "3500000000"), ("2023", "4000000000"), ("2024-01/2024-02", "1000000000")];
    let sides = [("KAZ", "UZB"), ("UZB", "KAZ")];
    let observations: Vec<_> = periods
        .iter()
        .flat_map(|(period, value)| sides.map(|(reporter, partner)| of(reporter, partner, period, value)))
        .collect();
    let rates: Vec<_> = rates
        .iter()
        .map(|(country, money, period, value)| rate(&bank, country, money, period, value))
        .collect();
    let mut evidence = Evidence::new([trade, bank], observations);
    evidence.extend_rates(rates);
    evidence
}

fn said(billions: &str, money: &str, period: &str) -> Claim {
    let mut claim = turnover(billions, period);
    claim.unit = money.parse().unwrap();
    claim
}

#[test]
fn a_claim_in_another_money_is_compared_at_the_average_rate_of_its_year() {
    let evidence = evidence(&[("KAZ", "KZT", "2023", "456.2"), ("KAZ", "KZT", "2022", "460.2")]);
    let verdict = check(&said("1824.8", "KZT", "2023"), &evidence, TODAY);
    expect![[r#"
        supported turnover_first_reports 1824800000000
        Kazakhstan's report gives $1824.8 bn for 2023; Uzbekistan's report gives $1824.8 bn for 2023.
        - Converted at the average rate for 2023: 456.2 KZT a dollar (bank/trade-by-country).
        - By Kazakhstan's report the figure for 2023 is 14.3% above that for 2022.
    "#]]
    .assert_eq(&report(&verdict));
    let used = &verdict.tried[0];
    assert_eq!(used.computed.unwrap().to_string(), "1824800000000");
    assert_eq!(used.rates.len(), 1);
    assert_eq!(
        (used.rates[0].value.to_string(), used.rates[0].dataset.as_str()),
        ("456.2".to_owned(), "bank/trade-by-country")
    );
    assert!(verdict.releases().contains(&used.rates[0].release), "the verdict rests on the rate too");
    assert_eq!(check(&said("1700", "KZT", "2023"), &evidence, TODAY).outcome, Outcome::Contradicted);
}

#[test]
fn without_the_rate_of_its_own_period_it_is_not_comparable() {
    let outcome = |claim: &Claim, rates: &[_], as_of| check(claim, &evidence(rates), as_of).outcome;
    let year = [("KAZ", "KZT", "2023", "456.2")];
    assert_eq!(outcome(&said("1825", "KZT", "2023"), &[], TODAY), Outcome::NotComparable);
    // A rate of the year before is no rate of this one, and the year's none of two months.
    assert_eq!(outcome(&said("1597", "KZT", "2022"), &year, TODAY), Outcome::NotComparable);
    assert_eq!(outcome(&said("450", "KZT", "2024-01/2024-02"), &year, TODAY), Outcome::NotComparable);
    // It was not known on that day yet.
    assert_eq!(outcome(&said("1825", "KZT", "2023"), &year, date(2024, 1, 31)), Outcome::NotComparable);
    // Two countries of one money, two prices: one of them had another money then.
    let two = [("DEU", "EUR", "2023", "0.92"), ("FRA", "EUR", "2023", "5.9")];
    assert_eq!(outcome(&said("3.7", "EUR", "2023"), &two, TODAY), Outcome::NotComparable);
    assert_eq!(outcome(&said("3.7", "EUR", "2023"), &two[..1], TODAY), Outcome::Supported);
}

#[test]
fn a_stretch_of_months_has_the_average_of_their_rates() {
    let months = [("KAZ", "KZT", "2024-01", "450"), ("KAZ", "KZT", "2024-02", "452")];
    let verdict = check(&said("451", "KZT", "2024-01/2024-02"), &evidence(&months), TODAY);
    assert_eq!(verdict.outcome, Outcome::Supported);
    assert_eq!(verdict.tried[0].rates.len(), 2);
    assert_eq!(
        check(&said("451", "KZT", "2024-01/2024-02"), &evidence(&months[..1]), TODAY).outcome,
        Outcome::NotComparable
    );
}

#[test]
fn an_increase_is_that_of_both_years_at_their_own_rates() {
    let rates = [("KAZ", "KZT", "2022", "460"), ("KAZ", "KZT", "2023", "456")];
    let mut claim = said("214", "KZT", "2023");
    claim.measure = Some(Measure::Increase);
    // 4 bn at 456 less 3.5 bn at 460.
    let verdict = check(&claim, &evidence(&rates), TODAY);
    assert_eq!(
        (verdict.outcome, verdict.tried[0].computed.unwrap().to_string().as_str()),
        (Outcome::Supported, "214000000000")
    );
}

#[test]
fn rates_are_needed_by_claims_about_trade_in_another_money() {
    assert_eq!(money(&said("1", "KZT", "2023")), Some("KZT".parse().unwrap()));
    assert_eq!(money(&turnover("1", "2023")), None);
}
