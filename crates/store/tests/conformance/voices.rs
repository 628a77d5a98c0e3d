//! Near-copies of one text are one voice.

use crate::made::filing;
use crate::place::Place;
use entente_model::Signature;
use entente_store::{Filing, Store};

fn signed(name: &str, headline: &str, numbered: usize, second: i64) -> Filing {
    let body: String = (0..200).map(|at| format!("w{} ", at + numbered)).collect();
    let mut filing = filing(name, &["$1 bn"], "Title", &[], second);
    filing.signature = Signature::of(&format!("{headline} {body}"));
    filing
}

async fn file(store: &Store, filing: &Filing) {
    let mut tx = store.begin().await.expect("a transaction");
    tx.file(filing).await.expect("filed");
    tx.commit().await.expect("committed");
}

pub(crate) async fn near_copies_are_one_voice(place: &Place) {
    let store = place.registry().await;
    let first = signed("one", "Trade grows", 0, 0);
    let copy = signed("two", "Trade is growing fast", 0, 1);
    let other = signed("three", "Trade grows", 5000, 2);
    let copy_of_copy = signed("four", "Trade", 0, 3);
    let mut short = filing("five", &[], "Title", &[], 4);
    short.signature = None;
    for filing in [&first, &copy, &other, &copy_of_copy, &short] {
        file(&store, filing).await;
    }
    let id = |filing: &Filing| filing.document.id.clone();
    let voice = async |filing: &Filing| {
        let entry = store.voice(&filing.document.id).await.expect("read");
        entry.map(|entry| (entry.voice, entry.copies_of))
    };
    assert_eq!(voice(&first).await, Some((id(&first), None)));
    assert_eq!(voice(&copy).await, Some((id(&first), Some(id(&first)))));
    assert_eq!(voice(&other).await, Some((id(&other), None)));
    assert_eq!(voice(&copy_of_copy).await, Some((id(&first), Some(id(&first)))));
    let documents = [id(&first), id(&copy), id(&short)];
    let asked = documents.iter().collect();
    let voices = store.voices_of(&asked).await.expect("read");
    assert_eq!(voices, [(id(&first), id(&first)), (id(&copy), id(&first))].into());
    assert_eq!(voice(&short).await, None);
    let mut all = vec![id(&first), id(&copy), id(&copy_of_copy)];
    all.sort();
    assert_eq!(store.documents_of_voice(&id(&first), 10).await.expect("read"), all);
    assert_eq!(store.documents_of_voice(&id(&first), 2).await.expect("read"), all[..2]);
}

pub(crate) async fn a_text_that_was_rewritten_has_another_voice(place: &Place) {
    let store = place.registry().await;
    let first = signed("one", "Trade grows", 0, 0);
    let copy = signed("two", "Trade is growing fast", 0, 1);
    file(&store, &first).await;
    file(&store, &copy).await;
    let mut again = signed("two", "Trade", 5000, 2);
    again.document.id = copy.document.id.clone();
    again.snapshot.document = copy.document.id.clone();
    again.document.title = Some("Another title".to_owned());
    again.claims.clear();
    again.reading.id =
        entente_model::ReadingId::new(&again.snapshot.hash, &again.snapshot.hash, "2", &again.document);
    file(&store, &again).await;
    let entry = store.voice(&copy.document.id).await.expect("read").expect("on file");
    assert_eq!((entry.voice, entry.copies_of), (copy.document.id.clone(), None));
    // It is found by what it says now.
    let third = signed("three", "Trade!", 5000, 3);
    file(&store, &third).await;
    let entry = store.voice(&third.document.id).await.expect("read").expect("on file");
    assert_eq!(entry.copies_of, Some(copy.document.id.clone()));
}
