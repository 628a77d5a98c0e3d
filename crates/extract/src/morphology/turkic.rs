//! Kazakh and Uzbek: one key for two alphabets, and chains of endings.

use super::chain::Chain;
use super::form::Form;
use super::script::{self, Key};
use super::{Morphology, glued};
use crate::lexicon::WordId;
use crate::pack::lines;
use crate::token::{Folded, Token};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// A language whose words grow by chains of endings.
pub(crate) struct Turkic {
    chain: Chain,
    /// Endings of case as they are written, the longest first.
    cases: Vec<(String, Form)>,
    /// The same on words that are somebody's.
    owned_cases: Vec<(String, Form)>,
    /// Words that count things and say no more: ta.
    counters: Vec<Box<[u8]>>,
    /// Endings that texts also set apart from a figure by a space.
    apart: Vec<Box<[u8]>>,
    /// How the words begin that stand behind a figure with the ending of a direction.
    behind: Vec<Box<[u8]>>,
    /// Endings by which digits are a place in an order: -ші.
    ordinals: Vec<Box<[u8]>>,
    /// Words that look as if they were shorter ones with endings.
    whole: FxHashSet<Box<[u8]>>,
    /// The same, of which others are formed.
    stems: FxHashSet<Box<[u8]>>,
}

impl Turkic {
    fn new(list: &'static str, fold: fn(char, &mut Vec<u8>)) -> Self {
        let key = |word: &str| {
            let mut key = Vec::new();
            word.chars().for_each(|letter| fold(letter, &mut key));
            key
        };
        let listed = |tag: &str| {
            let lines = lines(list).filter(|line| line.tag == tag);
            lines.flat_map(|line| line.phrases).map(|word| key(&word).into()).collect::<Vec<Box<[u8]>>>()
        };
        let (counters, ordinals) = (listed("counter"), listed("ordinal"));
        let (apart, behind) = (listed("apart"), listed("behind"));
        let whole = listed("whole").into_iter().collect();
        let stems = listed("stem").into_iter().collect();
        let of_case = |tag: &str| {
            let mut cases: Vec<(String, Form)> = lines(list)
                .filter(|line| line.tag == tag)
                .flat_map(|line| {
                    let form = line.arguments.first().and_then(|name| Form::parse(name)).unwrap_or_default();
                    line.phrases.into_iter().map(move |ending| (ending, form))
                })
                .collect();
            cases.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
            cases
        };
        let (cases, owned_cases) = (of_case("case"), of_case("case_own"));
        Self {
            chain: Chain::new(list, key),
            cases,
            owned_cases,
            counters,
            apart,
            behind,
            ordinals,
            whole,
            stems,
        }
    }

    /// Says whether a word makes digits before it a place in an order.
    pub(super) fn is_ordinal(&self, word: &[u8]) -> bool {
        self.ordinals.iter().any(|ordinal| **ordinal == *word)
    }

    /// Returns what a word that counts things tells: "tadan" behind a figure. None for other words.
    pub(super) fn counter(&self, word: &[u8]) -> Option<Form> {
        let counter = |word: &[u8]| self.counters.iter().any(|counter| **counter == *word).then_some(());
        counter(word).map(|()| Form::NONE).or_else(|| self.chain.stem(word, counter).map(|((), form)| form))
    }

    /// Returns what `look` finds for the longest stem of a word, and what the endings behind it tell.
    pub(crate) fn stem<T>(&self, word: &[u8], look: impl Fn(&[u8]) -> Option<T>) -> Option<(T, Form)> {
        if self.whole.contains(word) || self.stems.contains(word) {
            return None;
        }
        self.chain.stem(word, |stem| if self.whole.contains(stem) { None } else { look(stem) })
    }

    /// Returns what an ending tells that stands behind a space, in languages that write such.
    pub(super) fn spaced(&self, word: &[u8]) -> Option<Form> {
        self.apart.iter().any(|ending| **ending == *word).then(|| self.ending(word)).flatten()
    }

    /// Says whether a word stands behind a figure with the ending of a direction: "12 ga yaqin".
    pub(super) fn takes_figure(&self, word: &[u8]) -> bool {
        self.behind.iter().any(|stem| word.starts_with(stem))
    }

    /// A listed word as written without the ending of its case.
    fn bare<'w>(&self, word: &'w str, form: Form) -> &'w str {
        if form.has(Form::PAST) {
            return word;
        }
        let owned = if form.has(Form::OWN) { Self::cut(&self.owned_cases, word) } else { None };
        let cut = owned.or_else(|| Self::cut(&self.cases, word));
        cut.filter(|(_, ending)| form.has(*ending)).map_or(word, |(stem, _)| stem)
    }

    /// The ending of case of a word as written, and what it tells; none where the word has none.
    fn case_ending<'w>(&self, word: &'w str) -> Option<(&'w str, Form)> {
        Self::cut(&self.cases, word)
    }

    fn cut<'w>(cases: &[(String, Form)], word: &'w str) -> Option<(&'w str, Form)> {
        cases.iter().find_map(|(ending, form)| {
            let stem = word.strip_suffix(ending.as_str())?;
            stem.chars().nth(2).map(|_| (stem, *form))
        })
    }

    /// Returns what an ending tells that stands by itself: "-тан" behind a figure. None where it is no ending.
    pub(crate) fn ending(&self, word: &[u8]) -> Option<Form> {
        self.chain.alone(word)
    }
}

