//! The cases of each language, `tests/cases/CODE.txt`: texts of our own wording, and all that is read from them.

use crate::shown::{codes, show_claim};
use crate::{Context, extract};
use entente_model::{Event, Lang, Official};
use expect_test::expect_file;
use jiff::civil::date;
use proptest::prelude::*;
use std::fmt::Write as _;

const ENGLISH: &str = include_str!("../tests/cases/en.txt");
const RUSSIAN: &str = include_str!("../tests/cases/ru.txt");
const KAZAKH: &str = include_str!("../tests/cases/kk.txt");
const UZBEK: &str = include_str!("../tests/cases/uz.txt");

/// Reads the texts of a file of cases again and writes what is read behind each.
fn reread(cases: &str, lang: Lang) -> String {
    let mut out = String::new();
    for line in cases.lines().filter(|line| line.starts_with('#')) {
        let _ = writeln!(out, "{line}");
    }
    let context = Context { published: Some(date(2024, 7, 13)), lang: Some(lang), ..Context::default() };
    for text in texts(cases) {
        let _ = writeln!(out, "\n> {}", text.replace('\n', "\\n"));
        let extraction = extract(&text, &context);
        out.extend(extraction.claims.iter().map(show_claim));
        extraction.events.iter().for_each(|event| show_event(&mut out, event));
        extraction.officials.iter().for_each(|official| show_official(&mut out, official));
        for project in &extraction.projects {
            let stage = project.stage.map_or("-".to_owned(), |stage| stage.to_string());
            let _ = writeln!(out, "project {stage}: {}", project.name);
        }
        for remark in &extraction.remarks {
            let speaker = remark.speaker.as_deref().unwrap_or("-");
            let _ = writeln!(out, "remark on {} by {speaker}: {}", remark.topic, remark.quote.exact);
        }
        if let Some(source) = &extraction.attribution.source {
            let _ = writeln!(out, "source: {source}");
        }
    }
    out
}

/// The texts of a file of cases.
fn texts(cases: &str) -> impl Iterator<Item = String> {
    cases.lines().filter_map(|line| line.strip_prefix("> ")).map(|text| text.replace("\\n", "\n"))
}

fn show_event(out: &mut String, event: &Event) {
    let ordinal = event.ordinal.map_or(String::new(), |ordinal| format!(" #{ordinal}"));
    let day = event.date.map_or(String::new(), |date| format!(" on {date}"));
    let until = event.until.map_or(String::new(), |date| format!(" to {date}"));
    let place = event.place.as_deref().map_or(String::new(), |place| format!(" in {place}"));
    let people: Vec<String> = event
        .people
        .iter()
        .map(|person| format!("{} ({})", person.name, person.role.as_deref().unwrap_or("-")))
        .collect();
    let _ = writeln!(
        out,
        "event {}{ordinal}, {}{day}{until}{place}: {} [{}]",
        event.kind,
        event.status,
        event.name,
        people.join(", ")
    );
}

fn show_official(out: &mut String, official: &Official) {
    let country = official.country.map_or("-".to_owned(), |country| codes(&[country]));
    let office = official.office.as_deref().unwrap_or("-");
    let _ = writeln!(out, "official {}: {office} {country}", official.name);
}

#[test]
fn english_is_read_as_the_cases_say() {
    expect_file!["../tests/cases/en.txt"].assert_eq(&reread(ENGLISH, Lang::En));
}

#[test]
fn russian_is_read_as_the_cases_say() {
    expect_file!["../tests/cases/ru.txt"].assert_eq(&reread(RUSSIAN, Lang::Ru));
}

#[test]
fn kazakh_is_read_as_the_cases_say() {
    expect_file!["../tests/cases/kk.txt"].assert_eq(&reread(KAZAKH, Lang::Kk));
}

#[test]
fn uzbek_is_read_as_the_cases_say() {
    expect_file!["../tests/cases/uz.txt"].assert_eq(&reread(UZBEK, Lang::Uz));
}

/// What is done to a text: characters taken out, put in or said twice.
fn mutated(text: &str, changes: &[(u16, u8)]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for (place, what) in changes {
        if letters.is_empty() {
            break;
        }
        let at = usize::from(*place) % letters.len();
        match what % 6 {
            0 => drop(letters.remove(at)),
            1 => letters.insert(at, '\n'),
            2 => letters.insert(at, ' '),
            3 => letters.insert(at, '\u{301}'),
            4 => letters.truncate(at),
            _ => letters.insert(at, letters[at]),
        }
    }
    letters.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn quotes_are_where_they_say_however_a_text_is_spoilt(
        picks in proptest::collection::vec(any::<u16>(), 1..8),
        changes in proptest::collection::vec((any::<u16>(), any::<u8>()), 0..12),
        told in proptest::option::of(proptest::sample::select(vec![Lang::Ru, Lang::Kk, Lang::Uz])),
    ) {
        let all = [RUSSIAN, ENGLISH, KAZAKH, UZBEK];
        let all: Vec<String> = all.into_iter().flat_map(texts).collect();
        let joined: Vec<&str> = picks.iter().map(|&pick| all[usize::from(pick) % all.len()].as_str()).collect();
        let text = mutated(&joined.join("\n\n"), &changes);
        let context = Context { lang: told, ..Context::default() };
        let extraction = extract(&text, &context);
        for quote in crate::shown::quotes(&extraction) {
            let between: String = text.chars().skip(quote.start).take(quote.end - quote.start).collect();
            prop_assert_eq!(&between, &quote.exact);
        }
    }
}
