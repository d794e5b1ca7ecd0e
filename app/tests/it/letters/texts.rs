//! The texts of letters: each lacks nothing, passes the check, and says the same in both languages.

use app::lang::Language as Own;
use app::letter::example::{rich, sparse};
use app::letter::{FirmTexts, Flaw, NAMES, parts, standard, write};
use domain::money::Money;
use domain::separation::letter::*;
use domain::separation::obligation::Profile;
use domain::separation::tone::{self, Context, Language, Level, Verdict};

const LANGUAGES: [Language; 3] = [Language::Arabic, Language::English, Language::Bilingual];

/// Every kind, every rung of the reminders, in every language, with all facts and with few.
pub fn all() -> Vec<(Kind, Language, Facts)> {
    let mut all = vec![];
    for kind in Kind::ALL.iter().copied() {
        for written in LANGUAGES.into_iter().filter(|written| *written != Language::Bilingual || !kind.is_spoken()) {
            for facts in [rich(kind, written), sparse(kind, written)] {
                let rungs = if kind == Kind::Reminder { Rung::ALL } else { &[Rung::Final] };
                let with = |rung: &Rung| {
                    let mut facts = Facts { rung: Some(*rung), ..facts.clone() };
                    if let Some(account) = facts.account.as_mut().filter(|_| kind == Kind::Reminder) {
                        account.pay_by = account.pay_by.or(facts.cure_by);
                    }
                    (kind, written, facts)
                };
                all.extend(rungs.iter().map(with));
            }
        }
    }
    all
}

fn written(kind: Kind, facts: &Facts, language: Language, hijri: bool) -> String {
    write(kind, facts, language, hijri, &FirmTexts::default()).unwrap_or_else(|fault| panic!("{kind:?}: {fault:?}"))
}

