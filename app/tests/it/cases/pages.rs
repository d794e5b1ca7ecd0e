//! The pages of cases: who sees one, what its questions do, and what a form keeps.

use crate::harness::{self, Browser, Copy};
use app::flow::cases;
use app::store::cases as store;
use domain::case::{Action, Class, Role, Stage};

/// A copy with an owner, Sara and Nasser, and one client.
struct Firm {
    copy: Copy,
    owner: Browser,
    sara: Browser,
    nasser: Browser,
}

async fn firms() -> Vec<Firm> {
    let mut firms = vec![];
    for copy in harness::each().await {
        let mut owner = copy.owner().await;
        let sara = copy.joins(&mut owner, "Sara", "member").await;
        let nasser = copy.joins(&mut owner, "Nasser", "member").await;
        copy.client("NAKHLA", "Nakhla").await;
        copy.settled().await;
        firms.push(Firm { copy, owner, sara, nasser });
    }
    firms
}

impl Firm {
    /// Opens a review as its owner; returns the address of the case.
    async fn opened(&mut self) -> String {
        let form = [("text", "they pay ever later"), ("cause", "person"), ("track", "light")];
        let page = self.owner.post("/clients/NAKHLA/cases", &form).await;
        assert_eq!(page.status, 303, "{}", page.body);
        page.header("location").expect("the case").to_owned()
    }

    async fn id(&self, name: &str) -> String {
        self.copy.text(&format!("SELECT id FROM members WHERE name = '{name}'")).await
    }

    async fn entries(&self) -> i64 {
        self.copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM case_entries").await.parse().expect("a count")
    }

    async fn stage(&self) -> Stage {
        Stage::of(&self.copy.text("SELECT stage FROM cases").await).expect("a stage")
    }
}

#[tokio::test]
async fn a_review_is_opened_once_and_seen_by_those_who_take_part() {
    for mut firm in firms().await {
        firm.owner.get("/cases").await.says("No client is under review.");
        firm.owner.get("/clients/NAKHLA").await.says("Open a review");
        firm.owner.get("/clients/NAKHLA/cases/new").await.says("Shall we put the future with");
        let empty = firm.owner.post("/clients/NAKHLA/cases", &[("text", " "), ("cause", "person")]).await;
        assert_eq!(empty.status, 422);
        empty.says("Say in a sentence why.");
        let case = firm.opened().await;
        let page = firm.owner.get(&case).await;
        page.says("up for review").says("Answer the first questions").says("they pay ever later").says("Figures");
        firm.owner.get("/cases").await.says("One case is open.").says("Nakhla");
        firm.owner.get("/clients/NAKHLA").await.says("To the review");
        let again = firm.owner.post("/clients/NAKHLA/cases", &[("text", "again"), ("cause", "person")]).await;
        assert_eq!(again.status, 422);
        again.says("is under way").says(&case);
        // For whoever has no part in it there is no such case: not one page of it, and no trace in lists.
        for below in ["", "/triage", "/roles", "/decision", "/minutes", "/decision/reading", "/causes"] {
            assert_eq!(firm.sara.get(&format!("{case}{below}")).await.status, 404, "{below}");
        }
        assert_eq!(firm.sara.post(&format!("{case}/triage"), &[("illegal", "no")]).await.status, 404);
        firm.sara.get("/cases").await.says("No client is under review.").hides("Nakhla");
        firm.sara.get("/clients/NAKHLA").await.hides(&case);
        let told = firm.sara.get("/clients/NAKHLA/cases/new").await;
        told.says("is under way").hides(&case).hides("they pay");
        // A role lets her in, without the sums.
        let sara = firm.id("Sara").await;
        let given = firm.owner.post(&format!("{case}/roles"), &[("role", "function"), ("member", &sara)]).await;
        assert_eq!(given.status, 303, "{}", given.body);
        firm.sara.get(&case).await.says("up for review").hides("Figures");
        firm.sara.get("/cases").await.says("Nakhla");
        let ended = firm.owner.post(&format!("{case}/roles/end"), &[("role", "function"), ("member", &sara)]).await;
        assert_eq!(ended.status, 303);
        assert_eq!(firm.sara.get(&case).await.status, 404);
        // While a screen is shared, no case is.
        firm.owner.post("/sharing", &[("client", "NAKHLA")]).await;
        for path in ["/cases", &case, "/clients/NAKHLA/cases/new"] {
            assert_eq!(firm.owner.get(path).await.status, 403, "{path}");
        }
        firm.owner.get("/clients/NAKHLA").await.hides(&case).hides("Open a review");
    }
}

