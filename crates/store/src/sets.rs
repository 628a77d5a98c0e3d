//! Sets of releases: verdicts rest on few different ones, so that each stands once.

use crate::database::{Tx, insert};
use crate::error::StoreError;
use crate::sql;
use entente_model::ReleaseId;
use entente_model::key::KeyHasher;
use std::collections::BTreeMap;

/// Returns the id of a set of sorted releases; the empty set has one too.
pub(crate) fn set_of(releases: &[ReleaseId]) -> String {
    let key = KeyHasher::new("release-set");
    releases.iter().fold(key, |key, release| key.part(release.as_str())).short()
}

impl Tx {
    /// Files sets of releases by their ids; those that are there are left alone.
    pub(crate) async fn put_release_sets(
        &mut self,
        sets: &BTreeMap<&str, &[ReleaseId]>,
    ) -> Result<(), StoreError> {
        let members = sets.iter().flat_map(|(set, releases)| releases.iter().map(|release| (*set, release)));
        let rows: Vec<(&str, &ReleaseId)> = members.collect();
        insert!(self, sql::PUT_RELEASE_SETS, rows, sql::PUT_RELEASE_SETS_TAIL, |row, (set, release)| {
            row.push_bind(*set).push_bind(release.as_str())
        });
        Ok(())
    }
}
