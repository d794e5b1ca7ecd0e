//! What either side owes, as the client reads of it: a sentence that the program has for them, or one that a person wrote for
//! them. What members say to each other of an obligation has no place in these types.

use crate::case::parting::Parting;
use crate::days::Day;
use crate::separation::obligation::{Asked, Code, Confirmed, Item, Part, Side, What};

/// Something that one side owes the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// Its number in the register, by which it is known where its words or its day change.
    pub id: u32,
    pub what: Owes,
    /// The document that it is about, such as an invoice.
    pub about: Option<Reference>,
    pub side: Side,
    pub due_on: Day,
    pub settled_on: Option<Day>,
    /// The client's own word that it was done.
    pub confirmed: Option<Confirmed>,
}

impl Owed {
    /// Tells whether the client can confirm it: what we owe once we say that it is done, what they owe at any time.
    pub fn may_be_confirmed(&self) -> bool {
        self.confirmed.is_none() && (self.side == Side::Theirs || self.settled_on.is_some())
    }
}

/// What is owed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owes {
    Listed(Listed),
    Asked(Asked),
    /// A sentence that a person wrote for the client.
    Said(String),
}

/// Something of the library for which there is a sentence to the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    code: Code,
    part: Option<Part>,
}

impl Listed {
    /// Returns it where the client reads of it: what they get, get back, sign or do.
    pub fn of(code: Code, part: Option<Part>, side: Side) -> Option<Listed> {
        let is_shown = SHOWN.contains(&code) || side == Side::Theirs && ASKED_OF_THEM.contains(&code);
        is_shown.then_some(Listed { code, part })
    }

    pub fn code(self) -> Code {
        self.code
    }

    pub fn part(self) -> Option<Part> {
        self.part
    }
}

/// The number of a document. It cannot be a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference(String);

impl Reference {
    /// So many characters a number has at most.
    const MAX: usize = 40;

    /// Reads a number, such as `C-17`; other words are none.
    pub fn of(text: &str) -> Option<Reference> {
        let text = text.trim();
        let is_one = !text.contains(char::is_whitespace) && text.contains(char::is_numeric);
        (is_one && text.chars().count() <= Reference::MAX).then(|| Reference(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What of the library concerns the client, whoever owes it. The rest is how we work.
#[rustfmt::skip]
const SHOWN: [Code; 39] = [
    Code::Del01, Code::Del02, Code::Del03, Code::Del07, Code::Fin02, Code::Fin03, Code::Fin05, Code::Fin06,
    Code::Acc03, Code::Acc07, Code::Acc08, Code::Dig01, Code::Dig02, Code::Dig03, Code::Dig04, Code::Dig05,
    Code::Dig06, Code::Dig07, Code::Dig08, Code::Dig09, Code::Dig10, Code::Dig11, Code::Ip01, Code::Ip02, Code::Ip03,
    Code::Ip04, Code::Ip05, Code::Ip07, Code::Dat02, Code::Dat03, Code::Dat04, Code::Dat05, Code::Hnd01, Code::Hnd02,
    Code::Hnd05, Code::Ref01, Code::Clo01, Code::Clo02, Code::Con01,
];

/// What concerns them where it is theirs to do.
#[rustfmt::skip]
const ASKED_OF_THEM: [Code; 7] = [
    Code::Fin11, Code::Fin12, Code::Acc04, Code::Ip06, Code::Con04, Code::Con08, Code::Ppl04,
];

/// Returns what of a register the client reads, by the day.
pub fn owed(parting: &Parting) -> Vec<Owed> {
    let mut owed: Vec<Owed> = parting.duties.register.items.iter().filter_map(one).collect();
    owed.sort_by_key(|one| one.due_on);
    owed
}

fn one(item: &Item) -> Option<Owed> {
    let obligation = &item.obligation;
    let what = match obligation.what {
        What::Listed { code, part } => Owes::Listed(Listed::of(code, part, obligation.side)?),
        What::Asked(asked) => Owes::Asked(asked),
        What::Own => Owes::Said(item.for_client.clone()?),
    };
    Some(Owed {
        id: obligation.id,
        what,
        about: obligation.about.as_deref().and_then(Reference::of),
        side: obligation.side,
        due_on: obligation.due_on,
        settled_on: item.settled.as_ref().map(|(settled, _)| settled.on()),
        confirmed: item.confirmed.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_no_sentence() {
        for number in ["C-17", "INV-2026-0042", "فاتورة-١٢", " 1042 "] {
            assert!(Reference::of(number).is_some(), "{number}");
        }
        for other in ["access 3", "ask 2 of them", "they-never-pay", "", &"1".repeat(41)] {
            assert_eq!(Reference::of(other), None, "{other}");
        }
    }

    #[test]
    fn how_we_work_is_never_shown_and_some_things_only_where_they_are_theirs() {
        assert_eq!(Listed::of(Code::Fin01, None, Side::Ours), None);
        assert_eq!(Listed::of(Code::Ppl03, None, Side::Theirs), None);
        assert_eq!(Listed::of(Code::Acc04, None, Side::Ours), None);
        assert!(Listed::of(Code::Acc04, None, Side::Theirs).is_some());
    }
}
