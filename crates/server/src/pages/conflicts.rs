//! What does not add up: statements on file side by side on one ruler, with the cause where one is evident.

use crate::app::App;
use crate::pages::amounts::Amounts;
use crate::pages::claims::{choice, read};
use crate::pages::frame::{Entry, Frame, as_of_form};
use crate::pages::lists::{Documents, documents_of, in_context, kept, nothing, pager, said_on, source_name};
use crate::pages::review::{conflict_form, done, line, who_may};
use crate::pages::ruler::{Dot, Ruler};
use crate::pages::visit::Visit;
use crate::pages::wording::{foreign, pair_name, short_period, stated};
use crate::pages::words::{Words, capitalised, number, text};
use crate::pages::{Fault, Shown};
use axum::extract::{Path, State};
use entente_model::{Claim, Pair, Unit};
use entente_observatory::conflicts::{ConflictFilter, ConflictItem, Conflicts, StatementItem};
use maud::{Markup, html};

/// How many groups a part of the list has.
const GROUPS: usize = 20;

/// Lists what does not add up.
///
/// # Errors
/// When a filter is none, or the registry cannot be read.
pub async fn conflicts(visit: Visit, State(app): State<App>) -> Shown {
    let words = visit.words;
    let pair = read::<Pair>(&visit, "pair", "fault-pair-filter")?;
    let registry = app.registry()?;
    let filter = ConflictFilter {
        pair,
        as_of: visit.as_of,
        lang: words.lang(),
        after: visit.parameter("cursor"),
        limit: GROUPS,
    };
    let part = registry.conflicts_part(&filter).await?;
    let Conflicts { list: shown, conflicts } =
        part.ok_or_else(|| Fault::field("cursor", "fault-cursor", []))?;
    let total = shown.total;
    let said = shown.items.iter().flat_map(|item| item.statements.iter());
    let documents = documents_of(&app, said.map(|statement| &statement.document)).await?;
    let mut pairs: Vec<Pair> = registry.pairs_named(visit.as_of).await?;
    pairs.extend(pair);
    pairs.sort_by_key(|pair| pair_name(words, *pair));
    pairs.dedup();
    let pairs = pairs.into_iter().map(|pair| (pair.to_string(), pair_name(words, pair))).collect();
    let body = html! {
        header class="head" {
            h1 { (words.text("conflicts-title")) }
            p class="lead" {
                (words.with("conflicts-lead", [("conflicts", number(conflicts)), ("revisions", number(total - conflicts))]))
            }
            (as_of_form(&visit, None))
        }
        form class="filter" method="get" action="/conflicts" aria-label=(words.text("register-narrow")) {
            (kept(&visit))
            div class="fields" {
                (choice(&visit, "pair", "claims-pair", pairs))
                div { button class="btn" { (words.text("claims-show")) } " " a href=(visit.link("/conflicts")) { (words.text("claims-clear")) } }
            }
        }
        @if shown.items.is_empty() { (nothing(&words.text(if pair.is_some() { "conflicts-none-so" } else { "conflicts-none" }))) }
        @for item in &shown.items { (group(&visit, item, &documents)) }
        (pager(&visit, shown.next.as_deref()))
    };
    let data =
        pair.map_or_else(|| "/api/v1/conflicts".to_owned(), |pair| format!("/api/v1/conflicts?pair={pair}"));
    let frame = Frame::new(words.text("conflicts-title")).at(Entry::Conflicts).data("JSON", data);
    Ok(frame.described(words.text("conflicts-about")).show(&visit, body))
}

/// Shows one group with all that is told of it, what people said of it, and for an editor the form that says more.
///
/// # Errors
/// When no such group is on file, or the registry cannot be read.
pub async fn conflict(visit: Visit, State(app): State<App>, Path(id): Path<String>) -> Shown {
    let words = visit.words;
    let registry = app.registry()?;
    let found = registry.conflict(&id, visit.as_of, words.lang()).await?;
    let item = found.ok_or_else(|| Fault::not_found("fault-no-conflict"))?;
    let documents = documents_of(&app, item.statements.iter().map(|statement| &statement.document)).await?;
    let reviews = registry.reviews(&item.id, visit.as_of).await?.items;
    let title = about(words, &item);
    let body = html! {
        header class="head" {
            h1 { (title) }
            (as_of_form(&visit, None))
        }
        (shown(&visit, &item, &documents, false))
        section class="sec" id="reviews" {
            h2 { (words.text("conflict-reviews")) }
            (done(&visit))
            @if reviews.is_empty() { p { (words.text("conflict-no-reviews")) } } @else {
                ul class="list" { @for review in &reviews { (line(words, review)) } }
            }
            (who_may(&visit))
            (conflict_form(&visit, 0, &item))
        }
        p { a href=(visit.link(&format!("/conflicts?pair={}", item.pair))) { (words.text("conflict-all")) } }
    };
    let frame = Frame::new(title).at(Entry::Conflicts).data("JSON", format!("/api/v1/conflicts/{}", item.id));
    Ok(frame.described(words.text("conflicts-about")).show(&visit, body))
}

