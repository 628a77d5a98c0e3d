//! A line cut into numbers, words and marks, which is all that a date is made of.

/// A piece of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A run of ASCII digits.
    Number(&'a str),
    /// A run of letters.
    Word(&'a str),
    /// Any other character but white space.
    Mark(char),
}

/// Cuts a line; white space is dropped.
pub(super) fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let length = if c.is_ascii_digit() {
            let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            found.push(Token::Number(&rest[..length]));
            length
        } else if c.is_alphabetic() {
            let length = rest.find(|c: char| !is_of_word(c)).unwrap_or(rest.len());
            found.push(Token::Word(&rest[..length]));
            length
        } else {
            if !c.is_whitespace() {
                found.push(Token::Mark(c));
            }
            c.len_utf8()
        };
        rest = &rest[length..];
    }
    found
}

/// Letters, and the marks that are part of an Uzbek word.
fn is_of_word(c: char) -> bool {
    c.is_alphabetic() || "ʻʼ‘’'\u{301}\u{303}".contains(c)
}
