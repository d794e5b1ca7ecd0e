//! Opinions: before the reveal only who has sent one, after it each beside the others, function by function.

use super::Room;
use crate::web::PageError;
use crate::web::cases::words::shown;
use crate::web::export::{Format, Table};
use crate::web::markup::Markup;
use axum::response::Response;
use domain::case::review::{Department, Opinion, Round, Stance};
use fluent_bundle::FluentValue;

/// One voice of the review.
pub struct Voice {
    pub name: Markup,
    pub function: Markup,
    /// What they think, or where their answer stands.
    pub tag: Markup,
    /// Whether an answer is still missing.
    pub waits: bool,
    /// Their words, each with what it answers.
    pub words: Vec<(Option<Markup>, String)>,
    pub note: Option<Markup>,
}

/// Returns who has answered a round and who has not, in the order of the seats: never what they answered.
pub fn answered(room: &Room, round: Round) -> Vec<Voice> {
    let (pen, rounds) = (room.pen(), &room.case().rounds);
    let voice = |seat: &domain::case::review::Seat| {
        let absence = rounds.excused.iter().find(|absence| absence.member == seat.member);
        let has_answered = rounds.has_answered(&seat.member, round);
        let state = if rounds.recused.contains(&seat.member) {
            "recused"
        } else if has_answered {
            "in"
        } else if absence.is_some() {
            "excused"
        } else {
            "out"
        };
        Voice {
            name: room.name(&seat.member),
            function: shown(&pen, "department-{}", seat.department.word()),
            tag: shown(&pen, "answer-state-{}", state),
            waits: state == "out",
            words: vec![],
            note: absence.filter(|_| !has_answered).and_then(|absence| absence.said.as_deref()).map(Markup::text),
        }
    };
    rounds.seats.iter().map(voice).collect()
}

/// Returns the opinions once they are open, by function; each member's later versions stand under the first.
pub fn revealed(room: &Room) -> Vec<Voice> {
    let rounds = &room.case().rounds;
    if rounds.revealed.is_none() {
        return vec![];
    }
    let function = |department: &Department| {
        let seats = rounds.seats.iter().filter(|seat| seat.department == *department);
        let voices = seats.flat_map(|seat| {
            let own = rounds.opinions.iter().filter(|opinion| opinion.member == seat.member);
            let versions: Vec<Voice> = own.enumerate().map(|(nth, opinion)| voice(room, opinion, nth)).collect();
            if versions.is_empty() { vec![absent(room, &seat.member, *department)] } else { versions }
        });
        voices.collect::<Vec<Voice>>()
    };
    Department::ALL.iter().flat_map(function).collect()
}

/// Answers with the opinions as a file, once they are open; before, there is none.
pub async fn file(room: Room, format: Format) -> Result<Response, PageError> {
    let voices = revealed(&room);
    if voices.is_empty() {
        return Err(PageError::NotFound);
    }
    let row = |voice: Voice| {
        let mut words = voice.words.into_iter().map(|(_, text)| text);
        let (why, mind) = (words.next(), words.next());
        vec![voice.name.into(), voice.function.into(), voice.tag.into(), why.into(), mind.into(), voice.note.into()]
    };
    let heads = [
        ("name", "member-name"),
        ("function", "roster-department"),
        ("opinion", "said-stance"),
        ("why", "answer-why-label"),
        ("changes_my_mind", "said-changes_my_mind"),
        ("note", "imports-note"),
    ];
    let rows = voices.into_iter().map(row).collect();
    room.answer("opinions", Table::of(room.visitor.lang, "review-step-opinions", &heads, rows), format).await
}

fn voice(room: &Room, opinion: &Opinion, nth: usize) -> Voice {
    let pen = room.pen();
    let (tag, words) = match &opinion.said {
        Some(said) => {
            let mind = (Some(pen.t("said-changes_my_mind")), said.changes_my_mind.clone());
            (shown(&pen, "stance-{}", said.stance.word()), vec![(None, said.why.clone()), mind])
        }
        None => (pen.t("words-erased"), vec![]),
    };
    let note = match (nth, opinion.independent) {
        (0, true) => None,
        (_, true) => Some(pen.t("opinion-later-alone")),
        (0, false) => Some(pen.t("opinion-after")),
        (_, false) => Some(pen.t("opinion-later")),
    };
    let function = shown(&pen, "department-{}", opinion.department.word());
    Voice { name: room.name(&opinion.member), function, tag, waits: false, words, note }
}

/// Someone of whom no opinion is there.
fn absent(room: &Room, member: &str, department: Department) -> Voice {
    let (pen, rounds) = (room.pen(), &room.case().rounds);
    let absence = rounds.excused.iter().find(|absence| absence.member == member);
    let state = if rounds.recused.iter().any(|one| one == member) { "recused" } else { "excused" };
    let state = if absence.is_none() && state == "excused" { "missing" } else { state };
    Voice {
        name: room.name(member),
        function: shown(&pen, "department-{}", department.word()),
        tag: shown(&pen, "answer-state-{}", state),
        waits: true,
        words: vec![],
        note: absence.and_then(|absence| absence.said.as_deref()).map(Markup::text),
    }
}

/// Returns how many opinions there are for each stance, as one sentence: two to repair, one to end.
pub fn sentence(room: &Room) -> Option<Markup> {
    let pen = room.pen();
    let stances = room.case().rounds.stances();
    let count = |stance: Stance| stances.values().filter(|other| **other == stance).count();
    let parts: Vec<String> = Stance::ALL
        .iter()
        .filter(|stance| count(**stance) > 0)
        .map(|stance| {
            let n = FluentValue::from(count(*stance) as f64);
            pen.lang.say(&format!("opinions-for-{}", stance.word()), [("n", n)])
        })
        .collect();
    let joined = parts.join(&pen.lang.text("opinions-and"));
    (!parts.is_empty()).then(|| pen.say("opinions-are", [("parts", FluentValue::from(joined))]))
}

/// Returns how far the opinions lie apart, in words.
pub fn disagreement(room: &Room) -> Option<Markup> {
    let (different, known) = room.case().rounds.disagreement()?;
    let pen = room.pen();
    let args = || [("n", FluentValue::from(different as f64)), ("known", FluentValue::from(known as f64))];
    match (different, known) {
        (_, 0) => None,
        (_, 1) => Some(pen.t("opinions-single")),
        (1, _) => Some(pen.say("opinions-agree", args())),
        _ => Some(pen.say("opinions-differ", args())),
    }
}