/// Writes what a group is about: `Kazakhstan–Uzbekistan: trade turnover, 2023`.
fn about(words: Words, item: &ConflictItem) -> String {
    let kind = words.word("claim-kind", item.kind.as_str());
    let mut periods: Vec<_> = item.statements.iter().filter_map(|said| said.claim.claim.period).collect();
    periods.sort_unstable();
    periods.dedup();
    let period = match periods.as_slice() {
        [one] => format!(", {}", short_period(words, *one)),
        _ => String::new(),
    };
    format!("{}: {kind}{period}", pair_name(words, item.pair))
}

/// Writes a group with its statements; with a link to its own page.
pub(crate) fn group(visit: &Visit, item: &ConflictItem, documents: &Documents) -> Markup {
    shown(visit, item, documents, true)
}

fn shown(visit: &Visit, item: &ConflictItem, documents: &Documents, is_link: bool) -> Markup {
    let words = visit.words;
    let rest = item.said - item.statements.len() as u64;
    html! {
        section class="sec conflict" {
            @if is_link {
                h2 { a href=(visit.link(&format!("/conflicts/{}", item.id))) { (about(words, item)) } }
            } @else {
                h2 { (words.text("conflict-title")) }
            }
            p {
                @if item.is_accepted { span class="st" { (words.text("conflict-accepted")) } " " }
                span class={ "st st-" (item.standing.as_str()) } { (words.word("standing", item.standing.as_str())) } " "
                @if let Some(cause) = item.cause { b { (words.word("cause", cause.as_str())) } ". " }
                (item.summary)
            }
            (on_one_ruler(words, item))
            ul class="list cols" {
                @for statement in item.statements.iter() { (said(visit, statement, documents)) }
            }
            @if rest > 0 { p class="small soft" { (words.with("conflicts-more", [("count", number(rest))])) } }
            p class="small soft" { (words.with("conflicts-voices", [("count", number(item.voices))])) }
        }
    }
}

/// Draws what the first statement asserts as the band, and what the others give as dots.
fn on_one_ruler(words: Words, item: &ConflictItem) -> Markup {
    let Some((first, others)) = item.statements.split_first() else { return html! {} };
    let claim: &Claim = &first.claim.claim;
    let same = item.statements.iter().all(|other| other.claim.claim.unit == claim.unit);
    let band = first.asserts.as_ref().filter(|_| same);
    let dots: Vec<Dot> = others
        .iter()
        .map(|other| Dot {
            value: other.claim.claim.value,
            agrees: band.is_some_and(|band| band.contains(other.claim.claim.value)),
        })
        .collect();
    let ruler = band.and_then(|band| Ruler::new(band, &dots, claim.unit == Unit::Percent));
    html! {
        @if let Some(ruler) = ruler {
            @let amounts = Amounts::beside(claim.unit, ruler.ends.1, claim.precision);
            div class="o-near ruled" { (ruler.strip((amounts.end(ruler.ends.0, words).as_str(), amounts.end(ruler.ends.1, words).as_str()))) }
            p class="small soft" { (words.text("conflicts-ruler")) }
        }
    }
}

fn said(visit: &Visit, statement: &StatementItem, documents: &Documents) -> Markup {
    let words = visit.words;
    let claim = &statement.claim.claim;
    let document = documents.get(&statement.document);
    let published = document.and_then(|document| document.published);
    html! {
        li {
            p class="v plain num" { (stated(words, claim)) }
            p class="q" lang=[document.and_then(|document| foreign(words, document.lang))] { (in_context(visit, &statement.claim)) }
            p class="why" { (capitalised(crate::pages::wording::about(words, claim))) }
            p class="meta" {
                (said_on(words, published, statement.known))
                @if let Some(source) = document.and_then(|document| document.source.as_ref()) { " · " (source_name(source)) }
                " · " a href=(visit.link(&format!("/documents/{}", statement.document)))
                    aria-label=(words.with("list-document-of", [("said", text(crate::pages::wording::said(words, &claim.quote.exact)))])) {
                    (words.text("list-document"))
                }
                @if statement.voice != statement.document { " · " (words.text("conflicts-copy")) }
            }
        }
    }
}
