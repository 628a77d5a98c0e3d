//! What is wrong with a registry is told apart.

use crate::made::filing;
use crate::place::Place;
use crate::registry;
use entente_store::{Mode, Store, StoreError, Url};
use std::path::Path;
use std::time::Duration;

async fn open(path: &Path, mode: Mode) -> Result<Store, StoreError> {
    Store::open(&Url::file(path.to_owned()), mode).await
}

#[test]
fn an_address_is_parsed() {
    assert_eq!("sqlite:a/b.db".parse::<Url>().expect("an address").path(), Some(Path::new("a/b.db")));
    assert_eq!("sqlite:///a/b.db".parse::<Url>().expect("an address").path(), Some(Path::new("/a/b.db")));
    for wrong in ["", "sqlite:", "a.db", "mysql://u:secret@h/d"] {
        let error = wrong.parse::<Url>().expect_err(wrong).to_string();
        assert!(error.contains("sqlite:PATH") && !error.contains("secret"), "{error}");
    }
}

#[tokio::test]
async fn there_is_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("none.db");
    for mode in [Mode::Read, Mode::Write] {
        assert!(matches!(open(&path, mode).await, Err(StoreError::Absent { .. })));
    }
    assert!(!path.exists());
}

#[tokio::test]
async fn it_is_no_registry() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("text.db");
    std::fs::write(&path, "this is no database, but a text that somebody has named so".repeat(40))
        .expect("written");
    for mode in [Mode::Read, Mode::Write, Mode::Create] {
        let error = open(&path, mode).await.expect_err("no database");
        assert!(matches!(error, StoreError::Corrupt { .. }), "{error:?}");
    }
    let error = open(folder.path(), Mode::Read).await.expect_err("a folder");
    assert!(matches!(error, StoreError::IsFolder { .. }), "{error:?}");
}

#[tokio::test]
async fn it_was_damaged() {
    let (folder, store) = registry().await;
    store.close().await;
    let path = folder.folder().join("registry.db");
    let mut bytes = std::fs::read(&path).expect("read");
    bytes[4096..].fill(0xab);
    std::fs::write(&path, bytes).expect("written");
    let error = match open(&path, Mode::Write).await {
        Err(error) => error,
        Ok(store) => store.verify().await.expect_err("damaged"),
    };
    assert!(matches!(error, StoreError::Corrupt { .. }), "{error:?}");
}

pub(crate) async fn it_is_newer(place: &Place) {
    place.registry().await.close().await;
    let add = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
        SELECT 9000, 'later', TRUE, checksum, 0 FROM _sqlx_migrations";
    place.execute(add).await;
    for mode in [Mode::Read, Mode::Write, Mode::Create] {
        let error = Store::open(&place.url(), mode).await.expect_err("newer");
        assert!(matches!(error, StoreError::Newer { found: 9000, .. }), "{error:?}");
    }
}

pub(crate) async fn another_build_made_it(place: &Place) {
    place.registry().await.close().await;
    place.execute("UPDATE _sqlx_migrations SET checksum = 'other tables'").await;
    for mode in [Mode::Read, Mode::Write, Mode::Create] {
        let error = Store::open(&place.url(), mode).await.expect_err("another schema of this number");
        assert!(matches!(error, StoreError::OtherSchema { found: 1, .. }), "{error:?}");
        assert!(error.to_string().contains(&place.url().to_string()), "{error}");
    }
}

pub(crate) async fn another_program_made_it(place: &Place) {
    place.execute("CREATE TABLE letters (id INTEGER)").await;
    for mode in [Mode::Read, Mode::Write, Mode::Create] {
        let error = Store::open(&place.url(), mode).await.expect_err("no registry");
        assert!(matches!(error, StoreError::Value { what: "schema", .. }), "{error:?}");
    }
}

pub(crate) async fn it_is_opened_again(place: &Place) {
    let store = place.registry().await;
    for mode in [Mode::Read, Mode::Write, Mode::Create] {
        let again = Store::open(&place.url(), mode).await.expect("open");
        assert_eq!(again.verify().await.expect("verified"), store.verify().await.expect("verified"));
        again.close().await;
    }
    store.close().await;
}

pub(crate) async fn another_program_holds_it(place: &Place) {
    let store = place.registry().await;
    let _held = store.begin().await.expect("a transaction");
    let other = Store::open(&place.url(), Mode::Write).await.expect("open");
    let error = other.begin().await.err().expect("held");
    assert!(matches!(error, StoreError::Locked { .. }), "{error:?}");
}

/// Two that file the same document at once: the second finds what the first has filed.
pub(crate) async fn writers_wait_for_each_other(place: &Place) {
    let first = place.registry().await;
    let mut tx = first.begin().await.expect("a transaction");
    tx.file(&filing("one", &["$1 bn"], "Title", &[], 0)).await.expect("filed");
    let second = Store::open(&place.url(), Mode::Write).await.expect("open");
    let other = tokio::spawn(async move {
        let mut tx = second.begin().await.expect("a transaction, in the end");
        tx.file(&filing("one", &["$1 bn"], "Another title", &[], 1)).await.expect("filed");
        tx.commit().await.expect("committed");
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(!other.is_finished(), "it waits");
    tx.commit().await.expect("committed");
    other.await.expect("filed");
    let claim = &filing("one", &["$1 bn"], "Title", &[], 0).claims[0].id;
    let verdicts = first.verdicts_of(claim).await.expect("read");
    let before: Vec<_> = verdicts.iter().map(|verdict| verdict.supersedes.clone()).collect();
    assert_eq!(before, [None]);
    assert_eq!(first.verify().await.expect("verified").documents, 1);
}

pub(crate) async fn a_blob_is_there_and_whole_or_told_of(place: &Place) {
    let store = place.registry().await;
    let filed = filing("one", &["$1 bn"], "Title", &[], 0);
    let mut tx = store.begin().await.expect("a transaction");
    tx.file(&filed).await.expect("filed");
    tx.commit().await.expect("committed");
    let faults = store.verify().await.expect("verified").faults;
    assert_eq!(faults.len(), 1, "{faults:?}");
    let hash = store.blobs().put(b"one. $1 bn").expect("written");
    assert_eq!(hash, filed.snapshot.hash);
    assert!(store.verify().await.expect("verified").faults.is_empty());
    let path =
        store.blobs().folder().expect("a folder").join(&hash.as_str()[..2]).join(format!("{hash}.zst"));
    std::fs::write(&path, b"something else").expect("written");
    assert!(matches!(store.blobs().get(&hash), Err(StoreError::BlobDamaged { .. })));
    assert_eq!(store.verify().await.expect("verified").faults.len(), 1);
}
