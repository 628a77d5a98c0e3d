//! What is read of everything at once: of each claim of a pair, and of each project, no more than what is compared and added
//! up, a line each in one text. A row for each, with its body, would cost ten times as much.

use crate::claims::ClaimRow;
use crate::database::{Store, ask, ask_by_id, read};
use crate::entries::Entry;
use crate::error::StoreError;
use crate::place::day_of;
use crate::records::{ClaimEntry, FiledClaim, Filing};
use crate::sql;
use entente_model::{DocumentId, EntryId, EntryKind, MentionId, Pair};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use serde::de::DeserializeOwned;

/// What is compared of the claims of a pair.
#[derive(Debug, Clone)]
pub struct Gists<T> {
    /// The claims, in no order.
    pub items: Vec<GistEntry>,
    /// What they say, each once.
    pub said: Vec<T>,
    /// The documents that make them and those whose voices they are, each once.
    pub documents: Vec<DocumentId>,
}

/// What is compared of one claim.
#[derive(Debug, Clone)]
pub struct GistEntry {
    /// The claim.
    pub id: MentionId,
    /// The document that makes it, by its place among the documents.
    pub document: usize,
    /// The first document of its near-copies, by its place too; itself where it is none.
    pub voice: usize,
    /// The day from which the document counts as known.
    pub known: Date,
    /// Whether that is the day of its publication; else it is the day on which it was first seen.
    pub is_dated: bool,
    /// Where the number stands in the text.
    pub position: usize,
    /// What it says, by its place in what is said.
    pub said: usize,
}

/// Stands behind the place of a claim whose document tells no day of publication.
const UNDATED: char = '?';
/// Stands where the voice is the document itself, as it mostly is.
const OWN: &str = "=";

/// Writes the line of a claim: the id, the document, whose voice that is, the place, the position, and what it says. Where a
/// person corrects a claim, the statement that lays that over it writes the same.
pub(crate) fn gist_line(filed: &FiledClaim, filing: &Filing, voice: &str, place: i64) -> Option<String> {
    let said = filed.keys.gist.as_deref()?;
    let document = &filing.document;
    let undated = if document.published.is_none() { UNDATED.to_string() } else { String::new() };
    let voice = if voice == document.id.as_str() { OWN } else { voice };
    Some(format!("{} {} {voice} {place}{undated} {} {said}", filed.id, document.id, filed.claim.quote.start))
}

/// What is added up and compared of one project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectGist {
    /// The entry.
    pub id: EntryId,
    /// The two countries.
    pub pair: Pair,
    /// The day from which it is known.
    pub known: Date,
    /// Its fields, as the model declares them; empty where one is not known.
    pub section: String,
    /// What it costs.
    pub value: String,
    /// In which currency.
    pub currency: String,
    /// How many jobs it is to give.
    pub jobs: String,
    /// Where it stands.
    pub country: String,
    /// The town or site.
    pub place: String,
    /// What it is called.
    pub name: String,
    /// The stages that it went through, by day.
    pub stages: Vec<(Date, String)>,
}

impl ProjectGist {
    /// Returns the stage that it has on a day; none where nothing is known of that.
    #[must_use]
    pub fn stage(&self, as_of: Date) -> Option<&str> {
        self.stages.iter().rfind(|(day, _)| *day <= as_of).map(|(_, stage)| stage.as_str())
    }
}

/// The fields of a project that stand in its line, in that order. No value has a tab in it.
const FIELDS: [&str; 7] = ["sector", "value", "currency", "jobs", "country", "place", "name"];

/// Writes the line of a project; none for another entry.
pub(crate) fn project_gist(entry: &Entry) -> Option<String> {
    if entry.kind != EntryKind::Project {
        return None;
    }
    let fields = FIELDS.map(|name| entry.field(name).unwrap_or_default()).join("\t");
    let mut states: Vec<_> = entry.states.iter().collect();
    states.sort_by(|a, b| (a.day, a.made, &a.state).cmp(&(b.day, b.made, &b.state)));
    let states = states.iter().map(|state| format!("\t{} {}", state.day, state.state));
    Some(fields + &states.collect::<String>())
}

/// Returns the columns of a line and what stands behind them.
fn columns(line: &str) -> Option<([&str; 5], &str)> {
    let mut parts = line.splitn(6, ' ');
    let mut next = || parts.next();
    let (id, document, voice) = (next()?, next()?, next()?);
    let voice = if voice == OWN { document } else { voice };
    Some(([id, document, voice, next()?, next()?], next()?))
}

