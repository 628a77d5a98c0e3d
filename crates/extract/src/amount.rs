//! Amounts: a number with its unit and what it asserts, wherever the unit stands.

mod bound;
mod lend;
mod part;
mod span;

use crate::date::is_hyphen;
use crate::meaning::{Link, Meaning, Time};
use crate::morphology::Form;
use crate::number::{Number, is_lone_scale, number_at, part_at};
use crate::ordinal::ending_behind;
use crate::reading::Reading;
use crate::token::TokenKind;
use bound::bind;
use entente_model::{Bound, Decimal, Per, Side, Unit};
use lend::lend_units;
use part::is_part_of_trade;
use span::join_spans;
use std::ops::Range;

/// A number with its unit.
#[derive(Debug, Clone)]
pub(crate) struct Amount {
    /// Its tokens: unit and number, not the words of the bound.
    pub tokens: Range<usize>,
    /// The first token of the words of its bound, or of itself.
    pub opens: usize,
    /// The token behind the words of its bound that stand behind it, its endings, or itself.
    pub closes: usize,
    /// Its value in base units.
    pub value: Decimal,
    /// The worth of one unit of its last written digit.
    pub step: Decimal,
    /// The unit that is written with it, or that a neighbour lends it.
    pub unit: Option<Unit>,
    /// Whether a neighbour lends the unit.
    pub lent: bool,
    /// What it asserts.
    pub bound: Bound,
    /// On which side an approximate value lies.
    pub side: Option<Side>,
    /// The time unit that it is counted by.
    pub per: Option<Per>,
    /// Whether the number has a power of ten in words.
    pub scaled: bool,
    /// Whether the number is written in words.
    pub spelled: bool,
}

/// Finds the amounts of some tokens, in order, leaving out the numbers that belong to a date (`taken`).
pub(crate) fn amounts(reading: &Reading<'_>, range: Range<usize>, taken: &[Range<usize>]) -> Vec<Amount> {
    let mut found: Vec<Amount> = Vec::new();
    let mut at = range.start;
    let mut taken = taken.iter().peekable();
    while at < range.end {
        while taken.next_if(|dated| dated.end <= at).is_some() {}
        if let Some(dated) = taken.peek().filter(|dated| dated.contains(&at)) {
            at = dated.end;
        } else if let Some(amount) = amount_at(reading, at, &range) {
            at = amount.closes.max(at + 1);
            found.push(amount);
        } else {
            at += 1;
        }
    }
    lend_units(reading, &mut found);
    join_spans(reading, &mut found);
    found
}

/// Reads the amount whose number opens at a token; its currency may stand before.
fn amount_at(reading: &Reading<'_>, at: usize, range: &Range<usize>) -> Option<Amount> {
    let words = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Number(_)
                | Meaning::Multiple(_)
                | Meaning::Half
                | Meaning::OneAndHalf
                | Meaning::Unit(..)
        )
    };
    if reading.tokens[at].kind != TokenKind::Number {
        let meanings = reading.meanings_at(at);
        let scale = || meanings.iter().any(|meaning| matches!(meaning, Meaning::Scale(_)));
        if !(meanings.iter().any(words) || scale() && is_lone_scale(reading, at, range.end)) {
            return None;
        }
    }
    if let Some(amount) = multiple_at(reading, at, range).or_else(|| fraction_at(reading, at, range)) {
        return Some(amount);
    }
    let number = number_at(reading, at, range.end)?;
    if reading.tokens[at].form.has(Form::ORDINAL) || is_article(reading, &number) {
        return None;
    }
    if is_no_amount(reading, &number, range) {
        return None;
    }
    let before = currency_before(reading, at, range.start);
    let behind = unit_behind(reading, number.tokens.end, range.end);
    let (unit, factor, tokens) = match (before, behind) {
        (Some((unit, start)), Some((behind, _, end))) if behind == unit => (Some(unit), 1, start..end),
        (Some((unit, start)), _) => (Some(unit), 1, start..number.tokens.end),
        (None, Some((unit, factor, end))) => (Some(unit), factor, at..end),
        (None, None) => (None, 1, number.tokens.clone()),
    };
    let factor = Decimal::from(factor);
    let per = per_behind(reading, tokens.end, range.end);
    let mut amount = Amount {
        opens: tokens.start,
        closes: tokens.end,
        tokens,
        value: number.value.checked_mul(factor)?,
        step: number.step.checked_mul(factor)?,
        unit,
        lent: false,
        bound: Bound::Exact,
        side: None,
        per,
        scaled: number.scaled,
        spelled: number.spelled,
    };
    bind(reading, &mut amount, range);
    Some(amount)
}

