//! A visit: who asks for which page, in which language, as of which day, and how links keep that.

use crate::app::App;
use crate::pages::error::Fault;
use crate::pages::session::{self, Reader};
use crate::pages::theme::Theme;
use crate::pages::words::{Words, number, text};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use entente_model::Lang;
use entente_observatory::freshness::{self, FreshState};
use jiff::civil::Date;
use std::borrow::Cow;
use url::form_urlencoded;

/// The longest query that links repeat, in bytes; a longer one is cut off with the language links.
const LONGEST_QUERY: usize = 2000;

/// What a page is told about its reader.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The words of the language that the reader reads.
    pub words: Words,
    /// The day for which the page answers.
    pub as_of: Date,
    /// Today.
    pub today: Date,
    /// The appearance that the reader chose.
    pub theme: Theme,
    /// Who reads it, where they have signed in.
    pub reader: Option<Reader>,
    /// How new the figures and documents are, as a sentence; none where the registry is not open yet.
    pub freshness: Option<String>,
    path: String,
    query: Vec<(String, String)>,
}

impl Visit {
    /// Reads a request as far as it can be read: a wrong day is today.
    pub(crate) fn lenient(parts: &Parts, today: Date) -> Self {
        let query = parts.uri.query().filter(|query| query.len() <= LONGEST_QUERY).unwrap_or_default();
        let query: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let asked = |name: &str| query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let lang = asked("lang").and_then(offered).unwrap_or_else(|| preferred(&parts.headers));
        let as_of = asked("as_of").and_then(|day| day.parse().ok()).unwrap_or(today);
        let theme = Theme::of_word(cookie(&parts.headers, "theme").as_deref());
        let path = parts.uri.path().to_owned();
        Self { words: Words::of(lang), as_of, today, theme, reader: None, freshness: None, path, query }
    }

    /// Returns the value of a parameter of the address, none where it is absent or empty.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Returns the path of the page.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Says whether the page answers for another day than today.
    #[must_use]
    pub fn is_of_another_day(&self) -> bool {
        self.as_of != self.today
    }

    /// What links keep: the language where the address names it, the day where it is not today.
    fn kept(&self) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
        let lang = self.parameter("lang").map(|_| ("lang".into(), self.words.lang().code().into()));
        let day = self.is_of_another_day().then(|| ("as_of".into(), self.as_of.to_string().into()));
        lang.into_iter().chain(day).collect()
    }

    /// Returns the fields that a GET form must repeat so that its answer keeps language and day.
    #[must_use]
    pub fn kept_fields(&self) -> Vec<(String, String)> {
        self.kept().into_iter().map(|(key, value)| (key.into_owned(), value.into_owned())).collect()
    }

    /// Returns a link to a page of ours that keeps language and day; a part behind `#` stays at the end.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        self.link_with(path, &[])
    }

    /// Returns a link with parameters of its own; empty ones are left out.
    #[must_use]
    pub fn link_with(&self, path: &str, parameters: &[(&str, &str)]) -> String {
        let own = parameters.iter().map(|(key, value)| (Cow::from(*key), Cow::from(*value)));
        // The API has one language, and refuses what it does not know.
        let is_page = !path.starts_with("/api/");
        let kept = self.kept().into_iter().filter(|(key, _)| is_page || key != "lang");
        address(path, own.chain(kept).filter(|(_, value)| !value.is_empty()))
    }

    /// Returns the address of this page with one parameter changed, or taken away where the value is empty: another
    /// language, the next part of a list.
    #[must_use]
    pub fn here_with(&self, name: &str, value: &str) -> String {
        let rest = self.query.iter().filter(|(key, _)| key != name).map(|(k, v)| (k.into(), v.into()));
        address(&self.path, rest.chain((!value.is_empty()).then(|| (name.into(), value.into()))))
    }

    /// Returns the parameters of this page but one: what a GET form that sets that one must repeat.
    pub fn other_fields(&self, name: &str) -> impl Iterator<Item = (&str, &str)> {
        self.query
            .iter()
            .filter(move |(key, _)| key != name)
            .map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// Returns the address of this page.
    #[must_use]
    pub fn here(&self) -> String {
        address(&self.path, self.query.iter().map(|(k, v)| (k.into(), v.into())))
    }
}

fn address<'a>(path: &str, query: impl Iterator<Item = (Cow<'a, str>, Cow<'a, str>)>) -> String {
    let (path, anchor) = path.split_once('#').map_or((path, None), |(path, anchor)| (path, Some(anchor)));
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
    let mark = if query.is_empty() { "" } else { "?" };
    let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
    format!("{path}{mark}{query}{anchor}")
}

