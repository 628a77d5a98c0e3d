//! The words of the brief, in four languages. Their files are apart from those of verdicts, which not every language has.

use crate::catalogue::{Catalogue, list};
use crate::messages::render;
use crate::words;
use entente_model::decimal::{plain, rounded};
use entente_model::{Arg, Currency, Decimal, Lang, Message, Period, Unit};
use jiff::civil::Date;
use std::borrow::Cow;
use std::sync::LazyLock;

const FILES: &[(Lang, &str)] = &[
    (Lang::En, include_str!("../../messages/en/brief.ftl")),
    (Lang::Ru, include_str!("../../messages/ru/brief.ftl")),
    (Lang::Kk, include_str!("../../messages/kk/brief.ftl")),
    (Lang::Uz, include_str!("../../messages/uz/brief.ftl")),
];

#[expect(clippy::expect_used, reason = "the files are compiled in, and a test reads every message in them")]
static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::new(FILES).expect("the message files are well-formed"));

/// Why two reports differ, in the languages that verdicts have no messages in.
const CAUSES: &[(Lang, &str)] = &[
    (Lang::Kk, include_str!("../../messages/kk/causes.ftl")),
    (Lang::Uz, include_str!("../../messages/uz/causes.ftl")),
];

#[expect(clippy::expect_used, reason = "the files are compiled in, and a test reads every message in them")]
static CATALOGUE_OF_CAUSES: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::new(CAUSES).expect("the message files are well-formed"));

/// Scales of money, with their words in Kazakh and in Uzbek.
const SCALES: [(i64, &str, &str); 3] =
    [(1_000_000_000_000, "трлн", "trln"), (1_000_000_000, "млрд", "mlrd"), (1_000_000, "млн", "mln")];

/// Returns the language that the brief is written in for readers of one: English where there is no other.
#[must_use]
pub fn spoken(lang: Lang) -> Lang {
    if FILES.iter().any(|(known, _)| *known == lang) { lang } else { Lang::En }
}

/// Writes a message with texts in its places.
pub(super) fn say(key: &'static str, args: &[(&'static str, &str)], lang: Lang) -> String {
    let message = args
        .iter()
        .fold(Message::new(key), |message, (name, text)| message.with(name, Arg::Text((*text).to_owned())));
    CATALOGUE.render(&message, lang)
}

/// Writes why two reports differ.
pub(super) fn cause(message: &Message, lang: Lang) -> String {
    if !CAUSES.iter().any(|(known, _)| *known == lang) {
        return render(message, lang);
    }
    let with_text = |written: Message, (name, arg): &(Cow<'static, str>, Arg)| {
        let args = [written.args, vec![(name.clone(), Arg::Text(in_words(arg, lang)))]].concat();
        Message { key: written.key, args }
    };
    let plain = Message { key: message.key.clone(), args: Vec::new() };
    CATALOGUE_OF_CAUSES.render(&message.args.iter().fold(plain, with_text), lang)
}

fn in_words(arg: &Arg, lang: Lang) -> String {
    match arg {
        Arg::Text(text) => text.clone(),
        Arg::Number(number) => with_comma(*number),
        Arg::Quantity(value, unit) => quantity(*value, *unit, lang),
        Arg::Country(country) => country.name(lang).to_owned(),
        Arg::Region(region) => region.name(lang).to_owned(),
        Arg::Period(when) => period(*when, lang),
        Arg::Message(message) => cause(message, lang),
        Arg::List(items) => list(&items.iter().map(|item| in_words(item, lang)).collect::<Vec<_>>()),
    }
}

/// Writes the word for something of a closed list: `outcome`, `no_data`.
pub(super) fn word(list: &str, value: &str, lang: Lang) -> String {
    let key = format!("{list}-{}", value.replace('_', "-"));
    CATALOGUE.render(&Message { key: key.into(), args: Vec::new() }, lang)
}

/// Writes a value with its unit.
pub(super) fn quantity(value: Decimal, unit: Unit, lang: Lang) -> String {
    match (lang, unit) {
        (Lang::Kk | Lang::Uz, Unit::Money(currency)) => {
            let (amount, scale) = scaled(value, lang);
            let scale = if scale.is_empty() { String::new() } else { format!("{scale} ") };
            format!("{amount} {scale}{}", money(currency, lang))
        }
        (Lang::Kk | Lang::Uz, Unit::Percent) => format!("{}%", with_comma(rounded(value, 2))),
        (Lang::Kk | Lang::Uz, _) => with_comma(value),
        _ => words::quantity(value, unit, lang),
    }
}

fn money(currency: Currency, lang: Lang) -> String {
    match (currency == Currency::USD, lang) {
        (true, Lang::Kk) => "АҚШ доллары".to_owned(),
        (true, _) => "AQSh dollari".to_owned(),
        (false, _) => currency.code().to_owned(),
    }
}

