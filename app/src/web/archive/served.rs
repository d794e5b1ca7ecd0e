//! What the client saw, as pages of an archive: every version of their page in both languages, each saying to whom it stood open
//! from when until when, and a table of them.

use super::PageError;
use crate::archive::outcome::{SERVED, STATEMENT_TABLE, served_pages};
use crate::document::{Block, Run, Shape, blocks};
use crate::flow::archive::Gathered;
use crate::lang::{Digits, Lang, Language};
use crate::store::{Db, firm_facts};
use crate::web::account::for_client::table;
use crate::web::export;
use crate::web::markup::{Markup, Pen, escaped};
use crate::web::portal::Told;
use crate::web::portal::paper::{PagePaper, Reply, paper};
use crate::web::when::When;
use askama::Template;
use domain::case::{Case, Stamped};
use domain::days::Day;
use domain::days::working::Working;
use domain::firm::Firm;
use domain::separation::served::{Served, Way, served};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "archive/served.html")]
struct ServedPage {
    lang: Lang,
    title: String,
    says: String,
    digest: Option<String>,
    /// Leads to the other language, and to the index.
    other: Markup,
    index: Markup,
    page: Markup,
    /// What was annexed, by language and direction.
    annexes: Vec<(&'static str, &'static str, Markup)>,
}

/// Adds to what the firm keeps the pages that the client was shown, as the journal that is kept gives them back, and the
/// statement of their account as a table.
pub async fn with_served(db: &Db, mut gathered: Gathered, client: &str) -> Result<Gathered, PageError> {
    let firm = firm_facts::current(db).await?;
    let entries: Option<Vec<Stamped>> = gathered.journal.iter().map(|line| line.stamped()).collect();
    let entries = entries.unwrap_or_default();
    let account = Case::replay(&entries).and_then(|case| case.parting.account);
    if let Some(statement) = account.and_then(|account| account.statement) {
        let table = export::csv_of(&table(Lang::plain(Language::English), &statement))?;
        gathered.papers.insert(STATEMENT_TABLE.to_owned(), table);
    }
    let (all, working) = (served(&entries), firm.working());
    served_pages(&all, &mut gathered.papers);
    for (one, nth) in all.iter().zip(1..) {
        for language in [Language::Arabic, Language::English] {
            let page = drawn((one, nth), (client, &firm, working.as_ref()), language)?;
            gathered.papers.insert(format!("{SERVED}{}", name(nth, language)), page.into_bytes());
        }
    }
    Ok(gathered)
}

fn name(nth: usize, language: Language) -> String {
    format!("{nth:03}.{}.html", language.tag())
}

fn drawn(
    (one, nth): (&Served, usize),
    (client, firm, working): (&str, &Firm, Option<&Working>),
    language: Language,
) -> Result<String, PageError> {
    let (zone, other) = (firm.zone.as_deref(), language.other());
    let lang = Lang { hijri: true, isolates: true, ..Lang::page(language) };
    let today = day(&one.from, zone);
    let name_of_firm = firm.name.as_deref().unwrap_or_default();
    let plain = Lang::plain(language);
    let told = Told { firm: name_of_firm, client, lang: plain, zone, facts: firm, working, today };
    let reply = if one.way == Way::Paper { Reply::ByHand } else { Reply::OnPage };
    let PagePaper { text: (_, text), annexes } = paper(&one.page, &told, reply);
    let pen = Pen { lang, sees_money: true, time_follows: true, zone };
    let annex = |(language, text): &(Language, String)| (language.tag(), language.dir(), html(text, *language));
    let page = ServedPage {
        lang,
        title: lang.say("archive-served-title", [("client", client.into()), ("n", FluentValue::from(nth as f64))]),
        says: says(lang, one, zone),
        digest: one.digest.clone(),
        other: pen.link(&name(nth, other), &Markup::text(&lang.text("archive-index-other"))),
        index: pen.link(&format!("../{}", super::name(language)), &Markup::text(&lang.text("archive-index-files"))),
        page: html(&text, language),
        annexes: annexes.iter().flatten().map(annex).collect(),
    };
    Ok(page.render()?)
}

/// Says to whom a page was served, from when until when.
fn says(lang: Lang, one: &Served, zone: Option<&str>) -> String {
    let names = match one.readers.as_slice() {
        [] => lang.text("archive-served-unnamed"),
        names => names.join(&lang.text("case-comma")),
    };
    let until = one.until.as_deref().map(|until| instant(lang, until, zone)).unwrap_or_default();
    let args =
        [("names", FluentValue::from(names)), ("from", instant(lang, &one.from, zone).into()), ("until", until.into())];
    lang.say(&format!("archive-served-{}", one.way.word()), args)
}

/// Says an instant to the minute, and a day as a day.
fn instant(lang: Lang, at: &str, zone: Option<&str>) -> String {
    let on = lang.weekday(day(at, zone));
    if !at.contains('T') {
        return on;
    }
    let time = When::of(at, zone, lang.digits).time;
    lang.say("archive-served-at", [("day", on.into()), ("time", time.into())])
}

/// Returns the firm's day of an instant, or the day itself.
fn day(at: &str, zone: Option<&str>) -> Day {
    let instant = || When::of(at, zone, Digits::Western).day;
    if at.contains('T') { instant() } else { Day::from_iso(at).unwrap_or_else(instant) }
}

/// Returns a text with its structure as HTML that stands by itself.
fn html(text: &str, language: Language) -> Markup {
    Markup::made(blocks(text, language).iter().map(block).collect())
}

fn block(block: &Block) -> String {
    let each =
        |tag: &str| -> String { block.lines.iter().map(|line| format!("<{tag}>{}</{tag}>", inline(line))).collect() };
    match block.shape {
        Shape::Title => each("h1"),
        Shape::Head => each("h2"),
        Shape::List | Shape::Figures => format!("<ul>{}</ul>", each("li")),
        Shape::Para | Shape::Signatures => {
            let lines: Vec<String> = block.lines.iter().map(|line| inline(line)).collect();
            format!("<p>{}</p>", lines.join("<br>"))
        }
        Shape::Table => {
            let row = |row: &Vec<Vec<Run>>| {
                let cells: String = row.iter().map(|cell| format!("<td>{}</td>", inline(cell))).collect();
                format!("<tr>{cells}</tr>\n")
            };
            format!("<table>{}</table>", block.rows.iter().map(row).collect::<String>())
        }
    }
}

fn inline(line: &[Run]) -> String {
    let run = |run: &Run| match run.dir {
        "" => escaped(&run.text),
        dir => format!("<bdi dir=\"{dir}\">{}</bdi>", escaped(&run.text)),
    };
    line.iter().map(run).collect()
}
