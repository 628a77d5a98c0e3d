//! Loading files: what is good is filed once, what is bad is told in one message and changes nothing.

use crate::{Desk, bytes_of, text};

const DESCRIPTION: &str = "publisher = \"stat.gov.kz\"\ndataset = \"notes\"\ntitle = \"Notes\"\n\
    office = \"Bureau\"\nlicence = \"open\"\npublished = \"2024-03-01\"\nbasis = \"goods\"\n";
const OWN: &str = "period,reporter,partner,flow,value,unit\n2023,KAZ,UZB,X,3129992906.57,USD\n2023,KAZ,UZB,M,1288000000,USD\n";
/// A table as Uzbekistan's statistics publish it.
const TABLE: &str = "\u{feff}Code,Klassifikator,Klassifikator_ru,Klassifikator_en,2022,2023\n\
    398,Qozog'iston,Казахстан,Kazakhstan,10.5,20.0\n0,Boshqa,Другие страны,Other countries,1.0,2.25\n";
const ANNOUNCED: &str = "reporter,partner,flow,period,value_usd,stated_as,basis,status,published,publisher,url,note\n\
    UZB,KAZ,X,2019,1390000000,1.39 bn,unknown,unknown,,Outlet,https://example.org/a,\n";

/// Loads a file that must be refused, and returns what was said; the registry must be what it was.
#[track_caller]
fn refused(source: &str, name: &str, content: &[u8]) -> String {
    let desk = Desk::new();
    desk.done(&["load", "bundled"]);
    let before = bytes_of(&desk, "r.db");
    desk.write("own.toml", DESCRIPTION);
    let file = desk.write(name, content);
    let output = desk.run(&["load", source, &file]);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(output.stdout.is_empty(), "{}", text(&output.stdout));
    assert!(said.starts_with("entente: ") && said.lines().count() == 1, "one message: {said}");
    assert!(said.contains(name), "{said}");
    std::fs::remove_file(desk.path("r.db.copy")).expect("removed");
    assert!(before == bytes_of(&desk, "r.db"), "the registry was changed");
    said
}

#[track_caller]
fn own_refused(from: &str, to: &str, says: &str) {
    assert!(OWN.contains(from));
    let said = refused("csv", "own.csv", OWN.replacen(from, to, 1).as_bytes());
    assert!(said.contains(says), "{said}");
}

