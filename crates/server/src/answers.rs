//! Answers that were given, kept while the registry stays as it is.

use crate::answer::Answer;
use crate::problem::Problem;
use quick_cache::Weighter;
use quick_cache::sync::{Cache, GuardResult};
use std::time::Duration;

/// In place of a revision: the newest answer that was made, whatever the registry was then.
const NEWEST: u64 = u64::MAX;

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

    /// Returns the answer to what was asked, or makes it; who asks the same meanwhile is given the one that was made before
    /// it, where there is one, else waits.
    pub(crate) async fn get_or_earlier(
        &self,
        revision: u64,
        asked: String,
        make: impl Future<Output = Result<Answer, Problem>>,
    ) -> Result<(Answer, Found), Problem> {
        let newest = Key { revision: NEWEST, asked: asked.clone() };
        let key = Key { revision, asked: asked.clone() };
        match self.cache.get_value_or_guard(&key, Some(Duration::ZERO)) {
            GuardResult::Value(answer) => return Ok((answer, Found::Kept)),
            GuardResult::Timeout => {
                if let Some(earlier) = self.cache.get(&newest) {
                    return Ok((earlier, Found::Kept));
                }
            }
            GuardResult::Guard(guard) => {
                let answer = make.await?;
                // As below, it may be too large to be kept.
                let _ = guard.insert(answer.clone());
                self.cache.insert(newest, answer.clone());
                return Ok((answer, Found::Made));
            }
        }
        let (answer, found) = self.get(revision, asked, make).await?;
        if found == Found::Made {
            self.cache.insert(newest, answer.clone());
        }
        Ok((answer, found))
    }

    /// Returns how many bytes are kept.
    pub(crate) fn weight(&self) -> u64 {
        self.cache.weight()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::sync::oneshot;

    fn text(answer: &Answer) -> String {
        String::from_utf8(answer.body().to_vec()).unwrap()
    }

    async fn made(text: &str) -> Result<Answer, Problem> {
        Ok(Answer::html(text.to_owned()))
    }

    #[tokio::test]
    async fn while_an_answer_is_made_anew_the_earlier_one_is_given() {
        let answers = Answers::new(1 << 20);
        let get = |revision, text| answers.get_or_earlier(revision, "page".to_owned(), made(text));
        assert_eq!(get(1, "one").await.map(|(a, f)| (text(&a), f)), Ok(("one".to_owned(), Found::Made)));
        assert_eq!(get(1, "never").await.map(|(a, f)| (text(&a), f)), Ok(("one".to_owned(), Found::Kept)));
        let (go, wait) = oneshot::channel();
        let slow = answers.get_or_earlier(2, "page".to_owned(), async {
            wait.await.unwrap();
            made("two").await
        });
        let meanwhile = async {
            let found = get(2, "never").await.map(|(a, f)| (text(&a), f));
            go.send(()).unwrap();
            found
        };
        let (second, earlier) = tokio::join!(slow, meanwhile);
        assert_eq!(earlier, Ok(("one".to_owned(), Found::Kept)));
        assert_eq!(second.map(|(a, f)| (text(&a), f)), Ok(("two".to_owned(), Found::Made)));
        assert_eq!(get(2, "never").await.map(|(a, _)| text(&a)), Ok("two".to_owned()));
        // Once it is made, what is made of a third state is the earlier one for nobody.
        assert_eq!(get(3, "three").await.map(|(a, _)| text(&a)), Ok("three".to_owned()));
    }

    #[tokio::test]
    async fn the_first_of_its_kind_is_waited_for_and_a_failure_is_not_kept() {
        let answers = Answers::new(1 << 20);
        let (go, wait) = oneshot::channel();
        let fails = answers.get_or_earlier(1, "page".to_owned(), async {
            wait.await.unwrap();
            Err(Problem::internal())
        });
        let waits = answers.get_or_earlier(1, "page".to_owned(), made("one"));
        let (failed, made, ()) = tokio::join!(fails, waits, async { go.send(()).unwrap() });
        assert_eq!(failed.map(|_| ()), Err(Problem::internal()));
        assert_eq!(made.map(|(a, f)| (text(&a), f)), Ok(("one".to_owned(), Found::Made)));
    }
}
