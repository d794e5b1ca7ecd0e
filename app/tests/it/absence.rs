//! Restricted cases are absent: for everyone outside, the owner whom the reporter struck included, every page, file and
//! list is the same to the byte with and without a report, its case, its measures and its compartment (RULINGS 33).

use crate::harness::{Browser, Copy, Page, each};
use crate::next_client::pages;
use crate::reports::{Office, id, name_recipients, office, report, report_path};
use crate::reviews::{act_by, opened};
use domain::case::{Act, Role, Stage, Track};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::process::Command;

/// Everything that a person can reach by looking: each address with its status, its headers and its body.
pub type World = BTreeMap<String, String>;

/// Addresses that nothing leads to, or that differ by what is asked.
const ASKED: [&str; 50] = [
    "/",
    "/?on=2026-02-20",
    "/?on=2026-02-20&gravity=critical",
    "/?on=no-day",
    "/clients.csv?on=2026-02-20",
    "/clients/S-1?on=2026-02-20",
    "/clients/S-1/findings.csv?on=2026-02-20",
    "/clients/S-1/findings/K1?on=2026-02-20",
    "/archives",
    "/clients?q=sahab",
    "/clients?q=adel",
    "/clients?gravity=critical",
    "/clients/merges",
    "/clients/new",
    "/clients/S-1",
    "/clients/S-1/cases/new",
    "/clients/S-1/contracts/K-1/terms",
    "/clients/S-1/edit",
    "/clients/S-1/ends",
    "/clients/S-1/findings/P5",
    "/clients/S-1/invoices/I-1/edit",
    "/clients/S-1/invoices/I-1/withdrawal",
    "/clients/S-1/account",
    "/clients/S-1/account/final.csv",
    "/clients/S-1/account/interest?place=AE&clause=9",
    "/clients/S-1/account/particulars/new?kind=plan",
    "/clients/S-1/account/statement.csv",
    "/clients/S-1/exit/agenda",
    "/clients/S-1/findings/P5/rows.csv",
    "/clients/S-1/holds",
    "/clients/S-1/new",
    "/clients/S-1/note",
    "/clients/S-1/time/new",
    "/cases",
    "/firm",
    "/firm/mail",
    "/ladder",
    "/imports",
    "/legal-holds",
    "/members",
    "/notice",
    "/notice/compute?length=30&unit=day&term_ends_on=2026-12-31",
    "/notice/renewals.ics",
    "/policy",
    "/policy/draft",
    "/reports",
    "/reports/new?kind=discomfort",
    "/reports/keys",
    "/settings",
    "/weights",
];

pub async fn world(browser: &mut Browser) -> World {
    world_with(browser, &[]).await
}

/// Looks at everything, and at more that nothing may lead to.
async fn world_with(browser: &mut Browser, more: &[String]) -> World {
    let mut world = World::new();
    let asked = ASKED.iter().map(|path| (*path).to_owned());
    let mut waiting: Vec<String> = asked.chain(crate::lists::files()).chain(more.to_vec()).collect();
    while let Some(path) = waiting.pop() {
        if world.contains_key(&path) {
            continue;
        }
        let page = browser.get(&path).await;
        waiting.extend(links(&page.body));
        world.insert(path, told(&page));
    }
    world
}

/// Returns what a page tells, but for the reference of its request, which is drawn anew each time, and the minute in which
/// a workbook was made.
fn told(page: &Page) -> String {
    let header = |name: &str| page.header(name).unwrap_or_default().to_owned();
    let headers = ["content-type", "content-disposition", "location", "set-cookie"].map(header).join("\n");
    let mut body = page.body.clone();
    if headers.contains("spreadsheetml") {
        body = sheets(&page.bytes);
    } else if let Some(reference) = page.header("x-request-id") {
        body = body.replace(reference, "…");
    }
    format!("{}\n{headers}\n{body}", page.status)
}

