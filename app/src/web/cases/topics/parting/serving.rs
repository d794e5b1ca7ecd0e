//! Serving the notice: sent, come back, received; signed by both; crossed; taken back.

use super::preparing::{begun, notice_fields, notice_input};
use super::{Asked, Asking, Topic, files, optional, part, refuse_marked};
use crate::flow::contracts::of_notice;
use crate::web::cases::ask::{Fields, words};
use crate::web::cases::words::shown;
use crate::web::form::{self, Filled};
use crate::web::markup::Markup;
use domain::case::parting::{Act as Part, Arrival, Asked as ClientQuestion, Dispatch, Failure, Letter};
use domain::case::{Act, Action};
use domain::days::Day;
use domain::separation::contract::By;
use domain::separation::notice::Method;
use domain::separation::tone::Level;

pub const TOPICS: [Topic; 12] = [
    Topic { path: "handed-over", action: Action::Work, asked: handing, answered: handed_over, then: "part" },
    Topic { path: "answer", action: Action::Work, asked: answer, answered, then: "part" },
    Topic { path: "answer-approval", action: Action::SecondDecision, asked: draft, answered: agreed_to, then: "part" },
    Topic { path: "dispatch", action: Action::Work, asked: dispatch, answered: dispatched, then: "part" },
    Topic { path: "dispatch-proof", action: Action::Work, asked: proof, answered: proved, then: "part" },
    Topic { path: "failed-delivery", action: Action::Work, asked: failure, answered: failed, then: "part" },
    Topic { path: "receipt", action: Action::Work, asked: receipt, answered: received, then: "part" },
    Topic { path: "agreement", action: Action::Decide, asked: agreement, answered: agreed, then: "part" },
    Topic { path: "earlier-end", action: Action::Decide, asked: sooner, answered: brought_forward, then: "part" },
    Topic { path: "client-notice", action: Action::Work, asked: client_notice, answered: crossed, then: "part" },
    Topic { path: "stay-request", action: Action::Work, asked: stay, answered: asked_to_stay, then: "part" },
    Topic { path: "end-withdrawal", action: Action::Decide, asked: withdrawal, answered: withdrawn, then: "" },
];

fn dispatch(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let method = asking.scene.case().parting.computed.as_ref().and_then(|computed| computed.method());
    let known = method.map(|method| shown(pen, "notice-method-{}", method.word()));
    let known = known.map(|method| Markup::made(format!("<p class=\"big\">{method}</p>")));
    let mailed = mailed(asking, asking.scene.case().parting.main_letter());
    let known = known.into_iter().chain(talked_earlier(asking)).chain(mailed).collect();
    Asked { known, fields: dispatch_fields(asking, filled, method).all(), ..Asked::default() }
}

/// Says that the talk was on a day before: the written notice belongs on the same day (DOMAIN B46).
fn talked_earlier(asking: &Asking) -> Option<Markup> {
    let (pen, case) = (asking.pen(), asking.scene.case());
    let last = case.talks.iter().map(|(on, ..)| *on).max();
    let on = last.filter(|on| *on < asking.scene.visitor.today && case.parting.dispatched().is_none())?;
    let said = pen.say("dispatch-after-talk", [("day", pen.lang.weekday(on).into())]);
    Some(Markup::made(format!("<p class=\"soft\">{said}</p>")))
}

/// Asks how a notice went out.
pub fn dispatch_fields<'a>(asking: &'a Asking, filled: &'a Filled, method: Option<Method>) -> Fields<'a> {
    let fields = Fields::of(asking.pen(), filled)
        .day("on", "dispatch-on")
        .line("time", "dispatch-time")
        .hint("dispatch-time-hint")
        .line("tracking", "dispatch-tracking")
        .hint("dispatch-tracking-hint");
    with_proof(asking, fields, method)
}

/// Asks for a proof: one of the kept files where the way leaves a paper, else what a stranger can find it by.
pub fn with_proof<'a>(asking: &Asking, fields: Fields<'a>, method: Option<Method>) -> Fields<'a> {
    if !method.is_some_and(Method::leaves_paper) {
        return fields.line("proof", "dispatch-proof").hint("parting-proof-hint");
    }
    fields.pick("proof", "dispatch-proof", files(asking, "dispatch-proof-later")).hint("dispatch-proof-hint")
}

fn proof(asking: &Asking, filled: &Filled) -> Asked {
    let method = asking.scene.case().parting.dispatched().map(|dispatch| dispatch.method);
    let fields = with_proof(asking, Fields::of(asking.pen(), filled), method);
    Asked { known: vec![proofs_door(asking)], fields: fields.all(), ..Asked::default() }
}

/// Returns the way to where papers are kept.
pub fn proofs_door(asking: &Asking) -> Markup {
    let door = asking.pen().link(&asking.scene.href("part/proofs"), &asking.pen().t("go-proofs"));
    Markup::made(format!("<p>{door}</p>"))
}

