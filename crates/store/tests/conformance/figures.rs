//! Releases and observations.

use crate::made::{filing, verdict};
use crate::place::Place;
use entente_model::{
    Basis, Bound, Currency, Dataset, Flow, Indicator, IndicatorValue, Observation, ObservationKey, Outcome,
    Partner, PublishedBasis, Release, ReleaseId, SnapshotHash, Status, Terms, Unit, Valuation,
};
use entente_store::{ChangeFilter, FigureQuery, ObservationChange, StoreError};
use jiff::civil::{Date, date};

pub(crate) fn dataset() -> Dataset {
    Dataset {
        publisher: "stat.gov.kz".parse().expect("a publisher"),
        id: "trade".parse().expect("a dataset"),
        title: "Trade".to_owned(),
        office: "Office".to_owned(),
        reporter: "KAZ".parse().ok(),
        url: None,
        licence: "open".to_owned(),
        terms: Terms::Open,
    }
}

pub(crate) fn release(content: &str) -> Release {
    let (dataset, hash, loaded) = (dataset(), SnapshotHash::of(content.as_bytes()), date(2024, 8, 1));
    Release {
        id: ReleaseId::new(&dataset.publisher, &dataset.id, loaded, &hash),
        publisher: dataset.publisher,
        dataset: dataset.id,
        published: None,
        published_basis: PublishedBasis::Unknown,
        loaded,
        basis: Basis::Goods,
        coverage: "all partners".to_owned(),
        url: None,
        hash,
        note: None,
    }
}

pub(crate) fn observation(release: &Release, year: i16, partner: &str, value: &str) -> Observation {
    Observation {
        key: ObservationKey {
            reporter: "KAZ".parse().expect("a country"),
            partner: partner.parse().expect("a partner"),
            flow: Flow::Exports,
            product: None,
            period: year.to_string().parse().expect("a period"),
            valuation: Valuation::Fob,
            basis: Basis::Goods,
            unit: "USD".parse().expect("a unit"),
        },
        value: value.parse().expect("a number"),
        precision: "0.01".parse().expect("a number"),
        bound: Bound::Exact,
        status: Status::Final,
        release: release.id.clone(),
    }
}

pub(crate) async fn a_release_comes_out_as_it_went_in(place: &Place) {
    let store = place.registry().await;
    let release = release("a");
    let mut observations: Vec<Observation> = (1000..3500)
        .map(|year| observation(&release, year, "UZB", &format!("{year}.57")))
        .chain([observation(&release, 2023, "KGZ", "-0.000001")])
        .collect();
    let mut tx = store.begin().await.expect("a transaction");
    tx.put_release(&dataset(), &release, &observations.iter().collect::<Vec<_>>()).await.expect("written");
    tx.put_release(&dataset(), &release, &[]).await.expect("there already");
    tx.commit().await.expect("committed");
    assert_eq!(store.datasets().await.expect("read"), [dataset()]);
    let releases = store.releases().await.expect("read");
    assert_eq!(releases.len(), 1);
    assert_eq!((&releases[0].release, releases[0].rows), (&release, 2501));
    assert_eq!(releases[0].dataset(&[dataset()]), Some(&dataset()));
    let query = FigureQuery { reporter: observations[0].key.reporter, partner: None };
    let mut all = store.observations(query).await.expect("read");
    all.sort_by(|a, b| a.key.cmp(&b.key));
    observations.sort_by(|a, b| a.key.cmp(&b.key));
    assert_eq!(all, observations);
    let partner: Partner = "KGZ".parse().expect("a partner");
    let one = store.observations(FigureQuery { partner: Some(partner), ..query }).await.expect("read");
    assert_eq!(one.len(), 1);
    assert_eq!(one[0].value.to_string(), "-0.000001");
    let pair = store.observations_of_pair("KAZ-KGZ".parse().expect("a pair")).await.expect("read");
    assert_eq!(pair, one);
}

pub(crate) async fn too_many_digits_are_refused(place: &Place) {
    let store = place.registry().await;
    let release = release("a");
    let long = observation(&release, 2023, "UZB", "12345678901234567890.5");
    let mut tx = store.begin().await.expect("a transaction");
    let error = tx.put_release(&dataset(), &release, &[&long]).await.expect_err("too long");
    assert!(matches!(error, StoreError::Digits { .. }), "{error}");
}

