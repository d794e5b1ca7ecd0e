//! The list while there is nothing on it: no record yet, or records that are still being looked at.

use super::seen::FEEDS;
use crate::web::PageError;
use crate::web::icon::Mark;
use crate::web::markup::{Markup, Pen};
use askama::Template;

#[derive(Template)]
#[template(path = "portfolio/empty.html")]
struct Empty {
    title: Markup,
    lede: Markup,
    which: Markup,
    which_note: Markup,
    import: Markup,
    enter: Markup,
    opens_title: Markup,
    opens: Vec<Markup>,
    blind: String,
}

/// Renders the page of a firm without records: what each file opens.
pub fn nothing_yet(pen: &Pen) -> Result<Markup, PageError> {
    let template = Empty {
        title: pen.t("portfolio-title"),
        lede: Markup::strong(&pen.lang.text("empty-lede")),
        which: pen.t("empty-which"),
        which_note: pen.t("empty-which-note"),
        import: pen.t("empty-import"),
        enter: pen.t("empty-enter"),
        opens_title: pen.t("empty-opens"),
        opens: FEEDS.iter().map(|feed| Markup::even(&feed.says(pen))).collect(),
        blind: Mark::Blind.svg(),
    };
    Ok(Markup::made(template.render()?))
}

#[derive(Template)]
#[template(path = "portfolio/waiting.html")]
struct Waiting {
    title: Markup,
    lede: Markup,
    note: Markup,
    again: Markup,
    busy: Markup,
}

/// Renders the page while the records are looked at for the first time.
pub fn waiting(pen: &Pen) -> Result<Markup, PageError> {
    let template = Waiting {
        title: pen.t("portfolio-title"),
        lede: Markup::strong(&pen.lang.text("waiting-lede")),
        note: pen.t("waiting-note"),
        again: pen.t("waiting-again"),
        busy: pen.t("waiting-busy"),
    };
    Ok(Markup::made(template.render()?))
}
