//! From the amounts of a sentence and the words around them to claims.

mod bracketed;
mod currency;
mod entire;
mod kind;
mod ladder;
mod modality;
mod movement;
mod paired;
mod parties;
mod rank;
mod rank_behind;
mod same;
mod scene;
mod share;
mod spoken;
mod timing;
mod topic;
mod verb_final;

#[cfg(test)]
mod constructions;
#[cfg(test)]
mod paraphrases;
#[cfg(test)]
mod parts;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod wordings;

use crate::amount::Amount;
use crate::meaning::{Link, Meaning, Topic};
use crate::notes::Notes;
use crate::tables::Tables;
use entente_model::{
    Bound, Claim, ClaimKind, Confidence, Currency, Decimal, Doubt, Measure, Modality, Of, Period, Portion,
    Stated, TradeFlow, Unit,
};
use kind::{About, Context};
use ladder::Rung;
use modality::is_trade;
use parties::Parties;
use scene::Scene;
use timing::Told;

/// Reads the claims of a text up to byte `body_end`, in text order.
pub(crate) fn read(notes: &Notes<'_>, body_end: usize) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut context = Context::default();
    let mut calendar = notes.calendar;
    let tables = Tables::of(notes.reading.text);
    for (number, sentence) in notes.reading.sentences.iter().enumerate() {
        let start = notes.reading.bytes(sentence.tokens()).start;
        if start >= body_end {
            break;
        }
        if tables.hold(start) {
            continue;
        }
        let scene = Scene::new(notes, number, calendar);
        let latest = scene.times.iter().filter_map(|when| when.period).map(|p| p.last_month().year()).max();
        calendar.latest_year = latest.or(calendar.latest_year);
        let (before, spoken_before) = (claims.len(), context.spoken);
        of_sentence(&scene, &mut context, &mut claims);
        if claims[before..].iter().all(|claim| claim.modality != Modality::Actual) {
            spoken::hold_over_goals(&claims[before..], number, &mut context);
        }
        if claims.len() == before {
            context.spoken = spoken::spoken(&scene).map(|period| (period, number));
        }
        spoken::hold(&scene, &mut context);
        let figure = context.money.is_some() && context.sentence == number;
        let names = |what: Topic| scene.topics.iter().any(|topic| topic.what == what);
        let trade = [Topic::Turnover, Topic::Trade].into_iter().find(|what| names(*what));
        // "Trade is growing. A rise was registered in 2022. It has been 307 million": what says nothing else is passed over.
        let held = context
            .named
            .filter(|(_, last)| scene.topics.is_empty() && scene.amounts.is_empty() && last + 1 == number);
        let named = trade.or(held.map(|(topic, _)| topic));
        context.named = named.filter(|_| !figure).map(|topic| (topic, number));
        context.projects_named = names(Topic::Projects).then_some(number);
        let figures = claims.len() > before;
        claims.extend(rank::ranks(&scene).into_iter().filter_map(|ranked| rank_claim(&scene, ranked)));
        if !figures && claims.len() > before {
            context.spoken = spoken::by_ranks(&scene, context.spoken.or(spoken_before));
        }
    }
    claims.extend(tables.claims(notes, body_end));
    claims.sort_by_key(|claim: &Claim| claim.quote.start);
    ladder::totals(&mut claims);
    same::once(claims, title_end(notes))
}

/// Drops what repeats an earlier claim, of claims in text order that were read apart.
pub(crate) fn once(claims: Vec<Claim>) -> Vec<Claim> {
    same::once(claims, 0)
}

/// The code point at which the headline of a text ends: a first line without a full stop.
fn title_end(notes: &Notes<'_>) -> usize {
    let reading = &notes.reading;
    let opens = |token: &crate::token::Token| token.opens_paragraph();
    let title = reading.tokens.iter().skip(1).position(opens).map_or(0, |at| at + 1);
    // A first line that is a sentence of its own is a headline too, where no empty line follows it.
    let first = reading.sentences.first().map_or(0, |sentence| sentence.tokens().end);
    let line = reading.tokens.get(first).is_some_and(crate::token::Token::opens_line);
    let title = if line && (title == 0 || first < title) { first } else { title };
    let parted = title > 0;
    let closed = title > 0 && reading.word(title - 1) == ".";
    if parted && !closed { reading.chars_before(title) } else { 0 }
}

