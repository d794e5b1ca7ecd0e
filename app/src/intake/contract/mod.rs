//! A contract's file to its text: plain text, Markdown, web pages, Word documents, PDF. What holds no text says so.

mod docx;
mod html;
mod pdf;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252, WINDOWS_1256};
use std::io::Read;
use std::path::Path;

/// The largest file that is read; a contract of a thousand pages has a tenth of it.
const FILE_MAX: u64 = 64 << 20;

/// What a contract's file says.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub words: String,
    /// The numbers of the pages that are pictures, whose words are not among these.
    pub unread_pages: Vec<u32>,
}

/// Why a file gave no text.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error("{0}")]
    File(#[from] std::io::Error),
    /// More bytes than any contract has.
    #[error("more than {} MB", FILE_MAX >> 20)]
    TooLarge,
    /// A form that is not read: a picture, a program.
    #[error("{0}")]
    Form(String),
    /// Nothing but blanks.
    #[error("")]
    Empty,
    /// A PDF made of pictures of pages.
    #[error("")]
    Scan,
    /// A PDF that opens with a password only.
    #[error("")]
    Locked,
    /// A PDF that is cut off, or was never one.
    #[error("")]
    Broken,
    /// A PDF whose fonts do not tell which letters they draw.
    #[error("")]
    Letters,
    /// Reading took longer than any contract needs.
    #[error("")]
    TooSlow,
}

impl Unread {
    /// Returns the key of the message that says why, and what to do.
    pub fn key(&self) -> &'static str {
        match self {
            Unread::File(_) => "contract-file",
            Unread::TooLarge => "contract-large",
            Unread::Form(_) => "contract-form",
            Unread::Empty => "contract-empty",
            Unread::Scan => "contract-scan",
            Unread::Locked => "contract-locked",
            Unread::Broken => "contract-broken",
            Unread::Letters => "contract-letters",
            Unread::TooSlow => "contract-slow",
        }
    }
}

/// Returns the text of a contract's file; places of quotes are counted in this text.
pub fn text_of(path: &Path) -> Result<Text, Unread> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(FILE_MAX + 1).read_to_end(&mut bytes)?;
    text_in(path, bytes)
}

/// Returns the text of a file that is at hand, by its name and bytes. It blocks.
pub fn text_in(name: &Path, bytes: Vec<u8>) -> Result<Text, Unread> {
    if bytes.len() as u64 > FILE_MAX {
        return Err(Unread::TooLarge);
    }
    let whole = |words| Text { words, unread_pages: vec![] };
    let text = if bytes.starts_with(b"PK\x03\x04") {
        whole(docx::text_of(&bytes)?)
    } else if is_pdf(&bytes) {
        pdf::text_of(bytes)?
    } else {
        let text = decoded(&bytes)?;
        whole(if html::is_page(name, &text) { html::text_of(&text) } else { text })
    };
    if text.words.trim().is_empty() { Err(Unread::Empty) } else { Ok(text) }
}

/// The mark of a PDF may stand behind a few other bytes.
fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    head.windows(5).any(|window| window == b"%PDF-")
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
