//! The gates of parting (DOMAIN 5.3, 5 to 9).

use super::duties::{self, Inventory};
use super::settling::{Frozen, Settlement};
use super::{Approved, Basis, Letter, Parting};
use crate::case::gate::{Gate, Item, Whose, hard, missing, offered};
use crate::case::opening::Skip;
use crate::case::role::{Class, Role};
use crate::case::stage::{Stage, Track};
use crate::case::state::Case;
use crate::days::Day;
use crate::separation::obligation::gate::Passage;
use crate::separation::settlement::WhyOpen;

/// Returns what stands between a case that prepares an end and the notice.
pub fn to_notice(case: &Case, today: Day) -> Vec<Gate> {
    match case.parting.ended_by_client() {
        Some(_) => after_their_notice(case, today),
        None => ours_to_notice(case, today),
    }
}

/// Returns the same of an end of ours, or of one that both sign, whatever the client's own notice has set meanwhile.
pub fn ours_to_notice(case: &Case, today: Day) -> Vec<Gate> {
    let parting = &case.parting;
    let owner = || Whose::Role(Role::DecisionOwner);
    let lead = || Whose::Role(Role::Lead);
    let mut gates = vec![
        hard(Item::Basis, owner(), parting.basis.is_some()),
        offered(case, Item::ContractReview, Role::Counsel, contracts_are_read(case), Skip::ContractReview),
    ];
    gates.extend(case.counsel_waits(None).then(|| hard(Item::CounselWaits, Whose::Role(Role::Counsel), false)));
    gates.extend(right_of_ours(case, today));
    if parting.basis() == Some(Basis::Agreement) {
        let settled = parting.open_points(today).is_empty();
        gates.push(offered(case, Item::AgreementPoints, Role::Lead, settled, Skip::AgreementPoints));
    } else {
        let is_computed = parting.is_of_right(parting.computed.as_ref());
        gates.push(hard(Item::NoticeComputation, lead(), is_computed));
        // Each contract has a notice of its own, or goes on.
        gates.extend(further(case, case.unready_contracts().is_empty()));
        gates.extend(parting.has_its_form().map(|agreed| hard(Item::NoticeForm, lead(), agreed)));
    }
    let notifier = parting.notifier.is_some();
    gates.extend([
        offered(case, Item::Dossier, Role::Facilitator, !parting.dossier_read_by.is_empty(), Skip::Dossier),
        impact(case),
        offered(case, Item::Questions, Role::Lead, !parting.questions.is_empty(), Skip::Questions),
        if case.opening.class == Class::Normal {
            offered(case, Item::Notifier, Role::Lead, notifier, Skip::Notifier)
        } else {
            hard(Item::Notifier, owner(), notifier)
        },
        offered(case, Item::HoldCheck, Role::Dpo, parting.hold.is_some(), Skip::HoldCheck),
        offered(case, Item::Timeline, Role::Lead, has_timeline(parting), Skip::Timeline),
        offered(case, Item::Briefing, Role::Lead, parting.readiness.is_briefed(), Skip::Briefing),
        // What we hold in their systems is known before they are told; the light track asks at the end of the services.
        Gate { hard: case.opening.track == Track::Full, ..inventory(case, Inventory::Access) },
        hard(Item::Letter, lead(), parting.main_letter().is_some()),
        hard(Item::RestrictedLeak, lead(), case.leaks().is_empty()),
    ]);
    // Where people must be protected first, no scenario was weighed.
    if case.opening.class == Class::Normal {
        let accepted = case.is_scenario_accepted();
        gates.push(offered(case, Item::ScenarioAccepted, Role::Finance, accepted, Skip::ScenarioAccepted));
    }
    gates.extend(parting.main_letter().map(|letter| hard(Item::LetterCheck, lead(), case.lets_pass(letter))));
    gates.extend(approvals(case));
    gates
}

