//! Files that are not what they should be, each with the one message that it gets.

use entente_ingest::statistics::announced::{Offices, read_announced};
use entente_ingest::statistics::{Load, TableError, TableFile, TableMap, read_tables};
use expect_test::{Expect, expect};
use jiff::civil::date;

const GOOD: &str = "\u{feff}Code,Klassifikator,Klassifikator_ru,Klassifikator_en,2022,2023
398,Qozog'iston,Казахстан,Kazakhstan,10.5,20.0
0,Boshqa,Другие страны,Other countries,1.0,2.25
";

fn read(bytes: &[u8]) -> Result<Load, TableError> {
    let maps = TableMap::national().unwrap();
    let map = maps.iter().find(|map| map.reporter.alpha3() == "UZB").unwrap();
    read_tables(map, &[TableFile { name: "sdmx_data_1105.csv", bytes }], date(2026, 11, 1))
}

#[track_caller]
fn refused(bytes: &[u8], expect: &Expect) {
    expect.assert_eq(&read(bytes).unwrap_err().to_string());
}

#[track_caller]
fn found(text: &str, rows: usize, expect: &Expect) {
    let load = read(text.as_bytes()).unwrap();
    let findings: Vec<_> = load.findings.iter().map(ToString::to_string).collect();
    expect.assert_eq(&findings.join("\n"));
    assert_eq!(load.observations.len(), rows);
}

#[test]
fn a_good_file_is_read() {
    let load = read(GOOD.as_bytes()).unwrap();
    assert_eq!(load.findings, []);
    let rows: Vec<_> = load.observations.iter().map(|o| format!("{} {}", o.id(), o.value)).collect();
    expect!["stat.uz/trade-by-country/2024-11-30/9dfa89119931#UZB.KAZ.X._.2022.unknown.goods_and_services.USD 10500"]
    .assert_eq(rows.first().unwrap());
    assert_eq!(rows.len(), 4);
    assert_eq!(load.releases[0].coverage, "UZB with 2 partners, 2022-2023");
}

#[test]
fn a_web_page_is_no_table() {
    refused(
        b"<!DOCTYPE html>\n<html><body>404</body></html>",
        &expect![
            "sdmx_data_1105.csv is a web page, not a table; download the file itself (xls, xlsx or csv)"
        ],
    );
}

#[test]
fn a_file_that_is_cut_off() {
    refused(
        &GOOD.as_bytes()[..GOOD.len() - 8],
        &expect!["sdmx_data_1105.csv has rows of differing length; is it cut off?"],
    );
    refused(
        GOOD.lines().next().unwrap().as_bytes(),
        &expect!["sdmx_data_1105.csv has headings and no rows that could be read; is it cut off?"],
    );
    refused(b"", &expect!["sdmx_data_1105.csv is empty; expected an xls, xlsx or csv table"]);
}

#[test]
fn columns_that_changed() {
    refused(
        GOOD.replace("Code,", "Kod,").as_bytes(),
        &expect![[
            r#"sdmx_data_1105.csv, A1: expected "Code", found "Kod"; the columns of the table have changed"#
        ]],
    );
    refused(
        GOOD.replace("2022,2023", "Jami,Total").as_bytes(),
        &expect![
            "sdmx_data_1105.csv: expected a row of years, found none; the columns of the table have changed"
        ],
    );
    refused(
        GOOD.replace("2022,2023", "2023,2023").as_bytes(),
        &expect!["sdmx_data_1105.csv, F1: the year 2023 stands twice; keep one of them"],
    );
    refused(
        GOOD.replace("2022,2023", "2022,2023 p").as_bytes(),
        &expect![[
            r#"sdmx_data_1105.csv, F1: expected a year with one of the marks of the map, which has none, found "2023 p"; the columns of the table have changed"#
        ]],
    );
}

#[test]
fn a_country_that_is_not_known() {
    found(
        &GOOD.replace("398,Qozog'iston,Казахстан,Kazakhstan", "999,Ruritaniya,Руритания,Ruritania"),
        2,
        &expect![[
            r#"sdmx_data_1105.csv, A2: "999 Ruritania" is no partner that is known; add it to the aliases of the table map"#
        ]],
    );
}

#[test]
fn a_row_that_stands_twice() {
    found(
        &format!("{GOOD}398,Qozog'iston,Казахстан,Kazakhstan,0.0,21.0\n"),
        4,
        &expect![[
            r#"sdmx_data_1105.csv, F4: "398 Kazakhstan" stands a second time; the first row was kept"#
        ]],
    );
}

#[test]
fn numbers_that_are_none() {
    found(
        &GOOD.replace("10.5", "-10.5"),
        3,
        &expect!["sdmx_data_1105.csv, E2: -10.5 is below zero; a trade value is zero or more"],
    );
    found(
        &GOOD.replace("10.5", "NaN"),
        3,
        &expect![[
            r#"sdmx_data_1105.csv, E2: "NaN" is not a number; write digits with a decimal point, such as 1234.5"#
        ]],
    );
    found(
        &GOOD.replace("10.5", "\"10,5\""),
        3,
        &expect![[
            r#"sdmx_data_1105.csv, E2: "10,5" is not a number; write digits with a decimal point, such as 1234.5"#
        ]],
    );
    found(
        &GOOD.replace("10.5", "1e27"),
        3,
        &expect![[
            r#"sdmx_data_1105.csv, E2: "1000000000000000000000000000" is not a number; write digits with a decimal point, such as 1234.5"#
        ]],
    );
}

