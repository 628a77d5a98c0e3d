//! What comes with the program.

use entente_ingest::statistics::{Bundle, bundled, bundled_for};
use entente_model::{Bound, Decimal, Flow, Observation, Partner, Period, PublishedBasis};
use jiff::civil::date;
use std::collections::BTreeSet;

const EXPECTED: &str = include_str!("../data/expected_totals.csv");

/// Returns the latest figure of a table in millions; the world's is the sum of the partners where none is given.
fn millions(bundle: &Bundle, reporter: &str, partner: Partner, flow: Flow, year: i16) -> Option<Decimal> {
    let tables: Vec<&Observation> = bundle
        .observations
        .iter()
        .filter(|o| o.release.as_str().contains("/trade-by-country/"))
        .filter(|o| {
            o.key.reporter.alpha3() == reporter && o.key.flow == flow && o.key.period == Period::Year(year)
        })
        .collect();
    let latest = tables.iter().map(|o| &o.release).max()?;
    let latest: Vec<_> = tables.iter().filter(|o| o.release == *latest).collect();
    let value = latest.iter().find(|o| o.key.partner == partner).map(|o| o.value);
    let sum = || (partner == Partner::World).then(|| latest.iter().map(|o| o.value).sum());
    value.or_else(sum).map(|value| value / Decimal::from(1_000_000))
}

#[test]
fn an_independent_reading_is_reproduced() {
    let bundle = bundled().unwrap();
    let mut rows = 0;
    for line in EXPECTED.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [reporter, partner, year, flow, expected] = fields[..] else { panic!("{line}") };
        let expected: Decimal = expected.parse().unwrap();
        let half = Decimal::new(5, expected.scale() + 1);
        let (partner, flow) = (partner.parse().unwrap(), flow.parse().unwrap());
        let found = millions(&bundle, reporter, partner, flow, year.parse().unwrap());
        let found = found.unwrap_or_else(|| panic!("nothing for {line}"));
        assert!((found - expected).abs() <= half, "{line}: {found}");
        rows += 1;
    }
    assert_eq!(rows, 500);
}

#[test]
fn known_figures_stand() {
    let bundle = bundled().unwrap();
    let find = |reporter: &str, partner: &str, flow| {
        millions(&bundle, reporter, partner.parse().unwrap(), flow, 2023).unwrap()
    };
    let (x, m) = (find("KAZ", "UZB", Flow::Exports), find("KAZ", "UZB", Flow::Imports));
    assert_eq!(x, "3129.99290657".parse().unwrap());
    assert_eq!((x + m).round_dp(3), "4417.919".parse().unwrap());
    let turnover = find("UZB", "KAZ", Flow::Exports) + find("UZB", "KAZ", Flow::Imports);
    assert_eq!(turnover.round_dp(0), Decimal::from(4486));
    assert_eq!(find("UZB", "KAZ", Flow::Imports), "3068.5449".parse().unwrap());
}

#[test]
fn releases_are_dated_and_named_once() {
    let bundle = bundled().unwrap();
    let ids: BTreeSet<_> = bundle.releases.iter().map(|release| &release.id).collect();
    assert_eq!(ids.len(), bundle.releases.len());
    assert!(bundle.releases.is_sorted_by(|a, b| a.id < b.id));
    for release in &bundle.releases {
        assert_eq!(
            release.published.is_none(),
            release.published_basis == PublishedBasis::Unknown,
            "{}",
            release.id
        );
        assert!(release.id.as_str().contains(&release.known().to_string()));
        assert!(bundle.datasets.iter().any(|d| d.publisher == release.publisher && d.id == release.dataset));
    }
    let stated = bundle.releases.iter().find(|release| release.published == Some(date(2024, 7, 25))).unwrap();
    assert_eq!(stated.published_basis, PublishedBasis::Stated);
    assert_eq!(stated.coverage, "KAZ with 221 partners, 2022-2023");
}

#[test]
fn a_key_stands_once_in_a_release_and_every_address_is_valid() {
    let bundle = bundled().unwrap();
    assert!(bundle.observations.is_sorted_by(|a, b| (&a.release, &a.key) < (&b.release, &b.key)));
    let known: BTreeSet<_> = bundle.releases.iter().map(|release| &release.id).collect();
    for observation in &bundle.observations {
        assert!(known.contains(&observation.release));
        let id = observation.id();
        assert_eq!(id.as_str().parse().as_ref(), Ok(&id));
        assert!(observation.precision > Decimal::ZERO);
        assert!(observation.asserts().is_some());
    }
}

#[test]
fn an_announced_figure_keeps_its_precision_and_bound() {
    let bundle = bundled().unwrap();
    let figure = |release: &str, partner: &str, flow, period: &str| {
        let mut found = bundle.observations.iter().filter(|o| {
            o.release.as_str().starts_with(release)
                && o.key.partner == partner.parse().unwrap()
                && o.key.flow == flow
                && o.key.period == period.parse().unwrap()
        });
        found.next().unwrap_or_else(|| panic!("no {release} {partner} {flow} {period}"))
    };
    let first = figure("stat.uz/announced-figures/2024-06-08", "KAZ", Flow::Turnover, "2024-01/2024-04");
    assert_eq!(first.asserts().unwrap().to_string(), "[1150000000, 1250000000)");
    let over = figure("stat.uz/announced-figures/2025-09-22", "KAZ", Flow::Turnover, "2025-01/2025-08");
    assert_eq!((over.bound, over.value), (Bound::Over, Decimal::from(3_000_000_000_i64)));
    let cut = figure("stat.uz/announced-figures/2024-03-24", "RUS", Flow::Turnover, "2024-01/2024-02");
    assert_eq!(cut.asserts().unwrap().to_string(), "[1600000000, 1800000000)");
}

#[test]
fn a_part_is_the_whole_without_the_others() {
    let whole = bundled().unwrap();
    let kazakhstan = "KAZ".parse().unwrap();
    let part = bundled_for(&[kazakhstan]).unwrap();
    assert!(part.observations.iter().eq(whole.observations.iter().filter(|o| o.key.reporter == kazakhstan)));
    assert_eq!(part.datasets.len(), 2);
    assert!(part.observations.iter().all(|o| part.releases.iter().any(|release| release.id == o.release)));
    assert_eq!(bundled_for(&[]).unwrap(), Bundle::default());
}

#[test]
fn unpacking_is_quick() {
    let start = std::time::Instant::now();
    let bundle = bundled().unwrap();
    println!("{} observations in {:?}", bundle.observations.len(), start.elapsed());
}