/// Returns a language that pages are written in.
fn offered(code: &str) -> Option<Lang> {
    let primary = code.split('-').next().unwrap_or_default().to_ascii_lowercase();
    Words::languages().find(|lang| lang.code() == primary)
}

/// Returns the value of a cookie.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}

/// Returns the language of the cookie, else the one that the browser likes best, else English.
pub(crate) fn preferred(headers: &HeaderMap) -> Lang {
    if let Some(lang) = cookie(headers, "lang").as_deref().and_then(offered) {
        return lang;
    }
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let mut best = (0, Lang::En);
    for choice in accepted.unwrap_or_default().split(',').take(20) {
        let (code, weight) = choice.split_once(";q=").unwrap_or((choice, "1"));
        let weight = weight.trim().parse::<f32>().ok().filter(|weight| (0.0..=1.0).contains(weight));
        #[expect(clippy::cast_possible_truncation, reason = "a weight between 0 and 1, in thousandths")]
        let weight = weight.map_or(0, |weight| (weight * 1000.0) as i32);
        if let Some(lang) = offered(code.trim())
            && weight > best.0
        {
            best = (weight, lang);
        }
    }
    best.1
}

impl FromRequestParts<App> for Visit {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        let mut visit = Self::lenient(parts, app.clock().today());
        if let Some(day) = visit.parameter("as_of")
            && day.parse::<Date>().is_err()
        {
            let day = day.chars().take(80).collect::<String>();
            return Err(Fault::field("as_of", "fault-day", [("given", text(day))]));
        }
        visit.reader = session::reader(app, &parts.headers).await?;
        visit.freshness = how_fresh(&visit, app).await;
        Ok(visit)
    }
}

/// Tells how new the figures are that were known by the day of the page.
pub(crate) async fn how_fresh(visit: &Visit, app: &App) -> Option<String> {
    let figures = app.registry().ok()?.releases().await.ok()?;
    let is_stale = |dataset: &&entente_model::Dataset| {
        freshness::freshness(dataset, figures.releases.iter(), visit.as_of).state == FreshState::Stale
    };
    let stale = figures.datasets.iter().filter(is_stale).count();
    let known =
        figures.releases.iter().map(entente_model::Release::known).filter(|known| *known <= visit.as_of);
    let words = visit.words;
    Some(match known.max() {
        Some(newest) if stale == 0 => words.with("foot-freshness", [("date", text(words.date(newest)))]),
        Some(newest) => {
            let all = figures.datasets.len() as u64;
            let args =
                [("date", text(words.date(newest))), ("stale", number(stale as u64)), ("all", number(all))];
            words.with("foot-freshness-stale", args)
        }
        None => words.text("foot-no-figures"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn visit(address: &str, accepted: &str, cookies: &str) -> Visit {
        let request = Request::get(address).header("accept-language", accepted).header("cookie", cookies);
        let (parts, ()) = request.body(()).unwrap().into_parts();
        Visit::lenient(&parts, jiff::civil::date(2026, 11, 26))
    }

    #[test]
    fn the_address_decides_the_language_then_the_cookie_then_the_browser() {
        for (address, accepted, cookies, lang) in [
            ("/", "", "", Lang::En),
            ("/", "fr, ru-KZ;q=0.8, en;q=0.2", "", Lang::Ru),
            ("/", "fr;q=1, de", "", Lang::En),
            ("/", "en", "theme=dark; lang=ru", Lang::Ru),
            ("/?lang=en", "ru", "lang=ru", Lang::En),
            ("/?lang=xx", "ru", "", Lang::Ru),
        ] {
            assert_eq!(
                visit(address, accepted, cookies).words.lang(),
                lang,
                "{address} {accepted} {cookies}"
            );
        }
    }

    #[test]
    fn links_keep_language_and_day() {
        let plain = visit("/claims?outcome=near", "", "");
        assert_eq!(plain.link("/pairs/KAZ-UZB#trade"), "/pairs/KAZ-UZB#trade");
        let kept = visit("/claims?outcome=near&lang=ru&as_of=2024-07-13", "", "");
        assert_eq!(kept.link("/sources#x"), "/sources?lang=ru&as_of=2024-07-13#x");
        assert_eq!(kept.link("/api/v1/pairs/KAZ-UZB"), "/api/v1/pairs/KAZ-UZB?as_of=2024-07-13");
        assert_eq!(kept.here_with("lang", "en"), "/claims?outcome=near&as_of=2024-07-13&lang=en");
        assert_eq!(
            kept.link_with("/search", &[("q", "a b&c"), ("x", "")]),
            "/search?q=a+b%26c&lang=ru&as_of=2024-07-13"
        );
    }
}
