//! Documents, claims, verdicts, authors: what goes in comes out.

use crate::made::{AS_OF, at, filing, verdict};
use crate::place::Place;
use entente_model::{AuthorId, ClaimKind, MentionId, Outcome, VerdictId};
use entente_store::{ClaimFilter, DocumentFilter, FiledVerdict, Page, Store};
use jiff::civil::date;

async fn file(store: &Store, filing: &entente_store::Filing) {
    let mut tx = store.begin().await.expect("a transaction");
    tx.file(filing).await.expect("filed");
    tx.commit().await.expect("committed");
}

fn everything() -> (DocumentFilter, ClaimFilter) {
    (
        DocumentFilter { as_of: AS_OF, limit: 100, ..DocumentFilter::default() },
        ClaimFilter { as_of: AS_OF, limit: 100, ..ClaimFilter::default() },
    )
}

pub(crate) async fn a_document_comes_out_as_it_went_in(place: &Place) {
    let store = place.registry().await;
    let filed = filing("one", &["$1 bn", "$2 bn"], "Title", &[], 0);
    file(&store, &filed).await;
    let entry = store.document(&filed.document.id).await.expect("read").expect("on file");
    assert_eq!(entry.document, filed.document);
    assert_eq!((entry.known, entry.first_seen, entry.claims), (date(2024, 7, 13), at(0), 2));
    assert_eq!(
        store.snapshots(&filed.document.id).await.expect("read"),
        std::slice::from_ref(&filed.snapshot)
    );
    let reading = &filed.reading.id;
    assert_eq!(store.events(reading).await.expect("read"), filed.events);
    assert_eq!(store.officials(reading).await.expect("read"), filed.officials);
    assert_eq!(store.projects(reading).await.expect("read"), filed.projects);
    assert_eq!(store.remarks(reading).await.expect("read"), filed.remarks);
    assert_eq!(store.authors_of(reading).await.expect("read"), filed.authors);
    assert_eq!(store.attribution(reading).await.expect("read"), filed.reading.attribution);
    let claims = store.claims(&everything().1).await.expect("read");
    assert_eq!((claims.total, claims.next), (2, None));
    let claims = claims.items;
    assert_eq!(store.claims_of(&filed.document.id, AS_OF).await.expect("read"), claims);
    for (entry, filed) in claims.iter().zip(&filed.claims) {
        assert_eq!((&entry.id, &entry.version, &entry.claim), (&filed.id, &filed.version, &filed.claim));
        assert_eq!(entry.verdict.as_ref().map(|v| (v.outcome, v.as_of)), Some((Outcome::Supported, AS_OF)));
        let stored = store.verdict(&filed.verdict.id).await.expect("read").expect("on file");
        assert_eq!(stored.verdict, filed.verdict.verdict);
        assert_eq!((stored.made, stored.supersedes), (at(0), None));
    }
}

pub(crate) async fn filing_again_changes_nothing(place: &Place) {
    let store = place.registry().await;
    let filed = filing("one", &["$1 bn"], "Title", &[], 0);
    file(&store, &filed).await;
    let before = store.verify().await.expect("verified");
    file(&store, &filed).await;
    let after = store.verify().await.expect("verified");
    assert_eq!((before.documents, before.claims, before.verdicts), (1, 1, 1));
    assert_eq!(before, after);
}

pub(crate) async fn another_reading_keeps_the_old_one(place: &Place) {
    let store = place.registry().await;
    let first = filing("one", &["$1 bn", "$2 bn"], "Title", &[], 0);
    file(&store, &first).await;
    let second = filing("one", &["$2 bn", "$3 bn"], "Another title", &[], 60);
    file(&store, &second).await;
    let Page { total, items, .. } = store.claims(&everything().1).await.expect("read");
    let ids: Vec<&MentionId> = items.iter().map(|entry| &entry.id).collect();
    assert_eq!((total, ids), (2, second.claims.iter().map(|claim| &claim.id).collect()));
    let gone = store.claim(&first.claims[0].id, AS_OF).await.expect("read").expect("still on file");
    assert!(!gone.present);
    assert_eq!(store.snapshots(&first.document.id).await.expect("read").len(), 2);
    let kept = &second.claims[0].id;
    assert_eq!(store.claim_versions(kept).await.expect("read").len(), 2);
    let verdicts = store.verdicts_of(kept).await.expect("read");
    assert_eq!(verdicts.len(), 2);
    assert_eq!(verdicts[1].supersedes.as_ref(), Some(&verdicts[0].id));
}

