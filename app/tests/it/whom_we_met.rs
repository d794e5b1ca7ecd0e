//! Whom we met before: by address, domain and name, also in other letters.

use crate::harness::each;
use crate::next_client::done;

#[tokio::test]
async fn whom_we_met_is_recognised() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.client("NK", "شركة النخلة للأثاث").await;
        let message = [("at", "2026-01-07"), ("direction", "in"), ("contact", "majed@nakhla.example")];
        done(&mut owner, "/clients/NK/messages/new", &message).await;
        let id = crate::reports::id(&copy, "Reem").await;
        let of = |name: &'static str, email: &'static str| {
            [("name", name), ("channel", "other"), ("owner", id.as_str()), ("on", "2026-01-10"), ("email", email)]
        };
        let own = done(&mut owner, "/prospects/new", &of("نخله للاثاث", "")).await;
        owner.get(&own).await.says("شركة النخلة للأثاث, a client of ours: the same name.");
        let other = done(&mut owner, "/prospects/new", &of("Palm Ltd", "sara@nakhla.example")).await;
        owner.get(&other).await.says("a client of ours: the same domain.");
        let third = done(&mut owner, "/prospects/new", &of("Palm", "x@gmail.com")).await;
        owner.get(&third).await.says("Palm Ltd, another prospect (Lead): the same name.");
        let fourth = done(&mut owner, "/prospects/new", &of("Al Nakhla Furniture Co.", "")).await;
        let page = owner.get(&fourth).await;
        page.says("شركة النخلة للأثاث, a client of ours: possibly the same name in other letters.");
        page.says("Letter by letter:").says("<bdi>kh</bdi>");
        let near = done(&mut owner, "/prospects/new", &of("Nakheel Furniture", "")).await;
        owner.get(&near).await.hides("in other letters");
    }
}
