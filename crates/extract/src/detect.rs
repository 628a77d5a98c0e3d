//! The language of a text, from its beginning; the words that tell it stand in `packs/languages.txt`.

use crate::letter::{is_letter, small};
use crate::pack::lines;
use crate::token::is_apostrophe;
use crate::word_map::WordMap;
use entente_model::Lang;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// As much of a text as is looked at, in bytes.
const LOOKED_AT: usize = 2048;

/// A longer word is in no list; the bound keeps the folding buffer on the stack.
const LONGEST_WORD: usize = 40;

/// How much words and letters say, for each language in the order of `Lang::ALL`.
type Weights = [u8; 4];

const FREQUENT: u8 = 4;
const TOPICAL: u8 = 1;

/// The words and letters that tell languages.
struct Table {
    words: WordMap<Weights>,
    letters: FxHashMap<char, Weights>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { words: WordMap::default(), letters: FxHashMap::default() };
    for line in lines(include_str!("../packs/languages.txt")) {
        let lang = line.arguments.first().and_then(|lang| lang.parse::<Lang>().ok());
        let Some(at) = lang.and_then(|lang| Lang::ALL.iter().position(|known| *known == lang)) else {
            continue;
        };
        for word in &line.phrases {
            if line.tag == "letters" {
                word.chars().for_each(|letter| table.letters.entry(letter).or_default()[at] = 1);
            } else {
                let weight = if line.tag == "frequent" { FREQUENT } else { TOPICAL };
                let weights = table.words.entry(word.as_bytes());
                weights[at] = weights[at].max(weight);
            }
        }
    }
    table
});

/// Returns the language of a text by its first 2 KB; `Und` where it is none of ours.
///
/// Frequent words count most; letters that only one language has decide between the Cyrillic ones.
#[must_use]
pub fn detect(text: &str) -> Lang {
    let evidence = Evidence::of(&text[..text.floor_char_boundary(LOOKED_AT)]);
    evidence.lang().unwrap_or(Lang::Und)
}

/// What a text shows of its language.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Evidence {
    scores: [u32; 4],
    /// How many words it has.
    pub words: u32,
}

impl Evidence {
    /// Looks at a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut evidence = Self::default();
        let table = &*TABLE;
        let mut word = Word::new();
        let mut rest = text;
        loop {
            rest = word.small_letters(rest);
            if let [b' ' | b',' | b'.' | b'-' | b'0'..=b'9', ..] = rest.as_bytes() {
                evidence.end(&mut word, table);
                rest = &rest[1..];
                continue;
            }
            let mut chars = rest.chars();
            let Some(c) = chars.next().map(small) else { break };
            rest = chars.as_str();
            match c {
                _ if is_letter(c) => {
                    word.push(c);
                    // Few letters tell, and most are basic ones of their script.
                    if !matches!(c, 'a'..='z' | 'а'..='ш' | 'ь'..='я' | 'ъ')
                        && let Some(weights) = table.letters.get(&c)
                    {
                        evidence.add(weights);
                    }
                }
                _ if is_apostrophe(c) && word.length > 0 => word.push('\''),
                _ => evidence.end(&mut word, table),
            }
        }
        evidence.end(&mut word, table);
        evidence
    }

    /// Counts a word that ends, if there is one.
    fn end(&mut self, word: &mut Word, table: &Table) {
        if word.length == 0 {
            return;
        }
        if let Some(weights) = word.plain().and_then(|word| table.words.get(word)) {
            self.add(weights);
        }
        self.words += 1;
        word.length = 0;
    }

    fn add(&mut self, weights: &Weights) {
        for (score, weight) in self.scores.iter_mut().zip(weights) {
            *score += u32::from(*weight);
        }
    }

    /// The language that it shows; none where too little is known of any.
    pub(crate) fn lang(&self) -> Option<Lang> {
        let best = self.scores.into_iter().zip(Lang::ALL).max_by_key(|(score, _)| *score);
        // Half a frequent word in ten is little; a text of ours has far more.
        best.filter(|(score, _)| *score > 0 && score * 5 >= self.words).map(|(_, lang)| lang)
    }

    /// Says whether a frequent word speaks for a language, and less for any other.
    pub(crate) fn is_clearly(&self, lang: Lang) -> bool {
        let others = self.scores.into_iter().zip(Lang::ALL).filter(|(_, other)| *other != lang);
        let score = self.score(lang);
        score >= u32::from(FREQUENT) && others.into_iter().all(|(other, _)| other < score)
    }

    /// How much speaks for a language.
    pub(crate) fn score(&self, lang: Lang) -> u32 {
        let at = Lang::ALL.iter().position(|known| *known == lang);
        at.map_or(0, |at| self.scores[at])
    }
}

