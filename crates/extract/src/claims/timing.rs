//! When an amount is about.

use super::kind::About;
use super::modality::{is_beside_start, is_starting_point};
use super::scene::Scene;
use crate::amount::Amount;
use crate::meaning::{Link, Meaning, Speech, Topic};
use crate::period::{Role, When};
use crate::token::TokenKind;
use entente_model::{ClaimKind, Country, Modality, Month, Period, Unit};
use std::ops::Range;

/// What the sentence, and those before it, have told of time.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Told {
    /// The period of the amount before, in the same sentence.
    pub before: Option<Period>,
    /// Whether that amount was planned or a target.
    pub before_ahead: bool,
    /// Whose exports or imports were told before.
    pub reporter: Option<Country>,
    /// Whose exports or imports the sentence before told, whatever countries this one names.
    pub reporter_before: Option<Country>,
    /// The period last spoken of, and the number of the sentence that did.
    pub last: Option<(Period, usize)>,
    /// The period of the sentence before, where it named trade and gave no figure of it.
    pub spoken: Option<Period>,
    /// Whether the sentence before told of exports or imports, of which the turnover is the whole.
    pub parts: bool,
}

/// A time within the first words of a sentence is told of all of it.
const OPENING: usize = 7;
/// How many words may stand between two amounts that share their time.
const JOINED_REACH: usize = 10;

/// Returns the period that an amount is about.
pub(super) fn period(
    scene: &Scene<'_, '_>,
    at: usize,
    about: &About,
    modality: Modality,
    told: &Told,
) -> Option<Period> {
    let ahead = modality != Modality::Actual;
    if let Some(period) = scene.paired.period(&scene.amounts[at]) {
        return Some(period);
    }
    if is_stock(about.kind) && is_of_today(scene, at) {
        return None;
    }
    if let Some(base) = in_base(scene, at, told) {
        return Some(base);
    }
    // "It topped $1 billion in 2024, and is to reach $2 billion": the year is told of what is, and not of the goal.
    let is_spent = |when: &&When| {
        let told = told.before.is_some() && when.period == told.before && !told.before_ahead;
        ahead && told && when.tokens.end <= scene.amounts[at].opens
    };
    let when = own(scene, at, ahead)
        .filter(|when| !is_spent(when))
        .or_else(|| opening(scene, at, ahead))
        .or_else(|| shared(scene, at, about, ahead))
        .or_else(|| closing(scene, about, ahead));
    if let Some(when) = when {
        return match when.role {
            Role::Vague => None,
            Role::Same => {
                let start = at > 0 && is_starting_point(scene, at - 1);
                let told = told.before.filter(|_| !start).or(told.last.map(|(period, _)| period));
                // "За один год — с 6 до 8 млрд": what it started from was so the year before.
                let starts = told.filter(|told| told.whole_year().is_some() && is_start_of(scene, at, when));
                starts.map_or(told, |year| year.shift_years(-1))
            }
            // "In 2023 it rose from 6 to 8 billion": it was 6 the year before.
            Role::Plain if is_start_of(scene, at, when) => when
                .period
                .filter(|period| period.whole_year().is_some())
                .and_then(|year| year.shift_years(-1)),
            _ if when.same => same_part(when, told.before.or(told.last.map(|(period, _)| period))),
            // "It was 6 billion a year earlier": a year before what was told last.
            _ if when.earlier && earlier_than(scene, told).is_some() => {
                earlier_than(scene, told).and_then(|before| before.shift_years(-1))
            }
            _ => told_of(scene, when, about, ahead),
        };
    }
    if is_stock(about.kind) {
        return None;
    }
    let before =
        told.before.filter(|_| ahead == told.before_ahead && at > 0 && !is_starting_point(scene, at - 1));
    let before = before.or(told.before.filter(|_| is_beside_start(scene, at)));
    let of_trade = matches!(
        about.kind,
        ClaimKind::TradeTurnover
            | ClaimKind::Exports
            | ClaimKind::Imports
            | ClaimKind::TradeBalance
            | ClaimKind::TradeGrowth
    );
    let spoken = told.spoken.filter(|_| of_trade && !ahead && !scene.has_own_time());
    before.or_else(|| carried(scene, at, about, ahead, told)).or(spoken)
}

/// The months that were told of, in the year that a time names; the year where they are not known.
fn same_part(when: &When, told: Option<Period>) -> Option<Period> {
    let year = when.period?;
    let Some(told) = told.filter(|told| told.whole_year().is_none()) else { return Some(year) };
    told.shift_years(year.first_month().year() - told.first_month().year())
}

