//! A report of delivery as mail servers send it back (RFC 3464): whose copy did not arrive, and what was said of it.

use domain::days::Day;
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

/// What a report says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// The Message-ID of what it is about, in angle brackets, where the report holds it.
    pub message: Option<String>,
    /// The day on which the report was written, by its own date.
    pub on: Option<Day>,
    pub copies: Vec<Copy>,
}

/// What became of the copy for one recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copy {
    pub address: String,
    pub action: Action,
    /// The code, such as `5.1.1`.
    pub status: String,
    /// What the last server said.
    pub says: String,
}

/// What a report says was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Action {
    Failed,
    /// It is still tried.
    Delayed,
    Delivered,
    /// Something else, or nothing.
    #[default]
    Other,
}

impl Action {
    /// Returns its word.
    pub fn word(self) -> &'static str {
        match self {
            Action::Failed => "failed",
            Action::Delayed => "delayed",
            Action::Delivered => "delivered",
            Action::Other => "other",
        }
    }

    fn of(word: &str) -> Action {
        match word {
            "failed" => Action::Failed,
            "delayed" => Action::Delayed,
            "delivered" | "relayed" | "expanded" => Action::Delivered,
            _ => Action::Other,
        }
    }
}

/// More recipients than one letter has.
const COPIES_MAX: usize = 20;

/// Reads a report from a mail as it came; nothing if it is no report.
pub fn read(raw: &[u8]) -> Option<Bounce> {
    let mail = MessageParser::default().parse(raw)?;
    let is = |part: &&mail_parser::MessagePart, subtype: &str| {
        part.content_type().is_some_and(|kind| kind.subtype().is_some_and(|own| own.eq_ignore_ascii_case(subtype)))
    };
    let status = mail.parts.iter().find(|part| is(part, "delivery-status"))?;
    let copies = copies(&String::from_utf8_lossy(status.contents()));
    let enclosed = mail.parts.iter().find_map(|part| match &part.body {
        PartType::Message(inner) => id(inner),
        _ if is(&part, "rfc822-headers") => MessageParser::default().parse(part.contents()).as_ref().and_then(id),
        _ => None,
    });
    let on = mail.date().and_then(|date| Day::from_iso(date.to_rfc3339().get(..10)?));
    (!copies.is_empty()).then_some(Bounce { message: enclosed, on, copies })
}

fn id(mail: &Message) -> Option<String> {
    mail.message_id().map(|id| format!("<{id}>"))
}

/// Reads the fields of each recipient: groups of lines, parted by blank ones; the first group is of the report itself.
fn copies(text: &str) -> Vec<Copy> {
    let text = text.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    let groups = text.split("\n\n").map(copy).filter(|copy| !copy.address.is_empty());
    groups.take(COPIES_MAX).collect()
}

fn copy(group: &str) -> Copy {
    let mut copy = Copy::default();
    for line in group.lines() {
        let Some((name, value)) = line.split_once(':') else { continue };
        let value = value.trim();
        // An address and a diagnosis begin with their kind: `rfc822; huda@nakhla.example`.
        let core = value.split_once(';').map_or(value, |(_, core)| core.trim());
        match name.trim().to_ascii_lowercase().as_str() {
            "final-recipient" => core.clone_into(&mut copy.address),
            "original-recipient" if copy.address.is_empty() => core.clone_into(&mut copy.address),
            "action" => copy.action = Action::of(&value.to_ascii_lowercase()),
            "status" => value.split(' ').next().unwrap_or_default().clone_into(&mut copy.status),
            "diagnostic-code" => core.split_whitespace().collect::<Vec<_>>().join(" ").clone_into(&mut copy.says),
            _ => {}
        }
    }
    copy
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "From: MAILER-DAEMON@mx.example\r\nTo: reem@midad.example\r\nSubject: Undelivered\r\n\
        Date: Sat, 21 Nov 2026 08:15:00 +0300\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n\
        --b\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n\
        --b\r\nContent-Type: message/delivery-status\r\n\r\n\
        Reporting-MTA: dns; mx.example\r\nArrival-Date: Fri, 20 Nov 2026 10:00:00 +0300\r\n\r\n\
        Original-Recipient: rfc822;Huda@Nakhla.example\r\nFinal-Recipient: rfc822; huda@nakhla.example\r\n\
        Action: failed\r\nStatus: 5.1.1 (no such user)\r\n\
        Diagnostic-Code: smtp; 550 5.1.1 <huda@nakhla.example>:\r\n    user unknown\r\n\r\n\
        --b\r\nContent-Type: message/rfc822\r\n\r\n\
        Message-ID: <a1@midad.example>\r\nSubject: =?utf-8?B?2KXYtNi52KfYsQ==?=\r\n\r\nbody\r\n--b--\r\n";

    #[test]
    fn a_report_says_whose_copy_failed_and_why() {
        let bounce = read(REPORT.as_bytes()).expect("a report");
        assert_eq!(bounce.message.as_deref(), Some("<a1@midad.example>"));
        assert_eq!(bounce.on, Day::from_iso("2026-11-21"));
        let copy = Copy {
            address: "huda@nakhla.example".to_owned(),
            action: Action::Failed,
            status: "5.1.1".to_owned(),
            says: "550 5.1.1 <huda@nakhla.example>: user unknown".to_owned(),
        };
        assert_eq!(bounce.copies, [copy]);
    }

    #[test]
    fn headers_alone_and_a_delay_are_read_too() {
        let report =
            REPORT.replace("message/rfc822", "text/rfc822-headers").replace("Action: failed", "Action: Delayed");
        let bounce = read(report.as_bytes()).expect("a report");
        assert_eq!((bounce.message.as_deref(), bounce.copies[0].action), (Some("<a1@midad.example>"), Action::Delayed));
        // Pasted text has other line ends.
        assert!(read(REPORT.replace("\r\n", "\n").as_bytes()).is_some());
    }

    #[test]
    fn other_mail_is_no_report() {
        for text in
            ["", "\0", "Subject: I am away\r\n\r\nUntil Sunday.", "Content-Type: message/delivery-status\r\n\r\n\r\n"]
        {
            assert_eq!(read(text.as_bytes()), None, "{text}");
        }
    }
}
