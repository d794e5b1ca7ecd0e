//! The client's page: links given and taken back, what someone of the client confirms, asks and signs there.

use super::super::Now;
use super::{Decided, agrees, clearance, crossed, invalid, may_be_read_beside, sharing, uncomputed};
use crate::case::event::Text;
use crate::case::parting::event::{ArchiveSaid, ProofSaid, SignerSaid};
use crate::case::parting::further;
use crate::case::parting::{Act, Archive, Arrival, Asked, Computed, Dispatch, Event, Letter, OfClient, Receipt, Scope};
use crate::case::refusal::{Field, Refusal, Why, has_come, text};
use crate::case::role::{Action, Role};
use crate::case::state::Case;
use crate::days::Day;
use crate::separation::portal::ClientPage;
use crate::separation::tone::Context;

pub fn manage(case: &Case, by: &str, act: Act, today: Day) -> Decided {
    let parting = &case.parting;
    let event = match act {
        Act::GiveLink { link, until, successor, consent, name, contact } => {
            sharing::link((link, until), (successor, consent), (name, contact), today)?
        }
        Act::GiveFile { sha256, successor } => sharing::file(case, sha256, successor)?,
        Act::RevokeLink { link } => {
            if !parting.links.iter().any(|known| known.id == link && !known.is_revoked) {
                return Err(Refusal::Done);
            }
            Event::ClientLinkRevoked { link }
        }
        Act::HandOverPage { on, language, digest, proof } => {
            has_come(on, today)?;
            text(&digest)?;
            if !parting.is_served() {
                return Err(Refusal::NotNow { stage: case.stage });
            }
            Event::ClientPageHandedOver { on, language, digest, proof }
        }
        Act::KeepArchive { archive, readers } => {
            text(&archive.name)?;
            text(&archive.sha256)?;
            if parting.archives.iter().any(|(known, _)| known.sha256 == archive.sha256) {
                return Err(Refusal::Done);
            }
            // What nobody could open is no archive; the client's part is open to whoever is handed it.
            let said = (!readers.is_empty()).then_some(ArchiveSaid { readers });
            if said.is_none() && archive.scope != Scope::Theirs {
                return Err(invalid(Field::Text, Why::Empty));
            }
            Event::ArchiveKept { archive, said }
        }
        Act::CheckArchive { scope, sha256, is_whole } => {
            is_known(case, scope, &sha256)?;
            Event::ArchiveChecked { sha256, is_whole }
        }
        Act::FetchArchive { scope, sha256, text: said } => {
            text(&said)?;
            is_known(case, scope, &sha256)?;
            Event::ArchiveFetched { sha256, said: Text::of(said) }
        }
        Act::KeepProof { sha256, name } => {
            text(&sha256)?;
            text(&name)?;
            if parting.proofs.iter().any(|proof| proof.sha256 == sha256) {
                return Err(Refusal::Done);
            }
            Event::ProofKept { sha256, said: Some(ProofSaid { file: name }) }
        }
        Act::AnswerQuestion { question, text: said, context } => answer(case, by, question, said, &context)?,
        Act::ApproveAnswer { question, context } => agree(case, by, question, &context)?,
        other => unreachable!("not about the client's page: {other:?}"),
    };
    Ok(vec![event])
}

/// One voice answers (DOMAIN B68): what was prepared goes at once, word for word, whoever passes it on. Anything else is
/// written by who was named to speak to the client, or decides, and waits for someone who did not write it, where there is
/// someone.
fn answer(case: &Case, by: &str, question: u32, said: String, context: &Context) -> Result<Event, Refusal> {
    open_question(case, question)?;
    may_be_said(case, &said, context)?;
    let parting = &case.parting;
    let is_prepared = parting.questions.iter().flatten().any(|one| one.answer.trim() == said.trim());
    let is_voice = parting.notifier.as_ref().is_none_or(|notifier| notifier == by);
    if !is_prepared && !is_voice && !case.allows(by, Action::Decide) {
        return Err(Refusal::NotYours { action: Action::Decide, roles: vec![Role::DecisionOwner] });
    }
    let said = Text::of(said);
    Ok(if is_prepared || case.opening.members == 1 {
        Event::QuestionAnswered { question, said }
    } else {
        Event::AnswerDrafted { question, said }
    })
}

fn agree(case: &Case, by: &str, question: u32, context: &Context) -> Result<Event, Refusal> {
    let asked = open_question(case, question)?;
    let Some((author, said)) = &asked.drafted else { return Err(invalid(Field::Choice, Why::Unknown)) };
    if author == by {
        return Err(Refusal::SamePerson);
    }
    let said = said.clone().unwrap_or_default();
    // The case may say something else since it was written.
    may_be_said(case, &said, context)?;
    Ok(Event::QuestionAnswered { question, said: Text::of(said) })
}

fn open_question(case: &Case, question: u32) -> Result<&Asked, Refusal> {
    let asked = case.parting.asked.iter().find(|asked| asked.id == question);
    let asked = asked.ok_or(invalid(Field::Choice, Why::Unknown))?;
    if asked.answer.is_some() { Err(Refusal::Done) } else { Ok(asked) }
}

/// What a letter may not say, an answer may not say either, nor anything that the case knows to be otherwise.
pub fn may_be_said(case: &Case, said: &str, context: &Context) -> Result<(), Refusal> {
    may_be_read_beside(said, context)?;
    agrees(case.contradictions(said, &context.sums))
}

