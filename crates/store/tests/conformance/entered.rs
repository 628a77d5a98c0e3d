//! What people enter: corrections laid over claims, and the entries of the register.

use crate::made::{AS_OF, at, filing, verdict};
use crate::place::Place;
use entente_model::{
    ClaimVersionId, EntryId, EntryKind, EntryState, Fields, Modality, Outcome, Pair, VerdictId,
};
use entente_store::{
    AuditEntry, ClaimFilter, Correction, Entry, EntryFilter, FiledVerdict, GroupKeys, LaidOver, PEOPLE,
    StoreError,
};
use jiff::civil::{Date, date};

fn correction(target: &str, to: &str) -> Correction {
    Correction {
        target: target.to_owned(),
        field: "modality".to_owned(),
        from: Some("actual".to_owned()),
        to: Some(to.to_owned()),
        who: "an editor".to_owned(),
        made: at(5),
        why: "the text says \"will\"".to_owned(),
        version: 0,
    }
}

pub(crate) async fn a_correction_is_laid_over(place: &Place) {
    let store = place.registry().await;
    store.blobs().put(b"one. $1 bn; $2 bn").expect("kept");
    let filed = filing("one", &["$1 bn", "$2 bn"], "Title", &[], 0);
    let mut tx = store.begin().await.expect("begun");
    tx.file(&filed).await.expect("filed");
    tx.commit().await.expect("committed");
    let entry = &filed.claims[0];
    let target = format!("claim:{}", entry.id);
    let mut claim = entry.claim.clone();
    claim.modality = Modality::Planned;
    let version = ClaimVersionId::new(&entry.id, PEOPLE, &filed.snapshot.hash, "planned");
    let verdict = verdict(Outcome::Open, &[]);
    let verdict = FiledVerdict {
        id: VerdictId::new(&version, "1", &[], AS_OF),
        grid: "1".to_owned(),
        as_of: AS_OF,
        made: at(5),
        verdict,
    };
    let laid = LaidOver {
        document: filed.document.id.clone(),
        reading: filed.reading.id.clone(),
        snapshot: filed.snapshot.hash.clone(),
        id: entry.id.clone(),
        version: version.clone(),
        claim: claim.clone(),
        keys: entry.keys.clone(),
        present: true,
        confidence: 100,
        verdict,
    };
    let mut tx = store.begin_lasting().await.expect("begun");
    assert_eq!(tx.put_correction(&correction(&target, "planned"), Some(0)).await.expect("written"), 1);
    tx.lay_over(&laid).await.expect("laid over");
    let line = AuditEntry {
        at: at(5),
        who: "an editor".to_owned(),
        action: "correct".to_owned(),
        target: target.clone(),
        detail: "modality".to_owned(),
    };
    tx.put_audit(&line).await.expect("written");
    tx.commit().await.expect("committed");

    let planned =
        ClaimFilter { modality: Some(Modality::Planned), as_of: AS_OF, limit: 9, ..ClaimFilter::default() };
    let list = store.claims(&planned).await.expect("a list");
    assert_eq!((list.total, list.items.len()), (1, 1), "counted and listed as corrected");
    assert_eq!((&list.items[0].version, &list.items[0].claim), (&version, &claim));
    assert_eq!(list.items[0].verdict.as_ref().map(|v| v.outcome), Some(Outcome::Open));
    let versions = store.claim_versions(&entry.id).await.expect("versions");
    assert!(versions.iter().any(|version| version.claim == entry.claim), "what was read stays");
    assert_eq!(store.audit_of(&target).await.expect("a trail"), [line]);
    let kept = store.corrections_in(&filed.document.id).await.expect("corrections");
    assert_eq!(kept, [Correction { version: 1, ..correction(&target, "planned") }]);
    assert_eq!(store.corrections_of(&target).await.expect("corrections"), kept);
    assert_eq!(store.verify().await.expect("verified").faults, Vec::<String>::new());

    // Somebody who has not seen it is told.
    let mut tx = store.begin_lasting().await.expect("begun");
    let told = tx.put_correction(&correction(&target, "target"), Some(0)).await.expect_err("a conflict");
    assert!(matches!(told, StoreError::Conflict { given: 0, found: 1, .. }), "{told:?}");
    drop(tx);

    // A claim that is rejected is in no list, and the counts know it.
    let mut tx = store.begin_lasting().await.expect("begun");
    tx.lay_over(&LaidOver { present: false, ..laid }).await.expect("laid over");
    tx.commit().await.expect("committed");
    assert_eq!(store.claims(&planned).await.expect("a list").total, 0);
    assert_eq!(store.verify().await.expect("verified").faults, Vec::<String>::new());
    store.close().await;
}

