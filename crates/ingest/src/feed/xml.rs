//! RSS and Atom, read without a schema: an element is known by its name alone, whatever its namespace is bound to.

use crate::feed::{Content, Item};
use crate::html::reference;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::fmt::Write as _;

/// The longest text of an element that is kept, in bytes.
const MAX_TEXT: usize = 8 * 1024 * 1024;
/// How deep elements are followed; what is deeper belongs to no feed.
const MAX_DEPTH: usize = 200;

/// An element and what stands in it.
#[derive(Debug, Default)]
struct Node {
    /// Its name with its prefix, in lower case.
    name: String,
    attributes: Vec<(String, String)>,
    /// All text in it, with references replaced.
    text: String,
    /// What stands between its tags, as written.
    inner: String,
    /// It and its tags, as written.
    outer: String,
}

impl Node {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Returns the text, where there is some.
    fn words(self) -> Option<String> {
        let text = self.text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }
}

/// Tells whether a text opens with the root of a feed.
pub(super) fn is_feed(head: &str) -> bool {
    let mut reader = reader(head);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => return is_root(&name_of(&start)),
            Ok(Event::DocType(kind)) if kind.trim_start().to_ascii_lowercase().starts_with("html") => {
                return false;
            }
            Ok(Event::Eof | Event::Empty(_) | Event::End(_)) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

fn is_root(name: &str) -> bool {
    matches!(name, "rss" | "rdf:rdf" | "feed" | "atom:feed")
}

/// Reads the items of a feed, at most so many, and counts those that are left.
pub(super) fn items(text: &str, most: usize) -> (Vec<Item>, usize) {
    let mut items = Vec::new();
    let mut left_out = 0;
    let mut channel = Channel::default();
    walk(text, &is_of_frame, &mut |node, path| match node.name.as_str() {
        "item" | "entry" | "atom:entry" if items.len() < most => items.push((node.outer, node.attributes)),
        "item" | "entry" | "atom:entry" => left_out += 1,
        "title" | "language" | "dc:language" if path <= 3 => channel.take(node),
        _ => {}
    });
    channel.root = root_of(text);
    let items = items.into_iter().map(|(outer, attributes)| item(&outer, &attributes, &channel)).collect();
    (items, left_out)
}

/// What the items of a feed share.
#[derive(Debug, Default)]
struct Channel {
    root: Root,
    title: Option<String>,
    lang: Option<String>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Root {
    #[default]
    Rss,
    Rdf,
    Atom,
}

impl Channel {
    fn take(&mut self, node: Node) {
        let field = if node.name == "title" { &mut self.title } else { &mut self.lang };
        if field.is_none() {
            *field = node.words();
        }
    }

    /// Returns a feed that holds one item as it is written.
    fn with_one(&self, item: &str) -> String {
        let title = element("title", self.title.as_deref());
        match self.root {
            Root::Rss => {
                let language = element("language", self.lang.as_deref());
                format!("<rss version=\"2.0\"><channel>{title}{language}{item}</channel></rss>")
            }
            Root::Rdf => {
                let language = element("dc:language", self.lang.as_deref());
                format!("<rdf:RDF><channel>{title}{language}</channel>{item}</rdf:RDF>")
            }
            Root::Atom => {
                let lang = self.lang.as_deref().map(|lang| format!(" xml:lang=\"{}\"", escaped(lang)));
                format!("<feed{}>{title}{item}</feed>", lang.unwrap_or_default())
            }
        }
    }
}

fn element(name: &str, text: Option<&str>) -> String {
    let mut element = String::new();
    if let Some(text) = text {
        let _ = write!(element, "<{name}>{}</{name}>", escaped(text));
    }
    element
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn root_of(text: &str) -> Root {
    let mut reader = reader(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                return match name_of(&start).as_str() {
                    "rdf:rdf" => Root::Rdf,
                    "feed" | "atom:feed" => Root::Atom,
                    _ => Root::Rss,
                };
            }
            Ok(Event::Eof) | Err(_) => return Root::Rss,
            Ok(_) => {}
        }
    }
}

/// The elements that hold items and are no items themselves.
fn is_of_frame(name: &str) -> bool {
    is_root(name) || name == "channel" || name == "items" || name == "image"
}

fn item(outer: &str, attributes: &[(String, String)], channel: &Channel) -> Item {
    let mut nodes = Vec::new();
    let is_item = |name: &str| matches!(name, "item" | "entry" | "atom:entry");
    walk(outer, &is_item, &mut |node, path| {
        if path == 2 {
            nodes.push(node);
        }
    });
    let mut item = Item {
        bytes: channel.with_one(outer),
        lang: attributes.iter().find(|(key, _)| key == "xml:lang").map(|(_, lang)| lang.clone()),
        outlet: channel.title.clone(),
        ..Item::default()
    };
    item.lang = item.lang.or_else(|| channel.lang.clone());
    let mut summary = None;
    let mut guid = None;
    for node in nodes {
        let name = node.name.strip_prefix("atom:").unwrap_or(&node.name).to_owned();
        match name.as_str() {
            "title" | "dc:title" => fill(&mut item.title, node.words()),
            "link" => fill(&mut item.link, link(node)),
            "feedburner:origlink" => item.link = node.words().or(item.link),
            "guid" if node.attribute("ispermalink") != Some("false") => guid = node.words(),
            "pubdate" | "dc:date" | "published" | "issued" | "dcterms:issued" => {
                fill(&mut item.published, node.words());
            }
            "updated" | "modified" | "dcterms:modified" => fill(&mut item.updated, node.words()),
            "author" | "dc:creator" => fill(&mut item.byline, author(node)),
            "content:encoded" | "yandex:full-text" | "turbo:content" => {
                fill(&mut item.content, content(node, false));
            }
            "content" => fill(&mut item.content, content(node, false)),
            "description" | "summary" => fill(&mut summary, content(node, true)),
            "dc:language" => item.lang = node.words().or(item.lang),
            _ => {}
        }
    }
    item.content = item.content.or(summary);
    item.link = item.link.or(guid);
    item
}

/// Takes a value where there is none yet: the first of several is meant.
fn fill<T>(field: &mut Option<T>, value: Option<T>) {
    if field.is_none() {
        *field = value;
    }
}

/// Returns the address of a link: RSS writes it as text, Atom as an attribute.
fn link(node: Node) -> Option<String> {
    match node.attribute("href") {
        Some(href) => {
            let relation = node.attribute("rel").unwrap_or("alternate");
            (relation == "alternate").then(|| href.to_owned())
        }
        None => node.words(),
    }
}

/// Returns a name: Atom writes it as an element, RSS as `mail@example.org (Name)`.
fn author(node: Node) -> Option<String> {
    let mut name = None;
    walk(&node.inner, &|_| false, &mut |child, _| {
        if child.name.trim_start_matches("atom:") == "name" {
            fill(&mut name, child.words());
        }
    });
    let words = name.or_else(|| node.words())?;
    match words.split_once('(') {
        Some((before, after)) if before.contains('@') => {
            Some(after.trim_end().trim_end_matches(')').trim().to_owned())
        }
        _ if words.contains('@') && !words.contains(' ') => None,
        _ => Some(words),
    }
    .filter(|name| !name.is_empty())
}

fn content(node: Node, summary: bool) -> Option<Content> {
    // Atom says that what has no type is plain text, RSS that it is HTML: what looks like HTML is taken for it.
    let markup = if node.text.contains(['<', '&']) { "html" } else { "text" };
    let kind = node.attribute("type").unwrap_or(markup).to_ascii_lowercase();
    let text = if kind.contains("xhtml") { node.inner.clone() } else { node.text };
    let html = !matches!(kind.as_str(), "text" | "text/plain");
    (!text.trim().is_empty()).then_some(Content { text, html, summary })
}

/// Walks through elements and hands on each that is none of the `frame`, with how deep it stands, from 1.
///
/// What is in an element that is handed on is in it, and not handed on itself. An element that does not end is not.
fn walk(text: &str, frame: &dyn Fn(&str) -> bool, take: &mut dyn FnMut(Node, usize)) {
    let mut reader = reader(text);
    let mut frames = 0_usize;
    // The element that is being read, where it opened, and how deep in it the reader is.
    let mut open: Option<(Node, usize, usize, usize)> = None;
    loop {
        let start = position(&reader);
        let event = match reader.read_event() {
            Ok(Event::Eof) | Err(_) => return,
            Ok(event) => event,
        };
        match (&mut open, event) {
            (Some((_, _, _, depth)), Event::Start(_)) if *depth < MAX_DEPTH => *depth += 1,
            (Some(_), Event::Start(_)) => return,
            (Some((_, _, _, depth)), Event::End(_)) if *depth > 0 => *depth -= 1,
            (Some(_), Event::End(_)) => {
                if let Some((mut node, opened, inner, _)) = open.take() {
                    node.inner = text.get(inner..start).unwrap_or_default().to_owned();
                    node.outer = text.get(opened..position(&reader)).unwrap_or_default().to_owned();
                    take(node, frames + 1);
                }
            }
            (Some((node, ..)), event) => push(&event, &mut node.text),
            (None, Event::Start(tag)) if frame(&name_of(&tag)) => {
                frames += 1;
                if let Some(lang) = attributes(&tag).into_iter().find(|(key, _)| key == "xml:lang") {
                    let name = "language".to_owned();
                    take(Node { name, text: lang.1, ..Node::default() }, frames);
                }
            }
            (None, Event::Start(tag)) => {
                let node = Node { name: name_of(&tag), attributes: attributes(&tag), ..Node::default() };
                open = Some((node, start, position(&reader), 0));
            }
            (None, Event::Empty(tag)) => {
                let outer = text.get(start..position(&reader)).unwrap_or_default().to_owned();
                let (name, attributes) = (name_of(&tag), attributes(&tag));
                take(Node { name, attributes, outer, ..Node::default() }, frames + 1);
            }
            (None, Event::End(_)) => frames = frames.saturating_sub(1),
            (None, _) => {}
        }
    }
}

fn push(event: &Event<'_>, text: &mut String) {
    if text.len() > MAX_TEXT {
        return;
    }
    match event {
        Event::Text(words) => text.push_str(words),
        Event::CData(words) => text.push_str(words),
        Event::GeneralRef(name) => match reference(name) {
            Some(c) => text.push(c),
            None => {
                let _ = write!(text, "&{};", &**name);
            }
        },
        _ => {}
    }
}

fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    reader
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn name_of(tag: &BytesStart<'_>) -> String {
    tag.name().as_ref().to_lowercase()
}

fn attributes(tag: &BytesStart<'_>) -> Vec<(String, String)> {
    let mut attributes = tag.html_attributes();
    let known = attributes.with_checks(false).flatten().take(64);
    known.map(|a| (a.key.as_ref().to_lowercase(), crate::html::decoded(&a.value))).collect()
}
