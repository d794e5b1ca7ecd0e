//! What stands between a case and its next stage: met, missing, or offered.

use super::refusal::whose;
use super::scene::Scene;
use super::topics::parting::{further, impact};
use super::words::shown;
use crate::web::markup::Markup;
use crate::web::{agreement, duties, repair};
use askama::Template;
use askama::filters::HtmlSafe;
use domain::case::decision::Decision;
use domain::case::parting::readiness::Leaking;
use domain::case::{Action, Gate, Item, Skip, Stage, gate, gates};
use domain::separation::letter::Kind;

/// One gate, as the page shows it.
#[derive(Template)]
#[template(path = "cases/gate.html")]
pub struct GateView {
    pub state: State,
    pub word: Markup,
    pub what: Markup,
    pub how: Markup,
    pub whose: Markup,
    /// Where it is brought.
    pub door: Option<(String, Markup)>,
    /// Where it is said that it is not needed.
    pub skip: Option<(String, Markup)>,
}

impl HtmlSafe for GateView {}

/// How a gate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Met,
    Missing,
    /// The case can go on without it.
    Offered,
    /// It was left out with a reason.
    Skipped,
}

impl State {
    /// Returns the word of classes and messages.
    pub fn word(self) -> &'static str {
        match self {
            State::Met => "met",
            State::Missing => "missing",
            State::Offered => "offered",
            State::Skipped => "skipped",
        }
    }

    fn of(gate: &Gate) -> State {
        match gate {
            Gate { met: true, .. } => State::Met,
            Gate { skipped: true, .. } => State::Skipped,
            Gate { hard: true, .. } => State::Missing,
            _ => State::Offered,
        }
    }
}

/// Returns the gates of a stage, in the order in which a case comes to them.
pub fn views(scene: &Scene, to: Stage) -> Vec<GateView> {
    of_all(scene, &gates(scene.case(), to, scene.visitor.today))
}

/// Returns the gates before the trial of a repair.
pub fn of_repair(scene: &Scene) -> Vec<GateView> {
    of_all(scene, &repair::gates_of(scene))
}

fn of_all(scene: &Scene, all: &[Gate]) -> Vec<GateView> {
    let mut views: Vec<GateView> = all.iter().map(|gate| view(scene, gate)).collect();
    // Several are often brought on one page; the first of them leads there.
    let mut led: Vec<String> = vec![];
    for view in &mut views {
        let href = view.door.as_ref().map(|(href, _)| href.clone());
        view.door = view.door.take().filter(|(href, _)| !led.contains(href));
        led.extend(href);
    }
    views
}

/// Returns the gates of signing a decision: those of the stage, and what the decision itself lacks.
pub fn of_decision(scene: &Scene, decision: &Decision, on_repair: &str) -> Vec<GateView> {
    let own = gate::of_decision(scene.case(), decision, on_repair, scene.visitor.today);
    let mut all = views(scene, Stage::Decided);
    // What the form itself holds is shown only where it lacks.
    all.extend(own.iter().filter(|gate| !gate.met).map(|gate| view(scene, gate)));
    all
}

fn view(scene: &Scene, gate: &Gate) -> GateView {
    let pen = &scene.pen;
    let state = State::of(gate);
    let open = matches!(state, State::Missing | State::Offered);
    let reason = || {
        let step = skip(gate.item)?;
        let mut reasons = scene.case().skipped.iter().filter(|(skipped, _)| *skipped == step);
        reasons.next_back().and_then(|(_, reason)| reason.as_deref()).map(Markup::text)
    };
    let missing = || {
        let pieces = [shown(pen, "gate-{}", gate.item.word()), shown(pen, "gate-how-{}", gate.item.word())];
        let said = Markup::join(pieces, ". ");
        match gate.item {
            Item::Obligations | Item::UsualObligations => {
                let open = duties::words::open(scene, gate.item == Item::UsualObligations);
                Markup::join([said, open], " ")
            }
            Item::AgreementPoints => Markup::join([said, agreement::named(scene)], " "),
            Item::FurtherContracts => Markup::join([said, further::named(scene)], " "),
            Item::Impact if !scene.case().parting.impact_gaps().is_empty() => {
                Markup::join([pen.t("gate-impact-open"), impact::named(scene)], " ")
            }
            Item::RestrictedLeak => {
                let words = scene
                    .case()
                    .leaks()
                    .into_iter()
                    .map(|leak| pen.say("gate-leak-words", [("said", leak.said.into())]));
                Markup::join([said].into_iter().chain(words), " ")
            }
            Item::CureExpired => {
                let until = scene.case().parting.breach.notice.map(|(_, until)| pen.lang.weekday(until));
                let until = until.map(|day| pen.say("gate-cure_expired-until", [("day", day.into())]));
                Markup::join([said].into_iter().chain(until), " ")
            }
            _ => said,
        }
    };
    GateView {
        state,
        word: shown(pen, "gate-state-{}", state.word()),
        what: shown(pen, "gate-name-{}", gate.item.word()),
        how: match state {
            State::Skipped => reason().unwrap_or_else(|| pen.t("words-erased")),
            State::Met => Markup::default(),
            State::Missing | State::Offered => missing(),
        },
        whose: if open { whose(pen, &scene.people, scene.case(), &gate.whose) } else { Markup::default() },
        door: if open { door_of(scene, gate.item) } else { None },
        skip: skip(gate.item)
            .filter(|_| state == State::Offered)
            .map(|step| (scene.href(&format!("not-needed?step={}", step.word())), pen.t("gate-not-needed"))),
    }
}

