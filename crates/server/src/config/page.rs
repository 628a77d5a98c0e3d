//! The page of documentation about the settings, out of the structure itself.

use crate::config::Config;
use schemars::schema_for;
use serde_json::Value;

const HEAD: &str = "# Configuration of the server\n\n\
`entente serve` and `entente-server` take `--bind ADDRESS`, `--database URL` and `--config FILE`. What is given there\n\
wins over the file; the variable `ENTENTE_DATABASE` names the registry where no flag does, and the file where neither\n\
does. The file is TOML with the keys below, each of which may be left out; any other key is refused, with its line.\n\n\
```toml\nbind = \"0.0.0.0:8080\"\ntrusted_proxies = [\"127.0.0.1\"]\nlog_format = \"json\"\n```\n\n\
This page is made from the structure that the file is read into; a test keeps it so.\n\n\
| key | default | meaning |\n|---|---|---|\n";

/// Returns the text of docs/configuration.md.
#[must_use]
pub fn page() -> String {
    let schema = schema_for!(Config);
    // A configuration is plain data, which always has a JSON form.
    let defaults = serde_json::to_value(Config::default()).unwrap_or_default();
    let mut page = HEAD.to_owned();
    let properties = schema.get("properties").and_then(Value::as_object);
    for (key, property) in properties.into_iter().flatten() {
        let default = match &defaults[key] {
            Value::Null => "none".to_owned(),
            value => format!("`{value}`"),
        };
        let meaning = property.get("description").and_then(Value::as_str).unwrap_or_default();
        page.push_str(&format!("| `{key}` | {default} | {} |\n", meaning.replace('\n', " ")));
    }
    page
}
