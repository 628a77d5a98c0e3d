//! What the phrases of the cue lists mean.

use entente_model::{EventKind, ProjectStage};

/// One meaning of a cue phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    /// What one person holds: prime minister.
    Office,
    /// What several hold, and what one of them holds: prime ministers.
    Offices(&'static str),
    /// The office of the one named before: counterpart.
    Counterpart,
    /// It stands before an office that opens with what its holder minds: deputy.
    Grade,
    /// What a minister minds: foreign affairs.
    Portfolio,
    /// What somebody heads: the security council.
    Body,
    /// A body that stands for the people who speak for it.
    Ministry,
    /// It stands before a name and is no part of it: Mr.
    Title,
    /// A small word inside a name.
    Particle,
    /// The one who spoke last; true for a phrase that needs no verb beside it.
    Pronoun(bool),
    /// It stands behind the name of one whom something is named after.
    Namesake,
    /// Somebody speaks.
    Say,
    /// Somebody speaks who may be named right behind, as agencies are not.
    SpeaksFirst,
    /// Opens the name of a source; true where it is that of the text as a whole.
    Report(bool),
    /// A word for a source; true where texts as a whole are from such.
    Source(bool),
    /// What makes of a source one that reports.
    Reports,
    /// Opens the name of an author.
    Byline,
    /// A word of the note on an author.
    Bio,
    /// A line of the page, not of its text.
    Furniture,
    /// What is said without a number.
    Remark(Notion),
    /// It makes a remark of a word for relations.
    Mark,
    /// A trading partner.
    Partner,
    /// What a joint project is: plant, corridor.
    Project,
    /// How far a project is.
    Stage(ProjectStage),
    /// A region of a country.
    Region,
    /// Several regions.
    Regions,
    /// An event.
    Event(EventKind),
    /// A body whose numbered meetings are sessions of a commission.
    Panel,
    /// A meeting of a commission or council.
    Session,
    /// Another event of the kind told of last, without its noun: "the next one".
    Another,
    /// It stands behind the country that somebody stands for.
    Sends,
    /// Two sides spoke with each other.
    Confers,
    /// Those who are sent somewhere.
    Delegation,
    /// Somebody makes the visit that is named behind.
    Pays,
    /// It only says of somebody who is spoken with that there is a visit.
    Arriving,
    /// What is told behind took place where what was told before did.
    Where,
    /// Somebody hopes for what is told behind.
    Hopes,
    /// A document is signed.
    Signs,
    /// What two sides sign.
    Document,
    /// Two came together.
    Meets,
    /// One came to the other.
    Receives,
    /// The place before it is where it was held.
    Hosts,
    /// Somebody was somewhere.
    Stays,
    /// Somebody spoke to the press.
    Press,
    /// Somebody went there.
    Visits,
    /// A house or plant begins its work.
    Opens,
    /// What is opened for good: a trade house, an embassy.
    Venue,
    /// The one beside it asked somebody else to come.
    Invites,
    /// A meeting of the bodies of one country, which is none of two.
    Inner,
    /// Somebody took part.
    Attends,
    /// Somebody led it.
    Leads(Lead),
    /// It has taken place.
    Held,
    /// It is to come.
    Planned,
    /// It was to be, and is to come at another time or not at all.
    Postponed,
    /// A day reckoned from the day of publication.
    Day(i8),
    /// A day reckoned from the day of the event named before.
    DayFrom(i8),
    /// The day of the event named before.
    SameDay,
    /// The day before that of publication, unless what it is the eve of stands behind it.
    Eve,
    /// It opens a sentence on what followed on the same day.
    Then,
    /// It opens a sentence on what followed the event named behind it.
    After,
    /// It opens a noun phrase and is no part of a name.
    Article,
    /// It points back at an event.
    Anaphor,
    /// Who acts in its sentence has what stands behind it: "his own".
    Own,
    /// A word for any event, which points back at one that was told of.
    Occasion,
    /// Something took place beside the event named with it.
    Aside,
    /// Opens what was spoken about.
    Agenda,
    /// The noun behind a list of sectors.
    Sectors,
    /// "city of" and the like before a place.
    City,
}

