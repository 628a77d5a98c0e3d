//! Charts as SVG: pure functions from numbers to markup. No colours: they live in the stylesheet under class names, so
//! that the same markup serves light, dark and print.
//!
//! Each chart is drawn for two widths, because text in a scaled SVG scales with it; the stylesheet shows one. The
//! caption names the chart (`aria-labelledby`) and the line under it, of the same id with `-d`, describes it. Numbers
//! are floating point here because they are places on a picture; the figures themselves stand beside it as text.

mod columns;
pub(crate) mod geometry;
mod labels;
mod time;

pub(crate) use columns::{Column, columns};
pub(crate) use geometry::{N, Size};
pub(crate) use time::{Ahead, Mark, Series, TimeChart};
