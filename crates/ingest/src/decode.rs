//! Bytes to normalised text: the encoding is found, the byte order mark dropped, CRLF becomes LF, and nothing
//! else changes.
//!
//! The encoding is, in this order: what a byte order mark says; UTF-16 where every second byte shows it; UTF-8
//! where the bytes are valid UTF-8, whatever the page says of itself (no other encoding is valid UTF-8 by
//! chance); what the HTTP header says; what the HTML or the XML declaration says; UTF-8 with a few broken bytes; a guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use thiserror::Error;

/// The longest input that is read, in bytes.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// How far into a page its own statement of its encoding is looked for.
const META_REACH: usize = 4096;

/// How many of the first bytes show whether they are UTF-16.
const UTF_16_REACH: usize = 4096;

/// A text and the encoding that it was found in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The normalised text.
    pub text: String,
    /// The encoding's name, as the WHATWG's Encoding Standard writes it.
    pub encoding: &'static str,
}

/// Why bytes are no text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DecodeError {
    /// The bytes are a file of another kind.
    #[error(
        "\"{name}\" is not a text: it looks like {looks_like}; give plain text, HTML, a feed, PDF or DOCX"
    )]
    Binary {
        /// The name of the input.
        name: String,
        /// What the bytes look like.
        looks_like: &'static str,
    },
    /// The bytes are text in no encoding that could be found.
    #[error(
        "\"{name}\" is in no encoding that could be found; save it as UTF-8 (UTF-16 and windows-1251 are read too)"
    )]
    Undecodable {
        /// The name of the input.
        name: String,
    },
    /// The input is too long.
    #[error("\"{name}\" is longer than {} MB, the most that is read; split it", MAX_BYTES / (1024 * 1024))]
    TooLarge {
        /// The name of the input.
        name: String,
    },
}

/// Decodes the bytes of an input that is called `name` in messages.
///
/// `charset` is the encoding that an HTTP header names. No bytes are an empty text.
///
/// # Errors
/// When the bytes are binary, in no known encoding, or too many.
pub fn decode(name: &str, bytes: &[u8], charset: Option<&str>) -> Result<Decoded, DecodeError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(DecodeError::TooLarge { name: name.to_owned() });
    }
    if let Some(looks_like) = magic(bytes) {
        return Err(DecodeError::Binary { name: name.to_owned(), looks_like });
    }
    let (text, encoding) = decode_as_found(bytes, charset);
    if text.contains('\0') {
        return Err(DecodeError::Binary {
            name: name.to_owned(),
            looks_like: "binary data (it holds NUL bytes)",
        });
    }
    if !reads_as_text(&text) {
        return Err(DecodeError::Undecodable { name: name.to_owned() });
    }
    Ok(Decoded { text: without_carriage_returns(text), encoding: encoding.name() })
}

/// Returns the charset that a content type names.
#[must_use]
pub fn charset_of(content_type: &str) -> Option<&str> {
    content_type.split(';').skip(1).find_map(|parameter| {
        let (key, value) = parameter.split_once('=')?;
        key.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches(['"', '\'']))
    })
}

fn decode_as_found(bytes: &[u8], charset: Option<&str>) -> (String, &'static Encoding) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return (lossy(encoding, &bytes[length..]), encoding);
    }
    if let Some(encoding) = bare_utf_16(bytes) {
        return (lossy(encoding, bytes), encoding);
    }
    let by_header = charset.and_then(encoding_of_label);
    if let Ok(text) = std::str::from_utf8(bytes)
        && (!bytes.is_ascii() || by_header.is_none_or(Encoding::is_ascii_compatible))
    {
        return (text.to_owned(), UTF_8);
    }
    let declared = by_header.or_else(|| xml_encoding(bytes)).or_else(|| meta_encoding(bytes));
    // A UTF-8 page with a few bytes cut or broken is still UTF-8, even where it claims to be something else.
    if mostly_utf_8(bytes) {
        return (lossy(UTF_8, bytes), UTF_8);
    }
    if let Some(encoding) = declared
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return (text.into_owned(), encoding);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    (lossy(guess, bytes), guess)
}

