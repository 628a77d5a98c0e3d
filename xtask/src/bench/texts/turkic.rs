//! The communiques in Kazakh and in Uzbek: sentences with places for names and figures.

use super::Draws;

/// A language: its countries with the ending of their owner and their capitals' place, its months, and its sentences.
struct Language {
    countries: &'static [(&'static str, &'static str, &'static str)],
    months: &'static [&'static str],
    sectors: &'static [&'static str],
    /// `A` and `B` are the countries, `A+` the first as the owner, `C` its capital, `#` a figure with a decimal, `%` a
    /// number to 80, `Y` a year, `F` a year to come, `M` a month, `S` a sector.
    sentences: &'static [&'static str],
}

const KAZAKH: Language = Language {
    countries: &[
        ("Қазақстан", "Қазақстанның", "Астанада"),
        ("Өзбекстан", "Өзбекстанның", "Ташкентте"),
        ("Қырғызстан", "Қырғызстанның", "Бішкекте"),
        ("Тәжікстан", "Тәжікстанның", "Душанбеде"),
        ("Түрікменстан", "Түрікменстанның", "Ашхабадта"),
        ("Әзербайжан", "Әзербайжанның", "Бакуде"),
        ("Грузия", "Грузияның", "Тбилисиде"),
        ("Түркия", "Түркияның", "Анкарада"),
        ("Ресей", "Ресейдің", "Мәскеуде"),
        ("Қытай", "Қытайдың", "Бейжіңде"),
        ("Үндістан", "Үндістанның", "Делиде"),
        ("Моңғолия", "Моңғолияның", "Ұлан-Баторда"),
        ("Вьетнам", "Вьетнамның", "Ханойда"),
        ("Польша", "Польшаның", "Варшавада"),
        ("Германия", "Германияның", "Берлинде"),
    ],
    months: &["қаңтар", "наурыз", "сәуір", "мамыр", "маусым", "қыркүйек", "қазан", "қараша"],
    sectors: &["сауда", "энергетика", "көлік", "ауыл шаруашылығы", "су ресурстары", "туризм"],
    sentences: &[
        "% M күні C A мен B арасындағы үкіметаралық комиссияның %-ші отырысы өтті. Тараптар S, S және S салаларындағы \
         ынтымақтастықты талқылады.",
        "Y жылы екі ел арасындағы тауар айналымы #  млрд долларды құрады, ағымдағы жылдың алғашқы жеті айында бұл \
         көрсеткіш $# млрд-тан асты.",
        "Аймақтағы барлық сауданың %%-ы A мен B елдеріне тиесілі екені атап өтілді.",
        "Жалпы құны # млрд доллар болатын % жоба жоспарланған, нәтижесінде % мыңнан астам жұмыс орны ашылады. Оның % \
         жобасы іске асырылды.",
        "Екіжақты сауда Y жылы %,4 пайызға артып, # млрд долларға жетті.",
        "Елдер басшылары F жылға дейін сауда көлемін # млрд долларға жеткізу міндетін қойды.",
        "A+ B еліне экспорты Y жылы # млрд доллар болды, ал импорты # млрд долларды құрады.",
        "Делегация C жақын орналасқан зауытты аралап, жергілікті компаниялардың басшыларымен кездесті, олар S \
         саласындағы тәжірибесімен бөлісті. Қонақтар бірлескен кеңестің жұмысына қатысуға шақырды және тараптар жұмыс \
         топтары арқылы байланыста болуға келісті.",
        "A мен B арасындағы қатынас қарқынды дамып келеді, деді министр, S пен S салаларында зор әлеует бар.",
    ],
};

