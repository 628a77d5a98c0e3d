//! What documents tell of sessions, people, targets and portfolios, by the commands that list it: of invented texts, and of
//! those of the world where they lie beside the project.

use crate::beside::{seed, texts_of};
use crate::{Desk, text};
use serde_json::Value;
use std::collections::BTreeSet;

/// Invented texts of one session, by three outlets; two of them are one voice.
const SESSION: [(&str, &str, &str); 4] = [
    (
        "a",
        "2021-03-04",
        "Peru and Chile Hold Talks\n\nOn March 4, the 5th meeting of the Peru-Chile Intergovernmental Commission on \
        Bilateral Cooperation was held in Lima, co-chaired by the Prime Ministers of Peru and Chile, Mario Quispe and \
        Pedro Salinas. The portfolio of Peru and Chile includes 40 joint projects worth $2.5 billion, which will create \
        more than 9,200 jobs. Of them 10 joint projects worth $200 million have been implemented and about 3,000 jobs \
        created. The two countries plan to bring trade turnover to $8 billion by 2030.",
    ),
    (
        "b",
        "2021-03-05",
        "Peru-Chile commission meets\n\nThe 5th session of the Intergovernmental Commission of Peru and Chile took place in \
        Lima. Mario Quispe, Prime Minister of Peru, said that trade turnover between Peru and Chile is to reach $8 billion \
        by 2030.",
    ),
    (
        "c",
        "2021-03-05",
        "Заседание комиссии\n\n4 марта в Лиме состоялось 5-е заседание межправительственной комиссии Перу и Чили. \
        Сопредседателем выступил премьер-министр Перу Марио Киспе.",
    ),
    (
        "d",
        "2021-03-06",
        "Projects of Peru and Chile\n\nThe portfolio of Peru and Chile includes 40 joint projects worth $2.5 billion, which \
        have created more than 9,000 jobs. Furthermore, ten joint projects worth $200 million have been successfully \
        implemented, creating another 3,000 jobs.",
    ),
];

/// Files texts, each with its address and the day from which it is known.
fn filed(texts: &[(&str, &str, &str)]) -> Desk {
    let desk = Desk::new();
    for (name, published, content) in texts {
        let path = desk.write(&format!("{name}.txt"), content);
        let url = format!("https://outlet.example/{name}");
        desk.done(&["ingest", "--url", &url, "--published", published, &path]);
    }
    desk
}

fn items(value: &Value) -> &[Value] {
    value["items"].as_array().expect("a list")
}

fn list(desk: &Desk, arguments: &[&str]) -> Value {
    desk.json(&[arguments, &["--format", "json"]].concat())
}

fn words<'a>(values: impl IntoIterator<Item = &'a Value>) -> Vec<&'a str> {
    values.into_iter().map(|value| value.as_str().expect("words")).collect()
}

