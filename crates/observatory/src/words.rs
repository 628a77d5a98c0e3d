//! How values are written for people, in each language that messages exist in.

use entente_model::decimal::{plain, rounded};
use entente_model::{Currency, Decimal, Lang, Period, Unit};

/// The months' names in English, for periods.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Scales that amounts are written in, largest first: value, English word.
const SCALES: [(i64, &str); 3] =
    [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")];

/// Writes a number with thousands separated by commas: `14,000`, `-1,234.5`.
#[must_use]
pub fn grouped(value: Decimal) -> String {
    let text = plain(value);
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut out = String::from(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// Writes an amount in the largest scale it reaches, with at most three decimals: `4.486 billion`, `217 million`.
#[must_use]
pub fn scaled(value: Decimal) -> String {
    for (scale, word) in SCALES {
        let scale = Decimal::from(scale);
        if value.abs() >= scale
            && let Some(part) = value.checked_div(scale)
        {
            return format!("{} {word}", grouped(rounded(part, 3)));
        }
    }
    grouped(rounded(value, 3))
}

/// Writes a value with its unit: `$4.486 billion`, `57%`, `69 projects` is left to the message.
#[must_use]
pub fn quantity(value: Decimal, unit: Unit, lang: Lang) -> String {
    let _ = lang; // English words only so far; the message files of other languages bring theirs.
    match unit {
        Unit::Money(currency) if currency == Currency::USD => {
            let sign = if value.is_sign_negative() { "-" } else { "" };
            format!("{sign}${}", scaled(value.abs()))
        }
        Unit::Money(currency) => format!("{} {}", currency.code(), scaled(value)),
        Unit::Percent => format!("{}%", grouped(rounded(value, 3))),
        Unit::Times => format!("{} times", grouped(rounded(value, 3))),
        Unit::Rank => format!("{}{}", plain(value), ordinal_suffix(value)),
        Unit::Count => grouped(value),
        Unit::PerWeek => format!("{} a week", grouped(value)),
        Unit::Pieces => format!("{} units", scaled(value)),
        Unit::Jobs => format!("{} jobs", grouped(value)),
        Unit::Tonnes
        | Unit::Hectares
        | Unit::Kilometres
        | Unit::Megawatts
        | Unit::SquareMetres
        | Unit::CubicMetres => {
            format!("{} {unit}", scaled(value))
        }
    }
}

fn ordinal_suffix(value: Decimal) -> &'static str {
    let hundred = Decimal::ONE_HUNDRED;
    let (ten, last_two) = (Decimal::TEN, value % hundred);
    let teen = last_two >= Decimal::from(11) && last_two <= Decimal::from(13);
    match plain(value % ten).as_str() {
        "1" if !teen => "st",
        "2" if !teen => "nd",
        "3" if !teen => "rd",
        _ => "th",
    }
}

/// Writes a period: `2023`, `January to April 2024`, `the first half of 2022`.
#[must_use]
pub fn period(period: Period) -> String {
    let name =
        |month: i8| usize::try_from(month - 1).ok().and_then(|i| MONTHS.get(i)).copied().unwrap_or("?");
    let (first, last) = (period.first_month(), period.last_month());
    match period {
        Period::Half(year, half) => {
            format!("the {} half of {year}", if half == 1 { "first" } else { "second" })
        }
        Period::Quarter(year, quarter) => format!("quarter {quarter} of {year}"),
        Period::Month(month) => format!("{} {}", name(month.month()), month.year()),
        Period::Months(..) if first.year() == last.year() => {
            format!("{} to {} {}", name(first.month()), name(last.month()), last.year())
        }
        Period::Months(..) => {
            format!("{} {} to {} {}", name(first.month()), first.year(), name(last.month()), last.year())
        }
        _ => first.year().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, unit: &str, expect: &str) {
        assert_eq!(quantity(value.parse().unwrap(), unit.parse().unwrap(), Lang::En), expect);
    }

    #[test]
    fn quantities_read_well() {
        check("4486123456.78", "USD", "$4.486 billion");
        check("-57000000000", "USD", "-$57 billion");
        check("217000000", "KZT", "KZT 217 million");
        check("56.647", "percent", "56.647%");
        check("7", "rank", "7th");
        check("21", "rank", "21st");
        check("112", "rank", "112th");
        check("14000", "jobs", "14,000 jobs");
        check("69", "count", "69");
        check("1234.5", "count", "1,234.5");
    }

    #[test]
    fn periods_read_well() {
        let text = |s: &str| period(s.parse().unwrap());
        assert_eq!(text("2024-01/2024-04"), "January to April 2024");
        assert_eq!(text("2022-04/2023-03"), "April 2022 to March 2023");
        assert_eq!(text("2022-H1"), "the first half of 2022");
        assert_eq!(text("2023"), "2023");
    }
}
