//! Language packs: the word lists of `packs/`, which a linguist can read and edit, compiled once.
//!
//! A list has sections. A section opens with `[tag argument ...]` and its lines hold phrases, separated by
//! commas; ` = argument ...` behind them adds arguments for that line. In a phrase `a|b` stands for either word
//! and `(a)` for a word that may be missing. A phrase whose first letter is a capital asks for a capital in the
//! text, and one whose first word is all capitals asks for all capitals. `#` opens a note.

use crate::cues::{self, Cue, Cues};
use crate::lexicon::Lexicon;
use crate::meaning::Meaning;
use crate::token::{fold_phrase, is_apostrophe};
use entente_model::country::country_forms;
use entente_model::region::region_forms;
use entente_model::{Currency, Lang};
use std::sync::LazyLock;

/// What the engine has to know about a language.
#[derive(Debug)]
pub(crate) struct Pack {
    /// Its words.
    pub lexicon: Lexicon,
    /// Its phrases of people, events and reports.
    pub cues: Cues,
    /// The sign between a number and its decimals; the other of comma and point groups thousands.
    pub decimal: char,
    /// Endings by which a word owns what follows it: Uzbekistan's.
    possessive: Vec<u8>,
    /// The same endings as written.
    owners: Vec<String>,
}

/// The lists of a language, and what no list can say.
struct Source {
    lang: Lang,
    decimal: char,
    lists: &'static [(&'static str, &'static str)],
    /// The lists of people, events and reports.
    cues: &'static [&'static str],
}

const ENGLISH: Source = Source {
    lang: Lang::En,
    decimal: '.',
    lists: &[
        ("numbers", include_str!("../packs/en/numbers.txt")),
        ("units", include_str!("../packs/en/units.txt")),
        ("time", include_str!("../packs/en/time.txt")),
        ("topics", include_str!("../packs/en/topics.txt")),
        ("statements", include_str!("../packs/en/statements.txt")),
        ("grammar", include_str!("../packs/en/grammar.txt")),
    ],
    cues: &[
        include_str!("../packs/en/people.txt"),
        include_str!("../packs/en/events.txt"),
        include_str!("../packs/en/reports.txt"),
    ],
};

static EN: LazyLock<Pack> = LazyLock::new(|| compile(&ENGLISH));

impl Pack {
    /// Returns the pack of a language; none where there is none yet.
    pub(crate) fn of(lang: Lang) -> Option<&'static Self> {
        match lang {
            Lang::En => Some(&EN),
            _ => None,
        }
    }

    /// Says whether an ending makes its word the owner of what follows.
    pub(crate) fn is_possessive(&self, ending: u8) -> bool {
        self.possessive.contains(&ending)
    }

    /// Returns a word without the ending by which it owns what follows, whichever apostrophe it has.
    pub(crate) fn without_owner<'w>(&self, word: &'w str) -> &'w str {
        for ending in &self.owners {
            let length = ending.chars().count();
            let Some((at, _)) = word.char_indices().rev().nth(length - 1) else { continue };
            let same = |(a, b): (char, char)| a == b || (is_apostrophe(a) && is_apostrophe(b));
            if at > 0 && word[at..].chars().zip(ending.chars()).all(same) {
                return &word[..at];
            }
        }
        word
    }
}

/// One line of a list.
pub(crate) struct Line<'l> {
    /// The section that it stands in.
    pub tag: &'l str,
    /// The arguments of the section, then its own.
    pub arguments: Vec<&'l str>,
    /// Its phrases, alternatives written out.
    pub phrases: Vec<String>,
}

/// A sign that no text holds. It opens a phrase that is never found but makes the lexicon know the words behind
/// it, which the cue phrases are compiled of.
const NEVER: &str = "\u{f8ff} \u{f8fe} ";

