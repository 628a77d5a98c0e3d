//! The brief on paper: LibreOffice, where it is installed, makes a PDF of the Word document, and the PDF is read again.

use crate::{Desk, text};
use std::fmt::Write as _;
use std::process::Command;

const LANGUAGES: [&str; 4] = ["en", "ru", "kk", "uz"];

/// Returns the program; none where it is not installed, which is printed.
fn soffice() -> Option<&'static str> {
    let is_there =
        |name: &&str| Command::new(name).arg("--version").output().is_ok_and(|o| o.status.success());
    let found = ["soffice", "libreoffice"].into_iter().find(is_there);
    if found.is_none() {
        println!("skipped: LibreOffice (soffice) is not installed");
    }
    found
}

/// A news item on a session with a portfolio, a target, and as many numbers as a long one gives.
fn news(day: u8) -> String {
    let mut text = format!(
        "Peru-Chile commission\n\nOn March {day}, the {day}th meeting of the Peru-Chile Intergovernmental Commission on \
         Bilateral Cooperation was held in Lima, co-chaired by the Prime Ministers of Peru and Chile, Mario Quispe and \
         Pedro Salinas. The two countries plan to bring trade turnover to $8 billion by 2030. The portfolio includes \
         4{day} joint projects worth $2.{day} billion.\n\n"
    );
    for year in 2011..2021 {
        // Writing to a string does not fail.
        let _ = write!(text, "Trade turnover between Peru and Chile reached $3.{day} billion in {year}. ");
    }
    text
}

#[test]
fn a_brief_is_two_pages_of_a4_in_every_language() {
    let Some(soffice) = soffice() else { return };
    let desk = Desk::new();
    for day in 4..9 {
        let path = desk.write(&format!("{day}.txt"), news(day));
        let url = format!("https://outlet.example/{day}");
        desk.done(&["ingest", "--url", &url, "--published", &format!("2021-03-0{day}"), &path]);
    }
    let mut items = "text,state,status date,evidence,deadline\n".to_owned();
    for n in 1..20 {
        let _ = writeln!(
            items,
            "Open border crossing no. {n},open,2021-03-04,protocol of 4 March 2021,2021-06-01"
        );
    }
    let items = desk.write("i.csv", items);
    let done = desk.run(&["import", "items", "--pair", "CHL-PER", &items]);
    assert!(done.status.success(), "{}", text(&done.stderr));
    let files = LANGUAGES.map(|lang| {
        let file = desk.path(&format!("brief-{lang}.docx")).to_str().expect("a path").to_owned();
        desk.done(&["brief", "CHL", "PER", "--lang", lang, "--format", "docx", "-o", &file]);
        file
    });
    let mut command = Command::new(soffice);
    // A profile of its own: nothing of this user's is looked at, and another one that runs is not in the way.
    command.arg(format!("-env:UserInstallation=file://{}", desk.path("office").display()));
    command.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(desk.path("pdf")).args(&files);
    let output = command.output().expect("LibreOffice runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    for lang in LANGUAGES {
        let pdf = desk.path(&format!("pdf/brief-{lang}.pdf"));
        let bytes = std::fs::read(&pdf).expect("a PDF");
        let raw = String::from_utf8_lossy(&bytes);
        let pages = raw.matches("/Type/Page/").count() + raw.matches("/Type/Page\n").count();
        assert!((1..=2).contains(&pages), "{lang}: {pages} pages");
        // 210 by 297 millimetres, in points.
        assert!(raw.contains("/MediaBox[0 0 595.3"), "{lang}: not A4");
        let read = desk.done(&["extract", "--text", pdf.to_str().expect("a path")]);
        let read: serde_json::Value =
            read.lines().next().and_then(|line| serde_json::from_str(line).ok()).expect("JSON");
        let read = read["text"].as_str().expect("a text");
        let brief = desk.json(&["brief", "CHL", "PER", "--lang", lang, "--format", "json"]);
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let read = flat(read);
        let sections = brief["sections"].as_array().expect("sections");
        assert!(sections.len() >= 5, "{brief:#}");
        for heading in sections.iter().map(|section| &section["title"]).chain([&brief["title"]]) {
            let heading = heading.as_str().expect("words");
            assert!(read.contains(heading), "{lang}: no \"{heading}\" in {read}");
        }
        for note in brief["notes"].as_array().expect("notes") {
            let number = format!("{}.", note["number"]);
            let words: String = note["text"].as_str().expect("words").chars().take(12).collect();
            let has = |words: &str| read.contains(words);
            assert!(has(&number) && has(&flat(&words)), "{lang}: no note {number} {words} in {read}");
        }
    }
}
