//! A letter's text as a sheet with numbered marks, and as the PDF that is sent.

use super::{Print, letter_of, set};
use crate::lang::{Digits, Language};
use crate::letter::parts;
use crate::web::app::Shared;
use crate::web::cases::scene::Scene;
use crate::web::markup::{Markup, escaped};
use crate::web::when::When;
use crate::web::{PageError, Visitor};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::case::parting::Letter;
use domain::separation::tone::{Finding, Level};

/// A sheet in one language.
pub struct Sheet {
    pub tag: &'static str,
    pub dir: &'static str,
    pub body: Markup,
}

/// Returns the sheets of a text; marks stand where the check found them in the whole of it.
pub fn sheets(text: &str, parts: &[(Language, String)], findings: &[Finding]) -> Vec<Sheet> {
    let mut from = 0;
    parts
        .iter()
        .map(|(language, part)| {
            let at = text[from..].find(part.as_str()).map_or(from, |at| from + at);
            from = at + part.len();
            let before = text[..at].chars().count();
            Sheet { tag: language.tag(), dir: language.dir(), body: body(part, before, findings) }
        })
        .collect()
}

/// Sets a part of a text, which begins `before` characters into the whole.
fn body(part: &str, before: usize, findings: &[Finding]) -> Markup {
    let (mut html, mut at) = (String::new(), before);
    for paragraph in part.split("\n\n") {
        let length = paragraph.chars().count();
        if !paragraph.trim().is_empty() {
            let (open, close) = match () {
                () if paragraph.trim_start().starts_with("## ") => ("<h3>", "</h3>"),
                () if paragraph.trim_start().starts_with("# ") => ("<h2>", "</h2>"),
                () => ("<p>", "</p>"),
            };
            html += open;
            html += &marked(paragraph, at, findings);
            html += close;
        }
        at += length + 2;
    }
    Markup::made(html)
}

/// Escapes a paragraph with its marks; signs of structure at its beginning are left out.
fn marked(paragraph: &str, from: usize, findings: &[Finding]) -> String {
    let chars: Vec<char> = paragraph.chars().collect();
    let skipped = chars.iter().take_while(|c| matches!(c, '#' | '_' | ' ' | '\n')).count();
    let mut html = String::new();
    let mut at = skipped;
    let inside = findings.iter().enumerate().filter(|(_, one)| (from..from + chars.len()).contains(&one.start));
    for (number, finding) in inside {
        let (start, end) = (finding.start - from, (finding.end - from).min(chars.len()));
        if start < at || end <= start {
            continue;
        }
        let level = match finding.level {
            Level::Block => "t-block",
            Level::Warn => "t-warn",
            Level::Hint => "t-hint",
        };
        let text: String = chars[start..end].iter().collect();
        html += &lines(&chars[at..start]);
        html += &format!("<mark class=\"tone {level}\">{}<sup>{}</sup></mark>", escaped(&text), number + 1);
        at = end;
    }
    html + &lines(&chars[at..])
}

fn lines(chars: &[char]) -> String {
    escaped(&chars.iter().collect::<String>()).replace("\n_ ", "<br>").replace('\n', "<br>")
}

/// Prints the version that counts.
pub async fn print(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case, number)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let scene = Scene::of_letters(&app, &visitor, &client, &case).await?;
    let letter = letter_of(&scene, &number)?;
    printed(&app, visitor.firm.name.as_deref().unwrap_or_default(), letter, visitor.firm.zone.as_deref()).await
}

/// Prints the version of a letter that counts.
pub async fn printed(app: &Shared, firm: &str, letter: &Letter, zone: Option<&str>) -> Result<Response, PageError> {
    set(app, firm, sheet_of(letter, zone).ok_or(PageError::NotFound)?).await
}

/// Returns what is printed of the version of a letter that counts; nothing where its text cannot be read.
pub(super) fn sheet_of(letter: &Letter, zone: Option<&str>) -> Option<Print> {
    let (text, version) = letter.text().zip(letter.last())?;
    let texts = parts(text, version.language);
    let on = When::of(letter.written_at(), zone, Digits::Western).day;
    let is_signed = !letter.kind.is_spoken();
    let name = format!("{}-{}", letter.kind.word(), letter.id);
    let digest = Some(version.digest.clone());
    Some(Print { name, texts, annexes: vec![], digest, on, is_signed, is_internal: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::case::parting::{LetterSaid, Version, Written};
    use domain::days::Day;
    use domain::separation::tone::{Context, Kind, Language, check};

    #[test]
    fn marks_stand_where_the_check_found_them() {
        let text = "# Title <1>\n\nDear A,\n\nYou deliberately withheld our fees & more.\n\n---\n\n# ب\n\nنعم\n";
        let found = check(text, Kind::Reply, None, &Context::default()).findings;
        let parts = parts(text, domain::separation::tone::Language::Bilingual);
        let sheets = sheets(text, &parts, &found);
        let first = sheets[0].body.as_str();
        assert!(
            first.starts_with("<h2>Title &#60;1&#62;</h2><p>Dear A,</p><p>")
                || first.starts_with("<h2>Title &lt;1&gt;</h2>"),
            "{first}"
        );
        assert!(first.contains("<sup>1</sup></mark>"), "{first}");
        assert_eq!(sheets[1].body.as_str(), "<h2>ب</h2><p>نعم\n</p>".replace('\n', "<br>"));
    }

    #[test]
    fn the_foot_of_a_letter_in_two_languages_has_the_digest_that_the_journal_keeps() {
        let (kind, language) = (domain::separation::letter::Kind::ThankYou, Language::Bilingual);
        let text = "# شكراً\n\nنعم\n\n---\n\n# Thanks\n\nYes\n";
        let written = Written {
            version: Version::of(kind, language, text, &Context::default()),
            by: "reem".into(),
            at: "2026-11-20T22:00:00Z".into(),
            said: Some(LetterSaid { text: text.into() }),
        };
        let letter = Letter::new(1, kind, written);
        let print = sheet_of(&letter, Some("Asia/Riyadh")).expect("readable");
        assert_eq!(print.on, Day::from_iso("2026-11-21").expect("a day"), "there it is past midnight");
        assert_eq!(print.texts.len(), 2);
        assert_eq!(print.digest, Some(domain::journal::digest(text.as_bytes())));
    }
}
