//! Whom a review invites: the people whom the records name, as members of the firm (DOMAIN A35).

use super::department::function;
use super::review::{Department, RosterChange, Seat};
use super::roster::Dealing;

/// Who a name in the records is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    Member(String),
    /// Nobody of ours, as the firm said.
    NotOurs,
    /// No member: they left, never joined, or nobody said yet who it is.
    Stranger,
}

/// Whom the records name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invited {
    /// Those with the most days of dealings first.
    pub members: Vec<Guest>,
    /// Whoever dealt with the client and is no member: the review says so plainly.
    pub strangers: Vec<Dealing>,
}

/// A member whom the records name, under one spelling or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    pub member: String,
    pub dealings: Vec<Dealing>,
}

impl Invited {
    /// Sorts dealings by who they are.
    pub fn of(dealings: Vec<Dealing>, who: impl Fn(&Dealing) -> Who) -> Invited {
        let mut invited = Invited::default();
        for dealing in dealings {
            match who(&dealing) {
                Who::NotOurs => {}
                Who::Stranger => invited.strangers.push(dealing),
                Who::Member(member) => match invited.members.iter_mut().find(|guest| guest.member == member) {
                    Some(guest) => guest.dealings.push(dealing),
                    None => invited.members.push(Guest { member, dealings: vec![dealing] }),
                },
            }
        }
        invited
    }

    /// Returns whom the records name of the firm.
    pub fn guest(&self, member: &str) -> Option<&Guest> {
        self.members.iter().find(|guest| guest.member == member)
    }

    /// Returns a seat with what of the records gave it; one that the records do not give has nothing.
    pub fn seat(&self, member: &str, department: Department) -> Seat {
        let dealings = || self.guest(member).map(|guest| guest.dealings.as_slice()).unwrap_or_default().iter();
        let minutes: i64 = dealings().map(|dealing| dealing.minutes).sum();
        Seat {
            member: member.to_owned(),
            department,
            minutes: u32::try_from(minutes).unwrap_or(u32::MAX),
            messages: dealings().map(|dealing| dealing.messages).sum(),
        }
    }

    /// Returns where seats differ from the records; each difference needs its reason.
    pub fn changes(&self, seated: &[&str], reason: impl Fn(&str) -> String) -> Vec<RosterChange> {
        let change = |member: &str, added| RosterChange { member: member.to_owned(), added, reason: reason(member) };
        let added = seated.iter().filter(|member| self.guest(member).is_none()).map(|member| change(member, true));
        let left_out = self.members.iter().map(|guest| guest.member.as_str());
        let left_out = left_out.filter(|member| !seated.contains(member)).map(|member| change(member, false));
        added.chain(left_out).collect()
    }
}

impl Guest {
    /// Returns the function to which most of their time belongs, if the files say so.
    pub fn department(&self) -> Option<Department> {
        let most = self.dealings.iter().filter(|dealing| dealing.department.is_some()).max_by_key(|d| d.minutes)?;
        function(most.department.as_deref()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::roster::dealings;
    use crate::sign::sample::{day, history};

    fn invited() -> Invited {
        let history = history(
            "clients N name=N lead=Reem
             time T1 on_day=2026-03-01 minutes=60 person=Sara department=Design
             time T2 on_day=2026-03-02 minutes=90 person=سارة department=Accounts
             time T3 on_day=2026-03-03 minutes=30 person=Omar
             messages M1 at=2026-03-04T09:00 direction=in person=Reem
             messages M2 at=2026-03-05T09:00 direction=in person=Theirs",
        );
        Invited::of(dealings(&history, day("2026-06-30")), |dealing| match dealing.person.as_str() {
            "Sara" | "سارة" => Who::Member("sara".to_owned()),
            "Reem" => Who::Member("reem".to_owned()),
            "Theirs" => Who::NotOurs,
            _ => Who::Stranger,
        })
    }

    #[test]
    fn two_spellings_are_one_guest_and_strangers_are_named() {
        let invited = invited();
        let members: Vec<&str> = invited.members.iter().map(|guest| guest.member.as_str()).collect();
        assert_eq!(members, ["reem", "sara"], "one day each; the later day first");
        let strangers: Vec<&str> = invited.strangers.iter().map(|dealing| dealing.person.as_str()).collect();
        assert_eq!(strangers, ["Omar"]);
        let seat = invited.seat("sara", Department::Delivery);
        assert_eq!((seat.minutes, seat.messages), (150, 0));
        assert_eq!(invited.guest("sara").and_then(Guest::department), Some(Department::Service), "90 minutes of it");
        assert_eq!(invited.guest("reem").and_then(Guest::department), None);
    }

    #[test]
    fn a_seat_that_the_records_do_not_give_and_one_that_is_left_empty_need_a_reason() {
        let changes = invited().changes(&["sara", "huda"], |member| format!("why {member}"));
        let change =
            |member: &str, added| RosterChange { member: member.to_owned(), added, reason: format!("why {member}") };
        assert_eq!(changes, [change("huda", true), change("reem", false)]);
        assert_eq!(invited().changes(&["reem", "sara"], |_| String::new()), []);
    }
}
