//! Every list can be taken along: as CSV and as a workbook, with the rows of its page in the same order, and on paper; in
//! both languages, and with no more than whoever asks may see.

use crate::demonstration;
use crate::harness::{Browser, Copy, Page, each_on};
use crate::next_client::{clients, prospect};
use crate::tidy::{files as sources, report, routes};
use app::lang::Language;
use calamine::{Data, Reader, Xlsx};
use std::collections::BTreeSet;
use std::io::Cursor;

/// A page with a list, the address of the list without its ending, and the column whose cells stand on the page one after
/// another; none where a page says them in another way. `{end}` is a case of a client who is parted from, `{mended}` one that
/// was reviewed and is mended.
const LISTS: [(&str, &str, &str); 37] = [
    ("/", "/clients", "name"),
    ("/cases", "/cases", "name"),
    ("/channels", "/channels", "channel"),
    ("/criteria", "/criteria", "criterion"),
    ("/exit", "/exit", "name"),
    ("/exit/wins", "/exit/wins", "name"),
    ("/firm", "/firm/figures", ""),
    ("/firm", "/firm/rates", "currency"),
    ("/ladder", "/ladder", "rung"),
    ("/lessons", "/lessons", "lesson"),
    ("/letter-templates", "/letter-templates", "template"),
    ("/measures", "/measures", "measure"),
    ("/members", "/members", "name"),
    ("/notice", "/notice", "contract"),
    ("/policy", "/policy/versions", ""),
    ("/prospects", "/prospects", "name"),
    ("/retention", "/retention", ""),
    ("/clients/NAKHLA", "/clients/NAKHLA/findings", ""),
    ("/clients/NAKHLA/ends", "/clients/NAKHLA/ends", "contract"),
    ("/clients/NAKHLA/exit", "/clients/NAKHLA/exit/bill", "what"),
    ("/clients/NAKHLA/exit", "/clients/NAKHLA/exit/figures", "scenario"),
    ("/clients/NAKHLA/exit", "/clients/NAKHLA/exit/series", ""),
    ("/clients/NAKHLA/findings/P5", "/clients/NAKHLA/findings/P5/rows", ""),
    ("/clients/NAKHLA/holds", "/clients/NAKHLA/holds", "ask"),
    ("/clients/NAKHLA/invoices", "/clients/NAKHLA/invoices", "invoice"),
    ("{end}/part", "{end}/part/letters", "kind"),
    ("{end}/part/access", "{end}/part/access", "system"),
    ("{end}/part/holdings", "{end}/part/holdings", "name"),
    ("{end}/part/obligations", "{end}/part/obligations", "what"),
    ("{end}/part/plan", "{end}/part/plan", "step"),
    ("{end}/part/works", "{end}/part/works", "work"),
    ("{end}/replacement", "{end}/replacement", "name"),
    ("{end}/roles", "{end}/roles", "role"),
    ("{mended}/repair", "{mended}/repair/points", "words"),
    ("{mended}/review", "{mended}/review/complaints", "text"),
    ("{mended}/review", "{mended}/review/improvements", "improvement"),
    ("{mended}/review", "{mended}/review/opinions", "name"),
];

/// Lists of which the demonstration has nothing to show; the tests of their subjects look at them.
const ELSEWHERE: [&str; 26] = [
    "/archives.csv",
    "/client-page/statement.csv",
    "/clients/merges.csv",
    "/clients/{client}/cases/{case}/client-links.csv",
    "/clients/{client}/cases/{case}/legal-holds.csv",
    "/clients/{client}/cases/{case}/legal-holds/{hold}/log.csv",
    "/clients/{client}/cases/{case}/part/proofs.csv",
    "/clients/{client}/cases/{case}/review/options.csv",
    "/clients/{client}/exit/cuts.csv",
    "/clients/{client}/exit/runs.csv",
    "/clients/{client}/exit/runs/{run}/bill.csv",
    "/clients/{client}/exit/runs/{run}/figures.csv",
    "/clients/{client}/exit/runs/{run}/series.csv",
    "/criteria/{id}/back-test.csv",
    "/erasures.csv",
    "/exit/price.csv",
    "/exit/runs.csv",
    "/firm/days.csv",
    "/firm/terms.csv",
    "/imports.csv",
    "/legal-holds.csv",
    "/names.csv",
    "/policy/back-test.csv",
    "/policy/draft.csv",
    "/retention/destroyed.csv",
    "/weights.csv",
];

/// So many rows of a list are looked for on its page, which may show a part of it.
const LOOKED_FOR: usize = 10;

/// Returns the addresses of all files that lie below no case: of the firm, and of the client S-1.
pub fn files() -> Vec<String> {
    let named = routes().into_iter().map(|route| route.replace("{client}", "S-1"));
    named.filter(|path| path.ends_with(".csv") || path.ends_with(".xlsx")).filter(|path| !path.contains('{')).collect()
}