#[tokio::test]
async fn whoever_asks_for_a_review_takes_part_in_it() {
    for mut firm in firms().await {
        let form = [("text", "the team is tired"), ("cause", "person")];
        let page = firm.sara.post("/clients/NAKHLA/cases", &form).await;
        let case = page.header("location").expect("the case").to_owned();
        firm.sara.get(&case).await.says("the team is tired");
        firm.owner.get(&case).await.says("the team is tired");
        assert_eq!(firm.nasser.get(&case).await.status, 404);
    }
}

#[tokio::test]
async fn a_matter_of_law_takes_the_protected_road_and_leaves_no_trace() {
    for mut firm in firms().await {
        let case = firm.opened().await;
        let before = firm.entries().await;
        let triage = format!("{case}/triage");
        let yes = firm.owner.post(&triage, &[("illegal", "no"), ("conduct", "yes"), ("threat", "no")]).await;
        assert_eq!(yes.status, 422);
        yes.says("protected road").says("/reports/new");
        let half = firm.owner.post(&triage, &[("illegal", "no")]).await;
        assert_eq!(half.status, 422);
        half.says("Choose one.");
        let enter = firm.owner.post(&format!("{case}/stage"), &[("stage", "fact_finding")]).await;
        assert_eq!(enter.status, 422);
        enter.says("something has to be there first").says("Law, conduct and threats").says("Reem");
        assert_eq!((firm.entries().await, firm.stage().await), (before, Stage::Triage), "nothing of it is kept");
        let no = firm.owner.post(&triage, &[("illegal", "no"), ("conduct", "no"), ("threat", "no")]).await;
        assert_eq!((no.status, no.header("location")), (303, Some(case.as_str())));
        firm.owner.post(&format!("{case}/stage"), &[("stage", "fact_finding")]).await;
        assert_eq!(firm.stage().await, Stage::FactFinding);
        firm.owner.get(&case).await.says("gathering the facts").says("The facts should be together by");
    }
}

#[tokio::test]
async fn facts_are_brought_one_question_at_a_time_and_nothing_written_is_lost() {
    for mut firm in firms().await {
        let case = firm.opened().await;
        firm.owner.post(&format!("{case}/triage"), &[("illegal", "no"), ("conduct", "no"), ("threat", "no")]).await;
        firm.owner.post(&format!("{case}/stage"), &[("stage", "fact_finding")]).await;
        // A client without records is blind throughout: the gaps must be named.
        let data = firm.owner.post(&format!("{case}/data"), &[("text", "")]).await;
        assert_eq!(data.status, 422);
        data.says("name the gaps").says("0% of what the signs need");
        let neither = firm.owner.post(&format!("{case}/contracts"), &[]).await;
        assert_eq!(neither.status, 422);
        let future = [("on", "2999-01-01"), ("text", "they feel unheard")];
        let future = firm.owner.post(&format!("{case}/client-view"), &future).await;
        assert_eq!(future.status, 422);
        future.says("it has to have come").says("they feel unheard");
        let weigh = [("cause", "distress"), ("side", "for"), ("text", "a branch was closed"), ("fact", "invoices X-1")];
        for (below, form) in [
            ("data", &[("text", "no invoices, no hours")][..]),
            ("contracts", &[("none", "1")]),
            ("client-view", &[("on", "2026-01-05"), ("text", "they feel unheard"), ("confirmed", "1")]),
            ("causes", &weigh),
            ("own-part", &[("text", "we answered late")]),
            ("talk", &[("way", "held"), ("on", "2026-01-06"), ("text", "they were open")]),
            ("not-needed", &[("step", "finance_snapshot"), ("text", "a small client")]),
        ] {
            let page = firm.owner.post(&format!("{case}/{below}"), form).await;
            assert_eq!(page.status, 303, "{below}: {}", page.body);
        }
        let page = firm.owner.get(&case).await;
        for words in ["no invoices, no hours", "There is none.", "they feel unheard", "They are short of money", "Reem"]
        {
            page.says(words);
        }
        firm.owner.get(&format!("{case}/causes")).await.says("a branch was closed").hides("X-1");
        // The full track leaves nothing to be skipped, and a role is needed to work on the case.
        let nasser = firm.id("Nasser").await;
        firm.owner.post(&format!("{case}/roles"), &[("role", "auditor"), ("member", &nasser)]).await;
        let read = firm.nasser.get(&format!("{case}/talk")).await;
        read.says("It belongs to: case lead").hides("<textarea");
        let refused = firm.nasser.post(&format!("{case}/talk"), &[("way", "unsafe"), ("text", "x")]).await;
        assert_eq!(refused.status, 422);
        refused.says("is not yours here");
    }
}

