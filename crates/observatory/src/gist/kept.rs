//! What is compared of the pairs that were asked for last, kept as it was at a revision of the registry: the pages of one pair,
//! its conflicts, its portfolio and its brief read it once until something is filed.

use super::All;
use entente_model::Pair;
use std::sync::{Arc, Mutex, PoisonError};

/// So many claims are kept, of all pairs together: some fifty megabytes.
const MOST: usize = 200_000;

/// What is kept, the one that was asked for last at the end. Clones share it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kept(Arc<Mutex<Vec<Of>>>);

#[derive(Debug)]
struct Of {
    pair: Pair,
    revision: u64,
    all: Arc<All>,
}

impl Kept {
    /// Returns what is kept of a pair; none where it is of another revision.
    pub(crate) fn of(&self, pair: Pair, revision: u64) -> Option<Arc<All>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|of| of.pair == pair && of.revision == revision)?;
        kept[at..].rotate_left(1);
        kept.last().map(|of| Arc::clone(&of.all))
    }

    /// Keeps what a pair has at a revision, in place of what it had before, and lets go of what was asked for longest ago where
    /// that is too much.
    pub(crate) fn keep(&self, pair: Pair, revision: u64, all: &Arc<All>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|of| of.pair != pair);
        kept.push(Of { pair, revision, all: Arc::clone(all) });
        let mut claims: usize = kept.iter().map(|of| of.all.items.len()).sum();
        let mut first = 0;
        while claims > MOST && first < kept.len() {
            claims -= kept[first].all.items.len();
            first += 1;
        }
        kept.drain(..first);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_model::{DocumentId, MentionId};
    use entente_store::GistEntry;
    use jiff::civil::date;

    fn all(claims: usize) -> Arc<All> {
        let document = DocumentId::of_address("https://example.org/");
        let item = GistEntry {
            id: MentionId::new(&document, "x", 0),
            document: 0,
            voice: 0,
            known: date(2024, 1, 1),
            is_dated: true,
            position: 0,
            said: 0,
        };
        Arc::new(All { items: vec![item; claims], said: Vec::new(), documents: vec![document] })
    }

    fn pair(text: &str) -> Pair {
        text.parse().unwrap()
    }

    #[test]
    fn what_was_filed_since_is_read_again() {
        let kept = Kept::default();
        kept.keep(pair("KAZ-UZB"), 1, &all(1));
        assert!(kept.of(pair("KAZ-UZB"), 1).is_some());
        assert!(kept.of(pair("KAZ-UZB"), 2).is_none());
        assert!(kept.of(pair("KAZ-KGZ"), 1).is_none());
        kept.keep(pair("KAZ-UZB"), 2, &all(1));
        assert!(kept.of(pair("KAZ-UZB"), 1).is_none(), "one of each pair is kept");
    }

    #[test]
    fn what_was_asked_for_longest_ago_goes_first() {
        let kept = Kept::default();
        kept.keep(pair("KAZ-UZB"), 1, &all(MOST / 2));
        kept.keep(pair("KAZ-KGZ"), 1, &all(MOST / 2));
        assert!(kept.of(pair("KAZ-UZB"), 1).is_some());
        kept.keep(pair("CHL-PER"), 1, &all(1));
        assert!(kept.of(pair("KAZ-KGZ"), 1).is_none());
        assert!(kept.of(pair("KAZ-UZB"), 1).is_some() && kept.of(pair("CHL-PER"), 1).is_some());
        kept.keep(pair("CHL-PER"), 1, &all(MOST + 1));
        assert!(kept.of(pair("CHL-PER"), 1).is_none(), "what is too much alone is not kept");
    }
}
