//! One row of UN Comtrade, in whichever form it came, as a fact.

use crate::statistics::facts::{Fact, Row, value};
use entente_model::{
    Basis, Country, Currency, Decimal, Flow, Month, ObservationKey, Partner, Period, Status, Unit, Valuation,
};

/// The fields of a row that decide what it says, as text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Fields<'a> {
    pub(super) type_code: &'a str,
    pub(super) freq: &'a str,
    pub(super) period: &'a str,
    pub(super) reporter: &'a str,
    pub(super) reporter_iso: &'a str,
    pub(super) flow: &'a str,
    pub(super) partner: &'a str,
    pub(super) partner_iso: &'a str,
    pub(super) partner2: &'a str,
    pub(super) classification: &'a str,
    pub(super) commodity: &'a str,
    pub(super) customs: &'a str,
    pub(super) transport: &'a str,
    pub(super) supply: &'a str,
    pub(super) cif: &'a str,
    pub(super) fob: &'a str,
    pub(super) value: &'a str,
}

/// Codes that are no country of ISO 3166-1 nor a former one with a number of its own: what is not allocated.
const UNSPECIFIED: [&str; 18] = [
    "129", "221", "290", "471", "472", "473", "527", "568", "577", "636", "637", "697", "837", "838", "839",
    "879", "899", "849",
];
/// "Other Asia, not elsewhere specified" holds in practice the trade with Taiwan, which the UN lists under no name of its
/// own.
const OTHER_ASIA: &str = "490";
/// Countries that Comtrade numbers with a customs territory larger than the country of M49.
pub(super) const TERRITORIES: [(&str, &str); 5] =
    [("251", "FRA"), ("579", "NOR"), ("699", "IND"), ("757", "CHE"), ("842", "USA")];

/// Reads a row; the error says what is the matter with it.
pub(super) fn read(fields: &Fields<'_>) -> Result<Row, String> {
    if let Some(why) = part_of_breakdown(fields) {
        return Ok(Row::Passed(why));
    }
    let flow = match fields.flow {
        "X" => Flow::Exports,
        "M" => Flow::Imports,
        "RX" => Flow::ReExports,
        "RM" => Flow::ReImports,
        "DX" | "FM" | "MIP" | "MOP" | "XIP" | "XOP" => {
            return Ok(Row::Passed("rows of flows other than X, M, RX and RM"));
        }
        other => return Err(format!("\"{other}\" is no flow of UN Comtrade; expected X, M, RX or RM")),
    };
    let reporter = country(fields.reporter, fields.reporter_iso);
    let Some(reporter) = reporter else {
        return unknown("reporter", fields.reporter, fields.reporter_iso);
    };
    let Some(partner) = partner(fields.partner, fields.partner_iso) else {
        return unknown("partner", fields.partner, fields.partner_iso);
    };
    let Some((value, precision)) = value(fields.value) else {
        return Err(format!("\"{}\" is no primaryValue; expected a number of dollars", fields.value));
    };
    if value.is_sign_negative() && !value.is_zero() {
        return Err(format!("the value {value} is below zero; a trade value is zero or more"));
    }
    let key = ObservationKey {
        reporter,
        partner,
        flow,
        product: product(fields.commodity)?,
        period: period(fields.freq, fields.period)?,
        valuation: valuation(fields, value),
        basis: Basis::Goods,
        unit: Unit::Money(Currency::USD),
    };
    Ok(Row::Fact(Fact { key, value, precision, status: Status::Unknown, published: None }))
}

fn part_of_breakdown(fields: &Fields<'_>) -> Option<&'static str> {
    let is_all = |code: &str, all: &[&str]| code.is_empty() || all.contains(&code);
    if !is_all(fields.type_code, &["C"]) {
        return Some("rows of services");
    }
    if !is_all(fields.partner2, &["0"]) {
        return Some("rows by second partner");
    }
    if !is_all(fields.customs, &["C00"]) {
        return Some("rows by customs procedure");
    }
    if !is_all(fields.transport, &["0"]) {
        return Some("rows by mode of transport");
    }
    if !is_all(fields.supply, &["0"]) {
        return Some("rows by mode of supply");
    }
    (!fields.classification.is_empty() && !fields.classification.starts_with('H'))
        .then_some("rows in another classification than the Harmonized System")
}

fn unknown(what: &str, code: &str, iso: &str) -> Result<Row, String> {
    Err(format!("{what} {code} ({iso}) is no country or area that is known"))
}

/// Returns the country of a code; the ISO code that stands beside it decides where the number is Comtrade's own.
fn country(code: &str, iso: &str) -> Option<Country> {
    if let Some((_, iso)) = TERRITORIES.iter().find(|(known, _)| *known == code) {
        return iso.parse().ok();
    }
    let of_number = code.parse().ok().and_then(Country::from_m49);
    of_number.or_else(|| code.is_empty().then(|| iso.parse().ok()).flatten())
}

fn partner(code: &str, iso: &str) -> Option<Partner> {
    match code {
        "0" => return Some(Partner::World),
        OTHER_ASIA => return "TWN".parse().ok().map(Partner::Country),
        "97" => return "EU".parse().ok().map(Partner::Region),
        code if UNSPECIFIED.contains(&code) => return Some(Partner::Unspecified),
        _ => {}
    }
    if code.is_empty() && matches!(iso, "W00" | "World") {
        return Some(Partner::World);
    }
    country(code, iso)
        .map(Partner::Country)
        .or_else(|| code.parse().ok().and_then(Partner::from_m49))
        // Territories that ended before the Harmonized System began have no code of their own here.
        .or_else(|| iso.starts_with('_').then_some(Partner::Unspecified))
}

fn product(code: &str) -> Result<Option<String>, String> {
    match code {
        "TOTAL" | "" => Ok(None),
        code if matches!(code.len(), 2 | 4 | 6) && code.bytes().all(|b| b.is_ascii_digit()) => {
            Ok(Some(code.to_owned()))
        }
        other => Err(format!(
            "\"{other}\" is no code of the Harmonized System; expected TOTAL or 2, 4 or 6 digits"
        )),
    }
}

fn period(freq: &str, text: &str) -> Result<Period, String> {
    let wrong =
        || format!("\"{text}\" is no period; expected a year such as 2023, or a month such as 202304");
    let digits = text.len() == 4 || text.len() == 6;
    if !digits || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(wrong());
    }
    let (year, month) = text.split_at(4);
    let year: i16 = year.parse().map_err(|_| wrong())?;
    match (freq, month) {
        ("A" | "", "") => Period::year(year).ok_or_else(wrong),
        ("M" | "", month) if !month.is_empty() => {
            let month: i8 = month.parse().map_err(|_| wrong())?;
            Month::new(year, month).map(Period::Month).ok_or_else(wrong)
        }
        _ => Err(format!(
            "the period \"{text}\" is not of frequency \"{freq}\"; expected A with a year, M with a month"
        )),
    }
}