/// How far before its parenthesis the time may stand that an amount is compared with.
const BASE_BEFORE: usize = 5;

/// "Compared with 2021 ($5.3 million)": what a parenthesis tells of the time that something is compared with.
pub(super) fn in_base(scene: &Scene<'_, '_>, at: usize, told: &Told) -> Option<Period> {
    let amount = &scene.amounts[at];
    let open = amount.opens.checked_sub(1).filter(|open| scene.notes.reading.word(*open) == "(")?;
    let closed = scene.notes.reading.word(amount.closes) == ")";
    let near = |when: &&When| {
        let between = when.tokens.end..open;
        when.tokens.end <= open && between.len() <= BASE_BEFORE && !scene.is_parted(between)
    };
    let base =
        scene.times.iter().rev().filter(|when| when.role == Role::Base).find(|when| when.period.is_some());
    let base = base.filter(near).filter(|_| closed && amount.unit.is_some_and(Unit::is_money))?;
    reckoned(base, told.before.or(told.last.map(|(period, _)| period)))
}

/// Says whether an amount is what a movement starts from that is all told of by one time before it.
fn is_start_of(scene: &Scene<'_, '_>, at: usize, when: &When) -> bool {
    let amount = &scene.amounts[at];
    let own = |other: &When| other.tokens.start >= amount.closes && other.role == Role::Plain;
    let next = scene.amounts.get(at + 1).map_or(scene.tokens.end, |next| next.closes);
    // "From 6 billion to 8 billion in 2023": the time behind is that of where it leads to.
    let around = when.tokens.end <= amount.opens || when.tokens.start >= next;
    around
        && is_starting_point(scene, at)
        && scene.amounts.get(at + 1).is_some_and(|next| next.unit.is_none_or(Unit::is_money))
        && !scene.times.iter().any(|other| other != when && own(other) && other.tokens.start < next)
}

/// The period that "a year earlier" is reckoned from: of the amount before, else of the sentence before.
fn earlier_than(scene: &Scene<'_, '_>, told: &Told) -> Option<Period> {
    let last = told.last.filter(|(_, sentence)| scene.number == sentence + 1).map(|(period, _)| period);
    told.before.or(last)
}

/// What closes a sentence behind a comma holds for all of it, where no other time is told: "exports were 6 billion, up
/// 12%, and imports 5 billion, in the first half of 2024".
fn closing<'s>(scene: &'s Scene<'_, '_>, about: &About, ahead: bool) -> Option<&'s When> {
    let [when] = scene.times.as_slice() else { return None };
    let end = scene.tokens.end;
    let closes =
        when.tokens.end == end || when.tokens.end + 1 == end && scene.notes.reading.word(end - 1) == ".";
    let comma = (when.tokens.start.saturating_sub(3)..when.tokens.start)
        .any(|at| scene.notes.reading.word(at) == "," && at > scene.tokens.start);
    // "Exports totalled 6 billion while imports were 4 billion in 2018"
    let opposite = match about.topic {
        Topic::Exports => Some(Topic::Imports),
        Topic::Imports => Some(Topic::Exports),
        _ => None,
    };
    let both = opposite.is_some_and(|other| scene.topics.iter().any(|topic| topic.what == other));
    let comma = comma || both;
    let several = scene.amounts.iter().filter(|amount| amount.closes <= when.tokens.start).count() > 1;
    let plain = when.role == Role::Plain && fits(scene, when, ahead);
    (closes && comma && several && plain && !is_stock(about.kind)).then_some(when)
}

/// The period of the sentence before, for the parts and the growth of what it told of.
fn carried(scene: &Scene<'_, '_>, at: usize, about: &About, ahead: bool, told: &Told) -> Option<Period> {
    let part = matches!(
        about.topic,
        Topic::Exports | Topic::Imports | Topic::Deficit | Topic::Surplus | Topic::Balance
    ) && about.kind != ClaimKind::TradeShare;
    // "It grew by 5%": the growth of what was just told of.
    let growth = about.kind == ClaimKind::TradeGrowth;
    // "Compared with 2022 trade grew by 5%": of the year that was just told of.
    let compared = growth && is_compared(scene, at);
    // "It reached $3 billion, 3% less than in the same period": the level is of the time of its change.
    let same = |when: &When| when.role == Role::Base && (when.same || when.period.is_none());
    let compared =
        compared || about.kind.is_trade() && is_compared(scene, at) && scene.times.iter().any(same);
    let carries = part || growth && about.place.is_none() || compared;
    // "This is 9% of Kenya's trade": of the time of what it points back at.
    let points_back = about.kind == ClaimKind::TradeShare
        && scene.has_link(scene.tokens.start..scene.amounts[at].opens, &[Link::It])
        && !scene.amounts[..at].iter().any(|other| other.unit.is_some_and(Unit::is_money));
    // "Exports were 1.3 billion, imports 0.2. In all the turnover topped 1.5": the whole of the parts just told.
    let whole = about.kind == ClaimKind::TradeTurnover && told.parts && !scene.has_own_time();
    let carries = carries || points_back || whole;
    told.last
        .filter(|(_, sentence)| carries && !ahead && scene.number <= sentence + 1)
        .map(|(period, _)| period)
}

