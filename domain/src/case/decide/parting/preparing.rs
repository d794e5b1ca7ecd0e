//! What is prepared before the notice goes out: the right, the day, the letters, who agreed to them.

use super::serving::kept;
use super::{Decided, Now, agrees_unless_gone, client, further, invalid, mailing, uncomputed};
use crate::case::decide::decision::cooled_off;
use crate::case::event::Text;
use crate::case::gate::{Item, gates, missing};
use crate::case::parting::event::QuestionSaid;
use crate::case::parting::gate::to_warn;
use crate::case::parting::{Act, Approved, Basis, Computed, Event, Letter, LetterSaid, Version};
use crate::case::refusal::{Field, Refusal, Why, has_come, lies_ahead, text};
use crate::case::role::{Action, Role};
use crate::case::stage::Stage;
use crate::case::state::Case;
use crate::days::Day;
use crate::retention::Class;
use crate::separation::agreement::Point;
use crate::separation::letter::{Differs, Kind, Rung};
use crate::separation::notice::Method;
use crate::separation::tone::{Context, Language};

pub fn prepare(case: &Case, by: &str, act: Act) -> Decided {
    let event = match act {
        Act::ChooseBasis { basis, text: why } => {
            text(&why)?;
            Event::BasisChosen { basis, said: Text::of(why) }
        }
        Act::ReviewContract { contract, right, text: clause } => {
            text(&contract)?;
            // One that came to be known since the notice has a notice of its own; what was served rests on what was read.
            if case.stage != Stage::PreparingExit {
                further::may_be_read(case, &contract)?;
            }
            // A right stands in the contract's own words.
            if !right.bases.is_empty() {
                text(&clause)?;
            }
            Event::ClauseExtracted { contract, right, said: Text::of(clause) }
        }
        Act::ComputeNotice { contract, input, own } => {
            let computed = Computed::by_right(case.parting.basis(), contract, input, own).map_err(uncomputed)?;
            Event::NoticeComputed { computed: Box::new(computed) }
        }
        Act::ReviewDossier { text: said } => {
            text(&said)?;
            if case.signed.as_ref().is_some_and(|signed| signed.by == by) && case.opening.members > 1 {
                return Err(Refusal::SamePerson);
            }
            // Whoever is a party, or stood aside, does not judge whether the grounds hold (DOMAIN B41).
            if case.protection.is_party(by) || case.rounds.recused.iter().any(|member| member == by) {
                return Err(invalid(Field::Member, Why::NotAllowedHere));
            }
            Event::DossierReviewed { said: Text::of(said) }
        }
        Act::NameNotifier { member, text: said } => {
            text(&member)?;
            // Whoever was harmed meets nobody, and the accused speaks for nobody (DOMAIN T7).
            if case.protection.is_party(&member) {
                return Err(invalid(Field::Member, Why::NotAllowedHere));
            }
            Event::NotifierNamed { member, said: said.and_then(Text::of) }
        }
        Act::PrepareQuestion { question, answer, context } => {
            text(&question)?;
            client::may_be_said(case, &answer, &context)?;
            Event::QuestionPrepared { said: Some(QuestionSaid { question, answer }) }
        }
        Act::ConsiderImpact { text: said } => {
            text(&said)?;
            Event::ImpactConsidered { said: Text::of(said) }
        }
        Act::CheckHold { hold, text: said } => {
            text(&said)?;
            if !hold {
                case.may_destroy(Class::ClientData)?;
            }
            Event::HoldChecked { hold, said: Text::of(said) }
        }
        other => unreachable!("not an act of preparing: {other:?}"),
    };
    Ok(vec![event])
}

/// A point is settled until both have signed; what every agreement says cannot be left out (DOMAIN B86).
pub fn settle(case: &Case, point: Point, needed: bool, on: Option<Day>, said: String) -> Decided {
    text(&said)?;
    if case.parting.basis() != Some(Basis::Agreement) || (!needed && point.is_always_needed()) {
        return Err(invalid(Field::Choice, Why::NotAllowedHere));
    }
    if case.parting.agreed.is_some() {
        return Err(Refusal::Done);
    }
    Ok(vec![Event::PointSettled { point, needed, on: on.filter(|_| needed), said: Text::of(said) }])
}

pub fn draft(
    case: &Case,
    letter: Option<u32>,
    (kind, rung): (Kind, Option<Rung>),
    (language, said): (Language, String),
    context: &Context,
) -> Decided {
    text(&said)?;
    let (letter, rung) = match letter {
        None => (case.parting.next_letter(), rung.filter(|_| kind == Kind::Reminder)),
        Some(id) => {
            let known = case.parting.letter(id).filter(|letter| letter.kind == kind);
            let known = known.ok_or(invalid(Field::Choice, Why::Unknown))?;
            // What was served stands; what was wrong in it needs another letter.
            if known.is_served {
                return Err(Refusal::Done);
            }
            (id, known.last().and_then(|version| version.rung))
        }
    };
    let mut version = Version::of(kind, language, &said, context);
    version.rung = rung;
    version.sums_differ = case.contradictions(&said, &context.sums).iter().any(|one| one.differs == Differs::Sum);
    Ok(vec![Event::LetterDrafted { letter, kind, version, said: Some(LetterSaid { text: said }) }])
}

