//! Remarks of speakers, without a number.

use crate::shown::{codes, read};
use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, expect: &Expect) {
    let shown: String = read(text)
        .remarks
        .iter()
        .map(|remark| {
            let speaker = remark.speaker.as_deref().unwrap_or("-");
            format!("{} {} {speaker}: {}\n", remark.topic, codes(&remark.parties), remark.quote.exact)
        })
        .collect();
    expect.assert_eq(&shown);
}

#[test]
fn a_place_among_partners_is_of_one_and_by_the_other() {
    check(
        "Ghanaian Trade Minister Ama Owusu stressed that Kenya is one of the largest trading partners of Ghana, adding that trade is to reach $5 billion.",
        &expect![[r#"
            partner_rank GHA-KEN Ama Owusu: Kenya is one of the largest trading partners of Ghana
        "#]],
    );
    check(
        "Ghanaian Trade Minister Ama Owusu said that Kenya is one of the main trading partners of Ghana and recalled that trade is to reach $5 billion.",
        &expect![[r#"
            partner_rank GHA-KEN Ama Owusu: Kenya is one of the main trading partners of Ghana
        "#]],
    );
    check(
        "Ghana is one of Kenya's main economic partners.",
        &expect![[r#"
        partner_rank KEN-GHA -: Ghana is one of Kenya's main economic partners
    "#]],
    );
    check("Ghana is Kenya's third largest trading partner.", &expect![[r""]]);
}

#[test]
fn relations_and_potential() {
    check(
        "Kenyan President Paul Otieno, meanwhile, stated that relations between Kenya and Ghana have rapidly developed. Still, he noted, there is huge potential for trade.",
        &expect![[r#"
            relations GHA-KEN Paul Otieno: relations between Kenya and Ghana have rapidly developed
            potential GHA-KEN Paul Otieno: there is huge potential for trade
        "#]],
    );
    check("Relations have developed. There is great potential.", &expect![[r""]]);
}