fn sheets(bytes: &[u8]) -> String {
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut all = String::new();
    for place in 0..parts.len() {
        let mut part = parts.by_index(place).expect("a part");
        let name = part.name().expect("a name").into_owned();
        if name != "docProps/core.xml" {
            all.push_str(&name);
            part.read_to_string(&mut all).expect("text");
        }
    }
    all
}

fn links(body: &str) -> Vec<String> {
    let hrefs = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let own = hrefs.filter(|href| href.starts_with('/') && !href.starts_with("/assets/"));
    own.map(|href| href.split('#').next().unwrap_or(href).replace("&#38;", "&").replace("&amp;", "&")).collect()
}

pub fn same(who: &str, before: &World, after: &World) {
    let paths: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for path in paths {
        assert_eq!(before.get(path), after.get(path), "{who}: {path} differs");
    }
}

/// Puts records into the store, so that pages have something to say.
pub async fn records(owner: &mut Browser) {
    let invoice = [("invoice", "I-1"), ("issued_on", "2026-01-05"), ("due_on", "2026-02-04"), ("amount", "1200")];
    let page = owner.post("/clients/S-1/invoices/new", &invoice).await;
    assert_eq!(page.status, 303, "{}", page.body);
    let page = owner.post("/clients/S-1/time/new", &[("on_day", "2026-01-06"), ("minutes", "90")]).await;
    assert_eq!(page.status, 303, "{}", page.body);
    // The contact of whom the report tells.
    let message = [("at", "2026-01-07"), ("direction", "in"), ("person", "Adel Sahab")];
    let page = owner.post("/clients/S-1/messages/new", &message).await;
    assert_eq!(page.status, 303, "{}", page.body);
}

/// The questions of a case, each of which has a page.
const TOPICS: [&str; 15] = [
    "causes",
    "client-view",
    "contracts",
    "counsel",
    "data",
    "deferral",
    "dissent",
    "legal-stop",
    "not-needed",
    "own-part",
    "reopening",
    "talk",
    "ties",
    "triage",
    "withdrawal",
];

/// Opens an ordinary case on the client, with a review in which the owner, a colleague and finance take part, and keeps a
/// simulation; returns the addresses of all their pages.
async fn reviewed(copy: &Copy, owner: &mut Browser) -> Vec<String> {
    let ids = [id(copy, "Reem").await, id(copy, "Nasser").await, id(copy, "Zaid").await];
    let key = opened(copy, "S-1", &ids[0], Track::Light).await;
    for member in &ids[1..] {
        act_by(copy, &key, &ids[0], Act::GiveRole { role: Role::Function, member: member.clone() }).await;
    }
    let case = format!("/clients/S-1/cases/{}", key.case);
    let reasons: Vec<String> = ids.iter().map(|id| format!("reason-{id}")).collect();
    let mut form: Vec<(&str, &str)> = ids.iter().map(|id| ("seat", id.as_str())).collect();
    form.extend(reasons.iter().map(|reason| (reason.as_str(), "works with them")));
    let page = owner.post(&format!("{case}/review/roster"), &form).await;
    assert_eq!(page.status, 303, "{}", page.body);
    act_by(copy, &key, &ids[0], Act::Enter { stage: Stage::Review }).await;
    let opinion = [("step", "mind"), ("stance", "repair"), ("why", "they pay late"), ("mind", "a good year")];
    assert_eq!(owner.post(&format!("{case}/review/opinion"), &opinion).await.status, 303);
    let figures = [("cash", "12000"), ("contribution", "4000"), ("months", "6")];
    assert_eq!(owner.post("/clients/S-1/exit", &figures).await.status, 303);
    let run = owner.post("/clients/S-1/exit/runs", &[]).await.header("location").expect("a kept run").to_owned();
    let run = run.rsplit('/').next().unwrap_or_default();
    let below = |pattern: &String| pattern.contains("{case}") || pattern.contains("{run}");
    let patterns =
        crate::tidy::routes().into_iter().filter(below).filter(|pattern| !pattern.ends_with("/review/changes"));
    let named =
        patterns.map(|pattern| pattern.replace("{client}", "S-1").replace("{case}", &key.case).replace("{run}", run));
    let each = |path: String| TOPICS.map(|topic| path.replace("{topic}", topic));
    let all: BTreeSet<String> = named.flat_map(each).collect();
    all.into_iter().collect()
}

