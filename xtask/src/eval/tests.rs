//! The whole of it on a tiny corpus, with a command that prints what was prepared.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::command::Template;
use super::{corpus, report, score};

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn fact(kind: &str, value: u64, quote: &str) -> Value {
    json!({"kind": kind, "parties": ["KAZ", "UZB"], "value": value, "unit": "USD", "period": "2023",
        "qualifier": "exact", "modality": "actual", "status": null, "quote": quote})
}

fn claim(kind: &str, value: &str, period: &str, exact: &str, start: usize) -> String {
    let quote = json!({"exact": exact, "start": start, "end": start + exact.chars().count()});
    let claim = json!({"type": "claim", "kind": kind, "parties": ["UZB", "KAZ"], "of": null, "value": value,
        "unit": "USD", "period": period, "bound": "exact", "modality": "actual", "stage": null, "quote": quote});
    format!("{claim}\n")
}

/// Two texts: in the first one fact is found whole, one with a wrong period and a shifted quote, one is missed; in the
/// second, of another part, there is a prediction too many and one on a fact that does not count.
fn tiny(folder: &Path) {
    write(folder, "split.json", r#"{"a": "write", "b": "check"}"#);
    write(folder, "text/a.txt", "Trade: $5. Loans: $6.\r\nInvestment: $7.");
    let gold = json!({"id": "a", "lang": "en", "published": null,
        "facts": [fact("trade_turnover", 5, "$5"), fact("loan", 6, "$6"), fact("investment", 7, "$7")],
        "events": [{"kind": "visit", "ordinal": null, "date": "2024-01-02",
            "people": [{"name": "Ana Silva"}, {"name": "Juan Perez"}]}]});
    write(folder, "gold/a.json", &gold.to_string());
    let got = claim("trade_turnover", "5", "2023-01/2023-12", "$5", 7)
        + &claim("investment", "7.001", "2022", "$7", 35)
        + "{\"type\":\"event\",\"kind\":\"visit\",\"date\":\"2024-01-02\"}\n"
        + "{\"type\":\"official\",\"name\":\"A. Silva\",\"office\":\"minister\",\"country\":null}\n"
        + "{\"type\":\"official\",\"name\":\"Silva\",\"office\":\"minister\",\"country\":null}\n";
    write(folder, "got/a.jsonl", &got);

    write(folder, "text/b.txt", "Қазақстан $8 $9");
    let gold = json!({"id": "b", "lang": "kk", "published": "2024-07-13",
        "facts": [fact("other", 8, "$8")], "events": []});
    write(folder, "gold/b.json", &gold.to_string());
    write(
        folder,
        "got/b.jsonl",
        &(claim("loan", "8", "2023", "$8", 10) + &claim("loan", "9", "2023", "$9", 13)),
    );
}

fn scored(only: Option<&str>) -> score::Tally {
    let folder = tempfile::tempdir().unwrap();
    tiny(folder.path());
    let command =
        r#"sh -c 'cat "$(dirname {file})/../got/$(basename {file} .txt).jsonl"' x --published {published}"#;
    let template = Template::parse(command).unwrap();
    let mut tally = score::Tally::default();
    for text in corpus::read(folder.path(), only).unwrap() {
        let lines = template.run(&text.file, text.lang(), text.published());
        tally.add(&text, &lines);
    }
    tally
}

#[cfg(unix)]
#[test]
fn the_table_of_a_tiny_corpus() {
    let table = report::table(&scored(None));
    // The interval hangs on the draws; the rest was also computed by hand.
    let plain: Vec<&str> = table.lines().collect();
    let start = |index: usize| plain[index].split(" (").next().unwrap();
    assert_eq!(start(1), "all          2     3     3 | 0.667 0.667 0.667");
    assert_eq!(start(2), "en           1     3     2 | 1.000 0.667 0.800");
    assert_eq!(start(3), "kk           1     0     1 | 0.000 0.000 0.000");
    assert_eq!(start(4), "kk+uz        1     0     1 | 0.000 0.000 0.000");
    assert!(plain[2].contains("| 0.400     (0.40-0.40) | 0.400       | 1.000"), "{}", plain[2]);
    assert_eq!(
        &plain[5..],
        [
            "  trade_turnover     gold    1 got    1 core 1.000 strict 1.000",
            "  investment         gold    1 got    1 core 1.000 strict 0.000",
            "  loan               gold    1 got    2 core 0.000 strict 0.000",
            "attributes among core hits: anchor 1/2, bound 2/2, modality 2/2, of 2/2, parties 2/2, period 1/2, stage 2/2",
            "officials all      of   2 people at events found   1, with office   1, with country too   0",
            "officials en       of   2 people at events found   1, with office   1, with country too   0",
            "officials kk       of   0 people at events found   0, with office   0, with country too   0",
            "officials kk+uz    of   0 people at events found   0, with office   0, with country too   0",
        ]
    );
}

#[cfg(unix)]
#[test]
fn one_part_only() {
    let tally = scored(Some("check"));
    assert_eq!(tally.rows.len(), 1);
    assert_eq!(tally.rows[0].0, "kk");
    assert_eq!((tally.rows[0].1.got, tally.rows[0].1.core), (1, 0));
}

#[test]
fn a_folder_that_is_no_corpus_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let error = corpus::read(folder.path(), None).err().map(|error| format!("{error:#}")).unwrap();
    assert!(error.contains("gold"), "{error}");
}
