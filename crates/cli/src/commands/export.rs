//! `entente export`: the register as tables, as IATI activities, as a calendar.

use crate::commands::import::What;
use crate::context::{Context, runtime};
use crate::failure::Exit;
use entente_model::{Country, EntryKind, Flow, Pair, Partner, Terms};
use entente_observatory::{EntryFilter, Mode, ObservationFilter, Registry, calendar, export, iati};
use std::io::Write;

/// How many figures are read at once.
const AT_ONCE: u32 = 10_000;

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
    /// A table of official figures, every vintage that was known.
    Observations {
        /// Only reported by this country.
        #[arg(long)]
        reporter: Option<Country>,
        /// Only of the trade with this partner.
        #[arg(long)]
        partner: Option<Partner>,
        /// Only of this flow: X, M, RX, RM.
        #[arg(long)]
        flow: Option<Flow>,
        /// Also figures whose publisher does not let rows be passed on, such as those of UN Comtrade: for your own use.
        #[arg(long)]
        with_internal: bool,
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
        Form::Observations { reporter, partner, flow, with_internal } => {
            let filter = ObservationFilter {
                reporter: *reporter,
                partner: *partner,
                flow: *flow,
                with_internal: *with_internal,
                as_of: context.as_of,
                limit: AT_ONCE,
                ..ObservationFilter::default()
            };
            observations(&registry, filter, context, out)?;
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

/// Writes official figures, and says of those that are not passed on that they are left out or what their terms are.
fn observations(
    registry: &Registry,
    mut filter: ObservationFilter,
    context: &Context,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let runtime = runtime()?;
    let total = |with_internal: bool| {
        let one = ObservationFilter { with_internal, limit: 1, ..filter.clone() };
        runtime.block_on(registry.observations(&one)).map(|list| list.total)
    };
    let internal = total(true)? - total(false)?;
    write!(out, "{}", export::observation_columns())?;
    loop {
        let list = runtime.block_on(registry.observations(&filter))?;
        for item in &list.items {
            write!(out, "{}", export::observation_line(item))?;
        }
        let Some(next) = list.next else { break };
        filter.after = Some(next.parse()?);
    }
    if internal > 0 && !filter.with_internal {
        context.say(&format!(
            "{internal} figures are left out: their publishers do not let rows be passed on; \
            --with-internal writes them too"
        ));
    }
    if internal > 0 && filter.with_internal {
        context.say(&format!("{internal} figures of these are for your own use and may not be passed on:"));
        let datasets = runtime.block_on(registry.releases())?.datasets;
        for dataset in datasets.iter().filter(|dataset| dataset.terms == Terms::Internal) {
            context.say(&format!("{}/{}: {}", dataset.publisher, dataset.id, dataset.licence));
        }
    }
    Ok(())
}
