//! Lists and their totals against a model that counts: whatever was filed, read again and checked again, on each day.

use crate::made::{at, filing, verdict};
use crate::place::Place;
use entente_model::{
    ClaimKind, ClaimVersionId, Country, DocumentId, MentionId, Modality, Outcome, Pair, ReadingId, SourceId,
    VerdictId,
};
use entente_store::{ClaimFilter, DocumentFilter, FiledVerdict, Filing, Store};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

const FIRST: Date = date(2024, 1, 30);
const DAYS: u64 = 12;
const KINDS: [ClaimKind; 3] = [ClaimKind::TradeTurnover, ClaimKind::Exports, ClaimKind::Flights];
const MODALITIES: [Modality; 2] = [Modality::Actual, Modality::Target];
const OUTCOMES: [Outcome; 3] = [Outcome::Supported, Outcome::Near, Outcome::NoData];
const PARTIES: [&[&str]; 3] = [&["KAZ", "UZB"], &["UZB", "KAZ"], &["KAZ"]];

/// Numbers that look random and are the same each time (Knuth's linear congruential generator, MMIX).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.below(of.len() as u64)).expect("few")]
    }

    fn day(&mut self) -> Date {
        FIRST + i64::try_from(self.below(DAYS)).expect("few").days()
    }
}

/// A claim as the model has it.
#[derive(Clone)]
struct Said {
    document: DocumentId,
    known: Date,
    source: SourceId,
    kind: ClaimKind,
    modality: Modality,
    pair: Option<Pair>,
    position: usize,
    version: ClaimVersionId,
    present: bool,
}

#[derive(Default)]
struct Model {
    claims: BTreeMap<MentionId, Said>,
    documents: BTreeMap<DocumentId, (Date, SourceId)>,
    /// By version: day, when made, id, outcome.
    verdicts: BTreeMap<ClaimVersionId, Vec<(Date, i64, VerdictId, Outcome)>>,
}

impl Model {
    fn file(&mut self, filing: &Filing, second: i64) {
        let (document, source) = (&filing.document, filing.document.source.clone().expect("a source"));
        let known = document.published.expect("a day");
        self.documents.insert(document.id.clone(), (known, source.clone()));
        for said in self.claims.values_mut().filter(|said| said.document == document.id) {
            said.present = false;
        }
        for filed in &filing.claims {
            let parties: Vec<Country> = filed.claim.parties.clone();
            let said = Said {
                document: document.id.clone(),
                known,
                source: source.clone(),
                kind: filed.claim.kind,
                modality: filed.claim.modality,
                pair: if let [a, b] = *parties { Pair::new(a, b) } else { None },
                position: filed.claim.quote.start,
                version: filed.version.clone(),
                present: true,
            };
            self.claims.insert(filed.id.clone(), said);
            self.check(&filed.version, &filed.verdict, second);
        }
    }

    fn check(&mut self, version: &ClaimVersionId, filed: &FiledVerdict, second: i64) {
        let verdicts = self.verdicts.entry(version.clone()).or_default();
        if verdicts.iter().all(|(_, _, id, _)| *id != filed.id) {
            verdicts.push((filed.as_of, second, filed.id.clone(), filed.verdict.outcome));
        }
    }

    fn outcome(&self, said: &Said, as_of: Date) -> Option<Outcome> {
        let verdicts = self.verdicts.get(&said.version)?.iter().filter(|(day, ..)| *day <= as_of);
        let newest = verdicts.max_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| b.2.cmp(&a.2)));
        newest.map(|(_, _, _, outcome)| *outcome)
    }

    /// The claims of a list in its order.
    fn list(&self, filter: &ClaimFilter) -> Vec<MentionId> {
        let is_in = |said: &Said| {
            said.present
                && said.known <= filter.as_of
                && filter.since.is_none_or(|since| said.known >= since)
                && filter.until.is_none_or(|until| said.known <= until)
                && filter.document.as_ref().is_none_or(|document| said.document == *document)
                && filter.source.as_ref().is_none_or(|source| said.source == *source)
                && filter.pair.is_none_or(|pair| said.pair == Some(pair))
                && filter.kind.is_none_or(|kind| said.kind == kind)
                && filter.modality.is_none_or(|modality| said.modality == modality)
                && filter.outcome.is_none_or(|o| self.outcome(said, filter.as_of) == Some(o))
        };
        let mut found: Vec<(&MentionId, &Said)> =
            self.claims.iter().filter(|(_, said)| is_in(said)).collect();
        found.sort_by(|(a, x), (b, y)| {
            let key = (y.known, &x.document, x.position, *a);
            key.cmp(&(x.known, &y.document, y.position, *b))
        });
        found.into_iter().map(|(id, _)| id.clone()).collect()
    }
}

