//! What is wrong with a registry on a server is told apart.

use crate::made::filing;
use crate::place::Place;
use entente_store::{Mode, Store, StoreError, Url};
use std::error::Error;
use std::net::TcpListener;

/// Opens a registry that cannot be opened; nothing of the error may show the password.
async fn refused(url: &Url) -> StoreError {
    let error = Store::open(url, Mode::Create).await.expect_err("it cannot be opened");
    let (mut said, mut source) = (error.to_string(), error.source());
    while let Some(error) = source {
        said.push_str(&error.to_string());
        source = error.source();
    }
    assert!(!said.contains("secret"), "{said}");
    error
}

#[tokio::test]
async fn nobody_answers() {
    let place = Place::sqlite();
    // A port that was free a moment ago.
    let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a port").port();
    let server = format!("postgres://nobody:secret@127.0.0.1:{port}/d").parse().expect("an address");
    let error = refused(&place.elsewhere(server)).await;
    assert!(matches!(error, StoreError::Unreachable { .. }), "{error:?}");
}

#[tokio::test]
async fn the_user_or_the_database_is_unknown() {
    let Some(place) = Place::postgres("unknown").await else { return };
    let mut server = place.server();
    server
        .set_username("nobody_of_this_name")
        .and_then(|()| server.set_password(Some("secret")))
        .expect("set");
    let error = refused(&place.elsewhere(server)).await;
    assert!(matches!(error, StoreError::Refused { .. }), "{error:?}");
    let mut server = place.server();
    server.set_path("no_database_of_this_name");
    let error = refused(&place.elsewhere(server)).await;
    assert!(matches!(error, StoreError::NoDatabase { .. }), "{error:?}");
    place.leave().await;
}

#[tokio::test]
async fn nothing_is_there_yet() {
    let Some(place) = Place::postgres("nothing").await else { return };
    for mode in [Mode::Read, Mode::Write] {
        let error = Store::open(&place.url(), mode).await.expect_err("nothing to open");
        assert!(matches!(error, StoreError::Absent { .. }), "{error:?}");
    }
    place.leave().await;
}

#[tokio::test]
async fn it_may_only_be_read() {
    let Some(place) = Place::postgres("read_only").await else { return };
    place.registry().await.close().await;
    let mut server = place.server();
    server.query_pairs_mut().append_pair("options", "-c default_transaction_read_only=on");
    let store = Store::open(&place.elsewhere(server), Mode::Read).await.expect("open");
    assert_eq!(store.verify().await.expect("verified").documents, 0);
    let mut tx = store.begin().await.expect("a transaction");
    let error = tx.file(&filing("one", &["$1 bn"], "Title", &[], 0)).await.expect_err("read-only");
    assert!(matches!(error, StoreError::ReadOnly { .. }), "{error:?}");
    drop(tx);
    store.close().await;
    place.leave().await;
}

#[tokio::test]
async fn its_copies_are_made_by_the_server() {
    let Some(place) = Place::postgres("copies").await else { return };
    let store = place.registry().await;
    let copy = place.folder().join("copy.db");
    let error = store.backup(&copy).await.expect_err("not by us");
    assert!(error.to_string().contains("pg_dump"), "{error}");
    let error = Store::restore(&copy, &place.url()).await.expect_err("not by us");
    assert!(error.to_string().contains("pg_restore") && !copy.exists(), "{error}");
    store.close().await;
    place.leave().await;
}
