//! Records by hand: entered, corrected, withdrawn and put back; notes; names of people; spellings of clients.

use crate::harness::{Browser, Copy, Page, each};

/// Enters a record and returns the page that follows.
async fn enter(browser: &mut Browser, path: &str, form: &[(&str, &str)]) -> Page {
    browser.post(path, form).await
}

/// Enters an invoice that is fine.
async fn invoice(browser: &mut Browser, client: &str, number: &str, amount: &str) -> Page {
    let form = [
        ("invoice", number),
        ("issued_on", "2026-01-05"),
        ("due_on", "2026-02-04"),
        ("amount", amount),
        ("currency", "SAR"),
    ];
    enter(browser, &format!("/clients/{client}/invoices/new"), &form).await
}

async fn count(copy: &Copy, table: &str) -> String {
    copy.text(&format!("SELECT CAST(COUNT(*) AS TEXT) FROM \"{table}\"")).await
}

#[tokio::test]
async fn a_client_and_an_invoice_are_entered() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let page =
            owner.post("/clients/new", &[("name", "نخلة للأثاث"), ("currency", "SAR"), ("terms_days", "30")]).await;
        assert_eq!(page.status, 303, "{}", page.body);
        assert_eq!(copy.text("SELECT client FROM clients").await, "نخلة للأثاث");
        copy.client("C1", "Nakhla").await;
        let form = owner.get("/clients/C1/invoices/new").await;
        form.says("A new invoice").says("value=\"SAR\" selected").says("Nakhla");
        let page = invoice(&mut owner, "C1", "I-1", "١٬٢٥٠٫٥٠").await;
        assert_eq!((page.status, page.header("location")), (303, Some("/clients/C1/invoices/I-1")), "{}", page.body);
        assert_eq!(copy.text("SELECT CAST(amount AS TEXT) FROM invoices WHERE id = 'I-1'").await, "125050");
        assert_eq!(copy.text("SELECT known_on FROM invoices WHERE id = 'I-1'").await, "2026-02-04");
        assert_eq!(copy.text("SELECT before FROM changes WHERE id = 'I-1'").await, "");
        assert_eq!(copy.text("SELECT CAST(source_line AS TEXT) FROM invoices WHERE id = 'I-1'").await, "0");
        assert_eq!(copy.text("SELECT name FROM sources WHERE id = (SELECT source_id FROM invoices)").await, "");
        assert_eq!(copy.text("SELECT client FROM assessments WHERE client = 'C1'").await, "C1");
    }
}

#[tokio::test]
async fn decimals_are_empty_or_not_in_turn() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.client("C1", "Nakhla").await;
        for (n, day) in ["01", "02", "03", "04", "05", "06", "07", "08"].iter().enumerate() {
            let day = format!("2026-02-{day}");
            let form = [("on_day", day.as_str()), ("score", "4"), ("scale", if n % 2 == 0 { "" } else { "10" })];
            let page = enter(&mut owner, "/clients/C1/feedback/new", &form).await;
            assert_eq!(page.status, 303, "{}", page.body);
        }
        assert_eq!(count(&copy, "feedback").await, "8");
    }
}

