//! From a signed decision to a closed file over the pages, with the client's page in another browser: a link reads, a code
//! confirms, and nothing internal comes through.

use crate::cases::decision::{Heard, end, heard_of, id};
use crate::harness::{Browser, Copy, Page};
use crate::keep::{archive, pages, resealed};
use app::flow::cases;
use app::store::cases::Key;
use domain::case::parting::Clearance;
use domain::case::{Act, Case, Stage};
use domain::days::Day;
use std::io::{Cursor, Read};

/// A notice that lacks nothing, in plain English; its day is the one that the computation gives.
pub const NOTICE: &str = "Midad Studio, King Fahd Road, Riyadh\n\n20 November 2026\n\nTo Nakhla, Jeddah\n\n\
    Notice of termination of contract C-17 dated 4 May 2024\n\n\
    We are ending our services under contract C-17. The services end on Tuesday 22 December 2026 (13 Rajab 1448) at \
    17:00 Riyadh time. We give this notice under clause 9 of the contract.\n\n\
    Hosting and support continue until 22 December 2026. New design work stops on 1 December 2026.\n\n\
    We will deliver the source files by 10 December 2026.\n\n\
    Please name the next provider by 5 December 2026 so that the domain can move in time.\n\n\
    The balance is SAR 4,200 and is due on 5 December 2026 under reference C-17. The final invoice is issued on \
    23 December 2026.\n\n\
    We return your data on 20 December 2026 and delete it from our systems on 31 January 2027. We keep invoices as tax \
    law requires.\n\n\
    Contact for the handover: Salma Adel, Sunday to Thursday, 9:00 to 15:00, salma@midad.example\n\n\
    The duty of confidentiality continues after the end.\n\n\
    This letter is sent by e-mail to the address named in clause 14.\n\n\
    The launch of March 2025 was a result we are proud of. Thank you for your part in it.\n\n\
    Yours sincerely,\n\nReem, Managing Partner, for Midad Studio";

const SECRETS: [&str; 5] = ["SECRET-answer", "SECRET-impact", "SECRET-data", "SECRET-dossier", "they will not pay"];

pub async fn loaded(copy: &Copy, key: &Key) -> Case {
    cases::load(copy.app.place(), key).await.expect("a store").expect("a case").case
}

pub async fn must(browser: &mut Browser, case: &str, page: &str, form: &[(&str, &str)]) {
    let answer = browser.post(&format!("{case}/{page}"), form).await;
    assert_eq!(answer.status, 303, "{page}: {}", answer.body);
}

