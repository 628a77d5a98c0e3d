//! The message files: every key is there, with the arguments that it is given.

use entente_analysis::definitions;
use entente_analysis::messages::{DEFINITION_ARGS, ENGLISH, KEYS};
use entente_model::{Arg, Message, Verdict};
use std::collections::BTreeMap;

fn arguments_in(text: &str) -> Vec<&str> {
    text.split("{ $").skip(1).filter_map(|rest| rest.split(" }").next()).collect()
}

/// Checks a message and those within it against the lists.
#[track_caller]
pub(crate) fn check(message: &Message) {
    let known = KEYS.iter().find(|(key, _)| *key == message.key).map(|(_, args)| *args);
    let is_definition = definitions().iter().any(|definition| definition.id.as_str() == message.key);
    let expected = known.or(is_definition.then_some(DEFINITION_ARGS));
    let expected = expected.unwrap_or_else(|| panic!("{} is in no list", message.key));
    let given: Vec<&str> = message.args.iter().map(|(name, _)| name.as_ref()).collect();
    assert!(given.iter().all(|name| expected.contains(name)), "{message:?}");
    let english = ENGLISH.lines().find_map(|line| line.strip_prefix(&format!("{} = ", message.key))).unwrap();
    assert!(arguments_in(english).iter().all(|name| given.contains(name)), "{message:?}");
    message.args.iter().for_each(|(_, arg)| check_argument(arg));
}

fn check_argument(arg: &Arg) {
    match arg {
        Arg::Message(message) => check(message),
        Arg::List(list) => list.iter().for_each(check_argument),
        _ => {}
    }
}

/// Checks every message of a verdict.
pub(crate) fn check_all(verdict: &Verdict) {
    check(&verdict.summary);
    verdict.notes.iter().for_each(check);
}

#[test]
fn the_english_file_has_every_key_once_and_no_other() {
    let lines = ENGLISH.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut english: BTreeMap<&str, &str> = BTreeMap::new();
    for line in lines {
        let (key, text) = line.split_once(" = ").unwrap();
        assert!(english.insert(key, text).is_none(), "{key} stands twice");
    }
    for (key, args) in KEYS {
        let text = english.remove(key).unwrap_or_else(|| panic!("{key} has no words"));
        assert!(arguments_in(text).iter().all(|name| args.contains(name)), "{key}");
    }
    // Those of the pace of targets are told by the outlook.
    for definition in definitions().iter().filter(|definition| !definition.id.as_str().starts_with("target_"))
    {
        let text = english
            .remove(definition.id.as_str())
            .unwrap_or_else(|| panic!("{} has no words", definition.id));
        assert!(arguments_in(text).iter().all(|name| DEFINITION_ARGS.contains(name)), "{}", definition.id);
    }
    assert!(english.is_empty(), "{english:?}");
}
