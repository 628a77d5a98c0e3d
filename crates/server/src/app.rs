//! What every request is given: the registry, the settings, the clock, and the answers that were given before.

use crate::answer::Answer;
use crate::answers::{Answers, Found};
use crate::clients::Clients;
use crate::config::Config;
use crate::metrics::Metrics;
use crate::problem::Problem;
use crate::revision::Revision;
use entente_observatory::{FetchPolicy, Fetcher, Registry, RegistryError, SharedDesk};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::future::Future;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::sync::{Mutex, Semaphore};

/// Where the present comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The machine.
    System,
    /// Always the same, for tests and pictures.
    Fixed(Timestamp),
}

impl Clock {
    /// Returns the present.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the edge: the present is read here and passed down")]
    pub fn now(self) -> Timestamp {
        match self {
            Self::System => Timestamp::now(),
            Self::Fixed(now) => now,
        }
    }

    /// Returns the day, in UTC.
    #[must_use]
    pub fn today(self) -> Date {
        TimeZone::UTC.to_datetime(self.now()).date()
    }
}

/// What every request is given. Clones share it.
#[derive(Debug, Clone)]
pub struct App {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    registry: OnceLock<Registry>,
    config: Config,
    clock: Clock,
    fetcher: Fetcher,
    revision: Revision,
    answers: Answers,
    desk: SharedDesk,
    /// Held by the one who fetches evidence.
    fetching: Mutex<()>,
    metrics: Metrics,
    clients: Clients,
    /// One permit for each request that may be worked on.
    room: Arc<Semaphore>,
    /// When the server started, in milliseconds: the first half of the request ids that it makes.
    started: i64,
    requests: AtomicU64,
}

impl App {
    /// Makes a server without its registry, which is given to it once it is open.
    #[must_use]
    pub fn new(config: Config, clock: Clock) -> Self {
        Self::with_policy(config, clock, FetchPolicy::default())
    }

    /// Makes a server that reads addresses within other bounds.
    #[must_use]
    pub fn with_policy(config: Config, clock: Clock, policy: FetchPolicy) -> Self {
        let shared = Shared {
            registry: OnceLock::new(),
            clock,
            fetcher: Fetcher::new(policy),
            revision: Revision::new(Duration::from_millis(config.revision_age_ms.into())),
            answers: Answers::new(config.cache_bytes),
            desk: SharedDesk::new(config.evidence_observations as usize),
            fetching: Mutex::new(()),
            metrics: Metrics::new(),
            clients: Clients::new(&config),
            room: Arc::new(Semaphore::new(config.concurrent_requests as usize)),
            started: clock.now().as_millisecond(),
            requests: AtomicU64::new(0),
            config,
        };
        Self { shared: Arc::new(shared) }
    }

    /// Gives the registry, once; a second one is dropped.
    pub fn open(&self, registry: Registry) {
        // The first stays: requests may hold it already.
        let _ = self.shared.registry.set(registry);
    }

    /// Returns the registry.
    ///
    /// # Errors
    /// While it is being opened and its tables are made or changed.
    pub fn registry(&self) -> Result<&Registry, Problem> {
        self.shared.registry.get().ok_or_else(Problem::starting)
    }