#[test]
fn a_total_that_is_no_sum() {
    let map = r#"
        publisher = "office"
        dataset = "trade"
        reporter = "KGZ"
        title = "Trade"
        office = "An office"
        url = "https://example.org/"
        licence = "free"
        basis = "goods"
        release = "each_file"
        multiplier = "1000"
        [[table]]
        files = ["trade"]
        sheets = "first"
        unit = "thousand"
        names = ["A"]
        layout = { kind = "years", flow = "M" }
        blank = "missing"
        status = "final"
        marks = { "p" = "preliminary" }
        [rows]
        world = ["Total"]
        groups = ["Asia"]
    "#;
    let map = TableMap::parse("trade.toml", map).unwrap();
    let text = "thousand dollars,,\n,2022,2023 p\nTotal,30.0,50\nAsia,30,50\nChina,10,20\nJapan,20,29\n";
    let file = TableFile { name: "trade.csv", bytes: text.as_bytes() };
    let load = read_tables(&map, &[file], date(2026, 11, 1)).unwrap();
    expect!["trade.csv, C3: the total of M in 2023 is 50000, its partners add up to 49000"]
        .assert_eq(&load.findings[0].to_string());
    assert_eq!((load.findings.len(), load.observations.len()), (1, 6));
    let text = text.replace("thousand", "million");
    let file = TableFile { name: "trade.csv", bytes: text.as_bytes() };
    expect![[
        r#"trade.csv: expected "thousand" above the table, found none; the columns of the table have changed"#
    ]]
    .assert_eq(&read_tables(&map, &[file], date(2026, 11, 1)).unwrap_err().to_string());
}

#[test]
fn a_file_of_another_name() {
    let maps = TableMap::national().unwrap();
    let file = TableFile { name: "trade.csv", bytes: GOOD.as_bytes() };
    expect![[r#"trade.csv: no table of National Statistics Committee, Uzbekistan has such a name; expected one with "sdmx_data_1105" or "sdmx_data_1176" in it"#]].assert_eq(&read_tables(&maps[2], &[file], date(2026, 11, 1)).unwrap_err().to_string());
}

#[test]
fn lines_of_a_list_that_cannot_be_read() {
    let heading =
        "reporter,partner,flow,period,value_usd,stated_as,basis,status,published,publisher,url,note";
    let list = format!(
        "{heading}
UZB,KAZ,X,2023,4390000000,4.39 bn,unknown,unknown,2024-01-20,Outlet,https://example.org/a,
UZB,KAZ,X,2023,4400000000,4.4 bn,unknown,unknown,2024-01-20,Outlet,https://example.org/b,
UZB,KAZ,M,2023,4390000000,4.4 bn,unknown,unknown,2024-01,Outlet,,
UZB,KAZ,SALES,2023,4390000000,4.39 bn,unknown,unknown,,Outlet,,
UZB,KAZ,X,2023-13,4390000000,4.39 bn,unknown,unknown,,Outlet,,
FRA,KAZ,X,2023,4390000000,4.39 bn,unknown,unknown,,Outlet,,
UZB,KAZ,X,2022,4390000000,4.39 bn,unknown,unknown,spring,Outlet,,
"
    );
    let offices = Offices::known().unwrap();
    let load = read_announced(&offices, "list.csv", list.as_bytes(), date(2026, 11, 1)).unwrap();
    let findings: Vec<_> = load.findings.iter().map(ToString::to_string).collect();
    expect![[r#"
        list.csv, line 4: the value 4390000000 is not what "4.4 bn" says
        list.csv, line 5: "SALES" is not a flow; expected one of X, M, RX, RM, TURNOVER, BALANCE
        list.csv, line 6: "2023-13" is not a period; write 2024, 2024-H1, 2024-Q2, 2024-03 or 2024-01/2024-04
        list.csv, line 7: no office is known for FRA; known are CHN, KAZ, KGZ, TJK, UZB
        list.csv, line 8: "spring" is not a date; write 2024-06-08, 2024-06 or nothing
        list.csv, line 3: UZB.KAZ.X._.2023.unknown.unknown.USD stands again with 4400000000; 4390000000 was kept"#]].assert_eq(&findings.join("\n"));
    assert_eq!(load.observations.len(), 1);
    let error = read_announced(&offices, "list.csv", b"reporter,flow\n", date(2026, 11, 1)).unwrap_err();
    expect![[r#"list.csv has no column "partner"; expected reporter,partner,flow,period,value_usd,stated_as,basis,status,published,publisher,url,note"#]].assert_eq(&error.to_string());
}
