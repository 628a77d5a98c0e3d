//! The command that is run once a text.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use serde_json::{Value, json};

/// How long one text may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Words with `{file}`, `{lang}` and `{published}` in them.
#[derive(Debug, PartialEq)]
pub(super) struct Template(Vec<String>);

impl Template {
    pub(super) fn of(words: &[&str]) -> Self {
        Self(words.iter().map(|word| (*word).to_owned()).collect())
    }

    /// Splits a command as a shell does: at spaces, but not within quotes.
    pub(super) fn parse(command: &str) -> anyhow::Result<Self> {
        let words = split(command)?;
        if words.is_empty() {
            bail!("the command is empty; write one such as 'entente extract --lang {{lang}} {{file}}'");
        }
        Ok(Self(words))
    }

    /// Returns the words for one text. Where it has no date, `{published}` goes with the option word before it.
    fn fill(&self, file: &Path, lang: &str, published: Option<&str>) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for word in &self.0 {
            if published.is_none() && word == "{published}" {
                words.pop();
                continue;
            }
            let word = word.replace("{file}", &file.to_string_lossy()).replace("{lang}", lang);
            words.push(word.replace("{published}", published.unwrap_or_default()));
        }
        words
    }

    /// Runs the command and returns the objects that it prints. A line that is no JSON counts as a wrong claim; what
    /// else goes wrong is told and gives fewer lines.
    pub(super) fn run(&self, file: &Path, lang: &str, published: Option<&str>) -> Vec<Value> {
        match output(&self.fill(file, lang, published)) {
            Ok((printed, complaint)) => {
                if let Some(complaint) = complaint {
                    eprintln!("{}: {complaint}", file.display());
                }
                objects(&printed, file)
            }
            Err(error) => {
                eprintln!("{}: {error:#}", file.display());
                Vec::new()
            }
        }
    }
}

fn objects(printed: &str, file: &Path) -> Vec<Value> {
    let mut found = Vec::new();
    for line in lines(printed) {
        match serde_json::from_str::<Value>(line) {
            Ok(value) if value.is_object() => found.push(value),
            Ok(_) => {}
            Err(_) => {
                eprintln!("{}: no JSON: {}", file.display(), line.chars().take(80).collect::<String>());
                found.push(json!({"type": "claim", "kind": "?"}));
            }
        }
    }
    found
}

/// Splits at everything that Unicode calls the end of a line: a reader of JSON lines may do so too.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    const ENDS: &[char] =
        &['\n', '\u{b}', '\u{c}', '\r', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}', '\u{2029}'];
    text.split_inclusive('\n').flat_map(|line| {
        let line = line.strip_suffix("\r\n").or_else(|| line.strip_suffix('\n')).unwrap_or(line);
        line.split(ENDS)
    })
}

/// Returns what a command prints, and a complaint when it fails.
fn output(words: &[String]) -> anyhow::Result<(String, Option<String>)> {
    let (program, rest) = words.split_first().context("the command is empty")?;
    let mut child = Command::new(program)
        .args(rest)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {program}"))?;
    let printed = collect(child.stdout.take());
    let complaint = collect(child.stderr.take());
    let code = wait(&mut child)?;
    let printed = printed.join().unwrap_or_default();
    let complaint = complaint.join().unwrap_or_default();
    let told: String = complaint.trim().chars().take(200).collect();
    Ok((printed, (code != Some(0)).then(|| format!("exit {}: {told}", code.unwrap_or(-1)))))
}

fn collect(stream: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            // A stream that breaks off gives what came before.
            let _ = stream.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn wait(child: &mut Child) -> anyhow::Result<Option<i32>> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.code());
        }
        if start.elapsed() > PATIENCE {
            child.kill()?;
            child.wait()?;
            bail!("no end after {} s", PATIENCE.as_secs());
        }
        thread::sleep(Duration::from_millis(1));
    }
}

fn split(command: &str) -> anyhow::Result<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    let mut chars = command.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (Some(open), c) if c == open => quote = None,
            (None | Some('"'), '\\') => {
                let next = chars.next().context("the command ends with a backslash")?;
                let word = word.get_or_insert_default();
                // Within double quotes only these two can be escaped.
                if quote.is_some() && !matches!(next, '"' | '\\') {
                    word.push('\\');
                }
                word.push(next);
            }
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    if let Some(open) = quote {
        bail!("the command opens {open} and does not close it");
    }
    words.extend(word);
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_split_as_a_shell_does() {
        let words = split(r#"sh -c 'a "b" $x' "c \"d\" \n" e\ f '' "#).unwrap();
        assert_eq!(words, ["sh", "-c", r#"a "b" $x"#, r#"c "d" \n"#, "e f", ""]);
        assert_eq!(split("a 'b").unwrap_err().to_string(), "the command opens ' and does not close it");
        assert!(Template::parse("  ").is_err());
    }

    #[test]
    fn a_missing_date_takes_its_option_along() {
        let template = Template::parse("x --lang {lang} --published {published} {file}").unwrap();
        assert_eq!(template.fill(Path::new("a.txt"), "en", None), ["x", "--lang", "en", "a.txt"]);
        let dated = template.fill(Path::new("a.txt"), "en", Some("2024-01-01"));
        assert_eq!(dated, ["x", "--lang", "en", "--published", "2024-01-01", "a.txt"]);
    }

    #[test]
    fn what_is_no_json_is_a_wrong_claim() {
        let found = objects("{\"type\":\"event\"}\r\n[1]\noops\u{2028}{}\n", Path::new("a"));
        assert_eq!(found, [json!({"type": "event"}), json!({"type": "claim", "kind": "?"}), json!({})]);
        assert_eq!(lines("a\n\nb\n").collect::<Vec<_>>(), ["a", "", "b"]);
        assert_eq!(lines("").count(), 0);
    }
}
