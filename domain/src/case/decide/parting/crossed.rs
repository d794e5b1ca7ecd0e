//! The client's own notice, and the day of the end where two notices cross.

use super::invalid;
use crate::case::event::{Event as CaseEvent, Text};
use crate::case::parting::crossed::ClientNotice;
use crate::case::parting::{Computed, Event};
use crate::case::refusal::{Field, Refusal, Why, has_come, text};
use crate::case::stage::Stage;
use crate::case::state::Case;
use crate::days::Day;

/// The client gave notice: it is computed as ours is. Where it governs, the day of the end is fixed, and a case that was
/// still being weighed prepares the end; nothing is left to decide.
pub fn record(
    case: &Case,
    computed: Computed,
    accepted: bool,
    said: String,
    today: Day,
) -> Result<Vec<CaseEvent>, Refusal> {
    text(&said)?;
    // What did not count, or was written down before notices were computed, is said again.
    let stands = |known: &&ClientNotice| known.counts && known.computed.is_some();
    let mut standing = case.parting.client_notices.iter().filter(stands).map(ClientNotice::contract).peekable();
    // Where one contract was named, the next notice names its own.
    if computed.contract.is_none() && standing.peek().is_some_and(Option::is_some) {
        return Err(invalid(Field::Choice, Why::Empty));
    }
    if standing.any(|named| named.is_none() || named == computed.contract.as_deref()) {
        return Err(Refusal::Done);
    }
    has_come(computed.sent_on().ok_or(invalid(Field::Day, Why::Unknown))?, today)?;
    let no_form = !accepted && case.parting.form_of(&computed) == Some(false);
    let (on, effective_on) = (computed.received_on, computed.effective_on);
    let gave =
        Event::ClientGaveNotice { on, effective_on, computed: Some(Box::new(computed)), no_form, said: Text::of(said) };
    let events = with_end(case, gave, None);
    let governs = events.len() > 1;
    let mut events: Vec<CaseEvent> = events.into_iter().map(CaseEvent::Parting).collect();
    if governs && !case.stage.is_parting() {
        events.push(CaseEvent::StageEntered { stage: Stage::PreparingExit });
    }
    Ok(events)
}

/// Returns an event with the day of the end that it fixes, if it fixes one: the client's where their notice governs after it,
/// else ours; never one later than the day to which both brought it forward.
pub fn with_end(case: &Case, event: Event, ours: Option<Day>) -> Vec<Event> {
    let mut after = case.parting.clone();
    after.apply(&event, "", ("", case.opening.on));
    let on = after.ended_by_client().map(|theirs| theirs.effective_on).or(ours);
    let on = on.map(|on| after.brought_forward_to().map_or(on, |agreed| on.min(agreed)));
    let fixed = on.filter(|on| after.effective_on != Some(*on)).map(|on| Event::EffectiveDateFixed { on });
    [event].into_iter().chain(fixed).collect()
}