fn proved(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    part(Part::ProveDispatch { proof: asking.text(filled, "proof")? })
}

/// Where a notice goes by e-mail, the way to have it sent now.
pub fn mailed(asking: &Asking, notice: Option<&Letter>) -> Option<Markup> {
    let (case, pen) = (asking.scene.case(), asking.pen());
    let letter = notice.filter(|letter| case.may_be_mailed(letter))?;
    let door = pen.link(&asking.scene.href(&format!("part/letters/{}/mail", letter.id)), &pen.t("mail-now"));
    Some(Markup::made(format!("<p>{door}</p>")))
}

fn dispatched(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let sent_at = moment(asking, filled)?;
    let (tracking, proof) = (optional(filled, "tracking"), optional(filled, "proof"));
    let own = Some(asking.scene.visitor.firm.own_days.clone());
    let confirmed = of_notice(asking.scene.case(), &asking.confirmed);
    let act = Box::new(Part::Dispatch { sent_at, tracking, proof, own });
    part(Part::UnderTerms { confirmed, act })
}

/// Returns a moment as a wall clock shows it.
pub fn moment(asking: &Asking, filled: &mut Filled) -> Option<String> {
    let on = asking.day(filled, "on");
    let minute = form::minute_of_day(filled.value("time"));
    if minute.is_none() {
        filled.refuse("time", asking.pen().lang.text("notice-need-time"));
    }
    let (on, minute) = (on?, minute?);
    Some(format!("{on}T{:02}:{:02}", minute / 60, minute % 60))
}

/// Returns the number of the letter that is handed over.
fn letter(asking: &Asking, filled: &Filled) -> Option<u32> {
    let number = form::number(filled.value("letter"))?;
    let letters = &asking.scene.case().parting.letters;
    letters.iter().map(|letter| letter.id).find(|id| f64::from(*id) == number)
}

fn handing(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let Some(id) = letter(asking, filled) else {
        return Asked { known: vec![pen.t("handed-over-none")], ..Asked::default() };
    };
    let kind = asking.scene.case().parting.letter(id).map(|letter| letter.kind);
    let named = kind.map(|kind| shown(pen, "letter-kind-{}", kind.word()));
    let known = named.map(|named| Markup::made(format!("<p class=\"big\">{named}</p>")));
    let fields =
        Fields::of(pen, filled).day("on", "handed-over-on").line("proof", "dispatch-proof").hint("parting-proof-hint");
    let hidden = vec![("letter", id.to_string())];
    Asked { known: known.into_iter().collect(), hidden, fields: fields.all(), ..Asked::default() }
}

fn handed_over(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (letter, on) = (letter(asking, filled), asking.day(filled, "on"));
    part(Part::HandOver { letter: letter?, on: on?, proof: optional(filled, "proof") })
}

/// Returns how what is asked about can have failed: by mail, or by hand, courier or post.
fn failures(asking: &Asking, letter: Option<u32>) -> &'static [Failure] {
    let parting = &asking.scene.case().parting;
    let is_ordered = letter.is_some_and(|letter| parting.is_ordered(letter));
    let is_message = |proof: &String| proof.starts_with('<');
    let was_mailed = match letter {
        Some(id) => parting.letters.iter().any(|one| one.id == id && one.proof.as_ref().is_some_and(is_message)),
        None => parting.dispatched().and_then(|one| one.computed.method()) == Some(Method::Email),
    };
    match (is_ordered, was_mailed) {
        (true, _) => &[Failure::Bounced, Failure::WrongAddress, Failure::NotSent],
        (false, true) => &[Failure::Bounced, Failure::WrongAddress],
        (false, false) => &[Failure::Refused, Failure::WrongAddress, Failure::Lost],
    }
}

fn failure(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let letter = letter(asking, filled);
    let ways = failures(asking, letter).iter().map(|failure| failure.word());
    let fields = Fields::of(pen, filled)
        .one("failure", "failure-how", words(pen, "failure-{}", ways))
        .day("on", "parting-on")
        .text("text", "parting-text");
    // A letter that was ordered by mail; of an order that is over already the rule says so.
    let hidden = letter.map(|letter| ("letter", letter.to_string()));
    Asked { hidden: hidden.into_iter().collect(), fields: fields.all(), ..Asked::default() }
}

fn failed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let offered = failures(asking, letter(asking, filled));
    let failure = asking.chosen(filled, "failure", |word| Failure::of(word).filter(|one| offered.contains(one)));
    let (on, text) = (asking.day(filled, "on"), asking.text(filled, "text"));
    if form::number(filled.value("letter")).is_some() {
        let letter = letter(asking, filled)?;
        return part(Part::EndOrder { letter, failure: failure?, on: on?, text: text? });
    }
    part(Part::RecordFailure { failure: failure?, on: on?, text: text? })
}

