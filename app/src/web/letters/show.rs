//! A letter as it stands: its text with numbered marks, what each says, the text to change, and who may release it.

use super::new::context;
use super::{certificate, letter_of};
use crate::document::isolated;
use crate::flow::destruction::Certificate;
use crate::letter::parts;
use crate::web::app::Shared;
use crate::web::cases::refusal::Refused;
use crate::web::cases::scene::Scene;
use crate::web::cases::words::shown;
use crate::web::cases::{Attempt, attempt, seen};
use crate::web::form::Filled;
use crate::web::href;
use crate::web::letters::paper::{Sheet, sheets};
use crate::web::letters::tones::{Tone, differs, lacks, tones};
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::gate::missing;
use domain::case::parting::gate::to_warn;
use domain::case::parting::{Act as Part, Letter};
use domain::case::{Act, Action, Stage};
use domain::days::Day;
use domain::separation::letter::{Contradiction, Differs, Kind, without_sums};
use domain::separation::tone::{self, Context, Finding, Verdict};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "letters/show.html")]
struct Show {
    frame: Frame,
    kind: Markup,
    state: Markup,
    lede: Markup,
    refused: Option<Refused>,
    sheets: Vec<Sheet>,
    tones: Vec<Tone>,
    lacks: Vec<Markup>,
    differs: Vec<Markup>,
    /// The entry of the index of what was destroyed on which it rests.
    rests: Option<Markup>,
    text: String,
    /// The text may be changed by this visitor.
    is_open: bool,
    /// A mark stops it, and this visitor may let it pass.
    may_release: bool,
    released: Option<Markup>,
    /// Who stands behind a grave letter of a client who stays, and who is missing.
    behind: Vec<Markup>,
    /// This visitor may stand behind it.
    may_stand: bool,
    /// A mark stops it that counsel alone may let stand.
    is_counsels: bool,
    /// The text for a chat, one a language; empty for what is only spoken.
    chat: Vec<(&'static str, String)>,
    is_formal: bool,
    /// This visitor may record that they sent it by chat.
    may_chat: bool,
    /// Where it is sent by mail, or where it stands on its way.
    mail: Option<String>,
    /// Where it is recorded that it reached the client.
    handed: Option<String>,
    /// Where it is recorded that it came back.
    back_door: Option<String>,
    action: String,
    seen: String,
    back: String,
}

type Place = Path<(String, String, String)>;

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case, letter)): Place,
) -> Result<Response, PageError> {
    let scene = Scene::of_letters(&app, &visitor, &client, &case).await?;
    let letter = letter_of(&scene, &letter)?;
    let text = letter.text().unwrap_or_default().to_owned();
    drawn(&scene, letter, text, &Against::of(&app, &scene, letter).await?, None, StatusCode::OK)
}

/// Comes back from an address that only takes forms.
pub async fn back(Path((client, case, letter)): Place) -> Redirect {
    Redirect::to(&format!("{}/part/letters/{letter}", href::case(href::decoded(&client), &case)))
}

