//! Numbers as texts write them: digits with their separators, powers of ten, words, two steps.

use crate::meaning::{Kinds, Link, Meaning};
use crate::morphology::Form;
use crate::reading::Reading;
use crate::token::TokenKind;
use entente_model::{Decimal, Unit};
use std::ops::Range;

/// A number of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Number {
    /// Its tokens, powers of ten included.
    pub tokens: Range<usize>,
    /// Its value.
    pub value: Decimal,
    /// The worth of one unit of its last written digit.
    pub step: Decimal,
    /// Whether a power of ten is written in words.
    pub scaled: bool,
    /// Whether it is written in words.
    pub spelled: bool,
    /// Whether it is four digits and nothing else, as a year is.
    pub four_digits: bool,
}

/// The value and step of digits before any power of ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Digits {
    value: Decimal,
    step: Decimal,
    /// Whether decimals are written, so that trailing zeros are meant.
    fractional: bool,
}

/// Longer strings of digits are no amounts.
const LONGEST_DIGITS: usize = 24;

/// Reads the number that opens at a token.
pub(crate) fn number_at(reading: &Reading<'_>, at: usize, end: usize) -> Option<Number> {
    let first = step_at(reading, at, end)?;
    // "2 billion 350 million": a second step follows at once and is smaller than one unit of the first.
    let next = first.tokens.end;
    let second = (first.scaled && next < end).then(|| step_at(reading, next, end)).flatten();
    match second {
        Some(second) if (second.scaled || is_rest(reading, &first, &second)) && second.value < first.unit => {
            Some(Number {
                tokens: at..second.tokens.end,
                value: first.value.checked_add(second.value)?,
                step: second.step,
                scaled: true,
                spelled: first.spelled,
                four_digits: false,
            })
        }
        _ => Some(Number {
            four_digits: is_four_digits(reading, &first),
            tokens: first.tokens,
            value: first.value,
            step: first.step,
            scaled: first.scaled,
            spelled: first.spelled,
        }),
    }
}

/// "2 минг 65 та": what is left behind whole thousands, where no word for a power of ten follows.
fn is_rest(reading: &Reading<'_>, first: &Step, second: &Step) -> bool {
    let whole = first.value.is_integer() && second.value.is_integer();
    let place = reading.tokens[second.tokens.start].form.has(Form::ORDINAL);
    let thousands = first.unit == Decimal::ONE_THOUSAND && !second.spelled;
    reading.pack.traits.verb_final && whole && thousands && !place
}

/// One number with at most one power of ten.
struct Step {
    tokens: Range<usize>,
    value: Decimal,
    step: Decimal,
    /// The power of ten.
    unit: Decimal,
    scaled: bool,
    spelled: bool,
}

fn is_four_digits(reading: &Reading<'_>, step: &Step) -> bool {
    step.tokens.len() == 1 && {
        let digits = reading.word(step.tokens.start);
        digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
    }
}

fn step_at(reading: &Reading<'_>, at: usize, end: usize) -> Option<Step> {
    let token = reading.tokens.get(at)?;
    let kinds = reading.kinds_at(at);
    let (digits, mut next, spelled) = if token.kind == TokenKind::Number {
        let (digits, next) = grouped(reading, at, end)?;
        (digits, next, false)
    } else if kinds.meets(Kinds::HALF) && reading.meanings_at(at).contains(&Meaning::OneAndHalf) {
        (Digits { value: Decimal::new(15, 1), step: Decimal::new(1, 1), fractional: true }, at + 1, true)
    } else if let Some((part, next)) = part_at(reading, at, end) {
        (Digits { value: part, step: Decimal::new(1, 2), fractional: true }, next, true)
    } else if let Some(next) = half_at(reading, at, end) {
        (Digits { value: Decimal::new(5, 1), step: Decimal::new(1, 1), fractional: true }, next, true)
    } else if is_lone_scale(reading, at, end) {
        // "Мыңнан астам": a power of ten by itself is one of it.
        (Digits { value: Decimal::ONE, step: Decimal::ONE, fractional: true }, at, true)
    } else {
        let (value, next) = spelled(reading, at, end)?;
        (Digits { value, step: Decimal::ONE, fractional: true }, next, true)
    };
    let mut digits = digits;
    // "two and a half billion"
    let and_half = |at: usize| {
        reading.kinds_at(at).meets(Kinds::HALF) && reading.meanings_at(at).contains(&Meaning::AndHalf)
    };
    if next < end && and_half(next) {
        digits.value = digits.value.checked_add(Decimal::new(5, 1))?;
        digits.step = Decimal::new(1, 1);
        next = reading.term_at(next)?.tokens().end;
    }
    let mut unit = Decimal::ONE;
    // "Превысил миллиард": a power of ten alone is one of it.
    let mut scaled = spelled && digits.value >= Decimal::ONE_THOUSAND;
    while let Some((power, after)) = scale_at(reading, next, end) {
        unit = unit.checked_mul(power)?;
        (next, scaled) = (after, true);
    }
    let step = if scaled || digits.fractional { digits.step } else { place_of_last_digit(digits.value) };
    let in_units = |of: Decimal| if unit == Decimal::ONE { Some(of) } else { of.checked_mul(unit) };
    let (value, step) = (in_units(digits.value)?, in_units(step)?);
    Some(Step { tokens: at..next, value, step, unit, scaled, spelled })
}

