//! What a letter must rest on stands in it: every kind, in every language, says each of its required elements.

use super::texts::all;
use app::letter::{FirmTexts, parts, write};
use domain::days::Day;
use domain::money::{Currency, Money};
use domain::separation::letter::*;
use domain::separation::obligation::Profile;
use domain::separation::tone::Language;

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

fn same(text: &str) -> Both {
    Both::same(text)
}

fn dated(text: &str) -> Dated {
    Dated { what: same(text), on: day("2031-04-05") }
}

fn named(name: &str) -> Party {
    Party { legal_name: same(name), ..Party::default() }
}

fn riyals(minor: i64) -> Money {
    Money { minor, currency: Currency::of("SAR").expect("a currency") }
}

fn signer(name: &str) -> Option<Signer> {
    Some(Signer { name: same(name), title: Both::default() })
}

fn account(facts: &mut Facts) -> &mut Account {
    facts.account.as_mut().expect("an account")
}

/// Puts something of its own in the place of a fact, and returns what the letter then says; nothing where it says it in
/// words of the program.
fn put(facts: &mut Facts, fact: Fact) -> Option<&'static str> {
    let is_level = facts.account.as_ref().is_none_or(|account| account.balance.minor == 0);
    Some(match fact {
        Fact::Parties => {
            (facts.firm, facts.client) = (named("Midad Zulu"), named("Nakhla Zulu"));
            "Nakhla Zulu"
        }
        Fact::ContractReference => {
            facts.contract = Some(Contract { reference: "ZX-99".to_owned(), signed_on: None });
            "ZX-99"
        }
        Fact::Basis => {
            facts.basis = Some(Basis::Clause("77.7".to_owned()));
            "77.7"
        }
        Fact::NoticeDate => {
            facts.noticed_on = Some(day("2029-03-09"));
            "2029"
        }
        Fact::EffectiveDate => {
            facts.effective = Some(Moment { on: day("2032-11-17"), minute: None, place: Both::default() });
            "2032"
        }
        Fact::Money if !is_level => {
            account(facts).balance = riyals(987_654_321);
            "9,876,543.21"
        }
        Fact::OpenInvoices => {
            account(facts).open[0].number = "ZX-INV-7".to_owned();
            "ZX-INV-7"
        }
        Fact::PayBy => {
            account(facts).pay_by = Some(day("2033-05-05"));
            "2033"
        }
        Fact::Data => {
            facts.data = Some(Data { choice: DataChoice::Returned, until: day("2034-05-05"), kept: None });
            "2034"
        }
        Fact::CureDate => {
            facts.cure_by = Some(day("2035-05-05"));
            "2035"
        }
        Fact::BackupsUntil => {
            (facts.entry, facts.backups_until) = (None, Some(day("2036-05-05")));
            "2036"
        }
        other => return put_words(facts, other),
    })
}

/// The same of what is said in somebody's words.
fn put_words(facts: &mut Facts, fact: Fact) -> Option<&'static str> {
    const ZULU: &str = "zulu";
    match fact {
        Fact::Services => facts.continues = vec![same(ZULU)],
        Fact::Deliverables => facts.deliverables = Some(vec![dated(ZULU)]),
        Fact::ClientActions => {
            let asked = ClientAction { what: same(ZULU), by: day("2031-04-05"), else_missed: None };
            facts.client_actions = Some(vec![asked]);
        }
        Fact::Deadlines => facts.deadlines = Some(vec![dated(ZULU)]),
        Fact::Breach | Fact::Occurrences => facts.occurrences = vec![dated(ZULU)],
        Fact::HandoverContact => {
            facts.contact = Some(Contact { name: same(ZULU), email: None, phone: None, hours: Both::default() });
        }
        Fact::ServiceMethod => facts.service.as_mut().expect("a way").address = same(ZULU),
        Fact::Signature => facts.signer = signer(ZULU),
        Fact::ClientSignature => facts.client_signer = signer(ZULU),
        Fact::Appreciation => facts.appreciation.as_mut().expect("one").text = same(ZULU),
        Fact::Boundaries => facts.boundaries = vec![same(ZULU)],
        Fact::NextStep => facts.next_step = Some(same(ZULU)),
        Fact::Suspended => facts.suspended.as_mut().expect("one").services = vec![same(ZULU)],
        Fact::Reply => facts.reply.as_mut().expect("one").says = vec![same(ZULU)],
        Fact::Referrals => facts.referrals[1].name = same(ZULU),
        Fact::Contents => facts.contents = vec![same(ZULU)],
        Fact::Deletions => facts.deletions[0].what = same(ZULU),
        Fact::GoverningLaw => facts.governing_law = Some(same(ZULU)),
        other => return put_figures(facts, other),
    }
    Some(ZULU)
}

/// The same of what the program has words for: that it was said shows where the text changes.
fn put_figures(facts: &mut Facts, fact: Fact) -> Option<&'static str> {
    match fact {
        Fact::SurvivingDuties => facts.survives = vec![Duty::NonSolicit],
        Fact::Obligations => facts.obligations_closed = Some(77),
        Fact::PrevailingLanguage => facts.prevailing = Some(Language::English),
        // A level account has one balance alone; were it another, the letter would name that.
        Fact::Money | Fact::SettledAccount => account(facts).balance = riyals(123),
        other => panic!("{other:?} has no place in this test"),
    }
    None
}

#[test]
fn every_letter_says_what_it_must_rest_on() {
    let mut silent = vec![];
    for (kind, language, facts) in all() {
        let setting = Setting { written: language, profile: Some(Profile::LawFirm), is_critical: false };
        let text = |facts: &Facts| write(kind, facts, language, false, &FirmTexts::default()).expect("written");
        let before = text(&facts);
        for fact in missing(kind, &Facts { rung: facts.rung, ..Facts::default() }, setting) {
            let mut changed = Facts { deadlines: facts.deadlines.clone().or(Some(vec![])), ..facts.clone() };
            let expected = put(&mut changed, fact);
            let after = text(&changed);
            let says = |part: &str| expected.is_none_or(|words| part.contains(words));
            let says_all = parts(&after, language).iter().all(|(_, part)| says(part));
            if !says_all || (expected.is_none() && after == before) {
                silent.push(format!("{kind:?} {language:?} {:?}: {fact:?} ({expected:?})", facts.rung));
            }
        }
    }
    silent.dedup();
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}
