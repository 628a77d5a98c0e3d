//! What a page says of itself in JSON-LD, after schema.org.

use serde_json::Value;

/// How many objects of a page are looked at.
const MAX_OBJECTS: usize = 2_000;

/// The facts of one object.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Described {
    /// Its headline.
    pub(super) headline: Option<String>,
    /// When it was published, as it is written.
    pub(super) published: Option<String>,
    /// Its authors.
    pub(super) author: Option<String>,
    /// Its publisher.
    pub(super) publisher: Option<String>,
    /// Its address.
    pub(super) url: Option<String>,
    /// Its language.
    pub(super) lang: Option<String>,
}

/// Returns the facts of the article that the scripts of a page describe, else of the page itself.
///
/// Of several articles on one page only one is the page's own: the first that is described.
pub(super) fn described<'a>(scripts: impl Iterator<Item = &'a str>) -> Described {
    let documents: Vec<Value> = scripts.filter_map(parse).collect();
    let objects = objects(&documents);
    let of_rank =
        |rank| objects.iter().find(|object| self::rank(object) == Some(rank)).map(|object| read(object));
    let article = of_rank(Rank::Article).unwrap_or_default();
    let page = of_rank(Rank::Page).unwrap_or_default();
    Described {
        headline: article.headline.or(page.headline),
        published: article.published.or(page.published),
        author: article.author.or(page.author),
        publisher: article.publisher.or(page.publisher),
        url: article.url.or(page.url),
        lang: article.lang.or(page.lang),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    Article,
    Page,
}

fn parse(script: &str) -> Option<Value> {
    let script = script.trim().trim_start_matches("<!--").trim_end_matches("-->").trim();
    let script = script.trim_start_matches("//<![CDATA[").trim_end_matches("//]]>").trim_end_matches(';');
    serde_json::from_str(script).ok().or_else(|| {
        // Line breaks within strings are the usual fault.
        let mended: String = script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&mended).ok()
    })
}

/// Lists the objects at the top and those that they are made of, but none that they only mention.
fn objects(documents: &[Value]) -> Vec<&Value> {
    let mut waiting: Vec<&Value> = documents.iter().rev().collect();
    let mut found = Vec::new();
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(values) => waiting.extend(values.iter().take(MAX_OBJECTS).rev()),
            Value::Object(object) => {
                found.push(value);
                waiting.extend(["mainEntity", "@graph"].iter().filter_map(|key| object.get(*key)));
            }
            _ => {}
        }
        if found.len() >= MAX_OBJECTS {
            break;
        }
    }
    found
}

fn rank(object: &Value) -> Option<Rank> {
    let types = match object.get("@type")? {
        Value::String(name) => vec![name.as_str()],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => return None,
    };
    let is_article = |name: &str| {
        name.ends_with("Article") || name.ends_with("Posting") || matches!(name, "Report" | "PressRelease")
    };
    if types.iter().any(|name| is_article(name)) {
        Some(Rank::Article)
    } else if types.iter().any(|name| matches!(*name, "WebPage" | "ItemPage" | "CreativeWork")) {
        Some(Rank::Page)
    } else {
        None
    }
}

fn read(object: &Value) -> Described {
    let text = |key: &str| object.get(key).and_then(Value::as_str).map(str::to_owned);
    let own_address = object.get("mainEntityOfPage").and_then(|value| match value {
        Value::String(url) => Some(url.clone()),
        value => value.get("@id").and_then(Value::as_str).map(str::to_owned),
    });
    Described {
        headline: text("headline").or_else(|| text("name")),
        published: text("datePublished"),
        author: object
            .get("author")
            .map(names)
            .filter(|names| !names.is_empty())
            .map(|names| names.join(", ")),
        publisher: object.get("publisher").map(names).and_then(|names| names.into_iter().next()),
        url: own_address.or_else(|| text("url")),
        lang: text("inLanguage"),
    }
}

/// Returns the names in a text, an object or a list of either.
fn names(value: &Value) -> Vec<String> {
    let values = match value {
        Value::Array(values) => values.as_slice(),
        value => std::slice::from_ref(value),
    };
    let name = |value: &Value| match value {
        Value::String(name) => Some(name.clone()),
        value => value.get("name").and_then(Value::as_str).map(str::to_owned),
    };
    values.iter().take(20).filter_map(name).collect()
}
