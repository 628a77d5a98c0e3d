//! Which lists and which morphology a language has.

use crate::morphology::{Kazakh, Morphology, Russian, Uzbek};
use entente_model::Lang;

/// The lists of a language, and what no list can say.
pub(super) struct Source {
    pub lang: Lang,
    /// The sign between a number and its decimals.
    pub decimal: char,
    /// How its words change; none where endings that are listed are all there is.
    pub morphology: Option<&'static dyn Morphology>,
    pub lists: &'static [(&'static str, &'static str)],
    /// The lists of people, events and reports.
    pub cues: &'static [&'static str],
}

macro_rules! source {
    ($lang:ident, $folder:literal, $decimal:literal, $morphology:expr) => {
        Source {
            lang: Lang::$lang,
            decimal: $decimal,
            morphology: $morphology,
            lists: &[
                ("numbers", include_str!(concat!("../../packs/", $folder, "/numbers.txt"))),
                ("units", include_str!(concat!("../../packs/", $folder, "/units.txt"))),
                ("time", include_str!(concat!("../../packs/", $folder, "/time.txt"))),
                ("topics", include_str!(concat!("../../packs/", $folder, "/topics.txt"))),
                ("statements", include_str!(concat!("../../packs/", $folder, "/statements.txt"))),
                ("grammar", include_str!(concat!("../../packs/", $folder, "/grammar.txt"))),
            ],
            cues: &[
                include_str!(concat!("../../packs/", $folder, "/people.txt")),
                include_str!(concat!("../../packs/", $folder, "/events.txt")),
                include_str!(concat!("../../packs/", $folder, "/reports.txt")),
            ],
        }
    };
}

pub(super) const ENGLISH: Source = source!(En, "en", '.', None);

pub(super) const RUSSIAN: Source = source!(Ru, "ru", ',', Some(&Russian));

pub(super) const KAZAKH: Source = source!(Kk, "kk", ',', Some(&Kazakh));

pub(super) const UZBEK: Source = source!(Uz, "uz", ',', Some(&Uzbek));

/// The sources of all packs.
#[cfg(test)]
pub(super) const ALL: &[&Source] = &[&ENGLISH, &RUSSIAN, &KAZAKH, &UZBEK];
