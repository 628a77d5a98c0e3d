//! Arguments in the cases that sentences ask for: beside `{ $period }` there is `{ $period-gen }`, and so on.

use crate::names::name_in;
use crate::words::{self, Case};
use entente_model::{Arg, Lang};

/// The cases that arguments are offered in beside the nominative.
pub(crate) const CASES: [Case; 4] = [Case::Genitive, Case::Dative, Case::Instrumental, Case::Prepositional];

/// Returns the forms of an argument that has cases in a language, each with the ending of its name.
pub(crate) fn forms(arg: &Arg, lang: Lang) -> impl Iterator<Item = (&'static str, String)> {
    let has_cases = lang != Lang::En && matches!(arg, Arg::Country(_) | Arg::Region(_) | Arg::Period(_));
    let cases = if has_cases { &CASES[..] } else { &[] };
    cases.iter().map(move |case| (case.name(), in_case(arg, *case, lang)))
}

/// Writes a country, a region or a period in a case.
pub(crate) fn in_case(arg: &Arg, case: Case, lang: Lang) -> String {
    match arg {
        Arg::Period(period) => words::period_in(*period, case, lang),
        other => name_in(other, case, lang).unwrap_or_default().to_owned(),
    }
}
