//! Legal holds over the pages: told to whoever keeps papers, acknowledged, in the way of changes and destruction, and released
//! by counsel alone.

use super::account::{agreed, must};
use super::decision::{Heard, heard_of, id};
use super::duties::done;
use super::learning::closed;
use crate::harness::Browser;
use app::flow::archive;
use app::flow::cases::{self, Opened};
use app::flow::{legal_holds, retention};
use app::store::firm_facts;
use domain::case::parting::{Act as Part, Instruction};
use domain::case::{Act, Stage};
use domain::days::Day;
use domain::retention::Class;

pub fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

pub async fn opened(heard: &Heard) -> Opened {
    cases::load(heard.copy.app.place(), &heard.key).await.expect("a store").expect("a case")
}

/// Sara becomes counsel of the case.
pub async fn counsel(heard: &mut Heard) -> String {
    let sara = id(&heard.copy, "Sara").await;
    done(&mut heard.owner, &format!("{}/roles", heard.case), &[("role", "counsel"), ("member", &sara)]).await;
    sara
}

/// Sets a hold by the page.
pub async fn set(heard: &mut Heard, classes: &[&str], (custodian, ask): (&str, &str)) {
    let mut form = vec![("text", "they threaten to sue"), ("from", "2026-01-01"), ("to", "2026-06-30"), ("ask", ask)];
    form.push(("custodians", custodian));
    form.extend(classes.iter().map(|class| ("classes", *class)));
    done(&mut heard.owner, &format!("{}/legal-holds", heard.case), &form).await;
}

pub async fn release(browser: &mut Browser, case: &str) -> u16 {
    let form = [("form", "release"), ("why", "they withdrew it")];
    browser.post(&format!("{case}/legal-holds/1"), &form).await.status
}

#[tokio::test]
async fn a_hold_is_told_acknowledged_and_in_the_way_of_changes_until_counsel_releases_it() {
    for mut heard in closed().await {
        let mut zaid = heard.copy.joins(&mut heard.owner, "Zaid", "member").await;
        let (his, sara) = (id(&heard.copy, "Zaid").await, counsel(&mut heard).await);
        let own = format!("{}/legal-holds", heard.case);
        heard.owner.get(&heard.case).await.says(&own);
        zaid.get("/").await.hides("legal hold");
        let nobody = heard.owner.post(&own, &[("text", "they threaten to sue"), ("ask", &sara)]).await;
        assert_eq!(nobody.status, 422);
        nobody.says("Name at least one person").says("they threaten to sue");
        set(&mut heard, &["books", "contract_file"], (&his, &sara)).await;
        is_told(&mut heard, &mut zaid).await;
        is_in_the_way(&mut heard, &mut zaid).await;
        assert_eq!(release(&mut heard.owner, &heard.case).await, 422, "it is counsel's");
        assert_eq!(release(&mut heard.sara, &heard.case).await, 303);
        let invoice = "/clients/NAKHLA/invoices/I-1";
        assert_eq!(heard.owner.post(&format!("{invoice}/edit"), &corrected("1")).await.status, 303);
        zaid.get("/legal-holds").await.says("No legal hold concerns you");
        heard.owner.get(&format!("{own}/1")).await.says("released it on").says("Sara").says("they withdrew it");
        assert_eq!(cases::verify(&heard.copy.app.db).await.expect("the store").1, vec![]);
        heard.copy.sql("UPDATE legal_holds SET released_on = NULL").await;
        let broken = cases::verify(&heard.copy.app.db).await.expect("the store").1;
        assert_eq!(broken.len(), 1, "what custodians see is held against the journal");
    }
}

