//! Files that machines write: UN Comtrade, the IMF, the World Bank, one's own CSV. The originals are read where they
//! are; what is wrong with a file is tried on small ones of our own.

use crate::originals::shared;
use entente_ingest::statistics::comtrade::Comtrade;
use entente_ingest::statistics::facts::{Fact, FactError, Format, Plan, plan};
use entente_ingest::statistics::imts::Imts;
use entente_ingest::statistics::own::Own;
use entente_ingest::statistics::sdmx;
use entente_ingest::statistics::worldbank::read_indicators;
use expect_test::{Expect, expect};
use jiff::civil::{Date, date};
use std::io::Read;

const LOADED: Date = date(2026, 11, 1);

fn read(format: &dyn Format, file: &str, bytes: &[u8]) -> Result<(Plan, Vec<String>), FactError> {
    let mut found = Vec::new();
    let plan = plan(format, file, bytes, LOADED, &mut |fact: &Fact| -> Result<(), FactError> {
        found.push(format!("{} = {}", fact.key, fact.value));
        Ok(())
    })?;
    assert_eq!(found.len() as u64, plan.facts);
    Ok((plan, found))
}

#[track_caller]
fn refused(format: &dyn Format, file: &str, bytes: &[u8], expect: &Expect) {
    expect.assert_eq(&read(format, file, bytes).unwrap_err().to_string());
}

#[track_caller]
fn reads(format: &dyn Format, file: &str, bytes: &[u8], expect: &Expect) {
    let (plan, found) = read(format, file, bytes).unwrap();
    let passed: Vec<_> =
        plan.passed.iter().map(|(why, count)| format!("passed over: {count} {why}")).collect();
    let said = [vec![format!("{} ({})", plan.release.id, plan.release.coverage)], found, passed].concat();
    expect.assert_eq(&said.join("\n"));
}

/// One row as the API writes it, with some fields changed.
fn answer(changes: &[(&str, &str)]) -> String {
    let mut row = serde_json::json!({"typeCode": "C", "freqCode": "A", "period": "2023", "reporterCode": 398,
        "reporterISO": "KAZ", "flowCode": "X", "partnerCode": 860, "partnerISO": "UZB", "partner2Code": 0,
        "classificationCode": "H6", "cmdCode": "TOTAL", "customsCode": "C00", "motCode": 0, "mosCode": "0",
        "cifvalue": null, "fobvalue": 3129992906.57, "primaryValue": 3129992906.57});
    for (field, value) in changes {
        row[*field] = serde_json::from_str(value).unwrap();
    }
    serde_json::json!({"elapsedTime": "0.1 secs", "count": 1, "data": [row], "error": ""}).to_string()
}

