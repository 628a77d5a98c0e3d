//! Amounts of one kind beside each other: all in one scale, with as many decimals as tell them apart.

use crate::pages::words::{Words, text};
use entente_model::{Currency, Decimal, Unit};

/// How the amounts of a chart, a table or a card are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amounts {
    unit: Unit,
    /// In how many of the unit: a million, a thousand million.
    scale: Decimal,
    decimals: u32,
}

const BILLION: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);
const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

impl Amounts {
    /// Chooses the scale for amounts up to a largest, and decimals that show a step of some worth.
    pub(crate) fn new(unit: Unit, largest: Decimal, step: Decimal) -> Self {
        let largest = largest.abs();
        let scale = match unit {
            Unit::Percent | Unit::Times | Unit::Rank => Decimal::ONE,
            _ if largest >= BILLION => BILLION,
            _ if largest >= MILLION => MILLION,
            _ => Decimal::ONE,
        };
        let worth = step.abs().checked_div(scale).unwrap_or(Decimal::ONE);
        let mut decimals = 0;
        let mut digit = Decimal::ONE;
        while decimals < 3 && digit > worth {
            digit = digit.checked_div(Decimal::TEN).unwrap_or(digit);
            decimals += 1;
        }
        Self { unit, scale, decimals }
    }

    /// Chooses how figures beside a claim are written: two digits finer than the claim's own, where it is coarse.
    pub(crate) fn beside(unit: Unit, value: Decimal, step: Decimal) -> Self {
        let finer = |by: Decimal| step.abs().checked_div(by).unwrap_or(step);
        match unit {
            Unit::Percent | Unit::Times => Self::new(unit, value, finer(Decimal::TEN)),
            Unit::Rank | Unit::Count | Unit::Jobs => Self::new(unit, Decimal::ONE, Decimal::ONE),
            _ => Self::new(unit, value, finer(Decimal::ONE_HUNDRED)),
        }
    }

    /// Writes an amount without its unit, but for signs such as `%`.
    pub(crate) fn number(self, value: Decimal, words: Words) -> String {
        match self.unit {
            Unit::Rank => words.quantity(value, self.unit),
            Unit::Percent => {
                words.with("amount-percent", [("value", text(words.fixed(value, self.decimals)))])
            }
            _ => words.fixed(value.checked_div(self.scale).unwrap_or(value), self.decimals),
        }
    }

    /// Writes the end of an axis: as short as it is.
    pub(crate) fn end(self, value: Decimal, words: Words) -> String {
        let short = value.checked_div(self.scale).unwrap_or(value).normalize();
        match self.unit {
            Unit::Rank => words.quantity(value, self.unit),
            Unit::Percent => words.with("amount-percent", [("value", text(words.number(short)))]),
            _ => words.number(short),
        }
    }

    /// Writes an amount with the sign of plus where it has one.
    pub(crate) fn signed(self, value: Decimal, words: Words) -> String {
        let plus = if value > Decimal::ZERO { "+" } else { "" };
        minus(format!("{plus}{}", self.number(value, words)))
    }

    /// Writes the unit with its scale: `billion US dollars`; nothing where the number says it.
    pub(crate) fn label(self, words: Words) -> String {
        match self.unit {
            Unit::Money(Currency::USD) if self.scale == BILLION => words.text("amount-billion-usd"),
            Unit::Money(Currency::USD) if self.scale == MILLION => words.text("amount-million-usd"),
            Unit::Money(Currency::USD) => words.text("amount-usd"),
            Unit::Percent | Unit::Rank | Unit::Count | Unit::Jobs => String::new(),
            unit => {
                let unit = ("unit", text(unit.to_string()));
                match self.scale {
                    scale if scale == BILLION => words.with("amount-billion", [unit]),
                    scale if scale == MILLION => words.with("amount-million", [unit]),
                    _ => words.with("amount-plain", [unit]),
                }
            }
        }
    }

    /// Writes an amount with its unit.
    pub(crate) fn whole(self, value: Decimal, words: Words) -> String {
        let label = self.label(words);
        let number = self.number(value, words);
        if label.is_empty() { number } else { format!("{number} {label}").replace(' ', "\u{a0}") }
    }

    /// Returns an amount as a place on a picture.
    pub(crate) fn place(self, value: Decimal) -> f64 {
        place(value.checked_div(self.scale).unwrap_or(value))
    }
}

/// Writes the sign of minus as printers do, where it stands in front.
pub(crate) fn minus(number: String) -> String {
    number.strip_prefix('-').map_or_else(|| number.clone(), |rest| format!("−{rest}"))
}

/// Returns a number as a place on a picture.
pub(crate) fn place(value: Decimal) -> f64 {
    value.to_string().parse().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_model::Lang;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn amounts_beside_a_claim_are_finer_than_it() {
        let words = Words::of(Lang::En);
        let usd = Unit::Money(Currency::USD);
        for (unit, value, step, figure, expect) in [
            (usd, "4500000000", "100000000", "4485600000", "4.486 billion US dollars"),
            (usd, "217000000", "1000000", "217345000", "217.35 million US dollars"),
            (Unit::Percent, "57", "1", "56.647", "56.6%"),
            (Unit::Percent, "3.25", "0.01", "3.2461", "3.246%"),
            (Unit::Rank, "7", "1", "7", "7th"),
            (Unit::Count, "69", "1", "69", "69"),
        ] {
            let amounts = Amounts::beside(unit, decimal(value), decimal(step));
            assert_eq!(amounts.whole(decimal(figure), words).replace('\u{a0}', " "), expect);
        }
    }

    #[test]
    fn russian_amounts_have_their_signs() {
        let words = Words::of(Lang::Ru);
        let amounts = Amounts::new(Unit::Money(Currency::USD), decimal("4500000000"), decimal("10000000"));
        assert_eq!(amounts.signed(decimal("80000000"), words), "+0,08");
        assert_eq!(amounts.label(words), "млрд долларов США");
    }
}
