//! JSON Schemas of the types whose written form is made by hand. The others derive theirs.

use crate::region::Region;
use crate::{
    AuthorId, ClaimVersionId, Confidence, Country, DatasetId, DefinitionId, DocumentId, EntryId, Interval,
    MentionId, ObservationId, Of, Pair, Partner, Period, PublisherId, ReleaseId, Scope, SnapshotHash,
    SourceId, Unit, VerdictId,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A civil day, where a field is a date of a library.
#[derive(Debug, Clone, Copy)]
pub struct Day;

/// A moment, where a field is a time of a library.
#[derive(Debug, Clone, Copy)]
pub struct Moment;

macro_rules! written {
    ($($name:ident = $schema:tt;)+) => { $(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+ };
}

written! {
    Day = { "type": "string", "format": "date", "examples": ["2024-07-13"] };
    Moment = { "type": "string", "format": "date-time", "examples": ["2026-11-26T12:31:26.911166Z"] };
    SnapshotHash = { "type": "string", "pattern": "^[0-9a-f]{64}$", "description": "A BLAKE3 hash." };
    DocumentId = { "type": "string", "pattern": "^[0-9a-f]{32}$" };
    MentionId = { "type": "string", "pattern": "^[0-9a-f]{32}$" };
    ClaimVersionId = { "type": "string", "pattern": "^[0-9a-f]{32}$" };
    VerdictId = { "type": "string", "pattern": "^[0-9a-f]{32}$" };
    EntryId = { "type": "string", "pattern": "^[0-9a-f]{32}$" };
    AuthorId = { "type": "string", "pattern": "^[0-9a-f]{32}$" };
    SourceId = { "type": "string", "pattern": "^[a-z0-9_][a-z0-9._-]{0,79}$" };
    PublisherId = { "type": "string", "pattern": "^[a-z0-9_][a-z0-9._-]{0,79}$" };
    DatasetId = { "type": "string", "pattern": "^[a-z0-9_][a-z0-9._-]{0,79}$" };
    DefinitionId = { "type": "string", "pattern": "^[a-z0-9_][a-z0-9._-]{0,79}$" };
    ReleaseId = { "type": "string", "description": "Publisher, dataset, day and the beginning of the hash.",
        "examples": ["stat.gov.kz/trade-by-country/2024-07-25/ea252cfb4a0f"] };
    ObservationId = { "type": "string", "description": "The release, `#`, and the key of the figure in it.",
        "examples": ["stat.gov.kz/trade-by-country/2024-07-25/ea252cfb4a0f#KAZ.UZB.X._.2023.FOB.goods.USD"] };
    Country = { "type": "string", "pattern": "^[A-Z]{3}$", "description": "An ISO 3166-1 alpha-3 code.",
        "examples": ["KAZ"] };
    Pair = { "type": "string", "pattern": "^[A-Z]{3}-[A-Z]{3}$", "examples": ["KAZ-UZB"],
        "description": "Two different countries in alphabetical order." };
    Partner = { "type": "string", "description": "A country, a region, or a partner that only statistics have.",
        "examples": ["UZB", "WORLD"] };
    Period = { "type": "string", "description": "A year, half, quarter, month or stretch of months.",
        "examples": ["2023", "2024-H1", "2024-Q1", "2024-04", "2024-01/2024-04"] };
    Unit = { "type": "string", "description": "An ISO 4217 code for money, else a unit's name.",
        "examples": ["USD", "percent", "count"] };
    Region = { "type": "string", "description": "A region or group, or `M49_nnn` for the UN's.",
        "examples": ["CENTRAL_ASIA", "M49_143"] };
    Scope = { "type": "string", "description": "A country or a region.", "examples": ["CENTRAL_ASIA", "KAZ"] };
    Of = { "type": "string", "description": "A whole, `[COUNTRY:]SCOPE[.flow]`, or a flow.",
        "examples": ["KAZ:CENTRAL_ASIA", "ARG.exports", "turnover"] };
    Interval = { "type": "array", "prefixItems": [{ "type": ["string", "null"] }, { "type": ["string", "null"] }],
        "minItems": 2, "maxItems": 2, "description": "Both ends as decimals; null where there is none." };
    Confidence = { "type": "number", "minimum": 0, "maximum": 1 };
}