/// Has the report filed, worked on, and judged, by everyone who may.
pub async fn worked_on(copy: &Copy, office: &mut Office) -> String {
    let readers = [id(copy, "Huda").await, id(copy, "Omar").await];
    let form = report(&readers, &[("keep", "1"), ("kind", "threat"), ("witnesses", "Adel Sahab")]);
    let page = office.lina.post_with_files("/reports", &form, &[("proof.png", &[7; 9000])]).await;
    assert_eq!(page.header("location"), Some("/reports?filed=1"), "{}", page.body);
    let path = report_path(&mut office.huda).await;
    let steps: [(&str, &[(&str, &str)]); 6] = [
        ("milestones", &[("milestone", "acknowledged"), ("text", "read")]),
        ("measures", &[("kind", "company"), ("consent", "ask"), ("owner", &readers[0])]),
        ("milestones", &[("milestone", "protection_decided")]),
        ("contact", &[("member", &readers[0])]),
        ("stop", &[("text", "wait")]),
        ("duty", &[("duty", "may"), ("text", "thought about it"), ("no_word", "1"), ("tell", "1")]),
    ];
    for (what, form) in steps {
        let by = if matches!(what, "stop" | "duty") { &mut office.omar } else { &mut office.huda };
        let page = by.post(&format!("{path}/{what}"), form).await;
        assert_eq!(page.status, 303, "{what}: {}", page.body);
    }
    assert_eq!(office.lina.post(&format!("{path}/measures/1/answer"), &[("answer", "yes")]).await.status, 303);
    path
}

/// Every address that can be looked at is looked at, or does not belong to anyone who is signed in.
fn nothing_was_left_out(seen: &BTreeSet<String>) {
    const ELSEWHERE: [&str; 23] = [
        "/assets/{version}/{name}",
        "/begin",
        "/calendar-feed/{token}/days.ics",
        // A restricted case sets no legal hold, for it would be told outside.
        "/clients/{client}/cases/{case}/legal-holds/{hold}",
        "/clients/{client}/cases/{case}/legal-holds/{hold}/log.csv",
        "/clients/{client}/cases/{case}/legal-holds/{hold}/log.xlsx",
        // What it sends is that something happened in a case, and none but its own entries do.
        "/clients/{client}/cases/{case}/review/changes",
        "/client-link/{token}",
        "/demo/{token}",
        "/erasures/{id}",
        "/first-start",
        "/first-start/{token}",
        "/forgot",
        "/imports/{id}",
        "/imports/{id}/files/{place}/{problems}",
        "/imports/{id}/progress",
        "/join/{token}",
        "/members/{id}/erasures",
        // What it sends is how many clients were looked at, of records that are restricted to nobody.
        "/policy/progress",
        "/policy/{version}",
        "/reset/{token}",
        "/sign-in",
        "/imports/blank/{file}",
    ];
    let is_left_out = |pattern: &String| {
        let fits = |path: &String| {
            let path = path.split('?').next().unwrap_or(path);
            let (parts, wanted): (Vec<&str>, Vec<&str>) = (path.split('/').collect(), pattern.split('/').collect());
            parts.len() == wanted.len() && parts.iter().zip(&wanted).all(|(a, b)| a == b || b.starts_with('{'))
        };
        // Pages of a report are compared with those of one that does not exist; a client's own are no member's.
        let is_apart = pattern.starts_with("/reports/{id}") || pattern.starts_with("/client-page");
        !seen.iter().any(fits) && !is_apart && !ELSEWHERE.contains(&pattern.as_str())
    };
    let left_out: Vec<String> = crate::tidy::routes().into_iter().filter(is_left_out).collect();
    assert!(left_out.is_empty(), "not compared: {left_out:?}");
}

