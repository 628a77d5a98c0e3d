//! Shares: what the part is of, and how the two countries share it.

use super::bracketed;
use super::kind::About;
use super::parties::Parties;
use super::scene::Scene;
use crate::amount::Amount;
use crate::meaning::{Anaphor, Link, Meaning, Rank, Share, Topic};
use entente_model::country::FormKind;
use entente_model::{Country, Of, Scope, ShareSubject, TradeFlow};

/// The whole that a share is of; none where the text does not name it.
pub(super) fn whole(scene: &Scene<'_, '_>, amount: &Amount, about: &About) -> Option<Of> {
    let clause = scene.clause(amount.opens);
    let behind = amount.closes..clause.end;
    let region = scene.regions.iter().find(|r| behind.contains(&r.tokens.start));
    let region = region.or_else(|| scene.regions.iter().find(|r| clause.contains(&r.tokens.start)));
    let listed = bracketed::owner(scene, amount);
    let owner = listed
        .or_else(|| owner(scene, amount, about))
        .or_else(|| other_than_it(scene, amount, region.is_some()));
    let flow = match about.topic {
        Topic::Exports => Some(TradeFlow::Exports),
        Topic::Imports => Some(TradeFlow::Imports),
        _ => None,
    };
    match (owner, region.map(|r| r.region)) {
        (Some(country), Some(region)) => {
            Some(Of::Trade { country: Some(country), scope: Scope::Region(region), flow })
        }
        (Some(country), None) => Some(Of::Trade { country: None, scope: Scope::Country(country), flow }),
        (None, Some(region)) => Some(Of::Trade { country: None, scope: Scope::Region(region), flow }),
        (None, None) => None,
    }
}

/// The country whose trade is the whole: "of Kazakhstan's trade", "of all exports of Argentina", "Kazakh imports".
fn owner(scene: &Scene<'_, '_>, amount: &Amount, about: &About) -> Option<Country> {
    let Some((at, end)) = about.place else {
        return whose_partner(scene, amount).or_else(|| owner_before(scene, amount));
    };
    let behind = at >= amount.closes;
    let opens = if behind { amount.closes } else { scene.clause(amount.opens).start };
    let before = scene.mentions().iter().rev().find(|m| {
        let joined = scene.notes.reading.pack.traits.verb_final && m.tokens.end == at;
        let owns = m.possessive || m.kind == FormKind::Adjective || joined;
        m.tokens.start >= opens && m.tokens.end <= at && at - m.tokens.end <= 4 && owns
    });
    let of = || {
        scene.mentions().iter().find(|m| {
            m.tokens.start >= end
                && m.tokens.start - end <= 3
                && ((end..m.tokens.start).any(|t| scene.is_link(t, &[Link::Of])) || m.genitive)
        })
    };
    before
        .or_else(of)
        .map(|m| m.country)
        .or_else(|| its(scene, amount, at))
        .or_else(|| ours(scene, amount, (at, end)))
        .or_else(|| that_country(scene, amount, at))
        .or_else(|| ours_of_rank(scene, amount))
}

