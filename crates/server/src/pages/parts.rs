//! Parts that several pages have in common: sentences with links in them, links to evidence, what is said.

use crate::pages::amounts::Amounts;
use crate::pages::visit::Visit;
use crate::pages::words::{Words, text};
use entente_model::quote::CONTEXT;
use entente_model::{Arg, Bound, Claim, Input, Interval, Lang, Message, ObservationId, Period, Side, Tried};
use entente_observatory::messages::render;
use entente_observatory::naming::definition_name;
use maud::{Markup, html};
use url::form_urlencoded;

/// An argument of a sentence: words, or words with a link in them.
pub(crate) enum Part {
    /// A value that the message file writes.
    Arg(Arg),
    /// A piece of the page.
    Link(Markup),
}

/// Stands around the number of a link while a sentence is put together. Nobody writes it: it is for private use.
const MARKER: char = '\u{e000}';

/// Writes a sentence of the message files with links in it.
pub(crate) fn sentence<const N: usize>(
    words: Words,
    key: &'static str,
    parts: [(&'static str, Part); N],
) -> Markup {
    let mut links = Vec::new();
    let mut message = Message::new(key);
    for (name, part) in parts {
        message = message.with(
            name,
            match part {
                Part::Arg(arg) => arg,
                Part::Link(link) => {
                    links.push(link);
                    Arg::Text(format!("{MARKER}{}{MARKER}", links.len() - 1))
                }
            },
        );
    }
    let written = words.say(&message);
    html! {
        @for (i, piece) in written.split(MARKER).enumerate() {
            @match piece.parse::<usize>().ok().filter(|_| i % 2 == 1).and_then(|at| links.get(at)) {
                Some(link) => (link),
                None => (piece),
            }
        }
    }
}

/// Writes a number as a link to its evidence.
pub(crate) fn evidence(href: &str, number: &str) -> Markup {
    html! { a class="ev" href=(href) { (number) } }
}

/// Returns the address of the observations of one reporter, partner and period, and of one flow where one is named.
pub(crate) fn observations(
    visit: &Visit,
    [reporter, partner]: [&str; 2],
    flow: Option<&str>,
    period: &str,
) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("reporter", reporter).append_pair("partner", partner);
    if let Some(flow) = flow {
        query.append_pair("flow", flow);
    }
    query.append_pair("period", period).append_pair("as_of", &visit.as_of.to_string());
    format!("/api/v1/observations?{}", query.finish())
}

/// Returns the address of the observation that an input is.
pub(crate) fn observation(visit: &Visit, id: &ObservationId) -> String {
    let key: Vec<&str> =
        id.as_str().split_once('#').map(|(_, key)| key.split('.').collect()).unwrap_or_default();
    match key.as_slice() {
        [reporter, partner, flow, _product, period, ..] => {
            observations(visit, [reporter, partner], Some(flow), period)
        }
        _ => "/api/v1/observations".to_owned(),
    }
}

/// Returns what an input is of: reporter, partner, flow, period.
pub(crate) fn input_name(input: &Input) -> String {
    let key = input.observation.as_str().split_once('#').map(|(_, key)| key).unwrap_or_default();
    let parts: Vec<&str> = key.split('.').collect();
    match parts.as_slice() {
        [reporter, partner, flow, _product, period, ..] => format!("{flow}({reporter},{partner}) {period}"),
        _ => key.to_owned(),
    }
}

/// Writes words that somebody said, in the quotation marks of the reader's language.
pub(crate) fn quoted(words: Words, said: &str) -> String {
    words.with("quote", [("text", text(flat(said)))])
}

/// Writes a text on one line, at most `most` letters of it.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let text = flat(text);
    if text.chars().count() <= most {
        return text;
    }
    let head: String = text.chars().take(most.saturating_sub(1)).collect();
    let ends_a_word = text.chars().nth(most.saturating_sub(1)).is_some_and(char::is_whitespace);
    let whole = head.rsplit_once(' ').filter(|_| !ends_a_word).map_or(head.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ';', ':']))
}

/// The most letters after a quote that belong to it where its clause ends there.
const CLAUSE: usize = 40;