#[tokio::test]
async fn a_day_that_holds_more_than_a_day_is_asked_about() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.client("C1", "Nakhla").await;
        let mut hours = vec![("on_day", "2026-01-05"), ("minutes", "13:00"), ("person", "Reem")];
        assert_eq!(enter(&mut owner, "/clients/C1/time/new", &hours).await.status, 303);
        hours[1].1 = "11:01";
        enter(&mut owner, "/clients/C1/time/new", &hours).await.says("more than 24 hours on 5 January 2026");
        hours.push(("sure", "1"));
        assert_eq!(enter(&mut owner, "/clients/C1/time/new", &hours).await.status, 303);
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_and_nothing_typed_is_lost() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.client("C1", "Nakhla").await;
        let form = [
            ("invoice", "I-9"),
            ("issued_on", "31/02/2026"),
            ("due_on", "2026-01-01"),
            ("amount", "<much>"),
            ("currency", "SAR"),
            ("note", "kept as typed"),
        ];
        let page = enter(&mut owner, "/clients/C1/invoices/new", &form).await;
        assert_eq!(page.status, 422);
        page.says("2 fields need another look")
            .says("There is no day 31/02/2026")
            .says("&#60;much&#62; is not an amount");
        page.says("value=\"31/02/2026\"").says("kept as typed").says("value=\"I-9\"");
        assert_eq!(count(&copy, "invoices").await, "0");
        let early = [("invoice", "I"), ("issued_on", "2026-02-01"), ("due_on", "2026-01-01"), ("amount", "5")];
        enter(&mut owner, "/clients/C1/invoices/new", &early).await.says("due before it was issued");
        let long = [("on_day", "2026-02-01"), ("minutes", "25:00")];
        enter(&mut owner, "/clients/C1/time/new", &long).await.says("A day has twenty-four hours");
        let unknown = [("invoice", "I-404"), ("paid_on", "2026-02-01"), ("amount", "5"), ("currency", "SAR")];
        enter(&mut owner, "/clients/C1/payments/new", &unknown).await.says("no invoice I-404");
        let negative = [("deliverable", "D"), ("due_on", "2026-02-01"), ("revisions", "-1")];
        enter(&mut owner, "/clients/C1/deliverables/new", &negative).await.says("cannot be below zero");
        assert_eq!(invoice(&mut owner, "C1", "I-1", "100").await.status, 303);
        invoice(&mut owner, "C1", "I-1", "200").await.says("I-1 is taken").says("/clients/C1/invoices/I-1");
        assert_eq!(owner.get("/clients/C1/reports/new").await.status, 404);
        assert_eq!(owner.get("/clients/nobody/invoices/new").await.status, 404);
    }
}

#[tokio::test]
async fn what_is_unusual_is_asked_once() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.client("C1", "Nakhla").await;
        invoice(&mut owner, "C1", "I-1", "100").await;
        let payment = [("invoice", "I-1"), ("paid_on", "2026-02-01"), ("amount", "60"), ("currency", "SAR")];
        assert_eq!(enter(&mut owner, "/clients/C1/payments/new", &payment).await.status, 303);
        let page = enter(&mut owner, "/clients/C1/payments/new", &payment).await;
        page.says("paid SAR\u{a0}20 more than it asks for").says("name=\"sure\"");
        assert_eq!(count(&copy, "payments").await, "1");
        let sure = [&payment[..], &[("sure", "1")]].concat();
        let page = enter(&mut owner, "/clients/C1/payments/new", &sure).await;
        assert_eq!(page.header("location"), Some("/clients/C1/payments/I-1%2F2026-02-01.1"), "{}", page.body);
        let feedback = [("on_day", "2026-02-01"), ("score", "4")];
        assert_eq!(enter(&mut owner, "/clients/C1/feedback/new", &feedback).await.status, 303);
        enter(&mut owner, "/clients/C1/feedback/new", &feedback).await.says("The very same feedback stands already");
        let ahead = [("on_day", "2099-01-01"), ("score", "4")];
        enter(&mut owner, "/clients/C1/feedback/new", &ahead).await.says("1 January 2099 lies ahead");
        assert_eq!(count(&copy, "feedback").await, "1");
    }
}

#[tokio::test]
async fn a_correction_keeps_the_past() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.client("C1", "Nakhla").await;
        invoice(&mut owner, "C1", "I-1", "100").await;
        let form = owner.get("/clients/C1/invoices/I-1/edit").await;
        form.says("value=\"100.00\"").says("value=\"2026-01-05\"").says("name=\"seen\" value=\"1\"");
        let corrected = [
            ("seen", "1"),
            ("issued_on", "2026-01-05"),
            ("due_on", "2026-02-04"),
            ("amount", "120"),
            ("currency", "SAR"),
            ("disputed", "yes"),
        ];
        let page = owner.post("/clients/C1/invoices/I-1/edit", &corrected).await;
        assert_eq!(page.header("location"), Some("/clients/C1/invoices/I-1"), "{}", page.body);
        assert_eq!(copy.text("SELECT CAST(amount + disputed AS TEXT) FROM invoices").await, "12001");
        let before = copy.text("SELECT before FROM changes WHERE number = 2").await;
        assert!(before.contains("\"amount\":10000"), "{before}");
        let again = [&[("seen", "2")], &corrected[1..]].concat();
        assert_eq!(owner.post("/clients/C1/invoices/I-1/edit", &again).await.status, 303);
        assert_eq!(count(&copy, "changes").await, "2");
    }
}

