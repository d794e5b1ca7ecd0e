//! Letters by the firm's mail server, from the order to what the server said, and back from a report of non-delivery; a
//! real server on this machine takes them, puts them off, refuses them, or goes away in the middle.

mod crash;
mod firm;
mod foreign;
mod several;
mod smtp;

use crate::cases::decision::{Heard, heard_of, id};
use crate::harness::{Copy, Page, until};
use crate::portal::{loaded, must, prepared};
use app::store::cases::Key;
use domain::case::Act;
use domain::case::parting::Act as Part;
use domain::separation::letter::Kind;
use domain::separation::tone::{Context, Language};
use mail_parser::{MessageParser, MimeHeaders};
use smtp::{Mood, Smtp, Step};

const TO: [(&str, &str); 2] = [("to", "huda@nakhla.example"), ("sure", "1")];

/// A case whose notice may go out, and a server; what is sent goes out at once.
struct Ready {
    heard: Heard,
    smtp: Smtp,
}

async fn ready() -> Vec<Ready> {
    let mut all = vec![];
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let smtp = Smtp::start(None).await;
        smtp.serves(&heard.copy.app).await;
        all.push(Ready { heard, smtp });
    }
    all
}

impl Ready {
    async fn order(&mut self) {
        let Heard { owner, case, .. } = &mut self.heard;
        must(owner, case, "part/letters/1/mail", &TO).await;
    }

    async fn page(&mut self) -> Page {
        let Heard { owner, case, .. } = &mut self.heard;
        owner.get(&format!("{case}/part/letters/1/mail")).await
    }

