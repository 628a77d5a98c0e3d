//! Projects as activities of IATI 2.03, told of by a secondary reporter, and activities as projects.
//!
//! IATI knows fewer stages than a register, so each stage stands in the narrative of its date and the newest in a tag; a
//! file of somebody else is read by the code of its status.

use crate::register::{EntryWire, NewEntry};
use entente_ingest::iati::Activity;
use entente_model::{Country, EntryKind, Lang, Pair, ProjectStage};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use std::fmt::Write as _;

/// The vocabulary of the reporter's own (codelist TagVocabulary, SectorVocabulary: 99).
const OWN: &str = "99";
/// Where the sections of ISIC are explained.
const ISIC: &str = "https://unstats.un.org/unsd/classifications/Econ/ISIC";

/// Who reports, though they carry out nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporter {
    /// The identifier of the organisation, such as `XM-DAC-7`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its type, by the codelist OrganisationType.
    pub kind: u8,
}

/// The codes of the codelist ActivityStatus that stages are told by.
const fn status(stage: ProjectStage) -> &'static str {
    match stage {
        ProjectStage::Announced | ProjectStage::Agreed => "1", // Pipeline
        ProjectStage::Financed | ProjectStage::UnderConstruction => "2", // Implementation
        ProjectStage::Launched => "3",                         // Finalisation
        ProjectStage::Cancelled => "5",
        ProjectStage::Suspended => "6",
    }
}

/// The types of the codelist ActivityDate that the days of stages are told by.
const fn date_type(stage: ProjectStage) -> &'static str {
    match stage {
        ProjectStage::Announced | ProjectStage::Agreed | ProjectStage::Financed => "1", // Planned start
        ProjectStage::UnderConstruction | ProjectStage::Suspended => "2",               // Actual start
        ProjectStage::Launched | ProjectStage::Cancelled => "4",                        // Actual end
    }
}

/// Writes projects. Those of which no stage is known are left out, for an activity must have a status; how many that are is
/// returned beside the text.
#[must_use]
pub fn write(projects: &[EntryWire], reporter: &Reporter, now: Timestamp) -> (String, usize) {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let stamp = now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    element(&mut xml, 0, "iati-activities", &[("version", "2.03"), ("generated-datetime", &stamp)], None);
    let mut left_out = 0;
    for project in projects {
        match project.state.as_deref().and_then(|state| state.parse().ok()) {
            Some(stage) => activity(&mut xml, project, stage, reporter, &stamp),
            None => left_out += 1,
        }
    }
    xml.push_str("</iati-activities>\n");
    (xml, left_out)
}

fn activity(xml: &mut String, project: &EntryWire, stage: ProjectStage, reporter: &Reporter, stamp: &str) {
    let currency = project.field("currency");
    let mut own = vec![("xml:lang", "en"), ("last-updated-datetime", stamp)];
    own.extend(currency.map(|currency| ("default-currency", currency)));
    element(xml, 1, "iati-activity", &own, None);
    element(xml, 2, "iati-identifier", &[], Some(&format!("{}-{}", reporter.id, project.id)));
    let kind = reporter.kind.to_string();
    let attributes = [("ref", reporter.id.as_str()), ("type", &kind), ("secondary-reporter", "1")];
    told(xml, "reporting-org", &attributes, &reporter.name);
    told(xml, "title", &[], project.name());
    told(xml, "description", &[("type", "1")], &description(project));
    organisations(xml, project);
    element(xml, 2, "activity-status", &[("code", status(stage))], Some(""));
    for state in &project.states {
        if let Ok(stage) = state.state.parse::<ProjectStage>() {
            let day = state.day.to_string();
            told(xml, "activity-date", &[("type", date_type(stage)), ("iso-date", &day)], stage.as_str());
        }
    }
    let country: Option<Country> = project.field("country").and_then(|code| code.parse().ok());
    if let Some(country) = country {
        element(xml, 2, "recipient-country", &[("code", country.alpha2())], Some(""));
    }
    location(xml, project);
    if let Some(section) = project.field("sector") {
        let attributes = [("vocabulary", OWN), ("vocabulary-uri", ISIC), ("code", section)];
        element(xml, 2, "sector", &attributes, Some(""));
    }
    for code in [stage.as_str(), &project.pair.to_string()] {
        element(xml, 2, "tag", &[("vocabulary", OWN), ("code", code)], Some(""));
    }
    budget(xml, project);
    xml.push_str("  </iati-activity>\n");
}

