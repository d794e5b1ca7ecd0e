//! A term that is left to run out, from the decision to its last day; and what the form of a computation fills in: the
//! contract, its running term, and the client's place.

use super::decision::{Heard, end, heard_of, id};
use crate::harness::{Browser, Copy, Page};
use crate::portal::{NOTICE, loaded, must};
use crate::reviews::act_by;
use app::store::cases::Key;
use app::store::contracts::{self, Handed, Handle};
use app::store::entries::By;
use domain::case::Act;
use domain::case::parting::Act as Part;
use domain::case::parting::further::Act as Further;
use domain::record::NoticeUnit;
use domain::separation::contract::{Standing, Statement, TermName, TermValue};
use domain::separation::letter::Kind;
use domain::separation::tone::{Context, Language};

const CLAUSE: &str = "The contract renews for one year each time.";

/// The client is in the Emirates. Their contract began with a year until the end of 2025, and renews by a year unless notice
/// is there thirty days before; another runs on.
async fn known(copy: &Copy) {
    for sql in [
        "UPDATE clients SET country = 'AE' WHERE client = 'NAKHLA'",
        "INSERT INTO contracts (client, id, signed_on, ends_on, auto_renews, notice_length, notice_unit, currency,
                                source_id, source_line)
         VALUES ('NAKHLA', 'C-19', '2025-01-05', '2025-12-31', 1, 30, 'day', 'SAR', 0, 0)",
        "INSERT INTO contracts (client, id, signed_on, currency, source_id, source_line)
         VALUES ('NAKHLA', 'C-17', '2024-05-04', 'SAR', 0, 0)",
    ] {
        copy.sql(sql).await;
    }
    let of = Handle { client: "NAKHLA".to_owned(), contract: "C-19".to_owned() };
    let by = By { member: id(copy, "Reem").await, at: "2026-11-02T09:00:00Z".to_owned() };
    let handed = Handed { name: "", sha256: "0a", text: CLAUSE, unread_pages: &[] };
    contracts::keep(&copy.own.db, &of, &handed, &by).await.expect("kept");
    let (length, unit) = (Some(1), Some(NoticeUnit::Year));
    let value = TermValue { automatic: Some(true), length, unit, ..TermValue::default() };
    let said = Statement { standing: Standing::Confirmed, value, quote: CLAUSE.to_owned(), version: 1 };
    assert!(contracts::state(&copy.own.db, &of, TermName::Renewal, 0, &said, &by).await.expect("the store"));
}