fn receipt(asking: &Asking, filled: &Filled) -> Asked {
    let sent = asking.scene.case().parting.dispatched();
    Asked { fields: receipt_fields(asking, filled, sent).all(), ..Asked::default() }
}

fn received(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (arrival, received_at) = arrived(asking, filled, asking.scene.case().parting.dispatched())?;
    part(Part::RecordReceipt { arrival, received_at, proof: optional(filled, "proof") })
}

/// Tells whether a notice that went out counts from the moment at which it arrives.
fn counts_from_arrival(sent: Option<&Dispatch>) -> bool {
    sent.is_some_and(|sent| sent.computed.counts_from_arrival())
}

/// Asks how a notice that went out arrived, and when where that counts.
pub fn receipt_fields<'a>(asking: &'a Asking, filled: &'a Filled, sent: Option<&Dispatch>) -> Fields<'a> {
    let pen = asking.pen();
    let fields = Fields::of(pen, filled)
        .one("arrival", "arrival-how", words(pen, "arrival-{}", Arrival::WORDS.iter().copied()))
        .explained(|word| shown(pen, "arrival-{}-hint", word));
    let asks = counts_from_arrival(sent);
    let fields = if asks { fields.day("on", "arrival-on").line("time", "arrival-time") } else { fields };
    with_proof(asking, fields, sent.map(|sent| sent.method))
}

/// Reads how a notice arrived, with the moment where that counts.
pub fn arrived(asking: &Asking, filled: &mut Filled, sent: Option<&Dispatch>) -> Option<(Arrival, Option<String>)> {
    let arrival = asking.chosen(filled, "arrival", Arrival::of)?;
    let asks = arrival == Arrival::Confirmed && counts_from_arrival(sent);
    let received_at = if asks { Some(moment(asking, filled)?) } else { None };
    Some((arrival, received_at))
}

/// Asks for the paper that both signed.
pub(super) fn with_signed<'a>(asking: &Asking, fields: Fields<'a>) -> Fields<'a> {
    fields.pick("proof", "agreement-proof", files(asking, "case-choose")).hint("agreement-proof-hint")
}

/// Reads when both signed, the day they agreed on, and their paper.
fn signed(asking: &Asking, filled: &mut Filled) -> Option<(Day, Day, String)> {
    let (on, until, proof) = (asking.day(filled, "on"), asking.day(filled, "until"), asking.text(filled, "proof"));
    Some((on?, until?, proof?))
}

fn agreement(asking: &Asking, filled: &Filled) -> Asked {
    let mut filled = filled.clone();
    if let Some(on) = asking.scene.case().parting.agreement.ends_on() {
        filled.offer("until", &on.to_string());
    }
    let fields = Fields::of(asking.pen(), &filled)
        .day("on", "agreement-on")
        .day("until", "agreement-effective")
        .hint("agreement-effective-hint");
    let fields = with_signed(asking, fields);
    Asked { known: vec![proofs_door(asking)], fields: fields.all(), ..Asked::default() }
}

fn agreed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (on, effective_on, proof) = signed(asking, filled)?;
    part(Part::SignAgreement { on, effective_on, proof })
}

fn sooner(asking: &Asking, filled: &Filled) -> Asked {
    let fields = Fields::of(asking.pen(), filled).day("on", "agreement-on").day("until", "agreement-effective");
    let fields = with_signed(asking, fields);
    Asked { known: vec![proofs_door(asking)], fields: fields.all(), ..Asked::default() }
}

fn brought_forward(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (on, effective_on, proof) = signed(asking, filled)?;
    part(Part::EndEarlier { on, effective_on, proof })
}

