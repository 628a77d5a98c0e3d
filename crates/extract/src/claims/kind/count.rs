//! Numbers of things: projects, companies, agreements, jobs.

use super::{About, Context, touching};
use crate::amount::Amount;
use crate::claims::scene::{Placed, Scene};
use crate::meaning::{Anaphor, Link, Meaning, Movement, Time, Topic};
use crate::morphology::{Case, Form};
use crate::party::Mention;
use crate::token::TokenKind;
use entente_model::country::FormKind;
use entente_model::{ClaimKind, Unit};

/// How far behind a number its place may stand: "five on the territory of Kenya".
const PLACE_REACH: usize = 5;

/// A number of things: "69 projects", "more than 200 joint ventures".
pub(super) fn counted(scene: &Scene<'_, '_>, amount: &Amount, context: &Context) -> Option<About> {
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
    if employs(scene, amount) {
        return Some(About {
            kind: ClaimKind::ProjectJobs,
            topic: Topic::Jobs,
            place: Some((amount.opens, amount.closes)),
        });
    }
    if is_increment(scene, amount) || is_number_of(scene, amount) {
        return None;
    }
    // "Екеуі келісімге келді": both of those who were named.
    let they = amount.spelled && scene.means(amount.tokens.start, Meaning::Anaphor(Anaphor::They));
    if they || attends(scene, amount) || is_span(scene, amount) {
        return None;
    }
    let any = touching(scene, amount, |_| true);
    if let Some(placed) = any {
        // The last noun of "69 trade projects" counts.
        let head = scene
            .topics
            .iter()
            .find(|t| t.at >= placed.at && t.at <= placed.at + 2 && kind_of(t.what).is_some());
        let head = head.copied().unwrap_or(placed);
        // "Улардан 6 таси хорижий сармояга эга": what they have is not what is counted.
        let Some(kind) = kind_of(head.what) else { return rest_of_firms(scene, amount) };
        return Some(About { kind, topic: head.what, place: Some((head.at, head.end)) });
    }
    let counted = counted_before(scene, amount)
        .or_else(|| counted_by_verb(scene, amount))
        .or_else(|| counted_beyond(scene, amount));
    if let Some(placed) = counted
        && let Some(kind) = kind_of(placed.what)
    {
        return Some(About { kind, topic: placed.what, place: Some((placed.at, placed.end)) });
    }
    if let Some(about) = rest_of_firms(scene, amount) {
        return Some(about);
    }
    if amount.scaled {
        return None;
    }
    // "Of these, 12 have been completed."
    let stage = scene.first(amount.closes..(amount.closes + 6).min(scene.tokens.end), |m| {
        matches!(m, Meaning::Stage(_)).then_some(())
    });
    // "Реализовано 15 на 400 млн": the word for the portion stands before.
    let stage = stage.or_else(|| {
        let lowest = scene.tokens.start.max(amount.opens.saturating_sub(2));
        scene.last(lowest..amount.opens, |m| matches!(m, Meaning::Stage(_)).then_some(()))
    });
    let open =
        amount.closes >= scene.tokens.end || !scene.notes.reading.tokens[amount.closes].is_capitalised();
    let named = context.projects_named.is_some_and(|sentence| scene.number == sentence + 1);
    let told_before = named || scene.number <= context.sentence + 1 && context.projects;
    // "Of 20 projects, eight worth $300 million"
    let worth = told_here && scene.means(amount.closes, Meaning::Worth);
    (worth || (told_before || told_here) && stage.is_some() && open).then_some(projects)
}

/// "Корхоналар сони йигирматага кўпайиб, 63 тага етди": the first number is by how many they became more.
fn is_increment(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    let tokens = &scene.notes.reading.tokens;
    let up = |m: &Meaning| matches!(m, Meaning::Movement(Movement::Up)).then_some(());
    let verb = amount.closes..(amount.closes + 1).min(scene.tokens.end);
    let joined = scene.first(verb, up).is_some_and(|up| tokens[up.end - 1].form.has(Form::ALONG));
    let next = scene.amounts.iter().find(|next| next.opens >= amount.closes);
    scene.notes.reading.pack.traits.verb_final
        && tokens[amount.tokens.end - 1].form.has(Form::TO)
        && joined
        && next.is_some_and(|next| next.unit == amount.unit && next.opens <= amount.closes + 3)
}

/// "5 - отырысында": a hyphen behind digits makes a place in an order of them.
fn is_number_of(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    let reading = &scene.notes.reading;
    reading.pack.traits.verb_final
        && matches!(reading.word(amount.closes), "-" | "‑")
        && amount.closes < scene.tokens.end
        && reading.tokens[amount.tokens.start].kind == TokenKind::Number
}

