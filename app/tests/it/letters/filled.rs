//! What the form of a letter is filled with from the case and the records, and where a letter may not say "none".

use super::pages::{decided, must};
use crate::cases::decision::{Heard, heard_of};
use crate::harness::{Browser, Copy};
use crate::portal::prepared;

/// Gives the client work that was accepted.
pub async fn accepted(copy: &Copy) {
    let sql = "INSERT INTO deliverables (client, id, due_on, accepted_on, known_on, source_id, source_line)
               VALUES ('NAKHLA', 'D-1', '2026-09-01', '2026-09-10', '2026-09-10', 0, 0)";
    copy.sql(sql).await;
}

/// Gives the client late work, and an open invoice in each of two currencies.
async fn known(copy: &Copy) {
    for sql in [
        "INSERT INTO deliverables (client, id, due_on, known_on, source_id, source_line)
         VALUES ('NAKHLA', 'D-2', '2026-10-01', '2026-10-01', 0, 0)",
        "INSERT INTO invoices (client, id, issued_on, due_on, amount, currency, known_on, source_id, source_line)
         VALUES ('NAKHLA', 'NK-1', '2026-08-01', '2026-09-01', 420000, 'SAR', '2026-08-01', 0, 0),
                ('NAKHLA', 'NK-2', '2026-08-02', '2026-09-02', 100000, 'USD', '2026-08-02', 0, 0)",
    ] {
        copy.sql(sql).await;
    }
}

/// Takes what the client owes, and a date that they keep themselves, into the register.
async fn owed(owner: &mut Browser, case: &str) {
    let path = format!("{case}/obligation");
    let rest = [("side", "theirs"), ("owner", "relationship"), ("basis", "contract")];
    must(owner, &path, &[&[("what", "ACC-04"), ("on", "2026-12-05")], &rest[..]].concat()).await;
    let date = [("what", "DEL-07"), ("words", "Renewal of nakhla.example"), ("on", "2027-03-01")];
    must(owner, &path, &[&date, &rest[..]].concat()).await;
}

#[tokio::test]
async fn lists_are_filled_from_the_records_and_the_register() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { copy, mut owner, case, .. } = heard;
        let new = |kind: &str, language: &str| format!("{case}/part/letters/new?kind={kind}&language={language}");
        owner.get(&new("notice_of_termination", "en")).await.hides("D-2").hides("Shared passwords");
        accepted(&copy).await;
        known(&copy).await;
        owed(&mut owner, &case).await;
        let notice = owner.get(&new("notice_of_termination", "en")).await;
        notice
            .says("D-2 | 2026-1")
            .hides("D-2 | 2026-10-01")
            .hides("D-1 |")
            .says("Renewal of nakhla.example | 2027-03-01");
        notice.says("Shared passwords, keys and door codes changed by you | 2026-12-05");
        notice.says("NK-1 | 4200.00 SAR | 2026-09-01").says("NK-2 | 1000.00 USD | 2026-09-02");
        let bilingual = owner.get(&new("notice_of_termination", "bilingual")).await;
        bilingual.says("تغييركم كلمات المرور المشتركة والمفاتيح ورموز الأبواب = Shared passwords");
        let summary = owner.get(&new("closing_summary", "en")).await;
        summary.says("D-1 | 2026-09-10</textarea>").says("D-2 | 2026-1").says("changed by you | 2026-12-05</textarea>");
        summary.says("Renewal of nakhla.example | 2027-03-01");
        // One currency alone stands in its own field.
        copy.sql("DELETE FROM invoices WHERE id = 'NK-1'").await;
        let reminder = owner.get(&new("reminder", "en")).await;
        reminder.says("NK-2 | 1000.00 | 2026-09-02").says("value=\"USD\"").says("name=\"clause\"");
        for (kind, field) in [
            ("boundary_letter", "next_step"),
            ("notice_of_default", "pay_to"),
            ("notice_of_default", "contact_name"),
            ("answer", "reply_next_on"),
            ("closing_summary", "refund_on"),
            ("handover_cover", "deadlines"),
        ] {
            owner.get(&new(kind, "en")).await.says(&format!("name=\"{field}\""));
        }
        let certificate = owner.get(&new("closure_certificate", "en")).await;
        certificate.says("name=\"obligations\" value=\"0\"");
        let settled = [("obligation", "1"), ("way", "proved"), ("on", "2026-11-20"), ("text", "they wrote so")];
        must(&mut owner, &format!("{case}/obligation-settled"), &settled).await;
        owner.get(&new("closure_certificate", "en")).await.says("name=\"obligations\" value=\"1\"");
        owner.get(&new("notice_of_termination", "en")).await.hides("Shared passwords");
    }
}

