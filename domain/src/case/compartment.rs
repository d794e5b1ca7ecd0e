//! The compartment of counsel and compliance: whether there is a duty to report, and what only they may know of it
//! (DOMAIN A11, 2.16). It is a journal of its own, sealed to them alone.

use super::event::Text;
use super::parting::event::ArchiveSaid;
use super::parting::{Archive, Scope};
use super::refusal::{Field, Refusal, Why, text};
use super::state::Case;
use crate::days::Day;
use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// What counsel or compliance found on the duty to report.
    DutyToReport {
        Must = "must",
        May = "may",
        None = "none",
    }
}

/// The assessment of a duty to report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    pub duty: DutyToReport,
    /// By when, where there is a term.
    pub by: Option<Day>,
    /// Whether we may speak of it to the client at all.
    pub may_speak: bool,
    /// Whether stopping now would tip off those concerned.
    pub stopping_tips_off: bool,
}

/// What an assessment rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutySaid {
    pub reason: String,
    /// To whom it is reported.
    pub to: String,
}

/// What happens in a compartment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Privileged {
    DutyAssessed {
        duty: Duty,
        #[serde(default)]
        said: Option<DutySaid>,
    },
    /// It was reported to whom it had to be.
    Reported {
        on: Day,
        #[serde(default)]
        said: Option<Text>,
    },
    NoteWritten {
        #[serde(default)]
        said: Option<Text>,
    },
    /// What counsel said of the case, with all that stands here, was sealed for its readers and opened again.
    ArchiveKept {
        archive: Archive,
        #[serde(default)]
        said: Option<ArchiveSaid>,
    },
}

/// Checks an assessment: a duty says to whom and by when; whoever must not speak must not show it either.
pub fn assess(duty: Duty, said: DutySaid) -> Result<Privileged, Refusal> {
    text(&said.reason)?;
    if duty.duty == DutyToReport::Must {
        text(&said.to)?;
        if duty.by.is_none() {
            return Err(Refusal::Invalid { field: Field::Day, why: Why::Empty });
        }
    }
    Ok(Privileged::DutyAssessed { duty, said: Some(said) })
}

/// Checks a report to an authority.
pub fn report(on: Day, said: String, today: Day) -> Result<Privileged, Refusal> {
    super::refusal::has_come(on, today)?;
    text(&said)?;
    Ok(Privileged::Reported { on, said: Text::of(said) })
}

/// Checks a note.
pub fn note(said: String) -> Result<Privileged, Refusal> {
    text(&said)?;
    Ok(Privileged::NoteWritten { said: Text::of(said) })
}

/// Checks that what counsel said was archived in its time, for somebody.
pub fn keep(case: &Case, archive: Archive, readers: Vec<String>) -> Result<Privileged, Refusal> {
    text(&archive.sha256)?;
    if !Scope::Privileged.has_come(case) {
        return Err(Refusal::NotNow { stage: case.stage });
    }
    // What nobody could open is no archive.
    if readers.is_empty() {
        return Err(Refusal::Invalid { field: Field::Text, why: Why::Empty });
    }
    Ok(Privileged::ArchiveKept { archive, said: Some(ArchiveSaid { readers }) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duty_says_to_whom_and_by_when() {
        let duty = |duty, by| Duty { duty, by, may_speak: false, stopping_tips_off: true };
        let said = |to: &str| DutySaid { reason: "مادة".to_owned(), to: to.to_owned() };
        let day = Day::new(2026, 12, 1);
        assert!(assess(duty(DutyToReport::Must, day), said("الوحدة")).is_ok());
        assert_eq!(
            assess(duty(DutyToReport::Must, None), said("الوحدة")),
            Err(Refusal::Invalid { field: Field::Day, why: Why::Empty })
        );
        assert!(assess(duty(DutyToReport::Must, day), said(" ")).is_err());
        assert!(assess(duty(DutyToReport::None, None), said("")).is_ok());
    }
}
