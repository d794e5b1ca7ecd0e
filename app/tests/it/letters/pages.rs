//! The pages of letters: from facts to a text, checked, changed in versions, released by someone else, and printed.

use crate::cases::decision::{Heard, end, heard_of, id};
use crate::harness::Browser;

/// Sends a form that leads on; returns where to.
pub async fn must(browser: &mut Browser, path: &str, form: &[(&str, &str)]) -> String {
    let answer = browser.post(path, form).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.body);
    answer.header("location").unwrap_or_default().to_owned()
}

/// Brings a case to where an end is prepared.
pub async fn decided(heard: &mut Heard) {
    let Heard { copy, owner, case, .. } = heard;
    let talk = [("way", "held"), ("on", "2026-11-01"), ("text", "they asked for time")];
    must(owner, &format!("{case}/talk"), &talk).await;
    let signed = end(&[("go", "sign"), ("signature", "Reem"), ("sure", "1")]);
    must(owner, &format!("{case}/decision"), &signed).await;
    must(owner, &format!("{case}/stage"), &[("stage", "preparing_exit")]).await;
    let sara = id(copy, "Sara").await;
    must(owner, &format!("{case}/roles"), &[("role", "counsel"), ("member", &sara)]).await;
}

pub const ANSWER: [(&str, &str); 9] = [
    ("form", "facts"),
    ("kind", "answer"),
    ("language", "en"),
    ("client_name", "Nakhla Trading Company"),
    ("noticed_on", "2026-11-20"),
    ("asked_on", "2026-11-18"),
    ("about", "the balance"),
    ("says", "The balance is SAR 4,200. The statement is attached."),
    ("signer_name", "Reem"),
];

#[tokio::test]
async fn a_letter_is_written_checked_and_released() {
    for mut heard in heard_of(2).await {
        let case = heard.case.clone();
        let before = heard.owner.get(&format!("{case}/part/letters/new")).await;
        before.says("Boundary letter").hides("Notice of termination");
        decided(&mut heard).await;
        let Heard { mut owner, mut sara, .. } = heard;
        let new = format!("{case}/part/letters/new");
        owner.get(&format!("{case}/part")).await.says("New letter").says("Justification dossier");
        owner.get(&new).await.says("What is to be written?").says("Notice of termination");
        let to = must(&mut owner, &new, &[("form", "which"), ("kind", "answer"), ("language", "en")]).await;
        owner.get(&to).await.says("What does the letter rest on?").says("value=\"Nakhla\"");

        let lacking = owner.post(&new, &ANSWER[..5]).await;
        assert_eq!(lacking.status, 422);
        lacking.says("asked_on-err").says("signer_name-err");
        let letter = must(&mut owner, &new, &ANSWER).await;
        assert!(letter.ends_with("/part/letters/1"), "{letter}");
        let page = owner.get(&letter).await;
        page.says("Dear Nakhla Trading Company,").says("Nothing stands in the way").says("Version 1");

        let bad = "Dear A,\n\nYou deliberately withheld our fees.\n\nYours sincerely,\n\nReem";
        let checked = owner.post(&letter, &[("do", "check"), ("text", bad)]).await;
        checked.says("<mark class=\"tone t-block\">").says("<sup>1</sup>").says("Not kept yet");
        owner.get(&letter).await.hides("deliberately");
        must(&mut owner, &letter, &[("do", "keep"), ("text", bad)]).await;
        let page = owner.get(&letter).await;
        page.says("Version 2").says("deliberately").hides("/release");
        let own = owner.post(&format!("{letter}/release"), &[("reason", "it is true")]).await;
        assert_eq!(own.status, 422, "whoever wrote it does not release it");
        sara.get(&letter).await.says("/release");
        must(&mut sara, &format!("{letter}/release"), &[("reason", "counsel asked for it")]).await;
        owner.get(&letter).await.says("counsel asked for it");

        for file in [format!("{letter}/paper.pdf"), format!("{case}/part/dossier.pdf")] {
            let pdf = owner.get(&file).await;
            assert_eq!((pdf.status, pdf.header("content-type")), (200, Some("application/pdf")), "{file}");
            assert!(pdf.body.starts_with("%PDF"), "{file}");
        }
        assert_eq!(owner.get(&format!("{case}/part/letters/9")).await.status, 404);
    }
}

#[tokio::test]
async fn a_notice_is_written_from_a_form_in_both_languages() {
    for mut heard in heard_of(2).await {
        decided(&mut heard).await;
        let Heard { copy, mut owner, case, .. } = heard;
        super::filled::accepted(&copy).await;
        let new = format!("{case}/part/letters/new");
        let form = [
            ("form", "facts"),
            ("kind", "notice_of_termination"),
            ("language", "bilingual"),
            ("client_name", "شركة النخلة = Nakhla Company"),
            ("reference", "C-17"),
            ("basis", "clause"),
            ("basis_text", "9"),
            ("noticed_on", "2026-11-20"),
            ("end_on", "2026-12-22"),
            ("end_time", "17:00"),
            ("end_place", "الرياض = Riyadh"),
            ("continues", "الاستضافة = hosting"),
            ("stops", ""),
            ("deliverables", "الملفات المصدرية = source files | 2026-12-10"),
            ("actions", "اسم مقدم الخدمة = the name of the provider | 2026-12-05 | يتأخر النقل = the transfer is late"),
            ("currency", "SAR"),
            ("invoices", "NK-1 | 4,200.50 | 2026-10-01"),
            ("data", "returned"),
            ("data_until", "2026-12-20"),
            ("contact_name", "سلمى عادل = Salma Adel"),
            ("duties", "confidentiality"),
            ("service", "email"),
            ("signer_name", "ريم = Reem"),
            (
                "appreciation",
                "كان إطلاق مارس 2025 عملاً نعتز به. = The launch of March 2025 was a result we are proud of.",
            ),
            ("appreciation_record", "deliverables D-1"),
            ("prevailing", "ar"),
        ];
        let mut wrong = form;
        wrong[13].1 = "source files by Friday";
        let refused = owner.post(&new, &wrong).await;
        assert_eq!(refused.status, 422);
        refused.says("This line cannot be read").says("source files by Friday");
        let letter = must(&mut owner, &new, &form).await;
        let page = owner.get(&letter).await;
        page.says("Nothing stands in the way").says("lang=\"ar\" dir=\"rtl\"").says("lang=\"en\" dir=\"ltr\"");
        page.says("otherwise the transfer is late")
            .says("لئلا يتأخر النقل")
            .says("depends on how this letter is served");
        assert_eq!(owner.get(&format!("{letter}/paper.pdf")).await.status, 200);
    }
}
