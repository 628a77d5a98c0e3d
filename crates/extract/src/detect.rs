//! The language of a text, from its beginning.

use entente_model::Lang;

/// As much of a text as is looked at, in bytes.
const LOOKED_AT: usize = 2048;

/// Frequent short words of each language, in the script that they are looked up in.
const FREQUENT: [(Lang, &[&str]); 6] = [
    (
        Lang::En,
        &[
            "the", "of", "and", "in", "to", "is", "for", "on", "that", "with", "by", "from", "was", "are",
            "has", "at", "will", "it",
        ],
    ),
    (
        Lang::Ru,
        &[
            "и",
            "в",
            "на",
            "с",
            "по",
            "что",
            "из",
            "для",
            "от",
            "до",
            "не",
            "к",
            "за",
            "как",
            "года",
            "его",
            "между",
            "о",
            "это",
            "были",
            "также",
        ],
    ),
    (
        Lang::Kk,
        &[
            "және",
            "мен",
            "бен",
            "пен",
            "үшін",
            "бойынша",
            "деп",
            "осы",
            "екі",
            "туралы",
            "жылы",
            "бұл",
            "елдің",
            "болды",
            "дейін",
            "өзара",
            "арасындағы",
        ],
    ),
    (
        Lang::Kk,
        &[
            "jáne",
            "men",
            "ben",
            "pen",
            "úshin",
            "boıynsha",
            "dep",
            "osy",
            "eki",
            "týraly",
            "jyly",
            "bul",
            "arasyndaǵy",
            "boldy",
            "deıin",
            "ózara",
        ],
    ),
    (
        Lang::Uz,
        &[
            "va",
            "bilan",
            "uchun",
            "bu",
            "ham",
            "bo'yicha",
            "deb",
            "ikki",
            "o'rtasida",
            "o'rtasidagi",
            "yil",
            "haqida",
            "o'zaro",
            "edi",
            "bo'ldi",
            "esa",
            "hamda",
            "dollarga",
            "foiz",
            "mln",
        ],
    ),
    (
        Lang::Uz,
        &[
            "ва",
            "билан",
            "учун",
            "бу",
            "ҳам",
            "бўйича",
            "деб",
            "икки",
            "ўртасида",
            "ўртасидаги",
            "йил",
            "ҳақида",
            "ўзаро",
            "эди",
            "бўлди",
            "эса",
            "ҳамда",
        ],
    ),
];

/// Letters that only one of the languages has.
const TELLING: [(Lang, &[char]); 4] = [
    (Lang::Kk, &['ә', 'ғ', 'ң', 'ө', 'ұ', 'ү', 'і', 'ǵ', 'ń', 'ý']),
    (Lang::Uz, &['ў', 'ҳ']),
    (Lang::Ru, &['щ', 'ы']),
    (Lang::Kk, &['ı', 'á']),
];

/// Returns the language of a text by its first 2 KB; `Und` where it is none of ours.
///
/// Frequent words count most; letters that only one language has decide between the Cyrillic ones.
#[must_use]
pub fn detect(text: &str) -> Lang {
    let looked_at = &text[..text.floor_char_boundary(LOOKED_AT)];
    let mut scores = [0_u32; 4];
    let (mut words, mut word) = (0_u32, String::new());
    for c in looked_at.chars().chain([' ']) {
        if c.is_alphabetic() || crate::token::is_apostrophe(c) && !word.is_empty() {
            let c = if crate::token::is_apostrophe(c) { '\'' } else { c };
            word.extend(c.to_lowercase());
            count(&mut scores, TELLING.iter().filter(|(_, letters)| word.ends_with(*letters)), 1);
        } else if !word.is_empty() {
            let plain = word.trim_end_matches('\'');
            count(&mut scores, FREQUENT.iter().filter(|(_, list)| list.contains(&plain)), 4);
            words += 1;
            word.clear();
        }
    }
    // Half a frequent word in ten is little; a text of ours has far more.
    let (best, lang) =
        scores.into_iter().zip(Lang::ALL).max_by_key(|(score, _)| *score).unwrap_or((0, Lang::Und));
    if best > 0 && best * 5 >= words { lang } else { Lang::Und }
}

fn count<'a, T: 'a>(scores: &mut [u32; 4], found: impl Iterator<Item = &'a (Lang, T)>, weight: u32) {
    for (lang, _) in found {
        if let Some(at) = Lang::ALL.iter().position(|known| known == lang) {
            scores[at] += weight;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_four_languages_and_others() {
        for (text, lang) in [
            ("Trade between the two countries grew by a fifth.", Lang::En),
            ("Товарооборот между странами вырос на пятую часть за год.", Lang::Ru),
            ("Екі ел арасындағы тауар айналымы өсті және жаңа жобалар басталды.", Lang::Kk),
            ("Eki el arasyndaǵy taýar aınalymy ósti jáne jańa jobalar bastaldy.", Lang::Kk),
            ("Ikki davlat o‘rtasidagi savdo aylanmasi oshdi va yangi loyihalar boshlandi.", Lang::Uz),
            ("Икки давлат ўртасидаги савдо айланмаси ошди ва янги лойиҳалар бошланди.", Lang::Uz),
            ("Der Handel zwischen den beiden Ländern wuchs um ein Fünftel.", Lang::Und),
            ("两国贸易额增长了五分之一。", Lang::Und),
            ("", Lang::Und),
            ("12345 !!! 678", Lang::Und),
        ] {
            assert_eq!(detect(text), lang, "{text}");
        }
    }
}
