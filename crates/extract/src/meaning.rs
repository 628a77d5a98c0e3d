//! What the phrases of a language pack mean. The grammar works on these alone and knows no language.

mod parse;

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
    /// Somebody gives work to so many: employs.
    Employs,
    /// So many came to an event: took part, brought together. They are no statement about the cooperation.
    Attends,
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
    /// Behind a number of years: so many years before the day of publication.
    Ago,
    /// What a year has beside it that something is compared with: "the level of 2019", "the 2019 level".
    Mark,
    /// A word for time behind months that says nothing more: "the April-December period of 2023".
    Stretch,
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
    /// What is built: plant, factory. What it costs is the value of a project.
    Plant,
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
    /// The country that was told of: "the country's".
    Theirs,
    /// An office or house of our country that is named without it: "Мемлекет басшысы".
    Home,
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
