//! The register: entering action items, projects and agreements, changing them, and listing them with the state that they
//! had on a day.

use crate::answers::List;
use crate::corrections::{By, NONE, trail};
use crate::projects::{Alike, Sums, alike, sums};
use crate::registry::{Refusal, Registry, RegistryError};
use crate::wire::WIRE;
use entente_model::{EntryId, EntryKind, EntryState, FieldError, Fields, ItemStatus, Pair};
use entente_store::{AuditEntry, Correction, Entry, EntryFilter, ProjectGist, StoreError, Tx};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// An entry of the register, as it stood on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EntryWire {
    /// Its id.
    pub id: EntryId,
    /// What it is.
    pub kind: EntryKind,
    /// The two countries.
    pub pair: Pair,
    /// The state that it had: the status of an item or agreement, the stage of a project.
    pub state: Option<String>,
    /// Since when.
    #[cfg_attr(feature = "schema", schemars(with = "Option<entente_model::schema::Day>"))]
    pub since: Option<Date>,
    /// Whether it is an action item that is owed and whose deadline had passed.
    pub overdue: bool,
    /// How often it was changed, from 1; to be given with a change.
    pub version: u64,
    /// The entry that it is another telling of.
    pub merged_into: Option<EntryId>,
    /// Every state that it had by then.
    pub states: Vec<EntryState>,
    /// Its fields; null where one is not known.
    #[serde(flatten)]
    pub fields: BTreeMap<&'static str, Option<String>>,
}

impl EntryWire {
    /// Writes an entry as it stood on a day.
    #[must_use]
    pub fn new(entry: Entry, as_of: Date) -> Self {
        let state = entry.state(as_of).cloned();
        let overdue = is_overdue(&entry, as_of);
        let value = |name: &'static str| (name, entry.field(name).map(str::to_owned));
        Self {
            fields: entry.kind.fields().iter().map(|field| value(field.name)).collect(),
            kind: entry.kind,
            pair: entry.pair,
            since: state.as_ref().map(|state| state.day),
            state: state.map(|state| state.state),
            overdue,
            version: entry.version,
            states: entry.states.iter().filter(|state| state.day <= as_of).cloned().collect(),
            merged_into: entry.merged_into.clone(),
            id: entry.id,
        }
    }

    /// Returns a field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).and_then(Option::as_deref)
    }

    /// Returns what it is known by.
    #[must_use]
    pub fn name(&self) -> &str {
        self.kind.fields().first().and_then(|first| self.field(first.name)).unwrap_or_default()
    }
}

/// Says whether an action item was owed on a day and its deadline had passed.
#[must_use]
pub fn is_overdue(entry: &Entry, as_of: Date) -> bool {
    let status = entry.state(as_of).and_then(|state| state.state.parse::<ItemStatus>().ok());
    let is_owed = entry.kind == EntryKind::ActionItem && status.is_none_or(ItemStatus::is_owed);
    is_owed && entry.day().is_some_and(|deadline| deadline < as_of)
}

/// What becomes an entry: its fields as they were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// What it is.
    pub kind: EntryKind,
    /// The two countries.
    pub pair: Pair,
    /// Its fields by name, as they were written.
    pub given: Vec<(String, String)>,
    /// The state that it is in, from which day, and how that is known.
    pub state: Option<(String, Date, String)>,
}

impl NewEntry {
    /// Reads the fields in their canonical form and lays down the id.
    ///
    /// # Errors
    /// When a field is none of this kind, a value is none of its field, or the first field is not given.
    pub fn read(&self, by: &By) -> Result<Entry, Refusal> {
        let mut fields = Fields::new();
        for (name, value) in &self.given {
            if let Some(value) = self.kind.read(name, value)? {
                fields.insert(name.clone(), value);
            }
        }
        let first = self.kind.fields()[0].name;
        let name = fields.get(first).ok_or(Refusal::Missing(first))?;
        let session = fields.get("session").map(String::as_str);
        let id = EntryId::of_name(self.kind, self.pair, name, session);
        let state =
            self.state.as_ref().map(|(state, day, evidence)| state_of(self.kind, state, *day, evidence, by));
        let states: Vec<EntryState> = state.transpose()?.into_iter().collect();
        let known = states.first().map_or(by.as_of, |state| state.day);
        Ok(Entry {
            id,
            kind: self.kind,
            pair: self.pair,
            fields,
            states,
            known,
            merged_into: None,
            version: 1,
        })
    }
}

fn state_of(
    kind: EntryKind,
    state: &str,
    day: Date,
    evidence: &str,
    by: &By,
) -> Result<EntryState, FieldError> {
    let state = kind.state(state)?.to_owned();
    let evidence = evidence.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(EntryState { day, state, evidence, who: by.who.clone(), made: by.now })
}

