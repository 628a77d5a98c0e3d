//! The report of `entente check` for reading: a row a claim, the working of each, and what else the text tells.

use crate::context::Context;
use crate::table::{lay_out, numbers, words};
use entente_model::decimal::rounded;
use entente_model::{Author, Decimal, Event, Lang, Official, Outcome, Pace, Project, Unit};
use entente_observatory::normal_form::normal_form;
use entente_observatory::wire::{CheckWire, RemarkWire, ResultWire, VerdictWire};
use entente_observatory::words::quantity;
use std::io::{Result, Write};

/// The words of an outcome, as people read them.
pub(crate) const fn outcome_words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Supported => "supported",
        Outcome::SupportedOtherwise => "supported otherwise",
        Outcome::Near => "near, not exact",
        Outcome::NotComparable => "not comparable",
        Outcome::NoData => "no data",
        Outcome::Contradicted => "contradicted",
        Outcome::Open => "target open",
        Outcome::Met => "target met",
        Outcome::Missed => "target missed",
    }
}

/// Prints a whole report.
pub(crate) fn print(report: &CheckWire, context: &Context, out: &mut dyn Write) -> Result<()> {
    let document = &report.document;
    writeln!(out, "{}", document.title.as_deref().unwrap_or(&document.file))?;
    let published = document.published.map_or_else(
        || "publication date unknown".to_owned(),
        |date| format!("published {date} ({})", document.published_basis),
    );
    writeln!(out, "{}; {published}; as known on {}", document.lang, report.as_of)?;
    if report.results.is_empty() {
        writeln!(out, "\nNo claims were found.")?;
    } else {
        writeln!(out, "\n{}", overview(report, context))?;
        heading("Working", context, out)?;
        for (number, result) in report.results.iter().enumerate() {
            working(number + 1, &result.verdict, context, out)?;
            if let Some(on_file) = &result.on_file {
                wrapped(&on_file.summary, "    ", usize::from(context.width), out)?;
            }
        }
    }
    let told_of = Told {
        events: &report.events,
        officials: &report.officials,
        projects: &report.projects,
        remarks: &report.remarks,
        author: report.author.as_ref(),
    };
    told(&told_of, context, out)
}

/// What a text tells beside its claims.
pub(crate) struct Told<'a> {
    pub(crate) events: &'a [Event],
    pub(crate) officials: &'a [Official],
    pub(crate) projects: &'a [Project],
    pub(crate) remarks: &'a [RemarkWire],
    pub(crate) author: Option<&'a Author>,
}

fn overview(report: &CheckWire, context: &Context) -> String {
    let columns = [
        numbers("#"),
        words("quote", 13),
        words("says", 21),
        words("outcome", 11),
        words("computed", 10),
        words("definition", 10),
    ];
    let row = |(number, result): (usize, &ResultWire)| {
        let verdict = &result.verdict;
        let unit = decisive_unit(verdict).unwrap_or(result.claim.claim.unit);
        vec![
            (number + 1).to_string(),
            result.claim.claim.quote.exact.split_whitespace().collect::<Vec<_>>().join(" "),
            normal_form(&result.claim.claim),
            outcome_words(verdict.outcome).to_owned(),
            verdict.computed.map_or_else(|| "-".to_owned(), |v| quantity(v, unit, Lang::En)),
            verdict.definition.as_ref().map_or_else(|| "-".to_owned(), |d| d.as_str().replace('_', " ")),
        ]
    };
    lay_out(context, &columns, report.results.iter().enumerate().map(row).collect())
}

fn decisive_unit(verdict: &VerdictWire) -> Option<Unit> {
    let decisive = verdict.definition.as_ref()?;
    verdict.tried.iter().find(|tried| tried.definition == *decisive).map(|tried| tried.unit)
}

/// Prints a heading, bold where that shows.
pub(crate) fn heading(title: &str, context: &Context, out: &mut dyn Write) -> Result<()> {
    if context.colour { writeln!(out, "\n\x1b[1m{title}\x1b[0m") } else { writeln!(out, "\n{title}") }
}

/// Prints the working of one claim: the sentence, the notes, and every definition that was tried.
pub(crate) fn working(
    number: usize,
    verdict: &VerdictWire,
    context: &Context,
    out: &mut dyn Write,
) -> Result<()> {
    let indent = "    ";
    let width = usize::from(context.width);
    writeln!(out, "\n{number:>2}. {}", outcome_words(verdict.outcome).to_uppercase())?;
    for sentence in std::iter::once(&verdict.summary).chain(&verdict.notes) {
        wrapped(sentence, indent, width, out)?;
    }
    if let Some(chance) = verdict.chance {
        let percent = rounded(chance * Decimal::ONE_HUNDRED, 1);
        wrapped(
            &format!("A made-up number would have agreed with some definition in {percent}% of cases."),
            indent,
            width,
            out,
        )?;
    }
    for tried in &verdict.tried {
        print_tried(tried, indent, width, out)?;
    }
    verdict.outlook.iter().flat_map(|outlook| &outlook.paces).try_for_each(|pace| {
        let line = format!("{indent}- {}", pace_words(pace));
        hanging(&line, indent.len() + 2, width, out)
    })
}

