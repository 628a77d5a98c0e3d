//! What is found by its words.

use crate::made::{AS_OF, filing};
use crate::place::Place;
use entente_store::{ClaimFilter, DocumentFilter, NameKind, Store};

async fn file(store: &Store, filings: &[entente_store::Filing]) {
    let mut tx = store.begin().await.expect("a transaction");
    for filing in filings {
        tx.file(filing).await.expect("filed");
    }
    tx.commit().await.expect("committed");
}

/// Returns the titles that a question finds, and checks the total and that parts give the same as the whole.
async fn titles(store: &Store, question: &str) -> Vec<String> {
    let mut filter = DocumentFilter {
        q: Some(question.to_owned()),
        as_of: AS_OF,
        limit: 100,
        ..DocumentFilter::default()
    };
    let whole = store.documents(&filter).await.expect("read");
    assert_eq!((whole.total, whole.next), (whole.items.len() as u64, None));
    filter.limit = 1;
    let mut parts = Vec::new();
    loop {
        let part = store.documents(&filter).await.expect("read");
        assert_eq!(part.total, whole.total);
        parts.extend(part.items);
        let Some(next) = part.next else { break };
        filter.after = Some(next);
    }
    assert_eq!(parts, whole.items, "{question}");
    let mut titles: Vec<_> = whole.items.into_iter().filter_map(|entry| entry.document.title).collect();
    titles.sort();
    titles
}

async fn claims(store: &Store, question: &str) -> Vec<String> {
    let q = Some(question.to_owned());
    let filter = ClaimFilter { q, as_of: AS_OF, limit: 100, ..ClaimFilter::default() };
    let found = store.claims(&filter).await.expect("read");
    assert_eq!(found.total, found.items.len() as u64);
    let mut quotes: Vec<_> = found.items.into_iter().map(|entry| entry.claim.quote.exact).collect();
    quotes.sort();
    quotes
}

pub(crate) async fn all_words_must_be_there(place: &Place) {
    let store = place.registry().await;
    let a = filing("a", &["$4.5 bn", "$2 bn"], "Oʻzbekiston and Türkiye trade", &[], 0);
    let b = filing("b", &["$4.5 million"], "Ещё о торговле: Узбекистан", &[], 0);
    let c = filing("c", &["$7 bn"], "Trade turnover grows", &[], 0);
    file(&store, &[a.clone(), b, c]).await;
    let uz = "Oʻzbekiston and Türkiye trade";
    assert_eq!(titles(&store, "O'ZBEKISTON").await, [uz]);
    assert_eq!(titles(&store, "trade").await, [uz, "Trade turnover grows"].map(str::to_owned).to_vec());
    assert_eq!(titles(&store, "trade turkiye").await, [uz]);
    assert_eq!(titles(&store, "tra").await.len(), 2);
    assert_eq!(titles(&store, "tra turkiye").await.len(), 0, "only the last word is a beginning");
    assert_eq!(titles(&store, "еще узб").await.len(), 1);
    assert_eq!(titles(&store, "4,5").await.len(), 2);
    assert_eq!(titles(&store, "outlet").await.len(), 3, "the publisher");
    assert_eq!(titles(&store, "turkiye author").await.len(), 1);
    for nothing in ["", "  ?! ", "nowhere", "trade nowhere"] {
        assert!(titles(&store, nothing).await.is_empty() && claims(&store, nothing).await.is_empty());
    }
    assert_eq!(claims(&store, "turkiye 4.5").await, ["$4.5 bn"]);
    assert_eq!(claims(&store, "turkiye").await, ["$2 bn", "$4.5 bn"]);
    assert_eq!(claims(&store, "4.5").await, ["$4.5 bn", "$4.5 million"]);
    assert_eq!(claims(&store, "mil").await, ["$4.5 million"]);
    // Another reading is found by its own words.
    file(&store, &[filing("a", &["$4.5 bn"], "Something else", &[], 60)]).await;
    assert!(titles(&store, "turkiye").await.is_empty() && claims(&store, "turkiye").await.is_empty());
    assert_eq!(titles(&store, "something").await, ["Something else"]);
    assert_eq!(claims(&store, "something 4.5").await, ["$4.5 bn"]);
    let faults = store.verify().await.expect("verified").faults;
    assert!(!faults.iter().any(|fault| fault.contains("search")), "{faults:?}");
}

pub(crate) async fn names_are_found(place: &Place) {
    let store = place.registry().await;
    file(&store, &["one", "two"].map(|name| filing(name, &["$1 bn"], "Title", &[], 0))).await;
    let names = async |q: &str| -> Vec<(NameKind, String)> {
        let hits = store.names_like(q).await.expect("read");
        hits.into_iter().map(|hit| (hit.kind, hit.name)).collect()
    };
    assert_eq!(names("author two").await, [(NameKind::Author, "Author of two".to_owned())]);
    assert_eq!(names("auth").await.len(), 2);
    assert_eq!(names("a b").await, [(NameKind::Official, "A. B.".to_owned())]);
    assert!(names("").await.is_empty() && names("title").await.is_empty());
}

pub(crate) async fn many_words_that_begin_so(place: &Place) {
    let store = place.registry().await;
    let title: Vec<String> = (0..300).map(|n| format!("word{n:03}")).collect();
    file(&store, &[filing("one", &["$1 bn"], &title.join(" "), &[], 0)]).await;
    assert_eq!(titles(&store, "word29").await.len(), 1);
    assert_eq!(titles(&store, "word").await.len(), 0, "too many begin so: it is taken for a word");
}