#[test]
fn every_list_has_both_forms_and_is_walked() {
    let (all, mut faults) = (routes(), vec![]);
    for route in all.iter().filter(|route| route.ends_with(".csv")) {
        let twin = route.replace(".csv", ".xlsx");
        if !all.contains(&twin) {
            faults.push(format!("{route} has no {twin}"));
        }
        let fits = |list: &str| {
            let named = list.replace("{end}", "/clients/x/cases/x").replace("{mended}", "/clients/x/cases/x");
            let path = format!("{named}.csv");
            let (parts, wanted): (Vec<&str>, Vec<&str>) = (path.split('/').collect(), route.split('/').collect());
            parts.len() == wanted.len() && parts.iter().zip(&wanted).all(|(a, b)| a == b || b.starts_with('{'))
        };
        if !LISTS.iter().any(|(_, list, _)| fits(list)) && !ELSEWHERE.contains(&route.as_str()) {
            faults.push(format!("{route} is walked by no test: add it to LISTS"));
        }
    }
    report(faults);
}

/// Pages with a table that is no list to take along, each with the reason.
const NO_LISTS: [(&str, &str); 7] = [
    ("account/interest.html", "the working of one sum, which stands in the statement"),
    ("afterwards/show.html", "the days of one case, which its calendar takes along"),
    ("archive/index.html", "a paper by itself, inside the archive"),
    ("erasures/plan.html", "what one act would destroy, which its certificate says"),
    ("imports/preview.html", "a form, and the first rows of the visitor's own file"),
    ("records/show.html", "one record, which its list takes along"),
    ("reports/list.html", "sealed: it leaves only as an archive that is sealed to those who are named"),
];

/// Whether a page's template, or its handler, shows a table.
fn shows_a_table(template: &str, handler: &str) -> bool {
    let own = handler.split("#[cfg(test)]").next().unwrap_or_default();
    let fields = ["Sheet,", "Option<Sheet>,", "Vec<Sheet>,"];
    let holds = own.lines().any(|line| line.starts_with("    ") && fields.iter().any(|field| line.ends_with(field)));
    template.contains("<table") || (holds && own.contains("part::") && own.contains("Sheet"))
}

#[test]
fn every_page_with_a_table_has_its_files() {
    let (templates, handlers) = (sources("app/templates", &[".html"]), sources("app/src/web", &[".rs"]));
    let (mut faults, mut excused) = (vec![], BTreeSet::new());
    for (path, template) in &templates {
        let name = path.trim_start_matches("app/templates/");
        let path = format!("path = \"{name}\"");
        let handler = handlers.iter().find(|(_, code)| code.contains(&path)).map_or("", |(_, code)| code);
        let is_excused = NO_LISTS.iter().any(|(page, _)| *page == name);
        if !shows_a_table(template, handler) || name == "parts/sheet.html" {
            continue;
        }
        if is_excused {
            excused.insert(name.to_owned());
        } else if !["frame.files(", "{{ files", ".csv\""].iter().any(|way| template.contains(way)) {
            faults.push(format!("{name}: nobody can take its table along; add its files, or the reason to NO_LISTS"));
        }
    }
    let idle = NO_LISTS.iter().filter(|(page, _)| !excused.contains(*page));
    faults.extend(idle.map(|(page, _)| format!("{page} has no table, and needs no reason")));
    report(faults);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_list_is_taken_along_in_arabic() {
    walked(Language::Arabic).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_list_is_taken_along_in_english() {
    walked(Language::English).await;
}

async fn walked(language: Language) {
    let (copy, mut owner) = demonstrated(language).await;
    let cases = owner.get("/cases").await;
    let of = |client: &str| {
        let link = cases.link(&format!("/clients/{client}/cases/"));
        link.split('/').take(5).collect::<Vec<_>>().join("/")
    };
    let (end, mended) = (of("SUHAIL"), of("ZAHWA"));
    let ask = copy.text("SELECT id FROM members WHERE role = 'owner'").await;
    let hold = owner.post("/clients/NAKHLA/holds", &[("scope", "new_work"), ("ask", &ask)]).await;
    assert_eq!(hold.status, 303, "{}", hold.body);
    let mut titles = BTreeSet::new();
    for (page, list, told) in LISTS {
        let [page, list] = [page, list].map(|path| path.replace("{end}", &end).replace("{mended}", &mended));
        let shown = owner.get(&page).await;
        assert_eq!(shown.status, 200, "{page}");
        shown.says(&format!("href=\"{list}.csv\"")).says(&format!("href=\"{list}.xlsx\"")).says("data-print");
        let rows = has_the_rows(&shown, &owner.get(&format!("{list}.csv")).await, (&list, told));
        let title = is_a_workbook(&owner.get(&format!("{list}.xlsx")).await, (&list, rows), language);
        assert!(titles.insert(title.clone()), "two lists are called {title}");
    }
}

async fn demonstrated(language: Language) -> (Copy, Browser) {
    let (copy, door) = demonstration::started(language).await;
    let mut owner = copy.browser();
    assert_eq!(owner.get(&door).await.status, 303);
    (copy, owner)
}

/// The file has rows, and the first of them stand on the page in the same order; returns how many it has.
fn has_the_rows(shown: &Page, file: &Page, (list, told): (&str, &str)) -> usize {
    assert_eq!((file.status, file.header("content-type")), (200, Some("text/csv; charset=utf-8")), "{list}");
    let bytes = file.bytes.strip_prefix("\u{feff}".as_bytes()).expect("the mark of UTF-8");
    let mut reader = csv::Reader::from_reader(bytes);
    let heads = reader.headers().expect("heads").clone();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows of the same length");
    assert!(!rows.is_empty(), "{list} has no rows");
    assert!(heads.iter().all(|head| !head.is_empty() && head.is_ascii()), "{list}: {heads:?}");
    let marked = |text: &str| text.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '<']);
    assert!(!rows.iter().flatten().any(marked), "{list} holds invisible marks or tags");
    if !told.is_empty() {
        let column = heads.iter().position(|head| head == told).unwrap_or_else(|| panic!("{list}: {heads:?}"));
        let (page, mut at) = (words(&shown.body), 0);
        for row in rows.iter().take(LOOKED_FOR) {
            let cell = row[column].trim_start_matches('\'');
            let found = page[at..].find(cell).unwrap_or_else(|| panic!("{list}: {cell:?} is not next on the page"));
            at += found + cell.len();
        }
    }
    rows.len()
}