    /// Waits until the letter's page says something.
    async fn until_it_says(&mut self, words: &str) -> Page {
        for _ in 0..400 {
            let page = self.page().await;
            if page.body.contains(words) {
                return page;
            }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
        panic!("never says {words:?}: {}", self.page().await.body)
    }

    /// Lets what was put off be tried now.
    async fn try_now(&self) {
        self.heard.copy.sql("UPDATE outbox SET next_at = '2000-01-01T00:00:00Z'").await;
        self.heard.copy.app.outgoing.wish();
    }
}

/// Returns the address of a link that begins so, with all that it fills in.
fn door(page: &Page, beginning: &str) -> String {
    let href = page.body.split("href=\"").find(|rest| rest.starts_with(beginning)).expect("a link");
    href.split('"').next().unwrap_or_default().replace("&amp;", "&").replace("&#38;", "&")
}

async fn state(copy: &Copy) -> String {
    copy.text("SELECT state FROM outbox ORDER BY ordered_at DESC LIMIT 1").await
}

#[tokio::test]
async fn a_notice_goes_out_once_and_is_recorded_as_it_was_sent() {
    for mut ready in ready().await {
        let Heard { owner, case, .. } = &mut ready.heard;
        let mail = format!("{case}/part/letters/1/mail");
        owner.get(&format!("{case}/dispatch")).await.says("Send it now by the firm’s mail server").says(&mail);
        owner.get(&mail).await.says("reem@midad.example").says("Notice of termination of contract C-17");
        for (form, says) in [
            (&[("to", "huda nakhla"), ("sure", "1")][..], "Write one address"),
            (&[("to", "huda@nakhla.example,all@nakhla.example"), ("sure", "1")], "Write one address"),
            (&[("to", "huda@nakhla.example")], "Tick this once"),
        ] {
            let page = owner.post(&mail, form).await;
            assert_eq!(page.status, 422);
            page.says(says).says("huda");
        }
        assert_eq!(ready.smtp.got().len(), 0, "nothing goes out that nobody confirmed");
        ready.order().await;
        ready.until_it_says("took it").await;
        let [got] = &ready.smtp.got()[..] else { panic!("one mail: {:?}", ready.smtp.got()) };
        assert_eq!((got.from.as_str(), &got.to[..]), ("reem@midad.example", &["huda@nakhla.example".to_owned()][..]));
        let mail = MessageParser::default().parse(&got.raw).expect("a mail");
        let body = mail.body_text(0).expect("a body");
        assert!(body.contains("The services end on Tuesday 22 December 2026 (13 Rajab 1448)"), "{body}");
        let paper = mail.attachment(0).expect("the paper");
        assert!(paper.contents().starts_with(b"%PDF-"), "{:?}", paper.attachment_name());
        let Heard { copy, owner, key, case, .. } = &mut ready.heard;
        let parting = loaded(copy, key).await.parting;
        let sent = &parting.dispatches[0];
        assert_eq!(sent.tracking, mail.message_id().map(|id| format!("<{id}>")));
        // Nine o'clock in Greenwich, where the demonstration's clocks begin, is noon in Riyadh.
        assert!(sent.sent_at.starts_with("2026-11-20T12:"), "{}", sent.sent_at);
        assert_eq!((parting.orders.len(), parting.letters[0].is_served), (0, true));
        let left = "SELECT CAST(COUNT(*) AS TEXT) FROM outbox WHERE sealed IS NOT NULL OR state <> 'sent'";
        assert_eq!(copy.text(left).await, "0", "the text is gone, the digest stays");
        let handed = got.raw.strip_suffix(b"\r\n").expect("the line end before the final dot");
        assert_eq!(copy.text("SELECT sha256 FROM outbox").await, domain::journal::digest(handed));
        let again = owner.post(&format!("{case}/part/letters/1/mail"), &TO).await;
        assert_eq!(again.status, 422);
        again.says("done already");
        owner.get(case).await.says("ordered letter 1 to be sent by mail").says("huda@nakhla.example");
        assert_eq!(ready.smtp.got().len(), 1);
    }
}

#[tokio::test]
async fn what_the_server_puts_off_is_tried_again_and_what_it_refuses_is_not() {
    for mut ready in ready().await {
        for (step, answer) in [(Step::Rcpt, "451 4.7.1 greylisted"), (Step::Dot, "452 4.3.1 full")] {
            ready.smtp.is(Mood::Answers(step, answer));
            if state_of(&ready).await.is_empty() {
                ready.order().await;
            } else {
                ready.try_now().await;
            }
            ready.until_it_says(answer).await.says("is tried again").says("Take the order back");
            assert_eq!(state(&ready.heard.copy).await, "waiting");
        }
        ready.smtp.is(Mood::Answers(Step::Rcpt, "550 5.1.1 no such user"));
        ready.try_now().await;
        ready.until_it_says("550 5.1.1 no such user").await.says("did not take it");
        ready.try_now().await;
        assert_eq!((state(&ready.heard.copy).await.as_str(), ready.smtp.got().len()), ("refused", 0));
        let Heard { copy, owner, key, case, .. } = &mut ready.heard;
        assert!(loaded(copy, key).await.parting.dispatches.is_empty(), "nothing was served");
        let page = owner.get(&format!("{case}/part/letters/1/mail")).await;
        let door = door(&page, &format!("{case}/failed-delivery"));
        assert!(!door.contains("such") && !door.contains("text="), "the server's words are in no address: {door}");
        owner.get(&door).await.says("550 5.1.1 no such user").says("value=\"bounced\" checked");
        let unknown = owner.get(&format!("{case}/failed-delivery?letter=1&mail=%3Cz%40y%3E")).await;
        unknown.hides("no such user").hides("z@y");
        let failed =
            [("letter", "1"), ("failure", "bounced"), ("on", "2026-11-20"), ("text", "550 5.1.1 no such user")];
        must(owner, case, "failed-delivery", &failed).await;
        owner.get(&format!("{case}/part")).await.says("Letter 1 did not go out by mail");
        assert_eq!(state(copy).await, "ended");
        ready.smtp.is(Mood::Takes);
        ready.order().await;
        ready.until_it_says("took it").await;
        assert_eq!(ready.smtp.got().len(), 1);
        assert!(loaded(&ready.heard.copy, &ready.heard.key).await.parting.dispatched().is_some());
    }
}

#[tokio::test]
async fn what_waited_for_more_than_a_day_is_kept_back() {
    for mut ready in ready().await {
        ready.smtp.is(Mood::Answers(Step::Rcpt, "451 4.7.1 greylisted"));
        ready.order().await;
        ready.until_it_says("is tried again").await;
        ready.smtp.is(Mood::Takes);
        ready.heard.copy.sql("UPDATE outbox SET ordered_at = '2026-11-19T08:59:59Z'").await;
        ready.try_now().await;
        ready.until_it_says("so long").await;
        assert_eq!((state(&ready.heard.copy).await.as_str(), ready.smtp.got().len()), ("refused", 0));
        let Heard { copy, owner, key, case, .. } = &mut ready.heard;
        // On its way nothing of the case is taken back under it.
        let page = owner.post(&format!("{case}/reopening"), &[("text", "we think again")]).await;
        assert_eq!(page.status, 422, "{}", page.body);
        assert_eq!(loaded(copy, key).await.parting.orders.len(), 1);
    }
}

async fn state_of(ready: &Ready) -> String {
    let all = "SELECT COALESCE(MAX(state), '') FROM outbox";
    ready.heard.copy.text(all).await
}

#[tokio::test]
async fn a_report_of_non_delivery_is_read_and_recorded_by_a_person() {
    for mut ready in ready().await {
        ready.order().await;
        ready.until_it_says("took it").await;
        let Heard { copy, owner, key, case, .. } = &mut ready.heard;
        let id = loaded(copy, key).await.parting.dispatches[0].tracking.clone().expect("an id");
        owner.get(&format!("{case}/part")).await.says("A report of non-delivery came back");
        let page = owner.upload(&format!("{case}/part/bounce"), &[("x.eml", b"Subject: I am away\r\n\r\nSoon.")]).await;
        assert_eq!(page.status, 422);
        page.says("no report of delivery");
        let report = report(&id);
        let other = report.replace(&id, "<z@y>");
        let other = owner.upload(&format!("{case}/part/bounce"), &[("x.eml", other.as_bytes())]).await;
        other.says("is not about a letter that went out");
        let page = owner.upload(&format!("{case}/part/bounce"), &[("x.eml", report.as_bytes())]).await;
        page.says("huda@nakhla.example").says("did not arrive").says("user unknown").hides("is not about");
        assert!(loaded(copy, key).await.parting.failures.is_empty(), "reading records nothing");
        page.says(&format!("action=\"{case}/failed-delivery\"")).hides("failed-delivery?");
        page.says("name=\"failure\" value=\"bounced\"").says("value=\"2026-11-20\"");
        let failed = [("failure", "bounced"), ("on", "2026-11-20"), ("text", "user unknown")];
        must(owner, case, "failed-delivery", &failed).await;
        assert!(loaded(copy, key).await.parting.dispatched().is_none());
        ready.order().await;
        let (copy, key) = (&ready.heard.copy, &ready.heard.key);
        until(async || loaded(copy, key).await.parting.dispatched().is_some()).await;
        let parting = loaded(copy, key).await.parting;
        assert_eq!((parting.dispatches.len(), ready.smtp.got().len()), (2, 2));
        assert_ne!(parting.dispatches[0].tracking, parting.dispatches[1].tracking);
    }
}

fn report(id: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.example\r\nDate: Fri, 20 Nov 2026 15:15:00 +0300\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n\
         --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
         Final-Recipient: rfc822; huda@nakhla.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\
         Diagnostic-Code: smtp; 550 5.1.1 user unknown\r\n\r\n\
         --b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: {id}\r\nSubject: x\r\n\r\nbody\r\n--b--\r\n"
    )
}