fn lossy(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// Returns the encoding that a label names, where pages that bear it are likely to mean it.
fn encoding_of_label(label: &str) -> Option<&'static Encoding> {
    // ISO-8859-1, which the standard reads as windows-1252, is what servers say when nobody set anything.
    Encoding::for_label(label.as_bytes())
        .filter(|&encoding| encoding != UTF_8 && encoding != WINDOWS_1252 && encoding.name() != "replacement")
}

/// Returns the encoding that an XML declaration names at the beginning of the bytes.
fn xml_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(META_REACH)].trim_ascii_start().strip_prefix(b"<?xml")?;
    let declaration = &head[..find(head, b"?>")?];
    let value = declaration[find(declaration, b"encoding")? + b"encoding".len()..].trim_ascii_start();
    let value = value.strip_prefix(b"=")?.trim_ascii_start();
    let quote = *value.first().filter(|&&b| b == b'"' || b == b'\'')?;
    let label = value[1..].split(|&b| b == quote).next()?;
    // Bytes in which a declaration can be read are no UTF-16, whatever they say.
    encoding_of_label(std::str::from_utf8(label).ok()?).filter(|encoding| encoding.is_ascii_compatible())
}

/// Returns the encoding that `<meta charset>` or `<meta http-equiv>` names among the first bytes.
fn meta_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(META_REACH)].to_ascii_lowercase();
    let mut rest = head.as_slice();
    while let Some(at) = find(rest, b"<meta") {
        rest = &rest[at + b"<meta".len()..];
        let tag = &rest[..rest.iter().position(|&b| b == b'>').unwrap_or(rest.len())];
        if let Some(at) = find(tag, b"charset") {
            let value = tag[at + b"charset".len()..].trim_ascii_start();
            let Some(value) = value.strip_prefix(b"=") else { continue };
            let label: String = value
                .iter()
                .map(|&b| char::from(b))
                .skip_while(|c| c.is_whitespace() || *c == '"' || *c == '\'')
                .take_while(|c| c.is_ascii_alphanumeric() || "-_:".contains(*c))
                .collect();
            // Bytes in which "<meta" can be read are no UTF-16, whatever they say.
            return encoding_of_label(&label).filter(|encoding| encoding.is_ascii_compatible());
        }
    }
    None
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

/// Finds UTF-16 without a byte order mark by its high bytes: 00 for Latin letters, digits and spaces, 04 for
/// Cyrillic ones. A text in another encoding has neither.
fn bare_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(UTF_16_REACH)];
    let units = head.len() / 2;
    let high = |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&b| b == 0 || b == 4).count();
    let (even, odd) = (high(0), high(1));
    let (many, few) = (units.div_ceil(2) + units / 10, units / 5);
    match units {
        0 => None,
        _ if odd >= many && even <= few => Some(UTF_16LE),
        _ if even >= many && odd <= few => Some(UTF_16BE),
        _ => None,
    }
}

/// Tells whether the bytes hold real UTF-8 sequences and only a few broken ones.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut sequences, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sequences += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sequences > 20 * broken
}

/// Tells whether what was decoded is text: hardly any control characters or characters that stand for errors.
fn reads_as_text(text: &str) -> bool {
    // Most texts hold hardly a byte that any of those opens with, and are looked at no further.
    let suspect = |byte: &u8| {
        *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || matches!(byte, 0x7f | 0xc2 | 0xef)
    };
    let most = text.as_bytes().iter().filter(|byte| suspect(byte)).count();
    let fewest_characters = text.len() / 4;
    if most * 20 <= fewest_characters {
        return true;
    }
    let (mut total, mut bad) = (0_usize, 0_usize);
    for c in text.chars() {
        total += 1;
        bad += usize::from(c == '\u{FFFD}' || (c.is_control() && !"\t\n\r\u{c}\u{85}".contains(c)));
    }
    bad * 20 <= total
}

fn without_carriage_returns(text: String) -> String {
    if text.contains("\r\n") { text.replace("\r\n", "\n") } else { text }
}

