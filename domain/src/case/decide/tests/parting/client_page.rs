//! What someone of the client sees and does on their page.

use super::*;
use crate::case::parting::{Consent, OfClient};
use crate::journal;
use crate::separation::portal::ClientPage;
use crate::separation::served::{Way, served};

fn of_client(act: OfClient) -> Act {
    part(Part::OfClient(act))
}

/// Someone of the client confirms a letter under a text.
pub(super) fn acknowledge(letter: u32, said: &str, name: &str) -> Act {
    let (digest, name) = (journal::digest(said.as_bytes()), text(name));
    of_client(OfClient::AcknowledgeReceipt { letter, digest, name })
}

#[test]
fn the_client_confirms_asks_and_signs_on_their_own_page() {
    assert_eq!(ClientPage::of(&Play::ready().case()), None, "nothing is served");
    let mut play = Play::dispatched();
    let page = ClientPage::of(&play.case()).expect("served");
    assert_eq!((page.ends_on, page.is_fixed, page.letters.len()), (Some(day("2026-12-09")), false, 1));
    assert_eq!(page.asks_receipt().map(|letter| letter.text.as_deref()), Some(Some(notice())));
    let confirm = || acknowledge(1, notice(), "Huda Alzahrani");
    assert!(play.act("client", acknowledge(2, notice(), "Huda")).is_err());
    assert!(play.act("client", acknowledge(1, "another text", "Huda")).is_err(), "nobody signs what they did not read");
    play.must("client", confirm());
    let signed = play.case().parting.acknowledged[0].clone();
    let digest = Some(journal::digest(notice().as_bytes()));
    assert_eq!((signed.digest, signed.name), (digest, Some(text("Huda Alzahrani"))));
    assert_eq!(play.act("client", confirm()), Err(Refusal::Done));
    assert_eq!(play.case().parting.receipt, None, "by its clause it counts from the next business day");
    play.must("client", of_client(OfClient::Ask { text: text("Does the site stop?") }));
    let answer = |said: &str| part(Part::AnswerQuestion { question: 1, text: text(said), context: Context::default() });
    let agree = || part(Part::ApproveAnswer { question: 1, context: Context::default() });
    assert!(play.act(OWNER, answer("You deliberately withheld our fees.")).is_err(), "an answer is checked, too");
    let Err(Refusal::Contradicts(_)) = play.act(OWNER, answer("The last day is 31 December 2026.")) else {
        panic!("the services end on another day")
    };
    play.must(OWNER, answer("Thank you for asking. It does not."));
    let page = ClientPage::of(&play.case()).expect("served");
    assert_eq!(page.questions[0].answer, None, "nobody else has agreed to it");
    assert!(play.act(OWNER, agree()).is_err(), "it is another's to agree to");
    play.must("nasser", agree());
    assert_eq!(play.act("nasser", agree()), Err(Refusal::Done));
    let page = ClientPage::of(&play.case()).expect("served");
    assert_eq!(page.questions[0].answer.as_deref(), Some("Thank you for asking. It does not."));
    assert_eq!(page.asks_receipt(), None);
}

#[test]
fn a_notice_that_counts_when_read_counts_when_it_is_confirmed() {
    let mut play = Play::ready();
    let input = r#"{"sent_at":"2026-11-09T10:00","from":"SA","to":"SA","method":"portal","length":30,"unit":"day"}"#;
    play.must(OWNER, reviewed_by(vec![Basis::Notice], Method::Portal));
    play.must(OWNER, compute(input));
    play.must("nasser", approve(Approved::Second));
    play.today = day("2026-11-08");
    play.must(OWNER, enter(Stage::Notice));
    play.must(OWNER, unreached());
    play.must(
        OWNER,
        part(Part::Dispatch { sent_at: text("2026-11-08T11:30"), tracking: None, proof: None, own: None }),
    );
    play.today = day("2026-11-10");
    play.must("client", acknowledge(1, notice(), "Huda"));
    assert_eq!(play.case().parting.effective_on, Some(day("2026-12-10")), "thirty days from Tuesday the tenth");
}

