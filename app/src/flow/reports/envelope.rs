//! What a report is inside its seal: everything that belongs to it, its case included.

use super::journal::Line;
use domain::case::protection::Door;
use domain::case::{Action, Case, Stamped};
use domain::days::Day;
use domain::journal::Break;
use domain::record::Report;
use serde::{Deserialize, Serialize};

/// What may help a person at once.
pub const WISHES: [&str; 5] = ["company", "channel", "handover", "no_contact", "only_tell"];

/// A report with everything that belongs to it; all of it is inside the seal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Envelope {
    pub report: Report,
    pub client_name: String,
    pub filed_on: Day,
    /// What would help now, as words of `WISHES`.
    pub wishes: Vec<String>,
    pub readers: Vec<Reader>,
    /// Whom the reporter struck, and who turned out to be part of it: nobody may open the report to them.
    pub struck: Vec<String>,
    /// The key by which the reporter, if they wished, keeps access. It was drawn for this report alone, so that it does
    /// not say whose it is.
    pub kept_by: Option<String>,
    pub files: Vec<File>,
    /// The journal of the case that the report opened.
    pub case: Vec<Line>,
}

/// Someone to whom a report is sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    pub member: String,
    pub name: String,
    pub key: String,
}

/// A file that came with a report; its bytes are a sealed text of their own, whose only key is here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    pub name: String,
    pub sha256: String,
    pub bytes: u64,
    pub row: String,
    pub secret: String,
}

/// A report that a key opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The version of the sealed text, for sealing it anew.
    pub version: i64,
    pub envelope: Envelope,
    /// Whether it is the reporter's own, opened by the key they kept.
    pub own: bool,
    pub case: Case,
    pub entries: Vec<Stamped>,
    /// Where the journal of the case is broken.
    pub broken: Option<Break>,
}

impl Opened {
    /// Returns the report's id, which is the case's, too.
    pub fn id(&self) -> &str {
        &self.envelope.report.id
    }

    /// Tells whether the report still asks for something.
    pub fn is_open(&self) -> bool {
        !self.case.protection.is_closed()
    }

    /// Tells whether it stands on the critical road, so that it raises a sign for those who may read it. What may be
    /// understood in two ways is no finding before it was looked at (DOMAIN A16).
    pub fn is_critical(&self) -> bool {
        self.is_open() && self.case.protection.door == Some(Door::Wrong)
    }

    /// Returns the report as it stands: with the act that was named later, if it moved to another door.
    pub fn report(&self) -> Report {
        let kind = self.case.protection.named.unwrap_or(self.envelope.report.kind);
        Report { kind, ..self.envelope.report.clone() }
    }

    /// Tells whether whoever opened it may see it: a key opens what was sealed to it, a role says that it may.
    pub fn is_for(&self, member: &str) -> bool {
        self.own || self.case.allows(member, Action::See)
    }
}