impl Key for Vec<u8> {
    fn add(&mut self, letters: &str) {
        self.extend_from_slice(letters.as_bytes());
    }

    fn last(&self) -> Option<u8> {
        self.as_slice().last().copied()
    }
}

static KAZAKH: LazyLock<Turkic> =
    LazyLock::new(|| Turkic::new(include_str!("../../packs/kk/endings.txt"), script::kazakh));

static UZBEK: LazyLock<Turkic> =
    LazyLock::new(|| Turkic::new(include_str!("../../packs/uz/endings.txt"), script::uzbek));

/// How the surnames end that a case can be taken off of: others may end so by themselves.
const SURNAMES: [&str; 24] = [
    "ов", "ев", "ёв", "ова", "ева", "ёва", "ин", "ина", "ұлы", "қызы", "ов", "ев", "ov", "ev", "yov", "ova",
    "eva", "yova", "uly", "qyzy", "oev", "ин", "ли", "li",
];

/// How the surnames end that no first name ends as.
const LAST: [&str; 12] = ["ов", "ев", "ёв", "ова", "ева", "ёва", "ov", "ev", "yov", "ova", "eva", "yova"];

/// Says whether a word ends as surnames do, behind which nothing more of a name stands.
pub(crate) fn ends_as_surname(word: &str) -> bool {
    LAST.iter().any(|ending| word.ends_with(ending))
}

/// Says whether a name is left when an ending is taken off: always that of the owner, others off known surnames.
fn is_name(stem: &str, form: Form) -> bool {
    form.any(Form::OWNER.with(Form::OBJECT).with(Form::WITH))
        || SURNAMES.iter().any(|ending| stem.ends_with(ending))
}

/// Kazakh in Cyrillic and Latin.
pub(crate) struct Kazakh;

/// Uzbek in Latin and Cyrillic.
pub(crate) struct Uzbek;

impl Morphology for Kazakh {
    fn has_chains(&self) -> bool {
        true
    }

    fn find(&self, word: &str, look: &dyn Fn(&str) -> Option<WordId>) -> Option<(WordId, Form)> {
        KAZAKH.stem(word.as_bytes(), |stem| look(std::str::from_utf8(stem).ok()?))
    }

    fn has_script(&self) -> bool {
        true
    }

    fn fold(&self, letter: char, key: &mut Folded) {
        script::kazakh(letter, key);
    }

    fn guess(&self, word: &str) -> Form {
        KAZAKH.case_ending(word).map_or(Form::NONE, |(_, form)| form)
    }

    fn without_case<'w>(&self, word: &'w str, form: Form) -> &'w str {
        KAZAKH.bare(word, form)
    }

    fn name_stem<'w>(&self, word: &'w str) -> &'w str {
        KAZAKH.case_ending(word).filter(|(stem, form)| is_name(stem, *form)).map_or(word, |(stem, _)| stem)
    }

    fn place_in_nominative(&self, word: &str) -> String {
        KAZAKH.case_ending(word).map_or(word, |(stem, _)| stem).to_owned()
    }

    fn join(&self, text: &str, tokens: &mut Vec<Token>) {
        glued::join(self, &KAZAKH, text, tokens);
    }
}

impl Morphology for Uzbek {
    fn has_chains(&self) -> bool {
        true
    }

    fn find(&self, word: &str, look: &dyn Fn(&str) -> Option<WordId>) -> Option<(WordId, Form)> {
        UZBEK.stem(word.as_bytes(), |stem| look(std::str::from_utf8(stem).ok()?))
    }

    fn has_script(&self) -> bool {
        true
    }

    fn fold(&self, letter: char, key: &mut Folded) {
        script::uzbek(letter, key);
    }

    fn guess(&self, word: &str) -> Form {
        UZBEK.case_ending(word).map_or(Form::NONE, |(_, form)| form)
    }