#[tokio::test]
async fn the_second_of_two_sees_what_the_first_changed() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut huda = copy.joins(&mut owner, "Huda", "finance").await;
        copy.client("C1", "Nakhla").await;
        invoice(&mut owner, "C1", "I-1", "100").await;
        let form = |amount: &'static str, note: &'static str| {
            let fixed = [("seen", "1"), ("issued_on", "2026-01-05"), ("due_on", "2026-02-04"), ("currency", "SAR")];
            [&fixed[..], &[("amount", amount), ("note", note)]].concat()
        };
        assert_eq!(huda.post("/clients/C1/invoices/I-1/edit", &form("150", "")).await.status, 303);
        let met = owner.post("/clients/C1/invoices/I-1/edit", &form("100", "call them")).await;
        assert_eq!(met.status, 409);
        met.says("Huda changed it").says("it said SAR\u{a0}100, it now says SAR\u{a0}150");
        met.says("value=\"150.00\"").says("call them").says("name=\"seen\" value=\"2\"");
        assert_eq!(copy.text("SELECT COALESCE(note, 'none') FROM invoices").await, "none");
        let mut looked = form("150.00", "call them");
        looked[0] = ("seen", "2");
        assert_eq!(owner.post("/clients/C1/invoices/I-1/edit", &looked).await.status, 303);
        assert_eq!(copy.text("SELECT CAST(amount AS TEXT) FROM invoices").await, "15000");
        assert_eq!(copy.text("SELECT note FROM invoices").await, "call them");
    }
}

#[tokio::test]
async fn a_record_is_withdrawn_and_put_back() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut lina = copy.joins(&mut owner, "Lina", "member").await;
        copy.client("C1", "Nakhla").await;
        invoice(&mut owner, "C1", "I-1", "100").await;
        let payment = [("invoice", "I-1"), ("paid_on", "2026-02-01"), ("amount", "60"), ("currency", "SAR")];
        enter(&mut lina, "/clients/C1/payments/new", &payment).await;
        let (of_invoice, of_payment) =
            ("/clients/C1/invoices/I-1/withdrawal", "/clients/C1/payments/I-1%2F2026-02-01/withdrawal");
        assert_eq!(lina.post(of_invoice, &[("reason", "x")]).await.status, 403);
        owner.post(of_invoice, &[("reason", "twice")]).await.says("Withdraw them first");
        owner.post(of_payment, &[("reason", " ")]).await.says("Say why");
        assert_eq!(lina.post(of_payment, &[("reason", "wrong client")]).await.status, 303);
        assert_eq!(count(&copy, "payments").await, "0");
        owner.get(of_payment).await.says("wrong client").says("Lina").says("Put it back");
        assert_eq!(owner.get("/clients/C1/payments/I-1%2F2026-02-01/edit").await.status, 404);
        assert_eq!(lina.post("/clients/C1/payments/I-1%2F2026-02-01/restoration", &[]).await.status, 303);
        assert_eq!(count(&copy, "payments").await, "1");
        assert_eq!(copy.text("SELECT CAST(MAX(number) AS TEXT) FROM changes WHERE kind = 'payments'").await, "3");
        assert_eq!(owner.get(of_payment).await.status, 200);
    }
}

#[tokio::test]
async fn a_withdrawn_client_leaves_nothing_behind() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        owner.post("/clients/new", &[("client", "C9"), ("name", "Mistake")]).await;
        let place = "/clients/C9/clients/C9/withdrawal";
        invoice(&mut owner, "C9", "I-1", "5").await;
        owner.post(place, &[("reason", "mistyped")]).await.says("Merge it into another client instead");
        owner.post("/clients/C9/invoices/I-1/withdrawal", &[("reason", "mistyped")]).await;
        assert_eq!(owner.post(place, &[("reason", "mistyped")]).await.status, 303);
        assert_eq!((count(&copy, "clients").await, count(&copy, "assessments").await), ("0".into(), "0".into()));
        owner.get(place).await.says("mistyped");
        assert_eq!(owner.post("/clients/C9/clients/C9/restoration", &[]).await.status, 303);
        assert_eq!(copy.text("SELECT name FROM clients WHERE client = 'C9'").await, "Mistake");
    }
}

