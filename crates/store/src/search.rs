//! What documents, claims and names are found by: the folded words of titles, names and quotes.
//!
//! Whole texts are not searched: titles, quotes and names hold what people look for, in a fifth of the space. A claim is
//! found by the words of its quote and of its document's title and names together. All words must be there; the last may
//! be the beginning of one.

use crate::columns::plain;
use crate::database::{Store, Tx, ask, insert, read, row, write};
use crate::documents::known;
use crate::error::StoreError;
use crate::place::place;
use crate::records::Filing;
use crate::sql;
use entente_model::search::folded_words;
use std::collections::BTreeSet;

/// The most words of a question that are looked at.
const WORDS: usize = 8;
/// The most words that a beginning may stand for; what more words begin with is taken for a whole word.
const BEGINNINGS: usize = 256;
/// A word that stands in fewer places is rare.
const RARE: i64 = 20_000;
/// The most names that are found.
const NAMES: u32 = 20;

/// What has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameKind {
    /// Who signs documents.
    Author,
    /// Who holds an office.
    Official,
    /// A joint project.
    Project,
}

impl NameKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Official => "official",
            Self::Project => "project",
        }
    }
}

/// A name that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameHit {
    /// What has it.
    pub kind: NameKind,
    /// The name, as it was written first.
    pub name: String,
}

row!(
    struct NameRow {
        kind: String,
        name: String,
    }
);

/// A question as statements have it.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    /// For each word, the words on file that answer it.
    pub(crate) words: Vec<Vec<String>>,
    /// Which of them stands in the fewest places.
    pub(crate) rarest: usize,
    /// Whether that one is rare.
    pub(crate) is_rare: bool,
}

/// Pushes a list of words, and closes its bracket.
macro_rules! push_words {
    ($query:ident, $words:expr) => {{
        let mut list = $query.separated(", ");
        for word in $words {
            list.push_bind(word.as_str());
        }
        $query.push(")");
    }};
}
pub(crate) use push_words;

impl Store {
    /// Reads a question; none where there is no word in it, which finds nothing.
    pub(crate) async fn asked(&self, question: &str) -> Result<Option<Asked>, StoreError> {
        let mut words = folded_words(question);
        words.truncate(WORDS);
        let Some(last) = words.pop() else { return Ok(None) };
        let whole: BTreeSet<String> = words.into_iter().filter(|word| *word != last).collect();
        let mut asked = Asked::default();
        asked.words.extend(whole.into_iter().map(|word| vec![word]));
        asked.words.push(self.beginning_with(last).await?);
        let mut fewest = i64::MAX;
        for (at, words) in asked.words.iter().enumerate() {
            let places: i64 = ask!(self, fetch_one, build_query_scalar, sql::SEARCH_PLACES_PART, |query| {
                push_words!(query, words);
                query.push(" LIMIT ").push_bind(RARE).push(") x");
            })?;
            if places < fewest {
                (fewest, asked.rarest) = (places, at);
            }
        }
        asked.is_rare = fewest < RARE;
        Ok(Some(asked))
    }

    /// Returns the words on file that begin so; the beginning itself where there are none or too many.
    async fn beginning_with(&self, beginning: String) -> Result<Vec<String>, StoreError> {
        let end = format!("{beginning}{}", char::MAX);
        let most = i64::try_from(BEGINNINGS).unwrap_or(i64::MAX) + 1;
        let words: Vec<String> = read!(
            self,
            fetch_all,
            sqlx::query_scalar(sql::SEARCH_BEGINNINGS).bind(&beginning).bind(&end).bind(most)
        )?;
        Ok(if words.is_empty() || words.len() > BEGINNINGS { vec![beginning] } else { words })
    }

    /// Finds the authors, officials and projects whose names hold all words of a question, by kind and name; at most
    /// twenty.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn names_like(&self, question: &str) -> Result<Vec<NameHit>, StoreError> {
        let Some(asked) = self.asked(question).await? else { return Ok(Vec::new()) };
        let Some(first) = asked.words.get(asked.rarest) else { return Ok(Vec::new()) };
        let rows: Vec<NameRow> = ask!(self, fetch_all, build_query_as, sql::NAMES_HEAD_PART, |query| {
            push_words!(query, first);
            for (at, words) in asked.words.iter().enumerate() {
                if at != asked.rarest {
                    query.push(sql::NAME_HAS_WORD_PART);
                    push_words!(query, words);
                    query.push(")");
                }
            }
            query.push(sql::NAMES_ORDER_PART).push_bind(i64::from(NAMES));
        })?;
        let kinds = [NameKind::Author, NameKind::Official, NameKind::Project];
        let hit = |row: NameRow| {
            let kind = kinds.into_iter().find(|kind| kind.as_str() == row.kind);
            let kind = kind.ok_or_else(|| self.unreadable("kind of name", &row.kind))?;
            Ok(NameHit { kind, name: row.name })
        };
        rows.into_iter().map(hit).collect()
    }
}

impl Tx {
    /// Files what a document, its claims and the names in it are found by.
    pub(crate) async fn put_search(&mut self, filing: &Filing, is_new: bool) -> Result<(), StoreError> {
        let document = filing.document.id.as_str();
        if !is_new {
            write!(self, sqlx::query(sql::DROP_SEARCH_WORDS).bind(document))?;
        }
        let names = names(filing);
        let mut of_document: BTreeSet<String> = BTreeSet::new();
        let title = filing.document.title.as_deref();
        let source = filing.source.as_ref().map(|source| source.name.as_str());
        for text in title.into_iter().chain(source).chain(names.iter().map(|(_, name)| *name)) {
            of_document.extend(folded_words(text));
        }
        let mut rows: BTreeSet<(String, &str)> = BTreeSet::new();
        for filed in &filing.claims {
            let words = folded_words(&filed.claim.quote.exact).into_iter();
            rows.extend(
                words.filter(|word| !of_document.contains(word)).map(|word| (word, filed.id.as_str())),
            );
        }
        rows.extend(of_document.into_iter().map(|word| (word, "")));
        let place = place(known(filing), &filing.document.id);
        let rows: Vec<(String, &str)> = rows.into_iter().collect();
        insert!(self, sql::PUT_SEARCH_WORDS, rows, "", |row, (word, claim)| {
            row.push_bind(word.as_str()).push_bind(place).push_bind(document).push_bind(*claim)
        });
        let mut rows: BTreeSet<(String, &str, String)> = BTreeSet::new();
        for (kind, name) in &names {
            let words = folded_words(name).into_iter();
            rows.extend(words.map(|word| (word, kind.as_str(), plain(name).into_owned())));
        }
        let rows: Vec<_> = rows.into_iter().collect();
        insert!(self, sql::PUT_SEARCH_NAMES, rows, sql::PUT_SEARCH_NAMES_TAIL, |row, (word, kind, name)| {
            row.push_bind(word.as_str()).push_bind(*kind).push_bind(name.as_str())
        });
        Ok(())
    }
}

/// Returns the names in a document.
fn names(filing: &Filing) -> BTreeSet<(NameKind, &str)> {
    let authors = filing.authors.iter().map(|author| (NameKind::Author, author.name.as_str()));
    let officials = filing.officials.iter().map(|official| (NameKind::Official, official.name.as_str()));
    let projects = filing.projects.iter().map(|project| (NameKind::Project, project.name.as_str()));
    authors.chain(officials).chain(projects).collect()
}
