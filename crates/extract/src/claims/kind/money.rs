//! Sums of money: of trade, its balance, projects, investment, agreements or loans.

use super::{About, Context, before, carried, is_goal, is_of_another, money_kind, touching};
use crate::amount::Amount;
use crate::claims::scene::{Placed, Scene};
use crate::meaning::{Anaphor, Link, Meaning, Movement, Topic};
use crate::morphology::Form;
use entente_model::{ClaimKind, Decimal, Unit};

/// How far behind an amount its topic may stand where none stands before it.
const NEAR: usize = 8;

pub(super) fn money(scene: &Scene<'_, '_>, amount: &Amount, context: &Context) -> Option<About> {
    let fits = |topic: Topic| money_kind(topic).is_some() || topic == Topic::Foreign;
    if let Some(plant) = plant(scene, amount, fits) {
        return Some(About {
            kind: ClaimKind::ProjectValue,
            topic: Topic::Projects,
            place: Some((plant.at, plant.end)),
        });
    }
    if let Some(built) = built_firms(scene, amount) {
        return Some(About { kind: ClaimKind::ProjectValue, topic: Topic::Projects, place: Some(built) });
    }
    if is_figure_of_another(scene, amount) {
        return None;
    }
    let listed = scene.paired.topic(amount);
    // "$23 billion in the country's economy" is no amount of the economy.
    let owned = |t: &Placed<Topic>| {
        let between = amount.closes..t.at;
        t.what == Topic::Foreign && scene.mentions().iter().any(|m| between.contains(&m.tokens.start))
    };
    let near = of_count(scene, amount, fits)
        .or_else(|| touching(scene, amount, fits))
        .filter(|t| !owned(t) && !is_ground(scene, amount, t));
    let ahead = || before(scene, amount, fits).map(|placed| invested_in(scene, amount, placed));
    let placed = listed.or(near).or_else(ahead).or_else(|| {
        let behind = scene.topics.iter().find(|t| t.at >= amount.closes && fits(t.what))?;
        // Where verbs stand last, what was sold or bought stands between: "10 млн долларлик мева … экспорт қилинди".
        let reach = if scene.notes.reading.pack.traits.verb_final { 2 * NEAR } else { NEAR };
        let near = behind.at - amount.closes <= reach && !scene.is_parted(amount.closes..behind.at);
        near.then_some(*behind)
    });
    let placed = placed.map(|placed| balance_in(scene, amount, placed));
    let placed = placed.or_else(|| of_what_follows(scene, amount, fits));
    let topic = match placed {
        Some(placed) => placed.what,
        None if context.projects && is_worth_of_count(scene, amount) => Topic::Projects,
        None => carried(scene, amount, context)?,
    };
    let kind = money_kind(topic)?;
    // A mere "trade" needs a verb of level or movement, or a cue, to be a figure of trade.
    Some(About { kind, topic, place: placed.map(|p| (p.at, p.end)) })
}

/// How many words may stand between a count and the word for its worth: "four of them worth".
const OF_COUNT: usize = 3;

/// "Four of them, worth $110 million, are under way": the worth of the projects that were counted right before.
fn is_worth_of_count(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    let count = scene.amounts.iter().rev().find(|other| other.closes <= amount.opens);
    count.is_some_and(|count| {
        let worth = |m: &Meaning| matches!(m, Meaning::Worth).then_some(());
        let worth = scene.last(count.closes..amount.opens, worth);
        count.unit.is_none()
            && worth.is_some_and(|worth| worth.end == amount.opens && worth.at - count.closes <= OF_COUNT)
    })
}

/// "2,6 млрд долларлик еттита савдо шартномаси": what is counted right behind the sum that it is worth.
fn of_count(scene: &Scene<'_, '_>, amount: &Amount, fits: impl Fn(Topic) -> bool) -> Option<Placed<Topic>> {
    let reading = &scene.notes.reading;
    // "30 million dollarlik", "30 million dollarga teng"
    let worth = reading.pack.traits.verb_final
        && (reading.tokens[amount.tokens.end - 1].form.has(Form::ADJECTIVE)
            || scene.means(amount.closes, Meaning::State));
    if !worth {
        return None;
    }
    let count = scene.amounts.iter().find(|next| next.opens == amount.closes && next.unit.is_none());
    let first = touching(scene, count.unwrap_or(amount), |_| true).filter(|t| t.what != Topic::Loan)?;
    // The last noun of "seven trade contracts" is what is counted.
    let counts = |t: &&Placed<Topic>| matches!(t.what, Topic::Projects | Topic::Agreements);
    let near = |t: &&Placed<Topic>| {
        let inside = t.at >= first.at && t.at <= first.at + JOINED && fits(t.what);
        inside && (first.at..t.at).all(|at| !reading.tokens[at].form.any(FINITE) && reading.word(at) != ",")
    };
    scene.topics.iter().filter(counts).find(near).copied()
}

