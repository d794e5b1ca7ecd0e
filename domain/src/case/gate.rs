//! The gates of a case (DOMAIN 5.3): what must be there before it goes on, and whose it is to bring it.

use super::decision::{
    Approval, Asks, CASH_RISK_FOR_SECOND, Decision, Ground, Grounded, Proof, SHARE_FOR_SECOND, carries,
};
use super::learning;
use super::opening::Skip;
use super::outcome::Outcome;
use super::parting;
use super::review::Round;
use super::role::{Class, Role};
use super::stage::{Stage, Track};
use super::state::Case;
use crate::days::Day;
use crate::sign::Family;
use crate::word::words;

words! {
    /// What a gate asks for.
    Item {
        Triage = "triage",
        Conflicts = "conflicts",
        Data = "data",
        Contracts = "contracts",
        FinanceSnapshot = "finance_snapshot",
        Roster = "roster",
        ClientView = "client_view",
        Opinions = "opinions",
        Reveal = "reveal",
        Complaints = "complaints",
        GoodThings = "good_things",
        OwnParts = "own_parts",
        Options = "options",
        Scenario = "scenario",
        Talk = "talk",
        Ground = "ground",
        Proof = "proof",
        CounselForGround = "counsel_for_ground",
        OwnPartReview = "own_part_review",
        LawfulReason = "lawful_reason",
        RepairConsidered = "repair_considered",
        ReviewDay = "review_day",
        Guardrails = "guardrails",
        Execution = "execution",
        ProtectionFirst = "protection_first",
        Duty = "duty",
        Decision = "decision",
        SecondApproval = "second_approval",
        Reading = "reading",
        CoolingOff = "cooling_off",
        Plan = "plan",
        Meeting = "meeting",
        ClientViewOfPlan = "client_view_of_plan",
        PlanAnswers = "plan_answers",
        SecondPlan = "second_plan",
        Acknowledgement = "acknowledgement",
        CounselStop = "counsel_stop",
        /// Counsel's last word is to wait.
        CounselWaits = "counsel_waits",
        Basis = "basis",
        ContractReview = "contract_review",
        CounselForBasis = "counsel_for_basis",
        DefaultNotice = "default_notice",
        CureExpired = "cure_expired",
        /// What was suspended of a client who stays is resumed.
        SuspensionEnded = "suspension_ended",
        NoticeComputation = "notice_computation",
        /// Each further contract has a notice of its own, or goes on.
        FurtherContracts = "further_contracts",
        /// The way by which the contract lets a notice be given.
        NoticeForm = "notice_form",
        /// The points that an agreement to end must settle.
        AgreementPoints = "agreement_points",
        Dossier = "dossier",
        Impact = "impact",
        Questions = "questions",
        Notifier = "notifier",
        HoldCheck = "hold_check",
        /// Finance accepted the scenario on which the decision rests.
        ScenarioAccepted = "scenario_accepted",
        /// The first dated plan of the end, with what both sides owe.
        Timeline = "timeline",
        /// Who tells our own people, and on which day.
        Briefing = "briefing",
        /// Our own people were told, after the client.
        TeamBriefed = "team_briefed",
        /// The client can ask, and somebody reads it.
        QuestionsChannel = "questions_channel",
        /// Nothing that goes out says what was said in the case for few.
        RestrictedLeak = "restricted_leak",
        Letter = "letter",
        LetterCheck = "letter_check",
        LegalApproval = "legal_approval",
        FinanceApproval = "finance_approval",
        SecondApprover = "second_approver",
        NoticeCoolingOff = "notice_cooling_off",
        NoticeTalk = "notice_talk",
        Agreement = "agreement",
        Dispatch = "dispatch",
        DispatchProof = "dispatch_proof",
        Receipt = "receipt",
        EffectiveDate = "effective_date",
        /// The two inventories: something is listed, or somebody said that there is nothing.
        AccessInventory = "access_inventory",
        DataInventory = "data_inventory",
        DataInstruction = "data_instruction",
        EffectiveReached = "effective_reached",
        Account = "account",
        Settlement = "settlement",
        TrustMoney = "trust_money",
        DataDisposal = "data_disposal",
        /// Whoever is named to check what was certified of the data has done so.
        DisposalVerification = "disposal_verification",
        ClosingSummary = "closing_summary",
        Closure = "closure",
        ClosingPack = "closing_pack",
        /// The firm's archive is sealed, was opened again and compared, and was not found damaged since.
        Archive = "archive",
        OpenHolds = "open_holds",
        /// What stands open in the register of obligations and its inventories.
        Obligations = "obligations",
        /// What such an end usually owes, and nobody has taken into the register.
        UsualObligations = "usual_obligations",
        /// The three sets of questions of the retrospective.
        Answers = "answers",
        OwnPartsSummed = "own_parts_summed",
        ForecastCompared = "forecast_compared",
        GoodThingsKept = "good_things_kept",
        Retrospective = "retrospective",
        Lessons = "lessons",
        /// What lessons change is filed.
        Changes = "changes",
        /// Where the plan for what comes in the client's stead stands.
        ReplacementPlan = "replacement_plan",
        Monitor = "monitor",
    }
}

