//! Fills a registry with made-up documents and claims, to measure a server with.
//!
//!     cargo run --release -p entente-observatory --example synthetic -- URL DOCUMENTS CLAIMS_A_DOCUMENT
//!
//! The same arguments give the same registry. Pairs, kinds, outcomes and days are spread as in the news: few pairs have
//! most of it. The bytes of the documents are not kept, so `maintenance verify` finds them missing.
#![expect(clippy::print_stderr, reason = "a program for the terminal")]

use entente_model::{
    Attribution, Author, Basis, Claim, ClaimKind, ClaimVersionId, Country, DateBasis, DefinitionId, Document,
    DocumentId, Input, Lang, MentionId, Message, Modality, Outcome, Period, Quote, ReadingId, Release,
    Snapshot, SnapshotHash, Source, Stated, Status, Tier, Tried, Unit, Verdict, VerdictId,
};
use entente_observatory::filing::group_keys;
use entente_observatory::{Mode, Registry, Url, definitions};
use entente_store::{FiledClaim, FiledVerdict, Filing, ReadingRecord};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use std::error::Error;

/// So many documents go into one transaction.
const TOGETHER: u32 = 500;
const AS_OF: Date = date(2026, 11, 26);
const VERSION: &str = "synthetic";
const COUNTRIES: &[&str] = &[
    "KAZ", "UZB", "KGZ", "CHN", "RUS", "TUR", "TJK", "TKM", "AZE", "DEU", "KOR", "IND", "ITA", "USA", "JPN",
    "POL", "GEO", "ARM", "BLR", "IRN", "ARE", "AFG", "MNG", "PAK", "GBR", "FRA", "VNM", "MYS", "BRA", "EGY",
];
/// Kinds with their weights, out of a hundred.
const KINDS: &[(ClaimKind, u64)] = &[
    (ClaimKind::TradeTurnover, 30),
    (ClaimKind::Exports, 12),
    (ClaimKind::Imports, 6),
    (ClaimKind::TradeGrowth, 10),
    (ClaimKind::TradeShare, 4),
    (ClaimKind::PartnerRank, 3),
    (ClaimKind::ProjectCount, 12),
    (ClaimKind::ProjectValue, 9),
    (ClaimKind::ProjectJobs, 5),
    (ClaimKind::Investment, 6),
    (ClaimKind::CompanyCount, 3),
];
/// Outcomes with their weights, out of a hundred.
const OUTCOMES: &[(Outcome, u64)] = &[
    (Outcome::NoData, 48),
    (Outcome::Supported, 20),
    (Outcome::SupportedOtherwise, 9),
    (Outcome::Near, 7),
    (Outcome::Contradicted, 5),
    (Outcome::NotComparable, 4),
    (Outcome::Open, 5),
    (Outcome::Met, 1),
    (Outcome::Missed, 1),
];

/// A small pseudo-random generator (xorshift64*, Vigna 2016), seeded.
struct Draws(u64);

impl Draws {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % n.max(1)
    }

    fn small(&mut self, n: u32) -> u32 {
        u32::try_from(self.below(n.into())).unwrap_or(0)
    }

    fn weighted<T: Copy>(&mut self, choices: &[(T, u64)]) -> Option<T> {
        let mut left = self.below(choices.iter().map(|(_, weight)| weight).sum());
        choices
            .iter()
            .find(|(_, weight)| {
                let found = left < *weight;
                left = left.saturating_sub(*weight);
                found
            })
            .map(|(choice, _)| *choice)
    }

    /// A country, the first of the list most often: the lower of two draws, twice.
    fn country(&mut self, countries: &[Country]) -> Option<Country> {
        let n = countries.len() as u64;
        let at = self.below(n).min(self.below(n)).min(self.below(n)).min(self.below(n));
        countries.get(usize::try_from(at).ok()?).copied()
    }
}

