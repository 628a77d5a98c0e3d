//! Speakers and sources of claims.

use crate::shown::read;
use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, expect: &Expect) {
    let extraction = read(text);
    let written = |name: &Option<String>| name.clone().unwrap_or_else(|| "-".to_owned());
    let mut shown = format!("text: {}\n", written(&extraction.attribution.source));
    for claim in &extraction.claims {
        let (speaker, source) = (written(&claim.attribution.speaker), written(&claim.attribution.source));
        shown += &format!("{}: {speaker}; {source}\n", claim.quote.exact);
    }
    expect.assert_eq(&shown);
}

#[test]
fn a_press_service_is_the_source_of_the_whole_text() {
    check(
        "As reported by the Kenyan president’s press service, the sides met. Trade between Kenya and Ghana reached $3 billion in 2022.",
        &expect![[r#"
            text: Kenyan president’s press service
            $3 billion: -; Kenyan president’s press service
        "#]],
    );
    check(
        "Trade between Kenya and Ghana reached $3 billion, the Ghanaian Trade Ministry's press service reported.",
        &expect![[r#"
            text: Ghanaian Trade Ministry's press service
            $3 billion: -; Ghanaian Trade Ministry's press service
        "#]],
    );
}

#[test]
fn other_sources_cover_their_sentence() {
    check(
        "According to the National Bank, trade between Kenya and Ghana reached $3 billion in 2022. Exports from Kenya to Ghana grew by 12%.",
        &expect![[r#"
            text: -
            $3 billion: -; National Bank
            12%: -; -
        "#]],
    );
}

#[test]
fn speakers_are_named_in_full() {
    check(
        "Kenyan Trade Minister Paul Otieno met Ghanaian guests. Otieno stressed that trade between Kenya and Ghana had reached $3 billion. He also noted that Kenya's exports to Ghana grew by 12%. Investment is to reach $500 million, the minister added.",
        &expect![[r#"
            text: -
            $3 billion: Paul Otieno; -
            12%: Paul Otieno; -
            $500 million: Paul Otieno; -
        "#]],
    );
    check(
        "Trade between Kenya and Ghana will reach $5 billion, said Trade Minister Ama Owusu. According to Ms. Owusu, it was $3 billion in 2022. Trade was $2 billion in 2021.",
        &expect![[r#"
            text: -
            $5 billion: Ama Owusu; -
            $3 billion: Ama Owusu; -
            $2 billion: -; -
        "#]],
    );
}
