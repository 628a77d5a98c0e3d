//! What people enter into the register: action items, projects and agreements, each a set of declared fields.
//!
//! A field's value is text in one canonical form: a day is `2024-07-12`, an amount `3100000000`, a section of ISIC one
//! capital letter. What is entered, imported and corrected is read by the same rules.

use crate::country::Country;
use crate::currency::Currency;
use crate::decimal;
use crate::id::{Pair, fold_quote, string_id};
use crate::key::{Digits, KeyHasher};
use crate::words::{AgreementStatus, EntryKind, ItemStatus, ProjectStage};
use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use thiserror::Error;

/// The longest value of a field, in characters.
pub const LONGEST: usize = 4000;

/// The fields of an entry by their names; those that are not known are absent.
pub type Fields = BTreeMap<String, String>;

/// How the value of a field is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Words.
    Text,
    /// A day.
    Day,
    /// A country, by its ISO 3166-1 alpha-3 code or its name.
    Country,
    /// A currency, by its ISO 4217 code.
    Currency,
    /// An exact decimal number, not below zero.
    Amount,
    /// A whole number.
    Count,
    /// A section of ISIC, Rev. 4: A to U.
    Section,
}

/// A field of a kind of entry.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// How its value is written.
    pub form: Form,
    /// What it means.
    pub about: &'static str,
}

const fn field(name: &'static str, form: Form, about: &'static str) -> Field {
    Field { name, form, about }
}

/// The fields of an action item; the first is what it is known by.
const ITEM: &[Field] = &[
    field("text", Form::Text, "What is to be done."),
    field("session", Form::Text, "The session that decided it."),
    field("sector", Form::Text, "The sector, as written."),
    field("first_body", Form::Text, "Who is responsible on the side of the first country of the pair."),
    field("second_body", Form::Text, "Who is responsible on the side of the second country."),
    field("deadline", Form::Day, "By when."),
    field("move", Form::Country, "Whose move it is."),
];

const PROJECT: &[Field] = &[
    field("name", Form::Text, "What it is called."),
    field("sector", Form::Section, "The section of ISIC, Rev. 4."),
    field("country", Form::Country, "Where it stands."),
    field("region", Form::Text, "The region of that country."),
    field("place", Form::Text, "The town or site."),
    field("value", Form::Amount, "What it costs, in units of the currency."),
    field("currency", Form::Currency, "The currency of its value."),
    field("jobs", Form::Count, "How many jobs it is to give."),
    field("capacity", Form::Text, "What it is to make in a year, with the unit."),
    field("partners", Form::Text, "The companies, with semicolons between them."),
    field("note", Form::Text, "What else is to be known."),
];

const AGREEMENT: &[Field] = &[
    field("title", Form::Text, "What it is called."),
    field("type", Form::Text, "What it is: treaty, agreement, memorandum, road map."),
    field("sector", Form::Text, "The sector, as written."),
    field("day", Form::Day, "The day that is set for its signing, or on which it was signed."),
    field("documents", Form::Text, "Where its text is, with semicolons between addresses."),
];

/// A value that is none of its field.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{given}\" is no value of \"{field}\"; expected {expected}")]
pub struct FieldError {
    /// The field.
    pub field: String,
    /// What was given.
    pub given: String,
    /// What would be.
    pub expected: String,
}

