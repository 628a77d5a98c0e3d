//! What an amount is about: from its unit and the nearest phrase that can have such a unit.

use super::ladder::Rung;
use super::modality::{is_mark, is_trade};
use super::movement::movement;
use super::scene::{Placed, Scene};
use crate::amount::Amount;
use crate::meaning::{Anaphor, Link, Meaning, Share, Topic};
use crate::morphology::{Case, Form};
use entente_model::{ClaimKind, Country, Period, Unit};

/// What the sentences before have spoken of, for "the figure" and "of them".
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    /// What money was last about.
    pub money: Option<Topic>,
    /// Whether projects were spoken of.
    pub projects: bool,
    /// The number of the sentence that spoke of it.
    pub sentence: usize,
    /// The period that trade was last told of, and the number of the sentence that did.
    pub period: Option<(Period, usize)>,
    /// The rung that projects were last told on, and the number of the sentence that did.
    pub rung: Option<(Rung, usize)>,
    /// Whose exports or imports were last told, and the number of the sentence that did.
    pub reporter: Option<(Country, usize)>,
}

/// What an amount is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct About {
    /// The kind of claim.
    pub kind: ClaimKind,
    /// The phrase that says so.
    pub topic: Topic,
    /// Where that phrase stands; none where it stands in an earlier sentence.
    pub place: Option<(usize, usize)>,
}

/// How far behind an amount the phrase may stand that names what it is an amount of.
const BEHIND: usize = 4;
/// How far behind a number its place may stand: "five on the territory of Kenya".
const PLACE_REACH: usize = 5;
/// How far before an amount the bare word "trade" still speaks of it.
const TRADE_REACH: usize = 20;

/// Returns what an amount is about; none where it is no statement about the cooperation.
pub(super) fn about(scene: &Scene<'_, '_>, amount: &Amount, context: &Context) -> Option<About> {
    match amount.unit {
        Some(Unit::Money(_)) => money(scene, amount, context),
        Some(Unit::Percent) => percent(scene, amount, context),
        Some(Unit::Times) => growth(scene, amount, context),
        Some(Unit::Jobs) => Some(About {
            kind: ClaimKind::ProjectJobs,
            topic: Topic::Jobs,
            place: Some((amount.tokens.start, amount.closes)),
        }),
        Some(Unit::PerWeek) => Some(About { kind: ClaimKind::Flights, topic: Topic::Flights, place: None }),
        Some(unit) => physical(scene, amount, unit),
        None => counted(scene, amount, context).or_else(|| unnamed_money(scene, amount, context)),
    }
}

pub(super) const fn money_kind(topic: Topic) -> Option<ClaimKind> {
    Some(match topic {
        Topic::Turnover | Topic::Trade => ClaimKind::TradeTurnover,
        Topic::Exports | Topic::Supplies => ClaimKind::Exports,
        Topic::Imports => ClaimKind::Imports,
        Topic::Deficit | Topic::Surplus | Topic::Balance => ClaimKind::TradeBalance,
        Topic::Projects => ClaimKind::ProjectValue,
        Topic::Investment => ClaimKind::Investment,
        Topic::Agreements => ClaimKind::AgreementValue,
        Topic::Loan => ClaimKind::Loan,
        _ => return None,
    })
}

fn money(scene: &Scene<'_, '_>, amount: &Amount, context: &Context) -> Option<About> {
    let fits = |topic: Topic| money_kind(topic).is_some() || topic == Topic::Foreign;
    let listed = scene.paired.topic(amount);
    // "$23 billion in the country's economy" is no amount of the economy.
    let owned = |t: &Placed<Topic>| {
        let between = amount.closes..t.at;
        t.what == Topic::Foreign && scene.mentions().iter().any(|m| between.contains(&m.tokens.start))
    };
    let near = touching(scene, amount, fits).filter(|t| !owned(t) && !is_ground(scene, amount, t));
    let placed = listed.or(near).or_else(|| before(scene, amount, fits)).or_else(|| {
        let behind = scene.topics.iter().find(|t| t.at >= amount.closes && fits(t.what))?;
        let near = behind.at - amount.closes <= 8 && !scene.is_parted(amount.closes..behind.at);
        near.then_some(*behind)
    });
    let placed = placed.or_else(|| of_what_follows(scene, amount, fits));
    let topic = match placed {
        Some(placed) => placed.what,
        None => carried(scene, amount, context)?,
    };
    let kind = money_kind(topic)?;
    // A mere "trade" needs a verb of level or movement, or a cue, to be a figure of trade.
    Some(About { kind, topic, place: placed.map(|p| (p.at, p.end)) })
}

