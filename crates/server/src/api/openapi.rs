//! The description of the API, OpenAPI 3.1, out of the table of operations.

use crate::answer::Answer;
use crate::api::operation::{Operation, Place};
use crate::api::{operations, place_name};
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// The description as it is given.
static ANSWER: LazyLock<Answer> =
    LazyLock::new(|| Answer::new(crate::answer::JSON, format!("{}\n", description())));

/// Returns the description as it is given.
pub(crate) fn answer() -> &'static Answer {
    &ANSWER
}

/// Returns the description.
#[must_use]
pub fn description() -> Value {
    let mut settings = SchemaSettings::draft2020_12().for_serialize();
    settings.definitions_path = "/components/schemas".into();
    settings.meta_schema = None;
    let mut generator = settings.into_generator();
    let mut paths = Map::new();
    for operation in operations() {
        let method = operation.method.as_str().to_lowercase();
        let described = describe(operation, &mut generator);
        let path = paths.entry(operation.address()).or_insert_with(|| json!({}));
        path[method] = described;
    }
    let schemas = generator.take_definitions(true);
    let mut description = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Entente",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "What officials say about two countries, checked against official statistics.",
            "license": { "name": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "responses": { "Problem": problem() },
        },
    });
    description["components"]["schemas"]["Problem"] = problem_schema();
    description
}

fn describe(operation: &Operation, generator: &mut SchemaGenerator) -> Value {
    let parameters: Vec<Value> = operation
        .parameters
        .iter()
        .filter(|parameter| !matches!(parameter.place, Place::Body | Place::File))
        .map(|parameter| {
            json!({
                "name": parameter.name,
                "in": place_name(parameter.place),
                "required": parameter.required,
                "description": parameter.about,
                "schema": (parameter.kind.schema)(generator),
            })
        })
        .collect();
    let answer = (operation.answer)(generator);
    let mut responses = Map::new();
    for status in operation.statuses {
        let content = json!({ operation.media(): { "schema": answer } });
        responses.insert((*status).to_owned(), json!({ "description": "Done.", "content": content }));
    }
    responses.insert("default".to_owned(), json!({ "$ref": "#/components/responses/Problem" }));
    let mut described = json!({
        "operationId": operation.id,
        "summary": operation.summary,
        "parameters": parameters,
        "responses": responses,
    });
    if operation.has_body() {
        described["requestBody"] = body(operation, generator);
    }
    if operation.role.is_some() {
        described["security"] = json!([{ "token": [] }]);
    }
    described
}

fn body(operation: &Operation, generator: &mut SchemaGenerator) -> Value {
    let in_body = |place| operation.parameters.iter().filter(move |parameter| parameter.place == place);
    if let Some(file) = in_body(Place::File).next() {
        let schema = (file.kind.schema)(generator);
        let content = json!({ "application/octet-stream": { "schema": schema } });
        return json!({ "required": true, "description": file.about, "content": content });
    }
    let mut properties = Map::new();
    for parameter in in_body(Place::Body) {
        let mut schema = (parameter.kind.schema)(generator);
        schema.insert("description".to_owned(), parameter.about.into());
        properties.insert(parameter.name.to_owned(), schema.to_value());
    }
    let required: Vec<&str> = in_body(Place::Body).filter(|p| p.required).map(|p| p.name).collect();
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    json!({ "required": true, "content": { "application/json": { "schema": schema } } })
}

fn problem() -> Value {
    let schema = json!({ "$ref": "#/components/schemas/Problem" });
    json!({
        "description": "What was wrong (RFC 9457).",
        "content": { "application/problem+json": { "schema": schema } },
    })
}

fn problem_schema() -> Value {
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": { "type": "string" },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string", "description": "What was given, what was expected, what to do." },
            "field": { "type": "string", "description": "The parameter or key at fault." },
            "given": { "type": "integer", "description": "Of a conflict: the version that was looked at." },
            "found": { "type": "integer", "description": "Of a conflict: the version that it has." },
        },
    })
}
