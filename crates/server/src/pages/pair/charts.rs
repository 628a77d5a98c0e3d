//! The charts of a pair: turnover with what was said of it, the gap between the reports, each flow.

use super::lead::signed;
use super::marks_on::{chosen, class, year};
use super::table::{gap, table};
use super::targets::Target;
use super::years::{Year, Years};
use crate::pages::amounts::{Amounts, place};
use crate::pages::chart::{Ahead, Column, Mark, Series, Size, TimeChart, columns};
use crate::pages::parts::{cut, quoted, stated};
use crate::pages::said::{anchor, sources};
use crate::pages::words::{Words, text};
use crate::pages::{Visit, marks};
use entente_model::decimal::rounded;
use entente_model::{Arg, Claim, Decimal, Modality, Outcome, Unit};
use entente_observatory::pair::Row;
use entente_observatory::standing::Standing;
use entente_observatory::statements::Statement;
use maud::{Markup, html};

/// Draws all of them, each with its caption.
pub(crate) fn charts(
    visit: &Visit,
    standing: &Standing,
    years: &Years<'_>,
    targets: &[Target<'_>],
) -> Markup {
    html! {
        (turnover(visit, standing, years, targets))
        (gaps(visit, years))
        (flows(visit, years))
    }
}

/// What is written of a statement on the chart and under it.
struct Label<'a> {
    statement: &'a Statement,
    year: i16,
    number: String,
    short: String,
    full: String,
    href: String,
}

fn labels<'a>(words: Words, standing: &'a Standing, years: &Years<'_>) -> Vec<Label<'a>> {
    let found = chosen(standing, years).into_iter().filter_map(|at| {
        let statement = standing.statements.get(at)?;
        Some((statement, year(statement)?, statement.outcome()?))
    });
    let label = |(number, (statement, year, outcome)): (usize, (&'a Statement, i16, Outcome))| {
        let claim = &statement.claim.claim.claim;
        let is_target = claim.modality != Modality::Actual;
        let short =
            if is_target { stated(words, claim) } else { quoted(words, &cut(&claim.quote.exact, 24)) };
        let said = mark_name(words, claim, year);
        let full = format!("{number}. {said}: {}", words.outcome_in_a_row(outcome));
        Label {
            statement,
            year,
            number: number.to_string(),
            short,
            full,
            href: format!("#{}", anchor(statement)),
        }
    };
    found.enumerate().map(|(at, found)| label((at + 1, found))).collect()
}

fn turnover(visit: &Visit, standing: &Standing, years: &Years<'_>, targets: &[Target<'_>]) -> Markup {
    let words = visit.words;
    let labels = labels(words, standing, years);
    let unit = years.amounts.label(words);
    let names =
        years.countries.map(|country| words.with("pair-as-reports", [("country", Arg::Country(country))]));
    let open = targets.iter().filter(|target| target.deadline().is_some()).find_map(|t| Some((t, t.pace()?)));
    let open =
        open.filter(|(target, _)| labels.iter().any(|label| std::ptr::eq(label.statement, target.statement)));
    let (need, pace) = (
        open.map(|(_, pace)| {
            words.with(
                "pair-needs",
                [("percent", text(words.quantity(rounded(pace.needed, 1), Unit::Percent)))],
            )
        }),
        open.and_then(|(_, pace)| pace.so_far).map(|so_far| {
            words.with("pair-at-pace", [("percent", text(words.quantity(rounded(so_far, 1), Unit::Percent)))])
        }),
    );
    let ahead = open.and_then(|(target, pace)| {
        let from = (pace.last_period.whole_year()?, years.amounts.place(pace.last_value));
        let goal = years.amounts.place(target.statement.claim.claim.claim.value);
        Some((from, target.deadline()?, goal, pace.so_far.map(place)))
    });
    let chart = TimeChart {
        id: "f1",
        unit: &unit,
        decimal: decimal_sign(words),
        series: vec![
            Series { class: "a", label: &names[0], points: points(years.shown(), years.amounts, 0) },
            Series { class: "b", label: &names[1], points: points(years.shown(), years.amounts, 1) },
        ]
        .into_iter()
        .filter(|series| !series.points.is_empty())
        .collect(),
        marks: labels.iter().map(|label| mark(label, years.amounts)).collect(),
        goal: ahead.map(|(_, _, goal, _)| goal),
        need: ahead.zip(need.as_deref()).map(|((from, year, goal, _), words)| Ahead {
            from,
            to: (year, goal),
            words,
        }),
        pace: ahead.zip(pace.as_deref()).and_then(|((from, year, _, so_far), words)| {
            let to = from.1 * (1.0 + so_far? / 100.0).powf(f64::from(year) - f64::from(from.0));
            Some(Ahead { from, to: (year, to), words })
        }),
        until: None,
        highest: None,
        height: if ahead.is_some() { 440.0 } else { 360.0 },
    };
    html! {
        figure class="fig" {
            figcaption { h3 id="f1" { (turnover_title(words, years, targets)) } p class="sub" id="f1-d" { (words.text("pair-turnover-sub")) } }
            @for size in Size::BOTH { (chart.draw(size)) }
            (keys(visit, &labels, standing))
            (sources(visit, &standing.publications))
            p class="src" { (words.text("pair-turnover-how")) }
            div class="acts" {
                details class="disc" { summary { (words.text("pair-numbers")) } (table(visit, years)) }
                (downloads(visit, standing))
            }
        }
    }
}

