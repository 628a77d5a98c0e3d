//! Tests of the forms: each word belongs to one country, and every language has what its texts need.

use super::{FORMS, FormKind, country_forms};
use crate::country::table::rows;
use crate::country::{Country, fold};
use crate::lang::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// Words that belong to two countries, and why neither can be left out.
const AMBIGUOUS: [(Lang, &str); 4] = [
    (Lang::En, "congolese"),    // both states on the Congo; the text around it tells which
    (Lang::En, "dominican"),    // the republic and the island
    (Lang::Ru, "конголезский"), // as in English
    (Lang::Ru, "конголезец"),
];

fn codes(names: &[&str]) -> Vec<&'static str> {
    let found = names.iter().map(|name| Country::by_name(name));
    found.map(|country| country.map_or("-", Country::alpha3)).collect()
}

#[test]
fn every_row_is_read() {
    let written = rows::<4>(include_str!("../../../data/country_forms.csv"));
    assert_eq!(FORMS.len(), written.count());
    for [country, name] in rows(include_str!("../../../data/country_table_names.csv")) {
        assert_eq!(codes(&[name]), [country], "{name}");
    }
}

#[test]
fn forms_are_unique() {
    let mut seen = BTreeSet::new();
    for form in FORMS.iter() {
        assert!(seen.insert((form.country, form.lang, form.kind, form.form)), "{form:?} stands twice");
        assert!(!fold(form.form).is_empty() || form.kind != FormKind::Name, "{form:?}");
    }
}

#[test]
fn a_form_belongs_to_one_country() {
    let mut owners = BTreeMap::new();
    for form in FORMS.iter() {
        let word = form.form.to_lowercase();
        if AMBIGUOUS.contains(&(form.lang, word.as_str())) {
            continue;
        }
        let owner = *owners.entry((form.lang, form.kind, word)).or_insert(form.country);
        assert_eq!(owner, form.country, "{}", form.form);
    }
}

#[test]
fn a_name_folds_to_one_country() {
    for form in FORMS.iter() {
        if matches!(form.kind, FormKind::Name | FormKind::Alias) {
            assert_eq!(Country::by_name(form.form), Some(form.country), "{}", form.form);
        }
    }
}

#[test]
fn every_language_names_the_region() {
    for lang in Lang::ALL {
        for code in ["KAZ", "UZB", "KGZ", "TJK", "TKM", "RUS", "CHN", "KHM"] {
            let kinds: BTreeSet<_> = country_forms(lang)
                .filter(|form| form.country.alpha3() == code)
                .map(|form| form.kind)
                .collect();
            for kind in [FormKind::Name, FormKind::Adjective, FormKind::Capital] {
                assert!(kinds.contains(&kind), "{code} {lang} {kind:?}");
            }
        }
    }
}

#[test]
fn names_are_found_however_they_are_spelt() {
    assert_eq!(
        codes(&["Republic of Kazakhstan", "the Kyrgyz Republic", "O'zbekiston Respublikasi"]),
        ["KAZ", "KGZ", "UZB"]
    );
    assert_eq!(
        codes(&["Республика Корея", "Корея (КНДР)", "Конго", "Republic of China"]),
        ["KOR", "PRK", "COG", "TWN"]
    );
    assert_eq!(codes(&["Cote d`Ivoire", "TÜRKİYE", "u.s."]), ["CIV", "TUR", "USA"]);
    assert_eq!(codes(&["Нигер", "Нигерия", "Гвинея", "Гвинея - Бисау"]), ["NER", "NGA", "GIN", "GNB"]);
}

#[test]
fn totals_and_groups_are_no_countries() {
    let groups = [
        "Всего",
        "Total",
        "Бардыгы",
        "СНГ",
        "Страны ЕАЭС",
        "Европа",
        "Азия",
        "Америка",
        "America",
        "Африка",
        "Африка өлкөлөрү",
        "Австралия и Океания",
        "Остальные страны мира",
        "The EU",
        "Сербия и Черногория",
        "",
    ];
    assert_eq!(codes(&groups), ["-"; 16]);
}
