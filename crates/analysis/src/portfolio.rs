//! Portfolios of joint projects: whether a total is the sum of its parts, whether a part is told as an addition to its whole,
//! and whether what is planned is told as done.
//!
//! Sums of rounded numbers are compared as intervals: a total stands against its parts only where the two do not meet.

use crate::reconcile::{Told, within};
use entente_model::{Claim, ClaimKind, Decimal, Interval, Modality, Portion};
use rustc_hash::FxHashMap;

/// Texts of one occasion are known within so many days of each other.
const DAYS_OF_ONE_OCCASION: i64 = 60;
/// One number of jobs is told more or less rounded: the tellings lie within so many hundredths of each other.
const PERCENT_OF_ROUNDING: i64 = 10;
/// So many words before a number say how it is meant.
const WORDS_BEFORE: usize = 3;

/// Words that say that something comes on top of what was told before.
const ADDING: &[&str] = &[
    "another",
    "additional",
    "additionally",
    "furthermore",
    "moreover",
    "ещё",
    "еще",
    "дополнительно",
    "дополнительных",
    "дополнительные",
    "тағы",
    "қосымша",
    "taǵy",
    "tağy",
    "qosymsha",
    "qosımsha",
    "yana",
    "qo‘shimcha",
    "qoʻshimcha",
    "qo'shimcha",
    "яна",
    "қўшимча",
];

/// The parts of a portfolio, in the order in which a project goes through them.
pub const PARTS: [Portion; 3] = [Portion::Implemented, Portion::Ongoing, Portion::Planned];

/// A total in one document beside its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// What is added up.
    pub kind: ClaimKind,
    /// The total, as a place in what was given.
    pub total: usize,
    /// Those of the parts that the document gives.
    pub parts: Vec<usize>,
    /// What the total asserts.
    pub asserts: Interval,
    /// What the parts assert together.
    pub sum: Interval,
    /// Whether all three parts are given.
    pub is_whole: bool,
    /// Whether the two can both be so: they meet or, where a part is not given, the parts do not exceed the total.
    pub holds: bool,
}

/// Says whether a claim is about the portfolio of two countries as a whole, or a portion of that.
#[must_use]
pub fn is_headline(claim: &Claim) -> bool {
    claim.kind.is_portfolio()
        && claim.modality != Modality::Target
        && claim.place.is_none()
        && claim.sector.is_none()
        && claim.parties.len() == 2
}

/// Says whether the words around a number tell it as something that comes on top.
#[must_use]
pub fn is_told_as_addition(claim: &Claim) -> bool {
    adding_word(claim).is_some()
}

