//! The message files of verdicts and answers: every language has the same keys with the same arguments.

use super::*;
use crate::inflected::CASES;
use entente_analysis::messages::{DEFINITION_ARGS, KEYS};
use entente_model::{Arg, Decimal};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Returns the keys of a language with the arguments that each names, in whatever case.
fn keys(lang: Lang) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    // The grid itself says in English what these say; the page of definitions looks each of them up.
    let of_grid = [entente_analysis::messages::RUSSIAN_GRID];
    for (_, file) in FILES.iter().filter(|(of, file)| *of == lang && !of_grid.contains(file)) {
        let mut current = None;
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
                assert!(found.insert(key, BTreeSet::new()).is_none(), "{lang}: {key} stands twice");
                current = Some(key);
            }
            let Some(arguments) = current.and_then(|key| found.get_mut(key)) else { continue };
            for rest in line.split('$').skip(1) {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(rest.len());
                let name = &rest[..end];
                let stem = CASES.iter().find_map(|case| name.strip_suffix(case.name())?.strip_suffix('-'));
                arguments.insert(stem.unwrap_or(name));
            }
        }
    }
    found
}

#[test]
fn every_language_has_the_same_keys_with_the_same_arguments() {
    let english = keys(Lang::En);
    for lang in CATALOGUE.languages() {
        let own = keys(lang);
        assert_eq!(own.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "{lang}");
        for (key, arguments) in own {
            // Only languages with cases ask for them; only some set values of units apart.
            let grammar = |name: &&&str| !["case"].contains(*name);
            let named: BTreeSet<_> = arguments.iter().filter(grammar).collect();
            let known: BTreeSet<_> = english[key].iter().collect();
            let listed =
                KEYS.iter().find(|(listed, _)| *listed == key).map_or(DEFINITION_ARGS, |(_, args)| args);
            let strange: Vec<_> = named.difference(&known).filter(|name| !listed.contains(**name)).collect();
            assert!(strange.is_empty(), "{lang}: {key} has {strange:?}");
        }
    }
}

#[test]
fn every_message_renders_with_its_arguments() {
    for lang in CATALOGUE.languages() {
        for (key, arguments) in keys(lang) {
            for number in [1, 3, 11, 21] {
                let args = arguments.iter().map(|name| (Cow::Borrowed(*name), argument(key, name, number)));
                let text = CATALOGUE.render(&Message { key: key.into(), args: args.collect() }, lang);
                assert!(!text.contains(['{', '<']) && !text.starts_with('['), "{lang}: {key}: {text}");
                assert!(!text.is_empty() && !text.ends_with("  "), "{lang}: {key}: {text:?}");
            }
        }
    }
}

fn argument(key: &str, name: &str, number: i64) -> Arg {
    match name {
        "first" | "second" | "reporter" | "country" => Arg::Country("KAZ".parse().unwrap()),
        "region" => Arg::Region("CENTRAL_ASIA".parse().unwrap()),
        "period" | "base" | "before" | "deadline" | "horizon" => Arg::Period("2023".parse().unwrap()),
        "case" => Arg::Text("gen".into()),
        "count" | "partners" | "every" | "ahead" => Arg::Number(Decimal::from(number)),
        "value" if key.starts_with("quantity") || key.starts_with("scale") => {
            Arg::Number(Decimal::from(number))
        }
        _ => Arg::Text("x".into()),
    }
}

#[test]
fn lists_are_joined() {
    let list_of = |items: &[&str]| list(&items.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>());
    assert_eq!(list_of(&["a", "b", "c"]), "a; b; c");
    assert_eq!(list_of(&["a"]), "a");
}

#[test]
fn a_key_without_text_is_seen() {
    assert_eq!(render(&Message::new("no-such-key"), Lang::En), "<no-such-key>");
}

#[test]
fn english_in_place_of_another_language_is_seen() {
    let text = render(&Message::new("summary-open"), Lang::Uz);
    assert!(text.starts_with("[en] Open: "), "{text}");
}

#[test]
fn a_sentence_takes_its_parts_in_their_case() {
    let kazakhstan = || Arg::Country("KAZ".parse().unwrap());
    let what = Message::new("turnover_first_reports").with("first", kazakhstan());
    let value = Arg::Quantity("4486123456.78".parse().unwrap(), "USD".parse().unwrap());
    let reading = Message::new("reading-gives")
        .with("what", Arg::Message(Box::new(what)))
        .with("value", value)
        .with("period", Arg::Period("2023".parse().unwrap()));
    let summary =
        Message::new("summary-supported").with("agree", Arg::List(vec![Arg::Message(Box::new(reading))]));
    let text = render(&summary, Lang::Ru).replace('\u{a0}', " ");
    assert_eq!(text, "По отчётности Казахстана – 4,486 млрд долл. США за 2023 год.");
    assert_eq!(render(&summary, Lang::En), "Kazakhstan's report gives $4.486 billion for 2023.");
}
