//! The words that stand for a region in a text.

use super::Region;
use crate::country::FormKind;
use crate::country::table::rows;
use crate::lang::Lang;
use std::sync::LazyLock;

/// A word that stands for a region in texts of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RegionForm {
    /// The region.
    pub region: Region,
    /// The language of the word.
    pub lang: Lang,
    /// What the word says: a name, an alias or an adjective.
    pub kind: FormKind,
    /// The word as a text has it in the nominative, capitals included.
    pub form: &'static str,
}

static FORMS: LazyLock<Vec<RegionForm>> = LazyLock::new(|| {
    rows(include_str!("../../data/region_forms.csv"))
        .filter_map(|[region, lang, kind, form]| {
            Some(RegionForm {
                region: region.parse().ok()?,
                lang: lang.parse().ok()?,
                kind: FormKind::from_table(kind)?,
                form,
            })
        })
        .collect()
});

/// Returns the words of a language that stand for regions.
pub fn region_forms(lang: Lang) -> impl Iterator<Item = &'static RegionForm> {
    FORMS.iter().filter(move |form| form.lang == lang)
}

/// Returns the form that is printed for a region, if the language has one.
pub(super) fn printed(region: Region, lang: Lang, kind: FormKind) -> Option<&'static str> {
    region_forms(lang).find(|form| form.region == region && form.kind == kind).map(|form| form.form)
}
