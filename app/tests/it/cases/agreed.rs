//! An end by agreement through the pages: its points with what is known of them, the paper from the points, the suggestions
//! that rest on a clause, and the days that are called to mind.

use super::decision::id;
use super::duties::{PLAN, done, preparing};
use crate::harness::{Browser, Copy};
use crate::letters::pages::ANSWER;
use app::store::contracts::{self, Handed, Handle};
use app::store::entries::By;
use domain::separation::contract::{Standing, Statement, TermName, TermValue};

const CLAUSE: &str = "12.1 Neither party shall solicit the staff of the other for two years.";

/// Gives the client an open invoice, and a contract of which Reem confirmed a clause and the law.
async fn known(copy: &Copy) {
    for sql in [
        "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line)
         VALUES ('NAKHLA', 'NK-7', '2026-10-01', '2026-12-15', 420000, 'SAR', '2026-10-01', 0, 0)",
        "INSERT INTO contracts (client, id, ends_on, currency, source_id, source_line)
         VALUES ('NAKHLA', 'C-17', '2027-06-30', 'SAR', 0, 0)",
    ] {
        copy.sql(sql).await;
    }
    let of = Handle { client: "NAKHLA".to_owned(), contract: "C-17".to_owned() };
    let by = By { member: id(copy, "Reem").await, at: "2026-11-02T09:00:00Z".to_owned() };
    let db = &copy.own.db;
    contracts::keep(db, &of, &Handed { name: "", sha256: "0a", text: CLAUSE, unread_pages: &[] }, &by)
        .await
        .expect("kept");
    for (term, law) in [(TermName::NonSolicit, None), (TermName::GoverningLaw, Some("Saudi Arabia".to_owned()))] {
        let value = TermValue { law, ..TermValue::default() };
        let said = Statement { standing: Standing::Confirmed, value, quote: CLAUSE.to_owned(), version: 1 };
        assert!(contracts::state(db, &of, term, 0, &said, &by).await.expect("the store"));
    }
}

#[tokio::test]
async fn points_are_settled_one_by_one_and_fill_the_paper() {
    for (copy, mut owner, _sara, case) in preparing().await {
        known(&copy).await;
        let own = format!("{case}/part/agreement");
        owner.get(&own).await.says("another right").hides("part/agreement/end");
        let end = [("text", "The parties end contract C-17 by mutual agreement."), ("on", "2027-01-31")];
        assert_eq!(owner.post(&format!("{own}/end"), &end).await.status, 422, "no agreement is chosen");
        done(&mut owner, &format!("{case}/basis"), &[("basis", "agreement"), ("text", "both want it")]).await;
        let page = owner.get(&own).await;
        page.says("<strong>7 points</strong> are still open").says("Nothing is agreed yet").says("NK-7");
        page.says("C-17").says("30 June 2027");
        owner.get(&case).await.says("The agreement has open points").says("Rights in the work");
        // What is known is offered, and kept only when a person says so.
        let form = owner.get(&format!("{own}/payments")).await;
        form.says("The client pays: Invoice NK-7, SAR\u{a0}4,200").says("value=\"2026-12-15\"").hides("not_needed");
        let empty = owner.post(&format!("{own}/payments"), &[("text", " "), ("on", "2026-12-15")]).await;
        assert_eq!(empty.status, 422);
        done(&mut owner, &format!("{own}/end"), &end).await;
        let pays = [("text", "The client pays SAR 4,200.\nThe fee of SAR 900 is waived."), ("on", "2027-02-28")];
        done(&mut owner, &format!("{own}/payments"), &pays).await;
        let things = [("text", "Brand guide | 2026-12-20\nSource files"), ("on", "2027-01-15")];
        done(&mut owner, &format!("{own}/deliverables"), &things).await;
        let ip = [("way", "agreed"), ("text", "The guide belongs to the client once paid.")];
        done(&mut owner, &format!("{own}/ip"), &ip).await;
        done(&mut owner, &format!("{own}/data"), &[("text", "All files go back."), ("on", "2027-01-20")]).await;
        done(&mut owner, &format!("{own}/confidentiality"), &[("text", "For two years.")]).await;
        let early = [("text", "Neither side claims anything more."), ("on", "2027-01-31")];
        done(&mut owner, &format!("{own}/release"), &early).await;
        owner.get(&own).await.says("after the release of").says("<strong>One point</strong>");
        done(&mut owner, &format!("{own}/release"), &[early[0], ("on", "2027-02-28")]).await;
        owner.get(&own).await.says("Every point is <strong>settled</strong>").says("Write the paper");
        owner.get(&case).await.hides("The agreement has open points").says("noted what was agreed: Payments");
        owner.get(&format!("{case}/part")).await.says("by agreement");
        written(&mut owner, &case).await;
    }
}