/// Brings a case to where the notice may go out.
pub async fn prepared(heard: &mut Heard) {
    let Heard { copy, owner, sara, key, case } = heard;
    must(owner, case, "talk", &[("way", "held"), ("on", "2026-11-01"), ("text", "they asked for time")]).await;
    must(owner, case, "decision", &end(&[("go", "sign"), ("signature", "Reem"), ("sure", "1")])).await;
    must(owner, case, "stage", &[("stage", "preparing_exit")]).await;
    let early = owner.post(&format!("{case}/stage"), &[("stage", "notice")]).await;
    assert_eq!(early.status, 422);
    early.says("By which right it ends is not chosen").says("The letter is not written");
    must(owner, case, "basis", &[("basis", "notice"), ("text", "clause 9")]).await;
    must(owner, case, "counsel", &[("text", "thirty days are usual here")]).await;
    let form = [
        ("from", "SA"),
        ("to", "SA"),
        ("method", "email"),
        ("sent_on", "2026-11-20"),
        ("sent_time", "10:00"),
        ("length", "30"),
        ("unit", "day"),
        ("rule", "next_business_day"),
    ];
    let wrong = owner.post(&format!("{case}/computation"), &[("from", "SA"), ("to", "SA")]).await;
    assert_eq!(wrong.status, 422);
    must(owner, case, "computation", &form).await;
    must(owner, case, "prepared-question", &[("question", "Why?"), ("text", "SECRET-answer")]).await;
    must(owner, case, "impact", &[("text", "SECRET-impact")]).await;
    must(owner, case, "hold-check", &[("hold", "no"), ("text", "SECRET-data")]).await;
    let her = id(copy, "Sara").await;
    must(owner, case, "roles", &[("role", "counsel"), ("member", &her)]).await;
    must(sara, case, "dossier-review", &[("text", "SECRET-dossier")]).await;
    let language = domain::separation::tone::Language::English;
    let draft = domain::case::parting::Act::DraftLetter {
        rung: None,
        letter: None,
        kind: domain::separation::letter::Kind::Notice,
        language,
        text: NOTICE.to_owned(),
        context: domain::separation::tone::Context::default(),
    };
    crate::reviews::act_by(copy, key, &id(copy, "Reem").await, Act::Parting(draft)).await;
    let own = owner.post(&format!("{case}/notice-approval"), &[("approval", "second")]).await;
    assert_eq!(own.status, 422, "whoever wrote it does not agree to it: {}", own.body);
    must(sara, case, "notice-approval", &[("approval", "second")]).await;
    must(owner, case, "stage", &[("stage", "notice")]).await;
    let sent = [("on", "2026-11-20"), ("time", "10:00"), ("tracking", "m-1")];
    let untold = owner.post(&format!("{case}/dispatch"), &sent).await;
    assert_eq!(untold.status, 422);
    untold.says("The client was not talked to first");
    must(owner, case, "talk", &[("way", "held"), ("on", "2026-11-20"), ("text", "we met")]).await;
}

/// The closing summary, written.
pub fn summary() -> Act {
    Act::Parting(domain::case::parting::Act::DraftLetter {
        rung: None,
        letter: None,
        kind: domain::separation::letter::Kind::ClosingSummary,
        language: domain::separation::tone::Language::English,
        text: "Midad Studio\n\nSummary of our work\n\nWe delivered the source files. The domain renews in March."
            .to_owned(),
        context: domain::separation::tone::Context::default(),
    })
}

/// Nothing is there to list, in either inventory.
pub fn nothing_held() -> [Act; 2] {
    use domain::case::parting::duties::{Act as Duty, Inventory};
    [Inventory::Access, Inventory::Data].map(|inventory| {
        let text = "the vault and the drives".to_owned();
        Act::Parting(domain::case::parting::Act::Duty(Duty::StateNothingHeld { inventory, text }))
    })
}

/// Returns the digest of the text that a page asks to confirm or sign.
pub fn document(page: &Page) -> String {
    let after = page.body.split("name=\"document\" value=\"").nth(1);
    after.map(|rest| rest[..64].to_owned()).expect("a form with a digest")
}

/// Gives a link, for whoever follows us with the client's consent, and returns its path and code.
pub async fn given(owner: &mut Browser, case: &str, name: &str, successor: bool) -> (String, String) {
    let form = [("name", name), ("contact", "+966 50 000 0000"), ("until", "2027-06-30")];
    let agreed = [("successor", "1"), ("consented_by", "Huda Alzahrani"), ("consented_on", "2026-11-19")];
    let form = [&form[..], if successor { &agreed[..] } else { &[] }].concat();
    let page = owner.post(&format!("{case}/client-links"), &form).await;
    page.says(name);
    let code = page.body.split("<strong><bdi class=\"id\" dir=\"ltr\">").nth(1).expect("a code");
    (page.link("/client-link/"), code.split('<').next().unwrap_or_default().to_owned())
}

pub fn guest(copy: &Copy) -> Browser {
    copy.browser()
}

fn discreet(page: &Page) {
    for secret in SECRETS {
        page.hides(secret);
    }
}

