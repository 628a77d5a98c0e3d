//! Pairs: which there are, their trade by year and by period.

use crate::api::kind::{PAIR, YEARS};
use crate::api::operation::{Operation, Parameter, Reply, RestsOn, kept};
use crate::api::params::{AS_OF, AT_MOST, GOES_ON};
use crate::api::{input::Input, run};
use crate::app::App;
use crate::problem::Problem;
use axum::http::Method;
use entente_model::{Lang, Pair};
use entente_observatory::Figures;
use entente_observatory::answers::{List, PairItem};
use entente_observatory::mirror::{Mirror, mirror as two_sides};
use entente_observatory::pair::{self, Profile};
use jiff::civil::Date;

const OF: Parameter = Parameter::path(
    "pair",
    PAIR,
    "Two countries in alphabetical order; in the other order, the answer is 308 to this one.",
);
const ONLY: Parameter = Parameter::query("years", YEARS, "Only these years.");

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        id: "listPairs",
        method: Method::GET,
        path: "/pairs",
        summary: "Lists the pairs that claims are about, with how many claims have each outcome.",
        parameters: &[AT_MOST, GOES_ON, AS_OF],
        answer: |generator| generator.subschema_for::<List<PairItem>>(),
        statuses: &["200"],
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(list),
    },
    Operation {
        id: "getPair",
        method: Method::GET,
        path: "/pairs/{pair}",
        summary: "Tells the trade of two countries by year, as each of them reports it.",
        parameters: &[OF, ONLY, AS_OF],
        answer: |generator| generator.subschema_for::<Profile>(),
        statuses: &["200"],
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(profile),
    },
    Operation {
        id: "getSeries",
        method: Method::GET,
        path: "/pairs/{pair}/series",
        summary: "Tells every period of two countries: years, months and the year so far, as each reports it.",
        parameters: &[OF, ONLY, AS_OF],
        answer: |generator| generator.subschema_for::<Profile>(),
        statuses: &["200"],
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(series),
    },
    Operation {
        id: "getMirror",
        method: Method::GET,
        path: "/pairs/{pair}/mirror",
        summary: "Tells each flow between two countries as its seller and as its buyer record it, with the gap and its causes.",
        parameters: &[OF, ONLY, AS_OF],
        answer: |generator| generator.subschema_for::<Mirror>(),
        statuses: &["200"],
        rests_on: RestsOn::Registry,
        role: None,
        cost: 1,
        run: run!(mirror),
    },
];

async fn list(app: App, input: Input) -> Result<Reply, Problem> {
    let list = app.registry()?.pairs(input.as_of()).await?;
    kept(&input.part(list, |item| item.pair.to_string())?)
}

async fn profile(app: App, input: Input) -> Result<Reply, Problem> {
    show(app, input, pair::profile).await
}

async fn series(app: App, input: Input) -> Result<Reply, Problem> {
    show(app, input, pair::series).await
}

async fn show(app: App, input: Input, make: fn(&Figures, Pair, Date) -> Profile) -> Result<Reply, Problem> {
    let pair: Pair = input.need("pair")?;
    let figures = app.registry()?.between(pair).await?;
    let mut profile = make(&figures, pair, input.as_of());
    if let Some((first, last)) = years(&input)? {
        profile.keep_years(first, last);
    }
    if profile.rows.is_empty() {
        return Err(no_figures(pair, &input));
    }
    kept(&profile)
}

async fn mirror(app: App, input: Input) -> Result<Reply, Problem> {
    let pair: Pair = input.need("pair")?;
    let figures = app.registry()?.sides(pair).await?;
    let mut mirror = two_sides(figures, pair, input.as_of(), Lang::En);
    if let Some((first, last)) = years(&input)? {
        mirror.keep_years(first, last);
    }
    if mirror.rows.is_empty() {
        return Err(no_figures(pair, &input));
    }
    kept(&mirror)
}

fn years(input: &Input) -> Result<Option<(i16, i16)>, Problem> {
    let Some((first, last)) = input.text("years").and_then(|years| years.split_once('-')) else {
        return Ok(None);
    };
    let year = |year: &str| year.parse().map_err(|_| Problem::field("years", "is no stretch of years"));
    Ok(Some((year(first)?, year(last)?)))
}

fn no_figures(pair: Pair, input: &Input) -> Problem {
    let (a, b, day) = (pair.first(), pair.second(), input.as_of());
    Problem::not_found(format!("no figures of trade between {a} and {b} were on file on {day}"))
}
