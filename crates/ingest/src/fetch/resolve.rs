//! Resolves names and lets only checked addresses be connected to.
//!
//! The check stands between resolving and connecting, so that the address that was checked is the one that is
//! connected to: a name that changes its answer in between changes nothing.

use crate::guard::{Guard, Refusal};
use std::fmt;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// A refusal on its way through the client's errors.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub(super) struct Refused(pub(super) Refusal);

/// Resolves names as the system does and refuses those that lead to an address that is not public.
pub(super) struct GuardedResolver {
    guard: Guard,
    system: DefaultResolver,
}

impl GuardedResolver {
    /// Makes a resolver with a guard.
    pub(super) fn new(guard: Guard) -> Self {
        Self { guard, system: DefaultResolver::default() }
    }
}

impl fmt::Debug for GuardedResolver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GuardedResolver").field("guard", &self.guard).finish_non_exhaustive()
    }
}

impl Resolver for GuardedResolver {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let resolved = self.system.resolve(uri, config, timeout)?;
        // One address that is not public is enough to refuse the name: no honest name mixes them.
        for address in &*resolved {
            self.guard
                .check_ip(uri.host().unwrap_or_default(), address.ip())
                .map_err(|refusal| ureq::Error::Other(Box::new(Refused(refusal))))?;
        }
        Ok(resolved)
    }
}
