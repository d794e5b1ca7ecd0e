//! What people do while they look back upon an end.

use super::forecast::Fact;
use super::identity::Names;
use super::recurrence::Rates;
use super::{Change, Evidence, Form, Question, Recurrence, ReplacementStatus};
use crate::case::role::Action;
use crate::case::root_cause::RootCause;
use crate::days::Day;
use crate::sign::Code;
use serde::Deserialize;

/// What a person wants to do; texts are theirs, and sealed when they are kept.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Answers questions of one set, each with what the answer rests on; of our own work it names nobody.
    AnswerQuestions {
        answers: Vec<(Question, Evidence, String)>,
        #[serde(skip)]
        names: Names,
    },
    /// Sums up what was said of our own part; the text names nobody.
    SumOwnParts {
        text: String,
        #[serde(skip)]
        names: Names,
    },
    /// What was answered of our own part is destroyed, once the case is to be sealed for good.
    DestroyOwnPartKey,
    CompareForecast {
        fact: Fact,
        text: Option<String>,
    },
    CarryOn {
        text: String,
    },
    /// Says where the plan for what comes in the client's stead stands, and who sees to it.
    StateReplacement {
        status: ReplacementStatus,
        owner: String,
        text: String,
    },
    HoldRetrospective {
        on: Day,
        text: String,
    },
    AcceptLesson {
        cause: RootCause,
        finding: Option<Code>,
        form: Form,
        owner: String,
        text: String,
        #[serde(skip)]
        names: Names,
    },
    WithdrawLesson {
        lesson: u32,
        text: String,
    },
    FindNoLesson {
        text: String,
    },
    FileChange {
        lesson: u32,
        change: Change,
        text: String,
    },
    SetMonitor {
        owner: String,
    },
    /// The program saw the cause again; no person does this.
    NoteRecurrence {
        lesson: u32,
        recurrence: Recurrence,
    },
    /// What the program counted before and after is kept.
    MeasureEffect {
        lesson: u32,
        rates: Rates,
    },
}

impl Act {
    /// Returns what the act counts as; `None` for what the program records.
    pub fn action(&self) -> Option<Action> {
        Some(match self {
            Act::SumOwnParts { .. } => Action::Facilitate,
            // Whoever seals what the firm keeps destroys what it must not hold.
            Act::DestroyOwnPartKey => Action::ExportDossier,
            Act::CompareForecast { .. } => Action::WorkFigures,
            Act::AcceptLesson { .. }
            | Act::WithdrawLesson { .. }
            | Act::FindNoLesson { .. }
            | Act::StateReplacement { .. }
            | Act::FileChange { .. } => Action::Decide,
            Act::NoteRecurrence { .. } => return None,
            _ => Action::Work,
        })
    }

    /// Tells whether it has its place once everything is sealed.
    pub fn is_supplementary(&self) -> bool {
        matches!(
            self,
            Act::NoteRecurrence { .. }
                | Act::MeasureEffect { .. }
                | Act::WithdrawLesson { .. }
                | Act::DestroyOwnPartKey
        )
    }
}
