//! What each of many statements is about, as numbers that are compared quickly.

use super::Told;
use super::cause::{is_flow, is_telling};
use super::quantity::{Quantity, is_compared};
use entente_model::{
    Claim, ClaimKind, Country, Decimal, DocumentId, Interval, Modality, Month, Period, Unit,
};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::hash::Hash;

/// What a statement is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sense {
    /// What it asserts.
    pub(super) interval: Interval,
    /// Its quantity with its unit: the same number for the same ones.
    pub(super) about: usize,
    /// Whether it stands against others for that.
    pub(super) is_compared: bool,
    /// Its figure; none where the number is none to be known by.
    pub(super) figure: Option<usize>,
    /// Its quantity of whatever months of one year; none where it does not add up over months.
    pub(super) year: Option<usize>,
}

/// What many statements are about. Of a claim that several of them share it is worked out once.
pub(super) struct Senses {
    senses: Vec<Sense>,
    /// The sense of each statement; none where its number asserts nothing.
    of: Vec<Option<usize>>,
    /// Whose voice each is.
    voices: Vec<usize>,
    quantities: Vec<Quantity>,
}

/// Numbers things in the order in which they come.
struct Numbers<K>(FxHashMap<K, usize>);

impl<K: Eq + Hash> Numbers<K> {
    fn new() -> Self {
        Self(FxHashMap::default())
    }

    fn of(&mut self, thing: K) -> usize {
        let next = self.0.len();
        *self.0.entry(thing).or_insert(next)
    }
}

/// What is numbered.
struct Numbering {
    about: Numbers<(Quantity, Unit)>,
    figures: Numbers<(ClaimKind, Vec<Country>, Decimal)>,
    years: Numbers<(Quantity, Unit, i16)>,
    quantities: Vec<Quantity>,
}

impl Senses {
    /// Works out what statements are about.
    pub(super) fn of(told: &[Told<'_>]) -> Self {
        let mut numbering = Numbering {
            about: Numbers::new(),
            figures: Numbers::new(),
            years: Numbers::new(),
            quantities: Vec::new(),
        };
        let mut voices: Numbers<&DocumentId> = Numbers::new();
        let mut known: FxHashMap<(*const Claim, Option<Period>), Option<usize>> = FxHashMap::default();
        let mut senses = Vec::new();
        let of = told.iter().map(|said| {
            // The day counts only where the period is told by it.
            let is_assumed = said.claim.period.is_none() && said.claim.kind.is_trade();
            let assumed = is_assumed.then(|| Period::latest_complete_year(said.known)).flatten();
            *known.entry((std::ptr::from_ref(said.claim), assumed)).or_insert_with(|| {
                senses.push(numbering.sense(said.claim, said.known)?);
                Some(senses.len() - 1)
            })
        });
        let of = of.collect();
        let voices = told.iter().map(|said| voices.of(said.voice)).collect();
        Self { senses, of, voices, quantities: numbering.quantities }
    }

    /// Returns what a statement is about; none where its number asserts nothing.
    pub(super) fn get(&self, at: usize) -> Option<&Sense> {
        self.of[at].map(|sense| &self.senses[sense])
    }

    /// Returns the quantity that a sense has the number of.
    pub(super) fn quantity(&self, about: usize) -> &Quantity {
        &self.quantities[about]
    }

    /// Returns whose voice a statement is.
    pub(super) fn voice(&self, at: usize) -> usize {
        self.voices[at]
    }
}

impl Numbering {
    fn sense(&mut self, claim: &Claim, known: Date) -> Option<Sense> {
        let interval = claim.asserts()?;
        let quantity = Quantity::of(claim, known);
        let figure = is_telling(claim).then(|| (claim.kind, claim.parties.clone(), claim.value.normalize()));
        let is_flow = is_flow(claim) && claim.modality == Modality::Actual;
        let year = claim.period.map(Period::last_month).map(Month::year).filter(|_| is_flow);
        let year = year.map(|year| (quantity.clone().of_any_period(), claim.unit, year));
        let about = self.about.of((quantity.clone(), claim.unit));
        if about == self.quantities.len() {
            self.quantities.push(quantity);
        }
        Some(Sense {
            interval,
            about,
            is_compared: is_compared(claim),
            figure: figure.map(|figure| self.figures.of(figure)),
            year: year.map(|year| self.years.of(year)),
        })
    }
}
