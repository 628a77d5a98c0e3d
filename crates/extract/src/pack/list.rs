//! The lists of a pack as they are written.
//!
//! A list has sections. A section opens with `[tag argument ...]` and its lines hold phrases, separated by
//! commas; ` = argument ...` behind them adds arguments for that line. In a phrase `a|b` stands for either word
//! and `(a)` for a word that may be missing. A phrase whose first letter is a capital asks for a capital in the
//! text, and one whose first word is all capitals asks for all capitals. `!` behind a word asks for it as it is
//! written, and as the last argument of a section it asks so for all its words. `#` opens a note.

/// One line of a list.
pub(crate) struct Line<'l> {
    /// The section that it stands in.
    pub tag: &'l str,
    /// The arguments of the section, then its own.
    pub arguments: Vec<&'l str>,
    /// Its phrases, alternatives written out.
    pub phrases: Vec<String>,
}

/// Reads the lines of a list.
pub(crate) fn lines(list: &str) -> impl Iterator<Item = Line<'_>> {
    let (mut tag, mut section, mut exact) = ("", Vec::new(), false);
    list.lines().filter_map(move |line| {
        let line = line.split(" #").next().unwrap_or_default().trim();
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        if let Some(header) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            let mut words = header.split_whitespace();
            tag = words.next().unwrap_or_default();
            section = words.collect();
            exact = section.last() == Some(&"!");
            section.truncate(section.len() - usize::from(exact));
            return None;
        }
        let (phrases, own) = line.rsplit_once(" = ").unwrap_or((line, ""));
        let arguments = section.iter().copied().chain(own.split_whitespace()).collect();
        let mut phrases: Vec<String> = phrases.split(", ").flat_map(expand).collect();
        if exact {
            phrases.iter_mut().for_each(|phrase| *phrase = as_written(phrase));
        }
        Some(Line { tag, arguments, phrases })
    })
}

/// Writes out the alternatives of a phrase: `total|mutual (commodity) turnover` is four phrases.
fn expand(phrase: &str) -> Vec<String> {
    let mut written = vec![String::new()];
    for slot in phrase.split_whitespace() {
        let optional = slot.strip_prefix('(').and_then(|slot| slot.strip_suffix(')'));
        let mut words: Vec<&str> =
            optional.unwrap_or(slot).split('|').filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            // A lone "|" is a sign like any other.
            words.push(slot);
        }
        let mut longer = Vec::with_capacity(written.len() * (words.len() + 1));
        for start in &written {
            if optional.is_some() {
                longer.push(start.clone());
            }
            for word in &words {
                let mut phrase = String::with_capacity(start.len() + 1 + word.len());
                phrase.push_str(start);
                phrase.extend((!start.is_empty()).then_some(' '));
                phrase.extend(word.chars().map(|c| if c == '_' { ' ' } else { c }));
                longer.push(phrase);
            }
        }
        written = longer;
    }
    written.retain(|phrase| !phrase.is_empty());
    written
}

/// Asks for every word of a phrase as it is written.
fn as_written(phrase: &str) -> String {
    let words: Vec<String> =
        phrase.split_whitespace().map(|word| format!("{}!", word.trim_end_matches('!'))).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_out_alternatives() {
        assert_eq!(
            expand("total|mutual (goods) turnover"),
            ["total turnover", "total goods turnover", "mutual turnover", "mutual goods turnover"]
        );
        assert_eq!(expand("bring|brought up_to"), ["bring up to", "brought up to"]);
        assert_eq!(expand("|"), ["|"]);
    }

    #[test]
    fn a_section_asks_for_words_as_written() {
        let found: Vec<_> =
            lines("[link of !]\nof, out of\n[topic trade]\ntrade!").flat_map(|line| line.phrases).collect();
        assert_eq!(found, ["of!", "out! of!", "trade!"]);
    }
}
