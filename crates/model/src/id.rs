//! Identifiers: newtypes that are made by parsing or by hashing what they stand for, never by hand.

use crate::country::Country;
use crate::document::Document;
use crate::key::{Digits, KeyHasher};
use jiff::civil::Date;
use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A text that is not an identifier of the kind asked for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{given}\" is not a {what}; expected {expected}")]
pub struct IdError {
    /// What was given.
    pub given: String,
    /// The kind of identifier that was asked for.
    pub what: &'static str,
    /// What would have been accepted.
    pub expected: &'static str,
}

macro_rules! string_id {
    ($(#[$doc:meta])* $name:ident($inner:ty), $what:literal, $check:path, $expected:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name($inner);

        impl $name {
            /// Returns the identifier as it is written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::id::IdError;

            fn from_str(s: &str) -> Result<Self, $crate::id::IdError> {
                match <$inner>::try_from(s) {
                    Ok(own) if $check(s) => Ok(Self(own)),
                    _ => {
                        let given = s.chars().take(80).collect();
                        Err($crate::id::IdError { given, what: $what, expected: $expected })
                    }
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::from_text::from_text(deserializer)
            }
        }
    };
}

pub(crate) use string_id;

fn is_hex(s: &str, length: usize) -> bool {
    s.len() == length && s.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

pub(crate) fn is_short_hash(s: &str) -> bool {
    is_hex(s, 32)
}

fn is_long_hash(s: &str) -> bool {
    is_hex(s, 64)
}

fn is_slug(s: &str) -> bool {
    !s.is_empty()
        && s.len() <= 80
        && !s.starts_with(['-', '.'])
        && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b))
}

/// publisher / dataset / date / hash prefix
fn is_release(s: &str) -> bool {
    let mut parts = s.split('/');
    let (Some(publisher), Some(dataset), Some(date), Some(hash), None) =
        (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    is_slug(publisher) && is_slug(dataset) && date.parse::<Date>().is_ok() && is_hex(hash, 12)
}

fn is_observation(s: &str) -> bool {
    s.split_once('#').is_some_and(|(release, key)| {
        is_release(release)
            && !key.is_empty()
            && key.len() <= 160
            && key.bytes().all(|b| b.is_ascii_graphic())
    })
}

string_id!(
    /// The BLAKE3 hash of a snapshot's bytes, as 64 hexadecimal digits.
    SnapshotHash(String), "snapshot hash", is_long_hash, "64 hexadecimal digits"
);
string_id!(
    /// A document: the hash of its canonical address, else of its source and the hash of its first bytes.
    DocumentId(Digits), "document id", is_short_hash, "32 hexadecimal digits"
);
string_id!(
    /// A claim's permanent identity: where in which document which words stand.
    MentionId(Digits), "claim id", is_short_hash, "32 hexadecimal digits"
);
string_id!(
    /// One reading of a mention by one version of the extractor.
    ClaimVersionId(Digits), "claim version id", is_short_hash, "32 hexadecimal digits"
);
string_id!(
    /// One checking of a claim version against a fixed set of releases at a fixed time.
    VerdictId(Digits), "verdict id", is_short_hash, "32 hexadecimal digits"
);
string_id!(
    /// One run of one version of the extractor over a snapshot, with what was known of the document then.
    ReadingId(Digits), "reading id", is_short_hash, "32 hexadecimal digits"
);
string_id!(
    /// Someone who signs documents.
    AuthorId(Digits), "author id", is_short_hash, "32 hexadecimal digits"
);
string_id!(
    /// A publisher that is read, such as `kazinform`.
    SourceId(String), "source id", is_slug, "lower-case letters, digits, - _ and ., at most 80"
);
string_id!(
    /// The office that publishes statistics, such as `stat.gov.kz`.
    PublisherId(String), "publisher id", is_slug, "lower-case letters, digits, - _ and ., at most 80"
);
string_id!(
    /// A statistics publication, such as `trade-by-country`.
    DatasetId(String), "dataset id", is_slug, "lower-case letters, digits, - _ and ., at most 80"
);
string_id!(
    /// A definition of the grid, such as `pair_over_first_trade_with_region`.
    DefinitionId(String), "definition id", is_slug, "lower-case letters, digits, - _ and ., at most 80"
);
string_id!(
    /// One vintage of a dataset: publisher / dataset / published or loaded date / hash prefix.
    ReleaseId(String), "release id", is_release, "publisher/dataset/YYYY-MM-DD/ and 12 hexadecimal digits"
);
string_id!(
    /// One official number in one release: the release's id, `#`, and the observation's key.
    ObservationId(String), "observation id", is_observation, "a release id, # and an observation key"
);

impl SnapshotHash {
    /// Hashes the bytes of a snapshot.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes).to_hex().to_string())
    }

    /// Returns the first twelve digits, as they stand in a release's id.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.0[..12]
    }
}

impl DocumentId {
    /// The id of a document that has a canonical address.
    #[must_use]
    pub fn of_address(canonical: &str) -> Self {
        Self(KeyHasher::new("document-address").part(canonical).digits())
    }

    /// The id of a document that has none: its source, if known, and the hash of the bytes it was first seen with.
    #[must_use]
    pub fn of_bytes(source: Option<&SourceId>, first: &SnapshotHash) -> Self {
        Self(
            KeyHasher::new("document-bytes")
                .maybe(source.map(SourceId::as_str))
                .part(first.as_str())
                .digits(),
        )
    }
}

