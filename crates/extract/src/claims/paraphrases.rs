//! Levels, growth and flows in many wordings: other countries, currencies and orders.

use super::tests::check;
use expect_test::expect;

#[test]
fn levels() {
    check(
        "In 2023, trade turnover between Kazakhstan and China hit a record $31.5 billion.",
        &expect![[r#"
            trade_turnover, CHN-KAZ, 31500000000 USD, exact, 2023, actual <- $31.5 billion
        "#]],
    );
    check(
        "According to Turkish statistics, bilateral trade volume between Türkiye and Iraq reached 19.9 billion dollars last year.",
        &expect![[r#"
            trade_turnover, IRQ-TUR, 19900000000 USD, exact, 2023, actual <- 19.9 billion dollars
        "#]],
    );
    check(
        "Two-way trade between India and Brazil was worth US$12.2 billion in the fiscal year 2022-23.",
        &expect![[r#"
            trade_turnover, BRA-IND, 12200000000 USD, exact, 2022-04/2023-03, actual <- US$12.2 billion
        "#]],
    );
    check(
        "Vietnam and Laos\n\nThe two countries traded goods worth $1.6 billion last year and $0.9 billion in the first half of this year.",
        &expect![[r#"
            trade_turnover, LAO-VNM, 1600000000 USD, exact, 2023, actual <- $1.6 billion
            trade_turnover, LAO-VNM, 900000000 USD, exact, 2024-H1, actual <- $0.9 billion
        "#]],
    );
    check(
        "Serbia's trade with Hungary stood at EUR 4.1 billion in 2022.",
        &expect![[r#"
            trade_turnover, HUN-SRB, 4100000000 EUR, exact, 2022, actual <- EUR 4.1 billion
        "#]],
    );
    check(
        "The volume of mutual trade between Belarus and Azerbaijan surpassed 500 million dollars in January-November 2023.",
        &expect![[r#"
            trade_turnover, AZE-BLR, 500000000 USD, over, 2023-01/2023-11, actual <- 500 million dollars
        "#]],
    );
    check(
        "Mutual trade of Tajikistan and Uzbekistan amounted to $505 million in 2022 and $560 million in 2023.",
        &expect![[r#"
            trade_turnover, TJK-UZB, 505000000 USD, exact, 2022, actual <- $505 million
            trade_turnover, TJK-UZB, 560000000 USD, exact, 2023, actual <- $560 million
        "#]],
    );
    check(
        "Georgia and Armenia\n\nSince the beginning of the year, trade has already reached $400 million.",
        &expect![[r#"
            trade_turnover, ARM-GEO, 400000000 USD, exact, 2024-01/2024-07, actual <- $400 million
        "#]],
    );
    check(
        "At the end of 2023, the trade turnover between Pakistan and Iran approached $2.4 billion.",
        &expect![[r#"
            trade_turnover, IRN-PAK, 2400000000 USD, about, 2023, actual <- $2.4 billion
        "#]],
    );
    check(
        "Kenya and Uganda trade was valued at nearly $1.2 billion in 2021, the minister said.",
        &expect![[r#"
            trade_turnover, KEN-UGA, 1200000000 USD, about, 2021, actual <- $1.2 billion
        "#]],
    );
    check(
        "Trade between Mongolia and Japan: $350 million in 2023.",
        &expect![[r#"
            trade_turnover, JPN-MNG, 350000000 USD, exact, 2023, actual <- $350 million
        "#]],
    );
    check(
        "The trade turnover of Kyrgyzstan and Turkey is about half a billion dollars.",
        &expect![[r#"
            trade_turnover, KGZ-TUR, 500000000 USD, about, -, actual <- half a billion dollars
        "#]],
    );
    check(
        "Trade between Egypt and Jordan reached $1 billion in 2023, compared with $750 million in 2022.",
        &expect![[r#"
            trade_turnover, EGY-JOR, 1000000000 USD, exact, 2023, actual <- $1 billion
            trade_turnover, EGY-JOR, 750000000 USD, exact, 2022, actual <- $750 million
        "#]],
    );
    check(
        "Trade between Egypt and Jordan rose from $750 million in 2022 to $1 billion in 2023.",
        &expect![[r#"
            trade_turnover, EGY-JOR, 750000000 USD, exact, 2022, actual <- $750 million
            trade_turnover, EGY-JOR, 1000000000 USD, exact, 2023, actual <- $1 billion
        "#]],
    );
    check(
        "Trade turnover between Turkmenistan and Uzbekistan exceeded $1 billion for the first time in history last year.",
        &expect![[r#"
            trade_turnover, TKM-UZB, 1000000000 USD, over, 2023, actual <- $1 billion
        "#]],
    );
}

#[test]
fn growth() {
    check(
        "Trade between Vietnam and India grew 12.5 percent year-on-year to $14.8 billion in 2023.",
        &expect![[r#"
            trade_growth, IND-VNM, 12.5 percent, exact, 2023, actual, of turnover <- 12.5 percent
            trade_turnover, IND-VNM, 14800000000 USD, exact, 2023, actual <- $14.8 billion
        "#]],
    );
    check(
        "Bilateral trade between Chile and Peru was up by 8% in the first quarter of 2024.",
        &expect![[r#"
            trade_growth, CHL-PER, 8 percent, exact, 2024-Q1, actual, of turnover <- 8%
        "#]],
    );
    check(
        "In January-June 2024, Azerbaijan's exports to Georgia increased by 15.4 percent, while imports fell 3.2 percent.",
        &expect![[r#"
            trade_growth, AZE-GEO, 15.4 percent, exact, 2024-01/2024-06, actual, of exports <- 15.4 percent
            trade_growth, AZE-GEO, -3.2 percent, exact, 2024-01/2024-06, actual, of imports <- 3.2 percent
        "#]],
    );
    check(
        "Exports from Uzbekistan to Afghanistan doubled in 2023.",
        &expect![[r#"
            trade_growth, AFG-UZB, 2 times, exact, 2023, actual, of exports <- doubled
        "#]],
    );
    check(
        "Trade between Serbia and China has increased 3.5 times since 2016.",
        &expect![[r#"
            trade_growth, CHN-SRB, 3.5 times, exact, -, actual, of turnover <- 3.5 times
        "#]],
    );
    check(
        "Trade turnover between Tajikistan and China increased by 20% ($3 billion) last year.",
        &expect![[r#"
            trade_growth, CHN-TJK, 20 percent, exact, 2023, actual, of turnover <- 20%
            trade_turnover, CHN-TJK, 3000000000 USD, exact, 2023, actual <- $3 billion
        "#]],
    );
    check(
        "The volume of trade between Iran and Oman saw a 23% increase, reaching $2.3 billion.",
        &expect![[r#"
            trade_growth, IRN-OMN, 23 percent, exact, -, actual, of turnover <- 23%
            trade_turnover, IRN-OMN, 2300000000 USD, exact, -, actual <- $2.3 billion
        "#]],
    );
    check(
        "Trade between Indonesia and Turkey shrank 11.6% last year to $2.1 billion.",
        &expect![[r#"
            trade_growth, IDN-TUR, -11.6 percent, exact, 2023, actual, of turnover <- 11.6%
            trade_turnover, IDN-TUR, 2100000000 USD, exact, 2023, actual <- $2.1 billion
        "#]],
    );
    check(
        "Over the past five years, trade between Uzbekistan and South Korea has grown almost twofold and reached $2.4 billion in 2023.",
        &expect![[r#"
            trade_growth, KOR-UZB, 2 times, about, -, actual, of turnover <- twofold
            trade_turnover, KOR-UZB, 2400000000 USD, exact, 2023, actual <- $2.4 billion
        "#]],
    );
    check(
        "Poland's imports from Norway rose by more than 40 percent compared to the same period last year.",
        &expect![[r#"
            trade_growth, NOR-POL, 40 percent, over, -, actual, of imports <- 40 percent
        "#]],
    );
    check(
        "Imports from Germany to Kazakhstan amounted to $2.8 billion, which is 15% more than in 2022.",
        &expect![[r#"
            imports, KAZ-DEU, 2800000000 USD, exact, -, actual <- $2.8 billion
            trade_growth, DEU-KAZ, 15 percent, exact, -, actual, of imports, base 2022 <- 15%
        "#]],
    );
    check(
        "Trade between Armenia and the UAE tripled to $1.3 billion in 2023.",
        &expect![[r#"
            trade_growth, ARE-ARM, 3 times, exact, 2023, actual, of turnover <- tripled
            trade_turnover, ARE-ARM, 1300000000 USD, exact, 2023, actual <- $1.3 billion
        "#]],
    );
    check(
        "Kyrgyz exports to Kazakhstan went down by 9.1% over 5 months of 2024 and totaled $180.3 million.",
        &expect![[r#"
            trade_growth, KAZ-KGZ, -9.1 percent, exact, 2024-01/2024-05, actual, of exports <- 9.1%
            exports, KGZ-KAZ, 180300000 USD, exact, 2024-01/2024-05, actual <- $180.3 million
        "#]],
    );
}

#[test]
fn flows() {
    check(
        "In 2023, trade turnover between Uzbekistan and Kazakhstan amounted to $4.4 billion. Exports totaled $1.37 billion, imports $3.04 billion.",
        &expect![[r#"
            trade_turnover, KAZ-UZB, 4400000000 USD, exact, 2023, actual <- $4.4 billion
            exports, UZB-KAZ, 1370000000 USD, exact, 2023, actual <- $1.37 billion
            imports, UZB-KAZ, 3040000000 USD, exact, 2023, actual <- $3.04 billion
        "#]],
    );
    check(
        "India's deficit in trade with China widened to $85 billion in fiscal year 2023-24.",
        &expect![[r#"
            trade_balance, CHN-IND, -85000000000 USD, exact, 2023-04/2024-03, actual, of IND <- $85 billion
        "#]],
    );
    check(
        "Ghana recorded a trade surplus of $210 million with Nigeria in 2022.",
        &expect![[r#"
            trade_balance, GHA-NGA, 210000000 USD, exact, 2022, actual, of GHA <- $210 million
        "#]],
    );
    check(
        "Uzbekistan and Russia\n\nUzbek exports amounted to $3.2 billion (up 5.8%), and imports to $6.6 billion (up 7.2%).",
        &expect![[r#"
            exports, UZB-RUS, 3200000000 USD, exact, -, actual <- $3.2 billion
            trade_growth, RUS-UZB, 5.8 percent, exact, -, actual, of exports <- 5.8%
            imports, UZB-RUS, 6600000000 USD, exact, -, actual <- $6.6 billion
            trade_growth, RUS-UZB, 7.2 percent, exact, -, actual, of imports <- 7.2%
        "#]],
    );
    check(
        "Supplies of Kazakh grain to Uzbekistan reached 3.2 million tons in 2023.",
        &expect![[r#"
            exports, KAZ-UZB, 3200000 tonnes, exact, 2023, actual <- 3.2 million tons
        "#]],
    );
    check(
        "Uzbekistan imported 500 thousand tons of flour from Kazakhstan last year.",
        &expect![[r#"
            imports, UZB-KAZ, 500000 tonnes, exact, 2023, actual <- 500 thousand tons
        "#]],
    );
    check(
        "China imported $8.7 billion worth of goods from Mongolia in the first 8 months of 2023.",
        &expect![[r#"
            imports, CHN-MNG, 8700000000 USD, exact, 2023-01/2023-08, actual <- $8.7 billion
        "#]],
    );
    check(
        "Exports to Russia grew to $2.1 billion.\n\nGeorgia",
        &expect![[r#"
            exports, GEO-RUS, 2100000000 USD, exact, -, actual <- $2.1 billion
        "#]],
    );
}