/// Returns the power of ten at a token, and the token after it: million, bn, -billion.
fn scale_at(reading: &Reading<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let hyphen = reading.word(at) == "-" && !reading.tokens[at].spaced();
    let at = if hyphen { at + 1 } else { at };
    if at >= end {
        return None;
    }
    let term = reading.term_at(at).filter(|_| reading.kinds_at(at).meets(Kinds::SCALE))?;
    let power = reading.meanings(term).iter().find_map(|meaning| match meaning {
        Meaning::Scale(power) => Some(*power),
        _ => None,
    })?;
    // One letter is a power of ten only where it touches the number: "$3.1b" but not "3 m".
    let token = &reading.tokens[at];
    if token.spaced() && token.end - token.start == 1 {
        return None;
    }
    let mut after = term.tokens().end;
    // The full stop of "bln." when the sentence goes on behind it.
    let abbreviates = reading.meanings(term).contains(&Meaning::Abbreviation);
    if abbreviates && after + 1 < end && reading.word(after) == "." {
        after += 1;
    }
    Some((Decimal::from(10_u64.checked_pow(u32::from(power))?), after))
}

/// Says whether a word is a power of ten that stands for one of it, in languages without articles.
pub(crate) fn is_lone_scale(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    if !reading.kinds_at(at).meets(Kinds::SCALE) {
        return false;
    }
    let spaced = reading.tokens[at].is_word() && reading.tokens[at].spaced();
    let traits = reading.pack.traits;
    if !spaced || !reading.meanings_at(at).iter().any(|meaning| matches!(meaning, Meaning::Scale(_))) {
        return false;
    }
    // "A billion dollars": the article counts, and no "half" stands before it.
    let article = at.checked_sub(1).filter(|before| traits.month_first && is_one(reading, *before));
    if article.is_some() && scale_at(reading, at, end).is_some() {
        return true;
    }
    // "Свыше тысячи проектов": a bound says of a power of ten that it is one of it.
    let bound = || {
        let before = at.checked_sub(1).map_or(&[][..], |before| reading.meanings_at(before));
        before.iter().any(|meaning| matches!(meaning, Meaning::Bound(..)))
    };
    (traits.verb_final || traits.genitive && bound()) && scale_at(reading, at, end).is_some()
}

/// Says whether an article stands for one of what is behind it: "a billion", not "half a billion" or "quarter of a billion".
fn is_one(reading: &Reading<'_>, article: usize) -> bool {
    let part = |at: usize| {
        reading.meanings_at(at).iter().any(|m| {
            matches!(
                m,
                Meaning::Half | Meaning::AndHalf | Meaning::Unit(Unit::Percent, _) | Meaning::Number(_)
            )
        })
    };
    reading.word(article).len() == 1
        && reading.meanings_at(article).contains(&Meaning::Article)
        && !(article.saturating_sub(2)..article).any(part)
}