#[test]
fn nothing_internal_comes_to_the_clients_page() {
    let mut play = Play::ready();
    for (by, act) in [
        (
            OWNER,
            part(Part::PrepareQuestion {
                question: text("SECRET q"),
                answer: text("SECRET a"),
                context: Context::default(),
            }),
        ),
        (OWNER, part(Part::ConsiderImpact { text: text("SECRET impact") })),
        (OWNER, part(Part::CheckHold { hold: false, text: text("SECRET data") })),
        ("nasser", part(Part::ReviewDossier { text: text("SECRET dossier") })),
        (OWNER, letter(None, Kind::CallScript, "SECRET script")),
    ] {
        play.must(by, act);
    }
    play.today = day("2026-11-08");
    play.must(OWNER, enter(Stage::Notice));
    play.must(OWNER, unreached());
    play.must(
        OWNER,
        part(Part::Dispatch { sent_at: text("2026-11-08T11:30"), tracking: Some(text("m")), proof: None, own: None }),
    );
    let page = format!("{:?}", ClientPage::of(&play.case()).expect("served"));
    assert!(page.contains("C-17") && !page.contains("SECRET"), "{page}");
    for word in ["FinancialDefault", "P5", "sara", "nasser", "يتأخر"] {
        assert!(!page.contains(word), "{word}: {page}");
    }
}

#[test]
fn a_letter_that_reached_the_client_stands_on_their_page() {
    let mut play = Play::dispatched();
    play.must(OWNER, letter(None, Kind::ReferralList, "Three teams whose work we know: Sidra, Marsa, Bayt."));
    play.must(OWNER, letter(None, Kind::CallScript, "Greet, say it plainly, listen."));
    play.must(OWNER, letter(None, Kind::Answer, "You deliberately withheld our fees."));
    let reached = |letter| part(Part::HandOver { letter, on: day("2026-11-08"), proof: None });
    let letters = |play: &Play| ClientPage::of(&play.case()).expect("served").letters.len();
    assert_eq!(letters(&play), 1, "drafts are ours");
    play.must(OWNER, reached(2));
    assert_eq!(letters(&play), 2);
    assert_eq!(play.act(OWNER, reached(2)), Err(Refusal::Done));
    assert_eq!(play.act(OWNER, letter(Some(2), Kind::ReferralList, "Others.")), Err(Refusal::Done));
    for refused in [1, 3, 4, 9] {
        assert!(play.act(OWNER, reached(refused)).is_err(), "{refused}");
    }
}

