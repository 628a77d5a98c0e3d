//! Which documents tell of one session.
//!
//! Sessions of one commission with one number are one session; a session that is told of without its number is the one of
//! its day. A text that gives neither tells of the session that its day lies right behind, where there is just one such.

use super::{NameItem, PersonItem, SessionItem, SourceItem, voices};
use entente_model::{Event, EventStatus, Lang, Pair, Participant, name_key};
use entente_store::Teller;
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// A text without number and day tells of a session that was held at most so many days before it was known.
const DAYS_BEHIND: i64 = 7;

/// The role of those who lead a session.
const CO_CHAIR: &str = "co-chair";

/// The type of a commission and a part of its name, in the order in which they are looked for.
static TYPES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let lines = include_str!("../../data/commission_types.csv").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(',')).collect()
});

/// The type where a name tells none.
const PLAIN: &str = "intergovernmental";

fn kind(name: &str) -> &'static str {
    let name = name.to_lowercase();
    TYPES.iter().find(|(_, part)| name.contains(part)).map_or(PLAIN, |(kind, _)| kind)
}

/// What tells one session from another of its commission: the number, else the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Number(u16),
    Day(Date),
}

/// A session as one document tells it.
type Told<'a> = (&'a Event, &'a Teller);

/// Puts what documents tell together into sessions: the newest first, those without a day before all others. What tells
/// neither number nor day of a session, and lies behind none, is left out.
#[must_use]
pub fn sessions(told: &[(Event, Teller)]) -> Vec<SessionItem> {
    let mut commissions: BTreeMap<(Pair, &str), Vec<Told<'_>>> = BTreeMap::new();
    for (event, teller) in told {
        let [a, b] = event.parties.as_slice() else { continue };
        let Some(pair) = Pair::new(*a, *b) else { continue };
        commissions.entry((pair, kind(&event.name))).or_default().push((event, teller));
    }
    let mut found = Vec::new();
    for ((pair, kind), told) in commissions {
        let commission = format!("{pair}-{kind}");
        let of_one = marked(&told);
        let mut own: Vec<SessionItem> =
            of_one.into_iter().map(|(mark, told)| session(&commission, pair, mark, &told)).collect();
        own.sort_by_key(|session| Reverse(order(session)));
        for at in 1..own.len() {
            own[at].next = Some(own[at - 1].id.clone());
        }
        found.extend(own);
    }
    found.sort_by(|a, b| {
        (order(b).0, a.pair, &a.commission)
            .cmp(&(order(a).0, b.pair, &b.commission))
            .then(order(b).cmp(&order(a)))
    });
    found
}

/// Sessions come by their day, those without one last, and of one day by their number.
fn order(session: &SessionItem) -> (Date, Option<u16>) {
    (session.date.unwrap_or(Date::MAX), session.ordinal)
}

/// Sorts what is told of one commission by the session that it is told of.
fn marked<'a>(told: &[Told<'a>]) -> BTreeMap<Mark, Vec<Told<'a>>> {
    let mut found: BTreeMap<Mark, Vec<Told<'a>>> = BTreeMap::new();
    for &(event, teller) in told {
        if let Some(number) = event.ordinal {
            found.entry(Mark::Number(number)).or_default().push((event, teller));
        }
    }
    let (dated, bare): (Vec<Told<'a>>, Vec<Told<'a>>) =
        told.iter().filter(|(event, _)| event.ordinal.is_none()).partition(|(event, _)| event.date.is_some());
    for (event, teller) in dated {
        let Some(day) = event.date else { continue };
        let mark = numbered_on(&found, day).unwrap_or(Mark::Day(day));
        found.entry(mark).or_default().push((event, teller));
    }
    for (event, teller) in bare {
        let right_behind = |told: &Vec<Told<'_>>| {
            let held = day(told).is_some_and(|day| {
                day <= teller.known
                    && day.checked_add(DAYS_BEHIND.days()).is_ok_and(|end| teller.known <= end)
            });
            held || told.iter().any(|(_, other)| other.voice == teller.voice)
        };
        let mut near = found.iter().filter(|(_, told)| right_behind(told)).map(|(mark, _)| *mark);
        if let (Some(mark), None, EventStatus::Held) = (near.next(), near.next(), event.status) {
            found.entry(mark).or_default().push((event, teller));
        }
    }
    found
}