/// Returns the page where something that is missing is brought, with the words that lead there.
pub fn door_of(scene: &Scene, item: Item) -> Option<(String, Markup)> {
    let case = scene.case();
    let writing = |kind: Kind| {
        let href = scene.href(&format!("part/letters/new?kind={}", kind.word()));
        (href, shown(&scene.pen, "go-{}", "part-letters-new"))
    };
    let below = match item {
        // Before a contract is read it is known which ones hold.
        Item::ContractReview if case.contracts.is_none() => "contracts",
        Item::RestrictedLeak => return leaking(scene),
        // Where contracts end on different days, none of them is brought forward; nor is an end by whoever may not decide.
        Item::EffectiveReached if case.parting.last_days().len() > 1 || !scene.may(Action::Decide) => return None,
        Item::LetterCheck => {
            let letter = case.parting.main_letter()?;
            return Some((scene.href(&format!("part/letters/{}", letter.id)), scene.pen.t("go-letter")));
        }
        // Only whoever was named verifies it; if they cannot, it is certified again with another.
        Item::DisposalVerification if !scene.is_verifier() => {
            if !scene.may(Action::DisposeOfData) {
                return None;
            }
            "data-disposal"
        }
        // It holds the closing pack.
        Item::Archive if case.parting.sealed.is_none() => "closing-pack",
        // A proof is said with the dispatch, or later.
        Item::DispatchProof if case.parting.dispatched().is_none() => "dispatch",
        // What goes out is written first.
        Item::DefaultNotice if case.parting.letter_of(Kind::Default).is_none() => return Some(writing(Kind::Default)),
        Item::ClosingSummary if case.parting.letter_of(Kind::ClosingSummary).is_none() => {
            return Some(writing(Kind::ClosingSummary));
        }
        // The first set that still has no answer.
        Item::Answers => {
            let set = case.open_sets().into_iter().next()?;
            let below = format!("questions-{}", set.word());
            return Some((scene.href(&below), shown(&scene.pen, "go-{}", &below)));
        }
        item => page_of(item)?,
    };
    Some((scene.href(below), shown(&scene.pen, "go-{}", &below.replace('/', "-"))))
}

/// Returns where a text stands that repeats what was said for few.
fn leaking(scene: &Scene) -> Option<(String, Markup)> {
    let case = scene.case();
    let (below, key) = match case.leaks().into_iter().next()?.at {
        Leaking::Letter(letter) => (format!("part/letters/{letter}"), "go-letter"),
        Leaking::Answer => ("prepared-question".to_owned(), "go-prepared-question"),
        Leaking::Sentence => ("impact".to_owned(), "go-impact"),
        Leaking::Briefing => ("briefing".to_owned(), "go-briefing"),
    };
    Some((scene.href(&below), scene.pen.t(key)))
}

