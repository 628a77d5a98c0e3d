//! Lines to paragraphs: words that were parted at line ends are joined, ligatures are letters again, and what stands
//! at the head or foot of every page is left out.

use crate::pdf::lines::{Line, middle};
use std::collections::{HashMap, HashSet};

/// On how many pages a line must stand at least to be a running head.
const RUNNING: usize = 3;
/// How far apart two places are taken for the same, in points.
const PLACE: f64 = 6.0;
/// How many lines at the head and foot of a page can be one.
const EDGE: usize = 2;

/// Returns the paragraphs of a file; its running heads and page numbers are taken out of the pages.
pub(super) fn paragraphs(pages: &mut [Vec<Line>]) -> Vec<String> {
    for line in pages.iter_mut().flatten() {
        line.text = letters(&line.text);
    }
    without_running_heads(pages);
    let words = hyphenated(pages);
    let mut found: Vec<Paragraph> = Vec::new();
    for page in &*pages {
        let leading = leading(page);
        let mut before: Option<&Line> = None;
        for line in page {
            let goes_on = match (before, found.last()) {
                (Some(before), Some(_)) => follows(before, line, leading, page),
                (None, Some(last)) => goes_on_overleaf(last, line),
                _ => false,
            };
            match found.last_mut() {
                Some(last) if goes_on => last.add(line, &words),
                _ => found.push(Paragraph { text: line.text.clone(), is_row: line.is_row, size: line.size }),
            }
            before = Some(line);
        }
    }
    found.into_iter().map(|paragraph| paragraph.text).collect()
}

struct Paragraph {
    text: String,
    is_row: bool,
    size: f64,
}

impl Paragraph {
    fn add(&mut self, line: &Line, hyphenated: &HashSet<String>) {
        if self.is_row {
            self.text.push('\n');
            self.text.push_str(&line.text);
            return;
        }
        match parted(&self.text, &line.text, hyphenated) {
            Join::Space => self.text.push(' '),
            Join::Hyphen => {}
            Join::Whole => {
                self.text.pop();
            }
        }
        self.text.push_str(&line.text);
    }
}

enum Join {
    /// Two words.
    Space,
    /// One word that has a hyphen of its own.
    Hyphen,
    /// One word that was parted.
    Whole,
}

/// Tells how a line goes on with the next: a word that ends in a hyphen and goes on in a small letter was parted,
/// unless the text has it elsewhere with its hyphen.
fn parted(before: &str, after: &str, hyphenated: &HashSet<String>) -> Join {
    let mut end = before.chars().rev();
    let (Some(mark), Some(letter)) = (end.next(), end.next()) else { return Join::Space };
    if mark == '\u{ad}' {
        return Join::Whole;
    }
    if !matches!(mark, '-' | '\u{2010}') || !letter.is_alphabetic() {
        return Join::Space;
    }
    let Some(first) = after.chars().next().filter(|c| c.is_alphanumeric()) else { return Join::Space };
    if !first.is_lowercase() {
        return Join::Hyphen;
    }
    let is_of_word = |c: &char| c.is_alphabetic() || *c == '-';
    let head: String = before.chars().rev().skip(1).take_while(is_of_word).collect();
    let head: String = head.chars().rev().collect();
    let tail: String = after.chars().take_while(is_of_word).collect();
    if hyphenated.contains(&format!("{head}-{tail}").to_lowercase()) { Join::Hyphen } else { Join::Whole }
}

/// Returns the words that the text has with a hyphen inside a line, in small letters.
fn hyphenated(pages: &[Vec<Line>]) -> HashSet<String> {
    let words = pages.iter().flatten().flat_map(|line| line.text.split_whitespace());
    words
        .map(|word| word.trim_matches(|c: char| !c.is_alphabetic()))
        .filter(|word| word.contains('-'))
        .map(str::to_lowercase)
        .collect()
}

/// Returns how far apart the lines of a page stand.
fn leading(page: &[Line]) -> Option<f64> {
    let gaps = page.windows(2).map(|pair| pair[1].base - pair[0].base);
    middle(gaps.filter(|gap| *gap > 0.0))
}