/// "Savdo va investitsiya kelishuvlari": so far behind its first noun what is signed may stand.
const JOINED: usize = 3;
/// A verb parts what stands around it.
const FINITE: Form = Form::PAST.with(Form::NOW).with(Form::ALONG);

/// "45 млн долларлик иккита корхона қуриш ниятида": firms that are built are projects.
fn built_firms(scene: &Scene<'_, '_>, amount: &Amount) -> Option<(usize, usize)> {
    let reading = &scene.notes.reading;
    let worth = reading.tokens[amount.tokens.end - 1].form.has(Form::ADJECTIVE);
    worth.then_some(()).filter(|()| reading.pack.traits.verb_final)?;
    let count = scene.amounts.iter().find(|next| next.opens == amount.closes && next.unit.is_none());
    let firms = touching(scene, count.unwrap_or(amount), |_| true)?;
    let built = |m: &Meaning| matches!(m, Meaning::Happens).then_some(());
    let verb = scene.first(firms.end..(firms.end + 1).min(scene.tokens.end), built);
    (firms.what == Topic::Companies && verb.is_some()).then_some((firms.at, firms.end))
}

/// How far before an amount the word for a figure may stand that it is.
const FIGURE: usize = 3;

/// "Молиявий ҳамкорликнинг умумий ҳажми 300 млн евро": a figure of what is named right before it, which is no trade.
fn is_figure_of_another(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    let figure = |m: &Meaning| matches!(m, Meaning::Anaphor(Anaphor::Figure)).then_some(());
    let lowest = scene.clause(amount.opens).start.max(amount.opens.saturating_sub(FIGURE + 1));
    scene.notes.reading.pack.traits.verb_final
        && scene.last(lowest..amount.opens, figure).is_some_and(|figure| is_of_another(scene, &figure))
}

/// How far from a plant and from its amount the word may stand that says what it is worth.
const PRICED: usize = 7;

/// "A $120 million plant", "завод стоимостью 120 млн", "зауыттың құны 120 млн": what is built, and what it costs.
fn plant(scene: &Scene<'_, '_>, amount: &Amount, fits: impl Fn(Topic) -> bool) -> Option<Placed<Topic>> {
    let built = |topic: &&Placed<Topic>| topic.what == Topic::Plant;
    // "$120 million to build a plant" is not told by the plant alone, and "$45 million in a plant" is invested.
    let behind = touching(scene, amount, |topic| topic == Topic::Plant || fits(topic));
    let behind = behind.filter(|topic| topic.what == Topic::Plant).filter(|topic| {
        !scene.has_link(amount.closes..topic.at, &[Link::In, Link::For, Link::On, Link::By, Link::Per])
    });
    if behind.is_some() {
        return behind;
    }
    if let Some(counted) = counted_plants(scene, amount) {
        return Some(counted);
    }
    let clause = scene.clause(amount.opens);
    let plant =
        scene.topics.iter().rev().filter(built).find(|t| t.at >= clause.start && t.end <= amount.opens)?;
    let worth =
        |range: std::ops::Range<usize>| scene.last(range, |m| matches!(m, Meaning::Worth).then_some(()));
    let lowest = clause.start.max(plant.at.saturating_sub(PRICED));
    let priced = worth(plant.end..amount.opens)
        .filter(|worth| amount.opens - worth.end <= PRICED)
        .or_else(|| worth(lowest..plant.at).filter(|_| amount.opens - plant.end <= PRICED))?;
    let other = |t: &Placed<Topic>| fits(t.what) && t.at >= priced.at.min(plant.at) && t.end <= amount.opens;
    let money = |other: &Amount| {
        let between = other.tokens.start >= plant.at.min(priced.at) && other.closes <= amount.opens;
        between && other.unit.is_none_or(Unit::is_money)
    };
    let moved = scene.first(plant.end..amount.opens, |m| {
        matches!(m, Meaning::Movement(Movement::Up | Movement::Down)).then_some(())
    });
    (!scene.topics.iter().any(other) && !scene.amounts.iter().any(money) && moved.is_none()).then_some(*plant)
}

