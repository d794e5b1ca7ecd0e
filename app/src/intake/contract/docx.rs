//! A Word document to its text: the paragraphs of its body, a line each.

use super::Unread;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{Cursor, Read};

/// The most that the body may expand to.
const BODY_MAX: u64 = 128 << 20;

/// Returns the text of a document's body; headers, notes and deleted words are left out.
pub fn text_of(bytes: &[u8]) -> Result<String, Unread> {
    let form = || Unread::Form("ZIP".to_owned());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| form())?;
    let body = archive.by_name("word/document.xml").map_err(|_| form())?;
    let mut xml = String::new();
    body.take(BODY_MAX + 1).read_to_string(&mut xml)?;
    if xml.len() as u64 > BODY_MAX { Err(Unread::TooLarge) } else { paragraphs(&xml) }
}

fn paragraphs(xml: &str) -> Result<String, Unread> {
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    let mut is_text = false;
    loop {
        match reader.read_event().map_err(|error| Unread::Form(error.to_string()))? {
            Event::Start(start) if start.local_name().as_ref() == NAME_TEXT => is_text = true,
            Event::End(end) if end.local_name().as_ref() == NAME_TEXT => is_text = false,
            Event::End(end) if end.local_name().as_ref() == NAME_PARAGRAPH => text.push_str("\n\n"),
            Event::Empty(empty) if empty.local_name().as_ref() == NAME_TAB => text.push('\t'),
            Event::Empty(empty) if empty.local_name().as_ref() == NAME_BREAK => text.push('\n'),
            Event::Text(part) if is_text => text.push_str(&part.xml10_content()),
            Event::GeneralRef(part) if is_text => text.push_str(&meant(&part)),
            Event::Eof => return Ok(text),
            _ => {}
        }
    }
}

const NAME_TEXT: &str = "t";
const NAME_PARAGRAPH: &str = "p";
const NAME_TAB: &str = "tab";
const NAME_BREAK: &str = "br";

/// Returns what `&amp;` and its like stand for.
fn meant(part: &quick_xml::events::BytesRef) -> String {
    if let Ok(Some(c)) = part.resolve_char_ref() {
        return c.to_string();
    }
    let name: &str = part;
    quick_xml::escape::resolve_predefined_entity(name).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_paragraphs() {
        let xml = r#"<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>Fees &amp; term</w:t></w:r><w:r><w:tab/><w:t xml:space="preserve"> of &#1633; year</w:t></w:r></w:p><w:p><w:r><w:delText>gone</w:delText></w:r></w:p></w:body></w:document>"#;
        assert_eq!(paragraphs(xml).expect("sound"), "Fees & term\t of ١ year\n\n\n\n");
        assert!(text_of(b"PK\x03\x04 cut").is_err());
    }
}