fn of_sentence(scene: &Scene<'_, '_>, context: &mut Context, claims: &mut Vec<Claim>) {
    let read: Vec<(usize, About)> = scene
        .amounts
        .iter()
        .enumerate()
        .filter_map(|(at, amount)| kind::about(scene, amount, context).map(|about| (at, about)))
        .filter(|(at, about)| !entire::is_of_region(scene, &scene.amounts[*at], about))
        .collect();
    let whole = entire::told(scene);
    let entire =
        |(at, about): &(usize, About)| entire::is_entire(scene, &scene.amounts[*at], about, whole, context);
    let (of_one, read): (Vec<_>, Vec<_>) = read.into_iter().partition(entire);
    let told = !of_one.is_empty() || whole.is_some();
    context.entire = told.then_some(scene.number);
    let left = context.rung.filter(|(_, sentence)| scene.number <= sentence + 1).map(|(rung, _)| rung);
    let reporter = context.reporter.filter(|(_, sentence)| scene.number <= sentence + 1);
    let reporter = reporter.filter(|_| scene.mentions().is_empty()).map(|(country, _)| country);
    let spoken =
        context.spoken.filter(|(_, sentence)| scene.number == sentence + 1).map(|(period, _)| period);
    let parts = context.reporter.is_some_and(|(_, sentence)| scene.number == sentence + 1);
    let near = context.reporter.filter(|(_, sentence)| scene.number <= sentence + 1);
    let before = near.filter(|_| scene.notes.reading.pack.traits.verb_final).map(|(country, _)| country);
    let mut told =
        Told { last: context.period, reporter, reporter_before: before, spoken, parts, ..Told::default() };
    let (mut rung, mut before): (Option<Rung>, Option<(usize, Modality)>) = (None, None);
    let first = claims.len();
    let whole = context.money == Some(Topic::Turnover) && scene.number <= context.sentence + 1;
    for (order, (at, about)) in read.iter().enumerate() {
        let amount = &scene.amounts[*at];
        let mut modality = modality::modality(scene, *at, about, before);
        before = Some((*at, modality));
        let mut stage = None;
        if about.kind.is_portfolio() {
            let now = rung_of(scene, &read, order, modality, (rung, left));
            if rung.is_some_and(|before| holds_part(scene, amount, about, (before, now))) {
                let whole = claims[first..].iter_mut().filter(|claim| claim.stage == Some(Portion::Ongoing));
                whole.for_each(|claim| claim.stage = Some(Portion::Total));
            }
            rung = Some(now);
            context.rung = Some((now, scene.number));
            (stage, modality) = (Some(now.stage), now.modality);
            context.projects = true;
            context.sentence = scene.number;
        } else if about.kind == ClaimKind::Capacity && rung.or(left).is_some_and(|rung| rung.is_ahead()) {
            modality = Modality::Planned;
        }
        let grown = about.kind == ClaimKind::TradeGrowth && context.money.is_none();
        let aside = scene.is_aside(amount.opens, scene.tokens.start) && context.sentence == scene.number;
        if (matches!(amount.unit, Some(Unit::Money(_)) | None) || grown) && is_trade(about.topic) && !aside {
            // "Trade was 6 billion, exports 4 and imports 2. It is to reach 10": what a sentence is about is told first.
            let part = context.sentence == scene.number
                && context.money == Some(Topic::Turnover)
                && matches!(about.topic, Topic::Exports | Topic::Imports);
            if !part {
                context.money = Some(about.topic);
            }
            context.sentence = scene.number;
        }
        let Some(mut claim) = claim(scene, *at, about, modality, &told) else { continue };
        claim.stage = stage;
        // What stands in parentheses may be told of another time than what it stands beside.
        let aside = scene.is_aside(amount.opens, scene.tokens.start) && told.before.is_some();
        let compared = told.before.is_some() && modality::is_compared_with(scene, *at);
        if !aside && !compared && timing::in_base(scene, *at, &told).is_none() {
            remember(scene, &claim, &mut told, context);
        }
        claims.push(claim);
    }
    // "Trade hit 6.6 billion. Exports came to 3.1, and imports to 3.5. The goal is to lift the figure": that of the trade.
    let told = |kind: ClaimKind| claims[first..].iter().any(|claim| claim.kind == kind);
    if whole && told(ClaimKind::Exports) && told(ClaimKind::Imports) {
        context.money = Some(Topic::Turnover);
    }
}

