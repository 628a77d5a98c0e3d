//! The register by its commands: a road map and a register of projects go in, come out again, and add up.

use crate::{Desk, text};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

/// A road map of sixty rows, headed in Russian; every tenth is done, every seventh has no deadline.
fn road_map() -> String {
    let mut table =
        String::from("№,Мероприятие,Отрасль,Срок исполнения,Ответственные,Соисполнитель,Статус\n");
    for n in 1..=60 {
        let deadline =
            if n % 7 == 0 { String::new() } else { format!("{:02}.{:02}.2027", n % 28 + 1, n % 12 + 1) };
        let status = if n % 10 == 0 { "Исполнено" } else { "В работе" };
        let _ = writeln!(
            table,
            "{n},\"Мера {n}, согласованная сторонами\",транспорт,{deadline},Ведомство {n},Агентство {n},{status}"
        );
    }
    table
}

/// The stages of seventy projects, in turn.
const STAGES: [&str; 7] =
    ["announced", "agreed", "financed", "under_construction", "launched", "suspended", "cancelled"];

/// A register of seventy projects, ten of each stage; the nth costs n million and gives n jobs.
fn projects() -> String {
    let mut table = String::from(
        "Project,ISIC,Country,Region,City,Cost,Currency,Jobs,Partners,Stage,Stage date,Source\n",
    );
    for n in 1..=70 {
        let (country, section) = if n % 2 == 0 { ("Kazakhstan", "C") } else { ("UZB", "A") };
        let (stage, year) = (STAGES[n % 7], 2021 + n % 4);
        let _ = writeln!(
            table,
            "\"Plant no{n} & <partners{n}>\",{section},{country},Region {n},Town {n},\"{n},000,000\",USD,{n},Alpha {n}; Beta {n},\
            {stage},{year}-03-01,https://news.example/{n}"
        );
    }
    table
}

fn imported(desk: &Desk, what: &str, file: &str) -> String {
    desk.done(&["import", what, file, "--pair", "KAZ-UZB", "--by", "secretary", "--since", "2026-01-10"])
}

#[test]
fn a_road_map_goes_in_and_comes_out() {
    let desk = Desk::new();
    let file = desk.write("road map.csv", road_map());
    let told = desk.done(&["import", "items", &file, "--pair", "KAZ-UZB", "--dry-run"]);
    assert!(told.contains("60 rows can be imported") && !desk.path("r.db").exists(), "{told}");
    assert!(told.starts_with("columns are divided by a comma\n"), "{told}");
    let table = desk.write("items.csv", "Action;Due\nBuild a road, 12 km;2027-01-01\n");
    let told = desk.done(&["import", "items", &table, "--pair", "KAZ-UZB", "--dry-run"]);
    assert!(told.starts_with("columns are divided by a semicolon\n"), "{told}");
    assert!(told.contains("Build a road, 12 km; deadline=2027-01-01"), "{told}");
    assert!(imported(&desk, "items", &file).starts_with("60 new, 0 changed, 0 unchanged"));
    assert!(imported(&desk, "items", &file).starts_with("0 new, 0 changed, 60 unchanged"));
    let items = desk.json(&["items", "UZB", "KAZ", "--format", "json"]);
    assert_eq!(items["total"], 60);
    let first = &items["items"][0];
    assert_eq!((&first["pair"], &first["since"]), (&"KAZ-UZB".into(), &"2026-01-10".into()));
    assert_eq!(desk.json(&["items", "--state", "done", "--format", "json"])["total"], 6);
    let due = desk.json(&["items", "--due", "60d", "--format", "json"]);
    let due = due["items"].as_array().expect("a list");
    assert!(!due.is_empty() && due.iter().all(|item| item["deadline"].as_str() <= Some("2027-01-25")));
    let exported = desk.done(&["export", "csv", "items"]);
    let file = desk.write("again.csv", &exported);
    assert!(imported(&desk, "items", &file).starts_with("0 new, 0 changed, 60 unchanged"));
    let elsewhere = desk.command("other.db", &["import", "items", &file]).output().expect("the binary runs");
    assert_eq!(elsewhere.status.code(), Some(3), "an id that is not on file is told of");
}

