//! What else a text tells beside its claims: events, officials, projects, remarks, authors.

use crate::claim::{Attribution, Claim};
use crate::country::Country;
use crate::lang::Lang;
use crate::quote::Quote;
use crate::words::{EventKind, EventStatus, ProjectStage};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A session, meeting, visit, forum, signing or summit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// What kind of event.
    pub kind: EventKind,
    /// Its name, as written.
    pub name: String,
    /// Its number in a series.
    pub ordinal: Option<u16>,
    /// Its (first) day.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::Day>"))]
    pub date: Option<Date>,
    /// Its last day, where it took several.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::Day>"))]
    pub until: Option<Date>,
    /// Where it took place.
    pub place: Option<String>,
    /// Whether it has taken place.
    pub status: EventStatus,
    /// The countries.
    pub parties: Vec<Country>,
    /// Who took part in what role.
    pub people: Vec<Participant>,
    /// What was spoken about, by sector, as written.
    pub agenda: Vec<String>,
    /// Where it stands.
    pub quote: Quote,
}

/// A person in an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Participant {
    /// The name, as written.
    pub name: String,
    /// The office, as written.
    pub office: Option<String>,
    /// The country of the office.
    pub country: Option<Country>,
    /// The role in the event: `co-chair`, `participant`, `visitor`.
    pub role: Option<String>,
}

/// A person and the office that a text gives them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Official {
    /// The name, as written at its fullest.
    pub name: String,
    /// The office.
    pub office: Option<String>,
    /// The country of the office.
    pub country: Option<Country>,
    /// Where the name first stands with its office.
    pub quote: Quote,
}

/// A named joint project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Project {
    /// Its name.
    pub name: String,
    /// How far it is, where the text says.
    pub stage: Option<ProjectStage>,
    /// Where it is.
    pub place: Option<String>,
    /// Regions of countries that it touches, as written, with their country.
    pub regions: Vec<RegionOfCountry>,
    /// The countries.
    pub parties: Vec<Country>,
    /// Where it stands.
    pub quote: Quote,
}

/// A province or region within a country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RegionOfCountry {
    /// Its name, as written.
    pub name: String,
    /// The country, where the text gives it.
    pub country: Option<Country>,
}

/// A statement without a number, attributed to a speaker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Remark {
    /// Who said it.
    pub speaker: Option<String>,
    /// What it is about: `relations`, `trade`, `potential`, `partner_rank`.
    pub topic: String,
    /// The countries it is about; for `partner_rank` [of, partner].
    pub parties: Vec<Country>,
    /// Where it stands.
    pub quote: Quote,
}

/// Who signed a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Author {
    /// The name.
    pub name: String,
    /// The note on the person.
    pub note: Option<String>,
    /// Where the name stands.
    pub quote: Quote,
}

/// Everything that was read out of one text, in text order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extraction {
    /// The language that the text was read in.
    pub lang: Lang,
    /// Claims.
    pub claims: Vec<Claim>,
    /// Events.
    pub events: Vec<Event>,
    /// Officials.
    pub officials: Vec<Official>,
    /// Named projects.
    pub projects: Vec<Project>,
    /// Remarks.
    pub remarks: Vec<Remark>,
    /// Authors.
    pub authors: Vec<Author>,
    /// The press service or outlet that the text as a whole cites.
    pub attribution: Attribution,
}

impl Extraction {
    /// A text that nothing was read out of.
    #[must_use]
    pub fn empty(lang: Lang) -> Self {
        Self {
            lang,
            claims: Vec::new(),
            events: Vec::new(),
            officials: Vec::new(),
            projects: Vec::new(),
            remarks: Vec::new(),
            authors: Vec::new(),
            attribution: Attribution::default(),
        }
    }
}