/// Keeps what the amounts behind a claim may take from it: its period, and whose exports or imports it told.
fn remember(scene: &Scene<'_, '_>, claim: &Claim, told: &mut Told, context: &mut Context) {
    (told.before, told.before_ahead) = (claim.period, claim.modality != Modality::Actual);
    if matches!(claim.kind, ClaimKind::Exports | ClaimKind::Imports) {
        told.reporter = claim.parties.first().copied();
        context.reporter = told.reporter.map(|reporter| (reporter, scene.number));
    }
    if let Some(period) = claim.period
        && claim.modality == Modality::Actual
        && claim.kind.is_trade()
    {
        context.period = Some((period, scene.number));
    }
}

/// How far before the count of a part the words may stand that say what it is of.
const OF_THEM: usize = 3;

/// "177 projects are being implemented, 122 of which are completed": what holds a part that is done is the whole.
fn holds_part(scene: &Scene<'_, '_>, amount: &Amount, about: &About, (before, now): (Rung, Rung)) -> bool {
    let total = |meaning: &Meaning| matches!(meaning, Meaning::Stage(Portion::Total)).then_some(());
    let around = amount.opens.saturating_sub(OF_THEM).max(scene.tokens.start)..amount.opens;
    let behind = amount.closes..(amount.closes + OF_THEM).min(scene.tokens.end);
    about.kind == ClaimKind::ProjectCount
        && (before.stage, now.stage) == (Portion::Ongoing, Portion::Implemented)
        && (scene.last(around, total).is_some() || scene.first(behind, total).is_some())
}

/// The rung of a count, value or number of jobs: that of the count before it, else its own. `left` is the last rung of
/// the sentence before.
fn rung_of(
    scene: &Scene<'_, '_>,
    read: &[(usize, About)],
    order: usize,
    modality: Modality,
    (before, left): (Option<Rung>, Option<Rung>),
) -> Rung {
    let (at, about) = &read[order];
    let amount = &scene.amounts[*at];
    match before {
        // "The project costs $85 million and will create 350 jobs": the jobs are not there yet.
        Some(rung) if about.kind == ClaimKind::ProjectJobs && rung.stage == Portion::Total => {
            Rung { modality: if modality == Modality::Actual { rung.modality } else { modality }, ..rung }
        }
        Some(rung) if about.kind != ClaimKind::ProjectCount && !opens_next(scene, read, order) => rung,
        _ if scene.notes.reading.pack.traits.verb_final => {
            let next = read[order + 1..].iter().find(|(_, other)| other.kind == ClaimKind::ProjectCount);
            let next = next.map_or(scene.tokens.end, |(next, _)| scene.amounts[*next].opens);
            let told = verb_final::rung(scene, (amount, about), next, modality);
            // "As a result 200 jobs will be created": of the projects of the sentence before.
            let of_before = left.filter(|_| {
                about.kind == ClaimKind::ProjectJobs
                    && read.iter().all(|(_, other)| other.kind != ClaimKind::ProjectCount)
            });
            // "It is being built and will give 200 jobs": the jobs are not there yet.
            let jobs = about.kind == ClaimKind::ProjectJobs && modality != Modality::Actual;
            let rung = of_before.or(told).unwrap_or(Rung { stage: Portion::Total, modality });
            if jobs { Rung { modality, ..rung } } else { rung }
        }
        _ => {
            let next = read[order + 1..].iter().find(|(_, other)| other.kind == ClaimKind::ProjectCount);
            let end = next.map_or(scene.tokens.end, |(next, _)| scene.amounts[*next].opens);
            ladder::rung(scene, amount, group_start(scene, read, order)..end, modality, (before, left))
        }
    }
}

/// Says whether an amount opens what is told of the next count, where verbs stand last: "12 are done, and $5 billion worth
/// 22 projects are under way".
fn opens_next(scene: &Scene<'_, '_>, read: &[(usize, About)], order: usize) -> bool {
    let amount = |at: &(usize, About)| &scene.amounts[at.0];
    let count = |(_, other): &&(usize, About)| other.kind == ClaimKind::ProjectCount;
    let before = read[..order].iter().rev().find(count);
    let next = read[order + 1..].iter().find(count);
    scene.notes.reading.pack.traits.verb_final && {
        let segment = verb_final::segment(scene, amount(&read[order]));
        next.is_some_and(|next| segment.contains(&amount(next).opens))
            && before.is_none_or(|before| !segment.contains(&amount(before).opens))
    }
}