/// Returns what the right that was chosen waits for: counsel's word where no clause gives it, and where it is a breach, that
/// the time to cure it has passed.
pub fn right_of_ours(case: &Case, today: Day) -> Vec<Gate> {
    let breach = &case.parting.breach;
    let mut gates = vec![];
    if asks_counsel_for_basis(case) {
        gates.push(hard(Item::CounselForBasis, Whose::Role(Role::Counsel), !case.counsel.is_empty()));
    }
    if case.parting.basis() == Some(Basis::Breach) {
        let owner = || Whose::Role(Role::DecisionOwner);
        let expired = breach.notice.is_some_and(|(_, until)| today > until) && breach.cured_on.is_none();
        gates.push(hard(Item::DefaultNotice, owner(), breach.notice.is_some()));
        gates.push(hard(Item::CureExpired, owner(), expired));
    }
    gates
}

/// The client has ended it: no letter of ours is needed, nobody approves one, and no right of ours is chosen; unless another
/// contract is ended by one.
fn after_their_notice(case: &Case, today: Day) -> Vec<Gate> {
    let parting = &case.parting;
    let mut gates =
        vec![offered(case, Item::ContractReview, Role::Counsel, contracts_are_read(case), Skip::ContractReview)];
    if !case.unsent_beside_theirs().is_empty() {
        gates.extend(right_of_ours(case, today));
    }
    gates.extend(beside_theirs(case, case.unready_contracts().is_empty()));
    gates.extend([
        offered(case, Item::Questions, Role::Lead, !parting.questions.is_empty(), Skip::Questions),
        offered(case, Item::HoldCheck, Role::Dpo, parting.hold.is_some(), Skip::HoldCheck),
    ]);
    gates
}

/// Where the client's notice names one contract, the others are ended by either side, or go on.
fn beside_theirs(case: &Case, is_met: bool) -> Option<Gate> {
    further(case, is_met).filter(|_| !case.parting.client_ends_all())
}

fn further(case: &Case, is_met: bool) -> Option<Gate> {
    let is_asked = !case.further_contracts().is_empty();
    is_asked.then(|| hard(Item::FurtherContracts, Whose::Role(Role::Lead), is_met))
}

/// Who is touched is thought of, or that is left out with a reason; but whoever is named hears one sentence, from one person,
/// on one day.
fn impact(case: &Case) -> Gate {
    let parting = &case.parting;
    if parting.impact_gaps().is_empty() {
        let is_thought_of = parting.impact.is_some() || !parting.touched.rows.is_empty();
        offered(case, Item::Impact, Role::Lead, is_thought_of, Skip::Impact)
    } else {
        hard(Item::Impact, Whose::Role(Role::Lead), false)
    }
}

/// Returns what a grave letter lacks while nothing is ended: two people stand behind it, one of them who decides, and on the
/// full track counsel (DOMAIN 2.9, rungs 4 to 6).
pub fn to_warn(case: &Case, letter: &Letter) -> Vec<Gate> {
    if !letter.is_grave() || !case.may_warn() {
        return vec![];
    }
    let behind = |role| {
        let mut people = letter.author().into_iter().chain(letter.approved_by.iter().map(String::as_str));
        people.any(|member| case.holders(role).iter().any(|holder| holder == member))
    };
    let is_second = !letter.approved_by.is_empty();
    let decides = behind(Role::DecisionOwner);
    let whose = if decides { Role::Counsel } else { Role::DecisionOwner };
    vec![
        offered(case, Item::LegalApproval, Role::Counsel, behind(Role::Counsel), Skip::LegalApproval),
        second(case, Whose::Role(whose), is_second && decides, is_second),
    ]
}

impl Case {
    /// Tells whether nothing keeps a letter here: neither its check, nor what the case knows, nor who must stand behind it.
    pub fn lets_out(&self, letter: &Letter) -> bool {
        self.lets_pass(letter) && missing(to_warn(self, letter)).is_empty()
    }
}

/// Someone other than its author agreed to a letter; who has nobody else comes back to it after a day.
fn second(case: &Case, whose: Whose, is_second: bool, has_rested: bool) -> Gate {
    if case.opening.members > 1 {
        hard(Item::SecondApprover, whose, is_second)
    } else {
        hard(Item::NoticeCoolingOff, Whose::Role(Role::DecisionOwner), has_rested)
    }
}

