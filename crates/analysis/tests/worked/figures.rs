//! The real figures in `tests/data`, and small made-up ones.

use entente_analysis::Evidence;
use entente_model::{
    Basis, Bound, Decimal, Observation, ObservationKey, PublishedBasis, PublisherId, Release, ReleaseId,
    SnapshotHash, Status, Valuation,
};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Everything at hand.
pub(crate) static REAL: LazyLock<Evidence> = LazyLock::new(|| {
    let (releases, observations) = real();
    Evidence::new(releases, observations)
});

/// Returns the releases and observations of `tests/data/central_asia.csv`.
pub(crate) fn real() -> (Vec<Release>, Vec<Observation>) {
    let text = include_str!("../data/central_asia.csv");
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    let mut releases = BTreeMap::new();
    let mut observations = Vec::new();
    for record in reader.records().map(Result::unwrap) {
        let name = record[0].to_owned();
        let release: &Release = releases.entry(name.clone()).or_insert_with(|| real_release(&name));
        let (value, precision) = record[5].split_once('/').unwrap_or((&record[5], "1000"));
        let key = [&record[1], &record[2], &record[3], &record[4]];
        observations.push(observation(release, key, value, precision));
    }
    (releases.into_values().collect(), observations)
}

fn real_release(name: &str) -> Release {
    let (known, basis) = match name.split_once(':') {
        Some((_, day)) => (day.parse().unwrap(), Basis::Unknown),
        None if name == "uzb" => (date(2024, 11, 15), Basis::GoodsAndServices),
        None if name == "kgz" => (date(2024, 5, 15), Basis::Goods),
        None => (date(name[3..].parse::<i16>().unwrap() + 1, 7, 25), Basis::Goods),
    };
    release(name.split(':').next().unwrap(), known, basis)
}

/// Makes a release of a publisher of the same name.
pub(crate) fn release(name: &str, known: Date, basis: Basis) -> Release {
    let publisher: PublisherId = name.parse().unwrap();
    let dataset = "trade-by-country".parse().unwrap();
    let hash = SnapshotHash::of(name.as_bytes());
    Release {
        id: ReleaseId::new(&publisher, &dataset, known, &hash),
        publisher,
        dataset,
        published: Some(known),
        published_basis: PublishedBasis::Stated,
        loaded: date(2026, 11, 26),
        basis,
        coverage: String::new(),
        url: None,
        hash,
        note: None,
    }
}

/// Makes an observation: reporter, partner, flow and period.
pub(crate) fn observation(release: &Release, key: [&str; 4], value: &str, precision: &str) -> Observation {
    Observation {
        key: ObservationKey {
            reporter: key[0].parse().unwrap(),
            partner: key[1].parse().unwrap(),
            flow: key[2].parse().unwrap(),
            product: None,
            period: key[3].parse().unwrap(),
            valuation: Valuation::Unknown,
            basis: release.basis,
            unit: "USD".parse().unwrap(),
        },
        value: value.parse().unwrap(),
        precision: precision.parse().unwrap(),
        bound: Bound::Exact,
        status: Status::Final,
        release: release.id.clone(),
    }
}

/// Made-up turnovers in millions: reporter, partner, value, basis; half of it exports.
pub(crate) fn made_up(rows: &[(&str, &str, i64, Basis)]) -> Evidence {
    let mut evidence = Evidence::default();
    for (reporter, partner, millions, basis) in rows {
        let release = release(&format!("{}-{basis}", reporter.to_lowercase()), date(2024, 3, 1), *basis);
        let half = Decimal::from(millions * 500_000).to_string();
        let of = |flow| observation(&release, [reporter, partner, flow, "2023"], &half, "1");
        let both = [of("X"), of("M")];
        evidence.extend([release], both);
    }
    evidence
}
