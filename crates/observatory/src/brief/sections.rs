//! The sections of the brief: each reads what the registry answers and makes sentences of it, with a note for each thing
//! that a sentence rests on. Two pages hold so much, so that each section has a bound.

mod said;
mod trade;

pub(super) use said::{CONFLICTS, FIRST, TARGETS};

use super::wording::{day, say};
use super::{Evidence, Line, Note, Section};
use crate::conflicts::StatementItem;
use crate::normal_form;
use crate::register::EntryWire;
use crate::registry::{Registry, RegistryError};
use crate::sessions::SourceItem;
use entente_analysis::mirror::Side;
use entente_ingest::Sources;
use entente_model::{ClaimKind, DocumentId, Lang, MentionId, Pair, Quote, SourceId};
use entente_store::DocumentEntry;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A quote is not longer in a note or a sentence, in characters.
const LONGEST_QUOTE: usize = 140;

/// Writes sections and keeps what their sentences rest on.
pub(super) struct Writer<'a> {
    registry: &'a Registry,
    pair: Pair,
    as_of: Date,
    lang: Lang,
    notes: Vec<Note>,
    documents: BTreeMap<DocumentId, Option<DocumentEntry>>,
}

impl<'a> Writer<'a> {
    pub(super) const fn new(registry: &'a Registry, pair: Pair, as_of: Date, lang: Lang) -> Self {
        Self { registry, pair, as_of, lang, notes: Vec::new(), documents: BTreeMap::new() }
    }

    pub(super) fn into_notes(self) -> Vec<Note> {
        self.notes
    }

    pub(super) fn title(&self) -> String {
        let (first, second) = (self.pair.first().name(self.lang), self.pair.second().name(self.lang));
        self.say("brief-title", &[("first", first), ("second", second)])
    }

