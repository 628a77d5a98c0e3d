//! When a prediction agrees with a gold fact.

use serde_json::Value;

const DIRECTED: &[&str] = &["exports", "imports", "partner_rank"];
const STAGED: &[&str] = &["project_count", "project_value", "project_jobs"];
const WITH_OF: &[&str] = &["trade_share", "trade_growth", "trade_balance", "partner_rank"];

/// Returns the value under a key; what is absent is null.
pub(super) fn get<'a>(value: &'a Value, key: &str) -> &'a Value {
    value.get(key).unwrap_or(&Value::Null)
}

/// Says whether a value is there at all: null, an empty text or list, zero and false are not.
pub(super) fn truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(yes) => *yes,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
    }
}

/// Kind, unit and value agree.
pub(super) fn same_core(gold: &Value, got: &Value) -> bool {
    if !same(get(gold, "kind"), get(got, "kind")) || !same(get(gold, "unit"), get(got, "unit")) {
        return false;
    }
    let (Some(a), Some(b)) = (number(get(gold, "value")), number(get(got, "value"))) else {
        return false;
    };
    (a - b).abs() <= 5e-4 * a.abs().max(b.abs()).max(1e-9)
}

/// Compares each attribute that counts for this fact; those that do not are left out.
pub(super) fn attributes(gold: &Value, got: &Value) -> Vec<(&'static str, bool)> {
    let kind = get(gold, "kind").as_str().unwrap_or_default();
    let (staged, with_of) = (STAGED.contains(&kind), WITH_OF.contains(&kind));
    let mut agreed = vec![
        ("parties", same_parties(kind, get(gold, "parties"), get(got, "parties"))),
        ("period", months(get(gold, "period")) == months(get(got, "period"))),
        ("bound", same(get(gold, "qualifier"), get(got, "bound"))),
        ("modality", same(get(gold, "modality"), get(got, "modality"))),
    ];
    let status = get(gold, "status");
    if truthy(status) || !staged {
        let wanted = if staged { status } else { &Value::Null };
        agreed.push(("stage", same(wanted, get(got, "stage"))));
    }
    let of = get(gold, "of");
    if truthy(of) || !with_of {
        let wanted = if with_of { of } else { &Value::Null };
        agreed.push(("of", fold(wanted) == fold(get(got, "of"))));
    }
    agreed
}

/// The kind agrees, and the ordinal, the date, or the lack of both.
pub(super) fn same_event(gold: &Value, got: &Value) -> bool {
    let agrees = |key: &str| !get(gold, key).is_null() && same(get(gold, key), get(got, key));
    let undated = get(gold, "ordinal").is_null() && get(gold, "date").is_null() && !truthy(get(got, "date"));
    same(get(gold, "kind"), get(got, "kind")) && (agrees("ordinal") || agrees("date") || undated)
}

/// Equality in which 21 and 21.0 are the same number.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        _ => a == b,
    }
}

fn number(value: &Value) -> Option<f64> {
    let number = match value {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    (!number.is_nan()).then_some(number)
}

/// Parties are compared in order where the order says who does what to whom.
fn same_parties(kind: &str, gold: &Value, got: &Value) -> bool {
    let (gold, got) = (names(gold), names(got));
    if DIRECTED.contains(&kind) {
        return gold == got;
    }
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    sorted(gold) == sorted(got)
}

fn names(list: &Value) -> Vec<String> {
    let name = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    list.as_array().map_or_else(Vec::new, |items| items.iter().map(name).collect())
}

/// A period as first and last month, counted from year 0.
#[derive(Debug, PartialEq, Eq)]
enum Months {
    None,
    Span(u32, u32),
    /// What is no period agrees only with itself.
    Unknown(String),
}

fn months(period: &Value) -> Months {
    if !truthy(period) {
        return Months::None;
    }
    let text = period.as_str().map_or_else(|| period.to_string(), str::to_owned);
    let spans: Option<Vec<_>> = text.split('/').map(span).collect();
    match spans.as_deref() {
        Some([(first, last)]) => Months::Span(*first, *last),
        Some([(first, _), .., (_, last)]) => Months::Span(*first, *last),
        _ => Months::Unknown(text),
    }
}

/// Reads 2024, 2024-05, 2024-05-17, 2024-Q2 or 2024-H1.
fn span(text: &str) -> Option<(u32, u32)> {
    let parts: Vec<&str> = text.split('-').collect();
    let year = 12 * digits(parts[0], 4)?;
    let (first, length) = match parts[1..] {
        [] => (year, 12),
        [part] if part.starts_with('Q') => (year + 3 * (ordinal(part, 4)? - 1), 3),
        [part] if part.starts_with('H') => (year + 6 * (ordinal(part, 2)? - 1), 6),
        [month] => ((year + digits(month, 2)?).checked_sub(1)?, 1),
        [month, day] => {
            digits(day, 2)?;
            ((year + digits(month, 2)?).checked_sub(1)?, 1)
        }
        _ => return None,
    };
    Some((first, first + length - 1))
}

fn digits(text: &str, count: usize) -> Option<u32> {
    let fits = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok())?
}

