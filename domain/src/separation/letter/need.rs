//! What each kind of letter must rest on, and what of it is unknown (DOMAIN 2.3; RULINGS 13).

use super::{Facts, Kind, Rung};
use crate::separation::obligation::Profile;
use crate::separation::tone::Language;
use crate::word::words;

words! {
    /// Something that a letter must rest on; those of a notice have the words of RULINGS 13.
    Fact {
        Parties = "parties",
        ContractReference = "contract_reference",
        Basis = "basis",
        NoticeDate = "notice_date",
        EffectiveDate = "effective_date",
        Services = "services",
        Deliverables = "deliverables",
        ClientActions = "client_actions",
        Deadlines = "deadlines",
        Money = "money",
        /// The account must be level.
        SettledAccount = "settled_account",
        OpenInvoices = "open_invoices",
        /// What is in default: sums that are open, or something else that was owed by a day and was not done.
        Breach = "breach",
        PayBy = "pay_by",
        Data = "data",
        HandoverContact = "handover_contact",
        SurvivingDuties = "surviving_duties",
        ServiceMethod = "service_method",
        Signature = "signature",
        ClientSignature = "client_signature",
        Appreciation = "appreciation",
        PrevailingLanguage = "prevailing_language",
        Rung = "rung",
        Boundaries = "boundaries",
        Occurrences = "occurrences",
        CureDate = "cure_date",
        NextStep = "next_step",
        Suspended = "suspended",
        Reply = "reply",
        Referrals = "referrals",
        Contents = "contents",
        Deletions = "deletions",
        BackupsUntil = "backups_until",
        Obligations = "obligations",
        GoverningLaw = "governing_law",
    }
}

/// What decides which facts are needed, beside the kind; none of it is ever written into a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    pub written: Language,
    pub profile: Option<Profile>,
    /// A critical case: no appreciation, no reason.
    pub is_critical: bool,
}

/// Names that a list of other providers holds at least (DOMAIN 2.18).
const REFERRALS_MIN: usize = 2;

/// Returns what a letter lacks, in the order in which it would be said.
pub fn missing(kind: Kind, facts: &Facts, setting: Setting) -> Vec<Fact> {
    let mut needed = needed(kind).to_vec();
    if kind == Kind::Reminder {
        needed.extend(needed_of_rung(facts.rung));
    }
    if setting.profile.is_some_and(Profile::lists_deadlines) && ends(kind) {
        needed.push(Fact::Deadlines);
    }
    if setting.is_critical {
        needed.retain(|fact| *fact != Fact::Appreciation);
    }
    if setting.written == Language::Bilingual && !kind.is_spoken() {
        needed.push(Fact::PrevailingLanguage);
    }
    needed.sort();
    needed.dedup();
    needed.retain(|fact| !is_known(*fact, facts));
    needed
}

/// Tells whether a kind says that the engagement ends.
fn ends(kind: Kind) -> bool {
    use Kind::*;
    matches!(kind, Notice | NonRenewal | Agreement | ClosingSummary)
}

fn needed(kind: Kind) -> &'static [Fact] {
    use Fact::*;
    match kind {
        Kind::Notice | Kind::NonRenewal => &[
            Parties,
            ContractReference,
            Basis,
            NoticeDate,
            EffectiveDate,
            Services,
            Deliverables,
            ClientActions,
            Money,
            Data,
            HandoverContact,
            SurvivingDuties,
            ServiceMethod,
            Signature,
            Appreciation,
        ],
        Kind::Agreement => &[
            Parties,
            ContractReference,
            NoticeDate,
            EffectiveDate,
            Services,
            Deliverables,
            ClientActions,
            Money,
            Data,
            SurvivingDuties,
            Signature,
            ClientSignature,
            GoverningLaw,
        ],
        Kind::ClosingSummary => &[
            Parties,
            ContractReference,
            NoticeDate,
            EffectiveDate,
            Deliverables,
            Money,
            Data,
            HandoverContact,
            SurvivingDuties,
            Signature,
        ],
        Kind::Boundary => &[Parties, NoticeDate, Occurrences, Boundaries, HandoverContact, Signature],
        Kind::Reminder => &[Parties, NoticeDate, OpenInvoices, HandoverContact, Signature, Rung],
        Kind::Default => {
            &[Parties, ContractReference, Basis, NoticeDate, Breach, CureDate, NextStep, ServiceMethod, Signature]
        }
        Kind::Suspension => {
            &[Parties, ContractReference, Basis, NoticeDate, Suspended, HandoverContact, ServiceMethod, Signature]
        }
        Kind::Answer => &[Parties, NoticeDate, Reply, Signature],
        Kind::ReferralList => &[Parties, NoticeDate, Referrals, Signature],
        Kind::HandoverCover => &[Parties, ContractReference, NoticeDate, Contents, HandoverContact, Signature],
        Kind::Clearance => &[Parties, ContractReference, NoticeDate, Money, SettledAccount, Signature],
        Kind::Release => {
            &[Parties, ContractReference, NoticeDate, SettledAccount, Signature, ClientSignature, GoverningLaw]
        }
        Kind::DeletionCertificate => &[Parties, NoticeDate, Deletions, BackupsUntil, Signature],
        Kind::ClosureCertificate => &[Parties, ContractReference, NoticeDate, EffectiveDate, Obligations, Signature],
        Kind::ThankYou => &[Parties, NoticeDate, Appreciation, Signature],
        Kind::CallScript | Kind::MeetingScript => {
            &[Parties, ContractReference, EffectiveDate, Services, ClientActions, Appreciation, HandoverContact]
        }
    }
}

