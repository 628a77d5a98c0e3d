//! What leads a noun phrase: a word before it, the case of its form, a word behind it.

use crate::meaning::{Link, Meaning};
use crate::morphology::{Case, Form};
use crate::reading::Reading;
use std::ops::Range;

/// The links that govern the noun behind them: where one stands, the noun's case says nothing of its own.
const GOVERNING: &[Link] = &[
    Link::In,
    Link::To,
    Link::From,
    Link::By,
    Link::With,
    Link::Between,
    Link::For,
    Link::On,
    Link::Since,
    Link::Until,
];

/// A phrase that names an office or a topic is looked for among so many words.
const LONGEST: usize = 4;

impl Reading<'_> {
    /// Says whether a noun phrase is led by one of some links, in whichever way its language does so.
    pub(crate) fn is_led(&self, phrase: &Range<usize>, from: usize, links: &[Link]) -> bool {
        let behind = self.meanings_at(phrase.end);
        if behind.iter().any(|meaning| matches!(meaning, Meaning::Post(link) if links.contains(link))) {
            return true;
        }
        let case = self.case(phrase);
        if let Some(before) = self.leader(phrase, from) {
            if self.is_link(before, GOVERNING) {
                return self.is_link(before, links) && !self.is_goal(before, case)
                    || links.contains(&Link::To) && self.is_goal(before, case)
                    // A word without forms tells not whether it is the place or the goal.
                    || self.is_link(before, links) && self.never_changes(phrase, case);
            }
            if self.is_link(before, links) {
                return true;
            }
        }
        // "Премьер-министр РК", "президент Перу": what has no case to tell belongs to the noun before it.
        let noun = |at: usize| {
            let noun = |m: &Meaning| matches!(m, Meaning::Topic(_) | Meaning::Office | Meaning::Neutral);
            self.meanings_at(at).iter().any(noun) || self.term_over(at).is_some_and(|m| m.iter().any(noun))
        };
        let upper = self.tokens[phrase.start].is_upper();
        let behind = || phrase.start.checked_sub(1).filter(|at| *at >= from).is_some_and(noun);
        let letters = self.pack.traits.genitive && self.never_changes(phrase, case) && (upper || behind());
        letters && links.contains(&Link::Of) || case_link(case).is_some_and(|link| links.contains(&link))
    }

    /// Says whether a name has the same form in all cases: letters, "Чили", "Перу", "Марокко".
    fn never_changes(&self, phrase: &Range<usize>, case: Case) -> bool {
        let last = phrase.end.checked_sub(1).map_or("", |last| self.word(last));
        let vowel = self.pack.traits.genitive && last.ends_with(['и', 'у', 'о', 'е']);
        case == Case::Plain && (self.tokens[phrase.start].is_upper() || vowel)
    }

    /// What the phrase means that ends with a token and opens at most so many before it.
    fn term_over(&self, at: usize) -> Option<&'static [Meaning]> {
        let opens = at.saturating_sub(LONGEST)..at;
        let term =
            opens.rev().find_map(|opens| self.term_at(opens)).filter(|term| term.tokens().end == at + 1);
        term.map(|term| self.meanings(term))
    }

    /// What the ending of a word that is in no list seems to tell.
    pub(crate) fn unknown_form(&self, at: usize) -> Form {
        let known = self.tokens.get(at).map_or(Form::NONE, |token| token.form);
        self.pack.morphology.map_or(known, |morphology| known.with(morphology.guess(self.word(at))))
    }

    /// The case of a noun phrase: that of its last word which tells one.
    pub(crate) fn case(&self, phrase: &Range<usize>) -> Case {
        let tokens = self.tokens.get(phrase.clone()).unwrap_or_default();
        tokens.iter().rev().map(|token| token.case).find(|case| *case != Case::Plain).unwrap_or_default()
    }

    /// The word right before a noun phrase, articles aside.
    fn leader(&self, phrase: &Range<usize>, from: usize) -> Option<usize> {
        let before = phrase.start.checked_sub(1).filter(|at| *at >= from)?;
        let article =
            self.meanings_at(before).contains(&Meaning::Article) && !self.is_link(before, GOVERNING);
        if article { before.checked_sub(1).filter(|at| *at >= from) } else { Some(before) }
    }

    /// Says whether the word before a noun, which can name a place or a goal, names a goal by the noun's case: the
    /// Russian accusative.
    pub(crate) fn is_goal(&self, before: usize, case: Case) -> bool {
        self.pack.traits.genitive
            && matches!(case, Case::Plain | Case::Object)
            && self.is_link(before, &[Link::In])
    }
}

const fn case_link(case: Case) -> Option<Link> {
    match case {
        Case::Of => Some(Link::Of),
        Case::To => Some(Link::To),
        Case::From => Some(Link::From),
        Case::In => Some(Link::In),
        Case::With => Some(Link::With),
        Case::By => Some(Link::By),
        Case::Plain | Case::Owner | Case::Object => None,
    }
}
