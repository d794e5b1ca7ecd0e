//! An end that is carried out: when it takes effect and how that day was reached, the letters, and what came of them.

use super::gates::{self, GateView};
use super::offers::{Offers, offers};
use super::scene::Scene;
use super::topics::parting::{further, impact};
use super::words::{shown, word};
use crate::flow::mail;
use crate::store::particulars::{self, Stated};
use crate::web::app::Shared;
use crate::web::export::{Cell, Format, Table};
use crate::web::letters::dossier::may_read;
use crate::web::letters::mail::says;
use crate::web::markup::{Markup, Pen};
use crate::web::part::Facts;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::case::limits::next;
use domain::case::parting::crossed::{ClientNotice, Governs};
use domain::case::parting::moved::{Moved, MovedNotice, moved};
use domain::case::parting::{Basis, Computed, Dispatch, Letter};
use domain::case::{Action, Case, Stage};
use domain::days::Day;
use domain::separation::dossier::compose;
use domain::separation::notice::Method;
use domain::separation::settlement::Particular;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "cases/part.html")]
struct Part {
    frame: Frame,
    name: Markup,
    stage: Markup,
    lede: Markup,
    facts: Facts,
    /// What changed since, or stands in the way.
    notes: Vec<Markup>,
    /// Letters on their way by mail: where each stands, and its page.
    mails: Vec<(Markup, String)>,
    /// Where a report of non-delivery is read.
    bounce: Option<String>,
    door: Option<(String, Markup)>,
    /// Where the account is drawn up and frozen.
    account: Option<(String, Markup)>,
    steps: Vec<Markup>,
    letters: Vec<LetterView>,
    /// Where the letters are as a list.
    list: String,
    /// Where a letter is begun, for whoever may.
    new_letter: Option<String>,
    dossier: Option<String>,
    /// The further contracts, each with how it stands.
    further: Vec<Markup>,
    /// Who else is touched, and what each hears.
    touched: Vec<Markup>,
    /// The questions that are prepared, with their answers.
    questions: Vec<(Markup, Markup)>,
    /// What the client asked: the question, its answer, and where it is answered.
    asked: Vec<Question>,
    offers: Offers,
    links: (String, Markup),
    /// The files that prove what was done.
    proofs: (String, Markup),
    archives: (String, Markup),
    gates_title: Markup,
    gates: Vec<GateView>,
    back: String,
}

/// A question that the client asked: its answer, or where it is answered.
type Question = (Markup, Option<Markup>, Option<(String, Markup)>);

/// A letter in the list.
struct LetterView {
    href: String,
    kind: Markup,
    state: Markup,
    by: Markup,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    let (case, pen) = (scene.case(), &scene.pen);
    let to = next(case);
    let title = pen.lang.text("go-part");
    let now = renewed(&scene);
    let part = Part {
        frame: scene.frame(title),
        name: pen.name(scene.name()),
        stage: scene.stage(),
        lede: lede(&scene),
        facts: facts(&scene, now.as_ref()),
        notes: notes(&scene, now.as_ref()).into_iter().chain(insolvent(&app, &scene).await?).collect(),
        mails: mails(&app, &scene).await?,
        bounce: was_mailed(case).then(|| scene.href("part/bounce")),
        door: door(&scene),
        account: matches!(case.stage, Stage::Transition | Stage::Settlement | Stage::Closed | Stage::Learned)
            .then(|| (scene.href("part/account"), pen.t("go-part-account"))),
        steps: case
            .parting
            .standing()
            .map(|computed| computed.trace.iter().map(|step| Markup::even(&pen.lang.notice_step(step))).collect())
            .unwrap_or_default(),
        letters: case.parting.letters.iter().map(|letter| letter_view(&scene, letter)).collect(),
        list: scene.href("part/letters"),
        new_letter: (scene.may(Action::Work) && case.stage.has_parting()).then(|| scene.href("part/letters/new")),
        dossier: compose(case).filter(|_| may_read(&scene)).map(|_| scene.href("part/dossier.pdf")),
        further: further::views(&scene),
        touched: case.parting.touched.rows.iter().map(|row| impact::view(&scene, row)).collect(),
        questions: questions(&scene),
        asked: asked(&scene),
        offers: offers(&scene),
        links: (scene.href("client-links"), pen.t("go-client-links")),
        proofs: (scene.href("part/proofs"), pen.t("go-proofs")),
        archives: (scene.href("archives"), pen.t("go-archives")),
        gates_title: to.map(|to| shown(pen, "case-gates-{}", to.word())).unwrap_or_default(),
        gates: to.map(|to| gates::views(&scene, to)).unwrap_or_default(),
        back: scene.href(""),
    };
    Ok(page(&part)?.into_response())
}

