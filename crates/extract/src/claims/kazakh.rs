//! Statements in Kazakh, in Cyrillic and Latin: verbs last, endings on figures, the year before its months.

use super::tests::check_in;
use entente_model::Lang;
use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, expect: &Expect) {
    check_in(Lang::Kk, text, expect);
}

#[test]
fn levels_and_flows() {
    check(
        "Былтыр Қазақстан мен Моңғолия арасындағы тауар айналымы 180 млн долларға жетті.",
        &expect![[r#"
        trade_turnover, KAZ-MNG, 180000000 USD, exact, 2023, actual <- 180 млн долларға
    "#]],
    );
    check(
        "Қазақстаннан Тәжікстанға экспорт 900 млн доллар, ал импорт 150 млн доллар болды.",
        &expect![[r#"
        exports, KAZ-TJK, 900000000 USD, exact, -, actual <- 900 млн доллар
        imports, KAZ-TJK, 150000000 USD, exact, -, actual <- 150 млн доллар
    "#]],
    );
    check(
        "Қазақстанның Қытайға экспорты 15 млрд доллардан асты, импорт 16,8 млрд долларға жетті.",
        &expect![[r#"
            exports, KAZ-CHN, 15000000000 USD, over, -, actual <- 15 млрд доллардан
            imports, KAZ-CHN, 16800000000 USD, exact, -, actual <- 16,8 млрд долларға
        "#]],
    );
    check(
        "Экспорт 2,3 млрд, импорт 1,1 млрд доллар болды. Қазақстан және Өзбекстан",
        &expect![[r#"
        exports, KAZ-UZB, 2300000000 USD, exact, -, actual <- 2,3 млрд
        imports, KAZ-UZB, 1100000000 USD, exact, -, actual <- 1,1 млрд доллар
    "#]],
    );
    check(
        "Экспорт пен импорт тиісінше 1,2 млрд және 0,8 млрд долларды құрады. Қазақстан мен Иран",
        &expect![[r#"
            exports, KAZ-IRN, 1200000000 USD, exact, -, actual <- 1,2 млрд
            imports, KAZ-IRN, 800000000 USD, exact, -, actual <- 0,8 млрд долларды
        "#]],
    );
    check(
        "Өткен жылы Қазақстан Өзбекстанға 2 млн тонна астық экспорттады.",
        &expect![[r#"
        exports, KAZ-UZB, 2000000 tonnes, exact, 2023, actual <- 2 млн тонна
    "#]],
    );
    check(
        "Қазақстан мен Үндістан аптасына 12 рейс орындайды.",
        &expect![[r#"
        flights, IND-KAZ, 12 per_week, exact, -, actual <- 12
    "#]],
    );
    check(
        "Түркия Қазақстан экономикасына 5 млрд доллардан астам инвестиция құйды.",
        &expect![[r#"
        investment, KAZ-TUR, 5000000000 USD, over, -, actual <- 5 млрд доллардан
    "#]],
    );
}

#[test]
fn changes_and_what_they_lead_to() {
    check(
        "Биылғы қаңтар-мамыр айларында екі ел арасындағы тауар айналымы 7,2%-ға өсіп, 620 млн доллар болды.\nҚазақстан – Әзербайжан",
        &expect![[r#"
            trade_growth, AZE-KAZ, 7.2 percent, exact, 2024-01/2024-05, actual, of turnover <- 7,2%
            trade_turnover, AZE-KAZ, 620000000 USD, exact, 2024-01/2024-05, actual <- 620 млн доллар
        "#]],
    );
    check(
        "2023 жылы Қазақстан мен Қырғызстанның өзара саудасы 1,5 миллиард долларды құрады, бұл 2022 жылмен салыстырғанда 12 пайызға көп.",
        &expect![[r#"
            trade_turnover, KAZ-KGZ, 1500000000 USD, exact, 2023, actual <- 1,5 миллиард долларды
            trade_growth, KAZ-KGZ, 12 percent, exact, 2023, actual, of turnover, base 2022 <- 12 пайызға
        "#]],
    );
    check(
        "Грузия мен Арменияның тауар айналымы 3 млрд доллардан 5 млрд долларға дейін өсті.",
        &expect![[r#"
            trade_turnover, ARM-GEO, 3000000000 USD, exact, -, actual <- 3 млрд доллардан
            trade_turnover, ARM-GEO, 5000000000 USD, exact, -, actual <- 5 млрд долларға
        "#]],
    );
    check(
        "2024 жылғы бірінші жартыжылдықта тауар айналымы екі есе артты. Қазақстан мен Катар",
        &expect![[r#"
            trade_growth, KAZ-QAT, 2 times, exact, 2024-H1, actual, of turnover <- екі есе
        "#]],
    );
    check(
        "Тауар айналымы 2021 жылы 3,9 млрд доллар болса, 2022 жылы 30 пайызға өсіп, 5 млрд долларға жетті. Қазақстан – Өзбекстан",
        &expect![[r#"
            trade_turnover, KAZ-UZB, 3900000000 USD, exact, 2021, actual <- 3,9 млрд доллар
            trade_growth, KAZ-UZB, 30 percent, exact, 2022, actual, of turnover <- 30 пайызға
            trade_turnover, KAZ-UZB, 5000000000 USD, exact, 2022, actual <- 5 млрд долларға
        "#]],
    );
    check(
        "Ағымдағы жылдың 7 айында екіжақты сауда 2,1 млрд доллар болып, өткен жылдың сәйкес кезеңімен салыстырғанда 3,4%-ға төмендеді. Қазақстан мен Түркия",
        &expect![[r#"
            trade_turnover, KAZ-TUR, 2100000000 USD, exact, 2024-01/2024-07, actual <- 2,1 млрд доллар
            trade_growth, KAZ-TUR, -3.4 percent, exact, 2024-01/2024-07, actual, of turnover, base 2023-01/2023-07 <- 3,4%
        "#]],
    );
}

#[test]
fn goals_and_forecasts() {
    check(
        "Тараптар Қазақстан мен Түркия арасындағы тауар айналымын 2030 жылға дейін 15 млрд долларға жеткізуді жоспарлап отыр.",
        &expect![[r#"
            trade_turnover, KAZ-TUR, 15000000000 USD, exact, 2030, target <- 15 млрд долларға
        "#]],
    );
    check(
        "Қазақстан мен Қырғызстан алдағы үш жылда сауда көлемін 3 млрд долларға дейін арттыруға келісті.",
        &expect![[r#"
            trade_turnover, KAZ-KGZ, 3000000000 USD, exact, 2027, target <- 3 млрд долларға
        "#]],
    );
    check(
        "Қазақстан мен Тәжікстан арасындағы сауда көлемі 2025 жылы 2 млрд долларға жетеді деп күтіледі.",
        &expect![[r#"
            trade_turnover, KAZ-TJK, 2000000000 USD, exact, 2025, planned <- 2 млрд долларға
        "#]],
    );
    check(
        "Алдағы уақытта сауда көлемін 10 млрд долларға дейін жеткізу көзделген. Қазақстан және Түркия",
        &expect![[r#"
            trade_turnover, KAZ-TUR, 10000000000 USD, exact, -, target <- 10 млрд долларға
        "#]],
    );
}

#[test]
fn portfolios() {
    check(
        "Қазақстан мен Ресей арасында жалпы құны 26 млрд доллар болатын 175 бірлескен жоба іске асырылып жатыр.",
        &expect![[r#"
            project_value, KAZ-RUS, 26000000000 USD, exact, -, actual, stage ongoing <- 26 млрд доллар
            project_count, KAZ-RUS, 175 count, exact, -, actual, stage ongoing <- 175
        "#]],
    );
    check(
        "Қазақстан мен Түркияның 45 бірлескен жобасының 20-сы аяқталды, 15-і іске асырылуда, тағы 10-ы жоспарланған.",
        &expect![[r#"
            project_count, KAZ-TUR, 45 count, exact, -, actual, stage total <- 45
            project_count, KAZ-TUR, 20 count, exact, -, actual, stage implemented <- 20
            project_count, KAZ-TUR, 15 count, exact, -, actual, stage ongoing <- 15
            project_count, KAZ-TUR, 10 count, exact, -, planned, stage planned <- 10
        "#]],
    );
    check(
        "Құны 500 млн доллар тұратын 5 жоба аяқталып, 2 мыңнан астам жұмыс орны ашылды. Қазақстан мен Түркия",
        &expect![[r#"
            project_value, KAZ-TUR, 500000000 USD, exact, -, actual, stage implemented <- 500 млн доллар
            project_count, KAZ-TUR, 5 count, exact, -, actual, stage implemented <- 5
            project_jobs, KAZ-TUR, 2000 jobs, over, -, actual, stage implemented <- 2 мыңнан
        "#]],
    );
    check(
        "Форум аясында жалпы сомасы 1,2 млрд доллар болатын 14 келісімге қол қойылды. Қазақстан мен Франция",
        &expect![[r#"
            agreement_value, FRA-KAZ, 1200000000 USD, exact, -, actual <- 1,2 млрд доллар
            agreement_count, FRA-KAZ, 14 count, exact, -, actual <- 14
        "#]],
    );
    check(
        "Қазақстандағы чех компанияларының саны 120-дан асты. Қазақстан мен Чехия",
        &expect![[r#"
        company_count, CZE-KAZ, 120 count, over, -, actual <- 120
    "#]],
    );
}

#[test]
fn shares_and_ranks() {
    check(
        "Қазақстан экспортының 18 пайызы Италияға тиесілі.",
        &expect![[r#"
        trade_share, ITA-KAZ, 18 percent, exact, -, actual, of KAZ.exports <- 18 пайызы
    "#]],
    );
    check(
        "Өзбекстан Қазақстанның Орталық Азиядағы сауда көлемінің 60%-ын құрайды.",
        &expect![[r#"
        trade_share, KAZ-UZB, 60 percent, exact, -, actual, of KAZ:CENTRAL_ASIA <- 60%
    "#]],
    );
    check(
        "Қытай Қазақстанның ең ірі сауда серіктесі болып табылады.",
        &expect![[r#"
        partner_rank, KAZ-CHN, 1 rank, exact, -, actual <- ең ірі сауда серіктесі
    "#]],
    );
    check(
        "Германия Қазақстанның сауда серіктестері арасында алтыншы орында.",
        &expect![[r#"
        partner_rank, KAZ-DEU, 6 rank, exact, -, actual <- алтыншы орында
    "#]],
    );
    check(
        "Қазақстан Өзбекстанның сауда серіктестерінің үштігіне кіреді.",
        &expect![[r#"
        partner_rank, UZB-KAZ, 3 rank, up_to, -, actual <- үштігіне
    "#]],
    );
    check(
        "Қазақстан – Германияның Орталық Азиядағы басты сауда серіктесі.",
        &expect![[r#"
        partner_rank, DEU-KAZ, 1 rank, exact, -, actual, in CENTRAL_ASIA <- басты сауда серіктесі
    "#]],
    );
    check("Өзбекстан Қазақстанның ірі сауда серіктестерінің бірі.", &expect![[""]]);
}

#[test]
fn both_latin_alphabets() {
    check(
        "Byltyr Qazaqstan men Túrkııa arasyndaǵy taýar aınalymy 5,9 mlrd dollarǵa jetti, bul 2022 jylmen salystyrǵanda 10%-ǵa kóp.",
        &expect![[r#"
            trade_turnover, KAZ-TUR, 5900000000 USD, exact, 2023, actual <- 5,9 mlrd dollarǵa
            trade_growth, KAZ-TUR, 10 percent, exact, 2023, actual, of turnover, base 2022 <- 10%
        "#]],
    );
    check(
        "Qazaqstan men Germaniia arasyndağy sauda ainalymy 3,9 milliard dollardan asty.",
        &expect![[r#"
        trade_turnover, DEU-KAZ, 3900000000 USD, over, -, actual <- 3,9 milliard dollardan
    "#]],
    );
}