/// How somebody led an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lead {
    /// Together with another.
    CoChair,
    /// Alone, unless two are named.
    Chair,
}

/// What a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Notion {
    /// A place among the partners of a country.
    Rank,
    /// What may come of the cooperation.
    Potential,
    /// How close two countries are.
    Relations,
    /// Trade, without a number.
    Trade,
}

impl Notion {
    /// Returns the topic as remarks write it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Rank => "partner_rank",
            Self::Potential => "potential",
            Self::Relations => "relations",
            Self::Trade => "trade",
        }
    }
}

impl Cue {
    /// Reads a cue as lists write it: a tag and its arguments.
    pub(crate) fn parse(tag: &str, arguments: &[&'static str]) -> Option<Self> {
        let first = arguments.first().copied();
        Some(match tag {
            "office" => Self::Office,
            "offices" => Self::Offices(first?),
            "counterpart" => Self::Counterpart,
            "grade" => Self::Grade,
            "portfolio" => Self::Portfolio,
            "body" => Self::Body,
            "ministry" => Self::Ministry,
            "title" => Self::Title,
            "particle" => Self::Particle,
            "namesake" => Self::Namesake,
            "pronoun" => Self::Pronoun(first.is_some()),
            "say" => Self::Say,
            "speaks_first" => Self::SpeaksFirst,
            "report" => Self::Report(first.is_some()),
            "source" => Self::Source(first.is_some()),
            "reports" => Self::Reports,
            "byline" => Self::Byline,
            "bio" => Self::Bio,
            "furniture" => Self::Furniture,
            "remark" => Self::Remark(notion(first?)?),
            "relations" => Self::Mark,
            "partner" => Self::Partner,
            "project" => Self::Project,
            "stage" => Self::Stage(first?.parse().ok()?),
            "region" => Self::Region,
            "regions" => Self::Regions,
            "event" => Self::Event(first?.parse().ok()?),
            _ => return Self::of_event(tag, first),
        })
    }

    /// The cues of the list of events.
    fn of_event(tag: &str, first: Option<&str>) -> Option<Self> {
        Some(match tag {
            "panel" => Self::Panel,
            "another" => Self::Another,
            "session" => Self::Session,
            "sends" => Self::Sends,
            "confers" => Self::Confers,
            "delegation" => Self::Delegation,
            "pays" => Self::Pays,
            "arriving" => Self::Arriving,
            "where" => Self::Where,
            "hopes" => Self::Hopes,
            "signs" => Self::Signs,
            "document" => Self::Document,
            "meets" => Self::Meets,
            "receives" => Self::Receives,
            "hosts" => Self::Hosts,
            "stays" => Self::Stays,
            "press" => Self::Press,
            "visits" => Self::Visits,
            "opens" => Self::Opens,
            "venue" => Self::Venue,
            "invites" => Self::Invites,
            "inner" => Self::Inner,
            "attends" => Self::Attends,
            "leads" if first? == "chair" => Self::Leads(Lead::Chair),
            "leads" => Self::Leads(Lead::CoChair),
            "held" => Self::Held,
            "planned" => Self::Planned,
            "postponed" => Self::Postponed,
            "day" => Self::Day(first?.parse().ok()?),
            "eve" => Self::Eve,
            "then" => Self::Then,
            "after" => Self::After,
            "day_from" => Self::DayFrom(first?.parse().ok()?),
            "same_day" => Self::SameDay,
            "article" => Self::Article,
            "anaphor" => Self::Anaphor,
            "own" => Self::Own,
            "occasion" => Self::Occasion,
            "aside" => Self::Aside,
            "agenda" => Self::Agenda,
            "sectors" => Self::Sectors,
            "city" => Self::City,
            _ => return None,
        })
    }
}

fn notion(word: &str) -> Option<Notion> {
    Some(match word {
        "rank" => Notion::Rank,
        "potential" => Notion::Potential,
        "relations" => Notion::Relations,
        "trade" => Notion::Trade,
        _ => return None,
    })
}