#[test]
fn rows_that_cannot_be_read_are_told_by_their_number() {
    let desk = Desk::new();
    let table = "Action,Due,Status\nBuild a road,2027-01-01,open\nOpen a bank,soon,open\n,2027-01-01,open\nSign,,perhaps\n";
    let file = desk.write("t.csv", table);
    let output = desk.run(&["import", "items", &file, "--pair", "KAZ-UZB"]);
    assert_eq!(output.status.code(), Some(1));
    let (told, faults) = (text(&output.stdout), text(&output.stderr));
    for row in ["row 3: \"soon\"", "row 4: \"text\" must be given", "row 5: \"perhaps\""] {
        assert!(faults.contains(row), "{faults}");
    }
    assert!(told.is_empty() || told.contains("cannot be read"), "{told}");
    let file = desk.write("other.csv", "a,b\n1,2\n");
    let output = desk.run(&["import", "items", &file, "--pair", "KAZ-UZB"]);
    assert!(text(&output.stderr).contains("no row has the headings"), "{}", text(&output.stderr));
}

#[test]
fn a_register_of_projects_adds_up_and_round_trips() {
    let desk = Desk::new();
    let file = desk.write("projects.csv", projects());
    assert!(imported(&desk, "projects", &file).starts_with("70 new"));
    let told = desk.done(&["projects"]);
    // Of the stages in turn: announced 7, 14 .. 70; and so on.
    let sum = |rest: &[usize]| (1..=70).filter(|n| rest.contains(&(n % 7))).sum::<usize>();
    for (portion, rest, count) in [
        ("planned", &[0, 1][..], 20),
        ("ongoing", &[2, 3], 20),
        ("implemented", &[4], 10),
        ("total", &[0, 1, 2, 3, 4], 50),
    ] {
        let line = told.lines().find(|line| line.trim_start().starts_with(portion)).expect("a line");
        let (value, jobs) = (format!("{}000000 USD", sum(rest)), sum(rest).to_string());
        let cells: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(cells, [portion, &count.to_string(), value.trim_end_matches(" USD"), "USD", &jobs]);
    }
    let exported = desk.done(&["export", "csv", "projects"]);
    let file = desk.write("again.csv", &exported);
    assert!(imported(&desk, "projects", &file).starts_with("0 new, 0 changed, 70 unchanged"));
    let early = desk
        .command("r.db", &["projects", "--state", "launched", "--format", "json", "--as-of", "2020-01-01"]);
    assert_eq!({ early }.output().expect("the binary runs").status.code(), Some(3));
}

#[test]
fn projects_are_told_as_iati_and_read_again() {
    let desk = Desk::new();
    let file = desk.write("projects.csv", projects());
    imported(&desk, "projects", &file);
    let xml = desk.done(&[
        "export",
        "iati",
        "--reporter",
        "XM-EXAMPLE-1",
        "--reporter-name",
        "A think tank & friends",
    ]);
    assert_eq!(xml.matches("<iati-activity ").count(), 70);
    let path = desk.write("a.xml", &xml);
    let again = desk.command("again.db", &["import", "projects", &path]).output().expect("the binary runs");
    assert!(text(&again.stdout).starts_with("70 new"), "{}{}", text(&again.stdout), text(&again.stderr));
    let list = |name: &str| {
        let output = desk.command(name, &["projects", "--limit", "1000", "--format", "json"]).output();
        let list: serde_json::Value =
            serde_json::from_slice(&output.expect("the binary runs").stdout).expect("JSON");
        let keys = [
            "id", "pair", "name", "sector", "country", "region", "place", "value", "currency", "partners",
            "state", "since",
        ];
        let item = |item: &serde_json::Value| keys.map(|key| item[key].clone());
        list["items"].as_array().expect("a list").iter().map(item).collect::<Vec<_>>()
    };
    assert_eq!(list("r.db"), list("again.db"));
    let schema =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/iati/iati-activities-schema.xsd");
    match Command::new("xmllint").args(["--noout", "--schema"]).arg(&schema).arg(&path).output() {
        Ok(output) if schema.exists() => assert!(output.status.success(), "{}", text(&output.stderr)),
        _ => println!("skipped: xmllint or the schema of IATI is not here"),
    }
}

#[test]
fn the_calendar_is_read_by_another_program() {
    let desk = Desk::new();
    let file = desk.write("road map.csv", road_map());
    imported(&desk, "items", &file);
    let calendar = desk.done(&["export", "ics"]);
    assert!(calendar.lines().all(|line| line.len() <= 75) && calendar.contains("\r\n"), "lines are folded");
    let path = desk.write("c.ics", &calendar);
    let script = "import sys, icalendar\nc = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())\n\
        t = c.walk('VTODO')\nprint(len(t), sum(x['STATUS'] == 'COMPLETED' for x in t), t[0].decoded('DUE'), str(t[0]['SUMMARY']))";
    let has =
        Command::new("python3").args(["-c", "import icalendar"]).output().is_ok_and(|o| o.status.success());
    if !has {
        println!("skipped: Python's icalendar is not here");
        return;
    }
    let read = Command::new("python3").args(["-c", script, &path]).env("PYTHONIOENCODING", "utf-8").output();
    let read = text(&read.expect("Python runs").stdout);
    // Of sixty, eight have no deadline; one of these is done.
    assert!(read.starts_with("52 6 2027-"), "{read}");
    assert!(read.contains("Мера") && read.contains("согласованная сторонами"), "{read}");
}

