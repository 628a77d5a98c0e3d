//! What a claim is about beside its number.

use super::cause::is_telling;
use entente_model::key::KeyHasher;
use entente_model::{
    Basis, Claim, ClaimKind, Country, Measure, Modality, Of, Per, Period, Portion, Scope, ShareSubject,
    decimal,
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

/// In what two quantities differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Differ {
    /// The whole of a share, or how the two share it.
    pub(super) whole: bool,
    pub(super) place: bool,
    pub(super) months: bool,
    pub(super) modality: bool,
    pub(super) stage: bool,
    /// Anything else.
    pub(super) rest: bool,
}

impl Differ {
    pub(super) fn in_nothing(self) -> bool {
        self == Self::default()
    }

    /// Says whether nothing is left once some of it is put right.
    pub(super) fn only(mut self, put_right: fn(&mut Self)) -> bool {
        put_right(&mut self);
        self.in_nothing()
    }
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

    /// Says in what it differs from another.
    pub(super) fn differ(&self, other: &Self) -> Differ {
        Differ {
            whole: self.of != other.of || self.subject != other.subject,
            place: self.place != other.place,
            months: self.months != other.months,
            modality: self.modality != other.modality,
            stage: self.stage != other.stage,
            rest: self.kind != other.kind
                || self.parties != other.parties
                || self.basis != other.basis
                || self.rest != other.rest,
        }
    }

    /// The same, of whatever period.
    pub(super) fn of_any_period(self) -> Self {
        Self { months: None, ..self }
    }

    /// Adds everything to a key but the time and the modality, with the unit of the claim.
    fn hashed(&self, key: KeyHasher, claim: &Claim) -> KeyHasher {
        fn text<T: ToString>(value: Option<&T>) -> Option<String> {
            value.map(ToString::to_string)
        }
        let Rest { from, to, base, measure, scope, product, sector, per } = &self.rest;
        let key = key.part(self.kind.as_str()).part(&codes(&self.parties)).part(&claim.unit.to_string());
        let rest = [
            text(self.of.as_ref()),
            text(self.subject.as_ref()),
            self.place.clone(),
            text(self.stage.as_ref()),
            text(self.basis.as_ref()),
            text(from.as_ref()),
            text(to.as_ref()),
            text(base.as_ref()),
            text(measure.as_ref()),
            text(scope.as_ref()),
            product.clone(),
            sector.clone(),
            text(per.as_ref()),
        ];
        rest.iter().fold(key, |key, part| key.maybe(part.as_deref()))
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

/// Says whether a claim's number stands against others for the same quantity. Targets do not: a new one is a decision.
pub(super) fn is_compared(claim: &Claim) -> bool {
    let is_fact = claim.modality == Modality::Actual || claim.kind.is_portfolio();
    is_fact && claim.modality != Modality::Target && is_one_of_a_pair(claim)
}

/// Returns what a registry finds statements by that are about one quantity in one year, whatever months of it, and of targets
/// those of one indicator: the same for all of them. None where a claim's number stands against no other.
#[must_use]
pub fn quantity_key(claim: &Claim, known: Date) -> Option<String> {
    if claim.modality == Modality::Target {
        return Some(indicator_key(claim));
    }
    if !is_compared(claim) {
        return None;
    }
    let quantity = Quantity::of(claim, known);
    if claim.kind.is_portfolio() {
        // Portions are compared with the whole, and what is planned with what is done.
        let key = KeyHasher::new("portfolio").part(claim.kind.as_str()).part(&codes(&claim.parties));
        return Some(shortened(&key.part(&claim.unit.to_string())));
    }
    let year = quantity.months.map(|(_, last)| last.div_euclid(12).to_string());
    let key = KeyHasher::new("quantity").maybe(year.as_deref()).part(quantity.modality.as_str());
    Some(shortened(&quantity.hashed(key, claim)))
}

/// Returns what targets are joined by: everything that decides which number is meant but its time.
#[must_use]
pub fn indicator_key(claim: &Claim) -> String {
    let quantity = Quantity::of(claim, Date::ZERO).of_any_period();
    shortened(&quantity.hashed(KeyHasher::new("indicator"), claim))
}

/// Returns what a registry finds statements by that give one number of one kind about the same countries: one of them may
/// tell it of another quantity. None where the number is none to be known by.
#[must_use]
pub fn figure_key(claim: &Claim) -> Option<String> {
    let key = || {
        let key = KeyHasher::new("figure").part(claim.kind.as_str()).part(&codes(&claim.parties));
        shortened(&key.part(&decimal::plain(claim.value.normalize())))
    };
    is_telling(claim).then(key)
}

fn codes(parties: &[Country]) -> String {
    parties.iter().map(|country| country.alpha3()).collect::<Vec<_>>().join("-")
}

/// Sixteen digits tell the claims of a pair apart, and what is found is compared again.
fn shortened(key: &KeyHasher) -> String {
    key.short()[..16].to_owned()
}
