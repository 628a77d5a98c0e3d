//! Stopping dead in the middle of filing, so that a test can see what a kill leaves behind.

use entente_observatory::Step;
use std::cell::Cell;
use std::str::FromStr;

/// A step of the n-th document, from 1.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StopAfter {
    step: Step,
    document: u32,
}

impl FromStr for StopAfter {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, String> {
        let names = || Step::ALL.map(|(_, name)| name).join(", ");
        let error = || {
            format!("\"{s}\" is not a step; write one of {} and a number, such as before-commit:3", names())
        };
        let (step, document) = s.split_once(':').ok_or_else(error)?;
        let (step, _) = Step::ALL.into_iter().find(|(_, name)| *name == step).ok_or_else(error)?;
        Ok(Self { step, document: document.parse().map_err(|_| error())? })
    }
}

impl StopAfter {
    /// Returns what to tell each step; it does not return from the one that is named.
    pub(super) fn watcher(&self) -> impl Fn(Step) + use<> {
        let (stop, seen) = (*self, Cell::new(0));
        move |step| {
            if step == stop.step {
                seen.set(seen.get() + 1);
                if seen.get() == stop.document {
                    // Nothing is unwound, flushed or closed.
                    std::process::abort();
                }
            }
        }
    }
}