    fn say(&self, key: &'static str, args: &[(&'static str, &str)]) -> String {
        say(key, args, self.lang)
    }

    fn day(&self, date: Date) -> String {
        day(date, self.lang)
    }

    /// Makes a section of sentences; none without any.
    fn section(&self, title: &'static str, lines: Vec<Line>) -> Option<Section> {
        (!lines.is_empty()).then(|| Section { title: self.say(title, &[]), chart: None, lines })
    }

    /// Adds a note, or finds the one that points at the same thing.
    fn note(&mut self, evidence: Evidence, text: String) -> usize {
        if let Some(known) = self.notes.iter().find(|note| note.evidence == evidence) {
            return known.number;
        }
        let number = self.notes.len() + 1;
        self.notes.push(Note { number, evidence, text });
        number
    }

    fn note_of_side(&mut self, side: &Side) -> usize {
        let text = format!("{} ({})", side.observation, decimal_text(side));
        let evidence = Evidence::Observation {
            observation: side.observation.clone(),
            release: side.release.clone(),
            value: side.value,
        };
        self.note(evidence, text)
    }

    fn note_of_source(&mut self, source: &SourceItem) -> usize {
        let text = self.quoted(
            source.source.as_ref(),
            source.title.as_deref(),
            source.known,
            &source.quote,
            source.url.as_deref(),
        );
        let evidence = Evidence::Quote {
            claim: None,
            document: source.document.clone(),
            source: source.source.clone(),
            url: source.url.clone(),
            quote: source.quote.clone(),
        };
        self.note(evidence, text)
    }

    fn note_of_entry(&mut self, entry: &EntryWire) -> usize {
        let evidence = Evidence::Entry { entry: entry.id.clone() };
        let text = match entry.states.last() {
            Some(state) if !state.evidence.is_empty() => state.evidence.clone(),
            Some(state) => self.say("brief-entered", &[("who", &state.who), ("day", &self.day(state.day))]),
            None => entry.id.to_string(),
        };
        self.note(evidence, text)
    }

    async fn note_of_statement(&mut self, statement: &StatementItem) -> Result<usize, RegistryError> {
        let claim = &statement.claim;
        self.note_of_claim(&claim.id, &claim.claim.quote, &statement.document, statement.known).await
    }

    async fn note_of_claim(
        &mut self,
        claim: &MentionId,
        quote: &Quote,
        document: &DocumentId,
        known: Date,
    ) -> Result<usize, RegistryError> {
        let entry = self.document(document).await?;
        let source = entry.as_ref().and_then(|entry| entry.document.source.clone());
        let url = entry.as_ref().and_then(|entry| entry.document.url.clone());
        let title = entry.and_then(|entry| entry.document.title);
        let text = self.quoted(source.as_ref(), title.as_deref(), known, quote, url.as_deref());
        let evidence = Evidence::Quote {
            claim: Some(claim.clone()),
            document: document.clone(),
            source,
            url,
            quote: quote.clone(),
        };
        Ok(self.note(evidence, text))
    }

    /// Reads documents that are about to be named, all at once.
    async fn read(&mut self, ids: impl IntoIterator<Item = &DocumentId>) -> Result<(), RegistryError> {
        let new: BTreeSet<_> = ids.into_iter().filter(|id| !self.documents.contains_key(*id)).collect();
        let mut found = self.registry.store().documents_by_id(&new).await?;
        self.documents.extend(new.into_iter().map(|id| (id.clone(), found.remove(id))));
        Ok(())
    }

    async fn document(&mut self, id: &DocumentId) -> Result<Option<DocumentEntry>, RegistryError> {
        if let Some(known) = self.documents.get(id) {
            return Ok(known.clone());
        }
        let entry = self.registry.store().document(id).await?;
        self.documents.insert(id.clone(), entry.clone());
        Ok(entry)
    }

    /// Returns what a reader calls a document.
    async fn called(&mut self, id: &DocumentId) -> Result<String, RegistryError> {
        let entry = self.document(id).await?;
        let source = entry.as_ref().and_then(|entry| entry.document.source.as_ref());
        let title = entry.as_ref().and_then(|entry| entry.document.title.clone());
        Ok(source.map(publisher).or(title).unwrap_or_else(|| id.as_str()[..12].to_owned()))
    }

    fn quoted(
        &self,
        source: Option<&SourceId>,
        title: Option<&str>,
        known: Date,
        quote: &Quote,
        url: Option<&str>,
    ) -> String {
        let who = source.map(publisher).or(title.map(str::to_owned)).unwrap_or_else(|| "-".to_owned());
        let said = self.say(
            "brief-said",
            &[("quote", &shortened(&quote.exact)), ("who", &who), ("day", &self.day(known))],
        );
        // An address stands where a document is named first.
        let is_known = |url: &str| {
            self.notes.iter().any(
                |note| matches!(&note.evidence, Evidence::Quote { url: Some(known), .. } if known == url),
            )
        };
        match url.filter(|url| !is_known(url)) {
            Some(url) => format!("{said} {url}"),
            None => said,
        }
    }

    fn kind(&self, kind: ClaimKind) -> String {
        super::wording::word("kind", kind.as_str(), self.lang)
    }
}

fn decimal_text(side: &Side) -> String {
    format!("{} {}", entente_model::decimal::plain(side.value), side.unit)
}

fn publisher(id: &SourceId) -> String {
    Sources::bundled().by_id(id.as_str()).map_or_else(|| id.to_string(), |source| source.name.clone())
}

/// Returns the words of a quote in one line, cut where they are many.
fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= LONGEST_QUOTE {
        return words;
    }
    let cut: String = words.chars().take(LONGEST_QUOTE).collect();
    format!("{} …", cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head))
}

/// Returns what a claim says, in words of the language where its unit needs none.
fn stated(claim: &entente_model::Claim, lang: Lang) -> String {
    match lang {
        Lang::En => normal_form::stated(claim),
        _ => super::wording::quantity(claim.value, claim.unit, lang),
    }
}
