//! JSON Feed, versions 1 and 1.1.

use crate::feed::{Content, Item};
use serde_json::{Map, Value, json};

/// Reads the items of a feed, at most so many, and counts those that are left.
pub(super) fn items(text: &str, most: usize) -> Result<(Vec<Item>, usize), serde_json::Error> {
    let mut feed: Map<String, Value> = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
    let items = match feed.remove("items") {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    };
    let left_out = items.len().saturating_sub(most);
    let items = items.into_iter().take(most).map(|item| self::item(item, &feed)).collect();
    Ok((items, left_out))
}

fn item(value: Value, feed: &Map<String, Value>) -> Item {
    let words = |name: &str| words(&value, name);
    let of_feed = |name: &str| feed.get(name).and_then(Value::as_str).map(str::to_owned);
    let content =
        |name: &str, html: bool, summary: bool| words(name).map(|text| Content { text, html, summary });
    let people = ["authors", "author"].iter().find_map(|key| value.get(key).or_else(|| feed.get(*key)));
    let mut item = Item {
        bytes: String::new(),
        link: words("url").or_else(|| words("external_url")),
        // It is plain text, and what reads it takes it for HTML.
        title: words("title").map(|title| title.replace('&', "&amp;").replace('<', "&lt;")),
        published: words("date_published"),
        updated: words("date_modified"),
        byline: people.and_then(names),
        lang: words("language").or_else(|| of_feed("language")),
        outlet: of_feed("title"),
        content: content("content_html", true, false)
            .or_else(|| content("content_text", false, false))
            .or_else(|| content("summary", false, true)),
    };
    let frame = |name: &str| feed.get(name).cloned().unwrap_or(Value::Null);
    item.bytes = json!({"version": "https://jsonfeed.org/version/1.1", "title": frame("title"),
        "language": frame("language"), "authors": frame("authors"), "items": [value]})
    .to_string();
    item
}

fn words(value: &Value, name: &str) -> Option<String> {
    let text = value.get(name)?.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Returns the names of one author or several.
fn names(people: &Value) -> Option<String> {
    let names = match people {
        Value::Array(people) => people.iter().filter_map(|person| words(person, "name")).collect(),
        person => vec![words(person, "name")?],
    };
    (!names.is_empty()).then(|| names.join(", "))
}
