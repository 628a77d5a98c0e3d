//! One form for the alphabets that a language is written in, letter by letter, without losing offsets.
//!
//! A key is what a word of the text and a word of a pack have in common; nobody reads it. Kazakh stands in Cyrillic
//! and in two Latin alphabets, of 2018 (á ǵ ı ń ó ú ý) and of 2021 (ä ğ i ñ ö ü ū), that use i, ı, y, u and ú for
//! different sounds; its key has one letter where they disagree. Uzbek stands in Cyrillic and in Latin, with any of
//! six signs for the apostrophe of o‘ and g‘ or none; its key has none.

/// A key that is being written.
pub(crate) trait Key {
    /// Adds letters.
    fn add(&mut self, letters: &str);
    /// The letter added last; nothing before the first.
    fn last(&self) -> Option<u8>;
}

/// Adds a letter of a Kazakh word to its key.
pub(super) fn kazakh(letter: char, key: &mut impl Key) {
    let letters = match letter {
        'а' | 'А' | 'ә' | 'Ә' | 'á' | 'Á' | 'ä' | 'Ä' | 'ə' | 'Ə' | 'A' => "a",
        'б' | 'Б' | 'B' => "b",
        'в' | 'В' | 'V' => "v",
        'г' | 'Г' | 'ғ' | 'Ғ' | 'ǵ' | 'Ǵ' | 'ğ' | 'Ğ' | 'G' => "g",
        'д' | 'Д' | 'D' => "d",
        'е' | 'Е' | 'э' | 'Э' | 'E' => "e",
        'ж' | 'Ж' | 'J' => "j",
        'з' | 'З' | 'Z' => "z",
        // The sounds of ы, і, и and й: Latin alphabets write any of them with any of these.
        'и' | 'И' | 'й' | 'Й' | 'ы' | 'Ы' | 'і' | 'І' | 'ı' | 'I' | 'İ' | 'i' | 'í' | 'Í' | 'y' | 'Y' =>
        {
            if key.last() != Some(b'i') {
                key.add("i");
            }
            return;
        }
        'к' | 'К' | 'K' => "k",
        'қ' | 'Қ' | 'Q' => "q",
        'л' | 'Л' | 'L' => "l",
        'м' | 'М' | 'M' => "m",
        'н' | 'Н' | 'ң' | 'Ң' | 'ń' | 'Ń' | 'ñ' | 'Ñ' | 'ŋ' | 'N' => "n",
        'о' | 'О' | 'ө' | 'Ө' | 'ó' | 'Ó' | 'ö' | 'Ö' | 'O' => "o",
        'п' | 'П' | 'P' => "p",
        'р' | 'Р' | 'R' => "r",
        'с' | 'С' | 'ц' | 'Ц' | 'S' | 'c' | 'C' => "s",
        'т' | 'Т' | 'T' => "t",
        'у' | 'У' | 'ұ' | 'Ұ' | 'ү' | 'Ү' | 'ý' | 'Ý' | 'ú' | 'Ú' | 'ü' | 'Ü' | 'ū' | 'Ū' | 'w' | 'W'
        | 'U' => "u",
        'ф' | 'Ф' | 'F' => "f",
        'х' | 'Х' | 'һ' | 'Һ' | 'x' | 'X' | 'H' => "h",
        'ч' | 'Ч' => "ch",
        'ш' | 'Ш' | 'щ' | 'Щ' | 'ş' | 'Ş' => "sh",
        'ё' | 'Ё' => return letters_of(['i', 'o'], key),
        'ю' | 'Ю' => return letters_of(['i', 'u'], key),
        'я' | 'Я' => return letters_of(['i', 'a'], key),
        'ь' | 'Ь' | 'ъ' | 'Ъ' => return,
        _ if crate::token::is_apostrophe(letter) => return,
        _ => return other(letter, key),
    };
    key.add(letters);
}

/// The two sounds of я, ю and ё, the first of them not written twice behind itself.
fn letters_of(sounds: [char; 2], key: &mut impl Key) {
    sounds.into_iter().for_each(|sound| kazakh(sound, key));
}

/// Adds a letter of an Uzbek word to its key.
pub(super) fn uzbek(letter: char, key: &mut impl Key) {
    let vowel = matches!(key.last(), None | Some(b'a' | b'e' | b'i' | b'o' | b'u'));
    let letters = match letter {
        'а' | 'А' | 'A' => "a",
        'б' | 'Б' | 'B' => "b",
        'в' | 'В' | 'V' | 'w' | 'W' => "v",
        'г' | 'Г' | 'ғ' | 'Ғ' | 'ğ' | 'Ğ' | 'G' => "g",
        'д' | 'Д' | 'D' => "d",
        // At the beginning of a word and behind a vowel the letter is ye: етди, yetdi.
        'е' | 'Е' if vowel => "ye",
        'е' | 'Е' | 'э' | 'Э' | 'E' => "e",
        'ж' | 'Ж' | 'J' => "j",
        'з' | 'З' | 'Z' => "z",
        'и' | 'И' | 'ы' | 'Ы' | 'I' | 'ı' | 'İ' => "i",
        'й' | 'Й' | 'Y' => "y",
        'к' | 'К' | 'K' => "k",
        'қ' | 'Қ' | 'Q' => "q",
        'л' | 'Л' | 'L' => "l",
        'м' | 'М' | 'M' => "m",
        'н' | 'Н' | 'N' => "n",
        'о' | 'О' | 'ў' | 'Ў' | 'ö' | 'Ö' | 'õ' | 'Õ' | 'O' => "o",
        'п' | 'П' | 'P' => "p",
        'р' | 'Р' | 'R' => "r",
        // Behind a vowel ц is ts: инвестиция, investitsiya; elsewhere s: концерн, konsern.
        'ц' | 'Ц' if vowel && key.last().is_some() => "ts",
        'с' | 'С' | 'ц' | 'Ц' | 'S' => "s",
        'т' | 'Т' | 'T' => "t",
        'у' | 'У' | 'U' => "u",
        'ф' | 'Ф' | 'F' => "f",
        'х' | 'Х' | 'ҳ' | 'Ҳ' | 'x' | 'X' | 'H' => "h",
        'ч' | 'Ч' | 'ç' | 'Ç' => "ch",
        'ш' | 'Ш' | 'щ' | 'Щ' | 'ş' | 'Ş' => "sh",
        'ё' | 'Ё' => "yo",
        'ю' | 'Ю' => "yu",
        'я' | 'Я' => "ya",
        'ь' | 'Ь' | 'ъ' | 'Ъ' => return,
        _ if crate::token::is_apostrophe(letter) => return,
        _ => return other(letter, key),
    };
    key.add(letters);
}

/// A letter of neither alphabet, in lower case.
fn other(letter: char, key: &mut impl Key) {
    let mut utf8 = [0; 4];
    letter.to_lowercase().for_each(|lower| key.add(lower.encode_utf8(&mut utf8)));
}
