//! The two sides of a pair in the form of the wire.

use crate::evidence::Figures;
use crate::messages::render;
use entente_analysis::Evidence;
use entente_analysis::mirror::{CIF_OVER_FOB, Method, mirror as rows};
pub use entente_analysis::mirror::{CauseKind, Comparison, Effect, Side};
use entente_model::{Decimal, Lang, Pair, ReleaseId, decimal};
use jiff::civil::Date;
use serde::Serialize;

/// What each of two countries reports of each flow between them.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mirror {
    /// The version of the wire.
    pub wire: u8,
    /// The pair.
    pub pair: Pair,
    /// What was known when.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub as_of: Date,
    /// How much dearer goods are taken to be where they arrive.
    #[serde(with = "decimal::wire")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub cif_over_fob: Decimal,
    /// How the reconciled figure is made.
    pub method: &'static str,
    /// The releases that the rows rest on, sorted.
    pub releases: Vec<ReleaseId>,
    /// One row a period and direction, by period, the flow out of the first country before the other.
    pub rows: Vec<MirrorRow>,
}

/// One flow in one period, with its causes in words.
pub type MirrorRow = entente_analysis::mirror::Row<String>;

/// The name of the method by which the two sides are made one.
const METHOD: &str = "mean_of_fob_adjusted_sides";

/// Returns the two sides of a pair as they were known on a day, by period.
#[must_use]
pub fn mirror(figures: Figures, pair: Pair, as_of: Date, lang: Lang) -> Mirror {
    let evidence = Evidence::new(figures.releases, figures.observations);
    let method = Method { cif_over_fob: CIF_OVER_FOB };
    let rows = rows(pair, &evidence, as_of, method);
    let rows = rows.into_iter().map(|row| row.said(|message| render(message, lang))).collect();
    let mut mirror = Mirror {
        wire: crate::wire::WIRE,
        pair,
        as_of,
        cif_over_fob: CIF_OVER_FOB,
        method: METHOD,
        releases: Vec::new(),
        rows,
    };
    mirror.name_releases();
    mirror
}

impl Mirror {
    /// Leaves only the periods that end in some years, and the releases that these rest on.
    pub fn keep_years(&mut self, first: i16, last: i16) {
        self.rows.retain(|row| (first..=last).contains(&row.period.last_month().year()));
        self.name_releases();
    }

    fn name_releases(&mut self) {
        let sides = self.rows.iter().flat_map(|row| [&row.exports, &row.imports]).flatten();
        self.releases = sides.map(|side| side.release.clone()).collect();
        self.releases.sort_unstable();
        self.releases.dedup();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_model::Period;
    use jiff::civil::date;

    fn bundled(pair: &str) -> Mirror {
        mirror(Figures::bundled().unwrap(), pair.parse().unwrap(), date(2026, 11, 1), Lang::En)
    }

    fn millions(value: Option<Decimal>) -> String {
        value.map_or_else(
            || "-".to_owned(),
            |value| decimal::rounded(value / Decimal::from(1_000_000), 1).to_string(),
        )
    }

    #[test]
    fn kazakhstan_and_uzbekistan_in_both_directions() {
        let mut mirror = bundled("KAZ-UZB");
        mirror.keep_years(2018, 2023);
        let line = |row: &MirrorRow| {
            let value = |side: &Option<Side>| millions(side.as_ref().map(|side| side.value));
            let causes: Vec<_> = row.causes.iter().map(|c| format!("{:?}/{:?}", c.cause, c.effect)).collect();
            let (x, m) = (value(&row.exports), value(&row.imports));
            let (gap, after) = (millions(row.gap), millions(row.gap_after_cif));
            format!("{} {}>{} {x} {m} {gap} {after} {}", row.period, row.from, row.to, causes.join(" "))
        };
        let years = mirror.rows.iter().filter(|row| matches!(row.period, Period::Year(_)));
        let lines: Vec<String> = years.map(line).collect();
        assert_eq!(lines.len(), 12, "{lines:#?}");
        assert_eq!(
            lines[10],
            "2023 KAZ>UZB 3130 3068.5 -61.4 -249.2 Basis/Named Valuation/Widens UnspecifiedPartners/Named"
        );
        // Importers report less than exporters in 11 of 12.
        assert_eq!(
            mirror.rows.iter().filter(|row| row.gap.is_some_and(|gap| gap.is_sign_negative())).count(),
            11
        );
    }
}
