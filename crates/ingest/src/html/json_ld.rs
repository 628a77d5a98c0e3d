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
    serde_json::from_str(script).ok().or_else(|| serde_json::from_str(&mended(script)).ok())
}

/// Mends the two usual faults: line breaks within strings, and commas after the last of a list.
fn mended(script: &str) -> String {
    let mut result = String::with_capacity(script.len());
    let (mut in_string, mut escaped) = (false, false);
    // The comma that may turn out to be one too many, and the white space after it.
    let mut pending = String::new();
    for c in script.chars().map(|c| if c.is_control() { ' ' } else { c }) {
        if !in_string && (c == ',' || (c == ' ' && !pending.is_empty())) {
            pending.push(c);
            continue;
        }
        if !matches!(c, ']' | '}') {
            result.push_str(&pending);
        }
        pending.clear();
        in_string ^= c == '"' && !escaped;
        escaped = in_string && c == '\\' && !escaped;
        result.push(c);
    }
    result
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
    } else if types
        .iter()
        .any(|name| name.ends_with("WebPage") || matches!(*name, "ItemPage" | "CreativeWork"))
    {
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

#[cfg(test)]
mod tests {
    use super::{Described, described};

    fn of(script: &str) -> Described {
        described([script].into_iter())
    }

    #[test]
    fn the_usual_faults_are_mended() {
        let script = "<!-- {\"@type\":\"NewsArticle\",\"keywords\":[\"a, ]\",\"b\", ],\"headline\":\"Say \\\"so\\\",\n twice\",} -->";
        assert_eq!(of(script).headline.as_deref(), Some("Say \"so\",  twice"));
        assert_eq!(of("{\"@type\":\"NewsArticle\",,\"headline\":\"a\"}"), Described::default());
    }

    #[test]
    fn what_is_only_mentioned_is_not_the_pages() {
        let script =
            r#"{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"another"}]}"#;
        assert_eq!(of(script), Described::default());
        let script = r#"{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"its own"}}"#;
        assert_eq!(of(script).headline.as_deref(), Some("its own"));
    }

    #[test]
    fn deep_and_odd_json_is_passed_over() {
        for script in
            ["[".repeat(100_000), "{\"a\":".repeat(100_000), String::new(), "7".to_owned(), "null".to_owned()]
        {
            assert_eq!(of(&script), Described::default());
        }
    }
}
