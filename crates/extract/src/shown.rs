//! What tests share: a text read as of one day, and what it must hold whatever the text.

use crate::{Context, extract};
use entente_model::decimal::plain;
use entente_model::{Claim, Country, Extraction, Lang, Quote};
use jiff::civil::date;
use proptest::prelude::*;

/// Reads a text published on 14 June 2023, a Wednesday.
pub(crate) fn read(text: &str) -> Extraction {
    let context = Context { published: Some(date(2023, 6, 14)), lang: Some(Lang::En), ..Context::default() };
    extract(text, &context)
}

/// Writes countries as their codes.
pub(crate) fn codes(countries: &[Country]) -> String {
    countries.iter().map(|country| country.alpha3()).collect::<Vec<_>>().join("-")
}

/// Writes a claim on one line.
pub(crate) fn show_claim(claim: &Claim) -> String {
    let codes: Vec<_> = claim.parties.iter().map(|country| country.alpha3()).collect();
    let mut parts =
        vec![claim.kind.to_string(), codes.join("-"), format!("{} {}", plain(claim.value), claim.unit)];
    parts.push(claim.bound.to_string());
    parts.push(claim.period.map_or("-".to_owned(), |period| period.to_string()));
    parts.push(claim.modality.to_string());
    parts.extend(claim.stage.map(|stage| format!("stage {stage}")));
    parts.extend(claim.of.map(|of| format!("of {of}")));
    parts.extend(claim.subject.map(|subject| subject.to_string()));
    parts.extend(claim.scope.map(|scope| format!("in {scope}")));
    parts.extend(claim.base.map(|base| format!("base {base}")));
    parts.extend(claim.measure.map(|measure| measure.to_string()));
    format!("{} <- {}\n", parts.join(", "), claim.quote.exact)
}

const PIECES: &[&str] = &[
    "Prime Minister",
    "the Prime Ministers of Kenya and Ghana",
    "Ghana’s ",
    " Ama Owusu",
    "Owusu",
    ", ",
    "and his Kenyan counterpart",
    "the 3rd meeting of the ",
    "Joint Commission",
    "the visit of",
    " to Nairobi",
    "met with",
    "said that ",
    "he noted, ",
    "According to the press service of ",
    "one of the largest trading partners of ",
    "great potential",
    "“Green ",
    "Valley”",
    " project",
    "construction of the ",
    "discussed trade, energy, and ",
    "XXI",
    "on Monday",
    "on June 12",
    "\n",
    "\n\n",
    "By ",
    "Ama Owusu\n\nAma Owusu\n\nOwusu is a journalist.",
    ". ",
    "of ",
    "’",
    "$4 billion",
    "\u{ad}",
    "é",
];

/// The quotes of everything that was read out of a text.
pub(crate) fn quotes(extraction: &Extraction) -> Vec<&Quote> {
    let mut quotes: Vec<&Quote> = extraction.claims.iter().map(|claim| &claim.quote).collect();
    quotes.extend(extraction.events.iter().map(|event| &event.quote));
    quotes.extend(extraction.officials.iter().map(|official| &official.quote));
    quotes.extend(extraction.projects.iter().map(|project| &project.quote));
    quotes.extend(extraction.remarks.iter().map(|remark| &remark.quote));
    quotes.extend(extraction.authors.iter().map(|author| &author.quote));
    quotes
}

proptest! {
    #[test]
    fn quotes_are_where_they_say(picks in proptest::collection::vec(0..PIECES.len(), 0..80)) {
        let text: String = picks.iter().map(|&pick| PIECES[pick]).collect();
        let extraction = read(&text);
        for quote in quotes(&extraction) {
            let between: String = text.chars().skip(quote.start).take(quote.end - quote.start).collect();
            prop_assert_eq!(&between, &quote.exact);
        }
        prop_assert_eq!(&read(&text), &extraction);
    }

    #[test]
    fn officials_and_authors_are_named_once(picks in proptest::collection::vec(0..PIECES.len(), 0..80)) {
        let text: String = picks.iter().map(|&pick| PIECES[pick]).collect();
        let extraction = read(&text);
        let names: Vec<_> = extraction.authors.iter().map(|author| &author.name).collect();
        prop_assert!((1..names.len()).all(|at| !names[..at].contains(&names[at])));
        let places: Vec<_> = extraction.officials.iter().map(|official| official.quote.start).collect();
        prop_assert!(places.is_sorted());
    }
}
