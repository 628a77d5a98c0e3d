//! How the words of a language change: what a pack's language has beside its lists.

mod chain;
mod form;
mod glued;
mod russian;
mod script;
mod turkic;

pub(crate) use form::Form;
pub(crate) use russian::Russian;
pub(crate) use script::Key;
pub(crate) use turkic::{Kazakh, Uzbek, ends_as_surname};

use crate::lexicon::WordId;
use crate::token::{Folded, Token};

/// What the form of a word says of its place in the sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Case {
    /// The word as it is listed, or a form that says nothing.
    #[default]
    Plain,
    /// It owns what follows: Uzbekistan's.
    Owner,
    /// What stands before belongs to it: the Russian genitive.
    Of,
    /// Towards it.
    To,
    /// Away from it.
    From,
    /// Inside it.
    In,
    /// Together with it.
    With,
    /// By it.
    By,
    /// It is what something is done to.
    Object,
}

/// How the words of a language change.
pub(crate) trait Morphology: Sync {
    /// Writes out the other forms of a listed word, each with what it says. Called when a pack is compiled.
    fn forms(&self, _word: &str, _add: &mut dyn FnMut(&str, Case)) {}

    /// Writes out what a listed name of a country is called by too: "республика Перу".
    fn state(&self, _name: &str) -> Option<String> {
        None
    }

    /// Writes out the forms in which the adjective of a country stands before a hyphen, as lists write words that do not
    /// change: "перуанско-чилийский".
    fn joined(&self, _adjective: &str, _add: &mut dyn FnMut(String)) {}

    /// Says whether words carry chains of endings, too many to write out.
    fn has_chains(&self) -> bool {
        false
    }

    /// What is left of a word of a person's name in all its forms.
    fn name_stem<'w>(&self, word: &'w str) -> &'w str {
        word
    }

    /// Returns a word of a person's name in the nominative, from the case that it stands in.
    fn name_in_nominative(&self, word: &str, _case: Case) -> String {
        word.to_owned()
    }

    /// Returns a place that is in no list as it is called, as far as the ending behind "in" tells.
    fn place_in_nominative(&self, word: &str) -> String {
        word.to_owned()
    }

    /// Returns what the last ending of a word that is in no list seems to tell.
    fn guess(&self, _word: &str) -> Form {
        Form::NONE
    }

    /// Returns a listed word of a text without the ending of its case: "министрінің" is "министрі".
    fn without_case<'w>(&self, word: &'w str, _form: Form) -> &'w str {
        word
    }

    /// Takes the endings off a word of a text, the longest stem first, until `look` knows one. Called once for each
    /// distinct word of a text that is in no list as written.
    fn find(&self, _word: &str, _look: &dyn Fn(&str) -> Option<WordId>) -> Option<(WordId, Form)> {
        None
    }

    /// Says whether the language is written in several alphabets, which `fold` makes one of.
    fn has_script(&self) -> bool {
        false
    }

    /// Adds a letter of a word to the key that it is looked up by.
    fn fold(&self, letter: char, key: &mut Folded) {
        crate::token::fold_letter(letter, key);
    }

    /// Puts the endings of figures, which stand apart from them, to the tokens that they belong to.
    fn join(&self, _text: &str, _tokens: &mut Vec<Token>) {}
}
