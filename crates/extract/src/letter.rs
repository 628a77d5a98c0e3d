//! Letters, the ones that texts are full of told without a look into the tables of Unicode.

/// Says whether a character is a letter.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | 'А'..='я' | 'ё' | 'Ё' => true,
        '\0'..='\u{7f}' => false,
        _ => c.is_alphabetic(),
    }
}

/// Says whether a letter is a capital.
pub(crate) fn is_capital(c: char) -> bool {
    match c {
        'A'..='Z' | 'А'..='Я' | 'Ё' => true,
        '\0'..='\u{7f}' | 'а'..='я' | 'ё' => false,
        _ => c.is_uppercase(),
    }
}

/// Returns a letter in lower case, where that is one letter.
pub(crate) fn small(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\0'..='\u{7f}' | 'а'..='я' | 'ё' => c,
        // In the basic Cyrillic alphabet the small letters stand 32 places behind the capitals.
        'А'..='Я' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
        _ if c.is_uppercase() => c.to_lowercase().next().unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_unicode() {
        for c in '\0'..='\u{2fff}' {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_capital(c), c.is_uppercase(), "{c:?}");
            if c.to_lowercase().count() == 1 {
                assert_eq!(
                    Some(small(c)),
                    c.to_lowercase().next().filter(|_| c.is_uppercase()).or(Some(c)),
                    "{c:?}"
                );
            }
        }
    }
}
