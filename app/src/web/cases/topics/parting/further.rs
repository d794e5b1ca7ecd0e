//! Further contracts of the client: computed, agreed to, sent and received each by itself, or left to go on.

use super::preparing::{begun, notice_fields, our_input};
use super::serving::{arrived, dispatch_fields, mailed, moment, proofs_door, receipt_fields, with_proof};
use super::{Asked, Asking, Topic, optional, part};
use crate::flow::contracts::of_contract;
use crate::web::cases::ask::{Fields, words};
use crate::web::cases::scene::Scene;
use crate::web::cases::words::word;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use domain::case::parting::further::{Act as Further, Event, Further as Standing};
use domain::case::parting::{Act as Part, Computed, Failure};
use domain::case::{Act, Action, Stage};
use domain::days::Day;
use domain::separation::contract::By;
use fluent_bundle::FluentValue;

pub const TOPICS: [Topic; 7] = [
    Topic { path: "further-computation", action: Action::Work, asked: computation, answered: computed, then: "part" },
    Topic { path: "further-approval", action: Action::SecondDecision, asked: approval, answered: agreed, then: "part" },
    Topic { path: "further-dispatch", action: Action::Work, asked: dispatch, answered: dispatched, then: "part" },
    Topic { path: "further-proof", action: Action::Work, asked: proof, answered: proved, then: "part" },
    Topic { path: "further-failure", action: Action::Work, asked: failure, answered: failed, then: "part" },
    Topic { path: "further-receipt", action: Action::Work, asked: receipt, answered: received, then: "part" },
    Topic { path: "contract-goes-on", action: Action::Decide, asked: going_on, answered: goes_on, then: "part" },
];

/// Says of each further contract how it stands, with what can be done next.
pub fn views(scene: &Scene) -> Vec<Markup> {
    if scene.case().stage == Stage::Closed || scene.case().stage == Stage::Learned {
        return vec![];
    }
    scene.case().further_contracts().into_iter().map(|contract| view(scene, contract)).collect()
}

fn view(scene: &Scene, contract: &str) -> Markup {
    let pen = &scene.pen;
    let own = scene.case().parting.further(contract);
    let says = own.map_or_else(|| pen.t("further-open"), |own| standing(scene, own));
    let doors = doors(scene, contract, own);
    let doors = Markup::join(doors, " · ");
    let contract = pen.id(contract);
    Markup::made(format!("<h3>{contract}</h3><p>{says}</p><p class=\"tiny\">{doors}</p>"))
}

fn standing(scene: &Scene, own: &Standing) -> Markup {
    let pen = &scene.pen;
    if let Some(why) = &own.goes_on {
        let why = why.clone().unwrap_or_else(|| pen.lang.text("words-erased"));
        return pen.say("further-goes-on", [("why", why.into())]);
    }
    let key = match own {
        Standing { effective_on: Some(_), .. } => "further-received",
        Standing { dispatch: Some(_), .. } => "further-sent",
        Standing { approved_by: Some(_), .. } => "further-agreed",
        Standing { computed: Some(_), .. } => "further-computed",
        _ => return pen.t("further-open"),
    };
    let day = own.ends_on().map(|on| pen.lang.weekday(on)).unwrap_or_default();
    pen.say(key, [("day", day.into())])
}

fn doors(scene: &Scene, contract: &str, own: Option<&Standing>) -> Vec<Markup> {
    let (case, pen) = (scene.case(), &scene.pen);
    let mut doors = vec![];
    let is_sent = own.is_some_and(|own| own.dispatch.is_some());
    let asked = |path: &str| format!("{path}?contract={}", crate::web::form::encode(contract));
    let mut door = |may: bool, path: &str, key: &str| {
        if may {
            doors.push(pen.link(&scene.href(path), &pen.t(key)));
        }
    };
    let works = scene.may(Action::Work);
    let is_computed = own.is_some_and(|own| own.computed.is_some());
    let is_read = case.parting.rights.iter().any(|(known, ..)| known == contract);
    door(works && !is_sent && !is_read, &asked("contract-review"), "go-contract-review");
    door(works && !is_sent, &asked("further-computation"), "go-computation");
    if let Some(letter) = case.parting.letter_of_further(contract) {
        door(true, &format!("part/letters/{}", letter.id), "go-letter");
    }
    if let Some(basis) = case.parting.basis().filter(|_| works && is_computed && !is_sent) {
        let (kind, language) = (basis.letter().word(), pen.lang.language.tag());
        let contract = crate::web::form::encode(contract);
        let new = format!("part/letters/new?kind={kind}&language={language}&contract={contract}");
        door(true, &new, "go-part-letters-new");
    }
    let waits = own.is_some_and(|own| own.approved_by.is_none() && !own.letters.is_empty());
    door(scene.may(Action::SecondDecision) && waits && !is_sent, &asked("further-approval"), "go-notice-approval");
    let is_agreed = own.is_some_and(|own| own.approved_by.is_some());
    let goes_out = matches!(case.stage, Stage::Notice | Stage::Transition);
    door(works && is_agreed && !is_sent && goes_out, &asked("further-dispatch"), "go-dispatch");
    let is_open = is_sent && own.is_some_and(|own| own.receipt.is_none());
    let is_unproven = is_sent && own.is_some_and(|own| !case.parting.is_proven_of(own));
    door(works && is_unproven && goes_out, &asked("further-proof"), "go-dispatch-proof");
    door(works && is_open, &asked("further-receipt"), "go-receipt");
    door(works && is_open, &asked("further-failure"), "go-failed-delivery");
    let may_go_on = own.is_none_or(|own| own.goes_on.is_none()) && !is_sent;
    door(scene.may(Action::Decide) && may_go_on, &asked("contract-goes-on"), "go-contract-goes-on");
    doors
}

