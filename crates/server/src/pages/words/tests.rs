//! The message files: every language has the same keys with the same arguments, and each key is used.

use super::*;
use entente_model::{
    AgreementStatus, Basis, ClaimKind, EntryKind, EventKind, ItemStatus, Modality, Portion, ProjectStage,
    PublishedBasis, Status, Tier, TradeFlow,
};
use entente_observatory::conflicts::Cause;
use entente_observatory::corrections::FIELDS;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Lists whose words are put together with `Words::word`: the key's beginning, the words.
fn lists() -> Vec<(&'static str, Vec<&'static str>)> {
    macro_rules! all {
        ($list:ty) => {
            <$list>::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>()
        };
    }
    let languages = Lang::ALL.iter().copied().chain([Lang::Und]).map(Lang::code).collect();
    vec![
        ("outcome", all!(Outcome)),
        ("tally", all!(Outcome)),
        ("meaning", all!(Outcome)),
        ("marks-claims", all!(Outcome)),
        ("theme", all!(crate::pages::theme::Theme)),
        ("claim-kind", all!(ClaimKind)),
        ("claim-modality", all!(Modality)),
        ("tiers", all!(Tier)),
        ("datasets-basis", all!(Basis)),
        ("published", all!(PublishedBasis)),
        ("doubt", all!(entente_model::Doubt)),
        ("lang", languages),
        ("claim-portion", all!(Portion)),
        ("trade-flow", all!(TradeFlow)),
        ("basis", all!(Basis)),
        ("status", all!(Status)),
        ("tier", all!(Tier)),
        ("event-kind", all!(EventKind)),
        ("project-stage", all!(ProjectStage)),
        ("remark-topic", vec!["relations", "trade", "potential", "partner_rank"]),
        ("item-status", all!(ItemStatus)),
        ("agreement-status", all!(AgreementStatus)),
        (
            "entry-field",
            EntryKind::ALL.iter().flat_map(|kind| kind.fields()).map(|field| field.name).collect(),
        ),
        ("isic", crate::pages::register::projects::SECTIONS.to_vec()),
        ("standing", vec!["conflict", "revision", "agreement"]),
        ("cause", all!(Cause)),
        ("claim-field", FIELDS.to_vec()),
        ("session-status", vec!["held", "planned"]),
        ("target-status", vec!["open", "met", "missed", "no_data", "moved", "dropped"]),
        (
            "change",
            vec![
                "set",
                "repeated",
                "dated",
                "raised",
                "lowered",
                "postponed",
                "brought_forward",
                "step",
                "undated",
            ],
        ),
        (
            "commission",
            vec![
                "business_council",
                "demarcation",
                "intergovernmental",
                "interparliamentary",
                "water",
                "working_group",
            ],
        ),
        ("effect", vec!["explains", "widens", "named"]),
    ]
}

/// Returns the keys of a file with the arguments that each names.
fn keys(file: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut current = None;
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
            assert!(found.insert(key, BTreeSet::new()).is_none(), "{key} stands twice");
            current = Some(key);
        }
        let Some(arguments) = current.and_then(|key| found.get_mut(key)) else { continue };
        for rest in line.split('$').skip(1) {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(rest.len());
            let name = &rest[..end];
            let stem = ["-gen", "-dat", "-ins", "-pre"].iter().find_map(|case| name.strip_suffix(case));
            arguments.insert(stem.unwrap_or(name));
        }
    }
    found
}

/// Returns the source of this crate but for tests.
fn source() -> String {
    fn read(folder: &Path, out: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, out);
            } else if path.extension().is_some_and(|ext| ext == "rs") && !path.ends_with("tests.rs") {
                out.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut out = String::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut out);
    out
}

#[test]
fn every_language_has_the_same_keys_with_the_same_arguments() {
    let (_, english) = FILES[0];
    let english = keys(english);
    for (lang, file) in FILES {
        let own = keys(file);
        let missing: Vec<_> = english.keys().filter(|key| !own.contains_key(*key)).collect();
        let foreign: Vec<_> = own.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(
            missing.is_empty() && foreign.is_empty(),
            "{lang} lacks {missing:?} and has {foreign:?} beyond"
        );
        for (key, arguments) in &own {
            assert_eq!(arguments, &english[key], "{lang}: the arguments of {key}");
        }
    }
}

#[test]
fn every_key_is_used_and_every_list_is_whole() {
    let source = source();
    let of_lists: BTreeSet<String> = lists()
        .into_iter()
        .flat_map(|(list, words)| {
            words.into_iter().map(move |word| format!("{list}-{}", word.replace('_', "-")))
        })
        .collect();
    let (_, english) = FILES[0];
    let english = keys(english);
    for key in english.keys() {
        let used = source.contains(&format!("\"{key}\"")) || of_lists.contains(*key);
        assert!(used, "nothing uses {key}");
    }
    for key in &of_lists {
        assert!(english.contains_key(key.as_str()), "{key} has no text");
    }
}

#[test]
fn every_message_renders_in_every_language() {
    let (_, english) = FILES[0];
    for (key, arguments) in keys(english) {
        for lang in Words::languages() {
            for value in [0, 1, 2, 5, 21] {
                let args =
                    arguments.iter().map(|name| ((*name).to_owned().into(), argument(name, value))).collect();
                let text = Words::of(lang).say(&Message { key: key.to_owned().into(), args });
                assert!(!text.contains(['{', '<', '$']) && !text.starts_with('['), "{lang}: {key}: {text}");
                assert!(!text.trim().is_empty(), "{lang}: {key}");
            }
        }
    }
}

fn argument(name: &str, value: u64) -> Arg {
    // What some language asks for in a case is something that has cases.
    let has_cases = FILES.iter().any(|(_, file)| file.contains(&format!("${name}-gen")));
    if has_cases { Arg::Country("KAZ".parse().unwrap()) } else { number(value) }
}

#[test]
fn values_are_written_by_language() {
    let amount: Decimal = "4490000000".parse().unwrap();
    let usd = "USD".parse().unwrap();
    assert_eq!(Words::of(Lang::En).quantity(amount, usd), "$4.49\u{a0}billion");
    assert_eq!(Words::of(Lang::Ru).quantity(amount, usd), "4,49\u{a0}млрд\u{a0}долл.\u{a0}США");
}