/// The value is one of two that stand beside it, and that says where goods are valued.
fn valuation(fields: &Fields<'_>, primary: Decimal) -> Valuation {
    let is = |text: &str| value(text).is_some_and(|(value, _)| value == primary && !value.is_zero());
    match (is(fields.cif), is(fields.fob), fields.flow) {
        (true, false, _) | (true, true, "M" | "RM") => Valuation::Cif,
        (false, true, _) | (true, true, _) => Valuation::Fob,
        (false, false, _) => Valuation::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: Fields<'_> = Fields {
        type_code: "C",
        freq: "A",
        period: "2023",
        reporter: "398",
        reporter_iso: "KAZ",
        flow: "X",
        partner: "860",
        partner_iso: "UZB",
        partner2: "0",
        classification: "H6",
        commodity: "TOTAL",
        customs: "C00",
        transport: "0",
        supply: "0",
        cif: "",
        fob: "3129992906.57",
        value: "3129992906.57",
    };

    #[track_caller]
    fn says(fields: Fields<'_>, expect: &str) {
        let said = match read(&fields) {
            Ok(Row::Fact(fact)) => format!("{} = {}", fact.key, fact.value),
            Ok(Row::Passed(why)) => format!("passed: {why}"),
            Err(problem) => format!("error: {problem}"),
        };
        assert_eq!(said, expect);
    }

    #[test]
    fn rows_are_facts() {
        says(ROW, "KAZ.UZB.X._.2023.FOB.goods.USD = 3129992906.57");
        let month = Fields { freq: "M", period: "202304", flow: "M", cif: "5", fob: "4", value: "5", ..ROW };
        says(month, "KAZ.UZB.M._.2023-04.CIF.goods.USD = 5");
        says(
            Fields { partner: "0", partner_iso: "W00", commodity: "84", ..ROW },
            "KAZ.WLD.X.84.2023.FOB.goods.USD = 3129992906.57",
        );
        says(
            Fields { partner: "490", partner_iso: "S19", ..ROW },
            "KAZ.TWN.X._.2023.FOB.goods.USD = 3129992906.57",
        );
        says(Fields { partner: "842", ..ROW }, "KAZ.USA.X._.2023.FOB.goods.USD = 3129992906.57");
        says(
            Fields { partner: "899", partner_iso: "_X", ..ROW },
            "KAZ.UNSPECIFIED.X._.2023.FOB.goods.USD = 3129992906.57",
        );
        says(Fields { fob: "0", ..ROW }, "KAZ.UZB.X._.2023.unknown.goods.USD = 3129992906.57");
    }

    #[test]
    fn parts_of_a_breakdown_are_passed_over() {
        says(Fields { transport: "2100", ..ROW }, "passed: rows by mode of transport");
        says(Fields { partner2: "156", ..ROW }, "passed: rows by second partner");
        says(
            Fields { classification: "S3", ..ROW },
            "passed: rows in another classification than the Harmonized System",
        );
        says(Fields { flow: "DX", ..ROW }, "passed: rows of flows other than X, M, RX and RM");
    }

    #[test]
    fn a_bad_field_is_named() {
        says(
            Fields { value: "-5", ..ROW },
            "error: the value -5 is below zero; a trade value is zero or more",
        );
        says(
            Fields { value: "NaN", ..ROW },
            "error: \"NaN\" is no primaryValue; expected a number of dollars",
        );
        says(
            Fields { reporter: "999", reporter_iso: "XXX", ..ROW },
            "error: reporter 999 (XXX) is no country or area that is known",
        );
        says(
            Fields { freq: "A", period: "202304", ..ROW },
            "error: the period \"202304\" is not of frequency \"A\"; expected A with a year, M with a month",
        );
        says(
            Fields { period: "2023-04", ..ROW },
            "error: \"2023-04\" is no period; expected a year such as 2023, or a month such as 202304",
        );
    }
}