/// Someone else lets a letter pass; who has nobody else comes back to it after a day (DOMAIN 5.1).
pub fn overridden(case: &Case, by: &str, id: u32, why: String, now: &Now) -> Decided {
    text(&why)?;
    let letter = case.parting.letter(id).ok_or(invalid(Field::Choice, Why::Unknown))?;
    if letter.author() == Some(by) && case.opening.members > 1 {
        return Err(Refusal::SamePerson);
    }
    if letter.is_served || case.lets_pass(letter) {
        return Err(Refusal::Done);
    }
    if letter.last().is_some_and(|version| version.is_counsels) && !case.allows(by, Action::Counsel) {
        return Err(Refusal::NotYours { action: Action::Counsel, roles: vec![Role::Counsel] });
    }
    if letter.author() == Some(by) {
        cooled_off(letter.written_at(), &now.at)?;
    }
    // What was let stand before is let stand still.
    let mut differs = letter.lifted.clone();
    differs.extend(case.objections(letter).iter().map(|one| one.differs));
    Ok(vec![Event::LetterOverridden { letter: id, differs, said: Text::of(why) }])
}

pub fn approve(case: &Case, by: &str, approval: Approved, now: &Now) -> Decided {
    let parting = &case.parting;
    let Some(letter) = parting.main_letter().filter(|letter| case.lets_pass(letter)) else {
        return Err(Refusal::Missing(missing(gates(case, Stage::Notice, now.today))));
    };
    if parting.is_approved(approval) {
        return Err(Refusal::Done);
    }
    match approval {
        Approved::Second if letter.author() == Some(by) => return Err(Refusal::SamePerson),
        Approved::CooledOff if case.opening.members > 1 => return Err(invalid(Field::Choice, Why::NotAllowedHere)),
        Approved::CooledOff => cooled_off(letter.written_at(), &now.at)?,
        _ => {}
    }
    Ok(vec![Event::NoticeApproved { approval }])
}

/// Someone stands behind a grave letter as it is; who has nobody else comes back to it after a day (DOMAIN 5.1).
pub fn stand_behind(case: &Case, by: &str, id: u32, now: &Now) -> Decided {
    let letter = case.parting.letter(id).filter(|letter| letter.is_grave());
    let letter = letter.ok_or(invalid(Field::Choice, Why::NotAllowedHere))?;
    mailing::is_here(case, letter)?;
    if letter.is_served || letter.approved_by.iter().any(|member| member == by) {
        return Err(Refusal::Done);
    }
    if !case.lets_pass(letter) {
        return Err(Refusal::lacks(Item::LetterCheck, Role::Lead));
    }
    if letter.author() == Some(by) {
        if case.opening.members > 1 {
            return Err(Refusal::SamePerson);
        }
        cooled_off(letter.written_at(), &now.at)?;
    }
    Ok(vec![Event::LetterApproved { letter: id }])
}

/// Refuses a grave letter behind which too few stand, where no decision to end does; what the mail server took is out.
pub fn stood_behind(case: &Case, letter: &Letter) -> Result<(), Refusal> {
    let is_gone = letter.is_out() || case.parting.is_ordered(letter.id);
    let lacking = if is_gone { vec![] } else { missing(to_warn(case, letter)) };
    if lacking.is_empty() { Ok(()) } else { Err(Refusal::Missing(lacking)) }
}

fn lacks(item: Item) -> Refusal {
    Refusal::lacks(item, Role::DecisionOwner)
}

/// Refuses a notice of default by a way that the contract does not name: the time to cure may never begin.
pub fn in_form(case: &Case, method: Method) -> Result<(), Refusal> {
    if case.parting.names_way_of_default(method) == Some(false) { Err(lacks(Item::NoticeForm)) } else { Ok(()) }
}

pub fn breach(case: &Case, act: Act, today: Day) -> Decided {
    let known = &case.parting.breach;
    let event = match act {
        Act::ServeDefault { on, cure_until, method, proof, text: said } => {
            has_come(on, today)?;
            text(&said)?;
            lies_ahead(cure_until, on)?;
            kept(case, method, proof.as_ref())?;
            in_form(case, method)?;
            let letter = case.parting.letter_of(Kind::Default).ok_or_else(|| lacks(Item::DefaultNotice))?;
            mailing::is_here(case, letter)?;
            agrees_unless_gone(case, letter)?;
            stood_behind(case, letter)?;
            // One letter gives one time to cure it; another time is another letter's.
            if known.letter == Some(letter.id) && known.notice.is_some() {
                return Err(Refusal::Done);
            }
            Event::DefaultNoticeServed { on, cure_until, method: Some(method), proof, said: Text::of(said) }
        }
        Act::RecordCure { on, text: said } => {
            has_come(on, today)?;
            text(&said)?;
            if known.notice.is_none() {
                return Err(lacks(Item::DefaultNotice));
            }
            Event::BreachCured { on, said: Text::of(said) }
        }
        Act::ApproveStop { text: said } => {
            text(&said)?;
            let letter = case.awaits_it().ok_or(Refusal::Done)?;
            Event::StopApproved { letter: letter.id, said: Text::of(said) }
        }
        Act::Suspend { on, looked, text: said } => {
            has_come(on, today)?;
            text(&said)?;
            // Nothing stops before it was announced and the time to cure it has run out (DOMAIN 2.9, rung 5).
            let Some((_, until)) = known.notice else { return Err(lacks(Item::DefaultNotice)) };
            if on <= until || known.cured_on.is_some() {
                return Err(lacks(Item::CureExpired));
            }
            if known.suspended_on.is_some() {
                return Err(Refusal::Done);
            }
            let lacks = case.lacks_to_suspend(&looked, on);
            if !lacks.is_empty() {
                return Err(Refusal::Suspension(lacks));
            }
            Event::SuspensionStarted { on, looked: Some(looked), said: Text::of(said) }
        }
        Act::EndSuspension { on } => {
            has_come(on, today)?;
            if known.suspended_on.is_none() {
                return Err(Refusal::NotNow { stage: case.stage });
            }
            Event::SuspensionEnded { on }
        }
        other => unreachable!("not an act of a breach: {other:?}"),
    };
    Ok(vec![event])
}
