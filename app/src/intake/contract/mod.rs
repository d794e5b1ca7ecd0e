//! A contract's file to its text: plain text, Markdown, web pages, Word documents. What holds no text says so.

mod docx;
mod html;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252, WINDOWS_1256};
use std::io::Read;
use std::path::Path;

/// The largest file that is read; a contract of a thousand pages has a tenth of it.
const FILE_MAX: u64 = 64 << 20;

/// Why a file gave no text.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error("{0}")]
    File(#[from] std::io::Error),
    /// More bytes than any contract has.
    #[error("more than {} MB", FILE_MAX >> 20)]
    TooLarge,
    /// A form that is not read: PDF, a picture, a program.
    #[error("{0}")]
    Form(String),
    /// Nothing but blanks.
    #[error("")]
    Empty,
}

/// Returns the text of a contract's file; places of quotes are counted in this text.
pub fn text_of(path: &Path) -> Result<String, Unread> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(FILE_MAX + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > FILE_MAX {
        return Err(Unread::TooLarge);
    }
    let text = if bytes.starts_with(b"PK\x03\x04") {
        docx::text_of(&bytes)?
    } else if bytes.starts_with(b"%PDF") {
        return Err(Unread::Form("PDF".to_owned()));
    } else {
        let text = decoded(&bytes)?;
        if html::is_page(path, &text) { html::text_of(&text) } else { text }
    };
    if text.trim().is_empty() { Err(Unread::Empty) } else { Ok(text) }
}

/// Decodes by the mark at the beginning, else as UTF-8, else as what Windows writes in the region.
fn decoded(bytes: &[u8]) -> Result<String, Unread> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned());
    }
    if bytes.contains(&0) {
        return Err(Unread::Form("NUL".to_owned()));
    }
    let (text, had_errors) = UTF_8.decode_without_bom_handling(bytes);
    Ok(if had_errors { of_windows(bytes) } else { text.into_owned() })
}

/// Western letters with a few accents stay Western; a text whose high bytes outweigh its ASCII letters is Arabic.
fn of_windows(bytes: &[u8]) -> String {
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let encoding = if high > letters { WINDOWS_1256 } else { WINDOWS_1252 };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_what_editors_write() {
        assert_eq!(decoded("عقد".as_bytes()).expect("text"), "عقد");
        assert_eq!(decoded(b"\xef\xbb\xbfTerm").expect("text"), "Term");
        assert_eq!(decoded(b"\xff\xfeT\x00").expect("text"), "T");
        assert_eq!(decoded(&WINDOWS_1256.encode("عقد خدمة").0).expect("text"), "عقد خدمة");
        assert_eq!(decoded(b"Caf\xe9 agreement").expect("text"), "Café agreement");
        assert!(matches!(decoded(b"a\x00b"), Err(Unread::Form(_))));
    }
}
