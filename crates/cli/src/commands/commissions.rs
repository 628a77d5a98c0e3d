//! `entente commissions`, `entente sessions`: what documents tell of commissions.

use crate::args::{Format, pair_named};
use crate::context::{Context, runtime};
use crate::failure::{Exit, nothing, wrong_usage};
use crate::report;
use crate::table::{csv_line, lay_out, more, words};
use entente_model::{EventStatus, Lang};
use entente_observatory::answers::{ClaimItem, List};
use entente_observatory::normal_form::normal_form;
use entente_observatory::sessions::{ChairItem, CommissionItem, PersonItem, SessionItem};
use entente_observatory::since::SinceLast;
use entente_observatory::{Mode, Registry};
use std::io::Write;
use tokio::runtime::Runtime;

/// List commissions of two countries, with who led them and their last and next session.
#[derive(Debug, clap::Args)]
pub(crate) struct Commissions {
    /// Only of two countries, as KAZ-UZB or KAZ UZB, in either order.
    #[arg(num_args = 0..=2, value_names = ["A", "B"])]
    countries: Vec<String>,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

/// List sessions of commissions, the newest first: one told by several outlets is one session with several sources.
#[derive(Debug, clap::Args)]
pub(crate) struct Sessions {
    /// Only of two countries, as KAZ-UZB or KAZ UZB; or one session by its id, with all that is told of it.
    #[arg(num_args = 0..=2, value_names = ["A", "B"])]
    countries: Vec<String>,
    /// Show what changed since the last session of the two countries that was held: new claims, moved targets, projects whose
    /// stage changed, action items that changed or are overdue.
    #[arg(long)]
    since_last: bool,
    /// The shape of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub(crate) fn commissions(
    args: &Commissions,
    context: &Context,
    out: &mut dyn Write,
) -> anyhow::Result<Exit> {
    let pair = pair_named(&args.countries)?;
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Read)?;
    let list = runtime.block_on(registry.commissions(pair, context.as_of))?;
    if list.total == 0 {
        return Err(none("commission", context));
    }
    match args.format {
        Format::Json => writeln!(out, "{}", serde_json::to_string(&list)?)?,
        Format::Csv => commissions_csv(&list, out)?,
        Format::Table => {
            for item in &list.items {
                commission(item, context, out)?;
            }
            more(&list, ("commission", "commissions"), out)?;
        }
    }
    Ok(Exit::Done)
}

pub(crate) fn sessions(args: &Sessions, context: &Context, out: &mut dyn Write) -> anyhow::Result<Exit> {
    let runtime = runtime()?;
    let registry = context.registry(&runtime, Mode::Read)?;
    if args.since_last {
        return since(args, &runtime, &registry, context, out);
    }
    if let [id] = args.countries.as_slice()
        && id.len() > "KAZ-UZB".len()
    {
        let session = runtime.block_on(registry.session(id, context.as_of))?;
        let session = session
            .ok_or_else(|| nothing(format!("no session \"{id}\" was on file on {}", context.as_of)))?;
        match args.format {
            Format::Json => writeln!(out, "{}", serde_json::to_string(&session)?)?,
            Format::Csv => sessions_csv(&[session], out)?,
            Format::Table => one(&session, context, out)?,
        }
        return Ok(Exit::Done);
    }
    let pair = pair_named(&args.countries)?;
    let list = runtime.block_on(registry.sessions(pair, context.as_of))?;
    if list.total == 0 {
        return Err(none("session of a commission", context));
    }
    match args.format {
        Format::Json => writeln!(out, "{}", serde_json::to_string(&list)?)?,
        Format::Csv => sessions_csv(&list.items, out)?,
        Format::Table => table(&list, context, out)?,
    }
    Ok(Exit::Done)
}

/// Shows what changed since the last session.
fn since(
    args: &Sessions,
    runtime: &Runtime,
    registry: &Registry,
    context: &Context,
    out: &mut dyn Write,
) -> anyhow::Result<Exit> {
    let pair = pair_named(&args.countries)?
        .ok_or_else(|| wrong_usage("name two countries, such as KAZ-UZB, with --since-last"))?;
    let since = runtime.block_on(registry.since_last(pair, context.as_of))?;
    let since = since.ok_or_else(|| none("session that was held", context))?;
    match args.format {
        Format::Json => writeln!(out, "{}", serde_json::to_string(&since)?)?,
        Format::Csv => return Err(wrong_usage("--since-last is a table or JSON")),
        Format::Table => changed(&since, context, out)?,
    }
    Ok(Exit::Done)
}

