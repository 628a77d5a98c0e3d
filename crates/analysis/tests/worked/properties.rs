//! Properties of any claim.

use crate::claims::{TODAY, claim};
use crate::figures::{REAL, real};
use crate::words;
use entente_analysis::{Evidence, Subject, needs, verdict};
use entente_model::{
    Basis, Bound, Claim, ClaimKind, Country, Decimal, Measure, Modality, Per, Period, ShareSubject, Side,
    Unit,
};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::select;

fn countries() -> impl Strategy<Value = Country> {
    select(vec!["KAZ", "UZB", "KGZ", "TJK", "CHN", "DEU"]).prop_map(|code| code.parse().unwrap())
}

fn decimals() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        (any::<i128>(), 0u32..=28)
            .prop_map(|(mantissa, scale)| { Decimal::from_i128_with_scale(mantissa >> 32, scale) }),
        (-1000i64..1_000_000_000_000, 0u32..4).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale)),
        select(vec![Decimal::MAX, Decimal::MIN, Decimal::ZERO, Decimal::ONE]),
    ]
}

fn periods() -> impl Strategy<Value = Option<Period>> {
    let texts = vec![
        "",
        "2023",
        "2022",
        "1000",
        "9999",
        "2024-01/2024-04",
        "2023-H1",
        "2024-Q1",
        "2024-03",
        "1000-01/9999-12",
        "2023-01/2023-12",
    ];
    select(texts).prop_map(|text| text.parse().ok())
}

fn claims() -> impl Strategy<Value = Claim> {
    let ofs = vec![
        "",
        "CENTRAL_ASIA",
        "KAZ",
        "KAZ:CENTRAL_ASIA",
        "UZB.exports",
        "exports",
        "imports",
        "WORLD",
        "EU",
        "KAZ:WORLD",
        "AFRICA",
    ];
    let units: Vec<Unit> =
        Unit::WORDS.into_iter().chain(["USD", "EUR", "USD"].map(|unit| unit.parse().unwrap())).collect();
    let words = (
        select(ClaimKind::ALL),
        select(units),
        select(Bound::ALL),
        select(Modality::ALL),
        proptest::option::of(select(Measure::ALL)),
        proptest::option::of(select(Basis::ALL)),
        proptest::option::of(select(ShareSubject::ALL)),
        select(ofs),
    );
    let rest = (
        proptest::collection::vec(countries(), 0..4),
        decimals(),
        decimals(),
        periods(),
        periods(),
        proptest::option::of(countries()),
        any::<[bool; 4]>(),
    );
    (words, rest).prop_map(|(words, rest)| {
        let (kind, unit, bound, modality, measure, basis, subject, of) = words;
        let (parties, value, precision, period, base, from, flags) = rest;
        Claim {
            kind,
            parties,
            value,
            precision,
            unit,
            bound,
            modality,
            measure,
            basis,
            subject,
            period,
            base,
            from,
            of: of.parse().ok(),
            side: flags[0].then_some(Side::Below),
            scope: flags[1].then(|| "CENTRAL_ASIA".parse().unwrap()),
            product: flags[2].then(|| "wheat".to_owned()),
            per: flags[3].then_some(Per::Month),
            ..claim(kind, "1", "1", "USD")
        }
    })
}

fn days() -> impl Strategy<Value = Date> {
    select(vec![
        TODAY,
        date(2024, 7, 13),
        date(1, 1, 1),
        date(-9999, 1, 1),
        date(9999, 12, 31),
        date(2024, 1, 1),
    ])
}

proptest! {
    #[test]
    fn every_claim_has_a_verdict(claim in claims(), as_of in days(), published in proptest::option::of(days()), voice in proptest::option::of(countries())) {
        let subject = Subject { claim: &claim, published, voice };
        let found = verdict(&subject, &REAL, as_of);
        words::check_all(&found);
        prop_assert_eq!(&found, &verdict(&subject, &REAL, as_of));
        if let Some(chance) = found.chance {
            prop_assert!(chance >= Decimal::ZERO && chance <= Decimal::ONE, "{chance}");
        }
        // Only a trade claim about two countries needs figures.
        prop_assert!(claim.kind.is_trade() || needs(&subject, as_of).is_empty());
    }

    #[test]
    fn the_order_of_observations_changes_nothing(
        claim in claims(),
        seed in any::<u16>(),
        split in 0usize..1000,
    ) {
        let (mut releases, mut observations) = real();
        let len = observations.len();
        // A permutation by a fixed stride that is coprime to the length.
        let stride = (usize::from(seed) % len) | 1;
        let stride = (stride..).find(|s| gcd(*s, len) == 1).unwrap();
        observations = (0..len).map(|at| observations[at * stride % len].clone()).collect();
        releases.reverse();
        let later = observations.split_off(split.min(len));
        // Observations first, their releases after; and some of them twice.
        let mut evidence = Evidence::new([], observations.clone());
        evidence.extend(releases, later);
        evidence.extend([], observations);
        let subject = Subject { claim: &claim, published: Some(date(2024, 7, 13)), voice: None };
        prop_assert_eq!(verdict(&subject, &evidence, TODAY), verdict(&subject, &REAL, TODAY));
    }

    #[test]
    fn what_is_published_later_is_not_used(claim in claims()) {
        let as_of = date(2024, 7, 13);
        let (releases, observations) = real();
        let known: Vec<_> = releases.into_iter().filter(|release| release.known() <= as_of).collect();
        let then = Evidence::new(known, observations);
        let subject = Subject { claim: &claim, published: Some(as_of), voice: None };
        prop_assert_eq!(verdict(&subject, &then, as_of), verdict(&subject, &REAL, as_of));
    }
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}
