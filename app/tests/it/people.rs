//! How people come in, what their role lets them do, and how they leave.

use crate::harness::{PASSWORD, each, newcomer};
use app::flow::entry;

#[tokio::test]
async fn the_first_start_happens_once() {
    for copy in each().await {
        let mut stranger = copy.browser();
        assert_eq!(stranger.get("/settings").await.header("location"), Some("/first-start"));
        stranger.get("/first-start").await.says("This copy has no owner yet.");
        let link = entry::first_link(&copy.own.db, copy.app.clock.now()).await.expect("a store").expect("a link");
        stranger.get(&link).await.says("Who owns this copy?");
        let wrong = stranger.post(&link, &[("name", "Reem"), ("email", "reem"), ("password", "short")]).await;
        assert_eq!(wrong.status, 422);
        wrong.says("Twelve characters or more are needed.").hides("short\"");
        let mut form = newcomer("Reem", "Reem@midad.example ");
        form.extend([("firm", "Midad"), ("place", "SA"), ("hijri", "1")]);
        assert_eq!(stranger.post(&link, &form).await.header("location"), Some("/"));
        stranger.get("/settings").await.says("reem@midad.example").says("Midad");
        let mut second = copy.browser();
        assert_eq!(second.post(&link, &form).await.status, 404);
        assert_eq!(second.get(&link).await.status, 404);
        assert_eq!(second.get("/first-start").await.header("location"), Some("/sign-in"));
        assert!(entry::first_link(&copy.own.db, copy.app.clock.now()).await.expect("a store").is_none());
    }
}

#[tokio::test]
async fn only_the_newest_first_link_works() {
    for copy in each().await {
        let now = copy.app.clock.now();
        let old = entry::first_link(&copy.own.db, now).await.expect("a store").expect("a link");
        let new = entry::first_link(&copy.own.db, now).await.expect("a store").expect("a link");
        assert_eq!(copy.browser().get(&old).await.status, 404);
        assert_eq!(copy.browser().get(&new).await.status, 200);
        copy.sql("UPDATE invites SET expires_at = '2020-01-01T00:00:00Z'").await;
        assert_eq!(copy.browser().get(&new).await.status, 404);
    }
}

#[tokio::test]
async fn five_failures_bring_a_wait() {
    for copy in each().await {
        copy.owner().await;
        let mut browser = copy.browser();
        let tries = ["Four more tries", "Three more tries", "Two more tries", "One more try", "Now comes"];
        for says in tries {
            let page = browser.post("/sign-in", &[("email", "reem@midad.example"), ("password", "wrong")]).await;
            assert_eq!(page.status, 422);
            page.says(says).says("aria-invalid").hides("wrong\"");
        }
        let right = [("email", "reem@midad.example"), ("password", PASSWORD)];
        let page = browser.post("/sign-in", &right).await;
        assert_eq!(page.status, 429, "even the right password waits");
        assert!(page.header("retry-after").is_some());
        page.says("Try again in 15 minutes");
        copy.sql("UPDATE attempts SET tried_at = '2020-01-01T00:00:00Z'").await;
        assert_eq!(browser.post("/sign-in", &right).await.status, 303);
    }
}

#[tokio::test]
async fn an_unknown_address_is_answered_like_a_wrong_password() {
    for copy in each().await {
        copy.owner().await;
        let mut answers = vec![];
        for email in ["reem@midad.example", "nobody@midad.example"] {
            copy.sql("DELETE FROM attempts").await;
            let page = copy.browser().post("/sign-in", &[("email", email), ("password", "wrong")]).await;
            answers.push((page.status, page.body.replace(email, "")));
        }
        assert_eq!(answers[0], answers[1]);
    }
}

#[tokio::test]
async fn sessions_end_when_they_should() {
    for copy in each().await {
        let mut one = copy.owner().await;
        let right = [("email", "reem@midad.example"), ("password", PASSWORD), ("to", "/members")];
        let (mut two, mut three) = (copy.browser(), copy.browser());
        assert_eq!(two.post("/sign-in", &right).await.header("location"), Some("/members"));
        three.post("/sign-in", &right).await;
        let gone = "/sign-in?to=/settings";
        assert_eq!(three.post("/sign-out", &[]).await.header("location"), Some("/sign-in"));
        assert_eq!(three.get("/settings").await.header("location"), Some(gone));
        two.get("/settings").await.says("Firefox · Linux");
        copy.sql("UPDATE sessions SET expires_at = '2020-01-01T00:00:00Z'").await;
        assert_eq!(two.get("/settings").await.header("location"), Some(gone));
        one.post("/sign-in", &right).await;
        two.post("/sign-in", &right).await;
        one.post("/sign-out/everywhere", &[]).await;
        assert_eq!(two.get("/settings").await.header("location"), Some(gone));
    }
}