fn downloads(visit: &Visit, standing: &Standing) -> Markup {
    let words = visit.words;
    let pair = standing.profile.pair;
    html! {
        span class="soft" {
            (words.text("pair-data")) " "
            a href=(visit.link(&format!("/api/v1/pairs/{pair}/series"))) aria-label=(words.text("pair-data-json")) { "JSON" }
        }
    }
}

/// Writes what a statement says of which year.
fn mark_name(words: Words, claim: &Claim, year: i16) -> String {
    let args = [("value", text(stated(words, claim))), ("year", text(year.to_string()))];
    match claim.modality {
        Modality::Actual => words.with("pair-mark-said", args),
        Modality::Planned => words.with("pair-mark-plan", args),
        Modality::Target => words.with("pair-mark-target", args),
    }
}

fn mark<'m>(label: &'m Label<'_>, amounts: Amounts) -> Mark<'m> {
    let statement = label.statement;
    Mark {
        year: label.year,
        value: amounts.place(statement.claim.claim.claim.value),
        outcome: statement.outcome().unwrap_or(Outcome::NoData),
        number: &label.number,
        words: &label.short,
        name: &label.full,
        href: &label.href,
        priority: class(statement),
    }
}

/// The numbered list under the chart.
fn keys(visit: &Visit, labels: &[Label<'_>], standing: &Standing) -> Markup {
    let words = visit.words;
    html! {
        @if !labels.is_empty() {
            ol class="keys" {
                @for label in labels {
                    @let claim = &label.statement.claim.claim.claim;
                    @let outcome = label.statement.outcome().unwrap_or(Outcome::NoData);
                    li { a href=(label.href) {
                        b { (label.number) }
                        (marks::glyph(outcome))
                        span {
                            span class="said" { (mark_name(words, claim, label.year)) }
                            small class="soft" {
                                (words.outcome(outcome)) ", "
                                @match label.statement.first_said {
                                    Some(day) => (words.with("pair-said-on", [("date", text(words.date(day)))])),
                                    None => (words.text("said-undated")),
                                }
                                @if let Some(value) = standing.verdicts.get(&label.statement.claim.claim.id).and_then(|v| v.computed) {
                                    @if outcome != Outcome::Open { "; " (words.with("pair-computed", [("value", text(words.quantity(value, claim.unit)))])) }
                                }
                            }
                        }
                    } }
                }
            }
        }
    }
}

fn points(years: &[Year<'_>], amounts: Amounts, side: usize) -> Vec<(i16, f64)> {
    years.iter().filter_map(|year| Some((year.year, amounts.place(year.turnover(side)?)))).collect()
}

fn decimal_sign(words: Words) -> char {
    words.fixed(Decimal::new(15, 1), 1).chars().nth(1).unwrap_or('.')
}

/// A finding, where the figures of both sides agree on one; else the subject.
fn turnover_title(words: Words, years: &Years<'_>, targets: &[Target<'_>]) -> String {
    let common: Vec<&Year<'_>> = years.shown().iter().filter(|year| year.both().is_some()).collect();
    let ends = common.first().zip(common.last()).filter(|(first, last)| first.year < last.year);
    let changes = ends.and_then(|(first, last)| {
        let ((a0, b0), (a1, b1)) = (first.both()?, last.both()?);
        Some([
            super::years::percent(a1.checked_sub(a0)?, a0)?,
            super::years::percent(b1.checked_sub(b0)?, b0)?,
        ])
    });
    let span = || {
        let (first, last) = ends.map_or((0, 0), |(first, last)| (first.year, last.year));
        [("from", text(first.to_string())), ("to", text(last.to_string()))]
    };
    let five = Decimal::from(5);
    let subject = match changes {
        Some(changes) if changes.iter().all(|change| *change > five) => {
            words.with("pair-turnover-more", span())
        }
        Some(changes) if changes.iter().all(|change| *change < -five) => {
            words.with("pair-turnover-less", span())
        }
        _ => words.text("pair-turnover"),
    };
    let highest = years.rows.iter().flat_map(|year| [year.turnover(0), year.turnover(1)]).flatten().max();
    let is_ahead = |target: &&Target<'_>| {
        let claim = &target.statement.claim.claim.claim;
        target.is_open() && claim.unit == years.unit && highest.is_some_and(|highest| highest < claim.value)
    };
    let ahead = targets.iter().find(is_ahead);
    match ahead {
        Some(target) if changes.is_some() => words
            .with("pair-turnover-below", [("subject", text(subject)), ("value", text(target.value(words)))]),
        _ => subject,
    }
}

