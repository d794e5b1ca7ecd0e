//! The letters of an end, written from the form of their facts.

use super::{Firm, Role, Session, day, either, weekday};

impl Firm {
    /// Begins a letter and comes to its facts.
    async fn begins_letter(&self, kind: &str) -> &Session {
        let lead = &self.lead;
        lead.open(&format!("{}/part", self.case)).await;
        lead.follow(&lead.word("letter-new")).await;
        lead.tick(&lead.word(&format!("letter-kind-{kind}"))).await;
        lead.tick(&lead.word(&format!("letter-language-{}", lead.lang.language.tag()))).await;
        lead.press(&lead.word("letter-which-do")).await;
        lead
    }

    /// Writes the letter; nothing may stop it.
    async fn writes(&self) {
        let lead = &self.lead;
        lead.press(&lead.word("letter-facts-do")).await;
        assert!(lead.look(Role::Button, &lead.word("letter-facts-do")).await.is_none(), "{}", lead.text().await);
        lead.says(&lead.word("letter-no-marks")).await.hides(&lead.word("tone-lacks")).await;
    }

    /// The notice: what is known stands in the form, the rest is filled in.
    pub async fn writes_notice(&self, ends_on: &str, data_until: Option<&str>) {
        let lead = self.begins_letter("notice_of_termination").await;
        let field = |name: &str| lead.word(&format!("letter-field-{name}"));
        lead.fill(&field("basis_text"), "9").await;
        lead.fill(&field("continues"), either(lead, "الاستضافة", "hosting")).await;
        lead.fill(&field("pay_to"), either(lead, "الحساب الوارد في العقد", "the account named in the contract")).await;
        lead.choose(&field("data"), &lead.word("letter-data-returned")).await;
        lead.date(&field("data_until"), data_until.unwrap_or("2026-12-20")).await;
        lead.fill(&field("contact_email"), "reem@midad.example").await;
        let thanks =
            either(lead, "كان إطلاق مارس 2025 عملاً نعتز به.", "The launch of March 2025 was a result we are proud of.");
        lead.fill(&field("appreciation"), thanks).await;
        lead.fill(&field("appreciation_record"), "contracts C-17").await;
        self.writes().await;
        lead.says(&weekday(lead, ends_on)).await;
    }

    pub async fn writes_default(&self, cure_by: &str) {
        self.begins_letter("notice_of_default").await;
        self.fills_default(cure_by).await;
    }

    pub async fn fills_default(&self, cure_by: &str) {
        let lead = &self.lead;
        let field = |name: &str| lead.word(&format!("letter-field-{name}"));
        lead.fill(&field("basis_text"), "9").await;
        lead.date(&field("cure_by"), cure_by).await;
        lead.fill(&field("next_step"), either(lead, "تعليق التصميم الجديد", "suspending new design work")).await;
        lead.tick(&lead.word("letter-way-email")).await;
        self.writes().await;
        lead.says(&day(lead, cure_by)).await;
    }

    /// The closing summary: what the case and the records know stands in the form.
    pub async fn writes_summary(&self) {
        let lead = self.begins_letter("closing_summary").await;
        let field = |name: &str| lead.word(&format!("letter-field-{name}"));
        lead.choose(&field("data"), &lead.word("letter-data-returned")).await;
        lead.date(&field("data_until"), "2027-01-31").await;
        lead.fill(&field("contact_email"), "reem@midad.example").await;
        if !self.has_contract {
            lead.fill(&field("reference"), "S-2024").await;
            lead.fill(&field("balance"), "0").await;
            lead.fill(&field("currency"), "SAR").await;
        }
        self.writes().await;
    }

    pub async fn writes_suspension(&self) {
        self.begins_letter("suspension").await;
        self.fills_suspension().await;
    }

    pub async fn fills_suspension(&self) {
        let lead = &self.lead;
        let field = |name: &str| lead.word(&format!("letter-field-{name}"));
        lead.fill(&field("basis_text"), "9").await;
        lead.fill(&field("suspended"), either(lead, "التصميم الجديد", "new design work")).await;
        lead.date(&field("suspended_from"), "2026-12-07").await;
        lead.fill(&field("restored_by"), either(lead, "سداد الفاتورة", "payment of the invoice")).await;
        lead.fill(&field("contact_email"), "reem@midad.example").await;
        lead.tick(&lead.word("letter-way-email")).await;
        self.writes().await;
    }

    pub async fn writes_agreement(&self, ends_on: &str) {
        let lead = self.begins_letter("mutual_termination_agreement").await;
        let field = |name: &str| lead.word(&format!("letter-field-{name}"));
        lead.fill(&field("reference"), "S-2024").await;
        lead.date(&field("end_on"), ends_on).await;
        lead.fill(&field("end_place"), either(lead, "السعودية", "Saudi Arabia")).await;
        lead.fill(&field("continues"), either(lead, "الاستضافة", "hosting")).await;
        lead.fill(&field("balance"), "0").await;
        lead.fill(&field("currency"), "SAR").await;
        lead.choose(&field("data"), &lead.word("letter-data-returned")).await;
        lead.date(&field("data_until"), "2026-12-30").await;
        lead.fill(&field("client_signer_name"), "Huda Alzahrani").await;
        lead.fill(&field("law"), either(lead, "نظام المعاملات المدنية", "the Civil Transactions Law")).await;
        self.writes().await;
        lead.says(&weekday(lead, ends_on)).await;
    }
}