fn approvals(case: &Case) -> Vec<Gate> {
    let parting = &case.parting;
    let has = |approval| parting.is_approved(approval);
    let is_second = has(Approved::Second);
    vec![
        offered(case, Item::LegalApproval, Role::Counsel, has(Approved::Legal), Skip::LegalApproval),
        offered(case, Item::FinanceApproval, Role::Finance, has(Approved::Finance), Skip::FinanceApproval),
        second(case, Whose::Role(Role::Counsel), is_second, is_second || has(Approved::CooledOff)),
    ]
}

/// Tells whether there is a first dated plan, and something in it that either side owes.
fn has_timeline(parting: &Parting) -> bool {
    !parting.duties.plans.is_empty() && !parting.duties.register.items.is_empty()
}

/// Once the client knows, they can ask, on a page of their own or by the one that they have on paper; and our own people hear
/// of it.
fn after_they_know(case: &Case, today: Day) -> [Gate; 2] {
    let parting = &case.parting;
    let opens = parting.links.iter().any(|link| !link.successor && !link.is_revoked && link.until >= today);
    let can_ask = opens || !parting.pages.is_empty();
    let briefed = parting.readiness.briefed_on.is_some();
    [
        offered(case, Item::QuestionsChannel, Role::Lead, can_ask, Skip::QuestionsChannel),
        offered(case, Item::TeamBriefed, Role::Lead, briefed, Skip::TeamBriefed),
    ]
}

/// Tells whether every contract that holds was read; where none holds, there is nothing to read.
fn contracts_are_read(case: &Case) -> bool {
    let read = |contract: &String| case.parting.rights.iter().any(|(known, ..)| known == contract);
    case.contracts.as_ref().is_some_and(|contracts| contracts.iter().all(read))
}

/// Tells whether no clause gives the right that was chosen: an end without one is counsel's to weigh (DOMAIN 2.4, 9).
fn asks_counsel_for_basis(case: &Case) -> bool {
    let Parting { rights, .. } = &case.parting;
    match case.parting.basis() {
        Some(Basis::Agreement) | None => false,
        Some(basis) => {
            let none_holds = case.contracts.as_ref().is_none_or(Vec::is_empty);
            // What the client ended, or what goes on, needs no right of ours.
            let parting = &case.parting;
            let is_ours = |contract: &str| parting.client_ends(contract).is_none() && !parting.goes_on(contract);
            let lacking = rights.iter().any(|(of, right, _)| is_ours(of) && !right.bases.contains(&basis));
            lacking || (none_holds && basis == Basis::Notice)
        }
    }
}

/// Tells whether the client was talked to since the notice began, or why not is said: it would be unsafe, they could not be
/// reached, or counsel wrote that it is not needed.
fn is_talked_first(case: &Case) -> bool {
    let since = case.entered.iter().rev().find(|(stage, _)| *stage == Stage::Notice).map(|(_, day)| *day);
    let since_then = |on: &Day| since.is_some_and(|since| *on >= since);
    let talked = case.talks.iter().any(|(on, ..)| since_then(on)) || case.unreached.iter().any(since_then);
    talked || case.talk_waived || case.counsel.iter().any(|word| word.talk_not_needed)
}

/// Returns what stands between the notice and the transition.
pub fn to_transition(case: &Case, today: Day) -> Vec<Gate> {
    let parting = &case.parting;
    let (lead, owner) = (|| Whose::Role(Role::Lead), || Whose::Role(Role::DecisionOwner));
    if parting.ended_by_client().is_some() {
        let mut gates = vec![hard(Item::EffectiveDate, lead(), parting.effective_on.is_some())];
        gates.extend(beside_theirs(case, case.unserved_contracts(today).is_empty()));
        return gates;
    }
    let mut gates = vec![hard(Item::NoticeTalk, lead(), is_talked_first(case))];
    if parting.basis() == Some(Basis::Agreement) {
        gates.push(hard(Item::Agreement, owner(), parting.agreed.is_some()));
        gates.extend(after_they_know(case, today));
        return gates;
    }
    let dispatch = parting.dispatched();
    let arrived = parting.receipt.as_ref().is_some_and(|receipt| receipt.on <= today);
    gates.extend([
        hard(Item::Dispatch, lead(), dispatch.is_some()),
        hard(Item::DispatchProof, lead(), parting.is_proven()),
        hard(Item::Receipt, lead(), arrived),
        hard(Item::EffectiveDate, lead(), parting.effective_on.is_some()),
    ]);
    gates.extend(further(case, case.unserved_contracts(today).is_empty()));
    gates.extend(after_they_know(case, today));
    gates
}

