//! Whose voice a claim is told in: the country whose own report is looked at first.

use entente_model::country::{FormKind, country_forms};
use entente_model::{Attribution, Claim, Country, Extraction, Lang};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// One- and two-word forms of countries in every language, folded; capitals too, for "Astana's press service".
static FORMS: LazyLock<FxHashMap<String, Country>> = LazyLock::new(|| {
    let languages = Lang::ALL.into_iter();
    let forms = languages.flat_map(|lang| country_forms(lang).filter(|form| form.kind != FormKind::Demonym));
    forms.map(|form| (form.form.to_lowercase(), form.country)).collect()
});

/// Returns the country of the speaker, else of the source that is cited, else of the outlet.
#[must_use]
pub fn voice(claim: &Claim, extraction: &Extraction, outlet: Option<Country>) -> Option<Country> {
    let Attribution { speaker, source } = &claim.attribution;
    let speaker = speaker.as_deref().and_then(|name| country_of_speaker(name, extraction));
    let cited = source.as_deref().or(extraction.attribution.source.as_deref());
    speaker
        .or_else(|| cited.and_then(country_in))
        .or(outlet)
        .filter(|country| claim.parties.contains(country))
}

fn country_of_speaker(name: &str, extraction: &Extraction) -> Option<Country> {
    let known = extraction.officials.iter().find(|o| o.name == name || o.name.ends_with(name));
    known.and_then(|official| official.country).or_else(|| country_in(name))
}

/// Returns the first country that a phrase names.
fn country_in(phrase: &str) -> Option<Country> {
    let words: Vec<String> = phrase
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let pairs = words.windows(2).map(|pair| pair.join(" "));
    pairs.chain(words.iter().cloned()).find_map(|form| FORMS.get(&form).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_service_has_a_country() {
        assert_eq!(country_in("the Kazakh prime minister’s press service"), "KAZ".parse().ok());
        assert_eq!(country_in("South Korean customs"), "KOR".parse().ok());
        assert_eq!(country_in("the ministry"), None);
    }
}
