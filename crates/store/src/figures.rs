//! Official figures: datasets, releases, observations.

use crate::database::{Store, read, row};
use crate::error::StoreError;
use crate::records::ReleaseEntry;
use crate::sql;
use entente_model::{
    Country, Currency, Dataset, Decimal, IndicatorValue, Observation, ObservationKey, Pair, Partner, Release,
    ReleaseId, Unit,
};

/// Observations that are asked for: every vintage and every period, over all products.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureQuery {
    /// Who reports.
    pub reporter: Country,
    /// Of whom; none is of all.
    pub partner: Option<Partner>,
}

row!(
    pub(crate) struct ObservationRow {
        release_id: String,
        reporter: String,
        partner: String,
        flow: String,
        product: String,
        period: String,
        valuation: String,
        basis: String,
        unit: String,
        value_unscaled: i64,
        value_scale: i64,
        step: String,
        bound: String,
        status: String,
    }
);

row!(
    struct DatasetRow {
        publisher: String,
        id: String,
        title: String,
        office: String,
        reporter: Option<String>,
        url: Option<String>,
        licence: String,
        terms: String,
    }
);

row!(
    struct ReleaseRow {
        id: String,
        publisher: String,
        dataset: String,
        published: Option<String>,
        published_basis: String,
        loaded: String,
        basis: String,
        coverage: String,
        url: Option<String>,
        hash: String,
        note: Option<String>,
        rows: i64,
    }
);

row!(
    struct IndicatorRow {
        release_id: String,
        country: String,
        indicator: String,
        period: String,
        unit: String,
        value_unscaled: i64,
        value_scale: i64,
        status: String,
    }
);

