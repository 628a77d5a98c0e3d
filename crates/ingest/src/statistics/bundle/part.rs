//! One part of the bundle as compressed lines.
//!
//! A line is `release,partner,flow,valuation,basis,status,bound,precision,period,value`; the release is its
//! position in the index, and a field that is the same as in the line before is empty. No field has a comma.

use super::BundleError;
use entente_model::{
    Basis, Bound, Country, Currency, Decimal, Flow, Observation, ObservationKey, Partner, Release, Status,
    Unit, Valuation,
};
use std::io;
use std::str::FromStr;

const HEADING: &str = "release,partner,flow,valuation,basis,status,bound,precision,period,value";
const LEVEL: i32 = 19;

/// Writes the observations of a reporter.
pub(super) fn write(
    reporter: Country,
    releases: &[Release],
    observations: &[Observation],
) -> io::Result<Vec<u8>> {
    let mut text = format!("{HEADING}\n");
    let mut before: [String; 8] = Default::default();
    for observation in observations.iter().filter(|observation| observation.key.reporter == reporter) {
        let release = releases.iter().position(|release| release.id == observation.release);
        let release = release
            .ok_or_else(|| io::Error::other(format!("{} is not in the index", observation.release)))?;
        let key = &observation.key;
        let now = [
            release.to_string(),
            key.partner.to_string(),
            key.flow.to_string(),
            key.valuation.to_string(),
            key.basis.to_string(),
            observation.status.to_string(),
            observation.bound.to_string(),
            observation.precision.normalize().to_string(),
        ];
        for (field, old) in now.iter().zip(&before) {
            if field != old {
                text.push_str(field);
            }
            text.push(',');
        }
        text.push_str(&format!("{},{}\n", key.period, observation.value.normalize()));
        before = now;
    }
    zstd::bulk::compress(text.as_bytes(), LEVEL)
}

/// What a line has in common with the line before.
struct Common<'a> {
    release: &'a Release,
    partner: Partner,
    flow: Flow,
    valuation: Valuation,
    basis: Basis,
    status: Status,
    bound: Bound,
    precision: Decimal,
}

/// Reads the observations of a reporter.
pub(super) fn read(
    name: &'static str,
    bytes: &[u8],
    releases: &[Release],
    observations: &mut Vec<Observation>,
) -> Result<(), BundleError> {
    let text =
        zstd::stream::decode_all(bytes).map_err(|source| BundleError::Unpack { part: name, source })?;
    let bad = |line: usize| BundleError::Line { part: name, line };
    let text = std::str::from_utf8(&text).map_err(|_| bad(1))?;
    let reporter: Country = name.parse().map_err(|_| bad(1))?;
    let first = releases.first();
    let Some(first) = first else { return Ok(()) };
    let mut common = Common {
        release: first,
        partner: Partner::World,
        flow: Flow::Exports,
        valuation: Valuation::Unknown,
        basis: Basis::Unknown,
        status: Status::Unknown,
        bound: Bound::Exact,
        precision: Decimal::ONE,
    };
    observations.reserve(text.len() / 24);
    for (position, line) in text.lines().enumerate().skip(1) {
        let observation = common.read(line, reporter, releases).ok_or_else(|| bad(position + 1))?;
        observations.push(observation);
    }
    Ok(())
}

impl<'a> Common<'a> {
    fn read(&mut self, line: &str, reporter: Country, releases: &'a [Release]) -> Option<Observation> {
        let mut fields = line.split(',');
        let release = fields.next()?;
        if !release.is_empty() {
            self.release = releases.get(release.parse::<usize>().ok()?)?;
        }
        update(&mut self.partner, fields.next()?)?;
        update(&mut self.flow, fields.next()?)?;
        update(&mut self.valuation, fields.next()?)?;
        update(&mut self.basis, fields.next()?)?;
        update(&mut self.status, fields.next()?)?;
        update(&mut self.bound, fields.next()?)?;
        update(&mut self.precision, fields.next()?)?;
        let period = fields.next()?.parse().ok()?;
        let value = fields.next()?.parse().ok()?;
        Some(Observation {
            key: ObservationKey {
                reporter,
                partner: self.partner,
                flow: self.flow,
                product: None,
                period,
                valuation: self.valuation,
                basis: self.basis,
                unit: Unit::Money(Currency::USD),
            },
            value,
            precision: self.precision,
            bound: self.bound,
            status: self.status,
            release: self.release.id.clone(),
        })
    }
}

/// Takes a field over, unless it is empty: the same as before.
fn update<T: FromStr>(value: &mut T, field: &str) -> Option<()> {
    if !field.is_empty() {
        *value = field.parse().ok()?;
    }
    Some(())
}