/// Returns the further contract that is asked about.
fn contract(asking: &Asking, filled: &Filled) -> Option<String> {
    let named = filled.value("contract");
    let known = asking.scene.case().further_contracts().contains(&named);
    known.then(|| named.to_owned())
}

fn own<'a>(asking: &'a Asking, filled: &Filled) -> Option<&'a Standing> {
    asking.scene.case().parting.further(&contract(asking, filled)?)
}

/// Names the contract above a form, and keeps it in it.
fn of(asking: &Asking, filled: &Filled, words: &'static str, fields: Fields<'_>) -> Asked {
    let Some(contract) = contract(asking, filled) else {
        let known = vec![asking.pen().t("further-none")];
        return Asked { known, words: Some(words), ..Asked::default() };
    };
    let named = asking.pen().id(&contract);
    let known = vec![Markup::made(format!("<p class=\"big\">{named}</p>"))];
    Asked { known, hidden: vec![("contract", contract)], fields: fields.all(), words: Some(words) }
}

fn computation(asking: &Asking, filled: &Filled) -> Asked {
    let filled = begun(asking, filled, By::Us);
    Asked { fields: notice_fields(asking, &filled, By::Us).all(), words: Some("computation"), ..Asked::default() }
}

fn computed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (input, own) = our_input(asking, filled)?;
    let contract = asking.chosen(filled, "contract", |named| {
        asking.scene.case().further_contracts().into_iter().find(|known| *known == named).map(str::to_owned)
    })?;
    let confirmed = of_contract(Some(&contract), &asking.confirmed);
    let act = Box::new(Part::Further(Further::ComputeFurther { contract, input, own }));
    part(Part::UnderTerms { confirmed, act })
}

fn approval(asking: &Asking, filled: &Filled) -> Asked {
    of(asking, filled, "further-approval", Fields::of(asking.pen(), filled))
}

fn agreed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    part(Part::Further(Further::ApproveFurther { contract: contract(asking, filled)? }))
}

fn dispatch(asking: &Asking, filled: &Filled) -> Asked {
    let method = own(asking, filled).and_then(|own| own.computed.as_ref()).and_then(|computed| computed.method());
    let mut asked = of(asking, filled, "dispatch", dispatch_fields(asking, filled, method));
    let notice = own(asking, filled).and_then(|own| asking.scene.case().parting.letter_of_further(&own.contract));
    asked.known.extend(mailed(asking, notice));
    asked
}

fn dispatched(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let contract = contract(asking, filled)?;
    let sent_at = moment(asking, filled)?;
    let (tracking, proof) = (optional(filled, "tracking"), optional(filled, "proof"));
    let own = Some(asking.scene.visitor.firm.own_days.clone());
    let confirmed = of_contract(Some(&contract), &asking.confirmed);
    let act = Box::new(Part::Further(Further::DispatchFurther { contract, sent_at, tracking, proof, own }));
    part(Part::UnderTerms { confirmed, act })
}

fn proof(asking: &Asking, filled: &Filled) -> Asked {
    let method = own(asking, filled).and_then(|own| own.dispatch.as_ref()).map(|dispatch| dispatch.method);
    let mut asked = of(asking, filled, "dispatch-proof", with_proof(asking, Fields::of(asking.pen(), filled), method));
    asked.known.push(proofs_door(asking));
    asked
}

fn proved(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (contract, proof) = (contract(asking, filled), asking.text(filled, "proof"));
    part(Part::Further(Further::ProveFurther { contract: contract?, proof: proof? }))
}