/// A multiple in one word: doubled, twofold. Half a unit of it is its precision.
fn multiple_at(reading: &Reading<'_>, at: usize, range: &Range<usize>) -> Option<Amount> {
    let term = reading.term_at(at)?;
    let multiple = reading.meanings(term).iter().find_map(|meaning| match meaning {
        Meaning::Multiple(multiple) => Some(*multiple),
        _ => None,
    })?;
    let mut amount = in_words(term.tokens(), Decimal::from(multiple), Decimal::new(5, 1), Unit::Times);
    bind(reading, &mut amount, range);
    Some(amount)
}

/// A part that is written as a word, "by a third", "up a quarter", "halved": so many percent, where it is a change.
fn fraction_at(reading: &Reading<'_>, at: usize, range: &Range<usize>) -> Option<Amount> {
    if part_at(reading, at, range.end).is_some() {
        return None;
    }
    let term = reading.term_at(at)?;
    let meanings = reading.meanings(term);
    let percent = meanings.iter().find_map(|meaning| match meaning {
        Meaning::Unit(Unit::Percent, percent @ 2..) => Some(*percent),
        _ => None,
    })?;
    let is_movement = |meanings: &[Meaning]| meanings.iter().any(|m| matches!(m, Meaning::Movement(_)));
    let article = at > range.start && reading.meanings_at(at - 1).contains(&Meaning::Link(Link::Per));
    let start = if article { at - 1 } else { at };
    let mut amount = in_words(start..term.tokens().end, Decimal::from(percent), Decimal::ONE, Unit::Percent);
    bind(reading, &mut amount, range);
    let before = if amount.opens > range.start { reading.meanings_at(amount.opens - 1) } else { &[] };
    // "Почти на четверть": the words of the bound hold the link.
    let by = start > range.start && amount.opens < start && reading.is_link_alone(start - 1, Link::By);
    // "Үштен бірге азайды": where verbs stand last, so does the movement.
    let behind = reading.pack.traits.verb_final && is_movement(reading.meanings_at(amount.closes));
    let moved = behind
        || by
        || is_part_of_trade(reading, amount.opens.saturating_sub(1)..amount.closes, range)
        || before.contains(&Meaning::Link(Link::By))
        || is_movement(before)
        || is_movement(meanings);
    moved.then_some(amount)
}

/// An amount that is written in words alone.
fn in_words(tokens: Range<usize>, value: Decimal, step: Decimal, unit: Unit) -> Amount {
    Amount {
        opens: tokens.start,
        closes: tokens.end,
        tokens,
        value,
        step,
        unit: Some(unit),
        lent: false,
        bound: Bound::Exact,
        side: None,
        per: None,
        scaled: false,
        spelled: true,
    }
}

/// Says whether a number is part of something that is no amount: a clock time, a model name, an ordinal, a route.
fn is_no_amount(reading: &Reading<'_>, number: &Number, range: &Range<usize>) -> bool {
    let Range { start, end } = number.tokens;
    let token = &reading.tokens[start];
    let glued_before = start > range.start && !token.spaced();
    let before = if start > range.start { reading.word(start - 1) } else { "" };
    let glued = |at: usize| at < range.end && !reading.tokens[at].spaced();
    let clock =
        |at: usize| glued(at) && reading.word(at) == ":" && glued(at + 1) && is_number(reading, at + 1);
    let named = glued_before && (before == "/" || before == ":" || before == "_" || before == "@")
        || glued_before && before == "-" && start >= 2 && is_unknown_word(reading, start - 2)
        || glued_before && reading.tokens[start - 1].is_word() && !is_currency(reading, start - 1)
        || before == "№";
    // "13-м", "21-е": a place in an order.
    let ordinal = reading.tokens[start].kind == TokenKind::Number
        && end == start + 1
        && glued(end)
        && is_hyphen(reading, end)
        && ending_behind(reading, end, Meaning::OrdinalEnding).is_some();
    let suffixed = glued(end)
        && reading.tokens[end].is_word()
        && !reading
            .meanings_at(end)
            .iter()
            .any(|meaning| matches!(meaning, Meaning::Unit(..) | Meaning::Currency(_)))
        && !number.scaled
        && !number.spelled;
    clock(end) || named || suffixed || ordinal
}

