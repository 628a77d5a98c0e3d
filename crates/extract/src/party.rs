//! Countries and regions in a text, and the pair that it is about.

use crate::lexicon::Term;
use crate::meaning::{Kinds, Link, Meaning, Time};
use crate::morphology::Form;
use crate::reading::Reading;
use entente_model::country::{FormKind, country_forms};
use entente_model::{Country, Lang, Region};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// A word of the text that stands for a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The country.
    pub country: Country,
    /// Whether it is a name, an adjective, a capital.
    pub kind: FormKind,
    /// Whether it owns what follows: Uzbekistan's.
    pub possessive: bool,
    /// Whether it belongs to what stands before it by its case alone: the Russian genitive.
    pub genitive: bool,
    /// Whether it only says whose official somebody is: the Uzbek President.
    pub of_person: bool,
}

impl Mention {
    /// Returns the form in which the country is listed that is most like the one of the text.
    pub(crate) fn called<'w>(&self, lang: Lang, written: &'w str) -> &'w str {
        let common = |form: &str| form.chars().zip(written.chars()).take_while(|(a, b)| a == b).count();
        let forms = country_forms(lang).filter(|form| form.country == self.country && form.kind == self.kind);
        // The first of equally like forms is the one that is printed.
        let like =
            forms.map(|form| (common(form.form), form.form)).reduce(|a, b| if b.0 > a.0 { b } else { a });
        like.filter(|(common, _)| *common >= 3).map_or(written, |(_, form)| form)
    }
}

/// A word of the text that stands for a group of countries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RegionMention {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The region.
    pub region: Region,
    /// Whether it owns what follows: Central Asia's.
    pub possessive: bool,
}

/// Finds the countries of a sentence, in order, and adds them to `found`.
pub(crate) fn mentions(reading: &Reading<'_>, sentence: usize, found: &mut Vec<Mention>) {
    let Range { start, end } = reading.sentences[sentence].tokens();
    if !reading.kinds_of(sentence).meets(Kinds::COUNTRY) {
        return;
    }
    let named = |term: &&Term| reading.kinds_at(term.first as usize).meets(Kinds::COUNTRY);
    for term in reading.terms_of(sentence).iter().filter(named) {
        let country = reading.meanings(term).iter().find_map(|meaning| match meaning {
            Meaning::Country(country, kind) => Some((*country, *kind)),
            _ => None,
        });
        let Some((country, kind)) = country else { continue };
        // "Таяды" is no form of "тай": an adjective stands before its noun without endings.
        let inflected = reading.tokens[term.tokens().end - 1].form != Form::NONE;
        if kind == FormKind::Adjective && inflected {
            continue;
        }
        let tokens = term.tokens();
        if is_other_letter(reading, tokens.start, country) {
            continue;
        }
        let possessive = reading.is_possessive(tokens.end - 1);
        let genitive = reading.pack.traits.genitive
            && kind != FormKind::Adjective
            && reading.is_led(&tokens, start, &[Link::Of]);
        let of_person = is_of_person(reading, &tokens, end, kind, possessive)
            || genitive && is_behind_office(reading, tokens.start, start)
            || found
                .last()
                .is_some_and(|last| last.of_person && is_listed(reading, last.tokens.end..tokens.start));
        found.push(Mention { tokens, country, kind, possessive, genitive, of_person });
    }
}

/// The letters with which the Cyrillic names of a country open.
static OPENING: LazyLock<FxHashMap<(Lang, Country), Vec<char>>> = LazyLock::new(|| {
    let mut letters: FxHashMap<(Lang, Country), Vec<char>> = FxHashMap::default();
    for lang in [Lang::Kk, Lang::Uz] {
        for form in country_forms(lang) {
            let opening = opening_letter(form.form).filter(|letter| is_cyrillic(*letter));
            letters.entry((lang, form.country)).or_default().extend(opening);
        }
    }
    letters
});

fn opening_letter(word: &str) -> Option<char> {
    word.chars().next().and_then(|letter| letter.to_lowercase().next())
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{4ff}').contains(&letter)
}

/// Says whether a word opens with a letter of its own language that no name of a country opens with: "ғана" is a particle,
/// and "Гана" a country, though both are one word where texts leave such letters out.
fn is_other_letter(reading: &Reading<'_>, token: usize, country: Country) -> bool {
    let letter = opening_letter(reading.word(token)).filter(|letter| is_cyrillic(*letter));
    let Some(letter) = letter.filter(|letter| !('а'..='ё').contains(letter)) else { return false };
    let letters = OPENING.get(&(reading.pack.lang, country));
    letters.is_some_and(|letters| !letters.is_empty() && !letters.contains(&letter))
}

