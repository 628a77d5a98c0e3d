//! Answers that were given, kept while the registry stays as it is.

use crate::answer::Answer;
use crate::problem::Problem;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

/// How many bytes an answer usually has: how finely the room is divided.
const USUAL: u64 = 8 * 1024;

/// What an answer is to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    /// The state of the registry that it was made from.
    revision: u64,
    /// What was asked, in one way for each thing that can be asked.
    asked: String,
}

#[derive(Debug, Clone)]
struct Weight;

impl Weighter<Key, Answer> for Weight {
    fn weight(&self, key: &Key, answer: &Answer) -> u64 {
        answer.weight() + key.asked.len() as u64
    }
}

/// Answers that were given. Those to an older state of the registry are never found again and make room as others come.
#[derive(Debug)]
pub(crate) struct Answers {
    cache: Cache<Key, Answer, Weight>,
}

/// Whether an answer was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// It was.
    Kept,
    /// It was made.
    Made,
}

impl Answers {
    /// Makes room for so many bytes of answers.
    pub(crate) fn new(bytes: u64) -> Self {
        let items = usize::try_from(bytes / USUAL).unwrap_or(usize::MAX).max(16);
        Self { cache: Cache::with_weighter(items, bytes, Weight) }
    }

    /// Returns the answer to what was asked, or makes it; who asks the same meanwhile waits for it.
    pub(crate) async fn get(
        &self,
        revision: u64,
        asked: String,
        make: impl Future<Output = Result<Answer, Problem>>,
    ) -> Result<(Answer, Found), Problem> {
        let key = Key { revision, asked };
        match self.cache.get_value_or_guard_async(&key).await {
            Ok(answer) => Ok((answer, Found::Kept)),
            Err(guard) => {
                let answer = make.await?;
                // It may be too large to be kept; then it is only given.
                let _ = guard.insert(answer.clone());
                Ok((answer, Found::Made))
            }
        }
    }

    /// Returns how many bytes are kept.
    pub(crate) fn weight(&self) -> u64 {
        self.cache.weight()
    }
}