/// A document with up to four claims, of anything.
fn any_filing(dice: &mut Dice, second: i64) -> Filing {
    let amounts: Vec<&str> =
        ["$1 bn", "$2 bn", "$3 bn", "$4 bn"].into_iter().filter(|_| dice.below(3) > 0).collect();
    let name = format!("doc-{}", dice.below(9));
    let mut filing = filing(&name, &amounts, &format!("Title {second}"), &[], second);
    let source: SourceId = dice.one(&["outlet", "office"]).parse().expect("a source");
    filing.source.as_mut().expect("a source").id = source.clone();
    filing.document.source = Some(source);
    filing.document.published = Some(dice.day());
    let hash = filing.snapshot.hash.clone();
    filing.reading.id = ReadingId::new(&hash, &hash, "1", &filing.document);
    for filed in &mut filing.claims {
        let claim = &mut filed.claim;
        (claim.kind, claim.modality) = (dice.one(&KINDS), dice.one(&MODALITIES));
        claim.parties = dice.one(&PARTIES).iter().map(|code| code.parse().expect("a country")).collect();
        filed.version = ClaimVersionId::new(&filed.id, "1", &hash, &format!("{claim:?}"));
        filed.verdict = any_verdict(dice, &filed.version, second);
    }
    filing
}

fn any_verdict(dice: &mut Dice, version: &ClaimVersionId, second: i64) -> FiledVerdict {
    let (as_of, grid) = (dice.day(), dice.below(3).to_string());
    let id = VerdictId::new(version, &grid, &[], as_of);
    FiledVerdict { id, grid, as_of, made: at(second), verdict: verdict(dice.one(&OUTCOMES), &[]) }
}

/// Files, reads again and checks again, as chance has it.
async fn live(store: &Store, model: &mut Model, dice: &mut Dice) {
    let mut second = 0;
    for _ in 0..25 {
        let mut tx = store.begin().await.expect("a transaction");
        for _ in 0..=dice.below(3) {
            second += 1;
            let filing = any_filing(dice, second);
            assert!(tx.file(&filing).await.expect("filed"));
            model.file(&filing, second);
        }
        let claims: Vec<(MentionId, Said)> =
            model.claims.iter().map(|(id, s)| (id.clone(), s.clone())).collect();
        for (id, said) in claims.iter().filter(|_| dice.below(6) == 0).collect::<Vec<_>>() {
            second += 1;
            let filed = any_verdict(dice, &said.version, second);
            tx.put_verdict(&said.document, id, &said.version, &filed).await.expect("written");
            model.check(&said.version, &filed, second);
        }
        tx.commit().await.expect("committed");
    }
}

/// Each way to narrow a list of claims by one value or by none.
fn filters(as_of: Date, dice: &mut Dice) -> Vec<ClaimFilter> {
    let none = ClaimFilter { as_of, limit: 1000, ..ClaimFilter::default() };
    let mut filters = vec![none.clone()];
    for kind in [None, Some(KINDS[0]), Some(KINDS[1])] {
        for modality in [None, Some(MODALITIES[1])] {
            for pair in [None, "KAZ-UZB".parse().ok()] {
                for outcome in [None, Some(OUTCOMES[0]), Some(OUTCOMES[2])] {
                    filters.push(ClaimFilter { kind, modality, pair, outcome, ..none.clone() });
                }
            }
        }
    }
    for _ in 0..10 {
        let mut filter = filters[usize::try_from(dice.below(filters.len() as u64)).expect("few")].clone();
        filter.since = Some(dice.day()).filter(|_| dice.below(2) == 0);
        filter.until = Some(dice.day()).filter(|_| dice.below(2) == 0);
        filter.source = "office".parse().ok().filter(|_| dice.below(3) == 0);
        filters.push(filter);
    }
    filters
}