/// What was counted before the number by which it became more.
fn counted_beyond(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Placed<Topic>> {
    let before = scene.amounts.iter().rev().find(|other| other.closes <= amount.opens)?;
    is_increment(scene, before).then(|| counted_before(scene, before)).flatten()
}

/// So far behind their number the firms may stand: "20 га яқин фин капитали иштирокидаги корхона".
const FIRMS: usize = 6;

/// "Шундан 33 таси қўшма корхона, 27 таси хорижий": a part of the firms that were counted before it.
fn rest_of_firms(scene: &Scene<'_, '_>, amount: &Amount) -> Option<About> {
    let form = scene.notes.reading.tokens[amount.tokens.end - 1].form;
    let before = scene.amounts.iter().rev().find(|other| other.closes <= amount.opens)?;
    let near = before.closes..before.closes + FIRMS;
    let own =
        |t: &&Placed<Topic>| t.what == Topic::Companies && near.contains(&t.at) && t.end <= amount.opens;
    let firms = scene.topics.iter().find(own)?;
    let part = amount.unit.is_none() && form.has(Form::OWN);
    (part && firms.end <= amount.opens).then_some(About {
        kind: ClaimKind::CompanyCount,
        topic: Topic::Companies,
        place: Some((firms.at, firms.end)),
    })
}

/// How far from so many people the verb may stand that gives them work.
const EMPLOYS: usize = 4;

/// "Will employ 450 people", "450 человек будут трудоустроены": people who are given work.
fn employs(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    let people = scene.topics.iter().find(|topic| topic.at >= amount.closes && topic.at <= amount.closes + 2);
    let Some(people) = people.filter(|topic| matches!(topic.what, Topic::Foreign | Topic::Population)) else {
        return false;
    };
    let near = scene.tokens.start.max(amount.opens.saturating_sub(EMPLOYS))
        ..(people.end + EMPLOYS).min(scene.tokens.end);
    scene.first(near, |m| matches!(m, Meaning::Employs).then_some(())).is_some()
}

/// How far from so many firms the verb may stand that brings them to an event.
const ATTENDS: usize = 9;
const ATTENDED: usize = 3;

/// "More than 300 companies took part": those who came to an event.
fn attends(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    let firms =
        scene.topics.iter().find(|topic| topic.at >= amount.closes && topic.at <= amount.closes + ATTENDS);
    if firms.is_some_and(|topic| topic.what == Topic::Companies) && closes_with_attending(scene, amount) {
        return true;
    }
    if firms.is_none_or(|topic| topic.what != Topic::Companies) {
        return false;
    }
    let pick = |meaning: &Meaning| matches!(meaning, Meaning::Attends).then_some(());
    let clause = scene.clause(amount.opens);
    let before = clause.start.max(amount.opens.saturating_sub(ATTENDED))..amount.opens;
    let behind = scene.first(amount.closes..(amount.closes + ATTENDS).min(clause.end), pick);
    let behind = behind.is_some_and(|verb| {
        let between = amount.closes..verb.at;
        !scene.is_parted(between.clone())
            && scene.amounts.iter().all(|other| !between.contains(&other.tokens.start))
    });
    // "Enterprises with the participation of German capital": whose they are, and not who came.
    let whose =
        scene.first(amount.closes..(amount.closes + ATTENDS).min(clause.end), pick).is_some_and(|verb| {
            let adjective = |m: &&Mention| m.tokens.start == verb.end && m.kind == FormKind::Adjective;
            scene.mentions().iter().any(|m| adjective(&m))
        });
    !whose && behind || scene.last(before, pick).is_some()
}

/// "70 дан ортиқ компания, шунингдек, вазирликлар вакиллари қатнашди": where verbs stand last, the first that follows
/// says what a list of guests did.
fn closes_with_attending(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    let reading = &scene.notes.reading;
    let finite = |at: &usize| {
        reading.tokens[*at].form.any(Form::PAST.with(Form::NOW).with(Form::AHEAD))
            && reading.meanings_at(*at).iter().any(|m| {
                matches!(
                    m,
                    Meaning::Attends | Meaning::State | Meaning::Happens | Meaning::Level | Meaning::Stage(_)
                )
            })
    };
    let verb = (amount.closes..scene.tokens.end).find(finite);
    reading.pack.traits.verb_final && verb.is_some_and(|verb| scene.means(verb, Meaning::Attends))
}

/// How many words may stand between a count noun and the number: "саны биыл 120-дан асты".
const COUNT_REACH: usize = 4;

/// "Loyihalar soni 45 taga yetdi": what is counted stands before the word for a number.
fn counted_before(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Placed<Topic>> {
    // "Саны екі есе өсіп, 900-ге жетті": a change may stand between.
    let change = scene.amounts.iter().rev().find(|other| other.closes <= amount.opens);
    let change = change.filter(|other| {
        matches!(other.unit, Some(Unit::Percent | Unit::Times)) && amount.opens - other.closes <= COUNT_REACH
    });
    let opens = change.map_or(amount.opens, |change| change.opens);
    let lowest = scene.tokens.start.max(opens.saturating_sub(COUNT_REACH + 1));
    let noun = scene.last(lowest..opens, |m| matches!(m, Meaning::CountNoun).then_some(()))?;
    let parted = scene.is_parted(noun.end..opens);
    scene.topics.iter().rev().find(|topic| topic.end == noun.at).filter(|_| !parted).copied()
}

/// How far before the number the words may stand that say what is counted: "число предприятий … выросло до".
const COUNTED_REACH: usize = 16;

/// How far behind the word for a number what is counted may stand: "число чилийско-перуанских совместных предприятий".
const COUNTED_OF: usize = 4;

/// "Число совместных предприятий выросло до 2,3 тысячи": what is counted belongs to the word for a number, and a verb
/// leads to the number itself.
fn counted_by_verb(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Placed<Topic>> {
    let lowest = scene.clause(amount.opens).start.max(amount.opens.saturating_sub(COUNTED_REACH));
    let noun = scene.last(lowest..amount.opens, |m| matches!(m, Meaning::CountNoun).then_some(()))?;
    let topic =
        scene.topics.iter().find(|topic| topic.at >= noun.end && topic.at <= noun.end + COUNTED_OF)?;
    let verb = |m: &Meaning| matches!(m, Meaning::Level | Meaning::Movement(_)).then_some(());
    let between = topic.end..amount.opens;
    // "To increase the number of joint ventures to 200"
    let moved = scene.is_link(amount.opens - 1, &[Link::To])
        && scene.last(noun.at.saturating_sub(COUNT_REACH).max(lowest)..noun.at, verb).is_some();
    let told = scene.first(between.clone(), verb).is_some() || amount.bound != entente_model::Bound::Exact;
    let told = told || amount.opens > topic.end && moved;
    // "The number of firms grew from 40 to 130": what the movement starts from is counted by the same noun.
    let starts = |other: &Amount| scene.is_link(other.opens.saturating_sub(1), &[Link::From]);
    // "The number of firms doubled and reached 900"
    let change = |other: &Amount| matches!(other.unit, Some(Unit::Percent | Unit::Times));
    // "Over three years the number of firms doubled"
    let clear = scene.amounts.iter().all(|other| {
        !between.contains(&other.tokens.start) || starts(other) || change(other) || is_span(scene, other)
    });
    (told && clear && !scene.is_parted(between)).then_some(*topic)
}

/// "Three years": a number of years or months, which counts nothing else.
fn is_span(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    scene.means(amount.closes, Meaning::Time(Time::Years))
        || scene.means(amount.closes, Meaning::Time(Time::Months))
}

/// "And five on the territory of Kenya": a number of what was counted before, told by its place.
fn is_placed(scene: &Scene<'_, '_>, amount: &Amount) -> bool {
    let end = amount.closes;
    let reading = &scene.notes.reading;
    // "Уларнинг 55 таси Қозоғистонда": where verbs stand last, endings say that it is a part and where.
    if reading.pack.traits.verb_final {
        let form = reading.tokens[amount.tokens.end - 1].form;
        let there = scene.mentions().iter().find(|m| m.tokens.start == end).is_some_and(|m| {
            let inside = |at: usize| at < scene.tokens.end && reading.tokens[at].form.has(Form::IN);
            reading.case(&m.tokens) == Case::In || inside(m.tokens.end)
        });
        return there && form.has(Form::OWN);
    }
    let country = scene.mentions().iter().find(|m| m.tokens.start >= end);
    let near = country.is_some_and(|m| {
        let between = end..m.tokens.start;
        (1..=PLACE_REACH).contains(&between.len())
            && scene.is_link(m.tokens.start - 1, &[Link::In, Link::Of])
            && !scene.is_parted(between)
    });
    near && scene.is_link(end, &[Link::In, Link::On])
}
