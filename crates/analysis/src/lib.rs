//! Recomputes a claim from official observations under every declared definition.

mod evidence;
mod figure;
pub mod grid;
pub mod messages;
mod month;
mod need;
mod rank;
mod region;
mod subject;
mod target;
mod verdict;

pub use evidence::Evidence;
pub use grid::{Definition, GRID_VERSION, Horizon, definitions, horizon};
pub use need::{Need, Partners, needs};
pub use rank::{RankAnswer, rank_of};
pub use subject::Subject;
pub use verdict::verdict;