/// Where the words begin that can speak of an amount: behind the amount before it.
fn group_start(scene: &Scene<'_, '_>, read: &[(usize, About)], order: usize) -> usize {
    let previous = order.checked_sub(1).and_then(|before| read.get(before));
    previous.map_or(scene.tokens.start, |(at, _)| scene.amounts[*at].closes)
}

fn claim(scene: &Scene<'_, '_>, at: usize, about: &About, modality: Modality, told: &Told) -> Option<Claim> {
    let amount = &scene.amounts[at];
    let directed = matches!(about.kind, ClaimKind::Exports | ClaimKind::Imports);
    let parties = if directed {
        parties::directed(scene, amount, about, (told.reporter, told.reporter_before))
    } else {
        let mut parties = parties::pair(scene, amount);
        parties.countries.sort_unstable();
        parties
    };
    if parties.countries.len() != 2 {
        return None;
    }
    let quote = scene.notes.reading.quote(amount.tokens.clone())?;
    let unit = amount.unit.unwrap_or_else(|| unwritten_unit(scene, at, about.kind));
    let unit = currency::of_pair(scene, amount, unit, &parties.countries);
    let of = of(scene, amount, about, &parties).or_else(|| {
        // "Exports were 1 billion, imports 2. The deficit reached 1 billion": of whose flows were told.
        let reporter = told.reporter.filter(|country| parties.countries.contains(country));
        reporter.filter(|_| about.kind == ClaimKind::TradeBalance).map(Of::country)
    });
    let parties = share::with_whole(scene, amount, of, parties);
    let (value, measure) = signed(scene, amount, about);
    let subject = (about.kind == ClaimKind::TradeShare).then(|| share::subject(scene, amount, of)).flatten();
    // A percentage is written to its last digit: 80% is not 75% to 85%.
    let step = if unit == Unit::Percent { amount.step.min(Decimal::ONE) } else { amount.step };
    let (value, step) = if unit == Unit::Count { whole_things(value, step) } else { (value, step) };
    let period = timing::period(scene, at, about, modality, told);
    // "A year earlier" is reckoned from the day of publication, which is not always the year spoken of.
    let earlier = |base: &Period| period.is_none_or(|period| base.first_month() < period.first_month());
    let (confidence, doubts) = confidence(amount, about, &parties, unit);
    // "Довести до 1 млрд, а в перспективе — до 3 млрд": where trade is to be brought to is no ceiling.
    let led_to = amount.bound == Bound::UpTo
        && modality == Modality::Target
        && is_trade(about.topic)
        && about.kind != ClaimKind::TradeGrowth;
    Some(Claim {
        of,
        bound: if led_to { Bound::Exact } else { amount.bound },
        side: amount.side,
        period,
        modality,
        confidence,
        doubts,
        base: timing::base(scene, at, about, period).filter(earlier),
        measure,
        subject,
        per: amount.per,
        ..Claim::new(about.kind, parties.countries, Stated { value, step }, unit, quote)
    })
}

/// "1,652 kompaniya": nobody counts thousandths of things, so the sign before three digits parts thousands.
fn whole_things(value: Decimal, step: Decimal) -> (Decimal, Decimal) {
    let thousand = Decimal::ONE_THOUSAND;
    let parted = step * thousand == Decimal::ONE && value >= Decimal::ONE;
    if parted { (value * thousand, step * thousand) } else { (value, step) }
}

/// The unit of an amount that is written without one; money is that of the amount before it, else behind it.
fn unwritten_unit(scene: &Scene<'_, '_>, at: usize, kind: ClaimKind) -> Unit {
    let money = |amount: &&Amount| amount.unit.is_some_and(Unit::is_money);
    match kind {
        ClaimKind::ProjectJobs => Unit::Jobs,
        ClaimKind::Flights => Unit::PerWeek,
        kind if is_money(kind) => {
            let (before, behind) = scene.amounts.split_at(at);
            let near = before.iter().rev().find(money).or_else(|| behind.iter().find(money));
            near.and_then(|near| near.unit).unwrap_or(Unit::Money(Currency::USD))
        }
        _ => Unit::Count,
    }
}

