//! The brief: two pages on a pair before a visit, put together by rules alone. Every sentence rests on notes, and each note
//! is a quote in a document, an official observation or an entry of the register.

mod docx;
mod html;
mod markdown;
mod sections;
mod wording;

pub use docx::docx;
pub use html::html;
pub use markdown::markdown;
pub use wording::spoken as language_of;

use crate::conflicts::unfitting;
use crate::registry::{Registry, RegistryError};
use crate::wire::WIRE;
use entente_model::{
    Decimal, DocumentId, EntryId, Lang, MentionId, ObservationId, Pair, Quote, ReleaseId, SourceId, Unit,
    decimal,
};
use jiff::civil::Date;
use sections::Writer;
use serde::Serialize;
use std::panic::resume_unwind;

/// Two pages on a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Brief {
    /// The version of the wire.
    pub wire: u8,
    /// What was known when.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub as_of: Date,
    /// The pair.
    pub pair: Pair,
    /// The language that it is written in.
    pub lang: Lang,
    /// What it is called.
    pub title: String,
    /// Its sections; what nothing is on file of has none.
    pub sections: Vec<Section>,
    /// What its sentences rest on, by their numbers from 1.
    pub notes: Vec<Note>,
}

/// A part of the brief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section {
    /// What it is about.
    pub title: String,
    /// A chart above its sentences.
    pub chart: Option<Chart>,
    /// Its sentences.
    pub lines: Vec<Line>,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Line {
    /// The words.
    pub text: String,
    /// The numbers of the notes that it rests on; none rests on none.
    pub notes: Vec<usize>,
}

/// Series of yearly values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Chart {
    /// What it shows.
    pub caption: Line,
    /// The years.
    pub years: Vec<i16>,
    /// The unit of the values.
    pub unit: Unit,
    /// Its series, each with a value or none for each year.
    pub series: Vec<Series>,
}

/// One series of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Series {
    /// Whose it is.
    pub name: String,
    /// Its values, one a year.
    pub values: Vec<Option<String>>,
}

/// What a sentence rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// Its number.
    pub number: usize,
    /// The evidence.
    #[serde(flatten)]
    pub evidence: Evidence,
    /// The evidence in words.
    pub text: String,
}

/// Evidence that a note points at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Evidence {
    /// A quote in a document.
    Quote {
        /// The claim that the quote makes; none where it tells of something else, such as a session.
        claim: Option<MentionId>,
        /// The document.
        document: DocumentId,
        /// Its publisher.
        source: Option<SourceId>,
        /// Its address.
        url: Option<String>,
        /// The words.
        quote: Quote,
    },
    /// An official number.
    Observation {
        /// Which.
        observation: ObservationId,
        /// Its vintage.
        release: ReleaseId,
        /// The number.
        #[serde(with = "decimal::wire")]
        #[cfg_attr(feature = "schema", schemars(with = "String"))]
        value: Decimal,
    },
    /// An entry of the register.
    Entry {
        /// Which.
        entry: EntryId,
    },
}

impl Registry {
    /// Writes the brief on a pair, as known on a day.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn brief(&self, pair: Pair, as_of: Date, lang: Lang) -> Result<Brief, RegistryError> {
        let lang = wording::spoken(lang);
        let mut writer = Writer::new(self, pair, as_of, lang);
        // What takes the database longest is asked for at once. Three sections rest on what all claims say; comparing them
        // takes longer than any section, and is done beside these.
        let compared = async {
            let in_short = self.in_short(pair, &[], as_of).await?;
            let comparing = tokio::task::spawn_blocking({
                let in_short = in_short.clone();
                move || unfitting(&in_short.told(), pair).collect::<Vec<_>>()
            });
            Ok((in_short, comparing))
        };
        let ((in_short, comparing), claims, sums, figures) = tokio::try_join!(
            compared,
            writer.newest_claims(sections::FIRST),
            self.sums(Some(pair), as_of),
            self.sides(pair),
        )?;
        let mut sections = Vec::new();
        sections.extend(writer.trade(figures));
        sections.extend(writer.session().await?);
        sections.extend(writer.items().await?);
        sections.extend(writer.portfolio(&in_short, &sums).await?);
        let targets = self.newest_targets(&in_short, as_of, sections::TARGETS).await?;
        sections.extend(writer.targets(&targets).await?);
        sections.extend(writer.claims(claims).await?);
        let found = comparing.await.unwrap_or_else(|error| resume_unwind(error.into_panic()));
        let mut found = self.that_stand(found, as_of).await?;
        found.truncate(sections::CONFLICTS);
        sections.extend(writer.conflicts(found).await?);
        sections.extend(writer.coming().await?);
        let title = writer.title();
        Ok(Brief { wire: WIRE, as_of, pair, lang, title, sections, notes: writer.into_notes() })
    }
}