/// Tells whether a notice went out by mail and may still come back.
fn was_mailed(case: &Case) -> bool {
    let by_mail = |sent: &Dispatch| sent.method == Method::Email;
    let further = case.parting.further.iter().filter(|own| own.receipt.is_none());
    let mut further = further.filter_map(|own| own.dispatch.as_ref());
    match case.stage {
        Stage::Notice => case.parting.dispatched().is_some_and(by_mail) || further.any(by_mail),
        Stage::Transition => further.any(by_mail),
        _ => false,
    }
}

/// Returns where the day of the end comes from: the points of an agreement, or a computation; once the file is closed, where it
/// is certified what became of the data that a hold kept.
fn door(scene: &Scene) -> Option<(String, Markup)> {
    let (case, pen) = (scene.case(), &scene.pen);
    let is_ours = case.parting.ended_by_client().is_none();
    let waits =
        is_ours && case.parting.computed.is_none() && scene.may(Action::Work) && case.stage == Stage::PreparingExit;
    if case.parting.basis() == Some(Basis::Agreement) && case.parting.agreed.is_none() {
        Some((scene.href("part/agreement"), pen.t("go-part-agreement")))
    } else if scene.is_free_at_last() {
        Some((scene.href("data-disposal"), pen.t("go-data-disposal")))
    } else {
        waits.then(|| (scene.href("computation"), pen.t("go-computation")))
    }
}

fn lede(scene: &Scene) -> Markup {
    let (pen, parting) = (&scene.pen, &scene.case().parting);
    let day = |on| FluentValue::from(pen.lang.weekday(on));
    let name = ("name", FluentValue::from(scene.name()));
    let said = match (parting.fixed_end(), parting.dispatched(), &parting.computed) {
        (Some(on), ..) if on <= scene.visitor.today => pen.lang.say("part-ended", [name, ("day", day(on))]),
        (Some(on), ..) => pen.lang.say("part-ends", [name, ("day", day(on))]),
        (None, Some(sent), _) => {
            let args = [name, ("day", day(sent.computed.effective_on)), ("received", day(sent.computed.received_on))];
            pen.lang.say("part-sent", args)
        }
        (None, None, Some(computed)) => {
            let args = [name, ("day", day(computed.effective_on)), ("received", day(computed.received_on))];
            pen.lang.say("part-if", args)
        }
        (None, None, None) => match parting.ends_on() {
            Some(on) => pen.lang.say("part-agreed", [name, ("day", day(on))]),
            None => pen.lang.say("part-open", [name]),
        },
    };
    Markup::strong(&said)
}

fn facts(scene: &Scene, now: Option<&Computed>) -> Facts {
    let (pen, parting) = (&scene.pen, &scene.case().parting);
    let mut facts = Facts::default();
    if let Some(basis) = parting.basis() {
        facts.add(pen.t("part-basis"), shown(pen, "basis-{}", basis.word()));
    }
    if let Some(method) = parting.computation().and_then(Computed::method) {
        facts.add(pen.t("part-method"), shown(pen, "notice-method-{}", method.word()));
    }
    let waits = parting.dispatched().is_none() && parting.agreed.is_none() && parting.ended_by_client().is_none();
    if let Some(on) = now.filter(|_| waits).and_then(|computed| computed.last_safe_dispatch) {
        facts.add(pen.t("part-last-safe"), pen.weekday(on));
    }
    if let Some(notifier) = &parting.notifier {
        facts.add(pen.t("part-notifier"), pen.name(scene.people.name(notifier)));
    }
    facts
}

/// Returns the computation that counts, with the calendars as they are today.
fn renewed(scene: &Scene) -> Option<Computed> {
    let computed = scene.case().parting.computation()?;
    computed.renewed(scene.visitor.firm.own_days.clone()).ok()
}