pub(crate) async fn the_day_decides_which_verdict_is_newest(place: &Place) {
    let store = place.registry().await;
    let filed = filing("one", &["$1 bn"], "Title", &[], 0);
    file(&store, &filed).await;
    let claim = &filed.claims[0];
    let later = date(2026, 6, 1);
    let newer = verdict(Outcome::Near, &[]);
    let id = VerdictId::new(&claim.version, "1", &[], later);
    let newer = FiledVerdict { id, grid: "1".to_owned(), as_of: later, made: at(90), verdict: newer };
    let mut tx = store.begin().await.expect("a transaction");
    assert!(tx.put_verdict(&filed.document.id, &claim.id, &claim.version, &newer).await.expect("written"));
    assert!(
        !tx.put_verdict(&filed.document.id, &claim.id, &claim.version, &newer).await.expect("there already")
    );
    tx.commit().await.expect("committed");
    let outcome = async |day| {
        let entry = store.claim(&claim.id, day).await.expect("read").expect("on file");
        entry.verdict.map(|verdict| verdict.outcome)
    };
    assert_eq!(outcome(date(2025, 12, 31)).await, None);
    assert_eq!(outcome(date(2026, 5, 31)).await, Some(Outcome::Supported));
    assert_eq!(outcome(later).await, Some(Outcome::Near));
    let near = ClaimFilter { outcome: Some(Outcome::Near), as_of: later, limit: 9, ..ClaimFilter::default() };
    assert_eq!(store.claims(&near).await.expect("read").total, 1);
    assert_eq!(store.claims(&ClaimFilter { as_of: AS_OF, ..near }).await.expect("read").total, 0);
}

pub(crate) async fn a_transaction_that_is_dropped_leaves_nothing(place: &Place) {
    let store = place.registry().await;
    let filed = filing("one", &["$1 bn"], "Title", &[], 0);
    let mut tx = store.begin().await.expect("a transaction");
    tx.file(&filed).await.expect("filed");
    drop(tx);
    assert_eq!(store.documents(&everything().0).await.expect("read").total, 0);
    assert!(store.document(&filed.document.id).await.expect("read").is_none());
}

pub(crate) async fn lists_go_on_where_they_ended(place: &Place) {
    let store = place.registry().await;
    for n in 0..7 {
        file(&store, &filing(&format!("doc-{n}"), &["$1 bn", "$2 bn"], "Title", &[], n)).await;
    }
    let (mut documents, mut claims) = everything();
    (documents.limit, claims.limit) = (3, 5);
    let (mut seen, mut said) = (Vec::new(), Vec::new());
    loop {
        let part = store.documents(&documents).await.expect("read");
        assert_eq!(part.total, 7);
        seen.extend(part.items.into_iter().map(|entry| entry.document.id));
        documents.after = part.next;
        if documents.after.is_none() {
            break;
        }
    }
    loop {
        let part = store.claims(&claims).await.expect("read");
        assert_eq!(part.total, 14);
        said.extend(part.items.into_iter().map(|entry| entry.id));
        claims.after = part.next;
        if claims.after.is_none() {
            break;
        }
    }
    assert_eq!((seen.len(), said.len()), (7, 14));
    let whole = store.claims(&everything().1).await.expect("read").items;
    assert_eq!(said, whole.into_iter().map(|entry| entry.id).collect::<Vec<_>>());
    seen.sort();
    assert_eq!(store.document_ids(None, 100).await.expect("read"), seen);
    assert_eq!(store.document_ids(Some(&seen[4]), 100).await.expect("read"), seen[5..]);
}