/// Says whether a statement names a time that something is compared with.
fn is_compared(scene: &Scene<'_, '_>, at: usize) -> bool {
    let clause = scene.clause(scene.amounts[at].opens);
    scene.times.iter().any(|when| when.role == Role::Base && clause.contains(&when.tokens.start))
}

/// Counts of what there is are of no period, unless their own words name one.
const fn is_stock(kind: ClaimKind) -> bool {
    matches!(
        kind,
        ClaimKind::ProjectCount
            | ClaimKind::ProjectValue
            | ClaimKind::ProjectJobs
            | ClaimKind::CompanyCount
            | ClaimKind::AgreementCount
            | ClaimKind::Capacity
            | ClaimKind::Area
    )
}

/// "45 projects worth $2 billion are currently under way": what is now is of no period.
fn is_of_today(scene: &Scene<'_, '_>, at: usize) -> bool {
    let amount = &scene.amounts[at];
    let clause = scene.clause(amount.opens);
    let mut behind = scene.times.iter().filter(|when| {
        when.tokens.start >= amount.closes && when.tokens.end <= clause.end && when.role != Role::Day
    });
    behind.next().is_some_and(|when| when.role == Role::Vague)
}

/// The time that belongs to an amount by its place: behind it before the next one, else before it.
fn own<'s>(scene: &'s Scene<'_, '_>, at: usize, ahead: bool) -> Option<&'s When> {
    let amount = &scene.amounts[at];
    let clause = scene.clause(amount.opens);
    // "RM102 million ($22 million) in 2023": a conversion in parentheses has the time of what it converts.
    let beside =
        |next: &&Amount| scene.is_aside(next.opens, amount.opens) && next.unit.is_some_and(Unit::is_money);
    let next = scene.amounts[at + 1..]
        .iter()
        .find(|next| !(amount.unit.is_some_and(Unit::is_money) && beside(next)));
    let next = next.map(|next| next.opens).filter(|next| *next < clause.end);
    // "2021 йилдаги 8 миллиардга нисбатан 21 фоиз ўсди": the time of what a change is reckoned from is not its own.
    let of_base = |when: &When| {
        let owns = |(other, base): (usize, &Amount)| {
            other != at && base.opens == when.tokens.end && is_starting_point(scene, other)
        };
        scene.notes.reading.pack.traits.verb_final && scene.amounts.iter().enumerate().any(owns)
    };
    let usable = |when: &&When| {
        fits(scene, when, ahead)
            && !of_base(when)
            && scene.reaches(when.tokens.start, amount.opens)
            && !is_of_report(scene, when, amount.closes)
    };
    let mut behind = scene.times.iter().filter(usable).filter(|when| {
        let gap = past_parenthesis(scene, amount.closes)..when.tokens.start;
        let in_zone = when.tokens.start >= amount.closes && when.tokens.end <= next.unwrap_or(clause.end);
        // ", and in 2023 imports were": what opens the next statement is not told of this one.
        in_zone && (next.is_none() || !(scene.is_parted(gap.clone()) || joins_statements(scene, gap)))
    });
    // "In 2023 freight rose by 15% and amounted to 3 million tons": a change and the level it leads to share their time.
    let change = |at: usize| {
        let (one, next) = (&scene.amounts[at], scene.amounts[at + 1].unit);
        matches!(one.unit, Some(Unit::Percent | Unit::Times))
            && next.is_some_and(|unit| !matches!(unit, Unit::Percent | Unit::Times))
            && !scene.is_parted(one.closes..scene.amounts[at + 1].opens)
    };
    let previous = at.checked_sub(1);
    let previous = previous.and_then(|before| if change(before) { before.checked_sub(1) } else { previous });
    let from = match previous.map(|before| scene.amounts[before].closes) {
        Some(end) if end >= clause.start => end,
        _ => clause.start,
    };
    let before = || {
        let before = |when: &&When| when.tokens.start >= from && when.tokens.end <= amount.opens;
        scene.times.iter().filter(usable).rfind(before)
    };
    if scene.notes.reading.pack.traits.verb_final {
        // The time that was named last holds until another is named.
        let named = |when: &&When| when.tokens.start >= clause.start && when.tokens.end <= amount.opens;
        let named = || scene.times.iter().filter(usable).rfind(named);
        return before().or_else(|| behind.next()).or_else(named);
    }
    behind.next().or_else(before)
}

