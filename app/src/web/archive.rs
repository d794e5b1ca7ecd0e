//! The page with which a person finds their way in an archive: what each file holds, and what happened, in one language.

use super::cases::happened::Happened;
use super::cases::people::People;
use super::markup::{Markup, Pen};
use super::{PageError, href};
use crate::archive::Files;
use crate::flow::archive::Gathered;
use crate::flow::cases::Sealed;
use crate::lang::{Lang, Language};
use crate::store::{Db, firm_facts};
use askama::Template;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "archive/index.html")]
struct Index {
    lang: Lang,
    title: String,
    lede: String,
    /// Leads to the other language.
    other: Markup,
    /// Where each file is, its path, what it holds, its length.
    files: Vec<(String, String, String, String)>,
    course: Vec<Happened>,
}

/// Returns the page in both languages, for an archive of these files.
pub async fn indexes(db: &Db, gathered: &Gathered, files: &Files) -> Result<Files, PageError> {
    let people = People::of(db).await?;
    let firm = firm_facts::current(db).await?;
    let firm_name = firm.name.clone().unwrap_or_default();
    let mut pages = Files::new();
    for (language, other) in [(Language::Arabic, Language::English), (Language::English, Language::Arabic)] {
        let lang = Lang { hijri: true, isolates: true, ..Lang::page(language) };
        let pen = Pen { lang, sees_money: true, time_follows: true, zone: firm.zone.as_deref() };
        let index = index(&pen, (&people, &firm_name), gathered, (files, other));
        pages.insert(name(language), index.render()?.into_bytes());
    }
    Ok(pages)
}

fn name(language: Language) -> String {
    format!("index.{}.html", language.tag())
}

fn index(pen: &Pen, (people, firm): (&People, &str), gathered: &Gathered, (files, other): (&Files, Language)) -> Index {
    let lang = pen.lang;
    let client = gathered.client_name();
    let args = [("client", FluentValue::from(client)), ("firm", FluentValue::from(firm))];
    let course = gathered.journal.iter().filter_map(|line| {
        let stamped = line.stamped()?;
        let is_closed = line.entry.sealed.is_some() && line.said.is_none();
        Some(Happened::of(pen, people, &stamped, is_closed.then_some(Sealed::Closed)))
    });
    Index {
        lang,
        title: lang.say("archive-index-title", args.clone()),
        lede: lang.say("archive-index-lede", args),
        other: pen.link(&name(other), &pen.t("archive-index-other")),
        files: files.iter().map(|(path, bytes)| file(lang, path, bytes.len())).collect(),
        course: course.collect(),
    }
}

/// Says of a file what it holds: by the folder that it lies in.
fn file(lang: Lang, path: &str, bytes: usize) -> (String, String, String, String) {
    let (folder, below) = path.split_once('/').unwrap_or(("", path));
    let holds = match (folder, below.strip_suffix(".csv")) {
        ("records", Some("dictionary")) => lang.text("archive-holds-dictionary"),
        ("records", Some(table)) => lang.text(&format!("kind-{table}")),
        _ => lang.text(&format!("archive-holds-{folder}")),
    };
    let href = path.split('/').map(href::encoded).collect::<Vec<_>>().join("/");
    (href, path.to_owned(), holds, lang.digits(bytes as i64))
}
