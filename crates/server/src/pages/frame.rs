//! The frame of every page: what stands above, below and around it.

use crate::pages::assets::{ICON, STYLESHEET};
use crate::pages::marks::sprite;
use crate::pages::session;
use crate::pages::theme::Theme;
use crate::pages::visit::Visit;
use crate::pages::words::{Words, text};
use maud::{DOCTYPE, Markup, html};

/// The pages that the navigation leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// Pairs of countries.
    Pairs,
    /// Check a text.
    Check,
    /// Claims.
    Claims,
    /// What does not add up.
    Conflicts,
    /// What waits for a person.
    Review,
    /// Action items.
    Items,
    /// Projects.
    Projects,
    /// Agreements.
    Agreements,
    /// Targets.
    Targets,
    /// Commissions and their sessions.
    Commissions,
    /// Officials.
    Officials,
    /// Documents.
    Documents,
    /// Authors.
    Authors,
    /// Sources.
    Sources,
    /// Datasets.
    Datasets,
    /// Definitions.
    Definitions,
}

/// A group of the navigation: the key of its word, and its pages with the key of each one's words and its address. The
/// group leads to its first page.
struct Group(&'static str, &'static [(Entry, &'static str, &'static str)]);

/// The groups, in their order.
const GROUPS: [Group; 6] = [
    Group("nav-pairs", &[(Entry::Pairs, "nav-pairs", "/pairs")]),
    Group("nav-check", &[(Entry::Check, "nav-check", "/check")]),
    Group(
        "nav-claims",
        &[
            (Entry::Claims, "nav-claims", "/claims"),
            (Entry::Conflicts, "nav-conflicts", "/conflicts"),
            (Entry::Review, "nav-review", "/review"),
        ],
    ),
    Group(
        "nav-register",
        &[
            (Entry::Items, "nav-items", "/items"),
            (Entry::Projects, "nav-projects", "/projects"),
            (Entry::Agreements, "nav-agreements", "/agreements"),
            (Entry::Targets, "nav-targets", "/targets"),
            (Entry::Commissions, "nav-commissions", "/commissions"),
            (Entry::Officials, "nav-officials", "/officials"),
        ],
    ),
    Group(
        "nav-documents",
        &[(Entry::Documents, "nav-documents", "/documents"), (Entry::Authors, "nav-authors", "/authors")],
    ),
    Group(
        "nav-basis",
        &[
            (Entry::Sources, "nav-sources", "/sources"),
            (Entry::Datasets, "nav-datasets", "/datasets"),
            (Entry::Definitions, "nav-definitions", "/definitions"),
        ],
    ),
];

impl Group {
    fn holds(&self, entry: Option<Entry>) -> bool {
        self.1.iter().any(|(own, ..)| Some(*own) == entry)
    }
}

/// A page's title, place and what else stands around its body.
#[derive(Debug)]
pub struct Frame {
    title: String,
    description: Option<String>,
    entry: Option<Entry>,
    crumbs: Vec<(String, String)>,
    data: Vec<(String, String)>,
    head: Option<Markup>,
    is_listed: bool,
}

