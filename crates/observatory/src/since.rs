//! What changed for a pair since the last session of its commission.

use crate::answers::ClaimItem;
use crate::register::EntryWire;
use crate::registry::{Registry, RegistryError};
use crate::sessions::SessionItem;
use crate::targets::StepItem;
use crate::wire::WIRE;
use entente_model::{EntryKind, EventStatus, Pair};
use entente_store::{ClaimFilter, EntryFilter};
use jiff::civil::Date;
use serde::Serialize;

/// So many of the new claims are given; how many there are in all is told.
const MOST_CLAIMS: u32 = 100;

/// What changed since a session.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SinceLast {
    /// The version of the wire.
    pub wire: u8,
    /// What was known when.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub as_of: Date,
    /// The session.
    pub session: SessionItem,
    /// Its last day: what is known later counts as new.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Day"))]
    pub since: Date,
    /// How many claims are new.
    pub new_claims: u64,
    /// The newest of them.
    pub claims: Vec<ClaimItem>,
    /// What moved targets.
    pub moved: Vec<MovedItem>,
    /// Projects whose stage changed.
    pub projects: Vec<EntryWire>,
    /// Action items whose status changed.
    pub items: Vec<EntryWire>,
    /// Action items that are owed and whose deadline has passed.
    pub overdue: Vec<EntryWire>,
}

/// A statement that moved a target.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MovedItem {
    /// The target.
    pub target: String,
    /// The statement.
    #[serde(flatten)]
    pub step: StepItem,
}

/// Returns the last session that was held, of the intergovernmental commission where there is one.
#[must_use]
pub fn last_held(sessions: &[SessionItem], as_of: Date) -> Option<&SessionItem> {
    let held = || {
        sessions.iter().filter(move |session| {
            session.status == EventStatus::Held && session.date.is_some_and(|date| date <= as_of)
        })
    };
    held().find(|session| session.commission.ends_with("-intergovernmental")).or_else(|| held().next())
}

impl Registry {
    /// Returns what changed for a pair since the last session that was held, as known on a day; none where no session is on
    /// file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn since_last(&self, pair: Pair, as_of: Date) -> Result<Option<SinceLast>, RegistryError> {
        let sessions = self.sessions(Some(pair), as_of).await?.items;
        let Some(session) = last_held(&sessions, as_of).cloned() else { return Ok(None) };
        let Some(since) = session.until.or(session.date) else { return Ok(None) };
        let filter = ClaimFilter {
            pair: Some(pair),
            since: since.tomorrow().ok(),
            as_of,
            limit: MOST_CLAIMS,
            ..ClaimFilter::default()
        };
        let claims = self.claims(&filter).await?;
        let targets = self.targets(Some(pair), as_of).await?.list.items;
        let moved = targets.iter().flat_map(|target| {
            let new = target
                .history
                .iter()
                .filter(|step| step.is_dated && step.known > since && step.change.is_move());
            new.map(|step| MovedItem { target: target.id.clone(), step: step.clone() })
        });
        let changed = |entry: &EntryWire| entry.since.is_some_and(|day| day > since);
        let of = async |kind: EntryKind| {
            let filter = EntryFilter { pair: Some(pair), ..EntryFilter::all(kind, as_of) };
            self.entries(&filter).await.map(|list| list.items)
        };
        let items = of(EntryKind::ActionItem).await?;
        let overdue = items.iter().filter(|item| item.overdue).cloned().collect();
        Ok(Some(SinceLast {
            wire: WIRE,
            as_of,
            since,
            new_claims: claims.total,
            claims: claims.items,
            moved: moved.collect(),
            projects: of(EntryKind::Project).await?.into_iter().filter(changed).collect(),
            items: items.into_iter().filter(changed).collect(),
            overdue,
            session,
        }))
    }
}