fn description(project: &EntryWire) -> String {
    let mut text = format!("A joint project of {}", names(project.pair));
    for (name, label) in [("capacity", "capacity"), ("jobs", "jobs")] {
        if let Some(value) = project.field(name) {
            let _ = write!(text, "; {label}: {value}");
        }
    }
    if let Some(note) = project.field("note") {
        let _ = write!(text, ". {note}");
    }
    text
}

fn names(pair: Pair) -> String {
    format!("{} and {}", pair.first().name(Lang::En), pair.second().name(Lang::En))
}

/// Writes the companies, as those who carry it out; where none is known, the governments as accountable for it.
fn organisations(xml: &mut String, project: &EntryWire) {
    let partners: Vec<&str> =
        project.field("partners").unwrap_or_default().split(';').map(str::trim).collect();
    let partners: Vec<&str> = partners.into_iter().filter(|partner| !partner.is_empty()).collect();
    for partner in &partners {
        told(xml, "participating-org", &[("role", "4")], partner);
    }
    if partners.is_empty() {
        for country in [project.pair.first(), project.pair.second()] {
            let name = format!("Government of {}", country.name(Lang::En));
            told(xml, "participating-org", &[("type", "10"), ("role", "2")], &name);
        }
    }
}

fn location(xml: &mut String, project: &EntryWire) {
    let (place, region) = (project.field("place"), project.field("region"));
    let Some(name) = place.or(region) else { return };
    element(xml, 2, "location", &[], None);
    element(xml, 3, "name", &[], None);
    element(xml, 4, "narrative", &[], Some(name));
    xml.push_str("      </name>\n");
    if let Some(region) = region.filter(|_| place.is_some()) {
        element(xml, 3, "description", &[], None);
        element(xml, 4, "narrative", &[], Some(region));
        xml.push_str("      </description>\n");
    }
    xml.push_str("    </location>\n");
}

/// Writes the value as an indicative budget of the year that begins with the first stage: IATI has no value without a
/// period.
fn budget(xml: &mut String, project: &EntryWire) {
    let (Some(value), Some(currency)) = (project.field("value"), project.field("currency")) else { return };
    let Some(first) = project.states.first().map(|state| state.day) else { return };
    let end = first.checked_add(1.year()).ok().and_then(|day| day.yesterday().ok()).unwrap_or(first);
    let (start, end) = (first.to_string(), end.to_string());
    element(xml, 2, "budget", &[("type", "1"), ("status", "1")], None);
    element(xml, 3, "period-start", &[("iso-date", &start)], Some(""));
    element(xml, 3, "period-end", &[("iso-date", &end)], Some(""));
    element(xml, 3, "value", &[("currency", currency), ("value-date", &start)], Some(value));
    xml.push_str("    </budget>\n");
}

/// Writes an element that holds one narrative.
fn told(xml: &mut String, name: &str, attributes: &[(&str, &str)], text: &str) {
    element(xml, 2, name, attributes, None);
    element(xml, 3, "narrative", &[], Some(text));
    let _ = writeln!(xml, "    </{name}>");
}

/// Writes an element with its text, or opens one where there is none.
fn element(xml: &mut String, depth: usize, name: &str, attributes: &[(&str, &str)], text: Option<&str>) {
    let _ = write!(xml, "{}<{name}", "  ".repeat(depth));
    for (name, value) in attributes {
        let _ = write!(xml, " {name}=\"{}\"", escaped(value));
    }
    let _ = match text {
        None => writeln!(xml, ">"),
        Some("") => writeln!(xml, "/>"),
        Some(text) => writeln!(xml, ">{}</{name}>", escaped(text)),
    };
}

