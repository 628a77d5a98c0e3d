//! Single things by their address, and the revision that they are answered at.

use crate::figures::{dataset, observation, release};
use crate::made::{AS_OF, at, filing, verdict};
use crate::place::Place;
use entente_model::{AuthorId, Dataset, ObservationId, Outcome, ReleaseId, Terms, VerdictId};
use entente_store::{DocumentFilter, FiledVerdict, ObservationFilter, Store};
use jiff::civil::date;

async fn file(store: &Store, filing: &entente_store::Filing) -> bool {
    let mut tx = store.begin().await.expect("a transaction");
    let is_new = tx.file(filing).await.expect("filed");
    tx.commit().await.expect("committed");
    is_new
}

pub(crate) async fn what_changes_nothing_is_no_revision(place: &Place) {
    let store = place.registry().await;
    let revision = async || store.revision().await.expect("read");
    assert_eq!(revision().await, 0);
    let filed = filing("one", &["$1 bn"], "Title", &[], 0);
    assert!(file(&store, &filed).await);
    assert_eq!(revision().await, 1);
    assert!(!file(&store, &filed).await);
    drop(store.begin().await.expect("a transaction"));
    store.begin().await.expect("a transaction").commit().await.expect("committed");
    let mut tx = store.begin().await.expect("a transaction");
    tx.file(&filing("lost", &["$1 bn"], "Title", &[], 0)).await.expect("filed");
    drop(tx);
    let claim = &filed.claims[0];
    let mut tx = store.begin().await.expect("a transaction");
    let again = tx.put_verdict(&filed.document.id, &claim.id, &claim.version, &claim.verdict).await;
    assert!(!again.expect("there already"));
    tx.commit().await.expect("committed");
    assert_eq!(revision().await, 1);
    assert!(file(&store, &filing("one", &["$1 bn"], "Another title", &[], 1)).await);
    assert_eq!(revision().await, 2);
    let release = release("a");
    for _ in 0..2 {
        let mut tx = store.begin().await.expect("a transaction");
        tx.put_release(&dataset(), &release, &[]).await.expect("written");
        tx.commit().await.expect("committed");
        assert_eq!(revision().await, 3);
    }
}

pub(crate) async fn the_newest_verdicts_come_first(place: &Place) {
    let store = place.registry().await;
    let filed = filing("one", &["$1 bn", "$2 bn"], "Title", &[], 0);
    file(&store, &filed).await;
    let claim = &filed.claims[1];
    let (as_of, outcome) = (date(2026, 6, 1), Outcome::Near);
    let id = VerdictId::new(&claim.version, "1", &[], as_of);
    let newer = FiledVerdict { id, grid: "1".to_owned(), as_of, made: at(9), verdict: verdict(outcome, &[]) };
    let mut tx = store.begin().await.expect("a transaction");
    tx.put_verdict(&filed.document.id, &claim.id, &claim.version, &newer).await.expect("written");
    tx.commit().await.expect("committed");
    let found = store.newest_verdicts(as_of, 2).await.expect("read");
    assert_eq!((found.len(), &found[0].id, &found[0].claim), (2, &newer.id, &claim.id));
    assert_eq!(found[0].document, filed.document.id);
    let before = store.newest_verdicts(AS_OF, 9).await.expect("read");
    assert_eq!(before.len(), 2);
    assert!(before[0].id > before[1].id && before.iter().all(|verdict| verdict.id != newer.id));
}

pub(crate) async fn an_author_has_documents(place: &Place) {
    let store = place.registry().await;
    for (n, name) in ["a", "b", "c"].into_iter().enumerate() {
        let mut filed = filing(name, &["$1 bn"], "Title", &[], 0);
        let mut again = filed.authors[0].clone();
        "Same Hand".clone_into(&mut again.name);
        // Who signs twice has signed one document.
        filed.authors.extend([again.clone(), again]);
        filed.document.published = Some(date(2024, 7, 10 + i8::try_from(n).expect("few")));
        file(&store, &filed).await;
    }
    let author = AuthorId::of_name("same hand");
    let entry = store.author(&author, AS_OF).await.expect("read").expect("on file");
    assert_eq!(entry.documents, 3);
    let mut filter =
        DocumentFilter { author: Some(author), as_of: AS_OF, limit: 2, ..DocumentFilter::default() };
    let first = store.documents(&filter).await.expect("read");
    let days: Vec<_> = first.items.iter().map(|entry| entry.known).collect();
    assert_eq!((first.total, days), (3, vec![date(2024, 7, 12), date(2024, 7, 11)]));
    filter.after = first.next;
    let rest = store.documents(&filter).await.expect("read");
    assert_eq!((rest.total, rest.items.len(), rest.next), (3, 1, None));
    filter = DocumentFilter { until: Some(date(2024, 7, 11)), after: None, ..filter };
    assert_eq!(store.documents(&filter).await.expect("read").total, 2);
}

