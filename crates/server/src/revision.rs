//! The revision of the registry: a number that grows with everything that is filed.

use std::future::Future;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Not read yet.
const UNKNOWN: u64 = u64::MAX;

/// The revision as it was last read, and when that was.
#[derive(Debug)]
pub(crate) struct Revision {
    value: AtomicU64,
    /// In microseconds since `start`.
    read: AtomicU64,
    start: Instant,
    age: Duration,
}

impl Revision {
    /// Makes one that is read again once it is older than `age`.
    pub(crate) fn new(age: Duration) -> Self {
        Self { value: AtomicU64::new(UNKNOWN), read: AtomicU64::new(0), start: Instant::now(), age }
    }

    /// Returns the revision, reading it where what is known is too old. One request reads it; the others go on with what
    /// was known.
    pub(crate) async fn get<E>(&self, read: impl Future<Output = Result<u64, E>>) -> Result<u64, E> {
        let known = self.value.load(Ordering::Acquire);
        let last = self.read.load(Ordering::Acquire);
        let now = self.now();
        let fresh = now.saturating_sub(last) < micros(self.age);
        if known != UNKNOWN && (fresh || !self.claim(last, now)) {
            return Ok(known);
        }
        let value = read.await?;
        self.set(value);
        Ok(value)
    }

    /// Sets what was just read. It never goes back: a reading that began earlier may end later.
    pub(crate) fn set(&self, value: u64) {
        let newer = |known| if known == UNKNOWN || known < value { Some(value) } else { None };
        // What is known is newer already where this changes nothing.
        let _ = self.value.fetch_update(Ordering::AcqRel, Ordering::Acquire, newer);
        self.read.store(self.now(), Ordering::Release);
    }

    fn claim(&self, last: u64, now: u64) -> bool {
        self.read.compare_exchange(last, now, Ordering::AcqRel, Ordering::Acquire).is_ok()
    }

    fn now(&self) -> u64 {
        micros(self.start.elapsed())
    }
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}