/// Where a parenthesis ends that opens or closes right behind an amount.
fn past_parenthesis(scene: &Scene<'_, '_>, closes: usize) -> usize {
    let reading = &scene.notes.reading;
    match reading.word(closes) {
        ")" => closes + 1,
        "(" => (closes..scene.tokens.end).find(|at| reading.word(*at) == ")").map_or(closes, |at| at + 1),
        _ => closes,
    }
}

/// Says whether "and" stands between two tokens and joins something else than two countries: "between Kenya and Ghana".
fn joins_statements(scene: &Scene<'_, '_>, range: Range<usize>) -> bool {
    let countries = |at: usize| {
        let mentions = scene.mentions();
        let before = mentions.iter().any(|m| m.tokens.end == at);
        before && mentions.iter().any(|m| (at + 1..=at + 2).contains(&m.tokens.start))
    };
    range.into_iter().any(|at| scene.is_link(at, &[Link::And]) && !countries(at))
}

/// How far from a verb of saying the time may stand when somebody said it.
const SAID: usize = 2;

/// ", the minister said today": when it was said is not when it is about.
fn is_of_report(scene: &Scene<'_, '_>, when: &When, closes: usize) -> bool {
    let (at, end) = (when.tokens.start, when.tokens.end);
    if when.role != Role::Vague || at < closes || !scene.is_parted(closes..at) {
        return false;
    }
    let said = |meaning: &Meaning| matches!(meaning, Meaning::Speech(Speech::Say)).then_some(());
    let lowest = closes.max(at.saturating_sub(SAID));
    scene.last(lowest..at, said).is_some()
        || scene.first(end..(end + SAID).min(scene.tokens.end), said).is_some()
}

/// What opens a sentence holds for all of it: "In 2023, exports grew, while imports ...".
fn opening<'s>(scene: &'s Scene<'_, '_>, at: usize, ahead: bool) -> Option<&'s When> {
    let amount = &scene.amounts[at];
    let opens = scene.tokens.start + OPENING;
    let first =
        scene.times.iter().filter(|when| fits(scene, when, ahead)).find(|when| when.tokens.end <= opens)?;
    // "In 2022 it was 6 billion, and in nine months of 2023 it was 5 billion, 2% less": another time was named since.
    let another = scene.times.iter().any(|when| {
        let since = when.tokens.start > first.tokens.end && when.tokens.end <= amount.opens;
        since && when.role == Role::Plain && !when.earlier && fits(scene, when, ahead)
    });
    (first.tokens.end <= amount.opens && first.role != Role::Vague && !another).then_some(first)
}

