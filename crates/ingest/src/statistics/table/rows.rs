//! Reading the rows of a table whose columns are known.

use super::TableError;
use super::columns::{Columns, ValueColumn};
use crate::statistics::finding::{Finding, Problem};
use crate::statistics::grid::{self, Cell, Grid};
use crate::statistics::map::{Blank, Table, TableMap};
use entente_model::decimal::rounded;
use entente_model::{Country, Currency, Decimal, ObservationKey, Partner, Status, Unit, Valuation};
use std::collections::BTreeMap;
use std::collections::btree_map;

/// The figures of a release.
pub(super) type Entries = BTreeMap<ObservationKey, Entry>;

/// One figure and where it stands.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) value: Decimal,
    pub(super) step: Decimal,
    pub(super) status: Status,
    pub(super) place: Place,
}

/// Where something stands.
#[derive(Debug, Clone)]
pub(super) struct Place {
    file: String,
    sheet: Option<String>,
    cell: String,
}

/// A sheet that is being read.
pub(super) struct Sheet<'a> {
    pub(super) map: &'a TableMap,
    pub(super) table: &'a Table,
    pub(super) file: &'a str,
    pub(super) grid: &'a Grid,
    pub(super) columns: &'a Columns,
}

impl Place {
    pub(super) fn finding(&self, problem: Problem) -> Finding {
        Finding { file: self.file.clone(), sheet: self.sheet.clone(), cell: self.cell.clone(), problem }
    }
}

/// Writes a file, its sheet and a cell for a message.
pub(super) fn place(file: &str, grid: &Grid, cell: Option<(usize, usize)>) -> String {
    let sheet = grid.sheet.as_ref().map_or(String::new(), |sheet| format!(", sheet \"{sheet}\""));
    let cell = cell.map_or(String::new(), |(row, column)| format!(", {}", grid::place(row, column)));
    format!("{file}{sheet}{cell}")
}

pub(super) fn read(
    sheet: &Sheet<'_>,
    entries: &mut Entries,
    findings: &mut Vec<Finding>,
) -> Result<(), TableError> {
    let before = entries.len();
    for row in sheet.columns.first_row..sheet.grid.height() {
        if sheet.has_values(row) {
            sheet.read_row(row, entries, findings);
        }
    }
    if entries.len() == before {
        return Err(TableError::NoRows { file: place(sheet.file, sheet.grid, None) });
    }
    Ok(())
}

/// No trade is larger than this in the unit of a table; within it, sums and products are exact.
const LARGEST: Decimal = Decimal::from_parts(0, 1_000_000, 0, false, 0);

/// What a row is about.
enum Label {
    Group,
    Partner(Partner),
    Unknown,
}

