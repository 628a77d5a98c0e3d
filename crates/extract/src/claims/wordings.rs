//! Wordings of ranks, portfolios, goals and balances that are easily read wrongly.

use super::tests::check;
use expect_test::expect;

#[test]
fn ranks_within_a_region_and_behind_the_partner() {
    check(
        "Uzbekistan is South Korea's main trading partner in Central Asia.",
        &expect![[r#"
        partner_rank, KOR-UZB, 1 rank, exact, -, actual, in CENTRAL_ASIA <- main trading partner
    "#]],
    );
    check(
        "Vietnam is Australia's biggest trading partner in ASEAN.",
        &expect![[r#"
        partner_rank, AUS-VNM, 1 rank, exact, -, actual, in ASEAN <- biggest trading partner
    "#]],
    );
    check(
        "Kenya is the No. 1 trading partner of Poland in Africa.",
        &expect![[r#"
        partner_rank, POL-KEN, 1 rank, exact, -, actual, in AFRICA <- No. 1 trading partner
    "#]],
    );
    check(
        "Egypt is Brazil's second largest trading partner in Africa.",
        &expect![[r#"
        partner_rank, BRA-EGY, 2 rank, exact, -, actual, in AFRICA <- second largest trading partner
    "#]],
    );
    check(
        "Uganda ranks third among Kenya's trading partners in Africa.",
        &expect![[r#"
        partner_rank, KEN-UGA, 3 rank, exact, -, actual, in AFRICA <- third among Kenya's trading partners
    "#]],
    );
    check(
        "Germany was ranked fifth among the trading partners of Kazakhstan in 2023.",
        &expect![[r#"
        partner_rank, KAZ-DEU, 5 rank, exact, 2023, actual <- fifth among the trading partners
    "#]],
    );
    check(
        "Uganda is one of Kenya's main trading partners, ranked seventh in 2023.",
        &expect![[r#"
        partner_rank, KEN-UGA, 7 rank, exact, 2023, actual <- ranked seventh
    "#]],
    );
    check(
        "Serbia ranked seventh among Hungary's trading partners in 2022.",
        &expect![[r#"
        partner_rank, HUN-SRB, 7 rank, exact, 2022, actual <- seventh among Hungary's trading partners
    "#]],
    );
    check("Kenya is Uganda's main trading partner.", &expect![[r#""#]]);
    check(
        "Oman is among Kenya's main partners and took the 12th place among trading partners in 2023.",
        &expect![[r#"
            partner_rank, KEN-OMN, 12 rank, exact, 2023, actual <- 12th place among trading partners
        "#]],
    );
    check(
        "Vietnamese firms invest in India, which is their fifth-largest trading partner.",
        &expect![[r#"
            partner_rank, VNM-IND, 5 rank, exact, -, actual <- fifth-largest trading partner
        "#]],
    );
    check(
        "Malaysia is an important partner of Oman, ranked 9th in 2022.",
        &expect![[r#"
        partner_rank, OMN-MYS, 9 rank, exact, 2022, actual <- ranked 9th
    "#]],
    );
}

#[test]
fn periods_are_carried_over_sentences() {
    check(
        "In 2023 trade between Peru and Chile amounted to $3 billion. Exports made up $1 billion, imports $2 billion.",
        &expect![[r#"
            trade_turnover, CHL-PER, 3000000000 USD, exact, 2023, actual <- $3 billion
            exports, PER-CHL, 1000000000 USD, exact, 2023, actual <- $1 billion
            imports, PER-CHL, 2000000000 USD, exact, 2023, actual <- $2 billion
        "#]],
    );
    check(
        "In January-May 2024, trade turnover between Georgia and Armenia grew by 12%. Exports made up $300 million, while imports came to $100 million.",
        &expect![[r#"
            trade_growth, ARM-GEO, 12 percent, exact, 2024-01/2024-05, actual, of turnover <- 12%
            exports, GEO-ARM, 300000000 USD, exact, 2024-01/2024-05, actual <- $300 million
            imports, GEO-ARM, 100000000 USD, exact, 2024-01/2024-05, actual <- $100 million
        "#]],
    );
    check(
        "Kenya and Ethiopia have 12 joint projects. Work continues on eight projects worth $80 million.",
        &expect![[r#"
            project_count, ETH-KEN, 12 count, exact, -, actual, stage total <- 12
            project_count, ETH-KEN, 8 count, exact, -, actual, stage ongoing <- eight
            project_value, ETH-KEN, 80000000 USD, exact, -, actual, stage ongoing <- $80 million
        "#]],
    );
    check(
        "Chile and Peru\n\nBilateral trade: in the first quarter of 2024 turnover was $800 million. It grew by 5%. Exports were $500 million.",
        &expect![[r#"
            trade_turnover, CHL-PER, 800000000 USD, exact, 2024-Q1, actual <- $800 million
            trade_growth, CHL-PER, 5 percent, exact, 2024-Q1, actual, of turnover <- 5%
            exports, CHL-PER, 500000000 USD, exact, 2024-Q1, actual <- $500 million
        "#]],
    );
}

#[test]
fn portfolios_by_place_and_what_is_left() {
    check(
        "Chile and Peru have 30 joint projects: 20 of them are located in Chile and ten on the territory of Peru.",
        &expect![[r#"
            project_count, CHL-PER, 30 count, exact, -, actual, stage total <- 30
            project_count, CHL-PER, 20 count, exact, -, actual, stage total <- 20
            project_count, CHL-PER, 10 count, exact, -, actual, stage total <- ten
        "#]],
    );
    check(
        "In 2023, Chinese investments in Serbia reached $1.4 billion, and 15 Serbian-Chinese projects worth $3 billion are currently being implemented.",
        &expect![[r#"
            investment, CHN-SRB, 1400000000 USD, exact, 2023, actual <- $1.4 billion
            project_count, CHN-SRB, 15 count, exact, -, actual, stage ongoing <- 15
            project_value, CHN-SRB, 3000000000 USD, exact, -, actual, stage ongoing <- $3 billion
        "#]],
    );
    check(
        "Kenya and Oman have completed four projects. Three are ongoing. On another nine projects worth $70 million work continues.",
        &expect![[r#"
            project_count, KEN-OMN, 4 count, exact, -, actual, stage implemented <- four
            project_count, KEN-OMN, 3 count, exact, -, actual, stage ongoing <- Three
            project_count, KEN-OMN, 9 count, exact, -, planned, stage planned <- nine
            project_value, KEN-OMN, 70000000 USD, exact, -, planned, stage planned <- $70 million
        "#]],
    );
    check(
        "Georgia and Armenia have two ongoing projects worth $90 million, one of them a plant with a capacity of 300 thousand tons of cement.",
        &expect![[r#"
            project_count, ARM-GEO, 2 count, exact, -, actual, stage ongoing <- two
            project_value, ARM-GEO, 90000000 USD, exact, -, actual, stage ongoing <- $90 million
            capacity, ARM-GEO, 300000 tonnes, exact, -, planned <- 300 thousand tons
        "#]],
    );
}

#[test]
fn times_that_two_share_and_that_are_none() {
    check(
        "Since diplomatic relations were set up in 1992, trade between Kenya and Oman has reached $500 million.",
        &expect![[r#"
            trade_turnover, KEN-OMN, 500000000 USD, exact, -, actual <- $500 million
        "#]],
    );
    check(
        "In Nairobi, ministers of Kenya and Oman approved a quota of 5,000 tons for tea for 2022 and 2023.",
        &expect![[r#"
            quota, KEN-OMN, 5000 tonnes, exact, 2022-01/2023-12, actual <- 5,000 tons
        "#]],
    );
    check(
        "Exports from Peru to Chile were $1.1 billion and imports $2 billion in 2022.",
        &expect![[r#"
        exports, PER-CHL, 1100000000 USD, exact, 2022, actual <- $1.1 billion
        imports, PER-CHL, 2000000000 USD, exact, 2022, actual <- $2 billion
    "#]],
    );
}

#[test]
fn targets_and_balances_by_other_words() {
    check(
        "India and Oman hope to reach the $20 billion commerce target by 2030.",
        &expect![[r#"
        trade_turnover, IND-OMN, 20000000000 USD, exact, 2030, target <- $20 billion
    "#]],
    );
    check(
        "Reforms are needed if the target of the leaders of Egypt and Jordan is to be met: the $3 billion mark in bilateral trade.",
        &expect![[r#"
            trade_turnover, EGY-JOR, 3000000000 USD, exact, -, target <- $3 billion
        "#]],
    );
    check(
        "Exports of Chile to Peru were flat, but the deficit shrank by 40% from $900 million in 2022.",
        &expect![[r#"
            trade_balance, CHL-PER, -900000000 USD, exact, 2022, actual, of CHL <- $900 million
        "#]],
    );
}

#[test]
fn goals_beside_what_is() {
    check(
        "Trade, which totalled $20 billion in 2023, is expected to hit $25 billion in the next few years, the leaders of India and Malaysia said in Delhi.",
        &expect![[r#"
            trade_turnover, IND-MYS, 20000000000 USD, exact, 2023, actual <- $20 billion
            trade_turnover, IND-MYS, 25000000000 USD, exact, -, planned <- $25 billion
        "#]],
    );
    check(
        "India and Oman have set a trade target of $10 billion by 2030, from $6.5 billion now.",
        &expect![[r#"
            trade_turnover, IND-OMN, 10000000000 USD, exact, 2030, target <- $10 billion
            trade_turnover, IND-OMN, 6500000000 USD, exact, -, actual <- $6.5 billion
        "#]],
    );
    check(
        "India and the UAE want to take non-oil trade from the present $60 billion to $100 billion within five years.",
        &expect![[r#"
            trade_turnover, ARE-IND, 60000000000 USD, exact, -, actual <- $60 billion
            trade_turnover, ARE-IND, 100000000000 USD, exact, 2029, target <- $100 billion
        "#]],
    );
    check(
        "Pakistan and Uzbekistan plan to bring mutual trade to $1 billion in the coming years, up from $387 million.",
        &expect![[r#"
            trade_turnover, PAK-UZB, 1000000000 USD, exact, -, target <- $1 billion
            trade_turnover, PAK-UZB, 387000000 USD, exact, -, actual <- $387 million
        "#]],
    );
    check(
        "Trade volume of Georgia and Turkey is expected to reach $3 billion this year against $2.1 billion last year.",
        &expect![[r#"
            trade_turnover, GEO-TUR, 3000000000 USD, exact, 2024, planned <- $3 billion
            trade_turnover, GEO-TUR, 2100000000 USD, exact, 2023, actual <- $2.1 billion
        "#]],
    );
    check(
        "Trade between Turkmenistan and Uzbekistan topped $1.1 billion at the end of 2023, and the sides agreed to bring it to $2 billion.",
        &expect![[r#"
            trade_turnover, TKM-UZB, 1100000000 USD, over, 2023, actual <- $1.1 billion
            trade_turnover, TKM-UZB, 2000000000 USD, exact, -, target <- $2 billion
        "#]],
    );
    check("Vietnam and South Korea had a target of $100 billion by 2023.", &expect![[r#""#]]);
}

#[test]
fn flows_by_other_words() {
    check(
        "Vietnam's export turnover to Korea hit US$21.9 billion, up 14.9 percent, and import turnover from Korea was US$56.2 billion, up 19.7 percent.",
        &expect![[r#"
            exports, VNM-KOR, 21900000000 USD, exact, -, actual <- US$21.9 billion
            trade_growth, KOR-VNM, 14.9 percent, exact, -, actual, of exports <- 14.9 percent
            imports, VNM-KOR, 56200000000 USD, exact, -, actual <- US$56.2 billion
            trade_growth, KOR-VNM, 19.7 percent, exact, -, actual, of imports <- 19.7 percent
        "#]],
    );
    check(
        "Exports from Oman to Kenya made $80 million (+15%), imports - $5 million (-3%).",
        &expect![[r#"
            exports, OMN-KEN, 80000000 USD, exact, -, actual <- $80 million
            trade_growth, KEN-OMN, 15 percent, exact, -, actual, of exports <- 15%
            imports, OMN-KEN, 5000000 USD, exact, -, actual <- $5 million
            trade_growth, KEN-OMN, -3 percent, exact, -, actual, of imports <- 3%
        "#]],
    );
    check(
        "Kenya sells Egypt tea worth $200 million a year, and imports from it sugar for $90 million.",
        &expect![[r#"
            exports, KEN-EGY, 200000000 USD, exact, -, actual <- $200 million
            imports, KEN-EGY, 90000000 USD, exact, -, actual <- $90 million
        "#]],
    );
    check(
        "China sold Mongolia $3 billion of goods in 2023, while buying $11 billion worth of coal and copper.",
        &expect![[r#"
            exports, CHN-MNG, 3000000000 USD, exact, 2023, actual <- $3 billion
            imports, CHN-MNG, 11000000000 USD, exact, 2023, actual <- $11 billion
        "#]],
    );
    check(
        "Chinese companies have invested $23 billion in Kazakhstan's economy since 2005.",
        &expect![[r#"
            investment, CHN-KAZ, 23000000000 USD, exact, -, actual <- $23 billion
        "#]],
    );
    check(
        "In three months of 2024, mutual trade of Kenya and Oman amounted to $85.4 million, which is 1.5 times more than in the same period of 2023.",
        &expect![[r#"
            trade_turnover, KEN-OMN, 85400000 USD, exact, 2024-01/2024-03, actual <- $85.4 million
            trade_growth, KEN-OMN, 1.5 times, exact, 2024-01/2024-03, actual, of turnover <- 1.5 times
        "#]],
    );
}

#[test]
fn parts_told_one_after_the_other() {
    check(
        "Kazakhstan and Kyrgyzstan now have 144 projects worth $8.1 billion: 52 have been completed, 35 are being implemented and 57 are planned.",
        &expect![[r#"
            project_count, KAZ-KGZ, 144 count, exact, -, actual, stage total <- 144
            project_value, KAZ-KGZ, 8100000000 USD, exact, -, actual, stage total <- $8.1 billion
            project_count, KAZ-KGZ, 52 count, exact, -, actual, stage implemented <- 52
            project_count, KAZ-KGZ, 35 count, exact, -, actual, stage ongoing <- 35
            project_count, KAZ-KGZ, 57 count, exact, -, planned, stage planned <- 57
        "#]],
    );
    check(
        "A plant with a capacity of 120,000 tons a year will be built in Kenya by an Egyptian company.",
        &expect![[r#"
            capacity, EGY-KEN, 120000 tonnes, exact, -, planned <- 120,000 tons
        "#]],
    );
}

#[test]
fn plans_and_balances() {
    check(
        "It is planned to bring trade between Kenya and Oman, which made $3 billion, to $5 billion.",
        &expect![[r#"
            trade_turnover, KEN-OMN, 3000000000 USD, exact, -, actual <- $3 billion
            trade_turnover, KEN-OMN, 5000000000 USD, exact, -, target <- $5 billion
        "#]],
    );
    check(
        "Trade of Kenya and Oman amounted to $4 billion in 2023 and it is planned to bring this figure up to $10 billion.",
        &expect![[r#"
            trade_turnover, KEN-OMN, 4000000000 USD, exact, 2023, actual <- $4 billion
            trade_turnover, KEN-OMN, 10000000000 USD, exact, -, target <- $10 billion
        "#]],
    );
    check(
        "In the first ten months of 2023, bilateral trade of Iran and Oman came to $2.6 billion, 18 percent more than a year earlier.",
        &expect![[r#"
            trade_turnover, IRN-OMN, 2600000000 USD, exact, 2023-01/2023-10, actual <- $2.6 billion
            trade_growth, IRN-OMN, 18 percent, exact, 2023-01/2023-10, actual, of turnover, base 2022-01/2022-10 <- 18 percent
        "#]],
    );
    check(
        "Kenya ran a deficit of $250 million in its trade with Oman in 2023.",
        &expect![[r#"
        trade_balance, KEN-OMN, -250000000 USD, exact, 2023, actual, of KEN <- $250 million
    "#]],
    );
    check(
        "The surplus in favour of Serbia amounted to $90 million in trade with Hungary.",
        &expect![[r#"
            trade_balance, HUN-SRB, 90000000 USD, exact, -, actual, of SRB <- $90 million
        "#]],
    );
    check(
        "The trade turnover of Kazakhstan and Georgia in January-May fell by 8.1% compared with the same period of 2023, to $1.9 billion.",
        &expect![[r#"
            trade_growth, GEO-KAZ, -8.1 percent, exact, 2024-01/2024-05, actual, of turnover <- 8.1%
            trade_turnover, GEO-KAZ, 1900000000 USD, exact, 2024-01/2024-05, actual <- $1.9 billion
        "#]],
    );
}

#[test]
fn what_stands_farther_off() {
    check(
        "The leaders of Kenya and Oman intend to triple trade to $9 billion by 2030.",
        &expect![[r#"
        trade_growth, KEN-OMN, 3 times, exact, 2030, target, of turnover <- triple
        trade_turnover, KEN-OMN, 9000000000 USD, exact, 2030, target <- $9 billion
    "#]],
    );
    check(
        "In 2021 Chile and Peru traded $3 billion worth of goods, in 2022 $3.5 billion and in 2023 $4.1 billion.",
        &expect![[r#"
            trade_turnover, CHL-PER, 3000000000 USD, exact, 2021, actual <- $3 billion
            trade_turnover, CHL-PER, 3500000000 USD, exact, 2022, actual <- $3.5 billion
            trade_turnover, CHL-PER, 4100000000 USD, exact, 2023, actual <- $4.1 billion
        "#]],
    );
    check(
        "Out of 20 joint projects of Kenya and Peru, eight worth $300 million have been launched, and the rest are under development.",
        &expect![[r#"
            project_count, KEN-PER, 20 count, exact, -, actual, stage total <- 20
            project_count, KEN-PER, 8 count, exact, -, actual, stage implemented <- eight
            project_value, KEN-PER, 300000000 USD, exact, -, actual, stage implemented <- $300 million
        "#]],
    );
}
