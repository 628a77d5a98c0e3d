//! The pages of the register: action items, projects and agreements.

pub mod agreements;
pub mod entry;
pub(crate) mod forms;
pub mod items;
pub mod projects;
pub(crate) mod rows;
