//! What the register holds of a pair: what is owed next, projects, agreements.

use crate::app::App;
use crate::pages::register::commissions::called;
use crate::pages::register::rows;
use crate::pages::visit::Visit;
use crate::pages::words::{number, text};
use crate::pages::{Fault, session};
use entente_model::{EntryKind, ItemStatus, Pair, Portion};
use entente_observatory::EntryFilter;
use entente_observatory::answers::List;
use entente_observatory::projects::Sums;
use entente_observatory::register::EntryWire;
use entente_observatory::sessions::SessionItem;
use entente_observatory::since::last_held;
use maud::{Markup, html};

/// How many action items stand on the page.
const ITEMS: u32 = 5;

/// What the register holds of a pair.
pub(crate) struct Beside {
    /// What is owed, the first deadline first.
    owed: List<EntryWire>,
    sums: Sums,
    agreements: u64,
    /// The last session of a commission that was held.
    last: Option<SessionItem>,
}

impl Beside {
    /// Asks for it.
    pub(crate) async fn of(app: &App, pair: Pair, visit: &Visit) -> Result<Self, Fault> {
        let registry = app.registry()?;
        let all =
            |kind| EntryFilter { pair: Some(pair), limit: ITEMS, ..EntryFilter::all(kind, visit.as_of) };
        let states = ItemStatus::ALL.iter().filter(|status| status.is_owed()).map(ToString::to_string);
        let owed = EntryFilter { states: states.collect(), ..all(EntryKind::ActionItem) };
        Ok(Self {
            owed: registry.entries(&owed).await?,
            sums: registry.sums(Some(pair), visit.as_of).await?,
            agreements: registry.entries(&all(EntryKind::Agreement)).await?.total,
            last: last_held(&registry.sessions(Some(pair), visit.as_of).await?.items, visit.as_of).cloned(),
        })
    }

    /// Writes the section.
    pub(crate) fn section(&self, visit: &Visit, pair: Pair) -> Markup {
        let words = visit.words;
        let code = pair.to_string();
        let to = |path: &str| visit.link_with(path, &[("pair", code.as_str())]);
        let projects = |portion| self.sums.portions.get(&portion).map_or(0, |sum| sum.projects);
        let launched = number(projects(Portion::Implemented));
        html! {
            section class="sec" id="register" {
                h2 { (words.text("pair-register")) }
                p { a class="btn" href=(visit.link(&format!("/pairs/{pair}/brief"))) { (words.text("pair-brief")) } }
                div class="boxes" {
                    div class="box" {
                        h3 { a href=(to("/items")) { (words.with("pair-items", [("count", number(self.owed.total))])) } }
                        @if self.owed.items.is_empty() { p class="soft" { (words.text("pair-none-entered")) } } @else {
                            ul class="owed" { @for item in &self.owed.items { li {
                                (rows::name(visit, item))
                                p class="small soft" {
                                    @match rows::day(words, item, "deadline") {
                                        Some(day) => (words.with("items-by", [("date", text(day))])),
                                        None => (words.text("items-no-deadline")),
                                    }
                                    @if item.overdue { " " span class="st late" { (words.text("register-overdue")) } }
                                }
                            } } }
                        }
                    }
                    div class="box" {
                        h3 { a href=(to("/projects")) { (words.with("pair-projects", [("count", number(projects(Portion::Total)))])) } }
                        @if projects(Portion::Total) == 0 { p class="soft" { (words.text("pair-none-entered")) } }
                        @else { p { (words.with("pair-projects-launched", [("count", launched)])) } }
                    }
                    div class="box" {
                        h3 { a href=(to("/agreements")) { (words.with("pair-agreements", [("count", number(self.agreements))])) } }
                        @if self.agreements == 0 { p class="soft" { (words.text("pair-none-entered")) } }
                        @else { p { (words.text("pair-agreements-lanes")) } }
                    }
                    div class="box" {
                        h3 { a href=(to("/commissions")) { (words.text("pair-commissions")) } }
                        @match &self.last {
                            Some(session) => p { a href=(visit.link(&format!("/sessions/{}", session.id))) {
                                (words.with("pair-last-session", [("session", text(called(words, session)))]))
                            } },
                            None => p class="soft" { (words.text("pair-none-entered")) },
                        }
                    }
                    div class="box" {
                        h3 { a href=(to("/targets")) { (words.text("targets-title")) } }
                        p { (words.text("pair-targets-all")) }
                    }
                    div class="box" {
                        h3 { a href=(to("/conflicts")) { (words.text("conflicts-title")) } }
                        p { (words.text("pair-conflicts")) }
                        @if session::editor(visit).is_some() { p { a href=(to("/review")) { (words.text("review-title")) } } }
                    }
                }
            }
        }
    }
}
