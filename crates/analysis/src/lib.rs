//! Recomputes a claim from official observations under every declared definition and says which one reproduces it.
//!
//! Nothing here reads a clock, a file or a socket; the day on which something must have been known is an argument.
//! [`needs`] says what to fetch, [`Evidence`] indexes it, [`verdict()`] checks.
//!
//! # The order of outcomes
//!
//! The first that applies is given.
//!
//! 1. A target or forecast is `open` while its deadline lies ahead, or it has none. Afterwards it is `met` where a
//!    plain reading reaches the named value itself, else `missed` where any plain reading has a value, else
//!    `no_data`.
//! 2. `supported`: a plain reading agrees. The basis of a report does not stand in the way: a report that counts
//!    goods and services still is the plain reading of the country that reports so, and a note tells its basis. Only
//!    a claim that itself names a basis refuses reports on another; a report that does not say what it counts is
//!    refused by no claim.
//! 3. `supported_otherwise`: another definition of the grid agrees; the first in the order of the grid is named.
//! 4. `near`: a plain value lies within 5% of the stated one (shares: 1 point; ranks: never). It may be on another
//!    basis, as in 2.
//! 5. `not_comparable`: a plain reading has a value, but on another basis (or one that the publisher does not tell),
//!    in another unit or a currency without an average rate for the period, or of another coverage (the claim is about
//!    a product, a sector, a place or each month), and nothing agreed. This holds also where another plain reading is on the claim's own basis and gives
//!    another number: one such report cannot contradict a claim for two.
//! 6. `no_data`: a plain reading lacks its observations, and the values that there are (all on the claim's basis) do
//!    not agree.
//! 7. `contradicted`: every plain reading has a value on the claim's own basis, and none agrees or is near.
//!
//! # Which figure a report gives
//!
//! Of the vintages known on the day: one on the basis that is wanted before any other, then the newest (known,
//! then loaded, then the larger id), then the finer. Exports and imports make up a turnover when they stand in one
//! release, or in two of one publisher on one basis; an announced turnover competes with them by the same order.
//! Periods are compared by their months; where there is no figure for a stretch, its months are added up if all are
//! there. Changes compare like with like: the base period is answered on the basis of the claim's own period.
//!
//! The world is the published total or the sum of the partners, whichever is newer. Only a list of at least thirty
//! partners counts as a table that can be added up or ranked, so that an announcement of the ten largest is not
//! taken for all trade.
//!
//! # Rounded figures
//!
//! A figure of a thousand or more units of its last digit is a point. Any other asserts an interval: it agrees when
//! that lies inside the claim's, and agrees *within rounding* when the two only meet. "More than 3.8 bn" of an
//! office is taken as 3.8 to 3.9 bn.

pub mod anchor;
mod chance;
mod definitions;
mod evidence;
mod figure;
mod forecast;
mod frame;
pub mod grid;
pub mod history;
pub mod indicators;
mod judge;
pub mod messages;
pub mod mirror;
mod month;
mod need;
mod notes;
pub mod portfolio;
mod rank;
mod reading;
pub mod reconcile;
mod region;
mod subject;
mod target;
mod tried;
mod verdict;
mod wording;

pub use evidence::Evidence;
pub use grid::{Definition, GRID_VERSION, Horizon, definitions, horizon};
pub use need::{Need, Partners, money, needs};
pub use rank::{RankAnswer, rank_of};
pub use subject::Subject;
pub use target::{Seen, brier, seen};
pub use verdict::verdict;

/// The example of the README, tested.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