/// Finds the regions of a sentence, in order.
pub(crate) fn regions(reading: &Reading<'_>, sentence: usize) -> Vec<RegionMention> {
    if !reading.kinds_of(sentence).meets(Kinds::REGION) {
        return Vec::new();
    }
    let of = |meanings: &[Meaning]| {
        meanings.iter().find_map(|meaning| match meaning {
            Meaning::Region(region) => Some(*region),
            _ => None,
        })
    };
    reading
        .terms_of(sentence)
        .iter()
        .filter_map(|term| {
            let region = of(reading.meanings(term))?;
            let tokens = term.tokens();
            Some(RegionMention { region, possessive: reading.is_possessive(tokens.end - 1), tokens })
        })
        .collect()
}

/// Says whether a country is named only for an office: "Kazakh Prime Minister", "President of Uzbekistan".
fn is_of_person(
    reading: &Reading<'_>,
    tokens: &Range<usize>,
    end: usize,
    kind: FormKind,
    possessive: bool,
) -> bool {
    let office = |at: usize| at < end && reading.meanings_at(at).contains(&Meaning::Office);
    let owns = possessive || kind == FormKind::Adjective;
    let before_office = owns && (tokens.end..tokens.end + 3).any(office);
    let of =
        |at: usize| reading.meanings_at(at).iter().any(|m| matches!(m, Meaning::Link(Link::Of | Link::To)));
    let reach = tokens.start.saturating_sub(5);
    // "President of the Republic of Uzbekistan": an office, then "of", then at most one small word.
    let behind_office = (reach..tokens.start).rev().take(2).find(|&at| of(at)).is_some_and(|of| {
        (reach..of).rev().any(|at| {
            reading.term_at(at).is_some_and(|term| {
                term.tokens().end == of && reading.meanings(term).contains(&Meaning::Office)
            })
        })
    });
    // "Қазақстан Премьер-министрі": where nouns describe each other without a link.
    let joined = reading.pack.traits.verb_final && office(tokens.end);
    before_office || behind_office || joined
}

/// How many words may stand between an office and its country: "министр торговли и интеграции Казахстана".
const PORTFOLIO: usize = 6;

/// Says whether a country stands behind an office that is of it by its case alone.
fn is_behind_office(reading: &Reading<'_>, at: usize, start: usize) -> bool {
    for before in (start.max(at.saturating_sub(PORTFOLIO))..at).rev() {
        let meanings = reading.meanings_at(before);
        if meanings.contains(&Meaning::Office) {
            return true;
        }
        let plain = reading.tokens[before].is_word()
            && meanings.iter().all(|meaning| {
                matches!(
                    meaning,
                    Meaning::Topic(_) | Meaning::Neutral | Meaning::Link(Link::And) | Meaning::Common
                )
            });
        let inside = reading.term_at(before).is_none() && reading.word(before) == "-";
        if !plain && !inside {
            return false;
        }
    }
    false
}

fn is_listed(reading: &Reading<'_>, between: Range<usize>) -> bool {
    between.len() <= 2
        && between
            .clone()
            .all(|at| reading.word(at) == "," || reading.meanings_at(at).contains(&Meaning::Link(Link::And)))
}

/// How much a mention says about the pair of the text: most in the title, much in the first sentence.
const IN_TITLE: u32 = 8;
const IN_FIRST_SENTENCE: u32 = 4;
const ELSEWHERE: u32 = 2;

/// Beyond so many tokens a text is a collection of texts, and the first decides.
const FIRST_TEXT: usize = 200_000;

/// A dateline is one of so many sentences that open a text.
const DATELINE: usize = 4;

/// Says whether a sentence is nothing but where and when a text was written: "Baku, Azerbaijan, Aug. 18".
fn is_dateline(reading: &Reading<'_>, mentions: &[Mention], number: usize) -> bool {
    let tokens = reading.sentences[number].tokens();
    let month = |at: usize| {
        reading.meanings_at(at).iter().any(|m| matches!(m, Meaning::Time(Time::Month(_) | Time::Years)))
    };
    let place = |at: usize| mentions.iter().any(|mention| mention.tokens.contains(&at));
    let other = |at: usize| {
        let token = &reading.tokens[at];
        token.is_word() && !token.is_upper() && !month(at) && !place(at)
    };
    tokens.clone().any(month) && place(tokens.start) && !{ tokens }.any(other)
}

