//! What a claim is about beside its number.

use entente_model::{
    Basis, Claim, ClaimKind, Country, Measure, Modality, Of, Per, Period, Portion, Scope, ShareSubject,
};
use jiff::civil::Date;

/// Everything of a claim that decides which number is true, but the unit.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Quantity {
    pub(super) kind: ClaimKind,
    pub(super) parties: Vec<Country>,
    pub(super) of: Option<Of>,
    pub(super) subject: Option<ShareSubject>,
    pub(super) place: Option<String>,
    /// The months, as the first and the last since year 0; those that are assumed where none are told.
    pub(super) months: Option<(i32, i32)>,
    pub(super) modality: Modality,
    pub(super) stage: Option<Portion>,
    pub(super) basis: Option<Basis>,
    rest: Rest,
}

/// What no cause looks at: it must be the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Rest {
    from: Option<Country>,
    to: Option<Country>,
    base: Option<Period>,
    measure: Option<Measure>,
    scope: Option<Scope>,
    product: Option<String>,
    sector: Option<String>,
    per: Option<Per>,
}

impl Quantity {
    /// Returns what a claim is about. Trade of no period is that of the latest complete year before it was known; a level
    /// and no measure are the same, and so are goods and no basis.
    pub(super) fn of(claim: &Claim, known: Date) -> Self {
        let assumed = || claim.kind.is_trade().then(|| Period::latest_complete_year(known)).flatten();
        let period = claim.period.or_else(assumed);
        let folded = |text: &Option<String>| text.as_ref().map(|text| text.to_lowercase());
        Self {
            kind: claim.kind,
            parties: claim.parties.clone(),
            of: claim.of,
            subject: claim.subject,
            place: folded(&claim.place),
            months: period.map(|period| (period.first_month().index(), period.last_month().index())),
            modality: claim.modality,
            stage: claim.stage,
            basis: claim.basis.filter(|basis| *basis != Basis::Goods),
            rest: Rest {
                from: claim.from,
                to: claim.to,
                base: claim.base,
                measure: claim.measure.filter(|measure| *measure != Measure::Level),
                scope: claim.scope,
                product: folded(&claim.product),
                sector: folded(&claim.sector),
                per: claim.per,
            },
        }
    }

    /// The same, of whatever period.
    pub(super) fn of_any_period(self) -> Self {
        Self { months: None, ..self }
    }
}

/// Says whether two countries have one such figure at a time, so that two numbers for it stand against each other. They
/// have many loans, plants and agreements, each with a number of its own.
pub(super) fn is_one_of_a_pair(claim: &Claim) -> bool {
    let is_level_of_one = claim.kind.is_trade() || claim.kind.is_portfolio();
    let is_dated_stock =
        claim.kind == ClaimKind::Investment && claim.period.is_some() && claim.from.is_some();
    (is_level_of_one || is_dated_stock || claim.kind == ClaimKind::CompanyCount) && claim.parties.len() == 2
}