/// How far and how fast a target asks one reporter's series to go.
pub(crate) fn pace_words(pace: &Pace) -> String {
    let Pace { reporter, needed, first_period, last_period, growths, .. } = pace;
    let percent = |value: Decimal| quantity(value, Unit::Percent, Lang::En);
    let so_far = pace
        .so_far
        .map(|value| format!("; so far {} a year ({first_period} to {last_period})", percent(value)));
    let chance = match pace.chance {
        Some(chance) => {
            format!("; chance of reaching it {}", percent(rounded(chance * Decimal::ONE_HUNDRED, 1)))
        }
        None => format!("; {growths} yearly growths are too few for a chance"),
    };
    format!("{reporter} needs {} a year{}{chance}", percent(*needed), so_far.unwrap_or_default())
}

fn print_tried(tried: &entente_model::Tried, indent: &str, width: usize, out: &mut dyn Write) -> Result<()> {
    let mark = match (tried.matches, tried.computed) {
        (true, _) => "=",
        (false, Some(_)) => "x",
        (false, None) => "-",
    };
    let plain = if tried.plain { " (plain)" } else { "" };
    let value =
        tried.computed.map_or_else(|| "not computed".to_owned(), |v| quantity(v, tried.unit, Lang::En));
    let range = tried.range.filter(|_| tried.computed.is_some()).map(|range| {
        let end =
            |end: Option<Decimal>| end.map_or_else(|| "..".to_owned(), |v| quantity(v, tried.unit, Lang::En));
        format!(", {} to {}", end(range.low), end(range.high))
    });
    let head = format!("{indent}{mark} {value}{}: {}{plain}", range.unwrap_or_default(), tried.formula);
    hanging(&head, indent.len() + 2, width, out)?;
    if !tried.missing.is_empty() {
        let missing = format!("{indent}  lacks {}", tried.missing.join("; "));
        hanging(&missing, indent.len() + 2, width, out)?;
    }
    Ok(())
}

/// Prints what the text tells beside its claims.
pub(crate) fn told(told: &Told<'_>, context: &Context, out: &mut dyn Write) -> Result<()> {
    let width = usize::from(context.width);
    let section = |title: &str, lines: Vec<String>, out: &mut dyn Write| -> Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        heading(title, context, out)?;
        lines.iter().try_for_each(|line| hanging(&format!("  {line}"), 4, width, out))
    };
    section("Events", told.events.iter().map(event).collect(), out)?;
    section("Officials", told.officials.iter().map(official).collect(), out)?;
    section("Projects", told.projects.iter().map(project).collect(), out)?;
    section("Remarks", told.remarks.iter().map(remark).collect(), out)?;
    let author = told.author.iter().map(|author| {
        author.note.as_ref().map_or_else(|| author.name.clone(), |note| format!("{}: {note}", author.name))
    });
    section("Author", author.collect(), out)
}

fn event(event: &Event) -> String {
    let mut parts = vec![event.name.clone()];
    parts.extend(event.ordinal.map(|n| format!("no. {n}")));
    parts.extend(event.date.map(|date| match event.until {
        Some(until) => format!("{date} to {until}"),
        None => date.to_string(),
    }));
    parts.extend(event.place.clone());
    parts.push(event.status.to_string());
    let people: Vec<String> = event
        .people
        .iter()
        .map(|person| {
            let office = person.office.as_ref().map(|office| format!(", {office}")).unwrap_or_default();
            let country = person.country.map(|country| format!(" ({country})")).unwrap_or_default();
            let role = person.role.as_ref().map(|role| format!("{role} ")).unwrap_or_default();
            format!("{role}{}{office}{country}", person.name)
        })
        .collect();
    let mut text = format!("{}: {}", event.kind.as_str().replace('_', " "), parts.join(", "));
    if !people.is_empty() {
        text.push_str(&format!("; {}", people.join("; ")));
    }
    if !event.agenda.is_empty() {
        text.push_str(&format!("; agenda: {}", event.agenda.join(", ")));
    }
    text
}

fn official(official: &Official) -> String {
    let office = official.office.as_deref().unwrap_or("office unknown");
    let country = official.country.map(|country| format!(" ({country})")).unwrap_or_default();
    format!("{}, {office}{country}", official.name)
}

fn project(project: &Project) -> String {
    let mut parts = vec![project.name.clone()];
    parts.extend(project.stage.map(|stage| stage.as_str().replace('_', " ")));
    parts.extend(project.place.clone());
    parts.extend(project.regions.iter().map(|region| match region.country {
        Some(country) => format!("{} ({country})", region.name),
        None => region.name.clone(),
    }));
    parts.join(", ")
}

fn remark(remark: &RemarkWire) -> String {
    let speaker = remark.remark.speaker.as_deref().unwrap_or("unattributed");
    let quote = remark.remark.quote.exact.split_whitespace().collect::<Vec<_>>().join(" ");
    let answer = remark.answer.as_ref().map(|answer| format!(" -> {answer}")).unwrap_or_default();
    format!("{speaker} ({}): \"{quote}\"{answer}", remark.remark.topic.replace('_', " "))
}

/// Prints a text broken at spaces so that it fits.
pub(crate) fn wrapped(text: &str, indent: &str, width: usize, out: &mut dyn Write) -> Result<()> {
    hanging(&format!("{indent}{text}"), indent.len(), width, out)
}

/// Prints a line broken at spaces so that it fits, the later lines indented by `hang`.
pub(crate) fn hanging(text: &str, hang: usize, width: usize, out: &mut dyn Write) -> Result<()> {
    let lead = text.len() - text.trim_start().len();
    let mut line = " ".repeat(lead);
    let mut empty = true;
    for word in text.split_whitespace() {
        if !empty && line.chars().count() + 1 + word.chars().count() > width {
            writeln!(out, "{line}")?;
            line = " ".repeat(hang);
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    writeln!(out, "{line}")
}