/// "Құны 76 миллион доллар болатын бес зауыт": plants that are counted behind the sum that they are worth.
fn counted_plants(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Placed<Topic>> {
    scene.notes.reading.pack.traits.verb_final.then_some(())?;
    let lowest = scene.tokens.start.max(amount.opens.saturating_sub(2));
    let worth = |m: &Meaning| matches!(m, Meaning::Worth).then_some(());
    scene.last(lowest..amount.opens, worth)?;
    let near = amount.closes..=amount.closes + 2;
    let count = scene.amounts.iter().find(|next| near.contains(&next.opens) && next.unit.is_none())?;
    touching(scene, count, |_| true).filter(|placed| placed.what == Topic::Plant)
}

/// How far behind the economy the amount may stand that is put into it.
const INTO: usize = 3;

/// "Инвестиции в экономику Кении превысили": the economy is what was invested in; the amount is of the investment.
fn invested_in(scene: &Scene<'_, '_>, amount: &Amount, placed: Placed<Topic>) -> Placed<Topic> {
    let clause = scene.clause(amount.opens);
    let economy = placed.what == Topic::Foreign && placed.end <= amount.opens;
    let investment = scene.topics.iter().rfind(|t| {
        t.what == Topic::Investment
            && t.at >= clause.start
            && t.end <= placed.at
            && scene.amounts.iter().all(|other| !(t.end..placed.at).contains(&other.tokens.start))
    });
    // "Кения экономикасына 40 миллион доллар салды": what goes into an economy is invested in it.
    let reading = &scene.notes.reading;
    let into = reading.pack.traits.verb_final
        && reading.tokens[placed.end - 1].form.has(Form::TO)
        && amount.opens - placed.end <= INTO;
    match investment.filter(|_| economy) {
        Some(investment) => *investment,
        None if economy && into => Placed { what: Topic::Investment, ..placed },
        None => placed,
    }
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

/// "Дефицит в торговле с Китаем составил": the trade is what the deficit is in; the amount is of the deficit.
fn balance_in(scene: &Scene<'_, '_>, amount: &Amount, placed: Placed<Topic>) -> Placed<Topic> {
    let trade = matches!(placed.what, Topic::Trade | Topic::Turnover) && placed.end <= amount.opens;
    let inside = placed.at > scene.tokens.start && scene.is_link(placed.at - 1, &[Link::In]);
    let clause = scene.clause(amount.opens);
    let balance = scene.topics.iter().rfind(|t| {
        matches!(t.what, Topic::Deficit | Topic::Surplus | Topic::Balance)
            && t.at >= clause.start
            && t.end < placed.at
            && scene.amounts.iter().all(|other| !(t.end..placed.at).contains(&other.tokens.start))
    });
    balance.filter(|_| trade && inside).copied().unwrap_or(placed)
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

/// The least amount that can be one of trade without a currency.
const LEAST: i64 = 1_000_000;

/// A scaled number without a currency, where only money can be meant: "trade will reach 7 billion".
pub(super) fn unnamed_money(scene: &Scene<'_, '_>, amount: &Amount, context: &Context) -> Option<About> {
    // "Достигло 1,9 тыс.": nobody tells trade in thousands without saying of what.
    if !amount.scaled || amount.lent || amount.value < Decimal::from(LEAST) {
        return None;
    }
    let named = scene
        .topics
        .iter()
        .any(|t| t.at >= amount.closes && t.at <= amount.closes + 2 && !scene.is_parted(amount.closes..t.at));
    let about = money(scene, amount, context)?;
    let sold = about.topic == Topic::Supplies
        && scene.amounts.iter().any(|other| {
            other.closes <= amount.opens && other.scaled && other.unit.is_some_and(Unit::is_money)
        });
    let trade =
        sold || matches!(about.topic, Topic::Turnover | Topic::Trade | Topic::Exports | Topic::Imports);
    // "2 billion dollars, and Georgian investments reached 250 million": the currency is said once.
    let invested = matches!(about.topic, Topic::Investment | Topic::Projects)
        && scene.amounts.iter().any(|other| {
            other.closes <= amount.opens && other.scaled && other.unit.is_some_and(Unit::is_money)
        });
    // "It reached $300 million. We are aiming for half a billion."
    let aimed = about.place.is_none() && scene.number == context.sentence + 1 && is_goal(scene, amount);
    // "It topped 300 million dollars last year. In 2016 the figure was 100 million."
    let figure = |meaning: &Meaning| matches!(meaning, Meaning::Anaphor(Anaphor::Figure)).then_some(());
    let figure = about.place.is_none()
        && scene.number <= context.sentence + 2
        && scene.first(scene.tokens.start..amount.opens, figure).is_some();
    // "The goal is 5 billion dollars, and in the long term — 10 billion"
    let leads_on = amount.opens > scene.tokens.start
        && matches!(scene.notes.reading.word(amount.opens - 1), "–" | "—")
        && scene
            .amounts
            .iter()
            .any(|other| other.closes <= amount.opens && other.unit.is_some_and(Unit::is_money));
    let told = about.place.is_some() || aimed || figure || leads_on;
    ((trade || invested) && !named && told).then_some(about)
}
