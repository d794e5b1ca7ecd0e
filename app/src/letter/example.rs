//! Facts of an invented end, by which templates are tried out: a rich set, and one with no more than a letter must have.

use crate::lang::{Lang, Language as Own};
use domain::case::decision::Ground;
use domain::days::Day;
use domain::journal::digest;
use domain::money::{Currency, Money};
use domain::separation::agreement::Point;
use domain::separation::letter::*;
use domain::separation::notice::Method;
use domain::separation::tone::Language;

/// No more than a letter of the kind must have.
pub fn sparse(kind: Kind, written: Language) -> Facts {
    let party = |key| Party { legal_name: said(key), ..Party::default() };
    let open = vec![invoice("NK-0305", 270_000, "2026-03-03")];
    let owing = matches!(kind, Kind::Reminder | Kind::Default);
    Facts {
        firm: party("example-firm"),
        client: party("example-client"),
        contract: Some(Contract { reference: "C-17".to_owned(), signed_on: None }),
        basis: Some(Basis::Expiry),
        noticed_on: Some(day("2026-05-31")),
        effective: Some(Moment { on: day("2026-07-30"), minute: None, place: Both::default() }),
        continues: vec![said("example-continues")],
        deliverables: Some(vec![]),
        client_actions: Some(vec![]),
        account: Some(if owing { account(270_000, open) } else { account(0, vec![]) }),
        data: Some(Data { choice: DataChoice::Asked, until: day("2026-06-20"), kept: None }),
        contact: Some(Contact { name: said("example-contact"), email: None, phone: None, hours: Both::default() }),
        survives: vec![Duty::Confidentiality],
        service: Some(Service { by: vec![Method::Email], address: Both::default() }),
        signer: signer("example-signer", Both::default()),
        client_signer: signer("example-client-signer", Both::default()),
        appreciation: Some(Appreciation {
            text: said("example-appreciation"),
            record: ("deliverables".to_owned(), "D-12".to_owned()),
        }),
        prevailing: (written == Language::Bilingual).then_some(Language::Arabic),
        rung: Some(Rung::Courtesy),
        boundaries: vec![said("example-boundary")],
        // A default is tried out with open sums alone, and with all that there can be.
        occurrences: if owing { vec![] } else { vec![dated("example-occurrence", "2026-05-02")] },
        next_step: Some(said("example-next-step")),
        cure_by: Some(day("2026-06-20")),
        suspended: Some(Suspended {
            services: vec![said("example-stops")],
            from: day("2026-06-01"),
            restored_by: said("example-restored"),
        }),
        reply: Some(Reply {
            asked_on: day("2026-06-06"),
            about: said("example-about"),
            says: vec![said("example-says")],
            next: None,
        }),
        referrals: vec![referral("Sadeem"), referral("Rukn")],
        contents: vec![said("example-contents")],
        deletions: vec![Deletion {
            what: said("example-deleted"),
            treatment: Treatment::Clear,
            on: day("2026-08-30"),
            by: said("example-operator"),
            verified_by: said("example-verifier"),
        }],
        backups_until: Some(day("2026-09-30")),
        obligations_closed: Some(14),
        governing_law: Some(said("example-law")),
        ..Facts::default()
    }
}

/// Everything that a letter of the kind may have.
pub fn rich(kind: Kind, written: Language) -> Facts {
    let mut facts = with_work(sparse(kind, written));
    facts.firm =
        Party { legal_name: said("example-firm-name"), address: vec![said("example-firm-address")], attention: None };
    facts.client = Party {
        legal_name: said("example-client-name"),
        address: vec![said("example-client-address")],
        attention: Some(said("example-attention")),
    };
    if !matches!(kind, Kind::Clearance | Kind::Release | Kind::ClosureCertificate) {
        let open = vec![invoice("NK-0305", 270_000, "2026-03-03"), invoice("NK-0312/A", 150_050, "2026-04-02")];
        facts.account = Some(Account {
            pay_by: Some(day("2026-07-05")),
            payment_reference: Some("C-17".to_owned()),
            pay_to: Some(said("example-pay-to")),
            final_invoice_on: Some(day("2026-07-31")),
            ..account(420_050, open)
        });
    }
    facts.contact = Some(Contact {
        name: said("example-contact"),
        email: Some("salma@midad.example".to_owned()),
        phone: Some("+966 11 234 5678".to_owned()),
        hours: said("example-hours"),
    });
    facts.survives = vec![Duty::Confidentiality, Duty::DataProtection];
    facts.service = Some(Service { by: vec![Method::RegisteredPost, Method::Email], address: said("example-service") });
    facts.signer = signer("example-signer", said("example-title"));
    facts.client_signer = signer("example-client-signer", said("example-client-title"));
    facts.entry = Some(IndexEntry {
        number: 7,
        digest: digest(b"example"),
        copies_until: Some(day("2026-09-30")),
        is_open: true,
    });
    facts.reason = Reason::Neutral(Ground::GoalMismatch);
    facts.rung = Some(Rung::Final);
    facts.occurrences = vec![dated("example-occurrence", "2026-05-02")];
    if kind == Kind::Agreement {
        facts.agreed = [
            (Point::Payments, vec![said("example-agreed-payments")]),
            (Point::Deliverables, vec![said("example-agreed-deliverables")]),
            (Point::Ip, vec![said("example-agreed-ip")]),
            (Point::Data, vec![said("example-agreed-data")]),
            (Point::Release, vec![said("example-agreed-release")]),
            (Point::Confidentiality, vec![said("example-agreed-confidentiality")]),
        ]
        .into();
    }
    facts
}

