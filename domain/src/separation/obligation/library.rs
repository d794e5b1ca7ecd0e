//! The library of obligations (DOMAIN 2.2), one line a code. Days are defaults, which a person changes in the case.

use super::access::Kind;
use super::code::Code::{self, *};
use super::entry::Anchor::{Closing, Effective, Notice};
use super::entry::Basis::{self, Contract, Law, Policy, Promise};
use super::entry::Due::{Business, Calendar};
use super::entry::Keeper::{self, *};
use super::entry::Profile::{self, Accounting, Agency, Consultancy, Freelancer, LawFirm, Msp, Saas};
use super::entry::Side::{Ours, Theirs};
use super::entry::When::{self, *};
use super::entry::{Due, Entry};

/// Returns what the library says of a code.
pub fn entry(code: Code) -> &'static Entry {
    &ENTRIES[code as usize]
}

const ALL: &[Profile] = Profile::ALL;
/// Those who build and run things for the client.
const BUILDERS: &[Profile] = &[Msp, Agency, Consultancy, Freelancer];
/// Those whose work is handed over as files that someone has rights in.
const MAKERS: &[Profile] = &[Agency, Consultancy, Freelancer];
/// Those who look after names, sites and machines.
const KEEPERS: &[Profile] = &[Msp, Agency, Freelancer];
/// Those who act before authorities and hold money in trust.
const ADVISERS: &[Profile] = &[LawFirm, Accounting];

/// An obligation of ours that the client has an interest in.
const fn ours(
    code: Code,
    keeper: Keeper,
    due: &'static [Due],
    basis: Basis,
    profiles: &'static [Profile],
    when: When,
) -> Entry {
    Entry { code, keeper, side: Ours, internal: false, due, basis, profiles, when }
}

/// What the client owes.
const fn theirs(
    code: Code,
    keeper: Keeper,
    due: &'static [Due],
    basis: Basis,
    profiles: &'static [Profile],
    when: When,
) -> Entry {
    Entry { code, keeper, side: Theirs, internal: false, due, basis, profiles, when }
}

/// What we settle among ourselves.
const fn within(
    code: Code,
    keeper: Keeper,
    due: &'static [Due],
    basis: Basis,
    profiles: &'static [Profile],
    when: When,
) -> Entry {
    Entry { code, keeper, side: Ours, internal: true, due, basis, profiles, when }
}