/// Escapes a text; control characters have no place in XML.
fn escaped(text: &str) -> String {
    let plain = text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    let mut escaped = String::with_capacity(text.len());
    for c in plain {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Reads an activity as a project with each stage that it went through. `pair` is what it is about where it does not say;
/// `day` is since when its status is so where no date tells.
///
/// # Errors
/// When it has no title, or it is not known which two countries it is of; told as a sentence.
pub fn read(activity: &Activity, pair: Option<Pair>, day: Date) -> Result<Vec<NewEntry>, String> {
    let name = &activity.title;
    if name.is_empty() {
        return Err(format!("the activity \"{}\" has no title", activity.identifier));
    }
    let tags = || activity.tags.iter().filter(|(vocabulary, _)| vocabulary == OWN).map(|(_, code)| code);
    let countries: Vec<Country> =
        activity.countries.iter().filter_map(|code| Country::from_alpha2(&code.to_uppercase())).collect();
    let of_countries = || match *countries.as_slice() {
        [a, b] => Pair::new(a, b),
        _ => None,
    };
    let pair = tags().find_map(|code| code.parse().ok()).or_else(of_countries).or(pair);
    let pair = pair.ok_or_else(|| {
        format!("\"{name}\" does not say which two countries it is of; name the pair with --pair")
    })?;
    let mut given = vec![("name", name.clone())];
    let mut add = |field, value: &str| {
        if !value.is_empty() {
            given.push((field, value.to_owned()));
        }
    };
    if let [country] = countries.as_slice() {
        add("country", country.alpha3());
    }
    let (place, region) = (&activity.location, &activity.location_description);
    add("place", place);
    add("region", region);
    let section = activity.sectors.iter().find(|(vocabulary, code)| vocabulary == OWN && code.len() == 1);
    add("sector", section.map_or("", |(_, code)| code));
    if let Some((value, currency)) = &activity.value {
        add("value", value);
        add("currency", currency);
    }
    let is_company = |name: &&String| !name.is_empty() && !name.starts_with("Government of ");
    let companies: Vec<&str> = activity.organisations.iter().filter(is_company).map(String::as_str).collect();
    add("partners", &companies.join("; "));
    let given: Vec<(String, String)> =
        given.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let entry = |state| NewEntry { kind: EntryKind::Project, pair, given: given.clone(), state };
    let states = stages(activity, day);
    if states.is_empty() {
        return Ok(vec![entry(None)]);
    }
    Ok(states.into_iter().map(|state| entry(Some(state))).collect())
}

/// Returns the stages that an activity went through, each with its day and where that is from.
fn stages(activity: &Activity, day: Date) -> Vec<(String, Date, String)> {
    let evidence = format!("IATI {}", activity.identifier);
    let told = |(_, day, narrative): &(String, Date, String)| {
        let stage = narrative.parse::<ProjectStage>().ok()?;
        Some((stage.to_string(), *day, evidence.clone()))
    };
    let mut stages: Vec<_> = activity.dates.iter().filter_map(told).collect();
    if stages.is_empty() {
        let stage = match activity.status.as_str() {
            "1" => ProjectStage::Agreed,
            "2" => ProjectStage::UnderConstruction,
            "3" | "4" => ProjectStage::Launched,
            "5" => ProjectStage::Cancelled,
            "6" => ProjectStage::Suspended,
            _ => return stages,
        };
        let since =
            activity.dates.iter().filter(|(kind, ..)| kind == date_type(stage)).map(|(_, day, _)| *day).max();
        stages.push((stage.to_string(), since.unwrap_or(day), evidence));
    }
    stages.sort_by_key(|(_, day, _)| *day);
    stages
}
