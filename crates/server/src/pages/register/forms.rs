//! The forms with which an editor changes an entry. No script is needed: each is one field or one state at a time.

use super::rows;
use crate::pages::session::{Reader, hidden};
use crate::pages::visit::Visit;
use entente_observatory::register::EntryWire;
use maud::{Markup, html};

/// Writes the forms of an entry: its state with evidence, and one of its fields.
pub(crate) fn entry(visit: &Visit, reader: &Reader, entry: &EntryWire) -> Markup {
    let words = visit.words;
    let action = visit.link(&rows::path(entry.kind, &entry.id));
    html! {
        section class="sec edit" id="change" {
            h2 { (words.text("edit-title")) }
            p { (words.text("edit-how")) }
            form class="form" method="post" action=(action) {
                h3 { (words.text("edit-state")) }
                (hidden(reader, Some(entry.version)))
                input type="hidden" name="what" value="state";
                div class="fields" {
                    div {
                        label for="e-state" { (words.text("register-state")) }
                        select id="e-state" name="state" {
                            @for (state, shown) in rows::offered(words, entry.kind) {
                                option value=(state) selected[entry.state.as_deref() == Some(state.as_str())] { (shown) }
                            }
                        }
                    }
                    div { label for="e-since" { (words.text("register-since-day")) } input id="e-since" name="since" type="date" value=(visit.today) max=(visit.today); }
                    div class="wide" { label for="e-evidence" { (words.text("register-evidence")) } input id="e-evidence" name="evidence" maxlength="2000" required; }
                    (why("e-why", visit))
                    div { button class="btn" { (words.text("edit-save")) } }
                }
            }
            form class="form" method="post" action=(action) {
                h3 { (words.text("edit-field")) }
                (hidden(reader, Some(entry.version)))
                input type="hidden" name="what" value="field";
                div class="fields" {
                    div {
                        label for="f-field" { (words.text("edit-which")) }
                        select id="f-field" name="field" {
                            @for field in entry.kind.fields() {
                                option value=(field.name) { (words.heading("entry-field", field.name)) }
                            }
                        }
                    }
                    div class="wide" { label for="f-value" { (words.text("edit-value")) } input id="f-value" name="value" maxlength="4000"; }
                    (why("f-why", visit))
                    div { button class="btn" { (words.text("edit-save")) } }
                }
            }
        }
    }
}

/// Asks why something is changed.
pub(crate) fn why(id: &str, visit: &Visit) -> Markup {
    html! {
        div class="wide" { label for=(id) { (visit.words.text("edit-why")) } input id=(id) name="why" maxlength="1000" required; }
    }
}
