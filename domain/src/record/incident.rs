//! Tension between people, and the reports that take the protected road.

use super::kind::{Key, choice, record};
use super::{Moment, Text};
use serde::{Deserialize, Serialize};

choice! {
    /// What happened.
    IncidentKind { Dispute = "dispute", Escalation = "escalation", Doubt = "doubt", Boundary = "boundary" }
}

choice! {
    /// At whom an act was aimed.
    Side { Ours = "ours", Theirs = "theirs", ThirdParty = "third_party" }
}

record! {
    /// A dispute, an escalation, a doubt of our ability, or a crossed boundary.
    Incident in "incidents", key Key::Digest, happened "at",
    {
        at: Moment,
        kind: IncidentKind,
        cause: Option<Text>,
        /// Whether the complaint was found to be right.
        upheld: Option<bool>,
        invoice: Option<Text>,
        side: Option<Side>,
        person: Option<Text>,
        text: Option<Text>,
    }
}

choice! {
    /// What is reported. Discomfort needs no act and raises no sign.
    ReportKind {
        Discomfort = "discomfort",
        Disrespect = "disrespect",
        Harassment = "harassment",
        Bullying = "bullying",
        Discrimination = "discrimination",
        Threat = "threat",
        Safety = "safety",
        DataAbuse = "data_abuse",
        IllegalSuspected = "illegal_suspected",
        IllegalKnown = "illegal_known",
        Unethical = "unethical",
    }
}

/// A restricted report, entered by a person and sealed to its readers; it is in no table that others can read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub id: String,
    pub client: String,
    /// `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
    pub at: String,
    pub kind: ReportKind,
    pub target_side: Option<Side>,
    pub channel: Option<String>,
    pub witnesses: Option<String>,
    pub known_by: Option<String>,
    pub text: String,
    /// Who reported; `None` where the reporter asked not to be named.
    pub reported_by: Option<String>,
}
