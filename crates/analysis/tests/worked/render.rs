//! Messages in English, as plainly as tests need them.

use entente_analysis::messages::ENGLISH;
use entente_model::{Arg, Decimal, Lang, Message, Unit};

/// Writes a message out.
pub(crate) fn render(message: &Message) -> String {
    let prefix = format!("{} = ", message.key);
    let mut text =
        ENGLISH.lines().find_map(|line| line.strip_prefix(&prefix)).unwrap_or(&message.key).to_owned();
    for (name, arg) in &message.args {
        text = text.replace(&format!("{{ ${name} }}"), &argument(arg));
    }
    text
}

fn argument(arg: &Arg) -> String {
    match arg {
        Arg::Text(text) => text.clone(),
        Arg::Number(number) => number.normalize().to_string(),
        Arg::Quantity(value, Unit::Money(_)) => {
            let billions = (value / Decimal::from(1_000_000_000)).round_dp(3).normalize();
            format!("${billions} bn")
        }
        Arg::Quantity(value, Unit::Percent) => format!("{}%", value.normalize()),
        Arg::Quantity(value, Unit::Rank) => format!("place {}", value.normalize()),
        Arg::Quantity(value, unit) => format!("{} {unit}", value.normalize()),
        Arg::Country(country) => country.name(Lang::En).to_owned(),
        Arg::Region(region) => region.name(Lang::En).to_owned(),
        Arg::Period(period) => period.to_string(),
        Arg::Message(message) => render(message),
        Arg::List(list) => list.iter().map(argument).collect::<Vec<_>>().join("; "),
    }
}

/// Writes a verdict's outcome, definition, number, summary and notes out.
pub(crate) fn report(verdict: &entente_model::Verdict) -> String {
    let definition = verdict.definition.as_ref().map_or("-", |id| id.as_str());
    let computed = verdict.computed.map_or_else(|| "-".to_owned(), |value| value.to_string());
    let mut text = format!("{} {definition} {computed}\n{}\n", verdict.outcome, render(&verdict.summary));
    for note in &verdict.notes {
        text.push_str(&format!("- {}\n", render(note)));
    }
    text
}
