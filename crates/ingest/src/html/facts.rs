//! What the markup of a page says of the article: JSON-LD first, then OpenGraph and `meta`, then `<time>`.

use crate::html::json_ld;
use crate::html::scan::{Piece, Scanner, Tag};
use crate::html::strip::spaced;
use crate::html::{date_alone, date_of, entity, fold};
use jiff::civil::Date;
use url::Url;

/// The longest title, name or byline that is kept, in characters.
const MAX_WORDS: usize = 400;

/// What the markup of a page says of the article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The title, without the publisher's name.
    pub title: Option<String>,
    /// When it was published.
    pub published: Option<Date>,
    /// When it was published, as an element for the reader says that is marked as a date.
    pub dated: Option<Date>,
    /// Who signed it, as it is written.
    pub byline: Option<String>,
    /// The language, as it is written.
    pub lang: Option<String>,
    /// The address that the page says it has.
    pub canonical: Option<String>,
    /// The publisher.
    pub outlet: Option<String>,
}

/// What was collected in one pass over the page.
#[derive(Debug, Default)]
struct Collected {
    scripts: Vec<String>,
    /// The names and contents of `meta` elements, the names in lower case.
    metas: Vec<(String, String)>,
    canonical: Option<String>,
    html_lang: Option<String>,
    title: Option<String>,
    heading: Option<String>,
    headings: usize,
    times: Vec<Time>,
    /// The texts of elements that are marked as dates.
    dates: Vec<String>,
    author: Option<String>,
}

#[derive(Debug)]
struct Time {
    value: String,
    in_article: bool,
    marked_published: bool,
}

/// Reads the facts of a page that was read from an address.
pub(super) fn of(html: &str, url: Option<&Url>) -> Facts {
    let collected = collect(html);
    let described = json_ld::described(collected.scripts.iter().map(String::as_str));
    let lang = collected
        .html_lang
        .clone()
        .or_else(|| collected.meta(&["og:locale", "content-language", "language"]))
        .or_else(|| described.lang.clone());
    let outlet = clean(collected.meta(&["og:site_name"]).or(described.publisher)).or_else(|| {
        clean(collected.meta(&["application-name", "publisher", "dc.publisher", "article:publisher"]))
    });
    let outlet = outlet.filter(|name| !is_address(name));
    let published = published(&collected, described.published.as_deref(), lang.as_deref());
    let dated = only_date(collected.dates.iter().filter_map(|text| date_alone(text, lang.as_deref())));
    let title = title(&collected, described.headline, outlet.as_deref());
    let byline = clean(described.author)
        .filter(|name| !is_address(name))
        .or_else(|| byline_of_meta(&collected))
        .map(|name| without_by(&name).to_owned())
        .filter(|name| !is_nobody(name))
        .filter(|name| outlet.as_ref().is_none_or(|outlet| fold(outlet) != fold(name)));
    let canonical = canonical(&collected, described.url, url);
    Facts { title, published, dated, byline, lang, canonical, outlet }
}

impl Collected {
    /// Returns the content of the first `meta` that has one of the names, in the order of the names.
    fn meta(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| {
            let content = self.metas.iter().find(|(key, content)| key == name && !content.trim().is_empty());
            content.map(|(_, content)| content.trim().to_owned())
        })
    }
}

/// How many elements of a kind are kept; a page has a few dozen.
const MAX_KEPT: usize = 500;