/// Returns the session with a number that some text says took place on a day.
fn numbered_on(found: &BTreeMap<Mark, Vec<Told<'_>>>, day: Date) -> Option<Mark> {
    let on =
        |event: &Event| event.date.is_some_and(|first| (first..=event.until.unwrap_or(first)).contains(&day));
    let numbered = found.iter().filter(|(mark, _)| matches!(mark, Mark::Number(_)));
    numbered.filter(|(_, told)| told.iter().any(|(event, _)| on(event))).map(|(mark, _)| *mark).next()
}

fn day(told: &[Told<'_>]) -> Option<Date> {
    most(told.iter().filter_map(|(event, teller)| Some((event.date?, *teller))))
}

/// Returns what most voices say; of as many what was said first.
fn most<'a, T: Ord + Clone>(said: impl Iterator<Item = (T, &'a Teller)>) -> Option<T> {
    let mut votes: Vec<(T, BTreeSet<&str>)> = Vec::new();
    for (value, teller) in said {
        match votes.iter_mut().find(|(known, _)| *known == value) {
            Some((_, voices)) => {
                voices.insert(teller.voice.as_str());
            }
            None => votes.push((value, BTreeSet::from([teller.voice.as_str()]))),
        }
    }
    // Of those that are as many the first stands.
    votes.into_iter().rev().max_by_key(|(_, voices)| voices.len()).map(|(value, _)| value)
}