/// Names the kind of file that the first bytes belong to, where it is one that people give by mistake.
fn magic(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 17] = [
        (b"%PDF-", "a PDF file"),
        (b"PK\x03\x04", "a ZIP archive, which DOCX, XLSX and ODT files are"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Word or Excel file"),
        (b"{\\rtf", "an RTF file"),
        (b"\x1F\x8B", "a gzip file"),
        (b"\x28\xB5\x2F\xFD", "a Zstandard file"),
        (b"BZh9", "a bzip2 file"),
        (b"\xFD7zXZ\0", "an xz file"),
        (b"7z\xBC\xAF\x27\x1C", "a 7z archive"),
        (b"Rar!\x1A\x07", "a RAR archive"),
        (b"\x89PNG", "a PNG image"),
        (b"\xFF\xD8\xFF", "a JPEG image"),
        (b"GIF8", "a GIF image"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"\x7FELF", "a program"),
        (b"PAR1", "a Parquet file"),
        (b"\x00asm", "a program"),
    ];
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some("a WebP image");
    }
    MAGIC.iter().find(|(prefix, _)| bytes.starts_with(prefix)).map(|&(_, what)| what)
}

#[cfg(test)]
mod tests {
    use super::{DecodeError, MAX_BYTES, decode};
    use encoding_rs::{Encoding, IBM866, ISO_8859_5, KOI8_R, WINDOWS_1251};
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    const RUSSIAN: &str = "Товарооборот двух стран вырос до 4,5 млрд долларов, сообщила пресс-служба.\n";
    const KAZAKH: &str = "Екі ел арасындағы тауар айналымы 4,5 млрд долларға жетті.\n";
    const ENGLISH: &str = "Trade between the two countries reached $4.5 billion – a record.\n";

    #[track_caller]
    fn check(bytes: &[u8], charset: Option<&str>, text: &str, encoding: &str) {
        let decoded = decode("a.txt", bytes, charset).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
    }