fn notes(scene: &Scene, now: Option<&Computed>) -> Vec<Markup> {
    let (pen, parting) = (&scene.pen, &scene.case().parting);
    let day = |on| FluentValue::from(pen.lang.weekday(on));
    let mut notes = vec![];
    // Nothing that was fixed moves; until then a calendar that changed is told.
    let moved = moved(scene.case(), &scene.visitor.firm.own_days);
    notes.extend(moved.iter().flat_map(|notice| notice.days.iter().map(move |day| moved_day(pen, notice, day))));
    let last = now.and_then(|computed| computed.last_lawful_dispatch);
    let waits = parting.dispatched().is_none() && parting.ended_by_client().is_none();
    if let Some(on) = last.filter(|on| waits && *on < scene.visitor.today) {
        notes.push(pen.say("part-too-late", [("day", day(on))]));
    }
    let early = now.filter(|computed| parting.dispatched().is_none() && computed.is_too_early());
    notes.extend(early.and_then(|computed| {
        let first = computed.first_lawful_receipt?;
        Some(pen.say("part-too-early", [("day", day(computed.received_on)), ("first", day(first))]))
    }));
    // Of a term that is left to run out and could be stopped no more, the next one's end counts.
    let missed = parting.standing().and_then(|computed| Some((computed.missed_term()?, computed.effective_on)));
    notes.extend(missed.map(|(term, until)| pen.say("part-next-term", [("term", day(term)), ("day", day(until))])));
    notes.extend(parting.client_notices.iter().map(|theirs| client_notice(scene, theirs)));
    notes.extend(parting.failures.iter().map(|(_, failure, on)| {
        pen.say("part-failed", [("failure", word(pen, "failure-{}", failure.word())), ("day", day(*on))])
    }));
    notes.extend(parting.unsent.iter().map(|(letter, failure, on)| {
        let n = ("n", FluentValue::from(f64::from(*letter)));
        pen.say("mail-unsent", [n, ("failure", word(pen, "failure-{}", failure.word())), ("day", day(*on))])
    }));
    notes.extend(parting.stay_requests.iter().map(|(on, _)| pen.say("part-stay", [("day", day(*on))])));
    if let Some(on) = parting.breach.suspended_on {
        notes.push(pen.say("part-suspended", [("day", day(on))]));
    }
    notes
}

/// Says that the client is said to be insolvent, to those who see why reminders rest: counsel is asked first (DOMAIN 5.7).
async fn insolvent(app: &Shared, scene: &Scene<'_>) -> Result<Option<Markup>, PageError> {
    if !scene.visitor.viewer.sees_costs() || !scene.case().stage.is_parting() {
        return Ok(None);
    }
    let stated = particulars::of_client(&app.db, &scene.opened.key.client).await?;
    let since = |one: Stated| if let Particular::Insolvency { on } = one.kept.particular { Some(on) } else { None };
    let on = stated.into_iter().find_map(since).map(|on| scene.pen.lang.weekday(on));
    Ok(on.map(|on| scene.pen.say("part-insolvent", [("day", on.into())])))
}

/// Says that a day of a notice is another since a calendar changed.
fn moved_day(pen: &Pen, notice: &MovedNotice, moved: &Moved) -> Markup {
    let key = if notice.went_out { "part-moved-sent" } else { "part-moved" };
    let what = FluentValue::from(pen.lang.text(&format!("notice-day-{}", moved.what.word())));
    let said = |on: Option<Day>| {
        FluentValue::from(on.map_or_else(|| pen.lang.text("notice-no-day"), |on| pen.lang.weekday(on)))
    };
    let said = pen.say(key, [("what", what), ("day", said(moved.from)), ("now", said(moved.to))]);
    Markup::join(notice.contract.iter().map(|contract| pen.id(contract)).chain([said]), " · ")
}

/// Says what the client gave notice of and, where it crosses ours, which of the two governs and why.
fn client_notice(scene: &Scene, theirs: &ClientNotice) -> Markup {
    let (pen, parting) = (&scene.pen, &scene.case().parting);
    let day = |on| FluentValue::from(pen.lang.weekday(on));
    let ours = parting.dispatched();
    let received_on = ours.map(|sent| sent.received_on(parting.receipt.as_ref()));
    let same = if received_on == Some(theirs.received_on) { "yes" } else { "no" };
    let is_beside = parting.client_notices_beside().any(|known| known == theirs);
    let governs = theirs.contract().and_then(|contract| parting.client_ends(contract)).is_some();
    let key = match (parting.governs(), ours) {
        _ if !theirs.counts => "part-crossed-no-form",
        _ if is_beside && !governs => "part-crossed-other",
        (Some(Governs::Theirs), _) if is_beside => "part-client-notice-beside",
        _ if is_beside => "part-client-notice-other",
        (Some(Governs::Ours), _) => "part-crossed-ours",
        (_, Some(_)) => "part-crossed-theirs",
        (_, None) => "part-client-notice",
    };
    let contract = FluentValue::from(theirs.contract().unwrap_or_default());
    let args = [
        ("day", day(theirs.received_on)),
        ("until", day(theirs.effective_on)),
        ("same", same.into()),
        ("contract", contract),
    ];
    pen.say(key, args)
}