impl Store {
    /// Returns every vintage of the indicators of a country, by release, indicator and period.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn indicators(&self, country: Country) -> Result<Vec<IndicatorValue>, StoreError> {
        let rows: Vec<IndicatorRow> =
            read!(self, fetch_all, sqlx::query_as(sql::INDICATORS_OF).bind(country.to_string()))?;
        rows.iter().map(|row| self.indicator(row)).collect()
    }

    /// Returns every vintage of the rates of exchange of a currency, by release, country and period.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn rates(&self, currency: Currency) -> Result<Vec<IndicatorValue>, StoreError> {
        let rows: Vec<IndicatorRow> =
            read!(self, fetch_all, sqlx::query_as(sql::RATES_OF).bind(Unit::Money(currency).to_string()))?;
        rows.iter().map(|row| self.indicator(row)).collect()
    }

    /// Returns the currencies that a release has rates of exchange of, sorted.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn currencies_of(&self, release: &ReleaseId) -> Result<Vec<Currency>, StoreError> {
        let units: Vec<String> =
            read!(self, fetch_all, sqlx::query_scalar(sql::CURRENCIES_OF_RELEASE).bind(release.as_str()))?;
        units.iter().map(|unit| self.parse("currency", unit)).collect()
    }

    fn indicator(&self, row: &IndicatorRow) -> Result<IndicatorValue, StoreError> {
        Ok(IndicatorValue {
            country: self.parse("country", &row.country)?,
            indicator: self.parse("indicator", &row.indicator)?,
            period: self.parse("period", &row.period)?,
            unit: self.parse("unit", &row.unit)?,
            value: self.value(row.value_unscaled, row.value_scale)?,
            status: self.parse("status", &row.status)?,
            release: self.parse("release id", &row.release_id)?,
        })
    }

    pub(crate) fn value(&self, unscaled: i64, scale: i64) -> Result<Decimal, StoreError> {
        let scale = u32::try_from(scale).map_err(|_| self.unreadable("scale", &scale))?;
        Decimal::try_from_i128_with_scale(i128::from(unscaled), scale)
            .map_err(|error| self.unreadable("value", &error))
    }

    /// Returns every dataset, by publisher and id.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn datasets(&self) -> Result<Vec<Dataset>, StoreError> {
        let rows: Vec<DatasetRow> = read!(self, fetch_all, sqlx::query_as(sql::DATASETS))?;
        let dataset = |row: DatasetRow| {
            Ok(Dataset {
                publisher: self.parse("publisher id", &row.publisher)?,
                id: self.parse("dataset id", &row.id)?,
                title: row.title,
                office: row.office,
                reporter: self.parse_option("country", row.reporter.as_deref())?,
                url: row.url,
                licence: row.licence,
                terms: self.parse("terms", &row.terms)?,
            })
        };
        rows.into_iter().map(dataset).collect()
    }

    /// Returns every release, by id.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn releases(&self) -> Result<Vec<ReleaseEntry>, StoreError> {
        let rows: Vec<ReleaseRow> = read!(self, fetch_all, sqlx::query_as(sql::RELEASES))?;
        rows.into_iter().map(|row| self.release_entry(row)).collect()
    }

    /// Returns every vintage of some figures, by release and key.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn observations(&self, query: FigureQuery) -> Result<Vec<Observation>, StoreError> {
        let reporter = query.reporter.to_string();
        let rows: Vec<ObservationRow> = match query.partner {
            Some(partner) => {
                let partner = partner.to_string();
                read!(
                    self,
                    fetch_all,
                    sqlx::query_as(sql::OBSERVATIONS_BETWEEN).bind(reporter).bind(partner)
                )?
            }
            None => read!(self, fetch_all, sqlx::query_as(sql::OBSERVATIONS_OF).bind(reporter))?,
        };
        rows.into_iter().map(|row| self.observed(row)).collect()
    }

    /// Returns every vintage of what two countries report of each other, by release and key.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn observations_of_pair(&self, pair: Pair) -> Result<Vec<Observation>, StoreError> {
        let (a, b) = (pair.first().alpha3(), pair.second().alpha3());
        let rows: Vec<ObservationRow> =
            read!(self, fetch_all, sqlx::query_as(sql::OBSERVATIONS_OF_PAIR).bind(a).bind(b))?;
        let observed = rows.into_iter().map(|row| self.observed(row));
        let mut observations = observed.collect::<Result<Vec<_>, _>>()?;
        observations.sort_unstable_by(|a, b| (&a.release, &a.key).cmp(&(&b.release, &b.key)));
        Ok(observations)
    }

    fn release_entry(&self, row: ReleaseRow) -> Result<ReleaseEntry, StoreError> {
        let release = Release {
            id: self.parse("release id", &row.id)?,
            publisher: self.parse("publisher id", &row.publisher)?,
            dataset: self.parse("dataset id", &row.dataset)?,
            published: self.parse_option("day", row.published.as_deref())?,
            published_basis: self.parse("basis of a date", &row.published_basis)?,
            loaded: self.parse("day", &row.loaded)?,
            basis: self.parse("basis", &row.basis)?,
            coverage: row.coverage,
            url: row.url,
            hash: self.parse("hash", &row.hash)?,
            note: row.note,
        };
        Ok(ReleaseEntry { release, rows: self.count(row.rows)? })
    }

    pub(crate) fn observed(&self, row: ObservationRow) -> Result<Observation, StoreError> {
        let key = ObservationKey {
            reporter: self.parse("country", &row.reporter)?,
            partner: self.parse("partner", &row.partner)?,
            flow: self.parse("flow", &row.flow)?,
            product: Some(row.product).filter(|product| !product.is_empty()),
            period: self.parse("period", &row.period)?,
            valuation: self.parse("valuation", &row.valuation)?,
            basis: self.parse("basis", &row.basis)?,
            unit: self.parse("unit", &row.unit)?,
        };
        let value = self.value(row.value_unscaled, row.value_scale)?;
        Ok(Observation {
            key,
            value,
            precision: self.parse("precision", &row.step)?,
            bound: self.parse("bound", &row.bound)?,
            status: self.parse("status", &row.status)?,
            release: self.parse("release id", &row.release_id)?,
        })
    }
}
