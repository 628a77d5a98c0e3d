//! `entente export`: the register as tables, as IATI activities, as a calendar.

use crate::commands::import::What;
use crate::context::{Context, runtime};
use crate::failure::Exit;
use entente_model::{EntryKind, Pair};
use entente_observatory::{EntryFilter, Mode, Registry, calendar, export, iati};
use std::io::Write;

/// Export the register: tables that can be imported again, projects as IATI 2.03 activities, deadlines and sessions as a
/// calendar.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    form: Form,
}

#[derive(Debug, clap::Subcommand)]
enum Form {
    /// A table of action items, projects or agreements.
    Csv {
        /// What the table is of.
        #[arg(value_enum)]
        what: What,
        /// Only about this pair, such as KAZ-UZB.
        #[arg(long)]
        pair: Option<Pair>,
    },
    /// Projects as IATI 2.03 activities, told of by a secondary reporter.
    Iati {
        /// Only about this pair.
        #[arg(long)]
        pair: Option<Pair>,
        /// The identifier of the organisation that reports, such as XM-DAC-7.
        #[arg(long, value_name = "ID")]
        reporter: String,
        /// Its name.
        #[arg(long, value_name = "TEXT")]
        reporter_name: String,
        /// Its type, by the codelist OrganisationType: 10 government, 60 foundation, 80 academic.
        #[arg(long, value_name = "CODE", default_value_t = 80)]
        reporter_type: u8,
    },
    /// Deadlines as to-dos and sessions of commissions as events (iCalendar).
    Ics {
        /// Only about this pair.
        #[arg(long)]
        pair: Option<Pair>,
    },
}

pub(crate) fn run(args: &Args, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Read)?;
    let entries = |kind: EntryKind, pair: Option<Pair>| {
        let filter = EntryFilter { pair, ..EntryFilter::all(kind, context.as_of) };
        let list = runtime.block_on(Registry::entries(&registry, &filter));
        list.map(|list| list.items)
    };
    match &args.form {
        Form::Csv { what, pair } => {
            write!(out, "{}", export::csv(what.kind(), &entries(what.kind(), *pair)?))?;
        }
        Form::Iati { pair, reporter, reporter_name, reporter_type } => {
            let reporter =
                iati::Reporter { id: reporter.clone(), name: reporter_name.clone(), kind: *reporter_type };
            let (xml, left_out) = iati::write(&entries(EntryKind::Project, *pair)?, &reporter, context.now);
            if left_out > 0 {
                context.say(&format!("{left_out} projects of which no stage is known are left out"));
            }
            write!(out, "{xml}")?;
        }
        Form::Ics { pair } => {
            let sessions = runtime.block_on(registry.sessions(*pair, context.as_of))?.items;
            let items = entries(EntryKind::ActionItem, *pair)?;
            write!(out, "{}", calendar::calendar(&sessions, &items, context.now))?;
        }
    }
    Ok(Exit::Done)
}