/// The documents of lines, each read once. Those of one document mostly stand together.
#[derive(Default)]
struct Documents<'a> {
    places: FxHashMap<&'a str, usize>,
    found: Vec<DocumentId>,
    /// The document and the place of the line before.
    last: (&'a str, usize),
}

impl<'a> Documents<'a> {
    fn of(&mut self, store: &Store, id: &'a str) -> Result<usize, StoreError> {
        if self.last.0 == id {
            return Ok(self.last.1);
        }
        let place = match self.places.get(id) {
            Some(place) => *place,
            None => {
                self.found.push(store.parse("document id", id)?);
                self.places.insert(id, self.found.len() - 1);
                self.found.len() - 1
            }
        };
        self.last = (id, place);
        Ok(place)
    }
}

impl Store {
    /// Returns the gists of the claims of a pair.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn gists<T: DeserializeOwned>(&self, pair: Pair) -> Result<Gists<T>, StoreError> {
        let pair = pair.to_string();
        let text: Option<String> = read!(self, fetch_one, sqlx::query_scalar(sql::GISTS).bind(&pair))?;
        let text = text.unwrap_or_default();
        let (mut items, mut said) = (Vec::new(), Vec::new());
        let mut documents = Documents::default();
        let mut day: (&str, Date, bool) = ("", Date::ZERO, false);
        let mut places: FxHashMap<&str, usize> = FxHashMap::default();
        for line in text.split_terminator('\n') {
            let ([id, document, voice, place, position], gist) =
                columns(line).ok_or_else(|| self.unreadable("gist", &line))?;
            if day.0 != place {
                let number = place.trim_end_matches(UNDATED);
                let known = number.parse().ok().and_then(day_of);
                let known = known.ok_or_else(|| self.unreadable("place", &place))?;
                day = (place, known, number.len() == place.len());
            }
            let said_at = match places.get(gist) {
                Some(place) => *place,
                None => {
                    said.push(self.body("gist", gist.as_bytes())?);
                    places.insert(gist, said.len() - 1);
                    said.len() - 1
                }
            };
            items.push(GistEntry {
                id: self.parse("claim id", id)?,
                // The document last, for the next line is most likely of it too.
                voice: documents.of(self, voice)?,
                document: documents.of(self, document)?,
                known: day.1,
                is_dated: day.2,
                position: self.parse("position", position)?,
                said: said_at,
            });
        }
        Ok(Gists { items, said, documents: documents.found })
    }

    /// Returns claims by their ids, without their verdicts, in no order; those that are not on file are left out.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn claims_by_id(&self, ids: &[&MentionId]) -> Result<Vec<ClaimEntry>, StoreError> {
        let rows = ask_by_id!(self, ClaimRow, sql::CLAIMS_BY_ID_HEAD_PART, ids);
        rows.into_iter().map(|row| self.claim_entry(row)).collect()
    }

    /// Returns the gists of the projects of a pair, or of all, that are known by a day and were not merged into another.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn project_gists(
        &self,
        pair: Option<Pair>,
        as_of: Date,
    ) -> Result<Vec<ProjectGist>, StoreError> {
        let (pair, as_of) = (pair.map(|pair| pair.to_string()), as_of.to_string());
        let text: Option<String> =
            ask!(self, fetch_one, build_query_scalar, sql::PROJECT_GISTS_HEAD_PART, |query| {
                query.push_bind(as_of.as_str());
                if let Some(pair) = &pair {
                    query.push(" AND e.pair = ").push_bind(pair.as_str());
                }
            })?;
        let text = text.unwrap_or_default();
        let line = |line: &str| self.project_line(line).ok_or_else(|| self.unreadable("gist", &line));
        let mut projects: Vec<ProjectGist> =
            text.split_terminator('\n').map(line).collect::<Result<_, _>>()?;
        projects.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        Ok(projects)
    }

    fn project_line(&self, line: &str) -> Option<ProjectGist> {
        let mut parts = line.split('\t');
        let mut next = || parts.next();
        let (id, pair, known) = (next()?.parse().ok()?, next()?.parse().ok()?, next()?.parse().ok()?);
        let mut field = || next().map(str::to_owned);
        let (section, value, currency, jobs) = (field()?, field()?, field()?, field()?);
        let (country, place, name) = (field()?, field()?, field()?);
        let stage = |part: &str| {
            let (day, stage) = part.split_once(' ')?;
            Some((day.parse().ok()?, stage.to_owned()))
        };
        let stages = parts.map(stage).collect::<Option<_>>()?;
        Some(ProjectGist { id, pair, known, section, value, currency, jobs, country, place, name, stages })
    }
}
