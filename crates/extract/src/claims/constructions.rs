//! Constructions that are easily read wrongly, in several wordings each.

use super::tests::check;
use expect_test::expect;

#[test]
fn the_importer_of_a_second_clause() {
    check(
        "Exports from Kenya to Uganda were $700 million and imports $300 million in 2023.",
        &expect![[r#"
            exports, KEN-UGA, 700000000 USD, exact, 2023, actual <- $700 million
            imports, KEN-UGA, 300000000 USD, exact, 2023, actual <- $300 million
        "#]],
    );
    check(
        "In 2022 exports from Vietnam to Laos amounted to $650 million, and imports amounted to $1.05 billion.",
        &expect![[r#"
            exports, VNM-LAO, 650000000 USD, exact, 2022, actual <- $650 million
            imports, VNM-LAO, 1050000000 USD, exact, 2022, actual <- $1.05 billion
        "#]],
    );
    check(
        "In 2023, Turkey sold Iraq goods worth $12.8 billion and bought goods worth $5 billion.",
        &expect![[r#"
            exports, TUR-IRQ, 12800000000 USD, exact, 2023, actual <- $12.8 billion
            imports, TUR-IRQ, 5000000000 USD, exact, 2023, actual <- $5 billion
        "#]],
    );
    check(
        "Georgia sold Armenia goods worth $750 million and bought goods worth $310 million in 2023.",
        &expect![[r#"
            exports, GEO-ARM, 750000000 USD, exact, 2023, actual <- $750 million
            imports, GEO-ARM, 310000000 USD, exact, 2023, actual <- $310 million
        "#]],
    );
    check(
        "Chile exports goods to Peru for $1.9 billion and imports for $1.5 billion.",
        &expect![[r#"
        exports, CHL-PER, 1900000000 USD, exact, -, actual <- $1.9 billion
        imports, CHL-PER, 1500000000 USD, exact, -, actual <- $1.5 billion
    "#]],
    );
    check(
        "Poland exported goods worth €11 billion to Ukraine and imported goods worth €4 billion in 2023.",
        &expect![[r#"
            exports, POL-UKR, 11000000000 EUR, exact, 2023, actual <- €11 billion
            imports, POL-UKR, 4000000000 EUR, exact, 2023, actual <- €4 billion
        "#]],
    );
    check(
        "Kenya's exports to Egypt came to $210 million, with imports at $480 million.",
        &expect![[r#"
        exports, KEN-EGY, 210000000 USD, exact, -, actual <- $210 million
        imports, KEN-EGY, 480000000 USD, exact, -, actual <- $480 million
    "#]],
    );
    check(
        "In 2022, exports from Vietnam to Laos amounted to $650 million. Imports amounted to $1.05 billion.",
        &expect![[r#"
            exports, VNM-LAO, 650000000 USD, exact, 2022, actual <- $650 million
            imports, VNM-LAO, 1050000000 USD, exact, 2022, actual <- $1.05 billion
        "#]],
    );
}

#[test]
fn lists_are_told_in_one_order() {
    check(
        "Mongolia and Japan\n\nExports and imports came to $100 million and $350 million respectively.",
        &expect![[r#"
            exports, MNG-JPN, 100000000 USD, exact, -, actual <- $100 million
            imports, MNG-JPN, 350000000 USD, exact, -, actual <- $350 million
        "#]],
    );
    check(
        "In 2023 Serbia's exports and imports from Hungary came to EUR 1.5 billion and EUR 2 billion, respectively.",
        &expect![[r#"
            exports, SRB-HUN, 1500000000 EUR, exact, 2023, actual <- EUR 1.5 billion
            imports, SRB-HUN, 2000000000 EUR, exact, 2023, actual <- EUR 2 billion
        "#]],
    );
    check(
        "Kazakhstan's trade with China and Russia reached $31.5 billion and $26 billion, respectively, in 2023.",
        &expect![[r#"
            trade_turnover, CHN-KAZ, 31500000000 USD, exact, 2023, actual <- $31.5 billion
            trade_turnover, KAZ-RUS, 26000000000 USD, exact, 2023, actual <- $26 billion
        "#]],
    );
    check(
        "Trade with Uzbekistan and Kyrgyzstan amounted to $4.4 billion and $1.2 billion respectively, the Kazakh minister said.",
        &expect![[r#"
            trade_turnover, KAZ-UZB, 4400000000 USD, exact, -, actual <- $4.4 billion
            trade_turnover, KAZ-KGZ, 1200000000 USD, exact, -, actual <- $1.2 billion
        "#]],
    );
    check(
        "In 2022 and 2023, trade between Chile and Peru amounted to $3 billion and $3.3 billion respectively.",
        &expect![[r#"
            trade_turnover, CHL-PER, 3000000000 USD, exact, 2022, actual <- $3 billion
            trade_turnover, CHL-PER, 3300000000 USD, exact, 2023, actual <- $3.3 billion
        "#]],
    );
}

#[test]
fn a_target_behind_a_relative_clause() {
    check(
        "The sides agreed to bring trade turnover between Georgia and Jordan, which amounted to $150 million last year, to $500 million.",
        &expect![[r#"
            trade_turnover, GEO-JOR, 150000000 USD, exact, 2023, actual <- $150 million
            trade_turnover, GEO-JOR, 500000000 USD, exact, -, target <- $500 million
        "#]],
    );
    check(
        "Egypt and Ethiopia intend to increase mutual trade, which stood at $240 million in 2023, to $1 billion by 2030.",
        &expect![[r#"
            trade_turnover, EGY-ETH, 240000000 USD, exact, 2023, actual <- $240 million
            trade_turnover, EGY-ETH, 1000000000 USD, exact, 2030, target <- $1 billion
        "#]],
    );
    check(
        "The ministers want to raise trade between Kenya and Oman, which fell to $90 million in 2022, to $200 million within two years.",
        &expect![[r#"
            trade_turnover, KEN-OMN, 90000000 USD, exact, 2022, actual <- $90 million
            trade_turnover, KEN-OMN, 200000000 USD, exact, 2026, target <- $200 million
        "#]],
    );
}

#[test]
fn a_target_far_behind_a_relative_clause() {
    check(
        "The ministers want to raise trade between Kenya and Oman, which fell to $95 million in 2022, to $210 million by 2030.",
        &expect![[r#"
            trade_turnover, KEN-OMN, 95000000 USD, exact, 2022, actual <- $95 million
            trade_turnover, KEN-OMN, 210000000 USD, exact, 2030, target <- $210 million
        "#]],
    );
}

#[test]
fn parts_and_multiples_in_words() {
    check(
        "Trade between Brazil and Chile fell by a third in 2023.",
        &expect![[r#"
        trade_growth, BRA-CHL, -33 percent, exact, 2023, actual, of turnover <- a third
    "#]],
    );
    check(
        "Exports from Chile to Peru rose by half last year.",
        &expect![[r#"
        trade_growth, CHL-PER, 50 percent, exact, 2023, actual, of exports <- half
    "#]],
    );
    check(
        "Imports of Kenya from India dropped by almost a quarter in 2022.",
        &expect![[r#"
        trade_growth, IND-KEN, -25 percent, about, 2022, actual, of imports <- a quarter
    "#]],
    );
    check(
        "Kenya's exports to Uganda halved in 2023.",
        &expect![[r#"
        trade_growth, KEN-UGA, -50 percent, exact, 2023, actual, of exports <- halved
    "#]],
    );
    check(
        "Trade between Kenya and Uganda doubled in 2022 and tripled in 2023.",
        &expect![[r#"
        trade_growth, KEN-UGA, 2 times, exact, 2022, actual, of turnover <- doubled
        trade_growth, KEN-UGA, 3 times, exact, 2023, actual, of turnover <- tripled
    "#]],
    );
    check(
        "Turkish exports to Iraq increased by more than two thirds in 2022.",
        &expect![[r#"
        trade_growth, IRQ-TUR, 67 percent, over, 2022, actual, of exports <- two thirds
    "#]],
    );
    check(
        "In the first half of 2024, half a million tons of Kazakh grain were exported to Uzbekistan.",
        &expect![[r#"
            exports, KAZ-UZB, 500000 tonnes, exact, 2024-H1, actual <- half a million tons
        "#]],
    );
    check(
        "A third round of talks took place; Peru's imports from Chile shrank by one third.",
        &expect![[r#"
            trade_growth, CHL-PER, -33 percent, exact, -, actual, of imports <- one third
        "#]],
    );
}

#[test]
fn what_a_change_is_reckoned_from() {
    check(
        "Trade between India and Vietnam was $15 billion in 2023, up 30% from 2022.",
        &expect![[r#"
        trade_turnover, IND-VNM, 15000000000 USD, exact, 2023, actual <- $15 billion
        trade_growth, IND-VNM, 30 percent, exact, 2023, actual, of turnover, base 2022 <- 30%
    "#]],
    );
    check(
        "Trade between India and Vietnam reached $15 billion, up 30% from 2022.",
        &expect![[r#"
        trade_turnover, IND-VNM, 15000000000 USD, exact, -, actual <- $15 billion
        trade_growth, IND-VNM, 30 percent, exact, -, actual, of turnover, base 2022 <- 30%
    "#]],
    );
    check(
        "Trade between India and Vietnam is up 30% from 2022.",
        &expect![[r#"
        trade_growth, IND-VNM, 30 percent, exact, -, actual, of turnover, base 2022 <- 30%
    "#]],
    );
    check(
        "Exports from India to Vietnam reached $5.9 billion in 2023, up by 12% on 2022.",
        &expect![[r#"
            exports, IND-VNM, 5900000000 USD, exact, 2023, actual <- $5.9 billion
            trade_growth, IND-VNM, 12 percent, exact, 2023, actual, of exports, base 2022 <- 12%
        "#]],
    );
    check(
        "Exports of Chile to Peru rose 12% from January to May 2024.",
        &expect![[r#"
        trade_growth, CHL-PER, 12 percent, exact, 2024-01/2024-05, actual, of exports <- 12%
    "#]],
    );
}
