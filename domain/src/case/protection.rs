//! The protected road: a person first, then the client (DOMAIN A6–A18, 2.16, 2.17).

use super::event::Event;
use super::state::{Case, text};
use crate::days::Day;
use crate::record::ReportKind;
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// The three doors for people.
    Door {
        /// No act is needed; protective options at once; closes when the person says so.
        Discomfort = "discomfort",
        /// Open to interpretation: a second reader, context, pattern, the other side's reply.
        Interpretation = "interpretation",
        /// Always wrong, or illegal: the critical road.
        Wrong = "wrong",
    }
}

impl Door {
    /// Returns the door that an act leads through; whoever reports may choose another.
    pub fn named_by(kind: ReportKind) -> Door {
        match kind {
            ReportKind::Discomfort => Door::Discomfort,
            ReportKind::Disrespect => Door::Interpretation,
            _ => Door::Wrong,
        }
    }
}

words! {
    /// What whoever reported asks for.
    Wish {
        Act = "act",
        /// To know that it is written down; nobody goes to the client on account of it without their knowledge.
        RecordOnly = "record_only",
    }
}

words! {
    /// What must happen, in the order of its clock (DOMAIN 2.17).
    Milestone {
        Acknowledged = "acknowledged",
        /// Protection was offered and answered, whatever the answer.
        ProtectionDecided = "protection_decided",
        ContactNamed = "contact_named",
        StatementTaken = "statement_taken",
        /// Someone senior and safe spoke to the client, with the reporter's knowledge.
        ClientApproached = "client_approached",
        /// A second person read it, and judged for themself.
        SecondReading = "second_reading",
        /// What was going on round it.
        ContextNoted = "context_noted",
        /// Whether it happened before, or to others.
        PatternSought = "pattern_sought",
        OtherSideHeard = "other_side_heard",
        /// It was explained: nobody is blamed.
        Explained = "explained",
        /// It did not happen as it was understood; nobody is blamed for having said so.
        NotBorneOut = "not_borne_out",
        OutcomeTold = "outcome_told",
        /// Whoever was to tell the client what was decided has done so.
        ClientTold = "client_told",
        RetaliationChecked30 = "retaliation_checked_30",
        RetaliationChecked90 = "retaliation_checked_90",
        RetaliationChecked180 = "retaliation_checked_180",
        /// The person says that it is over.
        ClosedByPerson = "closed_by_person",
        Closed = "closed",
    }
}

/// A milestone that was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    pub milestone: Milestone,
    pub on: Day,
    /// Whom it names: the contact person, or who spoke to the client.
    pub who: Option<String>,
    /// Who wrote it down.
    pub by: String,
    pub said: Option<String>,
}

words! {
    /// What protects a person at once (DOMAIN A17); moving the harmed person is none of the first.
    MeasureKind {
        Company = "company",
        Channel = "channel",
        RemoveContact = "remove_contact",
        PauseContact = "pause_contact",
        Support = "support",
        /// Only by their own wish.
        Reassignment = "reassignment",
    }
}

/// A protective measure, with its own owner, whatever becomes of the client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    pub id: u32,
    pub kind: MeasureKind,
    pub owner: String,
    /// Whether the person it protects agreed when it was written down; if not, it is offered to them.
    pub consent: bool,
    pub since: Day,
    pub until: Option<Day>,
}

/// A measure with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protected {
    pub measure: Measure,
    pub said: Option<String>,
    /// What the person answered when it was offered.
    pub answer: Option<bool>,
    pub ended: Option<Day>,
}

impl Protected {
    /// Tells whether it runs: the person agreed, and it has not ended.
    pub fn runs(&self) -> bool {
        self.ended.is_none() && (self.measure.consent || self.answer == Some(true))
    }

    /// Tells whether it waits for the person's answer.
    pub fn is_offered(&self) -> bool {
        self.ended.is_none() && !self.measure.consent && self.answer.is_none()
    }
}

words! {
    /// How a member is part of what was reported.
    Part {
        Accused = "accused",
        Harmed = "harmed",
    }
}

/// Counsel's word to those who act: what must not be seen. It gives no reasons; they stand in the compartment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instruction {
    /// A stop that shows would tip off those concerned (DOMAIN 2.16).
    pub no_visible_hold: bool,
    /// Nothing is said to the client for now.
    pub no_word_to_client: bool,
}