/// Whoever keeps papers learns what to keep and nothing else, is reminded, and says that they know.
async fn is_told(heard: &mut Heard, zaid: &mut Browser) {
    let own = format!("{}/legal-holds", heard.case);
    assert_eq!(zaid.get(&own).await.status, 404, "they have no part in the case");
    zaid.get("/").await.says("A legal hold concerns papers that you keep");
    let page = zaid.get("/legal-holds").await;
    page.says("Keep everything of").says("Nakhla").says("Invoices, payments and the account").says("Sara");
    page.says("1 January 2026").says("30 June 2026").hides("they threaten").hides(&own);
    heard.owner.get(&format!("{own}/1")).await.says("told today, not acknowledged yet").says("they threaten to sue");
    done(&mut heard.owner, &format!("{own}/1"), &[("form", "reminder")]).await;
    zaid.get("/").await.says("Reminded on");
    let meant = |hold| [("client", "NAKHLA"), ("case", heard.key.case.as_str()), ("hold", hold)];
    assert_eq!(zaid.post("/legal-holds/acknowledgement", &meant("2")).await.status, 404);
    assert_eq!(heard.owner.post("/legal-holds/acknowledgement", &meant("1")).await.status, 404, "it is not theirs");
    zaid.post("/sharing", &[("client", "NAKHLA")]).await;
    assert_eq!(zaid.post("/legal-holds/acknowledgement", &meant("1")).await.status, 403, "the client looks on");
    zaid.post("/sharing/end", &[]).await;
    for _ in 0..2 {
        assert_eq!(zaid.post("/legal-holds/acknowledgement", &meant("1")).await.status, 303);
    }
    zaid.get("/").await.hides("A legal hold concerns papers");
    let heads = "keeps,about,since,released_on,ask,custodians,unaware\n";
    heard.owner.get(&own).await.says("/legal-holds.csv");
    heard.owner.get(&format!("{own}.csv")).await.says(heads).says(",they threaten to sue").says(",Sara,Zaid,\n");
    let log = "on,by,keeps,custodians,why\n";
    heard.owner.get(&format!("{own}/1/log.csv")).await.says(log).says(",Zaid,they threaten to sue");
    for list in [".csv", "/1/log.xlsx"] {
        assert_eq!(zaid.get(&format!("{own}{list}")).await.status, 404, "{list}");
    }
    heard.owner.get("/legal-holds").await.says("acknowledged on").says(&format!("{own}/1")).says("/legal-holds.csv");
    let heads = "list,client,keeps,since,released_on,ask,custodian,acknowledged_on,reminded_on";
    for browser in [&mut heard.owner, &mut *zaid] {
        browser.get("/legal-holds.csv").await.says(heads).says(",Nakhla,").says(",Zaid,2").hides("they threaten");
    }
    assert_eq!(heard.owner.post(&format!("{own}/1"), &[("form", "reminder")]).await.status, 422, "everybody knows");
}

fn corrected(seen: &str) -> [(&str, &str); 5] {
    [("seen", seen), ("issued_on", "2026-01-05"), ("due_on", "2026-02-04"), ("amount", "120"), ("currency", "SAR")]
}

