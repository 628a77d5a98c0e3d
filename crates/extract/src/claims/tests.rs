//! Statements of one construction each, about countries of all kinds, and what is read from them.

use crate::shown::show_claim;
use crate::{Context, extract};
use entente_model::Lang;
use expect_test::{Expect, expect};
use jiff::civil::date;
use proptest::prelude::*;

#[track_caller]
pub(super) fn check(text: &str, expect: &Expect) {
    let context = Context { published: Some(date(2024, 7, 13)), lang: Some(Lang::En), ..Context::default() };
    let shown: String = extract(text, &context).claims.iter().map(show_claim).collect();
    expect.assert_eq(&shown);
}

#[test]
fn levels_of_trade() {
    check(
        "Trade turnover between India and Vietnam amounted to $14.8 billion in 2023.",
        &expect![[r#"
            trade_turnover, IND-VNM, 14800000000 USD, exact, 2023, actual <- $14.8 billion
        "#]],
    );
    check(
        "Georgia and Türkiye meet\n\nLast year, bilateral trade stood at nearly $2.6bn; in the first five months of 2024, the figure exceeded $1.1bn.",
        &expect![[r#"
            trade_turnover, GEO-TUR, 2600000000 USD, about, 2023, actual <- $2.6bn
            trade_turnover, GEO-TUR, 1100000000 USD, over, 2024-01/2024-05, actual <- $1.1bn
        "#]],
    );
}

#[test]
fn what_is_inferred_is_a_doubt() {
    let doubts = |text: &str| -> Vec<String> {
        let context = Context { lang: Some(Lang::En), ..Context::default() };
        let claims = extract(text, &context).claims;
        claims.iter().map(|c| format!("{} {:?}", c.confidence.as_percent(), c.doubts)).collect()
    };
    assert_eq!(doubts("Trade between India and Vietnam reached $14.8 billion in 2023."), ["95 []"]);
    assert_eq!(
        doubts("Trade between India and Vietnam reached 14.8 billion in 2023."),
        ["75 [NoCurrency]"],
        "no currency is written"
    );
    assert_eq!(
        doubts("India and Vietnam met in Hanoi. Trade grew from 11 to $14.8 billion."),
        ["80 [UnitOfNeighbour, NoCountries]", "90 [NoCountries]"],
        "the unit is that of the second figure, the countries are those of the sentence before"
    );
}

#[test]
fn flows_have_a_direction() {
    check(
        "Kenya's exports to Egypt reached $210 million in 2022, while imports from Egypt totaled $480 million.",
        &expect![[r#"
            exports, KEN-EGY, 210000000 USD, exact, 2022, actual <- $210 million
            imports, KEN-EGY, 480000000 USD, exact, 2022, actual <- $480 million
        "#]],
    );
}

#[test]
fn a_change_and_the_level_it_leads_to() {
    check(
        "Trade between Poland and Mongolia grew by 21.2% to $120 million in 2023.",
        &expect![[r#"
        trade_growth, MNG-POL, 21.2 percent, exact, 2023, actual, of turnover <- 21.2%
        trade_turnover, MNG-POL, 120000000 USD, exact, 2023, actual <- $120 million
    "#]],
    );
    check(
        "Trade between Poland and Mongolia fell by 7% in January-May 2024.",
        &expect![[r#"
        trade_growth, MNG-POL, -7 percent, exact, 2024-01/2024-05, actual, of turnover <- 7%
    "#]],
    );
}

#[test]
fn shares_and_their_whole() {
    check(
        "Brazil and Argentina account for 63% of all trade in Central Asia.",
        &expect![[r#"
        trade_share, ARG-BRA, 63 percent, exact, -, actual, of CENTRAL_ASIA, combined <- 63%
    "#]],
    );
    check(
        "Brazil accounts for 15% of Argentina's foreign trade.",
        &expect![[r#"
        trade_share, ARG-BRA, 15 percent, exact, -, actual, of ARG <- 15%
    "#]],
    );
}

#[test]
fn portfolios() {
    check(
        "Kenya and Ethiopia cooperate\n\nThe portfolio includes 40 projects worth $2.5 billion, which are to create more than 9,000 jobs. Of these, seven projects worth $80 million have been implemented, creating 600 jobs.",
        &expect![[r#"
            project_count, ETH-KEN, 40 count, exact, -, actual, stage total <- 40
            project_value, ETH-KEN, 2500000000 USD, exact, -, actual, stage total <- $2.5 billion
            project_jobs, ETH-KEN, 9000 jobs, over, -, planned, stage total <- 9,000 jobs
            project_count, ETH-KEN, 7 count, exact, -, actual, stage implemented <- seven
            project_value, ETH-KEN, 80000000 USD, exact, -, actual, stage implemented <- $80 million
            project_jobs, ETH-KEN, 600 jobs, exact, -, actual, stage implemented <- 600 jobs
        "#]],
    );
}

#[test]
fn parts_by_place_share_the_portion() {
    check(
        "Kenya and Ethiopia implement 12 joint projects. Nine projects are on the territory of Kenya, and three on the territory of Ethiopia.",
        &expect![[r#"
            project_count, ETH-KEN, 12 count, exact, -, actual, stage total <- 12
            project_count, ETH-KEN, 9 count, exact, -, actual, stage total <- Nine
            project_count, ETH-KEN, 3 count, exact, -, actual, stage total <- three
        "#]],
    );
    check(
        "Kenya and Ethiopia have a portfolio of 12 joint projects. Four projects located on the territory of Kenya have already been completed.",
        &expect![[r#"
            project_count, ETH-KEN, 12 count, exact, -, actual, stage total <- 12
            project_count, ETH-KEN, 4 count, exact, -, actual, stage implemented <- Four
        "#]],
    );
}

#[test]
fn a_growth_over_several_years_is_told_of_the_last() {
    check(
        "In 2019-2023, trade between Chile and Peru grew by 40%.",
        &expect![[r#"
        trade_growth, CHL-PER, 40 percent, exact, 2023, actual, of turnover, base 2019 <- 40%
    "#]],
    );
    check(
        "From 2019 to 2023, Chile's exports to Peru totaled $9 billion.",
        &expect![[r#"
        exports, CHL-PER, 9000000000 USD, exact, 2019-01/2023-12, actual <- $9 billion
    "#]],
    );
}

#[test]
fn targets_and_their_horizon() {
    check(
        "The presidents of Azerbaijan and Tajikistan set the task of bringing mutual trade to $1 billion by 2030.",
        &expect![[r#"
            trade_turnover, AZE-TJK, 1000000000 USD, exact, 2030, target <- $1 billion
        "#]],
    );
    check(
        "Malaysia and Kuwait aim to raise trade to $3 billion in the medium term.",
        &expect![[r#"
        trade_turnover, KWT-MYS, 3000000000 USD, exact, -, target <- $3 billion
    "#]],
    );
}

#[test]
fn ranks_but_no_praise() {
    check(
        "China is Malaysia's largest trading partner.",
        &expect![[r#"
        partner_rank, MYS-CHN, 1 rank, exact, -, actual <- largest trading partner
    "#]],
    );
    check(
        "China is the third largest trading partner of Malaysia.",
        &expect![[r#"
        partner_rank, MYS-CHN, 3 rank, exact, -, actual <- third largest trading partner
    "#]],
    );
    check("China is one of the largest trading partners of Malaysia.", &expect![[""]]);
}

#[test]
fn a_fact_told_twice_is_one() {
    check(
        "Trade between Poland and Mongolia reaches $120 million\n\nTrade between Poland and Mongolia reached $120.4 million in 2023.",
        &expect![[r#"
            trade_turnover, MNG-POL, 120400000 USD, exact, 2023, actual <- $120.4 million
        "#]],
    );
}

const PIECES: &[&str] = &[
    "Kazakhstan",
    "Uzbek",
    "trade",
    " turnover",
    " amounted to ",
    "$4.5 billion",
    "57%",
    " of ",
    "Central Asia",
    ". ",
    "\n\n",
    "twelve",
    "projects",
    "one of the largest",
    "trading partner",
    ", ",
    "“",
    "№",
    "1,200",
    "by 2030",
    "to ",
    "e\u{301}",
    "🦀",
    "last year",
    "\u{2019}s ",
    "-",
    "(",
    "2 billion 350 million",
    " ",
    "exports",
];

proptest! {
    #[test]
    fn quotes_are_where_they_say(picks in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        let text: String = picks.iter().map(|&pick| PIECES[pick]).collect();
        let context = Context { lang: Some(Lang::En), ..Context::default() };
        for claim in extract(&text, &context).claims {
            let quote = &claim.quote;
            let between: String = text.chars().skip(quote.start).take(quote.end - quote.start).collect();
            prop_assert_eq!(&between, &quote.exact);
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,300}") {
        let _ = extract(&text, &Context { lang: Some(Lang::En), ..Context::default() });
    }
}