/// Checks a changed text, or keeps it as the next version.
pub async fn change(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case, number)): Place,
    filled: Filled,
) -> Result<Response, PageError> {
    visitor.at(&format!("{}/part/letters/{number}", href::case(href::decoded(&client), &case)));
    let scene = Scene::of_letters(&app, &visitor, &client, &case).await?;
    let letter = letter_of(&scene, &number)?;
    let text = filled.raw("text").replace("\r\n", "\n").trim().to_owned() + "\n";
    let against = Against::of(&app, &scene, letter).await?;
    if let Some(beyond) = against.certificate.as_ref().and_then(|one| certificate::beyond(one, letter, &text)) {
        let refused = Refused::overstated(&scene.pen, beyond);
        return drawn(&scene, letter, text, &against, Some(refused), StatusCode::UNPROCESSABLE_ENTITY);
    }
    if filled.value("do") == "check" {
        return drawn(&scene, letter, text, &against, None, StatusCode::OK);
    }
    let Some(language) = letter.last().map(|version| version.language) else { return Err(PageError::NotFound) };
    let (id, kind) = (letter.id, letter.kind);
    let draft = Part::DraftLetter {
        rung: None,
        letter: Some(id),
        kind,
        language,
        text: text.clone(),
        context: against.context.clone(),
    };
    match attempt(&app, &visitor, &scene.opened, seen(&filled), Act::Parting(draft)).await? {
        Attempt::Done(_) => Ok(Redirect::to(&scene.href(&format!("part/letters/{id}"))).into_response()),
        Attempt::Refused(refused) => {
            drawn(&scene, letter, text, &against, Some(*refused), StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// Lets a letter pass in spite of its marks.
pub async fn release(
    State(app): State<Shared>,
    visitor: Visitor,
    place: Place,
    filled: Filled,
) -> Result<Response, PageError> {
    let why = filled.value("reason").to_owned();
    done(&app, visitor, place, &filled, |letter, _| Part::OverrideLetter { letter, text: why }).await
}

/// Stands behind a letter as it is.
pub async fn approve(
    State(app): State<Shared>,
    visitor: Visitor,
    place: Place,
    filled: Filled,
) -> Result<Response, PageError> {
    done(&app, visitor, place, &filled, |letter, _| Part::ApproveLetter { letter }).await
}

/// Records that whoever presses sent the copy of a letter by chat today.
pub async fn chat(
    State(app): State<Shared>,
    visitor: Visitor,
    place: Place,
    filled: Filled,
) -> Result<Response, PageError> {
    done(&app, visitor, place, &filled, |letter, on| Part::SendByChat { letter, on }).await
}

/// Does something with a letter as it stands, on its own page.
async fn done(
    app: &Shared,
    mut visitor: Visitor,
    Path((client, case, number)): Place,
    filled: &Filled,
    act: impl FnOnce(u32, Day) -> Part,
) -> Result<Response, PageError> {
    visitor.at(&format!("{}/part/letters/{number}", href::case(href::decoded(&client), &case)));
    let scene = Scene::of_letters(app, &visitor, &client, &case).await?;
    let letter = letter_of(&scene, &number)?;
    let act = Act::Parting(act(letter.id, visitor.today));
    match attempt(app, &visitor, &scene.opened, seen(filled), act).await? {
        Attempt::Done(_) => Ok(Redirect::to(&scene.href(&format!("part/letters/{}", letter.id))).into_response()),
        Attempt::Refused(refused) => {
            let text = letter.text().unwrap_or_default().to_owned();
            let against = Against::of(app, &scene, letter).await?;
            drawn(&scene, letter, text, &against, Some(*refused), StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

fn drawn(
    scene: &Scene,
    letter: &Letter,
    text: String,
    against: &Against,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let pen = &scene.pen;
    let language = letter.last().map_or(tone::Language::Arabic, |version| version.language);
    let checked = tone::check(&text, letter.kind.tone(), Some(language), &against.context);
    let kind = pen.lang.text(&format!("letter-kind-{}", letter.kind.word()));
    let parts = parts(&text, language);
    let is_kept = letter.text() == Some(text.as_str());
    let released = letter.overridden.as_ref().filter(|_| is_kept);
    let found = found(scene, letter, &text, &against.context, is_kept);
    let verdict = if found.is_empty() { checked.verdict } else { Verdict::Block };
    let show = Show {
        frame: scene.frame(kind.clone()),
        kind: Markup::text(&kind),
        state: state(scene, letter, is_kept),
        lede: pen.t(&format!("tone-verdict-{}", verdict.word())),
        refused,
        sheets: sheets(&text, &parts, &checked.findings),
        tones: tones(pen, &checked),
        lacks: lacks(pen, &checked),
        differs: differs(pen, &found),
        rests: against.certificate.as_ref().map(|one| certificate::rests(pen, one)),
        mail: (super::mail::may(scene, letter) || is_ordered(scene, letter))
            .then(|| scene.href(&format!("part/letters/{}/mail", letter.id))),
        handed: may_hand_over(scene, letter).then(|| handed(scene, letter)),
        back_door: (letter.is_out() && letter.stands_by_itself() && scene.may(Action::Work))
            .then(|| scene.href(&format!("failed-delivery?letter={}", letter.id))),
        is_open: !letter.is_served && !is_ordered(scene, letter) && scene.may(Action::Work) && letter.text().is_some(),
        may_release: is_kept
            && !letter.is_served
            && !scene.case().lets_pass(letter)
            && scene.may(Action::SecondDecision)
            && (scene.may(Action::Counsel) || !letter.last().is_some_and(|version| version.is_counsels))
            && is_second(scene, letter),
        behind: behind(scene, letter),
        may_stand: is_kept && may_stand(scene, letter),
        is_counsels: !letter.is_served && checked.findings.iter().any(Finding::is_counsels),
        released: released.map(|(by, why)| {
            let who = FluentValue::from(scene.people.name(by).to_owned());
            pen.say("letter-released", [("who", who), ("why", why.clone().unwrap_or_default().into())])
        }),
        chat: if letter.kind.is_spoken() {
            vec![]
        } else {
            parts.iter().map(|(language, text)| (language.tag(), isolated(text.trim(), *language))).collect()
        },
        is_formal: letter.kind.is_formal(),
        may_chat: is_kept && !letter.kind.is_formal() && !is_ordered(scene, letter) && may_hand_over(scene, letter),
        action: scene.href(&format!("part/letters/{}", letter.id)),
        seen: scene.case().seq.to_string(),
        back: scene.home_of_letters(),
        text,
    };
    Ok((status, page(&show)?).into_response())
}

/// Tells whether a letter can be recorded as handed over.
fn may_hand_over(scene: &Scene, letter: &Letter) -> bool {
    scene.case().takes(letter)
        && !letter.is_out()
        && letter.stands_by_itself()
        && scene.case().lets_out(letter)
        && scene.may(Action::Work)
}

/// Says who stands behind a letter beside its author, and who is missing before it goes out.
fn behind(scene: &Scene, letter: &Letter) -> Vec<Markup> {
    let (pen, case) = (&scene.pen, scene.case());
    let people = || scene.people.names(pen, &letter.approved_by);
    let by = (!letter.approved_by.is_empty()).then(|| Markup::join([pen.t("letter-behind"), people()], " "));
    let waits = if letter.is_out() { vec![] } else { missing(to_warn(case, letter)) };
    let lacking = waits.into_iter().map(|one| shown(pen, "gate-{}", one.item.word()));
    by.into_iter().chain(lacking).collect()
}

/// Tells whether this visitor is not the author of a letter, or there is nobody else.
fn is_second(scene: &Scene, letter: &Letter) -> bool {
    letter.author() != Some(scene.visitor.member.as_str()) || scene.case().opening.members == 1
}

fn may_stand(scene: &Scene, letter: &Letter) -> bool {
    let case = scene.case();
    let is_asked = !to_warn(case, letter).is_empty() && !letter.is_served && !is_ordered(scene, letter);
    let is_new = is_second(scene, letter) && !letter.approved_by.contains(&scene.visitor.member);
    is_asked && is_new && case.lets_pass(letter) && scene.may(Action::SecondDecision)
}

/// Returns where it is recorded that a letter reached the client: a notice of default begins the time to cure it.
fn handed(scene: &Scene, letter: &Letter) -> String {
    let begins = scene.case().stage == Stage::PreparingExit || scene.may_warn();
    if letter.kind == Kind::Default && begins {
        scene.href("default")
    } else {
        scene.href(&format!("handed-over?letter={}", letter.id))
    }
}

fn is_ordered(scene: &Scene, letter: &Letter) -> bool {
    scene.case().parting.is_ordered(letter.id)
}

fn state(scene: &Scene, letter: &Letter, is_kept: bool) -> Markup {
    let versions = FluentValue::from(letter.versions.len() as f64);
    if letter.came_back {
        scene.pen.t("letter-state-back")
    } else if letter.is_served {
        scene.pen.t("letter-state-served")
    } else if is_kept {
        scene.pen.say("letter-version", [("n", versions)])
    } else {
        scene.pen.t("letter-not-kept")
    }
}

/// What a letter is held against.
struct Against {
    context: Context,
    /// What a certificate of deletion was written from.
    certificate: Option<Certificate>,
}

impl Against {
    async fn of(app: &Shared, scene: &Scene<'_>, letter: &Letter) -> Result<Against, PageError> {
        let certificate = certificate::of_letter(app, scene, letter).await?;
        Ok(Against { context: context(app, scene).await?, certificate })
    }
}

/// Returns what a text says otherwise than the case knows; of a letter that was served nothing is asked any more, and what
/// was let stand of one that waits is said with who let it.
fn found(scene: &Scene, letter: &Letter, text: &str, context: &Context, is_kept: bool) -> Vec<Contradiction> {
    let mut found = scene.case().contradictions_of(letter, text, &context.sums);
    if is_kept && !letter.is_served {
        let own = scene.case().objections(letter);
        found.retain(|one| !letter.lifted.contains(&one.differs));
        // That a sum differed when it was written is said where none is found that differs now.
        let has_sum = found.iter().any(|one| one.differs == Differs::Sum);
        found.extend(own.into_iter().filter(|one| one.said.is_empty() && !has_sum));
    }
    match (letter.is_served, scene.sees_money()) {
        (true, _) => vec![],
        (false, true) => found,
        (false, false) => without_sums(found),
    }
}
