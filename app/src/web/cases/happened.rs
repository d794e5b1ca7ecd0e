//! What happened in a case, as sentences: each event of the journal has one in both languages.

use super::people::People;
use super::said;
use super::topics::parting::{closing, further, impact, readiness, works};
use super::words::word;
use super::{learned, legal_holds};
use crate::flow::cases::Sealed;
use crate::web::duties::words;
use crate::web::markup::{Markup, Pen};
use crate::web::when::When;
use askama::Template;
use askama::filters::HtmlSafe;
use domain::case::event::Event;
use domain::case::parting::{self, duties, offers};
use domain::case::restricted::REPORTER;
use domain::case::{Class, Role, Stamped};
use domain::days::Day;
use domain::journal;
use domain::separation::settlement::FinalAccount;
use fluent_bundle::FluentValue;

/// One thing that happened.
#[derive(Template)]
#[template(path = "cases/happened.html")]
pub struct Happened {
    /// The number under which pages point to it.
    anchor: Option<u32>,
    when: Markup,
    /// Who did what.
    says: Markup,
    /// Their own words, each with what it answers, where it answers something.
    said: Vec<(Option<Markup>, String)>,
    /// What stands in the place of words that cannot be read.
    absent: Option<Markup>,
}

impl HtmlSafe for Happened {}

/// The arguments of a sentence.
type Args = Vec<(&'static str, FluentValue<'static>)>;

impl Happened {
    /// Lets pages point to it.
    pub fn anchored(mut self, seq: u32) -> Happened {
        self.anchor = Some(seq);
        self
    }

    /// Says who did what.
    pub fn sentence(pen: &Pen, people: &People, entry: &Stamped) -> Markup {
        let who = entry.actor.as_deref().map(|actor| people.name(actor).to_owned());
        let mut args = of_facts(pen, people, &entry.event);
        args.extend(of_review(pen, people, &entry.event));
        args.extend(of_decision(pen, &entry.event));
        args.extend(of_protection(pen, people, &entry.event));
        match &entry.event {
            Event::Parting(event) => args.extend(of_parting(pen, people, event)),
            Event::Learning(event) => args.extend(learned::args(pen, people, event)),
            Event::LegalHold(event) => args.extend(legal_holds::args(pen, people, event)),
            _ => {}
        }
        args.push(("who", FluentValue::from(who.unwrap_or_else(|| pen.lang.text("product")))));
        pen.say(&format!("event-{}", journal::lay_out(&entry.event).name), args)
    }

    /// Says what happened; `sealed` tells why words that were said cannot be read.
    pub fn of(pen: &Pen, people: &People, entry: &Stamped, sealed: Option<Sealed>) -> Happened {
        let laid = journal::lay_out(&entry.event);
        let when = When::of(&entry.at, pen.zone, pen.lang.digits);
        let absent = sealed.map(|sealed| match sealed {
            Sealed::Closed => pen.t("words-closed"),
            Sealed::Erased(None) => pen.t("words-erased"),
            Sealed::Erased(Some((on, basis))) => erased(pen, on, &basis),
        });
        Happened {
            anchor: None,
            when: Markup::join([pen.day(when.day), pen.name(&when.time)], " "),
            says: Happened::sentence(pen, people, entry),
            said: laid.said.as_deref().map(|said| said::texts(pen, people, said)).unwrap_or_default(),
            absent,
        }
    }
}

/// Says since when and on which basis words are erased.
fn erased(pen: &Pen, on: Day, basis: &str) -> Markup {
    pen.say("words-erased-on", [("day", pen.lang.day(on).into()), ("basis", pen.lang.erasure_basis(basis).into())])
}