/// What every document is made with.
struct Maker {
    countries: Vec<Country>,
    definitions: Vec<DefinitionId>,
    releases: Vec<Release>,
    claims: u32,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [url, documents, claims] = arguments.as_slice() else {
        return Err("expected three arguments: URL, documents, claims a document".into());
    };
    let (url, documents): (Url, u32) = (url.parse()?, documents.parse()?);
    let registry = Registry::open(&url, Mode::Create).await?;
    let maker = Maker {
        countries: COUNTRIES.iter().map(|code| code.parse()).collect::<Result<_, _>>()?,
        definitions: definitions().iter().map(|definition| definition.id.clone()).take(6).collect(),
        releases: registry.releases().await?.releases,
        claims: claims.parse()?,
    };
    for first in (0..documents).step_by(usize::try_from(TOGETHER)?) {
        let mut tx = registry.store().begin().await?;
        for number in first..documents.min(first + TOGETHER) {
            tx.file(&maker.filing(number).ok_or("a document cannot be made")?).await?;
        }
        tx.commit().await?;
        if first % 10_000 == 0 {
            eprintln!("{first} of {documents} documents");
        }
    }
    registry.store().clone().close().await;
    Ok(())
}

impl Maker {
    fn filing(&self, number: u32) -> Option<Filing> {
        let mut draws = Draws(u64::from(number).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let first = draws.country(&self.countries)?;
        let second =
            std::iter::repeat_with(|| draws.country(&self.countries)).flatten().find(|c| *c != first)?;
        let mut parties = vec![first, second];
        parties.sort_unstable();
        let source = source(draws.small(24))?;
        let published = date(2006, 1, 1).checked_add(i64::from(draws.small(7600)).days()).ok()?;
        let names: Vec<&str> = parties.iter().map(|party| party.name(Lang::En)).collect();
        let title = format!("{} speak about cooperation, part {number}", names.join(" and "));
        let sentence =
            |n: u32| format!("{title}, figure {n}: ${n}.{:02} billion of mutual trade. ", number % 100);
        let text: String = (1..=self.claims).map(sentence).collect();
        let hash = SnapshotHash::of(text.as_bytes());
        let url = format!("https://{}/{published}/{number}", source.hosts.first()?);
        let document = Document {
            id: DocumentId::of_address(&url),
            source: Some(source.id.clone()),
            url: Some(url),
            title: Some(title),
            lang: if draws.below(3) == 0 { Lang::Ru } else { Lang::En },
            published: Some(published),
            published_basis: DateBasis::Given,
            snapshot: hash.clone(),
            text_hash: hash.clone(),
            chars: text.chars().count(),
        };
        let at = TimeZone::UTC.to_timestamp(published.at(12, 0, 0, 0)).ok()?;
        let claims: Option<Vec<FiledClaim>> = (1..=self.claims)
            .map(|n| {
                self.claim(
                    &mut draws,
                    &document,
                    &text,
                    &format!("${n}.{:02} billion", number % 100),
                    &parties,
                    at,
                )
            })
            .collect();
        let here = Quote::cut(&text, 0..1, 0)?;
        let author = Author { name: format!("Author {}", draws.below(400)), note: None, quote: here };
        Some(Filing {
            source: Some(source),
            snapshot: Snapshot {
                hash: hash.clone(),
                document: document.id.clone(),
                seen: at,
                bytes: text.len() as u64,
                encoding: "UTF-8".to_owned(),
                content_type: None,
            },
            reading: ReadingRecord {
                id: ReadingId::new(&hash, &hash, VERSION, &document),
                extractor: VERSION.to_owned(),
                attribution: Attribution::default(),
                at,
            },
            claims: claims?,
            document,
            events: Vec::new(),
            officials: Vec::new(),
            projects: Vec::new(),
            remarks: Vec::new(),
            authors: vec![author],
            signature: None,
        })
    }

    fn claim(
        &self,
        draws: &mut Draws,
        document: &Document,
        text: &str,
        exact: &str,
        parties: &[Country],
        at: Timestamp,
    ) -> Option<FiledClaim> {
        let start = text.find(exact)?;
        let quote = Quote::cut(text, start..start + exact.len(), text[..start].chars().count())?;
        let stated =
            Stated { value: (1_000_000 * i64::from(draws.small(90_000))).into(), step: 1_000_000.into() };
        let kind = draws.weighted(KINDS)?;
        let mut claim = Claim::new(kind, parties.to_vec(), stated, unit(kind)?, quote);
        claim.period = Period::year(document.published?.year() - 1);
        let outcome = draws.weighted(OUTCOMES)?;
        if matches!(outcome, Outcome::Open | Outcome::Met | Outcome::Missed) {
            claim.modality = Modality::Target;
        }
        let id = MentionId::new(&document.id, exact, 0);
        let version =
            ClaimVersionId::new(&id, VERSION, &document.snapshot, &serde_json::to_string(&claim).ok()?);
        let verdict = self.verdict(draws, outcome, &claim)?;
        let verdict = FiledVerdict {
            id: VerdictId::new(&version, VERSION, &verdict.releases(), AS_OF),
            grid: VERSION.to_owned(),
            as_of: document.published?,
            made: at,
            verdict,
        };
        let keys = group_keys(&claim, document.published?);
        Some(FiledClaim { id, version, claim, keys, verdict })
    }

    /// A verdict of the size of a real one: each definition with two inputs.
    fn verdict(&self, draws: &mut Draws, outcome: Outcome, claim: &Claim) -> Option<Verdict> {
        let release = &self.releases.get(usize::try_from(draws.below(self.releases.len() as u64)).ok()?)?.id;
        let input = |flow: &str| {
            Some(Input {
                observation: format!("{release}#KAZ.UZB.{flow}._.2023.FOB.goods.USD").parse().ok()?,
                dataset: "stat.gov.kz/trade-by-country".to_owned(),
                release: release.clone(),
                value: claim.value,
                basis: Basis::Goods,
                status: Status::Final,
            })
        };
        let inputs: Vec<Input> = ["X", "M"].into_iter().map(input).collect::<Option<_>>()?;
        let tried = self.definitions.iter().map(|definition| Tried {
            definition: definition.clone(),
            plain: true,
            formula: "X(KAZ,UZB) + M(KAZ,UZB) in 2023, as KAZ reports".to_owned(),
            computed: Some(claim.value),
            unit: claim.unit,
            range: None,
            matches: outcome == Outcome::Supported,
            within_rounding: false,
            period: claim.period,
            basis: Basis::Goods,
            missing: Vec::new(),
            inputs: inputs.clone(),
            rates: Vec::new(),
        });
        Some(Verdict {
            outcome,
            definition: self.definitions.first().cloned(),
            computed: Some(claim.value),
            interval: claim.asserts(),
            assumed_period: None,
            summary: Message::new("summary-other-documents"),
            tried: tried.collect(),
            chance: None,
            one_side_only: None,
            within_rounding: false,
            excess: None,
            notes: Vec::new(),
            outlook: None,
        })
    }
}

fn unit(kind: ClaimKind) -> Option<Unit> {
    match kind {
        ClaimKind::TradeGrowth | ClaimKind::TradeShare => "percent".parse().ok(),
        ClaimKind::PartnerRank => "rank".parse().ok(),
        ClaimKind::ProjectJobs => "jobs".parse().ok(),
        ClaimKind::ProjectCount | ClaimKind::CompanyCount => Some(Unit::Count),
        _ => "USD".parse().ok(),
    }
}

fn source(number: u32) -> Option<Source> {
    Some(Source {
        id: format!("outlet-{number}").parse().ok()?,
        name: format!("Outlet {number}"),
        country: None,
        languages: vec![Lang::En, Lang::Ru],
        tier: Tier::Media,
        hosts: vec![format!("outlet-{number}.example")],
    })
}
