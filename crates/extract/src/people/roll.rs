//! The roll of people: who they are, told apart by the words of their names, and where each is named.

use super::name::written;
use crate::morphology::Case;
use crate::narrative::Narrative;
use crate::pack::Pack;
use entente_model::Country;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::ops::Range;

/// A person of a text.
#[derive(Debug, Clone)]
pub(crate) struct Person<'t> {
    /// The name at its fullest, in the nominative.
    pub name: Cow<'t, str>,
    /// The first office that the text gives.
    pub office: Option<String>,
    /// Its country.
    pub country: Option<Country>,
    /// Where the name first stands with its office, else where it first stands.
    pub place: Range<usize>,
    /// How many tokens the fullest name has.
    length: usize,
}

/// A place where a person is named.
#[derive(Debug, Clone)]
pub(crate) struct Sighting {
    /// The name.
    pub name: Range<usize>,
    /// The name with the office beside it.
    pub whole: Range<usize>,
    /// Whose it is: a number into the roll.
    pub person: usize,
}

/// All people of a text.
#[derive(Debug, Default)]
pub(crate) struct People<'t> {
    people: Vec<Person<'t>>,
    sightings: Vec<Sighting>,
    /// For each sentence its sightings, as a range of `sightings`.
    of_sentence: Vec<Range<usize>>,
    /// For each word of a name the first person who has it.
    by_word: FxHashMap<&'t str, usize>,
}

impl<'t> People<'t> {
    /// All people, in the order in which they were first named.
    pub(crate) fn all(&self) -> &[Person<'t>] {
        &self.people
    }

    /// The person of a number.
    pub(crate) fn get(&self, person: usize) -> &Person<'t> {
        &self.people[person]
    }

    /// Where a sentence names people, in order.
    pub(crate) fn sightings(&self, sentence: usize) -> &[Sighting] {
        self.of_sentence.get(sentence).map_or(&[], |range| &self.sightings[range.clone()])
    }

    /// Opens a sentence: what is entered from here on stands in it.
    pub(super) fn open_sentence(&mut self) {
        self.of_sentence.push(self.sightings.len()..self.sightings.len());
    }

    /// Closes the sentence: its sightings are put in order.
    pub(super) fn close_sentence(&mut self) {
        let end = self.sightings.len();
        if let Some(range) = self.of_sentence.last_mut() {
            range.end = end;
            self.sightings[range.clone()].sort_by_key(|sighting| sighting.name.start);
        }
    }

    /// Opens the first sentence again, when all the others have been read.
    pub(super) fn open_first(&mut self) {
        self.open_sentence();
    }

    /// Closes the first sentence: what was entered since stands in it.
    pub(super) fn close_first(&mut self) {
        self.close_sentence();
        let range = self.of_sentence.pop();
        if let (Some(range), Some(first)) = (range, self.of_sentence.first_mut()) {
            *first = range;
        }
    }

    fn here(&self) -> &[Sighting] {
        self.of_sentence.last().map_or(&[], |range| &self.sightings[range.start..])
    }

    /// The person who was named last.
    pub(super) fn last(&self) -> Option<usize> {
        self.sightings.last().map(|sighting| sighting.person)
    }

    /// Where the last name of the open sentence ends that ends before a token.
    pub(super) fn sighted_before(&self, token: usize) -> usize {
        self.here().iter().map(|sighting| sighting.whole.end).filter(|end| *end <= token).max().unwrap_or(0)
    }

    /// Where the sighting over a token of the open sentence ends.
    pub(super) fn sighting_over(&self, token: usize) -> Option<usize> {
        self.here().iter().find(|sighting| sighting.whole.contains(&token)).map(|sighting| sighting.whole.end)
    }

    /// Says whether somebody has a word in the name.
    pub(super) fn knows(&self, pack: &Pack, word: &str) -> bool {
        self.by_word.contains_key(pack.name_stem(word))
    }

    /// Gives a person without a country one.
    pub(super) fn lend_country(&mut self, person: usize, country: Option<Country>) {
        let person = &mut self.people[person];
        person.country = person.country.or(country);
    }

    /// Enters a name, with its office where one stands beside it; returns whose it is.
    pub(super) fn enter(
        &mut self,
        narrative: &Narrative<'_, 't>,
        _sentence: usize,
        name: Range<usize>,
        office: Option<(&str, Range<usize>)>,
        (country, case): (Option<Country>, Case),
    ) -> usize {
        let whole = office.as_ref().map_or(name.clone(), |(_, place)| place.clone());
        let id = self.find(narrative, &name, country).unwrap_or(self.people.len());
        if id == self.people.len() {
            self.people.push(Person {
                name: written(narrative, name.clone(), case),
                office: None,
                country: None,
                place: name.clone(),
                length: name.len(),
            });
        }
        let person = &mut self.people[id];
        if name.len() > person.length {
            (person.name, person.length) = (written(narrative, name.clone(), case), name.len());
        }
        if let Some((title, place)) = office
            && person.office.is_none()
        {
            person.office = Some(title.to_owned());
            person.place = place;
        }
        person.country = person.country.or(country);
        for word in words(narrative, name.clone()) {
            self.by_word.entry(word).or_insert(id);
        }
        self.sightings.push(Sighting { name, whole, person: id });
        id
    }

    /// Enters a name if it is that of somebody known.
    pub(super) fn again(&mut self, narrative: &Narrative<'_, 't>, name: Range<usize>) {
        if let Some(person) = self.find(narrative, &name, None) {
            if name.len() > self.people[person].length {
                self.people[person].name = written(narrative, name.clone(), Case::Plain);
                self.people[person].length = name.len();
                for word in words(narrative, name.clone()) {
                    self.by_word.entry(word).or_insert(person);
                }
            }
            self.sightings.push(Sighting { whole: name.clone(), name, person });
        }
    }

    /// Whose name it is: every word of the shorter name is in the longer, and no country speaks against it.
    fn find(
        &self,
        narrative: &Narrative<'_, 't>,
        name: &Range<usize>,
        country: Option<Country>,
    ) -> Option<usize> {
        words(narrative, name.clone()).filter_map(|word| self.by_word.get(word).copied()).find(|&id| {
            let person = &self.people[id];
            let same_country = country.is_none() || person.country.is_none() || person.country == country;
            let alone = words(narrative, name.clone()).nth(1).is_none();
            let written = person.name == narrative.reading().slice(name.clone());
            (same_country || !alone)
                && (written
                    || is_same(narrative.reading().pack, &person.name, || words(narrative, name.clone())))
        })
    }
}

/// The words of a name that tell people apart: no signs, no initials, no owner's ending.
fn words<'t>(narrative: &Narrative<'_, 't>, name: Range<usize>) -> impl Iterator<Item = &'t str> {
    let reading = narrative.reading();
    name.filter(|&at| reading.tokens[at].is_word())
        .map(|at| narrative.without_owner(at))
        .filter(|word| word.chars().nth(1).is_some())
        .map(|word| reading.pack.name_stem(word))
}

fn is_same<'a, I: Iterator<Item = &'a str>>(pack: &Pack, known: &str, given: impl Fn() -> I) -> bool {
    let parts = || {
        let words = known.split(|c: char| c.is_whitespace() || "-‑‐.".contains(c));
        words.filter(|word| word.chars().nth(1).is_some()).map(|word| pack.name_stem(word))
    };
    given().all(|word| parts().any(|part| part == word))
        || parts().all(|part| given().any(|word| word == part))
}