fn of_facts(pen: &Pen, people: &People, event: &Event) -> Args {
    let member = |member: &str| FluentValue::from(people.name(member).to_owned());
    match event {
        Event::CaseOpened { opening, .. } => {
            vec![
                ("cause", word(pen, "case-cause-{}", opening.cause.word())),
                ("restricted", if opening.class == Class::Normal { "no" } else { "yes" }.into()),
                ("name", opening.client_name.clone().into()),
            ]
        }
        Event::RoleGiven { role, member: given } | Event::RoleTaken { role, member: given } => {
            let reporter = if *role == Role::Reporter { "yes" } else { "no" };
            vec![
                ("role", word(pen, "case-role-{}", role.word())),
                ("member", member(given)),
                ("reporter", reporter.into()),
            ]
        }
        Event::StepSkipped { step, .. } => vec![("step", word(pen, "case-skip-{}", step.word()))],
        Event::StageEntered { stage } => vec![("stage", word(pen, "case-stage-{}", stage.word()))],
        Event::DataReviewed { known_percent, .. } => {
            vec![("share", pen.lang.percent(f64::from(*known_percent) / 100.0).into())]
        }
        Event::ContractsLocated { contracts } => vec![("n", (contracts.len() as f64).into())],
        Event::ClientViewRecorded { on, confirmed_by_client, .. } => {
            vec![("day", pen.lang.day(*on).into()), ("confirmed", yes(*confirmed_by_client))]
        }
        Event::HypothesisWeighed { cause, speaks_for, .. } => {
            vec![("cause", word(pen, "root-cause-{}", cause.word())), ("for", yes(*speaks_for))]
        }
        Event::TalkWaived { unsafe_for_people, .. } => vec![("unsafe", yes(*unsafe_for_people))],
        Event::ClientMeetingHeld { on, by, .. } => vec![("day", pen.lang.day(*on).into()), ("member", member(by))],
        _ => vec![],
    }
}

fn number(n: u32) -> FluentValue<'static> {
    FluentValue::from(f64::from(n))
}

fn of_review(pen: &Pen, people: &People, event: &Event) -> Args {
    let member = |member: &str| FluentValue::from(people.name(member).to_owned());
    match event {
        Event::RosterSet { seats, .. } => vec![("n", (seats.len() as f64).into())],
        Event::AbsenceExcused { member: absent, .. } => vec![("member", member(absent))],
        Event::OpinionSubmitted { department, .. } => {
            vec![("department", word(pen, "department-{}", department.word()))]
        }
        Event::OpinionsRevealed { missing } => vec![("n", (missing.len() as f64).into())],
        Event::ComplaintRaised { finding, .. } => vec![(
            "finding",
            finding.map_or_else(|| "none".into(), |code| pen.lang.text(&format!("{}-name", code.word())).into()),
        )],
        Event::ComplaintMerged { complaint, into } => vec![("n", number(*complaint)), ("into", number(*into))],
        Event::GoodThingKept { said } => {
            let named = said.as_ref().map(|said| if said.text.is_some() { "yes" } else { "no" });
            vec![("named", named.unwrap_or("closed").into())]
        }
        Event::OwnPartsClosed { answers } => vec![("n", number(*answers))],
        Event::ImprovementAgreed { improvement, .. } => {
            vec![("member", member(&improvement.owner)), ("day", pen.lang.day(improvement.due_on).into())]
        }
        Event::ImprovementDone { improvement } => vec![("n", number(*improvement))],
        Event::OptionsScored { scoring, .. } => vec![("n", (scoring.options.len() as f64).into())],
        Event::ScenarioRun { p_cash_below_zero, .. } => {
            let risk = p_cash_below_zero.map(|risk| FluentValue::from((risk * 100.0).round()));
            vec![("n", risk.unwrap_or_else(|| "unknown".into()))]
        }
        Event::ReviewDeferred { until, .. } => vec![("day", pen.lang.day(*until).into())],
        Event::DissentRecorded { stance, .. } => vec![("stance", word(pen, "stance-{}", stance.word()))],
        _ => vec![],
    }
}

