//! What the firm does on the way, as its people do it: by the links and buttons of the pages.

use super::client::Guest;
use super::{Firm, Role, Session, either, on_to, weekday};

impl Firm {
    /// Comes to the case's page, where many answers lead back to.
    async fn home(&self) -> &Session {
        if self.lead.path().await != self.case {
            self.lead.open(&self.case).await;
        }
        &self.lead
    }

    /// Follows a link of the case's page to a question.
    pub async fn question(&self, topic: &str) -> &Session {
        let lead = self.home().await;
        lead.follow(&lead.word(&format!("go-{topic}"))).await;
        lead
    }

    /// Gives the answer to a question that is filled in.
    pub async fn answered(&self, topic: &str) {
        self.lead.press(&self.lead.word(&format!("ask-{topic}-do"))).await;
        assert!(
            self.lead.look(Role::Button, &self.lead.word(&format!("ask-{topic}-do"))).await.is_none(),
            "{topic} was not taken:\n{}",
            self.lead.text().await
        );
    }

    pub async fn begins(&self) {
        self.enters("preparing_exit").await;
    }

    /// Goes on to a stage, which opens only when nothing is missing.
    pub async fn enters(&self, stage: &str) {
        let lead = self.home().await;
        lead.press(&on_to(lead, stage)).await;
        lead.hides(&lead.word("refused-missing")).await;
        assert!(lead.look(Role::Button, &on_to(lead, stage)).await.is_none(), "{stage}: {}", lead.text().await);
    }

    /// The right follows from the decision and is offered; whoever decides says why.
    pub async fn chooses(&self, basis: &str) {
        let lead = self.question("basis").await;
        lead.tick(&lead.word(&format!("basis-{basis}"))).await;
        lead.fill(&lead.word("case-why"), either(lead, "بند الإنهاء واضح", "the clause is plain")).await;
        self.answered("basis").await;
    }

    pub async fn reads_contract(&self, basis: &str, length: &str) {
        let lead = self.question("contracts").await;
        lead.tick("C-17").await;
        self.answered("contracts").await;
        let lead = self.question("contract-review").await;
        lead.tick(&lead.word(&format!("basis-{basis}"))).await;
        let clause = either(lead, "البند 9: لكل طرف إنهاء العقد", "Clause 9: either party may end the contract");
        lead.fill(&lead.word("contract-clause"), clause).await;
        lead.fill(&lead.word("contract-notice-length"), length).await;
        lead.choose(&lead.word("contract-notice-unit"), &lead.word("value-notice_unit-day")).await;
        lead.tick(&lead.word("notice-method-email")).await;
        self.answered("contract-review").await;
    }

    /// Who speaks, what is asked, who else is touched, what must be kept; another reads the dossier.
    pub async fn prepares(&self) {
        let lead = self.question("notifier").await;
        lead.choose(&lead.word("notifier-who"), "Reem").await;
        self.answered("notifier").await;
        let lead = self.question("prepared-question").await;
        lead.fill(&lead.word("prepared-question-question"), either(lead, "لماذا؟", "Why?")).await;
        let text =
            either(lead, "نشكركم على السؤال. الملفات تُسلَّم في موعدها.", "Thank you for asking. The files come on time.");
        lead.fill(&lead.word("prepared-question-answer"), text).await;
        self.answered("prepared-question").await;
        let lead = self.question("impact").await;
        lead.fill(&lead.word("impact-text"), either(lead, "SECRET لا أحد", "SECRET nobody")).await;
        self.answered("impact").await;
        let lead = self.question("hold-check").await;
        lead.tick(&lead.word("case-no")).await;
        lead.fill(&lead.word("hold-check-text"), either(lead, "SECRET قرصان", "SECRET two drives")).await;
        self.answered("hold-check").await;
    }

    /// The contract's clause is filled in already.
    pub async fn computes(&self) {
        let lead = self.question("computation").await;
        self.answered("computation").await;
        assert!(lead.path().await.ends_with("/part"), "{}", lead.path().await);
        lead.says(&lead.word("part-trace")).await;
    }

