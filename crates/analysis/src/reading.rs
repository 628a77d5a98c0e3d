//! A reading: one definition tried on one claim, with its figure or what it lacks.

use crate::figure::Figure;
use entente_model::{Country, Period};

/// The codes of observations that are missing, as `TJK.WLD.X+M.2023`.
pub(crate) type Missing = Vec<String>;

/// One definition, tried.
#[derive(Debug)]
pub(crate) struct Reading<'e> {
    pub(crate) id: &'static str,
    pub(crate) plain: bool,
    /// Whose report it is, where it is the report of one.
    pub(crate) party: Option<Country>,
    pub(crate) period: Period,
    pub(crate) figure: Result<Figure<'e>, Missing>,
}

/// What definitions give, and what a reader should know of them.
#[derive(Debug, Default)]
pub(crate) struct Readings<'e> {
    pub(crate) list: Vec<Reading<'e>>,
    pub(crate) notes: Vec<entente_model::Message>,
    /// The number of partners that a rank is among.
    pub(crate) partners: Option<usize>,
}

/// What a result beyond exact arithmetic is told as.
pub(crate) fn beyond() -> Missing {
    vec!["beyond exact arithmetic".to_owned()]
}
