//! Commissions and their sessions, as documents tell of them: one session told by five outlets is one session with five
//! sources. Nothing is entered: what is on file is put together when it is asked for, as it was known on the day.

mod merge;

pub use merge::sessions;

use crate::answers::List;
use crate::registry::{Registry, RegistryError};
use crate::wire::WIRE;
use entente_model::{Country, DocumentId, EventStatus, Lang, Pair, Quote, SourceId};
use entente_store::Teller;
use jiff::civil::Date;
use serde::Serialize;

/// A document that tells of something, with the place where it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceItem {
    /// The document.
    pub document: DocumentId,
    /// The first document of its near-copies; itself where it is none.
    pub voice: DocumentId,
    /// Its publisher.
    pub source: Option<SourceId>,
    /// Its title.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The language that it was read in.
    pub lang: Lang,
    /// The day from which it counts as known.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub known: Date,
    /// Where it tells of it.
    pub quote: Quote,
}

impl SourceItem {
    /// Puts a document and a place in it together.
    #[must_use]
    pub fn new(teller: &Teller, quote: &Quote) -> Self {
        Self {
            document: teller.document.clone(),
            voice: teller.voice.clone(),
            source: teller.source.clone(),
            title: teller.title.clone(),
            url: teller.url.clone(),
            lang: teller.lang,
            known: teller.known,
            quote: quote.clone(),
        }
    }

    /// Returns what a reader calls the document: its publisher, else its title, else the beginning of its id.
    #[must_use]
    pub fn called(&self) -> String {
        let source = self.source.as_ref().map(ToString::to_string);
        source.or_else(|| self.title.clone()).unwrap_or_else(|| self.document.as_str()[..12].to_owned())
    }
}

/// Counts the voices that tell of something: near-copies of one text are one.
#[must_use]
pub fn voices(sources: &[SourceItem]) -> u64 {
    let mut voices: Vec<&DocumentId> = sources.iter().map(|source| &source.voice).collect();
    voices.sort_unstable();
    voices.dedup();
    voices.len() as u64
}

/// A name in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NameItem {
    /// The language.
    pub lang: Lang,
    /// The name, as most texts in that language have it.
    pub name: String,
}

/// A person at a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersonItem {
    /// What the person is known by in every alphabet.
    pub key: String,
    /// The name, as it was written first.
    pub name: String,
    /// The other ways in which it is written.
    pub spellings: Vec<String>,
    /// The country of the office.
    pub country: Option<Country>,
    /// The office, as it was written first.
    pub office: Option<String>,
    /// Whether a text says that the person led the session.
    pub is_co_chair: bool,
}

/// One session of a commission, with every document that tells of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SessionItem {
    /// Its id: that of the commission with its number, else with its day.
    pub id: String,
    /// The commission.
    pub commission: String,
    /// The two countries.
    pub pair: Pair,
    /// Its number.
    pub ordinal: Option<u16>,
    /// Its (first) day, as most voices tell it.
    #[cfg_attr(feature = "schema", schemars(with = "Option<entente_model::schema::Day>"))]
    pub date: Option<Date>,
    /// Its last day, where it took several.
    #[cfg_attr(feature = "schema", schemars(with = "Option<entente_model::schema::Day>"))]
    pub until: Option<Date>,
    /// Other days that texts give.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<entente_model::schema::Day>"))]
    pub other_dates: Vec<Date>,
    /// Where, as most voices write it.
    pub place: Option<String>,
    /// Whether it has taken place, by what was known.
    pub status: EventStatus,
    /// Its names.
    pub names: Vec<NameItem>,
    /// Who was there: those who led it first.
    pub people: Vec<PersonItem>,
    /// What was spoken about, as written, each once.
    pub agenda: Vec<String>,
    /// The session after it, where one is on file.
    pub next: Option<String>,
    /// How many voices tell of it.
    pub voices: u64,
    /// The documents that tell of it, the first known first.
    pub sources: Vec<SourceItem>,
}

impl SessionItem {
    /// Returns its name for readers of a language: in that, else in English, else in the first that there is.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        let named = |lang: Lang| self.names.iter().find(|name| name.lang == lang);
        named(lang).or_else(|| named(Lang::En)).or(self.names.first()).map_or("", |name| name.name.as_str())
    }

    /// Returns who led it.
    pub fn co_chairs(&self) -> impl Iterator<Item = &PersonItem> {
        self.people.iter().filter(|person| person.is_co_chair)
    }
}

