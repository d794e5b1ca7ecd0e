//! One pass over a file's bytes: its hash, its encoding, and whether it is a text table at all.

use super::decode::Encoding;
use super::delimited::LINE_MAX;
use crate::intake::problem::{Problem, ProblemCode};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The largest file that is read at all.
pub const FILE_MAX: u64 = 4 << 30;
const CHUNK: usize = 256 * 1024;

/// What the bytes of a file say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sniffed {
    pub sha256: [u8; 32],
    pub bytes: u64,
    pub form: Form,
}

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Text {
        encoding: Encoding,
        returns_only: bool,
    },
    /// A zip archive, as workbooks are.
    Zip,
}

/// Reads the whole file once; refuses what can be no table before reading on.
pub fn sniff(path: &Path) -> Result<Sniffed, Problem> {
    let mut file = File::open(path).map_err(unreadable)?;
    let mut chunk = vec![0; CHUNK];
    let mut pass = Pass::default();
    loop {
        let count = file.read(&mut chunk).map_err(unreadable)?;
        if count == 0 {
            return pass.finish();
        }
        pass.take(&chunk[..count])?;
    }
}

fn unreadable(error: std::io::Error) -> Problem {
    Problem::unreadable(&error)
}

#[derive(Default)]
struct Pass {
    sha256: Sha256,
    bytes: u64,
    form: Option<Form>,
    /// The bytes since the last line's end.
    line: usize,
    line_max: usize,
    newlines: bool,
    returns: bool,
    visible: bool,
    utf8: Utf8,
}

impl Pass {
    fn take(&mut self, chunk: &[u8]) -> Result<(), Problem> {
        if self.form.is_none() {
            self.form = Some(form_of(chunk)?);
        }
        self.sha256.update(chunk);
        self.bytes += chunk.len() as u64;
        if self.bytes > FILE_MAX {
            return Err(Problem::of_file(ProblemCode::TooLarge, &(FILE_MAX >> 20).to_string()));
        }
        if let Some(Form::Text { encoding, .. }) = self.form {
            self.look(chunk, encoding);
        }
        let too_long = self.line_max > LINE_MAX && (self.newlines || !self.returns);
        if too_long { Err(Problem::of_file(ProblemCode::LineTooLong, &first_text(chunk))) } else { Ok(()) }
    }

    fn look(&mut self, chunk: &[u8], encoding: Encoding) {
        let ends = |byte: u8| move |b: &u8| *b == byte;
        match (chunk.iter().position(ends(b'\n')), chunk.iter().rposition(ends(b'\n'))) {
            (Some(first), Some(last)) => {
                self.line_max = self.line_max.max(self.line + first);
                self.line = chunk.len() - last - 1;
                self.newlines = true;
            }
            _ => self.line += chunk.len(),
        }
        self.line_max = self.line_max.max(self.line);
        self.returns |= !self.newlines && chunk.contains(&b'\r');
        self.visible |= chunk.iter().any(|b| *b > b' ' && !matches!(b, 0xef | 0xbb | 0xbf | 0xff | 0xfe));
        if encoding == Encoding::Utf8 {
            self.utf8.take(chunk);
        }
    }

    fn finish(self) -> Result<Sniffed, Problem> {
        let form = match self.form {
            Some(Form::Zip) => Form::Zip,
            Some(Form::Text { encoding, .. }) if self.visible => {
                let encoding = if encoding == Encoding::Utf8 { self.utf8.encoding() } else { encoding };
                Form::Text { encoding, returns_only: self.returns && !self.newlines }
            }
            _ => return Err(Problem::of_file(ProblemCode::FileEmpty, "")),
        };
        Ok(Sniffed { sha256: self.sha256.finalize().into(), bytes: self.bytes, form })
    }
}

/// The beginnings of files that people rename to `.csv`, or export instead of it.
const SIGNATURES: [&[u8]; 16] = [
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0", // the workbook of before 2007, and other old Office files
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"BZh",
    b"SQLite format 3",
    b"{\\rtf",
    b"MZ",
    b"\x7fELF",
    b"<html",
    b"<!doctype",
    b"<?xml",
];

