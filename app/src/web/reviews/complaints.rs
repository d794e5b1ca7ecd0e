//! The round of complaints: each rests on a frozen finding, or says that no record shows it; the same ones stand together.

use super::Room;
use super::rounds::done;
use crate::web::export::{Cell, Format, Table};
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{PageError, href};
use axum::response::Response;
use domain::case::refusal::{Field, Why};
use domain::case::{Act, review};
use domain::sign::Code;
use domain::text::western_digit;

/// The choice that no record shows it.
pub const NO_RECORD: &str = "-";

/// A complaint as the page shows it.
pub struct Complaint {
    pub id: u32,
    /// How it is called.
    pub number: Markup,
    pub text: String,
    /// Who raised it, and who says the same.
    pub by: Markup,
    /// The finding that it rests on, with its page; none where no record shows it.
    pub finding: Option<Markup>,
    /// What those who say the same wrote.
    pub same: Vec<String>,
}

/// Returns the complaints that stand, in the order of their coming.
pub fn all(room: &Room) -> Vec<Complaint> {
    let standing = room.case().rounds.standing_complaints();
    standing.into_iter().map(|(one, same)| complaint(room, one, &same)).collect()
}

/// Answers with them as a file.
pub async fn file(room: Room, format: Format) -> Result<Response, PageError> {
    let row = |one: Complaint| {
        let finding = one.finding.unwrap_or_else(|| room.pen().t("complaint-no-record"));
        vec![
            Cell::Number(f64::from(one.id)),
            Cell::Text(one.text),
            Cell::Text(one.same.join(" · ")),
            one.by.into(),
            finding.into(),
        ]
    };
    let heads = [
        ("complaint", "complaint-nth"),
        ("text", "complaints-title"),
        ("same", "complaint-same"),
        ("by", "export-import-by"),
        ("rests_on", "complaint-ground"),
    ];
    let rows = all(&room).into_iter().map(row).collect();
    room.answer("complaints", Table::of(room.visitor.lang, "complaints-title", &heads, rows), format).await
}

fn complaint(room: &Room, one: &review::Complaint, same: &[&review::Complaint]) -> Complaint {
    let pen = room.pen();
    let mut by: Vec<&str> = std::iter::once(one).chain(same.iter().copied()).map(|c| c.by.as_str()).collect();
    let mut named: Vec<&str> = vec![];
    by.retain(|member| {
        !named.contains(member) && {
            named.push(member);
            true
        }
    });
    let finding = one.finding.or_else(|| same.iter().find_map(|other| other.finding));
    let link = |code: Code| {
        let name = Markup::text(&pen.lang.sign_name(code));
        pen.link(&href::finding(&room.opened.key.client, code), &name)
    };
    Complaint {
        id: one.id,
        number: pen.about("complaint-number", u64::from(one.id)),
        text: one.said.clone().unwrap_or_else(|| pen.lang.text("words-erased")),
        by: room.names(by),
        finding: finding.filter(|code| room.visitor.viewer.sees_finding(*code)).map(link),
        same: same.iter().filter_map(|other| other.said.clone()).collect(),
    }
}

/// Returns the findings on which a complaint may rest, as the case froze them: the word and the name of each.
pub fn findings(room: &Room) -> Vec<(&'static str, String)> {
    let frozen = room.case().opening.findings.iter().map(|finding| finding.code);
    let seen = frozen.filter(|code| room.visitor.viewer.sees_finding(*code));
    seen.map(|code| (code.word(), room.visitor.lang.sign_name(code))).collect()
}

/// Raises a complaint; from the page of questions it comes back there, for there may be another.
pub async fn raise(mut room: Room, filled: Filled) -> Result<Response, PageError> {
    let from_answer = filled.value("from") == "answer";
    let finding = match filled.value("finding") {
        NO_RECORD => None,
        word => match Code::of(word) {
            Some(code) => Some(code),
            None => {
                let refused = Some(room.refused(Field::Choice, Why::Empty));
                return if from_answer {
                    room.complained(refused, filled)
                } else {
                    room.back(refused, filled, "").await
                };
            }
        },
    };
    let act = Act::Complain { finding, text: filled.value("complaint").to_owned() };
    if from_answer {
        let refused = room.act(&filled, act).await?;
        room.complained(refused, filled)
    } else {
        done(room, filled, act, "#complaints").await
    }
}

/// Puts a complaint to the one that says the same.
pub async fn merge(room: Room, filled: Filled) -> Result<Response, PageError> {
    let number = |name: &str| -> u32 {
        let plain: String = filled.value(name).chars().map(western_digit).collect();
        plain.parse().unwrap_or_default()
    };
    let act = Act::MergeComplaint { complaint: number("merged"), into: number("into") };
    done(room, filled, act, "#complaints").await
}

/// Ends the round: what was good is said from now on.
pub async fn close(room: Room, filled: Filled) -> Result<Response, PageError> {
    done(room, filled, Act::CloseComplaints, "#good-things").await
}
