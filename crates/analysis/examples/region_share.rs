//! Measures a share of a region's trade over two hundred countries and thirty years. Prints the time beside its bar.

#![expect(clippy::print_stdout, reason = "an example tells what it measured")]

use entente_analysis::{Evidence, Subject, verdict};
use entente_model::{
    Basis, Bound, Claim, ClaimKind, Confidence, Country, Decimal, Observation, ObservationKey, Partner,
    Period, PublishedBasis, PublisherId, Quote, Release, ReleaseId, SnapshotHash, Stated, Status, Unit,
    Valuation,
};
use jiff::civil::date;
use std::time::{Duration, Instant};

/// The most that one answer may take.
const BAR: Duration = Duration::from_millis(20);
const YEARS: std::ops::Range<i16> = 1994..2024;
const COUNTRIES: usize = 200;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let countries: Vec<Country> = Country::all().take(COUNTRIES).collect();
    let [a, b] = *countries.get(..2).ok_or("no countries")? else { return Err("no two countries".into()) };
    let evidence = evidence(&countries)?;
    let stated = Stated { value: Decimal::from(5), step: Decimal::ONE };
    let quote = Quote::cut("", 0..0, 0).ok_or("no quote")?;
    let claim = Claim::new(ClaimKind::TradeShare, vec![a.min(b), a.max(b)], stated, Unit::Percent, quote);
    let claim = Claim {
        of: Some("WORLD".parse()?),
        period: Period::year(2023),
        confidence: Confidence::percent(95),
        ..claim
    };
    let subject = Subject { claim: &claim, published: None, voice: None };
    let mut best = Duration::MAX;
    for _ in 0..20 {
        let start = Instant::now();
        let verdict = verdict(&subject, &evidence, date(2026, 1, 1));
        best = best.min(start.elapsed());
        if verdict.tried.iter().all(|tried| tried.computed.is_none()) {
            return Err("nothing was computed".into());
        }
    }
    println!(
        "share of a region over {COUNTRIES} countries, {} observations: {:.2} ms (bar {})",
        evidence.len(),
        best.as_secs_f64() * 1e3,
        BAR.as_millis()
    );
    if best > BAR { Err("over the bar".into()) } else { Ok(()) }
}

/// Every country's exports and imports with every other, in every year.
fn evidence(countries: &[Country]) -> Result<Evidence, Box<dyn std::error::Error>> {
    let publisher: PublisherId = "bench.example".parse()?;
    let dataset = "made".parse()?;
    let hash = SnapshotHash::of(b"made");
    let known = date(2025, 1, 1);
    let release = Release {
        id: ReleaseId::new(&publisher, &dataset, known, &hash),
        publisher,
        dataset,
        published: Some(known),
        published_basis: PublishedBasis::Stated,
        loaded: known,
        basis: Basis::Goods,
        coverage: String::new(),
        url: None,
        hash,
        note: None,
    };
    let mut observations = Vec::new();
    for year in YEARS {
        let period = Period::year(year).ok_or("no year")?;
        for (at, reporter) in countries.iter().enumerate() {
            for (by, partner) in countries.iter().enumerate().filter(|(by, _)| *by != at) {
                for flow in [entente_model::Flow::Exports, entente_model::Flow::Imports] {
                    let key = ObservationKey {
                        reporter: *reporter,
                        partner: Partner::Country(*partner),
                        flow,
                        product: None,
                        period,
                        valuation: Valuation::Unknown,
                        basis: Basis::Goods,
                        unit: "USD".parse()?,
                    };
                    observations.push(Observation {
                        key,
                        value: Decimal::from(1000 + at * 7 + by * 13),
                        precision: Decimal::ONE,
                        bound: Bound::Exact,
                        status: Status::Final,
                        release: release.id.clone(),
                    });
                }
            }
        }
    }
    Ok(Evidence::new([release], observations))
}
