//! The communiques in Russian.

use super::Draws;
use std::fmt::Write as _;

/// Country names in the nominative and in the genitive, with their adjectives' stems and capitals.
const COUNTRIES: &[(&str, &str, &str, &str)] = &[
    ("Казахстан", "Казахстана", "казахстанск", "Астане"),
    ("Узбекистан", "Узбекистана", "узбекск", "Ташкенте"),
    ("Кыргызстан", "Кыргызстана", "кыргызск", "Бишкеке"),
    ("Таджикистан", "Таджикистана", "таджикск", "Душанбе"),
    ("Туркменистан", "Туркменистана", "туркменск", "Ашхабаде"),
    ("Азербайджан", "Азербайджана", "азербайджанск", "Баку"),
    ("Грузия", "Грузии", "грузинск", "Тбилиси"),
    ("Турция", "Турции", "турецк", "Анкаре"),
    ("Россия", "России", "российск", "Москве"),
    ("Китай", "Китая", "китайск", "Пекине"),
    ("Индия", "Индии", "индийск", "Нью-Дели"),
    ("Монголия", "Монголии", "монгольск", "Улан-Баторе"),
    ("Вьетнам", "Вьетнама", "вьетнамск", "Ханое"),
    ("Польша", "Польши", "польск", "Варшаве"),
    ("Германия", "Германии", "немецк", "Берлине"),
    ("Бразилия", "Бразилии", "бразильск", "Бразилиа"),
    ("Аргентина", "Аргентины", "аргентинск", "Буэнос-Айресе"),
    ("Кения", "Кении", "кенийск", "Найроби"),
    ("Египет", "Египта", "египетск", "Каире"),
    ("Малайзия", "Малайзии", "малайзийск", "Куала-Лумпуре"),
];

const MONTHS: &[&str] = &["января", "марта", "апреля", "мая", "июня", "сентября", "октября", "ноября"];

const SECTORS: &[&str] =
    &["торговли", "энергетики", "транспорта", "сельского хозяйства", "водных ресурсов", "туризма"];

/// A sentence maker: what it writes depends on the draws alone.
type Paragraph = fn(&mut Draws, &Pair, &mut String);

const PARAGRAPHS: &[Paragraph] =
    &[session, level, share, portfolio, growth, target, flows, filler, potential];

/// The two countries of a text.
struct Pair {
    first: (&'static str, &'static str, &'static str, &'static str),
    second: (&'static str, &'static str, &'static str, &'static str),
}

/// Writes one communique of about `bytes` bytes.
pub(in super::super) fn communique(seed: u64, bytes: usize) -> String {
    let mut draws = Draws::new(seed);
    let at = |i: usize| COUNTRIES.get(i).copied().unwrap_or(("", "", "", ""));
    let pair = Pair { first: at(draws.first), second: at(draws.second) };
    let mut text = format!("{} и {} расширят экономическое сотрудничество\n\n", pair.first.0, pair.second.0);
    let mut next = 0;
    while text.len() < bytes {
        if let Some(paragraph) = PARAGRAPHS.get(next % PARAGRAPHS.len()) {
            paragraph(&mut draws, &pair, &mut text);
            text.push_str("\n\n");
        }
        next += 1;
    }
    text
}

// Writing to a String cannot fail, so what `write!` returns is let go.

fn session(d: &mut Draws, pair: &Pair, out: &mut String) {
    let (day, month, number) = (1 + d.below(28), d.pick(MONTHS), 4 + d.below(16));
    let _ = write!(
        out,
        "{day} {month} в {} прошло {number}-е заседание {}о-{}ой межправительственной комиссии. Делегации {} и {} \
         обсудили вопросы {}, {} и {}.",
        pair.first.3,
        pair.first.2,
        pair.second.2,
        pair.first.1,
        pair.second.1,
        d.pick(SECTORS),
        d.pick(SECTORS),
        d.pick(SECTORS)
    );
}

fn level(d: &mut Draws, _pair: &Pair, out: &mut String) {
    let (first, second, months) = (comma(d), comma(d), 5 + d.below(6));
    let (year, next) = (d.year(), d.year());
    let _ = write!(
        out,
        "В {year} году товарооборот двух стран составил {first} млрд долларов, а за первые {months} месяцев {next} \
         года этот показатель превысил {second} млрд долларов."
    );
}

fn share(d: &mut Draws, pair: &Pair, out: &mut String) {
    let percent = 5 + d.below(80);
    let _ = write!(
        out,
        "Было отмечено, что на долю {} и {} приходится {percent}% всей торговли в регионе.",
        pair.first.1, pair.second.1
    );
}

fn portfolio(d: &mut Draws, _pair: &Pair, out: &mut String) {
    let (projects, worth, jobs) = (25 + d.below(90), comma(d), 5 + d.below(40));
    let (done, million) = (5 + d.below(15), 100 + d.below(800));
    let _ = write!(
        out,
        "Портфель промышленной кооперации включает {projects} проектов стоимостью {worth} млрд долларов с созданием \
         более {jobs} тыс. рабочих мест. Из них {done} проектов на {million} млн долларов уже реализованы."
    );
}

fn growth(d: &mut Draws, _pair: &Pair, out: &mut String) {
    let (percent, worth, year) = (2 + d.below(60), comma(d), d.year());
    let _ = write!(
        out,
        "Взаимная торговля выросла на {percent},{}% и достигла {worth} миллиарда долларов США в {year} году.",
        percent % 10
    );
}

fn target(d: &mut Draws, pair: &Pair, out: &mut String) {
    let (worth, year) = (10 + d.below(90), 2026 + d.below(10));
    let _ = write!(
        out,
        "Руководство {} поставило задачу довести товарооборот с {}ой стороной до {worth} млрд долларов к {year} году.",
        pair.first.1, pair.second.2
    );
}

fn flows(d: &mut Draws, pair: &Pair, out: &mut String) {
    let (exports, imports, year) = (comma(d), comma(d), d.year());
    let _ = write!(
        out,
        "Экспорт {} достиг {exports} млрд долларов в {year} году, импорт из {} сложился на уровне {imports} млрд.",
        pair.first.1, pair.second.1
    );
}

fn filler(d: &mut Draws, pair: &Pair, out: &mut String) {
    let _ = write!(
        out,
        "Делегация {} посетила завод неподалёку и встретилась с руководителями местных фирм, которые поделились опытом \
         в сфере {}. Гости пригласили деловые круги {} принять участие в работе совместного совета, и стороны \
         условились поддерживать связь через рабочие группы, созданные ранее.",
        pair.first.1,
        d.pick(SECTORS),
        pair.second.1
    );
}

fn potential(d: &mut Draws, pair: &Pair, out: &mut String) {
    let _ = write!(
        out,
        "Отношения {} и {} развиваются быстро, сказал министр, и есть большой потенциал для их укрепления в сфере {} \
         и {}.",
        pair.first.1,
        pair.second.1,
        d.pick(SECTORS),
        d.pick(SECTORS)
    );
}

/// An amount of billions with a decimal comma.
fn comma(d: &mut Draws) -> String {
    d.billions().replace('.', ",")
}