#[test]
fn offers_for_the_time_after_the_end_stand_on_the_clients_page() {
    use crate::case::parting::offers::{Act as Offer, AlternativeSaid, BridgeSaid, BridgeTerms};
    use crate::money::{Currency, Money};
    let riyals = |minor| Money { minor, currency: Currency::of("SAR").expect("a currency") };
    let named = |fits: &str, fee| {
        let said = AlternativeSaid { name: text("Sidra"), fits: text(fits), reach: text("hello@sidra.example") };
        part(Part::Offer(Offer::NameAlternative { fee, vetted: true, said }))
    };
    let said = AlternativeSaid { name: text("Rukn"), fits: text("Works on shops."), reach: text("rukn.example") };
    let unseen = part(Part::Offer(Offer::NameAlternative { fee: None, vetted: false, said }));
    let bridge = |until: &str, hours_max, price| {
        let said = BridgeSaid { scope: text("hosting"), excluded: text("new work"), turn_to: text("Salma") };
        let (until, liability_max) = (day(until), Some(riyals(600_000)));
        let terms = BridgeTerms { until, hours_max, price: riyals(price), liability_max, prepaid: false };
        part(Part::Offer(Offer::OfferBridge { terms, continues: None, said }))
    };
    let mut unlimited = bridge("2027-02-28", 10, 300_000);
    if let Act::Parting(Part::Offer(Offer::OfferBridge { terms, .. })) = &mut unlimited {
        terms.liability_max = None;
    }
    let mut play = Play::dispatched();
    play.must(OWNER, named("Works on online shops.", Some(riyals(50_000))));
    play.must(OWNER, named("Works on websites.", None));
    play.must(OWNER, bridge("2027-02-28", 10, 300_000));
    for refused in [
        named("", None),
        named("You deliberately withheld our fees.", None),
        named("تماطل نخلة في السداد.", None),
        named("Works on shops.", Some(riyals(0))),
        bridge("2026-12-09", 10, 300_000),
        bridge("2027-02-28", 0, 300_000),
        bridge("2027-02-28", 10, -1),
        unlimited,
        unseen,
    ] {
        assert!(play.act(OWNER, refused.clone()).is_err(), "{refused:?}");
    }
    let page = ClientPage::of(&play.case()).expect("served");
    let fees: Vec<_> = page.alternatives.iter().map(|one| one.fee.map(|fee| fee.minor)).collect();
    assert_eq!(fees, [Some(50_000), None], "a fee is disclosed, and none is denied");
    assert_eq!((page.bridges[0].excluded.as_str(), page.bridges[0].terms.hours_max), ("new work", 10));
    let mut moved = play.case();
    moved.parting.effective_on = Some(day("2027-02-28"));
    assert!(ClientPage::of(&moved).expect("served").bridges.is_empty(), "it would be over before the end");
    let page = page.for_successor();
    assert!(page.alternatives.is_empty() && page.bridges.is_empty() && page.account.is_none());
    assert_eq!((page.ends_on, page.is_fixed), (None, false), "who ended it, and when, is the client's to tell");
    play.must(OWNER, part(Part::Offer(Offer::WithdrawOffer { offer: 1 })));
    assert_eq!(play.act(OWNER, part(Part::Offer(Offer::WithdrawOffer { offer: 1 }))), Err(Refusal::Done));
    let page = ClientPage::of(&play.case()).expect("served");
    assert_eq!(page.alternatives.iter().map(|one| one.fits.as_str()).collect::<Vec<_>>(), ["Works on websites."]);
}

#[test]
fn the_page_is_handed_over_on_paper_once_something_is_served() {
    let language = crate::separation::tone::Language::Arabic;
    let handed = || part(Part::HandOverPage { on: day("2026-11-08"), language, digest: text("00ff"), proof: None });
    assert!(Play::ready().act(OWNER, handed()).is_err());
    let mut play = Play::dispatched();
    play.must(OWNER, handed());
    assert_eq!(play.case().parting.pages, [(day("2026-11-08"), text("00ff"))]);
}

#[test]
fn whoever_follows_us_gets_a_link_once_the_client_agreed_and_the_files_that_were_given() {
    let mut play = Play::dispatched();
    let give = |consent: Option<(&str, &str)>| {
        let consent = consent.map(|(by, on)| Consent { by: text(by), on: day(on) });
        let (until, name, contact) = (day("2027-06-30"), text("Sidra"), text("hello@sidra.example"));
        part(Part::GiveLink { link: text("one"), until, successor: true, consent, name, contact })
    };
    for lacking in [None, Some(("", "2026-11-08")), Some(("Huda", "2026-11-09"))] {
        assert!(play.act(OWNER, give(lacking)).is_err(), "{lacking:?}");
    }
    play.must(OWNER, give(Some(("Huda", "2026-11-07"))));
    assert_eq!(play.case().parting.links[0].consented_on, Some(day("2026-11-07")));

    let file = |sha256: &str, successor| part(Part::GiveFile { sha256: text(sha256), successor });
    assert!(play.act(OWNER, file("00ff", false)).is_err(), "nothing is kept");
    for sha256 in ["00ff", "11ff", "22ff"] {
        play.must(OWNER, part(Part::KeepProof { sha256: text(sha256), name: text("a.pdf") }));
    }
    play.must(OWNER, file("00ff", false));
    assert_eq!(play.act(OWNER, file("00ff", false)), Err(Refusal::Done));
    play.must(OWNER, file("11ff", true));
    let page = ClientPage::of(&play.case()).expect("served");
    let files = |page: &ClientPage| page.files.iter().map(|file| file.sha256.clone()).collect::<Vec<_>>();
    assert_eq!(files(&page), ["00ff", "11ff"], "what was not given stays with us");
    assert_eq!(files(&page.for_successor()), ["11ff"]);
}

