//! Fills a registry with made-up documents and claims, to measure a server with.
//!
//!     cargo run --release -p entente-observatory --example synthetic -- URL DOCUMENTS CLAIMS_A_DOCUMENT
//!
//! The same arguments give the same registry. Pairs, kinds, outcomes and days are spread as in the news. Of sixty pairs the
//! n-th has a share in proportion to n to the power of -0.7, so that the first has a tenth of all claims. Each quantity of a
//! year has a figure that most texts give, exactly or rounded; some give what the other side reports, a few an older one, one
//! in fifty a slip of scale. Goals are round numbers for round years that are repeated for years. The bytes of the documents
//! are not kept, so `maintenance verify` finds them missing, and no two of them are near-copies.
#![expect(clippy::print_stderr, reason = "a program for the terminal")]

use entente_model::{
    Attribution, Author, Basis, Claim, ClaimKind, ClaimVersionId, Country, DateBasis, DefinitionId, Document,
    DocumentId, Input, Lang, MentionId, Message, Modality, Outcome, Period, Portion, Quote, ReadingId,
    Release, Snapshot, SnapshotHash, Source, Stated, Status, Tier, Tried, Unit, Verdict, VerdictId,
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
/// So many pairs are spoken of.
const PAIRS: u32 = 60;
/// Values of goals, in billions.
const GOALS: &[i64] = &[1, 2, 3, 5, 10, 15, 20];
/// Portions of a portfolio with their weights.
const PORTIONS: &[(Option<Portion>, u64)] = &[
    (Some(Portion::Total), 50),
    (Some(Portion::Implemented), 25),
    (Some(Portion::Ongoing), 10),
    (Some(Portion::Planned), 15),
];
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

    /// Says whether something happens that does so in so many of a hundred cases.
    fn happens(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// Returns the pairs with their shares, those first that are spoken of most: neighbours in the list of countries.
fn pairs(countries: &[Country]) -> Vec<([Country; 2], u64)> {
    let apart = (1..countries.len()).flat_map(|gap| countries.iter().zip(countries.iter().skip(gap)));
    let sorted = |(a, b): (&Country, &Country)| [*a.min(b), *a.max(b)];
    let share = |n: u32| (1e6 / f64::from(n).powf(0.7)).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a million")]
    apart.map(sorted).zip((1..=PAIRS).map(|n| share(n) as u64)).collect()
}

/// Returns a number that is the same for the same parts.
fn hashed(parts: &[&str]) -> u64 {
    parts.iter().flat_map(|part| part.bytes().chain([0])).fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

/// Rounds a number to so many digits and returns it with the worth of one unit of the last of them.
fn rounded(value: u64, digits: u32) -> Stated {
    let mut step = 1;
    while value / step >= 10_u64.pow(digits) {
        step *= 10;
    }
    Stated { value: ((value + step / 2) / step * step).into(), step: step.into() }
}

/// What every document is made with.
struct Maker {
    pairs: Vec<([Country; 2], u64)>,
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
    let countries: Vec<Country> = COUNTRIES.iter().map(|code| code.parse()).collect::<Result<_, _>>()?;
    let maker = Maker {
        pairs: pairs(&countries),
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
        let parties = draws.weighted(&self.pairs)?.to_vec();
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
        let kind = draws.weighted(KINDS)?;
        let outcome = draws.weighted(OUTCOMES)?;
        // Goals are set for trade and investment.
        let is_goal = matches!(outcome, Outcome::Open | Outcome::Met | Outcome::Missed);
        let kind = match kind {
            ClaimKind::Investment | ClaimKind::Exports => kind,
            _ if is_goal => ClaimKind::TradeTurnover,
            _ => kind,
        };
        let year = document.published?.year();
        let months = (kind.is_trade() && !is_goal && draws.happens(25)).then(|| 1 + draws.small(11));
        let stated = figure(draws, kind, parties, if months.is_some() { year } else { year - 1 }, months);
        let mut claim = Claim::new(kind, parties.to_vec(), stated, unit(kind)?, quote);
        claim.period = match months {
            Some(months) => format!("{year}-01/{year}-{months:02}").parse().ok(),
            None => Period::year(year - 1),
        };
        if is_goal {
            claim.modality = Modality::Target;
            let value = 1_000_000_000 * GOALS[usize::try_from(draws.below(GOALS.len() as u64)).ok()?];
            (claim.value, claim.precision) = (value.into(), 1_000_000_000.into());
            claim.period = (!draws.happens(30)).then(|| Period::year(year / 5 * 5 + 5)).flatten();
        } else if kind.is_portfolio() {
            claim.stage = draws.weighted(PORTIONS)?;
            claim.period = None;
            claim.modality = if draws.happens(25) { Modality::Planned } else { Modality::Actual };
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

/// Makes the number of a claim of one year, or of its first months.
fn figure(draws: &mut Draws, kind: ClaimKind, parties: &[Country], year: i16, months: Option<u32>) -> Stated {
    let about = |year: i16| {
        let names: Vec<&str> = parties.iter().map(|party| party.alpha3()).collect();
        let own = hashed(&[kind.as_str(), names.join("-").as_str(), year.to_string().as_str()]);
        match kind {
            ClaimKind::TradeGrowth | ClaimKind::TradeShare => 1 + own % 60,
            ClaimKind::PartnerRank => 1 + own % 12,
            ClaimKind::ProjectCount | ClaimKind::CompanyCount => 20 + own % 400,
            ClaimKind::ProjectJobs => 2_000 + own % 40_000,
            _ => 100_000_000 + own % 9_900_000_000,
        }
    };
    let true_one = about(year);
    let told = match draws.below(100) {
        0..76 => true_one,
        // What the other side reports.
        76..90 => true_one + true_one / 12,
        90..98 => about(year - 1),
        _ => true_one / 1000,
    };
    let told = if unit(kind).is_some_and(Unit::is_money) {
        told * u64::from(months.unwrap_or(12)) / 12
    } else {
        told
    };
    rounded(told.max(1), draws.weighted(&[(2, 55), (3, 30), (4, 15)]).unwrap_or(2))
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
