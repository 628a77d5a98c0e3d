//! Named projects with their stage, place and regions.

use crate::shown::{codes, read};
use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, expect: &Expect) {
    let shown: String = read(text)
        .projects
        .iter()
        .map(|project| {
            let stage = project.stage.map_or("-", |stage| stage.as_str());
            let mut line = format!("{}, {stage}, {}", project.name, codes(&project.parties));
            if let Some(place) = &project.place {
                line += &format!(", in {place}");
            }
            for region in &project.regions {
                line +=
                    &format!("; {} {}", region.name, region.country.map_or("-", |country| country.alpha3()));
            }
            format!("{line} <- {}\n", project.quote.exact)
        })
        .collect();
    expect.assert_eq(&shown);
}

#[test]
fn names_in_quotation_marks_and_capitals() {
    check(
        "The ongoing construction of the Regional Center for Fruit Trade, “Mara Hills,” in a border area between the Narok region of Kenya and the Simiyu region of Tanzania will help trade.",
        &expect![[r#"
            Regional Center for Fruit Trade "Mara Hills", under_construction, KEN-TZA, in border area between the Narok region of Kenya and the Simiyu region of Tanzania; Narok region KEN; Simiyu region TZA <- Regional Center for Fruit Trade, “Mara Hills,”
        "#]],
    );
    check(
        "Kenya and Tanzania launched the “Green Valley” project in Arusha. The Mara Hills Power Plant was put into operation.",
        &expect![[r#"
            Green Valley, launched, KEN-TZA, in Arusha <- “Green Valley” project
            Mara Hills Power Plant, launched, KEN-TZA <- Mara Hills Power Plant
        "#]],
    );
}

#[test]
fn plain_words_are_no_names() {
    check("Kenya and Tanzania plan joint projects. The Trade Center was full.", &expect![[r""]]);
}
