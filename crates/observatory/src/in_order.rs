//! Work on many inputs at once whose results are taken in the order of the inputs: the number of threads changes how
//! long it takes, and nothing else.

use std::num::NonZeroUsize;
use std::sync::mpsc::sync_channel;
use std::thread;

/// How many results each thread may be ahead of the one that is taken.
const AHEAD: usize = 8;

/// Works on items with some threads and hands each result to `take`, in the order of the items.
///
/// Each thread works on every n-th item; one that is far ahead waits.
///
/// # Errors
/// The first error of `take`; work that was not begun is then left out.
pub fn in_order<T: Sync, R: Send, E>(
    items: &[T],
    threads: NonZeroUsize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let threads = threads.get().min(items.len());
    if threads < 2 {
        return items.iter().map(work).try_for_each(take);
    }
    thread::scope(|scope| {
        let work = &work;
        let mut results = Vec::with_capacity(threads);
        for first in 0..threads {
            let (sender, receiver) = sync_channel(AHEAD);
            results.push(receiver);
            scope.spawn(move || {
                let mine = items.iter().skip(first).step_by(threads);
                // Nobody listens any more where taking has failed.
                let _ = mine.map(work).try_for_each(|result| sender.send(result));
            });
        }
        // A thread that ended early has panicked, which the scope passes on.
        let mut in_turn = (0..items.len()).map_while(|at| results[at % threads].recv().ok());
        let taken = in_turn.try_for_each(&mut take);
        drop(results);
        taken
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_whatever_the_threads() {
        let items: Vec<u32> = (0..100).collect();
        for threads in [1, 2, 3, 200] {
            let mut taken = Vec::new();
            let work = |item: &u32| {
                thread::sleep(std::time::Duration::from_micros(u64::from(item % 7) * 50));
                item * 2
            };
            let result: Result<(), ()> =
                in_order(&items, NonZeroUsize::new(threads).unwrap(), work, |result| {
                    taken.push(result);
                    Ok(())
                });
            assert_eq!(result, Ok(()));
            assert_eq!(taken, items.iter().map(|item| item * 2).collect::<Vec<_>>(), "{threads} threads");
        }
    }

    #[test]
    fn the_first_failure_ends_it() {
        let items: Vec<u32> = (0..1000).collect();
        let mut taken = 0;
        let result = in_order(
            &items,
            NonZeroUsize::new(2).unwrap(),
            |item| *item,
            |item| {
                taken += 1;
                if item == 5 { Err(item) } else { Ok(()) }
            },
        );
        assert_eq!((result, taken), (Err(5), 6));
    }
}