const UZBEK: Language = Language {
    countries: &[
        ("O‘zbekiston", "O‘zbekistonning", "Toshkentda"),
        ("Qozog‘iston", "Qozog‘istonning", "Ostonada"),
        ("Qirg‘iziston", "Qirg‘izistonning", "Bishkekda"),
        ("Tojikiston", "Tojikistonning", "Dushanbeda"),
        ("Turkmaniston", "Turkmanistonning", "Ashxobodda"),
        ("Ozarbayjon", "Ozarbayjonning", "Bokuda"),
        ("Gruziya", "Gruziyaning", "Tbilisida"),
        ("Turkiya", "Turkiyaning", "Anqarada"),
        ("Rossiya", "Rossiyaning", "Moskvada"),
        ("Xitoy", "Xitoyning", "Pekinda"),
        ("Hindiston", "Hindistonning", "Dehlida"),
        ("Mo‘g‘uliston", "Mo‘g‘ulistonning", "Ulan-Batorda"),
        ("Vyetnam", "Vyetnamning", "Xanoyda"),
        ("Polsha", "Polshaning", "Varshavada"),
        ("Germaniya", "Germaniyaning", "Berlinda"),
    ],
    months: &["yanvar", "mart", "aprel", "may", "iyun", "sentabr", "oktabr", "noyabr"],
    sectors: &["savdo", "energetika", "transport", "qishloq xo‘jaligi", "suv resurslari", "turizm"],
    sentences: &[
        "%-M kuni C A va B o‘rtasidagi hukumatlararo komissiyaning %-yig‘ilishi bo‘lib o‘tdi. Tomonlar S, S va S \
         sohalaridagi hamkorlikni muhokama qildi.",
        "Y-yilda ikki davlat o‘rtasidagi tovar ayirboshlash hajmi # mlrd dollarni tashkil etdi, joriy yilning dastlabki \
         yetti oyida bu ko‘rsatkich # mlrd dollardan oshdi.",
        "Mintaqadagi barcha savdoning % foizi A va B davlatlariga to‘g‘ri kelishi ta’kidlandi.",
        "Umumiy qiymati # mlrd dollar bo‘lgan % ta loyiha rejalashtirilgan, natijada % mingdan ortiq ish o‘rni \
         yaratiladi. Shundan % ta loyiha amalga oshirildi.",
        "O‘zaro savdo Y-yilda %,4 foizga oshib, # mlrd dollarga yetdi.",
        "Davlatlar rahbarlari F-yilgacha savdo hajmini # mlrd dollarga yetkazish vazifasini qo‘ydi.",
        "A+ B davlatiga eksporti Y-yilda # mlrd dollar bo‘ldi, importi esa # mlrd dollarni tashkil etdi.",
        "Delegatsiya C joylashgan zavodni aylanib chiqdi va mahalliy kompaniyalar rahbarlari bilan uchrashdi, ular S \
         sohasidagi tajribasi haqida so‘zlab berdi. Mehmonlar qo‘shma kengash ishida qatnashishga taklif qildi va \
         tomonlar ishchi guruhlar orqali aloqada bo‘lishga kelishib oldi.",
        "A va B o‘rtasidagi munosabatlar jadal rivojlanmoqda, dedi vazir, S va S sohalarida katta salohiyat mavjud.",
    ],
};

/// Writes one communique in Kazakh of about `bytes` bytes.
pub(in super::super) fn kazakh(seed: u64, bytes: usize) -> String {
    communique(&KAZAKH, seed, bytes)
}

/// Writes one communique in Uzbek of about `bytes` bytes.
pub(in super::super) fn uzbek(seed: u64, bytes: usize) -> String {
    communique(&UZBEK, seed, bytes)
}

fn communique(language: &Language, seed: u64, bytes: usize) -> String {
    let mut draws = Draws::new(seed);
    let first = draws.first % language.countries.len();
    let second = (first + 1 + draws.below(language.countries.len() - 1)) % language.countries.len();
    let at = |i: usize| language.countries.get(i).copied().unwrap_or(("", "", ""));
    let (a, b) = (at(first), at(second));
    let mut text = format!("{} – {}\n\n", a.0, b.0);
    for sentence in language.sentences.iter().cycle() {
        if text.len() >= bytes {
            break;
        }
        let mut letters = sentence.chars().peekable();
        let mut before = ' ';
        while let Some(letter) = letters.next() {
            // A place is a letter by itself: "Ағымдағы" has none.
            let alone = !before.is_alphabetic() && !letters.peek().is_some_and(|next| next.is_alphabetic());
            match letter {
                'A' if alone && letters.next_if_eq(&'+').is_some() => text.push_str(a.1),
                'A' if alone => text.push_str(a.0),
                'B' if alone => text.push_str(b.0),
                'C' if alone => text.push_str(a.2),
                'M' if alone => text.push_str(draws.pick(language.months)),
                'S' if alone => text.push_str(draws.pick(language.sectors)),
                'Y' if alone => text.push_str(&draws.year().to_string()),
                'F' if alone => text.push_str(&(2026 + draws.below(10)).to_string()),
                '#' => text.push_str(&draws.billions().replace('.', ",")),
                '%' if before != '%' => text.push_str(&(1 + draws.below(28)).to_string()),
                other => text.push(other),
            }
            before = letter;
        }
        text.push_str("\n\n");
    }
    text
}
