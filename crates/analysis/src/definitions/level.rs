//! Turnover, exports, imports, balances, and the growth of the first three.

use super::change::{Change, changed};
use super::form::Form;
use crate::frame::{Frame, Who};
use crate::reading::{Reading, Readings};
use entente_model::{ClaimKind, TradeFlow};

/// A definition: its id for a level and for a growth, its formula, and whose plain report it is.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) id: &'static str,
    /// Empty where the grid has no growth of it.
    growth: &'static str,
    pub(crate) form: &'static Form,
    /// The party whose report it is; every report is a plain reading except a mirror.
    pub(crate) party: Option<Who>,
    plain: bool,
}

const fn line(
    id: &'static str,
    growth: &'static str,
    form: &'static Form,
    party: Option<Who>,
    plain: bool,
) -> Line {
    Line { id, growth, form, party, plain }
}

const FIRST: Option<Who> = Some(Who::First);
const SECOND: Option<Who> = Some(Who::Second);

static FIRST_TURNOVER: Form = Form::Report(Who::First, TradeFlow::Turnover);
static SECOND_TURNOVER: Form = Form::Report(Who::Second, TradeFlow::Turnover);
static FIRST_EXPORTS: Form = Form::Report(Who::First, TradeFlow::Exports);
static SECOND_EXPORTS: Form = Form::Report(Who::Second, TradeFlow::Exports);
static FIRST_IMPORTS: Form = Form::Report(Who::First, TradeFlow::Imports);
static SECOND_IMPORTS: Form = Form::Report(Who::Second, TradeFlow::Imports);
static FIRST_BALANCE: Form = Form::Balance(Who::First);
static SECOND_BALANCE: Form = Form::Balance(Who::Second);
static BOTH_EXPORTS: Form = Form::Sum(&FIRST_EXPORTS, &SECOND_EXPORTS);
static BOTH_IMPORTS: Form = Form::Sum(&FIRST_IMPORTS, &SECOND_IMPORTS);
static MEAN_TURNOVER: Form = Form::Mean(&FIRST_TURNOVER, &SECOND_TURNOVER);
static MEAN_EXPORTS: Form = Form::Mean(&FIRST_EXPORTS, &SECOND_IMPORTS);
static MEAN_IMPORTS: Form = Form::Mean(&FIRST_IMPORTS, &SECOND_EXPORTS);
static EXPORTS_LESS_EXPORTS: Form = Form::Less(&FIRST_EXPORTS, &SECOND_EXPORTS);
static MEAN_BALANCE: Form = Form::Mean(&FIRST_BALANCE, &SECOND_BALANCE);

static TURNOVER: [Line; 7] = [
    line("turnover_first_reports", "growth_of_turnover_first_reports", &FIRST_TURNOVER, FIRST, true),
    line("turnover_second_reports", "growth_of_turnover_second_reports", &SECOND_TURNOVER, SECOND, true),
    line("both_exports", "growth_of_both_exports", &BOTH_EXPORTS, None, false),
    line("both_imports", "growth_of_both_imports", &BOTH_IMPORTS, None, false),
    line("mean_of_both_reports", "growth_of_mean_of_both_reports", &MEAN_TURNOVER, None, false),
    line("reconciled", "", &Form::Reconciled, None, false),
    line("goods_and_services", "growth_of_goods_and_services", &Form::Services, None, false),
];

static EXPORTS: [Line; 3] = [
    line("exports_reporter_reports", "growth_of_exports_reporter_reports", &FIRST_EXPORTS, FIRST, true),
    line("exports_partner_mirror", "growth_of_exports_partner_mirror", &SECOND_IMPORTS, SECOND, false),
    line("exports_mean", "growth_of_exports_mean", &MEAN_EXPORTS, None, false),
];

static IMPORTS: [Line; 3] = [
    line("imports_reporter_reports", "growth_of_imports_reporter_reports", &FIRST_IMPORTS, FIRST, true),
    line("imports_partner_mirror", "growth_of_imports_partner_mirror", &SECOND_EXPORTS, SECOND, false),
    line("imports_mean", "growth_of_imports_mean", &MEAN_IMPORTS, None, false),
];

static BALANCE: [Line; 4] = [
    line("balance_holder_reports", "", &FIRST_BALANCE, FIRST, true),
    line("balance_partner_mirror", "", &SECOND_BALANCE, SECOND, false),
    line("balance_exports_less_exports", "", &EXPORTS_LESS_EXPORTS, None, false),
    line("balance_mean", "", &MEAN_BALANCE, None, false),
];

/// Returns the definitions of a kind of level, or of the growth of a flow.
pub(crate) fn lines_of(kind: ClaimKind, flow: TradeFlow) -> &'static [Line] {
    match (kind, flow) {
        (ClaimKind::TradeBalance, _) => &BALANCE,
        (ClaimKind::Exports, _) | (ClaimKind::TradeGrowth, TradeFlow::Exports) => &EXPORTS,
        (ClaimKind::Imports, _) | (ClaimKind::TradeGrowth, TradeFlow::Imports) => &IMPORTS,
        _ => &TURNOVER,
    }
}

pub(super) fn readings<'e>(
    frame: &Frame<'e, '_>,
    lines: &'static [Line],
    change: Change,
    growth: bool,
) -> Readings<'e> {
    let named = lines.iter().filter_map(|line| {
        let id = if growth { line.growth } else { line.id };
        (!id.is_empty()).then_some((id, line))
    });
    let list = named.map(|(id, line)| Reading {
        id,
        plain: line.plain,
        party: line.party.map(|who| frame.country(who)),
        period: frame.period,
        figure: changed(frame, line.form, change),
    });
    Readings { list: list.collect(), ..Readings::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_in_the_grid() {
        for line in TURNOVER.iter().chain(&EXPORTS).chain(&IMPORTS).chain(&BALANCE) {
            assert!(crate::grid::definition(line.id).is_some(), "{}", line.id);
            assert!(
                line.growth.is_empty() || crate::grid::definition(line.growth).is_some(),
                "{}",
                line.growth
            );
        }
    }
}
