//! What is learned from an end (DOMAIN B75 to B78, 5.3, 9 to 10): the questions of the retrospective with what their answers
//! rest on, what was foreseen beside what came, and lessons that change something.

pub mod act;
pub mod aftermath;
pub mod event;
pub mod forecast;
pub mod gate;
pub mod identity;
pub mod library;
pub mod measures;
pub mod recurrence;
pub mod timeline;

pub use act::Act;
pub use event::Event;
pub use forecast::Comparison;

use super::event::FactRef;
use super::root_cause::RootCause;
use super::stage::{Stage, Track};
use super::state::{Case, text};
use crate::days::Day;
use crate::sign::Code;
use crate::word::words;
use recurrence::Rates;
use serde::{Deserialize, Serialize};

words! {
    /// A set of questions (DOMAIN B76).
    Set {
        Management = "management",
        Expectations = "expectations",
        Obstacles = "obstacles",
    }
}

words! {
    /// A question of the retrospective.
    Question {
        /// What we did when the first sign was there.
        FirstSign = "first_sign",
        /// Whether the client was told in time, and plainly.
        Told = "told",
        /// What of our own work made it worse.
        OwnWork = "own_work",
        /// What we decided too late.
        Late = "late",
        /// What we promised and could not do.
        Promised = "promised",
        /// What they expected that was never agreed.
        Expected = "expected",
        /// What changed on either side and nobody spoke of.
        Changed = "changed",
        /// Which clause, or the lack of one, stood in the way.
        Clause = "clause",
        /// Which terms of payment or prices let it grow.
        Payment = "payment",
        /// Which law, permit or duty held it up or made it dearer.
        Law = "law",
    }
}

impl Question {
    /// Returns the set that it belongs to.
    pub fn set(self) -> Set {
        match self {
            Question::FirstSign | Question::Told | Question::OwnWork | Question::Late => Set::Management,
            Question::Promised | Question::Expected | Question::Changed => Set::Expectations,
            Question::Clause | Question::Payment | Question::Law => Set::Obstacles,
        }
    }
}

/// What an answer rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// A finding that the case began from.
    Finding(Code),
    /// An entry of the journal, by its number.
    Entry(u32),
    Record(FactRef),
    /// A letter of the end, by its number.
    Letter(u32),
    /// Nothing written: it is said to have none.
    Nothing,
}

words! {
    /// What a lesson changes (DOMAIN B39, B77).
    Form {
        /// How we work: terms, prices, thresholds.
        Policy = "policy",
        /// Whom we take: a criterion for the next client.
        Criterion = "criterion",
        /// What went well, and is kept.
        Practice = "practice",
    }
}

words! {
    /// Where the plan for what comes in a client's stead stands (DOMAIN B79, 5.3).
    ReplacementStatus {
        Replaced = "replaced",
        UnderWay = "under_way",
        NotBegun = "not_begun",
        /// Nobody looks for a replacement, on purpose.
        NotSought = "not_sought",
    }
}

/// A lesson; its words stand apart, for they are told to everyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    /// Counted from 1 in its case.
    pub id: u32,
    pub cause: RootCause,
    /// The finding in which the cause shows, if there is one: what is watched for.
    pub finding: Option<Code>,
    pub form: Form,
    pub owner: String,
}

/// What a lesson changed, from when, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub owner: String,
    pub effective_on: Day,
    /// The version of the policy of signs that it is in; other rules of the firm have none.
    pub version: Option<u32>,
    /// The criterion for the next client that came of it, by its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criterion: Option<String>,
}

/// The same cause was seen with others after the lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recurrence {
    /// Other clients who have the finding.
    pub clients: u32,
    /// Other cases that name the cause; none below [`CELL_MIN`].
    pub cases: u32,
    pub on: Day,
}

impl Recurrence {
    /// Keeps silent of cases that are so few that their number tells whose they are.
    pub fn told(self) -> Recurrence {
        Recurrence { cases: if self.cases >= CELL_MIN { self.cases } else { 0 }, ..self }
    }

