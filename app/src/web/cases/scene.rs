//! What a page of a case knows: the case as far as it may be read, the people, and how the visitor reads.

use super::people::People;
use super::refusal::Refused;
use super::words::shown;
use super::{case_of, crumbs, sees_money};
use crate::flow::cases::Opened;
use crate::flow::openings::thawed;
use crate::lang::sign::Part;
use crate::store::assessments::{self, Stored, Whole};
use crate::web::app::Shared;
use crate::web::export::{self, Format, Table};
use crate::web::frame::Frame;
use crate::web::markup::{Markup, Pen};
use crate::web::{PageError, Verb, Visitor, href};
use axum::response::Response;
use domain::case::opening::Frozen;
use domain::case::parting::settling::{Certified, Fate};
use domain::case::{Action, Case};
use domain::days::calendar::Calendar;
use domain::retention::Class as Papers;
use domain::sign::Code;

/// A case before a visitor who takes part in it.
pub struct Scene<'a> {
    pub visitor: &'a Visitor,
    pub pen: Pen<'a>,
    pub people: People,
    pub opened: Opened,
    /// What the records say of the client today.
    pub whole: Option<Whole>,
}

impl<'a> Scene<'a> {
    /// Loads a case for a visitor; for whoever has no part in it there is none.
    pub async fn of(app: &Shared, visitor: &'a Visitor, client: &str, case: &str) -> Result<Scene<'a>, PageError> {
        let opened = case_of(app, visitor, client, case).await?;
        let people = People::of(&app.db).await?;
        let known = assessments::of_client(&app.db, &visitor.viewer, &opened.key.client).await?;
        Ok(Scene { visitor, pen: Pen::of(visitor), people, opened, whole: known.map(|(_, whole)| whole) })
    }

    /// Loads a case of which the end is carried out, or was; there is no page of parting for any other.
    pub async fn of_parting(
        app: &Shared,
        visitor: &'a Visitor,
        client: &str,
        case: &str,
    ) -> Result<Scene<'a>, PageError> {
        Scene::of(app, visitor, client, case).await?.only_if(Scene::is_parting)
    }

    /// Loads a case with the links to the client's page: of which the end is carried out, or was taken back by both.
    pub async fn of_links(
        app: &Shared,
        visitor: &'a Visitor,
        client: &str,
        case: &str,
    ) -> Result<Scene<'a>, PageError> {
        let is_there = |scene: &Scene| scene.is_parting() || scene.case().parting.withdrawn_on.is_some();
        Scene::of(app, visitor, client, case).await?.only_if(is_there)
    }

    /// Loads a case with its letters: of which the end is carried out, or before which a client is reminded or told where the
    /// limits are.
    pub async fn of_letters(
        app: &Shared,
        visitor: &'a Visitor,
        client: &str,
        case: &str,
    ) -> Result<Scene<'a>, PageError> {
        let is_there =
            |scene: &Scene| scene.is_parting() || scene.may_warn() || !scene.case().parting.letters.is_empty();
        Scene::of(app, visitor, client, case).await?.only_if(is_there)
    }

    /// Returns the scene where a page is there; elsewhere there is no such page.
    fn only_if(self, is_there: impl FnOnce(&Self) -> bool) -> Result<Scene<'a>, PageError> {
        if is_there(&self) { Ok(self) } else { Err(PageError::NotFound) }
    }

    /// Tells whether the end is carried out, or was.
    fn is_parting(&self) -> bool {
        self.case().stage.has_parting()
    }

    /// Tells whether nothing is ended, and the client can be reminded or told where the limits are.
    pub fn may_warn(&self) -> bool {
        self.case().may_warn()
    }

    /// Returns the page from which letters are begun and to which they lead back.
    pub fn home_of_letters(&self) -> String {
        self.href(if self.is_parting() { "part" } else { "" })
    }

    pub fn case(&self) -> &Case {
        &self.opened.case
    }

    /// Returns the client's name as it was when the case was opened.
    pub fn name(&self) -> &str {
        &self.opened.case.opening.client_name
    }

    /// Returns the address of the case, or of a page below it.
    pub fn href(&self, below: &str) -> String {
        let own = href::case(&self.opened.key.client, &self.opened.key.case);
        if below.is_empty() { own } else { format!("{own}/{below}") }
    }

    /// Returns the verb to which the case belongs where it stands.
    pub fn verb(&self) -> Verb {
        if self.is_parting() { Verb::Part } else { Verb::Decide }
    }

    /// Answers with a list of the case as a file.
    pub async fn answer(&self, name: &str, table: Table, format: Format) -> Result<Response, PageError> {
        export::answer_of(name, (&self.opened.key.client, self.name()), table, format, self.visitor.lang).await
    }

    /// Returns the frame of a page below the case, under its title.
    pub fn frame(&self, title: String) -> Frame {
        let crumbs = crumbs(self.visitor, &self.opened, Some(title.clone()));
        self.visitor.frame(title, Some(self.verb()), crumbs)
    }

    /// Returns the word of the stage.
    pub fn stage(&self) -> Markup {
        shown(&self.pen, "case-stage-{}", self.case().stage.word())
    }

    /// Tells whether this visitor may do something in the case.
    pub fn may(&self, action: Action) -> bool {
        self.case().allows(&self.visitor.member, action)
    }

    /// Tells whether something that was certified of the client's data waits for this visitor to verify it.
    pub fn is_verifier(&self) -> bool {
        self.case().parting.unverified().any(|(_, one)| one.disposal.verifier == self.visitor.member)
    }

    /// Tells whether this visitor certifies that data went which was held at the closing, is held no longer, and of which nobody
    /// has verified that it went.
    pub fn is_free_at_last(&self) -> bool {
        let case = self.case();
        let waits = |one: &Certified| one.disposal.fate == Fate::Held || one.waits_since.is_some();
        let was_held = case.stage.is_at_rest() && case.parting.disposals.last().is_some_and(waits);
        was_held && case.may_destroy(Papers::ClientData).is_ok() && self.may(Action::DisposeOfData)
    }

    /// Says whose something is to do, where it is not this visitor's.
    pub fn not_yours(&self, action: Action) -> Option<Refused> {
        (!self.may(action)).then(|| Refused::not_yours(&self.pen, &self.people, self.case(), action))
    }

    /// Tells whether this visitor may see sums and what an hour costs us.
    pub fn sees_money(&self) -> bool {
        sees_money(self.visitor, self.case())
    }

    /// Tells whether a finding may be shown to this visitor.
    pub fn sees(&self, code: Code) -> bool {
        self.sees_money() || self.visitor.viewer.sees_finding(code)
    }

    /// Returns the findings that the case began from and that this visitor may see, the gravest first.
    pub fn frozen(&self) -> impl Iterator<Item = &Frozen> {
        self.case().opening.findings.iter().filter(|frozen| self.sees(frozen.code))
    }

    /// Says a finding as it stood when the case was opened.
    pub fn says(&self, frozen: &Frozen) -> Markup {
        self.says_of(&thawed(frozen))
    }

    /// Says a finding.
    pub fn says_of(&self, finding: &Stored) -> Markup {
        let said = self.pen.lang.sign(finding, Part::Say, self.name(), self.pen.sees_money);
        Markup::even(&said.unwrap_or_default())
    }

    /// Returns the working days of the firm's place, if it has said where it is.
    pub fn calendar(&self) -> Option<Calendar> {
        self.visitor.firm.place.as_deref().and_then(Calendar::of)
    }
}
