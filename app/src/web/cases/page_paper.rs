//! The client's page on paper, from the case: for a firm whose page the client cannot reach.

use super::scene::Scene;
use crate::document;
use crate::lang::{Lang, Language};
use crate::web::app::Shared;
use crate::web::letters::{Print, set};
use crate::web::markup::Markup;
use crate::web::portal::Told;
use crate::web::portal::paper::{PagePaper, Reply, paper};
use crate::web::{PageError, Visitor};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::separation::portal::ClientPage;
use fluent_bundle::FluentValue;

/// Where the paper of a language is, what the language is called, and where it is recorded that it was handed over.
pub struct PaperView {
    pub language: Markup,
    pub pdf: String,
    pub record: String,
}

pub async fn print(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    let asked = asked.iter().find(|(name, _)| name == "language").and_then(|(_, tag)| Language::of(tag));
    let PagePaper { text, annexes } = of(&scene, asked.unwrap_or(visitor.lang.language)).ok_or(PageError::NotFound)?;
    let firm = visitor.firm.name.as_deref().unwrap_or_default();
    let (name, texts) = (format!("client-page-{}", text.0.tag()), vec![text]);
    set(
        &app,
        firm,
        Print { name, texts, annexes, digest: None, on: visitor.today, is_signed: false, is_internal: false },
    )
    .await
}

/// Writes the page as the client would see it today; there is none before something was served, and none for who sees no
/// sums, for the account is on it.
pub fn of(scene: &Scene, language: Language) -> Option<PagePaper> {
    let page = ClientPage::of(scene.case()).filter(|_| scene.sees_money())?;
    let visitor = scene.visitor;
    let firm = &visitor.firm;
    let working = firm.working();
    let told = Told {
        firm: firm.name.as_deref().unwrap_or_default(),
        client: scene.name(),
        lang: Lang::plain(language),
        zone: firm.zone.as_deref(),
        facts: firm,
        working: working.as_ref(),
        today: visitor.today,
    };
    Some(paper(&page, &told, Reply::ByHand))
}

/// Returns the digest that stands at the foot of the paper of today.
pub fn digest(scene: &Scene, language: Language) -> Option<String> {
    let PagePaper { text, annexes } = of(scene, language)?;
    Some(document::digest(std::iter::once(&text).chain(annexes.iter().flatten())))
}

/// Returns the papers in both languages, once something was served, for who sees sums.
pub fn views(scene: &Scene) -> Vec<PaperView> {
    let view = |language: Language| PaperView {
        language: scene.pen.t(&format!("letter-language-{}", language.tag())),
        pdf: scene.href(&format!("part/client-page.pdf?language={}", language.tag())),
        record: scene.href(&format!("page-handed-over?language={}", language.tag())),
    };
    let is_there = scene.case().parting.is_served() && scene.sees_money();
    if is_there { [Language::Arabic, Language::English].map(view).into() } else { vec![] }
}

/// Says when the page was handed over on paper.
pub fn handed(scene: &Scene) -> Vec<Markup> {
    let pen = &scene.pen;
    let one = |(on, digest): &(domain::days::Day, String)| {
        let said = pen.say("page-paper-handed", [("day", FluentValue::from(pen.lang.weekday(*on)))]);
        Markup::join([said, pen.id(digest)], " ")
    };
    scene.case().parting.pages.iter().map(one).collect()
}
