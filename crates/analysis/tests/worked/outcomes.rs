//! Every branch of the order of outcomes, on made-up figures.

use crate::claims::{TODAY, check, claim, turnover};
use crate::figures::{made_up, observation, release};
use crate::render::report;
use entente_analysis::Evidence;
use entente_model::Basis::{Goods, GoodsAndServices, Services, Unknown};
use entente_model::{Basis, Bound, Claim, ClaimKind, Outcome};
use expect_test::expect;
use jiff::civil::date;

fn outcome(claim: &Claim, kaz: Option<(i64, Basis)>, uzb: Option<(i64, Basis)>) -> Outcome {
    check(claim, &evidence(kaz, uzb), TODAY).outcome
}

fn evidence(kaz: Option<(i64, Basis)>, uzb: Option<(i64, Basis)>) -> Evidence {
    let kaz = kaz.map(|(value, basis)| ("KAZ", "UZB", value, basis));
    let uzb = uzb.map(|(value, basis)| ("UZB", "KAZ", value, basis));
    made_up(&kaz.into_iter().chain(uzb).collect::<Vec<_>>())
}

#[test]
fn the_order_of_outcomes() {
    let said = turnover("4.5", "2023");
    let of = |kaz, uzb| outcome(&said, kaz, uzb);
    use Outcome::{Contradicted, Near, NoData, NotComparable, Supported, SupportedOtherwise};
    // Both, or one, on whatever basis the report counts.
    assert_eq!(of(Some((4500, Goods)), Some((4510, Goods))), Supported);
    assert_eq!(of(Some((4500, Goods)), None), Supported);
    assert_eq!(of(Some((6000, Goods)), Some((4500, GoodsAndServices))), Supported);
    assert_eq!(of(None, Some((4500, Unknown))), Supported);
    // Neither, but their mean.
    assert_eq!(of(Some((4000, Goods)), Some((5000, Goods))), SupportedOtherwise);
    // Near goes before what is missing.
    assert_eq!(of(Some((4400, Goods)), None), Near);
    assert_eq!(of(Some((4400, Goods)), Some((9000, Goods))), Near);
    assert_eq!(of(Some((4275, Goods)), None), Near);
    assert_eq!(of(Some((4274, Goods)), None), NoData);
    // One side counts something else, and nothing agrees.
    assert_eq!(of(Some((6000, Goods)), Some((7000, GoodsAndServices))), NotComparable);
    assert_eq!(of(Some((6000, GoodsAndServices)), Some((7000, GoodsAndServices))), NotComparable);
    assert_eq!(of(None, Some((7000, Services))), NotComparable);
    assert_eq!(of(None, Some((7000, Unknown))), NotComparable);
    // One side is missing, or both.
    assert_eq!(of(Some((6000, Goods)), None), NoData);
    assert_eq!(of(None, None), NoData);
    // Both count goods, and both give another number.
    assert_eq!(of(Some((6000, Goods)), Some((7000, Goods))), Contradicted);
}