#[rustfmt::skip]
const ENTRIES: &[Entry] = &[
    ours(Del01, Delivery, &[Business(Effective, 0)], Contract, ALL, Undelivered),
    ours(Del02, Delivery, &[Business(Effective, -5)], Policy, ALL, Unfinished),
    ours(Del03, Delivery, &[Business(Effective, 0)], Contract, &[Msp, Agency, Freelancer, Saas], Hand),
    ours(Del04, Delivery, &[Business(Notice, 2)], Law, ALL, Hand),
    ours(Del05, Delivery, &[Business(Effective, 10)], Contract, MAKERS, Unaccepted),
    ours(Del06, Delivery, &[Business(Effective, -5)], Contract, BUILDERS, Hand),
    ours(Del07, Relationship, &[Business(Notice, 5)], Policy, ALL, Always),

    ours(Fin01, Finance, &[Business(Effective, 5)], Contract, ALL, Unbilled),
    ours(Fin02, Finance, &[Business(Closing, -5)], Contract, ALL, Prepaid),
    theirs(Fin03, Finance, &[Business(Closing, -5)], Contract, ALL, Retained),
    ours(Fin04, Finance, &[Business(Closing, -5)], Law, ADVISERS, Always),
    ours(Fin05, Finance, &[Business(Closing, -3)], Contract, ALL, Secured),
    ours(Fin06, Finance, &[Business(Closing, -3)], Policy, ALL, Always),
    within(Fin07, Finance, &[Business(Closing, -5)], Law, ALL, Hand),
    ours(Fin08, Finance, &[Business(Closing, -3)], Law, ALL, Hand),
    ours(Fin09, Finance, &[Business(Effective, 0)], Policy, ALL, Always),
    ours(Fin10, Finance, &[Business(Effective, 10)], Contract, &[Msp, Agency], PassThrough),
    ours(Fin11, Finance, &[Business(Notice, 10)], Contract, ALL, EarlyFee),
    theirs(Fin12, Finance, &[Business(Effective, 0)], Promise, ALL, Overdue),
    within(Fin13, Finance, &[Business(Closing, 0)], Law, ALL, Hand),

    ours(Acc01, It, &[Business(Notice, -1)], Policy, ALL, Always),
    within(Acc02, It, &[Business(Notice, 5)], Policy, ALL, Hand),
    ours(Acc03, It, &[Business(Effective, -5)], Policy, ALL, AccessHeld),
    theirs(Acc04, It, &[Business(Effective, 0)], Policy, BUILDERS, AccessHeld),
    ours(Acc05, It, &[Business(Effective, 1)], Policy, ALL, AccessHeld),
    ours(Acc06, It, &[Business(Effective, 5)], Policy, &[Msp], Holds(Kind::Agent)),
    ours(Acc07, It, &[Business(Effective, 1)], Policy, BUILDERS, Holds(Kind::Vault)),
    ours(Acc08, It, &[Business(Effective, 3)], Contract, ALL, Holds(Kind::Device)),
    ours(Acc09, It, &[Business(Effective, 1)], Policy, ALL, Holds(Kind::Mailbox)),
    ours(Acc10, It, &[Business(Effective, 1)], Policy, &[Msp, Agency, Consultancy, Freelancer, Saas], Holds(Kind::Integration)),
    within(Acc11, It, &[Calendar(Effective, 30), Calendar(Effective, 90)], Policy, ALL, AccessHeld),

    ours(Dig01, It, &[Business(Effective, -10), Business(Effective, -5)], Contract, KEEPERS, Holds(Kind::Domain)),
    ours(Dig02, It, &[Business(Effective, -5)], Contract, KEEPERS, Holds(Kind::Dns)),
    ours(Dig03, It, &[Business(Effective, -3)], Contract, KEEPERS, Holds(Kind::Certificates)),
    ours(Dig04, It, &[Business(Effective, -5)], Contract, KEEPERS, Holds(Kind::Hosting)),
    ours(Dig05, Delivery, &[Business(Effective, -5)], Contract, &[Agency, Freelancer], Holds(Kind::Advertising)),
    ours(Dig06, Delivery, &[Business(Effective, -5)], Contract, &[Agency, Freelancer], Holds(Kind::Analytics)),
    ours(Dig07, Delivery, &[Business(Effective, -5)], Contract, &[Agency, Freelancer], Holds(Kind::Social)),
    ours(Dig08, It, &[Business(Effective, -10)], Contract, &[Agency, Freelancer], Holds(Kind::AppStore)),
    ours(Dig09, It, &[Business(Effective, -5)], Contract, BUILDERS, Holds(Kind::Repository)),
    ours(Dig10, It, &[Business(Effective, -5)], Contract, &[Msp, Agency, Consultancy], Holds(Kind::Cloud)),
    ours(Dig11, Delivery, &[Business(Effective, -3)], Law, &[Agency, Freelancer, Saas], Holds(Kind::MailingList)),

    ours(Ip01, Legal, &[Business(Closing, -1)], Contract, MAKERS, Always),
    ours(Ip02, Legal, &[Business(Effective, 0)], Contract, BUILDERS, Always),
    ours(Ip03, Delivery, &[Business(Effective, -5)], Contract, MAKERS, Hand),
    ours(Ip04, Delivery, &[Business(Effective, -5)], Contract, &[Agency, Freelancer], Hand),
    ours(Ip05, Delivery, &[Business(Effective, 5)], Contract, ALL, Hand),
    ours(Ip06, Relationship, &[Business(Effective, 0)], Policy, ALL, Hand),
    ours(Ip07, Legal, &[Business(Closing, -3)], Contract, &[Agency, Saas], Hand),
    ours(Ip08, Legal, &[Business(Effective, 0)], Law, &[Agency, Freelancer], Hand),

    within(Dat01, Privacy, &[Business(Notice, -1)], Law, ALL, DataHeld),
    theirs(Dat02, Privacy, &[Business(Effective, -10)], Law, ALL, DataHeld),
    ours(Dat03, Privacy, &[Business(Closing, -3)], Law, ALL, DataHeld),
    ours(Dat04, Privacy, &[Business(Closing, -3)], Law, ALL, DataHeld),
    ours(Dat05, Privacy, &[Business(Closing, -5)], Law, ALL, Always),
    within(Dat06, Legal, &[Business(Notice, -1)], Law, ALL, DataHeld),
    ours(Dat07, Privacy, &[Business(Effective, 0)], Law, ALL, Hand),
    ours(Dat08, Privacy, &[Business(Closing, -3)], Law, ALL, Hand),
    within(Dat09, It, &[Business(Closing, -3)], Policy, ALL, AccessHeld),

    ours(Con01, Legal, &[Business(Notice, 0)], Contract, ALL, Always),
    within(Con02, Legal, &[Business(Notice, -3)], Contract, ALL, Always),
    within(Con03, Legal, &[Business(Closing, 0)], Contract, ALL, Survival),
    ours(Con04, Legal, &[Business(Effective, -10)], Contract, ALL, Hand),
    ours(Con05, Legal, &[Business(Effective, 0)], Law, &[LawFirm, Accounting, Consultancy], Hand),
    within(Con06, Legal, &[Business(Notice, 0)], Contract, ALL, Hand),
    ours(Con07, Legal, &[Business(Effective, 5)], Law, ADVISERS, Hand),
    ours(Con08, Legal, &[Business(Closing, -1)], Policy, ALL, Hand),
    ours(Con09, Legal, &[Business(Closing, -5)], Contract, &[Agency, Consultancy], Hand),
    within(Con10, Legal, &[Business(Notice, -1)], Law, ALL, NonDisparagement),

    within(Ppl01, People, &[Business(Notice, 1)], Policy, ALL, Always),
    within(Ppl02, People, &[Business(Notice, 3)], Policy, ALL, Hand),
    within(Ppl03, Management, &[Business(Effective, -10)], Policy, ALL, Always),
    ours(Ppl04, People, &[Business(Effective, 0)], Contract, &[Msp, Agency, Consultancy], Hand),
    ours(Ppl05, Legal, &[Business(Effective, 0)], Contract, ALL, NonSolicit),

    ours(Hnd01, Delivery, &[Business(Effective, -5)], Policy, ALL, Always),
    ours(Hnd02, Relationship, &[Business(Effective, -7)], Policy, ALL, AfterEnd),
    ours(Hnd03, Delivery, &[Business(Effective, -10)], Policy, &[Msp, Consultancy, Saas], Hand),
    ours(Hnd04, Relationship, &[Business(Effective, 0)], Policy, ALL, Hand),
    ours(Hnd05, Relationship, &[Business(Effective, 0)], Policy, ALL, Always),

    ours(Ref01, Relationship, &[Business(Notice, 5)], Policy, ALL, Always),

    ours(Clo01, Relationship, &[Business(Closing, -2)], Policy, ALL, Always),
    ours(Clo02, Legal, &[Business(Closing, -1)], Policy, ALL, Always),
    within(Clo03, Privacy, &[Business(Closing, 0)], Policy, ALL, Always),
    within(Clo04, Relationship, &[Business(Closing, 0)], Policy, ALL, Always),
    within(Clo05, Relationship, &[Business(Closing, 0)], Policy, ALL, Hand),
    within(Clo06, Management, &[Calendar(Closing, 30)], Policy, ALL, Always),
];

