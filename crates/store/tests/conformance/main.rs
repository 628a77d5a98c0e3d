//! What a registry must do, whatever database it stands on.

#![expect(clippy::expect_used, reason = "the helpers of a test fail by panicking")]

mod documents;
mod faults;
mod figures;
mod made;
mod upkeep;

use entente_store::{Mode, Store, Url};
use tempfile::TempDir;

/// A new registry; it lives as long as the folder.
async fn registry() -> (TempDir, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let url = Url::file(folder.path().join("registry.db"));
    let store = Store::open(&url, Mode::Create).await.expect("a registry");
    (folder, store)
}