fn compile(source: &Source) -> Pack {
    let (mut entries, mut endings, mut possessive) = (Vec::new(), Vec::new(), Vec::new());
    let mut owners: Vec<String> = Vec::new();
    for line in source.lists.iter().flat_map(|(_, list)| lines(list)) {
        if line.tag == "ending" {
            for ending in line.phrases {
                endings.push(ending.clone());
                if line.arguments.contains(&"possessive") {
                    owners.extend(Some(ending).filter(|ending| !ending.is_empty()));
                    possessive.extend(u8::try_from(endings.len()));
                }
            }
        } else if let Some(meaning) = Meaning::parse(line.tag, &line.arguments) {
            entries.extend(line.phrases.into_iter().map(|phrase| (phrase, meaning)));
        }
    }
    entries.extend(names(source.lang));
    let phrases: Vec<(String, Cue)> = cues::entries(source.cues);
    entries.extend(phrases.iter().map(|(phrase, _)| (format!("{NEVER}{phrase}"), Meaning::Common)));
    let lexicon = Lexicon::compile(entries, endings);
    let cues = Cues::compile(phrases, &lexicon);
    Pack { lexicon, cues, decimal: source.decimal, possessive, owners }
}

/// The words that the model has for countries and regions, and the codes of currencies.
fn names(lang: Lang) -> impl Iterator<Item = (String, Meaning)> {
    let countries =
        country_forms(lang).map(|form| (form.form.to_owned(), Meaning::Country(form.country, form.kind)));
    let regions = region_forms(lang).map(|form| (form.form.to_owned(), Meaning::Region(form.region)));
    let codes = Currency::all().map(|currency| (currency.code().to_owned(), Meaning::Currency(currency)));
    countries.chain(regions).chain(codes)
}

/// Reads the lines of a list.
pub(crate) fn lines(list: &str) -> impl Iterator<Item = Line<'_>> {
    let (mut tag, mut section) = ("", Vec::new());
    list.lines().filter_map(move |line| {
        let line = line.split(" #").next().unwrap_or_default().trim();
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        if let Some(header) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            let mut words = header.split_whitespace();
            tag = words.next().unwrap_or_default();
            section = words.collect();
            return None;
        }
        let (phrases, own) = line.rsplit_once(" = ").unwrap_or((line, ""));
        let arguments = section.iter().copied().chain(own.split_whitespace()).collect();
        let phrases = phrases.split(", ").flat_map(expand).collect();
        Some(Line { tag, arguments, phrases })
    })
}

/// Writes out the alternatives of a phrase: `total|mutual (commodity) turnover` is four phrases.
fn expand(phrase: &str) -> Vec<String> {
    let mut written = vec![String::new()];
    for slot in phrase.split_whitespace() {
        let optional = slot.strip_prefix('(').and_then(|slot| slot.strip_suffix(')'));
        let mut words: Vec<&str> =
            optional.unwrap_or(slot).split('|').filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            // A lone "|" is a sign like any other.
            words.push(slot);
        }
        let mut longer = Vec::with_capacity(written.len() * (words.len() + 1));
        for start in &written {
            if optional.is_some() {
                longer.push(start.clone());
            }
            for word in &words {
                let space = if start.is_empty() { "" } else { " " };
                longer.push(format!("{start}{space}{}", word.replace('_', " ")));
            }
        }
        written = longer;
    }
    written.retain(|phrase| !fold_phrase(phrase).is_empty());
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_list_is_understood() {
        for source in [&ENGLISH] {
            for (name, list) in source.lists {
                for line in lines(list) {
                    let known = line.tag == "ending" || Meaning::parse(line.tag, &line.arguments).is_some();
                    assert!(known, "{name}: [{}] {:?} {:?}", line.tag, line.arguments, line.phrases);
                }
            }
            for line in source.cues.iter().flat_map(|list| lines(list)) {
                let known = Cue::parse(line.tag, &line.arguments).is_some();
                assert!(known, "[{}] {:?} {:?}", line.tag, line.arguments, line.phrases);
            }
        }
    }

    #[test]
    fn writes_out_alternatives() {
        assert_eq!(
            expand("total|mutual (goods) turnover"),
            ["total turnover", "total goods turnover", "mutual turnover", "mutual goods turnover"]
        );
        assert_eq!(expand("bring|brought up_to"), ["bring up to", "brought up to"]);
        assert_eq!(expand("|"), ["|"]);
    }
}