pub(crate) async fn totals_and_lists_are_those_of_counting(place: &Place) {
    let store = place.registry().await;
    let (mut model, mut dice) = (Model::default(), Dice(7));
    live(&store, &mut model, &mut dice).await;
    assert!(model.claims.values().any(|said| !said.present) && model.claims.len() > 20);
    let faults = store.verify().await.expect("verified").faults;
    assert!(!faults.iter().any(|fault| fault.contains("counts")), "{faults:?}");
    let mut seen = 0;
    for day in -1..=i64::try_from(DAYS).expect("few") {
        let as_of = FIRST + day.days();
        for mut filter in filters(as_of, &mut dice) {
            let expected = model.list(&filter);
            let page = store.claims(&filter).await.expect("read");
            let found: Vec<&MentionId> = page.items.iter().map(|entry| &entry.id).collect();
            assert_eq!(found, expected.iter().collect::<Vec<_>>(), "{filter:?}");
            assert_eq!((page.total, page.next), (expected.len() as u64, None), "{filter:?}");
            for entry in &page.items {
                let said = &model.claims[&entry.id];
                assert_eq!(entry.verdict.as_ref().map(|v| v.outcome), model.outcome(said, as_of));
                assert_eq!((entry.known, entry.present), (said.known, true));
            }
            seen += expected.len();
            if day % 4 == 0 {
                filter.limit = 3;
                let mut parts = Vec::new();
                loop {
                    let part = store.claims(&filter).await.expect("read");
                    assert_eq!(part.total, expected.len() as u64);
                    parts.extend(part.items.into_iter().map(|entry| entry.id));
                    // A cursor goes through text and back, as it does between a server and its reader.
                    let Some(next) = part.next else { break };
                    filter.after = Some(next.to_string().parse().expect("a cursor"));
                }
                assert_eq!(parts, expected, "{filter:?}");
            }
        }
        documents(&store, &model, as_of, &mut dice).await;
        pairs(&store, &model, as_of).await;
    }
    assert!(seen > 1000, "{seen} is too few to tell anything");
}

async fn documents(store: &Store, model: &Model, as_of: Date, dice: &mut Dice) {
    for _ in 0..6 {
        let filter = DocumentFilter {
            source: "office".parse().ok().filter(|_| dice.below(2) == 0),
            since: Some(dice.day()).filter(|_| dice.below(2) == 0),
            until: Some(dice.day()).filter(|_| dice.below(2) == 0),
            as_of,
            limit: 100,
            ..DocumentFilter::default()
        };
        let is_in = |(known, source): &(Date, SourceId)| {
            *known <= as_of
                && filter.since.is_none_or(|since| *known >= since)
                && filter.until.is_none_or(|until| *known <= until)
                && filter.source.as_ref().is_none_or(|wanted| wanted == source)
        };
        let mut expected: Vec<_> = model.documents.iter().filter(|(_, document)| is_in(document)).collect();
        expected.sort_by(|(a, x), (b, y)| (y.0, a).cmp(&(x.0, b)));
        let page = store.documents(&filter).await.expect("read");
        let found: Vec<&DocumentId> = page.items.iter().map(|entry| &entry.document.id).collect();
        assert_eq!(found, expected.iter().map(|(id, _)| *id).collect::<Vec<_>>(), "{filter:?}");
        assert_eq!(page.total, expected.len() as u64, "{filter:?}");
        for entry in &page.items {
            let of = |said: &&Said| said.present && said.document == entry.document.id;
            assert_eq!(entry.claims, model.claims.values().filter(of).count() as u64);
        }
    }
}

async fn pairs(store: &Store, model: &Model, as_of: Date) {
    let pair: Pair = "KAZ-UZB".parse().expect("a pair");
    let filter = ClaimFilter { pair: Some(pair), as_of, ..ClaimFilter::default() };
    let expected = model.list(&filter);
    let pairs = store.pairs(as_of).await.expect("read");
    let Some(newest) = expected.first() else {
        assert!(pairs.is_empty() && store.pair(pair, as_of).await.expect("read").is_none());
        return;
    };
    let mut tally: BTreeMap<Option<Outcome>, u64> = BTreeMap::new();
    for id in &expected {
        *tally.entry(model.outcome(&model.claims[id], as_of)).or_default() += 1;
    }
    let entry = &pairs[0];
    assert_eq!((pairs.len(), entry.pair, entry.claims), (1, pair, expected.len() as u64));
    assert_eq!(entry.newest, Some(model.claims[newest].known));
    assert_eq!(entry.tally, tally.into_iter().collect::<Vec<_>>(), "{as_of}");
    assert_eq!(store.pair(pair, as_of).await.expect("read").as_ref(), Some(entry));
}