fn gaps(visit: &Visit, years: &Years<'_>) -> Markup {
    let words = visit.words;
    let found: Vec<(i16, Decimal, Decimal)> =
        years.shown().iter().filter_map(|year| gap(year).map(|(gap, part)| (year.year, gap, part))).collect();
    let Some(widest) = found.iter().map(|(_, _, part)| part.abs()).max() else { return html! {} };
    let largest = found.iter().map(|(_, gap, _)| gap.abs()).max().unwrap_or_default();
    let amounts =
        Amounts::new(years.unit, largest, largest.checked_div(Decimal::ONE_HUNDRED).unwrap_or_default());
    let written: Vec<(String, f64, String)> = found
        .iter()
        .map(|(year, gap, _)| (year.to_string(), amounts.place(*gap), amounts.signed(*gap, words)))
        .collect();
    let drawn: Vec<Column<'_>> =
        written.iter().map(|(label, value, text)| Column { label, value: *value, text }).collect();
    let [up, down] =
        years.countries.map(|country| words.with("pair-reports-more", [("country", Arg::Country(country))]));
    let (first, last) = (found.first().map_or(0, |f| f.0), found.last().map_or(0, |f| f.0));
    let title = words.with(
        "pair-gap-title",
        [
            ("from", text(first.to_string())),
            ("to", text(last.to_string())),
            ("percent", text(signed(words, widest).trim_start_matches('+').to_owned())),
        ],
    );
    let [one, two] = years.countries;
    let sub =
        [("first", Arg::Country(one)), ("second", Arg::Country(two)), ("unit", text(amounts.label(words)))];
    html! {
        figure class="fig" {
            figcaption { h3 id="f2" { (title) } p class="sub" id="f2-d" { (words.with("pair-gap-sub", sub)) } }
            @for size in Size::BOTH { (columns("f2", &drawn, &up, &down, size)) }
            p class="src" { (words.text("pair-same-source")) }
        }
    }
}

/// One flow as the seller and as the buyer record it.
struct Flow {
    seller: usize,
    sold: Vec<(i16, f64)>,
    bought: Vec<(i16, f64)>,
}

