//! What near-copies of one text are known by: a news item that ten outlets print is one voice and not ten.
//!
//! A signature is the least value that each of 64 hash functions takes over the runs of five words of a text, the words
//! folded (MinHash; Broder, "On the resemblance and containment of documents", 1997): two signatures agree in about that
//! part of their values in which the two texts share their runs. A second, smaller signature is of the numbers alone,
//! so that this month's release is no copy of last month's, which differs in its figures only.

/// How many hash functions look at the words.
const WORDS: usize = 64;
/// How many look at the numbers.
const NUMBERS: usize = 16;
/// How many words a run has.
const RUN: usize = 5;
/// How many runs a text has at least: shorter ones are alike by chance.
const FEWEST: usize = 20;
/// How many values make a key.
const ROWS: usize = 4;
/// How many keys a signature is found by.
pub const KEYS: usize = 8;
/// In how many of the 64 values near-copies agree at least: 0.7 of their runs are shared.
const ALIKE: usize = 45;
/// In how many of the 16 values of their numbers they agree at least.
const SAME_NUMBERS: usize = 10;

/// The signature of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    words: [u32; WORDS],
    numbers: [u32; NUMBERS],
}

impl Signature {
    /// Returns the signature of a text; none where it is too short to be told from others. Linear in the text.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let mut signature = Self { words: [u32::MAX; WORDS], numbers: [u32::MAX; NUMBERS] };
        let mut run = [0_u64; RUN];
        let mut count = 0_usize;
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            let hash = hash_of(word);
            if word.starts_with(|c: char| c.is_ascii_digit()) {
                least(&mut signature.numbers, hash);
            }
            run[count % RUN] = hash;
            count += 1;
            if count >= RUN {
                // From the oldest word of the run to the newest.
                let mixed = (0..RUN).fold(0_u64, |mixed, at| mix(mixed ^ run[(count + at) % RUN]));
                least(&mut signature.words, mixed);
            }
        }
        (count >= FEWEST + RUN - 1).then_some(signature)
    }

    /// Says whether two texts are near-copies.
    #[must_use]
    pub fn is_near(&self, other: &Self) -> bool {
        let same_numbers = self.numbers.iter().zip(&other.numbers).filter(|(a, b)| a == b).count();
        self.agrees_in(other) >= ALIKE && same_numbers >= SAME_NUMBERS
    }

    /// Returns in how many of 64 values two signatures agree.
    #[must_use]
    pub fn agrees_in(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).filter(|(a, b)| a == b).count()
    }

    /// Returns the keys that near-copies are looked up by: most pairs of them share one (locality-sensitive hashing in
    /// bands of four values; of pairs that share 0.8 of their runs 98 in 100 do, of those that share 0.3 one in 16).
    #[must_use]
    pub fn keys(&self) -> [i64; KEYS] {
        let mut keys = [0; KEYS];
        for ((band, key), rows) in (0_u64..).zip(&mut keys).zip(self.words.chunks(ROWS)) {
            let mixed = rows.iter().fold(band, |mixed, row| mix(mixed ^ u64::from(*row)));
            *key = mixed.cast_signed();
        }
        keys
    }

    /// Returns the signature as bytes, to be stored.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.words.iter().chain(&self.numbers).flat_map(|value| value.to_le_bytes()).collect()
    }

    /// Reads a signature from its bytes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut values = bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]));
        let mut signature = Self { words: [0; WORDS], numbers: [0; NUMBERS] };
        for value in signature.words.iter_mut().chain(&mut signature.numbers) {
            *value = values.next()?;
        }
        (bytes.len() == 4 * (WORDS + NUMBERS)).then_some(signature)
    }
}

/// Keeps the least value of each hash function: multiplications by odd numbers, of which the high halves are taken
/// (Dietzfelbinger et al., "A reliable randomized algorithm for the closest-pair problem", 1997).
fn least(values: &mut [u32], hash: u64) {
    let mut factor = 0x9E37_79B9_7F4A_7C15_u64;
    for value in values {
        factor = factor.wrapping_mul(0xD134_2543_DE82_EF95).wrapping_add(0x2545_F491_4F6C_DD1E) | 1;
        let high = hash.wrapping_mul(factor) >> 32;
        *value = (*value).min(u32::try_from(high).unwrap_or(u32::MAX));
    }
}

/// Returns the hash of a word in small letters (FNV-1a over its characters).
fn hash_of(word: &str) -> u64 {
    let fold = |hash: u64, c: char| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01B3);
    word.chars().flat_map(char::to_lowercase).fold(0xCBF2_9CE4_8422_2325, fold)
}

/// Mixes the bits of a number (the finaliser of splitmix64).
const fn mix(mut x: u64) -> u64 {
    x = x.wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::{KEYS, Signature};

    /// A text of numbered words, of which those from `changed` on for `count` are others.
    fn text(words: usize, changed: usize, count: usize) -> String {
        let word = |at: usize| {
            if (changed..changed + count).contains(&at) { format!("y{at}") } else { format!("x{at}") }
        };
        (0..words).map(word).collect::<Vec<_>>().join(" ")
    }

    fn signature(text: &str) -> Signature {
        Signature::of(text).unwrap()
    }

    fn share_a_key(a: &Signature, b: &Signature) -> bool {
        let (a, b) = (a.keys(), b.keys());
        (0..KEYS).any(|at| a[at] == b[at])
    }

    #[test]
    fn a_text_with_another_headline_is_a_copy() {
        let original = signature(&text(300, 0, 0));
        let copy = signature(&format!("ANOTHER headline! By somebody. {}", text(300, 0, 0).to_uppercase()));
        assert!(original.is_near(&copy) && share_a_key(&original, &copy));
        // A tenth of it rewritten: 266 runs of 326 are shared.
        let rewritten = signature(&text(300, 100, 26));
        assert!(original.is_near(&rewritten) && share_a_key(&original, &rewritten));
    }

    #[test]
    fn a_text_that_shares_half_is_none() {
        let original = signature(&text(300, 0, 0));
        for (changed, count) in [(100, 100), (0, 150), (150, 150), (0, 300)] {
            assert!(!original.is_near(&signature(&text(300, changed, count))), "{changed} {count}");
        }
    }

    #[test]
    fn agreement_is_about_what_is_shared() {
        let original = signature(&text(1000, 0, 0));
        for count in [50, 100, 200, 400] {
            let other = signature(&text(1000, 300, count));
            let shared = 1000.0 - 4.0 - (count as f64 + 4.0);
            let expected = 64.0 * shared / (2.0 * 996.0 - shared);
            let off = (original.agrees_in(&other) as f64 - expected).abs();
            assert!(off < 12.0, "{count}: {} for {expected}", original.agrees_in(&other));
        }
    }

    #[test]
    fn the_same_words_with_other_figures_are_another_text() {
        let report = |a: &str, b: &str| signature(&format!("{} trade {a} and exports {b}", text(200, 0, 0)));
        assert!(!report("4512", "3120").is_near(&report("4720", "3309")));
        assert!(report("4512", "3120").is_near(&report("4512", "3120")));
    }

    #[test]
    fn short_texts_have_none_and_bytes_are_read_again() {
        assert_eq!(Signature::of("Trade grew by a tenth."), None);
        assert_eq!(Signature::of(""), None);
        let original = signature(&text(50, 0, 0));
        assert_eq!(Signature::from_bytes(&original.to_bytes()), Some(original.clone()));
        assert_eq!(Signature::from_bytes(&original.to_bytes()[1..]), None);
    }
}
