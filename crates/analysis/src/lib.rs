//! Recomputes a claim from official observations under every declared definition.

mod chance;
mod definitions;
mod evidence;
mod figure;
mod forecast;
mod frame;
pub mod grid;
mod judge;
pub mod messages;
mod month;
mod need;
mod notes;
mod rank;
mod reading;
mod region;
mod subject;
mod target;
mod tried;
mod verdict;
mod wording;

pub use evidence::Evidence;
pub use grid::{Definition, GRID_VERSION, Horizon, definitions, horizon};
pub use need::{Need, Partners, needs};
pub use rank::{RankAnswer, rank_of};
pub use subject::Subject;
pub use verdict::verdict;