/// A letter of thanks in Arabic, drafted for the case.
async fn thanks(copy: &Copy, key: &Key) {
    let draft = Part::DraftLetter {
        rung: None,
        letter: None,
        kind: Kind::ThankYou,
        language: Language::Arabic,
        text: "# شكر وتقدير\n\nإلى شركة نخلة\n\nنشكر لكم إطلاق موقعكم في مارس 2025 بموجب العقد C-17.\n\n_ ريم: مداد\n"
            .to_owned(),
        context: Context::default(),
    };
    crate::reviews::act_by(copy, key, &id(copy, "Reem").await, Act::Parting(draft)).await;
}

#[tokio::test]
async fn a_letter_in_arabic_arrives_as_it_was_written() {
    for mut ready in ready().await {
        let Heard { copy, owner, key, case, .. } = &mut ready.heard;
        thanks(copy, key).await;
        owner.language = "ar";
        owner.get(&format!("{case}/part/letters/2")).await.says(&format!("{case}/part/letters/2/mail"));
        must(owner, case, "part/letters/2/mail", &TO).await;
        let (copy, key) = (&ready.heard.copy, &ready.heard.key);
        until(async || loaded(copy, key).await.parting.letters[1].is_served).await;
        let [got] = &ready.smtp.got()[..] else { panic!("one mail") };
        assert!(got.raw.is_ascii(), "every server takes it");
        let mail = MessageParser::default().parse(&got.raw).expect("a mail");
        assert_eq!(mail.subject(), Some("شكر وتقدير"));
        let from = mail.from().and_then(|from| from.first()).and_then(|from| from.name());
        assert_eq!(from, Some("مداد للتصميم"));
        let body = mail.body_text(0).expect("a body").replace("\r\n", "\n");
        let expected = "شكر وتقدير\n\nإلى شركة نخلة\n\nنشكر لكم إطلاق موقعكم في مارس 2025 بموجب العقد \u{2068}C-17\u{2069}.\n\nريم: مداد";
        assert_eq!(body.trim_end(), expected);
        assert_eq!(copy.text("SELECT state FROM outbox").await, "sent");
    }
}

#[tokio::test]
async fn a_letter_that_came_back_goes_out_again_as_it_was() {
    for mut ready in ready().await {
        let Heard { copy, owner, key, case, .. } = &mut ready.heard;
        thanks(copy, key).await;
        must(owner, case, "part/letters/2/mail", &TO).await;
        until(async || loaded(copy, key).await.parting.letters[1].is_served).await;
        let id = loaded(copy, key).await.parting.letters[1].proof.clone().expect("an id");
        let page = owner.upload(&format!("{case}/part/bounce"), &[("x.eml", report(&id).as_bytes())]).await;
        page.hides("is not about");
        page.says(&format!("action=\"{case}/failed-delivery\"")).says("name=\"letter\" value=\"2\"");
        let failed = [("letter", "2"), ("failure", "bounced"), ("on", "2026-11-20"), ("text", "user unknown")];
        must(owner, case, "failed-delivery", &failed).await;
        owner.get(&format!("{case}/part")).await.says("came back");
        assert_eq!(owner.post(&format!("{case}/failed-delivery"), &failed).await.status, 422, "it came back once");
        let rewritten = [("text", "# Thanks\n\nOther words."), ("do", "keep")];
        assert_eq!(
            owner.post(&format!("{case}/part/letters/2"), &rewritten).await.status,
            422,
            "what was served stays"
        );
        must(owner, case, "part/letters/2/mail", &TO).await;
        until(async || !loaded(copy, key).await.parting.letters[1].came_back).await;
        assert_eq!(ready.smtp.got().len(), 2);
    }
}