fn of_decision(pen: &Pen, event: &Event) -> Args {
    match event {
        Event::DecisionSigned { decision, .. } => vec![("outcome", word(pen, "outcome-{}", decision.outcome.word()))],
        Event::DecisionApproved { approval, .. } => vec![("approval", approval.word().into())],
        Event::CounselAdvised { ground, talk_not_needed, wait, .. } => vec![
            ("wait", yes(*wait)),
            ("ground", ground.map_or_else(|| "none".into(), |ground| word(pen, "ground-{}", ground.word()))),
            ("talk", yes(*talk_not_needed)),
        ],
        Event::RepairPlanVersioned { plan, .. } => {
            vec![("n", number(plan.version)), ("points", (plan.points.len() as f64).into())]
        }
        Event::PlanAnswered { answer, .. } => vec![("n", number(answer.point)), ("accepted", yes(answer.accepted))],
        Event::PlanAcknowledged { refused, .. } => vec![("refused", yes(*refused))],
        Event::BoundaryLetterAcknowledged { on } => vec![("day", pen.lang.day(*on).into())],
        Event::TrialStarted { trial } => {
            vec![("from", pen.lang.day(trial.begins_on).into()), ("to", pen.lang.day(trial.ends_on).into())]
        }
        Event::TrialEvaluated { succeeded, .. } => vec![("succeeded", yes(*succeeded))],
        Event::GuardrailBreached { breach } => vec![("guard", word(pen, "guard-{}", breach.guard.word()))],
        Event::BoundariesCrossedAgain { persistence } => {
            vec![("n", number(persistence.breaches)), ("day", pen.lang.day(persistence.acknowledged_on).into())]
        }
        _ => vec![],
    }
}

fn of_protection(pen: &Pen, people: &People, event: &Event) -> Args {
    let member = |member: &str| FluentValue::from(people.name(member).to_owned());
    match event {
        Event::DoorChanged { door, .. } => vec![("door", word(pen, "door-{}", door.word()))],
        Event::AccessRenewed { member: again } => {
            let is_reporter = if again == REPORTER { "yes" } else { "no" };
            vec![("member", member(again)), ("reporter", is_reporter.into())]
        }
        Event::WishStated { wish, .. } => vec![("wish", wish.word().into())],
        Event::PartyNamed { member: party, part, .. } => vec![("member", member(party)), ("part", part.word().into())],
        Event::MilestoneReached { milestone, on, who: named, .. } => {
            let named = named.as_deref().map_or_else(|| "none".into(), member);
            let milestone = word(pen, "milestone-{}", milestone.word());
            vec![("milestone", milestone), ("day", pen.lang.day(*on).into()), ("member", named)]
        }
        Event::ProtectiveMeasureStarted { measure, .. } => vec![
            ("measure", word(pen, "measure-{}", measure.kind.word())),
            ("consent", yes(measure.consent)),
            ("member", member(&measure.owner)),
        ],
        Event::ProtectiveMeasureEnded { measure, .. } => vec![("n", number(*measure))],
        Event::MeasureAnswered { measure, agrees, .. } => vec![("n", number(*measure)), ("agrees", yes(*agrees))],
        Event::EvidenceSealed { name, .. } => vec![("name", name.clone().into())],
        Event::CounselInstructed { instruction, .. } => {
            vec![("hold", yes(!instruction.no_visible_hold)), ("speak", yes(!instruction.no_word_to_client))]
        }
        _ => vec![],
    }
}