/// Reads "half a" before a power of ten, and returns the token after it.
fn half_at(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    reading.kinds_at(at).meets(Kinds::HALF).then_some(())?;
    let term = reading.term_at(at).filter(|term| reading.meanings(term).contains(&Meaning::Half))?;
    let next = term.tokens().end;
    scale_at(reading, next, end).map(|_| next)
}

/// Reads a quarter or three of a power of ten, "a quarter of a billion", "четверть миллиарда", and returns the token
/// after it.
pub(crate) fn part_at(reading: &Reading<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let term = reading.term_at(at).filter(|_| reading.kinds_at(at).meets(Kinds::UNIT))?;
    let percent = reading.meanings(term).iter().find_map(|meaning| match meaning {
        Meaning::Unit(Unit::Percent, percent @ (25 | 75)) => Some(*percent),
        _ => None,
    })?;
    let mut next = term.tokens().end;
    let small =
        |at: usize| reading.is_link(at, &[Link::Of]) || reading.meanings_at(at).contains(&Meaning::Article);
    while next < end && next < term.tokens().end + 2 && small(next) {
        next += 1;
    }
    scale_at(reading, next, end).map(|_| (Decimal::new(percent, 2), next))
}

/// Reads digits, with thousands that are set apart by a space.
fn grouped(reading: &Reading<'_>, at: usize, end: usize) -> Option<(Digits, usize)> {
    let first = reading.word(at);
    let mut next = at + 1;
    if first.len() > 3
        || next >= end
        || !is_group(reading, next)
        || !first.bytes().all(|b| b.is_ascii_digit())
    {
        return Some((digits(first, reading.pack.decimal)?, next));
    }
    let mut joined = first.to_owned();
    while next < end && is_group(reading, next) && joined.len() < LONGEST_DIGITS {
        let group = reading.word(next);
        joined.push_str(group);
        next += 1;
        if group.len() > 3 {
            break;
        }
    }
    Some((digits(&joined, reading.pack.decimal)?, next))
}

/// Says whether a token is three digits, perhaps with decimals, behind one space.
fn is_group(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    if token.kind != TokenKind::Number {
        return false;
    }
    let text = reading.word(at);
    let whole = text.bytes().position(|byte| matches!(byte, b'.' | b',')).unwrap_or(text.len());
    let gap = token.start - reading.tokens[at - 1].end;
    !token.opens_line() && (1..=3).contains(&gap) && whole == 3
}

/// Reads digits with commas and points.
///
/// The pack's decimal sign parts the decimals. The other sign groups thousands where three digits follow each
/// time, and parts the decimals otherwise ("9,5" in an English text); a sign that comes twice never does.
fn digits(text: &str, decimal: char) -> Option<Digits> {
    if text.len() > LONGEST_DIGITS {
        return None;
    }
    let Some(mark) = text.bytes().rposition(|byte| matches!(byte, b'.' | b',')) else {
        return whole(text, 0);
    };
    let sign = if text.as_bytes()[mark] == b'.' { '.' } else { ',' };
    let (head, tail) = (&text[..mark], &text[mark + 1..]);
    let groups_of_three = |sign: char, text: &str| {
        let mut parts = text.split(sign);
        let first = parts.next().unwrap_or_default();
        (1..=3).contains(&first.len()) && parts.all(|part| part.len() == 3)
    };
    let twice = head.contains(sign);
    let groups = (twice || sign != decimal) && groups_of_three(sign, text) && text != "0";
    if groups && !head.starts_with('0') {
        return whole(text, 0);
    }
    if twice {
        return None;
    }
    let other = if sign == '.' { ',' } else { '.' };
    if head.contains(other) && !groups_of_three(other, head) {
        return None;
    }
    whole(text, u32::try_from(tail.len()).ok()?)
}

/// Reads digits, the signs between them passed over, of which the last so many are decimals.
fn whole(text: &str, decimals: u32) -> Option<Digits> {
    let digits = text.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0');
    // Nearly all numbers fit into 64 bits, which are read and multiplied many times faster than 128.
    let value = if text.len() <= 18 {
        let value = digits.fold(0, |value: i64, digit| 10 * value + i64::from(digit));
        Decimal::try_new(value, decimals).ok()?
    } else {
        let add = |value: i128, digit: i128| value.checked_mul(10)?.checked_add(digit);
        Decimal::try_from_i128_with_scale(digits.map(i128::from).try_fold(0, add)?, decimals).ok()?
    };
    let step = Decimal::try_new(1, decimals).ok()?;
    Some(Digits { value, step, fractional: decimals > 0 })
}

