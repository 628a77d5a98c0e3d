//! Kinds of parameters: how each is written, read and described.

use entente_model::register::LONGEST;
use entente_model::{Lang, Pair};
use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::fmt::Display;
use std::str::FromStr;

/// How a parameter is written, read and described.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// Describes it.
    pub schema: fn(&mut SchemaGenerator) -> Schema,
    /// Reads it and writes it in its one normal form, or says what is wrong and what is expected.
    pub read: fn(&str) -> Result<String, String>,
    /// Whether it is a number where it stands in JSON, and not a text.
    pub is_number: bool,
}

/// How many items a part of a list has when nobody says.
pub const LIMIT_DEFAULT: u32 = 100;

/// How many items a part of a list has at most.
pub const LIMIT_MOST: u32 = 1000;

/// A cursor is never longer: what is longer is none.
const CURSOR_MOST: usize = 400;

/// Days that are counted ahead are not more: ten years.
const DAYS_MOST: u16 = 3660;

/// Words that are searched for are not longer, in characters.
const WORDS_MOST: usize = 200;

impl Kind {
    /// Returns the kind of what is read and written by a type of the model.
    pub const fn of<T: FromStr<Err: Display> + Display + JsonSchema>() -> Self {
        Self { schema: |generator| generator.subschema_for::<T>(), read: read::<T>, is_number: false }
    }
}

fn read<T: FromStr<Err: Display> + Display>(given: &str) -> Result<String, String> {
    given.parse::<T>().map(|value| value.to_string()).map_err(|error| error.to_string())
}

fn shown(given: &str) -> String {
    given.chars().take(80).collect()
}

/// A day.
pub const DATE: Kind = Kind {
    schema: |generator| generator.subschema_for::<entente_model::schema::Day>(),
    read: |given| match given.parse::<Date>() {
        // The library reads more forms than this one.
        Ok(date) if given.len() == 10 => Ok(date.to_string()),
        _ => Err(format!("\"{}\" is not a date; write YYYY-MM-DD, such as 2024-07-13", shown(given))),
    },
    is_number: false,
};

/// How many items.
pub const LIMIT: Kind = Kind {
    schema: |_| json_schema!({ "type": "integer", "minimum": 1, "maximum": LIMIT_MOST, "default": LIMIT_DEFAULT }),
    read: |given| match given.parse::<u32>() {
        Ok(limit) if (1..=LIMIT_MOST).contains(&limit) => Ok(limit.to_string()),
        _ => Err(format!("\"{}\" is not a limit; write a number from 1 to {LIMIT_MOST}", shown(given))),
    },
    is_number: false,
};

/// Where a list goes on. Each list reads its own.
pub const CURSOR: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "maxLength": CURSOR_MOST }),
    read: |given| {
        let is_plain = !given.contains(char::is_control);
        if given.is_empty() || given.len() > CURSOR_MOST || !is_plain {
            return Err(format!(
                "\"{}\" is not a cursor of this list; give the `next` of the part before as it is",
                shown(given)
            ));
        }
        Ok(given.to_owned())
    },
    is_number: false,
};

/// Words that are searched for.
pub const WORDS: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "minLength": 1, "maxLength": WORDS_MOST }),
    read: |given| {
        let words = given.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_text = !words.is_empty() && !words.contains('\0') && words.chars().count() <= WORDS_MOST;
        if is_text { Ok(words) } else { Err(format!("write words, at most {WORDS_MOST} characters of them")) }
    },
    is_number: false,
};

/// A text of any length that the limit of bodies allows.
pub const TEXT: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "minLength": 1 }),
    read: |given| {
        if given.trim().is_empty() { Err("the text is empty".to_owned()) } else { Ok(given.to_owned()) }
    },
    is_number: false,
};

/// The address of a page on the web.
pub const ADDRESS: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "format": "uri", "examples": ["https://example.org/news/1"] }),
    read: |given| match url::Url::parse(given) {
        // What is told of it in an error or a log must be no secret.
        Ok(url) if !url.username().is_empty() || url.password().is_some() => {
            Err("the address has a user or a password in it; leave them out".to_owned())
        }
        Ok(url) if matches!(url.scheme(), "http" | "https") && given.len() <= 2000 => Ok(url.to_string()),
        _ => Err(format!("\"{}\" is not the address of a page; write http:// or https://", shown(given))),
    },
    is_number: false,
};

/// A language that is read, or `auto`.
pub const LANG: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "enum": ["en", "ru", "kk", "uz", "auto"], "default": "auto" }),
    read: |given| match given.parse::<Lang>() {
        Ok(lang) if lang != Lang::Und => Ok(lang.to_string()),
        _ if given == "auto" => Ok(given.to_owned()),
        _ => {
            Err(format!("\"{}\" is not a language that is read; write en, ru, kk, uz or auto", shown(given)))
        }
    },
    is_number: false,
};

/// A stretch of years.
pub const YEARS: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "pattern": "^[0-9]{4}(-[0-9]{4})?$", "examples": ["2018-2023"] }),
    read: |given| {
        let wrong = || format!("\"{}\" is not a stretch of years; write 2023 or 2018-2023", shown(given));
        let (first, last) = given.split_once('-').unwrap_or((given, given));
        let year =
            |text: &str| text.parse::<i16>().ok().filter(|y| (1000..=9999).contains(y) && text.len() == 4);
        match (year(first), year(last)) {
            (Some(first), Some(last)) if first <= last => Ok(format!("{first}-{last}")),
            _ => Err(wrong()),
        }
    },
    is_number: false,
};

/// Which version of a thing was looked at.
pub const VERSION: Kind = Kind {
    schema: |_| json_schema!({ "type": "integer", "minimum": 0 }),
    read: |given| match given.parse::<u64>() {
        Ok(version) => Ok(version.to_string()),
        Err(_) => {
            Err(format!("\"{}\" is not a version; write the number that the answer gave", shown(given)))
        }
    },
    is_number: true,
};

/// The value of a field: one line of words, a day, a number. An empty one takes the value away.
pub const VALUE: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "maxLength": LONGEST }),
    read: |given| {
        let value = given.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_value = !value.contains('\0') && value.chars().count() <= LONGEST;
        if is_value { Ok(value) } else { Err(format!("write at most {LONGEST} characters, without NUL")) }
    },
    is_number: false,
};

/// Whether something is so.
pub const YES: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "enum": ["true", "false"], "default": "false" }),
    read: |given| match given {
        "true" | "false" => Ok(given.to_owned()),
        _ => Err(format!("\"{}\" is neither true nor false", shown(given))),
    },
    is_number: false,
};

/// So many days.
pub const DAYS: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "pattern": "^[0-9]{1,4}d?$", "examples": ["14d"] }),
    read: |given| {
        let days = given.strip_suffix('d').unwrap_or(given).parse::<u16>().ok();
        let days = days.filter(|days| *days <= DAYS_MOST);
        days.map(|days| days.to_string())
            .ok_or_else(|| format!("\"{}\" is not a number of days; write 14d", shown(given)))
    },
    is_number: false,
};

/// A file, sent as it is.
pub const FILE: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "format": "binary" }),
    read: |given| Ok(given.to_owned()),
    is_number: false,
};

/// Two countries.
pub const PAIR: Kind = Kind::of::<Pair>();
