//! The brief: every sentence rests on a note, and every note leads to its evidence.

use crate::beside::texts_of;
use crate::{Desk, text};
use serde_json::Value;

const NEWS: &str = "Peru-Chile commission\n\nOn March 4, the 5th meeting of the Peru-Chile Intergovernmental Commission on \
    Bilateral Cooperation was held in Lima, co-chaired by the Prime Ministers of Peru and Chile, Mario Quispe and Pedro \
    Salinas. Trade turnover between Peru and Chile reached $3.72 billion in 2020. The two countries plan to bring trade \
    turnover to $8 billion by 2030. The portfolio includes 40 joint projects worth $2.5 billion.";

/// Follows each note of a brief to its evidence.
fn follow(desk: &Desk, brief: &Value) {
    let notes = brief["notes"].as_array().expect("notes");
    for (at, note) in notes.iter().enumerate() {
        assert_eq!(note["number"], at + 1);
        match note["kind"].as_str().expect("a kind") {
            "quote" => {
                let quote = &note["quote"];
                let document = note["document"].as_str().expect("a document");
                let text = whole_text(desk, document);
                let (start, end) = (offset(&quote["start"]), offset(&quote["end"]));
                let there: String = text.chars().skip(start).take(end - start).collect();
                assert_eq!(there, quote["exact"].as_str().expect("words"), "{note:#}");
                if let Some(claim) = note["claim"].as_str() {
                    let explained = desk.json(&["explain", claim, "--format", "json"]);
                    assert_eq!(explained["claim"]["quote"]["exact"], quote["exact"], "{note:#}");
                    assert_eq!(explained["document"]["id"], document);
                }
            }
            "observation" => {
                let id = note["observation"].as_str().expect("an id");
                let release = note["release"].as_str().expect("a release");
                assert!(id.starts_with(release), "{note:#}");
                let mirrored =
                    desk.done(&["mirror", &pair(brief)[..3], &pair(brief)[4..], "--format", "json"]);
                assert!(mirrored.contains(&format!("\"{id}\"")), "{note:#}");
            }
            "entry" => {
                let id = note["entry"].as_str().expect("an id");
                let lists = ["items", "projects"].map(|list| {
                    let output = desk.run(&[list, "--format", "json"]);
                    text(&output.stdout)
                });
                assert!(lists.iter().any(|list| list.contains(id)), "{note:#}");
            }
            other => panic!("{other}"),
        }
    }
    let sections = brief["sections"].as_array().expect("sections");
    let mut used = std::collections::BTreeSet::new();
    for line in sections.iter().flat_map(|section| section["lines"].as_array().expect("lines")) {
        let numbers = line["notes"].as_array().expect("notes");
        assert!(!numbers.is_empty(), "a sentence without evidence: {line:#}");
        used.extend(numbers.iter().filter_map(Value::as_u64));
    }
    assert!(used.iter().all(|number| (1..=notes.len() as u64).contains(number)), "{used:?}");
}

fn offset(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("an offset")).expect("small")
}

fn pair(brief: &Value) -> &str {
    brief["pair"].as_str().expect("a pair")
}

/// The normalised text of a document, read out of the blobs by its hash.
fn whole_text(desk: &Desk, document: &str) -> String {
    let shown = desk.json(&["document", document, "--format", "json"]);
    let hash = shown["document"]["text_sha"].as_str().expect("a hash").to_owned();
    let store = tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let url = desk.url("r.db").parse().expect("an address");
        entente_observatory::Registry::open(&url, entente_observatory::Mode::Read).await.expect("open")
    });
    let bytes = tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        store.store().blobs().read(&hash.parse().expect("a hash")).await.expect("read").expect("there")
    });
    String::from_utf8(bytes).expect("UTF-8")
}

fn made(desk: &Desk, countries: [&str; 2], lang: &str) -> Value {
    let [a, b] = countries;
    desk.json(&["brief", a, b, "--lang", lang, "--format", "json"])
}

#[test]
fn each_sentence_of_a_brief_on_invented_texts_rests_on_evidence() {
    let desk = Desk::new();
    let path = desk.write("a.txt", NEWS);
    desk.done(&["ingest", "--url", "https://outlet.example/a", "--published", "2021-03-04", &path]);
    let items = desk.write(
        "i.csv",
        "text,state,status date,evidence,deadline\nOpen a road,open,2021-03-04,protocol of 4 March 2021,2021-06-01\n",
    );
    let done = desk.run(&["import", "items", "--pair", "CHL-PER", &items]);
    assert!(done.status.success(), "{}", text(&done.stderr));
    for lang in ["en", "ru", "kk", "uz"] {
        let brief = made(&desk, ["PER", "CHL"], lang);
        assert_eq!(brief["lang"], lang);
        follow(&desk, &brief);
        let sections = brief["sections"].as_array().expect("sections");
        assert!(sections.len() >= 4, "{brief:#}");
    }
    let markdown = desk.done(&["brief", "CHL-PER"]);
    assert!(markdown.contains("Open a road: open, due 1 June 2021, overdue.[^"), "{markdown}");
    assert!(markdown.contains("protocol of 4 March 2021"), "{markdown}");
    assert_eq!(markdown, desk.done(&["brief", "PER", "CHL"]), "the same bytes");
    assert_eq!(desk.run(&["brief", "KAZ", "KGZ", "--as-of", "1990-01-01"]).status.code(), Some(3));
    assert_eq!(desk.run(&["brief", "KAZ"]).status.code(), Some(2));
}

#[test]
fn a_brief_is_a_page_and_a_word_document_too() {
    let desk = Desk::new();
    let path = desk.write("a.txt", NEWS.replace("the ministry", "<b>the ministry</b>"));
    desk.done(&["ingest", "--published", "2021-03-04", &path]);
    let html = desk.done(&["brief", "KAZ", "UZB", "--format", "html"]);
    assert!(html.contains("<svg") && html.contains("id=\"note-1\"") && !html.contains("<script"), "{html}");
    let file = desk.path("brief.docx");
    desk.done(&["brief", "CHL", "PER", "--format", "docx", "-o", file.to_str().expect("a path")]);
    let again = desk.path("again.docx");
    desk.done(&["brief", "CHL", "PER", "--format", "docx", "-o", again.to_str().expect("a path")]);
    let bytes = std::fs::read(&file).expect("written");
    assert_eq!(bytes, std::fs::read(&again).expect("written"), "the same bytes");
    // What reads documents reads it.
    let read = desk.done(&["extract", "--text", file.to_str().expect("a path")]);
    assert!(read.contains("Chile and Peru: economic cooperation"), "{read}");
}

/// The brief on texts of the world, where they lie beside the project.
#[test]
fn each_sentence_of_a_brief_on_texts_of_the_world_rests_on_evidence() {
    let Some(desk) = texts_of("kz-uz") else { return };
    for lang in ["en", "ru"] {
        let brief = made(&desk, ["KAZ", "UZB"], lang);
        follow(&desk, &brief);
        let sections = brief["sections"].as_array().expect("sections");
        assert_eq!(sections.len(), 6, "trade, session, portfolio, targets, claims, conflicts: {brief:#}");
        assert_eq!(sections[0]["chart"]["series"].as_array().map(Vec::len), Some(2));
    }
}