/// Whose it is to bring what is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    Role(Role),
    Members(Vec<String>),
}

/// One thing that a gate asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    pub item: Item,
    pub whose: Whose,
    pub met: bool,
    /// Whether the case cannot go on without it; the light track offers the rest.
    pub hard: bool,
    /// Whether it was left out with a reason.
    pub skipped: bool,
}

/// What stops a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    pub item: Item,
    pub whose: Whose,
}

/// Returns what stands between a case and a stage.
pub fn gates(case: &Case, to: Stage, today: Day) -> Vec<Gate> {
    let mut gates = match to {
        Stage::FactFinding => to_facts(case),
        Stage::Review => to_review(case, today),
        Stage::Decided => to_decision(case),
        Stage::Repair | Stage::Kept | Stage::PreparingExit => after_decision(case),
        Stage::Notice => parting::gate::to_notice(case, today),
        Stage::Transition => parting::gate::to_transition(case, today),
        Stage::Settlement => parting::gate::to_settlement(case, today),
        Stage::Closed => parting::gate::to_closed(case),
        Stage::Learned => learning::gate::to_learned(case),
        Stage::Triage | Stage::Withdrawn | Stage::Protect => vec![],
    };
    if case.counsel_stop {
        gates.push(hard(Item::CounselStop, Whose::Role(Role::Counsel), false));
    }
    gates
}

/// Returns what is missing among gates.
pub fn missing(gates: Vec<Gate>) -> Vec<Missing> {
    let stops = |gate: &Gate| gate.hard && !gate.met && !gate.skipped;
    gates.into_iter().filter(stops).map(|Gate { item, whose, .. }| Missing { item, whose }).collect()
}

pub(super) fn hard(item: Item, whose: Whose, met: bool) -> Gate {
    Gate { item, whose, met, hard: true, skipped: false }
}

/// A step that the light track only offers.
pub(super) fn offered(case: &Case, item: Item, role: Role, met: bool, skip: Skip) -> Gate {
    let light = case.opening.track == Track::Light;
    Gate { item, whose: Whose::Role(role), met, hard: !light, skipped: light && case.skips(skip) }
}

fn to_facts(case: &Case) -> Vec<Gate> {
    let deciders = case.holders(Role::DecisionOwner);
    let declared = |member: &String| case.unconflicted.contains(member) || case.rounds.recused.contains(member);
    vec![
        hard(Item::Triage, Whose::Role(Role::Lead), case.triage_cleared || case.opening.class != Class::Normal),
        offered(case, Item::Conflicts, Role::DecisionOwner, deciders.iter().all(declared), Skip::Conflicts),
    ]
}

/// From this share on, in percent, the data is complete enough; below it, the gaps must be named.
pub const DATA_PERCENT_MIN: u8 = 70;

fn to_review(case: &Case, today: Day) -> Vec<Gate> {
    let data = case.data.as_ref();
    let complete = data.is_some_and(|(percent, gaps)| *percent >= DATA_PERCENT_MIN || gaps.is_some());
    let fresh = case.snapshot.as_ref().is_some_and(|snapshot| snapshot.is_fresh(today));
    vec![
        offered(case, Item::Data, Role::Lead, complete, Skip::Data),
        offered(case, Item::Contracts, Role::Lead, case.contracts.is_some(), Skip::Contracts),
        offered(case, Item::FinanceSnapshot, Role::Finance, fresh, Skip::FinanceSnapshot),
        offered(case, Item::ClientView, Role::Lead, !case.client_views.is_empty(), Skip::ClientView),
        hard(Item::Roster, Whose::Role(Role::Facilitator), !case.rounds.seats.is_empty()),
    ]
}