fn client_notice(asking: &Asking, filled: &Filled) -> Asked {
    let mut filled = filled.clone();
    // Where they ended one contract already, this is a notice of another.
    let case = asking.scene.case();
    let stands = case.parting.client_notices.iter().any(|notice| notice.counts);
    let is_open = |contract: &&String| case.parting.client_ends(contract).is_none();
    let next = case.contracts.iter().flatten().find(is_open).filter(|_| stands);
    next.into_iter().for_each(|contract| filled.offer("contract", contract));
    let filled = begun(asking, &filled, By::Client);
    let fields = notice_fields(asking, &filled, By::Client)
        .tick("accepted", "client-notice-accepted")
        .hint("client-notice-accepted-hint")
        .text("text", "parting-text");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn crossed(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (input, text) = (notice_input(asking, filled), asking.text(filled, "text"));
    let (contract, accepted) = (optional(filled, "contract"), filled.holds("accepted", "1"));
    let (input, own) = input?;
    part(Part::RecordClientNotice { contract, input, own, accepted, text: text? })
}

fn stay(asking: &Asking, filled: &Filled) -> Asked {
    let fields = Fields::of(asking.pen(), filled).day("on", "parting-on").text("text", "stay-request-text");
    Asked { fields: fields.all(), ..Asked::default() }
}

fn asked_to_stay(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (on, text) = (asking.day(filled, "on"), asking.text(filled, "text"));
    part(Part::RecordStayRequest { on: on?, text: text? })
}

fn withdrawal(asking: &Asking, filled: &Filled) -> Asked {
    let fields = with_signed(asking, Fields::of(asking.pen(), filled).day("on", "agreement-on"));
    let fields = fields.text("text", "case-why");
    Asked { known: vec![proofs_door(asking)], fields: fields.all(), ..Asked::default() }
}

fn withdrawn(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let (on, proof) = (asking.day(filled, "on"), asking.text(filled, "proof"));
    let text = asking.text(filled, "text");
    part(Part::WithdrawEnd { on: on?, proof: proof?, text: text? })
}

/// Returns the question of the client that is answered.
fn question<'a>(asking: &'a Asking, filled: &Filled) -> Option<&'a ClientQuestion> {
    let number = form::number(filled.value("question"))?;
    asking.scene.case().parting.asked.iter().find(|one| f64::from(one.id) == number)
}

fn answer(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let Some(one) = question(asking, filled) else {
        return Asked { known: vec![pen.t("answer-none")], ..Asked::default() };
    };
    let said = one.question.as_deref().map_or_else(|| pen.t("words-erased"), Markup::text);
    let known = vec![Markup::made(format!("<blockquote class=\"quote\"><p>{said}</p></blockquote>"))];
    // What was drafted is there to be changed.
    let mut filled = filled.clone();
    let drafted = one.drafted.as_ref().and_then(|(_, said)| said.as_deref());
    drafted.into_iter().for_each(|said| filled.offer("text", said));
    let fields = Fields::of(pen, &filled);
    // What was prepared and approved can be passed on as it stands.
    let prepared: Vec<(String, Markup)> = prepared(asking).map(|(n, said)| (n, Markup::text(said))).collect();
    let fields = match prepared.is_empty() {
        true => fields,
        false => {
            let own = (String::new(), pen.t("answer-as-written"));
            fields.one("prepared", "answer-prepared", std::iter::once(own).chain(prepared))
        }
    };
    let fields = fields.text("text", "answer-text").hint("prepared-question-answer-hint");
    Asked { known, hidden: vec![("question", one.id.to_string())], fields: fields.all(), ..Asked::default() }
}

/// Returns the prepared answers that can be read, each by its number.
fn prepared<'a>(asking: &'a Asking) -> impl Iterator<Item = (String, &'a str)> {
    let questions = asking.scene.case().parting.questions.iter().enumerate();
    questions.filter_map(|(n, one)| Some(((n + 1).to_string(), one.as_ref()?.answer.as_str())))
}

fn answered(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let number = question(asking, filled).map(|one| one.id);
    let chosen = prepared(asking).find(|(n, _)| n == filled.value("prepared")).map(|(_, said)| said.to_owned());
    if let Some(text) = chosen {
        return part(Part::AnswerQuestion { question: number?, text, context: asking.context.clone() });
    }
    let text = asking.text(filled, "text")?;
    // A text that a letter may not contain is refused here, where what was written is still at hand.
    refuse_marked(asking, filled, ("text", &text), (Level::Block, "answer-blocked"), &asking.context)?;
    part(Part::AnswerQuestion { question: number?, text, context: asking.context.clone() })
}

/// The answer that someone else drafted.
fn draft(asking: &Asking, filled: &Filled) -> Asked {
    let pen = asking.pen();
    let drafted = question(asking, filled).and_then(|one| Some((one, one.drafted.as_ref()?)));
    let Some((one, (author, said))) = drafted.filter(|(one, _)| one.answer.is_none()) else {
        return Asked { known: vec![pen.t("answer-none")], ..Asked::default() };
    };
    let readable = |said: &Option<String>| said.as_deref().map_or_else(|| pen.t("words-erased"), Markup::text);
    let (question, said) = (readable(&one.question), readable(said));
    let author = pen.name(asking.scene.people.name(author));
    let known = format!(
        "<blockquote class=\"quote\"><p class=\"faint\">{question}</p><p>{said}</p><p class=\"tiny faint\">{author}</p></blockquote>"
    );
    Asked { known: vec![Markup::made(known)], hidden: vec![("question", one.id.to_string())], ..Asked::default() }
}

fn agreed_to(asking: &Asking, filled: &mut Filled) -> Option<Act> {
    let question = question(asking, filled).map(|one| one.id)?;
    part(Part::ApproveAnswer { question, context: asking.context.clone() })
}