/// Returns the word that tells a number as something that comes on top; none where there is none.
#[must_use]
pub fn adding_word(claim: &Claim) -> Option<&'static str> {
    let folded = |text: &str| -> Vec<String> {
        // A sentence that ended says nothing of the number behind it.
        let last = text.rsplit(['.', '!', '?', ';']).next().unwrap_or_default();
        last.split(|c: char| c.is_whitespace() || c == ',')
            .filter(|w| !w.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let before = folded(&claim.quote.prefix);
    let within = folded(&claim.quote.exact);
    let near = before.iter().rev().take(WORDS_BEFORE).chain(within.iter().take(1));
    near.into_iter().find_map(|word| ADDING.iter().copied().find(|adding| adding == word))
}

/// Finds every total beside parts of it in one document.
#[must_use]
pub fn ladders(told: &[Told<'_>]) -> Vec<Ladder> {
    let mut cells: FxHashMap<(&str, ClaimKind, Portion), usize> = FxHashMap::default();
    let mut totals = Vec::new();
    for (at, said) in told.iter().enumerate() {
        let claim = said.claim;
        let Some(portion) = claim.stage.filter(|_| is_headline(claim) && claim.asserts().is_some()) else {
            continue;
        };
        let first = *cells.entry((said.document.as_str(), claim.kind, portion)).or_insert(at);
        if portion == Portion::Total && first == at {
            totals.push(at);
        }
    }
    let ladder = |total: usize| {
        let Told { document, claim, .. } = told[total];
        let given =
            PARTS.iter().filter_map(|part| cells.get(&(document.as_str(), claim.kind, *part)).copied());
        let parts: Vec<usize> = given.filter(|&part| told[part].claim.unit == claim.unit).collect();
        let asserts = claim.asserts()?;
        let zero = Interval::point(Decimal::ZERO);
        let sum = parts.iter().try_fold(zero, |sum, &part| sum.plus(&told[part].claim.asserts()?))?;
        let is_whole = parts.len() == PARTS.len();
        let exceeds = sum.low.zip(asserts.high).is_some_and(|(low, high)| low > high);
        let holds = if is_whole { sum.meets(&asserts) } else { !exceeds };
        (!parts.is_empty()).then_some(Ladder {
            kind: claim.kind,
            total,
            parts,
            asserts,
            sum,
            is_whole,
            holds,
        })
    };
    totals.into_iter().filter_map(ladder).collect()
}

/// Finds parts that one text tells on top of the whole that it gives, where another tells the same part as a part: each
/// with the whole beside it, then what the others say. A text whose parts add up to its whole only counts on.
#[must_use]
pub fn additions(told: &[Told<'_>]) -> Vec<Vec<usize>> {
    let ladders = ladders(told);
    let mut of_part: FxHashMap<usize, &Ladder> = FxHashMap::default();
    for (part, ladder) in
        ladders.iter().flat_map(|ladder| ladder.parts.iter().map(move |part| (*part, ladder)))
    {
        of_part.entry(part).or_insert(ladder);
    }
    let cell = |at: usize| (told[at].claim.kind, told[at].claim.stage, told[at].claim.unit);
    let mut as_parts: FxHashMap<_, Vec<usize>> = FxHashMap::default();
    for at in (0..told.len()).filter(|at| of_part.contains_key(at)) {
        as_parts.entry(cell(at)).or_default().push(at);
    }
    let mut found = Vec::new();
    for (at, said) in told.iter().enumerate() {
        let Some(own) = of_part.get(&at).filter(|own| !(own.is_whole && own.holds)) else { continue };
        if !is_told_as_addition(said.claim) {
            continue;
        }
        let mut group = vec![at, own.total];
        for &other in as_parts.get(&cell(at)).into_iter().flatten() {
            if is_same_part(said, &told[other]) && !is_told_as_addition(told[other].claim) {
                group.extend([other, of_part[&other].total]);
            }
        }
        if group.len() > 2 {
            found.push(group);
        }
    }
    found
}

/// Says whether another voice gives the same number for the same part on one occasion.
fn is_same_part(a: &Told<'_>, b: &Told<'_>) -> bool {
    let (one, other) = (a.claim, b.claim);
    let same = (one.kind, one.stage, one.unit, &one.parties)
        == (other.kind, other.stage, other.unit, &other.parties);
    same && is_of_one_occasion(a, b) && one.asserts().zip(other.asserts()).is_some_and(|(a, b)| a.meets(&b))
}

fn is_of_one_occasion(a: &Told<'_>, b: &Told<'_>) -> bool {
    within(a.known, b.known, DAYS_OF_ONE_OCCASION) && a.voice != b.voice
}

/// Finds jobs that one text tells as given and another as planned: the one, then what the others say.
#[must_use]
pub fn planned_as_done(told: &[Told<'_>]) -> Vec<Vec<usize>> {
    let is_jobs = |claim: &Claim| claim.kind == ClaimKind::ProjectJobs && is_headline(claim);
    let is_planned = |claim: &Claim| {
        let whole = matches!(claim.stage, None | Some(Portion::Total | Portion::Planned));
        whole && (claim.modality == Modality::Planned || claim.stage == Some(Portion::Planned))
    };
    let planned: Vec<usize> =
        (0..told.len()).filter(|&at| is_jobs(told[at].claim) && is_planned(told[at].claim)).collect();
    let mut found = Vec::new();
    for (at, said) in told.iter().enumerate() {
        let claim = said.claim;
        let is_done = claim.modality == Modality::Actual && claim.stage != Some(Portion::Planned);
        if !is_jobs(claim) || !is_done {
            continue;
        }
        let against = |other: &usize| {
            let says = &told[*other];
            is_of_one_occasion(said, says)
                && says.claim.parties == claim.parties
                && is_one_number(claim, says.claim)
        };
        let others: Vec<usize> = planned.iter().copied().filter(against).collect();
        if !others.is_empty() {
            found.push([vec![at], others].concat());
        }
    }
    found
}

/// Says whether two numbers may be one that is rounded: what they assert meets, and they lie near each other.
fn is_one_number(a: &Claim, b: &Claim) -> bool {
    let most = a.value.abs().max(b.value.abs()).checked_mul(Decimal::new(PERCENT_OF_ROUNDING, 2));
    let is_near = most.is_some_and(|most| (a.value - b.value).abs() <= most);
    is_near && a.asserts().zip(b.asserts()).is_some_and(|(a, b)| a.meets(&b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_model::{DocumentId, MentionId, Quote, Stated};

    /// A voice, a kind, a portion, a number, whether it is planned, and the words before it.
    type Says = (&'static str, ClaimKind, Portion, i64, bool, &'static str);

    fn with<T>(said: &[Says], then: impl Fn(&[Told<'_>]) -> T) -> T {
        let parties = vec!["CHL".parse().unwrap(), "PER".parse().unwrap()];
        let claims: Vec<Claim> = said
            .iter()
            .map(|(_, kind, portion, value, is_planned, before)| {
                let text = format!("{before}{value}");
                let chars = before.chars().count();
                let quote = Quote::cut(&text, before.len()..text.len(), chars).unwrap();
                let unit = if *kind == ProjectJobs { "jobs" } else { "count" }.parse().unwrap();
                let stated = Stated { value: (*value).into(), step: 1.into() };
                let mut claim = Claim::new(*kind, parties.clone(), stated, unit, quote);
                claim.stage = Some(*portion);
                if *is_planned {
                    claim.modality = Modality::Planned;
                }
                claim
            })
            .collect();
        let documents: Vec<DocumentId> = said.iter().map(|s| DocumentId::of_address(s.0)).collect();
        let ids: Vec<MentionId> =
            documents.iter().enumerate().map(|(at, id)| MentionId::new(id, "x", at)).collect();
        let known = "2021-03-01".parse().unwrap();
        let told: Vec<Told<'_>> = (0..said.len())
            .map(|at| Told {
                id: &ids[at],
                document: &documents[at],
                voice: &documents[at],
                known,
                claim: &claims[at],
            })
            .collect();
        then(&told)
    }

    use ClaimKind::{ProjectCount, ProjectJobs};
    use Portion::{Implemented, Ongoing, Planned, Total};

    #[test]
    fn a_total_is_compared_with_its_parts() {
        let said = |total| {
            [
                ("a", ProjectCount, Total, total, false, ""),
                ("a", ProjectCount, Implemented, 11, false, ""),
                ("a", ProjectCount, Ongoing, 3, false, ""),
                ("a", ProjectCount, Planned, 46, true, "another "),
            ]
        };
        let ladder = |told: &[Told<'_>]| {
            let [ladder] = ladders(told).try_into().unwrap();
            (ladder.is_whole, ladder.holds)
        };
        assert_eq!(with(&said(60), ladder), (true, true));
        assert_eq!(with(&said(61), ladder), (true, false));
        assert_eq!(with(&said(60)[..3], ladder), (false, true));
        let few = [("a", ProjectCount, Total, 9, false, ""), ("a", ProjectCount, Implemented, 11, false, "")];
        assert_eq!(with(&few, ladder), (false, false));
    }

    #[test]
    fn a_part_that_is_told_on_top_is_found_where_others_tell_it_as_a_part() {
        let one = [
            ("a", ProjectJobs, Total, 900, false, "will give "),
            ("a", ProjectJobs, Implemented, 300, false, "done, giving another "),
        ];
        let other = [
            ("b", ProjectJobs, Total, 900, true, ""),
            ("b", ProjectJobs, Implemented, 300, false, "of them "),
        ];
        assert!(with(&one, additions).is_empty());
        assert_eq!(with(&[one, other].concat(), additions), [vec![1, 0, 3, 2]]);
        // Whoever counts on to the whole adds nothing.
        let whole = [
            ("a", ProjectCount, Total, 60, false, ""),
            ("a", ProjectCount, Implemented, 11, false, ""),
            ("a", ProjectCount, Ongoing, 3, false, ""),
            ("a", ProjectCount, Planned, 46, true, "another "),
            ("b", ProjectCount, Total, 60, false, ""),
            ("b", ProjectCount, Planned, 46, true, ""),
        ];
        assert!(with(&whole, additions).is_empty());
    }

    #[test]
    fn jobs_that_are_planned_are_told_as_given() {
        let said = [("a", ProjectJobs, Total, 900, false, ""), ("b", ProjectJobs, Total, 900, true, "")];
        assert_eq!(with(&said, planned_as_done), [vec![0, 1]]);
        let said =
            [("a", ProjectJobs, Implemented, 300, false, ""), ("b", ProjectJobs, Total, 900, true, "")];
        assert!(with(&said, planned_as_done).is_empty());
    }
}