fn scaled(value: Decimal, lang: Lang) -> (String, &'static str) {
    for (scale, kazakh, uzbek) in SCALES {
        let scale = Decimal::from(scale);
        if value.abs() >= scale
            && let Some(part) = value.checked_div(scale)
        {
            return (with_comma(rounded(part, 3)), if lang == Lang::Kk { kazakh } else { uzbek });
        }
    }
    (with_comma(rounded(value, 3)), "")
}

fn with_comma(value: Decimal) -> String {
    plain(value).replace('.', ",")
}

/// Writes a percentage.
pub(super) fn percent(value: Decimal, lang: Lang) -> String {
    quantity(value, Unit::Percent, lang)
}

/// Writes a day.
pub(super) fn day(day: Date, lang: Lang) -> String {
    match lang {
        Lang::Kk | Lang::Uz => day.strftime("%d.%m.%Y").to_string(),
        _ => words::date(day, lang),
    }
}

/// Writes a period.
pub(super) fn period(period: Period, lang: Lang) -> String {
    match lang {
        Lang::Kk | Lang::Uz => period.to_string(),
        // In a sentence of this brief a year stands by its number.
        _ => period.whole_year().map_or_else(|| words::period(period, lang), |year| year.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn keys(file: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let lines = file.lines().filter_map(|line| line.split_once(" = "));
        lines
            .map(|(key, text)| {
                let names = text.split('$').skip(1).filter_map(|rest| rest.split([' ', '}']).next());
                (key, names.collect())
            })
            .collect()
    }

    #[test]
    fn every_language_says_the_same() {
        let english = keys(FILES[0].1);
        assert!(english.len() > 80, "{}", english.len());
        for (lang, file) in FILES {
            assert_eq!(keys(file), english, "{lang}");
        }
    }

    #[test]
    fn causes_of_a_gap_are_told_in_every_language() {
        let listed = entente_analysis::messages::KEYS.iter().filter(|(key, _)| key.starts_with("cause-"));
        let bases = ["basis-goods", "basis-services", "basis-goods-and-services", "basis-unknown"];
        let listed = listed.map(|(key, args)| (*key, args.iter().copied().collect::<BTreeSet<_>>()));
        let all: BTreeMap<_, _> = listed.chain(bases.map(|key| (key, BTreeSet::new()))).collect();
        for (lang, file) in CAUSES {
            assert_eq!(keys(file), all, "{lang}");
        }
        let usd = "USD".parse().unwrap();
        let message = Message::new("cause-unspecified-imports")
            .with("reporter", Arg::Country("UZB".parse().unwrap()))
            .with("amount", Arg::Quantity(Decimal::from(1_217_000_000), usd));
        assert_eq!(
            cause(&message, Lang::Uz),
            "O‘zbekiston: importining 1,217 mlrd AQSh dollari qismi hech bir mamlakatga yozilmagan; bir qismi sotuvchiniki \
             bo‘lishi mumkin."
        );
    }

    #[test]
    fn every_word_of_a_closed_list_is_there() {
        use entente_model::words::{ClaimKind, ItemStatus, Outcome, Portion};
        let has = |list: &str, value: &str| {
            for (lang, _) in FILES {
                let text = word(list, value, *lang);
                assert!(!text.contains('<') && !text.contains('['), "{lang}: {list} {value}: {text}");
            }
        };
        ClaimKind::ALL.iter().for_each(|kind| has("kind", kind.as_str()));
        Outcome::ALL.iter().for_each(|outcome| has("outcome", outcome.as_str()));
        Portion::ALL.iter().for_each(|portion| has("portion", portion.as_str()));
        ItemStatus::ALL.iter().for_each(|state| has("state", state.as_str()));
        entente_analysis::reconcile::Cause::ALL.iter().for_each(|cause| has("cause", cause.as_str()));
        ["moved", "dropped"].iter().for_each(|status| has("outcome", status));
    }

    #[test]
    fn values_read_well() {
        let usd = "USD".parse().unwrap();
        let value: Decimal = "4486123456".parse().unwrap();
        assert_eq!(quantity(value, usd, Lang::Kk), "4,486 млрд АҚШ доллары");
        assert_eq!(quantity(value, usd, Lang::Uz), "4,486 mlrd AQSh dollari");
        assert_eq!(quantity(value, usd, Lang::En), "$4.486 billion");
        assert_eq!(percent("12.38".parse().unwrap(), Lang::Uz), "12,38%");
        assert_eq!(day(jiff::civil::date(2024, 7, 12), Lang::Kk), "12.07.2024");
    }
}