fn changed(since: &SinceLast, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let width = usize::from(context.width);
    let place = since.session.place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
    writeln!(out, "Since {} ({}{place}), as known on {}", since.session.id, since.since, since.as_of)?;
    report::heading(&format!("New claims: {}", since.new_claims), context, out)?;
    let columns = [words("known", 10), words("claim", 12), words("says", 49)];
    let row = |item: &ClaimItem| {
        let claim = &item.claim;
        vec![item.known.to_string(), claim.id.as_str()[..12].to_owned(), normal_form(&claim.claim)]
    };
    if !since.claims.is_empty() {
        writeln!(out, "{}", lay_out(context, &columns, since.claims.iter().map(row).collect()))?;
    }
    report::heading(&format!("Moved targets: {}", since.moved.len()), context, out)?;
    for moved in &since.moved {
        let what = moved.step.change.as_str().replace('_', " ");
        let line = format!("  {} {what}: {}", moved.step.known, normal_form(&moved.step.claim.claim));
        report::hanging(&line, 4, width, out)?;
    }
    let lists = [
        ("Projects whose stage changed", &since.projects),
        ("Action items whose status changed", &since.items),
        ("Overdue action items", &since.overdue),
    ];
    for (title, entries) in lists {
        report::heading(&format!("{title}: {}", entries.len()), context, out)?;
        for entry in entries {
            let state = entry.state.as_deref().unwrap_or("-").replace('_', " ");
            let day = entry.field("deadline").map(|day| format!(", due {day}")).unwrap_or_default();
            let since = entry.since.map(|day| format!(" since {day}")).unwrap_or_default();
            report::hanging(&format!("  {}: {state}{since}{day}", entry.name()), 4, width, out)?;
        }
    }
    Ok(())
}

fn none(what: &str, context: &Context) -> anyhow::Error {
    nothing(format!(
        "no {what} was on file on {}: no document told of one, not that there was none",
        context.as_of
    ))
}

fn table(list: &List<SessionItem>, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let columns =
        [words("date", 10), words("no.", 4), words("id", 31), words("place", 10), words("told by", 14)];
    let row = |session: &SessionItem| {
        vec![
            day(session),
            session.ordinal.map_or_else(|| "-".to_owned(), |ordinal| ordinal.to_string()),
            session.id.clone(),
            session.place.clone().unwrap_or_else(|| "-".to_owned()),
            told_by(session),
        ]
    };
    writeln!(out, "{}", lay_out(context, &columns, list.items.iter().map(row).collect()))?;
    more(list, ("session", "sessions"), out)
}

fn day(session: &SessionItem) -> String {
    let date = session.date.map_or_else(|| "-".to_owned(), |date| date.to_string());
    if session.status == EventStatus::Planned { format!("{date} planned") } else { date }
}

fn told_by(session: &SessionItem) -> String {
    let sources = session.sources.len();
    let documents = if sources == 1 { "1 document".to_owned() } else { format!("{sources} documents") };
    if session.voices == sources as u64 {
        documents
    } else {
        format!("{documents}, {} voices", session.voices)
    }
}

/// Prints one session with all that is told of it.
fn one(session: &SessionItem, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let width = usize::from(context.width);
    report::hanging(session.name(Lang::En), 2, width, out)?;
    let number = session.ordinal.map(|ordinal| format!("no. {ordinal}; ")).unwrap_or_default();
    let place = session.place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
    writeln!(out, "{number}{}{place}; {}", day(session), session.status)?;
    writeln!(out, "session {}", session.id)?;
    if !session.other_dates.is_empty() {
        let days: Vec<String> = session.other_dates.iter().map(ToString::to_string).collect();
        writeln!(out, "some texts give another day: {}", days.join(", "))?;
    }
    if let Some(next) = &session.next {
        writeln!(out, "the session after it is {next}")?;
    }
    for (title, is_chair) in [("Led by", true), ("Also there", false)] {
        let people: Vec<&PersonItem> = session.people.iter().filter(|p| p.is_co_chair == is_chair).collect();
        if !people.is_empty() {
            report::heading(title, context, out)?;
        }
        for person in people {
            report::hanging(&format!("  {}", told_person(person)), 4, width, out)?;
        }
    }
    if !session.agenda.is_empty() {
        report::heading("Spoken about", context, out)?;
        report::hanging(&format!("  {}", session.agenda.join("; ")), 4, width, out)?;
    }
    report::heading("Sources", context, out)?;
    for source in &session.sources {
        let title = source.title.as_deref().unwrap_or("(no title)");
        let line =
            format!("  {} {}: {title} ({})", source.known, source.called(), &source.document.as_str()[..12]);
        report::hanging(&line, 4, width, out)?;
    }
    Ok(())
}