fn session(commission: &str, pair: Pair, mark: Mark, told: &[Told<'_>]) -> SessionItem {
    let date = day(told);
    let place = most(told.iter().filter_map(|(event, teller)| Some((event.place.clone()?, *teller))));
    let until =
        told.iter().filter(|(event, _)| event.date == date).filter_map(|(event, _)| event.until).max();
    let other_dates: BTreeSet<Date> =
        told.iter().filter_map(|(event, _)| event.date).filter(|day| Some(*day) != date).collect();
    let is_held = told.iter().any(|(event, _)| event.status == EventStatus::Held);
    let mut seen = BTreeSet::new();
    let agenda = told.iter().flat_map(|(event, _)| &event.agenda);
    let agenda = agenda.filter(|topic| seen.insert(topic.to_lowercase())).cloned().collect();
    let mut sources: Vec<SourceItem> = Vec::new();
    for (event, teller) in told {
        if sources.iter().all(|source| source.document != teller.document) {
            sources.push(SourceItem::new(teller, &event.quote));
        }
    }
    let mark = match mark {
        Mark::Number(number) => number.to_string(),
        Mark::Day(day) => day.to_string(),
    };
    SessionItem {
        id: format!("{commission}-{mark}"),
        commission: commission.to_owned(),
        pair,
        ordinal: told.iter().find_map(|(event, _)| event.ordinal),
        date,
        until,
        other_dates: other_dates.into_iter().collect(),
        place,
        status: if is_held { EventStatus::Held } else { EventStatus::Planned },
        names: names(told),
        people: people(told.iter().flat_map(|(event, _)| &event.people)),
        agenda,
        next: None,
        voices: voices(&sources),
        sources,
    }
}

/// Returns the name that most voices of each language give.
fn names(told: &[Told<'_>]) -> Vec<NameItem> {
    let langs: BTreeSet<Lang> = told.iter().map(|(_, teller)| teller.lang).collect();
    let name = |lang: Lang| {
        let own = told.iter().filter(|(_, teller)| teller.lang == lang);
        let name = most(own.map(|(event, teller)| (event.name.clone(), *teller)))?;
        let mut letters = name.chars();
        let first = letters.next()?.to_uppercase();
        Some(NameItem { lang, name: first.chain(letters).collect() })
    };
    langs.into_iter().filter_map(name).collect()
}

/// Puts people together whose names sound alike, unless their countries differ.
fn people<'a>(named: impl Iterator<Item = &'a Participant>) -> Vec<PersonItem> {
    let mut people: Vec<PersonItem> = Vec::new();
    for person in named {
        let (key, country) = (name_key(&person.name), person.country);
        let is_co_chair = person.role.as_deref() == Some(CO_CHAIR);
        let same = |known: &&mut PersonItem| {
            known.key == key && (known.country.is_none() || country.is_none() || known.country == country)
        };
        let Some(known) = people.iter_mut().find(same) else {
            people.push(PersonItem {
                key,
                name: person.name.clone(),
                spellings: Vec::new(),
                country,
                office: person.office.clone(),
                is_co_chair,
            });
            continue;
        };
        known.country = known.country.or(country);
        known.is_co_chair |= is_co_chair;
        if known.office.is_none() {
            known.office.clone_from(&person.office);
        }
        if known.name != person.name && !known.spellings.contains(&person.name) {
            known.spellings.push(person.name.clone());
        }
    }
    people.sort_by_key(|person| !person.is_co_chair);
    people
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_model::{DocumentId, Quote};

    fn told(event: &str, (document, voice): (&str, &str), known: &str) -> (Event, Teller) {
        let mut body = serde_json::json!({
            "kind": "commission_session", "name": "Commission", "ordinal": null, "date": null, "until": null,
            "place": null, "status": "held", "parties": ["CHL", "PER"], "people": [], "agenda": [],
            "quote": Quote::cut("x", 0..1, 0).unwrap(),
        });
        let own: serde_json::Value = serde_json::from_str(event).unwrap();
        for (key, value) in own.as_object().unwrap() {
            body[key] = value.clone();
        }
        let id = |name: &str| DocumentId::of_address(name);
        let teller = Teller {
            document: id(document),
            voice: id(voice),
            source: None,
            title: Some(document.to_owned()),
            url: None,
            lang: Lang::En,
            known: known.parse().unwrap(),
        };
        (serde_json::from_value(body).unwrap(), teller)
    }

    #[test]
    fn one_session_has_the_sources_that_tell_of_it() {
        let person = r#"{"name":"NAME","office":"Prime Minister","country":"PER","role":"co-chair"}"#;
        let with = |name: &str| format!(r#""people":[{}]"#, person.replace("NAME", name));
        let all = [
            told(
                &format!(r#"{{"ordinal":3,"date":"2020-03-04","place":"Lima",{}}}"#, with("Jasur Khojayev")),
                ("a", "a"),
                "2020-03-04",
            ),
            told(r#"{"date":"2020-03-04","place":"Lima"}"#, ("b", "b"), "2020-03-05"),
            told(&format!(r#"{{"ordinal":3,{}}}"#, with("Жасур Хожаев")), ("c", "a"), "2020-03-06"),
            told("{}", ("d", "d"), "2020-03-07"),
            told("{}", ("e", "e"), "2020-06-07"),
            told(r#"{"ordinal":4,"date":"2021-05-01","status":"planned"}"#, ("f", "f"), "2020-03-08"),
            told(r#"{"name":"Business Council","date":"2020-03-04"}"#, ("g", "g"), "2020-03-05"),
        ];
        let found = sessions(&all);
        let ids: Vec<&str> = found.iter().map(|s| s.id.as_str()).collect();
        assert_eq!(
            ids,
            [
                "CHL-PER-intergovernmental-4",
                "CHL-PER-business_council-2020-03-04",
                "CHL-PER-intergovernmental-3"
            ]
        );
        let third = &found[2];
        let titles: Vec<_> = third.sources.iter().filter_map(|s| s.title.as_deref()).collect();
        assert_eq!((titles, third.voices), (vec!["a", "c", "b", "d"], 3));
        assert_eq!(third.date, "2020-03-04".parse().ok());
        assert_eq!(third.next.as_deref(), Some("CHL-PER-intergovernmental-4"));
        let chairs: Vec<_> = third.co_chairs().map(|p| (p.name.as_str(), p.spellings.len())).collect();
        assert_eq!(chairs, [("Jasur Khojayev", 1)]);
        let commissions = super::super::commissions(&found);
        assert_eq!(commissions[1].last.as_deref(), Some("CHL-PER-intergovernmental-3"));
        assert_eq!(commissions[1].next.as_deref(), Some("CHL-PER-intergovernmental-4"));
    }

    #[test]
    fn most_voices_tell_the_day() {
        let all = [
            told(r#"{"ordinal":3,"date":"2020-03-05"}"#, ("a", "a"), "2020-03-04"),
            told(r#"{"ordinal":3,"date":"2020-03-04"}"#, ("b", "b"), "2020-03-05"),
            told(r#"{"ordinal":3,"date":"2020-03-04"}"#, ("c", "c"), "2020-03-05"),
            told(r#"{"ordinal":3,"date":"2020-03-05"}"#, ("d", "a"), "2020-03-05"),
        ];
        let [session] = sessions(&all).try_into().unwrap();
        assert_eq!(session.date, "2020-03-04".parse().ok());
        assert_eq!(session.other_dates, ["2020-03-05".parse().unwrap()]);
    }
}