/// Says where the letters stand that were ordered by mail.
async fn mails(app: &Shared, scene: &Scene<'_>) -> Result<Vec<(Markup, String)>, PageError> {
    let standing = ordered(app, scene).await?;
    let line = |one: &mail::Standing| {
        let n = ("n", FluentValue::from(f64::from(one.letter)));
        let says = Markup::join([scene.pen.say("mail-letter", [n]), says(scene, one)], " ");
        (says, scene.href(&format!("part/letters/{}/mail", one.letter)))
    };
    Ok(standing.iter().map(line).collect())
}

/// Returns where the letters stand that were ordered by mail in this end, the last first.
async fn ordered(app: &Shared, scene: &Scene<'_>) -> Result<Vec<mail::Standing>, PageError> {
    let orders = &scene.case().parting.orders;
    if orders.is_empty() {
        return Ok(vec![]);
    }
    let mut all = mail::of_case(app.place(), &scene.opened.key).await?;
    all.retain(|one| orders.iter().any(|order| order.message == one.message));
    Ok(all)
}

/// Answers with the letters as a file, each with where it stands on its way by mail.
pub async fn letters(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
    format: Format,
) -> Result<Response, PageError> {
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    let mails = ordered(&app, &scene).await?;
    let row = |letter: &Letter| {
        let view = letter_view(&scene, letter);
        let mail = mails.iter().find(|one| one.letter == letter.id);
        vec![
            Cell::Number(f64::from(letter.id)),
            view.kind.into(),
            view.state.into(),
            view.by.into(),
            mail.map(|one| says(&scene, one)).into(),
            mail.map(|one| visitor.when(&one.changed_at).day).into(),
        ]
    };
    let heads = [
        ("letter", "letter-place"),
        ("kind", "letter-what"),
        ("state", "export-finding-state"),
        ("by", "export-import-by"),
        ("mail", "letter-by-mail"),
        ("mail_on", "letter-mail-on"),
    ];
    let rows = scene.case().parting.letters.iter().map(row).collect();
    let table = Table::of(visitor.lang, "part-letters", &heads, rows);
    scene.answer("letters", table, format).await
}

fn letter_view(scene: &Scene, letter: &Letter) -> LetterView {
    let pen = &scene.pen;
    let state = match letter.last() {
        _ if letter.came_back => "back",
        _ if letter.is_served => "served",
        _ if letter.overridden.is_some() => "overridden",
        // What the case knows stops it as much as its check.
        Some(version) if scene.case().objections(letter).is_empty() => version.verdict.word(),
        Some(_) => "block",
        None => "block",
    };
    LetterView {
        href: scene.href(&format!("part/letters/{}", letter.id)),
        kind: shown(pen, "letter-kind-{}", letter.kind.word()),
        state: shown(pen, "letter-state-{}", state),
        by: letter.author().map(|by| pen.name(scene.people.name(by))).unwrap_or_default(),
    }
}

fn questions(scene: &Scene) -> Vec<(Markup, Markup)> {
    let erased = || (scene.pen.t("words-erased"), Markup::default());
    let questions = scene.case().parting.questions.iter();
    questions
        .map(|said| {
            said.as_ref().map_or_else(erased, |said| (Markup::text(&said.question), Markup::text(&said.answer)))
        })
        .collect()
}

fn asked(scene: &Scene) -> Vec<Question> {
    let pen = &scene.pen;
    let readable = |said: &Option<String>| said.as_deref().map_or_else(|| pen.t("words-erased"), Markup::text);
    let all = scene.case().parting.asked.iter();
    all.map(|one| {
        let waits = one.answer.is_none();
        let drafted = one.drafted.as_ref().filter(|(by, _)| *by != scene.visitor.member);
        let door = match drafted {
            Some(_) if waits && scene.may(Action::SecondDecision) => Some("answer-approval"),
            _ => (waits && scene.may(Action::Work)).then_some("answer"),
        };
        let door = door.map(|path| (scene.href(&format!("{path}?question={}", one.id)), pen.t(&format!("go-{path}"))));
        let waiting = one.drafted.as_ref().filter(|_| waits).map(|_| pen.t("answer-waits"));
        (readable(&one.question), one.answer.as_ref().map(readable).or(waiting), door)
    })
    .collect()
}