#[cfg(test)]
mod tests {
    use super::super::entry::Ends;
    use super::super::order::before;
    use super::*;
    use crate::days::Day;
    use crate::days::working::Working;

    fn day(iso: &str) -> Day {
        Day::from_iso(iso).expect("a day")
    }

    #[test]
    fn each_code_has_its_line() {
        assert_eq!(ENTRIES.iter().map(|entry| entry.code).collect::<Vec<_>>(), Code::ALL);
        assert!(ENTRIES.iter().all(|entry| !entry.due.is_empty() && !entry.profiles.is_empty()));
    }

    #[test]
    fn days_follow_from_the_days_of_the_end() {
        // Riyadh, Friday and Saturday off: notice Sunday 29 November 2026, end Sunday 31 January 2027, closing Sunday 7
        // March. Ten business days before the end is Sunday 17 January; thirty days after it, Tuesday 2 March.
        let ends =
            Ends { notice_on: day("2026-11-29"), effective_on: day("2027-01-31"), closing_on: day("2027-03-07") };
        let working = Working::of("SA", &[]).expect("a place");
        let due = |code| entry(code).due.iter().map(|due| due.on(&ends, &working)).collect::<Vec<_>>();
        assert_eq!(due(Dat02), [day("2027-01-17")]);
        assert_eq!(due(Acc11), [day("2027-03-02"), day("2027-05-02")]);
        assert_eq!(due(Acc01), [day("2026-11-26")]);
        assert_eq!(due(Clo01), [day("2027-03-03")]);
        assert_eq!(due(Clo06), [day("2027-04-06")]);
        let short = Ends { effective_on: day("2026-12-01"), ..ends };
        let due = |code: Code| entry(code).due[0].on(&short, &working);
        assert_eq!((due(Dat02), due(Acc01)), (day("2026-11-29"), day("2026-11-26")));
    }

    #[test]
    fn nothing_is_due_before_what_must_come_before_it() {
        let ends =
            Ends { notice_on: day("2026-11-29"), effective_on: day("2027-01-31"), closing_on: day("2027-03-07") };
        let working = Working::of("GB", &[]).expect("a place");
        let due = |code: Code| entry(code).due[0].on(&ends, &working);
        for code in Code::ALL {
            for first in before(*code) {
                assert!(due(*first) <= due(*code), "{} before {}", first.word(), code.word());
            }
        }
    }
}