#[test]
fn every_letter_lacks_nothing_and_passes_the_check() {
    let mut faults = vec![];
    for (kind, language, facts) in all() {
        let setting = Setting { written: language, profile: Some(Profile::Agency), is_critical: false };
        assert_eq!(missing(kind, &facts, setting), vec![], "{kind:?}");
        for hijri in [false, true] {
            let text = written(kind, &facts, language, hijri);
            let checked = tone::check(&text, kind.tone(), Some(language), &Context::default());
            let stops = checked.findings.iter().any(|finding| finding.level != Level::Hint);
            if checked.verdict != Verdict::Pass || stops {
                faults.push(format!("{kind:?} {language:?}: {:?} {:?}", checked.findings, checked.missing));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_service_after_the_end_has_a_paragraph_of_its_own() {
    let (_, _, mut facts) = all().into_iter().find(|(kind, ..)| *kind == Kind::Notice).expect("a notice");
    let first = facts.bridges[0].clone();
    let liability_max = Some(Money { minor: 400_000, currency: first.price.currency });
    facts.bridges = vec![first.clone(), Bridge { hours_max: 4, prepaid: true, liability_max, ..first }];
    for (language, heading, terms) in [
        (Language::English, "## If you need more time", ["paid before the service begins", "at most SAR\u{a0}4,000"]),
        (Language::Arabic, "## إن لزم وقت أطول", ["ويُدفع الثمن قبل بدء الخدمة", "ولا يتجاوز ما نعوّض عنه بموجبه"]),
    ] {
        let text = written(Kind::Notice, &facts, language, false);
        let checked = tone::check(&text, Kind::Notice.tone(), Some(language), &Context::default());
        assert_eq!(checked.verdict, Verdict::Pass, "{:?}", checked.findings);
        let after = text.split_once(&format!("{heading}\n\n")).expect("a heading of its own").1;
        let paragraphs: Vec<&str> = after.split("\n\n").take(2).collect();
        assert!(paragraphs.iter().all(|one| !one.trim().contains('\n')), "{paragraphs:?}");
        for term in terms {
            assert!(!paragraphs[0].contains(term) && paragraphs[1].contains(term), "{term}: {paragraphs:?}");
        }
    }
}

#[test]
fn both_languages_have_the_same_paragraphs() {
    for (kind, language, facts) in all().into_iter().filter(|(_, language, _)| *language == Language::Bilingual) {
        let parts = parts(&written(kind, &facts, language, true), language);
        let [(Own::Arabic, arabic), (Own::English, english)] = &parts[..] else { panic!("{kind:?}: {parts:?}") };
        let count = |text: &str| text.trim().split("\n\n").count();
        assert_eq!(count(arabic), count(english), "{kind:?}\n{arabic}\n{english}");
    }
}

#[test]
fn a_notice_says_what_it_rests_on_in_both_calendars() {
    let facts = rich(Kind::Notice, Language::English);
    let english = written(Kind::Notice, &facts, Language::English, true);
    for said in [
        "Sunday 31 May 2026 (14 Dhul-Hijjah 1447 AH)",
        "Thursday 30 July 2026 (16 Safar 1448 AH), 17:00 Riyadh time",
        "under clause 9.2 of the contract",
        "- Invoice NK-0312/A, due on 2 April 2026: SAR\u{a0}1,500.50",
        "the name of your new provider: 20 June 2026; otherwise the transfer of the domain may be late",
        "up to 10 hours, for SAR\u{a0}3,000",
    ] {
        assert!(english.contains(said), "{said}\n{english}");
    }
    let arabic = written(Kind::Notice, &facts, Language::Arabic, true);
    for said in ["الخميس 30 يوليو 2026 (16 صفر 1448 هـ)، الساعة 17:00 بتوقيت الرياض", "بما لا يزيد على 10 ساعات"]
    {
        assert!(arabic.contains(said), "{said}\n{arabic}");
    }
    assert!(!written(Kind::Notice, &facts, Language::English, false).contains("AH"));
}

#[test]
fn an_agreement_says_what_was_settled_on_each_point() {
    for (language, said) in [
        (
            Language::English,
            ["Rights in the work: The shop belongs", "Release: Neither side then", "\nThe fee for an early end"],
        ),
        (Language::Arabic, ["حقوق العمل: المتجر للعميل", "المخالصة: ثم لا مطالبة", "\nرسم الإنهاء المبكر متروك"]),
    ] {
        let text = written(Kind::Agreement, &rich(Kind::Agreement, language), language, false);
        said.into_iter().for_each(|said| assert!(text.contains(said), "{said}\n{text}"));
        let few = written(Kind::Agreement, &sparse(Kind::Agreement, language), language, false);
        assert!(!few.contains("Release:") && !few.contains("المخالصة:"), "{few}");
    }
}

#[test]
fn each_service_stands_under_what_is_true_of_it() {
    let [english, arabic] = [
        [
            "Each of these services stops on a day of its own:\n\n- search advertising: 30 June 2026\n",
            "do not end with the others and continue afterwards:\n\n- hosting of the archive\n",
        ],
        [
            "وتتوقف كل من هذه الخدمات في يومها:\n\n- إعلانات البحث: 30 يونيو 2026\n",
            "وتستمر هذه الخدمات بعد ذلك، فلا تنتهي مع غيرها:\n\n- استضافة الأرشيف\n",
        ],
    ];
    for kind in [Kind::Notice, Kind::NonRenewal, Kind::Agreement] {
        for (language, said) in [(Language::English, english), (Language::Arabic, arabic)] {
            let text = written(kind, &rich(kind, language), language, false);
            said.into_iter().for_each(|said| assert!(text.contains(said), "{said}\n{text}"));
        }
    }
    for kind in [Kind::CallScript, Kind::MeetingScript] {
        let text = written(kind, &rich(kind, Language::English), Language::English, false);
        assert!(text.contains("- stops on 30 June 2026: search advertising\n"), "{text}");
        assert!(text.contains("- continues after the end: hosting of the archive\n"), "{text}");
        let text = written(kind, &rich(kind, Language::Arabic), Language::Arabic, false);
        assert!(text.contains("- يتوقف في 30 يونيو 2026: إعلانات البحث\n"), "{text}");
    }
}

#[test]
fn sums_of_two_currencies_are_never_one() {
    let dollars = |minor| Money { minor, currency: domain::money::Currency::of("USD").expect("a currency") };
    let mut facts = rich(Kind::Notice, Language::English);
    let mut of = |further: i64| {
        let account = facts.account.as_mut().expect("an account");
        account.balance.minor = 270_000;
        account.further = vec![dollars(further)];
        account.open[1].amount = dollars(100_000);
        [Language::English, Language::Arabic].map(|language| written(Kind::Notice, &facts, language, false))
    };
    let [english, arabic] = of(100_000);
    for said in ["is SAR\u{a0}2,700 and USD\u{a0}1,000, due", "2 April 2026: USD\u{a0}1,000"] {
        assert!(english.contains(said), "{said}\n{english}");
    }
    assert!(arabic.contains("2,700\u{a0}ر.س و1,000\u{a0}دولار"), "{arabic}");
    let [english, arabic] = of(-100_000);
    assert!(english.contains("is SAR\u{a0}2,700, due"), "{english}");
    assert!(english.contains(" In your favour stands USD\u{a0}1,000."), "{english}");
    assert!(arabic.contains(" ولصالحكم 1,000\u{a0}دولار."), "{arabic}");
}

#[test]
fn what_nobody_asked_for_is_not_said_to_be_none() {
    for (kind, said) in [
        (Kind::Notice, vec!["No deliverables", "We need nothing further", "no pending deadline"]),
        (Kind::CallScript, vec!["We need nothing further"]),
        (Kind::Agreement, vec!["No deliverables", "No deadline"]),
        (Kind::ClosingSummary, vec!["no deliverables", "no pending deadline"]),
    ] {
        let none = sparse(kind, Language::English);
        let unknown = Facts { deliverables: None, client_actions: None, deadlines: None, ..none.clone() };
        let none = written(kind, &Facts { deadlines: Some(vec![]), ..none }, Language::English, false);
        let unknown = written(kind, &unknown, Language::English, false);
        for said in said {
            assert!(none.contains(said) && !unknown.contains(said), "{kind:?}: {said}\n{none}\n{unknown}");
        }
    }
}

#[test]
fn the_reason_is_told_as_far_as_was_decided() {
    let mut facts = sparse(Kind::Notice, Language::English);
    let said = |facts: &Facts| written(Kind::Notice, facts, Language::English, false);
    assert!(!said(&facts).contains("no longer"));
    for ground in domain::case::decision::Ground::ALL {
        facts.reason = Reason::Neutral(*ground);
        let checked = tone::check(&said(&facts), tone::Kind::Notice, None, &Context::default());
        assert_eq!(checked.verdict, Verdict::Pass, "{ground:?}: {:?}", checked.findings);
    }
    facts.reason = Reason::Factual(facts.occurrences.clone());
    assert!(said(&facts).contains("- a message at 23:40: 2 May 2026"));
}

#[test]
fn a_firm_writes_its_own_words() {
    let facts = sparse(Kind::ThankYou, Language::English);
    let own = FirmTexts::default().with(Own::English, "dear", "Hello {{ client.name }},\n");
    let text = write(Kind::ThankYou, &facts, Language::English, false, &own).expect("written");
    assert!(text.contains("Hello Nakhla,\n\nThe launch"), "{text}");
    let own = own.with(Own::English, "close", "Bye\n{{ client.secret }}\n");
    let fault = write(Kind::ThankYou, &facts, Language::English, false, &own).expect_err("nothing is called secret");
    assert_eq!((fault.template.as_str(), fault.line, fault.flaw), ("close", Some(2), Flaw::Unknown));
}

#[test]
fn every_kind_has_its_template_in_both_languages() {
    for kind in Kind::ALL {
        for language in [Own::Arabic, Own::English] {
            assert!(standard(language, kind.word()).is_some_and(|text| text.contains("# ")), "{kind:?}");
        }
    }
    assert_eq!(NAMES.len(), 29);
}