impl MentionId {
    /// The id of the `ordinal`-th (from 0) occurrence of a quote in a document.
    ///
    /// The quote is folded (lower case, white space to one space), so that a re-flowed page keeps its links. The id
    /// begins with the first eight digits of the document's.
    #[must_use]
    pub fn new(document: &DocumentId, exact: &str, ordinal: usize) -> Self {
        let folded = fold_quote(exact);
        let key = KeyHasher::new("mention").part(document.as_str()).part(&folded).part(&ordinal.to_string());
        Self(under(document.0, key.digits()))
    }
}

/// Makes an id that begins as the id of what it belongs to does, so that what one document states stands together
/// wherever it is sorted: a registry then writes a document into few places and not into one a claim.
fn under(owner: Digits, hash: Digits) -> Digits {
    const SHARED: usize = 8;
    let mut own = Digits::new();
    own.push_str(&owner[..SHARED]);
    own.push_str(&hash[SHARED..]);
    own
}

/// Folds a quote for identity: lower case, runs of white space as one space, none at the ends.
#[must_use]
pub fn fold_quote(exact: &str) -> String {
    exact.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl ReadingId {
    /// The id of a reading: the snapshot, the normalised text that was read out of it, the extractor's version, and
    /// what was known beside them (language, day of publication, publisher), in this order.
    #[must_use]
    pub fn new(snapshot: &SnapshotHash, text: &SnapshotHash, extractor: &str, document: &Document) -> Self {
        let published = document.published.map(|date| date.to_string());
        let key = KeyHasher::new("reading").part(document.id.as_str()).part(snapshot.as_str());
        let key = key.part(text.as_str()).part(extractor).part(&document.lang.to_string());
        let key = key.maybe(published.as_deref()).part(document.published_basis.as_str());
        Self(
            key.maybe(document.source.as_ref().map(SourceId::as_str))
                .maybe(document.title.as_deref())
                .digits(),
        )
    }
}

impl AuthorId {
    /// The id of an author by name, folded: two of one name are one until somebody tells them apart.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        Self(KeyHasher::new("author").part(&fold_quote(name)).digits())
    }
}

impl ClaimVersionId {
    /// The id of a reading: mention, extractor version, snapshot and the typed fields in their wire form.
    #[must_use]
    pub fn new(mention: &MentionId, extractor: &str, snapshot: &SnapshotHash, fields: &str) -> Self {
        let key = KeyHasher::new("claim-version").part(mention.as_str()).part(extractor);
        Self(under(mention.0, key.part(snapshot.as_str()).part(fields).digits()))
    }
}

impl VerdictId {
    /// The id of a verdict: claim version, version of the grid, the releases (in any order) and `as_of`.
    #[must_use]
    pub fn new(claim: &ClaimVersionId, grid: &str, releases: &[ReleaseId], as_of: Date) -> Self {
        let mut releases: Vec<&str> = releases.iter().map(ReleaseId::as_str).collect();
        releases.sort_unstable();
        releases.dedup();
        let key = KeyHasher::new("verdict").part(claim.as_str()).part(grid).part(&as_of.to_string());
        Self(under(claim.0, releases.into_iter().fold(key, KeyHasher::part).digits()))
    }
}

impl ReleaseId {
    /// Makes the id of a vintage from what it is; `known` is its published, else its loaded date.
    #[must_use]
    pub fn new(publisher: &PublisherId, dataset: &DatasetId, known: Date, hash: &SnapshotHash) -> Self {
        Self(format!("{publisher}/{dataset}/{known}/{}", hash.prefix()))
    }
}

impl ObservationId {
    /// Makes the id of an observation from its release and its key in canonical form.
    #[must_use]
    pub fn new(release: &ReleaseId, key: &crate::observation::ObservationKey) -> Self {
        Self(format!("{release}#{key}"))
    }

    /// Returns the release that the observation stands in.
    ///
    /// # Errors
    /// Never for an id that was made by [`ObservationId::new`] or parsed.
    pub fn release(&self) -> Result<ReleaseId, IdError> {
        self.0.split('#').next().unwrap_or_default().parse()
    }
}

/// Two countries, in alphabetical order of their alpha-3 codes: `KAZ-UZB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pair(Country, Country);

impl Pair {
    /// Makes a pair of two different countries, in either order; none of a country with itself.
    #[must_use]
    pub fn new(a: Country, b: Country) -> Option<Self> {
        match a.cmp(&b) {
            std::cmp::Ordering::Less => Some(Self(a, b)),
            std::cmp::Ordering::Greater => Some(Self(b, a)),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// Returns the first country of the pair.
    #[must_use]
    pub const fn first(self) -> Country {
        self.0
    }

    /// Returns the second country of the pair.
    #[must_use]
    pub const fn second(self) -> Country {
        self.1
    }
}

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0, self.1)
    }
}

impl FromStr for Pair {
    type Err = IdError;

    fn from_str(s: &str) -> Result<Self, IdError> {
        let error = || IdError {
            given: s.chars().take(80).collect(),
            what: "pair",
            expected: "two different ISO 3166-1 alpha-3 codes in alphabetical order, such as KAZ-UZB",
        };
        let (a, b) = s.split_once('-').ok_or_else(error)?;
        let (a, b): (Country, Country) = (a.parse().map_err(|_| error())?, b.parse().map_err(|_| error())?);
        if a < b { Ok(Self(a, b)) } else { Err(error()) }
    }
}

impl Serialize for Pair {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