/// How far behind an amount its topic may stand that is told of by what the sentence goes on to.
const FOLLOWS: usize = 12;

/// "2017 йилда 200 миллион доллар бўлган бўлса, 2022 йилда товар айирбошлаш ...": both are of what is named second.
fn of_what_follows(
    scene: &Scene<'_, '_>,
    amount: &Amount,
    fits: impl Fn(Topic) -> bool,
) -> Option<Placed<Topic>> {
    let reading = &scene.notes.reading;
    let comma = (amount.closes..scene.tokens.end).find(|at| reading.word(*at) == ",")?;
    let compared = comma > amount.closes && reading.tokens[comma - 1].form.has(Form::IF);
    let topic = scene.topics.iter().find(|topic| topic.at > comma && fits(topic.what));
    topic.filter(|topic| compared && topic.at - amount.closes <= FOLLOWS).copied()
}

/// "A deficit of $250 million in its trade": the trade is what the deficit is in, and not what the amount is of.
fn is_ground(scene: &Scene<'_, '_>, amount: &Amount, behind: &Placed<Topic>) -> bool {
    let end = amount.closes;
    let is_balance = |t: &&Placed<Topic>| matches!(t.what, Topic::Deficit | Topic::Surplus | Topic::Balance);
    let clause = scene.clause(amount.opens);
    matches!(behind.what, Topic::Trade | Topic::Turnover)
        && scene.is_link(end, &[Link::In])
        && scene.topics.iter().filter(is_balance).any(|t| t.at >= clause.start && t.end <= amount.opens)
}

/// A scaled number without a currency, where only money can be meant: "trade will reach 7 billion".
fn unnamed_money(scene: &Scene<'_, '_>, amount: &Amount, context: &Context) -> Option<About> {
    if !amount.scaled || amount.lent {
        return None;
    }
    let named = scene
        .topics
        .iter()
        .any(|t| t.at >= amount.closes && t.at <= amount.closes + 2 && !scene.is_parted(amount.closes..t.at));
    let about = money(scene, amount, context)?;
    let trade = matches!(about.topic, Topic::Turnover | Topic::Trade | Topic::Exports | Topic::Imports);
    (trade && !named && about.place.is_some()).then_some(about)
}

/// The phrase right behind an amount that says what it is an amount of: "$320 million in exports".
fn touching(scene: &Scene<'_, '_>, amount: &Amount, fits: impl Fn(Topic) -> bool) -> Option<Placed<Topic>> {
    // "452 млн — экспорт": a dash says what an amount is of.
    let is_dash = matches!(scene.notes.reading.word(amount.closes), "–" | "—");
    let dash = is_dash && amount.closes < scene.tokens.end && scene.notes.reading.pack.traits.genitive;
    let end = amount.closes + usize::from(dash);
    let placed = scene.topics.iter().find(|t| t.at >= end && fits(t.what)).copied()?;
    let between = end..placed.at;
    let plain = between.len() <= BEHIND
        && !scene.is_parted(between.clone())
        && !between.clone().any(|at| {
            scene.is_link(at, &[Link::And, Link::Which, Link::Clause, Link::From, Link::With, Link::To])
        })
        && !scene.amounts.iter().any(|other| between.contains(&other.tokens.start));
    plain.then_some(placed)
}

/// The nearest phrase before an amount, in its statement first, then in the sentence.
fn before(scene: &Scene<'_, '_>, amount: &Amount, fits: impl Fn(Topic) -> bool) -> Option<Placed<Topic>> {
    let clause = scene.clause(amount.opens);
    let reach =
        |t: &Placed<Topic>| t.what != Topic::Trade || scene.distance(t.end..amount.opens) <= TRADE_REACH;
    let candidates = scene.topics.iter().rev().filter(|t| t.end <= amount.opens && fits(t.what) && reach(t));
    let mut candidates = candidates.copied().peekable();
    let nearest = *candidates.peek()?;
    candidates.find(|t| t.at >= clause.start).or(Some(nearest))
}

