//! What the lists of the register have in common: how an entry is named and how far it is, what narrows a list.

use crate::app::App;
use crate::pages::Fault;
use crate::pages::claims::read;
use crate::pages::lists::{kept, title};
use crate::pages::visit::Visit;
use crate::pages::wording::pair_name;
use crate::pages::words::{Words, number, text};
use entente_model::{Decimal, EntryId, EntryKind, Pair, Unit};
use entente_observatory::EntryFilter;
use entente_observatory::answers::List;
use entente_observatory::register::EntryWire;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Returns where the page of an entry stands.
pub(crate) fn path(kind: EntryKind, id: &EntryId) -> String {
    format!("{}/{id}", list_path(kind))
}

/// Returns where the page that lists entries of a kind stands.
pub(crate) const fn list_path(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::ActionItem => "/items",
        EntryKind::Project => "/projects",
        EntryKind::Agreement => "/agreements",
    }
}

/// Returns the list of messages that the states of a kind are in.
pub(crate) const fn states(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::ActionItem => "item-status",
        EntryKind::Project => "project-stage",
        EntryKind::Agreement => "agreement-status",
    }
}

/// Writes what an entry is known by, as a link to its page.
pub(crate) fn name(visit: &Visit, entry: &EntryWire) -> Markup {
    html! { a href=(visit.link(&path(entry.kind, &entry.id))) { (title(visit, Some(entry.name()))) } }
}

/// Writes the state of an entry, and whether it is overdue.
pub(crate) fn state(words: Words, entry: &EntryWire) -> Markup {
    html! {
        @match &entry.state {
            Some(state) => span class={ "st st-" (state) } { (words.word(states(entry.kind), state)) },
            None => span class="st" { (words.text("register-no-state")) },
        }
        @if entry.overdue { " " span class="st late" { (words.text("register-overdue")) } }
    }
}

/// Writes a field whose value is a day.
pub(crate) fn day(words: Words, entry: &EntryWire, field: &str) -> Option<String> {
    entry.field(field).and_then(|day| day.parse().ok()).map(|day| words.date(day))
}

/// Writes what a project costs.
pub(crate) fn value(words: Words, entry: &EntryWire) -> Option<String> {
    let value: Decimal = entry.field("value")?.parse().ok()?;
    match entry.field("currency").and_then(|currency| currency.parse().ok()) {
        Some(currency) => Some(words.quantity(value, Unit::Money(currency))),
        None => Some(words.number(value)),
    }
}

/// Writes the two bodies that are responsible, each with its country.
pub(crate) fn bodies(words: Words, entry: &EntryWire) -> Vec<String> {
    let sides = [("first_body", entry.pair.first()), ("second_body", entry.pair.second())];
    let side = |(field, country)| {
        let body = entry.field(field)?;
        let args = [("country", text(words.country(country))), ("body", text(body))];
        Some(words.with("register-body", args))
    };
    sides.into_iter().filter_map(side).collect()
}

/// Reads what narrows a list: a pair, a state, a sector, and where it goes on.
///
/// # Errors
/// When one of them is none, told with what would be.
pub(crate) async fn filter(
    app: &App,
    visit: &Visit,
    kind: EntryKind,
    limit: u32,
) -> Result<EntryFilter, Fault> {
    let states = match visit.parameter("state") {
        Some(given) => {
            let shown: String = given.chars().take(80).collect();
            let state = kind.state(given);
            vec![
                state
                    .map_err(|_| Fault::field("state", "fault-choice", [("given", text(shown))]))?
                    .to_owned(),
            ]
        }
        None => Vec::new(),
    };
    let after: Option<EntryId> = read(visit, "cursor", "fault-cursor-given")?;
    if let Some(id) = &after
        && app.registry()?.entry(kind, id, visit.as_of).await?.is_none()
    {
        let given = text(id.as_str());
        return Err(Fault::field("cursor", "fault-cursor-given", [("given", given)]));
    }
    Ok(EntryFilter {
        pair: read::<Pair>(visit, "pair", "fault-pair-filter")?,
        sector: visit.parameter("sector").map(|sector| sector.chars().take(200).collect()),
        states,
        after,
        limit,
        ..EntryFilter::all(kind, visit.as_of)
    })
}

/// Returns the pairs that a form offers: those with statements on file, those that are shown, and the one that is chosen.
///
/// # Errors
/// When the registry cannot be read.
pub(crate) async fn pairs<'a>(
    app: &App,
    visit: &Visit,
    shown: impl IntoIterator<Item = &'a EntryWire>,
) -> Result<Vec<(String, String)>, Fault> {
    let claimed = app.registry()?.pairs_named(visit.as_of).await?.into_iter();
    let chosen = visit.parameter("pair").and_then(|pair| pair.parse().ok());
    let all = claimed.chain(shown.into_iter().map(|entry| entry.pair)).chain(chosen);
    let mut pairs: Vec<(String, String)> =
        all.map(|pair: Pair| (pair.to_string(), pair_name(visit.words, pair))).collect();
    pairs.sort_by(|a, b| a.1.cmp(&b.1));
    pairs.dedup();
    Ok(pairs)
}

/// Returns the states of a kind as a form offers them.
pub(crate) fn offered(words: Words, kind: EntryKind) -> Vec<(String, String)> {
    kind.states().into_iter().map(|state| (state.to_owned(), words.word(states(kind), state))).collect()
}

/// Writes a form that narrows a list; the fields stand in it.
pub(crate) fn narrow(visit: &Visit, kind: EntryKind, fields: Markup) -> Markup {
    let words = visit.words;
    let path = list_path(kind);
    html! {
        form class="filter" method="get" action=(path) aria-label=(words.text("register-narrow")) {
            (kept(visit))
            div class="fields" {
                (fields)
                div { button class="btn" { (words.text("claims-show")) } " " a href=(visit.link(path)) { (words.text("claims-clear")) } }
            }
        }
    }
}

/// Returns the address of the same list in another form, such as `/api/v1/projects.csv`.
pub(crate) fn data(visit: &Visit, path: &str, names: &[&str]) -> String {
    let given: BTreeMap<&str, &str> =
        names.iter().filter_map(|name| Some((*name, visit.parameter(name)?))).collect();
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// Says that nothing is on file, or nothing that fits.
pub(crate) fn none(visit: &Visit) -> String {
    let narrowed = ["pair", "state", "sector", "due"].iter().any(|name| visit.parameter(name).is_some());
    visit.words.text(if narrowed { "register-none-so" } else { "register-none" })
}

/// Writes one list of a board: its heading with how many there are, and a card each; the rest stands in the list.
pub(crate) fn lane(
    visit: &Visit,
    (id, heading): (&str, &str),
    list: &List<EntryWire>,
    more: Option<&str>,
    card: impl Fn(&EntryWire) -> Markup,
) -> Markup {
    let words = visit.words;
    let shown = list.items.len() as u64;
    html! {
        section class="lane" aria-labelledby=(id) {
            h2 id=(id) { (heading) " " span class="n" { (words.count(list.total)) } }
            @if list.items.is_empty() { p class="soft small" { (words.text("register-lane-none")) } } @else {
                ul { @for entry in &list.items { li { (card(entry)) } } }
            }
            @if list.total > shown {
                @let rest = words.with("register-lane-more", [("count", number(list.total - shown))]);
                p class="small" { @match more { Some(more) => a href=(more) { (rest) }, None => (rest) } }
            }
        }
    }
}
