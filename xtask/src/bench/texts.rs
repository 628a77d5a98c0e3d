//! Communiques of varying figures, years and countries, to measure with: the same seed gives the same texts.

#[path = "texts/russian.rs"]
pub(super) mod russian;

use std::fmt::Write as _;

/// Country names with their adjectives and capitals: enough that no cache of names helps.
const COUNTRIES: &[(&str, &str, &str)] = &[
    ("Kazakhstan", "Kazakh", "Astana"),
    ("Uzbekistan", "Uzbek", "Tashkent"),
    ("Kyrgyzstan", "Kyrgyz", "Bishkek"),
    ("Tajikistan", "Tajik", "Dushanbe"),
    ("Turkmenistan", "Turkmen", "Ashgabat"),
    ("Azerbaijan", "Azerbaijani", "Baku"),
    ("Georgia", "Georgian", "Tbilisi"),
    ("Türkiye", "Turkish", "Ankara"),
    ("Russia", "Russian", "Moscow"),
    ("China", "Chinese", "Beijing"),
    ("India", "Indian", "New Delhi"),
    ("Mongolia", "Mongolian", "Ulaanbaatar"),
    ("Vietnam", "Vietnamese", "Hanoi"),
    ("Poland", "Polish", "Warsaw"),
    ("Germany", "German", "Berlin"),
    ("Brazil", "Brazilian", "Brasilia"),
    ("Argentina", "Argentine", "Buenos Aires"),
    ("Kenya", "Kenyan", "Nairobi"),
    ("Egypt", "Egyptian", "Cairo"),
    ("Malaysia", "Malaysian", "Kuala Lumpur"),
];

const MONTHS: &[&str] = &["January", "March", "April", "May", "June", "September", "October", "November"];

const SECTORS: &[&str] =
    &["trade", "energy", "transport", "agriculture", "water", "tourism", "mining", "textiles"];

/// A sentence maker: what it writes depends on the draws alone.
type Paragraph = fn(&mut Draws, &mut String);

const PARAGRAPHS: &[Paragraph] =
    &[session, level, share, portfolio, growth, target, flows, filler, potential];

/// A small pseudo-random generator (xorshift64*, Vigna 2016), seeded, so that every run measures the same texts.
pub(super) struct Draws {
    state: u64,
    first: usize,
    second: usize,
}

impl Draws {
    pub(super) fn new(seed: u64) -> Self {
        let mut draws = Self { state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1, first: 0, second: 1 };
        draws.first = draws.below(COUNTRIES.len());
        draws.second = (draws.first + 1 + draws.below(COUNTRIES.len() - 1)) % COUNTRIES.len();
        draws
    }

