//! The letters of a page to lines in reading order: columns one after the other, the cells of a row on one line.
//!
//! A page is cut where white space runs through it: down between two columns of prose, else across at its widest gap,
//! and the parts are cut again (the X-Y cut of Nagy and Seth, 1984). The columns of a table are no columns of prose:
//! their pieces are short, and stay with their rows.

use crate::pdf::glyphs::Fragment;
use crate::rows::BETWEEN;

/// How often a part of a page is cut.
const MAX_CUTS: usize = 24;
/// The most pieces of a page that are put into columns; a page with more is read line by line.
const MAX_PIECES: usize = 20_000;
/// The least width between two columns, in sizes of letters.
const GUTTER: f64 = 1.2;
/// How wide the pieces of a column of prose are at least, in sizes of letters: half of them are wider.
const PROSE: f64 = 9.0;
/// How many lines a column has at least.
const LINES: usize = 3;

/// A line of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    pub(super) text: String,
    /// Whether it is a row of a table.
    pub(super) is_row: bool,
}

/// Returns the lines of a page in reading order.
pub(super) fn of(fragments: Vec<Fragment>) -> Vec<Line> {
    let mut lines = Vec::new();
    let cuts = if fragments.len() > MAX_PIECES { 0 } else { MAX_CUTS };
    part(fragments, cuts, &mut lines);
    lines
}

fn part(fragments: Vec<Fragment>, cuts: usize, lines: &mut Vec<Line>) {
    if cuts > 0 && fragments.len() > 1 {
        if let Some(at) = gutter(&fragments) {
            let (left, right) = fragments.into_iter().partition(|f| f.right <= at);
            part(left, cuts - 1, lines);
            part(right, cuts - 1, lines);
            return;
        }
        if might_have_columns(&fragments)
            && let Some(at) = widest_gap(&fragments)
        {
            let (above, below) = fragments.into_iter().partition(|f| f.base <= at);
            part(above, cuts - 1, lines);
            part(below, cuts - 1, lines);
            return;
        }
    }
    lines.extend(rows(fragments));
}

/// Returns where two columns of prose are parted.
fn gutter(fragments: &[Fragment]) -> Option<f64> {
    let size = middle(fragments.iter().map(|f| f.size))?;
    let mut by_left: Vec<&Fragment> = fragments.iter().collect();
    by_left.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut reach = by_left.first()?.right;
    for at in 1..by_left.len() {
        if by_left[at].left - reach >= GUTTER * size {
            let (left, right) = by_left.split_at(at);
            if is_column(left, size) && is_column(right, size) {
                return Some(reach);
            }
        }
        reach = reach.max(by_left[at].right);
    }
    None
}

fn is_column(fragments: &[&Fragment], size: f64) -> bool {
    let mut bases: Vec<f64> = fragments.iter().map(|f| f.base).collect();
    bases.sort_by(f64::total_cmp);
    let lines = 1 + bases.windows(2).filter(|pair| pair[1] - pair[0] > 0.5 * size).count();
    let width = middle(fragments.iter().map(|f| f.right - f.left));
    lines >= LINES && width.is_some_and(|width| width >= PROSE * size)
}

/// Tells whether a part of a page has two pieces of prose beside each other, so that it is worth cutting.
fn might_have_columns(fragments: &[Fragment]) -> bool {
    let wide: Vec<&Fragment> = fragments.iter().filter(|f| f.right - f.left >= PROSE * f.size).collect();
    let (Some(left), Some(right)) = (
        wide.iter().map(|f| f.right).min_by(f64::total_cmp),
        wide.iter().map(|f| f.left).max_by(f64::total_cmp),
    ) else {
        return false;
    };
    left < right
}

/// Returns the base line above the widest gap between two lines.
fn widest_gap(fragments: &[Fragment]) -> Option<f64> {
    let mut lines: Vec<(f64, f64)> = fragments.iter().map(|f| (f.base, f.size)).collect();
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    let gap = |pair: &[(f64, f64)]| pair[1].0 - pair[1].1 - pair[0].0;
    let widest = lines.windows(2).max_by(|a, b| gap(a).total_cmp(&gap(b)))?;
    (widest[1].0 - widest[0].0 > 0.5 * widest[1].1).then_some(widest[0].0)
}

/// Puts pieces on lines by their base line, each line from left to right.
fn rows(mut fragments: Vec<Fragment>) -> Vec<Line> {
    fragments.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut lines: Vec<Vec<Fragment>> = Vec::new();
    for fragment in fragments {
        match lines.last_mut() {
            Some(line)
                if line
                    .last()
                    .is_some_and(|last| fragment.base - last.base < 0.4 * last.size.min(fragment.size)) =>
            {
                line.push(fragment);
            }
            _ => lines.push(vec![fragment]),
        }
    }
    let lines: Vec<Vec<Fragment>> = lines.into_iter().map(cells).collect();
    (0..lines.len())
        .filter_map(|at| {
            let beside = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten();
            let is_row = beside.filter_map(|at| lines.get(at)).any(|other| are_rows(&lines[at], other));
            line(&lines[at], is_row)
        })
        .collect()
}

/// Joins the pieces of a line that no wide gap parts.
fn cells(mut pieces: Vec<Fragment>) -> Vec<Fragment> {
    pieces.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut cells: Vec<Fragment> = Vec::new();
    for piece in pieces {
        match cells.last_mut() {
            Some(last) if piece.left - last.right < 1.1 * piece.size.min(last.size) => {
                if piece.left - last.right > 0.17 * piece.size && !last.text.ends_with(' ') {
                    last.text.push(' ');
                }
                last.text.push_str(&piece.text);
                last.right = last.right.max(piece.right);
                last.size = last.size.max(piece.size);
            }
            _ => cells.push(piece),
        }
    }
    cells
}

/// Tells whether two lines are rows of one table: they have as many cells, and these stand above each other.
fn are_rows(a: &[Fragment], b: &[Fragment]) -> bool {
    let aligned = |(a, b): (&Fragment, &Fragment)| {
        let near = |x: f64, y: f64| (x - y).abs() < 1.5 * a.size;
        near(a.left, b.left)
            || near(a.right, b.right)
            || near(f64::midpoint(a.left, a.right), f64::midpoint(b.left, b.right))
    };
    a.len() > 1 && a.len() == b.len() && a.iter().zip(b).all(aligned)
}

fn line(cells: &[Fragment], is_row: bool) -> Option<Line> {
    let (first, last) = (cells.first()?, cells.last()?);
    let between = if is_row { BETWEEN } else { " " };
    let texts: Vec<&str> = cells.iter().map(|cell| cell.text.trim()).collect();
    Some(Line {
        left: first.left,
        right: last.right,
        base: first.base,
        size: middle(cells.iter().map(|cell| cell.size))?,
        text: texts.join(between),
        is_row,
    })
}

/// Returns the middle one of some numbers.
pub(super) fn middle(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    let half = numbers.len() / 2;
    (half < numbers.len()).then(|| *numbers.select_nth_unstable_by(half, f64::total_cmp).1)
}