/// What the figure was last about, where the sentence points back to it.
fn carried(scene: &Scene<'_, '_>, amount: &Amount, context: &Context) -> Option<Topic> {
    let points_back = scene.first(scene.tokens.start..amount.opens, |meaning| {
        matches!(meaning, Meaning::Anaphor(Anaphor::Figure) | Meaning::Link(Link::It)).then_some(())
    });
    // "Trade topped $1 billion, and the sides agreed to bring it to two."
    let here = scene.topics.iter().rfind(|t| t.end <= amount.opens && money_kind(t.what).is_some());
    let it = here.filter(|t| scene.has_link(t.end..amount.opens, &[Link::It]));
    if let Some(topic) = it.filter(|t| is_trade(t.what)) {
        return Some(topic.what);
    }
    let near = scene.number <= context.sentence + 2;
    let moved = movement(scene, amount).is_some();
    (near && (points_back.is_some() || moved || is_mark(scene, amount))).then_some(context.money).flatten()
}

fn percent(scene: &Scene<'_, '_>, amount: &Amount, context: &Context) -> Option<About> {
    share(scene, amount).or_else(|| growth(scene, amount, context))
}

fn share(scene: &Scene<'_, '_>, amount: &Amount) -> Option<About> {
    let clause = scene.clause(amount.opens);
    let pick = |meaning: &Meaning| match meaning {
        Meaning::Share(share) => Some(*share),
        _ => None,
    };
    let verb = || {
        scene.first(amount.closes..clause.end, pick).filter(|_| scene.notes.reading.pack.traits.verb_final)
    };
    let named = scene.last(clause.start..amount.opens, pick).or_else(verb);
    let noun_behind = scene.first(amount.closes..(amount.closes + 3).min(clause.end), pick);
    let trade = |t: &&Placed<Topic>| {
        matches!(t.what, Topic::Trade | Topic::Turnover | Topic::Exports | Topic::Imports)
    };
    let whole = scene.topics.iter().filter(trade).find(|t| t.at >= amount.closes && t.at < clause.end);
    // "57% всей торговли": the whole belongs to the percentage by its case.
    let in_genitive = whole.is_some_and(|t| {
        let between = amount.closes..t.at;
        scene.notes.reading.pack.traits.genitive
            && between.len() <= BEHIND
            && scene.notes.reading.case(&(t.at..t.end)) == Case::Of
            && !scene.is_parted(between)
    });
    let of = amount.closes < clause.end && scene.is_link(amount.closes, &[Link::Of]) || in_genitive;
    let is_noun = |share: Option<Placed<Share>>| share.is_some_and(|share| share.what == Share::Noun);
    let noun = is_noun(named) || is_noun(noun_behind);
    let before = scene.topics.iter().rev().filter(trade).find(|t| t.end <= amount.opens);
    let foreign =
        scene.topics.iter().any(|t| t.what == Topic::Foreign && t.at >= amount.closes && t.at < clause.end);
    // "Жаһандық саудадағы үлесі": the whole that stands last before a part is another one.
    let last = scene.topics.iter().rfind(|t| t.end <= amount.opens);
    let verb_final = scene.notes.reading.pack.traits.verb_final;
    let foreign = foreign || verb_final && last.is_some_and(|t| t.what == Topic::Foreign);
    if foreign {
        return None;
    }
    let owner = before.filter(|topic| is_whole_before(scene, amount, topic, named.map(|share| share.what)));
    let owner = owner.or(before.filter(|topic| is_opening_whole(scene, amount, topic)));
    let topic = match (of, noun) {
        _ if owner.is_some() => owner?,
        (true, _) => whole.filter(|t| t.at - amount.closes <= 10)?,
        (false, true) => whole.or(before)?,
        (false, false) => return None,
    };
    Some(About { kind: ClaimKind::TradeShare, topic: topic.what, place: Some((topic.at, topic.end)) })
}

/// How far from the opening "of" the whole may stand: "of all Kenyan exports".
const OPENING_REACH: usize = 5;

/// "Of Kenya's exports, 10% go to Uganda": the whole opens the statement and a comma parts it from its part.
fn is_opening_whole(scene: &Scene<'_, '_>, amount: &Amount, topic: &Placed<Topic>) -> bool {
    let opens = scene.clause(amount.opens).start;
    scene.is_link(opens, &[Link::Of])
        && topic.at > opens
        && topic.at - opens <= OPENING_REACH
        && scene.notes.reading.word(topic.end) == ","
        && topic.end < amount.opens
        && amount.opens - topic.end <= OPENING_REACH
}

