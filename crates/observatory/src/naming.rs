//! What a definition is called, with the countries of the claim that it was tried on.

use entente_analysis::definitions;
use entente_model::{Arg, Claim, Country, Message, Of, Region, Scope, Tried};

/// Returns the name of a definition as a part of a sentence; none where no message names it.
///
/// Which country is the first is read off the formula, where the definition put it in.
#[must_use]
pub fn definition_name(claim: &Claim, tried: &Tried) -> Option<Message> {
    let definition = definitions().iter().find(|definition| definition.id == tried.definition)?;
    let [first, second] = parties(claim, &definition.formula, &tried.formula)?;
    let message = Message { key: definition.id.as_str().to_owned().into(), args: Vec::new() };
    let message = message.with("first", Arg::Country(first)).with("second", Arg::Country(second));
    Some(match region(claim) {
        Some(region) => message.with("region", Arg::Region(region)),
        None => message,
    })
}

/// Returns the countries in the order that a filled-in formula has them.
fn parties(claim: &Claim, template: &str, formula: &str) -> Option<[Country; 2]> {
    let [a, b] = *claim.parties.as_slice() else { return None };
    let (mut template, mut formula) = (template, formula);
    loop {
        let (before, rest) = template.split_once('{')?;
        let (name, after) = rest.split_once('}')?;
        let filled = formula.strip_prefix(before)?;
        // What was filled in ends where the template goes on.
        let next = after.split('{').next().unwrap_or_default();
        let end = if next.is_empty() { filled.len() } else { filled.find(next)? };
        let code = filled.get(..end)?;
        match name {
            "first" | "second" => {
                let country: Country = code.parse().ok()?;
                let other = if country == a { b } else { a };
                return Some(if name == "first" { [country, other] } else { [other, country] });
            }
            _ => (template, formula) = (after, filled.get(end..)?),
        }
    }
}

/// Returns the region that a claim's whole or scope names.
fn region(claim: &Claim) -> Option<Region> {
    let scope = match claim.of {
        Some(Of::Trade { scope, .. }) => Some(scope),
        _ => claim.scope,
    };
    match scope {
        Some(Scope::Region(region)) => Some(region),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::render;
    use crate::{Figures, Hints, SAMPLE, SAMPLE_PUBLISHED, check, input};
    use entente_model::Lang;

    #[test]
    fn every_definition_that_is_tried_has_a_name_with_its_countries() {
        let hints = Hints { published: Some(SAMPLE_PUBLISHED), ..Hints::default() };
        let reading = input::read_text("sample", SAMPLE, &hints).unwrap();
        let evidence = Figures::bundled().unwrap().into_evidence();
        let verdicts = check::verdicts(&reading, &evidence, jiff::civil::date(2026, 11, 26));
        let mut names = Vec::new();
        for (claim, verdict) in reading.extraction.claims.iter().zip(&verdicts) {
            for tried in &verdict.tried {
                let name = definition_name(claim, tried).unwrap();
                assert!(!render(&name, Lang::En).contains(['<', '{']), "{name:?}");
                assert!(!render(&name, Lang::Ru).contains(['<', '{', '[']), "{name:?}");
                names.push(render(&name, Lang::En));
            }
        }
        assert!(names.iter().any(|name| name == "Uzbekistan's report"), "{names:?}");
        let share = "Kazakhstan's trade with Uzbekistan as a share of Kazakhstan's trade with Central Asia";
        assert!(names.iter().any(|name| name == share), "{names:?}");
    }
}