    fn encoded(encoding: &'static Encoding, text: &str) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    fn utf_16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    }

    #[test]
    fn a_byte_order_mark_names_the_encoding_and_is_dropped() {
        check(b"\xEF\xBB\xBFa", Some("windows-1251"), "a", "UTF-8");
        check(&[b"\xFF\xFE", utf_16(RUSSIAN, false).as_slice()].concat(), None, RUSSIAN, "UTF-16LE");
        check(&[b"\xFE\xFF", utf_16(RUSSIAN, true).as_slice()].concat(), None, RUSSIAN, "UTF-16BE");
    }

    #[test]
    fn utf_16_is_found_without_a_mark() {
        for text in [RUSSIAN, KAZAKH, ENGLISH, "hi"] {
            check(&utf_16(text, false), None, text, "UTF-16LE");
            check(&utf_16(text, true), None, text, "UTF-16BE");
        }
    }

    #[test]
    fn a_lone_surrogate_is_replaced() {
        let mut bytes = utf_16(ENGLISH, false);
        bytes.extend([0x00, 0xD8]);
        check(&bytes, None, &format!("{ENGLISH}\u{FFFD}"), "UTF-16LE");
    }

    #[test]
    fn many_lone_surrogates_take_no_longer_than_text() {
        let bytes: Vec<u8> =
            b"\xFF\xFE".iter().copied().chain([0x00, 0xD8].into_iter().cycle().take(8_000_000)).collect();
        let error = decode("a.txt", &bytes, None).unwrap_err();
        assert_eq!(error, DecodeError::Undecodable { name: "a.txt".to_owned() });
    }

    #[test]
    fn cyrillic_single_byte_encodings_are_guessed() {
        check(&encoded(WINDOWS_1251, RUSSIAN), None, RUSSIAN, "windows-1251");
        check(&encoded(KOI8_R, &RUSSIAN.repeat(3)), None, &RUSSIAN.repeat(3), "KOI8-U");
        check(&encoded(IBM866, RUSSIAN), None, RUSSIAN, "IBM866");
        check(&encoded(ISO_8859_5, RUSSIAN), None, RUSSIAN, "ISO-8859-5");
    }

    #[test]
    fn a_declared_encoding_is_believed_unless_the_bytes_are_utf_8() {
        check(&encoded(WINDOWS_1251, "Да"), Some("windows-1251"), "Да", "windows-1251");
        check(RUSSIAN.as_bytes(), Some("windows-1251"), RUSSIAN, "UTF-8");
        let page = format!(
            "<html><head><meta http-equiv='Content-Type' content='text/html; charset=cp1251'>{RUSSIAN}"
        );
        check(&encoded(WINDOWS_1251, &page), None, &page, "windows-1251");
        let page = format!("<META CHARSET = \"windows-1251\">{RUSSIAN}");
        check(&encoded(WINDOWS_1251, &page), Some("ISO-8859-1"), &page, "windows-1251");
        check(RUSSIAN.as_bytes(), Some("utf-16"), RUSSIAN, "UTF-8");
    }

    #[test]
    fn an_xml_declaration_is_believed_like_a_meta_element() {
        for (label, encoding, name) in
            [("windows-1251", WINDOWS_1251, "windows-1251"), ("koi8-r", KOI8_R, "KOI8-R")]
        {
            let feed = format!("<?xml version='1.0' encoding='{label}'?><rss><title>{RUSSIAN}</title></rss>");
            check(&encoded(encoding, &feed), None, &feed, name);
        }
        let page = format!("<meta charset=koi8-r>{RUSSIAN}");
        check(&encoded(KOI8_R, &page), None, &page, "KOI8-R");
        let feed = format!("<?xml version='1.0' encoding='utf-16'?><rss>{RUSSIAN}</rss>");
        check(feed.as_bytes(), None, &feed, "UTF-8");
    }

    #[test]
    fn utf_8_with_a_broken_byte_is_utf_8() {
        let mut bytes = RUSSIAN.as_bytes().to_vec();
        bytes.push(0xD0);
        check(&bytes, None, &format!("{RUSSIAN}\u{FFFD}"), "UTF-8");
    }

    #[test]
    fn only_crlf_is_changed() {
        check(b"a\r\nb\rc\n\r\n", None, "a\nb\rc\n\n", "UTF-8");
        check(b"", None, "", "UTF-8");
    }

    #[track_caller]
    fn check_error(bytes: &[u8], expect: Expect) {
        expect.assert_eq(&decode("report", bytes, None).unwrap_err().to_string());
    }

    #[test]
    fn what_is_no_text_is_named() {
        check_error(
            b"%PDF-1.7\n",
            expect![[
                r#""report" is not a text: it looks like a PDF file; give plain text, HTML, a feed, PDF or DOCX"#
            ]],
        );
        check_error(
            b"PK\x03\x04....",
            expect![[
                r#""report" is not a text: it looks like a ZIP archive, which DOCX, XLSX and ODT files are; give plain text, HTML, a feed, PDF or DOCX"#
            ]],
        );
        check_error(
            b"abc\0def, and so on",
            expect![[
                r#""report" is not a text: it looks like binary data (it holds NUL bytes); give plain text, HTML, a feed, PDF or DOCX"#
            ]],
        );
        check_error(
            b"\x01\x02\x03\x04\x05\x06",
            expect![[
                r#""report" is in no encoding that could be found; save it as UTF-8 (UTF-16 and windows-1251 are read too)"#
            ]],
        );
    }

    #[test]
    fn too_much_is_refused() {
        let bytes = vec![b'a'; usize::try_from(MAX_BYTES).unwrap() + 1];
        check_error(&bytes, expect![[r#""report" is longer than 64 MB, the most that is read; split it"#]]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(decoded) = decode("a", &bytes, None) {
                prop_assert!(!decoded.text.contains('\0') && !decoded.text.contains("\r\n"));
            }
        }

        #[test]
        fn utf_8_comes_back_as_it_is(text in "[^\0\u{1}-\u{8}\u{b}-\u{1f}\u{7f}-\u{9f}\u{FEFF}]{0,60}") {
            prop_assume!(!text.contains('\u{FFFD}'));
            if let Ok(decoded) = decode("a", text.as_bytes(), None) {
                prop_assert_eq!(decoded.text, text);
            }
        }
    }
}
