//! The two sides: one flow of goods as its seller and as its buyer record it, the gap between them, and what that is due
//! to.
//!
//! gap = M_B - X_A. Goods are dearer where they arrive than where they leave: with CIF/FOB factor f, the buyer is expected
//! to record f times what the seller does. A cause can explain a gap only if it pulls the same way; where it pulls the other
//! way it is told as widening it. Method of the reconciled figure: IMF, "Direction of Trade Statistics: Introductory Notes",
//! for the factor; the mean of the FOB-adjusted sides, named so, because two reporters are too few to weigh.

mod causes;
mod side;

pub(crate) use causes::counts_differ;
pub use causes::{Cause, CauseKind, Effect};
pub use side::Side;

use crate::evidence::{Evidence, Known, Want};
use entente_model::{Basis, Country, Currency, Decimal, Flow, Message, Month, Pair, Period, Unit, decimal};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// How much dearer goods are where they arrive, unless another factor is declared: 1.06.
pub const CIF_OVER_FOB: Decimal = Decimal::from_parts(106, 0, 0, false, 2);

/// One flow in one period, as both sides record it; what is said of its causes is a message or, for a reader, words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row<W = Message> {
    /// When.
    pub period: Period,
    /// Who sells.
    pub from: Country,
    /// Who buys.
    pub to: Country,
    /// What the seller records as its exports.
    pub exports: Option<Side>,
    /// What the buyer records as its imports.
    pub imports: Option<Side>,
    /// Imports less exports.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub gap: Option<Decimal>,
    /// The gap after the seller's side was raised by the CIF/FOB factor, where one side is FOB and the other CIF or untold.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub gap_after_cif: Option<Decimal>,
    /// Whether the two count the same thing; a gap between things that differ is no contradiction. None where a side is
    /// missing.
    pub outcome: Option<Comparison>,
    /// What the gap may be due to.
    pub causes: Vec<Cause<W>>,
    /// The mean of the FOB-adjusted sides, where both count the same thing.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub reconciled: Option<Decimal>,
}

/// Whether two sides can be set against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// They count the same thing, or one does not say what it counts.
    Comparable,
    /// They count different things.
    NotComparable,
}

impl Comparison {
    /// Returns the word as it is written on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Comparable => "comparable",
            Self::NotComparable => "not_comparable",
        }
    }
}

impl Row {
    /// Puts the causes into words.
    #[must_use]
    pub fn said(self, say: impl Fn(&Message) -> String) -> Row<String> {
        let Self { period, from, to, exports, imports, gap, gap_after_cif, outcome, causes, reconciled } =
            self;
        let causes = causes.into_iter().map(|cause| cause.said(&say)).collect();
        Row { period, from, to, exports, imports, gap, gap_after_cif, outcome, causes, reconciled }
    }
}

/// How the two sides are set against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Method {
    /// How much dearer goods are where they arrive.
    pub cif_over_fob: Decimal,
}

impl Default for Method {
    fn default() -> Self {
        Self { cif_over_fob: CIF_OVER_FOB }
    }
}

/// Returns each flow of a pair in each period that either side records, as it was known on a day: by period, the flow out of
/// the first country before the other.
#[must_use]
pub fn mirror(pair: Pair, evidence: &Evidence, as_of: Date, method: Method) -> Vec<Row> {
    let known = evidence.known(as_of);
    let both = [(pair.first(), pair.second()), (pair.second(), pair.first())];
    // Two ways to write the same months are one period.
    let mut periods: BTreeMap<(Month, Month), Period> = BTreeMap::new();
    for (from, to) in both {
        let exports = known.periods(from, Flow::Exports, to.into());
        let imports = known.periods(to, Flow::Imports, from.into());
        for period in exports.into_iter().chain(imports) {
            let form = periods.entry((period.first_month(), period.last_month())).or_insert(period);
            *form = period.min(*form);
        }
    }
    let rows = periods.into_values().flat_map(|period| both.map(|(from, to)| (period, from, to)));
    rows.filter_map(|(period, from, to)| row(known, period, from, to, method)).collect()
}

fn row(known: Known<'_>, period: Period, from: Country, to: Country, method: Method) -> Option<Row> {
    let want = Want { basis: Basis::Goods, strict: false, unit: Unit::Money(Currency::USD) };
    let exports = Side::of(known, from, Flow::Exports, to.into(), period, want);
    let imports = Side::of(known, to, Flow::Imports, from.into(), period, want);
    if exports.is_none() && imports.is_none() {
        return None;
    }
    let mut row = Row {
        period,
        from,
        to,
        exports,
        imports,
        gap: None,
        gap_after_cif: None,
        outcome: None,
        causes: Vec::new(),
        reconciled: None,
    };
    if let (Some(exports), Some(imports)) = (&row.exports, &row.imports)
        && exports.unit == imports.unit
    {
        let gap = imports.value.checked_sub(exports.value);
        row.gap = gap;
        let comparable = !counts_differ(exports.basis, imports.basis);
        row.outcome = Some(if comparable { Comparison::Comparable } else { Comparison::NotComparable });
        row.gap_after_cif = side::arrived(exports, imports, method.cif_over_fob)
            .and_then(|arrived| imports.value.checked_sub(arrived));
        row.reconciled =
            comparable.then(|| side::reconciled(exports, imports, method.cif_over_fob)).flatten();
        row.causes = causes::of(known, exports, imports, period, gap.unwrap_or_default(), method);
    }
    Some(row)
}