    fn next(&mut self) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        self.state.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number from 0 to below `n`.
    pub(super) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap_or(0) % n.max(1)
    }

    fn pick(&mut self, words: &[&'static str]) -> &'static str {
        let at = self.below(words.len());
        words.get(at).copied().unwrap_or("")
    }

    fn billions(&mut self) -> String {
        format!("{}.{}", 1 + self.below(98), self.below(10))
    }

    fn year(&mut self) -> usize {
        2010 + self.below(14)
    }

    fn countries(&self) -> [(&'static str, &'static str, &'static str); 2] {
        let at = |i: usize| COUNTRIES.get(i).copied().unwrap_or(("", "", ""));
        [at(self.first), at(self.second)]
    }
}

/// Writes one communique of about `bytes` bytes.
pub(super) fn communique(seed: u64, bytes: usize) -> String {
    let mut draws = Draws::new(seed);
    let [(a, ..), (b, ..)] = draws.countries();
    let mut text = format!("{a} and {b} to widen economic cooperation\n\n");
    let mut next = 0;
    while text.len() < bytes {
        if let Some(paragraph) = PARAGRAPHS.get(next % PARAGRAPHS.len()) {
            paragraph(&mut draws, &mut text);
            text.push_str("\n\n");
        }
        next += 1;
    }
    text
}

// Writing to a String cannot fail, so what `write!` returns is let go.

fn session(d: &mut Draws, out: &mut String) {
    let [(a, adjective, capital), (b, other, _)] = d.countries();
    let (day, month, number) = (1 + d.below(28), d.pick(MONTHS), 4 + d.below(16));
    let _ = write!(
        out,
        "On {month} {day}, the {number}th meeting of the {adjective}-{other} Intergovernmental Commission was held in \
         {capital}. Delegations of {a} and {b} spoke about {}, {} and {}.",
        d.pick(SECTORS),
        d.pick(SECTORS),
        d.pick(SECTORS)
    );
}

fn level(d: &mut Draws, out: &mut String) {
    let (first, second, months) = (d.billions(), d.billions(), 2 + d.below(9));
    let (year, next) = (d.year(), d.year());
    let _ = write!(
        out,
        "In {year}, trade turnover between the two countries amounted to ${first} billion; during the first {months} \
         months of {next}, the figure exceeded ${second} billion."
    );
}

fn share(d: &mut Draws, out: &mut String) {
    let [(a, ..), (b, ..)] = d.countries();
    let percent = 5 + d.below(80);
    let _ = write!(out, "It was noted that {a} and {b} account for {percent}% of all trade in the region.");
}

fn portfolio(d: &mut Draws, out: &mut String) {
    let (projects, worth, jobs) = (20 + d.below(90), d.billions(), 2 + d.below(40));
    let (done, million) = (2 + d.below(15), 100 + d.below(800));
    let _ = write!(
        out,
        "The industrial cooperation portfolio includes {projects} projects worth ${worth} billion, which are to create \
         more than {jobs},000 jobs. Of these, {done} projects worth ${million} million have been implemented."
    );
}

fn growth(d: &mut Draws, out: &mut String) {
    let (percent, worth, year) = (2 + d.below(60), d.billions(), d.year());
    let _ = write!(out, "Bilateral trade grew by {percent}.{}% to ${worth} billion in {year}.", percent % 10);
}

fn target(d: &mut Draws, out: &mut String) {
    let [(a, _, _), (_, other, _)] = d.countries();
    let (worth, year) = (10 + d.below(90), 2026 + d.below(10));
    let _ = write!(
        out,
        "The leaders of {a} set the task of raising trade with the {other} side to ${worth} billion by {year}."
    );
}

fn flows(d: &mut Draws, out: &mut String) {
    let [(a, adjective, _), (b, ..)] = d.countries();
    let (exports, imports, year) = (d.billions(), d.billions(), d.year());
    let _ = write!(
        out,
        "{a}'s exports to {b} reached ${exports} billion in {year}, while {adjective} imports stood at ${imports} \
         billion."
    );
}

fn filler(d: &mut Draws, out: &mut String) {
    let [(_, adjective, capital), (_, other, place)] = d.countries();
    let _ = write!(
        out,
        "The {adjective} delegation visited a plant near {capital} and met with managers of local firms, who spoke of \
         their experience in {}. The guests from {place} invited the {other} business community to take part in the \
         work of the joint council, and the sides agreed to stay in touch through the working groups that they had set \
         up earlier.",
        d.pick(SECTORS)
    );
}

fn potential(d: &mut Draws, out: &mut String) {
    let [(a, ..), (b, ..)] = d.countries();
    let _ = write!(
        out,
        "Relations between {a} and {b} have developed quickly, the minister said, and there is great potential to \
         strengthen them further in {} and {}.",
        d.pick(SECTORS),
        d.pick(SECTORS)
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_vary_and_repeat() {
        assert_eq!(communique(7, 2400), communique(7, 2400));
        assert_ne!(communique(7, 2400), communique(8, 2400));
        let long = communique(9, 100_000).len();
        assert!((100_000..102_000).contains(&long), "{long}");
    }
}