/// Returns the words of a claim: its quote, to the end of its clause where that is near and holds no other number.
///
/// They stand so in the text: `57%` with `of all trade in Central Asia` behind it.
pub(crate) fn said(claim: &Claim) -> String {
    let quote = &claim.quote;
    let end = quote.suffix.find(['.', ',', ';', ':', '(']);
    let rest = end.and_then(|end| quote.suffix.get(..end)).unwrap_or_default();
    let is_other = |c: char| c.is_numeric() || matches!(c, '"' | '“' | '”' | '«' | '»' | '\n');
    let is_clause = rest.starts_with(' ') && rest.chars().count() <= CLAUSE && !rest.contains(is_other);
    flat(&if is_clause { format!("{}{rest}", quote.exact) } else { quote.exact.clone() })
}

/// Returns what was kept before and after a quote, without words that are cut.
pub(crate) fn context(claim: &Claim) -> (String, String) {
    let is_whole = |text: &str| text.chars().count() < CONTEXT;
    let (prefix, suffix) = (claim.quote.prefix.as_str(), claim.quote.suffix.as_str());
    let before = if is_whole(prefix) {
        prefix
    } else {
        prefix.split_once(char::is_whitespace).map_or("", |(_, rest)| rest)
    };
    let after = if is_whole(suffix) {
        suffix
    } else {
        suffix.rsplit_once(char::is_whitespace).map_or("", |(rest, _)| rest)
    };
    (before.to_owned(), after.to_owned())
}

/// Writes a text with a capital in front.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Writes a text on one line.
pub(crate) fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Writes a claim's number with its bound: `over $1.2 billion`.
pub(crate) fn stated(words: Words, claim: &Claim) -> String {
    let value = [("value", text(words.quantity(claim.value, claim.unit)))];
    match (claim.bound, claim.side) {
        (Bound::Exact, _) => words.quantity(claim.value, claim.unit),
        (Bound::About, Some(Side::Below)) => words.with("stated-nearly", value),
        (Bound::About, None) => words.with("stated-about", value),
        (Bound::Over, _) => words.with("stated-over", value),
        (Bound::Under, _) => words.with("stated-under", value),
        (Bound::UpTo, _) => words.with("stated-up-to", value),
    }
}

/// Writes what a number asserts: `4.45 to 4.55 billion US dollars`.
pub(crate) fn asserted(words: Words, interval: &Interval, amounts: Amounts) -> String {
    let from = |low| ("from", text(amounts.number(low, words)));
    let unit = amounts.label(words);
    let said = match (interval.low, interval.high) {
        (Some(low), Some(high)) if low == high => amounts.number(low, words),
        (Some(low), Some(high)) => {
            words.with("asserts-between", [from(low), ("to", text(amounts.number(high, words)))])
        }
        (Some(low), None) => words.with("asserts-from", [from(low)]),
        (None, Some(high)) => words.with("asserts-to", [("to", text(amounts.number(high, words)))]),
        (None, None) => words.text("asserts-anything"),
    };
    if unit.is_empty() { said } else { format!("{said} {unit}") }
}

/// Writes what a definition is called; its formula where it has no name.
pub(crate) fn definition(words: Words, claim: &Claim, tried: &Tried) -> String {
    let name = definition_name(claim, tried).map(|name| render(&name, words.lang()));
    let name = name.unwrap_or_else(|| tried.formula.clone());
    name.trim_end_matches(',').to_owned()
}

/// Writes a period without a noun where it is a year.
pub(crate) fn year(words: Words, period: Period) -> String {
    match period.whole_year() {
        Some(year) => year.to_string(),
        None => words.period(period),
    }
}

/// Returns the language of foreign words, for the attribute; none where it is the reader's own or not known.
pub(crate) fn foreign(words: Words, lang: Lang) -> Option<&'static str> {
    (lang != words.lang() && lang != Lang::Und).then(|| lang.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_escapes_its_words_and_keeps_its_links() {
        let words = Words::of(Lang::En);
        let link = evidence("/x?a=1&b=2", "4<5");
        let hostile = Part::Arg(text("<script>\u{e000}0"));
        let written = sentence(words, "pair-year-before", [("first", Part::Link(link)), ("second", hostile)]);
        let written = written.into_string();
        assert!(written.contains("<a class=\"ev\" href=\"/x?a=1&amp;b=2\">4&lt;5</a>"), "{written}");
        assert!(written.contains("&lt;script&gt;"), "{written}");
    }

    #[test]
    fn texts_are_cut_between_words() {
        assert_eq!(cut("one  two,\nthree", 9), "one two…");
        assert_eq!(cut("one two three", 7), "one…");
        assert_eq!(cut("one", 3), "one");
        assert_eq!(cut(&"x".repeat(9), 5), "xxxx…");
    }
}