fn of_parting(pen: &Pen, people: &People, event: &parting::Event) -> Args {
    use parting::Event;
    let day = |on: domain::days::Day| FluentValue::from(pen.lang.weekday(on));
    match event {
        Event::Duty(event) => of_duty(pen, event),
        Event::Offer(event) => of_offer(pen, event),
        Event::Work(event) => works::args(pen, event),
        Event::Impact(event) => impact::args(pen, event),
        Event::Readiness(event) => readiness::args(pen, people, event),
        Event::Further(event) => further::args(pen, event),
        Event::BasisChosen { basis, .. } => vec![("basis", word(pen, "basis-{}", basis.word()))],
        Event::ClauseExtracted { contract, right, .. } => {
            vec![("contract", contract.clone().into()), ("n", (right.bases.len() as f64).into())]
        }
        Event::NoticeComputed { computed } => vec![("day", day(computed.effective_on))],
        Event::PointSettled { point, needed, .. } => {
            vec![("point", word(pen, "agreement-point-{}", point.word())), ("needed", yes(*needed))]
        }
        Event::NotifierNamed { member, .. } => vec![("member", people.name(member).to_owned().into())],
        Event::LetterDrafted { letter, kind, version, .. } => vec![
            ("n", number(*letter)),
            ("kind", word(pen, "letter-kind-{}", kind.word())),
            ("verdict", version.verdict.word().into()),
        ],
        Event::NoticeApproved { approval } => vec![("approval", word(pen, "approved-{}", approval.word()))],
        Event::DefaultNoticeServed { on, cure_until, .. } => vec![("day", day(*on)), ("until", day(*cure_until))],
        Event::AgreementSigned { on, effective_on, .. } | Event::EndBroughtForward { on, effective_on, .. } => {
            vec![("day", day(*on)), ("until", day(*effective_on))]
        }
        Event::ClientGaveNotice { on, effective_on, computed, .. } => further::gave(pen, *on, *effective_on, computed),
        Event::NoticeDispatched { dispatch } => vec![
            ("method", word(pen, "notice-method-{}", dispatch.method.word())),
            ("moment", dispatch.sent_at.replace('T', " ").into()),
        ],
        Event::DeliveryFailed { letter, failure, on, .. } => {
            let n = letter.map_or_else(|| "none".into(), number);
            vec![("n", n), ("failure", word(pen, "failure-{}", failure.word())), ("day", day(*on))]
        }
        Event::NoticeReceived { receipt } => {
            vec![("arrival", word(pen, "arrival-{}", receipt.arrival.word())), ("day", day(receipt.on))]
        }
        Event::DataInstructionReceived { instruction, on, by_default, by_client, .. } => {
            let instruction = word(pen, "instruction-{}", instruction.word());
            vec![("instruction", instruction), ("day", day(*on)), ("whose", whose(*by_client, *by_default).into())]
        }
        Event::AccountFrozen { account, .. } => of_account(pen, account),
        Event::SettlementSigned { settlement, on, .. } => {
            vec![("settlement", word(pen, "settlement-{}", settlement.word())), ("day", day(*on))]
        }
        Event::DataDisposed { disposal, to_verify, .. } => closing::args(pen, people, disposal, *to_verify),
        Event::ClosureSigned { closure, .. } => vec![
            ("ending", closure.ending.word().into()),
            ("day", day(closure.on)),
            ("signer", closure.signer.clone().unwrap_or_default().into()),
            ("n", number(closure.reminders.into())),
        ],
        Event::BreachCured { on, .. }
        | Event::SuspensionStarted { on, .. }
        | Event::SuspensionEnded { on }
        | Event::EffectiveDateFixed { on }
        | Event::StayRequested { on, .. }
        | Event::EndWithdrawn { on, .. }
        | Event::ClosingSummaryDelivered { on, .. } => vec![("day", day(*on))],
        _ => of_the_rest(pen, event),
    }
}

/// Returns from whom an instruction came.
fn whose(by_client: bool, by_default: bool) -> &'static str {
    match (by_client, by_default) {
        (true, _) => "client",
        (false, true) => "default",
        (false, false) => "firm",
    }
}

/// Returns the arguments of what is left: the client's page, what goes out, and what is kept.
fn of_the_rest(pen: &Pen, event: &parting::Event) -> Args {
    use parting::Event;
    match event {
        Event::ClientLinkGiven { until, successor, .. } => {
            vec![("day", pen.lang.day(*until).into()), ("successor", yes(*successor))]
        }
        Event::ClientPageHandedOver { on, .. } => vec![("day", pen.lang.weekday(*on).into())],
        Event::HoldChecked { hold, .. } => vec![("hold", yes(*hold))],
        Event::LetterHandedOver { letter, on, by_chat, .. } => {
            vec![("n", number(*letter)), ("day", pen.lang.weekday(*on).into()), ("chat", yes(*by_chat))]
        }
        Event::ArchiveKept { archive, .. } => vec![("scope", archive.scope.word().into())],
        Event::ArchiveChecked { is_whole, .. } => vec![("whole", yes(*is_whole))],
        Event::FileGiven { successor, .. } => vec![("successor", yes(*successor))],
        Event::ReceiptAcknowledged { letter: n, .. }
        | Event::LetterOverridden { letter: n, .. }
        | Event::LetterApproved { letter: n }
        | Event::StopApproved { letter: n, .. }
        | Event::MailOrdered { letter: n, .. }
        | Event::DisposalVerified { disposal: n, .. }
        | Event::QuestionAsked { question: n, .. }
        | Event::AnswerDrafted { question: n, .. }
        | Event::QuestionAnswered { question: n, .. } => {
            vec![("n", number(*n))]
        }
        Event::ObligationsConfirmed { obligations, .. } => vec![("n", (obligations.len() as f64).into())],
        _ => vec![],
    }
}