/// What has been done for a person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Protection {
    pub door: Option<Door>,
    /// From which day this door's clock runs.
    pub door_since: Option<Day>,
    /// The act that was named when the report moved to another door.
    pub named: Option<ReportKind>,
    pub wish: Option<Wish>,
    pub milestones: Vec<Reached>,
    pub measures: Vec<Protected>,
    pub instruction: Option<(Instruction, Option<String>)>,
    /// Members who are part of what was reported; they see nothing of the case.
    pub parties: Vec<(String, Part)>,
    /// What whoever reported added later, with the day.
    pub added: Vec<(Day, Option<String>)>,
}

impl Protection {
    /// Tells whether a milestone was reached.
    pub fn has(&self, milestone: Milestone) -> bool {
        self.reached(milestone).is_some()
    }

    /// Returns a milestone that was reached.
    pub fn reached(&self, milestone: Milestone) -> Option<&Reached> {
        self.milestones.iter().find(|reached| reached.milestone == milestone)
    }

    /// Returns the measures that run.
    pub fn running(&self) -> impl Iterator<Item = &Measure> {
        self.measures.iter().filter(|one| one.runs()).map(|one| &one.measure)
    }

    /// Tells whether whoever reported asked for no more than a record.
    pub fn is_record_only(&self) -> bool {
        self.wish == Some(Wish::RecordOnly)
    }

    /// Tells whether nothing more is asked of anyone.
    pub fn is_closed(&self) -> bool {
        self.has(Milestone::Closed) || self.has(Milestone::ClosedByPerson)
    }

    /// Tells whether a member is part of what was reported.
    pub fn is_party(&self, member: &str) -> bool {
        self.parties.iter().any(|(party, _)| party == member)
    }
}

impl Case {
    /// Applies an event of the overlays and the protected road.
    pub(super) fn apply_protection(&mut self, event: &Event, by: &str, on: Day) {
        let protection = &mut self.protection;
        let measure = |id: u32| move |one: &&mut Protected| one.measure.id == id;
        match event {
            Event::WorkHoldSet { hold } => self.holds.push(hold.clone()),
            Event::WorkHoldReleased { hold } => self.holds.retain(|set| set != hold),
            Event::CounselStopSet { .. } => self.counsel_stop = true,
            Event::CounselStopReleased { .. } => self.counsel_stop = false,
            Event::DoorChanged { door, named, .. } => {
                protection.door = Some(*door);
                protection.door_since = Some(on);
                protection.named = named.or(protection.named);
            }
            Event::WishStated { wish, .. } => protection.wish = Some(*wish),
            Event::ReporterSpoke { said } => protection.added.push((on, text(said))),
            Event::PartyNamed { member, part, .. } => protection.parties.push((member.clone(), *part)),
            Event::MilestoneReached { milestone, on, who, said } => {
                let (who, by) = (who.clone(), by.to_owned());
                protection.milestones.push(Reached { milestone: *milestone, on: *on, who, by, said: text(said) });
            }
            Event::ProtectiveMeasureStarted { measure, said } => {
                let started = Protected { measure: measure.clone(), said: text(said), answer: None, ended: None };
                protection.measures.push(started);
            }
            Event::MeasureAnswered { measure: id, agrees, .. } => {
                protection.measures.iter_mut().filter(measure(*id)).for_each(|one| one.answer = Some(*agrees));
            }
            Event::ProtectiveMeasureEnded { measure: id, .. } => {
                protection.measures.iter_mut().filter(measure(*id)).for_each(|one| one.ended = Some(on));
            }
            Event::EvidenceSealed { name, sha256, .. } => self.evidence.push((name.clone(), sha256.clone())),
            Event::CounselInstructed { instruction, said } => {
                protection.instruction = Some((*instruction, text(said)));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_act_named_chooses_the_door() {
        use crate::record::Choice;
        let doors: Vec<&str> = ReportKind::WORDS
            .iter()
            .filter_map(|word| ReportKind::of(word))
            .map(|k| Door::named_by(k).word())
            .collect();
        assert_eq!(doors[..3], ["discomfort", "interpretation", "wrong"]);
        assert!(doors[3..].iter().all(|door| *door == "wrong"));
    }
}
