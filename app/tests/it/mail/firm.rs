//! The firm's mail server on its page: who states it, what is refused, what a trial says, and that no page, file or table
//! shows its password.

use super::*;
use crate::harness::{self, Browser};
use std::process::Command;

const PASSWORD: &str = "SECRET-of-the-mail-server";

fn form<'a>(port: &'a str, more: &[(&'static str, &'a str)]) -> Vec<(&'static str, &'a str)> {
    let usual = [
        ("host", "127.0.0.1"),
        ("security", "open"),
        ("port", port),
        ("user", "reem"),
        ("password", PASSWORD),
        ("name", "Midad"),
        ("address", "reem@midad.example"),
    ];
    let is_other = |(name, _): &(&str, &str)| more.iter().all(|(other, _)| other != name);
    usual.into_iter().filter(is_other).chain(more.iter().copied()).collect()
}

async fn hides_it(copy: &Copy, owner: &mut Browser) {
    for page in ["/firm", "/firm/mail", "/firm.toml", "/settings"] {
        owner.get(page).await.hides(PASSWORD);
    }
    let kept = copy.text("SELECT value FROM settings WHERE name = 'mail-server'").await;
    assert!(kept.contains("127.0.0.1") && !kept.contains(PASSWORD), "{kept}");
}

#[tokio::test]
async fn the_owner_states_a_server_and_tries_it() {
    for copy in harness::each().await {
        let smtp = Smtp::start(Some(PASSWORD)).await;
        let port = smtp.port.to_string();
        let mut owner = copy.owner().await;
        let mut sara = copy.joins(&mut owner, "Sara", "finance").await;
        assert_eq!(sara.get("/firm/mail").await.status, 403);
        assert_eq!(sara.post("/firm/mail", &form(&port, &[])).await.status, 403);
        owner.get("/firm").await.says("/firm/mail");
        for (field, value, says) in [
            ("host", "", "Write the server’s name"),
            ("host", "smtp.midad.example", "An open way is only for a server on this machine"),
            ("port", "70000", "Write a port"),
            ("address", "reem", "Write an address"),
            ("password", "", "Write the password"),
        ] {
            let page = owner.post("/firm/mail", &form(&port, &[(field, value)])).await;
            assert_eq!(page.status, 422, "{field}");
            page.says(says).hides(PASSWORD);
        }
        assert_eq!(owner.post("/firm/mail", &form(&port, &[])).await.status, 303);
        hides_it(&copy, &mut owner).await;
        let tried = owner.post("/firm/mail/trial", &[]).await;
        tried.says("The server took a message to reem@midad.example").says("queued as 7").hides(PASSWORD);
        let got = smtp.got();
        let mail = MessageParser::default().parse(&got[0].raw).expect("a mail");
        assert_eq!((mail.subject(), smtp.logins()), (Some("Khitam: a message to yourself"), vec![PASSWORD.to_owned()]));
        // The same place keeps its password, another is not told it.
        assert_eq!(owner.post("/firm/mail", &form(&port, &[("password", ""), ("name", "مداد")])).await.status, 303);
        assert_eq!(owner.post("/firm/mail", &form(&port, &[("password", ""), ("host", "::1")])).await.status, 422);
        assert_eq!(owner.post("/firm/mail", &form(&port, &[("password", "wrong")])).await.status, 303);
        let refused = owner.post("/firm/mail/trial", &[]).await;
        assert_eq!(refused.status, 422);
        refused.says("did not take").says("535 5.7.8 not like this");
        // Where encryption is asked for and not offered, not a word of the password is said.
        assert_eq!(owner.post("/firm/mail", &form(&port, &[("security", "starttls")])).await.status, 303);
        let refused = owner.post("/firm/mail/trial", &[]).await;
        assert_eq!((refused.status, smtp.logins().len(), smtp.got().len()), (422, 1, 1));
        assert_eq!(owner.post("/firm/mail", &form(&port, &[("security", "tls")])).await.status, 303);
        assert_eq!(owner.post("/firm/mail/trial", &[]).await.status, 422);
        owner.language = "ar";
        assert_eq!(owner.post("/firm/mail/removal", &[]).await.status, 303);
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM settings WHERE name = 'mail-server'").await, "0");
    }
}

#[tokio::test]
async fn doctor_says_whether_mail_can_be_sent() {
    for copy in harness::each().await {
        let smtp = Smtp::start(Some(PASSWORD)).await;
        let port = smtp.port.to_string();
        let mut owner = copy.owner().await;
        assert!(doctor(&copy).await.contains("No mail server is set up"));
        owner.post("/firm/mail", &form(&port, &[])).await;
        assert!(doctor(&copy).await.contains("127.0.0.1 answers and lets us in; nothing was sent"));
        owner.post("/firm/mail", &form(&port, &[("password", "wrong")])).await;
        let said = doctor(&copy).await;
        assert!(said.contains("does not let us in: 127.0.0.1: 535 5.7.8") && !said.contains("wrong"), "{said}");
        std::fs::remove_dir_all(copy.own.folder.path().join("keys")).expect("the keys");
        assert!(doctor(&copy).await.contains("Write it again on the page of the mail server"));
        owner.get("/firm/mail").await.says("127.0.0.1");
        assert_eq!(smtp.got().len(), 0);
    }
}

async fn doctor(copy: &Copy) -> String {
    let (folder, address) = (copy.own.folder.path().to_owned(), copy.own.address.clone());
    let run = move || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_khitam"));
        command.env_remove("KHITAM_DB").env("LANG", "en_GB.UTF-8").arg("--data").arg(folder);
        let output = command.args(["--lang", "en", "--db", &address, "doctor"]).output().expect("the program starts");
        String::from_utf8_lossy(&output.stdout).replace(['\u{2068}', '\u{2069}'], "")
    };
    tokio::task::spawn_blocking(run).await.expect("no panic")
}
