//! The message keys that verdicts use; the words stand in `messages/`.

use entente_model::{Arg, Message};

/// The English words, in Fluent's syntax.
pub const ENGLISH: &str = include_str!("../messages/en.ftl");

/// The Russian words.
pub const RUSSIAN: &str = include_str!("../messages/ru.ftl");

/// What the grid says of each definition, in Russian: `description_ID`, `formula_ID`, `plain_ID`.
pub const RUSSIAN_GRID: &str = include_str!("../messages/grid.ru.ftl");

/// Every key with the arguments that it is given, except those of definitions.
pub const KEYS: &[(&str, &[&str])] = &[
    ("summary-parties", &["count"]),
    ("summary-whole", &[]),
    ("summary-beyond-arithmetic", &[]),
    ("summary-register", &[]),
    ("summary-other-documents", &[]),
    ("summary-supported", &["agree"]),
    ("summary-supported-one-side", &["agree", "other"]),
    ("summary-supported-otherwise", &["plain", "agree"]),
    ("summary-near", &["plain"]),
    ("summary-not-comparable", &["difference", "plain"]),
    ("summary-no-data", &["plain"]),
    ("summary-contradicted", &["plain"]),
    ("summary-open-dated", &["deadline", "paces"]),
    ("summary-open-undated", &["horizon", "paces"]),
    ("summary-open", &[]),
    ("summary-met", &["plain"]),
    ("summary-met-one-side", &["reporter", "plain"]),
    ("summary-missed", &["shortfall", "plain"]),
    ("reading-gives", &["what", "value", "period"]),
    ("reading-gives-rounded", &["what", "value", "period"]),
    ("reading-differs-exact", &["what", "value", "period", "stated"]),
    ("reading-differs-count", &["what", "value", "period", "stated"]),
    ("reading-differs-about", &["what", "value", "period", "stated"]),
    ("reading-differs-over", &["what", "value", "period", "stated"]),
    ("reading-differs-under", &["what", "value", "period", "stated"]),
    ("reading-differs-up-to", &["what", "value", "period", "stated"]),
    ("reading-missing", &["what", "period"]),
    ("reading-lacking", &["what", "period"]),
    ("period-against", &["period", "base"]),
    ("pace", &["reporter", "needed", "value", "period"]),
    ("difference-coverage", &[]),
    ("difference-unit", &[]),
    ("difference-basis", &[]),
    ("basis-goods", &[]),
    ("basis-services", &[]),
    ("basis-goods-and-services", &[]),
    ("basis-unknown", &[]),
    ("note-assumed-period", &["period"]),
    ("note-basis", &["reporter", "basis", "claimed"]),
    ("note-converted", &["rate", "money", "period", "dataset"]),
    ("note-excess", &["excess"]),
    ("note-loose", &["excess"]),
    ("note-below-year-before", &["reporter", "period", "change", "before"]),
    ("note-above-year-before", &["reporter", "period", "change", "before"]),
    ("note-world-summed", &["country", "period", "partners"]),
    ("note-pairs-unreported", &["region", "period", "pairs"]),
    ("note-horizon", &["horizon", "every", "ahead"]),
    ("note-announced-since", &["reporter", "value", "period"]),
    ("note-reached-already", &["reporter", "period", "value"]),
    ("cause-basis", &["seller", "exports", "buyer", "imports"]),
    ("cause-valuation-explains", &["factor", "amount"]),
    ("cause-valuation-widens", &["factor", "amount"]),
    ("cause-preliminary", &["reporter"]),
    ("cause-estimated", &["reporter"]),
    ("cause-rounding", &["reporter", "step"]),
    ("cause-re-exports-explains", &["seller", "amount"]),
    ("cause-re-exports-widens", &["seller", "amount"]),
    ("cause-unspecified-exports", &["reporter", "amount"]),
    ("cause-unspecified-imports", &["reporter", "amount"]),
];

/// The arguments of the messages that name definitions, whose keys are the definitions' ids.
pub const DEFINITION_ARGS: &[&str] = &["first", "second", "region"];

/// Makes a message.
pub(crate) fn say<const N: usize>(key: &'static str, args: [(&'static str, Arg); N]) -> Message {
    args.into_iter().fold(Message::new(key), |message, (name, arg)| message.with(name, arg))
}