/// A commission of two countries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CommissionItem {
    /// Its id: the countries and the type.
    pub id: String,
    /// The two countries.
    pub pair: Pair,
    /// What kind of commission it is, such as `intergovernmental`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its names.
    pub names: Vec<NameItem>,
    /// Who led it for which country, over time: the newest first.
    pub co_chairs: Vec<ChairItem>,
    /// How many of its sessions are on file.
    pub sessions: u64,
    /// The last that was held.
    pub last: Option<String>,
    /// The day of that.
    #[cfg_attr(feature = "schema", schemars(with = "Option<entente_model::schema::Day>"))]
    pub last_date: Option<Date>,
    /// The next that is planned.
    pub next: Option<String>,
    /// The day of that.
    #[cfg_attr(feature = "schema", schemars(with = "Option<entente_model::schema::Day>"))]
    pub next_date: Option<Date>,
}

/// Who led a commission for a country, from one session to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChairItem {
    /// The person.
    #[serde(flatten)]
    pub person: PersonItem,
    /// The first session on file that they led.
    pub first: String,
    /// The last.
    pub last: String,
}

/// Puts the commissions together out of their sessions.
#[must_use]
pub fn commissions(sessions: &[SessionItem]) -> Vec<CommissionItem> {
    let mut found: Vec<CommissionItem> = Vec::new();
    // The newest session is the first.
    for session in sessions {
        let at = found.iter().position(|commission| commission.id == session.commission);
        let at = at.unwrap_or_else(|| {
            found.push(CommissionItem {
                id: session.commission.clone(),
                pair: session.pair,
                kind: session.commission.splitn(3, '-').nth(2).unwrap_or_default().to_owned(),
                names: Vec::new(),
                co_chairs: Vec::new(),
                sessions: 0,
                last: None,
                last_date: None,
                next: None,
                next_date: None,
            });
            found.len() - 1
        });
        add(&mut found[at], session);
    }
    found.sort_by(|a, b| (a.pair, &a.kind).cmp(&(b.pair, &b.kind)));
    found
}

fn add(commission: &mut CommissionItem, session: &SessionItem) {
    commission.sessions += 1;
    let new = |name: &&NameItem| commission.names.iter().all(|known| known.lang != name.lang);
    let names: Vec<NameItem> = session.names.iter().filter(new).cloned().collect();
    commission.names.extend(names);
    match session.status {
        EventStatus::Held if commission.last.is_none() => {
            commission.last = Some(session.id.clone());
            commission.last_date = session.date;
        }
        EventStatus::Planned if commission.last.is_none() => {
            commission.next = Some(session.id.clone());
            commission.next_date = session.date;
        }
        _ => {}
    }
    for person in session.co_chairs() {
        let known = commission
            .co_chairs
            .iter_mut()
            .find(|chair| chair.person.key == person.key && chair.person.country == person.country);
        match known {
            Some(chair) => chair.first.clone_from(&session.id),
            None => commission.co_chairs.push(ChairItem {
                person: person.clone(),
                first: session.id.clone(),
                last: session.id.clone(),
            }),
        }
    }
}

impl Registry {
    /// Lists the sessions of commissions of one pair, or of all, as known on a day: the newest first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn sessions(
        &self,
        pair: Option<Pair>,
        as_of: Date,
    ) -> Result<List<SessionItem>, RegistryError> {
        let items = sessions(&self.store().sessions_told(pair, as_of).await?);
        Ok(List { wire: WIRE, as_of, total: items.len() as u64, items, next: None })
    }

    /// Lists the commissions of one pair, or of all, as known on a day: by pair and type.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn commissions(
        &self,
        pair: Option<Pair>,
        as_of: Date,
    ) -> Result<List<CommissionItem>, RegistryError> {
        let items = commissions(&self.sessions(pair, as_of).await?.items);
        Ok(List { wire: WIRE, as_of, total: items.len() as u64, items, next: None })
    }

    /// Returns a session by its id, as known on a day; none where it is not on file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn session(&self, id: &str, as_of: Date) -> Result<Option<SessionItem>, RegistryError> {
        let Some(pair) = id.get(..7).and_then(|pair| pair.parse().ok()) else { return Ok(None) };
        let list = self.sessions(Some(pair), as_of).await?;
        Ok(list.items.into_iter().find(|session| session.id == id))
    }
}