/// Returns what stands between the transition and the settlement.
pub fn to_settlement(case: &Case, today: Day) -> Vec<Gate> {
    let parting = &case.parting;
    let mut gates = duties::gates(case, Passage::ToClosing);
    gates.extend([
        inventory(case, Inventory::Access),
        inventory(case, Inventory::Data),
        hard(Item::DataInstruction, Whose::Role(Role::Dpo), parting.instruction.is_some()),
    ]);
    // A contract of which notice is to be given still, or came to be known since, has not ended.
    if parting.agreed.is_none() {
        gates.extend(beside_theirs(case, case.unserved_contracts(today).is_empty()));
    }
    // What only time brings stands last, behind what somebody can do.
    let ended = parting.effective_on.is_some_and(|on| on <= today) && case.further_have_ended(today);
    gates.push(hard(Item::EffectiveReached, Whose::Role(Role::Lead), ended));
    gates
}

/// An empty list says nothing: it counts once somebody says that there is nothing to list.
fn inventory(case: &Case, inventory: Inventory) -> Gate {
    let (item, role) = match inventory {
        Inventory::Access => (Item::AccessInventory, Role::It),
        Inventory::Data => (Item::DataInventory, Role::Dpo),
    };
    hard(item, Whose::Role(role), case.parting.duties.is_inventoried(inventory))
}

/// Returns what stands between the settlement and the closed file.
pub fn to_closed(case: &Case) -> Vec<Gate> {
    let parting = &case.parting;
    let (lead, dpo, finance) = (|| Whose::Role(Role::Lead), || Whose::Role(Role::Dpo), || Whose::Role(Role::Finance));
    let mut gates = duties::gates(case, Passage::ToClosed);
    gates.extend([
        hard(Item::Account, finance(), parting.account.is_some()),
        hard(Item::Settlement, finance(), is_settled(parting)),
        hard(Item::TrustMoney, finance(), !holds_trust_money(parting)),
        hard(Item::DataDisposal, dpo(), parting.is_certified()),
        hard(Item::ClosingSummary, lead(), parting.summary.is_some()),
        hard(Item::Closure, lead(), parting.is_cleared_or_claimed()),
        hard(Item::ClosingPack, dpo(), parting.sealed.is_some()),
        hard(Item::OpenHolds, Whose::Role(Role::DecisionOwner), case.holds.is_empty()),
    ]);
    if parting.is_certified() && !parting.is_disposed() {
        let verifiers = parting.unverified().map(|(_, one)| one.disposal.verifier.clone()).collect();
        gates.push(hard(Item::DisposalVerification, Whose::Members(verifiers), false));
    }
    // A case that began with a report is sealed once that is closed, by those named there (`Scope::stages_of`).
    if case.opening.class == Class::Normal {
        gates.push(offered(case, Item::Archive, Role::DecisionOwner, parting.is_archived(), Skip::Archive));
    }
    gates
}

/// Tells whether the account was settled in a way that leaves nothing open; trust money is looked at by itself. What both
/// signed before work on no invoice was asked about stands as they signed it.
fn is_settled(parting: &Parting) -> bool {
    let settled = parting.settlement.zip(parting.account.as_ref());
    let is_signed = parting.closure.is_some();
    let open = |(how, _): (Settlement, Day), frozen: &Frozen| {
        let stands = |why: &WhyOpen| is_signed && how == Settlement::Agreed && *why == WhyOpen::Unbilled;
        frozen.account.open_under(how).iter().any(|why| *why != WhyOpen::Trust && !stands(why))
    };
    settled.is_some_and(|(settlement, frozen)| !open(settlement, frozen))
}

fn holds_trust_money(parting: &Parting) -> bool {
    let trust = |frozen: &Frozen| frozen.account.balances.iter().any(|own| own.trust != 0);
    parting.account.as_ref().is_some_and(trust)
}
