//! What a gap between two sides may be due to.

use super::{Method, Side, side};
use crate::evidence::{Known, Want};
use crate::messages::say;
use entente_model::{Arg, Basis, Bound, Country, Decimal, Flow, Message, Partner, Period, Status, decimal};
use serde::Serialize;

/// A cause, with what it does to the gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cause<W = Message> {
    /// Which.
    pub cause: CauseKind,
    /// What it does.
    pub effect: Effect,
    /// By how much it moves imports against exports, where that can be told.
    #[serde(with = "decimal::wire_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub amount: Option<Decimal>,
    /// In words.
    pub summary: W,
}

impl Cause {
    pub(super) fn said(self, say: impl Fn(&Message) -> String) -> Cause<String> {
        let Self { cause, effect, amount, summary } = self;
        Cause { cause, effect, amount, summary: say(&summary) }
    }
}

/// Why two sides differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CauseKind {
    /// One counts goods, the other goods and services, or does not say.
    Basis,
    /// Goods are dearer where they arrive.
    Valuation,
    /// One side's figure is not settled, or is an estimate.
    Status,
    /// One side's figure is rounded.
    Rounding,
    /// The seller counts goods of other origin, which the buyer books under their origin.
    ReExports,
    /// A side has trade that it gives to no country.
    UnspecifiedPartners,
}

impl CauseKind {
    /// Returns the word as it is written on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Basis => "basis",
            Self::Valuation => "valuation",
            Self::Status => "status",
            Self::Rounding => "rounding",
            Self::ReExports => "re_exports",
            Self::UnspecifiedPartners => "unspecified_partners",
        }
    }
}

/// What a cause does to a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// It pulls the way of the gap.
    Explains,
    /// It pulls the other way: without it the gap would be wider.
    Widens,
    /// It is there; by how much and which way it pulls cannot be told.
    Named,
}

/// Says whether two bases count different things; one that a publisher does not tell may be either.
pub(crate) fn counts_differ(a: Basis, b: Basis) -> bool {
    a != b && a != Basis::Unknown && b != Basis::Unknown
}

/// Returns the causes of a gap, in the order of their kinds.
pub(super) fn of(
    known: Known<'_>,
    exports: &Side,
    imports: &Side,
    period: Period,
    gap: Decimal,
    method: Method,
) -> Vec<Cause> {
    let mut causes = Vec::new();
    causes.extend(basis(exports, imports));
    causes.extend(valuation(exports, imports, gap, method));
    causes.extend(status(exports, imports));
    causes.extend(rounding(exports, imports));
    causes.extend(re_exports(known, exports, imports, period, gap));
    causes.extend(unspecified(known, exports, imports, period));
    causes
}

fn named(cause: CauseKind, amount: Option<Decimal>, message: Message) -> Cause {
    Cause { cause, effect: Effect::Named, amount, summary: message }
}