fn ordinal(text: &str, greatest: u32) -> Option<u32> {
    digits(&text[1..], 1).filter(|number| (1..=greatest).contains(number))
}

/// Keeps the letters A to Z, in capitals.
fn fold(value: &Value) -> String {
    let text = match value {
        value if !truthy(value) => String::new(),
        Value::String(text) => text.to_uppercase(),
        other => other.to_string().to_uppercase(),
    };
    text.chars().filter(char::is_ascii_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn periods_are_compared_by_their_months() {
        let span = |text: &str| months(&json!(text));
        assert_eq!(span("2024"), span("2024-01/2024-12"));
        assert_eq!(span("2024-Q1/2024-Q2"), span("2024-H1"));
        assert_eq!(span("2024-05-17"), span("2024-05"));
        assert_eq!(months(&json!(2024)), span("2024"));
        assert_eq!(months(&Value::Null), span(""));
        assert_ne!(span("2024-Q5"), span("2024"));
        assert_eq!(span("soon"), Months::Unknown("soon".to_owned()));
        assert_eq!(span("2024/"), Months::Unknown("2024/".to_owned()));
    }

    #[test]
    fn core_allows_for_rounding() {
        let fact = |value: Value| json!({"kind": "exports", "unit": "USD", "value": value});
        assert!(same_core(&fact(json!(10000)), &fact(json!("10005"))));
        assert!(!same_core(&fact(json!(10000)), &fact(json!("10006"))));
        assert!(!same_core(&fact(json!(10000)), &fact(json!("many"))));
        assert!(!same_core(&fact(json!(1)), &json!({"kind": "imports", "unit": "USD", "value": "1"})));
    }

    #[test]
    fn attributes_that_the_gold_leaves_open_do_not_count() {
        let gold = json!({"kind": "project_count", "parties": ["B", "A"], "qualifier": "exact", "modality": "actual"});
        let got = json!({"kind": "project_count", "parties": ["A", "B"], "bound": "exact", "modality": "actual",
            "stage": "total", "of": "KAZ"});
        let expected =
            [("parties", true), ("period", true), ("bound", true), ("modality", true), ("of", false)];
        assert_eq!(attributes(&gold, &got), expected);
    }

    #[test]
    fn direction_matters_for_exports() {
        let (there, back) = (json!(["A", "B"]), json!(["B", "A"]));
        assert!(!same_parties("exports", &there, &back));
        assert!(same_parties("trade_turnover", &there, &back));
    }

    #[test]
    fn events_agree_by_date_or_ordinal() {
        let session = |rest: Value| {
            let mut event = json!({"kind": "commission_session"});
            event.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
            event
        };
        assert!(same_event(
            &session(json!({"ordinal": 21})),
            &session(json!({"ordinal": 21.0, "date": "2024"}))
        ));
        assert!(same_event(
            &session(json!({"date": "2024"})),
            &session(json!({"date": "2024", "ordinal": 3}))
        ));
        assert!(same_event(&session(json!({})), &session(json!({"ordinal": 3}))));
        assert!(!same_event(&session(json!({})), &session(json!({"date": "2024"}))));
        assert!(!same_event(&session(json!({"ordinal": 21})), &session(json!({}))));
    }
}