#[tokio::test]
async fn a_note_takes_one_line() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.client("C1", "Nakhla").await;
        owner.get("/clients/C1/note").await.says("autofocus").hides("name=\"text\"");
        let note = [("direction", "out"), ("channel", "chat"), ("contact", "Sami"), ("subject", "وعد بالرد غداً")];
        let page = owner.post("/clients/C1/note", &note).await;
        assert_eq!(page.status, 303, "{}", page.body);
        let there = page.header("location").expect("a place").to_owned();
        owner.get(&there).await.says("Noted.").says("Sami");
        let kept =
            "SELECT direction || ' ' || channel || ' ' || contact || ' ' || person || ' ' || subject FROM messages";
        assert_eq!(copy.text(kept).await, "out chat Sami Reem وعد بالرد غداً");
        assert_eq!(copy.text("SELECT substr(at, 11, 1) FROM messages").await, "T");
        owner.post("/clients/C1/note", &[("direction", "in"), ("subject", " ")]).await.says("One line says");
        assert_eq!(count(&copy, "messages").await, "1");
    }
}

#[tokio::test]
async fn the_text_of_messages_is_asked_only_where_it_is_kept() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.client("C1", "Nakhla").await;
        let message = [("at", "2026-02-01"), ("at-time", "17:40"), ("direction", "in"), ("text", "secret")];
        owner.get("/clients/C1/messages/new").await.hides("name=\"text\"");
        assert_eq!(enter(&mut owner, "/clients/C1/messages/new", &message).await.status, 303);
        assert_eq!(copy.text("SELECT at || COALESCE(text, '-') FROM messages").await, "2026-02-01T17:40-");
        owner.post("/firm/text", &[("keep_text", "1"), ("purpose", "To read complaints before a review.")]).await;
        owner.get("/clients/C1/messages/new").await.says("name=\"text\"");
    }
}

#[tokio::test]
async fn members_see_neither_costs_nor_the_hours_of_others() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut lina = copy.joins(&mut owner, "Lina", "member").await;
        copy.client("C1", "Nakhla").await;
        let hours = [
            ("entry", "T-1"),
            ("on_day", "2026-02-01"),
            ("minutes", "1:30"),
            ("person", "Reem"),
            ("currency", "SAR"),
            ("cost_rate", "95"),
        ];
        assert_eq!(enter(&mut owner, "/clients/C1/time/new", &hours).await.status, 303);
        lina.get("/clients/C1/time/new").await.hides("cost_rate").hides("name=\"person\"");
        let own =
            [("entry", "T-2"), ("on_day", "2026-02-01"), ("minutes", "90"), ("person", "Reem"), ("cost_rate", "1")];
        assert_eq!(enter(&mut lina, "/clients/C1/time/new", &own).await.status, 303);
        assert_eq!(
            copy.text("SELECT person || COALESCE(CAST(cost_rate AS TEXT), '-') FROM time WHERE id = 'T-2'").await,
            "Lina-"
        );
        assert_eq!(lina.get("/clients/C1/time/T-1/edit").await.status, 404);
        assert_eq!(lina.get("/clients/C1/time/T-2/edit").await.status, 200);
        let kept =
            [("seen", "1"), ("on_day", "2026-02-02"), ("minutes", "90"), ("person", "Reem"), ("currency", "SAR")];
        owner.post("/clients/C1/time/T-2/edit", &kept).await;
        assert_eq!(lina.get("/clients/C1/time/T-2/edit").await.status, 404);
    }
}

#[tokio::test]
async fn answers_to_the_pulse_are_nobodys() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.client("C1", "Nakhla").await;
        for _ in 0..2 {
            let page = enter(&mut owner, "/clients/C1/pulse/new", &[("on_day", "2026-02-01"), ("score", "4")]).await;
            assert_eq!(page.header("location"), Some("/clients/C1"), "{}", page.body);
        }
        assert_eq!(count(&copy, "pulse").await, "2");
        assert_eq!(count(&copy, "changes").await, "0");
        let trace = "SELECT MAX(member) || MAX(substr(imported_at, 11)) FROM sources";
        assert_eq!(copy.text(trace).await, "T00:00:00Z");
        let id = copy.text("SELECT MIN(id) FROM pulse").await;
        assert_eq!(owner.get(&format!("/clients/C1/pulse/{id}/edit")).await.status, 404);
        assert_eq!(owner.get(&format!("/clients/C1/pulse/{id}/withdrawal")).await.status, 404);
    }
}

#[tokio::test]
async fn forms_close_while_the_screen_is_shared_but_the_note_stays() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.client("C1", "Nakhla").await;
        copy.client("C2", "Riwaq").await;
        assert_eq!(owner.post("/sharing", &[("client", "C1")]).await.status, 303);
        for path in ["/clients/C1/invoices/new", "/clients/new", "/names", "/clients/merges"] {
            assert_eq!(owner.get(path).await.status, 403, "{path}");
        }
        assert_eq!(owner.get("/clients/C1/note").await.status, 200);
        assert_eq!(owner.get("/clients/C2/note").await.status, 404);
    }
}