fn collect(html: &str) -> Collected {
    let mut collected = Collected::default();
    let mut articles = 0_usize;
    // The heading or author whose text is being read.
    let mut heading: Option<String> = None;
    let mut author: Option<(String, String)> = None;
    let mut dated: Option<(String, String)> = None;
    for piece in Scanner::new(html) {
        match piece {
            Piece::Open(tag) => {
                articles += usize::from(tag.name() == "article");
                if tag.name() == "h1" {
                    heading = Some(String::new());
                }
                if collected.author.is_none() && author.is_none() && marks_author(&tag) {
                    author = Some((tag.name().to_owned(), String::new()));
                }
                if dated.is_none() && collected.dates.len() < MAX_KEPT && marks_date(&tag) {
                    dated = Some((tag.name().to_owned(), String::new()));
                }
                collect_tag(&tag, articles > 0, &mut collected);
            }
            Piece::Raw(tag, content) => collect_raw(&tag, content, &mut collected),
            Piece::Text(text) => {
                let open = [
                    heading.as_mut(),
                    author.as_mut().map(|(_, text)| text),
                    dated.as_mut().map(|(_, text)| text),
                ];
                for buffer in open.into_iter().flatten().filter(|buffer| buffer.len() < 4 * MAX_WORDS) {
                    buffer.push_str(&entity::decode(text));
                    buffer.push(' ');
                }
            }
            Piece::Close(name) => {
                if name.eq_ignore_ascii_case("article") {
                    articles = articles.saturating_sub(1);
                }
                if name.eq_ignore_ascii_case("h1")
                    && let Some(text) = heading.take()
                {
                    collected.headings += 1;
                    collected.heading = collected.heading.or(clean(Some(text)));
                }
                if author.as_ref().is_some_and(|(opened, _)| name.eq_ignore_ascii_case(opened)) {
                    collected.author = author.take().and_then(|(_, text)| clean(Some(text)));
                }
                if dated.as_ref().is_some_and(|(opened, _)| name.eq_ignore_ascii_case(opened)) {
                    collected.dates.extend(dated.take().map(|(_, text)| text));
                }
            }
            Piece::Doctype(_) => {}
        }
    }
    collected
}

fn marks_author(tag: &Tag<'_>) -> bool {
    matches!(tag.name(), "a" | "span" | "p" | "div")
        && (tag.attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("author"))
            || tag.attribute("itemprop").is_some_and(|item| item.eq_ignore_ascii_case("author")))
}

fn marks_date(tag: &Tag<'_>) -> bool {
    let class = tag.attribute("class").unwrap_or_default().to_ascii_lowercase();
    let marked = ["date", "publish", "time"].iter().any(|word| class.contains(word));
    marked && !["update", "modified", "sometime"].iter().any(|word| class.contains(word))
}

fn collect_tag(tag: &Tag<'_>, in_article: bool, collected: &mut Collected) {
    match tag.name() {
        "html" => {
            let lang = tag.attribute("lang").or_else(|| tag.attribute("xml:lang"));
            collected.html_lang = collected.html_lang.take().or(clean(lang));
        }
        "meta" if collected.metas.len() < MAX_KEPT => {
            let content = tag.attribute("content").unwrap_or_default();
            for key in ["property", "name", "itemprop", "http-equiv"] {
                if let Some(name) = tag.attribute(key) {
                    collected.metas.push((name.trim().to_ascii_lowercase(), content.clone()));
                }
            }
        }
        "link" if collected.canonical.is_none() => {
            let is_canonical = tag.attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"));
            collected.canonical = if is_canonical { tag.attribute("href") } else { None };
        }
        _ if collected.times.len() < MAX_KEPT => {
            let item = tag.attribute("itemprop").unwrap_or_default();
            let marked_published =
                item.eq_ignore_ascii_case("datepublished") || tag.attribute("pubdate").is_some();
            if tag.name() != "time" && !marked_published {
                return;
            }
            if let Some(value) = tag.attribute("datetime").or_else(|| tag.attribute("content")) {
                collected.times.push(Time { value, in_article, marked_published });
            }
        }
        _ => {}
    }
}

fn collect_raw(tag: &Tag<'_>, content: &str, collected: &mut Collected) {
    match tag.name() {
        "title" if collected.title.is_none() => collected.title = clean(Some(entity::decode(content))),
        "script" if collected.scripts.len() < MAX_KEPT => {
            let kind = tag.attribute("type").unwrap_or_default();
            if kind.trim().to_ascii_lowercase().starts_with("application/ld+json") {
                collected.scripts.push(content.to_owned());
            }
        }
        _ => {}
    }
}