fn flow(years: &Years<'_>, seller: usize) -> Flow {
    let of = |side: usize, value: fn(&Row) -> Option<Decimal>| {
        let point = |year: &Year<'_>| {
            let row = year.rows.get(side).copied().flatten()?;
            Some((year.year, years.amounts.place(value(row)?)))
        };
        years.shown().iter().filter_map(point).collect::<Vec<_>>()
    };
    Flow { seller, sold: of(seller, |row| row.exports), bought: of(1 - seller, |row| row.imports) }
}

fn flows(visit: &Visit, years: &Years<'_>) -> Markup {
    let words = visit.words;
    let both = [flow(years, 0), flow(years, 1)];
    if both.iter().all(|flow| flow.sold.is_empty() && flow.bought.is_empty()) {
        return html! {};
    }
    let all = both.iter().flat_map(|flow| flow.sold.iter().chain(&flow.bought));
    let highest = all.map(|(_, value)| *value).fold(0.0, f64::max);
    html! {
        figure class="fig" {
            figcaption {
                h3 id="f3" { (flows_title(words, years)) }
                p class="sub" { (words.with("pair-flows-sub", [("unit", text(years.amounts.label(words)))])) }
            }
            div class="panels" {
                @for (flow, id) in both.iter().zip(["f3a", "f3b"]) { (panel(visit, years, flow, id, highest)) }
            }
            p class="src" { (words.text("pair-same-source")) }
        }
    }
}

fn panel(visit: &Visit, years: &Years<'_>, flow: &Flow, id: &str, highest: f64) -> Markup {
    let words = visit.words;
    let names = years.countries.map(|country| words.country(country));
    let (seller, buyer) = (names[flow.seller], names[1 - flow.seller]);
    let unit = years.amounts.label(words);
    let sold = words.with("pair-sold", [("country", text(seller))]);
    let bought = words.with("pair-bought", [("country", text(buyer))]);
    let classes = if flow.seller == 0 { ["a", "b"] } else { ["b", "a"] };
    let mut series = vec![
        Series { class: classes[0], label: &sold, points: flow.sold.clone() },
        Series { class: classes[1], label: &bought, points: flow.bought.clone() },
    ];
    series.retain(|series| !series.points.is_empty());
    series.sort_by_key(|series| series.class);
    let chart = TimeChart {
        id,
        unit: &unit,
        decimal: decimal_sign(words),
        series,
        marks: Vec::new(),
        goal: None,
        need: None,
        pace: None,
        until: None,
        highest: Some(highest),
        height: 260.0,
    };
    let newest = |points: &[(i16, f64)]| points.last().map(|(year, _)| year.to_string()).unwrap_or_default();
    let described = [
        ("seller", text(seller)),
        ("buyer", text(buyer)),
        (
            "from",
            text(flow.sold.first().or(flow.bought.first()).map(|p| p.0.to_string()).unwrap_or_default()),
        ),
        ("to", text(newest(if flow.sold.is_empty() { &flow.bought } else { &flow.sold }))),
    ];
    html! {
        div {
            h4 id=(id) { (words.with("pair-flow", [("seller", text(seller)), ("buyer", text(buyer))])) }
            p class="vh" id={ (id) "-d" } { (words.with("pair-flow-described", described)) }
            (chart.draw(Size::Panel))
        }
    }
}

/// Who sold more in the newest year, where all reports of both flows agree on it; else the subject.
fn flows_title(words: Words, years: &Years<'_>) -> String {
    let newest = years.newest_of_both();
    let values = newest.and_then(|year| {
        let [Some(one), Some(two)] = year.rows else { return None };
        Some((year.year, [one.exports?, two.imports?], [two.exports?, one.imports?]))
    });
    let (more, less, year) = match values {
        Some((year, there, back)) if there.iter().min() > back.iter().max() => (0, 1, year),
        Some((year, there, back)) if back.iter().min() > there.iter().max() => (1, 0, year),
        _ => return words.text("pair-flows"),
    };
    words.with(
        "pair-flows-more",
        [
            ("year", text(year.to_string())),
            ("seller", Arg::Country(years.countries[more])),
            ("buyer", Arg::Country(years.countries[less])),
        ],
    )
}
