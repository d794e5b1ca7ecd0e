//! The names of the people in a case: its journal knows members by their ids.

use crate::store::members::Member;
use crate::store::viewer::Role;
use crate::store::{Db, StoreError, members};
use crate::web::markup::{Markup, Pen};
use domain::case::review::Department;
use domain::days::working::Working;
use domain::firm::Firm;

/// Everyone of the firm, and the advisers from outside; also those who left, for a journal names them still.
#[derive(Clone, Debug, Default)]
pub struct People {
    members: Vec<Member>,
    /// Names that a journal uses and nobody bears.
    others: Vec<(&'static str, String)>,
}

impl People {
    /// Reads the names.
    pub async fn of(db: &Db) -> Result<People, StoreError> {
        Ok(People { members: members::all(db).await?, others: vec![] })
    }

    /// Adds what a name in a journal reads as.
    pub fn with(mut self, id: &'static str, name: String) -> People {
        self.others.push((id, name));
        self
    }

    /// Takes somebody out: their id stands in the place of their name.
    pub fn without(mut self, member: &str) -> People {
        self.members.retain(|one| one.id != member);
        self
    }

    /// Returns a member's name, or the id that stands in the journal where nobody has it.
    pub fn name<'a>(&'a self, member: &'a str) -> &'a str {
        let named = self.members.iter().find(|one| one.id == member).map(|one| one.name.as_str());
        let other = || self.others.iter().find(|(id, _)| *id == member).map(|(_, name)| name.as_str());
        named.or_else(other).unwrap_or(member)
    }

    /// Returns names, one after the other.
    pub fn names(&self, pen: &Pen, members: &[String]) -> Markup {
        let names = members.iter().map(|member| pen.name(self.name(member)));
        Markup::join(names, pen.lang.text("case-comma").as_str())
    }

    /// Returns the working days of everyone who has a place of their own.
    pub fn working_elsewhere(&self, firm: &Firm) -> Vec<(String, Working)> {
        let elsewhere = self.members.iter().filter(|one| one.place.is_some());
        elsewhere.filter_map(|one| Some((one.id.clone(), firm.working_at(one.place.as_deref())?))).collect()
    }

    /// Returns the function for which a member speaks where nothing else says it.
    pub fn usual_department(&self, member: &str) -> Department {
        match self.members.iter().find(|one| one.id == member).map(|one| one.role) {
            Some(Role::Owner) => Department::Management,
            Some(Role::Finance) => Department::Finance,
            Some(Role::Member) | None => Department::Delivery,
        }
    }

    /// Returns the members of the firm who are there, without advisers.
    pub fn present(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|one| one.left_at.is_none() && !one.adviser)
    }

    /// Returns everyone who is there, advisers included.
    pub fn all(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|one| one.left_at.is_none())
    }
}
