//! Tables of our own, and what is read from them.

use crate::{Context, extract};
use entente_model::Lang;
use entente_model::decimal::plain;
use expect_test::{Expect, expect};
use jiff::civil::date;
use std::fmt::Write as _;

#[track_caller]
fn check(lang: Lang, text: &str, expect: Expect) {
    let context = Context { published: Some(date(2024, 7, 13)), lang: Some(lang), ..Context::default() };
    let mut shown = String::new();
    for claim in extract(text, &context).claims {
        let codes: Vec<_> = claim.parties.iter().map(|country| country.alpha3()).collect();
        let period = claim.period.map_or("-".to_owned(), |period| period.to_string());
        let of = claim.of.map(|of| format!(" of {of}")).unwrap_or_default();
        let _ = writeln!(
            shown,
            "{} {} {} {} {period} {}{of} <- {}",
            claim.kind,
            codes.join("-"),
            plain(claim.value),
            claim.unit,
            claim.modality,
            claim.quote.exact
        );
        let start = text.char_indices().nth(claim.quote.start).unwrap().0;
        assert!(text[start..].starts_with(&claim.quote.exact));
    }
    expect.assert_eq(&shown);
}

#[test]
fn years_down_and_flows_across() {
    check(
        Lang::En,
        "Trade figures\n\nTrade between Kenya and Egypt, million US dollars\n\nYear | Trade turnover | Exports | Imports\n\
         2021 | 585.4 | 193.0 | 392.4\n2022 | 690.0 | 210.0 | 480.0\n2025 (forecast) | 800 | – | n/a\n\nSource: the ministry.",
        expect![[r#"
            trade_turnover EGY-KEN 585400000 USD 2021 actual <- 585.4
            exports KEN-EGY 193000000 USD 2021 actual <- 193.0
            imports KEN-EGY 392400000 USD 2021 actual <- 392.4
            trade_turnover EGY-KEN 690000000 USD 2022 actual <- 690.0
            exports KEN-EGY 210000000 USD 2022 actual <- 210.0
            imports KEN-EGY 480000000 USD 2022 actual <- 480.0
            trade_turnover EGY-KEN 800000000 USD 2025 planned <- 800
        "#]],
    );
}

#[test]
fn flows_down_and_years_across() {
    check(
        Lang::En,
        "India's trade with Vietnam\n\n | 2022 | January-April 2024\nExports, $ million | 6,510.2 | 2,100\nImports, $ million | 8,000 | 2,950.5\n\
         Growth of trade, % | 4.1 | -2.5",
        expect![[r#"
            exports IND-VNM 6510200000 USD 2022 actual <- 6,510.2
            exports IND-VNM 2100000000 USD 2024-01/2024-04 actual <- 2,100
            imports IND-VNM 8000000000 USD 2022 actual <- 8,000
            imports IND-VNM 2950500000 USD 2024-01/2024-04 actual <- 2,950.5
            trade_growth IND-VNM 4.1 percent 2022 actual of turnover <- 4.1
            trade_growth IND-VNM -2.5 percent 2024-01/2024-04 actual of turnover <- -2.5
        "#]],
    );
}

#[test]
fn partners_down() {
    check(
        Lang::En,
        "Georgia's main trading partners in 2023 (thousand USD)\n\nPartner | Exports | Imports\nTürkiye | 402,123 | 2,512,880\n\
         Armenia | 810,551 | 330,000\nTotal | 6,100,000 | 15,000,000",
        expect![[r#"
            exports GEO-TUR 402123000 USD 2023 actual <- 402,123
            imports GEO-TUR 2512880000 USD 2023 actual <- 2,512,880
            exports GEO-ARM 810551000 USD 2023 actual <- 810,551
            imports GEO-ARM 330000000 USD 2023 actual <- 330,000
        "#]],
    );
}

#[test]
fn a_table_in_russian() {
    check(
        Lang::Ru,
        "Торговля Кении и Египта, млн долл. США\n\nГод | Товарооборот | Экспорт | Импорт\n2022 | 1 690,5 | 210,0 | 480,0\n2023 г. | 1 720,1 | 230,0 | 490,1",
        expect![[r#"
            trade_turnover EGY-KEN 1690500000 USD 2022 actual <- 1 690,5
            exports KEN-EGY 210000000 USD 2022 actual <- 210,0
            imports KEN-EGY 480000000 USD 2022 actual <- 480,0
            trade_turnover EGY-KEN 1720100000 USD 2023 actual <- 1 720,1
            exports KEN-EGY 230000000 USD 2023 actual <- 230,0
            imports KEN-EGY 490100000 USD 2023 actual <- 490,1
        "#]],
    );
}

#[test]
fn tables_of_other_things_are_left_alone() {
    for text in [
        "Kenya and Egypt\n\nName | Age\nA. Sample | 41\nB. Example | 52",
        "Trade of Kenya and Egypt\n\nYear | Exports\n2022 | 210\n2023 | 230",
        "Trade, million US dollars\n\nYear | Exports\n2022 | 210\n2023 | 230",
    ] {
        check(Lang::En, text, expect![[""]]);
    }
}

#[test]
fn what_the_text_says_again_is_one_claim() {
    check(
        Lang::En,
        "Trade turnover between Kenya and Egypt amounted to $690 million in 2022.\n\nTrade between Kenya and Egypt, million US dollars\n\n\
         Year | Trade turnover\n2021 | 585.4\n2022 | 690.0",
        expect![[r#"
            trade_turnover EGY-KEN 690000000 USD 2022 actual <- $690 million
            trade_turnover EGY-KEN 585400000 USD 2021 actual <- 585.4
        "#]],
    );
}