#[tokio::test]
async fn an_end_is_carried_out_to_a_closed_file_with_the_clients_page_beside_it() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { copy, mut owner, mut sara, key, case, .. } = heard;
        let (link, code) = given(&mut owner, &case, "Huda Alzahrani", false).await;
        let mut client = guest(&copy);
        assert_eq!(client.get("/client-page").await.status, 404);
        client.post(&link, &[]).await;
        assert_eq!(client.get("/client-page").await.status, 404, "before anything is served there is nothing to see");
        let sent = [("on", "2026-11-20"), ("time", "10:00"), ("tracking", "m-1@midad.example")];
        must(&mut owner, &case, "dispatch", &sent).await;

        proofs_are_kept(&mut owner, &case).await;
        let page = client.get("/client-page").await;
        page.says("our services end on").says("Please confirm that our notice arrived");
        discreet(&page);
        let letter = client.get("/client-page/letters/1").await;
        letter.says("We are ending our services under contract C-17");
        client.get("/client-page/end.ics").await.says("BEGIN:VCALENDAR").says("DTSTART;VALUE=DATE:2026122");
        let read = document(&page);
        for code in ["", "00000000", "1234"] {
            let form = [("form", "receipt"), ("name", "Huda"), ("code", code), ("document", &read)];
            let wrong = client.post("/client-page/receipt", &form).await;
            assert_eq!(wrong.status, 422);
            wrong.says("The code does not fit");
        }
        let nameless = [("form", "receipt"), ("code", code.as_str()), ("document", &read)];
        assert_eq!(client.post("/client-page/receipt", &nameless).await.status, 422);
        let unread = [("form", "receipt"), ("name", "Huda Alzahrani"), ("code", code.as_str())];
        client.post("/client-page/receipt", &unread).await.says("It is another letter now");
        let signature = [("name", "Huda Alzahrani"), ("code", code.as_str()), ("document", &read)];
        must(&mut client, "", "client-page/receipt", &signature).await;
        client.get("/client-page").await.says("Huda Alzahrani confirmed the receipt").says(&read);
        must(&mut client, "", "client-page/question", &[("question", "Does the site stop?")]).await;
        owner.get(&format!("{case}/part")).await.says("Does the site stop?");
        let blocked =
            owner.post(&format!("{case}/answer"), &[("question", "1"), ("text", "Files only after payment.")]).await;
        assert_eq!(blocked.status, 422);
        let answer = [("question", "1"), ("text", "Thank you for asking. It does not.")];
        must(&mut owner, &case, "answer", &answer).await;
        client.get("/client-page").await.hides("Thank you for asking.");
        must(&mut sara, &case, "answer-approval", &answer[..1]).await;
        let other = [("name", "Sidra"), ("fits", "Works on online shops."), ("reach", "sidra.example")];
        let other = [&other[..], &[("has_fee", "yes"), ("fee", "500"), ("currency", "SAR"), ("vetted", "1")]].concat();
        must(&mut owner, &case, "alternative", &other).await;
        client.get("/client-page").await.says("Thank you for asking. It does not.");

        let closing = closing(&copy, &key, &mut owner, &case, (client, &code)).await;
        assert_eq!(closing, Stage::Closed);
        pages::are_made_by_hand(&copy, &case).await;
        archive::comes_out_as_it_went_in(&copy, &key).await;
        resealed::reaches_a_sealed_archive(&copy, &case).await;
    }
}

/// A proof is kept as a file, once, and comes out as it went in; nobody else's.
async fn proofs_are_kept(owner: &mut Browser, case: &str) {
    let proofs = format!("{case}/part/proofs");
    owner.get(&format!("{case}/part")).await.says(&proofs);
    owner.get(&proofs).await.says("Nothing is kept yet");
    let receipt: &[u8] = b"%PDF-1.7 the courier's receipt";
    for (file, says) in [(("receipt.pdf", &b""[..]), "not empty"), (("", &b"x"[..]), "not empty")] {
        let refused = owner.upload(&proofs, &[file]).await;
        assert_eq!(refused.status, 422);
        refused.says(says);
    }
    assert_eq!(owner.upload(&proofs, &[("إيصال.pdf", receipt)]).await.status, 303);
    let again = owner.upload(&proofs, &[("copy.pdf", receipt)]).await;
    assert_eq!(again.status, 422, "the same file stands once");
    let digest = domain::journal::digest(receipt);
    owner.get(&proofs).await.says("إيصال.pdf").says(&digest).hides("copy.pdf");
    let file = owner.get(&format!("{proofs}/{digest}")).await;
    assert_eq!((file.status, file.bytes.as_slice()), (200, receipt));
    assert_eq!(file.header("content-type"), Some("application/octet-stream"));
    assert_eq!(owner.get(&format!("{proofs}/{}", "0".repeat(64))).await.status, 404);
    owner.get(case).await.says("kept a proof").hides("%PDF");
}

