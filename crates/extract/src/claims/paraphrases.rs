//! The constructions of the grammar in many wordings: other countries, currencies and orders.

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