/// How a notice by hand, courier, post or mail can have failed.
const FAILURES: [Failure; 4] = [Failure::Refused, Failure::WrongAddress, Failure::Bounced, Failure::Lost];

fn failure(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let fields = Fields::of(pen, filled)
        .one("failure", "failure-how", words(pen, "failure-{}", FAILURES.iter().map(|failure| failure.word())))
        .day("on", "parting-on")
        .text("text", "parting-text");
    of(asking, filled, "failed-delivery", fields)
}

fn failed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let failure = asking.chosen(filled, "failure", |word| Failure::of(word).filter(|one| FAILURES.contains(one)));
    let (on, text) = (asking.day(filled, "on"), asking.text(filled, "text"));
    let contract = contract(asking, filled)?;
    part(Part::Further(Further::FailFurther { contract, failure: failure?, on: on?, text: text? }))
}

fn receipt(asking: &Asking, filled: &Filled) -> Asked {
    let sent = own(asking, filled).and_then(|own| own.dispatch.as_ref());
    of(asking, filled, "receipt", receipt_fields(asking, filled, sent))
}

fn received(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let contract = contract(asking, filled)?;
    let sent = own(asking, filled).and_then(|own| own.dispatch.as_ref());
    let (arrival, received_at) = arrived(asking, filled, sent)?;
    let proof = optional(filled, "proof");
    part(Part::Further(Further::ReceiveFurther { contract, arrival, received_at, proof }))
}

fn going_on(asking: &Asking, filled: &Filled) -> Asked {
    of(asking, filled, "contract-goes-on", Fields::of(asking.pen(), filled).text("text", "case-why"))
}

fn goes_on(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (contract, text) = (contract(asking, filled), asking.text(filled, "text"));
    part(Part::Further(Further::LetGoOn { contract: contract?, text: text? }))
}

/// Names the further contracts that are not ready, or not served, as far as the stage asks.
pub fn named(scene: &Scene) -> Markup {
    let (case, today) = (scene.case(), scene.visitor.today);
    let open =
        if case.stage == Stage::PreparingExit { case.unready_contracts() } else { case.unserved_contracts(today) };
    Markup::join(open.into_iter().map(|contract| scene.pen.id(contract)), scene.pen.lang.text("case-comma").as_str())
}

/// Returns what the sentence of an event names.
pub fn args(pen: &Pen, event: &Event) -> Vec<(&'static str, FluentValue<'static>)> {
    let named = |contract: &Option<String>| contract.clone().unwrap_or_default();
    let contract = match event {
        Event::FurtherNoticeComputed { computed } => named(&computed.contract),
        Event::FurtherNoticeDispatched { dispatch } => named(&dispatch.computed.contract),
        Event::FurtherLetterNamed { contract, .. }
        | Event::FurtherNoticeApproved { contract }
        | Event::FurtherDispatchProved { contract, .. }
        | Event::FurtherDeliveryFailed { contract, .. }
        | Event::FurtherNoticeReceived { contract, .. }
        | Event::ContractGoesOn { contract, .. } => contract.clone(),
    };
    let own = match event {
        Event::FurtherNoticeComputed { computed } => Some(("day", pen.lang.weekday(computed.effective_on).into())),
        Event::FurtherNoticeReceived { effective_on, .. } => Some(("day", pen.lang.weekday(*effective_on).into())),
        Event::FurtherLetterNamed { letter, .. } => Some(("n", f64::from(*letter).into())),
        Event::FurtherNoticeDispatched { dispatch } => Some(("moment", dispatch.sent_at.replace('T', " ").into())),
        Event::FurtherDeliveryFailed { failure, .. } => Some(("failure", word(pen, "failure-{}", failure.word()))),
        Event::FurtherNoticeApproved { .. } | Event::FurtherDispatchProved { .. } | Event::ContractGoesOn { .. } => {
            None
        }
    };
    [("contract", contract.into())].into_iter().chain(own).collect()
}

/// Returns what the sentence of the client's own notice names: its days, and its contract where it has one.
pub fn gave(
    pen: &Pen,
    on: Day,
    effective_on: Day,
    computed: &Option<Box<Computed>>,
) -> Vec<(&'static str, FluentValue<'static>)> {
    let day = |on: Day| FluentValue::from(pen.lang.weekday(on));
    let contract = computed.as_ref().and_then(|computed| computed.contract.clone());
    let named = if contract.is_some() { "yes" } else { "no" };
    let contract = contract.unwrap_or_default().into();
    vec![("day", day(on)), ("until", day(effective_on)), ("named", named.into()), ("contract", contract)]
}
