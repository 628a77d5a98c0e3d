//! Two clocks: a later release re-opens the verdicts that rest on what it changes, and what moved is listed.

use crate::{Desk, text};

const TEXT: &str = "In 2024, trade turnover between Kazakhstan and Uzbekistan reached $4.3 billion, the ministry said. \
    Trade turnover between Kazakhstan and Kyrgyzstan reached $1.5 billion in 2022.";

fn release(desk: &Desk, name: &str, published: &str, exports: &str) -> String {
    let head = "dataset = \"notes\"\ntitle = \"Notes\"\noffice = \"Bureau\"\nlicence = \"open\"\nbasis = \"goods\"\n";
    desk.write(
        &format!("{name}.toml"),
        format!("publisher = \"stat.gov.kz\"\npublished = \"{published}\"\n{head}"),
    );
    let rows =
        format!("reporter,partner,flow,period,value\nKAZ,UZB,X,2024,{exports}\nKAZ,UZB,M,2024,1300000000\n");
    desk.write(&format!("{name}.csv"), rows)
}

#[test]
fn a_revision_re_opens_what_rests_on_it_and_is_listed() {
    let desk = Desk::new();
    let (first, second) = (
        release(&desk, "first", "2025-03-01", "3000000000"),
        release(&desk, "second", "2025-08-01", "2500000000"),
    );
    desk.done(&["load", "csv", &first]);
    let document = desk.write("a.txt", TEXT);
    desk.done(&["ingest", "--published", "2025-05-01", &document]);
    let claim = &desk.json(&["claims", "KAZ", "UZB", "--format", "json"])["items"][0];
    assert_eq!(claim["verdict"]["outcome"], "supported");
    let other = desk.json(&["claims", "KAZ", "KGZ", "--format", "json"])["items"][0]["verdict"]["id"].clone();

    let output = desk.run(&["load", "csv", &second]);
    let said = text(&output.stderr);
    assert!(said.contains("1 claims rest on this and were checked again; 1 verdicts changed"), "{said}");
    let id = claim["id"].as_str().expect("an id");
    let explained = desk.json(&["explain", id, "--format", "json"]);
    assert_eq!(explained["verdicts"].as_array().map(Vec::len), Some(2), "the old verdict is kept");
    assert_ne!(explained["verdict"]["outcome"], "supported");
    assert_eq!(desk.json(&["claims", "KAZ", "KGZ", "--format", "json"])["items"][0]["verdict"]["id"], other);

    let changes = desk.json(&["changes", "KAZ", "UZB", "--since", "2025-07-01", "--format", "json"]);
    let items = changes["items"].as_array().expect("a list");
    let of_bureau: Vec<_> = items.iter().filter(|item| item["reporter"] == "KAZ").collect();
    let [moved] = of_bureau.as_slice() else { panic!("imports did not move: {changes}") };
    assert_eq!((&moved["before"], &moved["value"]), (&"3000000000".into(), &"2500000000".into()));
    assert_eq!((&moved["percent"], &moved["flow"]), (&"-16.67".into(), &"X".into()));
    assert_eq!(changes["verdicts"][0]["before"], "supported");
    assert_eq!(changes["verdicts"][0]["claim"], id);
    let table = desk.done(&["changes", "UZB", "KAZ", "--since", "2025-07-01"]);
    assert!(table.contains("KAZ X UZB") && table.contains("-16.67%"), "{table}");
    // Known after the day that is asked for.
    let later = desk.json(&["changes", "--since", "2025-08-02", "--format", "json"]);
    assert!(
        later["items"].as_array().expect("a list").iter().all(|item| item["reporter"] != "KAZ"),
        "{later}"
    );
    assert_eq!(desk.done(&["load", "csv", &second]).trim_start().split(' ').next(), Some("there"));
}

#[test]
fn a_rate_of_exchange_re_opens_the_claims_in_that_money() {
    let desk = Desk::new();
    desk.done(&["load", "csv", &release(&desk, "first", "2025-03-01", "3000000000")]);
    let tenge = TEXT.replace("$4.3 billion", "2.02 trillion tenge");
    let document = desk.write("a.txt", tenge);
    desk.done(&["ingest", "--published", "2025-05-01", &document]);
    let claim = &desk.json(&["claims", "KAZ", "UZB", "--format", "json"])["items"][0];
    assert_eq!(claim["unit"], "KZT");
    assert_eq!(claim["verdict"]["outcome"], "not_comparable");

    // 4.3 bn dollars at 469.44.
    let rate = r#"[{"page":1,"pages":1,"per_page":1000,"total":1,"lastupdated":"2025-07-01"},[{"indicator":
        {"id":"PA.NUS.FCRF","value":"x"},"country":{"id":"KZ","value":"x"},"countryiso3code":"KAZ","date":"2024",
        "value":469.44,"unit":"","obs_status":"","decimal":1}]]"#;
    let rates = desk.write("rates.json", rate);
    let output = desk.run(&["load", "worldbank", &rates]);
    let said = text(&output.stderr);
    assert!(said.contains("1 claims rest on this and were checked again; 1 verdicts changed"), "{said}");
    let id = claim["id"].as_str().expect("an id");
    let explained = desk.json(&["explain", id, "--format", "json"]);
    let verdict = &explained["verdict"];
    assert_eq!(verdict["outcome"], "supported", "{verdict}");
    let used = verdict["tried"].as_array().expect("a list").iter().find(|tried| tried["matches"] == true);
    let used = used.expect("one agrees");
    assert_eq!(used["computed"], "2018592000000");
    assert_eq!(used["rates"][0]["value"], "469.44");
    assert_eq!(used["rates"][0]["dataset"], "worldbank.org/wdi");
    let told = desk.done(&["explain", id]);
    assert!(told.contains("469.44 KZT"), "{told}");
}

#[test]
fn the_tables_that_come_along_were_revised() {
    let desk = Desk::new();
    desk.done(&["load", "bundled"]);
    let changes = desk.json(&["changes", "--since", "2019-01-01", "--limit", "2", "--format", "json"]);
    assert!(changes["total"].as_u64() > Some(30), "{}", changes["total"]);
    let next = changes["next"].as_str().expect("more");
    let rest = ["changes", "--since", "2019-01-01", "--limit", "1", "--cursor", next, "--format", "json"];
    assert_ne!(desk.json(&rest)["items"][0]["id"], changes["items"][1]["id"]);
}

#[test]
fn statistics_that_are_overdue_say_so() {
    let desk = Desk::new();
    desk.done(&["load", "bundled"]);
    let sources = desk.done(&["sources"]);
    assert!(sources.contains("2025-08-25  stale"), "{sources}");
    assert!(desk.done(&["datasets"]).contains("stale: the next release was due on 2025-08-25"));
    let listed = desk.json(&["datasets", "--format", "json"]);
    assert!(
        listed["items"].as_array().expect("a list").iter().any(|item| item["freshness"]["state"] == "stale")
    );
}
