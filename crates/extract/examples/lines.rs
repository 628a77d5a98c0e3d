//! Prints what is read from a text as JSON lines: `lines --lang en --published 2024-07-13 FILE`.

use entente_extract::{Context, extract};
use std::io::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| arguments.iter().position(|a| a == name).and_then(|at| arguments.get(at + 1));
    let file = arguments.last().ok_or("name a file")?;
    let text = std::fs::read_to_string(file)?.replace("\r\n", "\n");
    let published = option("--published").map(|date| date.parse()).transpose()?;
    let lang = option("--lang").map(|lang| lang.parse()).transpose()?;
    let extraction = extract(&text, &Context { published, lang, ..Context::default() });
    let mut out = std::io::stdout().lock();
    let tagged = |kind: &str, value: serde_json::Value| {
        let mut value = value;
        value["type"] = kind.into();
        value
    };
    for claim in &extraction.claims {
        writeln!(out, "{}", tagged("claim", serde_json::to_value(claim)?))?;
    }
    for event in &extraction.events {
        writeln!(out, "{}", tagged("event", serde_json::to_value(event)?))?;
    }
    for official in &extraction.officials {
        writeln!(out, "{}", tagged("official", serde_json::to_value(official)?))?;
    }
    for project in &extraction.projects {
        writeln!(out, "{}", tagged("project", serde_json::to_value(project)?))?;
    }
    for remark in &extraction.remarks {
        writeln!(out, "{}", tagged("remark", serde_json::to_value(remark)?))?;
    }
    for author in &extraction.authors {
        writeln!(out, "{}", tagged("author", serde_json::to_value(author)?))?;
    }
    writeln!(out, "{}", tagged("attribution", serde_json::to_value(&extraction.attribution)?))?;
    Ok(())
}
