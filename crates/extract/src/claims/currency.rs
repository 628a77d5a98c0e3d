//! Money that several countries call by one word: whose rupee it is the two countries tell.

use super::scene::Scene;
use crate::amount::Amount;
use entente_model::{Country, Currency, Unit};

/// For each word the countries that call their money so, and its code; the first is the one that lists give.
const SHARED: &[&[(&str, &str)]] = &[
    &[("IND", "INR"), ("PAK", "PKR"), ("NPL", "NPR"), ("LKA", "LKR"), ("MUS", "MUR")],
    &[("KEN", "KES"), ("TZA", "TZS"), ("UGA", "UGX")],
];

/// Returns the unit of an amount, of the money of one of the pair where the listed one is of neither: "Rs" between Nepal
/// and Bangladesh.
pub(super) fn of_pair(scene: &Scene<'_, '_>, amount: &Amount, unit: Unit, pair: &[Country]) -> Unit {
    let Unit::Money(written) = unit else { return unit };
    let listed = |group: &&&[(&str, &str)]| group[0].1 == written.code();
    let Some(group) = SHARED.iter().find(listed) else { return unit };
    // "Indian rupees", "INR 5 billion"
    let named = scene.mentions().iter().any(|m| amount.tokens.contains(&m.tokens.start))
        || amount.tokens.clone().any(|at| scene.notes.reading.word(at) == written.code());
    let of = |country: &str| pair.iter().any(|one| one.alpha3() == country);
    if named || of(group[0].0) {
        return unit;
    }
    let own = group.iter().find(|(country, _)| of(country));
    own.and_then(|(_, code)| code.parse::<Currency>().ok()).map_or(unit, Unit::Money)
}