/// Says whether a number is the word "one", which languages without articles use like one: "a number of projects".
fn is_article(reading: &Reading<'_>, number: &Number) -> bool {
    let one = number.spelled && number.value == Decimal::ONE && !number.scaled;
    one && reading.pack.traits.verb_final
}

fn is_number(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
}

fn is_unknown_word(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens[at].is_word() && reading.tokens[at].is_capitalised() && !is_currency(reading, at)
}

fn is_currency(reading: &Reading<'_>, at: usize) -> bool {
    reading.meanings_at(at).iter().any(|meaning| matches!(meaning, Meaning::Currency(_)))
}

/// The longest word that is the sign of a currency: Rs, KSh.
const SHORT_SIGN: usize = 3;

/// Returns the currency written before a number, and its first token: `$`, `US$`, `USD`, `EUR`.
fn currency_before(reading: &Reading<'_>, at: usize, start: usize) -> Option<(Unit, usize)> {
    // The longest currency phrase that ends here: "US$" and not "$" alone.
    (start.max(at.saturating_sub(3))..at).find_map(|first| {
        let term = reading.term_at(first).filter(|term| term.tokens().end == at)?;
        // "A $120 million plant" is of US dollars, and "A$120 million" of Australian ones.
        let glued = (first + 1..at).all(|at| !reading.tokens[at].spaced());
        if !glued && reading.tokens[at - 1].kind == TokenKind::Sign {
            let lexicon = &reading.pack.lexicon;
            let sign = lexicon.longest(&reading.tokens, at - 1, at)?;
            return currency_of(lexicon.meanings(&sign)).map(|unit| (unit, at - 1));
        }
        let touches = !reading.tokens[at].spaced();
        // "Rs 1.2 billion": a short word with a capital is the sign of a currency.
        let short = |token: &crate::token::Token| token.is_capitalised() && token.bytes().len() <= SHORT_SIGN;
        let opening = &reading.tokens[first];
        let is_sign = reading.tokens[at - 1].kind == TokenKind::Sign || opening.is_upper() || short(opening);
        (touches || is_sign).then_some(())?;
        currency_of(reading.meanings(term)).map(|unit| (unit, first))
    })
}

fn currency_of(meanings: &[Meaning]) -> Option<Unit> {
    meanings.iter().find_map(|meaning| match meaning {
        Meaning::Currency(currency) => Some(Unit::Money(*currency)),
        _ => None,
    })
}

/// Returns the unit written behind a number, how many base units it is, and the token after it.
fn unit_behind(reading: &Reading<'_>, at: usize, end: usize) -> Option<(Unit, i64, usize)> {
    let glue = at < end && reading.word(at) == "-" && !reading.tokens[at].spaced();
    let mut at = if glue { at + 1 } else { at };
    // "7 million of US dollars", "9 bln. (US) dollars"
    if at < end && reading.meanings_at(at).contains(&Meaning::Link(Link::Of)) {
        let money = (at + 1 < end).then(|| currency_of(reading.meanings_at(at + 1))).flatten();
        money?;
        at += 1;
    }
    if at >= end {
        return None;
    }
    let term = reading.term_at(at)?;
    let after = term.tokens().end;
    let meanings = reading.meanings(term);
    if let Some(money) = currency_of(meanings) {
        return Some((money, 1, after));
    }
    meanings.iter().find_map(|meaning| match meaning {
        // A third is a part by itself and no unit of a number.
        Meaning::Unit(Unit::Percent, 2..) => None,
        Meaning::Unit(unit, factor) => Some((*unit, *factor, after)),
        _ => None,
    })
}