impl Sheet<'_> {
    fn has_values(&self, row: usize) -> bool {
        self.columns.values.iter().any(|value| *self.grid.cell(row, value.column) != Cell::Empty)
    }

    fn read_row(&self, row: usize, entries: &mut Entries, findings: &mut Vec<Finding>) {
        let partner = match self.label(row) {
            Label::Group => return,
            Label::Partner(partner) => partner,
            Label::Unknown => {
                let problem = Problem::UnknownPartner(self.shown_name(row));
                findings.push(self.at(row, self.name_column()).finding(problem));
                return;
            }
        };
        for value in &self.columns.values {
            let place = self.at(row, value.column);
            match self.number(row, value.column) {
                Ok(None) => {}
                Ok(Some(number)) => self.add(row, partner, value, number, place, entries, findings),
                Err(problem) => findings.push(place.finding(problem)),
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a figure, its place, and the two lists that it may go to")]
    fn add(
        &self,
        row: usize,
        partner: Partner,
        column: &ValueColumn,
        number: Decimal,
        place: Place,
        entries: &mut Entries,
        findings: &mut Vec<Finding>,
    ) {
        // Offices publish at least one decimal; a workbook drops it where it is zero.
        let decimals = number.normalize().scale().max(1);
        let value = (number * self.map.multiplier).normalize();
        let step = (self.map.multiplier * Decimal::new(1, decimals)).normalize();
        let entry = Entry { value, step, status: column.status, place };
        match entries.entry(self.key(partner, column)) {
            btree_map::Entry::Vacant(vacant) => {
                vacant.insert(entry);
            }
            btree_map::Entry::Occupied(mut occupied) => {
                let kept = occupied.get_mut();
                if partner == Partner::Unspecified {
                    kept.value = (kept.value + entry.value).normalize();
                    kept.step = kept.step.min(entry.step);
                } else if kept.value.is_zero() {
                    *kept = entry;
                } else if !entry.value.is_zero() {
                    findings.push(entry.place.finding(Problem::Duplicate(self.shown_name(row))));
                }
            }
        }
    }

    fn key(&self, partner: Partner, column: &ValueColumn) -> ObservationKey {
        ObservationKey {
            reporter: self.map.reporter,
            partner,
            flow: column.flow,
            product: None,
            period: column.period,
            valuation: self.map.valuation.get(&column.flow).copied().unwrap_or(Valuation::Unknown),
            basis: self.map.basis,
            unit: Unit::Money(Currency::USD),
        }
    }

    /// Reads a cell; none where nothing is published.
    fn number(&self, row: usize, column: usize) -> Result<Option<Decimal>, Problem> {
        let number = match self.grid.cell(row, column) {
            Cell::Empty => return Ok(self.blank_is_nil(row).then_some(Decimal::ZERO)),
            Cell::Text(text) if self.table.nil.contains(text) => return Ok(Some(Decimal::ZERO)),
            Cell::Text(text) => plain_number(text).ok_or_else(|| Problem::NotANumber(text.clone()))?,
            Cell::Number(number) => self.map.decimals.map_or(*number, |digits| rounded(*number, digits)),
        };
        if number.is_sign_negative() && !number.is_zero() {
            return Err(Problem::Negative(number));
        }
        if number > LARGEST {
            return Err(Problem::NotANumber(number.to_string()));
        }
        Ok(Some(number))
    }

    fn blank_is_nil(&self, row: usize) -> bool {
        let number = |value: &ValueColumn| matches!(self.grid.cell(row, value.column), Cell::Number(_));
        self.table.blank == Blank::NilBesideANumber && self.columns.values.iter().any(number)
    }

    fn label(&self, row: usize) -> Label {
        let names: Vec<String> = self.names(row).collect();
        let among = |labels: &[String]| labels.iter().any(|label| names.iter().any(|name| same(name, label)));
        if among(&self.map.rows.world) {
            return Label::Partner(Partner::World);
        }
        if among(&self.map.rows.groups) {
            return Label::Group;
        }
        let partner = self.by_code(row).or_else(|| self.by_name(&names));
        partner.map_or(Label::Unknown, Label::Partner)
    }

    fn by_code(&self, row: usize) -> Option<Partner> {
        let code = self.grid.cell(row, self.table.code.as_ref()?.column.0).shown();
        let number: u16 = code.parse().ok()?;
        let alias = self.map.aliases.get(&number.to_string()).copied();
        alias.or_else(|| Country::from_m49(number).map(Partner::Country))
    }

    fn by_name(&self, names: &[String]) -> Option<Partner> {
        let alias = |name: &String| {
            let mut aliases = self.map.aliases.iter();
            aliases.find(|(known, _)| same(known, name)).map(|(_, partner)| *partner)
        };
        names.iter().find_map(alias).or_else(|| names.iter().find_map(|name| Partner::by_name(name)))
    }

    fn names(&self, row: usize) -> impl Iterator<Item = String> {
        let cells = self.table.names.iter().map(move |column| self.grid.cell(row, column.0));
        cells.map(Cell::shown).filter(|name| !name.is_empty())
    }

    fn shown_name(&self, row: usize) -> String {
        let code = self.table.code.as_ref().map(|code| self.grid.cell(row, code.column.0).shown());
        let name = self.names(row).next().unwrap_or_default();
        code.map_or_else(|| name.clone(), |code| format!("{code} {name}"))
    }

    fn name_column(&self) -> usize {
        let code = self.table.code.as_ref().map(|code| code.column);
        code.or_else(|| self.table.names.first().copied()).map_or(0, |column| column.0)
    }

    fn at(&self, row: usize, column: usize) -> Place {
        Place { file: self.file.to_owned(), sheet: self.grid.sheet.clone(), cell: grid::place(row, column) }
    }
}

/// Reads digits with a point, perhaps with an exponent (`8e-05`); no other signs, so that `1,5` and `1 234` are
/// not guessed at.
fn plain_number(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let known = |byte: u8| byte.is_ascii_digit() || b".e-".contains(&byte);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || !digits.bytes().all(known) {
        return None;
    }
    let number = if digits.contains('e') { Decimal::from_scientific(text) } else { text.parse() };
    number.ok()
}

/// Compares labels, whose capitals drift.
fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::plain_number;

    #[test]
    fn numbers_are_not_guessed_at() {
        assert_eq!(plain_number("8e-05"), Some("0.00008".parse().unwrap()));
        assert_eq!(plain_number("-1.5"), Some("-1.5".parse().unwrap()));
        for text in ["1,5", "1 234", "NaN", "inf", "", "-", ".5", "1.2.3", "1e999", "0x10", "1e-99"] {
            assert_eq!(plain_number(text), None, "{text}");
        }
    }
}