const fn is_money(kind: ClaimKind) -> bool {
    matches!(
        kind,
        ClaimKind::TradeTurnover
            | ClaimKind::Exports
            | ClaimKind::Imports
            | ClaimKind::TradeBalance
            | ClaimKind::Investment
            | ClaimKind::ProjectValue
    )
}

fn of(scene: &Scene<'_, '_>, amount: &Amount, about: &About, parties: &Parties) -> Option<Of> {
    match about.kind {
        ClaimKind::TradeShare => share::whole(scene, amount, about),
        ClaimKind::TradeGrowth => Some(Of::Flow(match about.topic {
            Topic::Exports | Topic::Supplies => TradeFlow::Exports,
            Topic::Imports => TradeFlow::Imports,
            _ => TradeFlow::Turnover,
        })),
        ClaimKind::TradeBalance => {
            let owner = about.place.and_then(|place| parties::owner_of(scene, place));
            let subject = scene.mentions().iter().find(|m| !m.of_person).map(|m| m.country);
            let whose = about.place.and_then(|(at, _)| parties::with_before(scene, at));
            owner.or(whose).or(subject).filter(|country| parties.countries.contains(country)).map(Of::country)
        }
        _ => None,
    }
}

/// The value with its sign, and whether it is a level or a change.
fn signed(scene: &Scene<'_, '_>, amount: &Amount, about: &About) -> (Decimal, Option<Measure>) {
    use crate::meaning::Movement;
    let movement = movement::movement(scene, amount).map(|placed| placed.what);
    match about.kind {
        ClaimKind::TradeGrowth if movement == Some(Movement::Down) && amount.unit == Some(Unit::Percent) => {
            (-amount.value, None)
        }
        ClaimKind::TradeBalance if about.topic == Topic::Deficit => (-amount.value, None),
        ClaimKind::TradeTurnover | ClaimKind::Exports | ClaimKind::Imports => {
            let by = amount.opens > scene.tokens.start && scene.is_link(amount.opens - 1, &[Link::By]);
            let by = by || verb_final::is_change(scene, amount);
            let change = match movement {
                Some(Movement::Up) if by => Some(Measure::Increase),
                Some(Movement::Down) if by => Some(Measure::Decrease),
                _ => None,
            };
            (amount.value, change)
        }
        _ => (amount.value, None),
    }
}

/// What is inferred and not read makes a claim less sure: hundredths taken off for each.
fn confidence(amount: &Amount, about: &About, parties: &Parties, unit: Unit) -> (Confidence, Vec<Doubt>) {
    let missing_currency = amount.unit.is_none() && unit.is_money();
    let doubts = [
        (amount.lent, Doubt::UnitOfNeighbour, 10),
        (missing_currency, Doubt::NoCurrency, 20),
        (about.place.is_none(), Doubt::NoIndicator, 10),
        (!parties.named, Doubt::NoCountries, 5),
    ];
    let held = || doubts.iter().filter(|(holds, ..)| *holds);
    let off: u8 = held().map(|(_, _, off)| off).sum();
    (Confidence::percent(95 - off), held().map(|(_, doubt, _)| *doubt).collect())
}

/// How far from a rank the time stands that it is of.
const RANK_TIME: usize = 8;

fn rank_claim(scene: &Scene<'_, '_>, ranked: rank::Ranked) -> Option<Claim> {
    let near = |when: &&crate::period::When| {
        let from = ranked.tokens.end.max(when.tokens.end) - ranked.tokens.start.min(when.tokens.start);
        when.role == crate::period::Role::Plain && from <= RANK_TIME + ranked.tokens.len()
    };
    // Where the verb stands last, so does the place that it tells, far behind the time.
    let before = |when: &&crate::period::When| {
        when.role == crate::period::Role::Plain && when.tokens.end <= ranked.tokens.start
    };
    let verb_final = scene.notes.reading.pack.traits.verb_final;
    let time = scene.times.iter().find(near);
    let time = time.or_else(|| scene.times.iter().rfind(before).filter(|_| verb_final));
    let period = time.and_then(|when| when.period);
    let quote = scene.notes.reading.quote(ranked.tokens)?;
    let stated = Stated { value: Decimal::from(ranked.value), step: Decimal::ONE };
    Some(Claim {
        of: ranked.of,
        scope: ranked.scope,
        bound: ranked.bound,
        period,
        confidence: Confidence::percent(85),
        ..Claim::new(ClaimKind::PartnerRank, ranked.parties.to_vec(), stated, Unit::Rank, quote)
    })
}
