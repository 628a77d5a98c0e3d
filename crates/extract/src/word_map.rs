//! A table by words of a text: nearly all are short enough to be one number, which is hashed and compared in one step.

use rustc_hash::FxHashMap;

/// What is known of words, by their folded bytes, none of which is zero.
#[derive(Debug, Clone)]
pub(crate) struct WordMap<V> {
    /// Words of up to eight bytes.
    short: FxHashMap<u64, V>,
    /// Words of up to sixteen.
    middle: FxHashMap<u128, V>,
    long: FxHashMap<Box<[u8]>, V>,
}

impl<V> Default for WordMap<V> {
    fn default() -> Self {
        Self { short: FxHashMap::default(), middle: FxHashMap::default(), long: FxHashMap::default() }
    }
}

/// A word of up to eight bytes as a number, the first byte the lowest. Its two halves are read at once, and may overlap.
fn short(word: &[u8]) -> u64 {
    let last = word.len().saturating_sub(4);
    match (word.first_chunk(), word.last_chunk()) {
        (Some(first), Some(end)) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*end)) << (8 * last)
        }
        _ => word.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)),
    }
}

/// A word of nine to sixteen bytes as a number in the same way.
fn middle(word: &[u8]) -> u128 {
    let last = word.len().saturating_sub(8);
    match (word.first_chunk(), word.last_chunk()) {
        (Some(first), Some(end)) => {
            u128::from(u64::from_le_bytes(*first)) | u128::from(u64::from_le_bytes(*end)) << (8 * last)
        }
        _ => u128::from(short(word)),
    }
}

impl<V> WordMap<V> {
    /// Returns what is known of a word.
    pub(crate) fn get(&self, word: &[u8]) -> Option<&V> {
        match word.len() {
            0 => None,
            1..=8 => self.short.get(&short(word)),
            9..=16 => self.middle.get(&middle(word)),
            _ => self.long.get(word),
        }
    }

    /// Returns what is known of each word, in no order.
    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.short.values().chain(self.middle.values()).chain(self.long.values())
    }

    /// Returns the words of which something is known that a test accepts, in no order.
    pub(crate) fn words(&self, accept: impl Fn(&V) -> bool + Copy) -> Vec<Box<[u8]>> {
        let without_zeros = |bytes: &[u8]| bytes.iter().copied().take_while(|byte| *byte != 0).collect();
        let short = self.short.iter().filter(|(_, known)| accept(known));
        let middle = self.middle.iter().filter(|(_, known)| accept(known));
        let long = self.long.iter().filter(|(_, known)| accept(known));
        short
            .map(|(word, _)| without_zeros(&word.to_le_bytes()))
            .chain(middle.map(|(word, _)| without_zeros(&word.to_le_bytes())))
            .chain(long.map(|(word, _)| word.clone()))
            .collect()
    }
}

impl<V: Default> WordMap<V> {
    /// Returns the place of what is known of a word, for it to be changed.
    pub(crate) fn entry(&mut self, word: &[u8]) -> &mut V {
        match word.len() {
            0..=8 => self.short.entry(short(word)).or_default(),
            9..=16 => self.middle.entry(middle(word)).or_default(),
            _ => self.long.entry(word.into()).or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::WordMap;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn holds_what_a_map_of_strings_holds(words in prop::collection::vec("[a-cя]{1,20}", 0..40), other in "[a-cя]{1,20}") {
            let (mut map, mut plain) = (WordMap::<u32>::default(), BTreeMap::<String, u32>::new());
            for word in &words {
                *map.entry(word.as_bytes()) += 1;
                *plain.entry(word.clone()).or_default() += 1;
            }
            for word in words.iter().chain([&other]) {
                prop_assert_eq!(map.get(word.as_bytes()), plain.get(word));
            }
            let mut listed = map.words(|_| true);
            listed.sort();
            prop_assert_eq!(listed, plain.keys().map(|word| word.as_bytes().into()).collect::<Vec<Box<[u8]>>>());
            prop_assert_eq!(map.values().sum::<u32>() as usize, words.len());
        }
    }
}