pub(crate) async fn lists_are_narrowed(place: &Place) {
    let store = place.registry().await;
    file(&store, &filing("one", &["$1 bn"], "Title", &[], 0)).await;
    file(&store, &filing("two", &["$1 bn", "$2 bn"], "Title", &[], 0)).await;
    let (documents, claims) = everything();
    let total = async |filter: ClaimFilter| store.claims(&filter).await.expect("read").total;
    assert_eq!(total(ClaimFilter { pair: "KAZ-UZB".parse().ok(), ..claims.clone() }).await, 3);
    assert_eq!(total(ClaimFilter { pair: "KAZ-RUS".parse().ok(), ..claims.clone() }).await, 0);
    assert_eq!(total(ClaimFilter { kind: Some(ClaimKind::Exports), ..claims.clone() }).await, 0);
    assert_eq!(total(ClaimFilter { since: Some(date(2024, 7, 14)), ..claims.clone() }).await, 0);
    assert_eq!(total(ClaimFilter { as_of: date(2024, 7, 12), ..claims }).await, 0);
    let author = AuthorId::of_name("author OF two");
    let by = DocumentFilter { author: Some(author.clone()), ..documents.clone() };
    assert_eq!(store.documents(&by).await.expect("read").total, 1);
    let from = DocumentFilter { source: "nobody".parse().ok(), ..documents };
    assert_eq!(store.documents(&from).await.expect("read").total, 0);
    let authors = store.authors(AS_OF).await.expect("read");
    assert_eq!(
        authors.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(),
        ["Author of one", "Author of two"]
    );
    let author = store.author(&author, AS_OF).await.expect("read").expect("on file");
    assert_eq!((author.documents, author.note.as_deref()), (1, Some("Writes.")));
}

pub(crate) async fn first_digits_are_enough(place: &Place) {
    let store = place.registry().await;
    let filed = filing("one", &["$1 bn"], "Title", &[], 0);
    file(&store, &filed).await;
    let (document, claim) = (&filed.document.id, &filed.claims[0].id);
    assert_eq!(
        store.documents_like(&document.as_str()[..8]).await.expect("read"),
        std::slice::from_ref(document)
    );
    assert_eq!(store.claims_like(&claim.as_str()[..8]).await.expect("read"), std::slice::from_ref(claim));
    assert_eq!(store.reading_of(document).await.expect("read"), Some(filed.reading.id));
}

pub(crate) async fn names_sort_by_their_bytes(place: &Place) {
    let store = place.registry().await;
    // By the rules of a language "C" would stand after "b", and "á" before it.
    let mut names = ["b", "C", "a b", "a", "D", "ab", "á", "Я", "ю"];
    for name in names {
        file(&store, &filing(name, &["$1 bn"], "Title", &[], 0)).await;
    }
    names.sort_unstable();
    let authors = store.authors(AS_OF).await.expect("read");
    let names: Vec<String> = names.iter().map(|name| format!("Author of {name}")).collect();
    assert_eq!(authors.into_iter().map(|author| author.name).collect::<Vec<_>>(), names);
}

pub(crate) async fn what_no_text_may_hold_is_replaced(place: &Place) {
    let store = place.registry().await;
    let mut filed = filing("one", &["$1 bn"], "A\0title", &[], 0);
    filed.authors[0].note = Some("a\0note".to_owned());
    file(&store, &filed).await;
    let entry = store.document(&filed.document.id).await.expect("read").expect("on file");
    assert_eq!(entry.document.title.as_deref(), Some("A\u{FFFD}title"));
    let author = store.author(&AuthorId::of_name("Author of one"), AS_OF).await.expect("read");
    assert_eq!(author.expect("on file").note.as_deref(), Some("a\u{FFFD}note"));
    assert_eq!(store.authors_of(&filed.reading.id).await.expect("read"), filed.authors);
}