pub(crate) async fn observations_are_listed(place: &Place) {
    let store = place.registry().await;
    let (first, second) = (release("a"), release("b"));
    let of = |release, year, partner| observation(release, year, partner, "7.5");
    let observations =
        [of(&first, 2021, "UZB"), of(&first, 2022, "UZB"), of(&first, 2022, "KGZ"), of(&first, 2022, "WLD")];
    let later = [of(&second, 2022, "UZB")];
    let mut tx = store.begin().await.expect("a transaction");
    tx.put_release(&dataset(), &first, &observations.iter().collect::<Vec<_>>()).await.expect("written");
    tx.put_release(&dataset(), &second, &later.iter().collect::<Vec<_>>()).await.expect("written");
    tx.commit().await.expect("committed");
    for wanted in &observations {
        assert_eq!(store.observation(&wanted.id()).await.expect("read").as_ref(), Some(wanted));
    }
    let absent: ObservationId =
        format!("{}#KAZ.UZB.M._.2022.FOB.goods.USD", first.id).parse().expect("an id");
    assert_eq!(store.observation(&absent).await.expect("read"), None);
    let nonsense: ObservationId = format!("{}#what", first.id).parse().expect("an id");
    assert_eq!(store.observation(&nonsense).await.expect("read"), None);
    let all = ObservationFilter { as_of: AS_OF, limit: 2, ..ObservationFilter::default() };
    let mut filter = all.clone();
    let mut found = Vec::new();
    loop {
        let page = store.observations_list(&filter).await.expect("read");
        assert_eq!(page.total, 5);
        found.extend(page.items);
        let Some(next) = page.next else { break };
        filter.after = Some(next.to_string().parse().expect("a cursor"));
    }
    assert_eq!(found.len(), 5);
    let total = async |filter: ObservationFilter| store.observations_list(&filter).await.expect("read").total;
    assert_eq!(total(ObservationFilter { partner: "UZB".parse().ok(), ..all.clone() }).await, 3);
    assert_eq!(total(ObservationFilter { period: "2021".parse().ok(), ..all.clone() }).await, 1);
    assert_eq!(total(ObservationFilter { reporter: "UZB".parse().ok(), ..all.clone() }).await, 0);
    assert_eq!(total(ObservationFilter { flow: "M".parse().ok(), ..all.clone() }).await, 0);
    assert_eq!(total(ObservationFilter { as_of: date(2024, 7, 31), ..all.clone() }).await, 0);
    let of = |id: &str| Some((dataset().publisher, id.parse().expect("a dataset")));
    assert_eq!(total(ObservationFilter { dataset: of("trade"), ..all.clone() }).await, 5);
    assert_eq!(total(ObservationFilter { dataset: of("other"), ..all.clone() }).await, 0);
    let kept = Dataset { id: "kept".parse().expect("a dataset"), terms: Terms::Internal, ..dataset() };
    let mut third = release("third");
    third.dataset = kept.id.clone();
    third.id = ReleaseId::new(&third.publisher, &third.dataset, third.loaded, &third.hash);
    let mut tx = store.begin().await.expect("a transaction");
    tx.put_release(&kept, &third, &[&observation(&third, 2022, "UZB", "7.5")]).await.expect("written");
    tx.commit().await.expect("committed");
    assert_eq!(total(all.clone()).await, 5, "rows that are not passed on are in no list");
    assert_eq!(total(ObservationFilter { with_internal: true, ..all }).await, 6);
}
