//! From the list to a client, from its finding to the row it rests on, and from the row to the line of the file.

use super::{Role, Session, demonstration, in_both};
use domain::days::Day;
use domain::text::western_digit;
use std::path::Path;

#[tokio::test(flavor = "multi_thread")]
async fn a_finding_is_opened_down_to_its_row() {
    in_both(async |language| {
        let (_copy, session) = demonstration(language).await;
        session.find(Role::Heading, &session.word("portfolio-title")).await;
        session.follow(&worst(&session).await).await;
        let sentence = first_finding(&session).await;
        session.follow(&sentence).await;
        session.find(Role::Heading, &sentence).await;
        session.find(Role::Heading, &session.word("finding-how")).await;
        let path = session.path().await;
        let sign = session.word(&format!("{}-name", path.rsplit('/').next().expect("its code")));
        let rows = session.web.find(thirtyfour::By::Css("section[aria-labelledby=rows] a")).await;
        session.leave_by(&rows.expect("the rows it rests on")).await;
        the_row_names_its_line(&session).await;
        session.follow(&sign).await;
        session.find(Role::Heading, &sentence).await;
        session.end().await;
    })
    .await;
}

/// Returns the name of the client at the top of the list.
pub async fn worst(session: &Session) -> String {
    session.ask("return document.querySelector('table [role=rowheader] a').innerText", vec![]).await
}

/// Returns the sentence of the first finding on a client's page that rests on rows; the critical road has reports instead.
pub async fn first_finding(session: &Session) -> String {
    session.ask("return document.querySelector('article h3 a:not([href*=\"/findings/K\"])').innerText", vec![]).await
}

/// The record's page names a file of the demonstration and a line of it, and the record stands in that line: by its number,
/// or by its day where records of its kind have none.
async fn the_row_names_its_line(session: &Session) {
    let path = session.path().await;
    let id = path.rsplit('/').next().expect("a path").split("%2F").next().expect("an id");
    let marks: Vec<String> = match Day::from_iso(id.split('.').next().unwrap_or_default()) {
        Some(day) => vec![day.civil().0.to_string(), day.civil().1.to_string(), day.civil().2.to_string()],
        None => vec![id.to_owned()],
    };
    let shown = session.text().await;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the app lies in the workspace").join("demo");
    let names = std::fs::read_dir(&folder).expect("the demonstration's files").flatten();
    let name = names
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .find(|name| shown.contains(name.as_str()))
        .unwrap_or_else(|| panic!("{path} names no file: {shown}"));
    let text = std::fs::read_to_string(folder.join(&name)).expect("a file of the demonstration");
    let stands = text.lines().enumerate().any(|(index, line)| {
        let said = session.lang.say("source-line", [("line", session.lang.digits(index as i64 + 1).into())]);
        let plain: String = line.chars().map(western_digit).collect();
        marks.iter().all(|mark| plain.contains(mark)) && shown.contains(&super::plain(&said))
    });
    assert!(stands, "{path}: no line of {name} with {id} is named: {shown}");
}
