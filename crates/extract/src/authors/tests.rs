//! Bylines and notes on authors.

use crate::shown::read;
use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, expect: &Expect) {
    let extraction = read(text);
    let mut shown = String::new();
    for author in &extraction.authors {
        shown += &format!("{}: {}\n", author.name, author.note.as_deref().unwrap_or("-"));
    }
    for claim in &extraction.claims {
        shown += &format!("claim {}\n", claim.quote.exact);
    }
    expect.assert_eq(&shown);
}

#[test]
fn a_note_on_the_author_is_no_part_of_the_text() {
    check(
        "Kenya and Ghana trade more\n\nTrade between Kenya and Ghana reached $3 billion in 2022.\n\nIrina Petrenko\n\nIrina Petrenko\n\nIrina Petrenko has worked as a journalist since 2004; her blog on exports has 70% readers abroad.\ndivider\nPetrenko studied in Lviv and trade there reached $9 billion.\n\nView more articles fromIrina Petrenko",
        &expect![[r#"
            Irina Petrenko: Irina Petrenko has worked as a journalist since 2004; her blog on exports has 70% readers abroad.

            Petrenko studied in Lviv and trade there reached $9 billion.
            claim $3 billion
        "#]],
    );
}

#[test]
fn bylines() {
    check(
        "Kenya and Ghana trade more\nBy Irina Petrenko and Tom Oduya\n\nTrade between Kenya and Ghana grew.",
        &expect![[r#"
            Irina Petrenko: -
            Tom Oduya: -
        "#]],
    );
    check(
        "Kenya and Ghana trade more\n\nTom Oduya, Accra\n\nTrade grew.",
        &expect![[r#"
        Tom Oduya: -
    "#]],
    );
    check(
        "Trade grew.\n\nReporting by Tom Oduya; editing by Ann Lee",
        &expect![[r#"
        Tom Oduya: -
    "#]],
    );
    check(
        "By sea and by land\n\nAccra, Ghana\n\nTrade grew by 3%.\n\nPaul Otieno\n\nThe end.",
        &expect![[r""]],
    );
}
