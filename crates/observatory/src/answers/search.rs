//! Search: what a few words find. Pairs and names first, then documents with the claims that hold the words, the newest
//! first.

use super::{ClaimItem, DocumentWire, List, PairItem};
use crate::registry::{Registry, RegistryError};
use crate::wire::WIRE;
use entente_model::country::country_forms;
use entente_model::search::folded_words;
use entente_model::{AuthorId, Country, Lang};
use entente_store::{ClaimFilter, CursorError, DocumentCursor, DocumentFilter, NameKind};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

/// The most claims that are shown of a document.
const CLAIMS: u32 = 5;

/// What was found.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Hit {
    /// A pair whose countries are named.
    Pair(PairItem),
    /// Who signs documents.
    Author {
        /// Their id.
        id: AuthorId,
        /// Their name.
        name: String,
    },
    /// Who holds an office.
    Official {
        /// Their name.
        name: String,
    },
    /// A joint project.
    Project {
        /// Its name.
        name: String,
    },
    /// A document whose title, names or quotes hold the words.
    Document {
        /// The document.
        document: Box<DocumentWire>,
        /// The first of its claims that hold them, in text order.
        claims: Vec<ClaimItem>,
    },
}

/// Where a search goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchCursor {
    /// With this one of the pairs and names.
    Head(usize),
    /// With the documents after this place.
    Documents(DocumentCursor),
}

impl fmt::Display for SearchCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Head(at) => write!(f, "h{at}"),
            Self::Documents(cursor) => cursor.fmt(f),
        }
    }
}

impl FromStr for SearchCursor {
    type Err = CursorError;

    fn from_str(s: &str) -> Result<Self, CursorError> {
        match s.strip_prefix('h').and_then(|at| at.parse().ok()) {
            Some(at) => Ok(Self::Head(at)),
            None => s.parse().map(Self::Documents),
        }
    }
}

/// The words that stand for countries in every language, folded, with the number of words of the longest.
static COUNTRIES: LazyLock<(FxHashMap<String, Country>, usize)> = LazyLock::new(|| {
    let forms = Lang::ALL.into_iter().flat_map(country_forms);
    let forms = forms.map(|form| (folded_words(form.form), form.country));
    let forms: Vec<(Vec<String>, Country)> = forms.filter(|(words, _)| !words.is_empty()).collect();
    let longest = forms.iter().map(|(words, _)| words.len()).max().unwrap_or(1);
    let mut by_words = FxHashMap::default();
    for (words, country) in forms {
        by_words.entry(words.join(" ")).or_insert(country);
    }
    (by_words, longest)
});

/// Returns the countries that a question names; none where it has words that name no country.
fn countries_in(question: &str) -> Option<BTreeSet<Country>> {
    let (by_words, longest) = &*COUNTRIES;
    let words = folded_words(question);
    let (mut at, mut found) = (0, BTreeSet::new());
    while at < words.len() {
        let until = words.len().min(at + longest);
        let longest_here = (at + 1..=until).rev();
        let (end, country) =
            longest_here.filter_map(|end| Some((end, by_words.get(&words[at..end].join(" "))?))).next()?;
        found.insert(*country);
        at = end;
    }
    Some(found).filter(|found| !found.is_empty())
}

impl Registry {
    /// Searches: all words must be there, the last may be the beginning of one.
    ///
    /// The total is that of pairs, at most twenty names, and all documents.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn search(
        &self,
        question: &str,
        as_of: Date,
        after: Option<&SearchCursor>,
        limit: u32,
    ) -> Result<List<Hit>, RegistryError> {
        let heads = self.heads(question, as_of).await?;
        let total_heads = heads.len();
        let (skipped, after) = match after {
            None => (0, None),
            Some(SearchCursor::Head(at)) => (*at, None),
            Some(SearchCursor::Documents(cursor)) => (total_heads, Some(cursor.clone())),
        };
        let most = usize::try_from(limit).unwrap_or(usize::MAX);
        let mut items: Vec<Hit> = heads.into_iter().skip(skipped).take(most).collect();
        let left = limit.saturating_sub(u32::try_from(items.len()).unwrap_or(u32::MAX));
        let filter = DocumentFilter {
            q: Some(question.to_owned()),
            as_of,
            after,
            limit: left,
            ..DocumentFilter::default()
        };
        let found = self.store().documents(&filter).await?;
        let shown = skipped + items.len();
        let next = if left == 0 && (shown < total_heads || found.total > 0) {
            Some(SearchCursor::Head(shown))
        } else {
            found.next.map(SearchCursor::Documents)
        };
        for entry in found.items {
            let filter = ClaimFilter {
                document: Some(entry.document.id.clone()),
                q: Some(question.to_owned()),
                as_of,
                limit: CLAIMS,
                ..ClaimFilter::default()
            };
            let claims = self.store().claims(&filter).await?.items.into_iter().map(ClaimItem::from).collect();
            items.push(Hit::Document { document: Box::new(entry.into()), claims });
        }
        let (total, next) = (total_heads as u64 + found.total, next.map(|next| next.to_string()));
        Ok(List { wire: WIRE, as_of, total, items, next })
    }

    /// Returns the pairs and names that a question finds: pairs in alphabetical order, then authors, officials, projects.
    async fn heads(&self, question: &str, as_of: Date) -> Result<Vec<Hit>, RegistryError> {
        let mut heads = Vec::new();
        if let Some(named) = countries_in(question) {
            for entry in self.store().pairs(as_of).await? {
                let sides = [entry.pair.first(), entry.pair.second()];
                let of_pair = sides.into_iter().filter(|side| named.contains(side)).count();
                if of_pair == named.len().min(2) {
                    heads.push(Hit::Pair(entry.into()));
                }
            }
        }
        for hit in self.store().names_like(question).await? {
            let name = hit.name;
            match hit.kind {
                NameKind::Author => {
                    let id = AuthorId::of_name(&name);
                    // Known by the day that is asked for, and still an author of something.
                    if self.store().author(&id, as_of).await?.is_some() {
                        heads.push(Hit::Author { id, name });
                    }
                }
                NameKind::Official => heads.push(Hit::Official { name }),
                NameKind::Project => heads.push(Hit::Project { name }),
            }
        }
        Ok(heads)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(question: &str, codes: &str) {
        let found = countries_in(question).unwrap_or_default();
        let found: Vec<&str> = found.iter().map(|country| country.alpha3()).collect();
        assert_eq!(found.join(" "), codes, "{question}");
    }

    #[test]
    fn countries_are_named_in_four_languages() {
        check("Kazakhstan Uzbekistan", "KAZ UZB");
        check("Казахстан, Узбекистан", "KAZ UZB");
        check("Қазақстан Өзбекстан", "KAZ UZB");
        check("Qozogʻiston O‘zbekiston", "KAZ UZB");
        check("kazakhstan south korea", "KAZ KOR");
        check("Uzbekistan", "UZB");
        check("Uzbekistan trade", "");
        check("", "");
    }

    #[test]
    fn a_cursor_is_read_as_it_was_written() {
        let of_document = format!("-85000000000000.{}", "0a".repeat(16));
        for text in ["h3", &of_document] {
            assert_eq!(text.parse::<SearchCursor>().unwrap().to_string(), text);
        }
        assert!("hx".parse::<SearchCursor>().is_err());
    }
}