fn to_decision(case: &Case) -> Vec<Gate> {
    if case.opening.class != Class::Normal {
        return to_critical_decision(case);
    }
    let rounds = &case.rounds;
    let facilitator = || Whose::Role(Role::Facilitator);
    let each = |item, round| {
        let members: Vec<String> = rounds.awaited(round).into_iter().map(str::to_owned).collect();
        let met = members.is_empty() && !rounds.seats.is_empty();
        hard(item, Whose::Members(members), met)
    };
    vec![
        each(Item::Opinions, Round::Opinions),
        hard(Item::Reveal, facilitator(), rounds.revealed.is_some()),
        offered(case, Item::Complaints, Role::Facilitator, rounds.complaints_closed, Skip::Complaints),
        each(Item::GoodThings, Round::GoodThings),
        hard(Item::OwnParts, facilitator(), rounds.own_parts_closed.is_some()),
        offered(case, Item::Options, Role::DecisionOwner, case.scoring.is_some(), Skip::Options),
        offered(case, Item::Scenario, Role::Finance, case.scenario.is_some(), Skip::Scenario),
    ]
}

/// Acting is not in question; people are protected and counsel was heard before anyone decides who, how and when.
fn to_critical_decision(case: &Case) -> Vec<Gate> {
    let guardian = || Whose::Role(Role::Guardian);
    let protected = case.protection.has(super::Milestone::ProtectionDecided);
    let mut gates = vec![hard(Item::ProtectionFirst, guardian(), protected)];
    if case.opening.class == Class::IllegalAct {
        gates.push(hard(Item::Duty, Whose::Role(Role::Counsel), case.protection.instruction.is_some()));
    }
    gates
}

/// Returns what a decision lacks, apart from the steps before it.
pub fn of_decision(case: &Case, decision: &Decision, on_repair: &str, today: Day) -> Vec<Gate> {
    let owner = || Whose::Role(Role::DecisionOwner);
    let mut gates = vec![];
    if decision.outcome.ends() {
        gates.push(hard(Item::LawfulReason, owner(), decision.lawful.passes()));
        if case.opening.class == Class::Normal {
            gates.push(hard(Item::Talk, Whose::Role(Role::Lead), talk_is_settled(case, decision)));
            gates.push(hard(
                Item::RepairConsidered,
                owner(),
                !on_repair.trim().is_empty() && !decision.tried.is_empty(),
            ));
        }
        gates.extend(of_grounds(case, decision));
    } else {
        let soon =
            decision.review_on.is_some_and(|day| day > today && day.since(today) <= super::decision::REVIEW_DAYS_MAX);
        gates.push(hard(Item::ReviewDay, owner(), soon));
    }
    if decision.outcome == Outcome::KeepWithGuardrails {
        let set = decision.guardrails.is_some_and(|guardrails| guardrails.faults(today).is_empty());
        gates.push(hard(Item::Guardrails, owner(), set));
    }
    if case.opening.class != Class::Normal {
        // Whoever was harmed carries it to nobody, and whoever did it speaks for nobody.
        let told_by = decision.execution.as_ref().filter(|execution| !case.protection.is_party(&execution.by));
        gates.push(hard(Item::Execution, owner(), told_by.is_some()));
        // Kept, people must stay protected: "do nothing" is no outcome here.
        let runs = decision.outcome.ends() || case.protection.running().next().is_some();
        gates.push(hard(Item::ProtectionFirst, Whose::Role(Role::Guardian), runs && decision.outcome != Outcome::Keep));
    }
    gates
}

/// Tells whether the client was talked to, or need not be: it would be unsafe, or counsel said so. Where the ground is
/// money, being unsafe is not enough; counsel writes it (RULINGS 40).
fn talk_is_settled(case: &Case, decision: &Decision) -> bool {
    let counsel = case.counsel.iter().any(|word| word.talk_not_needed);
    let money = decision.grounds.iter().any(is_of_payment);
    !case.talks.is_empty() || counsel || (case.talk_waived && !money)
}

/// Tells whether a ground is money that was not paid, under its own name or as breaches of nothing but terms of payment.
fn is_of_payment(grounded: &Grounded) -> bool {
    let mut findings = grounded.proofs.iter().filter_map(|proof| match proof {
        Proof::Finding(code) => Some(code.family() == Family::Payment),
        Proof::Record { .. } | Proof::Persistence => None,
    });
    match grounded.ground {
        Ground::FinancialDefault => true,
        Ground::RepeatedBreach => findings.next() == Some(true) && findings.all(|is_payment| is_payment),
        _ => false,
    }
}

