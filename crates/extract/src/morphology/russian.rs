//! Russian: the forms of nouns, adjectives and past verbs, written out from the ending of the listed word.
//!
//! The lists name nouns and adjectives in the nominative and verbs in the masculine past. What class a word is of
//! is told by its ending; where an ending leaves two classes open, the forms of both are written out: a form that no
//! word has is in no text.

use super::{Case, Morphology};

/// The morphology of Russian.
pub(crate) struct Russian;

/// An ending and what it says.
type Ending = (&'static str, Case);

/// A shorter word is one of structure and has no forms.
const SHORTEST: usize = 3;

const CONSONANT: &[Ending] = &[
    ("а", Case::Of),
    ("у", Case::To),
    ("ом", Case::By),
    ("ем", Case::By),
    ("е", Case::In),
    ("ы", Case::Plain),
    ("и", Case::Plain),
    ("ов", Case::Of),
    ("ев", Case::Of),
    ("ей", Case::Of),
    ("ам", Case::To),
    ("ами", Case::By),
    ("ах", Case::In),
    ("о", Case::Plain),
];
const SOFT: &[Ending] = &[
    ("я", Case::Of),
    ("ю", Case::To),
    ("ем", Case::By),
    ("ём", Case::By),
    ("е", Case::In),
    ("и", Case::Of),
    ("ью", Case::By),
    ("ей", Case::Of),
    ("ев", Case::Of),
    ("ям", Case::To),
    ("ями", Case::By),
    ("ях", Case::In),
];
const FEMININE: &[Ending] = &[
    ("ы", Case::Of),
    ("и", Case::Of),
    ("е", Case::In),
    ("у", Case::Object),
    ("ой", Case::By),
    ("ою", Case::By),
    ("ей", Case::By),
    ("", Case::Of),
    ("ам", Case::To),
    ("ами", Case::By),
    ("ах", Case::In),
];
const FEMININE_SOFT: &[Ending] = &[
    ("и", Case::Of),
    ("е", Case::In),
    ("ю", Case::Object),
    ("ей", Case::By),
    ("ь", Case::Of),
    ("й", Case::Of),
    ("ям", Case::To),
    ("ями", Case::By),
    ("ях", Case::In),
];
const NEUTER: &[Ending] = &[
    ("а", Case::Of),
    ("у", Case::To),
    ("ом", Case::By),
    ("е", Case::In),
    ("", Case::Of),
    ("ам", Case::To),
    ("ами", Case::By),
    ("ах", Case::In),
];
/// Behind -и-: соглашение, предприятие.
const NEUTER_SOFT: &[Ending] = &[
    ("я", Case::Of),
    ("ю", Case::To),
    ("ем", Case::By),
    ("и", Case::In),
    ("й", Case::Of),
    ("ям", Case::To),
    ("ями", Case::By),
    ("ях", Case::In),
];
const PLURAL: &[Ending] = &[
    ("", Case::Of),
    ("ов", Case::Of),
    ("ев", Case::Of),
    ("ей", Case::Of),
    ("ь", Case::Of),
    ("ам", Case::To),
    ("ами", Case::By),
    ("ах", Case::In),
    ("ям", Case::To),
    ("ями", Case::By),
    ("ях", Case::In),
];
const PLURAL_SOFT: &[Ending] =
    &[("й", Case::Of), ("ев", Case::Of), ("ям", Case::To), ("ями", Case::By), ("ях", Case::In)];

/// The endings of adjectives, hard and soft.
const ADJECTIVE: &[&str] = &[
    "ый", "ий", "ой", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ая", "яя", "ей", "ую", "юю", "ою",
    "ею", "ое", "ее", "ые", "ие", "ых", "их", "ыми", "ими", "о",
];

/// The nominatives by which an adjective is known.
const ADJECTIVES: &[&str] = &["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие"];

/// The name of a place that ends with a consonant has at least so many letters.
const PLACE: usize = 3;

impl Morphology for Russian {
    fn name_stem<'w>(&self, word: &'w str) -> &'w str {
        name_stem(word)
    }

    fn name_in_nominative(&self, word: &str, case: Case) -> String {
        name_in_nominative(word, case)
    }

    /// Самарканде, Костанае, Казани; a city in -а cannot be told from one in a consonant, which is commoner.
    fn place_in_nominative(&self, word: &str) -> String {
        let vowel = |stem: &str| stem.ends_with(['а', 'о', 'у', 'е', 'ы', 'и']);
        match (word.strip_suffix('е'), word.strip_suffix('и')) {
            (Some(stem), _) if vowel(stem) => format!("{stem}й"),
            // "Алма-Ате": what is as short ends with a vowel.
            (Some(stem), _) if stem.chars().count() < PLACE => format!("{stem}а"),
            (Some(stem), _) => stem.to_owned(),
            (_, Some(stem)) if stem.ends_with(['н', 'р', 'л', 'т']) => format!("{stem}ь"),
            _ => word.to_owned(),
        }
    }

    fn state(&self, name: &str) -> Option<String> {
        (!name.contains(' ')).then(|| format!("Республика {name}"))
    }

    fn joined(&self, adjective: &str, add: &mut dyn FnMut(String)) {
        // "Российско-", "немецко-"
        if let Some(stem) = adjective.strip_suffix("ий").filter(|stem| stem.ends_with(['к'])) {
            add(format!("{stem}о!"));
        }
        // "Туркмено-"; a short stem would be another word.
        let stem = adjective.strip_suffix("ский").filter(|stem| stem.chars().count() >= JOINED);
        if let Some(stem) = stem {
            add(format!("{stem}о!"));
        }
    }

    fn forms(&self, word: &str, add: &mut dyn FnMut(&str, Case)) {
        if word.chars().count() < SHORTEST || !word.chars().all(|c| matches!(c, 'а'..='я')) {
            return;
        }
        let mut form = String::with_capacity(2 * word.len());
        let mut write = |stem: &str, endings: &[Ending]| {
            form.clear();
            form.push_str(stem);
            for (ending, case) in endings {
                form.truncate(stem.len());
                form.push_str(ending);
                add(&form, *case);
            }
        };
        nouns(word, &mut write);
        verbs(word, &mut write);
        // "Подписание" is no adjective of "подписано".
        if ["ание", "яние", "ение"].iter().any(|ending| word.ends_with(ending)) {
            return;
        }
        for nominative in ADJECTIVES {
            let Some(stem) = word.strip_suffix(nominative).filter(|stem| stem.chars().count() >= 2) else {
                continue;
            };
            ADJECTIVE.iter().for_each(|ending| write(stem, &[(ending, Case::Plain)]));
        }
    }
}