fn with_work(facts: Facts) -> Facts {
    let action = |key, by: &str, missed| ClientAction { what: said(key), by: day(by), else_missed: missed };
    let late = Some(said("example-missed"));
    let kept = Kept { what: said("example-kept"), why: said("example-kept-why"), until: day("2032-12-31") };
    let right = |key, state| Right { work: said(key), state };
    let mut facts = Facts {
        contract: Some(Contract { reference: "MS-2024/17".to_owned(), signed_on: Some(day("2024-05-04")) }),
        basis: Some(Basis::Clause("9.2".to_owned())),
        effective: Some(Moment { on: day("2026-07-30"), minute: Some(17 * 60), place: said("example-place") }),
        continues: vec![said("example-hosting"), said("example-campaigns")],
        stops: vec![said("example-stops")],
        stops_on: vec![dated("example-stops-on", "2026-06-30")],
        goes_on: vec![said("example-goes-on")],
        deliverables: Some(vec![dated("example-sources", "2026-07-10"), dated("example-guide", "2026-07-17")]),
        client_actions: Some(vec![
            action("example-provider", "2026-06-20", late),
            action("example-archive", "2026-07-25", None),
        ]),
        remains: vec![dated("example-archive", "2026-07-25")],
        deadlines: Some(vec![dated("example-renewal", "2026-08-12")]),
        data: Some(Data { choice: DataChoice::ReturnedThenDeleted, until: day("2026-07-20"), kept: Some(kept) }),
        bridges: vec![Bridge {
            scope: said("example-bridge"),
            hours_max: 10,
            price: riyals(300_000),
            prepaid: false,
            liability_max: None,
            until: day("2026-09-30"),
        }],
        rights: vec![
            right("example-identity", said("example-passes")),
            right("example-typeface", said("example-licence")),
        ],
        ..facts
    };
    facts.referrals[0].reach = Both::same("hello@sadeem.example");
    facts.referrals[0].fee = Some(riyals(50_000));
    if let Some(reply) = &mut facts.reply {
        reply.next = Some(dated("example-call", "2026-06-08"));
    }
    facts
}

fn said(key: &str) -> Both {
    let [ar, en] = [Own::Arabic, Own::English].map(|language| Lang::plain(language).text(key));
    Both { ar, en }
}

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

fn riyals(minor: i64) -> Money {
    Money { minor, currency: Currency::of("SAR").expect("a currency") }
}

fn dated(key: &str, on: &str) -> Dated {
    Dated { what: said(key), on: day(on) }
}

fn account(balance: i64, open: Vec<OpenInvoice>) -> Account {
    Account {
        balance: riyals(balance),
        further: vec![],
        open,
        pay_by: None,
        payment_reference: None,
        pay_to: None,
        final_invoice_on: None,
        refund: None,
    }
}

fn invoice(number: &str, minor: i64, due_on: &str) -> OpenInvoice {
    OpenInvoice { number: number.to_owned(), amount: riyals(minor), due_on: day(due_on) }
}

fn signer(key: &str, title: Both) -> Option<Signer> {
    Some(Signer { name: said(key), title })
}

fn referral(name: &str) -> Referral {
    let fits = said("example-fits");
    Referral { name: Both::same(name), fits, reach: Both::default(), fee: None }
}
