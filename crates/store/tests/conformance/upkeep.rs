//! Backup, restore, vacuum; and that the same content gives the same bytes.

use crate::made::filing;
use crate::place::Place;
use crate::registry;
use entente_store::{Store, StoreError, Url};
use std::path::Path;

async fn file(store: &Store, names: &[&str]) {
    for name in names {
        let filed = filing(name, &["$1 bn", "$2 bn"], "Title", &[], 0);
        store.blobs().put(format!("{name}. $1 bn; $2 bn").as_bytes()).expect("written");
        let mut tx = store.begin().await.expect("a transaction");
        tx.file(&filed).await.expect("filed");
        tx.commit().await.expect("committed");
    }
}

async fn copy(store: &Store, to: &Path) -> Vec<u8> {
    store.backup(to).await.expect("copied");
    std::fs::read(to).expect("read")
}

#[tokio::test]
async fn the_same_content_gives_the_same_bytes() {
    let (first_folder, first) = registry().await;
    let (second_folder, second) = registry().await;
    file(&first, &["a", "b", "c"]).await;
    file(&second, &["a", "b"]).await;
    // A transaction that comes to nothing leaves no trace either.
    let mut tx = second.begin().await.expect("a transaction");
    tx.file(&filing("lost", &["$9 bn"], "Title", &[], 0)).await.expect("filed");
    drop(tx);
    file(&second, &["a", "b", "c"]).await;
    let one = copy(&first, &first_folder.folder().join("copy.db")).await;
    let other = copy(&second, &second_folder.folder().join("copy.db")).await;
    assert!(one == other, "the copies differ");
}

#[tokio::test]
async fn a_copy_can_be_put_back() {
    let (folder, store) = registry().await;
    file(&store, &["a", "b"]).await;
    let whole = store.verify().await.expect("verified");
    let backup = folder.folder().join("copy.db");
    copy(&store, &backup).await;
    assert!(matches!(store.backup(&backup).await, Err(StoreError::Blob { .. })), "nothing is written over");
    let elsewhere = Url::file(folder.folder().join("new/registry.db"));
    let restored = Store::restore(&backup, &elsewhere).await.expect("put back");
    assert_eq!(restored.verify().await.expect("verified"), whole);
    assert!(Store::restore(&backup, &elsewhere).await.is_err(), "nothing is written over");
}

pub(crate) async fn space_is_given_back(place: &Place) {
    let store = place.registry().await;
    file(&store, &["a", "b"]).await;
    let whole = store.verify().await.expect("verified");
    assert_eq!((whole.documents, whole.blobs, whole.faults.len()), (2, 2, 0), "{whole:?}");
    let part = store.blobs().folder().expect("a folder").join("ab");
    std::fs::create_dir_all(&part).expect("a folder");
    std::fs::write(part.join("left.1.part"), b"half").expect("written");
    assert_eq!(store.vacuum().await.expect("vacuumed"), 1);
    assert_eq!(store.verify().await.expect("verified"), whole);
}
