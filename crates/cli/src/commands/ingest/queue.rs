//! The queue: several processes that are given the same inputs divide them, each input once.
//!
//! The inputs are put into the registry as jobs; each process takes some, files them and takes more. What a process held
//! that died is free again after a minute; so the last process to end has seen everything done.

use super::inputs::Input;
use super::line::{Done, Line};
use entente_model::SnapshotHash;
use entente_observatory::{After, Job, NewJob};
use jiff::{Timestamp, ToSpan};
use std::collections::BTreeMap;
use std::thread;
use std::time::Duration;

/// How many jobs are taken at once.
const AT_ONCE: u32 = 16;
/// How long jobs are held, in seconds: many times what they take.
const HELD: i64 = 60;
/// How often a job is tried.
const ATTEMPTS: u64 = 3;
/// How long to wait before looking again whether others have ended.
const LOOK_AGAIN: Duration = Duration::from_millis(200);

/// Returns the present. How long jobs are held is no part of what is filed.
#[expect(clippy::disallowed_methods, reason = "the edge: jobs are held by the clock, not by --now")]
fn now() -> Timestamp {
    Timestamp::now()
}

/// What an input is among all inputs.
fn key(input: &Input) -> String {
    let hints = &input.hints;
    let published = hints.published.map(|date| date.to_string());
    let parts = [published, hints.url.clone(), hints.source.clone(), hints.lang.map(|lang| lang.to_string())];
    let parts = parts.map(Option::unwrap_or_default).join("\n");
    format!("ingest\n{}\n{parts}", input.argument)
}

/// Files the inputs together with other processes that are given the same, and tells what became of those that this one
/// took.
pub(super) fn share(
    line: &Line<'_>,
    inputs: Vec<Input>,
    tell: &mut dyn FnMut(Done) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let store = line.registry.store();
    let keys: Vec<String> = inputs.iter().map(key).collect();
    // The same inputs are one kind of work, whoever is given them.
    let kind = format!("ingest {}", &SnapshotHash::of(keys.join("\n\n").as_bytes()).as_str()[..16]);
    let key_of = |key: &String| format!("{kind}\n{key}");
    let jobs: Vec<NewJob> = keys.iter().map(|key| NewJob { key: key_of(key), body: String::new() }).collect();
    line.runtime.block_on(store.enqueue(&kind, &jobs, now()))?;
    let mut inputs: BTreeMap<String, Input> = keys.iter().map(key_of).zip(inputs).collect();
    let who = format!("{}-{}", std::process::id(), now().as_nanosecond());
    loop {
        let present = now();
        let until = present + HELD.seconds();
        let taken = line.runtime.block_on(store.claim_jobs(&kind, &who, AT_ONCE, until, present))?;
        if taken.is_empty() {
            let tally = line.runtime.block_on(store.job_tally(&kind))?;
            if tally.open + tally.claimed == 0 {
                return Ok(());
            }
            thread::sleep(LOOK_AGAIN);
            continue;
        }
        file(line, &who, &taken, &mut inputs, tell)?;
    }
}

/// Files what was taken, and says of each job whether it is done.
fn file(
    line: &Line<'_>,
    who: &str,
    taken: &[Job],
    inputs: &mut BTreeMap<String, Input>,
    tell: &mut dyn FnMut(Done) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let store = line.registry.store();
    let (jobs, mine): (Vec<&Job>, Vec<Input>) =
        taken.iter().filter_map(|job| Some((job, inputs.get(&job.key)?.clone()))).unzip();
    let mut jobs = jobs.into_iter();
    line.file_all(&mine, None, &mut |done| {
        let Some(job) = jobs.next() else { return tell(done) };
        let Err(error) = &done.result else {
            line.runtime.block_on(store.finish_job(&job.id, who))?;
            return tell(done);
        };
        let is_last = job.attempts >= ATTEMPTS;
        let after = if is_last { After::GiveUp } else { After::Retry(now() + 1.second()) };
        line.runtime.block_on(store.fail_job(&job.id, who, &format!("{error:#}"), after))?;
        if is_last { tell(done) } else { Ok(()) }
    })
}