/// A word in lower case, on the stack.
struct Word {
    bytes: [u8; LONGEST_WORD],
    length: usize,
}

impl Word {
    const fn new() -> Self {
        Self { bytes: [0; LONGEST_WORD], length: 0 }
    }

    /// Takes the small letters of ASCII that a text opens with, and returns what stands behind them.
    fn small_letters<'t>(&mut self, text: &'t str) -> &'t str {
        let letters = text.bytes().take_while(u8::is_ascii_lowercase).count();
        let (letters, rest) = text.split_at(letters);
        if let Some(room) = self.bytes.get_mut(self.length..self.length + letters.len()) {
            room.copy_from_slice(letters.as_bytes());
        }
        self.length += letters.len();
        rest
    }

    fn push(&mut self, c: char) {
        let room = self.bytes.get_mut(self.length..self.length + c.len_utf8());
        if let Some(room) = room {
            c.encode_utf8(room);
        }
        self.length += c.len_utf8();
    }

    /// The word without the marks of quotation behind it; none where it is too long for any list.
    fn plain(&self) -> Option<&[u8]> {
        let mut word = self.bytes.get(..self.length)?;
        while let Some(shorter) = word.strip_suffix(b"'") {
            word = shorter;
        }
        Some(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_four_languages_and_others() {
        for (text, lang) in [
            ("Trade between the two countries grew by a fifth.", Lang::En),
            ("Kenyan exports hit $2 billion", Lang::En),
            ("Chile-Peru trade turnover doubled", Lang::En),
            ("Товарооборот между странами вырос на пятую часть за год.", Lang::Ru),
            ("Экспорт Грузии удвоился", Lang::Ru),
            ("Екі ел арасындағы тауар айналымы өсті және жаңа жобалар басталды.", Lang::Kk),
            ("Eki el arasyndaǵy taýar aınalymy ósti jáne jańa jobalar bastaldy.", Lang::Kk),
            ("Ikki davlat o‘rtasidagi savdo aylanmasi oshdi va yangi loyihalar boshlandi.", Lang::Uz),
            ("Икки давлат ўртасидаги савдо айланмаси ошди ва янги лойиҳалар бошланди.", Lang::Uz),
            ("Der Handel zwischen den beiden Ländern wuchs um ein Fünftel.", Lang::Und),
            ("Le commerce entre les deux pays a augmenté d’un cinquième depuis un an.", Lang::Und),
            ("El comercio entre los dos países creció una quinta parte.", Lang::Und),
            ("两国贸易额增长了五分之一。", Lang::Und),
            ("", Lang::Und),
            ("12345 !!! 678", Lang::Und),
        ] {
            assert_eq!(detect(text), lang, "{text}");
        }
    }

    #[test]
    fn every_line_of_the_list_names_a_language() {
        for line in lines(include_str!("../packs/languages.txt")) {
            assert!(matches!(line.tag, "frequent" | "topical" | "letters"), "{}", line.tag);
            assert!(line.arguments.iter().all(|lang| lang.parse::<Lang>().is_ok()), "{:?}", line.arguments);
        }
    }
}