pub(crate) async fn a_verdict_rests_on_releases_that_are_there(place: &Place) {
    let store = place.registry().await;
    let release = release("a");
    let filed = filing("one", &["$1 bn"], "Title", std::slice::from_ref(&release.id), 0);
    let mut tx = store.begin().await.expect("a transaction");
    assert!(tx.file(&filed).await.is_err(), "a release that is not on file");
    drop(tx);
    let mut tx = store.begin().await.expect("a transaction");
    tx.put_release(&dataset(), &release, &[]).await.expect("written");
    tx.file(&filed).await.expect("filed");
    tx.commit().await.expect("committed");
    let stored = store.verdict(&filed.claims[0].verdict.id).await.expect("read").expect("on file");
    assert_eq!(stored.verdict, verdict(Outcome::Supported, &[release.id]));
}

pub(crate) async fn a_release_is_filed_in_parts_or_not_at_all(place: &Place) {
    let store = place.registry().await;
    let release = release("a");
    let part = |years: std::ops::Range<i16>| -> Vec<Observation> {
        years.map(|year| observation(&release, year, "UZB", "1.5")).collect()
    };
    let mut tx = store.begin().await.expect("a transaction");
    assert!(tx.open_release(&dataset(), &release, 3000).await.expect("opened"));
    tx.put_observations(&part(1000..3000)).await.expect("a part");
    assert!(tx.put_observations(&part(2999..4000)).await.is_err(), "a key stands twice");
    drop(tx);
    assert!(store.releases().await.expect("read").is_empty());
    let mut tx = store.begin().await.expect("a transaction");
    assert!(tx.open_release(&dataset(), &release, 3000).await.expect("opened"));
    tx.put_observations(&part(1000..3000)).await.expect("a part");
    tx.put_observations(&part(3000..4000)).await.expect("another part");
    tx.commit().await.expect("committed");
    let mut tx = store.begin().await.expect("a transaction");
    assert!(!tx.open_release(&dataset(), &release, 3000).await.expect("there"), "it is there already");
    let query = FigureQuery { reporter: "KAZ".parse().expect("a country"), partner: None };
    assert_eq!(store.observations(query).await.expect("read").len(), 3000);
}

pub(crate) async fn many_observations_come_out_as_they_went_in(place: &Place) {
    let store = place.registry().await;
    let release = release("a");
    // More than are filed at once, in another order than they are kept in, and of more kinds than one.
    let mut observations = Vec::new();
    for year in (1000..9000).rev() {
        for (partner, flow, valuation) in [
            ("UZB", Flow::Exports, Valuation::Fob),
            ("UZB", Flow::Imports, Valuation::Cif),
            ("WLD", Flow::Exports, Valuation::Fob),
        ] {
            let mut one = observation(&release, year, partner, &format!("{year}.5"));
            (one.key.flow, one.key.valuation) = (flow, valuation);
            if year % 1000 == 1 {
                (one.bound, one.status) = (Bound::About, Status::Estimated);
            }
            observations.push(one);
        }
    }
    let mut sorting = store.sorting();
    for one in &observations {
        sorting.push(&one.key, (one.value, one.precision), one.bound, one.status).expect("gathered");
    }
    let (mut tx, rows) = (store.begin().await.expect("a transaction"), sorting.rows());
    let early = store.sorting();
    let error = tx.put_sorted(&release.id, early, &mut |_| {}).await.expect_err("not opened");
    assert!(matches!(error, StoreError::NoRelease { .. }), "{error}");
    assert!(tx.open_release(&dataset(), &release, rows).await.expect("opened"));
    let mut told = Vec::new();
    tx.put_sorted(&release.id, sorting, &mut |filed| told.push(filed)).await.expect("filed");
    tx.commit().await.expect("committed");
    assert!(told.len() > 1 && told.last() == Some(&rows), "{told:?}");
    let query = FigureQuery { reporter: "KAZ".parse().expect("a country"), partner: None };
    let mut all = store.observations(query).await.expect("read");
    all.sort_by(|a, b| a.key.cmp(&b.key));
    observations.sort_by(|a, b| a.key.cmp(&b.key));
    assert!(all == observations);
    let partners = store.partners_of(&release.id).await.expect("read");
    assert_eq!(partners.iter().map(|(_, partner)| partner.to_string()).collect::<Vec<_>>(), ["UZB", "WLD"]);
    assert_eq!(store.verify().await.expect("verified").faults, Vec::<String>::new());
}