    fn without_case<'w>(&self, word: &'w str, form: Form) -> &'w str {
        UZBEK.bare(word, form)
    }

    fn name_stem<'w>(&self, word: &'w str) -> &'w str {
        UZBEK.case_ending(word).filter(|(stem, form)| is_name(stem, *form)).map_or(word, |(stem, _)| stem)
    }

    fn place_in_nominative(&self, word: &str) -> String {
        UZBEK.case_ending(word).map_or(word, |(stem, _)| stem).to_owned()
    }

    fn join(&self, text: &str, tokens: &mut Vec<Token>) {
        glued::join(self, &UZBEK, text, tokens);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn key(word: &str, fold: fn(char, &mut Vec<u8>)) -> String {
        let mut key = Vec::new();
        word.chars().for_each(|letter| fold(letter, &mut key));
        String::from_utf8(key).unwrap()
    }

    #[test]
    fn alphabets_of_kazakh_have_one_key() {
        for same in [
            ["сауда", "saýda", "sauda"],
            ["жұмыс", "jumys", "jūmys"],
            ["мыңнан", "myńnan", "mıñnan"],
            ["Өзбекстан", "О́zbekstan", "Özbekstan"],
            ["Түркістан", "Túrkistan", "Türkıstan"],
            ["инвестициялық", "ınvestısııalyq", "investisialyq"],
            ["айналымы", "aınalymy", "ainalymy"],
            ["ғылым", "ǵylym", "ğylym"],
            ["шаруашылығы", "sharýashylyǵy", "şaruaşylyğy"],
        ] {
            let keys = same.map(|word| key(&word.replace('\u{301}', ""), script::kazakh));
            assert!(keys.windows(2).all(|two| two[0] == two[1]), "{same:?}: {keys:?}");
        }
    }

    #[test]
    fn alphabets_of_uzbek_have_one_key() {
        for same in [
            ["ўзаро", "o‘zaro", "o'zaro", "oʻzaro", "o`zaro", "oʼzaro"],
            ["етди", "yetdi", "YETDI", "Yetdi", "етди", "yetdi"],
            ["этди", "etdi", "Etdi", "этди", "etdi", "ЭТДИ"],
            ["инвестиция", "investitsiya", "Инвестиция", "investitsiya", "investitsiya", "investitsiya"],
            ["ҳажми", "hajmi", "Hajmi", "ҲАЖМИ", "hajmi", "hajmi"],
            ["йиғилиш", "yig‘ilish", "yig'ilish", "yigʻilish", "yigʼilish", "Yig’ilish"],
            ["иқтисодиёт", "iqtisodiyot", "iqtisodiyot", "iqtisodiyot", "iqtisodiyot", "iqtisodiyot"],
        ] {
            let keys = same.map(|word| key(word, script::uzbek));
            assert!(keys.windows(2).all(|two| two[0] == two[1]), "{same:?}: {keys:?}");
        }
    }

    #[track_caller]
    fn check(language: &Turkic, fold: fn(char, &mut Vec<u8>), stems: &[&str], words: &str, expect: &Expect) {
        let stems: Vec<Vec<u8>> = stems.iter().map(|stem| key(stem, fold).into_bytes()).collect();
        let mut shown = String::new();
        for word in words.split_whitespace() {
            let look = |stem: &[u8]| stems.iter().find(|known| *known == stem).cloned();
            let found = language.stem(key(word, fold).as_bytes(), look);
            let found = found.map_or("-".to_owned(), |(stem, form)| {
                format!("{} {}", String::from_utf8(stem).unwrap(), form.names().join(" "))
            });
            shown += &format!("{word} = {found}\n");
        }
        expect.assert_eq(&shown);
    }

    #[test]
    fn chains_of_kazakh_come_off() {
        check(
            &KAZAKH,
            script::kazakh,
            &["ел", "доллар", "ынтымақтастық", "жет", "жеткіз", "құра", "сауда", "жыл", "жеті", "қор"],
            "елдеріміздің долларға долларлық ынтымақтастығын жетті жетеді жеткізуді құрап саудасындағы жылғы жетінші қорларымызға жетпек елу",
            &expect![[r#"
                елдеріміздің = el owner many own
                долларға = dollar to
                долларлық = dollar adjective
                ынтымақтастығын = intimaqtastiq object own
                жетті = jet object past
                жетеді = jet ahead
                жеткізуді = jetkiz object gerund
                құрап = qura along
                саудасындағы = sauda in of own
                жылғы = jil of
                жетінші = jeti ordinal
                қорларымызға = qor to many own
                жетпек = jet aim
                елу = el gerund
            "#]],
        );
    }

    #[test]
    fn chains_of_uzbek_come_off() {
        check(
            &UZBEK,
            script::uzbek,
            &[
                "dollar",
                "mln",
                "loyiha",
                "yet",
                "yetkaz",
                "oshir",
                "shartlik",
                "ming",
                "davlat",
                "rejalashtir",
            ],
            "долларигача mlnga loyihalarning yetdi yetadi yetkazish oshirmoqchi shartligi mingta davlatlarimizdagi rejalashtirilmoqda rejalashtirilgan",
            &expect![[r#"
                долларигача = dollar until own
                mlnga = mln to
                loyihalarning = loyiha owner many
                yetdi = yet past
                yetadi = yet ahead
                yetkazish = yetkaz gerund
                oshirmoqchi = oshir aim
                shartligi = shartlik own
                mingta = ming count
                davlatlarimizdagi = davlat in of many own
                rejalashtirilmoqda = rejalashtir now
                rejalashtirilgan = rejalashtir past
            "#]],
        );
    }

    #[test]
    fn endings_stand_alone() {
        assert_eq!(KAZAKH.ending(b"tan"), Some(Form::FROM));
        assert_eq!(UZBEK.ending(b"ga"), Some(Form::TO));
        assert_eq!(UZBEK.ending(b"aprel"), None);
    }
}
