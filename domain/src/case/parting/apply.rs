//! What an event changes in a parting.

use super::crossed::ClientNotice;
use super::event::{Event, QuestionSaid};
use super::mail::Order;
use super::settling::{Certified, Frozen, Instructed};
use super::{Asked, Breach, Clearance, Link, Parting, ProofFile, Signed, Written};
use crate::case::state::text;
use crate::days::Day;
use crate::separation::agreement;
use crate::separation::letter::{Differs, Kind};

impl Parting {
    /// Applies an event by a member at an instant, and on the firm's day.
    pub fn apply(&mut self, event: &Event, by: &str, (at, on): (&str, Day)) {
        match event {
            Event::BasisChosen { basis, said } => {
                self.basis = Some((*basis, text(said)));
                self.disagree();
                self.changes(Differs::Basis);
            }
            Event::ClauseExtracted { contract, right, said } => {
                let is_new = !self.rights.iter().any(|(known, standing, _)| known == contract && standing == right);
                self.rights.retain(|(known, ..)| known != contract);
                self.rights.push((contract.clone(), right.clone(), text(said)));
                if is_new {
                    self.uncompute_further(contract);
                }
            }
            Event::NoticeComputed { computed } => {
                self.computed = Some((**computed).clone());
                self.approvals.clear();
                self.changes(Differs::EffectiveDate);
            }
            Event::PointSettled { point, needed, on, said } => {
                let said = text(said);
                let settled = if *needed {
                    agreement::Settled::As { words: said, on: *on }
                } else {
                    agreement::Settled::NotNeeded { because: said }
                };
                self.agreement.points.insert(*point, settled);
                self.approvals.clear();
                self.changes(Differs::EffectiveDate);
            }
            Event::DossierReviewed { said } => self.dossier_read(by, text(said)),
            Event::NotifierNamed { member, .. } => self.notifier = Some(member.clone()),
            Event::QuestionPrepared { said } => self.prepare(said.clone()),
            Event::ImpactConsidered { said } => self.impact = Some(text(said)),
            Event::HoldChecked { hold, said } => self.hold = Some((*hold, text(said))),
            Event::LetterDrafted { letter, kind, version, said } => self.draft(
                *letter,
                *kind,
                Written { version: version.clone(), by: by.to_owned(), at: at.to_owned(), said: said.clone() },
            ),
            Event::LetterOverridden { letter, differs, said } => self.lift(*letter, differs, by, text(said)),
            Event::LetterApproved { letter } => self.stand_behind(*letter, by),
            Event::NoticeApproved { approval } => self.approvals.push((*approval, by.to_owned())),
            Event::MailOrdered { letter, digest, message, said } => self.orders.push(Order {
                letter: *letter,
                digest: digest.clone(),
                message: message.clone(),
                by: by.to_owned(),
                to: said.as_ref().map(|said| said.to.clone()),
            }),
            Event::Duty(event) => self.duties.apply(event, on),
            Event::Offer(event) => self.offers.apply(event),
            Event::Work(event) => self.works.apply(event),
            Event::Impact(event) => self.touched.apply(event),
            Event::Readiness(event) => self.readiness.apply(event),
            Event::Further(event) => self.apply_further(event, by),
            other => {
                self.apply_breach(other);
                self.apply_served(other, at);
                self.apply_page(other, by, at);
                self.apply_kept(other);
            }
        }
    }

    fn apply_breach(&mut self, event: &Event) {
        match event {
            Event::DefaultNoticeServed { on, cure_until, .. } => {
                let letter = self.serve_last(Kind::Default);
                self.breach = Breach { letter, notice: Some((*on, *cure_until)), cured_on: None, ..self.breach };
            }
            Event::BreachCured { on, .. } => self.breach.cured_on = Some(*on),
            Event::StopApproved { letter, .. } => self.approve_stop(*letter),
            Event::SuspensionStarted { on, .. } => self.breach.suspended_on = Some(*on),
            Event::SuspensionEnded { .. } => self.breach.suspended_on = None,
            _ => {}
        }
    }

