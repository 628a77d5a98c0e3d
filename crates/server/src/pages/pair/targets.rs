//! What the two countries aim at: who set what when, and how far they are.

use super::years::{Years, address};
use crate::pages::parts::{Part, evidence, sentence, stated, year};
use crate::pages::words::{Words, text};
use crate::pages::{Visit, marks};
use entente_model::decimal::rounded;
use entente_model::{Arg, ClaimKind, Measure, Modality, Outcome, Pace, Unit, Verdict};
use entente_observatory::standing::Standing;
use entente_observatory::statements::Statement;
use maud::{Markup, html};

/// A target on file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Target<'a> {
    pub(crate) statement: &'a Statement,
    pub(crate) verdict: Option<&'a Verdict>,
}

/// Returns the targets for the turnover of a pair: those that are open first, with a deadline before those without.
pub(crate) fn targets(standing: &Standing) -> Vec<Target<'_>> {
    let is_target = |statement: &&Statement| {
        let claim = &statement.claim.claim.claim;
        let level = matches!(claim.measure, None | Some(Measure::Level));
        let whole = claim.product.is_none() && claim.sector.is_none() && claim.place.is_none();
        let turnover = claim.kind == ClaimKind::TradeTurnover && claim.unit.is_money();
        claim.modality == Modality::Target && turnover && level && whole
    };
    let of = |statement| Target { statement, verdict: standing.verdicts.get(&statement.claim.claim.id) };
    let mut targets: Vec<Target<'_>> = standing.statements.iter().filter(is_target).map(of).collect();
    // Those with a deadline say more; among them the newest comes first.
    targets.sort_by_key(|target| (!target.is_open(), target.deadline().is_none()));
    targets
}

impl<'a> Target<'a> {
    pub(crate) fn is_open(&self) -> bool {
        self.statement.outcome() == Some(Outcome::Open)
    }

    /// Returns the year by which it is to be reached, where one is named.
    pub(crate) fn deadline(&self) -> Option<i16> {
        self.statement.period.map(|period| period.last_month().year())
    }

    /// Returns the year that its pace is reckoned to.
    pub(crate) fn horizon(&self) -> String {
        let horizon =
            self.verdict.and_then(|verdict| verdict.outlook.as_ref()).map(|outlook| outlook.horizon);
        horizon.or(self.statement.period).map(|period| period.to_string()).unwrap_or_default()
    }

    /// Returns the pace by the first reporter's figures, where the target is open and asks for growth.
    pub(crate) fn pace(&self) -> Option<&'a Pace> {
        let pace = self.verdict.filter(|_| self.is_open())?.outlook.as_ref()?.paces.first()?;
        (!pace.needed.is_sign_negative() && !pace.needed.is_zero()).then_some(pace)
    }

    /// Writes what it is and by when; where no date is named, the year that the pace is reckoned to.
    pub(crate) fn headline(&self, words: Words) -> String {
        let args = [("value", text(self.value(words))), ("year", text(self.horizon()))];
        match self.deadline() {
            Some(_) => words.with("pair-key-target", args),
            None => words.with("pair-key-target-undated", args),
        }
    }

    /// Writes its value.
    pub(crate) fn value(&self, words: Words) -> String {
        stated(words, &self.statement.claim.claim.claim)
    }
}

/// Writes the section of targets; nothing where none is on file.
pub(crate) fn section(visit: &Visit, years: &Years<'_>, targets: &[Target<'_>]) -> Markup {
    let words = visit.words;
    html! {
        @if !targets.is_empty() {
            section class="sec" id="targets" {
                h2 { (words.text("pair-targets")) }
                div class="scroll" tabindex="0" role="region" aria-label=(words.text("pair-targets")) {
                    table class="stack" role="table" {
                        caption class="vh" { (words.text("pair-targets")) }
                        thead role="rowgroup" { tr role="row" {
                            th role="columnheader" scope="col" { (words.text("pair-target")) }
                            th role="columnheader" scope="col" { (words.text("pair-target-set")) }
                            th role="columnheader" scope="col" { (reached_head(years, words)) }
                            th role="columnheader" scope="col" { (words.text("pair-target-outcome")) }
                        } }
                        tbody role="rowgroup" { @for target in targets.iter().take(20) { (row(visit, years, target)) } }
                    }
                }
                @if let Some(target) = targets.iter().find(|target| target.pace().is_some()) { (paces(visit, target)) }
            }
        }
    }
}

fn reached_head(years: &Years<'_>, words: Words) -> String {
    let [first, second] = years.countries.map(|country| text(words.country(country)));
    words.with(
        "pair-target-reached",
        [("unit", text(years.amounts.label(words))), ("first", first), ("second", second)],
    )
}

fn row(visit: &Visit, years: &Years<'_>, target: &Target<'_>) -> Markup {
    let words = visit.words;
    let statement = target.statement;
    let id = &statement.claim.claim.id;
    let due = target.deadline().and_then(|deadline| years.of(deadline));
    let reached = due.or_else(|| years.newest());
    html! {
        tr role="row" {
            th role="rowheader" scope="row" {
                a href=(visit.link(&format!("/claims/{id}"))) { (target.value(words)) }
                @match statement.period {
                    Some(period) => { " " (words.with("pair-target-by", [("year", text(year(words, period)))])) }
                    None => { " " span class="soft" { (words.text("pair-target-undated")) } }
                }
            }
            td role="cell" data-l=(words.text("pair-target-set")) class="nb" { @match statement.first_said { Some(day) => (words.date(day)), None => (words.text("said-undated")) } }
            td role="cell" data-l=(reached_head(years, words)) {
                @if let Some(reached) = reached {
                    @if due.is_none() { span class="soft" { (reached.year) ": " } }
                    @for side in 0..2_usize {
                        @if side > 0 { " / " }
                        @match reached.rows.get(side).copied().flatten().and_then(|row| Some((row, row.turnover?))) {
                            Some((row, value)) => span class="num" { (evidence(&address(visit, row, None), &years.amounts.number(value, words))) },
                            None => span class="soft" { (words.text("pair-not-reported")) },
                        }
                    }
                } @else { span class="soft" { (words.text("pair-not-reported")) } }
            }
            td role="cell" { @match statement.outcome() { Some(outcome) => (marks::verdict(outcome, words)), None => span class="soft" { (words.text("said-not-checked")) } } }
        }
    }
}

/// Writes what an open target needs by each reporter's figures.
fn paces(visit: &Visit, target: &Target<'_>) -> Markup {
    let words = visit.words;
    let paces =
        target.verdict.and_then(|verdict| verdict.outlook.as_ref()).map(|outlook| outlook.paces.as_slice());
    let percent = |value| text(words.quantity(rounded(value, 1), Unit::Percent));
    html! {
        p class="note" {
            @for pace in paces.unwrap_or_default() {
                (sentence(words, "pair-pace", [
                    ("value", Part::Arg(text(target.value(words)))),
                    ("year", Part::Arg(text(target.horizon()))),
                    ("country", Part::Arg(Arg::Country(pace.reporter))),
                    ("needed", Part::Arg(percent(pace.needed))),
                    ("from", Part::Arg(text(pace.last_period.to_string()))),
                ])) " "
            }
            a href=(visit.link(&format!("/claims/{}#pace", target.statement.claim.claim.id))) { (words.text("pair-pace-working")) }
        }
    }
}
