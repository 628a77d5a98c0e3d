//! What a cell of a table says: a figure, or the head of others.

use super::{movement_of, tokens_in};
use crate::meaning::{Link, Meaning, Movement, Topic};
use crate::notes::Notes;
use crate::number::number_at;
use crate::period::{Role, times};
use crate::token::TokenKind;
use entente_model::country::FormKind;
use entente_model::{Country, Decimal, Modality, Period, Quote, Stated, Unit};
use std::ops::Range;

/// A country of a head.
#[derive(Debug, Clone, Copy)]
pub(super) struct NamedHere {
    pub(super) country: Country,
    /// The word of structure right before it.
    pub(super) link: Option<Link>,
    /// Whether what follows is its own: Kazakhstan's exports, Kazakh exports.
    pub(super) owns: bool,
}

/// What the words of a cell, or of a caption, say.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) tokens: Range<usize>,
    pub(super) topic: Option<Topic>,
    pub(super) movement: Option<Movement>,
    pub(super) period: Option<Period>,
    pub(super) countries: Vec<NamedHere>,
    /// The unit, and how many base units one is.
    pub(super) unit: Option<(Unit, Decimal)>,
    pub(super) cue: Option<Modality>,
    figure: bool,
}

impl Head {
    /// Says whether the cell holds a figure: a number that is no year.
    pub(super) const fn is_figure(&self) -> bool {
        self.figure
    }
}

/// Reads what the words of some bytes say.
pub(super) fn head(notes: &Notes<'_>, bytes: &Range<usize>) -> Head {
    let reading = &notes.reading;
    let tokens = tokens_in(notes, bytes);
    let mut head = Head {
        topic: None,
        movement: None,
        period: period(notes, &tokens),
        countries: Vec::new(),
        unit: unit(notes, &tokens),
        cue: None,
        figure: is_figure(notes, &tokens),
        tokens: tokens.clone(),
    };
    // "Dollars of the USA": the country is the currency's.
    let mut money_end = None;
    let mut link = None;
    for at in tokens {
        let Some(term) = reading.term_at(at) else { continue };
        let meanings = reading.meanings(term);
        for meaning in meanings {
            match meaning {
                Meaning::Topic(Topic::Foreign | Topic::Other) => {}
                // "Exports" says more than "trade" beside it.
                Meaning::Topic(topic) if head.topic.is_none_or(|known| known == Topic::Trade) => {
                    head.topic = Some(*topic);
                }
                Meaning::Cue(modality) => head.cue = Some(*modality),
                Meaning::Currency(_) => money_end = Some(term.tokens().end),
                Meaning::Country(..) if money_end.is_some_and(|end| at <= end + 1) => {}
                Meaning::Country(country, kind) if *kind != FormKind::Capital => {
                    let owns = *kind == FormKind::Adjective || reading.is_possessive(term.tokens().end - 1);
                    head.countries.push(NamedHere { country: *country, link, owns });
                }
                _ => {}
            }
            head.movement = head.movement.or_else(|| movement_of(meaning));
        }
        link = meanings.iter().find_map(|meaning| match meaning {
            Meaning::Link(link) => Some(*link),
            _ => None,
        });
    }
    head
}

/// Returns the first period that some tokens name; a plain year is one.
fn period(notes: &Notes<'_>, tokens: &Range<usize>) -> Option<Period> {
    let reading = &notes.reading;
    let when = times(reading, tokens.clone(), notes.calendar);
    let told = when.iter().find_map(|when| when.period.filter(|_| when.role != Role::Base));
    told.or_else(|| tokens.clone().find_map(|at| Period::year(year(reading.word(at))?)))
}

/// Returns the year that four digits are.
fn year(word: &str) -> Option<i16> {
    let digits = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|year| digits && (1990..=2100).contains(year))
}

