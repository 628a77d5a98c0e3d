//! What holds for every text: a quote is the text between its offsets.

use entente_model::{Extraction, Quote};

/// Panics when a quote is not what stands between its offsets.
pub fn stand_where_they_say(text: &str, found: &Extraction) {
    let letters: Vec<char> = text.chars().collect();
    let stands = |quote: &Quote| {
        let between: String = letters[quote.start..quote.end].iter().collect();
        assert_eq!(between, quote.exact);
    };
    found.claims.iter().for_each(|claim| stands(&claim.quote));
    found.events.iter().for_each(|event| stands(&event.quote));
    found.officials.iter().for_each(|official| stands(&official.quote));
    found.projects.iter().for_each(|project| stands(&project.quote));
    found.remarks.iter().for_each(|remark| stands(&remark.quote));
    found.authors.iter().for_each(|author| stands(&author.quote));
}
