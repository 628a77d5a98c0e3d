//! Shares, ranks and targets in many wordings: other countries, currencies and orders.

use super::tests::check;
use expect_test::expect;

#[test]
fn shares() {
    check(
        "Trade between Kazakhstan and Uzbekistan makes up 43% of all trade inside Central Asia.",
        &expect![[r#"
            trade_share, KAZ-UZB, 43 percent, exact, -, actual, of CENTRAL_ASIA, mutual <- 43%
        "#]],
    );
    check(
        "Russia's share in Armenia's foreign trade is 36.7%.",
        &expect![[r#"
            trade_share, ARM-RUS, 36.7 percent, exact, -, actual, of ARM <- 36.7%
        "#]],
    );
    check(
        "The share of Kazakhstan in Kyrgyzstan's total trade turnover amounted to 9.8 percent in 2023.",
        &expect![[r#"
            trade_share, KAZ-KGZ, 9.8 percent, exact, 2023, actual, of KGZ <- 9.8 percent
        "#]],
    );
    check(
        "Turkey accounts for 5.1% of Uzbekistan's foreign trade turnover.",
        &expect![[r#"
            trade_share, TUR-UZB, 5.1 percent, exact, -, actual, of UZB <- 5.1%
        "#]],
    );
    check(
        "More than 30 percent of Mongolia's imports come from Russia.",
        &expect![[r#"
            trade_share, MNG-RUS, 30 percent, over, -, actual, of MNG.imports <- 30 percent
        "#]],
    );
    check(
        "Almost 70 percent of Kyrgyzstan's exports to the EAEU go to Kazakhstan.",
        &expect![[r#"
            trade_share, KAZ-KGZ, 70 percent, about, -, actual, of KGZ:EAEU.exports <- 70 percent
        "#]],
    );
    check(
        "Germany takes up 25% of Czech exports.",
        &expect![[r#"
            trade_share, CZE-DEU, 25 percent, exact, -, actual, of CZE.exports <- 25%
        "#]],
    );
    check(
        "Nigeria and South Africa together represent over 60 per cent of Africa's trade.",
        &expect![[r#"
            trade_share, NGA-ZAF, 60 percent, over, -, actual, of AFRICA, combined <- 60 per cent
        "#]],
    );
    check(
        "Kazakhstan accounts for 70% of Uzbekistan's trade with Central Asia.",
        &expect![[r#"
            trade_share, KAZ-UZB, 70 percent, exact, -, actual, of UZB:CENTRAL_ASIA <- 70%
        "#]],
    );
}

#[test]
fn ranks() {
    check(
        "Kazakhstan ranks third among Uzbekistan's trading partners.",
        &expect![[r#"
            partner_rank, UZB-KAZ, 3 rank, exact, -, actual <- third among Uzbekistan's trading partners
        "#]],
    );
    check(
        "Vietnam is India's 23rd largest trading partner.",
        &expect![[r#"
            partner_rank, IND-VNM, 23 rank, exact, -, actual <- 23rd largest trading partner
        "#]],
    );
    check(
        "Turkey is among the top five trading partners of Azerbaijan.",
        &expect![[r#"
            partner_rank, AZE-TUR, 5 rank, up_to, -, actual <- the top five trading partners
        "#]],
    );
    check(
        "Kazakhstan is one of the three largest trade partners of Uzbekistan.",
        &expect![[r#"
            partner_rank, UZB-KAZ, 3 rank, up_to, -, actual <- three largest trade partners
        "#]],
    );
    check(
        "Germany has become the No. 1 trading partner of Poland.",
        &expect![[r#"
            partner_rank, POL-DEU, 1 rank, exact, -, actual <- No. 1 trading partner
        "#]],
    );
    check(
        "South Africa is Nigeria's biggest trading partner in Africa.",
        &expect![[r#"
            partner_rank, NGA-ZAF, 1 rank, exact, -, actual, in AFRICA <- biggest trading partner
        "#]],
    );
    check(
        "China is the second-largest export market for Mongolia.",
        &expect![[r#"
            partner_rank, MNG-CHN, 2 rank, exact, -, actual, of exports <- second-largest export market
        "#]],
    );
    check(
        "Russia is Uzbekistan's second largest trading partner after China.",
        &expect![[r#"
            partner_rank, UZB-RUS, 2 rank, exact, -, actual <- second largest trading partner
        "#]],
    );
    check(
        "India was the fourth largest source of imports for Nepal in 2022.",
        &expect![[r#"
            partner_rank, NPL-IND, 4 rank, exact, 2022, actual, of imports <- fourth largest source of imports
        "#]],
    );
    check(
        "Uzbekistan took the sixth place among Kazakhstan's trade partners in 2022.",
        &expect![[r#"
            partner_rank, KAZ-UZB, 6 rank, exact, 2022, actual <- sixth place among Kazakhstan's trade partners
        "#]],
    );
    check("Brazil is a key trading partner of Chile.", &expect![[r#""#]]);
    check(
        "Uzbekistan and Turkey\n\nTurkey is one of the five largest foreign trade partners of our country.",
        &expect![[r#"
            partner_rank, UZB-TUR, 5 rank, up_to, -, actual <- five largest foreign trade partners
        "#]],
    );
}

#[test]
fn targets() {
    check(
        "Turkey and Uzbekistan aim to increase trade to $5 billion and then to $10 billion.",
        &expect![[r#"
            trade_turnover, TUR-UZB, 5000000000 USD, exact, -, target <- $5 billion
            trade_turnover, TUR-UZB, 10000000000 USD, exact, -, target <- $10 billion
        "#]],
    );
    check(
        "The leaders of Indonesia and Kenya agreed to double bilateral trade by 2030.",
        &expect![[r#"
            trade_growth, IDN-KEN, 2 times, exact, 2030, target, of turnover <- double
        "#]],
    );
    check(
        "India and Iran have set a target of $30 billion in bilateral trade within five years.",
        &expect![[r#"
            trade_turnover, IND-IRN, 30000000000 USD, exact, 2029, target <- $30 billion
        "#]],
    );
    check(
        "The two sides plan to boost trade up to $1 billion in the near future.\n\nGeorgia and Kazakhstan",
        &expect![[r#"
            trade_turnover, GEO-KAZ, 1000000000 USD, exact, -, target <- $1 billion
        "#]],
    );
    check(
        "Our common goal is to bring mutual trade to 3 billion dollars by 2025, the president of Tajikistan said in Tashkent.",
        &expect![[r#"
            trade_turnover, TJK-UZB, 3000000000 USD, exact, 2025, target <- 3 billion dollars
        "#]],
    );
    check(
        "Trade between Egypt and Ethiopia is expected to surpass $1 billion this year.",
        &expect![[r#"
            trade_turnover, EGY-ETH, 1000000000 USD, over, 2024, planned <- $1 billion
        "#]],
    );
    check(
        "It is projected that trade turnover between Laos and Thailand will reach $11 billion by 2025.",
        &expect![[r#"
            trade_turnover, LAO-THA, 11000000000 USD, exact, 2025, planned <- $11 billion
        "#]],
    );
    check(
        "A trade turnover of $15 billion is the goal that Azerbaijan and Türkiye pursue by 2025.",
        &expect![[r#"
            trade_turnover, AZE-TUR, 15000000000 USD, exact, 2025, target <- $15 billion
        "#]],
    );
    check(
        "Kazakhstan is ready to increase exports to Uzbekistan by $550 million.",
        &expect![[r#"
            exports, KAZ-UZB, 550000000 USD, exact, -, target, increase <- $550 million
        "#]],
    );
    check(
        "Trade between Russia and Vietnam may grow to $10 billion by 2028.",
        &expect![[r#"
            trade_turnover, RUS-VNM, 10000000000 USD, exact, 2028, planned <- $10 billion
        "#]],
    );
}
