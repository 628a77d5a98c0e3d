//! The people whom the gold names at events, against the officials that were found.
//!
//! The gold names those who took part in events, and not everybody whom a text names; so it can tell who is missed, and
//! not who is found too many.

use serde_json::Value;

use super::agree::get;
use super::corpus::Text;

/// Of the people whom the gold names: how many there are, are found, have an office, and have a country too.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Officials {
    pub(super) gold: u32,
    pub(super) found: u32,
    pub(super) with_office: u32,
    pub(super) with_country: u32,
}

impl Officials {
    /// Counts in one text.
    pub(super) fn of(text: &Text, lines: &[Value]) -> Self {
        let officials: Vec<&Value> = lines.iter().filter(|line| get(line, "type") == "official").collect();
        let mut counted: Vec<Vec<String>> = Vec::new();
        let mut sum = Self::default();
        let people = text.events().iter().filter_map(|event| get(event, "people").as_array()).flatten();
        for name in people.filter_map(|person| get(person, "name").as_str()).map(words) {
            if name.is_empty() || counted.iter().any(|known| agree(known, &name)) {
                continue;
            }
            sum.gold += 1;
            let official = officials.iter().find(|official| {
                get(official, "name").as_str().is_some_and(|found| agree(&name, &words(found)))
            });
            if let Some(official) = official {
                let has = |key: &str| get(official, key).is_string();
                sum.found += 1;
                sum.with_office += u32::from(has("office"));
                sum.with_country += u32::from(has("office") && has("country"));
            }
            counted.push(name);
        }
        sum
    }

    pub(super) fn add(self, other: Self) -> Self {
        Self {
            gold: self.gold + other.gold,
            found: self.found + other.found,
            with_office: self.with_office + other.with_office,
            with_country: self.with_country + other.with_country,
        }
    }
}

fn words(name: &str) -> Vec<String> {
    let word = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    name.split([' ', '-']).map(word).filter(|word| !word.is_empty()).collect()
}

/// Two names are of one person where every word of the shorter one is a word of the other.
fn agree(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    !short.is_empty() && short.iter().all(|word| long.iter().any(|other| same_word(word, other)))
}

/// The most letters that an ending adds to a name.
const ENDING: usize = 2;

/// Says whether one word is the other, perhaps with the ending of a case.
fn same_word(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.starts_with(short) && long.chars().count() - short.chars().count() <= ENDING
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_agree_whatever_their_endings() {
        let same = |a: &str, b: &str| agree(&words(a), &words(b));
        assert!(same("Olzhas Bektenov", "Bektenov"));
        assert!(same("Жапаров Акылбек", "Акылбека Жапарова"));
        assert!(same("Choi Kyung-hwan", "Choi Kyung hwan"));
        assert!(!same("Olzhas Bektenov", "Olzhas Smailov"));
        assert!(!same("", "Bektenov"));
    }
}
