//! The line that texts pass along: read by several threads, checked by this one, written by one more, always in the order
//! of the inputs. While one document is written the next is checked.

use super::inputs::Input;
use super::watch::StopAfter;
use crate::context::Context;
use crate::inputs::{Reader, tell_empty};
use entente_observatory::filing::keep;
use entente_observatory::in_order::in_order;
use entente_observatory::{Filed, Intake, Prepared, Reading, Registry};
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread;
use tokio::runtime::Runtime;

/// How many documents may wait to be written.
const WAITING: usize = 8;

/// What became of an input.
pub(super) struct Done {
    /// The input, as it was named.
    pub(super) argument: String,
    /// What was read of it and filed, or why not.
    pub(super) result: anyhow::Result<(Reading, Filed)>,
}

/// An input that was read and checked, or why not.
struct Checked {
    argument: String,
    result: anyhow::Result<(Reading, Prepared)>,
}

/// Why a line ends before its inputs do.
enum End {
    /// The writer has ended, and says why itself.
    Writer,
    /// What became of an input cannot be told.
    Telling(anyhow::Error),
}

/// What the line needs.
pub(super) struct Line<'a> {
    pub(super) reader: &'a Reader,
    pub(super) registry: &'a Registry,
    pub(super) runtime: &'a Runtime,
    pub(super) context: &'a Context,
}

impl Line<'_> {
    /// Files every input and tells what became of each, in their order.
    ///
    /// An input that cannot be read is told and passed over; a registry that cannot be written ends the line.
    pub(super) fn file_all(
        &self,
        inputs: &[Input],
        stop: Option<StopAfter>,
        tell: &mut dyn FnMut(Done) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        thread::scope(|scope| {
            let (checked, to_write) = sync_channel(WAITING);
            let (written, done) = channel();
            let writer = scope.spawn(move || self.write_all(&to_write, stop, &written));
            let mut intake = Intake::new(self.registry, self.context.as_of, self.context.now);
            let take = |(argument, readings): (String, anyhow::Result<Vec<Reading>>)| {
                for result in one_by_one(readings) {
                    let result = result.and_then(|reading| {
                        let prepared = self.runtime.block_on(intake.prepare(&reading))?;
                        Ok((reading, prepared))
                    });
                    let argument = argument.clone();
                    checked.send(Checked { argument, result }).map_err(|_| End::Writer)?;
                }
                done.try_iter().try_for_each(&mut *tell).map_err(End::Telling)
            };
            match in_order(inputs, self.context.threads, |input| self.read(input), take) {
                Err(End::Telling(error)) => return Err(error),
                Ok(()) | Err(End::Writer) => {}
            }
            drop(checked);
            done.iter().try_for_each(&mut *tell)?;
            match writer.join() {
                Ok(ended) => ended,
                Err(panic) => std::panic::resume_unwind(panic),
            }
        })
    }

    /// Reads an input and keeps its bytes: waiting for the disk is what the threads are for.
    fn read(&self, input: &Input) -> (String, anyhow::Result<Vec<Reading>>) {
        let readings = self.reader.read(&input.argument, &input.hints);
        if readings.as_ref().is_ok_and(Vec::is_empty) {
            tell_empty(&input.argument, self.context);
        }
        let kept = readings.and_then(|readings| {
            readings.iter().try_for_each(|reading| keep(self.registry.store(), reading))?;
            Ok(readings)
        });
        (input.argument.clone(), kept)
    }

    /// Writes what was checked until there is no more, and passes on what became of it.
    fn write_all(
        &self,
        to_write: &Receiver<Checked>,
        stop: Option<StopAfter>,
        written: &Sender<Done>,
    ) -> anyhow::Result<()> {
        let stop = stop.as_ref().map(StopAfter::watcher);
        let watch = |step| stop.iter().for_each(|stop| stop(step));
        for Checked { argument, result } in to_write {
            let result = match result {
                Ok((reading, prepared)) => {
                    let filed = self.runtime.block_on(self.registry.file(&reading, &prepared, &watch))?;
                    Ok((reading, filed))
                }
                Err(error) => Err(error),
            };
            // Nobody listens where telling has failed, which has ended the line.
            let _ = written.send(Done { argument, result });
        }
        Ok(())
    }
}

/// Turns what became of an input into what became of each text in it.
fn one_by_one(readings: anyhow::Result<Vec<Reading>>) -> impl Iterator<Item = anyhow::Result<Reading>> {
    let (readings, error) = match readings {
        Ok(readings) => (readings, None),
        Err(error) => (Vec::new(), Some(Err(error))),
    };
    readings.into_iter().map(Ok).chain(error)
}
