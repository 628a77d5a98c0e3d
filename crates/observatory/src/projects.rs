//! What a register of projects adds up to: by stage, by portion of a portfolio and by sector, and how many of those that
//! were announced in a year were launched since.

use entente_model::{Currency, Decimal, Portion, ProjectStage, decimal};
use entente_store::Entry;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What some projects add up to. Of a value or a number of jobs that is not known nothing is added, and how many are not
/// known is told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sum {
    /// How many projects.
    pub projects: u64,
    /// Their value, by currency.
    #[serde(serialize_with = "plain")]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, String>"))]
    pub value: BTreeMap<Currency, Decimal>,
    /// Of how many the value is not known.
    pub without_value: u64,
    /// Their jobs.
    pub jobs: u64,
    /// Of how many the jobs are not known.
    pub without_jobs: u64,
}

fn plain<S: serde::Serializer>(
    value: &BTreeMap<Currency, Decimal>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer
        .collect_map(value.iter().map(|(currency, value)| (currency.to_string(), decimal::plain(*value))))
}

/// What a register of projects adds up to on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sums {
    /// By stage; projects of which no stage is known are in none.
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, Sum>"))]
    pub stages: BTreeMap<ProjectStage, Sum>,
    /// By portion of the portfolio: planned is announced and agreed, ongoing is financed and under construction,
    /// implemented is launched, total is all of these. Suspended and cancelled projects are in none.
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, Sum>"))]
    pub portions: BTreeMap<Portion, Sum>,
    /// Those of the total by section of ISIC; under `""` those whose section is not known.
    pub sectors: BTreeMap<String, Sum>,
    /// By the year in which they were first announced: how many, and how many of them are launched.
    pub conversion: BTreeMap<i16, Conversion>,
}

/// What became of the projects of one year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conversion {
    /// How many were first told of in that year.
    pub announced: u64,
    /// How many of them were launched since.
    pub launched: u64,
    /// How many of them were suspended or cancelled since.
    pub stopped: u64,
}

impl Sum {
    fn add(&mut self, project: &Entry) {
        self.projects += 1;
        let value = project.field("value").and_then(|value| value.parse::<Decimal>().ok());
        let currency = project.field("currency").and_then(|code| code.parse().ok());
        match value.zip(currency) {
            Some((value, currency)) => *self.value.entry(currency).or_default() += value,
            None => self.without_value += 1,
        }
        match project.field("jobs").and_then(|jobs| jobs.parse::<u64>().ok()) {
            Some(jobs) => self.jobs += jobs,
            None => self.without_jobs += 1,
        }
    }
}

/// Returns the portion of a portfolio that a stage belongs to; none where it is in none.
#[must_use]
pub const fn portion(stage: ProjectStage) -> Option<Portion> {
    match stage {
        ProjectStage::Announced | ProjectStage::Agreed => Some(Portion::Planned),
        ProjectStage::Financed | ProjectStage::UnderConstruction => Some(Portion::Ongoing),
        ProjectStage::Launched => Some(Portion::Implemented),
        ProjectStage::Suspended | ProjectStage::Cancelled => None,
    }
}

/// Adds projects up as they stood on a day.
#[must_use]
pub fn sums<'a>(projects: impl IntoIterator<Item = &'a Entry>, as_of: Date) -> Sums {
    let mut sums = Sums::default();
    for project in projects {
        let Some(stage) = stage(project, as_of) else { continue };
        sums.stages.entry(stage).or_default().add(project);
        if let Some(portion) = portion(stage) {
            sums.portions.entry(portion).or_default().add(project);
            sums.portions.entry(Portion::Total).or_default().add(project);
            let section = project.field("sector").unwrap_or_default().to_owned();
            sums.sectors.entry(section).or_default().add(project);
        }
        if let Some(first) = project.states.first() {
            let conversion = sums.conversion.entry(first.day.year()).or_default();
            conversion.announced += 1;
            conversion.launched += u64::from(stage == ProjectStage::Launched);
            conversion.stopped += u64::from(portion(stage).is_none());
        }
    }
    sums
}

/// Returns the stage of a project on a day.
#[must_use]
pub fn stage(project: &Entry, as_of: Date) -> Option<ProjectStage> {
    project.state(as_of).and_then(|state| state.state.parse().ok())
}

/// Two projects of a pair that look like one told of twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Alike {
    /// The one that was known first.
    pub first: entente_model::EntryId,
    /// Its name.
    pub first_name: String,
    /// The other.
    pub second: entente_model::EntryId,
    /// Its name.
    pub second_name: String,
    /// How much of their names they share, in hundredths.
    pub shared: u8,
}

/// So much of two names must be shared, in hundredths.
const ENOUGH: usize = 60;
/// A word that more projects have says nothing of any.
const FREQUENT: usize = 20;

/// Returns projects of the same countries whose names share most of their words and whose places do not differ: suggestions
/// for a person to look at, those known first leading.
#[must_use]
pub fn alike(projects: &[Entry]) -> Vec<Alike> {
    let words: Vec<BTreeSet<String>> =
        projects.iter().map(|p| words(p.field("name").unwrap_or_default())).collect();
    let mut having: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, own) in words.iter().enumerate() {
        own.iter().for_each(|word| having.entry(word).or_default().push(at));
    }
    let mut couples = BTreeSet::new();
    for list in having.values().filter(|list| list.len() <= FREQUENT) {
        for (n, a) in list.iter().enumerate() {
            couples.extend(list[n + 1..].iter().map(|b| (*a, *b)));
        }
    }
    let mut found = Vec::new();
    for (a, b) in couples {
        let (one, other) = (&projects[a], &projects[b]);
        let shared =
            100 * words[a].intersection(&words[b]).count() / words[a].union(&words[b]).count().max(1);
        let differ = |name| matches!((one.field(name), other.field(name)), (Some(a), Some(b)) if a != b);
        if one.pair != other.pair || shared < ENOUGH || differ("place") || differ("country") {
            continue;
        }
        let (first, second) =
            if (one.known, &one.id) <= (other.known, &other.id) { (one, other) } else { (other, one) };
        let name = |project: &Entry| project.field("name").unwrap_or_default().to_owned();
        found.push(Alike {
            first: first.id.clone(),
            first_name: name(first),
            second: second.id.clone(),
            second_name: name(second),
            shared: u8::try_from(shared).unwrap_or(100),
        });
    }
    found.sort_by(|a, b| (b.shared, &a.first, &a.second).cmp(&(a.shared, &b.first, &b.second)));
    found
}

/// Returns the words of a name, folded; those of one or two letters say nothing.
fn words(name: &str) -> BTreeSet<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    words.map(str::to_lowercase).collect()
}
