//! A small check of HTML as maud writes it: elements closed in order, unique ids, what the policy allows.

use std::collections::BTreeSet;

/// Elements without an end.
const VOID: [&str; 6] = ["meta", "link", "input", "br", "hr", "img"];

/// Fails where a page is not well-formed or has what no page may have.
#[track_caller]
pub(crate) fn check(name: &str, page: &str, lang: &str) {
    assert!(page.starts_with("<!DOCTYPE html><html lang=\""), "{name}: {}", &page[..80]);
    assert!(page.contains(&format!("<html lang=\"{lang}\"")), "{name}: the language");
    for forbidden in [" style=", "<style", "<script src", "<script>", " onclick", "javascript:"] {
        assert!(!page.contains(forbidden), "{name} has {forbidden}");
    }
    let (mut open, mut ids, mut headings) = (Vec::new(), BTreeSet::new(), Vec::new());
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        let text = &rest[..start];
        assert!(!text.contains('>'), "{name}: a bare > in {text}");
        let end = rest[start..].find('>').expect("a tag ends") + start;
        tag(name, &rest[start + 1..end], &mut open, &mut ids, &mut headings);
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "{name}: {open:?} stay open");
    assert_eq!(headings.iter().filter(|level| **level == 1).count(), 1, "{name}: one h1");
    let deepens = headings.windows(2).all(|pair| pair[1] <= pair[0] + 1);
    assert!(deepens, "{name}: headings in order, not {headings:?}");
    assert!(!page.contains("[en] "), "{name}: English where {lang} has no text");
    for (at, _) in page.match_indices("&lt;") {
        let key = page[at + 4..].split("&gt;").next().unwrap_or_default();
        let is_key =
            key.len() < 40 && key.contains('-') && key.bytes().all(|b| b == b'-' || b.is_ascii_lowercase());
        assert!(!is_key, "{name}: {key} has no text");
    }
    labels(name, page, &ids);
}

fn tag<'a>(
    name: &str,
    tag: &'a str,
    open: &mut Vec<&'a str>,
    ids: &mut BTreeSet<&'a str>,
    headings: &mut Vec<u8>,
) {
    if tag.starts_with('!') {
        return;
    }
    if let Some(element) = tag.strip_prefix('/') {
        assert_eq!(open.pop(), Some(element), "{name}: </{element}>");
        return;
    }
    let element = tag.split(' ').next().unwrap_or(tag);
    if let Some(id) = tag.split(" id=\"").nth(1).and_then(|rest| rest.split('"').next()) {
        assert!(ids.insert(id), "{name}: the id {id} stands twice");
    }
    if let ["h", level] = [&element[..1], &element[1..]]
        && let Ok(level) = level.parse()
    {
        headings.push(level);
    }
    if !VOID.contains(&element) && !tag.ends_with('/') {
        open.push(element);
    }
}

/// Every label, description and link within the page leads to an id of it.
fn labels(name: &str, page: &str, ids: &BTreeSet<&str>) {
    for attribute in [" for=\"", " aria-labelledby=\"", " aria-describedby=\"", " href=\"#"] {
        for rest in page.split(attribute).skip(1) {
            for id in rest.split('"').next().unwrap_or_default().split(' ').filter(|id| !id.is_empty()) {
                assert!(ids.contains(id), "{name}: {attribute}{id} leads nowhere");
            }
        }
    }
}