/// The country right behind the word for a partner: "партнер Перу".
fn whose_partner(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Country> {
    let partner = |m: &Meaning| matches!(m, Meaning::Rank(Rank::Partner(_))).then_some(());
    let partner = scene.last(scene.clause(amount.opens).start..amount.opens, partner)?;
    scene.mentions().iter().find(|m| m.tokens.start == partner.end).map(|m| m.country)
}

/// "India became one of the republic's ten largest partners, with 1.5% of trade": of ours, whichever of the two it is.
fn ours_of_rank(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Country> {
    let clause = scene.clause(amount.opens);
    let partner = |m: &Meaning| matches!(m, Meaning::Rank(Rank::Partner(_))).then_some(());
    let ours = |m: &Meaning| matches!(m, Meaning::Anaphor(Anaphor::Ours)).then_some(());
    let partner = scene.last(clause.start..amount.opens, partner)?;
    scene.first(partner.end..amount.opens, ours)?;
    let named = |country: &Country| {
        scene.mentions().iter().any(|m| clause.contains(&m.tokens.start) && m.country == *country)
    };
    scene.notes.pair.iter().copied().find(|country| !named(country))
}

/// The parties of a share of a country's trade: that country, and the other that is named nearest before the amount.
pub(super) fn with_whole(
    scene: &Scene<'_, '_>,
    amount: &Amount,
    whole: Option<Of>,
    parties: Parties,
) -> Parties {
    let Some(Of::Trade { country: None, scope: Scope::Country(whole), flow: _ }) = whole else {
        return parties;
    };
    if parties.countries.contains(&whole) {
        return parties;
    }
    let nearest = scene.mentions().iter().rev().find(|m| m.tokens.end <= amount.opens && m.country != whole);
    let Some(nearest) = nearest else { return parties };
    let mut countries = vec![whole, nearest.country];
    countries.sort_unstable();
    Parties { countries, named: true }
}

/// "Chad's largest partner, with 34% of its trade": it is the country that owns what was told before.
fn its(scene: &Scene<'_, '_>, amount: &Amount, topic: usize) -> Option<Country> {
    let lowest = scene.tokens.start.max(topic.saturating_sub(2));
    let theirs = |m: &Meaning| matches!(m, Meaning::Anaphor(Anaphor::Country)).then_some(());
    let theirs = scene.first(topic.saturating_sub(OWNED).max(scene.tokens.start)..topic, theirs).is_some();
    (theirs || scene.has_link(lowest..topic, &[Link::It])).then(|| owner_before(scene, amount)).flatten()
}

/// So far before a topic "the country's" may stand: "the country's total trade".
const OWNED: usize = 5;

/// "Kenya is a partner of Oman. Its share in foreign trade was 4%": the whole is the trade of the other of the two.
fn other_than_it(scene: &Scene<'_, '_>, amount: &Amount, regional: bool) -> Option<Country> {
    let noun = |m: &Meaning| matches!(m, Meaning::Share(Share::Noun)).then_some(());
    let clause = scene.clause(amount.opens);
    let share = scene.last(clause.start..amount.opens, noun)?;
    let its = share.at > clause.start && scene.is_link(share.at - 1, &[Link::It]);
    let named = scene.mentions().iter().any(|m| clause.contains(&m.tokens.start));
    if !its || named || regional {
        return None;
    }
    let it = scene.notes.mentions(scene.number.checked_sub(1)?).iter().find(|m| !m.of_person)?.country;
    let [one, other] = *scene.notes.pair.as_slice() else { return None };
    match it {
        it if it == one => Some(other),
        it if it == other => Some(one),
        _ => None,
    }
}

/// The country named last before an amount that owns something: "Kenya's partner", "партнер Кении".
fn owner_before(scene: &Scene<'_, '_>, amount: &Amount) -> Option<Country> {
    let owner = scene
        .mentions()
        .iter()
        .rev()
        .find(|m| m.tokens.end <= amount.opens && (m.possessive || m.genitive) && !m.of_person);
    owner.map(|m| m.country)
}

/// "57% of our country's trade": ours is the country of the outlet, else the one of the pair that is not named.
fn ours(scene: &Scene<'_, '_>, amount: &Amount, place: (usize, usize)) -> Option<Country> {
    let (at, end) = place;
    // "Мамлакатимиз ташқи савдосининг 16 фоизи": where verbs stand last, what owns stands before.
    let reach = if scene.notes.reading.pack.traits.verb_final {
        scene.tokens.start.max(at.saturating_sub(OWNS))..at
    } else {
        end..(end + OWNS).min(scene.tokens.end)
    };
    scene.first(reach, |m| matches!(m, Meaning::Anaphor(Anaphor::Ours)).then_some(()))?;
    let clause = scene.clause(amount.opens);
    let named = |country: &Country| {
        scene.mentions().iter().any(|m| clause.contains(&m.tokens.start) && m.country == *country)
    };
    let owner = || owner_before(scene, amount).filter(|country| !named(country));
    scene
        .notes
        .home
        .or_else(owner)
        .or_else(|| scene.notes.pair.iter().copied().find(|country| !named(country)))
}

/// So far from a whole the word may stand that says whose it is.
const OWNS: usize = 3;

/// "Россия мамлакат ташқи савдосининг 16 фоизини ташкил этади": the country of the pair that is not the one told of.
fn that_country(scene: &Scene<'_, '_>, amount: &Amount, at: usize) -> Option<Country> {
    let reach = scene.tokens.start.max(at.saturating_sub(OWNS))..at;
    scene.first(reach, |m| matches!(m, Meaning::Anaphor(Anaphor::Country)).then_some(()))?;
    let before =
        scene.mentions().iter().rev().find(|m| m.tokens.end <= at && m.tokens.end <= amount.opens)?;
    let pair = &scene.notes.pair;
    let other = pair.iter().copied().find(|country| *country != before.country);
    other.filter(|_| scene.notes.reading.pack.traits.verb_final && pair.contains(&before.country))
}

/// How the two countries share: together, or by the trade between them.
pub(super) fn subject(scene: &Scene<'_, '_>, amount: &Amount, whole: Option<Of>) -> Option<ShareSubject> {
    let Some(Of::Trade { country: None, scope: Scope::Region(_), .. }) = whole else { return None };
    let clause = scene.clause(amount.opens);
    let subject = clause.start..amount.opens;
    let mutual = scene.first(subject.clone(), |meaning| {
        let mutual = matches!(
            meaning,
            Meaning::Topic(Topic::Turnover | Topic::Trade)
                | Meaning::Link(Link::Between)
                | Meaning::Anaphor(Anaphor::Pair)
        );
        mutual.then_some(())
    });
    let verb = scene.first(subject, |m| matches!(m, Meaning::Share(Share::Verb)).then_some(()));
    match (mutual, verb) {
        (Some(_), _) => Some(ShareSubject::Mutual),
        (None, Some(_)) => Some(ShareSubject::Combined),
        (None, None) => None,
    }
}
