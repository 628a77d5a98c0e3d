//! Officials: who is named with which office from when to when, by the documents that do so, and which sessions of
//! commissions they led. A name is one name in every alphabet.

use crate::answers::List;
use crate::registry::{Registry, RegistryError};
use crate::sessions::{SessionItem, SourceItem, voices};
use crate::wire::WIRE;
use entente_model::{Country, Official};
use entente_store::{OfficialEntry, Teller};
use jiff::civil::Date;
use serde::Serialize;
use std::sync::LazyLock;

/// Stands for the country in the id of somebody of whom no document tells one.
const NO_COUNTRY: &str = "any";

/// What an office is called, and a part of its title.
static OFFICES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let lines = include_str!("../data/offices.csv").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(',')).collect()
});

/// A person who is named with an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfficialItem {
    /// The id: the country of the office, and the sounds of the name.
    pub id: String,
    /// The name, as most voices write it.
    pub name: String,
    /// The other ways in which it is written.
    pub spellings: Vec<String>,
    /// The country of the office; none where no document tells it.
    pub country: Option<Country>,
    /// The offices, the newest first.
    pub offices: Vec<OfficeItem>,
    /// The sessions of commissions that the person led, the newest first.
    pub led: Vec<LedItem>,
}

/// An office that a person is named with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfficeItem {
    /// What it is called: as it was written first, in the first language that tells it.
    pub office: String,
    /// The first day on which a document names the person with it.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub from: Date,
    /// The last.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub to: Date,
    /// How many voices say so.
    pub voices: u64,
    /// The documents, the first known first.
    pub sources: Vec<SourceItem>,
}

/// A session that somebody led.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LedItem {
    /// The session.
    pub session: String,
    /// Its day.
    #[cfg_attr(feature = "schema", schemars(with = "Option<entente_model::schema::Day>"))]
    pub date: Option<Date>,
}

impl Registry {
    /// Lists officials, as known on a day, by the sounds of their names; of a question, only those whose names have all its
    /// words, in whatever alphabet. `after` is the `next` of the part before; none where it is no id.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn officials(
        &self,
        question: &str,
        after: Option<&str>,
        as_of: Date,
        limit: u32,
    ) -> Result<Option<List<OfficialItem>>, RegistryError> {
        let after = match after.map(parts) {
            Some(None) => return Ok(None),
            after => after.flatten(),
        };
        let limit = limit.max(1);
        let (total, mut entries) =
            self.store().officials_like(question, after.as_ref(), as_of, limit.saturating_add(1)).await?;
        let goes_on = entries.len() > limit as usize;
        entries.truncate(limit as usize);
        let next = entries.last().filter(|_| goes_on).map(|entry| id(&entry.key, entry.country));
        let sessions = if entries.is_empty() { Vec::new() } else { self.sessions(None, as_of).await?.items };
        let mut items = Vec::new();
        for entry in &entries {
            items.extend(self.official_of(entry, &sessions, as_of).await?);
        }
        Ok(Some(List { wire: WIRE, as_of, total, items, next }))
    }

    /// Returns one official by the id, as known on a day; none where nobody of that id is named.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn official(&self, id: &str, as_of: Date) -> Result<Option<OfficialItem>, RegistryError> {
        let Some((key, country)) = parts(id) else { return Ok(None) };
        let sessions = self.sessions(None, as_of).await?.items;
        let entry = OfficialEntry { key, country, name: String::new(), known: as_of };
        self.official_of(&entry, &sessions, as_of).await
    }

    async fn official_of(
        &self,
        entry: &OfficialEntry,
        sessions: &[SessionItem],
        as_of: Date,
    ) -> Result<Option<OfficialItem>, RegistryError> {
        let mut told = self.store().officials_told(&entry.key, as_of).await?;
        // Who is named without a country is the one who is named with one, where there is one only.
        let is_other = |official: &Official| official.country.is_some() && official.country != entry.country;
        let is_alone = !told.iter().any(|(official, _)| is_other(official));
        told.retain(|(official, _)| {
            official.country == entry.country || (official.country.is_none() && is_alone)
        });
        let Some((name, spellings)) = names(&told) else { return Ok(None) };
        let led = sessions.iter().filter(|session| {
            session.co_chairs().any(|person| {
                person.key == entry.key
                    && (person.country == entry.country
                        || person.country.is_none()
                        || entry.country.is_none())
            })
        });
        let led = led.map(|session| LedItem { session: session.id.clone(), date: session.date }).collect();
        let id = id(&entry.key, entry.country);
        Ok(Some(OfficialItem { id, name, spellings, country: entry.country, offices: offices(&told), led }))
    }
}