pub(crate) async fn indicators_come_out_as_they_went_in(place: &Place) {
    let store = place.registry().await;
    let release = release("wdi");
    let value = |period: &str, value: &str| IndicatorValue {
        country: "KAZ".parse().expect("a country"),
        indicator: Indicator::ExchangeRate,
        period: period.parse().expect("a period"),
        unit: "KZT".parse().expect("a unit"),
        value: value.parse().expect("a number"),
        status: Status::Unknown,
        release: release.id.clone(),
    };
    let values = [value("2022", "460.165"), value("2023", "456.2")];
    let mut tx = store.begin().await.expect("a transaction");
    assert!(tx.open_release(&dataset(), &release, 2).await.expect("opened"));
    tx.put_indicators(&values).await.expect("written");
    tx.commit().await.expect("committed");
    assert_eq!(store.indicators("KAZ".parse().expect("a country")).await.expect("read"), values);
    assert!(store.indicators("UZB".parse().expect("a country")).await.expect("read").is_empty());
    let tenge = "KZT".parse().expect("a currency");
    assert_eq!(store.rates(tenge).await.expect("read"), values);
    assert!(store.rates("UZS".parse().expect("a currency")).await.expect("read").is_empty());
    assert_eq!(store.currencies_of(&release.id).await.expect("read"), [tenge]);
}

pub(crate) async fn what_a_later_vintage_changes_is_listed(place: &Place) {
    let store = place.registry().await;
    let dated = |content: &str, day| {
        let mut release = release(content);
        (release.published, release.published_basis) = (Some(day), PublishedBasis::Stated);
        release.id = ReleaseId::new(&release.publisher, &release.dataset, day, &release.hash);
        release
    };
    let (first, second) = (dated("first", date(2024, 2, 1)), dated("second", date(2024, 6, 1)));
    let of = |release: &Release, value: &str| {
        [observation(release, 2023, "UZB", value), observation(release, 2023, "KGZ", "5.0")]
    };
    let mut tx = store.begin().await.expect("a transaction");
    for (release, observations) in [(&first, of(&first, "7.5")), (&second, of(&second, "8.5"))] {
        assert!(tx.open_release(&dataset(), release, 2).await.expect("opened"));
        // In two parts: whom it reports on is told once.
        tx.put_observations(&observations[..1]).await.expect("written");
        tx.put_observations(&observations[1..]).await.expect("written");
    }
    tx.commit().await.expect("committed");

    let all = ChangeFilter { as_of: date(2024, 7, 1), limit: 10, ..ChangeFilter::default() };
    let page = store.changes(&all).await.expect("read");
    let [now, _] = of(&second, "8.5");
    let before = "7.5".parse().expect("a number");
    assert_eq!(page.items, [ObservationChange { now, before_release: first.id.clone(), before }]);
    assert_eq!(page.total, 1);
    let total = async |filter: ChangeFilter| store.changes(&filter).await.expect("read").total;
    assert_eq!(total(ChangeFilter { since: date(2024, 6, 2), ..all.clone() }).await, 0);
    assert_eq!(total(ChangeFilter { as_of: date(2024, 5, 31), ..all.clone() }).await, 0);
    let pair = |pair: &str| pair.parse().ok();
    assert_eq!(total(ChangeFilter { pair: pair("KAZ-UZB"), ..all.clone() }).await, 1);
    assert_eq!(total(ChangeFilter { pair: pair("KAZ-KGZ"), ..all }).await, 0);
    let (kaz, partner) = ("KAZ".parse().expect("a country"), |code: &str| code.parse().expect("a partner"));
    assert_eq!(
        store.partners_of(&second.id).await.expect("read"),
        [(kaz, partner("KGZ")), (kaz, partner("UZB"))]
    );
}

pub(crate) async fn documents_are_found_by_what_they_claim(place: &Place) {
    let store = place.registry().await;
    let mut tx = store.begin().await.expect("a transaction");
    let filing = filing("a", &["4.5"], "A", &[], 1);
    assert!(tx.file(&filing).await.expect("filed"));
    tx.commit().await.expect("committed");
    let claims = store.claims_of(&filing.document.id, Date::MAX).await.expect("read");
    let claim = claims.first().expect("a claim");
    assert_eq!(claim.claim.unit, Unit::Money(Currency::USD));
    let of = [filing.document.id.clone()];
    assert_eq!(store.documents_counting_in(Currency::USD).await.expect("read"), of);
    assert!(store.documents_counting_in("KZT".parse().expect("a currency")).await.expect("read").is_empty());
    assert_eq!(store.documents_claiming(Some(claim.claim.kind), None).await.expect("read"), of);
    assert!(store.documents_claiming(None, "AUS-NZL".parse().ok()).await.expect("read").is_empty());
}
