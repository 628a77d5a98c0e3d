//! Activities of the International Aid Transparency Initiative (IATI 2.03), as far as a register of projects takes them.

use jiff::civil::Date;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use thiserror::Error;

/// A file has not more activities.
const MOST: usize = 100_000;
/// Elements are not deeper.
const DEEPEST: usize = 64;
/// No text of an element is longer, in bytes.
const LONGEST: usize = 16 * 1024;

/// A file that is no list of activities.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum IatiError {
    /// It is broken.
    #[error("is broken XML ({0})")]
    Broken(String),
    /// It is something else.
    #[error("is no list of IATI activities; expected an <iati-activities> element")]
    NoActivities,
    /// It is too long.
    #[error("has more than {MOST} activities; import it in parts")]
    TooMany,
}

/// An activity.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Activity {
    /// Its identifier.
    pub identifier: String,
    /// Its title: the first narrative.
    pub title: String,
    /// Its description: the first narrative.
    pub description: String,
    /// Organisations that take part, by name.
    pub organisations: Vec<String>,
    /// The code of its status.
    pub status: String,
    /// Dates: type, day, narrative.
    pub dates: Vec<(String, Date, String)>,
    /// Countries, by their ISO 3166-1 alpha-2 codes.
    pub countries: Vec<String>,
    /// The name of its location.
    pub location: String,
    /// What is said of that location.
    pub location_description: String,
    /// Sectors: vocabulary and code.
    pub sectors: Vec<(String, String)>,
    /// Tags: vocabulary and code.
    pub tags: Vec<(String, String)>,
    /// The value of the first budget, and its currency.
    pub value: Option<(String, String)>,
}

/// Reads the activities of a file.
///
/// # Errors
/// When it is broken, no list of activities, or too long.
pub fn read(text: &str) -> Result<Vec<Activity>, IatiError> {
    let mut reader = Reader::from_str(text);
    let (mut walk, mut is_list) = (Walk::default(), false);
    loop {
        match reader.read_event().map_err(|error| IatiError::Broken(error.to_string()))? {
            Event::Start(tag) => {
                is_list |= walk.path.is_empty() && tag.local_name().as_ref() == "iati-activities";
                if !is_list {
                    return Err(IatiError::NoActivities);
                }
                walk.open(&tag)?;
            }
            Event::Empty(tag) => {
                walk.open(&tag)?;
                walk.close();
            }
            Event::Text(text) => walk.text(&text),
            Event::CData(text) => walk.text(&text),
            Event::GeneralRef(name) => walk.text(reference(&name)),
            Event::End(_) => walk.close(),
            Event::Eof if is_list => return Ok(walk.activities),
            Event::Eof => return Err(IatiError::NoActivities),
            _ => {}
        }
    }
}

/// Returns what one of the five references that XML has stands for.
fn reference(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
}

#[derive(Default)]
struct Walk {
    path: Vec<String>,
    text: String,
    activities: Vec<Activity>,
    default_currency: String,
}

impl Walk {
    fn open(&mut self, tag: &BytesStart<'_>) -> Result<(), IatiError> {
        let name = tag.local_name().as_ref().to_owned();
        if self.path.len() == DEEPEST {
            return Err(IatiError::Broken(format!("elements are deeper than {DEEPEST}")));
        }
        self.path.push(name);
        self.text.clear();
        let value = |name: &str| attribute(tag, name).unwrap_or_default();
        if self.path.len() == 2 && self.is(&["iati-activity"]) {
            if self.activities.len() == MOST {
                return Err(IatiError::TooMany);
            }
            self.default_currency = value("default-currency");
            self.activities.push(Activity::default());
            return Ok(());
        }
        let own = self.own();
        let Some(activity) = self.activities.last_mut() else { return Ok(()) };
        match own.as_str() {
            "activity-status" => activity.status = value("code"),
            "activity-date" => {
                if let Ok(day) = value("iso-date").trim_end_matches('Z').parse() {
                    activity.dates.push((value("type"), day, String::new()));
                }
            }
            "recipient-country" => activity.countries.push(value("code")),
            "sector" => activity.sectors.push((value("vocabulary"), value("code"))),
            "tag" => activity.tags.push((value("vocabulary"), value("code"))),
            "participating-org" => activity.organisations.push(String::new()),
            "budget/value" if activity.value.is_none() => {
                let currency = Some(value("currency")).filter(|code| !code.is_empty());
                let currency = currency.unwrap_or_else(|| self.default_currency.clone());
                activity.value = Some((String::new(), currency));
            }
            _ => {}
        }
        Ok(())
    }

    /// Says whether the path below the list is this one.
    fn is(&self, names: &[&str]) -> bool {
        self.path.iter().skip(1).map(String::as_str).eq(names.iter().copied())
    }

    /// Returns the path below the activity.
    fn own(&self) -> String {
        self.path.iter().skip(2).map(String::as_str).collect::<Vec<_>>().join("/")
    }

    fn text(&mut self, text: &str) {
        if self.text.len() + text.len() <= LONGEST {
            self.text.push_str(text);
        }
    }

    fn close(&mut self) {
        let own = self.own();
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.text.clear();
        self.path.pop();
        let Some(activity) = self.activities.last_mut() else { return };
        let first = |place: &mut String| {
            if place.is_empty() {
                place.clone_from(&text);
            }
        };
        match own.as_str() {
            "iati-identifier" => first(&mut activity.identifier),
            "title/narrative" => first(&mut activity.title),
            "description/narrative" => first(&mut activity.description),
            "location/name/narrative" => first(&mut activity.location),
            "location/description/narrative" => first(&mut activity.location_description),
            "participating-org/narrative" => activity.organisations.iter_mut().rev().take(1).for_each(first),
            "activity-date/narrative" => {
                activity.dates.iter_mut().rev().take(1).for_each(|date| first(&mut date.2));
            }
            "budget/value" => activity.value.iter_mut().for_each(|value| first(&mut value.0)),
            _ => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_list_of_activities_is_told() {
        assert_eq!(read("<html></html>"), Err(IatiError::NoActivities));
        assert_eq!(read(""), Err(IatiError::NoActivities));
        assert!(matches!(read("<iati-activities><iati-activity></b>"), Err(IatiError::Broken(_))));
        assert_eq!(read("<iati-activities version=\"2.03\"/>"), Err(IatiError::NoActivities));
    }
}