/// Returns the words of a page without its tags.
fn words(body: &str) -> String {
    let text: String = body.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    let marks = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    marks.iter().fold(text, |text, (escaped, mark)| text.replace(escaped, mark))
}

/// The workbook has the same rows under heads in the reader's language, and is called in it; returns its title.
fn is_a_workbook(file: &Page, (list, rows): (&str, usize), language: Language) -> String {
    assert_eq!(file.status, 200, "{list}");
    let name = file.header("content-disposition").unwrap_or_default().to_owned();
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes.clone())).expect("a workbook");
    let sheet = workbook.worksheet_range_at(0).expect("a sheet").expect("its cells");
    assert_eq!(sheet.height(), rows + 1, "{list}");
    let is_arabic = |text: &str| text.chars().any(|c| ('\u{0621}'..='\u{064a}').contains(&c));
    let heads: Vec<String> = sheet.rows().next().expect("heads").iter().map(ToString::to_string).collect();
    assert_eq!(heads.iter().any(|head| is_arabic(head)), language == Language::Arabic, "{list}: {heads:?}");
    let title = workbook.sheet_names()[0].clone();
    if language == Language::Arabic {
        assert!(is_arabic(&title) && name.contains("%D8") || name.contains("%D9"), "{list}: {title} {name}");
    }
    title
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workbook_has_days_sums_and_shares() {
    let (_copy, mut owner) = demonstrated(Language::English).await;
    let mut first = async |path: &str| -> Vec<Data> {
        let file = owner.get(path).await;
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes)).expect("a workbook");
        let sheet = workbook.worksheet_range_at(0).expect("a sheet").expect("its cells");
        sheet.rows().nth(1).expect("a row").to_vec()
    };
    let won = first("/exit/wins.xlsx").await;
    assert!(matches!(won[..3], [Data::String(_), Data::DateTime(_), Data::DateTime(_)]), "{won:?}");
    let largest = first("/exit.xlsx").await;
    assert!(matches!(largest[2], Data::Float(sum) if sum > 1.0), "{largest:?}");
    assert!(matches!(largest[4], Data::Float(share) if share > 0.0 && share < 1.0), "{largest:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_gets_no_sums_and_a_shared_screen_gives_nothing_away() {
    for copy in each_on("2026-04-01").await {
        let mut owner = copy.owner().await;
        let mut member = copy.joins(&mut owner, "Nasser", "member").await;
        clients(&copy).await;
        prospect(&copy, &mut owner, "Dune", &[("country", "SA")]).await;
        let file = owner.get("/channels.csv").await;
        file.says("channel,prospects,cost,currency,won,win_rate,cycle_days,revenue_days,score,fates")
            .says("Trade fair,1");
        let file = member.get("/channels.csv").await;
        file.says("channel,prospects,won,win_rate,cycle_days,revenue_days,score\n").says("Trade fair,1").hides("fates");
        let closed = [
            "/exit.csv",
            "/exit/wins.xlsx",
            "/measures.csv",
            "/letter-templates.csv",
            "/retention/destroyed.csv",
            "/clients/A/holds.csv",
            "/clients/A/exit/figures.csv",
            "/clients/A/exit/series.xlsx",
        ];
        for path in closed {
            assert_eq!(member.get(path).await.status, 403, "{path}");
        }
        owner.post("/sharing", &[("client", "A")]).await;
        let open = ["/members.csv", "/letter-templates.csv"];
        for path in files().into_iter().filter(|path| !path.contains("S-1") && path.ends_with(".csv")) {
            let is_open = open.contains(&path.as_str()) || path.starts_with("/client-page");
            assert!(is_open || owner.get(&path).await.status >= 400, "{path} is open while a screen is shared");
        }
        for path in ["/clients/A/ends.csv", "/clients/A/holds.csv", "/clients/A/exit/figures.csv"] {
            assert!(owner.get(path).await.status >= 400, "{path}");
        }
    }
}