#[test]
fn the_words_for_each() {
    let said = turnover("4.5", "2023");
    let of = |kaz, uzb| report(&check(&said, &evidence(kaz, uzb), TODAY));
    let mut all = String::new();
    for (kaz, uzb) in [
        (Some((4500, Goods)), Some((4510, Goods))),
        (Some((4500, Goods)), None),
        (Some((4000, Goods)), Some((5000, Goods))),
        (Some((4400, Goods)), None),
        (Some((6000, Goods)), Some((7000, GoodsAndServices))),
        (Some((6000, Goods)), None),
        (Some((6000, Goods)), Some((7000, Goods))),
    ] {
        all.push_str(&of(kaz, uzb));
    }
    expect![[r#"
        supported turnover_first_reports 4500000000
        Kazakhstan's report gives $4.5 bn for 2023; Uzbekistan's report gives $4.51 bn for 2023.
        supported turnover_first_reports 4500000000
        Kazakhstan's report gives $4.5 bn for 2023; Uzbekistan's report for 2023 is not among the figures known on that day.
        supported_otherwise both_exports 4500000000
        Not by its plain reading: Kazakhstan's report gives $4 bn for 2023, which does not round to $4.5 bn; Uzbekistan's report gives $5 bn for 2023, which does not round to $4.5 bn. It is reproduced otherwise: the sum of Kazakhstan's and Uzbekistan's exports to each other gives $4.5 bn for 2023.
        near turnover_first_reports 4400000000
        Close, but not the same: Kazakhstan's report gives $4.4 bn for 2023, which does not round to $4.5 bn; Uzbekistan's report for 2023 is not among the figures known on that day.
        not_comparable turnover_second_reports 7000000000
        Figures exist that cannot be set against it (goods and services are not counted alike, or the publisher does not say): Kazakhstan's report gives $6 bn for 2023, which does not round to $4.5 bn; Uzbekistan's report gives $7 bn for 2023, which does not round to $4.5 bn.
        - Uzbekistan's report counts goods and services; the claim is read as goods only.
        no_data - -
        It cannot be checked with what was known: Kazakhstan's report gives $6 bn for 2023, which does not round to $4.5 bn; Uzbekistan's report for 2023 is not among the figures known on that day.
        contradicted turnover_first_reports 6000000000
        The reports give another number: Kazakhstan's report gives $6 bn for 2023, which does not round to $4.5 bn; Uzbekistan's report gives $7 bn for 2023, which does not round to $4.5 bn.
    "#]].assert_eq(&all);
}

#[test]
fn a_basis_that_is_named_is_kept_to() {
    let mut said = turnover("4.5", "2023");
    said.basis = Some(Goods);
    assert_eq!(outcome(&said, None, Some((4500, Unknown))), Outcome::Supported);
    // Goods were said; goods and services give it: another definition.
    let verdict = check(&said, &evidence(Some((6000, Goods)), Some((4500, GoodsAndServices))), TODAY);
    assert_eq!(verdict.outcome, Outcome::SupportedOtherwise);
    assert_eq!(verdict.definition.unwrap().as_str(), "goods_and_services");
    said.basis = Some(Services);
    assert_eq!(outcome(&said, Some((4500, Goods)), Some((4500, Goods))), Outcome::NotComparable);
}

#[test]
fn other_units_and_coverage_are_not_comparable() {
    let both = evidence(Some((4500, Goods)), Some((4500, Goods)));
    let change = |change: &dyn Fn(&mut Claim)| {
        let mut said = turnover("4.5", "2023");
        change(&mut said);
        report(&check(&said, &both, TODAY))
    };
    expect![[r#"
        not_comparable turnover_first_reports 4500000000
        Figures exist that cannot be set against it (they are in another currency or unit): Kazakhstan's report gives $4.5 bn for 2023; Uzbekistan's report gives $4.5 bn for 2023.
    "#]].assert_eq(&change(&|claim| claim.unit = "EUR".parse().unwrap()));
    expect![[r#"
        not_comparable turnover_first_reports 4500000000
        Figures exist that cannot be set against it (they cover more than the claim does): Kazakhstan's report gives $4.5 bn for 2023; Uzbekistan's report gives $4.5 bn for 2023.
    "#]].assert_eq(&change(&|claim| claim.product = Some("wheat".to_owned())));
    let mut tonnes = claim(ClaimKind::Exports, "500", "1", "tonnes");
    tonnes.period = Some("2023".parse().unwrap());
    assert_eq!(check(&tonnes, &both, TODAY).outcome, Outcome::NotComparable);
}

#[test]
fn a_verdict_for_what_statistics_do_not_answer() {
    let evidence = evidence(None, None);
    let of = |claim: &Claim| report(&check(claim, &evidence, TODAY));
    expect![[r#"
        no_data - -
        Trade statistics do not answer this; the register of projects and other documents do.
    "#]]
    .assert_eq(&of(&claim(ClaimKind::ProjectCount, "69", "1", "count")));
    expect![[r#"
        no_data - -
        Trade statistics do not answer this; other documents may.
    "#]]
    .assert_eq(&of(&claim(ClaimKind::Loan, "69", "1", "USD")));
    let mut three = turnover("4.5", "2023");
    three.parties.push("KGZ".parse().unwrap());
    expect![[r#"
        no_data - -
        It names 3 countries; a figure of trade between two cannot answer it.
    "#]]
    .assert_eq(&of(&three));
    let mut huge = turnover("4.5", "2023");
    huge.value = entente_model::Decimal::MAX;
    huge.bound = Bound::About;
    expect![[r#"
        no_data - -
        Its number is beyond exact arithmetic, so nothing can be set against it.
    "#]]
    .assert_eq(&of(&huge));
    expect![[r#"
        no_data - -
        It does not say what it is a part of, or that is not the trade of either country.
        - It names no period; 2023, the latest year that was complete when it was said, is assumed.
    "#]]
    .assert_eq(&of(&claim(ClaimKind::TradeShare, "69", "1", "percent")));
}

#[test]
fn the_newest_vintage_answers_and_the_finer_of_one_release() {
    let first = release("first", date(2024, 1, 31), Unknown);
    let later = release("later", date(2024, 11, 15), Unknown);
    let of = |release, flow, value, precision| {
        observation(release, ["UZB", "KAZ", flow, "2023"], value, precision)
    };
    let observations = [
        of(&first, "TURNOVER", "4390000000", "10000000"),
        of(&later, "TURNOVER", "4500000000", "100000000"),
        of(&later, "X", "1417000000", "1000000"),
        of(&later, "M", "3068000000", "1000000"),
    ];
    let evidence = Evidence::new([first, later], observations);
    let computed = |as_of| check(&turnover("4.5", "2023"), &evidence, as_of).tried[1].computed.unwrap();
    assert_eq!(computed(date(2024, 2, 1)).to_string(), "4390000000");
    assert_eq!(computed(date(2024, 11, 14)).to_string(), "4390000000");
    assert_eq!(computed(date(2024, 11, 15)).to_string(), "4485000000");
}

#[test]
fn months_are_added_up_where_all_are_there() {
    let monthly = release("monthly", date(2024, 6, 1), Goods);
    let month = |month: i8| {
        observation(&monthly, ["KAZ", "UZB", "TURNOVER", &format!("2024-{month:02}")], "300000000", "1")
    };
    let months: Vec<_> = (1..=4).map(month).collect();
    let all = Evidence::new([monthly.clone()], months.clone());
    let three = Evidence::new([monthly.clone()], months[..3].to_vec());
    let said = turnover("1.2", "2024-01/2024-04");
    let verdict = check(&said, &all, TODAY);
    assert_eq!((verdict.outcome, verdict.tried[0].inputs.len()), (Outcome::Supported, 4));
    assert_eq!(check(&said, &three, TODAY).outcome, Outcome::NoData);
}

#[test]
fn more_than_a_number_agrees_with_that_number_and_not_with_every_larger_one() {
    let said = release("announced", date(2024, 12, 20), Unknown);
    let mut announced = observation(&said, ["UZB", "KAZ", "TURNOVER", "2023"], "3800000000", "100000000");
    announced.bound = Bound::Over;
    let evidence = Evidence::new([said], [announced]);
    let outcome = |billions| check(&turnover(billions, "2023"), &evidence, TODAY).outcome;
    assert_eq!(outcome("3.8"), Outcome::Supported);
    assert_eq!(outcome("3.9"), Outcome::Supported);
    assert_eq!(outcome("4.5"), Outcome::NotComparable);
}
