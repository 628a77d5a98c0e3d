//! What documents tell beside numbers, over the API: commissions, officials, targets, the portfolio, the brief.

use crate::operations::{Case, get, missing, wrong};
use crate::place::Server;
use crate::register::{AS_OF, beside};
use entente_model::Lang;
use entente_observatory::brief;
use serde_json::json;

/// The sample has one session, its officials and a target.
pub(crate) fn cases(server: &Server) -> Vec<Case> {
    let first = |path: &str| {
        server.get(path).json()["items"][0]["id"].as_str().unwrap_or_else(|| panic!("{path}")).to_owned()
    };
    let session = first("/api/v1/sessions?pair=KAZ-UZB");
    let commission = first("/api/v1/commissions");
    let target = first("/api/v1/targets?pair=KAZ-UZB");
    let official = first("/api/v1/officials");
    vec![
        get(
            "listCommissions",
            "/api/v1/commissions?pair=KAZ-UZB",
            &[("/items/0/id", json!(commission)), ("/items/0/last", json!(session))],
        ),
        wrong("listCommissions", "/api/v1/commissions?cursor=x", "cursor"),
        get("getCommission", format!("/api/v1/commissions/{commission}"), &[("/pair", json!("KAZ-UZB"))]),
        missing("getCommission", "/api/v1/commissions/KAZ-KGZ-intergovernmental"),
        get("listSessions", "/api/v1/sessions?limit=1", &[("/items/0/ordinal", json!(21))]),
        get("listSessions", "/api/v1/sessions?as_of=2020-01-01", &[("/total", json!(0))]),
        get(
            "getSession",
            format!("/api/v1/sessions/{session}"),
            &[("/sources/0/document", json!(server.document))],
        ),
        missing("getSession", "/api/v1/sessions/KAZ-UZB-intergovernmental-99"),
        wrong("getSession", "/api/v1/sessions/%3Cscript%3E", "id"),
        wrong("getSession", "/api/v1/sessions/..%2f..%2fetc", "id"),
        get(
            "getSinceLastSession",
            "/api/v1/pairs/KAZ-UZB/since-last-session",
            &[("/session/id", json!(session))],
        ),
        missing("getSinceLastSession", "/api/v1/pairs/KAZ-KGZ/since-last-session"),
        get(
            "listTargets",
            "/api/v1/targets",
            &[("/items/0/pair", json!("KAZ-UZB")), ("/back_test/is_enough", json!(false))],
        ),
        wrong("listTargets", "/api/v1/targets?pair=UZB", "pair"),
        get("getTarget", format!("/api/v1/targets/{target}"), &[("/standing", json!("open"))]),
        missing("getTarget", "/api/v1/targets/KAZ-UZB-trade_turnover-00000000"),
        get("getPortfolio", "/api/v1/pairs/KAZ-UZB/portfolio", &[("/pair", json!("KAZ-UZB"))]),
        get("listOfficials", "/api/v1/officials?limit=1", &[("/items/0/id", json!(official))]),
        wrong("listOfficials", "/api/v1/officials?cursor=nobody", "cursor"),
        wrong("listOfficials", "/api/v1/officials?q=%00", "q"),
        get("getOfficial", format!("/api/v1/officials/{official}"), &[("/id", json!(official))]),
        missing("getOfficial", "/api/v1/officials/KAZ-QQQQ"),
        get(
            "getBrief",
            "/api/v1/pairs/KAZ-UZB/brief?lang=ru",
            &[("/lang", json!("ru")), ("/notes/0/number", json!(1))],
        ),
        wrong("getBrief", "/api/v1/pairs/KAZ-UZB/brief?lang=fr", "lang"),
        get("getBriefAsMarkdown", "/api/v1/pairs/KAZ-UZB/brief.md", &[]),
        get("getBriefAsWord", "/api/v1/pairs/KAZ-UZB/brief.docx?lang=kk", &[]),
        missing("getBriefAsWord", "/api/v1/pairs/ABW-ZWE/brief.docx"),
    ]
}

#[test]
fn answers_are_what_the_command_line_prints() {
    let server = Server::start();
    let (as_of, pair) = (AS_OF.parse().unwrap(), "KAZ-UZB".parse().unwrap());
    let printed = |value: serde_json::Result<String>| value.unwrap() + "\n";
    let expected = beside(&server, async |registry| {
        let brief = registry.brief(pair, as_of, Lang::En).await.unwrap();
        let portfolio = registry.portfolio(pair, as_of, Lang::En).await.unwrap();
        [
            ("sessions", printed(serde_json::to_string(&registry.sessions(None, as_of).await.unwrap()))),
            (
                "commissions",
                printed(serde_json::to_string(&registry.commissions(None, as_of).await.unwrap())),
            ),
            ("targets", printed(serde_json::to_string(&registry.targets(None, as_of).await.unwrap()))),
            ("pairs/KAZ-UZB/portfolio", printed(serde_json::to_string(&portfolio))),
            ("pairs/KAZ-UZB/brief", printed(serde_json::to_string(&brief))),
            ("pairs/KAZ-UZB/brief.md", brief::markdown(&brief)),
        ]
    });
    for (path, expect) in expected {
        assert_eq!(server.get(&format!("/api/v1/{path}")).text(), expect, "{path}");
    }
}
