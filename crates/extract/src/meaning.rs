//! What the phrases of a language pack mean. The grammar works on these alone and knows no language.

use entente_model::country::FormKind;
use entente_model::{Bound, Country, Currency, Modality, Portion, Region, Side, Unit};

/// One meaning of a phrase; a phrase may have several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A number in words: twelve.
    Number(i64),
    /// A power of ten that multiplies the number before it: million.
    Scale(u8),
    /// A multiple in one word: doubled, twofold, triple.
    Multiple(i64),
    /// A place in an order: seventh.
    Ordinal(u16),
    /// Money.
    Currency(Currency),
    /// Another unit, and how many base units one is.
    Unit(Unit, i64),
    /// What a number asserts beside its value; true for a verb, which may stand some words before the number.
    Bound(Bound, Option<Side>, bool),
    /// The same, behind the number.
    BoundBehind(Bound, Option<Side>),
    /// A word of time.
    Time(Time),
    /// What an amount is about.
    Topic(Topic),
    /// The number changes: grew, fell.
    Movement(Movement),
    /// The number is a level: amounted to.
    Level,
    /// The word for a number between things and how many they are: "loyihalar soni 45".
    CountNoun,
    /// A verb by which somebody makes a number move, of languages whose verbs tell their time: to raise.
    Raise,
    /// A verb that says how things are, also in the form by which others say what will be.
    State,
    /// A verb of which something that is planned comes about: will open.
    Happens,
    /// The amount is a part of a larger whole: account for, share.
    Share(Share),
    /// What follows is planned or a target.
    Cue(Modality),
    /// Somebody means to do it: a target where trade is to move, else planned.
    Intent,
    /// It came about: what was meant before does not reach beyond.
    Past,
    /// A word that makes the topics before it adjectives: trade and investment cooperation.
    Neutral,
    /// One half, before a power of ten.
    Half,
    /// One half more, behind a number.
    AndHalf,
    /// One and a half.
    OneAndHalf,
    /// The ending of an ordinal in digits: 21st.
    OrdinalEnding,
    /// The ending of a number in digits that says nothing more.
    NumberEnding,
    /// It opens a noun phrase and says nothing more.
    Article,
    /// The portion of a portfolio.
    Stage(Portion),
    /// The worth of what was just named: worth, totalling, to the tune of.
    Worth,
    /// Words that stand for the pair, our country, or the figure spoken of.
    Anaphor(Anaphor),
    /// A country.
    Country(Country, FormKind),
    /// A group of countries.
    Region(Region),
    /// A place in a ranking: largest.
    Rank(Rank),
    /// A word of structure; before what it leads.
    Link(Link),
    /// A word of structure that stands behind what it leads.
    Post(Link),
    /// Somebody speaks or reports.
    Speech(Speech),
    /// An office that a person holds.
    Office,
    /// It does not end a sentence with its full stop.
    Abbreviation,
    /// It turns the statement round.
    Negation,
    /// A frequent word of the language, for telling languages apart.
    Common,
}

/// Words of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Time {
    /// A month, 1 to 12.
    Month(i8),
    /// A day of the week, Monday is 1.
    Weekday(i8),
    /// A year reckoned from the year of publication: last year is -1.
    Year(i8),
    /// The year so far: since the beginning of the year.
    YearToDate,
    /// The year before the one that is spoken of: a year earlier.
    Earlier,
    /// The beginning of the year that is named behind: since the beginning of 2024.
    Start,
    /// A month reckoned from the month of publication.
    ThisMonth(i8),
    /// "months", after a number.
    Months,
    /// "years", after a number.
    Years,
    /// "half" of a year; with a number where the phrase has it (first half is 1).
    Half(i8),
    /// "quarter" of a year; with a number where the phrase has it.
    Quarter(i8),
    /// "first": opens a stretch of months.
    First,
    /// "next", "coming": a stretch that lies ahead.
    Ahead,
    /// "last", "past": a stretch that lies behind.
    Behind,
    /// "fiscal year".
    Fiscal,
    /// A time that is no period: in recent years, in the medium term.
    Vague,
    /// The period last spoken of.
    Same,
    /// What follows is compared with: compared to, than, against.
    Base,
}

/// What an amount can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Topic {
    Turnover,
    /// "trade" alone: turnover, where nothing says otherwise.
    Trade,
    Exports,
    Imports,
    /// Goods delivered from one country to the other.
    Supplies,
    Deficit,
    Surplus,
    Balance,
    Projects,
    Jobs,
    Investment,
    Companies,
    Agreements,
    Freight,
    Flights,
    Capacity,
    Area,
    Population,
    Loan,
    Quota,
    /// A quantity about the cooperation that has no kind of its own: tariff lines, routes, students.
    Other,
    /// A quantity about something else: domestic product, budget, audience.
    Foreign,
}

/// Which way a number moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Movement {
    Up,
    Down,
}

/// How a part and its whole are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Share {
    /// The subject is the part: account for, make up.
    Verb,
    /// The word is the part: share.
    Noun,
}

/// Words that point back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anaphor {
    /// The two countries.
    Pair,
    /// Our country.
    Ours,
    /// The other country of the pair: the neighbouring country.
    Figure,
    /// They, both, their.
    They,
}

/// Words of rankings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rank {
    /// The first place: largest, leading.
    First,
    /// Praise, which is the first place only within a region: main, key.
    Superlative,
    /// One of several: among, one of.
    Among,
    /// The place is written behind: No., number, ranked.
    Place,
    /// "top": the number of the group is written behind.
    Top,
    /// A group of so many: the ten.
    Group(u16),
    /// Whose place it is: trading partner; true for several.
    Partner(bool),
    /// The place is one by exports: export market; true for several.
    ExportMarket(bool),
    /// The place is one by imports: supplier; true for several.
    ImportSource(bool),
}

/// Words of structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Link {
    And,
    /// Opens a new statement: while, but, whereas.
    Clause,
    Of,
    In,
    To,
    From,
    By,
    With,
    Between,
    For,
    On,
    /// "per", "a" before week, year.
    Per,
    Which,
    /// each to its own, in the order named.
    Respectively,
    /// by: "by 2030".
    Until,
    Since,
    /// Up to and with: "January through March".
    Through,
    /// Before that time is over.
    Within,
    Both,
    Another,
    It,
}

/// Words of speaking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speech {
    /// A verb of saying: said, emphasised.
    Say,
    /// Opens the source: according to, as reported by, citing.
    According,
    /// A word for a source: press service, statistics agency.
    Source,
}

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