/// Returns the page below a case where an item is brought.
fn page_of(item: Item) -> Option<&'static str> {
    Some(match item {
        Item::Triage => "triage",
        Item::Conflicts => "ties",
        Item::Data => "data",
        Item::Contracts => "contracts",
        Item::FinanceSnapshot => "figures",
        Item::ClientView => "client-view",
        Item::Roster
        | Item::Opinions
        | Item::Reveal
        | Item::Complaints
        | Item::GoodThings
        | Item::OwnParts
        | Item::Options => "review",
        Item::Scenario => "review/scenario",
        Item::Talk => "talk",
        Item::CounselForGround => "counsel",
        Item::OwnPartReview => "own-part",
        Item::Ground
        | Item::Proof
        | Item::LawfulReason
        | Item::RepairConsidered
        | Item::ReviewDay
        | Item::Guardrails
        | Item::Execution
        | Item::Decision
        | Item::SecondApproval
        | Item::Reading
        | Item::CoolingOff => "decision",
        Item::Plan | Item::SecondPlan => "repair/plan",
        Item::Meeting => "repair/meeting",
        Item::ClientViewOfPlan => "repair/view",
        Item::PlanAnswers => "repair/answers",
        Item::Acknowledgement => "repair/acknowledgement",
        Item::CounselStop => "legal-stop",
        Item::Basis => "basis",
        Item::ContractReview => "contract-review",
        Item::CounselForBasis | Item::CounselWaits => "counsel",
        Item::DefaultNotice => "default",
        Item::NoticeComputation | Item::NoticeForm => "computation",
        Item::FurtherContracts => "part",
        Item::AgreementPoints => "part/agreement",
        Item::Dossier => "dossier-review",
        Item::Impact => "impact",
        Item::Questions => "prepared-question",
        Item::Notifier => "notifier",
        Item::HoldCheck => "hold-check",
        Item::Letter => "part/letters/new",
        Item::LegalApproval | Item::FinanceApproval | Item::SecondApprover | Item::NoticeCoolingOff => {
            "notice-approval"
        }
        Item::NoticeTalk => "talk",
        Item::Agreement => "agreement",
        Item::Dispatch => "dispatch",
        Item::DispatchProof => "dispatch-proof",
        Item::Receipt | Item::EffectiveDate => "receipt",
        Item::AccessInventory => "part/access",
        Item::DataInventory => "part/holdings",
        Item::DataInstruction => "data-instruction",
        Item::Account | Item::TrustMoney => "part/account",
        Item::Settlement => "settlement",
        Item::DataDisposal => "data-disposal",
        Item::ClosingSummary => "closing-summary",
        Item::Closure => "closure",
        Item::ClosingPack => "closing-pack",
        Item::OpenHolds => "hold",
        Item::Obligations | Item::UsualObligations => "part/obligations",
        item => return page_of_readiness(item),
    })
}

/// Returns the page below a case where something is brought that stands ready before the client is told, once they know, or
/// when all is done.
fn page_of_readiness(item: Item) -> Option<&'static str> {
    Some(match item {
        Item::ScenarioAccepted => "scenario-acceptance",
        Item::Timeline => "part/plan",
        Item::Briefing => "briefing",
        Item::TeamBriefed => "team-briefed",
        Item::QuestionsChannel => "client-links",
        Item::EffectiveReached => "earlier-end",
        Item::DisposalVerification => "disposal-verification",
        Item::Archive => "archives",
        item => return page_of_learning(item),
    })
}

/// Returns the page below a case where something that is learned is brought.
fn page_of_learning(item: Item) -> Option<&'static str> {
    Some(match item {
        Item::OwnPartsSummed => "own-parts-summary",
        Item::ForecastCompared => "forecast-fact",
        Item::GoodThingsKept => "good-things-kept",
        Item::Retrospective => "retrospective-held",
        Item::Lessons => "lesson",
        Item::Changes => "lesson-change",
        Item::ReplacementPlan => "replacement-status",
        Item::Monitor => "lesson-monitor",
        _ => return None,
    })
}

/// Returns the step that is left out where an item is not needed.
fn skip(item: Item) -> Option<Skip> {
    Some(match item {
        Item::Data => Skip::Data,
        Item::Contracts => Skip::Contracts,
        Item::FinanceSnapshot => Skip::FinanceSnapshot,
        Item::ClientView => Skip::ClientView,
        Item::Complaints => Skip::Complaints,
        Item::Options => Skip::Options,
        Item::Scenario => Skip::Scenario,
        Item::Conflicts => Skip::Conflicts,
        Item::ContractReview => Skip::ContractReview,
        Item::AgreementPoints => Skip::AgreementPoints,
        Item::Dossier => Skip::Dossier,
        Item::Impact => Skip::Impact,
        Item::Questions => Skip::Questions,
        Item::Notifier => Skip::Notifier,
        Item::HoldCheck => Skip::HoldCheck,
        Item::ScenarioAccepted => Skip::ScenarioAccepted,
        Item::Timeline => Skip::Timeline,
        Item::Briefing => Skip::Briefing,
        Item::TeamBriefed => Skip::TeamBriefed,
        Item::QuestionsChannel => Skip::QuestionsChannel,
        Item::LegalApproval => Skip::LegalApproval,
        Item::FinanceApproval => Skip::FinanceApproval,
        Item::UsualObligations => Skip::UsualObligations,
        Item::Archive => Skip::Archive,
        Item::OwnPartsSummed => Skip::OwnPartsSummed,
        Item::ForecastCompared => Skip::ForecastCompared,
        Item::GoodThingsKept => Skip::GoodThingsKept,
        Item::ReplacementPlan => Skip::ReplacementPlan,
        Item::Monitor => Skip::Monitor,
        _ => return None,
    })
}
