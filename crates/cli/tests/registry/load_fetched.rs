//! Fetching from statistics services that have their troubles, played by a server of this test in their formats.

use crate::{Desk, bytes_of, text};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What the server does with a request.
#[derive(Clone)]
enum Answer {
    Whole(String),
    /// A status with `Retry-After`.
    Status(u16, &'static str),
    /// Half of what was promised.
    Cut(String),
    /// In two parts with a pause between them.
    Slow(String),
}

/// Plays a service: the answers in turn, the last one again and again. Returns its address and what it was asked.
fn serving(answers: Vec<Answer>) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}/", listener.local_addr().expect("an address"));
    let asked = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&asked);
    std::thread::spawn(move || {
        let mut answers = answers.into_iter().peekable();
        while let Some(answer) = answers.next() {
            loop {
                let (stream, _) = listener.accept().expect("a connection");
                let request = request(&stream);
                log.lock().expect("not poisoned").push(request);
                // The asker may have gone away.
                let _ = give(stream, &answer);
                if answers.peek().is_some() {
                    break;
                }
            }
        }
    });
    (address, asked)
}

fn request(stream: &TcpStream) -> String {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let rest: Vec<String> = lines.collect();
    format!("{first}\n{}", rest.join("\n"))
}

fn give(mut stream: TcpStream, answer: &Answer) -> std::io::Result<()> {
    let head = |status: u16, length: usize, more: &str| {
        format!("HTTP/1.1 {status} S\r\ncontent-length: {length}\r\nconnection: close\r\n{more}\r\n")
    };
    match answer {
        Answer::Whole(body) => write!(stream, "{}{body}", head(200, body.len(), "")),
        Answer::Status(status, after) => {
            write!(stream, "{}", head(*status, 0, &format!("retry-after: {after}\r\n")))
        }
        Answer::Cut(body) => write!(stream, "{}{}", head(200, body.len(), ""), &body[..body.len() / 2]),
        Answer::Slow(body) => {
            let (first, rest) = body.split_at(body.len() / 2);
            write!(stream, "{}{first}", head(200, body.len(), ""))?;
            stream.flush()?;
            std::thread::sleep(Duration::from_millis(700));
            write!(stream, "{rest}")
        }
    }
}

/// An answer of UN Comtrade with so many partners' rows.
fn comtrade(rows: usize) -> String {
    let partners = ["UZB", "KGZ", "TJK", "TKM", "CHN", "RUS"];
    let codes = [860, 417, 762, 795, 156, 643];
    let data: Vec<_> = (0..rows)
        .map(|n| {
            let (at, product) = (n % partners.len(), n / partners.len());
            let product = if product == 0 { "TOTAL".to_owned() } else { format!("{product:02}") };
            serde_json::json!({"typeCode": "C", "freqCode": "A", "period": "2023", "reporterCode": 398,
                "reporterISO": "KAZ", "flowCode": "X", "partnerCode": codes[at], "partnerISO": partners[at],
                "partner2Code": 0, "classificationCode": "H6", "cmdCode": product, "customsCode": "C00",
                "motCode": 0, "mosCode": "0", "cifvalue": null, "fobvalue": 1000.5, "primaryValue": 1000.5})
        })
        .collect();
    serde_json::json!({"elapsedTime": "0.1 secs", "count": rows, "data": data, "error": ""}).to_string()
}

const IMTS: &str = "STRUCTURE,STRUCTURE_ID,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,DERIVATION_TYPE,STATUS,UPDATE_DATE\n\
    dataflow,IMF.STA:IMTS(1.0.0),KAZ,XG_FOB_USD,UZB,M,2024-M01,250000000.25,6,O,,2026-08-05T23:36:59Z\n";

fn world_bank(page: u32, country: &str, currency_id: &str) -> String {
    format!(
        r#"[{{"page":{page},"pages":2,"per_page":1000,"total":2,"lastupdated":"2026-07-13"}},[{{"indicator":{{"id":"{currency_id}","value":"x"}},"country":{{"id":"KZ","value":"x"}},"countryiso3code":"{country}","date":"2023","value":456.165,"unit":"","obs_status":"","decimal":1}}]]"#
    )
}

fn fetch<'a>(source: &'a str, base: &'a str) -> Vec<&'a str> {
    vec![
        "load",
        source,
        "--fetch",
        "--reporters",
        "KAZ",
        "--years",
        "2023-2023",
        "--key",
        "secret",
        "--base",
        base,
    ]
}