fn needed_of_rung(rung: Option<Rung>) -> &'static [Fact] {
    match rung {
        Some(Rung::Formal) => &[Fact::ContractReference, Fact::PayBy],
        Some(Rung::Final) => &[Fact::ContractReference, Fact::PayBy, Fact::NextStep],
        _ => &[],
    }
}

fn is_known(fact: Fact, facts: &Facts) -> bool {
    let account = facts.account.as_ref();
    match fact {
        Fact::Parties => !facts.firm.legal_name.is_empty() && !facts.client.legal_name.is_empty(),
        Fact::ContractReference => facts.contract.is_some(),
        Fact::Basis => facts.basis.is_some(),
        Fact::NoticeDate => facts.noticed_on.is_some(),
        Fact::EffectiveDate => facts.effective.is_some(),
        Fact::Services => {
            let undated = [&facts.continues, &facts.stops, &facts.goes_on].into_iter().any(|list| !list.is_empty());
            undated || !facts.stops_on.is_empty()
        }
        Fact::Deliverables => facts.deliverables.is_some(),
        Fact::ClientActions => facts.client_actions.is_some(),
        Fact::Deadlines => facts.deadlines.is_some(),
        Fact::Money => account.is_some(),
        Fact::SettledAccount => {
            account.is_some_and(|account| account.balances().all(|sum| sum.minor == 0) && account.open.is_empty())
        }
        Fact::OpenInvoices => account.is_some_and(|account| !account.open.is_empty()),
        Fact::Breach => is_known(Fact::OpenInvoices, facts) || is_known(Fact::Occurrences, facts),
        Fact::PayBy => account.is_some_and(|account| account.pay_by.is_some()),
        Fact::Data => facts.data.is_some(),
        Fact::HandoverContact => facts.contact.is_some(),
        Fact::SurvivingDuties => !facts.survives.is_empty(),
        Fact::ServiceMethod => facts.service.as_ref().is_some_and(|service| !service.by.is_empty()),
        Fact::Signature => facts.signer.is_some(),
        Fact::ClientSignature => facts.client_signer.is_some(),
        Fact::Appreciation => facts.appreciation.is_some(),
        Fact::PrevailingLanguage => matches!(facts.prevailing, Some(Language::Arabic | Language::English)),
        Fact::Rung => facts.rung.is_some(),
        Fact::Boundaries => !facts.boundaries.is_empty(),
        Fact::Occurrences => !facts.occurrences.is_empty(),
        Fact::CureDate => facts.cure_by.is_some(),
        Fact::NextStep => facts.next_step.is_some(),
        Fact::Suspended => facts.suspended.as_ref().is_some_and(|suspended| !suspended.services.is_empty()),
        Fact::Reply => facts.reply.as_ref().is_some_and(|reply| !reply.says.is_empty()),
        Fact::Referrals => facts.referrals.len() >= REFERRALS_MIN,
        Fact::Contents => !facts.contents.is_empty(),
        Fact::Deletions => !facts.deletions.is_empty(),
        Fact::BackupsUntil => facts.backups_until.is_some() || facts.entry.is_some(),
        Fact::Obligations => facts.obligations_closed.is_some(),
        Fact::GoverningLaw => facts.governing_law.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::days::Day;
    use crate::money::{Currency, Money};
    use crate::separation::letter::{Account, Both, Dated, Party};

    const PLAIN: Setting = Setting { written: Language::Arabic, profile: Some(Profile::Agency), is_critical: false };

    fn words(kind: Kind, facts: &Facts, setting: Setting) -> Vec<&'static str> {
        missing(kind, facts, setting).into_iter().map(Fact::word).collect()
    }

    fn account(minor: i64) -> Option<Account> {
        let currency = Currency::of("SAR").expect("a currency");
        Some(Account {
            balance: Money { minor, currency },
            further: vec![],
            open: vec![],
            pay_by: None,
            payment_reference: None,
            pay_to: None,
            final_invoice_on: None,
            refund: None,
        })
    }

    #[test]
    fn an_empty_notice_lacks_all_that_one_must_contain() {
        let lacks = "parties contract_reference basis notice_date effective_date services deliverables client_actions \
                     money data handover_contact surviving_duties service_method signature appreciation";
        assert_eq!(words(Kind::Notice, &Facts::default(), PLAIN).join(" "), lacks);
    }

    #[test]
    fn profile_class_and_language_change_what_is_needed() {
        let lacks = |setting| words(Kind::NonRenewal, &Facts::default(), setting);
        let law = Setting { profile: Some(Profile::LawFirm), ..PLAIN };
        assert!(lacks(law).contains(&"deadlines") && !lacks(PLAIN).contains(&"deadlines"));
        assert!(!lacks(Setting { is_critical: true, ..PLAIN }).contains(&"appreciation"));
        assert!(lacks(Setting { written: Language::Bilingual, ..PLAIN }).contains(&"prevailing_language"));
    }

    #[test]
    fn a_clearance_is_for_a_level_account_only() {
        let mut facts = Facts { account: account(420_000), ..Facts::default() };
        assert!(words(Kind::Clearance, &facts, PLAIN).contains(&"settled_account"));
        let dollars = Money { minor: 100, currency: Currency::of("USD").expect("a currency") };
        facts.account = account(0).map(|account| Account { further: vec![dollars], ..account });
        assert!(words(Kind::Clearance, &facts, PLAIN).contains(&"settled_account"), "dollars are open");
        facts.account = account(0);
        assert_eq!(words(Kind::Clearance, &facts, PLAIN).join(" "), "parties contract_reference notice_date signature");
    }

    #[test]
    fn a_service_that_stops_on_its_own_day_or_never_is_one_too() {
        let lacks = |facts: &Facts| words(Kind::Notice, facts, PLAIN).contains(&"services");
        let on = Day::new(2026, 12, 20).expect("a day");
        let stops_on = vec![Dated { what: Both::same("search"), on }];
        assert!(!lacks(&Facts { stops_on, ..Facts::default() }));
        assert!(!lacks(&Facts { goes_on: vec![Both::same("hosting")], ..Facts::default() }));
    }

    #[test]
    fn a_default_is_an_open_sum_or_a_duty_that_was_not_kept() {
        let lacks = |facts: &Facts| words(Kind::Default, facts, PLAIN).contains(&"breach");
        assert!(lacks(&Facts::default()));
        let on = Day::new(2026, 5, 2).expect("a day");
        let occurrences = vec![Dated { what: Both::same("the content of the home page"), on }];
        assert!(!lacks(&Facts { occurrences, ..Facts::default() }));
    }

    #[test]
    fn each_rung_asks_for_more() {
        let party = |name: &str| Party { legal_name: Both::same(name), ..Party::default() };
        let on = Day::new(2026, 5, 2);
        let facts = |rung| Facts { firm: party("a"), client: party("b"), noticed_on: on, rung, ..Facts::default() };
        let lacks = |rung| words(Kind::Reminder, &facts(rung), PLAIN).join(" ");
        assert_eq!(lacks(None), "open_invoices handover_contact signature rung");
        assert_eq!(lacks(Some(Rung::Courtesy)), "open_invoices handover_contact signature");
        let last = "contract_reference open_invoices pay_by handover_contact signature next_step";
        assert_eq!(lacks(Some(Rung::Final)), last);
    }
}