/// The notice is received, the day comes, everything is settled; returns the stage it comes to.
async fn closing(copy: &Copy, key: &Key, owner: &mut Browser, case: &str, (client, code): (Browser, &str)) -> Stage {
    let early = owner.post(&format!("{case}/receipt"), &[("arrival", "deemed")]).await;
    assert_eq!(early.status, 422, "the next business day has not come");
    let later = copy.later(Day::from_iso("2026-11-23").expect("a day")).await;
    let mut owner = owner.at(&later);
    must(&mut owner, case, "receipt", &[("arrival", "deemed")]).await;
    assert_eq!(loaded(copy, key).await.parting.effective_on, Day::from_iso("2026-12-22"));
    must(&mut owner, case, "stage", &[("stage", "transition")]).await;
    let mut client = client.at(&later);
    let instruction = [("instruction", "return_and_delete"), ("name", "Huda Alzahrani"), ("code", code)];
    must(&mut client, "", "client-page/data", &instruction).await;
    let soon = owner.post(&format!("{case}/stage"), &[("stage", "settlement")]).await;
    soon.says("The day of the end has not come");
    let last = copy.later(Day::from_iso("2026-12-23").expect("a day")).await;
    let (mut owner, mut sara, mut client) =
        (last.signs_in("Reem").await, last.signs_in("Sara").await, client.at(&last));
    lists_what_we_hold(&mut owner, case).await;
    client.get("/client-page").await.hides("Clearance of account");
    settles(copy, key, (&mut owner, &mut sara), case).await;
    let unread = client
        .post("/client-page/clearance", &[("form", "clearance"), ("name", "Huda Alzahrani"), ("code", code)])
        .await;
    assert_eq!(unread.status, 422, "whoever signs has the text before them");
    unread.says("The text was changed");
    let account = loaded(copy, key).await.parting.account.expect("frozen").digest;
    let page = client.get("/client-page").await;
    page.says("Clearance of the account of Nakhla").says(&account).says("It is no release from duties");
    let digest = &*document(&page);
    assert_eq!(client.get("/client-page/clearance.pdf").await.header("content-type"), Some("application/pdf"));
    let signature = [("name", "Huda Alzahrani"), ("code", code), ("document", digest)];
    must(&mut client, "", "client-page/clearance", &signature).await;
    // What was signed stands, whoever sends it again.
    let again =
        client.post("/client-page/clearance", &[("name", "Someone Else"), ("code", code), ("document", digest)]).await;
    assert_eq!(again.status, 409);
    let signed = loaded(copy, key).await.parting.clearance.expect("signed");
    assert_eq!(signed.digest, digest);
    assert_eq!(domain::journal::digest(signed.text.as_deref().unwrap_or_default().as_bytes()), digest);
    let unsigned = [("ending", "not_signed"), ("on", "2026-12-23"), ("reminders", "2")];
    assert_eq!(owner.post(&format!("{case}/closure"), &unsigned).await.status, 422);
    let page = client.get("/client-page").await;
    page.says("signed the clearance of account").says(digest).says(&signed.at);
    discreet(&page);
    sara.get(&format!("{case}/part")).await.says("ended");
    let unsealed = owner.get(&format!("{case}/closing-pack")).await;
    unsealed.says("Notice of termination");
    assert_eq!(owner.get(&format!("{case}/closing-pack.zip")).await.status, 404);
    // What the firm keeps is sealed before the file is closed, once the pack is there to go into it.
    owner.get(&format!("{case}/archives")).await.hides("Seal what we keep");
    must(&mut owner, case, "closing-pack", &[]).await;
    assert_eq!(owner.post(&format!("{case}/closing-pack"), &[]).await.status, 422, "a pack is sealed once");
    owner.get(&format!("{case}/archives")).await.says("Seal what we keep");
    owner.get(&format!("{case}/part")).await.says("What we keep is not sealed in an archive");
    must(&mut owner, case, "stage", &[("stage", "closed")]).await;
    let pack = owner.get(&format!("{case}/closing-pack.zip")).await;
    assert_eq!(client.get("/client-page/closing-pack.zip").await.bytes, pack.bytes);
    holds_what_was_served(&pack.bytes, &signed);
    client.get("/client-page").await.says("the file is closed");
    loaded(copy, key).await.stage
}