fn link(id: &str, until: &str, name: &str) -> Act {
    let (until, contact) = (day(until), text("+966 50 000 0000"));
    part(Part::GiveLink { link: text(id), until, successor: false, consent: None, name: text(name), contact })
}

#[test]
fn every_page_that_a_link_led_to_is_known_with_its_time() {
    let mut play = Play::dispatched();
    assert_eq!(served(&play.entries), [], "nobody could see it");
    play.must(OWNER, link("a", "2026-11-30", "Huda"));
    play.today = day("2026-11-10");
    play.must("client", of_client(OfClient::Ask { text: text("Does the site stop?") }));
    play.must(OWNER, part(Part::ConsiderImpact { text: text("nobody else") }));
    play.must(OWNER, link("b", "2026-11-20", "Omar"));
    let paper = Part::HandOverPage { on: play.today, language: Language::English, digest: text("00ff"), proof: None };
    play.must(OWNER, part(paper));
    play.today = day("2026-11-12");
    play.must(OWNER, part(Part::RevokeLink { link: text("a") }));
    let all = served(&play.entries);
    let known = |at: usize| (all[at].way, all[at].readers.join(" "), all[at].from.as_str(), all[at].until.as_deref());
    let asked = "2026-11-10T09:00:00Z";
    assert_eq!(known(0), (Way::Client, text("Huda"), "2026-11-08T09:00:00Z", Some(asked)));
    assert_eq!(known(1), (Way::Client, text("Huda Omar"), asked, Some("2026-11-20")), "until the last link ends");
    assert_eq!(known(2), (Way::Paper, text(""), "2026-11-10", None));
    assert_eq!([0, 1, 2].map(|at: usize| all[at].page.questions.len()), [0, 1, 1]);
    assert_eq!((all.len(), all[2].digest.as_deref()), (3, Some("00ff")));

    play.must(OWNER, part(Part::RevokeLink { link: text("b") }));
    assert_eq!(served(&play.entries)[1].until.as_deref(), Some("2026-11-12T09:00:00Z"));
    play.today = day("2026-11-14");
    play.must(OWNER, link("c", "2026-11-15", "Salma"));
    play.today = day("2026-11-25");
    play.must(
        OWNER,
        part(Part::AnswerQuestion {
            question: 1,
            text: text("Thank you for asking. It does not."),
            context: Context::default(),
        }),
    );
    let last = served(&play.entries).pop().expect("a page");
    assert_eq!((last.readers, last.until.as_deref()), (vec![text("Salma")], Some("2026-11-15")), "it was over by then");
}

#[test]
fn a_time_in_which_no_link_worked_is_no_time_of_the_page() {
    let mut play = Play::dispatched();
    play.must(OWNER, link("a", "2026-11-10", "Huda"));
    play.today = day("2026-11-20");
    play.must(OWNER, link("b", "2026-11-30", "Huda"));
    let all = served(&play.entries);
    let times: Vec<_> = all.iter().map(|one| (one.from.as_str(), one.until.as_deref())).collect();
    let first = ("2026-11-08T09:00:00Z", Some("2026-11-10"));
    assert_eq!(times, [first, ("2026-11-20T09:00:00Z", Some("2026-11-30"))]);
}

