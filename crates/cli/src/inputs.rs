//! The texts that a command is given: files, addresses, standard input.

use crate::context::Context;
use crate::failure::wrong_usage;
use anyhow::Context as _;
use entente_model::Lang;
use entente_observatory::{FetchPolicy, Fetcher, Hints, Reading, input};
use std::io::Read;
use std::path::Path;

/// A language option: none is `auto`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Language(pub(crate) Option<Lang>);

/// Reads a language option.
pub(crate) fn language(word: &str) -> Result<Language, String> {
    match word {
        "auto" => Ok(Language(None)),
        "en" | "ru" | "kk" | "uz" => {
            word.parse().map(|lang| Language(Some(lang))).map_err(|_| word.to_owned())
        }
        _ => Err(format!("\"{word}\" is not a language that is read; write en, ru, kk, uz or auto")),
    }
}

/// Reads inputs one by one.
pub(crate) struct Reader {
    fetcher: Fetcher,
    follow: bool,
}

impl Reader {
    /// Refuses what can be seen to be wrong before anything is read: a folder where a file is wanted.
    pub(crate) fn new(arguments: &[String]) -> anyhow::Result<Self> {
        if let Some(folder) = arguments.iter().find(|argument| Path::new(argument).is_dir()) {
            return Err(wrong_usage(format!("\"{folder}\" is a folder; name the files in it")));
        }
        Ok(Self { fetcher: Fetcher::new(FetchPolicy::default()), follow: false })
    }

    /// Says whether the pages are read that the items of a feed are summaries of.
    pub(crate) fn following(self, follow: bool) -> Self {
        Self { follow, ..self }
    }

    /// Reads one input; a feed gives one reading an item.
    pub(crate) fn read(&self, argument: &str, hints: &Hints) -> anyhow::Result<Vec<Reading>> {
        let stdin = if argument == "-" { Some(standard_input()?) } else { None };
        Ok(input::read_argument(argument, stdin, &self.fetcher, hints, self.follow)?)
    }
}

/// Says on standard error what is to be told of a text beside what it states.
pub(crate) fn tell_notes(reading: &Reading, context: &Context) {
    for note in &reading.page.notes {
        context.say(&format!("\"{}\": {note}", reading.name));
    }
}

/// Says on standard error that a feed is empty.
pub(crate) fn tell_empty(argument: &str, context: &Context) {
    context.say(&format!("\"{argument}\" is a feed without items"));
}

/// More than this of standard input is not read: the limit of a file and one byte that shows it was passed.
const MOST: u64 = 64 * 1024 * 1024 + 1;

fn standard_input() -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(MOST).read_to_end(&mut bytes).context("standard input cannot be read")?;
    Ok(bytes)
}
