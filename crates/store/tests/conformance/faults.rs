//! What is wrong with a registry is told apart.

use crate::made::filing;
use crate::registry;
use entente_store::{Mode, Store, StoreError, Url};
use std::path::Path;

async fn open(path: &Path, mode: Mode) -> Result<Store, StoreError> {
    Store::open(&Url::file(path.to_owned()), mode).await
}

#[test]
fn an_address_is_parsed() {
    assert_eq!("sqlite:a/b.db".parse::<Url>().expect("an address").path(), Path::new("a/b.db"));
    assert_eq!("sqlite:///a/b.db".parse::<Url>().expect("an address").path(), Path::new("/a/b.db"));
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
    let path = folder.path().join("registry.db");
    let mut bytes = std::fs::read(&path).expect("read");
    bytes[4096..].fill(0xab);
    std::fs::write(&path, bytes).expect("written");
    let error = match open(&path, Mode::Write).await {
        Err(error) => error,
        Ok(store) => store.verify().await.expect_err("damaged"),
    };
    assert!(matches!(error, StoreError::Corrupt { .. }), "{error:?}");
}

#[tokio::test]
async fn it_is_newer() {
    let (folder, store) = registry().await;
    store.close().await;
    let path = folder.path().join("registry.db");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path);
    let pool = sqlx::SqlitePool::connect_with(options).await.expect("open");
    let add = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
        VALUES (9000, 'later', 1, x'00', 0)";
    sqlx::query(add).execute(&pool).await.expect("written");
    pool.close().await;
    for mode in [Mode::Read, Mode::Write, Mode::Create] {
        let error = open(&path, mode).await.expect_err("newer");
        assert!(matches!(error, StoreError::Newer { found: 9000, .. }), "{error:?}");
    }
}

#[tokio::test]
async fn another_program_holds_it() {
    let (folder, store) = registry().await;
    let _held = store.begin().await.expect("a transaction");
    let other = open(&folder.path().join("registry.db"), Mode::Write).await.expect("open");
    let error = other.begin().await.err().expect("held");
    assert!(matches!(error, StoreError::Locked { .. }), "{error:?}");
}

#[tokio::test]
async fn a_blob_is_there_and_whole_or_told_of() {
    let (_folder, store) = registry().await;
    let filed = filing("one", &["$1 bn"], "Title", &[], 0);
    let mut tx = store.begin().await.expect("a transaction");
    tx.file(&filed).await.expect("filed");
    tx.commit().await.expect("committed");
    let faults = store.verify().await.expect("verified").faults;
    assert_eq!(faults.len(), 1, "{faults:?}");
    let hash = store.blobs().put(b"one. $1 bn").expect("written");
    assert_eq!(hash, filed.snapshot.hash);
    assert!(store.verify().await.expect("verified").faults.is_empty());
    let path = store.blobs().folder().join(&hash.as_str()[..2]).join(format!("{hash}.zst"));
    std::fs::write(&path, b"something else").expect("written");
    assert!(matches!(store.blobs().get(&hash), Err(StoreError::BlobDamaged { .. })));
    assert_eq!(store.verify().await.expect("verified").faults.len(), 1);
}
