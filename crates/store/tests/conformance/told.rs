//! What documents tell beside their claims, and claims that may stand against each other.

use crate::made::{AS_OF, filing};
use crate::place::Place;
use entente_model::{DocumentId, EventKind, Modality, Official, Pair};
use entente_store::{Filing, GroupKeys, Store};
use jiff::civil::date;

async fn file(store: &Store, filing: &Filing) {
    let mut tx = store.begin().await.expect("a transaction");
    tx.file(filing).await.expect("filed");
    tx.commit().await.expect("committed");
}

fn pair(text: &str) -> Pair {
    text.parse().expect("a pair")
}

pub(crate) async fn sessions_and_events_are_told(place: &Place) {
    let store = place.registry().await;
    let mut one = filing("one", &["$1 bn"], "Title", &[], 0);
    one.events[0].parties = vec!["KAZ".parse().expect("a country"), "UZB".parse().expect("a country")];
    let mut two = filing("two", &["$1 bn"], "Other", &[], 1);
    two.events.clone_from(&one.events);
    two.events[0].kind = EventKind::CommissionSession;
    two.events[0].date = None;
    two.document.published = Some(date(2024, 9, 1));
    file(&store, &one).await;
    file(&store, &two).await;
    let kaz_uzb = pair("KAZ-UZB");
    let sessions = store.sessions_told(None, AS_OF).await.expect("sessions");
    assert_eq!(sessions.len(), 1, "{sessions:?}");
    let (event, teller) = &sessions[0];
    assert_eq!(event, &two.events[0]);
    assert_eq!((&teller.document, &teller.voice), (&two.document.id, &two.document.id));
    assert_eq!((teller.title.as_deref(), teller.known), (Some("Other"), date(2024, 9, 1)));
    assert!(store.sessions_told(Some(kaz_uzb), date(2024, 8, 31)).await.expect("sessions").is_empty());
    assert!(store.sessions_told(Some(pair("KAZ-KGZ")), AS_OF).await.expect("sessions").is_empty());
    let events = store.events_told(kaz_uzb, date(2024, 8, 1), AS_OF).await.expect("events");
    assert_eq!(events.iter().map(|(event, _)| event.kind).collect::<Vec<_>>(), [EventKind::Visit]);
    assert!(store.events_told(kaz_uzb, date(2024, 8, 2), AS_OF).await.expect("events").is_empty());
    // The newest reading alone counts.
    let mut again = filing("two", &["$1 bn"], "Renamed", &[], 2);
    again.events.clear();
    file(&store, &again).await;
    assert!(store.sessions_told(None, AS_OF).await.expect("sessions").is_empty());
    store.close().await;
}

pub(crate) async fn officials_are_found_in_every_alphabet(place: &Place) {
    let store = place.registry().await;
    let named = |filing: &mut Filing, name: &str, country: Option<&str>| {
        let quote = filing.officials[0].quote.clone();
        let country = country.map(|code| code.parse().expect("a country"));
        filing.officials =
            vec![Official { name: name.to_owned(), office: Some("Minister".to_owned()), country, quote }];
    };
    let mut filings: Vec<Filing> =
        ["a", "b", "c", "d"].iter().map(|name| filing(name, &["$1 bn"], "Title", &[], 0)).collect();
    named(&mut filings[0], "Arman Ospanov", Some("KAZ"));
    named(&mut filings[1], "Арман Оспанов", None);
    named(&mut filings[2], "Aslan Ospanov", Some("KAZ"));
    named(&mut filings[3], "Арман Оспанов", Some("UZB"));
    filings[3].document.published = Some(date(2025, 1, 1));
    for filing in &filings {
        file(&store, filing).await;
    }
    let listed = async |question: &str, as_of| {
        let (total, entries) = store.officials_like(question, None, as_of, 9).await.expect("officials");
        let countries = entries.iter().map(|e| e.country.map(|c| c.to_string()).unwrap_or_default());
        (total, countries.collect::<Vec<_>>())
    };
    let both = vec!["KAZ".to_owned(), "UZB".to_owned()];
    assert_eq!(listed("Арман Оспанов", AS_OF).await, (2, both));
    assert_eq!(listed("ospanov arman", date(2024, 12, 31)).await, (1, vec!["KAZ".to_owned()]));
    assert_eq!(listed("ospanov", AS_OF).await.0, 3);
    assert_eq!(listed("", AS_OF).await.0, 3);
    assert_eq!(listed("nobody", AS_OF).await.0, 0);
    let (_, first) = store.officials_like("", None, AS_OF, 1).await.expect("officials");
    let after = (first[0].key.clone(), first[0].country);
    let (total, rest) = store.officials_like("", Some(&after), AS_OF, 9).await.expect("officials");
    assert_eq!((total, rest.len()), (3, 2));
    let told = store.officials_told(&first[0].key, AS_OF).await.expect("officials");
    assert!(told.iter().all(|(official, _)| official.office.as_deref() == Some("Minister")));
    assert_eq!(store.officials_told("RMN SPNV", AS_OF).await.expect("officials").len(), 3);
    store.close().await;
}

