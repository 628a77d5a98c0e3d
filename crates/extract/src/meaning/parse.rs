//! Meanings as packs write them.

use super::{Anaphor, Link, Meaning, Movement, Rank, Share, Speech, Time, Topic};
use entente_model::Side;

impl Meaning {
    /// Reads a meaning as packs write it: a tag and its arguments.
    pub(crate) fn parse(tag: &str, arguments: &[&str]) -> Option<Self> {
        let first = arguments.first().copied();
        Some(match tag {
            "number" => Self::Number(first?.parse().ok()?),
            "scale" => Self::Scale(first?.parse().ok()?),
            "multiple" => Self::Multiple(first?.parse().ok()?),
            "ordinal" => Self::Ordinal(first?.parse().ok()?),
            "currency" => Self::Currency(first?.parse().ok()?),
            "unit" => Self::Unit(first?.parse().ok()?, arguments.get(1).map_or(Some(1), |n| n.parse().ok())?),
            "bound" => Self::Bound(first?.parse().ok()?, side(arguments), arguments.contains(&"verb")),
            "bound_behind" => Self::BoundBehind(first?.parse().ok()?, side(arguments)),
            "time" => Self::Time(time(first?, arguments.get(1).copied())?),
            "topic" => Self::Topic(topic(first?)?),
            "movement" => Self::Movement(if first? == "up" { Movement::Up } else { Movement::Down }),
            "level" => Self::Level,
            "count_noun" => Self::CountNoun,
            "raise" => Self::Raise,
            "state" => Self::State,
            "happens" => Self::Happens,
            "share" => Self::Share(if first? == "verb" { Share::Verb } else { Share::Noun }),
            "cue" if first? == "intent" => Self::Intent,
            "cue" => Self::Cue(first?.parse().ok()?),
            "past" => Self::Past,
            "neutral" => Self::Neutral,
            "half" => Self::Half,
            "and_half" => Self::AndHalf,
            "one_and_half" => Self::OneAndHalf,
            "ordinal_ending" => Self::OrdinalEnding,
            "number_ending" => Self::NumberEnding,
            "article" => Self::Article,
            "stage" => Self::Stage(first?.parse().ok()?),
            "worth" => Self::Worth,
            "employs" => Self::Employs,
            "attends" => Self::Attends,
            "anaphor" => Self::Anaphor(anaphor(first?)?),
            "rank" => Self::Rank(rank(first?, arguments.get(1).copied())?),
            "link" => Self::Link(link(first?)?),
            "post" => Self::Post(link(first?)?),
            "speech" => Self::Speech(speech(first?)?),
            "office" => Self::Office,
            "abbreviation" => Self::Abbreviation,
            "negation" => Self::Negation,
            "common" => Self::Common,
            _ => return None,
        })
    }
}

fn side(arguments: &[&str]) -> Option<Side> {
    arguments.contains(&"below").then_some(Side::Below)
}

fn time(word: &str, number: Option<&str>) -> Option<Time> {
    let number = || number.map_or(Some(0), |n| n.parse::<i8>().ok());
    Some(match word {
        "month" => Time::Month(number()?),
        "weekday" => Time::Weekday(number()?),
        "year" => Time::Year(number()?),
        "year_to_date" => Time::YearToDate,
        "earlier" => Time::Earlier,
        "start" => Time::Start,
        "this_month" => Time::ThisMonth(number()?),
        "months" => Time::Months,
        "years" => Time::Years,
        "half" => Time::Half(number()?),
        "quarter" => Time::Quarter(number()?),
        "first" => Time::First,
        "ahead" => Time::Ahead,
        "behind" => Time::Behind,
        "ago" => Time::Ago,
        "mark" => Time::Mark,
        "stretch" => Time::Stretch,
        "fiscal" => Time::Fiscal,
        "vague" => Time::Vague,
        "same" => Time::Same,
        "base" => Time::Base,
        _ => return None,
    })
}

fn topic(word: &str) -> Option<Topic> {
    Some(match word {
        "turnover" => Topic::Turnover,
        "trade" => Topic::Trade,
        "exports" => Topic::Exports,
        "imports" => Topic::Imports,
        "supplies" => Topic::Supplies,
        "deficit" => Topic::Deficit,
        "surplus" => Topic::Surplus,
        "balance" => Topic::Balance,
        "projects" => Topic::Projects,
        "plant" => Topic::Plant,
        "jobs" => Topic::Jobs,
        "investment" => Topic::Investment,
        "companies" => Topic::Companies,
        "agreements" => Topic::Agreements,
        "freight" => Topic::Freight,
        "flights" => Topic::Flights,
        "capacity" => Topic::Capacity,
        "area" => Topic::Area,
        "population" => Topic::Population,
        "loan" => Topic::Loan,
        "quota" => Topic::Quota,
        "other" => Topic::Other,
        "foreign" => Topic::Foreign,
        _ => return None,
    })
}

fn anaphor(word: &str) -> Option<Anaphor> {
    Some(match word {
        "pair" => Anaphor::Pair,
        "ours" => Anaphor::Ours,
        "theirs" => Anaphor::Theirs,
        "home" => Anaphor::Home,
        "figure" => Anaphor::Figure,
        "they" => Anaphor::They,
        _ => return None,
    })
}

fn rank(word: &str, more: Option<&str>) -> Option<Rank> {
    let several = more == Some("several");
    Some(match word {
        "first" => Rank::First,
        "group" => Rank::Group(more?.parse().ok()?),
        "superlative" => Rank::Superlative,
        "among" => Rank::Among,
        "place" => Rank::Place,
        "top" => Rank::Top,
        "partner" => Rank::Partner(several),
        "export_market" => Rank::ExportMarket(several),
        "import_source" => Rank::ImportSource(several),
        _ => return None,
    })
}

fn link(word: &str) -> Option<Link> {
    Some(match word {
        "and" => Link::And,
        "clause" => Link::Clause,
        "of" => Link::Of,
        "in" => Link::In,
        "to" => Link::To,
        "from" => Link::From,
        "by" => Link::By,
        "with" => Link::With,
        "between" => Link::Between,
        "for" => Link::For,
        "on" => Link::On,
        "per" => Link::Per,
        "which" => Link::Which,
        "respectively" => Link::Respectively,
        "until" => Link::Until,
        "since" => Link::Since,
        "through" => Link::Through,
        "within" => Link::Within,
        "both" => Link::Both,
        "another" => Link::Another,
        "it" => Link::It,
        _ => return None,
    })
}

fn speech(word: &str) -> Option<Speech> {
    Some(match word {
        "say" => Speech::Say,
        "according" => Speech::According,
        "source" => Speech::Source,
        _ => return None,
    })
}
