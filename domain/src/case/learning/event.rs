//! What happens while an end is looked back upon; names as in DOMAIN 5.8 where it has one.

use super::recurrence::Rates;
use super::{Change, Comparison, Evidence, Lesson, Question, Recurrence, ReplacementStatus};
use crate::case::event::Text;
use crate::days::Day;
use serde::{Deserialize, Serialize};

/// An event of the retrospective and of its lessons.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    RetrospectiveAnswered {
        question: Question,
        evidence: Evidence,
        #[serde(default)]
        said: Option<Text>,
    },
    /// What the answers to the question of our own part come to; of whom they are is not known.
    OwnPartsSummed {
        answers: u32,
        #[serde(default)]
        said: Option<Text>,
    },
    /// The key under which the answers to the question of our own part lay is destroyed: what stays is their sum.
    OwnPartKeyDestroyed {},
    ForecastCompared {
        comparison: Box<Comparison>,
        #[serde(default)]
        said: Option<Text>,
    },
    /// What went well in spite of all, and goes on.
    GoodThingsCarriedOn {
        #[serde(default)]
        said: Option<Text>,
    },
    ReplacementStated {
        status: ReplacementStatus,
        owner: String,
        #[serde(default)]
        said: Option<Text>,
    },
    RetrospectiveHeld {
        on: Day,
        #[serde(default)]
        said: Option<Text>,
    },
    LessonAccepted {
        lesson: Lesson,
        #[serde(default)]
        said: Option<Text>,
    },
    /// A lesson that does not hold is told to nobody any more; the case keeps it.
    LessonWithdrawn {
        lesson: u32,
        #[serde(default)]
        said: Option<Text>,
    },
    NoLessonFound {
        #[serde(default)]
        said: Option<Text>,
    },
    /// What a lesson changes is filed: how we work, or whom we take.
    PolicyChanged {
        lesson: u32,
        change: Change,
        #[serde(default)]
        said: Option<Text>,
    },
    MonitorSet {
        until: Day,
        owner: String,
    },
    RecurrenceDetected {
        lesson: u32,
        recurrence: Recurrence,
    },
    EffectMeasured {
        lesson: u32,
        rates: Rates,
    },
}
