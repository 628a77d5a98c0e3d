//! What documents tell beside their claims, over all documents: sessions and other events of a pair, and officials.

use crate::columns::plain;
use crate::database::{Store, Tx, ask, insert, read, row};
use crate::documents::known;
use crate::error::StoreError;
use crate::records::Filing;
use crate::sql;
use entente_model::{Country, DocumentId, Event, Lang, Official, Pair, SourceId, name_key};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Which document tells something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teller {
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
    pub known: Date,
}

/// Somebody who holds or held an office, as documents name them in one country or in none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialEntry {
    /// The sounds of the name, which are the same in every alphabet: see [`name_key`].
    pub key: String,
    /// The country of the office; none where no document tells it.
    pub country: Option<Country>,
    /// The name as it was written first.
    pub name: String,
    /// Since when somebody of that name is known.
    pub known: Date,
}

row!(
    struct TellerRow {
        document_id: String,
        voice: Option<String>,
        source_id: Option<String>,
        title: Option<String>,
        url: Option<String>,
        lang: String,
        known: String,
    }
);

row!(
    struct ToldRow with teller: TellerRow {
        body: String,
    }
);

row!(
    struct OfficialRow {
        key: String,
        country: String,
        name: String,
        known: String,
    }
);

impl Store {
    /// Returns the sessions of commissions of one pair, or of all, that documents known by a day tell of: each as every
    /// document tells it, the first known first.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn sessions_told(
        &self,
        pair: Option<Pair>,
        as_of: Date,
    ) -> Result<Vec<(Event, Teller)>, StoreError> {
        let (pair, as_of) = (pair.map(|pair| pair.to_string()), as_of.to_string());
        let rows: Vec<ToldRow> =
            read!(self, fetch_all, sqlx::query_as(sql::SESSIONS_TOLD).bind(&as_of).bind(&pair))?;
        self.told(rows, "event")
    }

    /// Returns every event between two countries on a day or later that documents known by a day tell of.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn events_told(
        &self,
        pair: Pair,
        since: Date,
        as_of: Date,
    ) -> Result<Vec<(Event, Teller)>, StoreError> {
        let (pair, since, as_of) = (pair.to_string(), since.to_string(), as_of.to_string());
        let rows: Vec<ToldRow> =
            read!(self, fetch_all, sqlx::query_as(sql::EVENTS_TOLD).bind(&as_of).bind(&pair).bind(&since))?;
        self.told(rows, "event")
    }

    /// Lists who is named with an office in documents known by a day, by the sounds of their names; of a question, only
    /// those whose names have all its words. Returns how many there are in all, and at most `limit` of those after one.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn officials_like(
        &self,
        question: &str,
        after: Option<&(String, Option<Country>)>,
        as_of: Date,
        limit: u32,
    ) -> Result<(u64, Vec<OfficialEntry>), StoreError> {
        let (words, as_of) = (name_key(question), as_of.to_string());
        /// Puts the words of the question behind the day.
        macro_rules! narrow {
            ($query:ident) => {
                $query.push_bind(as_of.as_str());
                for word in words.split_whitespace() {
                    $query.push(sql::OFFICIAL_HAS_PART).push_bind(format!("% {word} %"));
                }
            };
        }
        let total: i64 =
            ask!(self, fetch_one, build_query_scalar, sql::COUNT_OFFICIALS_HEAD_PART, |query| {
                narrow!(query);
            })?;
        let rows: Vec<OfficialRow> =
            ask!(self, fetch_all, build_query_as, sql::OFFICIALS_HEAD_PART, |query| {
                narrow!(query);
                if let Some((key, country)) = after {
                    query.push(sql::OFFICIALS_AFTER_PART).push_bind(key.as_str()).push(", ");
                    query.push_bind(country.map(|c| c.to_string()).unwrap_or_default()).push(")");
                }
                query.push(sql::OFFICIALS_ORDER_PART).push_bind(i64::from(limit));
            })?;
        let entry = |row: OfficialRow| {
            let country = Some(row.country.as_str()).filter(|country| !country.is_empty());
            Ok(OfficialEntry {
                country: self.parse_option("country", country)?,
                known: self.parse("day", &row.known)?,
                key: row.key,
                name: row.name,
            })
        };
        Ok((self.count(total)?, rows.into_iter().map(entry).collect::<Result<_, StoreError>>()?))
    }

    /// Returns who is named with an office under a key in documents known by a day, as each document names them.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn officials_told(
        &self,
        key: &str,
        as_of: Date,
    ) -> Result<Vec<(Official, Teller)>, StoreError> {
        let rows: Vec<ToldRow> =
            read!(self, fetch_all, sqlx::query_as(sql::OFFICIALS_TOLD).bind(as_of.to_string()).bind(key))?;
        self.told(rows, "official")
    }

    fn told<T: serde::de::DeserializeOwned>(
        &self,
        rows: Vec<ToldRow>,
        what: &'static str,
    ) -> Result<Vec<(T, Teller)>, StoreError> {
        let one = |row: ToldRow| {
            let ToldRow { teller, body } = row;
            let document: DocumentId = self.parse("document id", &teller.document_id)?;
            let voice = self.parse_option("document id", teller.voice.as_deref())?;
            let teller = Teller {
                voice: voice.unwrap_or_else(|| document.clone()),
                document,
                source: self.parse_option("source id", teller.source_id.as_deref())?,
                title: teller.title,
                url: teller.url,
                lang: self.parse("language", &teller.lang)?,
                known: self.parse("day", &teller.known)?,
            };
            Ok((self.body(what, body.as_bytes())?, teller))
        };
        rows.into_iter().map(one).collect()
    }
}

impl Tx {
    /// Files who is named with an office, once each.
    pub(crate) async fn put_officials(&mut self, filing: &Filing) -> Result<(), StoreError> {
        let mut named: BTreeMap<(String, String), &str> = BTreeMap::new();
        for official in &filing.officials {
            let country = official.country.map(|country| country.to_string()).unwrap_or_default();
            named.entry((name_key(&official.name), country)).or_insert(&official.name);
        }
        let known = known(filing).to_string();
        let rows: Vec<_> = named.into_iter().filter(|((key, _), _)| !key.is_empty()).collect();
        insert!(self, sql::PUT_OFFICIALS, rows, sql::PUT_OFFICIALS_TAIL, |row, ((key, country), name)| {
            row.push_bind(key.as_str())
                .push_bind(country.as_str())
                .push_bind(plain(name).into_owned())
                .push_bind(known.as_str())
        });
        Ok(())
    }
}
