//! Bytes to UTF-8, a chunk at a time. UTF-8 itself passes through untouched.

use encoding_rs::{CoderResult, Decoder};
use std::io::{Read, Result};

/// How a text file is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1256,
    Windows1252,
}

impl Encoding {
    /// Returns the name that people know.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
            Encoding::Windows1256 => "windows-1256",
            Encoding::Windows1252 => "windows-1252",
        }
    }

    fn decoder(self) -> Option<Decoder> {
        let encoding = match self {
            Encoding::Utf8 => return None,
            Encoding::Utf16Le => encoding_rs::UTF_16LE,
            Encoding::Utf16Be => encoding_rs::UTF_16BE,
            Encoding::Windows1256 => encoding_rs::WINDOWS_1256,
            Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
        };
        Some(encoding.new_decoder_with_bom_removal())
    }
}

const CHUNK: usize = 64 * 1024;

/// A reader whose bytes come out as UTF-8 without a byte order mark, lines ended by `\n` even where the file has only `\r`.
pub struct Decoded<R> {
    input: R,
    /// `None` where nothing need be decoded.
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    /// How much of `raw` waits to be decoded.
    waiting: std::ops::Range<usize>,
    begun: bool,
    ended: bool,
    /// The decoder has given its last and may not be asked again.
    finished: bool,
    returns_only: bool,
    had_errors: bool,
}

impl<R: Read> Decoded<R> {
    /// Begins to read; `returns_only` says that the file ends its lines with `\r` alone.
    pub fn new(input: R, encoding: Encoding, returns_only: bool) -> Decoded<R> {
        let decoder = encoding.decoder();
        let raw = if decoder.is_some() { vec![0; CHUNK] } else { Vec::new() };
        Decoded {
            input,
            decoder,
            raw,
            waiting: 0..0,
            begun: false,
            ended: false,
            finished: false,
            returns_only,
            had_errors: false,
        }
    }

    /// Tells whether something could not be decoded; it stands as U+FFFD.
    pub fn had_errors(&self) -> bool {
        self.had_errors
    }

    /// Fills the beginning of `space`, at least 16 bytes long; returns 0 at the end only.
    pub fn fill(&mut self, space: &mut [u8]) -> Result<usize> {
        let count = match self.decoder {
            None => self.pass(space)?,
            Some(_) => self.decode(space)?,
        };
        if self.returns_only {
            space[..count].iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
        }
        Ok(count)
    }

    fn pass(&mut self, space: &mut [u8]) -> Result<usize> {
        let count = read_some(&mut self.input, space)?;
        if self.begun || !space[..count].starts_with(b"\xef\xbb\xbf") {
            self.begun = true;
            return Ok(count);
        }
        self.begun = true;
        space.copy_within(3..count, 0);
        if count > 3 { Ok(count - 3) } else { self.pass(space) }
    }

    fn decode(&mut self, space: &mut [u8]) -> Result<usize> {
        while !self.finished {
            if self.waiting.is_empty() && !self.ended {
                let count = read_some(&mut self.input, &mut self.raw)?;
                self.waiting = 0..count;
                self.ended = count == 0;
            }
            let decoder = self.decoder.as_mut().expect("asked for only where there is one");
            let (result, read, written, errors) =
                decoder.decode_to_utf8(&self.raw[self.waiting.clone()], space, self.ended);
            self.waiting.start += read;
            self.had_errors |= errors;
            self.finished = self.ended && result == CoderResult::InputEmpty;
            if written > 0 {
                return Ok(written);
            }
        }
        Ok(0)
    }
}

/// Reads until the space is full or the input ends, so that a chunk is never needlessly short.
fn read_some(input: &mut impl Read, space: &mut [u8]) -> Result<usize> {
    let mut count = 0;
    while count < space.len() {
        match input.read(&mut space[count..]) {
            Ok(0) => break,
            Ok(read) => count += read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], encoding: Encoding) -> (String, bool) {
        let mut input = Decoded::new(bytes, encoding, false);
        let (mut text, mut space) = (Vec::new(), [0; 16]);
        loop {
            match input.fill(&mut space).expect("memory can be read") {
                0 => return (String::from_utf8(text).expect("UTF-8"), input.had_errors()),
                count => text.extend_from_slice(&space[..count]),
            }
        }
    }

    #[test]
    fn reads_every_encoding() {
        let text = "عميل,المبلغ\nشركة الأفق,١٢\n";
        let utf16 = |to: fn(u16) -> [u8; 2], bom| {
            std::iter::once(bom).flatten().chain(text.encode_utf16()).flat_map(to).collect::<Vec<u8>>()
        };
        let clean =
            |bytes: &[u8], encoding| assert_eq!(decoded(bytes, encoding), (text.to_owned(), false), "{encoding:?}");
        clean(text.as_bytes(), Encoding::Utf8);
        clean(&[b"\xef\xbb\xbf", text.as_bytes()].concat(), Encoding::Utf8);
        clean(&utf16(u16::to_le_bytes, Some(0xfeff)), Encoding::Utf16Le);
        clean(&utf16(u16::to_be_bytes, Some(0xfeff)), Encoding::Utf16Be);
        clean(&utf16(u16::to_le_bytes, None), Encoding::Utf16Le);
        let ansi = encoding_rs::WINDOWS_1256.encode("عميل,شركة").0.into_owned();
        assert_eq!(decoded(&ansi, Encoding::Windows1256), ("عميل,شركة".to_owned(), false));
        assert_eq!(decoded(b"a\x00\x00\xd8b\x00", Encoding::Utf16Le), ("a\u{fffd}b".to_owned(), true));
    }

    #[test]
    fn a_mark_alone_is_an_empty_file() {
        assert_eq!(decoded(b"\xef\xbb\xbf", Encoding::Utf8), (String::new(), false));
    }
}
