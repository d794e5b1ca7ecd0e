//! What no contract holds is refused before anything is read: streams that expand beyond measure, brackets without end.

use super::super::Unread;
use flate2::read::ZlibDecoder;
use std::io::Read;

/// To how many bytes streams may expand.
#[derive(Clone, Copy)]
struct Limits {
    /// All but pictures together.
    text: u64,
    /// Each picture.
    picture: u64,
}

const LIMITS: Limits = Limits { text: 128 << 20, picture: 512 << 20 };
/// So many brackets may stand within each other.
const DEPTH_MAX: u32 = 200;
/// Before the word `stream` stands its dictionary; so much of it is looked at.
const DICTIONARY_BYTES: usize = 2048;
/// Streams may be packed more than once.
const LAYERS_MAX: u32 = 3;

/// Goes on where the file stays within measure.
pub fn check(bytes: &[u8]) -> Result<(), Unread> {
    check_with(bytes, LIMITS)
}

fn check_with(bytes: &[u8], limits: Limits) -> Result<(), Unread> {
    let mut expanded = 0;
    let (mut at, mut done) = (0, 0);
    while let Some(found) = find(&bytes[at..], b"stream") {
        let begin = at + found + b"stream".len();
        at = begin;
        if bytes[..begin].ends_with(b"endstream") {
            done = begin;
            continue;
        }
        let dictionary = &bytes[done.max(begin.saturating_sub(DICTIONARY_BYTES))..begin];
        check_depth(&bytes[done..begin])?;
        let packed = bytes[begin..].trim_ascii_start();
        if find(dictionary, b"/Image").is_some() {
            expand(packed, limits.picture, LAYERS_MAX, false)?;
        } else {
            expanded += expand(packed, limits.text - expanded, LAYERS_MAX, true)?;
        }
        let end = find(&bytes[begin..], b"endstream").map_or(bytes.len(), |end| begin + end);
        (at, done) = (end, end);
    }
    check_depth(&bytes[done..])
}

/// Returns to how much a stream expands; what is not packed expands to nothing.
fn expand(packed: &[u8], most: u64, layers: u32, keeps: bool) -> Result<u64, Unread> {
    if packed.first().is_none_or(|first| first & 0x0f != 8) || layers == 0 {
        return Ok(0);
    }
    let mut whole = Vec::new();
    let mut part = [0; 64 << 10];
    let mut decoder = ZlibDecoder::new(packed);
    let mut taken = 0;
    // What is cut off or broken expands to what came before.
    while let Ok(read @ 1..) = decoder.read(&mut part) {
        taken += read as u64;
        if taken > most {
            return Err(Unread::TooLarge);
        }
        if keeps {
            whole.extend_from_slice(&part[..read]);
        }
    }
    check_depth(&whole)?;
    Ok(taken + expand(&whole, most - taken, layers - 1, keeps)?)
}

/// Goes on where no more brackets stand within each other than readers follow.
fn check_depth(bytes: &[u8]) -> Result<(), Unread> {
    let (mut depth, mut deepest) = (0_u32, 0);
    for byte in bytes {
        match byte {
            b'[' | b'<' => depth += 1,
            b']' | b'>' => depth = depth.saturating_sub(1),
            // Names and numbers end what was never meant as a bracket: the bytes of a font.
            0 | 0x80.. => depth = 0,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    if deepest > DEPTH_MAX { Err(Unread::Broken) } else { Ok(()) }
}

/// Finds the first place of a word.
fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::ZlibEncoder;
    use std::io::Write;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).expect("packed");
        encoder.finish().expect("packed")
    }

    fn file(dictionary: &str, stream: &[u8]) -> Vec<u8> {
        let head = format!("%PDF-1.7\n1 0 obj\n<<{dictionary}>>\nstream\n");
        [head.as_bytes(), stream, b"\nendstream\nendobj\n"].concat()
    }

    #[test]
    fn refuses_what_expands_beyond_measure() {
        let check = |bytes: &[u8]| check_with(bytes, Limits { text: 1 << 20, picture: 4 << 20 });
        let small = packed(b"BT (Term) Tj ET");
        let bomb = packed(&vec![b' '; 3 << 20]);
        assert!(check(&file("/Filter/FlateDecode", &small)).is_ok());
        assert!(matches!(check(&file("/Filter/FlateDecode", &bomb)), Err(Unread::TooLarge)));
        assert!(matches!(check(&file("/Filter[/FlateDecode/FlateDecode]", &packed(&bomb))), Err(Unread::TooLarge)));
        assert!(check(&file("/Subtype/Image/Filter/FlateDecode", &bomb)).is_ok());
    }

    #[test]
    fn refuses_brackets_without_end() {
        assert!(matches!(check(&vec![b'['; 500]), Err(Unread::Broken)));
        assert!(matches!(check(&file("", &packed(&vec![b'<'; 500]))), Err(Unread::Broken)));
        assert!(check(&"[ 1 2 ] ".repeat(500).into_bytes()).is_ok());
    }
}
