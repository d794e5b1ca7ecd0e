//! A letter as a mail: its text as the body, its paper attached, under a Message-ID that was drawn before.

use super::server::Server;
use jiff::Timestamp;
use lettre::Address;
use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};
use std::time::SystemTime;

/// What is written into a mail.
#[derive(Clone, Copy, Debug)]
pub struct Letter<'a> {
    pub to: &'a str,
    pub subject: &'a str,
    pub body: &'a str,
    /// A file's name and its bytes, as PDF.
    pub paper: Option<(&'a str, &'a [u8])>,
    /// The Message-ID.
    pub id: &'a str,
    pub at: Timestamp,
}

/// Why no mail can be made of it.
#[derive(Debug, thiserror::Error)]
#[error("no mail can be made: {0}")]
pub struct Unmade(String);

/// Reads an address that every server understands: plain Latin letters, one sign @.
pub fn address(written: &str) -> Option<Address> {
    let plain = written.is_ascii() && written.len() <= 254 && !written.contains(char::is_whitespace);
    written.parse::<Address>().ok().filter(|address| plain && address.domain().contains('.'))
}

/// Returns a Message-ID of the sender's domain from what was drawn for it.
pub fn message_id(drawn: &str, server: &Server) -> String {
    format!("<{drawn}@{}>", server.domain())
}

/// Makes a mail, byte by byte the same for the same letter.
pub fn made(letter: &Letter, server: &Server) -> Result<Vec<u8>, Unmade> {
    let wrong = |what: &str| Unmade(what.to_owned());
    let from = address(&server.address).ok_or_else(|| wrong("the sender's address"))?;
    let to = address(letter.to).ok_or_else(|| wrong("the recipient's address"))?;
    let name = Some(server.name.clone()).filter(|name| !name.is_empty());
    let head = Message::builder()
        .message_id(Some(letter.id.to_owned()))
        .date(SystemTime::from(letter.at))
        .from(Mailbox::new(name, from))
        .to(Mailbox::new(None, to))
        .subject(one_line(letter.subject));
    let body = SinglePart::plain(letter.body.to_owned());
    let mail = match letter.paper {
        None => head.singlepart(body),
        Some((file, bytes)) => {
            let pdf = ContentType::parse("application/pdf").map_err(|error| wrong(&error.to_string()))?;
            let paper = Attachment::new(file.to_owned()).body(bytes.to_vec(), pdf);
            let boundary = letter.id.chars().filter(char::is_ascii_alphanumeric).take(40).collect::<String>();
            head.multipart(MultiPart::mixed().boundary(boundary).singlepart(body).singlepart(paper))
        }
    };
    Ok(mail.map_err(|error| wrong(&error.to_string()))?.formatted())
}

/// A subject is one line, without the invisible marks that isolate names in a text.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::server::Security;
    use mail_parser::{MessageParser, MimeHeaders};

    fn server() -> Server {
        Server {
            host: "127.0.0.1".to_owned(),
            port: 25,
            security: Security::Open,
            user: String::new(),
            name: "مداد للتصميم".to_owned(),
            address: "reem@midad.example".to_owned(),
        }
    }

    #[test]
    fn a_mail_in_arabic_reads_as_it_was_written() {
        let at = "2026-11-20T07:30:00Z".parse().expect("an instant");
        let (body, subject) =
            ("إلى شركة نخلة\n\nننهي خدماتنا بموجب العقد \u{2068}C-17\u{2069}.\n.\n", "إشعار إنهاء\n العقد");
        let paper = Some(("notice.pdf", &b"%PDF-1.7\r\n.\r\n"[..]));
        let letter = Letter { to: "huda@nakhla.example", subject, body, paper, id: "<a1@midad.example>", at };
        let raw = made(&letter, &server()).expect("a mail");
        assert_eq!(raw, made(&letter, &server()).expect("a mail"), "the same bytes each time");
        assert!(raw.is_ascii(), "every server takes it");
        let read = MessageParser::default().parse(&raw).expect("a mail");
        assert_eq!(read.subject(), Some("إشعار إنهاء العقد"));
        assert_eq!(read.message_id(), Some("a1@midad.example"));
        let from = read.from().and_then(|from| from.first()).expect("a sender");
        assert_eq!((from.name(), from.address()), (Some("مداد للتصميم"), Some("reem@midad.example")));
        assert_eq!(read.to().and_then(|to| to.first()).and_then(|to| to.address()), Some("huda@nakhla.example"));
        assert_eq!(read.body_text(0).expect("a body").replace("\r\n", "\n").trim_end(), body.trim_end());
        let paper = read.attachment(0).expect("a paper");
        assert_eq!((paper.attachment_name(), paper.contents()), (Some("notice.pdf"), &b"%PDF-1.7\r\n.\r\n"[..]));
        assert_eq!(read.date().map(|date| date.to_rfc3339()).as_deref(), Some("2026-11-20T07:30:00Z"));
    }

    #[test]
    fn addresses_are_plain() {
        for (written, good) in [
            ("huda@nakhla.example", true),
            ("huda.z+x@mail.nakhla.example", true),
            ("huda@nakhla", false),
            ("huda nakhla.example", false),
            ("huda@nakhla.example\r\nBcc: all@nakhla.example", false),
            ("Huda <huda@nakhla.example>", false),
            ("هدى@nakhla.example", false),
            ("a@b.example,c@d.example", false),
            ("", false),
        ] {
            assert_eq!(address(written).is_some(), good, "{written}");
        }
    }
}
