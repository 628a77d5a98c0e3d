//! Words that grow by chains of endings, as those of Kazakh and Uzbek do: their stem, and what the endings tell.

use super::form::Form;
use crate::pack::lines;

/// An ending as texts are looked up: folded.
#[derive(Debug)]
struct Ending {
    letters: Box<[u8]>,
    /// Its place in the chain: it goes behind endings of lower places.
    place: u8,
    form: Form,
}

/// The endings of a language.
#[derive(Debug)]
pub(super) struct Chain {
    /// By the letter that they end with, from a to z.
    by_last: [Vec<Ending>; 26],
}

/// A chain has at most so many letters, and a word with more is looked up by its last ones.
const LONGEST: usize = 24;

/// A stem has at least so many letters.
const SHORTEST_STEM: usize = 2;

/// So many ways of cutting the same letters off are kept.
const WAYS: usize = 4;

/// The ways of cutting a word at one place: the lowest place in the chain that was used, and what all endings tell.
#[derive(Clone, Copy, Default)]
struct Cut {
    ways: [(u8, Form); WAYS],
    used: usize,
}

impl Cut {
    fn add(&mut self, place: u8, form: Form) {
        let known = &mut self.ways[..self.used];
        if let Some(same) = known.iter_mut().find(|way| way.0 == place) {
            same.1 = same.1.with(form);
        } else if self.used < WAYS {
            self.ways[self.used] = (place, form);
            self.used += 1;
        }
    }

    fn ways(&self) -> &[(u8, Form)] {
        &self.ways[..self.used]
    }

    /// What the endings tell, all ways taken together: -ды is a case of nouns and a time of verbs.
    fn form(&self) -> Form {
        self.ways().iter().fold(Form::NONE, |all, (_, form)| all.with(*form))
    }
}

impl Chain {
    /// Reads the endings of a list, each folded as the words of texts are.
    pub(super) fn new(list: &str, fold: impl Fn(&str) -> Vec<u8>) -> Self {
        let mut by_last: [Vec<Ending>; 26] = std::array::from_fn(|_| Vec::new());
        for line in lines(list).filter(|line| line.tag == "ending") {
            let place = line.arguments.first().and_then(|place| place.parse().ok()).unwrap_or(0);
            let form =
                line.arguments[1..].iter().filter_map(|name| Form::parse(name)).fold(Form::NONE, Form::with);
            for phrase in &line.phrases {
                let letters = fold(phrase);
                if let Some(group) =
                    letters.last().and_then(|last| by_last.get_mut(usize::from(last.wrapping_sub(b'a'))))
                {
                    group.push(Ending { letters: letters.into(), place, form });
                }
            }
        }
        Self { by_last }
    }

    /// Returns what `look` finds for the longest stem of a word, and what the endings behind it tell.
    pub(super) fn stem<T>(&self, word: &[u8], look: impl Fn(&[u8]) -> Option<T>) -> Option<(T, Form)> {
        let lowest = SHORTEST_STEM.max(word.len().saturating_sub(LONGEST));
        // For each number of letters cut off, how that can be.
        let mut cuts = [Cut::default(); LONGEST + 1];
        cuts[0].add(u8::MAX, Form::NONE);
        for off in 0..=word.len().checked_sub(lowest)? {
            let (cut, at) = (cuts[off], word.len() - off);
            if cut.used == 0 {
                continue;
            }
            if off > 0
                && let Some(found) = with_voiceless(word, at, &look)
            {
                return Some((found, cut.form()));
            }
            let Some(group) = self.by_last.get(usize::from(word[at - 1].wrapping_sub(b'a'))) else {
                continue;
            };
            for ending in group {
                let start = at.saturating_sub(ending.letters.len());
                if start < lowest || !word[..at].ends_with(&ending.letters) {
                    continue;
                }
                for (place, form) in cut.ways() {
                    if ending.place < *place {
                        cuts[word.len() - start].add(ending.place, form.with(ending.form));
                    }
                }
            }
        }
        None
    }

    /// Returns what an ending that stands by itself tells: "-тан" behind a figure. None where it is no ending.
    pub(super) fn alone(&self, ending: &[u8]) -> Option<Form> {
        let mut padded = b"..".to_vec();
        padded.extend_from_slice(ending);
        self.stem(&padded, |stem| (stem == b"..").then_some(())).map(|((), form)| form)
    }
}

/// Looks up the stem that ends at a place; before a vowel its last letter may have become voiced.
fn with_voiceless<T>(word: &[u8], at: usize, look: impl Fn(&[u8]) -> Option<T>) -> Option<T> {
    let (stem, rest) = word.split_at(at);
    look(stem).or_else(|| {
        let voiceless: &[u8] = match stem.last()? {
            b'g' => b"qk",
            b'b' => b"p",
            _ => return None,
        };
        matches!(rest.first()?, b'a' | b'e' | b'i' | b'o' | b'u').then_some(())?;
        voiceless.iter().find_map(|last| {
            let mut hard = stem.to_vec();
            *hard.last_mut()? = *last;
            look(&hard)
        })
    })
}
