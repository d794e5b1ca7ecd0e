//! Someone of the client, in a browser of their own: they have a link and a code, and nothing else.

use super::{Firm, Role, Session, either};
use crate::harness::until;
use std::path::PathBuf;
use thirtyfour::cdp::domains::browser::{DownloadBehavior, SetDownloadBehavior};

const NAME: &str = "Huda Alzahrani";

pub struct Guest {
    pub page: Session,
    code: String,
    /// Where the browser puts what it fetches.
    folder: PathBuf,
}

impl Firm {
    /// Gives Huda a link and a code; she opens the link on a telephone.
    pub async fn invites(&self) -> Guest {
        let lead = &self.lead;
        lead.open(&format!("{}/part", self.case)).await;
        lead.follow(&lead.word("go-client-links")).await;
        lead.fill(&lead.word("client-links-name"), NAME).await;
        lead.fill(&lead.word("client-links-contact"), "+966 50 000 0000").await;
        lead.press(&lead.word("client-links-give")).await;
        let given: Vec<String> = lead
            .ask("return [...document.querySelectorAll('section[role=status] bdi')].map(e => e.innerText)", vec![])
            .await;
        let [link, code] = given.try_into().expect("a link and a code");
        let page = Session::begin(&self.copy, lead.lang.language).await;
        page.hold_as_phone(390, 844).await;
        let folder = self.copy.own.folder.path().join("fetched");
        std::fs::create_dir_all(&folder).expect("a folder");
        let downloads = SetDownloadBehavior {
            behavior: DownloadBehavior::Allow,
            browser_context_id: None,
            download_path: Some(folder.display().to_string()),
            events_enabled: None,
        };
        page.web.cdp().send(downloads).await.expect("a place for what is fetched");
        page.web.goto(&link).await.expect("the link opens");
        page.press(&page.word("portal-open-do")).await;
        Guest { page, code, folder }
    }
}

impl Guest {
    pub fn question(session: &Session) -> &'static str {
        either(session, "هل يتوقف الموقع؟", "Does the site stop?")
    }

    pub fn answer(session: &Session) -> &'static str {
        either(session, "نشكركم على السؤال. الموقع مستمر.", "Thank you for asking. The site goes on.")
    }

    /// Asserts that nothing internal came through.
    async fn is_discreet(&self) {
        self.page.hides("SECRET").await.hides("they asked for time").await;
    }

    pub async fn reads_notice(&self) {
        let page = &self.page;
        self.is_discreet().await;
        page.follow(&page.word("letter-kind-notice_of_termination")).await;
        page.says(either(page, "مارس 2025", "March 2025")).await;
        self.is_discreet().await;
        page.follow(&page.word("portal-back")).await;
    }

    pub async fn reads_agreement(&self) {
        let page = &self.page;
        page.follow(&page.word("letter-kind-mutual_termination_agreement")).await;
        page.says(NAME).await;
        self.is_discreet().await;
        page.follow(&page.word("portal-back")).await;
    }

    /// Fills in the name and the code under one heading and presses its button.
    async fn signs_under(&self, heading: &str, button: &str) {
        let place = self.page.under(&self.page.word(heading));
        place.fill(&place.word("portal-name"), NAME).await;
        place.fill(&place.word("portal-code"), &self.code).await;
        place.press(&place.word(button)).await;
    }

    pub async fn confirms_receipt(&self) {
        self.signs_under("portal-receipt", "portal-receipt-do").await;
        self.page.hides(&self.page.word("portal-receipt")).await.says(NAME).await;
    }

    pub async fn asks(&self) {
        let page = &self.page;
        page.fill(&page.word("portal-question"), Guest::question(page)).await;
        page.press(&page.word("portal-question-do")).await;
        // By when it is answered; the day itself is that of the run.
        let promise = page.word("portal-question-by");
        let begins = promise.split(['{', '\u{2068}']).next().unwrap_or_default().trim();
        page.says(Guest::question(page)).await.says(begins).await;
    }

    pub async fn reads_answer(&self) {
        self.page.open("/client-page").await;
        self.page.says(Guest::answer(&self.page)).await;
        self.is_discreet().await;
    }

    pub async fn instructs(&self) {
        let page = &self.page;
        page.open("/client-page").await;
        page.tick(&page.word("portal-data-return_and_delete")).await;
        self.signs_under("portal-data", "portal-data-do").await;
        page.says(&page.word("portal-data-return_and_delete")).await.says(&page.word("portal-data-change")).await;
    }

    pub async fn signs(&self) {
        self.page.open("/client-page").await;
        self.signs_under("portal-clearance", "portal-clearance-do").await;
        self.page.hides(&self.page.word("portal-clearance-note")).await.says(NAME).await;
        self.is_discreet().await;
    }

    /// The file is closed; its pack comes as one file that opens.
    pub async fn takes_pack(&self) {
        let page = &self.page;
        page.open("/client-page").await;
        let link = page.find(Role::Link, &page.word("pack-title")).await;
        link.click().await.expect("a click");
        let file = self.folder.join("closing-pack.zip");
        until(async || file.exists()).await;
        let mut pack = zip::ZipArchive::new(std::fs::File::open(&file).expect("a pack")).expect("a pack that opens");
        assert!(pack.by_name("manifest-sha256.txt").is_ok() && pack.len() > 2, "{} files", pack.len());
    }
}
