//! How values are written for people, in each language that messages exist in.
//!
//! The words themselves, the separators and the order of a value and its unit stand in the message files.

use crate::messages::catalogue;
use entente_model::decimal::{plain, rounded};
use entente_model::{Arg, Currency, Decimal, Lang, Message, Period, Unit};
use jiff::civil::Date;

/// Scales that amounts are written in, largest first: value, key of its word.
const SCALES: [(i64, &str); 3] =
    [(1_000_000_000_000, "scale-trillion"), (1_000_000_000, "scale-billion"), (1_000_000, "scale-million")];

/// Returns the language in which values are written for readers of a language: itself, else English.
fn spoken(lang: Lang) -> Lang {
    if catalogue().languages().any(|known| known == lang) { lang } else { Lang::En }
}

fn say(message: &Message, lang: Lang) -> String {
    catalogue().render(message, spoken(lang))
}

fn word(key: &'static str, lang: Lang) -> String {
    say(&Message::new(key), lang)
}

/// Writes a number with its thousands set apart: `14,000`, `-1,234.5`.
#[must_use]
pub fn grouped(value: Decimal, lang: Lang) -> String {
    written(&plain(value), lang)
}

/// Writes a number with exactly so many decimals: `4.50`.
#[must_use]
pub fn fixed(value: Decimal, decimals: u32, lang: Lang) -> String {
    let text = format!("{:.*}", decimals as usize, rounded(value, decimals));
    written(&text, lang)
}

fn written(text: &str, lang: Lang) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("number-minus", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut out = if sign.is_empty() { String::new() } else { word("number-minus", lang) };
    let group = if whole.len() > 3 { word("number-group", lang) } else { String::new() };
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push_str(&group);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push_str(&word("number-decimal", lang));
        out.push_str(fraction);
    }
    out
}

/// Writes an amount in the largest scale it reaches, with at most three decimals: `4.486 billion`, `217 million`.
#[must_use]
pub fn scaled(value: Decimal, lang: Lang) -> String {
    for (scale, key) in SCALES {
        let scale = Decimal::from(scale);
        if value.abs() >= scale
            && let Some(part) = value.checked_div(scale)
        {
            return say(&Message::new(key).with("value", Arg::Number(rounded(part, 3))), lang);
        }
    }
    grouped(rounded(value, 3), lang)
}

/// Writes a value with its unit: `$4.486 billion`, `57%`; of what there are 69 is left to the message.
#[must_use]
pub fn quantity(value: Decimal, unit: Unit, lang: Lang) -> String {
    let text = match unit {
        Unit::Money(currency) => money(value, currency, lang),
        Unit::Percent => counted("quantity-percent", rounded(value, 3), lang),
        Unit::Times => counted("quantity-times", rounded(value, 3), lang),
        Unit::Rank => counted("quantity-rank", value, lang),
        Unit::Count => grouped(value, lang),
        Unit::PerWeek => counted("quantity-per-week", value, lang),
        Unit::Pieces => measured("quantity-pieces", value, lang),
        Unit::Jobs => counted("quantity-jobs", value, lang),
        Unit::Tonnes => measured("quantity-tonnes", value, lang),
        Unit::Hectares => measured("quantity-hectares", value, lang),
        Unit::Kilometres => measured("quantity-kilometres", value, lang),
        Unit::Megawatts => measured("quantity-megawatts", value, lang),
        Unit::SquareMetres => measured("quantity-square-metres", value, lang),
        Unit::CubicMetres => measured("quantity-cubic-metres", value, lang),
    };
    // A value and its unit do not part at the end of a line where the language's file says so.
    text.replace(' ', &word("number-joint", lang))
}

fn money(value: Decimal, currency: Currency, lang: Lang) -> String {
    let amount = Arg::Text(scaled(value.abs(), lang));
    let sign = if value.is_sign_negative() { word("number-minus", lang) } else { String::new() };
    let key = if currency == Currency::USD { "quantity-usd" } else { "quantity-money" };
    let message = Message::new(key).with("sign", Arg::Text(sign)).with("value", amount);
    say(&message.with("code", Arg::Text(currency.code().to_owned())), lang)
}

/// A number whose unit depends on how many there are.
fn counted(key: &'static str, value: Decimal, lang: Lang) -> String {
    say(&Message::new(key).with("value", Arg::Number(value)), lang)
}

/// An amount in its scale with a unit that is the same for any number.
fn measured(key: &'static str, value: Decimal, lang: Lang) -> String {
    say(&Message::new(key).with("value", Arg::Text(scaled(value, lang))), lang)
}

/// A grammatical case that sentences ask for, as message files name it: `{ $period-gen }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// As it stands alone.
    Nominative,
    /// Of something.
    Genitive,
    /// To something.
    Dative,
    /// With something.
    Instrumental,
    /// In something.
    Prepositional,
}

impl Case {
    /// Returns the case that message files call so.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "nom" => Self::Nominative,
            "gen" => Self::Genitive,
            "dat" => Self::Dative,
            "ins" => Self::Instrumental,
            "pre" => Self::Prepositional,
            _ => return None,
        })
    }

    /// Returns its name in message files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nominative => "nom",
            Self::Genitive => "gen",
            Self::Dative => "dat",
            Self::Instrumental => "ins",
            Self::Prepositional => "pre",
        }
    }
}

/// Writes a period: `2023`, `January to April 2024`, `the first half of 2022`.
#[must_use]
pub fn period(period: Period, lang: Lang) -> String {
    period_in(period, Case::Nominative, lang)
}