    fn apply_served(&mut self, event: &Event, at: &str) {
        match event {
            Event::NoticeDispatched { dispatch } => {
                self.serve(dispatch.letter);
                self.dispatches.push((**dispatch).clone());
            }
            Event::DispatchProved { proof } => {
                self.dispatches.last_mut().into_iter().for_each(|last| last.proof = Some(proof.clone()));
            }
            Event::LetterHandedOver { letter, on, proof, .. } => {
                self.serve(*letter);
                for known in self.letters.iter_mut().filter(|known| known.id == *letter) {
                    (known.handed_over_on, known.proof) = (Some(*on), proof.clone());
                    // However it went out, the summary was delivered.
                    if let (Kind::ClosingSummary, Some(proof)) = (known.kind, proof) {
                        self.summary = Some((*on, proof.clone()));
                    }
                }
            }
            Event::DeliveryFailed { letter: Some(letter), failure, on, .. } => {
                self.comes_back(*letter);
                self.orders.retain(|order| order.letter != *letter);
                self.unsent.push((*letter, *failure, *on));
            }
            Event::DeliveryFailed { failure, on, .. } => {
                self.failures.push((self.dispatches.len().saturating_sub(1), *failure, *on));
            }
            Event::NoticeReceived { receipt } => self.receipt = Some(receipt.clone()),
            Event::EffectiveDateFixed { on } => self.effective_on = Some(*on),
            Event::EndBroughtForward { effective_on: on, proof, .. } => {
                self.effective_on = Some(*on);
                self.brought_forward.push((*on, proof.clone()));
            }
            Event::AgreementSigned { on, effective_on, proof } => {
                let _ = self.serve_last(Kind::Agreement);
                self.agreed = Some((*on, proof.clone()));
                self.effective_on = Some(*effective_on);
            }
            Event::ClientGaveNotice { on, effective_on, computed, no_form, .. } => {
                let (received_on, effective_on, counts) = (*on, *effective_on, !no_form);
                let computed = computed.as_deref().cloned();
                self.take_client_notice(ClientNotice { received_on, effective_on, computed, counts });
            }
            Event::StayRequested { on, said } => self.stay_requests.push((*on, text(said))),
            Event::EndWithdrawn { on, .. } => self.withdrawn_on = Some(*on),
            Event::DataInstructionReceived { instruction, by_default, by_client, .. } => {
                let (by_default, by_client) = (*by_default, *by_client);
                self.instruction = Some(Instructed { instruction: *instruction, by_default, by_client });
            }
            Event::AccountFrozen { account, digest, statement, said } => {
                let before = self.account.take();
                self.duties.register.reopen(before.as_ref().map(|frozen| frozen.digest.as_str()));
                let (account, statement) = (account.clone(), statement.clone());
                self.account = Some(Frozen { account, digest: digest.clone(), statement, clause: text(said) });
                // What was settled was another account.
                self.settlement = None;
            }
            Event::SettlementSigned { settlement, on, .. } => self.settlement = Some((*settlement, *on)),
            Event::DataDisposed { disposal, to_verify, said } => self.disposals.push(Certified {
                disposal: disposal.clone(),
                items: text(said),
                waits_since: to_verify.then(|| at.to_owned()),
            }),
            Event::DisposalVerified { disposal, .. } => self.verify(*disposal),
            Event::ClosingSummaryDelivered { on, proof } => {
                let _ = self.serve_last(Kind::ClosingSummary);
                self.summary = Some((*on, proof.clone()));
            }
            _ => {}
        }
    }

    fn apply_page(&mut self, event: &Event, by: &str, at: &str) {
        match event {
            Event::ClientLinkGiven { link, until, successor, consented_on, said } => self.links.push(Link {
                id: link.clone(),
                until: *until,
                successor: *successor,
                is_revoked: false,
                consented_on: *consented_on,
                contact: said.clone(),
            }),
            Event::ClientLinkRevoked { link } => {
                let revoked = self.links.iter_mut().filter(|known| known.id == *link);
                revoked.for_each(|known| known.is_revoked = true);
            }
            Event::ClientPageHandedOver { on, digest, .. } => self.pages.push((*on, digest.clone())),
            Event::ReceiptAcknowledged { letter, digest, said } => {
                let (name, digest) = (said.as_ref().map(|said| said.name.clone()), digest.clone());
                self.acknowledged.push(Signed { letter: *letter, digest, name, at: at.to_owned() });
            }
            Event::ObligationsConfirmed { obligations, said } => {
                let name = said.as_ref().map(|said| said.name.clone());
                obligations.iter().for_each(|id| self.duties.register.confirm(*id, name.clone(), at));
            }
            Event::ClosureSigned { closure, language, said } => {
                self.clearance = Clearance::of(closure, *language, said, at);
                self.closure = Some(closure.clone());
            }
            Event::QuestionAsked { question, said } => {
                let (at, said) = (at.to_owned(), text(said));
                self.asked.push(Asked { id: *question, at, question: said, drafted: None, answer: None });
            }
            Event::AnswerDrafted { question, said } => {
                let asked = self.asked.iter_mut().filter(|asked| asked.id == *question);
                asked.for_each(|asked| asked.drafted = Some((by.to_owned(), text(said))));
            }
            Event::QuestionAnswered { question, said } => {
                let answered = self.asked.iter_mut().filter(|asked| asked.id == *question);
                answered.for_each(|asked| asked.answer = Some(text(said)));
            }
            _ => {}
        }
    }

    /// Papers and archives that are kept.
    fn apply_kept(&mut self, event: &Event) {
        match event {
            Event::ProofKept { sha256, said } => {
                let name = said.as_ref().map(|said| said.file.clone());
                self.proofs.push(ProofFile { sha256: sha256.clone(), name, is_given: false, for_successor: false });
            }
            Event::FileGiven { sha256, successor } => {
                for file in self.proofs.iter_mut().filter(|file| file.sha256 == *sha256) {
                    (file.is_given, file.for_successor) = (true, file.for_successor || *successor);
                }
            }
            Event::ArchiveSealed { sha256 } => self.sealed = Some(sha256.clone()),
            Event::ArchiveKept { archive, said } => {
                let readers = said.as_ref().map(|said| said.readers.clone());
                self.archives.push((archive.clone(), readers));
            }
            Event::ArchiveChecked { sha256, is_whole } => {
                self.damaged.retain(|known| known != sha256);
                self.damaged.extend((!is_whole).then(|| sha256.clone()));
            }
            _ => {}
        }
    }

    fn dossier_read(&mut self, by: &str, said: Option<String>) {
        self.dossier_read_by.push(by.to_owned());
        self.dossier_said.extend(said);
    }

    /// The same question prepared anew takes the place of what was prepared before: everyone gives one answer.
    fn prepare(&mut self, said: Option<QuestionSaid>) {
        let asks = |said: &Option<QuestionSaid>| said.as_ref().map(|said| said.question.trim().to_owned());
        let asked = asks(&said);
        match self.questions.iter_mut().find(|known| asked.is_some() && asks(known) == asked) {
            Some(known) => *known = said,
            None => self.questions.push(said),
        }
    }
}