#[tokio::test]
async fn services_are_filled_in_as_the_clients_page_says_them() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { mut owner, case, .. } = heard;
        for told in [
            [("service", "Search advertising"), ("course", "until"), ("until", "2026-12-10")],
            [("service", "Hosting"), ("course", "goes_on"), ("until", "")],
            [("service", "Support"), ("course", "to_the_end"), ("until", "")],
        ] {
            must(&mut owner, &format!("{case}/service-told"), &told).await;
        }
        let notice = owner.get(&format!("{case}/part/letters/new?kind=notice_of_termination&language=en")).await;
        notice.says("Search advertising | 2026-12-10</textarea>").hides("Search advertising (");
        let field = |name: &str| {
            let rest = notice.body.split_once(&format!("name=\"{name}\"")).expect("the field").1;
            rest.split_once('>').and_then(|(_, rest)| rest.split_once('<')).expect("a text").0.to_owned()
        };
        assert_eq!(
            ["continues", "stops", "stops_on", "goes_on"].map(field),
            ["Support", "", "Search advertising | 2026-12-10", "Hosting"]
        );
    }
}

/// A notice with what each of the other parts asks for.
const NOTICE: [(&str, &str); 18] = [
    ("form", "facts"),
    ("kind", "notice_of_termination"),
    ("language", "en"),
    ("client_name", "Nakhla Company"),
    ("reference", "C-17"),
    ("basis", "clause"),
    ("basis_text", "9"),
    ("noticed_on", "2026-11-20"),
    ("end_on", "2026-12-22"),
    ("stops_on", "Search advertising | 2026-12-10"),
    ("goes_on", "Hosting"),
    ("currency", "SAR"),
    ("data", "returned"),
    ("data_until", "2026-12-20"),
    ("contact_name", "Salma Adel"),
    ("duties", "confidentiality"),
    ("service", "email"),
    ("signer_name", "Reem"),
];

#[tokio::test]
async fn a_letter_says_none_only_where_nothing_is_known() {
    for mut heard in heard_of(2).await {
        decided(&mut heard).await;
        let Heard { copy, mut owner, case, .. } = heard;
        let new = format!("{case}/part/letters/new");
        accepted(&copy).await;
        let thanks = [("appreciation", "The launch in March was good."), ("appreciation_record", "deliverables D-1")];
        let sums = [("invoices", "NK-1 | 4200.00 SAR | 2026-09-01\nNK-2 | 1000.00 USD | 2026-09-02")];
        let all = [&NOTICE[..], &thanks, &sums].concat();
        let none = [&all[..], &[("deliverables", ""), ("actions", "")]].concat();
        must(&mut owner, &new, &none).await;
        let page = owner.get(&format!("{case}/part/letters/1")).await;
        page.says("No deliverables remain open on our side.").says("We need nothing further from you");
        page.says("Each of these services stops on a day of its own").says("Search advertising: 10 December 2026");
        page.says("do not end with the others").says("The balance on the date of this letter is");
        page.says("4,200").says("USD").hides("SAR\u{a0}1,000").hides("continue until");

        known(&copy).await;
        owed(&mut owner, &case).await;
        let denied = owner.post(&new, &none).await;
        assert_eq!(denied.status, 422);
        denied.says("deliverables-err").says("actions-err").says("Left empty, the letter would say");
        let told = [("deliverables", "D-2 | 2026-12-22"), ("actions", "The new passwords | 2026-12-05")];
        must(&mut owner, &new, &[&all[..], &told].concat()).await;
        let page = owner.get(&format!("{case}/part/letters/2")).await;
        page.says("D-2: 22 December 2026").hides("We need nothing further").hides("No deliverables remain");
    }
}

#[tokio::test]
async fn what_goes_together_is_not_said_by_halves() {
    for mut heard in heard_of(2).await {
        decided(&mut heard).await;
        let Heard { mut owner, case, .. } = heard;
        let new = format!("{case}/part/letters/new");
        let next = [("reply_next", "We go through it together"), ("reply_next_on", "2026-11-23")];
        let half = [&super::pages::ANSWER[..], &next[..1]].concat();
        let refused = owner.post(&new, &half).await;
        assert_eq!(refused.status, 422);
        refused.says("reply_next_on-err");
        must(&mut owner, &new, &[&super::pages::ANSWER[..], &next].concat()).await;
        let page = owner.get(&format!("{case}/part/letters/1")).await;
        page.says("The next step: We go through it together, on 23 November 2026.");
    }
}

#[tokio::test]
async fn appreciation_rests_on_what_there_is() {
    for mut heard in heard_of(2).await {
        decided(&mut heard).await;
        let Heard { copy, mut owner, case, .. } = heard;
        let new = format!("{case}/part/letters/new");
        let rest = [("client_name", "Nakhla"), ("noticed_on", "2026-11-20"), ("signer_name", "Reem")];
        let thanks = |record: &'static str| {
            let own = [("appreciation", "The launch in March was good."), ("appreciation_record", record)];
            let kind = [("form", "facts"), ("kind", "notice_of_termination"), ("language", "en")];
            [&kind[..], &rest, &own].concat()
        };
        accepted(&copy).await;
        let asked = owner.get(&format!("{new}?kind=notice_of_termination&language=en")).await;
        asked.says("list=\"appreciation_record-list\"").says("<option value=\"deliverables D-1\">");
        for wrong in ["deliverables D-9", "good_things 1", "secrets 1", "the launch", ""] {
            let refused = owner.post(&new, &thanks(wrong)).await;
            assert_eq!(refused.status, 422);
            refused.says("The client has no such record").says("<option value=\"deliverables D-1\">");
        }
        owner.post(&new, &thanks("deliverables D-1")).await.hides("The client has no such record");
    }
}