    /// Tells whether it is more than what was told last.
    pub fn exceeds(self, last: Option<&Recurrence>) -> bool {
        last.map_or(self.clients > 0 || self.cases > 0, |last| self.clients > last.clients || self.cases > last.cases)
    }
}

/// An answer as it stands; without words where they were erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub question: Question,
    pub evidence: Evidence,
    pub said: Option<String>,
}

/// A lesson with what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    pub lesson: Lesson,
    pub on: Day,
    pub said: Option<String>,
    /// What was filed, with what it says.
    pub change: Option<(Change, Option<String>)>,
    pub recurrences: Vec<Recurrence>,
    /// What was measured, the first first, with the day.
    pub effects: Vec<(Rates, Day)>,
    /// Since when it does not hold any more, and why.
    pub withdrawn: Option<(Day, Option<String>)>,
}

/// Until when the causes are watched for, and who is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Monitor {
    pub until: Day,
    pub owner: String,
}

/// What was learned from a case, as it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Learning {
    /// The last answer to each question.
    pub answers: Vec<Answer>,
    /// How many answers of our own part it sums up, and the sum.
    pub own_parts: Option<(u32, Option<String>)>,
    /// The day on which the answers themselves were destroyed.
    pub own_parts_destroyed: Option<Day>,
    pub forecast: Option<(Comparison, Option<String>)>,
    pub good_things: Option<Option<String>>,
    /// Where the replacement stands, who sees to it, and what is said of it.
    pub replacement: Option<(ReplacementStatus, String, Option<String>)>,
    /// The day on which the retrospective was held, and what it came to.
    pub held: Option<(Day, Option<String>)>,
    pub lessons: Vec<Learned>,
    /// Why there is no lesson.
    pub no_lesson: Option<Option<String>>,
    pub monitor: Option<Monitor>,
}

/// Counts of fewer than this many are not shown, for they tell of whom they count (RULINGS 35).
pub const CELL_MIN: u32 = 4;

/// So many days after the closing the retrospective is held (DOMAIN 5.3).
pub const RETROSPECTIVE_DAYS: i32 = 30;

/// So many days after the lesson its cause is watched for with other clients (DOMAIN B78).
pub const MONITOR_DAYS: i32 = 365;

impl Learning {
    /// Applies an event on a day.
    pub fn apply(&mut self, event: &Event, on: Day) {
        match event {
            Event::RetrospectiveAnswered { question, evidence, said } => {
                self.answers.retain(|answer| answer.question != *question);
                let said = text(said);
                self.answers.push(Answer { question: *question, evidence: evidence.clone(), said });
            }
            Event::OwnPartKeyDestroyed {} => self.own_parts_destroyed = Some(on),
            Event::OwnPartsSummed { answers, said } => self.own_parts = Some((*answers, text(said))),
            Event::ForecastCompared { comparison, said } => {
                self.forecast = Some(((**comparison).clone(), text(said)));
            }
            Event::GoodThingsCarriedOn { said } => self.good_things = Some(text(said)),
            Event::ReplacementStated { status, owner, said } => {
                self.replacement = Some((*status, owner.clone(), text(said)));
            }
            Event::RetrospectiveHeld { on, said } => self.held = Some((*on, text(said))),
            Event::LessonAccepted { lesson, said } => {
                self.no_lesson = None;
                // Every lesson is watched for a whole year, also one that comes after the watching began.
                if let Some(monitor) = &mut self.monitor {
                    monitor.until = monitor.until.max(on.plus(MONITOR_DAYS));
                }
                self.lessons.push(Learned {
                    lesson: lesson.clone(),
                    on,
                    said: text(said),
                    change: None,
                    recurrences: vec![],
                    effects: vec![],
                    withdrawn: None,
                });
            }
            Event::LessonWithdrawn { lesson, said } => {
                self.change(*lesson, |learned| learned.withdrawn = Some((on, text(said))));
            }
            Event::NoLessonFound { said } => self.no_lesson = Some(text(said)),
            Event::PolicyChanged { lesson, change, said } => {
                self.change(*lesson, |learned| learned.change = Some((change.clone(), text(said))));
            }
            Event::MonitorSet { until, owner } => {
                self.monitor = Some(Monitor { until: *until, owner: owner.clone() });
            }
            Event::RecurrenceDetected { lesson, recurrence } => {
                self.change(*lesson, |learned| learned.recurrences.push(*recurrence));
            }
            Event::EffectMeasured { lesson, rates } => {
                self.change(*lesson, |learned| learned.effects.push((*rates, on)));
            }
        }
    }

