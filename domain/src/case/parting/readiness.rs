//! What stands ready before the client is told: that finance accepted the scenario on which the decision rests, and who tells
//! our own people, on which day: after the client, unless there is need (DOMAIN 5.3, 5 to 6; PPL-01).

use super::{Letter, Parting};
use crate::case::event::Text;
use crate::case::role::Action;
use crate::case::stage::Stage;
use crate::case::state::{Case, text};
use crate::days::Day;
use crate::separation::letter::{Differs, Runs, repeats};
use serde::{Deserialize, Serialize};
use std::cell::LazyCell;

/// An event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// Finance accepts the saved run, by its number; said is what finance found.
    ScenarioAccepted {
        run: String,
        #[serde(default)]
        said: Option<Text>,
    },
    /// Who tells the team, and on which day; said is what they hear, and why before the client where it is before.
    BriefingPlanned {
        member: String,
        on: Day,
        #[serde(default)]
        before_client: bool,
        #[serde(default)]
        said: Option<Text>,
    },
    /// The team was told; said is who was there, or what was asked.
    TeamBriefed {
        on: Day,
        #[serde(default)]
        said: Option<Text>,
    },
}

/// What a person wants to do with it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    AcceptScenario { text: String },
    PlanBriefing { member: String, on: Day, before_client: bool, text: String },
    BriefTeam { on: Day, text: String },
}

impl Act {
    /// Returns the stages in which it has its place.
    pub fn stages(&self) -> &'static [Stage] {
        match self {
            // What goes out by mail asks for all of it again once the notice began.
            Act::AcceptScenario { .. } | Act::PlanBriefing { .. } => &[Stage::PreparingExit, Stage::Notice],
            Act::BriefTeam { .. } => &[Stage::PreparingExit, Stage::Notice, Stage::Transition],
        }
    }

    /// Returns what the act counts as in the permission matrix.
    pub fn action(&self) -> Action {
        match self {
            Act::AcceptScenario { .. } => Action::WorkFigures,
            Act::PlanBriefing { .. } | Act::BriefTeam { .. } => Action::Work,
        }
    }
}

/// How far it stands ready.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readiness {
    /// The saved run that finance accepted.
    pub accepted_run: Option<String>,
    pub briefing: Option<Briefing>,
    pub briefed_on: Option<Day>,
}

/// Words that were said for few and stand in a text for others.
#[derive(Clone, Debug, PartialEq)]
pub struct Leak {
    pub at: Leaking,
    pub said: String,
}

/// The text in which they stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Leaking {
    Letter(u32),
    Answer,
    Sentence,
    Briefing,
}

/// Who tells our own people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Briefing {
    pub member: String,
    pub on: Day,
    pub before_client: bool,
    /// What they hear, where it can be read.
    pub said: Option<String>,
}

impl Readiness {
    /// Tells whether it is said who tells our own people, or whether they know.
    pub fn is_briefed(&self) -> bool {
        self.briefing.is_some() || self.briefed_on.is_some()
    }

    /// Applies an event.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::ScenarioAccepted { run, .. } => self.accepted_run = Some(run.clone()),
            Event::BriefingPlanned { member, on, before_client, said } => {
                let (member, on, before_client) = (member.clone(), *on, *before_client);
                self.briefing = Some(Briefing { member, on, before_client, said: text(said) });
            }
            Event::TeamBriefed { on, .. } => self.briefed_on = Some(*on),
        }
    }
}

impl Parting {
    /// Returns the day on which the client is told by the first notice of any contract: as it went out, or as it is planned.
    pub fn told_on(&self) -> Option<Day> {
        self.told_days().min()
    }

    /// Returns the day from which the client knows of all that ends: on which the last notice goes out.
    pub fn told_all_on(&self) -> Option<Day> {
        self.told_days().max()
    }

    fn told_days(&self) -> impl Iterator<Item = Day> {
        let planned = || self.duties.plan().map(|plan| plan.given.notice_on);
        let first = self.standing().and_then(|computed| computed.sent_on()).or_else(planned);
        let further = self.further_ending().filter_map(|own| match &own.dispatch {
            Some(dispatch) => dispatch.sent_on(),
            None => own.computed.as_ref()?.sent_on(),
        });
        first.into_iter().chain(further)
    }
}

impl Case {
    /// Tells whether finance accepted the scenario that stands.
    pub fn is_scenario_accepted(&self) -> bool {
        let accepted = self.parting.readiness.accepted_run.as_ref();
        self.scenario.as_ref().is_some_and(|scenario| accepted == Some(&scenario.run))
    }

    /// Returns the words of what is ready to go to the client, to others or to our own people that were said here for few
    /// (DOMAIN B42); what someone let stand in a letter is no leak, and what was told cannot be told otherwise.
    pub fn leaks(&self) -> Vec<Leak> {
        let parting = &self.parting;
        // Whoever asks for the gates asks for this: the words are read once for all texts, and only where one waits.
        let internal = LazyCell::new(|| Runs::of(&self.internal_words()));
        let stands = |letter: &Letter| letter.is_served || letter.lifted.contains(&Differs::Internal);
        let ends = parting.letters.iter().filter(|letter| !stands(letter) && self.is_notice(letter.id));
        let ends = ends.filter_map(|letter| Some((Leaking::Letter(letter.id), letter.text()?)));
        let answers = parting.questions.iter().flatten().map(|said| (Leaking::Answer, said.answer.as_str()));
        let untold = parting.touched.rows.iter().filter(|row| row.told_on.is_none());
        let touched = untold.filter_map(|row| row.said.as_ref());
        let sentences = touched.map(|said| (Leaking::Sentence, said.sentence.as_str()));
        let briefing = parting.readiness.briefing.iter().filter(|_| parting.readiness.briefed_on.is_none());
        let briefing = briefing.filter_map(|briefing| briefing.said.as_deref());
        let texts = ends.chain(answers).chain(sentences).chain(briefing.map(|said| (Leaking::Briefing, said)));
        texts.filter_map(|(at, text)| Some(Leak { at, said: internal.first_in(text)? })).collect()
    }

    /// Returns the words of a text that repeat what was said here for few.
    pub fn repeats_internal(&self, text: &str) -> Option<String> {
        repeats(text, &self.internal_words())
    }

    /// Returns what was said in the case for few: opinions, complaints, dissent, counsel's word, why it was decided, and what
    /// whoever read the dossier found.
    pub fn internal_words(&self) -> Vec<String> {
        let opinions = self.rounds.opinions.iter().filter_map(|opinion| opinion.said.as_ref());
        let opinions = opinions.flat_map(|said| [&said.why, &said.changes_my_mind]);
        let complaints = self.rounds.complaints.iter().filter_map(|complaint| complaint.said.as_ref());
        let counsel = self.counsel.iter().filter_map(|word| word.said.as_ref());
        let decided = self.signed.iter().filter_map(|signed| signed.said.as_ref());
        let decided = decided.flat_map(|said| [&said.reason, &said.on_repair]);
        let dissent = self.rounds.dissent.iter().filter_map(|dissent| dissent.said.as_ref());
        let of_dossier = self.parting.dossier_said.iter();
        opinions.chain(complaints).chain(dissent).chain(counsel).chain(decided).chain(of_dossier).cloned().collect()
    }
}