#[test]
fn one_session_has_every_source_of_invented_texts() {
    let desk = filed(&SESSION);
    let sessions = list(&desk, &["sessions", "CHL-PER"]);
    let [session] = items(&sessions) else { panic!("{sessions:#}") };
    assert_eq!(session["id"], "CHL-PER-intergovernmental-5");
    assert_eq!((&session["date"], &session["status"]), (&"2021-03-04".into(), &"held".into()));
    let known = session["sources"].as_array().expect("sources").iter().map(|source| &source["known"]);
    assert_eq!(words(known), ["2021-03-04", "2021-03-05", "2021-03-05"], "{session:#}");
    let before = desk.run(&["sessions", "PER", "CHL", "--as-of", "2021-03-03"]);
    assert_eq!(before.status.code(), Some(3), "no text was known by then");
    let table = desk.done(&["sessions", "CHL-PER-intergovernmental-5"]);
    assert!(table.contains("Mario Quispe") && table.contains("Led by"), "{table}");
    let commissions = list(&desk, &["commissions"]);
    let [commission] = items(&commissions) else { panic!("{commissions:#}") };
    assert_eq!((&commission["last"], &commission["sessions"]), (&session["id"], &1.into()));
    let calendar = desk.done(&["export", "ics"]);
    assert!(calendar.contains("UID:session-CHL-PER-intergovernmental-5@entente"), "{calendar}");
    let none = desk.run(&["sessions", "KAZ-UZB"]);
    assert_eq!(none.status.code(), Some(3));
    for wrong in [&["sessions", "CHL-CHL"][..], &["sessions", "QQQ", "PER"], &["sessions", "--since-last"]] {
        assert_eq!(desk.run(wrong).status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn since_the_last_session_only_what_is_new_is_listed() {
    let mut texts = SESSION.to_vec();
    texts.push((
        "e",
        "2021-09-01",
        "Trade\n\nPeru and Chile plan to bring trade turnover to $12 billion by 2030, the ministry said.",
    ));
    let desk = filed(&texts);
    let project = desk.write(
        "p.csv",
        "name,state,status date,evidence\nA port,agreed,2021-08-01,protocol\nA road,agreed,2021-01-01,protocol\n",
    );
    let done = desk.run(&["import", "projects", "--pair", "CHL-PER", &project]);
    assert!(done.status.success(), "{}", text(&done.stderr));
    let since = list(&desk, &["sessions", "PER-CHL", "--since-last"]);
    assert_eq!(since["session"]["id"], "CHL-PER-intergovernmental-5", "{since:#}");
    let moved = since["moved"].as_array().expect("a list");
    assert_eq!(words(moved.iter().map(|step| &step["value"])), ["12000000000"], "{since:#}");
    assert_eq!(moved[0]["change"], "raised");
    assert_eq!(words(since["projects"].as_array().expect("a list").iter().map(|p| &p["name"])), ["A port"]);
    assert!(
        since["claims"]
            .as_array()
            .expect("a list")
            .iter()
            .all(|claim| claim["known"].as_str() > Some("2021-03-04"))
    );
}

#[test]
fn a_target_has_its_history_in_invented_texts() {
    let desk = filed(&[
        ("a", "2015-03-01", "Trade turnover between Peru and Chile is to be raised to $4 billion by 2018."),
        ("b", "2023-05-01", "Peru and Chile plan to bring bilateral trade turnover to $9 billion."),
        (
            "c",
            "2024-05-01",
            "The task is to increase trade turnover between Chile and Peru to $9 billion by 2030.",
        ),
    ]);
    let targets = list(&desk, &["targets", "CHL-PER"]);
    let [target] = items(&targets) else { panic!("{targets:#}") };
    let steps = target["history"].as_array().expect("steps");
    assert_eq!(words(steps.iter().map(|step| &step["change"])), ["set", "raised", "dated"], "{target:#}");
    assert_eq!(target["milestones"][0]["status"], "no_data", "no figures of Peru and Chile are bundled");
    assert_eq!((&target["standing"], &target["milestones"][1]["deadline"]), (&"open".into(), &"2030".into()));
    assert_eq!(targets["back_test"]["n"], 0);
    let csv = desk.done(&["targets", "PER", "CHL", "--format", "csv"]);
    assert_eq!(csv.lines().count(), 4, "{csv}");
}

#[test]
fn a_part_that_is_told_on_top_and_planned_jobs_are_flagged_in_invented_texts() {
    let before = filed(&SESSION[..3]);
    let causes = |desk: &Desk| -> BTreeSet<String> {
        let portfolio = list(desk, &["portfolio", "CHL-PER"]);
        let conflicts = portfolio["conflicts"].as_array().expect("a list").iter();
        conflicts
            .filter_map(|item| Some(format!("{} {}", item["cause"].as_str()?, item["kind"].as_str()?)))
            .collect()
    };
    assert_eq!(causes(&before), BTreeSet::new(), "texts that agree");
    let after = filed(&SESSION);
    let found = causes(&after);
    assert!(found.contains("addition project_jobs") && found.contains("stage project_jobs"), "{found:?}");
    // A text that is checked is told the same before it is filed.
    let path = before.write("d.txt", SESSION[3].2);
    let checked = before.json(&["check", "--published", "2021-03-06", "--format", "json", &path]);
    let beside = |kind: &str, value: &str| {
        let results = checked["results"].as_array().expect("a list").iter();
        let mut own = results.filter(|r| r["claim"]["kind"] == kind && r["claim"]["value"] == value);
        own.next().unwrap_or_else(|| panic!("{kind} {value}: {checked:#}"))["on_file"].clone()
    };
    assert_eq!(beside("project_jobs", "3000")["cause"], "addition");
    assert_eq!(beside("project_jobs", "9000")["cause"], "stage");
    let value = beside("project_value", "2500000000");
    assert_eq!((&value["standing"], &value["first"]["known"]), (&"agreement".into(), &"2021-03-04".into()));
    let table = before.done(&["check", "--published", "2021-03-06", &path]);
    assert!(table.contains("On file since 4 March 2021"), "{table}");
}

#[test]
fn people_are_one_in_every_alphabet_of_invented_texts() {
    let desk = filed(&SESSION);
    let found = list(&desk, &["officials", "Марио", "Киспе"]);
    let [person] = items(&found) else { panic!("{found:#}") };
    assert_eq!((&person["name"], &person["country"]), (&"Mario Quispe".into(), &"PER".into()));
    assert_eq!(
        words(person["led"].as_array().expect("sessions").iter().map(|led| &led["session"])),
        ["CHL-PER-intergovernmental-5"]
    );
    let office = &person["offices"][0];
    assert_eq!((&office["from"], &office["to"]), (&"2021-03-04".into(), &"2021-03-05".into()), "{person:#}");
    assert_eq!(desk.run(&["officials", "nobody"]).status.code(), Some(3));
    assert_eq!(desk.run(&["officials", "--cursor", "x"]).status.code(), Some(2));
}

#[test]
fn what_was_edited_is_told_with_both_wordings() {
    let one = "Trade\n\nTrade turnover between Peru and Chile reached $3.72 billion in 2020, the ministry said. Exports from \
        Peru to Chile amounted to $1.4 billion in 2020. The two countries plan 40 joint projects worth $2.5 billion.";
    let two = one
        .replace("$3.72 billion", "$3.9 billion")
        .replace(" Exports from Peru to Chile amounted to $1.4 billion in 2020.", "");
    let desk = filed(&[("a", "2021-03-04", one), ("a", "2021-03-04", &two)]);
    let documents = list(&desk, &["documents"]);
    let id = items(&documents)[0]["id"].as_str().expect("an id").to_owned();
    let edits = desk.json(&["document", &id, "--edits", "--format", "json"]);
    let [edit] = edits["edits"].as_array().expect("a list").as_slice() else { panic!("{edits:#}") };
    assert_eq!(
        words(edit["changed"].as_array().expect("a list").iter().map(|c| &c["before"]["value"])),
        ["3720000000"]
    );
    assert_eq!(edit["changed"][0]["after"]["value"], "3900000000");
    assert_eq!(edit["changed"][0]["anchor"]["method"], "context");
    assert_eq!(
        words(edit["vanished"].as_array().expect("a list").iter().map(|c| &c["before"]["value"])),
        ["1400000000"]
    );
    assert!(
        edit["kept"].as_u64() >= Some(1) && edit["added"].as_array().is_some_and(Vec::is_empty),
        "{edit:#}"
    );
    let table = desk.done(&["document", &id, "--edits"]);
    assert!(table.contains("$3.72 billion") && table.contains("$3.9 billion"), "{table}");
}

/// What the texts of the world about Kazakhstan and Uzbekistan tell, as facts.
#[test]
fn texts_of_the_world_are_put_together() {
    let Some(desk) = texts_of("kz-uz") else { return };
    // One 21st session with all its sources.
    let sessions = list(&desk, &["sessions", "KAZ-UZB"]);
    let of_21: Vec<&Value> = items(&sessions).iter().filter(|session| session["ordinal"] == 21).collect();
    let [session] = of_21.as_slice() else { panic!("{sessions:#}") };
    assert_eq!((&session["date"], &session["status"]), (&"2024-07-12".into(), &"held".into()));
    let sources = session["sources"].as_array().expect("sources");
    assert_eq!(sources.len(), 5, "{session:#}");
    let langs: BTreeSet<&str> = sources.iter().filter_map(|source| source["lang"].as_str()).collect();
    assert_eq!(langs, ["en", "kk", "ru"].into());
    let chairs: BTreeSet<&str> = session["people"]
        .as_array()
        .expect("people")
        .iter()
        .filter(|person| person["is_co_chair"] == true)
        .filter_map(|person| person["country"].as_str())
        .collect();
    assert_eq!(chairs, ["KAZ", "UZB"].into(), "{session:#}");
    assert!(
        items(&sessions).iter().any(|session| session["ordinal"] == 20 && session["date"] == "2023-05-05"),
        "{sessions:#}"
    );

    // The target history as far as these texts tell it.
    let targets = list(&desk, &["targets", "KAZ-UZB"]);
    let turnover: Vec<&Value> =
        items(&targets).iter().filter(|target| target["kind"] == "trade_turnover").collect();
    let [target] = turnover.as_slice() else { panic!("{targets:#}") };
    let milestones = target["milestones"].as_array().expect("milestones");
    let goals: Vec<_> = milestones
        .iter()
        .map(|m| {
            (
                m["value"].as_str().expect("a value"),
                m["deadline"].as_str(),
                m["status"].as_str().expect("a status"),
            )
        })
        .collect();
    assert_eq!(goals, [("5000000000", Some("2020"), "missed"), ("10000000000", None, "open")], "{target:#}");
    assert_eq!(
        (&milestones[0]["first_said"], &milestones[1]["first_said"]),
        (&"2017-11-25".into(), &"2020-11-24".into())
    );
    let paces = milestones[1]["verdict"]["outlook"]["paces"].as_array().expect("paces");
    assert_eq!(paces.len(), 2, "{target:#}");
    assert!(targets["back_test"]["n"].as_u64() >= Some(1), "{:#}", targets["back_test"]);

    // The portfolio's arithmetic.
    let portfolio = list(&desk, &["portfolio", "KAZ-UZB"]);
    let course = portfolio["course"].as_array().expect("a course");
    let ladders = course.iter().flat_map(|item| {
        let known = item["known"].as_str().expect("a day");
        item["ladders"].as_array().expect("ladders").iter().map(move |ladder| (known, ladder))
    });
    let may: Vec<_> = ladders
        .filter(|(known, ladder)| known.starts_with("2024-05") && ladder["kind"] == "project_count")
        .map(|(_, ladder)| {
            (ladder["stated"].clone(), ladder["stated_parts"].clone(), ladder["holds"].clone())
        })
        .collect();
    assert!(
        !may.is_empty()
            && may.iter().all(|l| *l == ("60".into(), serde_json::json!(["11", "3", "46"]), true.into())),
        "{may:?}"
    );

    // The seed beside the other outlets of that day.
    let Some(path) = seed(&desk) else { return };
    let causes = || -> BTreeSet<String> {
        let portfolio = list(&desk, &["portfolio", "UZB-KAZ"]);
        let conflicts = portfolio["conflicts"].as_array().expect("a list").iter();
        conflicts
            .filter_map(|item| Some(format!("{} {}", item["cause"].as_str()?, item["kind"].as_str()?)))
            .collect()
    };
    assert!(!causes().contains("addition project_jobs"), "{:?}", causes());
    desk.done(&["ingest", "--published", "2024-07-13", "--url", "https://outlet.example/seed", &path]);
    let found = causes();
    assert!(found.contains("addition project_jobs") && found.contains("stage project_jobs"), "{found:?}");
}
