//! What a register of projects adds up to: by stage, by portion of a portfolio and by sector, and how many of those that
//! were announced in a year were launched since.

use entente_model::{Currency, Decimal, Portion, ProjectStage, decimal};
use entente_store::ProjectGist;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

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
    fn add(&mut self, project: &ProjectGist) {
        self.projects += 1;
        let value = project.value.parse::<Decimal>().ok();
        let currency = project.currency.parse().ok();
        match value.zip(currency) {
            Some((value, currency)) => *self.value.entry(currency).or_default() += value,
            None => self.without_value += 1,
        }
        match project.jobs.parse::<u64>().ok() {
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
pub fn sums<'a>(projects: impl IntoIterator<Item = &'a ProjectGist>, as_of: Date) -> Sums {
    let mut sums = Sums::default();
    for project in projects {
        let stage = project.stage(as_of).and_then(|stage| stage.parse::<ProjectStage>().ok());
        let Some(stage) = stage else { continue };
        sums.stages.entry(stage).or_default().add(project);
        if let Some(portion) = portion(stage) {
            sums.portions.entry(portion).or_default().add(project);
            sums.portions.entry(Portion::Total).or_default().add(project);
            match sums.sectors.get_mut(&project.section) {
                Some(sum) => sum.add(project),
                None => sums.sectors.entry(project.section.clone()).or_default().add(project),
            }
        }
        if let Some((first, _)) = project.stages.first() {
            let conversion = sums.conversion.entry(first.year()).or_default();
            conversion.announced += 1;
            conversion.launched += u64::from(stage == ProjectStage::Launched);
            conversion.stopped += u64::from(portion(stage).is_none());
        }
    }
    sums
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
pub fn alike(projects: &[ProjectGist]) -> Vec<Alike> {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut having: Vec<Vec<usize>> = Vec::new();
    let mut words_of = Vec::with_capacity(projects.len());
    for (at, project) in projects.iter().enumerate() {
        let mut own: Vec<usize> = words(&project.name)
            .map(|word| {
                let next = numbers.len();
                *numbers.entry(word).or_insert(next)
            })
            .collect();
        own.sort_unstable();
        own.dedup();
        having.resize(numbers.len(), Vec::new());
        own.iter().for_each(|&word| having[word].push(at));
        words_of.push(own);
    }
    let mut found = Vec::new();
    for (word, list) in having.iter().enumerate().filter(|(_, list)| list.len() <= FREQUENT) {
        for (n, &a) in list.iter().enumerate() {
            for &b in &list[n + 1..] {
                let shared = shared(&words_of[a], &words_of[b]);
                // Where they share several words that say something they are found by the first of them.
                let is_first = shared.clone().find(|&word| having[word].len() <= FREQUENT) == Some(word);
                let both = shared.count();
                let shared = 100 * both / (words_of[a].len() + words_of[b].len() - both).max(1);
                if is_first && shared >= ENOUGH && may_be_one(&projects[a], &projects[b]) {
                    found.push(couple(&projects[a], &projects[b], shared));
                }
            }
        }
    }
    found.sort_by(|a, b| (b.shared, &a.first, &a.second).cmp(&(a.shared, &b.first, &b.second)));
    found
}

/// Returns what two sorted lists share.
fn shared<'a>(one: &'a [usize], other: &'a [usize]) -> impl Iterator<Item = usize> + Clone + 'a {
    one.iter().copied().filter(|word| other.binary_search(word).is_ok())
}

/// Says whether nothing tells two projects apart but their names.
fn may_be_one(one: &ProjectGist, other: &ProjectGist) -> bool {
    let differ = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && a != b;
    one.pair == other.pair && !differ(&one.place, &other.place) && !differ(&one.country, &other.country)
}

fn couple(one: &ProjectGist, other: &ProjectGist, shared: usize) -> Alike {
    let (first, second) =
        if (one.known, &one.id) <= (other.known, &other.id) { (one, other) } else { (other, one) };
    Alike {
        first: first.id.clone(),
        first_name: first.name.clone(),
        second: second.id.clone(),
        second_name: second.name.clone(),
        shared: u8::try_from(shared).unwrap_or(100),
    }
}

/// Returns the words of a name, folded; those of one or two letters say nothing.
fn words(name: &str) -> impl Iterator<Item = String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    words.map(str::to_lowercase)
}