#[tokio::test]
async fn a_visit_lets_a_session_last_longer_but_not_for_ever() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.sql("UPDATE sessions SET expires_at = '2099-01-01T00:00:00Z'").await;
        owner.get("/settings").await;
        assert_eq!(copy.text("SELECT expires_at FROM sessions").await, "2099-01-01T00:00:00Z", "never shorter");
        let tomorrow = copy.app.in_minutes(24 * 60);
        copy.sql(&format!("UPDATE sessions SET expires_at = '{tomorrow}'")).await;
        owner.get("/settings").await;
        assert!(copy.text("SELECT expires_at FROM sessions").await > copy.app.in_minutes(13 * 24 * 60));
        let long_ago = copy.app.in_minutes(-89 * 24 * 60);
        copy.sql(&format!("UPDATE sessions SET expires_at = '{tomorrow}', began_at = '{long_ago}'")).await;
        owner.get("/settings").await;
        assert!(copy.text("SELECT expires_at FROM sessions").await <= copy.app.in_minutes(24 * 60));
    }
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    for copy in each().await {
        let mut one = copy.owner().await;
        let mut two = copy.browser();
        two.post("/sign-in", &[("email", "reem@midad.example"), ("password", PASSWORD)]).await;
        let wrong = [("current", "not it at all"), ("password", "another sentence")];
        one.post("/settings/password", &wrong).await.says("The current password is not right.");
        let right = [("current", PASSWORD), ("password", "another sentence")];
        assert_eq!(one.post("/settings/password", &right).await.status, 303);
        assert_eq!(one.get("/settings").await.status, 200);
        assert_eq!(two.get("/settings").await.status, 303);
        let old = [("email", "reem@midad.example"), ("password", PASSWORD)];
        assert_eq!(two.post("/sign-in", &old).await.status, 422);
        let new = [("email", "reem@midad.example"), ("password", "another sentence")];
        assert_eq!(two.post("/sign-in", &new).await.status, 303);
        two.get("/settings").await.hides("your key is closed");
    }
}

#[tokio::test]
async fn an_invitation_works_once_and_for_three_days() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let page = owner.post("/members/invites", &[("name", "Omar"), ("role", "finance")]).await;
        page.says("shown only now").says("<svg class=\"qr\"").says("مرحباً Omar").says("Only this machine");
        let link = page.link("/join/");
        let mut guest = copy.browser();
        for _ in 0..3 {
            guest.get(&link).await.says("Midad invites you.");
        }
        let taken = guest.post(&link, &newcomer("Omar", "reem@midad.example")).await;
        assert_eq!(taken.status, 422);
        taken.says("exists already");
        assert_eq!(guest.post(&link, &newcomer("Omar", "omar@midad.example")).await.status, 303);
        assert_eq!(copy.browser().post(&link, &newcomer("Eve", "eve@midad.example")).await.status, 404);
        let other = owner.post("/members/invites", &[("name", "Lina"), ("role", "member")]).await.link("/join/");
        copy.sql("UPDATE invites SET expires_at = '2020-01-01T00:00:00Z' WHERE name = 'Lina'").await;
        copy.browser().get(&other).await.says("This link works no longer.");
        let third = owner.post("/members/invites", &[("name", "Huda"), ("role", "member")]).await.link("/join/");
        let revoke = owner.get("/members").await.link("/members/invites/");
        owner.post(&revoke, &[]).await;
        assert_eq!(copy.browser().get(&third).await.status, 404);
    }
}

#[tokio::test]
async fn roles_limit_what_people_do() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut member = copy.joins(&mut owner, "Lina", "member").await;
        member.get("/members").await.says("Reem").hides("Make a link");
        let refused = member.post("/members/invites", &[("name", "Eve"), ("role", "owner")]).await;
        assert_eq!(refused.status, 403);
        refused.says("Only the owner can do this.");
        for (path, form) in [
            ("/firm/figures", [("figure", "cash"), ("value", "1")]),
            ("/firm/text", [("keep_text", "1"), ("purpose", "to read them all")]),
            ("/reports/recipients", [("recipient", "x"), ("outside", "")]),
        ] {
            assert_eq!(member.post(path, &form).await.status, 403, "{path}");
        }
        assert_eq!(member.get("/firm.toml").await.status, 403);
        assert_eq!(member.get("/reports/recipients").await.status, 403);
    }
}

#[tokio::test]
async fn someone_always_owns_the_copy_and_who_leaves_is_out() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut lina = copy.joins(&mut owner, "Lina", "member").await;
        let id = |name: &str| format!("SELECT id FROM members WHERE name = '{name}'");
        let (reem, lina_id) = (copy.text(&id("Reem")).await, copy.text(&id("Lina")).await);
        let kept = owner.post(&format!("/members/{reem}/departure"), &[]).await;
        assert_eq!(kept.status, 409);
        kept.says("The firm needs an owner.");
        assert_eq!(owner.post(&format!("/members/{reem}/role"), &[("role", "member")]).await.status, 409);
        assert_eq!(owner.post(&format!("/members/{lina_id}/departure"), &[]).await.status, 303);
        assert_eq!(lina.get("/settings").await.status, 303, "her session ended");
        let right = [("email", "lina@midad.example"), ("password", PASSWORD)];
        assert_eq!(lina.post("/sign-in", &right).await.status, 422);
        owner.post(&format!("/members/{lina_id}/return"), &[]).await;
        assert_eq!(lina.post("/sign-in", &right).await.status, 303);
        owner.post(&format!("/members/{lina_id}/role"), &[("role", "owner")]).await;
        assert_eq!(owner.post(&format!("/members/{reem}/departure"), &[]).await.status, 303);
        assert_eq!(owner.post("/members/nobody/departure", &[]).await.status, 303, "she is out herself");
        assert_eq!(lina.post("/members/nobody/departure", &[]).await.status, 404);
    }
}

