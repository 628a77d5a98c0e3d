//! Exact decimals and how they are written on the wire: plain, normalised strings.

pub use rust_decimal::Decimal;

/// Writes a decimal without trailing zeros and without an exponent: `4500000000`, `57`, `0.5`.
#[must_use]
pub fn plain(value: Decimal) -> String {
    let value = value.normalize();
    // Nearly all are whole and short, which are written many times faster than 96 bits with a point.
    match i64::try_from(value.mantissa()) {
        Ok(whole) if value.scale() == 0 => whole.to_string(),
        _ => value.to_string(),
    }
}

/// Rounds to `digits` decimal places, halves away from zero, and drops trailing zeros.
#[must_use]
pub fn rounded(value: Decimal, digits: u32) -> Decimal {
    value.round_dp_with_strategy(digits, rust_decimal::RoundingStrategy::MidpointAwayFromZero).normalize()
}

/// `#[serde(with = "decimal::wire")]`: a decimal as a plain string.
pub mod wire {
    use super::{Decimal, plain};
    use serde::{Deserializer, Serializer};

    /// Writes the decimal as a plain string.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&plain(*value))
    }

    /// Reads a decimal from a string.
    ///
    /// # Errors
    /// A text that is no decimal number.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        crate::from_text::from_text(deserializer)
    }
}

/// `#[serde(with = "decimal::wire_option")]`: a decimal as a plain string, or null.
pub mod wire_option {
    use super::{Decimal, plain};
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes the decimal as a plain string, none as null.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => serializer.serialize_str(&plain(*value)),
            None => serializer.serialize_none(),
        }
    }

    /// Reads a decimal from a string or null.
    ///
    /// # Errors
    /// A text that is no decimal number.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| text.parse().map_err(serde::de::Error::custom)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_plain_numbers() {
        assert_eq!(plain("4500000000.00".parse().unwrap()), "4500000000");
        assert_eq!(plain("-0.50".parse().unwrap()), "-0.5");
        assert_eq!(plain("-0.00".parse().unwrap()), "0");
        assert_eq!(plain("-12000".parse().unwrap()), "-12000");
        assert_eq!(plain("79228162514264337593543950335".parse().unwrap()), "79228162514264337593543950335");
        assert_eq!(plain(rounded("56.64651".parse().unwrap(), 3)), "56.647");
    }
}