/// An adjective joins another by a stem of at least so many letters.
const JOINED: usize = 4;

/// Endings of names in any case, the longest first.
const NAME_ENDINGS: &[&str] = &[
    "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ой", "ей", "ий", "а", "я", "у", "ю", "е", "ы", "и",
    "й", "ь",
];

/// The stem of a name keeps at least so many letters.
const NAME_STEM: usize = 3;

fn name_stem(word: &str) -> &str {
    let long = |stem: &&str| stem.chars().count() >= NAME_STEM;
    let stem = NAME_ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(long)).unwrap_or(word);
    // Сергей, Сергея; Дмитрий, Дмитрием; Игорь, Игоря
    let shorter = stem.strip_suffix(['е', 'и', 'ь', 'й']).filter(long);
    shorter.unwrap_or(stem)
}

/// What a name that ends so in a case ends in in the nominative: case, ending, what must stand before it, nominative.
const NAMES: &[(Case, &str, &str, &str)] = &[
    (Case::Of, "цкого", "", "цкий"),
    (Case::Of, "ского", "", "ский"),
    (Case::Of, "ой", "", "а"),
    (Case::Of, "ии", "", "ия"),
    (Case::Of, "ы", "", "а"),
    (Case::Of, "я", "аеиоуы", "й"),
    (Case::Of, "я", "", "ь"),
    (Case::Of, "а", "", ""),
    (Case::Of, "у", "", "а"),
    (Case::Of, "ию", "", "ия"),
    (Case::To, "цкому", "", "цкий"),
    (Case::To, "скому", "", "ский"),
    (Case::To, "ой", "", "а"),
    (Case::To, "у", "", ""),
    (Case::To, "ю", "аеиоуы", "й"),
    (Case::To, "ю", "", "ь"),
    (Case::By, "цким", "", "цкий"),
    (Case::By, "ским", "", "ский"),
    (Case::By, "ым", "вн", ""),
    (Case::By, "ом", "", ""),
    (Case::By, "ем", "аеиоуы", "й"),
    (Case::By, "ем", "рлнт", "ь"),
    (Case::By, "ем", "", ""),
    (Case::By, "ой", "", "а"),
    (Case::By, "ией", "", "ия"),
];

fn name_in_nominative(word: &str, case: Case) -> String {
    let fits = |(of, ending, before, nominative): &(Case, &str, &str, &str)| {
        let stem = word.strip_suffix(ending).filter(|stem| *of == case && stem.chars().count() >= 2)?;
        let right = before.is_empty() || stem.ends_with(|c| before.contains(c));
        right.then(|| format!("{stem}{nominative}"))
    };
    NAMES.iter().find_map(fits).unwrap_or_else(|| word.to_owned())
}