pub(crate) async fn claims_of_a_group_are_found(place: &Place) {
    let store = place.registry().await;
    let kaz_uzb = pair("KAZ-UZB");
    file(&store, &filing("one", &["$1 bn", "$2 bn"], "Title", &[], 0)).await;
    let mut two = filing("two", &["$1 bn"], "Title", &[], 1);
    two.claims[0].keys.quantity = None;
    two.document.published = Some(date(2024, 9, 1));
    file(&store, &two).await;
    let of = |quantity: Option<&str>, figure: Option<&str>| GroupKeys {
        quantity: quantity.map(str::to_owned),
        figure: figure.map(str::to_owned),
        gist: None,
    };
    let keys = [of(Some("turnover"), None), of(None, Some("$1 bn"))];
    let quotes = async |keys: &[GroupKeys], pair| {
        let claims = store.claims_with_keys(pair, keys, AS_OF).await.expect("claims");
        claims.iter().map(|entry| entry.claim.quote.exact.clone()).collect::<Vec<_>>()
    };
    assert_eq!(quotes(&keys, kaz_uzb).await, ["$1 bn", "$1 bn", "$2 bn"]);
    assert_eq!(quotes(&[of(None, Some("$2 bn"))], kaz_uzb).await, ["$2 bn"]);
    assert!(quotes(&keys, pair("KAZ-KGZ")).await.is_empty());
    assert!(quotes(&[], kaz_uzb).await.is_empty());
    store.close().await;
}

pub(crate) async fn gists_are_read_of_every_claim_of_a_pair(place: &Place) {
    let store = place.registry().await;
    let kaz_uzb = pair("KAZ-UZB");
    let (one, mut two) =
        (filing("one", &["$1 bn", "$2 bn"], "Title", &[], 0), filing("two", &["$1 bn"], "Title", &[], 1));
    two.document.published = Some(date(2024, 9, 1));
    let mut three = filing("three", &["$3 bn"], "Title", &[], 2);
    three.claims[0].keys.gist = None;
    for filing in [&one, &two, &three] {
        file(&store, filing).await;
    }
    let read = async |pair| {
        let gists = store.gists::<Vec<String>>(pair).await.expect("gists");
        let mut said: Vec<(String, String)> = gists
            .items
            .iter()
            .map(|item| (item.known.to_string(), gists.said[item.said][0].clone()))
            .collect();
        said.sort();
        said
    };
    let of = |known: &str, said: &str| (known.to_owned(), said.to_owned());
    let told = [of("2024-07-13", "$1 bn"), of("2024-07-13", "$2 bn"), of("2024-09-01", "$1 bn")];
    assert_eq!(read(kaz_uzb).await, told);
    assert!(read(pair("KAZ-KGZ")).await.is_empty());
    let gists = store.gists::<Vec<String>>(kaz_uzb).await.expect("gists");
    assert_eq!(gists.said.len(), 2, "what is said twice is read once");
    let second = gists.items.iter().find(|item| gists.documents[item.document] == two.document.id);
    let second = second.expect("there");
    assert_eq!((&second.id, second.voice), (&two.claims[0].id, second.document));
    assert_eq!(second.position, two.claims[0].claim.quote.start);
    assert!(gists.items.iter().all(|item| item.is_dated));
    let claims = store.claims_by_id(&[&one.claims[1].id, &two.claims[0].id]).await.expect("claims");
    let mut quotes: Vec<&str> = claims.iter().map(|entry| entry.claim.quote.exact.as_str()).collect();
    quotes.sort_unstable();
    assert_eq!(quotes, ["$1 bn", "$2 bn"]);
    let documents = [&one.document.id, &two.document.id].into();
    let cited = store.cited_documents(&documents).await.expect("documents");
    assert!(cited.values().all(|(_, attribution)| attribution.source.as_deref() == Some("a press service")));
    assert_eq!(cited[&two.document.id].0.document, two.document);
    assert_eq!(store.pairs_named(AS_OF).await.expect("pairs"), [kaz_uzb]);
    assert!(store.pairs_named(date(2024, 7, 12)).await.expect("pairs").is_empty());
    let mut undated = filing("four", &["$4 bn"], "Title", &[], 3);
    undated.document.published = None;
    file(&store, &undated).await;
    let gists = store.gists::<Vec<String>>(kaz_uzb).await.expect("gists");
    let of_undated: Vec<&DocumentId> = gists
        .items
        .iter()
        .filter(|item| !item.is_dated)
        .map(|item| &gists.documents[item.document])
        .collect();
    assert_eq!(of_undated, [&undated.document.id]);
    store.close().await;
}

