//! What documents tell of two countries beside numbers: commissions and their sessions, officials, targets; and what is put
//! together of all of it: the portfolio, the brief.

use crate::api::input::{Input, not_of_the_list};
use crate::api::kind::{Kind, LANG, WORDS};
use crate::api::operation::{MARKDOWN, Operation, Parameter, Reply, WORD, kept, kept_as};
use crate::api::params::{ABOUT, AS_OF, AT_MOST, GOES_ON, OF};
use crate::api::{on_file, run};
use crate::app::App;
use crate::problem::Problem;
use entente_model::{Lang, Pair};
use entente_observatory::answers::List;
use entente_observatory::brief::{self, Brief};
use entente_observatory::officials::OfficialItem;
use entente_observatory::portfolio::Portfolio;
use entente_observatory::sessions::{CommissionItem, SessionItem};
use entente_observatory::since::SinceLast;
use entente_observatory::targets::{TargetItem, Targets};
use schemars::json_schema;

/// An id that is made of what it names: `KAZ-UZB-intergovernmental-21`.
const NAME: Kind = Kind {
    schema: |_| json_schema!({ "type": "string", "maxLength": 200, "examples": ["KAZ-UZB-intergovernmental-21"] }),
    read: |given| {
        let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '\'');
        let is_id = (1..=200).contains(&given.len()) && given.chars().all(is_plain);
        if is_id { Ok(given.to_owned()) } else { Err("is no id; take one from the list".to_owned()) }
    },
    is_number: false,
};
const ID: Parameter = Parameter::path("id", NAME, "Its id.");

/// Words of a name.
const ASKED: Parameter =
    Parameter::query("q", WORDS, "Only whose names have all these words, in whatever alphabet.");
const IN: Parameter =
    Parameter::query("lang", LANG, "The language that it is written in; English where it is left out.");

/// Makes the row of an operation that reads.
macro_rules! reads {
    ($id:literal, $path:literal, $summary:literal, $parameters:expr, $answer:ty, $cost:literal, $handler:path) => {
        Operation::reading(
            $id,
            $path,
            $summary,
            $parameters,
            |generator| generator.subschema_for::<$answer>(),
            run!($handler),
        )
        .costing($cost)
    };
}

pub(super) const OPERATIONS: &[Operation] = &[
    reads!(
        "listCommissions",
        "/commissions",
        "Lists the commissions that documents tell of, by pair and type: who led each for which country, its last and its next session.",
        &[ABOUT, AT_MOST, GOES_ON, AS_OF],
        List<CommissionItem>,
        2,
        commissions
    ),
    reads!(
        "getCommission",
        "/commissions/{id}",
        "Tells a commission.",
        &[ID, AS_OF],
        CommissionItem,
        1,
        commission
    ),
    reads!(
        "listSessions",
        "/sessions",
        "Lists the sessions of commissions, the newest first; one told by several outlets is one session with several sources.",
        &[ABOUT, AT_MOST, GOES_ON, AS_OF],
        List<SessionItem>,
        2,
        sessions
    ),
    reads!(
        "getSession",
        "/sessions/{id}",
        "Tells a session with every document that tells of it.",
        &[ID, AS_OF],
        SessionItem,
        1,
        session
    ),
    reads!(
        "getSinceLastSession",
        "/pairs/{pair}/since-last-session",
        "Tells what changed between two countries since the last session of their commission: new claims, moved targets, projects and action items that changed, what is overdue.",
        &[OF, AS_OF],
        SinceLast,
        4,
        since_last
    ),
    reads!(
        "listTargets",
        "/targets",
        "Lists targets, those first that were spoken of last: who set which value for when, how each stands, its pace and chance, and how well chances told what became of those that have ended.",
        &[ABOUT, AT_MOST, GOES_ON, AS_OF],
        Targets,
        4,
        targets
    ),
    reads!(
        "getTarget",
        "/targets/{id}",
        "Tells a target with its history.",
        &[ID, AS_OF],
        TargetItem,
        2,
        target
    ),
    reads!(
        "getPortfolio",
        "/pairs/{pair}/portfolio",
        "Tells what the register of joint projects adds up to beside what is said of it, and what of that does not fit together.",
        &[OF, AS_OF],
        Portfolio,
        4,
        portfolio
    ),
    reads!(
        "listOfficials",
        "/officials",
        "Lists who is named with which office from when to when, by the documents that do so.",
        &[ASKED, AT_MOST, GOES_ON, AS_OF],
        List<OfficialItem>,
        2,
        officials
    ),
    reads!(
        "getOfficial",
        "/officials/{id}",
        "Tells an official: offices over time, and which sessions of commissions they led.",
        &[ID, AS_OF],
        OfficialItem,
        2,
        official
    ),
    reads!(
        "getBrief",
        "/pairs/{pair}/brief",
        "Gives the brief on two countries: sentences, each with the notes that it rests on.",
        &[OF, IN, AS_OF],
        Brief,
        4,
        in_json
    ),
    reads!(
        "getBriefAsMarkdown",
        "/pairs/{pair}/brief.md",
        "Gives the brief on two countries as Markdown, with footnotes.",
        &[OF, IN, AS_OF],
        String,
        4,
        markdown
    ),
    reads!(
        "getBriefAsWord",
        "/pairs/{pair}/brief.docx",
        "Gives the brief on two countries as a Word document.",
        &[OF, IN, AS_OF],
        String,
        4,
        word
    ),
];

