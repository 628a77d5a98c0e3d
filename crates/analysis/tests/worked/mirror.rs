//! The two sides: what a gap is due to, and where there is none to explain.

use crate::figures::{observation, release};
use entente_analysis::Evidence;
use entente_analysis::mirror::{CauseKind, Comparison, Effect, Method, Row, mirror};
use entente_model::{Basis, Observation, Status, Valuation};
use jiff::civil::date;

/// A figure in millions: reporter, partner, flow, value, basis.
type Told<'a> = (&'a str, &'a str, &'a str, &'a str, Basis);

fn rows(told: &[Told<'_>], change: impl Fn(&mut Observation)) -> Vec<Row> {
    let mut evidence = Evidence::default();
    for (reporter, partner, flow, millions, basis) in told {
        let release = release(&format!("{}-{basis}", reporter.to_lowercase()), date(2024, 10, 1), *basis);
        let value = format!("{millions}e6");
        let value = entente_model::Decimal::from_scientific(&value).unwrap().to_string();
        let mut figure = observation(&release, [reporter, partner, flow, "2024-01/2024-08"], &value, "100");
        change(&mut figure);
        evidence.extend([release], [figure]);
    }
    let pair = entente_model::Pair::new("TJK".parse().unwrap(), "UZB".parse().unwrap()).unwrap();
    mirror(pair, &evidence, date(2024, 12, 1), Method::default())
}

fn causes(row: &Row) -> Vec<(CauseKind, Effect, Option<String>)> {
    row.causes
        .iter()
        .map(|c| (c.cause, c.effect, c.amount.map(|amount| amount.normalize().to_string())))
        .collect()
}

const GOODS: Basis = Basis::Goods;
const BOTH: Basis = Basis::GoodsAndServices;

/// Eight months of 2024 as each of the two offices announced them: 317 = 255.1 + 61.9 with services, and
/// 217 = 52.9 + 164.6 in goods. No side contradicts the other: they count different things.
#[test]
fn sides_that_count_different_things_are_not_set_against_each_other() {
    let told = [
        ("UZB", "TJK", "X", "255.1", BOTH),
        ("UZB", "TJK", "M", "61.9", BOTH),
        ("TJK", "UZB", "X", "52.9", GOODS),
        ("TJK", "UZB", "M", "164.6", GOODS),
    ];
    let rows = rows(&told, |_| {});
    assert_eq!(rows.len(), 2);
    for (row, gap) in rows.iter().zip(["9000000", "-90500000"]) {
        assert_eq!(row.gap.unwrap().to_string(), gap);
        assert!(row.outcome == Some(Comparison::NotComparable) && row.reconciled.is_none());
        assert_eq!(row.causes[0].cause, CauseKind::Basis);
    }
}

#[test]
fn a_cause_explains_a_gap_of_its_own_sign_only() {
    let valued = |figure: &mut Observation| {
        figure.key.valuation = if figure.key.flow.as_str() == "X" { Valuation::Fob } else { Valuation::Cif };
    };
    let of = |imports: &'static str| {
        let told = [("TJK", "UZB", "X", "100", GOODS), ("UZB", "TJK", "M", imports, GOODS)];
        rows(&told, valued).remove(0)
    };
    let more = of("110");
    assert_eq!(causes(&more), [(CauseKind::Valuation, Effect::Explains, Some("6000000".to_owned()))]);
    assert_eq!(more.gap_after_cif.unwrap().to_string(), "4000000.00");
    // The mean of 100 and 110 / 1.06.
    assert_eq!(more.reconciled.unwrap().to_string(), "101886792.45");
    assert_eq!(causes(&of("90")), [(CauseKind::Valuation, Effect::Widens, Some("6000000".to_owned()))]);
}

#[test]
fn sides_that_value_alike_need_no_factor() {
    let told = [("TJK", "UZB", "X", "100", GOODS), ("UZB", "TJK", "M", "110", GOODS)];
    let row = rows(&told, |figure| figure.key.valuation = Valuation::Fob).remove(0);
    assert_eq!((causes(&row), row.gap_after_cif), (Vec::new(), None));
    assert_eq!(row.reconciled.unwrap().to_string(), "105000000");
}

#[test]
fn re_exports_what_is_given_to_nobody_and_what_is_not_settled_are_named() {
    let told = [
        ("TJK", "UZB", "X", "100", GOODS),
        ("TJK", "UZB", "RX", "30", GOODS),
        ("UZB", "TJK", "M", "75", GOODS),
        ("UZB", "UNSPECIFIED", "M", "12", GOODS),
    ];
    let row = rows(&told, |figure| {
        figure.key.valuation = Valuation::Fob;
        if figure.key.reporter.alpha3() == "UZB" {
            figure.status = Status::Preliminary;
        }
    })
    .remove(0);
    assert_eq!(
        causes(&row),
        [
            (CauseKind::Status, Effect::Named, None),
            (CauseKind::ReExports, Effect::Explains, Some("-30000000".to_owned())),
            (CauseKind::UnspecifiedPartners, Effect::Named, Some("12000000".to_owned())),
        ]
    );
}

#[test]
fn one_side_alone_has_no_gap() {
    let rows = rows(&[("TJK", "UZB", "X", "100", GOODS)], |_| {});
    assert_eq!(rows.len(), 1);
    assert!(rows[0].imports.is_none() && rows[0].gap.is_none() && rows[0].causes.is_empty());
}