    /// Says whether requests can be answered.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.shared.registry.get().is_some()
    }

    /// Returns the settings.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.shared.config
    }

    /// Returns the clock.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.shared.clock
    }

    /// Returns what reads addresses.
    #[must_use]
    pub fn fetcher(&self) -> &Fetcher {
        &self.shared.fetcher
    }

    /// Returns the state of the registry, at most as old as the settings allow.
    ///
    /// # Errors
    /// When the registry is not open or cannot be read.
    pub async fn revision(&self) -> Result<u64, Problem> {
        let registry = self.registry()?;
        let read = async { registry.revision().await };
        let revision = self.shared.revision.get(read).await?;
        self.metrics().revision(revision);
        Ok(revision)
    }

    /// Says that this server has filed something: what is answered from now on is made from it.
    ///
    /// # Errors
    /// When the registry is not open or cannot be read.
    pub async fn filed(&self) -> Result<(), Problem> {
        let revision = self.registry()?.revision().await?;
        self.shared.revision.set(revision);
        Ok(())
    }

    /// Changes something on file, waits until that is on the disk, and has what is answered from now on made from it. It is
    /// not broken off where the client goes away.
    ///
    /// # Errors
    /// When the registry is not open, or the work panics; what is refused is told inside.
    pub(crate) async fn write<T, F>(
        &self,
        work: impl FnOnce(Registry) -> F + Send + 'static,
    ) -> Result<Result<T, RegistryError>, Problem>
    where
        F: Future<Output = Result<T, RegistryError>>,
        T: Send + 'static,
    {
        let done = self.elsewhere(work).await?;
        if done.is_ok() {
            self.filed().await?;
        }
        Ok(done)
    }

    /// Does what takes long on a thread of its own, where nobody else waits for it.
    ///
    /// # Errors
    /// When the registry is not open, or the work panics; what it fails with is told inside.
    pub(crate) async fn elsewhere<T, F>(
        &self,
        work: impl FnOnce(Registry) -> F + Send + 'static,
    ) -> Result<Result<T, RegistryError>, Problem>
    where
        F: Future<Output = Result<T, RegistryError>>,
        T: Send + 'static,
    {
        let registry = self.registry()?.clone();
        let work = move || tokio::runtime::Handle::current().block_on(work(registry));
        tokio::task::spawn_blocking(work).await.map_err(|error| {
            tracing::error!(%error, "what was asked for panicked");
            Problem::internal()
        })
    }

    /// Returns the answer to what is asked, made at most once for each state of the registry.
    ///
    /// `asked` names all that the answer depends on beside the registry: the page or operation, its parameters in one
    /// normal form, the day that it is for, its language. Who asks the same while it is made waits for it; a failure is
    /// not kept.
    ///
    /// # Errors
    /// What making it fails with; and when the registry is not open or cannot be read.
    pub async fn cached<F>(&self, asked: String, make: impl FnOnce() -> F) -> Result<Answer, Problem>
    where
        F: Future<Output = Result<Answer, Problem>>,
    {
        let revision = self.revision().await?;
        let (answer, found) = self
            .shared
            .answers
            .get(revision, asked, async {
                // Who asks without end does not go before those who wait.
                tokio::task::yield_now().await;
                make().await
            })
            .await?;
        self.metrics().answered(found == Found::Kept, self.shared.answers.weight());
        Ok(answer)
    }

    /// Returns a page like [`App::cached`]; who asks for it while it is made anew, because something was filed, is given
    /// the page as it was before.
    ///
    /// # Errors
    /// What making it fails with; and when the registry is not open or cannot be read.
    pub async fn cached_page<F>(&self, asked: String, make: impl FnOnce() -> F) -> Result<Answer, Problem>
    where
        F: Future<Output = Result<Answer, Problem>>,
    {
        let revision = self.revision().await?;
        let make = async { make().await };
        let (answer, found) = self.shared.answers.get_or_earlier(revision, asked, make).await?;
        self.metrics().answered(found == Found::Kept, self.shared.answers.weight());
        Ok(answer)
    }

    pub(crate) fn desk(&self) -> &SharedDesk {
        &self.shared.desk
    }

    pub(crate) fn fetching(&self) -> &Mutex<()> {
        &self.shared.fetching
    }

    pub(crate) fn metrics(&self) -> &Metrics {
        &self.shared.metrics
    }

    pub(crate) fn clients(&self) -> &Clients {
        &self.shared.clients
    }

    pub(crate) fn room(&self) -> Arc<Semaphore> {
        Arc::clone(&self.shared.room)
    }

    /// Makes the id of a request that came without one.
    pub(crate) fn next_request_id(&self) -> String {
        let number = self.shared.requests.fetch_add(1, Ordering::Relaxed);
        format!("{:x}-{number:x}", self.shared.started)
    }
}
