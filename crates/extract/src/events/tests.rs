//! Events told in several ways, by invented people.
