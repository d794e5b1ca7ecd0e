//! A client who stays: the account leads up the ladder and down again, and nothing is ended.

use super::{Firm, Role, Session, either, in_both};
use crate::harness::Copy;
use fluent_bundle::FluentValue;

const ACCOUNT: &str = "/clients/NAKHLA/account";

#[tokio::test(flavor = "multi_thread")]
async fn services_of_a_client_who_stays_are_suspended_and_resumed() {
    in_both(async |language| {
        let (mut firm, _) = Firm::hearing(language, true).await;
        was_reminded(&firm.copy).await;
        firm.asks_for_help("finance").await;
        firm.asks_for_help("it").await;
        firm.writes_from_account("default_notice").await;
        firm.fills_default("2026-12-06").await;
        firm.is_backed().await;
        firm.lead.follow(&firm.lead.word("go-handed-over")).await;
        firm.fills_in_default("2026-12-06").await;
        // The ladder climbs by itself: the next letter announces what may stop.
        firm.writes_from_account("suspension").await;
        firm.fills_suspension().await;
        firm.is_backed().await;
        firm.hands_suspension_over().await;
        firm.wakes("2026-12-07", None).await;
        firm.follows_account("chase-suspend").await;
        firm.fills_in_suspension().await;
        firm.lead.says(&firm.lead.word("lack-technical")).await;
        firm.keeper_agrees().await;
        firm.follows_account("chase-suspend").await;
        firm.fills_in_suspension().await;
        firm.is_paid().await;
        firm.follows_account("chase-resume").await;
        firm.answered("suspension-end").await;
        firm.lead.open(ACCOUNT).await;
        assert!(firm.lead.look(Role::Link, &firm.lead.word("chase-resume")).await.is_none());
        for session in [firm.lead, firm.second] {
            session.end().await;
        }
    })
    .await;
}

/// The last word that was sent is a formal reminder.
async fn was_reminded(copy: &Copy) {
    copy.sql(
        "INSERT INTO reminders (client, id, invoice, sent_on, level, source_id, source_line)
         VALUES ('NAKHLA', 'R-1', 'NK-1', '2026-10-25', 3, 0, 0)",
    )
    .await;
}

impl Firm {
    /// The second person takes on a part of the case.
    async fn asks_for_help(&self, role: &str) {
        let lead = self.question("roles").await;
        lead.choose(&lead.word("roles-role"), &lead.word(&format!("case-role-{role}"))).await;
        lead.choose(&lead.word("roles-member"), "Sara").await;
        lead.press(&lead.word("roles-do")).await;
    }

    async fn account(&self) -> &Session {
        self.lead.open(ACCOUNT).await;
        &self.lead
    }

    async fn follows_account(&self, key: &str) {
        let lead = self.account().await;
        lead.follow(&lead.word(key)).await;
    }

    /// The account says which rung comes next, and leads to its letter.
    async fn writes_from_account(&self, rung: &str) {
        let lead = self.account().await;
        lead.says(&lead.word(&format!("rung-{rung}"))).await;
        lead.follow(&lead.lang.say("chase-write", [("invoice", FluentValue::from("NK-1"))])).await;
    }

    /// The letter that was just written waits until a second person stands behind it.
    async fn is_backed(&self) {
        let path = self.lead.path().await;
        self.lead.says(&self.lead.word("gate-second_approver")).await;
        let second = &self.second;
        second.open(&path).await;
        second.press(&second.word("letter-stand-behind")).await;
        self.lead.open(&path).await;
        self.lead.says(&self.lead.word("letter-behind")).await.hides(&self.lead.word("gate-second_approver")).await;
    }

    /// Whoever keeps the accesses says that just this can be stopped.
    async fn keeper_agrees(&self) {
        let second = &self.second;
        second.open(&self.case).await;
        second.follow(&second.word("go-approved-stop")).await;
        let how = either(second, "مفتاح واحد، ويعود في ساعة", "one switch, and an hour to restore it");
        second.fill(&second.word("approved-stop-text"), how).await;
        second.press(&second.word("ask-approved-stop-do")).await;
        assert!(second.look(Role::Link, &second.word("go-approved-stop")).await.is_none());
    }

    /// The client pays, and the account says that there is nothing left to suspend for.
    async fn is_paid(&self) {
        let lead = self.account().await;
        let suspended = |key: &str| lead.lang.say(key, [("day", FluentValue::from(super::day(lead, "2026-12-07")))]);
        lead.says(&suspended("chase-suspended")).await;
        self.copy
            .sql(
                "INSERT INTO payments (client, id, invoice, paid_on, amount, currency, source_id, source_line)
                 VALUES ('NAKHLA', 'P-1', 'NK-1', '2026-12-07', 420000, 'SAR', 0, 0)",
            )
            .await;
        lead.open(ACCOUNT).await;
        lead.says(&suspended("chase-suspended-paid")).await;
    }
}
