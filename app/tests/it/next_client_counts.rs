//! What a criterion is worth, counted over all clients; and logs that only grow by what was seen.

use crate::harness::{Browser, Copy, each, each_on};
use crate::next_client::{RULE, clients, done, in_force, prospect, refused};

/// Links a won prospect to its client: it is a win once that client was sent an invoice, and no client is two prospects'.
pub async fn wins_count_each_client_once(copy: &Copy, (owner, member): (&mut Browser, &mut Browser), own: &str) {
    let won = [("stage", "won"), ("on", "2026-02-01")];
    owner.get("/exit/wins").await.hides("Dune");
    copy.client("DN", "Sand Hills").await;
    done(member, &format!("{own}/client"), &[("client", "DN")]).await;
    owner.get("/exit/wins").await.hides("Dune");
    copy.sql(
        "INSERT INTO invoices (client, id, issued_on, due_on, amount, tax, currency, known_on, source_id, source_line)
         VALUES ('DN', 'I-1', '2026-02-10', '2026-03-10', 115000, 15000, 'SAR', '2026-02-10', 0, 0)",
    )
    .await;
    owner.get("/exit/wins").await.says("Dune").says("from the prospects").says("7,500");
    let other = prospect(copy, owner, "Other", &[("payment_days", "10")]).await;
    done(owner, &format!("{other}/stage"), &won).await;
    let page = refused(owner, &format!("{other}/client"), &[("client", "DN")]).await;
    page.says("Another prospect became this client already");
    // Whoever was entered under the client's name is that client.
    let entered = [("name", "Sand Hills"), ("contacted_on", "2026-01-02"), ("signed_on", "2026-02-01")];
    done(owner, "/exit/wins", &entered).await;
    owner.get("/exit/wins").await.says("Sand Hills").hides("from the prospects");
}

#[tokio::test]
async fn a_criterion_is_held_against_what_became_of_all_clients() {
    for copy in each_on("2026-04-01").await {
        let mut owner = copy.owner().await;
        clients(&copy).await;
        for client in ["G", "H", "I", "J", "K", "L"] {
            copy.client(client, &format!("Client {client}")).await;
            copy.sql(&format!(
                "INSERT INTO invoices (client, id, issued_on, due_on, amount, tax, currency, known_on, source_id, source_line)
                 VALUES ('{client}', 'I-1', '2026-01-01', '2026-03-02', 115000, 15000, 'SAR', '2026-03-02', 0, 0)"
            ))
            .await;
        }
        copy.client("G2", "Client G again").await;
        copy.sql("UPDATE clients SET merged_into = 'G' WHERE client = 'G2'").await;
        // Nobody takes part in these cases: what a criterion is worth does not hang on who looks. K's may still turn.
        for (client, stage) in
            [("G2", "closed"), ("H", "notice"), ("I", "closed"), ("J", "settlement"), ("K", "preparing_exit")]
        {
            copy.sql(&format!(
                "INSERT INTO cases (client, case_id, seq, hash, stage, opened_on, since_on)
                 VALUES ('{client}', 'x', 1, 'h', '{stage}', '2026-02-01', '2026-02-10')"
            ))
            .await;
        }
        let criterion = in_force(&copy, &mut owner, &RULE[..6]).await;
        // 45 days or more: A, B and L are still clients, G, H, I and J ended; C to F are neither.
        let page = owner.get(&criterion).await;
        page.says("11 clients could be compared.")
            .hides("whose cases are open were left out")
            .says("Every client could be judged.")
            .says("100% (4 of 4; between 51% and 100%)")
            .says("not shown")
            .hides("4 of 7");
        // G2 is a client of its own, and M comes: of those for whom it held five are still clients.
        copy.sql("UPDATE clients SET merged_into = NULL WHERE client = 'G2'").await;
        for client in ["G2", "M"] {
            if client == "M" {
                copy.client(client, "Client M").await;
            }
            copy.sql(&format!(
                "INSERT INTO invoices (client, id, issued_on, due_on, amount, tax, currency, known_on, source_id, source_line)
                 VALUES ('{client}', 'I-1', '2026-01-01', '2026-03-02', 115000, 15000, 'SAR', '2026-03-02', 0, 0)"
            ))
            .await;
        }
        owner.get(&criterion).await.says("13 clients could be compared.").says("(4 of 9;").says("(4 of 4;");
    }
}