/// Tells a text from a workbook by its first chunk; refuses everything else.
fn form_of(chunk: &[u8]) -> Result<Form, Problem> {
    let text = |encoding| Ok(Form::Text { encoding, returns_only: false });
    let begins =
        |signature: &&[u8]| chunk.len() >= signature.len() && chunk[..signature.len()].eq_ignore_ascii_case(signature);
    if chunk.starts_with(b"PK\x03\x04") || chunk.starts_with(b"PK\x05\x06") {
        return Ok(Form::Zip);
    }
    match chunk {
        _ if SIGNATURES.iter().any(begins) => Err(no_table(chunk)),
        [0xff, 0xfe, ..] => text(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => text(Encoding::Utf16Be),
        _ => match zeros(&chunk[..chunk.len().min(1024)]) {
            Zeros::None | Zeros::Few if !is_binary(chunk) => text(Encoding::Utf8),
            Zeros::Odd => text(Encoding::Utf16Le),
            Zeros::Even => text(Encoding::Utf16Be),
            _ => Err(no_table(chunk)),
        },
    }
}

fn no_table(chunk: &[u8]) -> Problem {
    Problem::of_file(ProblemCode::NotATable, &first_text(chunk))
}

/// Returns the first readable characters, to show a person what the file begins with.
fn first_text(chunk: &[u8]) -> String {
    let text = String::from_utf8_lossy(&chunk[..chunk.len().min(200)]).into_owned();
    text.chars().map(|c| if c.is_control() || c == '\u{fffd}' { ' ' } else { c }).collect::<String>().trim().to_owned()
}

/// Where the zero bytes of a beginning stand.
enum Zeros {
    None,
    Few,
    /// As in UTF-16 with the low byte first.
    Odd,
    Even,
    Many,
}

fn zeros(head: &[u8]) -> Zeros {
    let at = |parity: usize, is: fn(&u8) -> bool| head.iter().skip(parity).step_by(2).filter(|b| is(b)).count();
    let (even, odd) = (at(0, |b| *b == 0), at(1, |b| *b == 0));
    // The other byte of a Latin letter is zero, that of an Arabic one is six.
    let mostly = |parity| at(parity, |b| matches!(b, 0 | 6)) * 10 > head.len() * 4;
    match (even, odd) {
        (0, 0) => Zeros::None,
        _ if odd > even * 4 && mostly(1) => Zeros::Odd,
        _ if even > odd * 4 && mostly(0) => Zeros::Even,
        // One or a few stray zeros are problems of their rows, not of the file.
        _ if (even + odd) * 20 <= head.len() => Zeros::Few,
        _ => Zeros::Many,
    }
}

/// Tells whether a beginning holds too many control characters for a text.
fn is_binary(chunk: &[u8]) -> bool {
    let head = &chunk[..chunk.len().min(4096)];
    let controls =
        head.iter().filter(|b| **b < b' ' && !matches!(b, 0 | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a)).count();
    controls * 50 > head.len()
}

/// Watches whether bytes are UTF-8, across chunks, and what their high bytes look like if they are not.
#[derive(Default)]
struct Utf8 {
    /// The beginning of a character that the next chunk ends.
    carried: Vec<u8>,
    valid_characters: u64,
    invalid_bytes: u64,
    /// High bytes; those that are Arabic letters of windows-1256 beside another one; accented letters among Latin ones;
    /// signs that stand by themselves, such as that of the euro.
    high: u64,
    arabic: u64,
    accents: u64,
    signs: u64,
    last: u8,
}

impl Utf8 {
    fn take(&mut self, chunk: &[u8]) {
        if chunk.is_ascii() && self.carried.is_empty() {
            self.last = chunk.last().copied().unwrap_or_default();
            return;
        }
        let joined = [std::mem::take(&mut self.carried), chunk.to_vec()].concat();
        let mut rest = &joined[..];
        while !rest.is_empty() {
            let (good, bad) = match std::str::from_utf8(rest) {
                Ok(_) => (rest.len(), 0),
                Err(error) => (error.valid_up_to(), error.error_len().unwrap_or(0)),
            };
            self.valid_characters += rest[..good].iter().filter(|b| **b >= 0xc0).count() as u64;
            if good < rest.len() && bad == 0 {
                self.carried = rest[good..].to_vec();
                break;
            }
            self.invalid_bytes += bad as u64;
            rest = &rest[good + bad..];
        }
        self.look_at_high(chunk);
    }

    fn look_at_high(&mut self, chunk: &[u8]) {
        for (at, byte) in chunk.iter().enumerate() {
            let next = chunk.get(at + 1).copied().unwrap_or_default();
            if *byte >= 0x80 {
                let beside = |is: fn(u8) -> bool| is(self.last) || is(next);
                self.high += 1;
                self.arabic += u64::from(is_arabic_letter(*byte) && beside(is_arabic_letter));
                self.accents += u64::from(is_accented(*byte) && beside(|b| b.is_ascii_alphabetic()));
                let alone = [self.last, next].iter().all(|b| b.is_ascii() || is_sign(*b));
                self.signs += u64::from(is_sign(*byte) && alone);
            }
            self.last = *byte;
        }
    }

    /// Decides: words of Arabic letters, or accents and signs and nothing else, are an older encoding; all else is UTF-8,
    /// and what does not fit is damage, a problem of its row.
    fn encoding(&self) -> Encoding {
        let invalid = self.invalid_bytes + self.carried.len() as u64;
        match () {
            _ if self.valid_characters >= invalid => Encoding::Utf8,
            _ if self.arabic * 2 > self.high => Encoding::Windows1256,
            _ if self.accents + self.signs == self.high => Encoding::Windows1252,
            _ => Encoding::Utf8,
        }
    }
}

/// Tells whether a byte is a letter of the Arabic alphabet in windows-1256.
fn is_arabic_letter(byte: u8) -> bool {
    matches!(byte, 0xc1..=0xd6 | 0xd8..=0xdf | 0xe1 | 0xe3..=0xe6 | 0xec | 0xed)
}

/// Tells whether a byte is an accented letter in windows-1252; the rarest, that damage looks like, left out.
fn is_accented(byte: u8) -> bool {
    matches!(byte, 0x8a | 0x8c | 0x8e | 0x9a | 0x9c | 0x9e | 0xc0..=0xd6 | 0xd8..=0xf6 | 0xf8..=0xfd)
}

/// Tells whether a byte is a sign of money or of typography, or the space that does not break, in windows-1252.
fn is_sign(byte: u8) -> bool {
    matches!(byte, 0x80 | 0x85 | 0x91..=0x97 | 0xa0 | 0xa3 | 0xa7 | 0xab | 0xb0 | 0xbb)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sniffed(bytes: &[u8]) -> Result<Form, ProblemCode> {
        let mut pass = Pass::default();
        for chunk in bytes.chunks(7000) {
            pass.take(chunk).map_err(|problem| problem.code)?;
        }
        pass.finish().map(|sniffed| sniffed.form).map_err(|problem| problem.code)
    }

    #[test]
    fn knows_encodings() {
        let check = |bytes: &[u8], encoding| {
            assert_eq!(
                sniffed(bytes),
                Ok(Form::Text { encoding, returns_only: false }),
                "{:?}",
                String::from_utf8_lossy(bytes)
            );
        };
        let arabic = "العميل,المبلغ\nشركة الأفق,12\n";
        let utf16: Vec<u8> = arabic.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(arabic.as_bytes(), Encoding::Utf8);
        check(arabic.repeat(2000).as_bytes(), Encoding::Utf8);
        check(&[b"\xff\xfe".to_vec(), utf16.clone()].concat(), Encoding::Utf16Le);
        check(&utf16, Encoding::Utf16Le);
        check(&encoding_rs::WINDOWS_1256.encode(&arabic.repeat(500)).0, Encoding::Windows1256);
        check(
            "client,name\nC1,Müller & Söhne\n".chars().map(|c| c as u8).collect::<Vec<u8>>().as_slice(),
            Encoding::Windows1252,
        );
        check(b"client;amount\nCaf\xe9;1.234,50 \x80\nC2;1\xa0234,50\xa0\x80\n", Encoding::Windows1252);
        check(b"client,amount\nC1,\"\xa31,250.00\"\n", Encoding::Windows1252);
        check(b"client,name\n\xd8\xb9\xd9\x85\xd9\x8a\xd9\x84\xd8\xb9,caf\xe9\n", Encoding::Utf8);
        check(b"client,name\nC1,a damaged \xff byte\n", Encoding::Utf8);
        check(b"client,name\nC1,\xff\xfe\n", Encoding::Utf8);
        check(b"client,name\nC1,caf\xe9 au lait\n", Encoding::Windows1252);
        check(b"a,b\nx\0y,1\nlonger rows follow so that one zero is rare,2\n", Encoding::Utf8);
        assert_eq!(sniffed(b"a,b\r1,2\r"), Ok(Form::Text { encoding: Encoding::Utf8, returns_only: true }));
    }

    #[test]
    fn refuses_what_is_no_table() {
        for (bytes, code) in [
            (b"".as_slice(), ProblemCode::FileEmpty),
            (b"\xef\xbb\xbf \r\n", ProblemCode::FileEmpty),
            (b"%PDF-1.7\n%\xe2\xe3", ProblemCode::NotATable),
            (b"\x89PNG\r\n\x1a\n", ProblemCode::NotATable),
            (b"<!DOCTYPE html><table>", ProblemCode::NotATable),
            (b"\0\x01\x02\0\0\x03\x04\0", ProblemCode::NotATable),
        ] {
            assert_eq!(sniffed(bytes), Err(code), "{bytes:?}");
        }
        assert_eq!(sniffed(b"PK\x03\x04rest"), Ok(Form::Zip));
        assert_eq!(sniffed(&b"x".repeat(LINE_MAX + 9000)), Err(ProblemCode::LineTooLong));
    }
}
