//! Deadlines and sessions as a calendar (iCalendar, RFC 5545): sessions as events, action items as to-dos.

use crate::register::EntryWire;
use crate::sessions::SessionItem;
use entente_model::{EventStatus, ItemStatus, Lang};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::fmt::Write as _;

/// A line is not longer, in bytes (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// Writes a calendar. `stamp` is when it was made.
///
/// Entries without a day and sessions without a date are left out: a calendar has no place for them.
#[must_use]
pub fn calendar(sessions: &[SessionItem], entries: &[EntryWire], stamp: Timestamp) -> String {
    let mut text = String::new();
    let stamp = TimeZone::UTC.to_datetime(stamp).strftime("%Y%m%dT%H%M%SZ").to_string();
    line(&mut text, "BEGIN", "VCALENDAR");
    line(&mut text, "VERSION", "2.0");
    line(&mut text, "PRODID", "-//Entente//Register//EN");
    line(&mut text, "CALSCALE", "GREGORIAN");
    for session in sessions {
        if let Some(day) = session.date {
            event(&mut text, session, day, &stamp);
        }
    }
    for entry in entries {
        if let Some(day) =
            entry.kind.day_field().and_then(|name| entry.field(name)).and_then(|d| d.parse().ok())
        {
            to_do(&mut text, entry, day, &stamp);
        }
    }
    line(&mut text, "END", "VCALENDAR");
    text
}

fn event(text: &mut String, session: &SessionItem, day: Date, stamp: &str) {
    line(text, "BEGIN", "VEVENT");
    line(text, "UID", &format!("session-{}@entente", session.id));
    line(text, "DTSTAMP", stamp);
    line(text, "DTSTART;VALUE=DATE", &basic(day));
    // The end is the day after the last one (RFC 5545, 3.6.1).
    let last = session.until.unwrap_or(day);
    line(text, "DTEND;VALUE=DATE", &basic(last.tomorrow().unwrap_or(last)));
    let number = session.ordinal.map(|ordinal| format!(", no. {ordinal}")).unwrap_or_default();
    line(text, "SUMMARY", &escaped(&format!("{}{number}", session.name(Lang::En))));
    if let Some(place) = &session.place {
        line(text, "LOCATION", &escaped(place));
    }
    let mut about = vec![session.pair.to_string()];
    about.extend(session.co_chairs().map(|person| match &person.office {
        Some(office) => format!("{}, {office}", person.name),
        None => person.name.clone(),
    }));
    about.extend(session.sources.iter().filter_map(|source| source.url.clone()));
    line(text, "DESCRIPTION", &escaped(&about.join("\n")));
    let status = if session.status == EventStatus::Held { "CONFIRMED" } else { "TENTATIVE" };
    line(text, "STATUS", status);
    line(text, "TRANSP", "TRANSPARENT");
    line(text, "END", "VEVENT");
}

fn to_do(text: &mut String, entry: &EntryWire, day: Date, stamp: &str) {
    line(text, "BEGIN", "VTODO");
    line(text, "UID", &format!("{}@entente", entry.id));
    line(text, "DTSTAMP", stamp);
    line(text, "SEQUENCE", &(entry.version - 1).to_string());
    line(text, "DUE;VALUE=DATE", &basic(day));
    line(text, "SUMMARY", &escaped(entry.name()));
    let bodies: Vec<&str> =
        ["first_body", "second_body"].iter().filter_map(|name| entry.field(name)).collect();
    let mut about = vec![entry.pair.to_string()];
    about.extend((!bodies.is_empty()).then(|| bodies.join("; ")));
    about.extend(
        entry.states.last().map(|state| state.evidence.clone()).filter(|evidence| !evidence.is_empty()),
    );
    line(text, "DESCRIPTION", &escaped(&about.join("\n")));
    if let Some(sector) = entry.field("sector") {
        line(text, "CATEGORIES", &escaped(sector));
    }
    let status = entry.state.as_deref().and_then(|state| state.parse::<ItemStatus>().ok());
    let status = match status {
        Some(ItemStatus::Done) => "COMPLETED",
        Some(ItemStatus::Dropped) => "CANCELLED",
        Some(ItemStatus::InProgress) => "IN-PROCESS",
        _ => "NEEDS-ACTION",
    };
    line(text, "STATUS", status);
    if let (Some(ItemStatus::Done), Some(since)) =
        (entry.state.as_deref().and_then(|state| state.parse().ok()), entry.since)
    {
        line(text, "COMPLETED", &format!("{}T000000Z", basic(since)));
    }
    line(text, "END", "VTODO");
}

fn basic(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// Writes a text value (RFC 5545, 3.3.11). Other control characters than line breaks have no place in one.
fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\\' | ';' | ',' => text.extend(['\\', c]),
            '\n' => text.push_str("\\n"),
            c if c.is_control() => {}
            c => text.push(c),
        }
    }
    text
}

/// Writes a line, folded where it is too long, between letters.
fn line(text: &mut String, name: &str, value: &str) {
    let mut length = 0;
    for c in name.chars().chain([':']).chain(value.chars()) {
        if length + c.len_utf8() > LONGEST {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(c);
        length += c.len_utf8();
    }
    // Writing to a string does not fail.
    let _ = write!(text, "\r\n");
}
