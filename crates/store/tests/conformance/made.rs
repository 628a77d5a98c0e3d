//! Things to file.

use entente_model::{
    Attribution, Author, Bound, Claim, ClaimKind, ClaimVersionId, DateBasis, DefinitionId, Document,
    DocumentId, Event, EventKind, EventStatus, Lang, MentionId, Message, Official, Outcome, Quote, ReadingId,
    ReleaseId, Remark, Snapshot, SnapshotHash, Source, Tier, Unit, Verdict, VerdictId,
};
use entente_store::{FiledClaim, FiledVerdict, Filing, GroupKeys, ReadingRecord};
use jiff::Timestamp;
use jiff::civil::{Date, date};

pub(crate) const AS_OF: Date = date(2026, 1, 1);

pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).expect("in range")
}

fn quote(text: &str, exact: &str) -> Quote {
    let byte = text.find(exact).expect("the quote stands in the text");
    Quote::cut(text, byte..byte + exact.len(), text[..byte].chars().count()).expect("a quote")
}

fn claim(text: &str, exact: &str, value: i64) -> Claim {
    let parties = ["KAZ", "UZB"].map(|code| code.parse().expect("a country")).to_vec();
    let stated = entente_model::Stated { value: value.into(), step: 1.into() };
    let mut claim = Claim::new(ClaimKind::TradeTurnover, parties, stated, Unit::Count, quote(text, exact));
    claim.unit = "USD".parse().expect("a unit");
    claim.bound = Bound::Over;
    claim
}

pub(crate) fn verdict(outcome: Outcome, releases: &[ReleaseId]) -> Verdict {
    let definition: DefinitionId = "turnover_first_reports".parse().expect("a definition");
    let input = |release: &ReleaseId| entente_model::Input {
        observation: format!("{release}#KAZ.UZB.X._.2023.FOB.goods.USD").parse().expect("an observation"),
        dataset: "stat.gov.kz/trade".to_owned(),
        release: release.clone(),
        value: 7.into(),
        basis: entente_model::Basis::Goods,
        status: entente_model::Status::Final,
    };
    let tried = entente_model::Tried {
        definition: definition.clone(),
        plain: true,
        formula: "X + M".to_owned(),
        computed: Some(7.into()),
        unit: "USD".parse().expect("a unit"),
        range: None,
        matches: true,
        within_rounding: false,
        period: None,
        basis: entente_model::Basis::Goods,
        missing: vec!["UZB.KAZ.X.2023".to_owned()],
        inputs: releases.iter().map(input).collect(),
        rates: Vec::new(),
    };
    Verdict {
        outcome,
        definition: Some(definition),
        computed: Some(7.into()),
        interval: None,
        assumed_period: "2023".parse().ok(),
        summary: Message::new("note").with("value", entente_model::Arg::Number(7.into())),
        tried: vec![tried],
        chance: None,
        one_side_only: None,
        within_rounding: false,
        excess: None,
        notes: Vec::new(),
        outlook: None,
    }
}

/// A document whose text makes one claim for each amount; `title` makes another reading of the same bytes.
pub(crate) fn filing(
    name: &str,
    amounts: &[&str],
    title: &str,
    releases: &[ReleaseId],
    second: i64,
) -> Filing {
    let text = format!("{name}. {}", amounts.join("; "));
    let hash = SnapshotHash::of(text.as_bytes());
    let source = Source {
        id: "outlet".parse().expect("a source"),
        name: "Outlet".to_owned(),
        country: "KAZ".parse().ok(),
        languages: vec![Lang::En, Lang::Kk],
        tier: Tier::Agency,
        hosts: vec!["outlet.example".to_owned()],
    };
    let document = Document {
        id: DocumentId::of_address(&format!("https://outlet.example/{name}")),
        source: Some(source.id.clone()),
        url: Some(format!("https://outlet.example/{name}")),
        title: Some(title.to_owned()),
        lang: Lang::En,
        published: Some(date(2024, 7, 13)),
        published_basis: DateBasis::Given,
        snapshot: hash.clone(),
        text_hash: hash.clone(),
        chars: text.chars().count(),
    };
    let id = ReadingId::new(&hash, &hash, "1", &document);
    let claims = amounts.iter().enumerate().map(|(n, exact)| {
        let claim = claim(&text, exact, i64::try_from(n).expect("few"));
        let id = MentionId::new(&document.id, exact, 0);
        let version = ClaimVersionId::new(&id, "1", &hash, &format!("{claim:?}"));
        let verdict = verdict(Outcome::Supported, releases);
        let verdict = FiledVerdict {
            id: VerdictId::new(&version, "1", &verdict.releases(), AS_OF),
            grid: "1".to_owned(),
            as_of: AS_OF,
            made: at(second),
            verdict,
        };
        let keys = GroupKeys {
            quantity: Some("turnover".to_owned()),
            figure: Some(exact.to_string()),
            gist: Some(format!("[\"{exact}\"]")),
        };
        FiledClaim { id, version, claim, keys, verdict }
    });
    let here = quote(&text, name);
    Filing {
        claims: claims.collect(),
        source: Some(source),
        snapshot: Snapshot {
            hash,
            document: document.id.clone(),
            seen: at(second),
            bytes: text.len() as u64,
            encoding: "UTF-8".to_owned(),
            content_type: Some("text/plain".to_owned()),
        },
        reading: ReadingRecord {
            id,
            extractor: "1".to_owned(),
            attribution: Attribution { speaker: None, source: Some("a press service".to_owned()) },
            at: at(second),
        },
        events: vec![Event {
            kind: EventKind::Visit,
            name: "visit".to_owned(),
            ordinal: Some(3),
            date: Some(date(2024, 8, 1)),
            until: None,
            place: Some("Astana".to_owned()),
            status: EventStatus::Planned,
            parties: Vec::new(),
            people: Vec::new(),
            agenda: vec!["trade".to_owned()],
            quote: here.clone(),
        }],
        officials: vec![Official {
            name: "A. B.".to_owned(),
            office: None,
            country: None,
            quote: here.clone(),
        }],
        projects: Vec::new(),
        remarks: vec![Remark {
            speaker: None,
            topic: "relations".to_owned(),
            parties: Vec::new(),
            quote: here.clone(),
        }],
        authors: vec![Author {
            name: format!("Author of {name}"),
            note: Some("Writes.".to_owned()),
            quote: here,
        }],
        document,
        signature: None,
    }
}
