//! Whoever dies while a letter is sent sends it at most once: before it was handed over another sends it, afterwards
//! nobody does, and a person says what came of it.

use super::*;
use app::flow::mail;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Another process of the same firm, which sends what was ordered.
fn served(copy: &Copy) -> Child {
    Command::new(env!("CARGO_BIN_EXE_khitam"))
        .env_remove("KHITAM_DB")
        .arg("--data")
        .arg(copy.own.folder.path())
        .args(["--db", &copy.own.address, "serve", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("khitam starts")
}

/// Kills it as the machine would.
fn killed(mut child: Child) {
    child.kill().expect("SIGKILL");
    child.wait().expect("an end");
}

async fn expire(copy: &Copy) {
    copy.sql("UPDATE outbox SET next_at = '2000-01-01T00:00:00Z', claimed_until = '2000-01-01T00:00:00Z'").await;
}

/// A notice that is ordered while this process sends nothing.
async fn ordered() -> Vec<Ready> {
    let mut all = ready().await;
    for ready in &mut all {
        ready.heard.copy.app.outgoing.stop();
        ready.order().await;
        expire(&ready.heard.copy).await;
        // The other process has the clock of this machine, and would keep back what waited for days.
        let now = app::clock::Clock::default().now();
        ready.heard.copy.sql(&format!("UPDATE outbox SET ordered_at = '{now:.0}'")).await;
    }
    all
}

#[tokio::test]
async fn killed_before_it_was_handed_over_another_sends_it() {
    for mut ready in ordered().await {
        ready.smtp.is(Mood::Hangs(Step::Rcpt));
        let child = served(&ready.heard.copy);
        ready.smtp.hung(1).await;
        killed(child);
        assert_eq!(state(&ready.heard.copy).await, "claimed");
        // Until its time is over, nobody else takes it.
        let app = ready.heard.copy.app.clone();
        mail::send_next(app.place(), &app.folder, &app.clock).await.expect("the store");
        assert_eq!((state(&ready.heard.copy).await.as_str(), ready.smtp.got().len()), ("claimed", 0));
        ready.smtp.is(Mood::Takes);
        expire(&ready.heard.copy).await;
        let child = served(&ready.heard.copy);
        ready.until_it_says("took it").await;
        killed(child);
        assert_eq!(ready.smtp.got().len(), 1);
        assert_eq!(loaded(&ready.heard.copy, &ready.heard.key).await.parting.dispatches.len(), 1);
    }
}

#[tokio::test]
async fn killed_after_it_was_handed_over_nobody_sends_it_again() {
    for mut ready in ordered().await {
        ready.smtp.is(Mood::Hangs(Step::Dot));
        let child = served(&ready.heard.copy);
        ready.smtp.hung(1).await;
        killed(child);
        assert_eq!((state(&ready.heard.copy).await.as_str(), ready.smtp.got().len()), ("sending", 1));
        ready.smtp.is(Mood::Takes);
        expire(&ready.heard.copy).await;
        let child = served(&ready.heard.copy);
        ready.until_it_says("Nobody knows whether it went out").await;
        expire(&ready.heard.copy).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        killed(child);
        assert_eq!((state(&ready.heard.copy).await.as_str(), ready.smtp.got().len()), ("unknown", 1));
        let Heard { copy, owner, key, case, .. } = &mut ready.heard;
        assert!(loaded(copy, key).await.parting.dispatches.is_empty(), "nobody says that it was served");
        let blocked = owner.post(&format!("{case}/part/letters/1/mail"), &TO).await;
        assert_eq!(blocked.status, 422, "it is not ordered a second time");
        // A person looked, and says that it went out.
        let page = owner.get(&format!("{case}/part/letters/1/mail")).await;
        let door = door(&page, &format!("{case}/dispatch"));
        owner.get(&door).await.says("@midad.example");
        let message = loaded(copy, key).await.parting.orders[0].message.clone();
        let sent = [("on", "2026-11-20"), ("time", "12:00"), ("tracking", message.as_str())];
        must(owner, case, "dispatch", &sent).await;
        assert_eq!(state(copy).await, "sent");
        assert_eq!(ready.smtp.got().len(), 1);
    }
}

#[tokio::test]
async fn of_many_who_send_at_once_one_does() {
    for ready in ordered().await {
        let app = ready.heard.copy.app.clone();
        let senders: Vec<_> = (0..6)
            .map(|_| {
                let app = app.clone();
                tokio::spawn(async move { mail::send_next(app.place(), &app.folder, &app.clock).await })
            })
            .collect();
        let mut sent = 0;
        for sender in senders {
            sent += usize::from(sender.await.expect("no panic").expect("the store"));
        }
        assert_eq!((sent, ready.smtp.got().len()), (1, 1));
        assert_eq!(loaded(&ready.heard.copy, &ready.heard.key).await.parting.dispatches.len(), 1);
    }
}

#[tokio::test]
async fn a_server_that_goes_away_leaves_it_unknown_only_after_the_text() {
    for mut ready in ordered().await {
        let app = ready.heard.copy.app.clone();
        for (step, left) in [(Step::Mail, "waiting"), (Step::Data, "waiting"), (Step::Dot, "unknown")] {
            ready.smtp.is(Mood::Drops(step));
            expire(&ready.heard.copy).await;
            mail::send_next(app.place(), &app.folder, &app.clock).await.expect("the store");
            assert_eq!(state(&ready.heard.copy).await, left, "{step:?}");
        }
        ready.page().await.says("Nobody knows");
        let Heard { copy, owner, key, case, .. } = &mut ready.heard;
        let failed = [("letter", "1"), ("failure", "not_sent"), ("on", "2026-11-20"), ("text", "not in the log")];
        must(owner, case, "failed-delivery", &failed).await;
        assert_eq!(state(copy).await, "ended");
        assert!(loaded(copy, key).await.parting.orders.is_empty());
    }
}

#[tokio::test]
async fn nothing_goes_out_in_the_name_of_who_left() {
    for ready in ordered().await {
        let app = ready.heard.copy.app.clone();
        ready.heard.copy.sql("UPDATE members SET left_at = '2026-11-20T08:00:00Z' WHERE name = 'Reem'").await;
        mail::send_next(app.place(), &app.folder, &app.clock).await.expect("the store");
        let all = mail::of_case(app.place(), &ready.heard.key).await.expect("the store");
        assert_eq!(all[0].answer.as_ref().map(|answer| answer.why), Some(mail::Why::Left));
        assert_eq!(ready.smtp.got().len(), 0);
    }
}

#[tokio::test]
async fn what_may_no_longer_go_out_does_not() {
    for ready in ordered().await {
        let app = ready.heard.copy.app.clone();
        mail::forget_server(&app.db, &app.keys).await.expect("the store");
        mail::send_next(app.place(), &app.folder, &app.clock).await.expect("the store");
        let all = mail::of_case(app.place(), &ready.heard.key).await.expect("the store");
        assert_eq!(all[0].answer.as_ref().map(|answer| answer.why), Some(mail::Why::NoServer));
        assert_eq!(ready.smtp.got().len(), 0);
    }
}
