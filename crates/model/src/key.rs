//! Hashes of keys: the parts of a key are length-prefixed, so that no two keys run into each other.

use arrayvec::ArrayString;

/// The digits of a short hash, in place: where many ids are compared and sorted, none is looked up elsewhere in memory.
pub(crate) type Digits = ArrayString<32>;

/// Collects the parts of a key and hashes them with BLAKE3.
///
/// Each part is written as its length in bytes (little-endian u64) and then its bytes; an absent part is
/// written as the length `u64::MAX`, so that absent and empty differ.
#[derive(Debug, Clone, Default)]
pub struct KeyHasher(blake3::Hasher);

impl KeyHasher {
    /// Starts a key of one kind; the kind is its first part, so that keys of two kinds never collide.
    #[must_use]
    pub fn new(kind: &str) -> Self {
        Self::default().part(kind)
    }

    /// Adds a part.
    #[must_use]
    pub fn part(mut self, part: &str) -> Self {
        self.0.update(&(part.len() as u64).to_le_bytes());
        self.0.update(part.as_bytes());
        self
    }

    /// Adds a part that may be absent.
    #[must_use]
    pub fn maybe(mut self, part: Option<&str>) -> Self {
        match part {
            Some(part) => self.part(part),
            None => {
                self.0.update(&u64::MAX.to_le_bytes());
                self
            }
        }
    }

    /// Returns the first 16 bytes of the hash as 32 hexadecimal digits.
    #[must_use]
    pub fn short(&self) -> String {
        self.digits().to_string()
    }

    /// Returns what [`KeyHasher::short`] does.
    pub(crate) fn digits(&self) -> Digits {
        let mut digits = Digits::new();
        digits.push_str(&self.0.finalize().to_hex()[..32]);
        digits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        let key = |parts: &[&str]| parts.iter().fold(KeyHasher::new("k"), |k, p| k.part(p)).short();
        assert_ne!(key(&["ab", "c"]), key(&["a", "bc"]));
        assert_ne!(key(&["a", ""]), key(&["a"]));
        assert_ne!(KeyHasher::new("k").maybe(None).short(), KeyHasher::new("k").maybe(Some("")).short());
    }
}
