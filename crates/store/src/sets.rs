//! Sets of releases: verdicts rest on few different ones, so that each stands once.

use crate::database::{Tx, write};
use crate::error::StoreError;
use crate::sql;
use entente_model::ReleaseId;
use entente_model::key::KeyHasher;

/// Returns the id of a set of sorted releases; the empty set has one too.
pub(crate) fn set_of(releases: &[ReleaseId]) -> String {
    let key = KeyHasher::new("release-set");
    releases.iter().fold(key, |key, release| key.part(release.as_str())).short()
}

impl Tx {
    pub(crate) async fn put_release_set(
        &mut self,
        set: &str,
        releases: &[ReleaseId],
    ) -> Result<(), StoreError> {
        if !self.sets.insert(set.to_owned()) {
            return Ok(());
        }
        for release in releases {
            write!(self, sqlx::query(sql::PUT_RELEASE_SET).bind(set).bind(release.as_str()))?;
        }
        Ok(())
    }
}
