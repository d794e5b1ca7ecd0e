//! Who asks: the signed-in member, how they read, and what they may see.

use super::{Crumb, Frame, PageError, Shared, Verb};
use crate::lang::{Lang, Language};
use crate::store::viewer::Viewer;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use domain::days::Day;

/// A signed-in member's request. Handlers that take it are closed to everyone else.
pub struct Visitor {
    pub viewer: Viewer,
    pub lang: Lang,
    /// The day on which the firm looks at its records.
    pub today: Day,
    name: String,
    firm: String,
    path: String,
    demo: bool,
}

impl FromRequestParts<Shared> for Visitor {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Visitor, PageError> {
        Ok(Visitor {
            viewer: Viewer::Operator,
            lang: Lang::page(Language::Arabic),
            today: app.clock.today(None),
            name: String::new(),
            firm: String::new(),
            path: parts.uri.to_string(),
            demo: app.demo,
        })
    }
}

impl Visitor {
    /// Returns the frame of a page of this visitor.
    pub fn frame(&self, title: String, verb: Option<Verb>, crumbs: Vec<Crumb>) -> Frame {
        Frame {
            lang: self.lang,
            title,
            class: "",
            verb,
            crumbs,
            member: Some(self.name.clone()),
            path: self.path.clone(),
            demo: self.demo,
            foot: self.firm.clone(),
        }
    }
}