async fn looks(who: [&mut Browser; 3], more: &[String]) -> Vec<World> {
    let mut worlds = vec![];
    for browser in who {
        worlds.push(world_with(browser, more).await);
    }
    worlds
}

/// The comparison is worth something only where there is something to see.
fn case_is_open_to(worlds: &[World]) {
    for (who, least) in worlds.iter().zip([20, 10, 10]) {
        let pages = who.iter().filter(|(path, told)| path.contains("/cases/") && told.starts_with("200"));
        assert!(pages.count() >= least, "{:?}", who.keys());
    }
    let runs = worlds[0].iter().filter(|(path, told)| path.contains("/exit/runs/") && told.starts_with("200"));
    assert_eq!(runs.count(), 8, "the kept run, its plan, and its bill, its figures and its cash as files");
}

#[tokio::test]
async fn everything_is_the_same_without_the_report_and_with_it() {
    for copy in each().await {
        let mut office = office(&copy).await;
        name_recipients(&copy, &mut office.reem, &["Huda", "Omar", "Reem"]).await;
        let mut nasser = copy.joins(&mut office.reem, "Nasser", "member").await;
        let mut zaid = copy.joins(&mut office.reem, "Zaid", "finance").await;
        records(&mut office.reem).await;
        let more = [reviewed(&copy, &mut office.reem).await, pages(&copy, &mut office.reem).await].concat();
        copy.settled().await;
        let before = looks([&mut office.reem, &mut nasser, &mut zaid], &more).await;
        case_is_open_to(&before);
        let (tables, commands) = (tables(&copy).await, commands(&copy));
        let path = worked_on(&copy, &mut office).await;
        office.huda.get("/cases").await.says("Restricted case");
        office.huda.get("/clients/S-1").await.says("Restricted case").says("A threat");
        office.huda.get("/clients/S-1?on=2026-02-20").await.hides("Restricted case").hides("A threat");
        let after = looks([&mut office.reem, &mut nasser, &mut zaid], &more).await;
        for (who, (before, after)) in ["the owner", "a member", "finance"].iter().zip(before.iter().zip(&after)) {
            assert!(before.len() > 25, "{who} sees only {:?}", before.keys());
            same(who, before, after);
        }
        nothing_was_left_out(&after[0].keys().cloned().collect());
        assert_eq!(tables, self::tables(&copy).await, "no column and no count of the database tells");
        assert_eq!(commands, self::commands(&copy), "the command line tells nothing");
        for here in ["", "/archive", "/journal", "/people", "/decision", "/counsel", "/duty", "/files/0"] {
            let unknown = told(&office.reem.get(&format!("/reports/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa{here}")).await);
            let there = told(&office.reem.get(&format!("{path}{here}")).await);
            let id = path.trim_start_matches("/reports/");
            assert_eq!(there.replace(id, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), unknown, "{here}");
        }
    }
}

