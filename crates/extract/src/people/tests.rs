//! People with their offices, under full and shortened names.

use crate::shown::read;
use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, expect: &Expect) {
    let shown: String = read(text)
        .officials
        .iter()
        .map(|official| {
            let country = official.country.map_or("-", |country| country.alpha3());
            let office = official.office.as_deref().unwrap_or("-");
            format!("{}, {office}, {country} <- {}\n", official.name, official.quote.exact)
        })
        .collect();
    expect.assert_eq(&shown);
}

#[test]
fn offices_stand_before_and_behind_names() {
    check(
        "Kenyan Deputy Prime Minister Paul Otieno, Ama Owusu, Ghana's Minister of Trade, Industry and Tourism, and the Ambassador of Japan to Kenya Kenji Sato spoke. Otieno smiled.",
        &expect![[r#"
            Paul Otieno, Deputy Prime Minister, KEN <- Kenyan Deputy Prime Minister Paul Otieno
            Ama Owusu, Minister of Trade, Industry and Tourism, GHA <- Ama Owusu, Ghana's Minister of Trade, Industry and Tourism
            Kenji Sato, Ambassador of Japan to Kenya, JPN <- Ambassador of Japan to Kenya Kenji Sato
        "#]],
    );
    check(
        "President of the Republic of Poland Marek Zielinski and Vietnamese National Assembly Chairman Nguyen Van Binh agreed.",
        &expect![[r#"
            Marek Zielinski, President, POL <- President of the Republic of Poland Marek Zielinski
            Nguyen Van Binh, National Assembly Chairman, VNM <- Vietnamese National Assembly Chairman Nguyen Van Binh
        "#]],
    );
}

#[test]
fn several_hold_an_office_in_the_order_of_their_countries() {
    check(
        "The Prime Ministers of Chile and Peru, Diego Rojas and Luisa Vargas, met. Prime Minister Rojas spoke first.",
        &expect![[r#"
            Diego Rojas, Prime Minister, CHL <- Diego Rojas
            Luisa Vargas, Prime Minister, PER <- Luisa Vargas
        "#]],
    );
}

#[test]
fn a_counterpart_holds_the_same_office() {
    check(
        "Deputy Prime Minister Choi Min-ho and his Uzbek counterpart, Rustam Qodirov, spoke of trade between South Korea and Uzbekistan.",
        &expect![[r#"
            Choi Min-ho, Deputy Prime Minister, KOR <- Deputy Prime Minister Choi Min-ho
            Rustam Qodirov, Deputy Prime Minister, UZB <- Uzbek counterpart, Rustam Qodirov
        "#]],
    );
}

#[test]
fn names_have_small_words_initials_and_hyphens() {
    check(
        "Brazilian Foreign Minister Luiz Ana da Costa, External Affairs Minister S. Raman and Premier Jean-Paul Sow-Ba met.",
        &expect![[r#"
            Luiz Ana da Costa, Foreign Minister, BRA <- Brazilian Foreign Minister Luiz Ana da Costa
            S. Raman, External Affairs Minister, - <- External Affairs Minister S. Raman
            Jean-Paul Sow-Ba, Premier, - <- Premier Jean-Paul Sow-Ba
        "#]],
    );
    check(
        "President Nursultan Abenov and Minister Jan Nowicki spoke in June.",
        &expect![[r#"
        Nursultan Abenov, President, - <- President Nursultan Abenov
        Jan Nowicki, Minister, - <- Minister Jan Nowicki
    "#]],
    );
}

#[test]
fn a_delegation_says_whose_official_it_is() {
    check(
        "The Ghanaian delegation was led by Trade Minister Ama Owusu, the Kenyan side was headed by Paul Otieno.",
        &expect![[r#"
            Ama Owusu, Trade Minister, GHA <- Trade Minister Ama Owusu
        "#]],
    );
}