fn of_grounds(case: &Case, decision: &Decision) -> Vec<Gate> {
    let owner = || Whose::Role(Role::DecisionOwner);
    let mut gates = vec![hard(Item::Ground, owner(), !decision.grounds.is_empty())];
    for grounded in &decision.grounds {
        let frozen = |proof: &Proof| match proof {
            Proof::Finding(code) => case.opening.findings.iter().any(|finding| finding.code == *code),
            Proof::Record { .. } => true,
            Proof::Persistence => grounded.ground.is_of_boundaries() && case.persistence.is_some(),
        };
        let seen = |wanted: &dyn Fn(crate::sign::Code) -> bool| {
            grounded.proofs.iter().any(|proof| matches!(proof, Proof::Finding(code) if wanted(*code)))
        };
        let proven = match grounded.ground.asks() {
            Asks::Family(family) => seen(&|code| code.family() == family) && carries(&grounded.proofs),
            Asks::OneOf(codes) => {
                let persists = grounded.proofs.contains(&Proof::Persistence);
                (persists || seen(&|code| codes.contains(&code))) && carries(&grounded.proofs)
            }
            Asks::Counsel | Asks::Reason => true,
        };
        gates.push(hard(Item::Proof, owner(), proven && grounded.proofs.iter().all(frozen)));
        if grounded.ground.asks() == Asks::Counsel {
            let heard = case.counsel.iter().any(|word| word.ground == Some(grounded.ground));
            gates.push(hard(Item::CounselForGround, Whose::Role(Role::Counsel), heard));
            let waits = case.counsel_waits(Some(grounded.ground));
            gates.extend(waits.then(|| hard(Item::CounselWaits, Whose::Role(Role::Counsel), false)));
        }
        if grounded.ground.may_be_ours() && case.may_be_ours() {
            gates.push(hard(Item::OwnPartReview, Whose::Role(Role::Facilitator), case.own_part_reviewed));
        }
    }
    gates
}

fn after_decision(case: &Case) -> Vec<Gate> {
    let Some(signed) = &case.signed else {
        return vec![hard(Item::Decision, Whose::Role(Role::DecisionOwner), false)];
    };
    let mut gates = vec![hard(Item::Decision, Whose::Role(Role::DecisionOwner), true)];
    let second = || Whose::Role(Role::Counsel);
    let has_second = case.opening.members > 1;
    let cooled = signed.has(Approval::CooledOff) || signed.has(Approval::Second) || signed.has(Approval::Read);
    if signed.decision.personal_cause {
        gates.push(hard(Item::Reading, second(), signed.has(Approval::Read)));
    }
    if signed.decision.outcome.ends() && !has_second {
        gates.push(hard(Item::CoolingOff, Whose::Role(Role::DecisionOwner), cooled));
    } else if signed.decision.outcome.ends() && asks_for_second(case) {
        gates.push(hard(Item::SecondApproval, second(), signed.has(Approval::Second)));
    }
    gates
}

/// Tells whether the end of this client is so large that a second person approves it (DOMAIN 5.3).
pub fn asks_for_second(case: &Case) -> bool {
    let share = case.snapshot.as_ref().and_then(|snapshot| snapshot.share);
    let risk = case.scenario.as_ref().and_then(|scenario| scenario.p_cash_below_zero);
    share.is_some_and(|share| share >= SHARE_FOR_SECOND) || risk.is_some_and(|risk| risk >= CASH_RISK_FOR_SECOND)
}

/// Returns what stands between a plan and its trial.
pub fn to_trial(case: &Case) -> Vec<Gate> {
    let lead = || Whose::Role(Role::Lead);
    let repair = &case.repair;
    let first = !repair.plans.is_empty();
    let again = repair.plans.len() >= 2;
    let mut gates = vec![
        hard(Item::Plan, lead(), first),
        hard(Item::Meeting, lead(), repair.met_on.is_some()),
        hard(Item::ClientViewOfPlan, lead(), repair.client_view.is_some()),
        hard(Item::PlanAnswers, lead(), repair.unanswered().is_empty()),
        hard(Item::SecondPlan, lead(), again),
        hard(Item::Acknowledgement, lead(), repair.acknowledged.is_some()),
    ];
    if case.counsel_stop {
        gates.push(hard(Item::CounselStop, Whose::Role(Role::Counsel), false));
    }
    gates
}

impl Case {
    /// Tells whether our own delivery was so weak, or so unknown for the findings concerned, that findings may be ours.
    pub fn may_be_ours(&self) -> bool {
        self.opening.findings.iter().any(|finding| finding.maybe_ours)
    }
}