#[tokio::test]
async fn a_hold_of_a_restricted_case_looks_like_any_other() {
    for copy in each().await {
        let mut office = office(&copy).await;
        name_recipients(&copy, &mut office.reem, &["Huda", "Omar", "Reem"]).await;
        let mut nasser = copy.joins(&mut office.reem, "Nasser", "member").await;
        records(&mut office.reem).await;
        copy.settled().await;
        let path = worked_on(&copy, &mut office).await;
        let huda = id(&copy, "Huda").await;
        let hold = [("scope", "new_work"), ("ask", huda.as_str())];
        assert_eq!(office.huda.post("/clients/S-1/holds", &hold).await.status, 303);
        let usual = [world(&mut office.reem).await, world(&mut nasser).await];
        office.reem.get("/clients/S-1").await.says("Stopped by management since").says("Ask Huda");
        let end = office.huda.get("/clients/S-1/holds").await.link("/clients/S-1/holds/");
        assert_eq!(office.reem.post(&end, &[]).await.status, 404, "only Huda, who is named, lets it go on");
        assert_eq!(office.huda.post(&end, &[]).await.status, 303);
        office.reem.get("/clients/S-1").await.hides("Stopped by management");
        assert_eq!(office.huda.post(&format!("{path}/hold"), &hold).await.status, 303);
        let restricted = [world(&mut office.reem).await, world(&mut nasser).await];
        for (who, (usual, restricted)) in ["the owner", "a member"].iter().zip(usual.iter().zip(&restricted)) {
            same(who, usual, restricted);
        }
        let alike = "COUNT(DISTINCT client || scope || COALESCE(service, '-') || ask_member || since_on)";
        assert_eq!(copy.text(&format!("SELECT CAST({alike} AS TEXT) FROM holds")).await, "1");
        let today = copy.app.clock.today(Some("Asia/Riyadh")).to_string();
        let time = [("on_day", today.as_str()), ("minutes", "90")];
        nasser.post("/clients/S-1/time/new", &time).await.says("Was this agreed with Huda?");
        let sure: Vec<(&str, &str)> = time.into_iter().chain([("sure", "1")]).collect();
        assert_eq!(nasser.post("/clients/S-1/time/new", &sure).await.status, 303, "what was done can be written down");
        // Whom it names lets it go on from either page, and the case knows.
        let end = office.huda.get("/clients/S-1/holds").await.link("/clients/S-1/holds/");
        assert_eq!(office.huda.post(&end, &[]).await.status, 303);
        office.huda.get(&format!("{path}/journal")).await.says("released the stop on work");
    }
}

/// Returns every row of every table as text, apart from what is sealed.
pub async fn tables(copy: &Copy) -> BTreeMap<String, String> {
    let is_sqlite = copy.own.db.file().is_some();
    let names = if is_sqlite {
        "SELECT group_concat(name, ',') FROM sqlite_master WHERE type = 'table'"
    } else {
        "SELECT string_agg(tablename, ',') FROM pg_tables WHERE schemaname = 'public'"
    };
    let mut tables = BTreeMap::new();
    for table in copy.text(names).await.split(',').filter(|table| !["reports", "seals"].contains(table)) {
        let columns = if is_sqlite {
            copy.text(&format!("SELECT group_concat(name, ',') FROM pragma_table_info('{table}')")).await
        } else {
            let columns = "SELECT string_agg(column_name, ',') FROM information_schema.columns WHERE table_name =";
            copy.text(&format!("{columns} '{table}'")).await
        };
        let text = |column: &str| match is_sqlite {
            true => format!("quote(\"{column}\")"),
            false => format!("COALESCE(CAST(\"{column}\" AS TEXT), 'NULL')"),
        };
        let row: Vec<String> = columns.split(',').map(text).collect();
        let rows = format!("SELECT {} AS row FROM \"{table}\"", row.join(" || '|' || "));
        let all = match is_sqlite {
            true => format!("SELECT COALESCE(group_concat(row, char(10)), '') FROM ({rows} ORDER BY 1)"),
            false => format!("SELECT COALESCE(string_agg(row, chr(10) ORDER BY row), '') FROM ({rows}) AS r"),
        };
        tables.insert(table.to_owned(), copy.text(&all).await);
    }
    assert!(tables.len() > 25 && tables["members"].contains("huda@midad.example"), "{:?}", tables.keys());
    tables
}

/// Returns what the command line says of this copy.
fn commands(copy: &Copy) -> Vec<String> {
    let run = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_khitam"));
        command.env_remove("KHITAM_DB").env("LANG", "en_GB.UTF-8").arg("--data").arg(copy.own.folder.path());
        let output = command.args(["--db", &copy.own.address]).args(words).output().expect("the program starts");
        let said = [output.stdout, output.stderr].concat();
        // What time it is, and how much room is left, change by themselves.
        let moves = |line: &&str| line.contains("clock") || line.contains("MiB");
        String::from_utf8_lossy(&said).lines().filter(|line| !moves(line)).collect::<Vec<_>>().join("\n")
    };
    vec![run(&["signs", "--json"]), run(&["signs"]), run(&["doctor"])]
}
