//! Facts for letters: a rich set, and one with no more than a letter must have.

use domain::case::decision::Ground;
use domain::days::Day;
use domain::money::{Currency, Money};
use domain::separation::agreement::Point;
use domain::separation::letter::*;
use domain::separation::notice::Method;
use domain::separation::tone::Language;

pub fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

pub fn riyals(minor: i64) -> Money {
    Money { minor, currency: Currency::of("SAR").expect("a currency") }
}

fn dated(ar: &str, en: &str, on: &str) -> Dated {
    Dated { what: Both::of(ar, en), on: day(on) }
}

fn account(balance: i64, open: Vec<OpenInvoice>) -> Account {
    Account {
        balance: riyals(balance),
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

fn signer(ar: &str, en: &str, title: Both) -> Option<Signer> {
    Some(Signer { name: Both::of(ar, en), title })
}

fn referral(name: &str) -> Referral {
    let fits = Both::of("تعمل في المتاجر الإلكترونية", "Works on online shops");
    Referral { name: Both::same(name), fits, reach: Both::default(), fee: None }
}

/// No more than a letter of the kind must have.
pub fn sparse(kind: Kind, written: Language) -> Facts {
    let party = |ar, en| Party { legal_name: Both::of(ar, en), ..Party::default() };
    let open = vec![invoice("NK-0305", 270_000, "2026-03-03")];
    let owing = matches!(kind, Kind::Reminder | Kind::Default);
    Facts {
        firm: party("رواج", "Rawaj"),
        client: party("نخلة", "Nakhla"),
        contract: Some(Contract { reference: "C-17".to_owned(), signed_on: None }),
        basis: Some(Basis::Expiry),
        noticed_on: Some(day("2026-05-31")),
        effective: Some(Moment { on: day("2026-07-30"), minute: None, place: Both::default() }),
        continues: vec![Both::of("الدعم", "support")],
        deliverables: Some(vec![]),
        client_actions: Some(vec![]),
        account: Some(if owing { account(270_000, open) } else { account(0, vec![]) }),
        data: Some(Data { choice: DataChoice::Asked, until: day("2026-06-20"), kept: None }),
        contact: Some(Contact {
            name: Both::of("سلمى عادل", "Salma Adel"),
            email: None,
            phone: None,
            hours: Both::default(),
        }),
        survives: vec![Duty::Confidentiality],
        service: Some(Service { by: vec![Method::Email], address: Both::default() }),
        signer: signer("رنا حداد", "Rana Haddad", Both::default()),
        client_signer: signer("خالد النخلة", "Khaled Alnakhla", Both::default()),
        appreciation: Some(Appreciation {
            text: Both::of(
                "كان إطلاق المتجر في مارس 2025 عملاً نعتز به.",
                "The launch of the shop in March 2025 was a result that we are proud of.",
            ),
            record: ("deliverables".to_owned(), "D-12".to_owned()),
        }),
        prevailing: (written == Language::Bilingual).then_some(Language::Arabic),
        rung: Some(Rung::Courtesy),
        boundaries: vec![Both::of("المراسلة في ساعات العمل", "messages within working hours")],
        occurrences: vec![dated("رسالة في الساعة 23:40", "a message at 23:40", "2026-05-02")],
        next_step: Some(Both::of(
            "تعليق الخدمات الإضافية وفق البند 9",
            "suspension of additional services under clause 9",
        )),
        cure_by: Some(day("2026-06-20")),
        suspended: Some(Suspended {
            services: vec![Both::of("التصاميم الجديدة", "new designs")],
            from: day("2026-06-01"),
            restored_by: Both::of("سداد الفواتير المذكورة", "payment of the invoices named"),
        }),
        reply: Some(Reply {
            asked_on: day("2026-06-06"),
            about: Both::of("الرصيد", "the balance"),
            says: vec![Both::of(
                "الرصيد 4,200\u{a0}ر.س، وكشف الحساب مرفق.",
                "The balance is SAR\u{a0}4,200. The statement is attached.",
            )],
            next: None,
        }),
        referrals: vec![referral("Sadeem"), referral("Rukn")],
        contents: vec![Both::of("الملفات المصدرية", "source files")],
        deletions: vec![Deletion {
            what: Both::of("ملفات المشروع", "project files"),
            treatment: Treatment::Clear,
            on: day("2026-08-30"),
            by: Both::of("هدى", "Huda"),
            verified_by: Both::of("رنا", "Rana"),
        }],
        backups_until: Some(day("2026-09-30")),
        obligations_closed: Some(14),
        governing_law: Some(Both::of("أنظمة المملكة العربية السعودية", "the law of Saudi Arabia")),
        ..Facts::default()
    }
}

/// Everything that a letter of the kind may have.
pub fn rich(kind: Kind, written: Language) -> Facts {
    let mut facts = with_work(sparse(kind, written));
    facts.firm = Party {
        legal_name: Both::of("مؤسسة مِداد للتسويق", "Midad Studio LLC"),
        address: vec![Both::of("طريق الملك فهد، الرياض", "King Fahd Road, Riyadh")],
        attention: None,
    };
    facts.client = Party {
        legal_name: Both::of("شركة النخلة للأثاث", "Nakhla Furniture Company"),
        address: vec![Both::of("شارع التحلية 12، جدة", "12 Tahlia Street, Jeddah")],
        attention: Some(Both::of("الأستاذة منيرة السالم", "Ms Munira Alsalem")),
    };
    if !matches!(kind, Kind::Clearance | Kind::Release | Kind::ClosureCertificate) {
        let open = vec![invoice("NK-0305", 270_000, "2026-03-03"), invoice("NK-0312/A", 150_050, "2026-04-02")];
        facts.account = Some(Account {
            pay_by: Some(day("2026-07-05")),
            payment_reference: Some("C-17".to_owned()),
            pay_to: Some(Both::of(
                "البنك الأهلي، الآيبان SA03 8000 0000 6080 1016 7519",
                "Ahli Bank, IBAN SA03 8000 0000 6080 1016 7519",
            )),
            final_invoice_on: Some(day("2026-07-31")),
            ..account(420_050, open)
        });
    }
    facts.contact = Some(Contact {
        name: Both::of("سلمى عادل", "Salma Adel"),
        email: Some("salma@midad.example".to_owned()),
        phone: Some("+966 11 234 5678".to_owned()),
        hours: Both::of("من الأحد إلى الخميس، من 9:00 إلى 15:00", "Sunday to Thursday, 9:00 to 15:00"),
    });
    facts.survives = vec![Duty::Confidentiality, Duty::DataProtection];
    facts.service = Some(Service {
        by: vec![Method::RegisteredPost, Method::Email],
        address: Both::of("العنوان المذكور في البند 14", "the address named in clause 14"),
    });
    facts.signer = signer("رنا حداد", "Rana Haddad", Both::of("الشريكة المديرة", "managing partner"));
    facts.client_signer = signer("خالد النخلة", "Khaled Alnakhla", Both::of("المدير العام", "general manager"));
    facts.reason = Reason::Neutral(Ground::GoalMismatch);
    facts.rung = Some(Rung::Final);
    if kind == Kind::Agreement {
        let said = |ar, en| vec![Both::of(ar, en)];
        facts.agreed = [
            (Point::Payments, said("رسم الإنهاء المبكر متروك.", "The fee for an early end is waived.")),
            (Point::Deliverables, said("لا تُستكمل المرحلة الثالثة.", "The third phase is not built.")),
            (Point::Ip, said("المتجر للعميل متى سُدِّد.", "The shop belongs to the client once it is paid.")),
            (Point::Data, said("قوائم العملاء تُعاد على قرص.", "Lists of customers go back on a drive.")),
            (Point::Release, said("ثم لا مطالبة لأحد.", "Neither side then claims anything more.")),
            (Point::Confidentiality, said("سنتان بعد الانتهاء.", "For two years after the end.")),
        ]
        .into();
    }
    facts
}

fn with_work(facts: Facts) -> Facts {
    let action = |ar, en, by: &str, missed| ClientAction { what: Both::of(ar, en), by: day(by), else_missed: missed };
    let late = Some(Both::of("يتأخر نقل النطاق", "the transfer of the domain may be late"));
    let kept = Kept {
        what: Both::of("الفواتير وسجلات الدفع", "invoices and payment records"),
        why: Both::of("كما يوجب نظام الضريبة", "as the tax law asks"),
        until: day("2032-12-31"),
    };
    let right = |ar, en, state| Right { work: Both::of(ar, en), state };
    let mut facts = Facts {
        contract: Some(Contract { reference: "MS-2024/17".to_owned(), signed_on: Some(day("2024-05-04")) }),
        basis: Some(Basis::Clause("9.2".to_owned())),
        effective: Some(Moment {
            on: day("2026-07-30"), minute: Some(17 * 60), place: Both::of("الرياض", "Riyadh")
        }),
        continues: vec![
            Both::of("استضافة المتجر والدعم الفني", "hosting and support of the shop"),
            Both::of("الحملات الجارية", "the running campaigns"),
        ],
        stops: vec![Both::of("التصاميم الجديدة", "new designs")],
        deliverables: Some(vec![
            dated("الملفات المصدرية للمتجر", "source files of the shop", "2026-07-10"),
            dated("دليل الهوية", "brand guide", "2026-07-17"),
        ]),
        client_actions: Some(vec![
            action("تزويدنا باسم مقدم الخدمة اللاحق", "the name of your new provider", "2026-06-20", late),
            action("نسخ ملفات الأرشيف", "a copy of the archive files", "2026-07-25", None),
        ]),
        deadlines: Some(vec![dated("تجديد نطاق nakhla.example", "renewal of nakhla.example", "2026-08-12")]),
        data: Some(Data { choice: DataChoice::ReturnedThenDeleted, until: day("2026-07-20"), kept: Some(kept) }),
        bridge: Some(Bridge {
            scope: Both::of("دعم الاستضافة", "support of the hosting"),
            hours_max: 10,
            price: riyals(300_000),
            until: day("2026-09-30"),
        }),
        rights: vec![
            right("هوية المتجر", "identity of the shop", Both::of("تنتقل إليكم بالسداد", "passes to you on payment")),
            right("خط الكتابة المرخّص", "licensed typeface", Both::of("ترخيصه باسمنا", "the licence is in our name")),
        ],
        ..facts
    };
    facts.referrals[0].reach = Both::same("hello@sadeem.example");
    facts.referrals[0].fee = Some(riyals(50_000));
    if let Some(reply) = &mut facts.reply {
        reply.next = Some(dated("مكالمة لمراجعة الكشف", "a call to go through the statement", "2026-06-08"));
    }
    facts
}