/// Returns the two countries that the text is most about, the first named first; fewer where it names fewer.
///
/// Capitals count half: news name governments by them, but also places. The country of the outlet stands in
/// where a text names one country only.
pub(crate) fn salient(
    reading: &Reading<'_>,
    mentions: &[Mention],
    home: Option<Country>,
    ours: &[usize],
) -> Vec<Country> {
    let mut scores: FxHashMap<Country, (u32, usize)> = FxHashMap::default();
    let ends: Vec<usize> = reading.sentences.iter().take(2).map(|sentence| sentence.tokens().end).collect();
    let weight = |at: usize| match ends.iter().position(|end| at < *end) {
        Some(0) => IN_TITLE,
        Some(_) => IN_FIRST_SENTENCE,
        None => ELSEWHERE,
    };
    let opening = reading.sentences.iter().take(DATELINE).enumerate();
    let dateline = opening.filter(|(number, _)| is_dateline(reading, mentions, *number));
    let dateline = dateline.map(|(_, sentence)| sentence.tokens()).next().unwrap_or(0..0);
    let told = mentions.iter().filter(|mention| !dateline.contains(&mention.tokens.start));
    for mention in told.take_while(|mention| mention.tokens.start < FIRST_TEXT) {
        let weight = weight(mention.tokens.start);
        let next = scores.len();
        let score = scores.entry(mention.country).or_insert((0, next));
        score.0 += if mention.kind == FormKind::Capital { weight / 2 } else { weight };
    }
    // "Президент елімізге келеді": our country is named too, by another word.
    if let Some(home) = home {
        let next = scores.len();
        let named: u32 = ours.iter().take_while(|at| **at < FIRST_TEXT).map(|at| weight(*at)).sum();
        if named > 0 {
            scores.entry(home).or_insert((0, next)).0 += named;
        }
    }
    let mut ranked: Vec<_> =
        scores.into_iter().map(|(country, (score, order))| (score, order, country)).collect();
    // Of two that are named as often, the one whose language it is comes first.
    let abroad = |country: Country| reading.pack.home != Some(country);
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then(abroad(a.2).cmp(&abroad(b.2))).then(a.1.cmp(&b.1)));
    ranked.truncate(2);
    ranked.sort_by_key(|(_, order, _)| *order);
    let mut pair: Vec<Country> = ranked.into_iter().map(|(_, _, country)| country).collect();
    if let (1, Some(home)) = (pair.len(), home)
        && !pair.contains(&home)
    {
        pair.push(home);
    }
    pair
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_model::Lang;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expect: &Expect) {
        let reading = Reading::new(text, Lang::En).unwrap();
        let mut all = Vec::new();
        (0..reading.sentences.len()).for_each(|sentence| mentions(&reading, sentence, &mut all));
        let mut shown = String::new();
        for mention in &all {
            let owner = if mention.possessive { "'s" } else { "" };
            let person = if mention.of_person { " (person)" } else { "" };
            shown += &format!("{}{owner} {:?}{person}\n", mention.country, mention.kind);
        }
        shown += &format!("pair {:?}\n", salient(&reading, &all, None, &[]));
        expect.assert_eq(&shown);
    }

    #[test]
    fn finds_countries() {
        check(
            "Kazakh-Uzbek trade. The Prime Ministers of Kazakhstan and Uzbekistan met Kyrgyz President Japarov. Uzbekistan’s exports to China; the countries’ trade with Turkey, not turkey meat.",
            &expect![[r#"
                KAZ Adjective
                UZB Adjective
                KAZ Name (person)
                UZB Name (person)
                KGZ Adjective (person)
                UZB's Name
                CHN Name
                TUR Alias
                pair [KAZ, UZB]
            "#]],
        );
        check(
            "S. Korea and the US trade. President of the Republic of Uzbekistan Islam Karimov told us in Seoul. Uzbekistan's Minister of Trade. India’s exports.",
            &expect![[r#"
                KOR Alias
                USA Alias
                UZB Alias (person)
                KOR Capital
                UZB's Name (person)
                IND's Name
                pair [KOR, USA]
            "#]],
        );
    }
}
