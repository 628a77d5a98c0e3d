//! `entente targets`: who set which value for when, and what became of it.

use crate::args::{Format, pair_named};
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing};
use crate::report;
use crate::table::{csv_line, lay_out, more, words};
use entente_model::{Decimal, Lang, Period, decimal};
use entente_observatory::Mode;
use entente_observatory::targets::{BackTest, MilestoneItem, StepItem, TargetItem, TargetStatus, Targets};
use entente_observatory::words::quantity;
use std::io::Write;

/// List targets with their history: who set which value for when, whether it was met, missed, moved or dropped, and how fast
/// it asks to go.
#[derive(Debug, clap::Args)]
#[group(id = "targets_of_countries")]
pub(crate) struct Args {
    /// Only of two countries, as KAZ-UZB or KAZ UZB, in either order.
    #[arg(num_args = 0..=2, value_names = ["A", "B"])]
    countries: Vec<String>,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let pair = pair_named(&args.countries)?;
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Read)?;
    let targets = runtime.block_on(registry.targets(pair, context.as_of))?;
    if targets.list.total == 0 {
        return Err(nothing(format!("no target was on file on {}", context.as_of)));
    }
    match args.format {
        Format::Table => table(&targets, context, out)?,
        Format::Json => writeln!(out, "{}", serde_json::to_string(&targets)?)?,
        Format::Csv => csv(&targets, out)?,
    }
    Ok(Exit::Done)
}

/// The words of a status, as people read them.
fn status_words(status: TargetStatus) -> String {
    status.as_str().replace('_', " ")
}

/// The day of a statement, where it is known.
fn day(step: &StepItem) -> String {
    if step.is_dated { step.known.to_string() } else { "not known".to_owned() }
}

fn goal(item: &TargetItem, milestone: &MilestoneItem) -> String {
    let by = milestone.deadline.map_or_else(|| "no deadline".to_owned(), |deadline| format!("by {deadline}"));
    format!("{}, {by}", quantity(milestone.value, item.unit, Lang::En))
}

fn table(targets: &Targets, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let width = usize::from(context.width);
    for item in &targets.list.items {
        let about =
            item.history.last().map(|step| entente_observatory::normal_form::about(&step.claim.claim));
        report::heading(&about.unwrap_or_default(), context, out)?;
        for milestone in item.milestones.iter().rev() {
            let voices = if milestone.voices == 1 {
                "1 voice".to_owned()
            } else {
                format!("{} voices", milestone.voices)
            };
            let when = match milestone.is_dated {
                true => format!("{} to {}", milestone.first_said, milestone.last_said),
                false => "on a day not known".to_owned(),
            };
            let line = format!(
                "  {}: {}; said {when} by {voices}",
                goal(item, milestone),
                status_words(milestone.status).to_uppercase(),
            );
            report::hanging(&line, 4, width, out)?;
            if matches!(milestone.status, TargetStatus::Open | TargetStatus::Met | TargetStatus::Missed) {
                report::wrapped(&milestone.verdict.summary, "    ", width, out)?;
            }
            let paces = milestone.verdict.outlook.iter().flat_map(|outlook| &outlook.paces);
            for pace in paces.filter(|_| milestone.status == TargetStatus::Open) {
                report::hanging(&format!("    - {}", report::pace_words(pace)), 6, width, out)?;
            }
        }
        let columns = [
            words("known", 10),
            words("what", 15),
            words("goal", 22),
            words("claim", 12),
            words("quote", 13),
        ];
        let row = |step: &StepItem| {
            let claim = &step.claim.claim;
            vec![
                day(step),
                step.change.as_str().replace('_', " "),
                goal_of(claim.value, claim.period, item),
                step.claim.id.as_str()[..12].to_owned(),
                claim.quote.exact.split_whitespace().collect::<Vec<_>>().join(" "),
            ]
        };
        writeln!(out, "\n{}", lay_out(context, &columns, item.history.iter().map(row).collect()))?;
    }
    back_test(&targets.back_test, context, out)?;
    more(&targets.list, ("target", "targets"), out)
}

fn goal_of(value: Decimal, deadline: Option<Period>, item: &TargetItem) -> String {
    let by = deadline.map(|deadline| format!(" by {deadline}")).unwrap_or_default();
    format!("{}{by}", quantity(value, item.unit, Lang::En))
}

/// Tells how well chances told what became of ended targets.
fn back_test(test: &BackTest, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let Some(brier) = test.brier else { return Ok(()) };
    let width = usize::from(context.width);
    report::heading("Looking back", context, out)?;
    for item in &test.items {
        let percent = decimal::rounded(item.chance * Decimal::ONE_HUNDRED, 0);
        let came = if item.reached { "reached" } else { "not reached" };
        let deadline = item.deadline.map(|deadline| deadline.to_string()).unwrap_or_default();
        let line = format!(
            "  {} {} by {deadline}: a chance of {percent}% by {}'s figures before {}; {came}",
            item.target,
            decimal::plain(item.value),
            item.reporter,
            item.set_in
        );
        report::hanging(&line, 4, width, out)?;
    }
    let few = if test.is_enough { "" } else { "; too few to say how well chances are told" };
    writeln!(out, "  Brier score {brier} over n = {}{few}", test.n)?;
    Ok(())
}

fn csv(targets: &Targets, out: &mut dyn Write) -> anyhow::Result<()> {
    writeln!(
        out,
        "target,pair,kind,standing,known,change,value,unit,deadline,status,claim,document,voice,quote"
    )?;
    for item in &targets.list.items {
        for step in &item.history {
            let (claim, milestone) = (&step.claim.claim, &item.milestones[step.milestone]);
            csv_line(
                out,
                &[
                    &item.id,
                    &item.pair.to_string(),
                    item.kind.as_str(),
                    item.standing.as_str(),
                    &if step.is_dated { step.known.to_string() } else { String::new() },
                    step.change.as_str(),
                    &decimal::plain(claim.value),
                    &claim.unit.to_string(),
                    &claim.period.map(|period| period.to_string()).unwrap_or_default(),
                    milestone.status.as_str(),
                    step.claim.id.as_str(),
                    step.document.as_str(),
                    step.voice.as_str(),
                    &claim.quote.exact,
                ],
            )?;
        }
    }
    Ok(())
}