/// Fetches what must be refused with one last message; the registry must be what it was.
#[track_caller]
fn refused(source: &str, answers: Vec<Answer>, says: &str) {
    let desk = Desk::new();
    desk.done(&["load", "bundled"]);
    let before = bytes_of(&desk, "r.db");
    let (base, _) = serving(answers);
    let output = desk.run(&fetch(source, &base));
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    let last = said.lines().last().unwrap_or_default();
    assert!(last.starts_with("entente: ") && last.contains(says), "{said}");
    assert!(!said.contains("secret"), "{said}");
    std::fs::remove_file(desk.path("r.db.copy")).expect("removed");
    assert!(before == bytes_of(&desk, "r.db"), "the registry was changed");
}

#[test]
fn each_service_is_fetched_through_its_troubles_and_once() {
    for (source, body) in [("comtrade", comtrade(4)), ("imts", IMTS.to_owned())] {
        let desk = Desk::new();
        let (base, asked) = serving(vec![
            Answer::Cut(body.clone()),
            Answer::Status(429, "0"),
            Answer::Status(503, "0"),
            Answer::Slow(body.clone()),
            Answer::Whole(body),
        ]);
        let told = desk.done(&fetch(source, &base));
        assert!(told.starts_with("new ") && told.lines().count() == 1, "{told}");
        assert_eq!(asked.lock().expect("not poisoned").len(), 4, "{source}");
        let again = desk.done(&fetch(source, &base));
        assert_eq!(again, told.replacen("new  ", "there", 1));
    }
}

#[test]
fn the_key_goes_to_comtrade_in_a_header_only() {
    let desk = Desk::new();
    let (base, asked) = serving(vec![Answer::Whole(comtrade(2))]);
    desk.done(&fetch("comtrade", &base));
    let asked = asked.lock().expect("not poisoned");
    let (first, headers) = asked[0].split_once('\n').expect("headers");
    assert!(!first.contains("secret"), "{first}");
    assert!(headers.to_lowercase().contains("ocp-apim-subscription-key: secret"), "{headers}");
}

#[test]
fn the_world_bank_is_fetched_over_its_pages() {
    let desk = Desk::new();
    let pages = ["NY.GDP.MKTP.CD", "SP.POP.TOTL", "PA.NUS.FCRF"].into_iter().flat_map(|series| {
        [Answer::Whole(world_bank(1, "KAZ", series)), Answer::Whole(world_bank(2, "UZB", series))]
    });
    let (base, asked) = serving(pages.collect());
    let told = desk.done(&fetch("worldbank", &base));
    assert_eq!(told.lines().filter(|line| line.starts_with("new ")).count(), 3, "{told}");
    let asked = asked.lock().expect("not poisoned");
    assert!(asked[0].contains("page=1") && asked[1].contains("page=2"), "{asked:?}");
    let listed = desk.done(&["datasets"]);
    assert!(listed.contains("World Bank"), "{listed}");
}

#[test]
fn an_answer_that_may_be_cut_short_is_not_filed() {
    let desk = Desk::new();
    desk.done(&["load", "bundled"]);
    let before = bytes_of(&desk, "r.db");
    let (base, _) = serving(vec![Answer::Whole(comtrade(500))]);
    // Without a key it is the preview, which gives 500 rows at most.
    let arguments =
        ["load", "comtrade", "--fetch", "--reporters", "KAZ", "--years", "2023-2023", "--base", &base];
    let output = desk.run(&arguments);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains("gave 500 rows, the most that it gives") && said.contains("ask for fewer"),
        "{said}"
    );
    std::fs::remove_file(desk.path("r.db.copy")).expect("removed");
    assert!(before == bytes_of(&desk, "r.db"), "the registry was changed");
}

#[test]
fn answers_that_are_no_figures() {
    let page = || vec![Answer::Whole("<html><body>maintenance</body></html>".to_owned())];
    refused("comtrade", page(), "web page");
    refused("imts", page(), "web page");
    refused("worldbank", page(), "World Bank");
    let quota = r#"{"statusCode":403,"message":"Out of call volume quota."}"#;
    refused("comtrade", vec![Answer::Whole(quota.to_owned())], "the quota of this key is used up");
    let key = r#"{"statusCode":401,"message":"Access denied due to invalid subscription key."}"#;
    refused("comtrade", vec![Answer::Whole(key.to_owned())], "check the key");
    let period = r#"{"count":0,"data":[],"error":"The value entered for period is not valid."}"#;
    refused("comtrade", vec![Answer::Whole(period.to_owned())], "write years such as 2023");
    refused("comtrade", vec![Answer::Whole(comtrade(0))], "holds no figures");
    let changed = comtrade(2).replace("\"primaryValue\"", "\"tradeValue\"");
    refused("comtrade", vec![Answer::Whole(changed)], "primaryValue");
    let changed = IMTS.replace("OBS_VALUE", "VALUE");
    refused("imts", vec![Answer::Whole(changed)], "holds no figures; passed over: 1 rows without a value");
    refused("comtrade", vec![Answer::Status(500, "0")], "answered 500 6 times; try again later");
}