fn told_person(person: &PersonItem) -> String {
    let office = person.office.as_ref().map(|office| format!(", {office}")).unwrap_or_default();
    let country = person.country.map(|country| format!(" ({country})")).unwrap_or_default();
    let spellings = match person.spellings.as_slice() {
        [] => String::new(),
        several => format!("; also written {}", several.join(", ")),
    };
    format!("{}{office}{country}{spellings}", person.name)
}

fn commission(item: &CommissionItem, context: &Context, out: &mut dyn Write) -> anyhow::Result<()> {
    let width = usize::from(context.width);
    let english = item.names.iter().find(|name| name.lang == Lang::En).or(item.names.first());
    report::hanging(&format!("{}: {}", item.pair, english.map_or("-", |name| &name.name)), 2, width, out)?;
    for name in item.names.iter().filter(|name| Some(*name) != english) {
        report::hanging(&format!("  {}: {}", name.lang, name.name), 4, width, out)?;
    }
    for chair in &item.co_chairs {
        let ChairItem { person, first, last } = chair;
        let number = |id: &str| id.strip_prefix(&item.id).unwrap_or(id).trim_start_matches('-').to_owned();
        let span =
            if first == last { number(first) } else { format!("{} to {}", number(first), number(last)) };
        report::hanging(&format!("  {span}: {}", told_person(person)), 4, width, out)?;
    }
    for (what, id, day) in [("last", &item.last, item.last_date), ("next", &item.next, item.next_date)] {
        if let Some(id) = id {
            let day = day.map(|day| format!(", {day}")).unwrap_or_default();
            writeln!(out, "  {what} session on file: {id}{day}")?;
        }
    }
    writeln!(out, "  sessions on file: {}\n", item.sessions)?;
    Ok(())
}

fn sessions_csv(sessions: &[SessionItem], out: &mut dyn Write) -> anyhow::Result<()> {
    writeln!(
        out,
        "id,commission,pair,ordinal,date,until,place,status,co_chairs,agenda,voices,documents,next"
    )?;
    for session in sessions {
        let text = |value: Option<String>| value.unwrap_or_default();
        let chairs: Vec<&str> = session.co_chairs().map(|person| person.name.as_str()).collect();
        let documents: Vec<&str> = session.sources.iter().map(|source| source.document.as_str()).collect();
        csv_line(
            out,
            &[
                &session.id,
                &session.commission,
                &session.pair.to_string(),
                &text(session.ordinal.map(|ordinal| ordinal.to_string())),
                &text(session.date.map(|date| date.to_string())),
                &text(session.until.map(|date| date.to_string())),
                session.place.as_deref().unwrap_or_default(),
                session.status.as_str(),
                &chairs.join("; "),
                &session.agenda.join("; "),
                &session.voices.to_string(),
                &documents.join("; "),
                session.next.as_deref().unwrap_or_default(),
            ],
        )?;
    }
    Ok(())
}

fn commissions_csv(list: &List<CommissionItem>, out: &mut dyn Write) -> anyhow::Result<()> {
    writeln!(out, "id,pair,type,name,co_chairs,sessions,last,last_date,next,next_date")?;
    for item in &list.items {
        let chairs: Vec<&str> = item.co_chairs.iter().map(|chair| chair.person.name.as_str()).collect();
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        csv_line(
            out,
            &[
                &item.id,
                &item.pair.to_string(),
                &item.kind,
                item.names.first().map_or("", |name| &name.name),
                &chairs.join("; "),
                &item.sessions.to_string(),
                item.last.as_deref().unwrap_or_default(),
                &day(item.last_date),
                item.next.as_deref().unwrap_or_default(),
                &day(item.next_date),
            ],
        )?;
    }
    Ok(())
}