#[tokio::test]
async fn only_the_last_entry_that_was_seen_is_written_after() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let own = prospect(&copy, &mut owner, "Dune", &[("country", "SA")]).await;
        owner.get(&own).await.says("Saudi Arabia");
        for seen in ["4294967295", "50", "1", "0"] {
            let form = [("discount", "5"), ("seen", seen)];
            refused(&mut owner, &format!("{own}/facts"), &form).await.says("Somebody else wrote something down");
            assert_eq!(owner.get(&own).await.status, 200);
        }
        assert_eq!(copy.text("SELECT CAST(MAX(seq) AS TEXT) FROM lesson_log WHERE topic = 'prospect'").await, "3");
        refused(&mut owner, &format!("{own}/facts"), &[("country", "Riyadh")]).await.says("A country from the list");
        // Who was refused comes back only by the owner.
        let mut member = copy.joins(&mut owner, "Nasser", "member").await;
        let refusal = [("stage", "refused"), ("on", "2026-02-01"), ("reason", "rude")];
        done(&mut member, &format!("{own}/stage"), &refusal).await;
        let again = [("stage", "proposal"), ("on", "2026-02-01")];
        refused(&mut member, &format!("{own}/stage"), &again).await.says("Only the owner reopens this");
        done(&mut owner, &format!("{own}/override"), &[("reason", "They said sorry")]).await;
        done(&mut member, &format!("{own}/stage"), &again).await;
        member.get(&own).await.says("Reopened after we had refused them.");
    }
}

#[tokio::test]
async fn whoever_is_won_is_refused_by_no_later_criterion() {
    for copy in each_on("2026-04-01").await {
        let mut owner = copy.owner().await;
        let own = prospect(&copy, &mut owner, "Dune", &[("payment_days", "60")]).await;
        done(&mut owner, &format!("{own}/stage"), &[("stage", "won"), ("on", "2026-02-01")]).await;
        in_force(&copy, &mut owner, &RULE[..6]).await;
        let page = owner.get("/prospects").await;
        page.says("Dune").hides("a criterion says no").says("/prospects.xlsx").says("data-print");
        let file = owner.get("/prospects.csv").await;
        file.says("name,channel,stage,since,next_on,contribution,currency").says("Dune,");
        let mut member = copy.joins(&mut owner, "Lina", "member").await;
        member.get("/prospects.csv").await.says("Dune,").hides("contribution");
    }
}

#[tokio::test]
async fn a_channel_is_told_what_became_of_its_clients_since_they_were_won() {
    for copy in each_on("2026-04-01").await {
        let mut owner = copy.owner().await;
        let case = async |client: &str, stage: &str, opened_on: &str| {
            copy.sql(&format!(
                "INSERT INTO cases (client, case_id, seq, hash, stage, opened_on, since_on)
                 VALUES ('{client}', '{opened_on}', 1, 'h', '{stage}', '{opened_on}', '{opened_on}')"
            ))
            .await;
        };
        let all = [("C1", "Aspen"), ("C2", "Birch"), ("C3", "Cedar"), ("C4", "Dogwood")];
        for (client, name) in all {
            copy.client(client, name).await;
            // An end from before they were won is not the channel's.
            case(client, "closed", "2025-01-01").await;
            let own = prospect(&copy, &mut owner, name, &[("payment_days", "10")]).await;
            done(&mut owner, &format!("{own}/stage"), &[("stage", "won"), ("on", "2026-02-01")]).await;
            done(&mut owner, &format!("{own}/client"), &[("client", client)]).await;
        }
        let page = owner.get("/channels").await;
        page.says("4 fine, 0 without an invoice for a year, 0 in a case, 0 ended");
        for (client, _) in all {
            case(client, "notice", "2026-03-01").await;
        }
        owner.get("/channels").await.says("0 in a case, 4 ended");
        // Two of them were one client: three are too few to be told.
        copy.sql("UPDATE clients SET merged_into = 'C3' WHERE client = 'C4'").await;
        owner.get("/channels").await.hides("4 ended").hides("3 ended");
    }
}

#[tokio::test]
async fn a_criterion_says_what_it_came_to() {
    for copy in each_on("2026-01-05").await {
        let mut owner = copy.owner().await;
        let criterion = in_force(&copy, &mut owner, &RULE[..6]).await;
        // Both are met on 10 January, five days later.
        let later = copy.later(domain::days::Day::from_iso("2026-01-20").expect("a day")).await;
        let mut owner = later.signs_in("Reem").await;
        let held = prospect(&later, &mut owner, "Dune", &[("payment_days", "60")]).await;
        prospect(&later, &mut owner, "Oasis", &[("country", "SA")]).await;
        done(&mut owner, &format!("{held}/override"), &[("reason", "They pay in advance")]).await;
        done(&mut owner, &format!("{held}/stage"), &[("stage", "won"), ("on", "2026-01-20")]).await;
        let page = owner.get(&criterion).await;
        page.says("Prospects met since 5 January 2026: 2. It held with 1, of whom 1 were won all the same;");
        page.says("it could not be judged with 1; the owner put it aside with 1.");
    }
}