async fn commissions(app: App, input: Input) -> Result<Reply, Problem> {
    let list = app.registry()?.commissions(input.get("pair")?, input.as_of()).await?;
    kept(&input.part(list, |commission| commission.id.clone())?)
}

async fn commission(app: App, input: Input) -> Result<Reply, Problem> {
    let id: String = input.need("id")?;
    let pair: Option<Pair> = id.get(..7).and_then(|pair| pair.parse().ok());
    let found = match pair {
        Some(pair) => app.registry()?.commissions(Some(pair), input.as_of()).await?.items,
        None => Vec::new(),
    };
    kept(&on_file(found.into_iter().find(|commission| commission.id == id), "commission", id)?)
}

async fn sessions(app: App, input: Input) -> Result<Reply, Problem> {
    let list = app.registry()?.sessions(input.get("pair")?, input.as_of()).await?;
    kept(&input.part(list, |session| session.id.clone())?)
}

async fn session(app: App, input: Input) -> Result<Reply, Problem> {
    let id: String = input.need("id")?;
    kept(&on_file(app.registry()?.session(&id, input.as_of()).await?, "session", id)?)
}

async fn since_last(app: App, input: Input) -> Result<Reply, Problem> {
    let pair: Pair = input.need("pair")?;
    let as_of = input.as_of();
    let found =
        app.elsewhere(move |registry| async move { registry.since_last(pair, as_of).await }).await??;
    kept(&found.ok_or_else(|| {
        let day = input.as_of();
        Problem::not_found(format!("no session of {pair} that was held is on file on {day}"))
    })?)
}

async fn targets(app: App, input: Input) -> Result<Reply, Problem> {
    let Targets { list, back_test } = app.registry()?.targets(input.get("pair")?, input.as_of()).await?;
    kept(&Targets { list: input.part(list, |target| target.id.clone())?, back_test })
}

async fn target(app: App, input: Input) -> Result<Reply, Problem> {
    let id: String = input.need("id")?;
    let pair: Option<Pair> = id.get(..7).and_then(|pair| pair.parse().ok());
    let found = match pair {
        Some(pair) => app.registry()?.targets(Some(pair), input.as_of()).await?.list.items,
        None => Vec::new(),
    };
    kept(&on_file(found.into_iter().find(|target| target.id == id), "target", id)?)
}

async fn portfolio(app: App, input: Input) -> Result<Reply, Problem> {
    kept(&app.registry()?.portfolio(input.need("pair")?, input.as_of(), Lang::En).await?)
}

async fn officials(app: App, input: Input) -> Result<Reply, Problem> {
    let (asked, after) = (input.text("q").unwrap_or_default(), input.text("cursor"));
    let list = app.registry()?.officials(asked, after, input.as_of(), input.limit()).await?;
    kept(&list.ok_or_else(not_of_the_list)?)
}

async fn official(app: App, input: Input) -> Result<Reply, Problem> {
    let id: String = input.need("id")?;
    kept(&on_file(app.registry()?.official(&id, input.as_of()).await?, "official", id)?)
}

async fn briefed(app: &App, input: &Input) -> Result<Brief, Problem> {
    let lang = input.text("lang").and_then(|lang| lang.parse().ok()).unwrap_or(Lang::En);
    let pair: Pair = input.need("pair")?;
    let as_of = input.as_of();
    let brief =
        app.elsewhere(move |registry| async move { registry.brief(pair, as_of, lang).await }).await??;
    if brief.sections.is_empty() {
        return Err(Problem::not_found(format!("nothing was on file of {pair} on {}", input.as_of())));
    }
    Ok(brief)
}

async fn in_json(app: App, input: Input) -> Result<Reply, Problem> {
    kept(&briefed(&app, &input).await?)
}

async fn markdown(app: App, input: Input) -> Result<Reply, Problem> {
    Ok(kept_as(MARKDOWN, brief::markdown(&briefed(&app, &input).await?)))
}

async fn word(app: App, input: Input) -> Result<Reply, Problem> {
    let document = brief::docx(&briefed(&app, &input).await?).map_err(|error| {
        tracing::error!(%error, "a brief has no form as a Word document");
        Problem::internal()
    })?;
    Ok(kept_as(WORD, document))
}