pub(crate) async fn a_correction_keeps_what_its_document_tells(place: &Place) {
    let store = place.registry().await;
    let mut undated = filing("two", &["$1 bn"], "Title", &[], 1);
    undated.document.published = None;
    for filed in [filing("one", &["$1 bn"], "Title", &[], 0), undated] {
        let mut tx = store.begin().await.expect("begun");
        tx.file(&filed).await.expect("filed");
        tx.commit().await.expect("committed");
        let entry = &filed.claims[0];
        let pair = "KAZ-UZB".parse().expect("a pair");
        let compared = async || {
            let gists = store.gists::<Vec<String>>(pair).await.expect("gists");
            let item = gists.items.into_iter().find(|item| item.id == entry.id).expect("there");
            let of_document =
                (gists.documents[item.document].clone(), gists.documents[item.voice].clone(), item.known);
            (of_document, item.is_dated, item.position, gists.said[item.said].clone())
        };
        let (before, is_dated, position, _) = compared().await;
        assert_eq!(is_dated, filed.document.published.is_some());
        let version = ClaimVersionId::new(&entry.id, PEOPLE, &filed.snapshot.hash, "other");
        let laid = LaidOver {
            document: filed.document.id.clone(),
            reading: filed.reading.id.clone(),
            snapshot: filed.snapshot.hash.clone(),
            id: entry.id.clone(),
            version: version.clone(),
            claim: entry.claim.clone(),
            keys: GroupKeys { gist: Some(r#"["other"]"#.to_owned()), ..entry.keys.clone() },
            present: true,
            confidence: 100,
            verdict: FiledVerdict {
                id: VerdictId::new(&version, "1", &[], AS_OF),
                grid: "1".to_owned(),
                as_of: AS_OF,
                made: at(5),
                verdict: verdict(Outcome::Open, &[]),
            },
        };
        let mut tx = store.begin_lasting().await.expect("begun");
        tx.lay_over(&laid).await.expect("laid over");
        tx.commit().await.expect("committed");
        assert_eq!(compared().await, (before, is_dated, position, vec!["other".to_owned()]));
    }
    store.close().await;
}

pub(crate) async fn unsure_claims_wait(place: &Place) {
    let store = place.registry().await;
    let mut filed = filing("one", &["$1 bn", "$2 bn", "$3 bn"], "Title", &[], 0);
    for (claim, percent) in filed.claims.iter_mut().zip([60, 95, 40]) {
        claim.claim.confidence = entente_model::Confidence::percent(percent);
    }
    let mut tx = store.begin().await.expect("begun");
    tx.file(&filed).await.expect("filed");
    tx.commit().await.expect("committed");
    let (total, waiting) = store.unsure_claims(70, None, AS_OF, 10).await.expect("a queue");
    let sure: Vec<u8> = waiting.iter().map(|entry| entry.claim.confidence.as_percent()).collect();
    assert_eq!((total, sure.as_slice()), (2, &[40, 60][..]));
    let pair: Pair = "KAZ-UZB".parse().expect("a pair");
    assert_eq!(store.unsure_claims(50, Some(pair), AS_OF, 10).await.expect("a queue").0, 1);
    assert_eq!(store.unsure_claims(70, None, date(2020, 1, 1), 10).await.expect("a queue").0, 0);
    store.close().await;
}

fn entry(kind: EntryKind, name: &str, day: Option<Date>, states: &[(Date, &str)]) -> Entry {
    let pair: Pair = "KAZ-UZB".parse().expect("a pair");
    let first = kind.fields()[0].name.to_owned();
    let mut fields = Fields::from([(first, name.to_owned()), ("sector".to_owned(), "C".to_owned())]);
    if let (Some(day), Some(field)) = (day, kind.day_field()) {
        fields.insert(field.to_owned(), day.to_string());
    }
    let state = |(day, state): &(Date, &str)| EntryState {
        day: *day,
        state: (*state).to_owned(),
        evidence: "protocol".to_owned(),
        who: "an editor".to_owned(),
        made: at(1),
    };
    let known = states.first().map_or(date(2024, 1, 1), |(day, _)| *day);
    let (states, merged_into) = (states.iter().map(state).collect(), None);
    Entry {
        id: EntryId::of_name(kind, pair, name, None),
        kind,
        pair,
        fields,
        states,
        known,
        merged_into,
        version: 1,
    }
}

pub(crate) async fn entries_are_listed_as_they_stood(place: &Place) {
    let store = place.registry().await;
    let kind = EntryKind::ActionItem;
    let stated = [(date(2024, 1, 10), "open"), (date(2024, 6, 1), "done")];
    let entries = [
        entry(kind, "without a day", None, &[(date(2024, 1, 10), "open")]),
        entry(kind, "late", Some(date(2024, 9, 1)), &[(date(2024, 1, 10), "in_progress")]),
        entry(kind, "early", Some(date(2024, 3, 1)), &stated),
        entry(EntryKind::Project, "a plant", None, &[(date(2024, 1, 1), "announced")]),
    ];
    let mut tx = store.begin_lasting().await.expect("begun");
    for entry in &entries {
        tx.put_entry(entry).await.expect("written");
    }
    tx.commit().await.expect("committed");
    let names = |list: &[Entry]| -> Vec<String> { list.iter().map(|e| e.fields["text"].clone()).collect() };
    let all = EntryFilter::all(kind, date(2024, 7, 1));
    let list = store.entries(&all).await.expect("a list");
    assert_eq!(names(&list.items), ["early", "late", "without a day"]);
    assert_eq!(list.items[0], entries[2]);
    let open = EntryFilter { states: vec!["open".to_owned()], ..all.clone() };
    assert_eq!(names(&store.entries(&open).await.expect("a list").items), ["without a day"]);
    let before = EntryFilter { as_of: date(2024, 2, 1), ..open };
    assert_eq!(names(&store.entries(&before).await.expect("a list").items), ["early", "without a day"]);
    let due = EntryFilter { until: Some(date(2024, 9, 1)), ..all.clone() };
    assert_eq!(store.entries(&due).await.expect("a list").total, 2);
    assert_eq!(
        store.entries(&EntryFilter { as_of: date(2023, 1, 1), ..all.clone() }).await.expect("a list").total,
        0
    );
    assert_eq!(
        store
            .entries(&EntryFilter { sector: Some("X".to_owned()), ..all.clone() })
            .await
            .expect("a list")
            .total,
        0
    );
    let first = store.entries(&EntryFilter { limit: 2, ..all.clone() }).await.expect("a list");
    assert_eq!((first.total, first.items.len()), (3, 2));
    let rest = store.entries(&EntryFilter { limit: 2, after: first.next, ..all }).await.expect("a list");
    assert_eq!((names(&rest.items), rest.next), (vec!["without a day".to_owned()], None));
    assert_eq!(store.entries_like(&entries[3].id.as_str()[..9]).await.expect("ids"), [entries[3].id.clone()]);
    store.close().await;
}

pub(crate) async fn projects_are_read_in_short(place: &Place) {
    let store = place.registry().await;
    let stages = [(date(2024, 1, 10), "announced"), (date(2024, 6, 1), "launched")];
    let mut plant = entry(EntryKind::Project, "a plant", None, &stages);
    plant.fields.extend([("value", "12.5"), ("currency", "USD")].map(|(n, v)| (n.to_owned(), v.to_owned())));
    let road = entry(EntryKind::Project, "a road", None, &[(date(2024, 3, 1), "agreed")]);
    let item = entry(EntryKind::ActionItem, "an item", None, &[(date(2024, 1, 1), "open")]);
    let mut tx = store.begin_lasting().await.expect("begun");
    for entry in [&plant, &road, &item] {
        tx.put_entry(entry).await.expect("written");
    }
    tx.commit().await.expect("committed");
    let names = async |pair: Option<&str>, as_of| {
        let pair = pair.map(|pair| pair.parse().expect("a pair"));
        let projects = store.project_gists(pair, as_of).await.expect("projects");
        let mut names: Vec<String> = projects.into_iter().map(|project| project.name).collect();
        names.sort();
        names
    };
    assert_eq!(names(None, AS_OF).await, ["a plant", "a road"]);
    assert_eq!(names(Some("KAZ-UZB"), date(2024, 2, 1)).await, ["a plant"]);
    assert!(names(Some("KAZ-KGZ"), AS_OF).await.is_empty());
    let projects = store.project_gists(None, date(2024, 2, 1)).await.expect("projects");
    let project = projects.first().filter(|_| projects.len() == 1).expect("one project");
    assert_eq!((project.section.as_str(), project.value.as_str(), project.jobs.as_str()), ("C", "12.5", ""));
    assert_eq!(
        (project.stage(date(2024, 5, 31)), project.stage(AS_OF)),
        (Some("announced"), Some("launched"))
    );
    assert_eq!(project.stage(date(2024, 1, 9)), None);

    // A change is read, and what was merged is in no list.
    let mut merged = Entry { version: 2, merged_into: Some(plant.id.clone()), ..road };
    merged.fields.insert("name".to_owned(), "another road".to_owned());
    plant.version = 2;
    plant.fields.insert("jobs".to_owned(), "300".to_owned());
    let mut tx = store.begin_lasting().await.expect("begun");
    for entry in [&plant, &merged] {
        tx.put_entry(entry).await.expect("written");
    }
    tx.commit().await.expect("committed");
    let projects = store.project_gists(None, AS_OF).await.expect("projects");
    let project = projects.first().filter(|_| projects.len() == 1).expect("one project");
    assert_eq!((project.name.as_str(), project.jobs.as_str()), ("a plant", "300"));

    let mut tx = store.begin_lasting().await.expect("begun");
    tx.put_correction(&correction("project:a", "b"), None).await.expect("written");
    tx.put_correction(&correction("project:c", "d"), None).await.expect("written");
    tx.commit().await.expect("committed");
    let found = store.corrections_to("modality", &["project:a".to_owned()]).await.expect("corrections");
    assert_eq!(found.iter().map(|c| c.to.as_deref()).collect::<Vec<_>>(), [Some("b")]);
    assert!(store.corrections_to("value", &["project:a".to_owned()]).await.expect("corrections").is_empty());
    store.close().await;
}

pub(crate) async fn two_editors_of_an_entry_conflict(place: &Place) {
    let store = place.registry().await;
    let made =
        entry(EntryKind::Agreement, "on roads", Some(date(2024, 3, 1)), &[(date(2024, 1, 1), "draft")]);
    let put = async |entry: &Entry| {
        let mut tx = store.begin_lasting().await.expect("begun");
        let put = tx.put_entry(entry).await;
        tx.commit().await.expect("committed");
        put
    };
    put(&made).await.expect("written");
    let told = put(&made).await.expect_err("it is there");
    assert!(matches!(told, StoreError::Conflict { given: 0, found: 1, .. }), "{told:?}");
    let mut changed = Entry { version: 2, ..made.clone() };
    changed.fields.insert("type".to_owned(), "treaty".to_owned());
    put(&changed).await.expect("written");
    let told = put(&Entry { version: 2, ..made }).await.expect_err("it was changed");
    assert!(told.to_string().contains("its version is 2, not 1"), "{told}");
    assert_eq!(store.entry(&changed.id).await.expect("read"), Some(changed));
    store.close().await;
}
