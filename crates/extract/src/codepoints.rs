//! From byte offsets to offsets in code points.

/// Every so many bytes the code points before are noted.
const STEP: usize = 64;

/// The number of code points before every 64th byte of a text.
#[derive(Debug)]
pub(crate) struct CodePoints {
    before: Vec<u32>,
}

impl CodePoints {
    /// Counts the code points of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut sum = 0;
        let before = text
            .as_bytes()
            .chunks(STEP)
            .map(|chunk| {
                let here = sum;
                sum += count(chunk);
                u32::try_from(here).unwrap_or(u32::MAX)
            })
            .collect();
        Self { before }
    }

    /// Returns the number of code points before a byte of the text.
    pub(crate) fn before(&self, text: &str, byte: usize) -> usize {
        let chunk = byte / STEP;
        let noted = self.before.get(chunk).map_or(0, |&n| n as usize);
        let rest = text.as_bytes().get(chunk * STEP..byte).unwrap_or_default();
        noted + count(rest)
    }
}

/// Counts the bytes that open a code point, eight at a time: those that do not are `10xxxxxx` (RFC 3629, section 3).
pub(crate) fn count(bytes: &[u8]) -> usize {
    const LOW_BITS: u64 = 0x0101_0101_0101_0101;
    let (words, rest) = bytes.as_chunks::<8>();
    let inside = |word: &[u8; 8]| {
        let word = u64::from_ne_bytes(*word);
        (word >> 7 & !word >> 6 & LOW_BITS).count_ones() as usize
    };
    let inside: usize = words.iter().map(inside).sum();
    8 * words.len() - inside + rest.iter().filter(|byte| byte.cast_signed() >= -64).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_as_chars_does(text in "\\PC{0,900}", at: prop::sample::Index) {
            let text = text.repeat(3);
            let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let chars = at.index(offsets.len());
            prop_assert_eq!(CodePoints::of(&text).before(&text, offsets[chars]), chars);
        }
    }
}
