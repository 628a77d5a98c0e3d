//! What the server counts, for Prometheus. No label comes from outside: a path is its template, a method that is none of
//! the usual ones is `other`.

use prometheus_client::encoding::text::encode;
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue, LabelValueEncoder};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

/// What /metrics is written as.
pub(crate) const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The bounds of the histogram, in seconds.
const BUCKETS: [f64; 12] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

/// The template of a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Route(pub(crate) Arc<str>);

impl EncodeLabelValue for Route {
    fn encode(&self, encoder: &mut LabelValueEncoder<'_>) -> Result<(), fmt::Error> {
        EncodeLabelValue::encode(&&*self.0, encoder)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    route: Route,
    method: &'static str,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfRoute {
    route: Route,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Looked {
    result: &'static str,
}

type Histograms = Family<OfRoute, Histogram, fn() -> Histogram>;

/// What is counted.
#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Request, Counter>,
    seconds: Histograms,
    in_flight: Gauge,
    answers: Family<Looked, Counter>,
    cache_bytes: Gauge<u64, AtomicU64>,
    revision: Gauge<u64, AtomicU64>,
    evidence: Gauge<u64, AtomicU64>,
}

impl Metrics {
    pub(crate) fn new() -> Self {
        let mut registry = Registry::with_prefix("entente");
        let requests = Family::default();
        let seconds = Histograms::new_with_constructor(|| Histogram::new(BUCKETS));
        let (in_flight, answers) = (Gauge::default(), Family::default());
        let (cache_bytes, revision, evidence) = (Gauge::default(), Gauge::default(), Gauge::default());
        registry.register("http_requests", "Requests that were answered", requests.clone());
        registry.register("http_request_seconds", "How long answering took", seconds.clone());
        registry.register("http_requests_in_flight", "Requests that are being answered", in_flight.clone());
        registry.register("answers", "Answers that were looked for among those kept", answers.clone());
        registry.register("answers_bytes", "The size of the answers that are kept", cache_bytes.clone());
        registry.register("registry_revision", "How often what is on file has changed", revision.clone());
        registry.register("evidence_observations", "Observations kept to check with", evidence.clone());
        Self { registry, requests, seconds, in_flight, answers, cache_bytes, revision, evidence }
    }

    /// Counts a request that was answered.
    pub(crate) fn request(&self, route: &Route, method: &'static str, status: u16, took: Duration) {
        self.requests.get_or_create(&Request { route: route.clone(), method, status }).inc();
        self.seconds.get_or_create(&OfRoute { route: route.clone() }).observe(took.as_secs_f64());
    }

    /// Counts a request until what is returned is dropped.
    pub(crate) fn enter(&self) -> InFlight {
        self.in_flight.inc();
        InFlight(self.in_flight.clone())
    }

    /// Counts an answer that was kept or had to be made.
    pub(crate) fn answered(&self, kept: bool, bytes: u64) {
        let result = if kept { "kept" } else { "made" };
        self.answers.get_or_create(&Looked { result }).inc();
        self.cache_bytes.set(bytes);
    }

    /// Tells the revision of the registry.
    pub(crate) fn revision(&self, revision: u64) {
        self.revision.set(revision);
    }

    /// Tells how many observations are kept to check with.
    pub(crate) fn evidence(&self, observations: u64) {
        self.evidence.set(observations);
    }

    /// Writes everything.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

/// A request that is being answered.
#[derive(Debug)]
pub(crate) struct InFlight(Gauge);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.dec();
    }
}