#[test]
fn what_a_person_says_stays() {
    let desk = Desk::new();
    let sample = desk.write("sample.txt", crate::SAMPLE);
    let url = "https://outlet.example/one";
    desk.done(&["ingest", "--url", url, "--published", "2024-07-13", &sample]);
    let of = |desk: &Desk, kind: &str| desk.json(&["claims", "--kind", kind, "--format", "json"]);
    let share = of(&desk, "trade_share")["items"][0].clone();
    let id = share["id"].as_str().expect("an id").to_owned();
    desk.done(&["correct", &id, "value", "12", "--why", "misread", "--by", "ann"]);
    let late = desk.run(&["correct", &id, "value", "13", "--why", "misread", "--by", "bob", "--seen", "0"]);
    assert_eq!(late.status.code(), Some(1));
    assert!(text(&late.stderr).contains("its version is 1, not 0"), "{}", text(&late.stderr));
    let check = |desk: &Desk| {
        let claim = of(desk, "trade_share")["items"][0].clone();
        assert_eq!((&claim["id"], &claim["value"]), (&id.as_str().into(), &"12".into()));
        // No definition gives 12%, and the figures of the plain reading are not all there.
        assert_eq!(claim["verdict"]["outcome"], "no_data", "checked as corrected");
        assert!(desk.done(&["maintenance", "verify"]).contains("\n0 faults"));
    };
    check(&desk);
    // The page is changed elsewhere and read again.
    desk.write("sample.txt", crate::SAMPLE.replace("$10 billion", "$15 billion"));
    assert!(desk.done(&["ingest", "--url", url, "--published", "2024-07-13", &sample]).contains("changed"));
    check(&desk);
    desk.done(&["review", "reject", &id, "--by", "ann"]);
    assert_eq!(desk.run(&["claims", "--kind", "trade_share"]).status.code(), Some(3));
    desk.done(&["review", "accept", &id, "--by", "ann"]);
    check(&desk);
    for (field, value) in [("kind", "nonsense"), ("colour", "red"), ("value", "many")] {
        let output = desk.run(&["correct", &id, field, value, "--why", "x"]);
        assert_eq!(output.status.code(), Some(2), "{field}");
        assert!(text(&output.stderr).contains(value), "{field}");
    }
}

#[test]
fn killed_anywhere_no_accepted_correction_is_lost() {
    let desk = Desk::new();
    let sample = desk.write("sample.txt", crate::SAMPLE);
    desk.done(&["ingest", "--published", "2024-07-13", &sample]);
    let claims = desk.json(&["claims", "--kind", "trade_share", "--format", "json"]);
    let id = claims["items"][0]["id"].as_str().expect("an id").to_owned();
    let start = std::time::Instant::now();
    desk.done(&["correct", &id, "value", "1", "--why", "x", "--by", "ann"]);
    let whole = u64::try_from(start.elapsed().as_micros()).expect("short");
    let (mut draws, mut accepted) = (crate::killed::Draws(5), vec!["1".to_owned()]);
    for n in 2..22 {
        let value = n.to_string();
        let mut command =
            desk.command("r.db", &["correct", &id, "value", &value, "--why", "x", "--by", "ann"]);
        let mut child = command.stdout(std::process::Stdio::piped()).spawn().expect("the binary runs");
        std::thread::sleep(std::time::Duration::from_micros(draws.below(whole + whole / 2)));
        child.kill().expect("killed");
        let told = text(&child.wait_with_output().expect("ended").stdout);
        if told.contains("correction") {
            accepted.push(value);
        }
        // The newest on file is the last that was accepted, or one that was written and not told of.
        let on_file = desk.json(&["claims", "--kind", "trade_share", "--format", "json"]);
        let on_file =
            on_file["items"][0]["value"].as_str().expect("a value").parse::<u32>().expect("a number");
        let last = accepted.last().and_then(|value| value.parse::<u32>().ok()).expect("one");
        assert!(on_file >= last && on_file <= n, "{on_file} on file, {last} accepted");
    }
    assert!(desk.done(&["maintenance", "verify"]).contains("\n0 faults"));
}
