//! Statements in Uzbek, in Latin and Cyrillic: verbs last, endings on figures, the year before its months.

use super::tests::check_in;
use entente_model::Lang;
use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, expect: &Expect) {
    check_in(Lang::Uz, text, expect);
}

#[test]
fn levels_and_flows() {
    check(
        "O‘tgan yili O‘zbekiston va Qozog‘iston o‘rtasidagi tovar ayirboshlash 4,4 milliard dollarga yetdi.",
        &expect![[r#"
            trade_turnover, KAZ-UZB, 4400000000 USD, exact, 2023, actual <- 4,4 milliard dollarga
        "#]],
    );
    check(
        "Ўзбекистоннинг Хитойга экспорти 2,5 млрд доллардан ошди, импорт 11 млрд долларга етди.",
        &expect![[r#"
            exports, UZB-CHN, 2500000000 USD, over, -, actual <- 2,5 млрд доллардан
            imports, UZB-CHN, 11000000000 USD, exact, -, actual <- 11 млрд долларга
        "#]],
    );
    check(
        "Экспорт 630 миллион, импорт эса 320 миллион доллар бўлди. Ўзбекистон ва Туркия",
        &expect![[r#"
        exports, UZB-TUR, 630000000 USD, exact, -, actual <- 630 миллион
        imports, UZB-TUR, 320000000 USD, exact, -, actual <- 320 миллион доллар
    "#]],
    );
    check(
        "2023-yilda Qozog‘istondan 1,8 mlrd dollarlik mahsulot import qilingan bo‘lsa, Qozog‘istonga 1,3 mlrd dollarlik tovar eksport qilingan. O‘zbekiston",
        &expect![[r#"
            imports, UZB-KAZ, 1800000000 USD, exact, 2023, actual <- 1,8 mlrd dollarlik
            exports, UZB-KAZ, 1300000000 USD, exact, 2023, actual <- 1,3 mlrd dollarlik
        "#]],
    );
    check(
        "Turkiya bilan savdo 2017-yilda 1,5 mlrd, 2023-yilda 3,1 mlrd dollar bo‘lgan. O‘zbekiston",
        &expect![[r#"
            trade_turnover, TUR-UZB, 1500000000 USD, exact, 2017, actual <- 1,5 mlrd
            trade_turnover, TUR-UZB, 3100000000 USD, exact, 2023, actual <- 3,1 mlrd dollar
        "#]],
    );
    check(
        "Janubiy Koreya O‘zbekiston iqtisodiyotiga 7 milliard dollardan ortiq sarmoya kiritgan.",
        &expect![[r#"
            investment, KOR-UZB, 7000000000 USD, over, -, actual <- 7 milliard dollardan
        "#]],
    );
    check(
        "Toshkent va Istanbul o‘rtasida haftasiga 40 ta reys amalga oshiriladi. O‘zbekiston va Turkiya",
        &expect![[r#"
            flights, TUR-UZB, 40 per_week, exact, -, planned <- 40
        "#]],
    );
    check(
        "Savdo taqchilligi 300 million dollarni tashkil etdi. O‘zbekiston va Turkiya",
        &expect![[r#"
        trade_balance, TUR-UZB, -300000000 USD, exact, -, actual <- 300 million dollarni
    "#]],
    );
}

#[test]
fn changes_and_what_they_lead_to() {
    check(
        "Joriy yilning yanvar-may oylarida ikki davlat o‘rtasidagi tovar ayirboshlash hajmi 12 foizga oshib, 620 mln dollarga yetdi. O‘zbekiston va Ozarbayjon",
        &expect![[r#"
            trade_growth, AZE-UZB, 12 percent, exact, 2024-01/2024-05, actual, of turnover <- 12 foizga
            trade_turnover, AZE-UZB, 620000000 USD, exact, 2024-01/2024-05, actual <- 620 mln dollarga
        "#]],
    );
    check(
        "2023-yilda O‘zbekiston va Turkiya o‘rtasidagi savdo aylanmasi 3,1 mlrd dollarni tashkil etdi, bu 2022-yilga nisbatan 2,6 foizga kam.",
        &expect![[r#"
            trade_turnover, TUR-UZB, 3100000000 USD, exact, 2023, actual <- 3,1 mlrd dollarni
            trade_growth, TUR-UZB, -2.6 percent, exact, 2023, actual, of turnover, base 2022 <- 2,6 foizga
        "#]],
    );
    check(
        "O‘zbekiston va Hindiston o‘rtasidagi savdo 2020-yildagi 443 million dollardan 2023-yilda 756 million dollarga o‘sdi.",
        &expect![[r#"
            trade_turnover, IND-UZB, 443000000 USD, exact, 2020, actual <- 443 million dollardan
            trade_turnover, IND-UZB, 756000000 USD, exact, 2023, actual <- 756 million dollarga
        "#]],
    );
    check(
        "2024-yilning birinchi yarmida tovar ayirboshlash 2 barobar oshdi. O‘zbekiston va Qatar",
        &expect![[r#"
            trade_growth, QAT-UZB, 2 times, exact, 2024-H1, actual, of turnover <- 2 barobar
        "#]],
    );
    check(
        "2021-yilning 10 oyida o‘zaro savdo hajmi 2,8 mlrd dollarni tashkil qildi, bu 2020-yilning shu davriga nisbatan 30% ko‘p. O‘zbekiston va Qozog‘iston",
        &expect![[r#"
            trade_turnover, KAZ-UZB, 2800000000 USD, exact, 2021-01/2021-10, actual <- 2,8 mlrd dollarni
            trade_growth, KAZ-UZB, 30 percent, exact, 2021-01/2021-10, actual, of turnover, base 2020-01/2020-10 <- 30%
        "#]],
    );
    check(
        "Oxirgi uch yilda tovar ayirboshlash qariyb ikki barobar oshib, 3 milliard dollarga yaqinlashdi. O‘zbekiston va Qozog‘iston",
        &expect![[r#"
            trade_growth, KAZ-UZB, 2 times, about, -, actual, of turnover <- ikki barobar
            trade_turnover, KAZ-UZB, 3000000000 USD, about, -, actual <- 3 milliard dollarga
        "#]],
    );
    check(
        "Экспорт ҳажми 32 фоизга камайди. Ўзбекистон ва Афғонистон",
        &expect![[r#"
        trade_growth, AFG-UZB, -32 percent, exact, -, actual, of exports <- 32 фоизга
    "#]],
    );
}

#[test]
fn goals_and_forecasts() {
    check(
        "Томонлар Ўзбекистон ва Россия ўртасидаги товар айирбошлаш ҳажмини 2030 йилгача 30 миллиард долларга етказишни режалаштирмоқда.",
        &expect![[r#"
            trade_turnover, RUS-UZB, 30000000000 USD, exact, 2030, target <- 30 миллиард долларга
        "#]],
    );
    check(
        "Prezident tovar ayirboshlashni 10 milliard dollarga yetkazish vazifasini qo‘ydi. O‘zbekiston va Qozog‘iston",
        &expect![[r#"
            trade_turnover, KAZ-UZB, 10000000000 USD, exact, -, target <- 10 milliard dollarga
        "#]],
    );
    check(
        "Tomonlar 2026-yilga borib tovar aylanmasini 5 milliard dollargacha ko‘paytirish niyatida. O‘zbekiston va Turkiya",
        &expect![[r#"
            trade_turnover, TUR-UZB, 5000000000 USD, exact, 2026, target <- 5 milliard dollargacha
        "#]],
    );
    check(
        "Yil yakuniga qadar o‘zaro savdo 1 milliard dollarga yetishi kutilmoqda. O‘zbekiston va Ozarbayjon",
        &expect![[r#"
            trade_turnover, AZE-UZB, 1000000000 USD, exact, 2024, planned <- 1 milliard dollarga
        "#]],
    );
    check(
        "Tomonlar keyingi 5 yil ichida savdo hajmini 3 baravar oshirishni ko‘zlamoqda. O‘zbekiston va Hindiston",
        &expect![[r#"
            trade_growth, IND-UZB, 3 times, exact, 2029, target, of turnover <- 3 baravar
        "#]],
    );
}

#[test]
fn portfolios() {
    check(
        "Qozog‘iston bilan umumiy qiymati 2,5 milliard dollarlik 60 ta loyiha amalga oshirilmoqda. O‘zbekiston",
        &expect![[r#"
            project_value, KAZ-UZB, 2500000000 USD, exact, -, actual, stage ongoing <- 2,5 milliard dollarlik
            project_count, KAZ-UZB, 60 count, exact, -, actual, stage ongoing <- 60
        "#]],
    );
    check(
        "Turkiya bilan 45 ta qo‘shma loyihaning 20 tasi ishga tushirildi, 15 tasi amalga oshirilmoqda, yana 10 tasi rejalashtirilgan. O‘zbekiston",
        &expect![[r#"
            project_count, TUR-UZB, 45 count, exact, -, actual, stage total <- 45
            project_count, TUR-UZB, 20 count, exact, -, actual, stage implemented <- 20
            project_count, TUR-UZB, 15 count, exact, -, actual, stage ongoing <- 15
            project_count, TUR-UZB, 10 count, exact, -, planned, stage planned <- 10
        "#]],
    );
    check(
        "Bugungi kunda qiymati 900 million dollar bo‘lgan 40 ta loyiha amalga oshirilgan, yana 20 ta loyiha bo‘yicha ishlar olib borilmoqda. O‘zbekiston va Rossiya",
        &expect![[r#"
            project_value, RUS-UZB, 900000000 USD, exact, -, actual, stage implemented <- 900 million dollar
            project_count, RUS-UZB, 40 count, exact, -, actual, stage implemented <- 40
            project_count, RUS-UZB, 20 count, exact, -, actual, stage ongoing <- 20
        "#]],
    );
    check(
        "Yiliga 100 ming tonna sement ishlab chiqaradigan zavod quriladi. O‘zbekiston va Tojikiston",
        &expect![[r#"
            capacity, TJK-UZB, 100000 tonnes, exact, -, planned <- 100 ming tonna
        "#]],
    );
    check(
        "O‘zbekistonda Janubiy Koreya kapitali ishtirokida 800 ga yaqin korxona faoliyat ko‘rsatmoqda.",
        &expect![[r#"
            company_count, KOR-UZB, 800 count, about, -, actual <- 800
        "#]],
    );
    check(
        "Forum doirasida 5 milliard dollarlik 30 ta hujjat imzolandi. O‘zbekiston va Fransiya",
        &expect![[r#"
            agreement_value, FRA-UZB, 5000000000 USD, exact, -, actual <- 5 milliard dollarlik
            agreement_count, FRA-UZB, 30 count, exact, -, actual <- 30
        "#]],
    );
}

#[test]
fn shares_and_ranks() {
    check(
        "Markaziy Osiyodagi savdoning 57 foizi O‘zbekiston va Qozog‘istonga to‘g‘ri keladi.",
        &expect![[r#"
            trade_share, KAZ-UZB, 57 percent, exact, -, actual, of CENTRAL_ASIA, mutual <- 57 foizi
        "#]],
    );
    check(
        "O‘zbekiston eksportida Xitoyning ulushi 12 foizni tashkil etdi.",
        &expect![[r#"
        trade_share, CHN-UZB, 12 percent, exact, -, actual, of UZB.exports <- 12 foizni
    "#]],
    );
    check(
        "Xitoy O‘zbekistonning eng yirik savdo hamkori hisoblanadi.",
        &expect![[r#"
        partner_rank, UZB-CHN, 1 rank, exact, -, actual <- eng yirik savdo hamkori
    "#]],
    );
    check(
        "Qozog‘iston O‘zbekistonning savdo hamkorlari orasida uchinchi o‘rinni egalladi.",
        &expect![[r#"
        partner_rank, UZB-KAZ, 3 rank, exact, -, actual <- uchinchi o‘rinni
    "#]],
    );
    check(
        "O‘zbekiston Koreyaning Markaziy Osiyodagi eng yirik savdo hamkoridir.",
        &expect![[r#"
        partner_rank, KOR-UZB, 1 rank, exact, -, actual, in CENTRAL_ASIA <- eng yirik savdo hamkoridir
    "#]],
    );
}