#[test]
fn an_answer_of_comtrade_is_read() {
    reads(
        &Comtrade,
        "a.json",
        answer(&[]).as_bytes(),
        &expect![[r#"
        comtrade.un.org/hs-annual/2026-11-01/a9a79bd91395 (KAZ with UZB, 2023)
        KAZ.UZB.X._.2023.FOB.goods.USD = 3129992906.57"#]],
    );
}

#[test]
fn answers_that_are_no_answers() {
    let refused = |text: &str, expect: &Expect| refused(&Comtrade, "a.json", text.as_bytes(), expect);
    refused("", &expect!["a.json is no answer or download of UN Comtrade: it is empty"]);
    refused("<html>", &expect!["a.json is no answer or download of UN Comtrade: it is a web page"]);
    refused(
        r#"{"data":[{"period":"#,
        &expect![
            "a.json is no answer of the UN Comtrade API: EOF while parsing a value at line 1 column 19; is the file cut off?"
        ],
    );
    refused(
        r#"{"elapsedTime":"0.5 secs","count":0,"data":[],"error":""}"#,
        &expect!["a.json holds no figures"],
    );
    refused(
        r#"{"statusCode":401,"message":"Access denied due to invalid subscription key."}"#,
        &expect![[
            r#"a.json: UN Comtrade answered "Access denied due to invalid subscription key."; check the key that was given, or leave it out to use the preview"#
        ]],
    );
    refused(
        r#"{"statusCode":403,"message":"Out of call volume quota. Quota will be replenished in 10:00:00."}"#,
        &expect![[
            r#"a.json: UN Comtrade answered "Out of call volume quota. Quota will be replenished in 10:00:00."; the quota of this key is used up; wait until it is renewed, or use another key"#
        ]],
    );
    refused(
        r#"{"statusCode":429,"message":"Rate limit is exceeded. Try again in 1 seconds."}"#,
        &expect![[
            r#"a.json: UN Comtrade answered "Rate limit is exceeded. Try again in 1 seconds."; too many requests; wait a minute and load again, what was loaded stays"#
        ]],
    );
    refused(
        r#"{"count":0,"data":[],"error":"The value entered for period is not valid."}"#,
        &expect![[
            r#"a.json: UN Comtrade answered "The value entered for period is not valid."; write years such as 2023 for annual data and months such as 202304 for monthly data"#
        ]],
    );
    refused(
        &answer(&[]).replace("\"count\":1", "\"count\":500"),
        &expect![
            "a.json is no whole answer of the UN Comtrade API: it says that it has 500 rows and has 1; ask for fewer periods or partners"
        ],
    );
    refused(
        &answer(&[("primaryValue", "-1")]),
        &expect![
            "a.json, line 1: the value -1 is below zero; a trade value is zero or more; nothing of the file was loaded"
        ],
    );
    refused(
        &answer(&[("primaryValue", "null")]),
        &expect![[
            r#"a.json, line 1: "" is no primaryValue; expected a number of dollars; nothing of the file was loaded"#
        ]],
    );
    refused(
        &answer(&[("partnerCode", "999"), ("partnerISO", "\"???\"")]),
        &expect![
            "a.json, line 1: partner 999 (???) is no country or area that is known; nothing of the file was loaded"
        ],
    );
    refused(
        &answer(&[("period", "\"2023-01\"")]),
        &expect![[
            r#"a.json, line 1: "2023-01" is no period; expected a year such as 2023, or a month such as 202304; nothing of the file was loaded"#
        ]],
    );
}

const DOWNLOAD: &str = "typeCode,freqCode,period,reporterCode,flowCode,partnerCode,partner2Code,cmdCode,motCode,customsCode,fobvalue,cifvalue,primaryValue\n\
    C,A,2023,398,X,860,0,TOTAL,0,C00,5.5,,5.5\n\
    C,A,2023,398,X,860,0,TOTAL,1000,C00,1.5,,1.5\n";

#[test]
fn a_download_of_comtrade_is_read() {
    reads(
        &Comtrade,
        "d.csv",
        DOWNLOAD.as_bytes(),
        &expect![[r#"
        comtrade.un.org/hs-annual/2026-11-01/bb428b2de7b5 (KAZ with UZB, 2023)
        KAZ.UZB.X._.2023.FOB.goods.USD = 5.5
        passed over: 1 rows by mode of transport"#]],
    );
    let snake = DOWNLOAD.replace("Code", "_code").replace("primaryValue", "primary_value");
    reads(
        &Comtrade,
        "d.csv",
        snake.as_bytes(),
        &expect![[r#"
        comtrade.un.org/hs-annual/2026-11-01/cf1bcf2838c9 (KAZ with UZB, 2023)
        KAZ.UZB.X._.2023.FOB.goods.USD = 5.5
        passed over: 1 rows by mode of transport"#]],
    );
}

#[test]
fn downloads_that_are_none() {
    let refused = |text: &str, expect: &Expect| refused(&Comtrade, "d.csv", text.as_bytes(), expect);
    refused(
        &DOWNLOAD.replace("primaryValue", "value"),
        &expect![
            "d.csv is no download of UN Comtrade: it has no column primaryvalue; its first line should hold period, reportercode, flowcode, partnercode, cmdcode, primaryvalue"
        ],
    );
    refused(
        &DOWNLOAD[..DOWNLOAD.len() - 5],
        &expect![
            "d.csv, line 3: it has 12 fields, the lines before it 13; is the file cut off?; nothing of the file was loaded"
        ],
    );
    refused(
        &DOWNLOAD.replace("5.5\n", "NaN\n"),
        &expect![[
            r#"d.csv, line 2: "NaN" is no primaryValue; expected a number of dollars; nothing of the file was loaded"#
        ]],
    );
    refused(
        &DOWNLOAD.replace(",5.5\n", ",\"5,5\"\n"),
        &expect![[
            r#"d.csv, line 2: "5,5" is no primaryValue; expected a number of dollars; nothing of the file was loaded"#
        ]],
    );
}

const IMTS: &str = "DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,DERIVATION_TYPE,STATUS,UPDATE_DATE\n\
    IMF.STA:IMTS(1.0.0),KAZ,XG_FOB_USD,UZB,M,2024-M01,250000000.25,6,,,2026-08-05T23:36:59Z\n\
    IMF.STA:IMTS(1.0.0),KAZ,MG_CIF_USD,G001,A,2023,5000000000,6,E,,2026-08-05T23:36:59Z\n\
    IMF.STA:IMTS(1.0.0),KAZ,TBG_USD,UZB,M,2024-M01,-1,6,,,2026-08-05T23:36:59Z\n\
    IMF.STA:IMTS(1.0.0),KAZ,XG_FOB_USD,G163,M,2024-M01,1,6,,,2026-08-05T23:36:59Z\n";

#[test]
fn imts_is_read_and_its_estimates_are_told() {
    reads(
        &Imts,
        "i.csv",
        IMTS.as_bytes(),
        &expect![[r#"
        imf.org/imts/2026-08-05/e7cd941798b2 (KAZ with UZB, WLD, 2023 to 2024-01)
        KAZ.UZB.X._.2024-01.FOB.goods.USD = 250000000.25
        KAZ.WLD.M._.2023.CIF.goods.USD = 5000000000
        passed over: 1 balances, which are exports less imports
        passed over: 1 rows of groups of partners"#]],
    );
    let mut statuses = Vec::new();
    let mut take = |fact: &Fact| -> Result<(), FactError> {
        statuses.push(fact.status.to_string());
        Ok(())
    };
    let plan = plan(&Imts, "i.csv", IMTS.as_bytes(), LOADED, &mut take).unwrap();
    assert_eq!(statuses, ["unknown", "estimated"]);
    assert_eq!(plan.release.published, Some(date(2026, 8, 5)));
}

#[test]
fn the_same_figures_in_sdmx_json() {
    let json = r#"{"data":{"dataSets":[{"structure":0,"action":"Information","series":{"0:0:0:0":{"attributes":[0],
        "observations":{"0":["250000000.25"],"1":[7.5]}}}}],
        "structures":[{"dimensions":{"series":[{"id":"COUNTRY","values":[{"id":"KAZ"}]},
        {"id":"INDICATOR","values":[{"id":"XG_FOB_USD"}]},{"id":"COUNTERPART_COUNTRY","values":[{"id":"UZB"}]},
        {"id":"FREQUENCY","values":[{"id":"M"}]}],
        "observation":[{"id":"TIME_PERIOD","values":[{"value":"2024-M01"},{"value":"2024-M02"}]}]},
        "measures":{"observation":[{"id":"OBS_VALUE"}]},
        "attributes":{"series":[{"id":"DERIVATION_TYPE","values":[{"id":"E"}]}]}}]}}"#;
    reads(
        &Imts,
        "i.json",
        json.as_bytes(),
        &expect![[r#"
        imf.org/imts/2026-11-01/12b30bab0774 (KAZ with UZB, 2024-01 to 2024-02)
        KAZ.UZB.X._.2024-01.FOB.goods.USD = 250000000.25
        KAZ.UZB.X._.2024-02.FOB.goods.USD = 7.5"#]],
    );
    refused(
        &Imts,
        "i.json",
        json.replace("\"0:0:0:0\"", "\"0:0:4:0\"").as_bytes(),
        &expect![[
            r#"i.json is no SDMX-JSON 2.0 message: the key "0:0:4:0" names a place that its structure has not"#
        ]],
    );
    refused(
        &Imts,
        "i.json",
        br#"{"errors":[{"code":404,"detail":"No data"}]}"#,
        &expect![[
            r#"i.json: the SDMX service answered "No data"; check the dataset, the key and the periods that were asked for"#
        ]],
    );
}

#[test]
fn imts_that_is_none() {
    let refused = |text: &str, expect: &Expect| refused(&Imts, "i.csv", text.as_bytes(), expect);
    refused(
        &IMTS.replace("DATAFLOW", "FLOW"),
        &expect![[
            r#"i.csv is no SDMX-CSV message: its first column is "FLOW"; expected STRUCTURE (version 2.0) or DATAFLOW (version 1.0)"#
        ]],
    );
    refused(
        &IMTS.replace("XG_FOB_USD", "GDP"),
        &expect![[
            r#"i.csv, line 2: "GDP" is no indicator of IMTS; expected XG_FOB_USD, MG_CIF_USD or MG_FOB_USD; nothing of the file was loaded"#
        ]],
    );
    refused(
        &IMTS.replace("2024-M01", "Jan 2024"),
        &expect![[
            r#"i.csv, line 2: TIME_PERIOD "Jan 2024" is no period; expected 2023, 2023-Q1 or 2023-M04; nothing of the file was loaded"#
        ]],
    );
    refused(
        "<?xml version=\"1.0\"?>",
        &expect![
            "i.csv is no SDMX message in CSV or JSON: it is XML or a web page; ask for application/vnd.sdmx.data+csv"
        ],
    );
}

const OWN: &str = "publisher = \"stat.gov.kz\"\ndataset = \"notes\"\ntitle = \"Notes\"\noffice = \"Bureau\"\n\
    licence = \"open\"\npublished = \"2024-03-01\"\nbasis = \"goods\"\n";

#[test]
fn ones_own_csv_is_read() {
    let own = Own::describe("own.toml", OWN).unwrap();
    let csv = "period,reporter,partner,flow,value,precision\n2023,KAZ,UZB,X,3129992906.57,\n2023,KAZ,UZB,M,1288000000,1000000\n";
    reads(
        &own,
        "own.csv",
        csv.as_bytes(),
        &expect![[r#"
        stat.gov.kz/notes/2024-03-01/f871274d1928 (KAZ with UZB, 2023)
        KAZ.UZB.X._.2023.unknown.goods.USD = 3129992906.57
        KAZ.UZB.M._.2023.unknown.goods.USD = 1288000000"#]],
    );
    let refused = |text: &str, expect: &Expect| refused(&own, "own.csv", text.as_bytes(), expect);
    refused(
        "period,reporter,partner,flow\n",
        &expect![
            "own.csv is no CSV of figures: it has no column value; expected reporter, partner, flow, period, value"
        ],
    );
    refused(
        "period,reporter,partner,flow,value,colour\n",
        &expect![[
            r#"own.csv is no CSV of figures: it has a column "colour"; expected reporter, partner, flow, period, value, product, valuation, basis, unit, status, precision"#
        ]],
    );
    refused(
        "period,reporter,partner,flow,value,value\n",
        &expect!["own.csv is no CSV of figures: its column value stands twice"],
    );
    refused(
        &csv.replace("3129992906.57", "3129992906,57"),
        &expect![
            "own.csv, line 2: it has 7 fields, the lines before it 6; is the file cut off?; nothing of the file was loaded"
        ],
    );
    refused(
        &csv.replace("3129992906.57", "\"3129992906,57\""),
        &expect![[
            r#"own.csv, line 2: "3129992906,57" is no number; write digits with a decimal point, such as 1234.5; nothing of the file was loaded"#
        ]],
    );
    refused(
        &csv.replace("KAZ", "KZ"),
        &expect![[
            r#"own.csv, line 2: "KZ" is not an ISO 3166-1 alpha-3 code of a country; write for example KAZ; nothing of the file was loaded"#
        ]],
    );
    refused(
        "period,reporter,partner,flow,product,value\n2023,KAZ,UZB,X,27.09,5\n",
        &expect![[
            r#"own.csv, line 2: "27.09" is no code of a product; write it in letters and digits, such as 27 or 270900; nothing of the file was loaded"#
        ]],
    );
    let error = Own::describe("own.toml", &OWN.replace("basis", "bases")).unwrap_err();
    assert!(error.to_string().contains("own.toml") && error.to_string().contains("bases"), "{error}");
}

fn world_bank(page: u32, pages: u32, rows: &str) -> (String, Vec<u8>) {
    let text = format!(
        r#"[{{"page":{page},"pages":{pages},"per_page":1000,"total":9,"lastupdated":"2026-07-13"}},[{rows}]]"#
    );
    (format!("p{page}.json"), text.into_bytes())
}

fn rate(country: &str, year: &str, value: &str) -> String {
    format!(
        r#"{{"indicator":{{"id":"PA.NUS.FCRF","value":"x"}},"country":{{"id":"KZ","value":"x"}},"countryiso3code":"{country}","date":"{year}","value":{value},"unit":"","obs_status":"","decimal":1}}"#
    )
}

#[test]
fn the_world_bank_is_read_over_its_pages() {
    let first = world_bank(1, 2, &[rate("KAZ", "2023", "456.165"), rate("KAZ", "2022", "null")].join(","));
    let second = world_bank(2, 2, &[rate("UZB", "2023", "11734.8325"), rate("", "2023", "1")].join(","));
    let found = read_indicators(&[first.clone(), second], LOADED).unwrap();
    let values: Vec<_> = found
        .values
        .iter()
        .map(|v| format!("{} {} {} {} {}", v.country, v.indicator, v.period, v.unit, v.value))
        .collect();
    assert_eq!(values, ["KAZ exchange_rate 2023 KZT 456.165", "UZB exchange_rate 2023 UZS 11734.8325"]);
    assert_eq!(found.passed, [("rows without a value", 1), ("rows of regions and groups", 1)]);
    assert_eq!(found.release.published, Some(date(2026, 7, 13)));
    let error = read_indicators(&[first], LOADED).unwrap_err().to_string();
    expect!["p1.json is no whole answer of the World Bank: pages 2 to 2 are missing"].assert_eq(&error);
    let message = r#"[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}]"#;
    let error = read_indicators(&[("m.json".to_owned(), message.into())], LOADED).unwrap_err().to_string();
    expect![[r#"m.json: the World Bank answered "The provided parameter value is not valid"; check the countries, the series and the years that were asked for"#]].assert_eq(&error);
}

#[test]
fn the_originals_are_read() {
    let Some(folder) = shared("comtrade") else { return };
    let (plan, found) =
        read(&Comtrade, "sample", &std::fs::read(folder.join("sample_download.csv")).unwrap()).unwrap();
    expect!["27 reporters with WLD, 2018 to 2022 5004 []"].assert_eq(&format!(
        "{} {} {:?}",
        plan.release.coverage,
        found.len(),
        plan.passed
    ));
    for (file, rows) in
        [("HS-5e2730.json", 4), ("EB-b31ccb.json", 0), ("HS-60a6ad.json", 4), ("HS-a503f3.json", 0)]
    {
        let read = read(&Comtrade, file, &std::fs::read(folder.join(file)).unwrap());
        assert_eq!(read.map_or(0, |(_, found)| found.len()), rows, "{file}");
    }
    let Some(folder) = shared("imts") else { return };
    for (file, reporter) in [("imf_imts_gtm_g001.csv.gz", "GTM"), ("imf_imts_nic_g001.csv.gz", "NIC")] {
        let packed = std::fs::File::open(folder.join(file)).unwrap();
        let mut text = Vec::new();
        flate2::read::GzDecoder::new(packed).read_to_end(&mut text).unwrap();
        let (plan, found) = read(&Imts, file, &text).unwrap();
        assert_eq!(found.len(), 872, "{file}");
        assert_eq!(plan.release.coverage, format!("{reporter} with WLD, 1990-01 to 2026-04"));
        assert!(found.iter().all(|line| line.starts_with(reporter)));
    }
}

#[test]
fn the_examples_of_sdmx_csv_are_read() {
    let Some(folder) = shared("sdmx/v3_csv_examples") else { return };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 15, "{files:?}");
    for path in files {
        let bytes = std::fs::File::open(&path).unwrap();
        let rows: Vec<_> = sdmx::message("example", Box::new(bytes)).unwrap().map(Result::unwrap).collect();
        assert!(!rows.is_empty(), "{}", path.display());
        assert!(rows.iter().all(|row| row.codes.keys().all(|id| !id.contains([':', '[']))), "{rows:?}");
    }
}
