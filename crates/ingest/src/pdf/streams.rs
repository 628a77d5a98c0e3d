//! What the streams of a file unpack to, measured before it is read: the library unpacks a stream whole.

use flate2::read::ZlibDecoder;
use std::io::Read;

/// The most bytes that one stream may unpack to.
const MAX_STREAM: u64 = 64 * 1024 * 1024;
/// The most bytes that all may unpack to.
const MAX_ALL: u64 = 512 * 1024 * 1024;
/// The most packed bytes of the old kind of packing, which unpacks to more than a thousand times as much.
const MAX_LZW: usize = 512 * 1024;
/// How far before a stream its dictionary is looked at.
const DICTIONARY: usize = 1024;

/// Checks that the streams of a file unpack to no more than is spent on one; says what is too much.
pub(super) fn check(bytes: &[u8]) -> Result<(), String> {
    let (mut all, mut lzw, mut at) = (0_u64, 0_usize, 0_usize);
    while let Some(found) = find(&bytes[at..], b"stream") {
        let start = at + found;
        at = start + b"stream".len();
        if bytes[..start].ends_with(b"end") {
            continue;
        }
        let data = match &bytes[at..] {
            [b'\r', b'\n', rest @ ..] | [b'\n' | b'\r', rest @ ..] => rest,
            rest => rest,
        };
        let dictionary = dictionary_before(&bytes[start.saturating_sub(DICTIONARY)..start]);
        let packed = count(dictionary, b"FlateDecode") + count(dictionary, b"/Fl") / 2;
        let old = count(dictionary, b"LZW");
        if packed + old > 1 && count(dictionary, b"Decode") > 1 {
            return Err("packs a stream more than once".to_owned());
        }
        if old > 0 {
            lzw += find(data, b"endstream").unwrap_or(data.len());
        } else {
            all += unpacked(data);
        }
        if all > MAX_ALL || lzw > MAX_LZW {
            return Err(format!("unpacks to more than {} MB", MAX_ALL / (1024 * 1024)));
        }
    }
    Ok(())
}

/// Returns how many bytes a stream unpacks to, where it is packed; one over the bound counts as all there may be.
fn unpacked(data: &[u8]) -> u64 {
    // What is not packed fails within its first bytes.
    let mut decoder = ZlibDecoder::new(data).take(MAX_STREAM + 1);
    let length = drain(&mut decoder);
    if length > MAX_STREAM { MAX_ALL + 1 } else { length }
}

fn drain(reader: &mut impl Read) -> u64 {
    let mut buffer = [0; 16 * 1024];
    let mut length = 0;
    while let Ok(read @ 1..) = reader.read(&mut buffer) {
        length += read as u64;
    }
    length
}

/// Returns the dictionary that ends these bytes: it opens behind the last `obj`.
fn dictionary_before(bytes: &[u8]) -> &[u8] {
    let opens = bytes.windows(3).rposition(|window| window == b"obj").unwrap_or(0);
    &bytes[opens..]
}

fn count(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).filter(|window| *window == word).count()
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let first = *word.first()?;
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|&b| b == first) {
        at += next;
        if bytes[at..].starts_with(word) {
            return Some(at);
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::check;
    use flate2::Compression;
    use flate2::write::ZlibEncoder;
    use std::io::Write;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
        [format!("1 0 obj<<{dictionary}>>stream\n").as_bytes(), data, b"\nendstream endobj"].concat()
    }

    #[test]
    fn a_stream_that_unpacks_to_too_much_is_refused() {
        let bomb = packed(&vec![0; 70_000_000]);
        assert!(check(&stream("/Filter/FlateDecode", &bomb)).is_err());
        assert_eq!(check(&stream("/Filter/FlateDecode", &packed(&[0; 1000]))), Ok(()));
        assert_eq!(check(&stream("/Length 5", b"stream stream")), Ok(()));
    }

    #[test]
    fn a_stream_that_is_packed_twice_is_refused() {
        let twice = packed(&packed(&[0; 1000]));
        assert!(check(&stream("/Filter[/FlateDecode/FlateDecode]", &twice)).is_err());
        assert_eq!(check(&stream("/Filter[/ASCII85Decode/FlateDecode]", b"abc")), Ok(()));
    }
}
