//! Reading a text: from a page to everything that it states, with the identities that this will have on file.

use crate::mention::mentions;
use crate::wire::{DocumentLine, WIRE};
use entente_extract::Context;
use entente_ingest::Sources;
use entente_ingest::page::Page;
use entente_model::{DateBasis, DocumentId, Extraction, Lang, MentionId, Source};
use jiff::civil::Date;
use std::sync::OnceLock;

/// What a caller knows of a text beside its bytes.
#[derive(Debug, Clone, Default)]
pub struct Hints {
    /// When it was published; wins over what the page says.
    pub published: Option<Date>,
    /// The language; none finds it out.
    pub lang: Option<Lang>,
    /// Its address, where that is not in the page.
    pub url: Option<String>,
    /// Its outlet: a source's id or name, where the address does not tell.
    pub source: Option<String>,
}

/// A text and everything that was read out of it.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The name of the input: a path, an address, `-`.
    pub name: String,
    /// The bytes that were read.
    pub bytes: Vec<u8>,
    /// The content type that a server gave with them.
    pub content_type: Option<String>,
    /// The page.
    pub page: Page,
    /// Its identity.
    pub document: DocumentId,
    /// Its canonical address, where it has one.
    pub url: Option<String>,
    /// Its publisher, where it is known.
    pub source: Option<&'static Source>,
    /// What it states.
    pub extraction: Extraction,
    /// The identity of each claim, once it was asked for.
    mentions: OnceLock<Vec<MentionId>>,
}

impl Reading {
    /// Gives the document the id that it has on file, and its claims theirs.
    pub(crate) fn set_document(&mut self, document: DocumentId) {
        self.document = document;
        self.mentions = OnceLock::new();
    }

    /// Returns the identity of each claim, in the order of the claims. They are reckoned when they are first asked for:
    /// who only wants to see what a text states needs none.
    #[must_use]
    pub fn mentions(&self) -> &[MentionId] {
        self.mentions.get_or_init(|| mentions(&self.document, &self.page.text, &self.extraction.claims))
    }

    /// Returns the document line of the wire; `with_text` adds the normalised text.
    #[must_use]
    pub fn line(&self, with_text: bool) -> DocumentLine {
        DocumentLine {
            wire: WIRE,
            file: self.name.clone(),
            title: self.page.title.clone(),
            lang: self.extraction.lang,
            published: self.page.published,
            published_basis: self.page.published_basis,
            sha: self.page.hash.clone(),
            text_sha: self.page.text_hash(),
            chars: self.page.text.chars().count(),
            text: with_text.then(|| self.page.text.clone()),
        }
    }
}

/// Reads a page: claims, events, people, projects, remarks and authors, each with its quote.
#[must_use]
pub fn read(name: &str, bytes: Vec<u8>, mut page: Page, hints: &Hints) -> Reading {
    if let Some(published) = hints.published {
        (page.published, page.published_basis) = (Some(published), DateBasis::Given);
    }
    let url = hints.url.clone().or_else(|| page.canonical.clone());
    let source = find_source(hints, &page, url.as_deref());
    let document = match &url {
        Some(url) => DocumentId::of_address(url),
        None => DocumentId::of_bytes(source.map(|s| &s.id), &page.hash),
    };
    let context = Context {
        published: page.published,
        lang: hints.lang,
        country: source.and_then(|source| source.country),
    };
    let extraction = entente_extract::extract(&page.text, &context);
    Reading {
        name: name.to_owned(),
        bytes,
        content_type: None,
        page,
        document,
        url,
        source,
        extraction,
        mentions: OnceLock::new(),
    }
}

fn find_source(hints: &Hints, page: &Page, url: Option<&str>) -> Option<&'static Source> {
    let sources = Sources::bundled();
    let named = hints.source.as_deref();
    let named = named.and_then(|name| sources.by_id(name).or_else(|| sources.by_name(name)));
    named.or_else(|| {
        sources.find(url.and_then(|url| url::Url::parse(url).ok()).as_ref(), page.outlet.as_deref())
    })
}