/// How far before its part the whole may stand that owns it: "барлық сауданың 57%-ы".
const OWNER_REACH: usize = 4;
/// How far behind a part the verb may stand that says how things are.
const STATE_REACH: usize = 3;

/// Says whether a topic before an amount is the whole that the amount is a part of, by its ending.
fn is_whole_before(
    scene: &Scene<'_, '_>,
    amount: &Amount,
    topic: &Placed<Topic>,
    share: Option<Share>,
) -> bool {
    let tokens = &scene.notes.reading.tokens;
    let owns = scene.notes.reading.is_possessive(topic.end - 1);
    let form = tokens[amount.tokens.end - 1].form;
    // "Умумий экспортнинг 6,1 фоизини ташкил этади": how things are, and no change.
    let state = scene.first(amount.closes..(amount.closes + STATE_REACH).min(scene.tokens.end), |m| {
        matches!(m, Meaning::State).then_some(())
    });
    let part = form.has(Form::OWN) || share.is_some() || state.is_some();
    let near = amount.opens - topic.end <= OWNER_REACH && !scene.is_parted(topic.end..amount.opens);
    let moved = scene.first(topic.end..amount.opens, |m| matches!(m, Meaning::Movement(_)).then_some(()));
    let towards = form.has(Form::TO) && !form.has(Form::OWN);
    scene.notes.reading.pack.traits.verb_final && owns && part && near && moved.is_none() && !towards
}

fn growth(scene: &Scene<'_, '_>, amount: &Amount, context: &Context) -> Option<About> {
    let word = amount.unit == Some(Unit::Times) && amount.spelled;
    if movement(scene, amount).is_none() && !word {
        return None;
    }
    let fits = |topic: Topic| {
        matches!(
            topic,
            Topic::Turnover
                | Topic::Trade
                | Topic::Exports
                | Topic::Imports
                | Topic::Supplies
                | Topic::Deficit
                | Topic::Surplus
                | Topic::Balance
                | Topic::Foreign
                | Topic::Freight
                | Topic::Investment
                | Topic::Companies
                | Topic::Projects
        )
    };
    let clause = scene.clause(amount.opens);
    let behind = scene.topics.iter().find(|t| t.at >= amount.closes && t.at < clause.end && fits(t.what));
    let close = behind.filter(|t| t.at - amount.closes <= 6 && !scene.is_parted(amount.closes..t.at));
    let placed = before(scene, amount, fits).or(close.copied());
    let topic = match placed {
        Some(placed) => placed.what,
        None => carried(scene, amount, context)?,
    };
    let trade =
        matches!(topic, Topic::Turnover | Topic::Trade | Topic::Exports | Topic::Imports | Topic::Supplies);
    trade.then_some(About { kind: ClaimKind::TradeGrowth, topic, place: placed.map(|p| (p.at, p.end)) })
}

/// A number of things: "69 projects", "more than 200 joint ventures".
fn counted(scene: &Scene<'_, '_>, amount: &Amount, context: &Context) -> Option<About> {
    let kind_of = |topic: Topic| match topic {
        Topic::Projects => Some(ClaimKind::ProjectCount),
        Topic::Jobs => Some(ClaimKind::ProjectJobs),
        Topic::Companies => Some(ClaimKind::CompanyCount),
        Topic::Agreements => Some(ClaimKind::AgreementCount),
        Topic::Flights => Some(ClaimKind::Flights),
        _ => None,
    };
    let projects = About { kind: ClaimKind::ProjectCount, topic: Topic::Projects, place: None };
    let told_here = scene.topics.iter().any(|t| t.what == Topic::Projects && t.end <= amount.opens);
    if told_here && !amount.scaled && is_placed(scene, amount) {
        return Some(projects);
    }
    let any = touching(scene, amount, |_| true);
    if let Some(placed) = any {
        // The last noun of "69 trade projects" counts.
        let head = scene
            .topics
            .iter()
            .find(|t| t.at >= placed.at && t.at <= placed.at + 2 && kind_of(t.what).is_some());
        let head = head.copied().unwrap_or(placed);
        return kind_of(head.what).map(|kind| About {
            kind,
            topic: head.what,
            place: Some((head.at, head.end)),
        });
    }
    let counted = counted_before(scene, amount).or_else(|| counted_by_verb(scene, amount));
    if let Some(placed) = counted
        && let Some(kind) = kind_of(placed.what)
    {
        return Some(About { kind, topic: placed.what, place: Some((placed.at, placed.end)) });
    }
    if amount.scaled {
        return None;
    }
    // "Of these, 12 have been completed."
    let stage = scene.first(amount.closes..(amount.closes + 6).min(scene.tokens.end), |m| {
        matches!(m, Meaning::Stage(_)).then_some(())
    });
    let open =
        amount.closes >= scene.tokens.end || !scene.notes.reading.tokens[amount.closes].is_capitalised();
    let told_before = scene.number <= context.sentence + 1 && context.projects;
    // "Of 20 projects, eight worth $300 million"
    let worth = told_here && scene.means(amount.closes, Meaning::Worth);
    (worth || (told_before || told_here) && stage.is_some() && open).then_some(projects)
}