/// Returns the place of the last digit that is not zero: 1,000 for 14,000.
fn place_of_last_digit(value: Decimal) -> Decimal {
    let mut digits = value.trunc().mantissa().unsigned_abs();
    let mut zeros = 0;
    while digits != 0 {
        let (rest, is_zero) = match u64::try_from(digits) {
            Ok(short) => (u128::from(short / 10), short % 10 == 0),
            Err(_) => (digits / 10, digits.is_multiple_of(10)),
        };
        if !is_zero {
            break;
        }
        (digits, zeros) = (rest, zeros + 1);
    }
    Decimal::from_i128_with_scale(10_i128.pow(zeros), 0)
}

/// Reads a number in words below a thousand: twenty-five, two hundred and forty.
fn spelled(reading: &Reading<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let (mut total, mut next) = (word_at(reading, at)?, at + 1);
    while next < end {
        let joins = reading.word(next) == "-" && !reading.tokens[next].spaced()
            || reading.is_link(next, &[Link::And]);
        let after = if joins { next + 1 } else { next };
        let Some(number) = (after < end).then(|| word_at(reading, after)).flatten() else { break };
        total = match number {
            100 if (1..10).contains(&total) && !joins => total * 100,
            1..=9 if total >= 10 && total % 10 == 0 && total % 100 != 0 => total + number,
            1..=99 if total >= 100 && total % 100 == 0 => total + number,
            _ => break,
        };
        next = after + 1;
    }
    Some((Decimal::from(total), next))
}

fn word_at(reading: &Reading<'_>, at: usize) -> Option<i64> {
    reading.kinds_at(at).meets(Kinds::NUMBER).then_some(())?;
    reading.meanings_at(at).iter().find_map(|meaning| match meaning {
        Meaning::Number(number) => Some(*number),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_model::Lang;
    use entente_model::decimal::plain;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expect: &Expect) {
        let reading = Reading::new(text, Lang::En).unwrap();
        let mut at = 0;
        let mut found = Vec::new();
        while at < reading.tokens.len() {
            if let Some(number) = number_at(&reading, at, reading.tokens.len()) {
                found.push(format!("{} ±{}", plain(number.value), plain(number.step)));
                at = number.tokens.end;
            } else {
                at += 1;
            }
        }
        expect.assert_eq(&found.join("; "));
    }

    #[test]
    fn reads_digits() {
        check(
            "4.5 57 1,200 14,000 9,5 1,200.50 0,5 0,500",
            &expect!["4.5 ±0.1; 57 ±1; 1200 ±100; 14000 ±1000; 9.5 ±0.1; 1200.5 ±0.01; 0.5 ±0.1; 0.5 ±0.001"],
        );
        check(
            "1,234,567 and 1.234.567 and 12.07.2024 and 1 250 x 14 000 x 2023 450",
            &expect!["1234567 ±1; 1234567 ±1; 1250 ±10; 14000 ±1000; 2023 ±1; 450 ±10"],
        );
    }

    #[test]
    fn reads_powers_of_ten() {
        check(
            "4.5bn, 4.5 billion, $3.1b, 100 million, 14.7 thousand, 300-million, 9,5 bln. US",
            &expect![
                "4500000000 ±100000000; 4500000000 ±100000000; 3100000000 ±100000000; 100000000 ±1000000; 14700 ±100; 300000000 ±1000000; 9500000000 ±100000000"
            ],
        );
        check(
            "2 billion 350 million; 1.2 thousand billion; 3 m away",
            &expect!["2350000000 ±1000000; 1200000000000 ±100000000000; 3 ±1"],
        );
    }

    #[test]
    fn reads_words() {
        check(
            "twelve, twenty-five, two hundred and forty, a dozen, three million, one hundred thousand",
            &expect!["12 ±1; 25 ±1; 240 ±1; 12 ±1; 3000000 ±1000000; 100000 ±1000"],
        );
    }
}