    /// A second person reads what there is and agrees to the letter.
    pub async fn agrees(&self) {
        let lead = self.question("roles").await;
        lead.choose(&lead.word("roles-role"), &lead.word("case-role-counsel")).await;
        lead.choose(&lead.word("roles-member"), "Sara").await;
        lead.press(&lead.word("roles-do")).await;
        let second = &self.second;
        second.open(&self.case).await;
        second.follow(&second.word("go-dossier-review")).await;
        second.fill(&second.word("parting-text"), either(second, "SECRET يصمد", "SECRET it holds")).await;
        second.press(&second.word("ask-dossier-review-do")).await;
        second.follow(&second.word("go-notice-approval")).await;
        second.tick(&second.word("approved-second")).await;
        second.press(&second.word("ask-notice-approval-do")).await;
    }

    pub async fn talks(&self) {
        let lead = self.question("talk").await;
        lead.tick(&lead.word("talk-held")).await;
        lead.fill(&lead.word("talk-text"), either(lead, "SECRET جلسنا معاً", "SECRET we met")).await;
        self.answered("talk").await;
    }

    /// States the plan and takes up what is suggested under a name.
    pub async fn plans(&self, code: &str) {
        let lead = self.question("part-plan").await;
        lead.follow(&lead.word("plan-state")).await;
        lead.choose(&lead.word("plan-profile"), &lead.word("profession-agency")).await;
        self.answered("end-plan").await;
        let lead = self.question("part-obligations").await;
        lead.tick(&lead.word(&format!("obligation-{code}"))).await;
        lead.press(&lead.word("duties-take")).await;
    }

    /// Proves the one obligation of the register.
    pub async fn proves(&self) {
        let lead = self.question("part-obligations").await;
        lead.follow(&lead.word("duties-settle")).await;
        lead.tick(&lead.word("settled-proved")).await;
        lead.fill(&lead.word("settled-text"), "m-1@midad.example").await;
        self.answered("obligation-settled").await;
    }

    pub async fn dispatches(&self) {
        let lead = self.question("dispatch").await;
        lead.fill(&lead.word("dispatch-time"), "10:30").await;
        lead.fill(&lead.word("dispatch-tracking"), "m-1@midad.example").await;
        self.answered("dispatch").await;
        // What went out can be changed no more.
        lead.follow(&lead.word("letter-kind-notice_of_termination")).await;
        assert!(lead.look(Role::Button, &lead.word("letter-edit")).await.is_none(), "{}", lead.text().await);
    }

    pub async fn receives(&self, ends_on: &str) {
        let lead = self.question("receipt").await;
        lead.tick(&lead.word("arrival-deemed")).await;
        self.answered("receipt").await;
        lead.says(&weekday(lead, ends_on)).await;
    }

    /// Both signed: a day and a paper, which is kept first.
    pub async fn signs(&self, ends_on: &str) {
        let folder = tempfile::tempdir().expect("a folder");
        let paper = folder.path().join("signed.pdf");
        std::fs::write(&paper, "signed by both").expect("a file");
        self.lead.open(&format!("{}/part/proofs", self.case)).await;
        let field = self.lead.find(Role::Field, &self.lead.word("proofs-file")).await;
        field.send_keys(paper.to_string_lossy()).await.expect("a file");
        self.lead.press(&self.lead.word("proofs-keep")).await;
        self.lead.says("signed.pdf").await;
        let lead = self.question("agreement").await;
        lead.date(&lead.word("agreement-effective"), ends_on).await;
        lead.choose(&lead.word("agreement-proof"), "signed.pdf").await;
        self.answered("agreement").await;
        lead.says(&weekday(lead, ends_on)).await;
    }

    pub async fn serves_default(&self, until: &str) {
        self.question("default").await;
        self.fills_in_default(until).await;
    }

    pub async fn fills_in_default(&self, until: &str) {
        let lead = &self.lead;
        lead.date(&lead.word("default-until"), until).await;
        lead.tick(&lead.word("notice-method-email")).await;
        lead.fill(&lead.word("default-text"), either(lead, "الفاتورة NK-1", "invoice NK-1")).await;
        self.answered("default").await;
    }

    async fn suspension(&self) {
        self.question("suspension").await;
        self.fills_in_suspension().await;
    }