/// What is to change of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// Fields by name, with their new values; an empty one takes the field away.
    pub fields: Vec<(String, String)>,
    /// A state, from which day, and how that is known.
    pub state: Option<(String, Date, String)>,
}

/// What corrections of an entry are filed under.
#[must_use]
pub fn target(entry: &Entry) -> String {
    target_of(entry.kind, &entry.id)
}

/// What corrections of the entry of an id are filed under.
#[must_use]
pub fn target_of(kind: EntryKind, id: &EntryId) -> String {
    format!("{kind}:{id}")
}

impl Registry {
    /// Lists entries as they stood on the day of the filter: by their day, those without one last.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn entries(&self, filter: &EntryFilter) -> Result<List<EntryWire>, RegistryError> {
        let page = self.store().entries(filter).await?;
        let items = page.items.into_iter().map(|entry| EntryWire::new(entry, filter.as_of)).collect();
        let next = page.next.map(|id| id.to_string());
        Ok(List { wire: WIRE, as_of: filter.as_of, total: page.total, next, items })
    }

    /// Returns the entry of this kind that an id names, as it stood on a day; none where it is not on file.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn entry(
        &self,
        kind: EntryKind,
        id: &EntryId,
        as_of: Date,
    ) -> Result<Option<EntryWire>, RegistryError> {
        let entry = self.store().entry(id).await?.filter(|entry| entry.kind == kind);
        Ok(entry.map(|entry| EntryWire::new(entry, as_of)))
    }

    /// Enters something new. It is written to the disk before it is told of.
    ///
    /// # Errors
    /// When a value is none of its field, or it is there already; when the registry cannot be written.
    #[crate::boxed]
    pub async fn enter(&self, new: &NewEntry, by: &By) -> Result<EntryWire, RegistryError> {
        let entry = new.read(by)?;
        if self.store().entry(&entry.id).await?.is_some() {
            return Err(Refusal::Exists(target(&entry)).into());
        }
        let mut tx = self.store().begin_lasting().await?;
        tx.put_entry(&entry).await?;
        tx.put_audit(&line("enter", &target(&entry), by)).await?;
        tx.commit().await?;
        Ok(EntryWire::new(entry, by.as_of))
    }

    /// Changes an entry; each field that is another then is a correction with who, when and why.
    ///
    /// # Errors
    /// When a value is none of its field, nothing changes, or the entry is not on file; a conflict where somebody else has
    /// changed it since; when the registry cannot be written.
    #[crate::boxed]
    pub async fn change(&self, id: &EntryId, change: &Change, by: &By) -> Result<EntryWire, RegistryError> {
        let absent = || Refusal::Absent(format!("entry \"{id}\""));
        let mut entry = self.store().entry(id).await?.ok_or_else(absent)?;
        let seen = by.seen.unwrap_or(entry.version);
        if seen != entry.version {
            // Told before anything else: what was looked at says nothing of what would change.
            let (target, given, found) = (target(&entry), seen, entry.version);
            return Err(StoreError::Conflict { target, given, found }.into());
        }
        let mut corrections = Vec::new();
        for (name, value) in &change.fields {
            let value = if value == NONE { "" } else { value };
            let to = entry.kind.read(name, value).map_err(Refusal::from)?;
            corrections.extend(set(&mut entry, name, to, by));
        }
        let before = entry.states.clone();
        if let Some((state, day, evidence)) = &change.state {
            let state = state_of(entry.kind, state, *day, evidence, by).map_err(Refusal::from)?;
            entry.states.retain(|other| (other.day, &other.state) != (state.day, &state.state));
            entry.states.push(state);
            entry.states.sort_by(|a, b| (a.day, a.made, &a.state).cmp(&(b.day, b.made, &b.state)));
        }
        let first = entry.kind.fields()[0].name;
        if entry.field(first).is_none() {
            return Err(Refusal::Missing(first).into());
        }
        if corrections.is_empty() && before == entry.states {
            return Err(Refusal::Same(target(&entry)).into());
        }
        entry.version = seen + 1;
        let mut tx = self.store().begin_lasting().await?;
        tx.put_entry(&entry).await?;
        put_corrections(&mut tx, &corrections).await?;
        tx.put_audit(&line("change", &target(&entry), by)).await?;
        tx.commit().await?;
        Ok(EntryWire::new(entry, by.as_of))
    }

    /// Says that a project is another telling of one: its states go over to that, and it is in no list any more.
    ///
    /// # Errors
    /// When one of them is not on file or was merged already; a conflict where somebody has changed one since.
    #[crate::boxed]
    pub async fn merge(
        &self,
        second: &EntryId,
        first: &EntryId,
        by: &By,
    ) -> Result<EntryWire, RegistryError> {
        let absent = |id: &EntryId| Refusal::Absent(format!("entry \"{id}\" that can be merged"));
        let on_file = |entry: Option<Entry>, id: &EntryId| {
            entry.filter(|e| e.merged_into.is_none()).ok_or_else(|| absent(id))
        };
        let mut other = on_file(self.store().entry(second).await?, second)?;
        let mut one = on_file(self.store().entry(first).await?, first)?;
        if one.id == other.id || (one.kind, one.pair) != (other.kind, other.pair) {
            return Err(absent(second).into());
        }
        one.states.extend(other.states.iter().cloned());
        one.states.sort_by(|a, b| (a.day, a.made, &a.state).cmp(&(b.day, b.made, &b.state)));
        for (name, value) in &other.fields {
            one.fields.entry(name.clone()).or_insert_with(|| value.clone());
        }
        one.known = one.known.min(other.known);
        one.version += 1;
        other.version += 1;
        other.merged_into = Some(one.id.clone());
        let mut tx = self.store().begin_lasting().await?;
        tx.put_entry(&one).await?;
        tx.put_entry(&other).await?;
        tx.put_audit(&line(&format!("merge into {}", one.id), &target(&other), by)).await?;
        tx.commit().await?;
        Ok(EntryWire::new(one, by.as_of))
    }

    /// Says that two projects that look alike are two. They are not suggested again.
    ///
    /// # Errors
    /// When one of them is not on file; when the registry cannot be written.
    #[crate::boxed]
    pub async fn keep_apart(&self, second: &EntryId, first: &EntryId, by: &By) -> Result<(), RegistryError> {
        let absent = || Refusal::Absent(format!("entry \"{second}\""));
        let other = self.store().entry(second).await?.ok_or_else(absent)?;
        let correction = Correction {
            target: target(&other),
            field: APART.to_owned(),
            from: None,
            to: Some(first.to_string()),
            who: by.who.clone(),
            made: by.now,
            why: by.why.clone(),
            version: 0,
        };
        let mut tx = self.store().begin_lasting().await?;
        put_corrections(&mut tx, &[correction]).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Returns what the projects of a pair, or of all, add up to on a day.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn sums(&self, pair: Option<Pair>, as_of: Date) -> Result<Sums, RegistryError> {
        Ok(sums(&self.store().project_gists(pair, as_of).await?, as_of))
    }

    /// Returns projects that look like one told of twice and that nobody has told apart.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn alike(&self, pair: Option<Pair>, as_of: Date) -> Result<Vec<Alike>, RegistryError> {
        self.alike_of(&self.store().project_gists(pair, as_of).await?).await
    }

    /// Returns which of some projects look like one told of twice and were told apart by nobody.
    pub(crate) async fn alike_of(&self, projects: &[ProjectGist]) -> Result<Vec<Alike>, RegistryError> {
        let mut found = alike(projects);
        let target = |couple: &Alike| format!("{}:{}", EntryKind::Project, couple.second);
        let targets: BTreeSet<String> = found.iter().map(target).collect();
        let targets: Vec<String> = targets.into_iter().collect();
        let apart = self.store().corrections_to(APART, &targets).await?;
        let apart: BTreeSet<(&str, Option<&str>)> =
            apart.iter().map(|correction| (correction.target.as_str(), correction.to.as_deref())).collect();
        found.retain(|couple| !apart.contains(&(target(couple).as_str(), Some(couple.first.as_str()))));
        Ok(found)
    }
}

/// The field that says that two projects are two.
const APART: &str = "distinct_from";

/// Sets a field and returns the correction that this is; none where it says so already.
fn set(entry: &mut Entry, name: &str, to: Option<String>, by: &By) -> Option<Correction> {
    let from = match &to {
        Some(value) => entry.fields.insert(name.to_owned(), value.clone()),
        None => entry.fields.remove(name),
    };
    (from != to).then(|| Correction {
        target: target(entry),
        field: name.to_owned(),
        from,
        to,
        who: by.who.clone(),
        made: by.now,
        why: by.why.clone(),
        version: 0,
    })
}

async fn put_corrections(tx: &mut Tx, corrections: &[Correction]) -> Result<(), RegistryError> {
    for correction in corrections {
        tx.put_correction(correction, None).await?;
        tx.put_audit(&trail(correction)).await?;
    }
    Ok(())
}

pub(crate) fn line(action: &str, target: &str, by: &By) -> AuditEntry {
    let (action, target) = (action.to_owned(), target.to_owned());
    AuditEntry { at: by.now, who: by.who.clone(), action, target, detail: by.why.clone() }
}