fn of_offer(pen: &Pen, event: &offers::Event) -> Args {
    use offers::Event;
    match event {
        Event::AlternativeNamed { offer, fee, .. } => {
            let fee = fee.map_or_else(|| "none".to_owned(), |fee| pen.lang.money(fee));
            vec![("n", number(*offer)), ("fee", fee.into())]
        }
        Event::BridgeOffered { offer, terms, .. } => {
            vec![("n", number(*offer)), ("day", pen.lang.weekday(terms.until).into())]
        }
        Event::ServiceTold { offer, .. } | Event::OfferWithdrawn { offer } => vec![("n", number(*offer))],
    }
}

fn of_account(pen: &Pen, account: &FinalAccount) -> Args {
    let nets = account.balances.iter().map(|own| own.net()).filter(|net| net.minor != 0 && pen.sees_money);
    let nets: Vec<String> = nets.map(|net| pen.lang.money(net)).collect();
    let none = if pen.sees_money { "settling-nothing" } else { "sum-hidden" };
    let sum = if nets.is_empty() { pen.lang.text(none) } else { nets.join(&pen.lang.text("list-comma")) };
    vec![("day", pen.lang.weekday(account.on).into()), ("sum", sum.into())]
}

fn of_duty(pen: &Pen, event: &duties::Event) -> Args {
    use duties::Event;
    let day = |on: domain::days::Day| FluentValue::from(pen.lang.weekday(on));
    let number = |id: u32| ("n", FluentValue::from(f64::from(id)));
    match event {
        Event::ObligationAdded { obligation, said } => {
            let own = said.as_ref().and_then(|said| said.words.as_deref());
            vec![
                number(obligation.id),
                ("what", words::plain(pen.lang, obligation.what, obligation.about.as_deref(), own).into()),
            ]
        }
        Event::ObligationProved { obligation, on, .. } | Event::ObligationTransferred { obligation, on, .. } => {
            vec![number(*obligation), ("day", day(*on))]
        }
        Event::ObligationExcepted { obligation, acknowledged, .. } => {
            vec![number(*obligation), ("acknowledged", word(pen, "acknowledged-{}", acknowledged.word()))]
        }
        Event::ObligationWorded { obligation, .. } => vec![number(*obligation)],
        Event::ObligationMoved { obligation, from, to, .. } => {
            vec![number(*obligation), ("from", day(*from)), ("to", day(*to))]
        }
        Event::AccessInventoried { access, .. } => {
            vec![number(access.id), ("kind", word(pen, "access-kind-{}", access.kind.word()))]
        }
        Event::OwnershipTransferred { access, on }
        | Event::OwnershipTested { access, on }
        | Event::AccessRevoked { access, on } => vec![number(*access), ("day", day(*on))],
        Event::HoldingListed { holding, .. } => {
            vec![number(holding.id), ("place", word(pen, "holding-place-{}", holding.place.word()))]
        }
        Event::HoldingCopied { holding, copied } => vec![number(*holding), ("day", day(copied.on))],
        Event::HoldingReadBack { holding, on } | Event::HoldingRemoved { holding, on } => {
            vec![number(*holding), ("day", day(*on))]
        }
        Event::NothingHeld { inventory, .. } => vec![("inventory", inventory.word().into())],
        Event::EndPlanned { plan, .. } => vec![("day", day(plan.given.effective_on))],
    }
}

/// A choice that a message selects by.
fn yes(is: bool) -> FluentValue<'static> {
    if is { "yes".into() } else { "no".into() }
}