fn published(collected: &Collected, described: Option<&str>, lang: Option<&str>) -> Option<Date> {
    const NAMES: [&str; 22] = [
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "article:published",
        "article_date_original",
        "publish-date",
        "publish_date",
        "publishdate",
        "publication_date",
        "published_time",
        "pubdate",
        "pub_date",
        "date.published",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "citation_publication_date",
        "parsely-pub-date",
        "sailthru.date",
        "mediator_published_time",
    ];
    let date = |value: &str| date_of(value, lang);
    let of_times = |wanted: &dyn Fn(&Time) -> bool| {
        only_date(collected.times.iter().filter(|time| wanted(time)).filter_map(|time| date(&time.value)))
    };
    described
        .and_then(date)
        .or_else(|| collected.meta(&NAMES).and_then(|value| date(&value)))
        .or_else(|| of_times(&|time| time.marked_published))
        .or_else(|| collected.meta(&["date", "dc.date", "dcterms.date"]).and_then(|value| date(&value)))
        .or_else(|| of_times(&|time| time.in_article))
        .or_else(|| of_times(&|_| true))
}

/// Returns the date that all elements give: where they differ, it is not known which is the article's.
fn only_date(mut dates: impl Iterator<Item = Date>) -> Option<Date> {
    let first = dates.next()?;
    dates.all(|other| other == first).then_some(first)
}

fn title(collected: &Collected, headline: Option<String>, outlet: Option<&str>) -> Option<String> {
    let only_heading = collected.heading.clone().filter(|_| collected.headings == 1);
    let title = clean(headline.map(|text| entity::decode(&text)))
        .or_else(|| clean(collected.meta(&["og:title", "twitter:title"])))
        .or_else(|| only_heading.clone())
        .or_else(|| collected.title.clone())
        .or_else(|| collected.heading.clone())?;
    let title = without_outlet(&title, outlet);
    // A headline that was cut for search engines is given in full by the heading.
    let stem = title.trim_end_matches(['…', '.']).trim_end();
    Some(
        only_heading.filter(|heading| stem.len() < title.len() && heading.starts_with(stem)).unwrap_or(title),
    )
}

/// Takes the publisher's name off the end of a title: `Trade grows | The Herald`.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    for mark in [" | ", " – ", " — ", " - ", " :: ", " • ", " » "] {
        if let Some((before, after)) = title.rsplit_once(mark)
            && outlet.is_some_and(|outlet| fold(after) == fold(outlet))
            && !before.trim().is_empty()
        {
            return before.trim().to_owned();
        }
    }
    title.to_owned()
}

fn byline_of_meta(collected: &Collected) -> Option<String> {
    let names = ["author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"];
    names
        .iter()
        .filter_map(|name| clean(collected.meta(&[name])))
        .chain(collected.author.clone())
        .find(|name| !is_address(name))
}

fn without_by(name: &str) -> &str {
    ["By ", "by ", "BY ", "Автор: ", "Автор ", "Автори: ", "Муаллиф: ", "Muallif: ", "Авторы: "]
        .iter()
        .find_map(|label| name.strip_prefix(label))
        .unwrap_or(name)
        .trim()
}

/// Tells whether a name is what a program writes that knows nobody's.
fn is_nobody(name: &str) -> bool {
    const NOBODY: [&str; 9] =
        ["admin", "administrator", "editor", "guest", "user", "author", "гость", "админ", "администратор"];
    NOBODY.contains(&name.to_lowercase().as_str())
}

fn canonical(collected: &Collected, described: Option<String>, url: Option<&Url>) -> Option<String> {
    let candidates = [collected.canonical.clone(), collected.meta(&["og:url"]), described];
    candidates.into_iter().flatten().find_map(|address| {
        let address = address.trim();
        let mut parsed = match url {
            Some(base) => base.join(address).ok()?,
            None => Url::parse(address).ok()?,
        };
        parsed.set_fragment(None);
        // A page that is not the home page but says so repeats a template's mistake.
        let is_home = parsed.path() == "/" && parsed.query().is_none();
        let mistaken = is_home && url.is_some_and(|url| url.path() != "/");
        (matches!(parsed.scheme(), "http" | "https") && parsed.has_host() && !mistaken)
            .then(|| parsed.to_string())
    })
}

fn is_address(name: &str) -> bool {
    name.contains("://") || name.starts_with("www.") || name.starts_with('@')
}

/// Returns a text on one line, where there is one of a length that a person writes.
fn clean(text: Option<String>) -> Option<String> {
    text.map(|text| spaced(&text)).filter(|text| !text.is_empty() && text.chars().count() <= MAX_WORDS)
}