    pub async fn fills_in_suspension(&self) {
        let lead = &self.lead;
        lead.fill(&lead.word("suspension-notice-days"), "5").await;
        for (question, answer) in [
            ("right", "yes"),
            ("additional-only", "yes"),
            ("disputed", "no"),
            ("critical-system", "no"),
            ("third-parties", "no"),
        ] {
            let (question, answer) = (format!("suspension-{question}"), format!("case-{answer}"));
            lead.choose(&lead.word(&question), &lead.word(&answer)).await;
        }
        lead.fill(&lead.word("suspension-text"), either(lead, "التصميم الجديد", "new design work")).await;
        lead.press(&lead.word("ask-suspension-do")).await;
    }

    /// The suspension is announced by a letter of its own, the second of the case.
    pub async fn announces_suspension(&self) {
        self.writes_suspension().await;
        self.hands_suspension_over().await;
    }

    pub async fn hands_suspension_over(&self) {
        let lead = &self.lead;
        lead.open(&format!("{}/handed-over?letter=2", self.case)).await;
        self.answered("handed-over").await;
    }

    pub async fn is_refused_suspension(&self) {
        let lead = self.home().await;
        lead.says(&lead.word("gate-cure_expired")).await;
        self.suspension().await;
        self.lead.says(&self.lead.word("refused-missing")).await.says(&self.lead.word("gate-how-cure_expired")).await;
    }

    pub async fn suspends(&self) {
        self.suspension().await;
        let lead = self.question("part").await;
        lead.hides(&lead.word("gate-cure_expired")).await;
    }

    /// Someone of the client has a question; the answer stands on their page.
    pub async fn answers(&self) {
        let lead = self.question("part").await;
        lead.says(Guest::question(lead)).await;
        lead.follow(&lead.word("go-answer")).await;
        lead.fill(&lead.word("answer-text"), Guest::answer(lead)).await;
        self.answered("answer").await;
        // Nobody had prepared it: a second person agrees to it.
        let second = &self.second;
        second.open(&format!("{}/part", self.case)).await;
        second.follow(&second.word("go-answer-approval")).await;
        second.says(Guest::answer(second)).await;
        second.press(&second.word("ask-answer-approval-do")).await;
    }

    /// Says of both inventories that there is nothing to list.
    async fn holds_nothing(&self) {
        let lead = &self.lead;
        for inventory in ["access", "data"] {
            lead.open(&format!("{}/nothing-held?inventory={inventory}", self.case)).await;
            let looked = either(lead, "SECRET الخزنة والأقراص", "SECRET the vault and the drives");
            lead.fill(&lead.word("nothing-held-text"), looked).await;
            self.answered("nothing-held").await;
        }
    }

    /// Settles everything, has the client sign, seals the pack, and closes the file.
    pub async fn closes(self, guest: Guest) {
        self.holds_nothing().await;
        self.enters("settlement").await;
        let lead = self.question("part-account").await;
        lead.press(&lead.word("settling-freeze")).await;
        lead.follow(&lead.word("go-settlement")).await;
        lead.tick(&lead.word("settlement-agreed")).await;
        lead.fill(&lead.word("settlement-text"), either(lead, "كما ثُبّت", "as frozen")).await;
        self.answered("settlement").await;
        let lead = self.question("data-disposal").await;
        lead.tick(&lead.word("fate-none_held")).await;
        lead.choose(&lead.word("disposal-operator"), "Reem").await;
        lead.choose(&lead.word("disposal-verifier"), "Sara").await;
        lead.fill(&lead.word("disposal-text"), either(lead, "SECRET القرصان", "SECRET both drives")).await;
        self.answered("data-disposal").await;
        self.writes_summary().await;
        let lead = self.question("closing-summary").await;
        lead.fill(&lead.word("summary-proof"), "m-9@midad.example").await;
        self.answered("closing-summary").await;
        guest.signs().await;
        let lead = self.question("closing-pack").await;
        lead.press(&lead.word("pack-seal")).await;
        self.enters("closed").await;
        self.lead.says(&self.lead.word("case-stage-closed")).await;
        guest.takes_pack().await;
        for session in [self.lead, self.second, guest.page] {
            session.end().await;
        }
    }
}
