//! What the endings of a word tell: its case and number, a verb's time.

use super::Case;

/// What the endings of a word tell, several at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub(crate) struct Form(u32);

/// The names by which lists of endings call what an ending tells.
const NAMES: [(&str, Form); 22] = [
    ("owner", Form::OWNER),
    ("to", Form::TO),
    ("from", Form::FROM),
    ("in", Form::IN),
    ("with", Form::WITH),
    ("object", Form::OBJECT),
    ("until", Form::UNTIL),
    ("about", Form::ABOUT),
    ("of", Form::OF),
    ("many", Form::MANY),
    ("own", Form::OWN),
    ("adjective", Form::ADJECTIVE),
    ("ordinal", Form::ORDINAL),
    ("count", Form::COUNT),
    ("past", Form::PAST),
    ("ahead", Form::AHEAD),
    ("aim", Form::AIM),
    ("now", Form::NOW),
    ("gerund", Form::GERUND),
    ("if", Form::IF),
    ("not", Form::NOT),
    ("along", Form::ALONG),
];

impl Form {
    /// Nothing.
    pub(crate) const NONE: Self = Self(0);
    /// It owns what follows: -ның.
    pub(crate) const OWNER: Self = Self(1);
    /// Towards it, or up to it: -ға.
    pub(crate) const TO: Self = Self(1 << 1);
    /// From it, or than it: -дан.
    pub(crate) const FROM: Self = Self(1 << 2);
    /// In it: -да.
    pub(crate) const IN: Self = Self(1 << 3);
    /// With it: -мен.
    pub(crate) const WITH: Self = Self(1 << 4);
    /// Something is done to it: -ды.
    pub(crate) const OBJECT: Self = Self(1 << 5);
    /// As far as it: -gacha.
    pub(crate) const UNTIL: Self = Self(1 << 6);
    /// About so many: -дай.
    pub(crate) const ABOUT: Self = Self(1 << 7);
    /// It belongs to a time or place: -дағы.
    pub(crate) const OF: Self = Self(1 << 8);
    /// Several: -лар.
    pub(crate) const MANY: Self = Self(1 << 9);
    /// It is somebody's: -сы.
    pub(crate) const OWN: Self = Self(1 << 10);
    /// It says what something else is like: -лық.
    pub(crate) const ADJECTIVE: Self = Self(1 << 11);
    /// A place in an order: -інші.
    pub(crate) const ORDINAL: Self = Self(1 << 12);
    /// So many of something: -ta.
    pub(crate) const COUNT: Self = Self(1 << 13);
    /// It has come about: -ды.
    pub(crate) const PAST: Self = Self(1 << 14);
    /// It comes about, or will: -ады.
    pub(crate) const AHEAD: Self = Self(1 << 15);
    /// It is meant to come about: -мақ.
    pub(crate) const AIM: Self = Self(1 << 16);
    /// It is coming about: -moqda.
    pub(crate) const NOW: Self = Self(1 << 17);
    /// The doing of it: -у.
    pub(crate) const GERUND: Self = Self(1 << 18);
    /// If it comes about, or whereas: -са.
    pub(crate) const IF: Self = Self(1 << 19);
    /// It does not come about: -ма.
    pub(crate) const NOT: Self = Self(1 << 20);
    /// It comes about together with what the next verb says: -ып.
    pub(crate) const ALONG: Self = Self(1 << 21);

    /// What both tell.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Says whether all of another is told.
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Says whether any of another is told.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The case that is told, or another where none is.
    pub(crate) const fn case_or(self, other: Case) -> Case {
        if self.0 == 0 {
            other
        } else if self.has(Self::OWNER) {
            Case::Owner
        } else if self.any(Self::TO.with(Self::UNTIL)) {
            Case::To
        } else if self.has(Self::FROM) {
            Case::From
        } else if self.has(Self::IN) {
            Case::In
        } else if self.has(Self::WITH) {
            Case::With
        } else if self.has(Self::OBJECT) {
            Case::Object
        } else {
            other
        }
    }

    /// Says whether nothing is told but that it is somebody's, and its case.
    pub(crate) fn is_owned(self) -> bool {
        let case = Self::OWNER.with(Self::TO).with(Self::FROM).with(Self::IN).with(Self::WITH);
        let case = case.with(Self::OBJECT).with(Self::UNTIL).with(Self::OWN).with(Self::OF);
        self.has(Self::OWN) && self.0 & !case.0 == 0
    }

    /// Reads the name by which lists of endings call it.
    pub(super) fn parse(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, form)| *form)
    }

    /// The names by which lists of endings call what is told.
    #[cfg(test)]
    pub(super) fn names(self) -> Vec<&'static str> {
        NAMES.iter().filter(|(_, form)| self.has(*form)).map(|(name, _)| *name).collect()
    }
}