/// The end comes to its settlement once it is said what we hold.
async fn lists_what_we_hold(owner: &mut Browser, case: &str) {
    let unlisted = owner.post(&format!("{case}/stage"), &[("stage", "settlement")]).await;
    unlisted.says("Nobody has listed the accesses that we hold").says("Nobody has listed where their data lives");
    must(owner, case, "nothing-held", &[("inventory", "access"), ("text", "the vault and the mail")]).await;
    owner.get(&format!("{case}/part/access")).await.says("We hold no access in their systems");
    let drive = [("text", "a shared drive"), ("place", "drive"), ("fate", "returned"), ("personal", "no")];
    must(owner, case, "holding", &drive).await;
    let sha256 = "a".repeat(64);
    for step in ["copied", "read_back", "removed"] {
        let form = [("holding", "1"), ("step", step), ("on", "2026-12-23"), ("sha256", sha256.as_str())];
        must(owner, case, "holding-step", &form).await;
    }
    must(owner, case, "stage", &[("stage", "settlement")]).await;
}

/// The account is frozen and agreed, the data went, and the closing summary is out.
async fn settles(copy: &Copy, key: &Key, (owner, sara): (&mut Browser, &mut Browser), case: &str) {
    let settlement = [("settlement", "agreed"), ("on", "2026-12-23"), ("text", "nothing")];
    let early = owner.post(&format!("{case}/settlement"), &settlement).await;
    assert_eq!(early.status, 422);
    early.says("The final account is not frozen");
    must(owner, case, "part/account", &[("place", ""), ("clause", "")]).await;
    must(owner, case, "settlement", &settlement).await;
    let (reem, her) = (id(copy, "Reem").await, id(copy, "Sara").await);
    let data = [("fate", "returned"), ("on", "2026-12-23"), ("operator", reem.as_str()), ("text", "two drives")];
    let alone = [&data[..], &[("verifier", reem.as_str())]].concat();
    assert_eq!(owner.post(&format!("{case}/data-disposal"), &alone).await.status, 422);
    must(owner, case, "data-disposal", &[&data[..], &[("verifier", her.as_str())]].concat()).await;
    must(sara, case, "disposal-verification", &[("disposal", "1"), ("text", "both drives are blank")]).await;
    let delivered = [("on", "2026-12-23"), ("proof", "m-9")];
    let unwritten = owner.post(&format!("{case}/closing-summary"), &delivered).await;
    assert_eq!(unwritten.status, 422, "a tick is no letter");
    unwritten.says("The closing summary has not gone out").says("Write this letter first");
    crate::reviews::act_by(copy, key, &reem, summary()).await;
    must(owner, case, "closing-summary", &delivered).await;
}