#[test]
fn a_link_is_taken_back_after_both_took_back_the_end() {
    let mut play = Play::dispatched();
    play.must(OWNER, link("a", "2026-11-30", "Huda"));
    let (on, proof) = (day("2026-11-08"), text("0a1b"));
    play.must(OWNER, keep("0a1b"));
    play.must(OWNER, part(Part::WithdrawEnd { on, proof, text: text("x") }));
    assert!(play.act(OWNER, link("b", "2026-11-30", "Omar")).is_err(), "none is given any more");
    play.must(OWNER, part(Part::RevokeLink { link: text("a") }));
    assert!(play.case().parting.links[0].is_revoked);
}

#[test]
fn the_client_reads_what_we_keep_why_and_until_when() {
    use crate::firm::Firm;
    use crate::retention::{Class, OwnTerm};
    let firm = Firm { place: Some(text("SA")), ..Firm::default() };
    let mut play = Play::dispatched();
    let page = ClientPage::of(&play.case()).expect("served");
    let kept = page.kept(&firm);
    let until: Vec<_> = kept.iter().map(|term| (term.class, term.until)).collect();
    let told = |class, on: &str| (class, Some(day(on)));
    // The end is on 9 December 2026: ten years from the year's end, a convention of as many, two years, ninety days.
    assert_eq!(until[0], told(Class::Books, "2036-12-31"));
    assert!(until.contains(&told(Class::ClientData, "2027-03-09")), "{until:?}");
    let classes: Vec<Class> = kept.iter().map(|term| term.class).collect();
    assert_eq!(classes, [Class::Books, Class::ContractFile, Class::SignData, Class::ClientData]);
    let own = OwnTerm { class: Class::SignData, when: None, years: Some(5), reason: text("x") };
    let longer = page.kept(&Firm { own_terms: vec![own], ..firm.clone() });
    assert_eq!(
        (longer[2].class, longer[2].until),
        told(Class::SignData, "2031-12-09"),
        "what the firm states holds here, too"
    );
    assert!(page.for_successor().kept(&firm).is_empty(), "whoever follows us keeps their own");
    let (on, proof) = (day("2026-11-08"), text("0a1b"));
    play.must(OWNER, keep("0a1b"));
    play.must(OWNER, part(Part::WithdrawEnd { on, proof, text: text("x") }));
    assert!(ClientPage::of(&play.case()).expect("served").kept(&firm).is_empty(), "nothing ended");
}

#[test]
fn one_voice_answers_and_the_others_pass_on_what_was_approved() {
    let mut play = Play::ready();
    let (question, prepared) = (text("Does the site stop?"), text("Thank you for asking. It does not."));
    play.must(OWNER, part(Part::PrepareQuestion { question, answer: prepared.clone(), context: Context::default() }));
    play.must(OWNER, part(Part::NameNotifier { member: text(OWNER), text: None }));
    play.must(OWNER, Act::GiveRole { role: Role::Lead, member: text("sara") });
    play.today = day("2026-11-08");
    play.must(OWNER, enter(Stage::Notice));
    play.must(OWNER, Act::RecordTalk { on: play.today, text: text("we met") });
    play.must(
        OWNER,
        part(Part::Dispatch { sent_at: text("2026-11-08T11:30"), tracking: Some(text("m")), proof: None, own: None }),
    );
    for asked in ["Does the site stop?", "And the mail?"] {
        play.must("client", of_client(OfClient::Ask { text: text(asked) }));
    }
    let answer =
        |question, said: &str| part(Part::AnswerQuestion { question, text: text(said), context: Context::default() });
    let own = play.act("sara", answer(2, "Thank you for asking. It goes on."));
    assert!(matches!(own, Err(Refusal::NotYours { .. })), "{own:?}");
    play.must("sara", answer(1, &prepared));
    play.must(OWNER, answer(2, "Thank you for asking. It goes on."));
}