fn follows(before: &Line, line: &Line, leading: Option<f64>, page: &[Line]) -> bool {
    if before.is_row || line.is_row {
        return before.is_row && line.is_row && line.base > before.base;
    }
    let gap = line.base - before.base;
    let size = before.size.max(line.size);
    if gap <= 0.0 {
        // The next column.
        return opens_small(&line.text) && !ends_sentence(&before.text);
    }
    let same_size = (before.size - line.size).abs() < 0.12 * size;
    let usual = leading.unwrap_or(size).max(size);
    let right =
        page.iter().filter(|other| overlaps(other, before)).map(|other| other.right).fold(0.0, f64::max);
    let is_short = before.right < right - 0.15 * (right - before.left).max(0.0);
    let is_indented = line.left > before.left + 0.8 * size && !opens_small(&line.text);
    same_size && gap < 1.35 * usual && !is_indented && !(is_short && ends_sentence(&before.text))
}

fn overlaps(a: &Line, b: &Line) -> bool {
    a.left < b.right && b.left < a.right && (a.left - b.left).abs() < 4.0 * b.size
}

fn goes_on_overleaf(last: &Paragraph, line: &Line) -> bool {
    if last.is_row || line.is_row {
        return false;
    }
    let same_size = (last.size - line.size).abs() < 0.12 * last.size;
    same_size && opens_small(&line.text) && !ends_sentence(&last.text)
}

fn opens_small(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '»', '”', ')']).ends_with(['.', '!', '?', ':', ';', '…'])
}

/// Takes out the lines that stand at the head or foot of half of the pages, whatever numbers they hold, and page
/// numbers.
fn without_running_heads(pages: &mut [Vec<Line>]) {
    let mut seen: HashMap<(String, i64), usize> = HashMap::new();
    for page in &*pages {
        let keys: HashSet<(String, i64)> = edges(page).map(|at| key(&page[at])).collect();
        keys.into_iter().for_each(|key| *seen.entry(key).or_default() += 1);
    }
    let count = pages.len();
    let runs = |line: &Line| {
        let often = seen.get(&key(line)).copied().unwrap_or(0);
        often >= RUNNING && 2 * often >= count && !line.is_row
    };
    for page in pages {
        let out: HashSet<usize> =
            edges(page).filter(|&at| is_page_number(&page[at].text) || runs(&page[at])).collect();
        let mut at = 0;
        page.retain(|_| {
            at += 1;
            !out.contains(&(at - 1))
        });
    }
}

/// The places of the lines at the head and foot of a page.
fn edges(page: &[Line]) -> impl Iterator<Item = usize> + use<> {
    let count = page.len();
    (0..count).filter(move |&at| at < EDGE || at + EDGE >= count)
}

/// Returns what a running head has in common with itself on other pages: its words, and its place.
#[expect(clippy::cast_possible_truncation, reason = "a place on a page; one that is nowhere near is cut off")]
fn key(line: &Line) -> (String, i64) {
    let mut key = String::new();
    for c in line.text.chars() {
        if !c.is_ascii_digit() {
            key.push(c);
        } else if !key.ends_with('#') {
            key.push('#');
        }
    }
    (key, (line.base / PLACE).round() as i64)
}

fn is_page_number(text: &str) -> bool {
    let number = text.trim_matches(|c: char| c.is_whitespace() || "-–—|[]()".contains(c));
    (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
}

/// Returns a text with its ligatures and presentation forms as letters, and single spaces.
fn letters(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\u{fb00}' => result.push_str("ff"),
            '\u{fb01}' => result.push_str("fi"),
            '\u{fb02}' => result.push_str("fl"),
            '\u{fb03}' => result.push_str("ffi"),
            '\u{fb04}' => result.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => result.push_str("st"),
            c if c.is_control() => {}
            c if c.is_whitespace() => {
                if !result.ends_with(' ') {
                    result.push(' ');
                }
            }
            c => result.push(c),
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::{Join, letters, parted};
    use std::collections::HashSet;

    #[test]
    fn a_parted_word_is_joined() {
        let known = HashSet::from(["kazakh-uzbek".to_owned()]);
        let join = |before, after| match parted(before, after, &known) {
            Join::Space => ' ',
            Join::Hyphen => '-',
            Join::Whole => '+',
        };
        assert_eq!(join("the coopera-", "tion of"), '+');
        assert_eq!(join("the Kazakh-", "uzbek trade"), '-');
        assert_eq!(join("the Kazakh-", "Uzbek trade"), '-');
        assert_eq!(join("товаро\u{ad}", "оборот"), '+');
        assert_eq!(join("in 2023 -", "a record"), ' ');
        assert_eq!(join("trade", "grew"), ' ');
        assert_eq!(join("", "grew"), ' ');
    }

    #[test]
    fn ligatures_are_letters() {
        assert_eq!(letters("  of\u{fb01}ce\u{a0} a\u{fb04}uent"), "office affluent");
    }
}
