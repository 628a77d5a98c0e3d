//! Messages that a person reads: a key and its arguments; the words stand in message files.

use crate::country::Country;
use crate::decimal::{self, Decimal};
use crate::period::Period;
use crate::unit::Unit;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A sentence by its key, with the arguments that its words name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Message {
    /// The key in the message files.
    pub key: Cow<'static, str>,
    /// The arguments, in the order that they were added.
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

/// An argument of a message, typed so that each language writes it in its own way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// Words that are the same in every language, such as a name.
    Text(String),
    /// A bare number.
    Number(
        #[serde(with = "decimal::wire")]
        #[cfg_attr(feature = "schema", schemars(with = "String"))]
        Decimal,
    ),
    /// A value with its unit.
    Quantity(
        #[serde(with = "decimal::wire")]
        #[cfg_attr(feature = "schema", schemars(with = "String"))]
        Decimal,
        Unit,
    ),
    /// A country, by its name.
    Country(Country),
    /// A region or a group, by its name.
    Region(crate::region::Region),
    /// A period.
    Period(Period),
    /// A message within the message.
    Message(Box<Message>),
    /// Several arguments, told as a list.
    List(Vec<Self>),
}

impl Message {
    /// Starts a message.
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self { key: Cow::Borrowed(key), args: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((Cow::Borrowed(name), arg));
        self
    }
}
