//! The description of the API: kept as a file, complete, and given as it is kept.

use crate::place::Server;
use entente_server::api;
use expect_test::expect_file;
use serde_json::Value;

#[test]
fn the_description_is_the_one_on_file() {
    let mut text = serde_json::to_string_pretty(&api::description()).unwrap();
    text.push('\n');
    expect_file!["../../../../docs/openapi.json"].assert_eq(&text);
}

#[test]
fn the_description_is_given_and_all_of_it_is_there() {
    let server = Server::start();
    let reply = server.get("/api/openapi.json");
    assert_eq!((reply.status, reply.json()), (200, api::description()));
    let mut references = Vec::new();
    collect(&reply.json(), &mut references);
    assert!(references.len() > 100, "{}", references.len());
    for reference in references {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(reply.json().pointer(pointer).is_some(), "{reference} leads nowhere");
    }
}

fn collect(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            references.extend(object.get("$ref").and_then(Value::as_str).map(str::to_owned));
            object.values().for_each(|value| collect(value, references));
        }
        Value::Array(items) => items.iter().for_each(|value| collect(value, references)),
        _ => {}
    }
}
