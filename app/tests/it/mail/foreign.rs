//! The notice in the hands of a mail server and a reader of mail that are not ours.

use super::{Ready, TO, ready, smtp};
use crate::foreign::MailServer;
use crate::harness::Page;
use crate::portal::must;
use data_encoding::BASE64;

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_not_ours_takes_the_notice_and_it_reads_whole() {
    for mut ready in ready().await {
        let Some(mut server) = MailServer::start() else { return };
        smtp::stated(&ready.heard.copy.app, server.port).await;
        ready.order().await;
        ready.until_it_says("took it").await;
        let mail = server.taken();
        assert_eq!((mail.from.as_str(), &mail.to[..]), ("reem@midad.example", &[TO[0].1.to_owned()][..]));
        assert_eq!(mail.subject, "Notice of termination");
        let day = "The services end on Tuesday 22 December 2026 (13 Rajab 1448)";
        assert!(mail.text.contains(day), "{}", mail.text);
        let [(name, begins)] = &mail.attached[..] else { panic!("one paper: {:?}", mail.attached) };
        assert!(name.ends_with(".pdf") && begins == "%PDF-", "{name} begins {begins}");
        let content = BASE64.decode(mail.content.as_bytes()).expect("Base64");
        let handed = content.strip_suffix(b"\r\n").expect("the line end before the final dot");
        let kept = ready.heard.copy.text("SELECT sha256 FROM outbox").await;
        assert_eq!(kept, domain::journal::digest(handed), "what was handed over arrived byte for byte");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_not_ours_refuses_an_address_and_nothing_counts_as_sent() {
    for mut ready in ready().await {
        let Some(server) = MailServer::start() else { return };
        smtp::stated(&ready.heard.copy.app, server.port).await;
        let Ready { heard, .. } = &mut ready;
        let nobody = [("to", "nobody@nakhla.example"), ("sure", "1")];
        must(&mut heard.owner, &heard.case, "part/letters/1/mail", &nobody).await;
        let page: Page = ready.until_it_says("550 5.1.1 no such user").await;
        page.says("did not take it");
        assert_eq!(super::state(&ready.heard.copy).await, "refused");
    }
}
