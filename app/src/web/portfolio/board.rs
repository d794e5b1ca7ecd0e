//! Where the list comes from: the assessments of today, which are stored, or a past day, which is held in memory.

use crate::flow::past::PastDay;
use crate::store::assessments::Line;
use crate::store::portfolio::{self, Counts, Filter, Summary};
use crate::store::viewer::Viewer;
use crate::store::{Db, StoreError};

/// The clients of a day.
#[derive(Clone, Copy)]
pub struct Board<'a> {
    pub db: &'a Db,
    pub past: Option<&'a PastDay>,
}

impl Board<'_> {
    /// Returns a part of the list, worst first.
    pub async fn list(
        self,
        viewer: &Viewer,
        filter: &Filter,
        offset: u64,
        limit: u64,
    ) -> Result<Vec<Line>, StoreError> {
        match self.past {
            Some(past) => Ok(past.list(viewer, filter, offset, limit)),
            None => portfolio::list(self.db, viewer, filter, offset as i64, limit as i64).await,
        }
    }

    /// Counts the clients that a filter leaves, whatever their level.
    pub async fn counts(self, viewer: &Viewer, filter: &Filter) -> Result<Counts, StoreError> {
        match self.past {
            Some(past) => Ok(past.counts(viewer, filter)),
            None => portfolio::counts(self.db, viewer, filter).await,
        }
    }

    /// Sums up the portfolio, but for the clients of `except`; on a past day nobody is listed apart.
    pub async fn summary(self, viewer: &Viewer, except: &[String]) -> Result<Summary, StoreError> {
        match self.past {
            Some(past) => Ok(past.summary(viewer)),
            None => portfolio::summary(self.db, viewer, except).await,
        }
    }

    /// Returns the leads that clients have.
    pub async fn leads(self) -> Result<Vec<String>, StoreError> {
        match self.past {
            Some(past) => Ok(past.leads()),
            None => portfolio::leads(self.db).await,
        }
    }
}