/// Refuses an archive that was never made of the case.
fn is_known(case: &Case, scope: Scope, sha256: &str) -> Result<(), Refusal> {
    let is_meant = |archive: &Archive| archive.scope == scope && archive.sha256 == sha256;
    match case.parting.archives.iter().any(|(archive, _)| is_meant(archive)) {
        true => Ok(()),
        false => Err(invalid(Field::Choice, Why::Unknown)),
    }
}

/// So many questions can be asked; whoever has more calls.
const QUESTIONS_MAX: usize = 200;

pub fn done(case: &Case, act: OfClient, now: &Now) -> Decided {
    let parting = &case.parting;
    match act {
        OfClient::AcknowledgeReceipt { letter, digest, name } => acknowledge(case, (letter, digest), name, now),
        OfClient::Ask { text: said } => {
            text(&said)?;
            // A form that is sent twice asks once.
            let waits = |one: &Asked| one.answer.is_none() && one.question.as_ref() == Some(&said);
            if parting.asked.iter().any(waits) {
                return Err(Refusal::Done);
            }
            if parting.asked.len() >= QUESTIONS_MAX {
                return Err(invalid(Field::Number, Why::TooFar));
            }
            Ok(vec![Event::QuestionAsked { question: parting.asked.len() as u32 + 1, said: Text::of(said) }])
        }
        OfClient::Confirm { obligations, name } => confirm(case, obligations, name),
        OfClient::Instruct { instruction, name } => {
            text(&name)?;
            let theirs = parting.instruction.filter(|standing| standing.by_client);
            if parting.disposals.is_empty() && theirs.is_none_or(|standing| standing.instruction != instruction) {
                let (on, said) = (now.today, Text::of(name));
                let (by_default, by_client) = (false, true);
                Ok(vec![Event::DataInstructionReceived { instruction, on, by_default, by_client, said }])
            } else {
                Err(Refusal::Done)
            }
        }
        OfClient::SignClosure { name, language, text: said } => clearance::sign(case, name, (language, said), now),
    }
}

/// A named person confirms what their page lists as owed: that ours reached them, or that they did theirs.
fn confirm(case: &Case, obligations: Vec<u32>, name: String) -> Decided {
    text(&name)?;
    let page = ClientPage::of(case).ok_or(Refusal::NotNow { stage: case.stage })?;
    let is_known = |id: &u32| page.owed.iter().any(|one| one.id == *id);
    if obligations.is_empty() || !obligations.iter().all(is_known) {
        return Err(invalid(Field::Choice, Why::Unknown));
    }
    // A form that is sent twice confirms once.
    if !obligations.iter().all(|id| page.confirmable().any(|one| one.id == *id)) {
        return Err(Refusal::Done);
    }
    Ok(vec![Event::ObligationsConfirmed { obligations, said: Some(SignerSaid { name }) }])
}

/// A named person confirms the receipt of the text that stood before them. A notice that counts from the moment it is read
/// counts from now; any other from the day that its clause gives.
fn acknowledge(case: &Case, (letter, digest): (u32, String), name: String, now: &Now) -> Decided {
    text(&name)?;
    let parting = &case.parting;
    let served = parting.letter(letter).filter(|known| known.is_served).and_then(Letter::last);
    if served.is_none_or(|version| version.digest != digest) {
        return Err(invalid(Field::Choice, Why::Unknown));
    }
    if parting.acknowledged.iter().any(|known| known.letter == letter) {
        return Err(Refusal::Done);
    }
    let mut events = vec![Event::ReceiptAcknowledged { letter, digest: Some(digest), said: Some(SignerSaid { name }) }];
    let waiting = parting.dispatched().filter(|_| parting.receipt.is_none());
    if let Some((computed, receipt)) = read(waiting, letter, now)? {
        events.extend(crossed::with_end(case, Event::NoticeReceived { receipt }, Some(computed.effective_on)));
    }
    events.extend(further_read(case, letter, now)?.map(Event::Further));
    Ok(events)
}

/// Returns what the notice of a letter comes to that counts from the moment it is read, and its receipt.
fn read(dispatch: Option<&Dispatch>, letter: u32, now: &Now) -> Result<Option<(Computed, Receipt)>, Refusal> {
    let counts = |sent: &&Dispatch| sent.letter == letter && sent.computed.counts_from_arrival();
    let Some(dispatch) = dispatch.filter(counts) else { return Ok(None) };
    let computed = dispatch.computed.sent(&dispatch.sent_at, Some(&now.at)).map_err(uncomputed)?;
    let receipt = Receipt { arrival: Arrival::Confirmed, on: computed.received_on, proof: None };
    Ok(Some((computed, receipt)))
}

/// Returns that a notice of a further contract was received, where it counts from the moment it is read.
fn further_read(case: &Case, letter: u32, now: &Now) -> Result<Option<further::Event>, Refusal> {
    let waiting = case.parting.further_of(letter).filter(|own| own.receipt.is_none());
    let dispatch = waiting.and_then(|own| own.dispatch.as_ref());
    let Some((computed, receipt)) = read(dispatch, letter, now)? else { return Ok(None) };
    let contract = computed.contract.unwrap_or_default();
    Ok(Some(further::Event::FurtherNoticeReceived { contract, receipt, effective_on: computed.effective_on }))
}
