//! A PDF to its text: what its text layer says, in the order of reading. It reads on a thread of its own, which is given
//! up when it takes too long.

mod direction;
mod glyph;
mod guard;
mod line;
mod page;

use super::{Text, Unread};
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// A contract of a thousand pages takes a few seconds.
const TIME_MAX: Duration = Duration::from_secs(30);
/// A contract has fewer pages.
const PAGES_MAX: usize = 5000;
/// Forms within forms are followed so deep that two megabytes do not do.
const STACK_BYTES: usize = 64 << 20;
/// Where more of the letters than this share cannot be told, the text is not to be relied on.
const UNKNOWN_MAX: f64 = 0.1;

/// Returns the text of a PDF, its pages one after another.
pub fn text_of(bytes: Vec<u8>) -> Result<Text, Unread> {
    let (sender, receiver) = channel();
    let given_up = Arc::new(AtomicBool::new(false));
    let seen = given_up.clone();
    std::thread::Builder::new().name("pdf".to_owned()).stack_size(STACK_BYTES).spawn(move || {
        let read = catch_unwind(AssertUnwindSafe(|| read(bytes, &seen)));
        // Nobody waits any more where the time was up.
        let _ = sender.send(read.unwrap_or(Err(Unread::Broken)));
    })?;
    receiver.recv_timeout(TIME_MAX).unwrap_or_else(|error| {
        given_up.store(true, Ordering::Relaxed);
        Err(if error == RecvTimeoutError::Timeout { Unread::TooSlow } else { Unread::Broken })
    })
}

fn read(bytes: Vec<u8>, given_up: &AtomicBool) -> Result<Text, Unread> {
    guard::check(&bytes)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Unread::Locked,
        LoadPdfError::Invalid => Unread::Broken,
    })?;
    if pdf.pages().len() > PAGES_MAX {
        return Err(Unread::TooLarge);
    }
    let pages = page::all(&pdf, given_up)?;
    let (known, unknown) =
        pages.iter().fold((0, 0), |(known, unknown), page| (known + page.glyphs.len(), unknown + page.unknown));
    if unknown as f64 > UNKNOWN_MAX * (known + unknown) as f64 {
        return Err(Unread::Letters);
    }
    let unread_pages: Vec<u32> = (1..).zip(&pages).filter(|(_, page)| page.is_picture).map(|(n, _)| n).collect();
    let are_all = unread_pages.len() == pages.len();
    let words = line::text(pages);
    match words.trim().is_empty() || are_all {
        true if pdf.pages().is_empty() => Err(Unread::Broken),
        true => Err(Unread::Scan),
        false => Ok(Text { words, unread_pages }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_sound_pdf_is_refused() {
        let read = |bytes: &[u8]| text_of(bytes.to_vec());
        assert!(matches!(read(b"%PDF-1.7 ..."), Err(Unread::Broken)));
        let deep = [b"%PDF-1.7\n1 0 obj\n".to_vec(), vec![b'['; 3 << 20]].concat();
        assert!(matches!(read(&deep), Err(Unread::Broken)));
    }
}