/// How many words may stand between a count noun and the number: "саны биыл 120-дан асты".
const COUNT_REACH: usize = 4;

/// "Loyihalar soni 45 taga yetdi": what is counted stands before the word for a number.
fn counted_before(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Placed<Topic>> {
    let lowest = scene.tokens.start.max(amount.opens.saturating_sub(COUNT_REACH + 1));
    let noun = scene.last(lowest..amount.opens, |m| matches!(m, Meaning::CountNoun).then_some(()))?;
    let parted = scene.is_parted(noun.end..amount.opens);
    scene.topics.iter().rev().find(|topic| topic.end == noun.at).filter(|_| !parted).copied()
}

/// How far before the number the words may stand that say what is counted: "число предприятий … выросло до".
const COUNTED_REACH: usize = 16;

/// "Число совместных предприятий выросло до 2,3 тысячи": what is counted belongs to the word for a number, and a verb
/// leads to the number itself.
fn counted_by_verb(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Placed<Topic>> {
    let lowest = scene.clause(amount.opens).start.max(amount.opens.saturating_sub(COUNTED_REACH));
    let noun = scene.last(lowest..amount.opens, |m| matches!(m, Meaning::CountNoun).then_some(()))?;
    let topic = scene.topics.iter().find(|topic| topic.at >= noun.end && topic.at <= noun.end + 2)?;
    let verb = |m: &Meaning| matches!(m, Meaning::Level | Meaning::Movement(_)).then_some(());
    let between = topic.end..amount.opens;
    let told = scene.first(between.clone(), verb).is_some() || amount.bound != entente_model::Bound::Exact;
    let clear = scene.amounts.iter().all(|other| !between.contains(&other.tokens.start));
    (told && clear && !scene.is_parted(between)).then_some(*topic)
}

/// "And five on the territory of Kenya": a number of what was counted before, told by its place.
fn is_placed(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    let end = amount.closes;
    let country = scene.mentions().iter().find(|m| m.tokens.start >= end);
    let near = country.is_some_and(|m| {
        let between = end..m.tokens.start;
        (1..=PLACE_REACH).contains(&between.len())
            && scene.is_link(m.tokens.start - 1, &[Link::In, Link::Of])
            && !scene.is_parted(between)
    });
    near && scene.is_link(end, &[Link::In, Link::On])
}

fn physical(scene: &Scene<'_, '_>, amount: &Amount, unit: Unit) -> Option<About> {
    let kind_of = |topic: Topic| match topic {
        Topic::Freight => Some(ClaimKind::FreightVolume),
        Topic::Capacity => Some(ClaimKind::Capacity),
        Topic::Exports | Topic::Supplies => Some(ClaimKind::Exports),
        Topic::Imports => Some(ClaimKind::Imports),
        Topic::Quota => Some(ClaimKind::Quota),
        Topic::Area => Some(ClaimKind::Area),
        _ => None,
    };
    let fits = |topic: Topic| match unit {
        Unit::Hectares | Unit::SquareMetres => topic == Topic::Area,
        Unit::Megawatts => topic == Topic::Capacity,
        _ => kind_of(topic).is_some() && topic != Topic::Area,
    };
    let placed = before(scene, amount, fits).or_else(|| touching(scene, amount, fits));
    let fallback = match unit {
        Unit::Hectares => Some(ClaimKind::Area),
        Unit::Megawatts => Some(ClaimKind::Capacity),
        _ => None,
    };
    let kind = placed.and_then(|p| kind_of(p.what)).or(fallback)?;
    let topic = placed.map_or(Topic::Area, |p| p.what);
    Some(About { kind, topic, place: placed.map(|p| (p.at, p.end)) })
}