/// Writes a period in a case; in English every case is alike.
#[must_use]
pub fn period_in(period: Period, case: Case, lang: Lang) -> String {
    let (first, last) = (period.first_month(), period.last_month());
    let (from, to) = (month_in(first.month(), case, lang), month_in(last.month(), case, lang));
    let key = match period {
        Period::Half(_, 1) => "period-first-half",
        Period::Half(..) => "period-second-half",
        Period::Quarter(..) => "period-quarter",
        Period::Month(_) => "period-month",
        Period::Months(..) if first.year() == last.year() => "period-months",
        Period::Months(..) => "period-months-of-years",
        _ => "period-year",
    };
    let text = |text: &str| Arg::Text(text.to_owned());
    let quarter = if let Period::Quarter(_, quarter) = period { quarter.to_string() } else { String::new() };
    let message = Message::new(key)
        .with("case", text(case.name()))
        .with("quarter", text(&quarter))
        .with("from", text(&from))
        .with("to", text(&to))
        .with("year", text(&last.year().to_string()))
        .with("from-year", text(&first.year().to_string()));
    say(&message, lang)
}

/// The keys of the months' names.
const MONTHS: [&str; 12] = [
    "month-january",
    "month-february",
    "month-march",
    "month-april",
    "month-may",
    "month-june",
    "month-july",
    "month-august",
    "month-september",
    "month-october",
    "month-november",
    "month-december",
];

fn month_in(month: i8, case: Case, lang: Lang) -> String {
    let key = usize::try_from(month - 1).ok().and_then(|i| MONTHS.get(i)).copied().unwrap_or("?");
    say(&Message::new(key).with("case", Arg::Text(case.name().to_owned())), lang)
}

/// Writes a day: `13 July 2024`.
#[must_use]
pub fn date(date: Date, lang: Lang) -> String {
    let message = Message::new("date")
        .with("day", Arg::Text(date.day().to_string()))
        .with("month", Arg::Text(month_in(date.month(), Case::Genitive, lang)))
        .with("year", Arg::Text(date.year().to_string()));
    say(&message, lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, unit: &str, lang: Lang, expect: &str) {
        let text = quantity(value.parse().unwrap(), unit.parse().unwrap(), lang);
        assert_eq!(text.replace('\u{a0}', "_"), expect);
    }

    #[test]
    fn quantities_read_well() {
        for (value, unit, english, russian) in [
            ("4486123456.78", "USD", "$4.486 billion", "4,486_млрд_долл._США"),
            ("-57000000000", "USD", "-$57 billion", "−57_млрд_долл._США"),
            ("217000000", "KZT", "KZT 217 million", "217_млн_KZT"),
            ("56.647", "percent", "56.647%", "56,647_%"),
            ("7", "rank", "7th", "7-е_место"),
            ("21", "rank", "21st", "21-е_место"),
            ("112", "rank", "112th", "112-е_место"),
            ("14000", "jobs", "14,000 jobs", "14_000_рабочих_мест"),
            ("4521", "jobs", "4,521 jobs", "4_521_рабочее_место"),
            ("2", "times", "2 times", "2_раза"),
            ("2.5", "times", "2.5 times", "2,5_раза"),
            ("69", "count", "69", "69"),
            ("1234.5", "count", "1,234.5", "1_234,5"),
            ("12", "per_week", "12 a week", "12_в_неделю"),
            ("3000000", "tonnes", "3 million tonnes", "3_млн_т"),
        ] {
            check(value, unit, Lang::En, english);
            check(value, unit, Lang::Ru, russian);
        }
    }

    #[test]
    fn periods_read_well() {
        for (text, english, russian, genitive) in [
            (
                "2024-01/2024-04",
                "January to April 2024",
                "январь–апрель 2024 года",
                "января–апреля 2024 года",
            ),
            (
                "2022-04/2023-03",
                "April 2022 to March 2023",
                "апрель 2022 – март 2023 года",
                "апреля 2022 – марта 2023 года",
            ),
            (
                "2022-H1",
                "the first half of 2022",
                "первое полугодие 2022 года",
                "первого полугодия 2022 года",
            ),
            ("2022-Q3", "quarter 3 of 2022", "3-й квартал 2022 года", "3-го квартала 2022 года"),
            ("2024-05", "May 2024", "май 2024 года", "мая 2024 года"),
            ("2023", "2023", "2023 год", "2023 года"),
        ] {
            let found = text.parse().unwrap();
            assert_eq!(period(found, Lang::En), english);
            assert_eq!(period_in(found, Case::Genitive, Lang::En), english);
            assert_eq!(period(found, Lang::Ru).replace('\u{a0}', " "), russian);
            assert_eq!(period_in(found, Case::Genitive, Lang::Ru).replace('\u{a0}', " "), genitive);
        }
    }

    #[test]
    fn dates_read_well() {
        let day = jiff::civil::date(2024, 7, 13);
        assert_eq!(date(day, Lang::En), "13 July 2024");
        assert_eq!(date(day, Lang::Ru).replace('\u{a0}', " "), "13 июля 2024 года");
    }

    #[test]
    fn decimals_are_kept_where_asked_for() {
        assert_eq!(fixed("4.5".parse().unwrap(), 2, Lang::En), "4.50");
        assert_eq!(fixed("-1234.567".parse().unwrap(), 1, Lang::Ru), "−1\u{a0}234,6");
    }
}