/// Writes the paper from the points, and holds other sums against it.
async fn written(owner: &mut Browser, case: &str) {
    let write = format!("{case}/part/letters/new");
    let form = owner.get(&format!("{write}?kind=mutual_termination_agreement&language=en")).await;
    form.says("value=\"2027-01-31\"").says("value=\"2027-02-28\"").says("value=\"4200.00\"").says("Saudi Arabia");
    form.says("Brand guide | 2026-12-20\nSource files | 2027-01-15").says("The guide belongs to the client once paid.");
    let paper = [
        ("form", "facts"),
        ("kind", "mutual_termination_agreement"),
        ("language", "en"),
        ("client_name", "Nakhla"),
        ("reference", "C-17"),
        ("noticed_on", "2026-11-20"),
        ("end_on", "2027-01-31"),
        ("continues", "support"),
        ("deliverables", "Brand guide | 2026-12-20\nSource files | 2027-01-15"),
        ("actions", ""),
        ("balance", "4200"),
        ("currency", "SAR"),
        ("pay_by", "2027-02-28"),
        ("data", "returned"),
        ("data_until", "2027-01-20"),
        ("duties", "confidentiality"),
        ("signer_name", "Reem"),
        ("client_signer_name", "Khaled"),
        ("law", "Saudi Arabia"),
        ("agreed_payments", "The fee of SAR 900 is waived."),
        ("agreed_ip", "The guide belongs to the client once paid."),
        ("agreed_release", "Neither side claims anything more."),
    ];
    done(owner, &write, &paper).await;
    let letter = format!("{case}/part/letters/1");
    let page = owner.get(&letter).await;
    page.says("Rights in the work: The guide belongs").says("Release: Neither side").says("The fee of SAR 900");
    // Sums of the account and of the points are known; another one is marked.
    page.hides("which the account does not have");
    let other = [("do", "check"), ("text", "The parties end contract C-17. The client pays SAR 4,300.")];
    owner.post(&letter, &other).await.says("names the sum").says("4300");
}

#[tokio::test]
async fn sums_are_compared_whoever_writes_and_named_to_those_who_see_them() {
    for (copy, mut owner, mut sara, case) in preparing().await {
        known(&copy).await;
        let member = id(&copy, "Sara").await;
        done(&mut owner, &format!("{case}/roles"), &[("role", "lead"), ("member", &member)]).await;
        let answer = ANSWER.map(|(name, said)| (name, if name == "says" { "The balance is SAR 4,300." } else { said }));
        done(&mut sara, &format!("{case}/part/letters/new"), &answer).await;
        let letter = format!("{case}/part/letters/1");
        sara.get(&letter).await.says("stood in no paper of the client").hides("names the sum");
        owner.get(&letter).await.says("names the sum").says("4300");
        let handed = [("letter", "1"), ("on", "2026-11-02")];
        let refused = sara.post(&format!("{case}/handed-over"), &handed).await;
        assert_eq!(refused.status, 422, "it goes out to nobody");
    }
}

#[tokio::test]
async fn a_suggestion_rests_on_the_clause_that_was_confirmed() {
    for (copy, mut owner, _sara, case) in preparing().await {
        known(&copy).await;
        done(&mut owner, &format!("{case}/end-plan"), &PLAN).await;
        let ledger = format!("{case}/part/obligations");
        let page = owner.get(&ledger).await;
        page.says("C-17: 12.1 Neither party shall solicit");
        let value = super::duties::offered(&page, "PPL-05");
        done(&mut owner, &ledger, &[("take", &value)]).await;
        owner.get(&ledger).await.says("C-17: 12.1 Neither party shall solicit").says("one obligation is open");
    }
}

#[tokio::test]
async fn a_missed_day_stands_where_those_who_are_told_look() {
    for (_copy, mut owner, mut sara, case) in preparing().await {
        owner.get("/cases").await.hides("Your days");
        owner.get("/").await.hides("is missed or no longer safe");
        let owed = |on: &'static str| {
            [
                ("what", "own"),
                ("words", "the source files"),
                ("side", "ours"),
                ("owner", "delivery"),
                ("on", on),
                ("basis", "contract"),
            ]
        };
        done(&mut owner, &format!("{case}/obligation"), &owed("2026-11-17")).await;
        // Friday 20 November: since Tuesday the 17th two working days have passed.
        owner.get(&case).await.says("missed by 2 working days").says("the source files").says("by contract");
        owner.get("/cases").await.says("Your days").says("Nakhla").says("missed by 2 working days");
        owner.get("/").await.says("One day of an end that you take part in is missed");
        for path in ["/", "/cases"] {
            sara.get(path).await.hides("Your days").hides("is missed or no longer safe");
        }
        done(&mut owner, &format!("{case}/obligation"), &owed("2027-03-01")).await;
        owner.get("/cases").await.hides("2027-03-01");
        // The calendar of whoever works on it has the other days, too.
        owner.get(&format!("{case}/part/plan.ics")).await.says("-stage@khitam");
    }
}

#[tokio::test]
async fn finance_the_plan_and_the_briefing_stand_before_the_notice() {
    for (copy, mut owner, _sara, case) in preparing().await {
        let sara = id(&copy, "Sara").await;
        let page = owner.get(&case).await;
        page.says("Finance has not accepted the scenario").says("There is no dated plan of the end");
        page.says("Nobody is named who tells our own people");
        let accepted = owner.post(&format!("{case}/scenario-acceptance"), &[("text", "it holds")]).await;
        assert_eq!(accepted.status, 422, "no run was cited");
        let brief = [("on", "2026-11-20"), ("text", "all were there")];
        let early = owner.post(&format!("{case}/team-briefed"), &brief).await;
        assert_eq!(early.status, 422);
        early.says("the client hears of it first");
        let plan =
            [("member", sara.as_str()), ("until", "2026-12-01"), ("early", "no"), ("text", "we end with Nakhla")];
        done(&mut owner, &format!("{case}/briefing"), &plan).await;
        owner.get(&case).await.says("planned the briefing of the team").hides("Nobody is named who tells");
        owner.get(&format!("{case}/team-briefed")).await.says("we end with Nakhla");
        assert_eq!(owner.post("/language", &[("language", "ar"), ("back", "/")]).await.status, 303);
        owner.get(&case).await.says("لم تقبل المالية المحاكاة").says("تحديد إحاطة الفريق");
    }
}