/// Says whether a cell opens with a number, sign aside, that is no time.
fn is_figure(notes: &Notes<'_>, tokens: &Range<usize>) -> bool {
    let reading = &notes.reading;
    let mut at = tokens.start;
    while at < tokens.end && reading.tokens[at].kind == TokenKind::Sign {
        at += 1;
    }
    // "$ 4.5", "USD 4.5"
    if let Some(term) = reading.term_at(at)
        && reading.meanings(term).iter().any(|meaning| matches!(meaning, Meaning::Currency(_)))
    {
        at = term.tokens().end;
    }
    let is_number = at < tokens.end && reading.tokens[at].kind == TokenKind::Number;
    let times = times(reading, tokens.clone(), notes.calendar);
    let is_time = times.iter().any(|when| when.tokens.contains(&at)) || year(reading.word(at)).is_some();
    is_number && !is_time
}

/// Returns the unit that some tokens name, with its power of ten: million US dollars, %, thousand tonnes.
fn unit(notes: &Notes<'_>, tokens: &Range<usize>) -> Option<(Unit, Decimal)> {
    let reading = &notes.reading;
    let (mut scale, mut unit, mut factor) = (Decimal::ONE, None, 1);
    for at in tokens.clone() {
        for meaning in reading.meanings_at(at) {
            match meaning {
                Meaning::Scale(power) if scale == Decimal::ONE => {
                    scale = Decimal::from(10_u64.checked_pow(u32::from(*power))?);
                }
                Meaning::Currency(currency) if unit.is_none() => unit = Some(Unit::Money(*currency)),
                Meaning::Unit(Unit::Percent, 2..) => {}
                Meaning::Unit(found, times) if unit.is_none() => (unit, factor) = (Some(*found), *times),
                _ => {}
            }
        }
    }
    Some((unit?, scale.checked_mul(Decimal::from(factor))?))
}

/// A figure of a cell.
#[derive(Debug)]
pub(super) struct Value {
    value: Decimal,
    step: Decimal,
    scaled: bool,
    /// The unit that the cell itself writes; its power of ten is in the value.
    pub(super) unit: Option<(Unit, Decimal)>,
    pub(super) quote: Quote,
}

impl Value {
    /// Returns what is stated, in base units. All digits of a table are meant.
    pub(super) fn stated(&self, factor: Decimal) -> Option<Stated> {
        let step = if self.scaled { self.step } else { self.step.min(Decimal::ONE) };
        Some(Stated { value: self.value.checked_mul(factor)?, step: step.checked_mul(factor)? })
    }
}

/// Reads the figure of a cell that holds nothing else but its sign, its unit and marks of notes.
pub(super) fn value(notes: &Notes<'_>, cell: &Head) -> Option<Value> {
    let reading = &notes.reading;
    let tokens = cell.tokens.clone();
    let first = tokens.clone().find(|&at| reading.tokens[at].kind == TokenKind::Number)?;
    let number = number_at(reading, first, tokens.end)?;
    let before = tokens.start..first;
    let negative = before.clone().any(|at| matches!(reading.word(at), "-" | "−" | "–" | "—"));
    let is_beside = |at: usize| {
        let known = |meaning: &Meaning| {
            matches!(meaning, Meaning::Currency(_) | Meaning::Unit(..) | Meaning::Scale(_))
        };
        reading.tokens[at].kind == TokenKind::Sign || reading.meanings_at(at).iter().any(known)
    };
    // A word of a unit of several words opens no term itself.
    let opens = |at: usize| {
        tokens.clone().take_while(|&from| from <= at).any(|from| {
            is_beside(from) && reading.term_at(from).is_some_and(|term| term.tokens().contains(&at))
        })
    };
    let beside = before.clone().chain(number.tokens.end..tokens.end).all(|at| is_beside(at) || opens(at));
    let ranged = (number.tokens.end..tokens.end).any(|at| reading.tokens[at].kind == TokenKind::Number);
    if !beside || ranged {
        return None;
    }
    let unit = cell.unit.map(|(unit, factor)| {
        // The number has taken its own power of ten.
        (unit, if number.scaled { Decimal::ONE } else { factor })
    });
    Some(Value {
        value: if negative { -number.value } else { number.value },
        step: number.step,
        scaled: number.scaled,
        unit,
        quote: reading.quote(tokens)?,
    })
}