impl Frame {
    /// Starts a frame. The title is that of the tab; the page writes its own h1.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            description: None,
            entry: None,
            crumbs: Vec::new(),
            data: Vec::new(),
            head: None,
            is_listed: true,
        }
    }

    /// Sets the entry of the navigation that the page belongs to.
    #[must_use]
    pub const fn at(mut self, entry: Entry) -> Self {
        self.entry = Some(entry);
        self
    }

    /// Sets the sentence that search engines show.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Adds a page above this one, by its name and path (without language and day, which the link keeps).
    #[must_use]
    pub fn crumb(mut self, name: impl Into<String>, path: impl Into<String>) -> Self {
        self.crumbs.push((name.into(), path.into()));
        self
    }

    /// Adds a form of this page as data: `JSON`, `/api/v1/pairs/KAZ-UZB`.
    #[must_use]
    pub fn data(mut self, name: impl Into<String>, path: impl Into<String>) -> Self {
        self.data.push((name.into(), path.into()));
        self
    }

    /// Adds elements to the head of the document, such as a block of JSON-LD.
    #[must_use]
    pub fn head(mut self, head: Markup) -> Self {
        self.head = Some(head);
        self
    }

    /// Keeps the page out of search engines.
    #[must_use]
    pub const fn unlisted(mut self) -> Self {
        self.is_listed = false;
        self
    }

    /// Writes the whole page around its body, which begins with a header that holds the only h1.
    #[must_use]
    pub fn show(self, visit: &Visit, body: Markup) -> Markup {
        let words = visit.words;
        html! {
            (DOCTYPE)
            html lang=(words.lang()) data-theme=[visit.theme.attribute()] {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) " · Entente" }
                    @if let Some(description) = &self.description {
                        meta name="description" content=(description);
                    }
                    @if !self.is_listed { meta name="robots" content="noindex"; }
                    meta name="color-scheme" content="light dark";
                    link rel="stylesheet" href=(STYLESHEET.address());
                    link rel="icon" type="image/svg+xml" href=(ICON.address());
                    @for lang in Words::languages() {
                        link rel="alternate" hreflang=(lang) href=(visit.here_with("lang", lang.code()));
                    }
                    @if let Some(head) = &self.head { (head) }
                }
                body {
                    a class="skip" href="#main" { (words.text("skip")) }
                    (sprite(&body.0))
                    (self.top(visit))
                    main id="main" class="wrap" tabindex="-1" {
                        (self.within(visit))
                        (self.trail(visit))
                        (banner(visit))
                        (body)
                    }
                    (self.foot(visit))
                }
            }
        }
    }

    fn top(&self, visit: &Visit) -> Markup {
        let words = visit.words;
        html! {
            header class="top" { div class="wrap" {
                a class="brand" href=(visit.link("/")) { (brand()) "Entente" }
                (self.navigation(visit, "nav full", "nav-main"))
                (languages(visit, "langs full", "nav-language"))
                details class="menu" {
                    summary { (words.text("nav-menu")) }
                    (self.navigation(visit, "nav", "nav-main-small"))
                    (languages(visit, "langs", "nav-language-small"))
                }
            } }
        }
    }

    fn navigation(&self, visit: &Visit, class: &str, label: &'static str) -> Markup {
        let words = visit.words;
        html! {
            nav class=(class) aria-label=(words.text(label)) { ul {
                @for group in &GROUPS {
                    @if let Some((first, _, path)) = group.1.first() {
                        @let is_here = (self.entry == Some(*first)).then_some("page");
                        @let current = is_here.or(group.holds(self.entry).then_some("true"));
                        li { a href=(visit.link(path)) aria-current=[current] { (words.text(group.0)) } }
                    }
                }
            } }
        }
    }

    /// The other pages of the group that this one belongs to.
    fn within(&self, visit: &Visit) -> Markup {
        let words = visit.words;
        let group = GROUPS.iter().find(|group| group.1.len() > 1 && group.holds(self.entry));
        html! {
            @if let Some(group) = group {
                nav class="tabs" aria-label=(words.text(group.0)) { ul {
                    @for (entry, key, path) in group.1 {
                        @let current = (self.entry == Some(*entry)).then_some("page");
                        li { a href=(visit.link(path)) aria-current=[current] { (words.text(key)) } }
                    }
                } }
            }
        }
    }

    fn trail(&self, visit: &Visit) -> Markup {
        html! {
            @if !self.crumbs.is_empty() {
                nav class="crumbs" aria-label=(visit.words.text("nav-trail")) { ol {
                    @for (name, path) in &self.crumbs { li { a href=(visit.link(path)) { (name) } } }
                    li aria-current="page" { (self.title) }
                } }
            }
        }
    }

    fn foot(&self, visit: &Visit) -> Markup {
        let words = visit.words;
        html! {
            footer class="foot" { div class="wrap" {
                div {
                    h2 { (words.text("foot-freshness-title")) }
                    p {
                        @match &visit.freshness {
                            Some(sentence) => (sentence),
                            None => (words.text("foot-freshness-unknown")),
                        }
                        " " a href=(visit.link("/datasets")) { (words.text("foot-datasets")) }
                    }
                }
                div { h2 { (words.text("foot-licence-title")) } p { (words.text("foot-licence")) } }
                div {
                    h2 { (words.text("foot-data-title")) }
                    p {
                        @for (name, path) in &self.data { a href=(visit.link(path)) { (name) } " · " }
                        a href="/api/openapi.json" { (words.text("foot-api")) }
                    }
                }
                div { h2 { (words.text("foot-appearance")) } (appearance(visit)) }
                div { h2 { (words.text("foot-editors")) } (session::corner(visit)) }
            } }
        }
    }
}

/// The form that chooses another day, for every page with numbers.
#[must_use]
pub fn as_of_form(visit: &Visit, code: Option<&str>) -> Markup {
    let words = visit.words;
    html! {
        form class="asof" method="get" action=(visit.path()) {
            @for (name, value) in visit.other_fields("as_of") { input type="hidden" name=(name) value=(value); }
            @if let Some(code) = code { span class="code" { (code) } }
            label class="small" for="as-of" { (words.text("as-of-label")) }
            input class="s" id="as-of" name="as_of" type="date" required
                value=(visit.as_of) max=(visit.today);
            button class="btn ghost s" { (words.text("as-of-show")) }
        }
    }
}

/// Says that the page answers for another day than today, and leads back.
fn banner(visit: &Visit) -> Markup {
    let words = visit.words;
    html! {
        @if visit.is_of_another_day() {
            p class="banner" {
                (words.with("as-of-banner", [("date", text(words.date(visit.as_of)))]))
                " " a href=(visit.here_with("as_of", "")) { (words.text("as-of-today")) }
            }
        }
    }
}

fn languages(visit: &Visit, class: &str, label: &'static str) -> Markup {
    html! {
        nav class=(class) aria-label=(visit.words.text(label)) { ul {
            @for lang in Words::languages() {
                @let current = (lang == visit.words.lang()).then_some("true");
                li {
                    a href=(visit.here_with("lang", lang.code())) lang=(lang) hreflang=(lang) aria-current=[current] {
                        (Words::language(lang))
                    }
                }
            }
        } }
    }
}

fn appearance(visit: &Visit) -> Markup {
    html! {
        form class="acts" method="post" action="/appearance" {
            input type="hidden" name="back" value=(visit.here());
            @for theme in Theme::ALL {
                button class="btn ghost s" name="theme" value=(theme.as_str()) aria-pressed=(theme == visit.theme) {
                    (visit.words.word("theme", theme.as_str()))
                }
                " "
            }
        }
    }
}

fn brand() -> Markup {
    html! {
        svg viewBox="0 0 28 28" aria-hidden="true" focusable="false" fill="none" stroke-width="2.6" stroke-linecap="round" {
            path class="m1" d="M2.5 6.5C10 6.5 12 14 19 14" {}
            path class="m2" d="M2.5 21.5C10 21.5 12 14 19 14" {}
            circle class="m3" cx="21" cy="14" r="4.6" {}
        }
    }
}