#[tokio::test]
async fn names_are_mapped_by_whoever_may_see_all_hours() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let mut lina = copy.joins(&mut owner, "Lina", "member").await;
        copy.client("C1", "Nakhla").await;
        for (id, person) in [("T-1", "lina"), ("T-2", "L. Haddad"), ("T-3", "Freelancer")] {
            let hours = [("entry", id), ("on_day", "2026-02-01"), ("minutes", "60"), ("person", person)];
            enter(&mut owner, "/clients/C1/time/new", &hours).await;
        }
        assert_eq!(lina.get("/names").await.status, 403);
        owner.get("/names").await.says("3 names in the records").says("L. Haddad");
        let id = copy.text("SELECT id FROM members WHERE name = 'Lina'").await;
        let form = [
            ("spelling", "l haddad"),
            ("member", id.as_str()),
            ("spelling", "freelancer"),
            ("member", "-"),
            ("spelling", "lina"),
            ("member", ""),
        ];
        assert_eq!(owner.post("/names", &form).await.status, 303);
        owner.get("/names").await.says("One name in the records").says("None of ours");
        assert_eq!(lina.get("/clients/C1/time/T-2/edit").await.status, 200);
        assert_eq!(lina.get("/clients/C1/time/T-3/edit").await.status, 404);
        assert_eq!(owner.post("/names/removal", &[("spelling", "l haddad")]).await.status, 303);
        assert_eq!(lina.get("/clients/C1/time/T-2/edit").await.status, 404);
    }
}

#[tokio::test]
async fn spellings_are_merged_and_the_merge_is_undone() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        copy.client("C1", "شركة النخلة").await;
        copy.client("C2", "مؤسسة نخله").await;
        copy.client("C3", "Riwaq").await;
        invoice(&mut owner, "C1", "I-1", "100").await;
        invoice(&mut owner, "C2", "I-2", "200").await;
        owner.get("/clients/merges").await.says("Two clients may be one").says("شركة النخلة");
        for (spelling, client, refusal) in
            [("C1", "C1", "Both are the same client"), ("C2", "nobody", "No client is found")]
        {
            owner.post("/clients/merges", &[("spelling", spelling), ("client", client)]).await.says(refusal);
        }
        assert_eq!(owner.post("/clients/merges", &[("spelling", "C2"), ("client", "C1")]).await.status, 303);
        assert_eq!(copy.text("SELECT client FROM invoices WHERE id = 'I-2'").await, "C2");
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM assessments").await, "2");
        let page = owner.get("/clients/merges").await;
        page.says("No two clients look like one").says("Counts for").says("Reem");
        let chained = owner.post("/clients/merges", &[("spelling", "C1"), ("client", "C3")]).await;
        chained.says("Other spellings are merged into");
        let led = owner.get("/clients/C2/invoices/new").await;
        assert_eq!(led.header("location"), Some("/clients/C1/invoices/new"));
        assert_eq!(owner.get("/clients/C1/invoices/I-2/edit").await.status, 200);
        let payment = [("invoice", "I-2"), ("paid_on", "2026-02-01"), ("amount", "60"), ("currency", "SAR")];
        assert_eq!(enter(&mut owner, "/clients/C1/payments/new", &payment).await.status, 303);
        assert_eq!(copy.text("SELECT client FROM payments").await, "C1", "under another name than its invoice");
        let withdrawn = owner.post("/clients/C1/invoices/I-2/withdrawal", &[("reason", "twice")]).await;
        withdrawn.says("Withdraw them first");
        assert_eq!(owner.post("/clients/merges/removal", &[("spelling", "C2")]).await.status, 303);
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM assessments").await, "3");
        assert_eq!(owner.post("/clients/merges/separation", &[("first", "C2"), ("second", "C1")]).await.status, 303);
        owner.get("/clients/merges").await.says("No two clients look like one");
        copy.client("C4", "عيادات بلسم").await;
        copy.client("C5", "Balsam Clinics").await;
        let page = owner.get("/clients/merges").await;
        page.says("possibly the same name in other letters").says("<bdi>ب</bdi>\u{a0}=\u{a0}<bdi>b</bdi>");
        assert_eq!(owner.post("/clients/merges/separation", &[("first", "C4"), ("second", "C5")]).await.status, 303);
        owner.get("/clients/merges").await.says("No two clients look like one");
    }
}
