//! What the sentences of a language do that those of other languages do not.

/// The traits of a language, as `[trait]` lists them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Traits {
    /// A month may stand before its day: "July 12".
    pub month_first: bool,
    /// A noun in the genitive belongs to what stands before it, without a word between.
    pub genitive: bool,
    /// Endings are glued to numbers and units with a hyphen: "33%-ға".
    pub suffixes: bool,
    /// Verbs stand behind what they speak of: what an amount is, does or shall be is told behind it too.
    pub verb_final: bool,
}

impl Traits {
    /// Sets a trait by its name; says whether there is such a trait.
    pub(super) fn set(&mut self, name: &str) -> bool {
        match name.replace(' ', "_").as_str() {
            "month_first" => self.month_first = true,
            "genitive" => self.genitive = true,
            "suffixes" => self.suffixes = true,
            "verb_final" => self.verb_final = true,
            _ => return false,
        }
        true
    }
}