#[tokio::test]
async fn a_lost_password_is_replaced_by_a_link() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut lina = copy.joins(&mut owner, "Lina", "member").await;
        let id = copy.text("SELECT id FROM members WHERE name = 'Lina'").await;
        let before = copy.text("SELECT public_key FROM members WHERE name = 'Lina'").await;
        let link = owner.post(&format!("/members/{id}/reset"), &[]).await.link("/reset/");
        let mut fresh = copy.browser();
        fresh.get(&link).await.says("A new password for Lina");
        assert_eq!(lina.get("/settings").await.status, 200, "looking changes nothing");
        assert_eq!(fresh.post(&link, &[("password", "a third sentence")]).await.status, 303);
        assert_eq!(lina.get("/settings").await.status, 303, "the old sessions ended");
        assert_eq!(fresh.post(&link, &[("password", "a fourth sentence")]).await.status, 404);
        assert_ne!(copy.text("SELECT public_key FROM members WHERE name = 'Lina'").await, before);
    }
}

#[tokio::test]
async fn everyone_reads_in_their_own_way() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut stranger = copy.browser();
        stranger.language = "fr";
        stranger.get("/sign-in").await.says("أهلاً بعودتكم").says("dir=\"rtl\"");
        let switched = stranger.post("/language", &[("language", "en"), ("back", "/sign-in")]).await;
        assert_eq!(switched.header("location"), Some("/sign-in"));
        stranger.get("/sign-in").await.says("Welcome back.");
        let away = stranger.post("/language", &[("language", "ar"), ("back", "//evil.example")]).await;
        assert_eq!(away.header("location"), Some("/"));
        let reading = [("language", "ar"), ("digits", "arab"), ("hijri", "1")];
        owner.post("/settings/reading", &reading).await;
        owner.get("/settings").await.says("الإعدادات").says("class=\"hijri\"").says("٢٠٢");
        owner.post("/language", &[("language", "en"), ("back", "/settings")]).await;
        owner.get("/settings").await.says("How you read");
    }
}

#[tokio::test]
async fn every_page_has_its_words_in_both_languages() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut adviser = copy.joins(&mut owner, "Sara", "adviser").await;
        let mut member = copy.joins(&mut owner, "Lina", "member").await;
        for language in ["ar", "en"] {
            let mut stranger = copy.browser();
            stranger.language = language;
            for path in ["/sign-in", "/forgot", "/begin", "/nowhere", "/join/x", "/first-start"] {
                stranger.get(path).await;
            }
            for browser in [&mut owner, &mut adviser, &mut member] {
                browser.post("/language", &[("language", language), ("back", "/")]).await;
                let pages = ["/settings", "/members", "/firm", "/sharing", "/reports", "/reports/new"];
                for path in pages.into_iter().chain(["/reports/recipients", "/reports/new?kind=discomfort", "/begin"]) {
                    let page = browser.get(path).await;
                    assert!(matches!(page.status, 200 | 303 | 403), "{path}: {}", page.status);
                }
            }
        }
    }
}

#[tokio::test]
async fn a_shared_screen_shows_one_client_and_no_money() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.client("N-1", "Nakhla").await;
        copy.client("S-1", "Sahab").await;
        owner.post("/firm/figures", &[("figure", "cash"), ("on", "2026-01-01"), ("value", "77,000")]).await;
        owner.get("/firm").await.says("77,000");
        owner.get("/sharing").await.says("Nakhla").says("Sahab");
        owner.post("/sharing", &[("client", "none such")]).await.says("No client, or more than one");
        assert_eq!(owner.post("/sharing", &[("client", "nakhla")]).await.status, 303);
        owner.get("/settings").await.says("You are sharing your screen with Nakhla.").hides("Our firm");
        for closed in ["/firm", "/firm.toml", "/reports", "/reports/new", "/reports/recipients"] {
            let page = owner.get(closed).await;
            assert_eq!(page.status, 403, "{closed}");
            page.says("You are sharing your screen").hides("77,000");
        }
        assert_eq!(owner.post("/firm/figures", &[("figure", "cash"), ("value", "1")]).await.status, 403);
        owner.post("/sharing/end", &[]).await;
        owner.get("/firm").await.says("77,000").hides("You are sharing");
    }
}