#[test]
fn a_file_that_is_cut_off() {
    own_refused(",1288000000,USD\n", ",12", "is the file cut off?");
    let table = refused("national", "sdmx_data_1105.csv", &TABLE.as_bytes()[..TABLE.len() - 8]);
    assert!(table.contains("is it cut off?"), "{table}");
    let answer = refused("comtrade", "a.json", br#"{"count":1,"data":[{"period":"#);
    assert!(answer.contains("is the file cut off?"), "{answer}");
}

#[test]
fn columns_that_are_others() {
    own_refused("value", "worth", "it has a column \"worth\"");
    let said = refused("national", "sdmx_data_1105.csv", TABLE.replace("Code,", "Kod,").as_bytes());
    assert!(said.contains("A1: expected \"Code\", found \"Kod\""), "{said}");
}

#[test]
fn units_that_are_mixed() {
    own_refused("1288000000,USD", "1288000000,KZT", "line 3: the unit is KZT, in the lines before it USD");
}

#[test]
fn rows_that_are_not_passed_on_are_exported_when_that_is_asked() {
    let desk = Desk::new();
    for (name, terms) in [("kept", "internal"), ("free", "open")] {
        let whose =
            format!("{DESCRIPTION}terms = \"{terms}\"\n").replace("\"notes\"", &format!("\"{name}\""));
        desk.write(&format!("{name}.toml"), &whose);
        desk.done(&["load", "csv", &desk.write(&format!("{name}.csv"), OWN)]);
    }
    let export = |more: &[&str]| {
        let all = [&["export", "observations", "--reporter", "KAZ", "--partner", "UZB", "--flow", "M"], more]
            .concat();
        let output = desk.run(&all);
        assert!(output.status.success(), "{}", text(&output.stderr));
        let rows = text(&output.stdout);
        let of =
            |name: &str| rows.lines().filter(|line| line.contains(&format!(",stat.gov.kz/{name},"))).count();
        (of("free"), of("kept"), text(&output.stderr))
    };
    let (free, kept, said) = export(&[]);
    assert_eq!((free, kept), (1, 0));
    assert!(said.contains("1 figures are left out") && said.contains("--with-internal"), "{said}");
    let (free, kept, said) = export(&["--with-internal"]);
    assert_eq!((free, kept), (1, 1));
    assert!(said.contains("may not be passed on") && said.contains("stat.gov.kz/kept: open"), "{said}");
}

#[test]
fn a_year_that_stands_twice() {
    let said = refused("national", "sdmx_data_1105.csv", TABLE.replace("2022,2023", "2023,2023").as_bytes());
    assert!(said.contains("the year 2023 stands twice"), "{said}");
}

#[test]
fn a_row_that_stands_twice() {
    own_refused("M,1288000000", "X,1288000000", "a figure cannot be stored; does one stand twice?");
}

#[test]
fn values_that_are_none() {
    own_refused("3129992906.57", "-3129992906.57", "line 2: the value -3129992906.57 is below zero");
    own_refused("3129992906.57", "NaN", "line 2: \"NaN\" is no number");
    own_refused("3129992906.57", "\"3129992906,57\"", "write digits with a decimal point");
}

#[test]
fn a_country_that_is_unknown() {
    own_refused("KAZ,UZB,X", "RUR,UZB,X", "line 2: \"RUR\" is not an ISO 3166-1 alpha-3 code");
}

#[test]
fn a_sheet_behind_a_password() {
    // What Excel writes then: a compound file with a stream of this name.
    let mut sheet = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    sheet.resize(2048, 0);
    sheet.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    sheet.resize(4096, 0);
    let said = refused("national", "4.03.00.18.xlsx", &sheet);
    assert!(said.contains("password"), "{said}");
}

#[test]
fn a_table_that_is_a_web_page() {
    let page = b"<!DOCTYPE html>\n<html><body>404</body></html>";
    for (source, name) in
        [("csv", "own.csv"), ("national", "sdmx_data_1105.csv"), ("comtrade", "a.csv"), ("imts", "i.csv")]
    {
        let said = refused(source, name, page);
        assert!(said.contains("web page"), "{source}: {said}");
    }
}

#[test]
fn the_same_content_is_the_same_release_whatever_the_day() {
    let desk = Desk::new();
    desk.write("own.toml", DESCRIPTION.replace("published = \"2024-03-01\"\n", ""));
    for (name, content) in [("own.csv", OWN), ("announced.csv", ANNOUNCED)] {
        let file = desk.write(name, content);
        let first = desk.done(&["load", "csv", &file]);
        assert!(first.starts_with("new "), "{first}");
        let mut later = std::process::Command::new(env!("CARGO_BIN_EXE_entente"));
        later.args([
            "--database",
            &desk.url("r.db"),
            "--as-of",
            "2027-01-15",
            "--now",
            "2027-01-15T12:00:00Z",
        ]);
        let output = later.args(["load", "csv", &file]).output().expect("the binary runs");
        assert_eq!(text(&output.stdout), first.replacen("new  ", "there", 1));
    }
}

#[test]
fn a_list_that_is_bundled_adds_nothing() {
    let list = std::path::Path::new("../../../shared/data/official/published_figures.csv");
    if !list.exists() {
        println!("skipped: {} is not here", list.display());
        return;
    }
    let desk = Desk::new();
    let told = desk.done(&["load", "csv", list.to_str().expect("a path")]);
    assert!(told.lines().count() > 10 && told.lines().all(|line| line.starts_with("there")), "{told}");
}