fn id(key: &str, country: Option<Country>) -> String {
    let country = country.map_or_else(|| NO_COUNTRY.to_owned(), |country| country.to_string());
    format!("{country}-{}", key.replace(' ', "-"))
}

/// Returns the key and the country that an id is made of.
fn parts(id: &str) -> Option<(String, Option<Country>)> {
    let (country, key) = id.split_once('-')?;
    let country = if country == NO_COUNTRY { None } else { Some(country.parse().ok()?) };
    Some((key.replace('-', " "), country))
}

/// Returns the name that most documents write, and the others; none where there is none.
fn names(told: &[(Official, Teller)]) -> Option<(String, Vec<String>)> {
    let mut written: Vec<(&str, usize)> = Vec::new();
    for (official, _) in told {
        match written.iter_mut().find(|(name, _)| *name == official.name) {
            Some((_, times)) => *times += 1,
            None => written.push((&official.name, 1)),
        }
    }
    let most = written.iter().rev().max_by_key(|(_, times)| *times)?.0.to_owned();
    let others = written.iter().map(|(name, _)| (*name).to_owned()).filter(|name| *name != most);
    Some((most.clone(), others.collect()))
}

/// Returns what an office is known by: titles of one office in several languages have one.
fn office_key(title: &str) -> String {
    let title = title.to_lowercase();
    OFFICES
        .iter()
        .find(|(_, part)| title.contains(part))
        .map_or(title.clone(), |(office, _)| (*office).to_owned())
}

fn offices(told: &[(Official, Teller)]) -> Vec<OfficeItem> {
    let mut offices: Vec<(String, OfficeItem)> = Vec::new();
    for (official, teller) in told {
        let Some(title) = &official.office else { continue };
        let (key, source) = (office_key(title), SourceItem::new(teller, &official.quote));
        let Some((_, item)) = offices.iter_mut().find(|(known, _)| *known == key) else {
            let office = OfficeItem {
                office: title.clone(),
                from: teller.known,
                to: teller.known,
                voices: 1,
                sources: vec![source],
            };
            offices.push((key, office));
            continue;
        };
        (item.from, item.to) = (item.from.min(teller.known), item.to.max(teller.known));
        item.sources.push(source);
        item.voices = voices(&item.sources);
    }
    let mut offices: Vec<OfficeItem> = offices.into_iter().map(|(_, office)| office).collect();
    offices.sort_by(|a, b| (b.to, b.from, &a.office).cmp(&(a.to, a.from, &b.office)));
    offices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_goes_there_and_back() {
        for (key, country) in [("RMN SPNV", "KAZ".parse().ok()), ("SPNV", None)] {
            assert_eq!(parts(&id(key, country)), Some((key.to_owned(), country)));
        }
        assert_eq!(parts("nobody"), None);
        assert_eq!(parts("QQQ-SPNV"), None);
    }

    #[test]
    fn an_office_is_one_in_every_language() {
        assert_eq!(office_key("Prime Minister of Peru"), office_key("Премьер-министр Перу"));
        assert_ne!(office_key("Deputy Prime Minister"), office_key("Prime Minister"));
        assert_ne!(office_key("Minister of Trade"), office_key("Minister of Transport"));
    }
}
