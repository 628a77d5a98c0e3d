//! The pages of the register: action items, projects and agreements.

pub mod agreements;
pub mod brief;
pub mod commissions;
pub mod entry;
pub(crate) mod forms;
pub mod items;
pub mod officials;
mod portfolio;
pub mod projects;
pub(crate) mod rows;
pub mod targets;