/// Returns the time unit behind an amount: "a year", "per month", "annually".
fn per_behind(reading: &Reading<'_>, at: usize, end: usize) -> Option<Per> {
    if at + 1 >= end || !reading.meanings_at(at).contains(&Meaning::Link(Link::Per)) {
        return None;
    }
    reading.meanings_at(at + 1).iter().find_map(|meaning| match meaning {
        Meaning::Time(Time::Years) => Some(Per::Year),
        Meaning::Time(Time::Months) => Some(Per::Month),
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
        let shown = amounts(&reading, 0..reading.tokens.len(), &[])
            .iter()
            .map(|amount| {
                let unit = amount.unit.map_or("-".to_owned(), |unit| unit.to_string());
                let side = amount.side.map_or(String::new(), |side| format!("/{side}"));
                let per = amount.per.map_or(String::new(), |per| format!(" per {per}"));
                let quote = reading.slice(amount.tokens.clone());
                format!(
                    "{quote} = {} {unit} {}{side}{per} ±{}\n",
                    plain(amount.value),
                    amount.bound,
                    plain(amount.step)
                )
            })
            .collect::<String>();
        expect.assert_eq(&shown);
    }

    #[test]
    fn finds_the_currency_before_and_behind() {
        check(
            "$4.5bn, US$150 billion, USD 20 million, EUR 3.5 bn, 51.7 billion zlotys, R6.4bn, 20 billion tenge ($44 million), 4.5 billion US dollars",
            &expect![[r#"
            $4.5bn = 4500000000 USD exact ±100000000
            US$150 billion = 150000000000 USD exact ±1000000000
            USD 20 million = 20000000 USD exact ±1000000
            EUR 3.5 bn = 3500000000 EUR exact ±100000000
            51.7 billion zlotys = 51700000000 PLN exact ±100000000
            R6.4bn = 6400000000 ZAR exact ±100000000
            20 billion tenge = 20000000000 KZT exact ±1000000000
            $44 million = 44000000 USD exact ±1000000
            4.5 billion US dollars = 4500000000 USD exact ±100000000
        "#]],
        );
    }

    #[test]
    fn finds_other_units() {
        check(
            "a 300,000-tonnes quota, 57%, 33 percent, 500 thousand tons, 100 ha, 40 flights per week, 14,000 jobs, 7 million tons a year",
            &expect![[r#"
            300,000-tonnes = 300000 tonnes exact ±100000
            57% = 57 percent exact ±1
            33 percent = 33 percent exact ±1
            500 thousand tons = 500000 tonnes exact ±1000
            100 ha = 100 ha exact ±100
            40 flights per week = 40 per_week exact ±10
            14,000 jobs = 14000 jobs exact ±1000
            7 million tons = 7000000 tonnes exact per year ±1000000
        "#]],
        );
    }

    #[test]
    fn reads_bounds() {
        check(
            "exceeded $1.2 billion, more than 14,000 jobs, nearly $57 billion, just over $16 billion, grew up to USD 20 million, up to 5 flights, estimated at $66 billion",
            &expect![[r#"
            $1.2 billion = 1200000000 USD over ±100000000
            14,000 jobs = 14000 jobs over ±1000
            $57 billion = 57000000000 USD about/below ±1000000000
            $16 billion = 16000000000 USD over ±1000000000
            USD 20 million = 20000000 USD exact ±1000000
            5 = 5 - up_to ±1
            $66 billion = 66000000000 USD about ±1000000000
        "#]],
        );
        check(
            "exceeded the $4 billion mark, no less than 40%, surpassed a record €7.1 billion, is close to $3 bn",
            &expect![[r#"
            $4 billion = 4000000000 USD over ±1000000000
            40% = 40 percent over ±10
            €7.1 billion = 7100000000 EUR over ±100000000
            $3 bn = 3000000000 USD about/below ±1000000000
        "#]],
        );
    }

    #[test]
    fn lends_units_in_lists() {
        check(
            "to €320 and €240 million, respectively; 3.4 and 5.6 billion dollars; between 10 and 15%",
            &expect![[r#"
                €320 = 320000000 EUR exact ±1000000
                €240 million = 240000000 EUR exact ±1000000
                3.4 = 3400000000 USD exact ±100000000
                5.6 billion dollars = 5600000000 USD exact ±100000000
                10 and 15% = 15 percent up_to ±1
            "#]],
        );
    }

    #[test]
    fn leaves_other_numbers() {
        check(
            "at 11:00, the 21st meeting, COVID-19, Kambar-Ata-1, G20, Boeing-747, A380, No. 5",
            &expect![[r#"
            5 = 5 - exact ±1
        "#]],
        );
    }

    #[test]
    fn reads_multiples() {
        check(
            "doubled, nearly tripled, a fifty-fold rise, 3.5 times, 2.5-fold",
            &expect![[r#"
            doubled = 2 times exact ±0.5
            tripled = 3 times about/below ±0.5
            fifty-fold = 50 times exact ±0.5
            3.5 times = 3.5 times exact ±0.1
            2.5-fold = 2.5 times exact ±0.1
        "#]],
        );
    }
}