/// Returns what a field of a form has in it, or what is chosen there.
fn field(page: &Page, name: &str) -> String {
    let (before, after) = page.body.split_once(&format!(" name=\"{name}\"")).unwrap_or_else(|| panic!("{name}"));
    let is_choice = before.rsplit('<').next().is_some_and(|tag| tag.starts_with("select"));
    let choices = after.split("</select>").next().unwrap_or_default();
    let chosen = choices.split_once(" selected").and_then(|(before, _)| before.rsplit("value=\"").next());
    let value = chosen.filter(|_| is_choice).or(after.split("value=\"").nth(1));
    value.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_term_runs_out_on_the_day_that_the_letter_the_plan_and_the_client_read() {
    for Heard { copy, mut owner, mut sara, key, case } in heard_of(2).await {
        known(&copy).await;
        must(&mut owner, &case, "talk", &[("way", "held"), ("on", "2026-11-01"), ("text", "they asked for time")])
            .await;
        must(&mut owner, &case, "decision", &end(&[("go", "sign"), ("signature", "Reem"), ("sure", "1")])).await;
        must(&mut owner, &case, "stage", &[("stage", "preparing_exit")]).await;
        let reem = id(&copy, "Reem").await;
        let contracts = ["C-17", "C-19"].map(str::to_owned).to_vec();
        act_by(&copy, &key, &reem, Act::LocateContracts { contracts }).await;
        must(&mut owner, &case, "basis", &[("basis", "expiry"), ("text", "clause 3")]).await;
        must(&mut owner, &case, "counsel", &[("text", "thirty days are usual here")]).await;
        computed(&mut owner, &case).await;
        written(&copy, &mut owner, (&key, &case), &reem).await;
        let her = id(&copy, "Sara").await;
        must(&mut owner, &case, "roles", &[("role", "counsel"), ("member", &her)]).await;
        must(&mut sara, &case, "notice-approval", &[("approval", "second")]).await;
        for (page, form) in [
            ("prepared-question", vec![("question", "Why?"), ("text", "The term ends.")]),
            ("hold-check", vec![("hold", "no"), ("text", "two drives")]),
            ("impact", vec![("text", "nobody")]),
        ] {
            must(&mut owner, &case, page, &form).await;
        }
        must(&mut sara, &case, "dossier-review", &[("text", "it holds")]).await;
        must(&mut owner, &case, "stage", &[("stage", "notice")]).await;
        must(&mut owner, &case, "talk", &[("way", "held"), ("on", "2026-11-20"), ("text", "we met")]).await;
        must(&mut owner, &case, "dispatch", &[("on", "2026-11-20"), ("time", "10:00"), ("tracking", "m-1")]).await;
        // A Friday is a business day where it arrives.
        must(&mut owner, &case, "receipt", &[("arrival", "deemed")]).await;
        let parting = loaded(&copy, &key).await.parting;
        assert_eq!(parting.effective_on.map(|on| on.to_string()).as_deref(), Some("2026-12-31"));
        assert_eq!(parting.given().map(|given| given.effective_on.to_string()).as_deref(), Some("2026-12-31"));
        owner.get(&format!("{case}/part")).await.says("Thursday 31 December 2026");
    }
}

/// The form is begun with what is known, and keeps nothing that would end on another day unsaid.
async fn computed(owner: &mut Browser, case: &str) {
    // Theirs would come from their place to ours.
    let theirs = owner.get(&format!("{case}/client-notice")).await;
    assert_eq!(["from", "to"].map(|name| field(&theirs, name)), ["AE", "SA"]);
    assert_eq!(field(&theirs, "contract"), "C-17", "the first of the case");
    // They, too, may leave the term to run out.
    let theirs = owner.get(&format!("{case}/client-notice?contract=C-19")).await;
    assert_eq!(["term_ends_on", "before", "renews_for"].map(|name| field(&theirs, name)), ["2026-12-31", "30", "1"]);
    let form = owner.get(&format!("{case}/computation?contract=C-19")).await;
    assert_eq!(field(&form, "first_term_ends_on"), "2025-12-31", "from which each term is counted");
    let names = ["from", "to", "contract", "term_ends_on", "length", "before", "renews", "renews_for", "renews_unit"];
    let offered = names.map(|name| field(&form, name));
    assert_eq!(offered, ["SA", "AE", "C-19", "2026-12-31", "30", "30", "yes", "1", "year"]);
    form.hides("name=\"ends_with\"");
    let mut sent: Vec<(&str, &str)> = names.into_iter().zip(offered.iter().map(String::as_str)).collect();
    sent.extend([("method", "email"), ("sent_on", "2026-11-20"), ("sent_time", "10:00"), ("unit", "day")]);
    sent.extend([("before_unit", "day"), ("rule", "same_day")]);
    let no_term: Vec<(&str, &str)> = sent.iter().copied().filter(|(name, _)| *name != "term_ends_on").collect();
    assert_eq!(owner.post(&format!("{case}/computation"), &no_term).await.status, 422, "a term ends on a day");
    // Sent after Tuesday 1 December it would come too late, and end a year later.
    let late = sent.iter().map(|(name, value)| (*name, if *name == "sent_on" { "2026-12-02" } else { *value }));
    must(owner, case, "computation", &late.collect::<Vec<_>>()).await;
    owner.get(&format!("{case}/part")).await.says("too late for the end of the term on Thursday 31 December 2026");
    must(owner, case, "computation", &sent).await;
    owner.get(&format!("{case}/part")).await.says("Thursday 31 December 2026").hides("too late for the end");
}

/// The letter that the term is not renewed names the contract that ends.
async fn written(copy: &Copy, owner: &mut Browser, (key, case): (&Key, &str), reem: &str) {
    let goes_on = Further::LetGoOn { contract: "C-17".to_owned(), text: "hosting stays with us".to_owned() };
    act_by(copy, key, reem, Act::Parting(Part::Further(goes_on))).await;
    // The paper is begun with the contract that ends, and its own day of signing.
    let paper = owner.get(&format!("{case}/part/letters/new?kind=non_renewal&language=en")).await;
    assert_eq!(
        ["reference", "signed_on", "end_on"].map(|name| field(&paper, name)),
        ["C-19", "2025-01-05", "2026-12-31"]
    );
    let text = NOTICE.replace("Tuesday 22 December 2026 (13 Rajab 1448)", "Thursday 31 December 2026 (22 Rajab 1448)");
    let text = text.replace("22 December 2026", "31 December 2026").replace("23 December", "31 December");
    for (letter, contract) in [(None, "C-17"), (Some(1), "C-19")] {
        let text = text.replace("C-17", contract);
        let (kind, language, context) = (Kind::NonRenewal, Language::English, Context::default());
        let draft = Part::DraftLetter { rung: None, letter, kind, language, text, context };
        act_by(copy, key, reem, Act::Parting(draft)).await;
        let page = owner.get(&format!("{case}/part/letters/1")).await;
        if letter.is_none() {
            page.says("the contract that it ends").says("a contract that goes on");
        } else {
            page.hides("the contract that it ends").hides("a contract that goes on");
        }
    }
}