    fn change(&mut self, id: u32, change: impl FnOnce(&mut Learned)) {
        if let Some(learned) = self.lessons.iter_mut().find(|learned| learned.lesson.id == id) {
            change(learned);
        }
    }

    /// Returns the answer to a question.
    pub fn answer(&self, question: Question) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.question == question)
    }

    /// Returns the lessons that hold.
    pub fn standing(&self) -> impl Iterator<Item = &Learned> {
        self.lessons.iter().filter(|learned| learned.withdrawn.is_none())
    }

    /// Returns a lesson by its number.
    pub fn lesson(&self, id: u32) -> Option<&Learned> {
        self.lessons.iter().find(|learned| learned.lesson.id == id)
    }
}

impl Learned {
    /// Returns the last day of the year in which its effect shows: its cause is no longer watched for, and what it changed
    /// has been in force for a year.
    pub fn shows_until(&self, watched_until: Day) -> Day {
        let changed = self.change.as_ref().map(|(change, _)| change.effective_on.plus(MONITOR_DAYS - 1));
        changed.map_or(watched_until, |until| until.max(watched_until))
    }

    /// Tells whether its effect is still to be measured: nobody has since the year until a day was over.
    pub fn awaits_effect(&self, until: Day) -> bool {
        self.lesson.finding.is_some() && self.effects.iter().all(|(_, on)| *on <= until)
    }
}

impl Case {
    /// Returns the sets of questions that are still open: on the light track one answer settles a set, on the full track
    /// each question has its own.
    pub fn open_sets(&self) -> Vec<Set> {
        let learning = &self.learning;
        let is_open = |set: &&Set| {
            let mut questions = Question::ALL.iter().filter(|question| question.set() == **set);
            match self.opening.track {
                Track::Light => questions.all(|question| learning.answer(*question).is_none()),
                Track::Full => questions.any(|question| learning.answer(*question).is_none()),
            }
        };
        Set::ALL.iter().filter(is_open).copied().collect()
    }

    /// Returns how many answers of our own part can be summed up; nothing where so few spoke that a sum tells who.
    pub fn own_parts_to_sum(&self) -> Option<u32> {
        self.rounds.own_parts_closed.filter(|answers| *answers >= CELL_MIN)
    }

    /// Tells whether the answers of our own part are due to be destroyed: everything was learned from them, and they stand
    /// yet (DOMAIN 2.14). Whether a hold keeps them is asked apart.
    pub fn own_parts_due(&self) -> bool {
        let answered = self.rounds.own_parts_closed.is_some_and(|answers| answers > 0);
        answered && self.stage == Stage::Learned && self.learning.own_parts_destroyed.is_none()
    }

    /// Tells whether something that an answer rests on is there; a record is looked up by whoever offers it.
    pub fn holds(&self, evidence: &Evidence) -> bool {
        match evidence {
            Evidence::Finding(code) => self.opening.findings.iter().any(|finding| finding.code == *code),
            Evidence::Entry(seq) => (1..=self.seq).contains(seq),
            Evidence::Letter(id) => self.parting.letters.iter().any(|letter| letter.id == *id),
            Evidence::Record(fact) => !fact.kind.is_empty() && !fact.id.is_empty(),
            Evidence::Nothing => true,
        }
    }

    /// Tells whether a lesson waits for its change: what is only kept changes nothing.
    pub fn awaits_change(&self) -> bool {
        let waits = |learned: &Learned| learned.lesson.form != Form::Practice && learned.change.is_none();
        self.learning.standing().any(waits)
    }
}
