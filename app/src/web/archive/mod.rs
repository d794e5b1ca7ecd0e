//! The pages with which a person finds their way in an archive: what each file holds, and what happened, in each language.

mod served;

pub use served::with_served;

use super::afterwards::happened;
use super::cases::happened::Happened;
use super::cases::people::People;
use super::markup::{Markup, Pen};
use super::{PageError, href};
use crate::archive::Files;
use crate::flow::archive::Gathered;
use crate::flow::cases::Sealed;
use crate::keep::bag::Named;
use crate::keep::package::Item;
use crate::lang::{Lang, Language};
use crate::store::{Db, StoreError, firm_facts};
use askama::Template;
use domain::case::parting::Scope;
use domain::case::restricted::REPORTER;
use fluent_bundle::FluentValue;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "archive/index.html")]
struct Index {
    lang: Lang,
    title: String,
    lede: String,
    /// Leads to the other language.
    other: Markup,
    told: Vec<Told>,
    /// Where each file is, its path, what it holds, its length.
    files: Vec<(String, String, String, String)>,
    course: Vec<Happened>,
    /// What was looked after since the closing: when and by whom, what, and what was said of it.
    after: Vec<(Markup, Markup, Option<String>)>,
}

/// What a page says before the files: under a heading, sentences, each with the words of people below it.
pub struct Told {
    pub head: String,
    pub lines: Vec<(Markup, Vec<String>)>,
}

/// Returns the page in both languages, for what the firm or its counsel keeps.
pub async fn indexes(db: &Db, gathered: &Gathered, (client, scope): (&str, Scope)) -> Result<Files, PageError> {
    drawn(db, gathered, (client, key_of(scope)), None, |_, _| vec![]).await
}

/// Returns the same without the name and the words of a member who is erased.
pub async fn indexes_without(
    db: &Db,
    gathered: &Gathered,
    (client, scope): (&str, Scope),
    member: &str,
) -> Result<Files, PageError> {
    drawn(db, gathered, (client, key_of(scope)), Some(member), |_, _| vec![]).await
}

/// Returns the page in both languages under the title and the lede of a key, with what it tells besides.
pub async fn telling(
    db: &Db,
    gathered: &Gathered,
    names: (&str, &str),
    told: impl Fn(&Pen, &People) -> Vec<Told>,
) -> Result<Files, PageError> {
    drawn(db, gathered, names, None, told).await
}

/// Returns the key of an index's title and lede.
fn key_of(scope: Scope) -> &'static str {
    if scope == Scope::Privileged { "archive-privileged" } else { "archive-index" }
}

async fn drawn(
    db: &Db,
    gathered: &Gathered,
    (client, key): (&str, &str),
    erased: Option<&str>,
    told: impl Fn(&Pen, &People) -> Vec<Told>,
) -> Result<Files, PageError> {
    let all = People::of(db).await?;
    let all = erased.into_iter().fold(all, People::without);
    let firm = firm_facts::current(db).await?;
    let files = gathered.lengths();
    both(|lang, other| {
        let pen = Pen { lang, sees_money: true, time_follows: true, zone: firm.zone.as_deref() };
        // Here the name stands first in its sentence.
        let people = all.clone().with(REPORTER, lang.text("report-the-reporter-first"));
        let course = gathered.journal.iter().filter_map(|line| {
            let stamped = line.stamped()?;
            let is_closed = line.entry.sealed.is_some() && line.said.is_none();
            let is_erased = erased.is_some() && line.entry.actor.as_deref() == erased;
            let why = if is_erased { Sealed::Erased(None) } else { Sealed::Closed };
            Some(Happened::of(&pen, &people, &stamped, is_closed.then_some(why)))
        });
        let after = gathered.after.iter().map(|told| happened(&pen, &people, told));
        let names = (client, firm.name.as_deref().unwrap_or_default());
        let (course, after) = (course.collect(), after.collect());
        Index { course, after, told: told(&pen, &people), ..index(lang, key, names, (&files, other)) }
    })
}

/// Returns the page in both languages, for what the client takes along: without what happened inside the firm.
pub fn client_indexes(client: &str, firm: &str, items: &[Item]) -> Result<Files, PageError> {
    let length = |item: &Item| Ok::<_, std::io::Error>((item.path.clone(), item.source.length()?));
    let files: BTreeMap<String, u64> = items.iter().map(length).collect::<Result<_, _>>().map_err(StoreError::from)?;
    both(|lang, other| index(lang, "archive-theirs", (client, firm), (&files, other)))
}

/// Says in both languages how an archive is opened without Khitam.
pub fn how_to_open() -> [Named; 2] {
    [("how-to-open.ar.txt", Language::Arabic), ("how-to-open.en.txt", Language::English)]
        .map(|(file, language)| (file.to_owned(), (Lang::plain(language).text("archive-how") + "\n").into_bytes()))
}

fn both(page: impl Fn(Lang, Language) -> Index) -> Result<Files, PageError> {
    let mut pages = Files::new();
    for (language, other) in [(Language::Arabic, Language::English), (Language::English, Language::Arabic)] {
        let lang = Lang { hijri: true, isolates: true, ..Lang::page(language) };
        pages.insert(name(language), page(lang, other).render()?.into_bytes());
    }
    Ok(pages)
}

fn name(language: Language) -> String {
    format!("index.{}.html", language.tag())
}

fn index(
    lang: Lang,
    key: &str,
    (client, firm): (&str, &str),
    (files, other): (&BTreeMap<String, u64>, Language),
) -> Index {
    let args = [("client", FluentValue::from(client)), ("firm", FluentValue::from(firm))];
    let switch = Markup::text(&lang.text("archive-index-other"));
    Index {
        lang,
        title: lang.say(&format!("{key}-title"), args.clone()),
        lede: lang.say(&format!("{key}-lede"), args),
        other: Pen { lang, sees_money: false, time_follows: true, zone: None }.link(&name(other), &switch),
        told: vec![],
        files: files.iter().map(|(path, bytes)| file(lang, path, *bytes)).collect(),
        course: vec![],
        after: vec![],
    }
}

/// Says of a file what it holds: by the folder that it lies in.
fn file(lang: Lang, path: &str, bytes: u64) -> (String, String, String, String) {
    let (folder, below) = path.split_once('/').unwrap_or(("", path));
    let holds = match (folder, below.strip_suffix(".csv")) {
        ("records" | "afterwards", Some("dictionary")) => lang.text("archive-holds-dictionary"),
        ("records", Some(table)) => lang.text(&format!("kind-{table}")),
        _ => lang.text(&format!("archive-holds-{folder}")),
    };
    let href = path.split('/').map(href::encoded).collect::<Vec<_>>().join("/");
    (href, path.to_owned(), holds, lang.digits(bytes as i64))
}