#[tokio::test]
async fn every_role_does_on_the_pages_what_the_matrix_says() {
    let mut firm = firms().await.remove(0);
    let case = firm.opened().await;
    let (sara, key) = (firm.id("Sara").await, store::keys(&firm.copy.own.db).await.expect("the store").remove(0));
    /// A page, what it counts as, and what is filled in.
    type Asked<'a> = (&'a str, Action, &'a [(&'a str, &'a str)]);
    let acts: [Asked<'_>; 5] = [
        ("triage", Action::Work, &[("illegal", "no"), ("conduct", "no"), ("threat", "no")]),
        ("counsel", Action::Counsel, &[("text", "write it down")]),
        ("legal-stop", Action::CounselStop, &[("text", "wait")]),
        ("roles", Action::NameRoles, &[("role", "dpo"), ("member", &sara)]),
        ("withdrawal", Action::Decide, &[("text", "")]),
    ];
    for role in [Role::Lead, Role::Function, Role::Facilitator, Role::Finance, Role::Counsel, Role::Auditor, Role::It] {
        let given = firm.owner.post(&format!("{case}/roles"), &[("role", role.word()), ("member", &sara)]).await;
        assert_eq!(given.status, 303, "{}: {}", role.word(), given.body);
        for (below, action, form) in acts {
            let may = domain::case::role::may(role, action, Class::Normal);
            let page = firm.sara.post(&format!("{case}/{below}"), form).await;
            let refused = page.body.contains("is not yours here");
            assert_eq!(refused, !may && below != "withdrawal", "{} {below}: {}", role.word(), page.body);
            let asks = firm.sara.get(&format!("{case}/{below}")).await;
            assert_eq!(asks.body.contains("<form class=\"form prose\""), may, "{} {below}", role.word());
        }
        let loaded = cases::load(firm.copy.app.place(), &key).await.expect("the store").expect("a case");
        if loaded.case.counsel_stop {
            firm.owner.post(&format!("{case}/legal-stop"), &[("text", "go on")]).await;
        }
        if loaded.case.roles.get(&Role::Dpo).is_some_and(|holders| holders.contains(&sara)) {
            firm.owner.post(&format!("{case}/roles/end"), &[("role", "dpo"), ("member", &sara)]).await;
        }
        firm.owner.post(&format!("{case}/roles/end"), &[("role", role.word()), ("member", &sara)]).await;
    }
}

#[tokio::test]
async fn the_pages_read_in_arabic_and_the_track_is_the_owners_to_set() {
    let mut firm = firms().await.remove(0);
    let case = firm.opened().await;
    firm.owner.post("/language", &[("language", "ar"), ("back", "/")]).await;
    for below in ["", "/triage", "/ties", "/data", "/contracts", "/client-view", "/causes", "/own-part", "/talk"] {
        firm.owner.get(&format!("{case}{below}")).await.says("dir=\"rtl\"").says("Nakhla");
    }
    for below in ["/counsel", "/legal-stop", "/not-needed", "/deferral", "/dissent", "/reopening", "/withdrawal"] {
        firm.owner.get(&format!("{case}{below}")).await.says("dir=\"rtl\"");
    }
    for below in ["/roles", "/decision", "/minutes", "/not-needed?step=data"] {
        firm.owner.get(&format!("{case}{below}")).await.says("dir=\"rtl\"");
    }
    assert_eq!(firm.owner.get(&format!("{case}/nothing")).await.status, 404);
    firm.owner.get("/cases").await.says("ملف واحد مفتوح.");
    assert_eq!(firm.owner.post("/firm/track", &[("track", "full")]).await.status, 303);
    firm.copy.client("RIWAQ", "Riwaq").await;
    firm.owner.get("/clients/RIWAQ/cases/new").await.says("value=\"full\" checked");
    assert_eq!(firm.sara.post("/firm/track", &[("track", "light")]).await.status, 403);
}