/// The pack opens, its digests are right, and nothing internal is in it.
fn holds_what_was_served(pack: &[u8], signed: &Clearance) {
    let mut zip = zip::ZipArchive::new(Cursor::new(pack)).expect("a pack");
    let mut bytes = |name: &str| {
        let mut bytes = vec![];
        zip.by_name(name).expect(name).read_to_end(&mut bytes).expect("readable");
        bytes
    };
    assert!(bytes("closing-pack.pdf").starts_with(b"%PDF"));
    let mut text = |name: &str| String::from_utf8_lossy(&bytes(name)).into_owned();
    let manifest = text("manifest-sha256.txt");
    assert_eq!(text("letters/1-notice_of_termination.txt"), NOTICE);
    assert_eq!(Some(text("clearance.txt")), signed.text, "what was signed is what is kept");
    assert!(text("statement.csv").contains("balance"));
    assert_eq!(manifest.lines().count(), 6, "{manifest}");
    let index = text("index.html");
    assert!(index.contains("Sidra") && index.contains("SAR\u{a0}500"), "{index}");
    assert!(index.contains("confirmed the receipt") && index.contains("he account of"), "{index}");
    assert!(index.contains(&signed.digest) && index.contains(&signed.at), "{index}");
    for line in manifest.lines() {
        let (digest, name) = line.split_once("  ").expect("a digest and a name");
        let bytes = bytes(name);
        assert_eq!(domain::journal::digest(&bytes), digest, "{name}");
        let text = String::from_utf8_lossy(&bytes);
        assert!(SECRETS.iter().all(|secret| !text.contains(secret)), "{name}: {text}");
    }
}

#[tokio::test]
async fn a_link_works_in_one_browser_until_it_is_taken_back() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { copy, mut owner, case, .. } = heard;
        let sent = [("on", "2026-11-20"), ("time", "10:00"), ("tracking", "m-1")];
        must(&mut owner, &case, "dispatch", &sent).await;
        let (link, code) = given(&mut owner, &case, "Huda", false).await;
        let (mut first, mut second) = (guest(&copy), guest(&copy));
        // Scanners of mail follow links: looking uses nothing.
        for _ in 0..3 {
            second.get(&link).await.says("Open my page");
        }
        assert_eq!(first.post(&link, &[]).await.status, 303);
        first.get("/client-page").await.says("Welcome, Nakhla");
        owner.get(&format!("{case}/client-links")).await.says("works until").says("opened");
        second.post(&link, &[]).await.says("This link was opened already");
        assert_eq!(second.get("/client-page").await.status, 404);
        // A link leads to no other page of the firm.
        assert_eq!(first.get(&case).await.status, 303);
        assert_eq!(first.get("/cases").await.header("location"), Some("/sign-in?to=/cases"));
        // After five wrong codes not even the right one confirms.
        for _ in 0..5 {
            first
                .post("/client-page/data", &[("form", "data"), ("instruction", "return"), ("name", "H"), ("code", "0")])
                .await;
        }
        let locked = first
            .post("/client-page/data", &[("form", "data"), ("instruction", "return"), ("name", "H"), ("code", &code)])
            .await;
        assert_eq!(locked.status, 422);
        locked.says("please ask us for a new link");
        owner.get(&format!("{case}/client-links")).await.says("confirms nothing more after five wrong codes");
        // Reading and asking go on.
        must(&mut first, "", "client-page/question", &[("question", "How do we sign now?")]).await;
        let (successor, code) = given(&mut owner, &case, "Sidra", true).await;
        let mut next = guest(&copy);
        next.post(&successor, &[]).await;
        let page = next.get("/client-page").await;
        page.hides("Notice of termination").hides("What shall we do with your data");
        assert_eq!(next.get("/client-page/letters/1").await.status, 404);
        assert_eq!(next.post("/client-page/receipt", &[("name", "S"), ("code", &code)]).await.status, 404);
        let id = copy.text("SELECT id FROM client_links WHERE successor = 0").await;
        must(&mut owner, &case, "client-links/end", &[("link", &id)]).await;
        assert_eq!(first.get("/client-page").await.status, 404);
        for column in ["token_hash", "code_hash", "browser_hash"] {
            let kept = copy.text(&format!("SELECT {column} FROM client_links WHERE successor = 1")).await;
            assert!(!successor.contains(&kept) && !kept.contains(&code), "{column}");
        }
    }
}