pub(crate) async fn targets_and_sets_of_ids_are_read_at_once(place: &Place) {
    let store = place.registry().await;
    let kaz_uzb = pair("KAZ-UZB");
    let mut one = filing("one", &["$1 bn", "$2 bn"], "Title", &[], 0);
    one.claims[1].claim.modality = Modality::Target;
    let mut two = filing("two", &["$2 bn"], "Title", &[], 1);
    (two.claims[0].claim.modality, two.document.published) = (Modality::Target, None);
    for filing in [&one, &two] {
        file(&store, filing).await;
    }
    let read = async |pair, as_of| {
        let targets = store.target_claims(pair, as_of).await.expect("targets");
        let shown = targets.into_iter().map(|target| (target.claim.id, target.voice, target.is_dated));
        shown.collect::<Vec<_>>()
    };
    let of = |filing: &Filing, at: usize, is_dated| {
        (filing.claims[at].id.clone(), filing.document.id.clone(), is_dated)
    };
    let first = read(Some(kaz_uzb), AS_OF).await;
    // The second was seen in 2023, which is all that is known of its day.
    assert_eq!(first, [of(&one, 1, true), of(&two, 0, false)]);
    assert_eq!(read(None, AS_OF).await, first);
    assert_eq!(read(Some(kaz_uzb), date(2024, 1, 1)).await, first[1..]);
    assert!(read(Some(pair("KAZ-KGZ")), AS_OF).await.is_empty());
    let absent = DocumentId::of_address("https://example.org/absent");
    let ids = [&one.document.id, &two.document.id, &absent].into();
    let documents = store.documents_by_id(&ids).await.expect("documents");
    assert_eq!(documents.values().map(|entry| entry.claims).sum::<u64>(), 3);
    assert_eq!(documents[&two.document.id].document, two.document);
    assert!(!documents.contains_key(&absent));
    let wanted = [&one.claims[0].verdict.id, &two.claims[0].verdict.id];
    let verdicts = store.verdicts_by_id(&wanted).await.expect("verdicts");
    let mut claims: Vec<_> = verdicts.iter().map(|stored| &stored.claim).collect();
    claims.sort_unstable();
    let mut expected = vec![&one.claims[0].id, &two.claims[0].id];
    expected.sort_unstable();
    assert_eq!(claims, expected);
    store.close().await;
}

pub(crate) async fn readings_and_versions_are_listed(place: &Place) {
    let store = place.registry().await;
    let first = filing("one", &["$1 bn"], "Title", &[], 0);
    let second = filing("one", &["$1 bn", "$2 bn"], "Title", &[], 5);
    file(&store, &first).await;
    file(&store, &second).await;
    let readings = store.readings(&first.document.id).await.expect("readings");
    assert_eq!(
        readings.iter().map(|reading| &reading.id).collect::<Vec<_>>(),
        [&first.reading.id, &second.reading.id]
    );
    assert_eq!(readings[1].snapshot, second.document.snapshot);
    let versions = store.versions_of(&first.document.id).await.expect("versions");
    let of_second = versions.iter().filter(|(_, version)| version.snapshot == second.document.snapshot);
    assert_eq!((versions.len(), of_second.count()), (3, 2));
    store.close().await;
}
