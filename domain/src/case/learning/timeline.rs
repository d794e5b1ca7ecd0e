//! The causal timeline of an end, drawn from its journal: from the first sign to the closing, each moment with its source. What
//! was said of our own part is no moment of it, for its time would tell whose it is (RULINGS 35).

use crate::case::event::Event;
use crate::case::opening::Opening;
use crate::case::parting::{self, duties, further};
use crate::case::stage::Stage;
use crate::case::state::Stamped;
use crate::days::Day;
use crate::sign::Code;
use crate::word::words;

words! {
    /// What kind of moment it is.
    Kind {
        Sign = "sign",
        Opened = "opened",
        /// A possible cause was weighed.
        Cause = "cause",
        /// The client spoke, or was spoken to.
        Talk = "talk",
        Review = "review",
        Decision = "decision",
        Repair = "repair",
        Notice = "notice",
        Handover = "handover",
        Money = "money",
        Closing = "closing",
    }
}

/// Where a moment stands written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Finding(Code),
    /// An entry of the journal.
    Entry(u32),
}

/// One moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub on: Day,
    pub kind: Kind,
    pub source: Source,
}

/// Returns the moments of a case's journal, the first first; `signs` are the findings it began from, with the day of each.
pub fn timeline(opening: &Opening, entries: &[Stamped], signs: &[(Code, Day)]) -> Vec<Moment> {
    let signs = signs.iter().map(|(code, on)| Moment { on: *on, kind: Kind::Sign, source: Source::Finding(*code) });
    let entries = entries.iter().filter_map(|entry| {
        let (kind, on) = moment(&entry.event)?;
        let on = on.unwrap_or_else(|| opening.day_of(&entry.at));
        Some(Moment { on, kind, source: Source::Entry(entry.seq) })
    });
    let mut all: Vec<Moment> = signs.chain(entries).collect();
    all.sort_by_key(|moment| moment.on);
    all
}

/// Returns the kind of a moment, and its day where it is another than that of its writing.
fn moment(event: &Event) -> Option<(Kind, Option<Day>)> {
    Some(match event {
        Event::CaseOpened { .. } => (Kind::Opened, None),
        Event::HypothesisWeighed { .. } => (Kind::Cause, None),
        Event::ClientViewRecorded { on, .. } | Event::ClientMeetingHeld { on, .. } => (Kind::Talk, Some(*on)),
        Event::OpinionsRevealed { .. } | Event::ReviewDeferred { .. } => (Kind::Review, None),
        Event::DecisionSigned { .. } | Event::DecisionReopened { .. } => (Kind::Decision, None),
        Event::RepairPlanVersioned { .. }
        | Event::TrialStarted { .. }
        | Event::TrialEvaluated { .. }
        | Event::GuardrailBreached { .. }
        | Event::BoundariesCrossedAgain { .. } => (Kind::Repair, None),
        Event::BoundaryLetterAcknowledged { on } => (Kind::Repair, Some(*on)),
        Event::StageEntered { stage: Stage::Closed } => (Kind::Closing, None),
        Event::Parting(event) => of_parting(event)?,
        _ => return None,
    })
}

fn of_parting(event: &parting::Event) -> Option<(Kind, Option<Day>)> {
    use parting::Event;
    Some(match event {
        Event::BasisChosen { .. } | Event::NoticeDispatched { .. } => (Kind::Notice, None),
        Event::DefaultNoticeServed { on, .. }
        | Event::BreachCured { on, .. }
        | Event::SuspensionStarted { on, .. }
        | Event::DeliveryFailed { on, .. }
        | Event::AgreementSigned { on, .. }
        | Event::EndBroughtForward { on, .. }
        | Event::ClientGaveNotice { on, .. } => (Kind::Notice, Some(*on)),
        Event::NoticeReceived { receipt } => (Kind::Notice, Some(receipt.on)),
        Event::Further(event) => of_further(event)?,
        Event::StayRequested { on, .. } => (Kind::Talk, Some(*on)),
        Event::Duty(duties::Event::ObligationMoved { .. } | duties::Event::EndPlanned { .. }) => (Kind::Handover, None),
        Event::DataInstructionReceived { on, .. } => (Kind::Handover, Some(*on)),
        Event::AccountFrozen { .. } => (Kind::Money, None),
        Event::SettlementSigned { on, .. } => (Kind::Money, Some(*on)),
        Event::DataDisposed { disposal, .. } => (Kind::Closing, Some(disposal.on)),
        Event::ClosingSummaryDelivered { on, .. } => (Kind::Closing, Some(*on)),
        Event::ClosureSigned { closure, .. } => (Kind::Closing, Some(closure.on)),
        _ => return None,
    })
}

fn of_further(event: &further::Event) -> Option<(Kind, Option<Day>)> {
    use further::Event;
    match event {
        Event::FurtherNoticeDispatched { .. } | Event::ContractGoesOn { .. } => Some((Kind::Notice, None)),
        Event::FurtherDeliveryFailed { on, .. } => Some((Kind::Notice, Some(*on))),
        Event::FurtherNoticeReceived { receipt, .. } => Some((Kind::Notice, Some(receipt.on))),
        _ => None,
    }
}