/// What the hold reaches stays as it is, in kind and in days.
async fn is_in_the_way(heard: &mut Heard, zaid: &mut Browser) {
    for (id, issued, due) in [("I-1", "2026-01-05", "2026-02-04"), ("I-2", "2026-08-05", "2026-09-04")] {
        let form = [("invoice", id), ("issued_on", issued), ("due_on", due), ("amount", "100"), ("currency", "SAR")];
        let entered = heard.owner.post("/clients/NAKHLA/invoices/new", &form).await;
        assert_eq!(entered.status, 303, "what is new is entered: {}", entered.body);
    }
    let edit = "/clients/NAKHLA/invoices/I-1/edit";
    heard.owner.get(edit).await.says("this record stays as it is");
    for browser in [&mut heard.owner, &mut *zaid] {
        let refused = browser.post(edit, &corrected("1")).await;
        assert_eq!(refused.status, 409);
        refused.says("A legal hold has stood since").says("Sara");
    }
    let out = |id: &str| format!("/clients/NAKHLA/invoices/{id}/withdrawal");
    let refused = heard.owner.post(&out("I-1"), &[("reason", "twice")]).await;
    assert_eq!(refused.status, 409);
    refused.says("A legal hold has stood since");
    assert_eq!(heard.copy.text("SELECT CAST(SUM(amount) AS TEXT) FROM invoices").await, "20000");
    assert_eq!(heard.owner.post(&out("I-2"), &[("reason", "twice")]).await.status, 303, "it is of a later day");
    let renamed = [("seen", "0"), ("name", "Nakhla Two"), ("currency", "SAR")];
    let refused = heard.owner.post("/clients/NAKHLA/edit", &renamed).await;
    assert_eq!(refused.status, 409, "who a client is has no day");
    refused.says("A legal hold has stood since");
    let mut fahd = heard.copy.joins(&mut heard.owner, "Fahd", "member").await;
    let refused = fahd.post(edit, &corrected("1")).await;
    assert_eq!(refused.status, 409);
    refused.says("by word of management").says("Sara").hides("legal hold");
    for (id, ends_on) in [("L-1", "NULL"), ("L-2", "'2021-12-31'")] {
        let sql = format!(
            "INSERT INTO contracts (client, id, starts_on, ends_on, currency, source_id, source_line)
             VALUES ('NAKHLA', '{id}', '2020-01-01', {ends_on}, 'SAR', 0, 0)"
        );
        heard.copy.sql(&sql).await;
        let out = format!("/clients/NAKHLA/contracts/{id}/withdrawal");
        let status = heard.owner.post(&out, &[("reason", "twice")]).await.status;
        assert_eq!(status == 409, id == "L-1", "{id}: a contract without an end is of every day since it began");
    }
    let bill = "/clients/NAKHLA/exit/bill";
    let line = [("kind", "refund"), ("what", "Prepaid"), ("cost", "100"), ("source", "clause 9")];
    done(&mut heard.owner, bill, &line).await;
    let id = heard.copy.text("SELECT id FROM exit_bill").await;
    let refused = heard.owner.post(&format!("{bill}/removal"), &[("id", &id)]).await;
    assert_eq!(refused.status, 409);
    refused.says("A legal hold has stood since").says("Sara");
    assert_eq!(heard.copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM exit_bill").await, "1");
}

#[tokio::test]
async fn a_hold_reaches_every_spelling_of_the_client_and_keeps_them_as_they_are() {
    for mut heard in closed().await {
        let sara = counsel(&mut heard).await;
        set(&mut heard, &["books"], (&sara, &sara)).await;
        heard.copy.client("PALM", "Palm Furniture").await;
        let merge = [("spelling", "NAKHLA"), ("client", "PALM")];
        for merge in [merge, [("spelling", "PALM"), ("client", "NAKHLA")]] {
            let refused = heard.owner.post("/clients/merges", &merge).await;
            assert_eq!(refused.status, 409);
            refused.says("A legal hold has stood since").says("Sara");
        }
        heard.copy.sql("UPDATE legal_holds SET released_on = '2026-11-20'").await;
        done(&mut heard.owner, "/clients/merges", &merge).await;
        heard.copy.sql("UPDATE legal_holds SET released_on = NULL").await;
        let db = &heard.copy.app.db;
        assert_eq!(legal_holds::blocks(db, "PALM", &[Class::Books]).await.expect("a store").len(), 1);
        assert!(legal_holds::on_row(db, "PALM", "invoices", &[]).await.expect("a store").is_some());
        let undo = [("spelling", "NAKHLA")];
        let refused = heard.owner.post("/clients/merges/removal", &undo).await;
        assert_eq!(refused.status, 409);
        refused.says("A legal hold has stood since").says("Sara");
        assert_eq!(heard.copy.text("SELECT merged_into FROM clients WHERE client = 'NAKHLA'").await, "PALM");
        heard.copy.sql("UPDATE legal_holds SET released_on = '2026-11-20'").await;
        done(&mut heard.owner, "/clients/merges/removal", &undo).await;
        assert_eq!(heard.copy.text("SELECT COALESCE(merged_into, '') FROM clients WHERE client = 'NAKHLA'").await, "");
    }
}

#[tokio::test]
async fn a_hold_stands_above_every_term_and_nothing_goes_when_it_ends() {
    for mut heard in closed().await {
        let sara = counsel(&mut heard).await;
        set(&mut heard, &["books", "contract_file"], (&sara, &sara)).await;
        // Forty years on, each kind of papers is past its term, but for what was never looked back upon.
        let due = async |heard: &Heard| {
            let (own, db) = (opened(heard).await, &heard.copy.app.db);
            let firm = firm_facts::current(db).await.expect("a store");
            let terms = retention::of_case(&own, &firm).expect("closed");
            let keeping = legal_holds::against(heard.copy.app.place(), "NAKHLA", &[]).await.expect("a store");
            let due = retention::due(&own, &keeping, &terms, day("2066-12-01"));
            due.into_iter().map(|term| term.class).collect::<Vec<_>>()
        };
        assert_eq!(due(&heard).await, [Class::DueDiligence, Class::SignData, Class::ClientData, Class::Incident]);
        heard.owner.get("/retention").await.says("kept longer under a legal hold").says("Ask").says("Sara");
        let db = &heard.copy.app.db;
        let reached = legal_holds::blocks(db, "NAKHLA", &[Class::Books]).await.expect("a store");
        assert_eq!((reached.len(), reached[0].ask.1.as_str()), (1, "Sara"));
        assert!(legal_holds::blocks(db, "NAKHLA", &[Class::ClientData]).await.expect("a store").is_empty());
        let before = heard.copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM case_entries").await;
        assert_eq!(release(&mut heard.sara, &heard.case).await, 303);
        let after = heard.copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM case_entries").await;
        assert_eq!(after.parse::<u32>().ok(), before.parse::<u32>().ok().map(|n| n + 1), "only the release");
        let all = [
            Class::Books,
            Class::DueDiligence,
            Class::ContractFile,
            Class::SignData,
            Class::ClientData,
            Class::Incident,
        ];
        assert_eq!(due(&heard).await, all);
        heard.owner.get("/retention").await.hides("kept longer under a legal hold");
        let late = heard.copy.later(day("2066-12-01")).await;
        let mut owner = late.signs_in("Reem").await;
        let list = owner.get("/retention").await;
        list.hides("class=due_diligence").hides("class=client_data");
        heard.copy.sql("DELETE FROM clients WHERE client = 'NAKHLA'").await;
        let list = owner.get("/retention").await;
        assert_eq!(list.status, 200);
        list.hides("erasures?class=");
    }
}

#[tokio::test]
async fn an_archive_tells_of_holds_elsewhere_no_more_than_whom_to_ask() {
    for mut heard in closed().await {
        let sara = counsel(&mut heard).await;
        let sql = format!(
            "INSERT INTO legal_holds (client, case_id, hold, classes, ask_member, since_on)
             VALUES ('NAKHLA', 'another', 1, '[\"sign_data\"]', '{sara}', '2026-11-02')"
        );
        heard.copy.sql(&sql).await;
        let own = opened(&heard).await;
        let gathered = archive::ours(heard.copy.app.place(), &own).await.expect("gathered").expect("records");
        let terms = String::from_utf8_lossy(&gathered.papers["retention/retention.csv"]).into_owned();
        let line = |class: &str| terms.lines().find(|line| line.starts_with(class)).expect("a line").to_owned();
        assert!(line("sign_data").contains(",true,") && line("sign_data").ends_with(&format!(",stopped {sara}")));
        assert!(line("books").contains(",false,") && line("books").ends_with(','), "{terms}");
        assert!(!terms.contains("another") && !terms.contains("2026-11-02"), "which it is, its readers need not know");
    }
}

#[tokio::test]
async fn the_clients_data_is_not_deleted_under_a_hold() {
    for mut heard in heard_of(2).await {
        agreed(&heard.copy, &heard.key).await;
        let reem = id(&heard.copy, "Reem").await;
        let (on, text) = (day("2026-11-20"), "as they wrote".to_owned());
        let instruct = Part::Instruct { instruction: Instruction::Delete, on, by_default: false, text };
        must(&heard.copy, &heard.key, &reem, Act::Parting(instruct)).await;
        for act in crate::portal::nothing_held() {
            must(&heard.copy, &heard.key, &reem, act).await;
        }
        must(&heard.copy, &heard.key, &reem, Act::Enter { stage: Stage::Settlement }).await;
        let sara = counsel(&mut heard).await;
        let check = format!("{}/hold-check", heard.case);
        let near = heard.owner.post(&check, &[("hold", "yes"), ("text", "two drives")]).await;
        let own = format!("{}/legal-holds", heard.case);
        assert_eq!(near.header("location"), Some(own.as_str()), "what is kept is said next");
        heard.owner.get(&own).await.says("everything is kept");
        let keeping = legal_holds::against(heard.copy.app.place(), "NAKHLA", &[]).await.expect("a store");
        assert!(keeping.is_awaited() && keeping.holds.is_empty());
        let form = [
            ("text", "they threaten to sue"),
            ("classes", "client_data"),
            ("custodians", sara.as_str()),
            ("ask", sara.as_str()),
        ];
        assert_eq!(heard.owner.post(&own, &form).await.status, 422, "it keeps less than all");
        done(&mut heard.sara, &own, &form).await;
        let drives = [("text", "two drives"), ("place", "drive"), ("fate", "deleted"), ("personal", "no")];
        done(&mut heard.owner, &format!("{}/holding", heard.case), &drives).await;
        for step in ["copied", "read_back"] {
            let sha256 = "a".repeat(64);
            let form = [("holding", "1"), ("step", step), ("on", "2026-11-20"), ("sha256", sha256.as_str())];
            done(&mut heard.owner, &format!("{}/holding-step", heard.case), &form).await;
        }
        let disposal = format!("{}/data-disposal", heard.case);
        let form = [
            ("fate", "deleted"),
            ("on", "2026-11-20"),
            ("operator", reem.as_str()),
            ("verifier", sara.as_str()),
            ("text", "two drives"),
            ("treatment", "purge"),
        ];
        assert_eq!(heard.owner.post(&disposal, &form[..5]).await.status, 422, "how it was deleted is certified, too");
        let refused = heard.owner.post(&disposal, &form).await;
        assert_eq!(refused.status, 422);
        refused.says("A legal hold has stood since").says("Sara; counsel alone can release it").says("/legal-holds");
        assert_eq!(heard.owner.post(&check, &[("hold", "no"), ("text", "none")]).await.status, 422);
        assert_eq!(release(&mut heard.sara, &heard.case).await, 303);
        assert!(opened(&heard).await.case.parting.disposals.is_empty(), "nothing went by itself");
        done(&mut heard.owner, &disposal, &form).await;
        let certificate = format!("{}/part/letters/new?kind=deletion_certificate&language=en", heard.case);
        heard.owner.get(&certificate).await.hides("two drives | purge");
        let verification = format!("{}/disposal-verification", heard.case);
        heard.owner.get(&heard.case).await.hides(&verification);
        let seen = [("disposal", "1"), ("text", "both drives are blank")];
        assert_eq!(heard.owner.post(&verification, &seen).await.status, 422, "Sara was named");
        heard.sara.get(&heard.case).await.says(&verification);
        heard.sara.get(&verification).await.says("two drives");
        done(&mut heard.sara, &verification, &seen).await;
        heard.sara.get(&heard.case).await.hides(&verification);
        heard.owner.get(&certificate).await.says("two drives | purge | 2026-11-20 | Reem | Sara");
    }
}