/// Writes out the forms of a word as a noun.
fn nouns(word: &str, write: &mut impl FnMut(&str, &[Ending])) {
    let Some((at, last)) = word.char_indices().last() else { return };
    let (stem, before) = (&word[..at], word[..at].chars().last());
    match last {
        'а' => {
            write(stem, FEMININE);
            // поставка, поставок
            if let Some(root) = stem.strip_suffix('к') {
                write(root, &[("ок", Case::Of), ("ек", Case::Of)]);
            }
        }
        'я' => write(stem, FEMININE_SOFT),
        'о' => write(stem, NEUTER),
        'е' if before == Some('и') => write(stem, NEUTER_SOFT),
        'й' | 'ь' => {
            write(stem, SOFT);
            // уровень, уровня
            if let Some(root) = stem.strip_suffix("ен") {
                write(&format!("{root}н"), SOFT);
            }
        }
        'ы' => write(stem, PLURAL),
        'и' if before == Some('и') => write(stem, PLURAL_SOFT),
        'и' => {
            write(stem, PLURAL);
            // поставки, поставок
            if let Some(root) = stem.strip_suffix('к') {
                write(root, &[("ок", Case::Of), ("ек", Case::Of)]);
            }
        }
        'е' | 'у' | 'ю' | 'э' => {}
        _ => {
            write(word, CONSONANT);
            // рынок, рынка; казахстанец, казахстанца; посол, посла; Египет, Египта
            for (ending, rest) in [("ок", "к"), ("ец", "ц"), ("ол", "л"), ("ет", "т")] {
                if let Some(root) = word.strip_suffix(ending).filter(|root| root.chars().count() >= 3) {
                    write(&format!("{root}{rest}"), CONSONANT);
                }
            }
            // россиянин, россияне
            if let Some(root) = word.strip_suffix("ин").filter(|root| root.ends_with('н')) {
                write(root, &[("е", Case::Plain), ("", Case::Of), ("ам", Case::To), ("ами", Case::By)]);
            }
        }
    }
}

/// Writes out the forms of a word as a verb in the past: составил, увеличился.
fn verbs(word: &str, write: &mut impl FnMut(&str, &[Ending])) {
    let past = [("а", Case::Plain), ("о", Case::Plain), ("и", Case::Plain)];
    if word.ends_with('л') {
        write(word, &past);
    }
    if let Some(stem) = word.strip_suffix("ся").filter(|stem| stem.ends_with('л')) {
        write(stem, &[("ась", Case::Plain), ("ось", Case::Plain), ("ись", Case::Plain)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, forms: &[&str]) {
        let mut found = Vec::new();
        Russian.forms(word, &mut |form, _| found.push(form.to_owned()));
        for form in forms {
            assert!(found.iter().any(|found| found == form), "{word}: {form} is not in {found:?}");
        }
    }

    #[test]
    fn writes_out_the_forms_of_nouns() {
        check("товарооборот", &["товарооборота", "товарообороту", "товарооборотом", "товарообороте"]);
        check("поставка", &["поставки", "поставок", "поставкам", "поставку"]);
        check("торговля", &["торговли", "торговлю", "торговлей"]);
        check("россия", &["россии", "россию", "россией"]);
        check("область", &["области", "областью", "областей", "областях"]);
        check("уровень", &["уровня", "уровне"]);
        check("соглашение", &["соглашения", "соглашений", "соглашениями"]);
        check("инвестиции", &["инвестиций", "инвестициями"]);
        check("партнеры", &["партнеров", "партнерам"]);
        check("рынок", &["рынка", "рынков"]);
        check("место", &["места", "мест"]);
        check("рабочие", &["рабочих", "рабочими"]);
    }

    #[test]
    fn writes_out_the_forms_of_adjectives_and_verbs() {
        check("казахстанский", &["казахстанского", "казахстанской", "казахстанско", "казахстанские"]);
        check("взаимная", &["взаимной", "взаимную", "взаимный"]);
        check("составил", &["составила", "составило", "составили"]);
        check("увеличился", &["увеличилась", "увеличилось"]);
        check("реализован", &["реализовано", "реализованы"]);
    }

    #[test]
    fn names_are_one_in_all_cases() {
        for (nominative, case, form) in [
            ("Олжас", Case::By, "Олжасом"),
            ("Бектенов", Case::By, "Бектеновым"),
            ("Арипов", Case::Of, "Арипова"),
            ("Сергей", Case::Of, "Сергея"),
            ("Дмитрий", Case::By, "Дмитрием"),
            ("Игорь", Case::To, "Игорю"),
            ("Касым-Жомарт", Case::Of, "Касым-Жомарта"),
            ("Новицкий", Case::By, "Новицким"),
            ("Эмомали", Case::By, "Эмомали"),
        ] {
            assert_eq!(name_in_nominative(form, case), nominative);
            assert_eq!(name_stem(form), name_stem(nominative), "{form}");
        }
    }

    #[test]
    fn tells_the_case_of_a_form() {
        let mut found = Vec::new();
        Russian.forms("узбекистан", &mut |form, case| found.push((form.to_owned(), case)));
        assert!(found.contains(&("узбекистана".to_owned(), Case::Of)));
        assert!(found.contains(&("узбекистане".to_owned(), Case::In)));
        assert!(found.contains(&("узбекистаном".to_owned(), Case::By)));
    }
}