impl EntryKind {
    /// Returns its fields; the first must be given, and is what an entry is known by.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::ActionItem => ITEM,
            Self::Project => PROJECT,
            Self::Agreement => AGREEMENT,
        }
    }

    /// Returns the field of a name.
    #[must_use]
    pub fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// Returns the field whose day lists are ordered by.
    #[must_use]
    pub const fn day_field(self) -> Option<&'static str> {
        match self {
            Self::ActionItem => Some("deadline"),
            Self::Project => None,
            Self::Agreement => Some("day"),
        }
    }

    /// Returns the states that an entry goes through, in their order.
    #[must_use]
    pub fn states(self) -> Vec<&'static str> {
        match self {
            Self::ActionItem => ItemStatus::ALL.iter().map(|state| state.as_str()).collect(),
            Self::Project => ProjectStage::ALL.iter().map(|state| state.as_str()).collect(),
            Self::Agreement => AgreementStatus::ALL.iter().map(|state| state.as_str()).collect(),
        }
    }

    /// Reads a state.
    ///
    /// # Errors
    /// When it is none of this kind.
    pub fn state(self, given: &str) -> Result<&'static str, FieldError> {
        let found = self.states().into_iter().find(|state| *state == given);
        found.ok_or_else(|| error("state", given, &format!("one of {}", self.states().join(", "))))
    }

    /// Reads the value of a field in its canonical form; an empty one is none.
    ///
    /// # Errors
    /// When there is no such field, or the value is none of it.
    pub fn read(self, name: &str, given: &str) -> Result<Option<String>, FieldError> {
        let Some(field) = self.field(name) else {
            let names: Vec<&str> = self.fields().iter().map(|field| field.name).collect();
            let expected = format!("a field of {self}: {}", names.join(", "));
            return Err(FieldError { field: shown(name), given: shown(given), expected });
        };
        let value = given.split_whitespace().collect::<Vec<_>>().join(" ");
        if value.is_empty() {
            return Ok(None);
        }
        field.form.read(&value).map(Some).map_err(|expected| error(name, given, expected))
    }
}

impl Form {
    fn read(self, value: &str) -> Result<String, &'static str> {
        match self {
            Self::Text if value.chars().count() > LONGEST => Err("at most 4,000 characters"),
            Self::Text if value.contains('\0') => Err("text without NUL"),
            Self::Text => Ok(value.to_owned()),
            Self::Day => {
                day(value).map(|day| day.to_string()).ok_or("a day, such as 2024-07-12 or 12.07.2024")
            }
            Self::Country => {
                let found = value.to_uppercase().parse().ok().or_else(|| Country::by_name(value));
                let found = found.map(|country: Country| country.to_string());
                found.ok_or("a country, such as KAZ or Kazakhstan")
            }
            Self::Currency => {
                let found = value.to_uppercase().parse::<Currency>();
                found.map(|currency| currency.to_string()).map_err(|_| "an ISO 4217 code, such as USD")
            }
            Self::Amount => {
                let found = number(value).map(decimal::plain);
                found.ok_or("a number, not below zero, such as 3100000000 or 12.5")
            }
            Self::Count => {
                let found = number(value).filter(Decimal::is_integer).map(decimal::plain);
                found.ok_or("a whole number, such as 1200")
            }
            Self::Section => match value.to_uppercase().as_bytes() {
                [letter @ b'A'..=b'U'] => Ok(char::from(*letter).to_string()),
                _ => Err("a section of ISIC, one letter from A to U"),
            },
        }
    }
}

/// Reads a day as it is written in tables.
fn day(value: &str) -> Option<Date> {
    // What a spreadsheet keeps as a day has a time at its end.
    let value = value.strip_suffix(" 00:00:00").or_else(|| value.strip_suffix("T00:00:00")).unwrap_or(value);
    let found = match value.split(['.', '/']).collect::<Vec<_>>().as_slice() {
        [day, month, year] if year.len() == 4 => {
            Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
        }
        _ if value.len() == 10 => value.parse().ok(),
        _ => None,
    };
    found.filter(|day| (1900..=2200).contains(&day.year()))
}