/// A cause that moves imports against exports by an amount: it explains a gap of its own sign and widens any other.
fn signed(
    cause: CauseKind,
    amount: Decimal,
    gap: Decimal,
    message: impl Fn(&'static str) -> Message,
) -> Cause {
    let same = amount.is_sign_negative() == gap.is_sign_negative() || gap.is_zero();
    let (effect, suffix) = if same { (Effect::Explains, "explains") } else { (Effect::Widens, "widens") };
    Cause { cause, effect, amount: Some(amount), summary: message(suffix) }
}

fn basis(exports: &Side, imports: &Side) -> Option<Cause> {
    if exports.basis == imports.basis {
        return None;
    }
    let words = |side: &Side| {
        let key = match side.basis {
            Basis::Goods => "basis-goods",
            Basis::Services => "basis-services",
            Basis::GoodsAndServices => "basis-goods-and-services",
            Basis::Unknown => "basis-unknown",
        };
        Arg::Message(Box::new(Message::new(key)))
    };
    let message = say(
        "cause-basis",
        [
            ("seller", Arg::Country(exports.reporter)),
            ("exports", words(exports)),
            ("buyer", Arg::Country(imports.reporter)),
            ("imports", words(imports)),
        ],
    );
    Some(named(CauseKind::Basis, None, message))
}

fn valuation(exports: &Side, imports: &Side, gap: Decimal, method: Method) -> Option<Cause> {
    let arrived = side::arrived(exports, imports, method.cif_over_fob)?;
    let amount = decimal::rounded(arrived.checked_sub(exports.value)?, 2);
    if amount.is_zero() {
        return None;
    }
    Some(signed(CauseKind::Valuation, amount, gap, |suffix| {
        let key = if suffix == "explains" { "cause-valuation-explains" } else { "cause-valuation-widens" };
        say(
            key,
            [("factor", Arg::Number(method.cif_over_fob)), ("amount", Arg::Quantity(amount, exports.unit))],
        )
    }))
}

fn status(exports: &Side, imports: &Side) -> Option<Cause> {
    let open = [exports, imports].into_iter().find(|side| {
        matches!(side.status, Status::Preliminary | Status::Estimated) && exports.status != imports.status
    })?;
    let key = if open.status == Status::Estimated { "cause-estimated" } else { "cause-preliminary" };
    Some(named(CauseKind::Status, None, say(key, [("reporter", Arg::Country(open.reporter))])))
}

fn rounding(exports: &Side, imports: &Side) -> Option<Cause> {
    const FINE: Decimal = Decimal::ONE_THOUSAND;
    let coarse = |side: &&Side| {
        side.bound != Bound::Exact || side.precision.checked_mul(FINE).is_some_and(|units| units > side.value)
    };
    let side = [exports, imports].into_iter().find(coarse)?;
    let message = say(
        "cause-rounding",
        [("reporter", Arg::Country(side.reporter)), ("step", Arg::Quantity(side.precision, side.unit))],
    );
    Some(named(CauseKind::Rounding, Some(side.precision), message))
}

/// The buyer books re-exported goods under the country that made them: its imports fall short by as much.
fn re_exports(
    known: Known<'_>,
    exports: &Side,
    imports: &Side,
    period: Period,
    gap: Decimal,
) -> Option<Cause> {
    let partner = Partner::Country(imports.reporter);
    let found = figure(known, exports.reporter, Flow::ReExports, partner, period, exports)?;
    Some(signed(CauseKind::ReExports, -found, gap, |suffix| {
        let key = if suffix == "explains" { "cause-re-exports-explains" } else { "cause-re-exports-widens" };
        say(key, [("seller", Arg::Country(exports.reporter)), ("amount", Arg::Quantity(found, exports.unit))])
    }))
}

fn unspecified(known: Known<'_>, exports: &Side, imports: &Side, period: Period) -> Vec<Cause> {
    let of = |side: &Side, flow: Flow, key: &'static str| {
        let found = figure(known, side.reporter, flow, Partner::Unspecified, period, side)?;
        let args = [("reporter", Arg::Country(side.reporter)), ("amount", Arg::Quantity(found, side.unit))];
        Some(named(CauseKind::UnspecifiedPartners, Some(found), say(key, args)))
    };
    [
        of(exports, Flow::Exports, "cause-unspecified-exports"),
        of(imports, Flow::Imports, "cause-unspecified-imports"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Returns another figure of the same reporter, on the basis of the side that it is to explain.
fn figure(
    known: Known<'_>,
    reporter: Country,
    flow: Flow,
    partner: Partner,
    period: Period,
    side: &Side,
) -> Option<Decimal> {
    let want = Want { basis: side.basis, strict: true, unit: side.unit };
    let vintage = known.one(reporter, flow, partner, period, want)?;
    let same_unit = vintage.observation.key.unit == side.unit;
    Some(vintage.observation.value).filter(|value| same_unit && !value.is_zero())
}
