//! Statements compared two by two, as the definitions say it: what is quick must find the same.

use super::cause::{digits, exceeds, is_flow, is_part, is_planned, is_stale, is_telling, slipped};
use super::quantity::{Quantity, is_compared};
use super::{Cause, Group, Standing, Told, buckets, first_known, group, reconcile, split_by_time, within};
use entente_model::{
    Claim, ClaimKind, Country, Decimal, DocumentId, MentionId, Modality, Period, Portion, Quote, Stated, Unit,
};
use jiff::ToSpan as _;
use jiff::civil::date;
use proptest::prelude::*;
use rustc_hash::FxHashSet;

fn slowly(told: &[Told<'_>]) -> Vec<Group> {
    let mut order: Vec<usize> = (0..told.len()).filter(|&at| told[at].claim.asserts().is_some()).collect();
    order.sort_by_key(|&at| (told[at].known, told[at].id));
    let mut groups = Vec::new();
    for members in of_one_quantity(told, &order) {
        groups.extend(compared(told, &members));
    }
    groups.extend(mistaken(told, &order));
    groups.extend(impossible(told, &order));
    groups.sort_by(|a, b| {
        let newest = |group: &Group| group.members.last().map(|&at| (told[at].known, told[at].id));
        a.standing.cmp(&b.standing).then_with(|| newest(b).cmp(&newest(a))).then(a.cause.cmp(&b.cause))
    });
    groups
}

/// The statements about each quantity that a pair has one of, in one unit.
fn of_one_quantity(told: &[Told<'_>], order: &[usize]) -> Vec<Vec<usize>> {
    let key = |at: usize| {
        let Told { claim, known, .. } = told[at];
        is_compared(claim).then(|| (Quantity::of(claim, known), claim.unit))
    };
    let same = buckets(order, key);
    same.into_iter().flat_map(|members| split_by_time(told, members)).collect()
}

/// Compares what is said of one quantity; none where only one voice speaks.
fn compared(told: &[Told<'_>], members: &[usize]) -> Option<Group> {
    let members = one_a_voice(told, members);
    let mut voices: Vec<_> = members.iter().map(|&at| told[at].voice).collect();
    voices.sort_unstable();
    voices.dedup();
    if voices.len() < 2 {
        return None;
    }
    let disagreeing = disagreeing(told, &members);
    let Some(&(a, b)) = disagreeing.first() else {
        return Some(group(told, members, Standing::Agreement, None));
    };
    let slip = disagreeing.iter().find_map(|&(a, b)| slipped(told[a].claim, told[b].claim));
    if slip.is_some() {
        return Some(group(told, members, Standing::Conflict, slip));
    }
    let later = disagreeing.iter().all(|&(a, b)| revised(&told[a], &told[b]));
    let standing =
        if later && told[a].known < told[b].known { Standing::Revision } else { Standing::Conflict };
    Some(group(told, members, standing, None))
}

/// The pairs of statements of different voices that have no figure in common, the earlier first. A text that gives several
/// numbers for one quantity tells of several things; it stands against another only where none of its numbers is there.
fn disagreeing(told: &[Told<'_>], members: &[usize]) -> Vec<(usize, usize)> {
    let meet = |a: usize, b: usize| {
        let intervals = told[a].claim.asserts().zip(told[b].claim.asserts());
        intervals.is_none_or(|(a, b)| a.meets(&b))
    };
    let pairs = members.iter().enumerate().flat_map(|(i, &a)| members[i + 1..].iter().map(move |&b| (a, b)));
    let pairs: Vec<_> = pairs.filter(|&(a, b)| told[a].voice != told[b].voice).collect();
    let voices = |(a, b): (usize, usize)| {
        let (a, b) = (told[a].voice, told[b].voice);
        if a <= b { (a, b) } else { (b, a) }
    };
    let agreeing: FxHashSet<_> =
        pairs.iter().filter(|(a, b)| meet(*a, *b)).map(|&pair| voices(pair)).collect();
    pairs.into_iter().filter(|&pair| !agreeing.contains(&voices(pair))).collect()
}

/// Leaves the first of the statements of a voice that give one number.
fn one_a_voice(told: &[Told<'_>], members: &[usize]) -> Vec<usize> {
    let mut seen = FxHashSet::default();
    let says = |at: usize| (told[at].voice, told[at].claim.value.normalize(), told[at].claim.bound);
    members.iter().copied().filter(|&at| seen.insert(says(at))).collect()
}

/// Pairs of quantities that carry one number and differ in one thing: one is taken for the other. Each group has every
/// voice that gives either.
fn mistaken(told: &[Told<'_>], order: &[usize]) -> Vec<Group> {
    let key = |at: usize| {
        let claim = told[at].claim;
        is_telling(claim).then(|| (claim.kind, claim.parties.clone(), claim.value.normalize()))
    };
    let mut groups = Vec::new();
    for same in buckets(order, key) {
        let same = one_a_quantity(told, &same);
        let mut by_cause: Vec<(Cause, Vec<usize>)> = Vec::new();
        for (i, &a) in same.iter().enumerate() {
            for &b in &same[i + 1..] {
                if told[a].voice == told[b].voice {
                    continue;
                }
                let Some(cause) = borrowed(&told[a], &told[b]) else { continue };
                match by_cause.iter_mut().find(|(known, _)| *known == cause) {
                    Some((_, members)) => members.extend([a, b]),
                    None => by_cause.push((cause, vec![a, b])),
                }
            }
        }
        for (cause, members) in by_cause {
            groups.push(group(told, first_known(told, members), Standing::Conflict, Some(cause)));
        }
    }
    groups
}

/// Leaves the first statement of each voice about each quantity.
fn one_a_quantity(told: &[Told<'_>], members: &[usize]) -> Vec<usize> {
    let mut seen = FxHashSet::default();
    let about =
        |at: usize| (told[at].voice, Quantity::of(told[at].claim, told[at].known), told[at].claim.unit);
    members.iter().copied().filter(|&at| seen.insert(about(at))).collect()
}

/// Parts that exceed their whole: the months of a year above the year.
fn impossible(told: &[Told<'_>], order: &[usize]) -> Vec<Group> {
    let key = |at: usize| {
        let claim = told[at].claim;
        let is_flow = is_flow(claim) && claim.modality == Modality::Actual;
        let year = claim.period.map(Period::last_month).map(entente_model::Month::year)?;
        is_flow.then(|| (Quantity::of(claim, told[at].known).of_any_period(), claim.unit, year))
    };
    let mut groups = Vec::new();
    for same in buckets(order, key) {
        let same = one_a_quantity(told, &same);
        let found = same.iter().find_map(|&part| {
            let whole = same.iter().find(|&&whole| exceeds(told[part].claim, told[whole].claim))?;
            Some((part, *whole))
        });
        if let Some((part, whole)) = found {
            let members = first_known(told, vec![part, whole]);
            groups.push(group(told, members, Standing::Conflict, Some(Cause::Series)));
        }
    }
    groups
}

/// Says whether a later statement may give a figure that statisticians revised: of trade, later, and not far off.
fn revised(earlier: &Told<'_>, later: &Told<'_>) -> bool {
    let (a, b) = (earlier.claim.value, later.claim.value);
    let most = a.abs().max(b.abs()).checked_mul(Decimal::new(10, 2));
    let is_close = most.is_some_and(|most| (a - b).abs() <= most);
    earlier.claim.kind.is_trade() && is_close && !within(earlier.known, later.known, 0)
}

/// Finds why one number is told of two quantities; none where they differ in more than one thing, or in none.
fn borrowed(a: &Told<'_>, b: &Told<'_>) -> Option<Cause> {
    let (first, second) = (Quantity::of(a.claim, a.known), Quantity::of(b.claim, b.known));
    let differs_only = |undo: fn(&mut Quantity)| {
        let (mut first, mut second) = (first.clone(), second.clone());
        undo(&mut first);
        undo(&mut second);
        first == second
    };
    if a.claim.unit != b.claim.unit {
        let is_money = a.claim.unit.is_money() && b.claim.unit.is_money();
        return (is_money && first == second && within(a.known, b.known, 60)).then_some(Cause::Currency);
    }
    if first == second {
        return None;
    }
    let is_near = within(a.known, b.known, 60);
    let is_share = a.claim.kind == ClaimKind::TradeShare && within(a.known, b.known, 366);
    if is_share && (first.of != second.of || first.subject != second.subject) {
        let is_same = differs_only(|q| (q.of, q.subject, q.months) = (None, None, None));
        return is_same.then_some(Cause::Denominator);
    }
    if is_near && first.place.is_some() != second.place.is_some() && differs_only(|q| q.place = None) {
        return Some(Cause::Place);
    }
    if is_near && is_planned(a.claim) != is_planned(b.claim) && a.claim.kind.is_portfolio() {
        let is_same = differs_only(|q| (q.modality, q.stage, q.months) = (Modality::Actual, None, None));
        return is_same.then_some(Cause::Stage);
    }
    if !is_flow(a.claim) || !differs_only(|q| q.months = None) {
        return None;
    }
    match (first.months, second.months) {
        (Some(first), Some(second)) if is_part(first, second) || is_part(second, first) => {
            Some(Cause::Period)
        }
        // Trade of two years may well round to the same two digits.
        (Some(first), Some(second)) if digits(a.claim) >= 100 => {
            is_stale(first, second).then_some(Cause::Stale)
        }
        _ => None,
    }
}

/// A voice, days after the first, kind, value, precision, period, portion, place, whether it is planned, whether it is a share
/// of another whole.
type Says = (u8, i32, u8, usize, usize, u8, u8, bool, bool, bool);

const VALUES: &[i64] =
    &[12, 15, 120, 345, 1_500, 3_100_000_000, 3_000_100_000, 4_500_000_000, 4_550_000_000, 4_500_000, 15_000];
const KINDS: &[ClaimKind] =
    &[ClaimKind::TradeTurnover, ClaimKind::TradeShare, ClaimKind::ProjectCount, ClaimKind::ProjectJobs];

fn claim(says: &Says) -> Claim {
    let (_, _, kind, value, digits, period, portion, is_of_place, is_planned, is_other) = *says;
    let parties: Vec<Country> = vec!["CHL".parse().unwrap(), "PER".parse().unwrap()];
    let kind = KINDS[usize::from(kind) % KINDS.len()];
    let value = VALUES[value % VALUES.len()];
    let stated = Stated { value: value.into(), step: [1, 10, 100_000_000][digits % 3].into() };
    let unit = match kind {
        ClaimKind::TradeTurnover if is_other => "EUR",
        ClaimKind::TradeTurnover => "USD",
        ClaimKind::TradeShare => "percent",
        ClaimKind::ProjectJobs => "jobs",
        _ => "count",
    };
    let unit: Unit = unit.parse().unwrap();
    let mut claim = Claim::new(kind, parties, stated, unit, Quote::cut("", 0..0, 0).unwrap());
    let periods = ["2021", "2022", "2024", "2022-01/2022-05", "2022-01/2022-12"];
    claim.period = periods.get(usize::from(period % 8)).map(|period| period.parse().unwrap());
    if kind == ClaimKind::TradeShare && is_other {
        claim.of = Some("CHL".parse().unwrap());
    }
    if kind.is_portfolio() {
        claim.stage = [None, Some(Portion::Total), Some(Portion::Planned)][usize::from(portion % 3)];
    }
    claim.place = is_of_place.then(|| "Arica".to_owned());
    claim.modality = if is_planned { Modality::Planned } else { Modality::Actual };
    claim
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn what_is_quick_finds_what_comparing_two_by_two_finds(
        says in proptest::collection::vec(
            (0_u8..6, 0_i32..900, any::<u8>(), any::<usize>(), any::<usize>(), any::<u8>(), any::<u8>(),
             prop::bool::weighted(0.1), prop::bool::weighted(0.2), prop::bool::weighted(0.2)),
            0..24,
        )
    ) {
        let documents: Vec<DocumentId> =
            says.iter().map(|says| DocumentId::of_address(&says.0.to_string())).collect();
        let ids: Vec<MentionId> =
            documents.iter().enumerate().map(|(at, document)| MentionId::new(document, "x", at)).collect();
        let claims: Vec<Claim> = says.iter().map(claim).collect();
        let told: Vec<Told<'_>> = (0..says.len()).map(|at| Told {
            id: &ids[at],
            document: &documents[at],
            voice: &documents[at],
            known: date(2021, 1, 1).checked_add(says[at].1.days()).unwrap(),
            claim: &claims[at],
        }).collect();
        let is_of_portfolio = |group: &Group| {
            matches!(group.cause, Some(Cause::Addition))
                || (group.cause == Some(Cause::Stage) && !slowly(&told).contains(group))
        };
        let mut found: Vec<Group> =
            reconcile(&told).into_iter().filter(|group| !is_of_portfolio(group)).collect();
        // Jobs that are planned and told as given are found in two ways.
        found.dedup();
        prop_assert_eq!(found, slowly(&told));
    }
}