/// A change shares the time of the level that it leads to: "grew by 21% and reached $1.4 billion in 2023"; an amount
/// that of the one it is joined with: "exports were $3 billion and imports $2 billion in 2023".
fn shared<'s>(scene: &'s Scene<'_, '_>, at: usize, about: &About, ahead: bool) -> Option<&'s When> {
    let joined =
        scene.amounts.get(at + 1).filter(|next| next.unit == scene.amounts[at].unit).is_some_and(|next| {
            let between = scene.amounts[at].closes..next.opens;
            between.len() <= JOINED_REACH
                && !scene.is_parted(between.clone())
                && scene.has_link(between.clone(), &[Link::And])
                && !scene.has_link(between, &[Link::Which, Link::Clause])
                && scene.clause(next.opens) == scene.clause(scene.amounts[at].opens)
        });
    if joined && !is_stock(about.kind) {
        let behind = own(scene, at + 1, ahead).filter(|when| when.tokens.start > scene.amounts[at + 1].opens);
        return behind.filter(|when| when.role == Role::Plain || ahead && when.role == Role::Until);
    }
    // "12,000 tonnes of fishmeal worth $19 million in 2024"
    let weighed = matches!(about.kind, ClaimKind::Exports | ClaimKind::Imports)
        && scene.amounts[at].unit.is_some_and(|unit| !unit.is_money());
    if let Some(next) = scene.amounts.get(at + 1).filter(|_| weighed)
        && next.unit.is_some_and(Unit::is_money)
        && next.opens - scene.amounts[at].closes <= JOINED_REACH
        && !scene.is_parted(scene.amounts[at].closes..next.opens)
    {
        return own(scene, at + 1, ahead).filter(|when| when.role == Role::Plain);
    }
    let leads = about.kind == ClaimKind::TradeGrowth
        && scene.amounts.get(at + 1).is_some_and(|next| {
            next.unit.is_some_and(Unit::is_money)
                && scene.clause(next.opens) == scene.clause(scene.amounts[at].opens)
        });
    // "A growth of 12.6% from $126 billion in 2017 to $142 billion in 2018"
    let to = if leads && at + 2 < scene.amounts.len() && is_starting_point(scene, at + 1) {
        at + 2
    } else {
        at + 1
    };
    // "Up 33% from $49 billion in 2022": what it started from has a time of its own.
    let base = leads
        && to == at + 1
        && (scene.amounts[at].closes..scene.amounts[to].opens).any(|at| scene.is_link(at, &[Link::From]));
    (leads && !base).then(|| own(scene, to, ahead)).flatten()
}

/// Says whether a time can be that of an amount that is, or of one that lies ahead.
fn fits(scene: &Scene<'_, '_>, when: &When, ahead: bool) -> bool {
    let this_year = scene.notes.calendar.year(0);
    let year = when.period.map(|period| period.last_month().year());
    let past = year.is_some_and(|year| this_year.is_some_and(|this_year| year < this_year));
    let future = year.is_some_and(|year| this_year.is_some_and(|this_year| year > this_year));
    match when.role {
        Role::Day | Role::Base => false,
        Role::Vague => true,
        Role::Same => !ahead,
        Role::Until => ahead || !future,
        Role::Plain => ahead && !past || !ahead && !future,
    }
}

/// The period of a time: the last year of a growth over several, "this year" up to now of what is already so.
fn told_of(scene: &Scene<'_, '_>, when: &When, about: &About, ahead: bool) -> Option<Period> {
    let period = when.period?;
    if when.since.is_some() && about.kind == ClaimKind::TradeGrowth {
        return Period::year(period.last_month().year());
    }
    let in_words = scene.notes.reading.tokens[when.tokens.start].kind != TokenKind::Number;
    let today = scene.notes.calendar.today;
    let running = today.filter(|today| {
        period == Period::Year(today.year()) && in_words && !ahead && when.role == Role::Plain
    });
    match running {
        Some(today) => Period::months(Month::new(today.year(), 1)?, Month::new(today.year(), today.month())?),
        None => Some(period),
    }
}

/// The period that a growth compares with, where the text names one; the first year of several.
pub(super) fn base(
    scene: &Scene<'_, '_>,
    at: usize,
    about: &About,
    period: Option<Period>,
) -> Option<Period> {
    if about.kind != ClaimKind::TradeGrowth {
        return None;
    }
    let amount = &scene.amounts[at];
    let clause = scene.clause(amount.opens);
    let mut bases =
        scene.times.iter().filter(|when| when.role == Role::Base && clause.contains(&when.tokens.start));
    // "7% higher than in 2022 and twice the 2015 level": each has its own.
    let next = scene.amounts.get(at + 1).map_or(clause.end, |next| next.opens);
    let behind = bases.clone().find(|when| when.tokens.start >= amount.closes && when.tokens.end <= next);
    let named = behind.or_else(|| bases.next());
    named.and_then(|when| reckoned(when, period)).or_else(|| own(scene, at, false)?.since)
}

/// The period that a time names as the base of a growth: "a year earlier" than the year of the growth, and of a part of
/// a year the same months.
fn reckoned(when: &When, period: Option<Period>) -> Option<Period> {
    let named = when.period?;
    let Some(period) = period else { return Some(named) };
    let before = period.shift_years(-1);
    let same_months = period.whole_year().is_none()
        && before.is_some_and(|before| named.whole_year() == Some(before.first_month().year()))
        && period.first_month().year() == period.last_month().year();
    // "In January-July 2023, over the same period last year": what is compared is never the same time.
    let itself = period.whole_year().is_none() && named.whole_year() == Some(period.first_month().year());
    if when.earlier || same_months || itself { before } else { Some(named) }
}