/// Reads a number; spaces between its thousands are left out, and a comma that is the only mark is a decimal one unless
/// three digits follow it.
fn number(value: &str) -> Option<Decimal> {
    let plain: String = value.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
    let parts: Vec<&str> = plain.split(',').collect();
    let plain = match parts.as_slice() {
        [_] => plain,
        [whole, rest] if rest.len() != 3 && !whole.contains('.') => format!("{whole}.{rest}"),
        [_, rest @ ..] if rest.iter().all(|part| part.split('.').next().is_some_and(|p| p.len() == 3)) => {
            plain.replace(',', "")
        }
        _ => return None,
    };
    let number: Decimal = plain.parse().ok()?;
    (!number.is_sign_negative()).then(|| number.normalize())
}

fn shown(given: &str) -> String {
    given.chars().take(80).collect()
}

fn error(field: &str, given: &str, expected: &str) -> FieldError {
    FieldError { field: shown(field), given: shown(given), expected: expected.to_owned() }
}

string_id!(
    /// An action item, project or agreement of the register.
    EntryId(Digits), "entry id", crate::id::is_short_hash, "32 hexadecimal digits"
);

impl EntryId {
    /// The id of what is entered under a name, folded, about a pair; an action item is told apart by its session too.
    ///
    /// It is laid when the entry is made, and stays when the name is corrected.
    #[must_use]
    pub fn of_name(kind: EntryKind, pair: Pair, name: &str, session: Option<&str>) -> Self {
        let key = KeyHasher::new("entry").part(kind.as_str()).part(&pair.to_string()).part(&fold_quote(name));
        Self(key.maybe(session.map(fold_quote).as_deref()).digits())
    }
}

/// A state of an entry, from a day on.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EntryState {
    /// From which day.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Day"))]
    pub day: Date,
    /// The state.
    pub state: String,
    /// How that is known: an address, a document, a protocol.
    pub evidence: String,
    /// Who entered it.
    pub who: String,
    /// When it was entered.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Moment"))]
    pub made: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_one_canonical_form() {
        for (kind, field, given, expect) in [
            (EntryKind::ActionItem, "deadline", "12.07.2024", Some("2024-07-12")),
            (EntryKind::ActionItem, "deadline", "2024-07-12 00:00:00", Some("2024-07-12")),
            (EntryKind::ActionItem, "move", "Узбекистан", Some("UZB")),
            (EntryKind::ActionItem, "move", "kaz", Some("KAZ")),
            (EntryKind::ActionItem, "sector", "  ", None),
            (EntryKind::Project, "value", "3 100 000 000", Some("3100000000")),
            (EntryKind::Project, "value", "1,250,000.50", Some("1250000.5")),
            (EntryKind::Project, "value", "12,5", Some("12.5")),
            (EntryKind::Project, "jobs", "1,200", Some("1200")),
            (EntryKind::Project, "sector", "c", Some("C")),
            (EntryKind::Project, "currency", "usd", Some("USD")),
        ] {
            assert_eq!(kind.read(field, given).unwrap().as_deref(), expect, "{field} {given}");
        }
    }

    #[test]
    fn what_is_no_value_is_told_with_what_would_be() {
        for (field, given) in [
            ("value", "-1"),
            ("value", "3 billion"),
            ("jobs", "1.5"),
            ("sector", "Z"),
            ("country", "Atlantis"),
            ("currency", "XXXX"),
            ("colour", "red"),
        ] {
            let error = EntryKind::Project.read(field, given).unwrap_err().to_string();
            assert!(error.contains(given) && error.contains("expected"), "{error}");
        }
        for given in ["2024-13-01", "1.1.24", "0001-01-01", "soon"] {
            assert!(EntryKind::ActionItem.read("deadline", given).is_err(), "{given}");
        }
        assert!(EntryKind::Agreement.state("launched").is_err());
    }

    #[test]
    fn an_id_is_of_the_folded_name() {
        let pair: Pair = "KAZ-UZB".parse().unwrap();
        let id = |name: &str, session| EntryId::of_name(EntryKind::ActionItem, pair, name, session);
        assert_eq!(id("Open  a Road", None), id("open a road", None));
        assert_ne!(id("Open a road", None), id("Open a road", Some("21")));
    }
}
