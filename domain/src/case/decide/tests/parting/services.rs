//! What the client reads of the services until the end, and after both took it back.

use super::*;
use crate::case::parting::OfClient;
use crate::case::parting::offers::{Act as Offer, Course, ServiceSaid};
use crate::separation::portal::{ClientPage, Standing};

fn told(course: Course, service: &str, returns: Option<&str>) -> Act {
    let said = ServiceSaid { service: text(service), returns: returns.map(text) };
    part(Part::Offer(Offer::TellService { course, said }))
}

#[test]
fn the_client_reads_which_services_go_on_and_until_when() {
    let mut play = Play::dispatched();
    play.must(OWNER, told(Course::ToTheEnd, "Hosting and support", None));
    play.must(OWNER, told(Course::GoesOn, "The yearly audit", None));
    play.must(OWNER, told(Course::Until(day("2026-12-01")), "New design work", None));
    for refused in [
        told(Course::ToTheEnd, "", None),
        told(Course::ToTheEnd, "You deliberately withheld our fees.", None),
        told(Course::Until(day("2026-11-08")), "Hosting", None),
        told(Course::Until(day("2026-12-10")), "Hosting", None),
        told(Course::Paused, "Campaigns", Some("The invoices NK-1 and NK-2 are paid.")),
    ] {
        assert!(play.act(OWNER, refused.clone()).is_err(), "{refused:?}");
    }
    let page = ClientPage::of(&play.case()).expect("served");
    let standing: Vec<_> = page.services.iter().map(|one| (one.service.as_str(), one.standing.clone())).collect();
    let until = |on: &str| Standing::Until(Some(day(on)));
    let ends = [("New design work", until("2026-12-01")), ("Hosting and support", until("2026-12-09"))];
    assert_eq!(standing, [&ends[..], &[("The yearly audit", Standing::GoesOn)]].concat());
    assert!(page.clone().for_successor().services.is_empty());
    let mut earlier = play.case();
    earlier.parting.effective_on = Some(day("2026-11-20"));
    let page = ClientPage::of(&earlier).expect("served");
    let moved = [until("2026-11-20"), until("2026-11-20"), Standing::GoesOn];
    assert!(page.services.iter().map(|one| &one.standing).eq(&moved), "what ends outlasts no end: {page:?}");
    play.must(OWNER, part(Part::Offer(Offer::WithdrawOffer { offer: 1 })));
    assert_eq!(ClientPage::of(&play.case()).expect("served").services.len(), 2);
}

#[test]
fn what_is_paused_says_what_brings_it_back_and_comes_back_with_the_suspensions_end() {
    let mut play = Play::dispatched();
    let mut paused = play.case();
    paused.parting.breach.suspended_on = Some(day("2026-11-08"));
    let act = |returns| told(Course::Paused, "Campaigns", returns);
    let now = Now { at: text("2026-11-08T12:00:00Z"), today: day("2026-11-08") };
    let decide = |act| crate::case::decide(&paused, OWNER, act, &now);
    assert!(decide(act(None)).is_err(), "what brings it back is not said");
    assert!(decide(act(Some("Invoice NK-1 is paid."))).is_ok());
    play.must(OWNER, told(Course::ToTheEnd, "Hosting", None));
    let page = |suspended_on| {
        let mut case = play.case();
        case.parting.breach.suspended_on = suspended_on;
        let service = case.parting.offers.services.first_mut().expect("told");
        service.course = Course::Paused;
        service.said = Some(ServiceSaid { service: text("Campaigns"), returns: Some(text("Invoice NK-1 is paid.")) });
        ClientPage::of(&case).expect("served")
    };
    let resting = page(Some(day("2026-11-08")));
    assert_eq!(resting.services[0].standing, Standing::Paused { returns: text("Invoice NK-1 is paid.") });
    assert_eq!(resting.pause.map(|pause| pause.since), Some(day("2026-11-08")));
    let back = page(None);
    assert_eq!((back.pause, &back.services[0].standing), (None, &Standing::Until(Some(day("2026-12-09")))));
}

#[test]
fn an_end_that_both_took_back_asks_nothing_any_more() {
    let mut play = Play::dispatched();
    play.must(OWNER, told(Course::ToTheEnd, "Hosting", None));
    let page = ClientPage::of(&play.case()).expect("served");
    assert!(page.may_ask() && page.may_instruct() && page.asks_receipt().is_some());
    play.must("client", part(Part::OfClient(OfClient::Ask { text: text("Does the site stop?") })));
    let (on, proof) = (day("2026-11-08"), text("0a1b"));
    play.must(OWNER, keep("0a1b"));
    play.must(OWNER, part(Part::WithdrawEnd { on, proof, text: text("SECRET why") }));
    let page = ClientPage::of(&play.case()).expect("served");
    assert_eq!((page.withdrawn_on, page.ends_on), (Some(day("2026-11-08")), None));
    assert!(page.services.is_empty() && page.owed.is_empty() && page.asks_receipt().is_none());
    assert!(!page.may_ask() && !page.may_instruct() && !page.may_sign);
    assert_eq!(page.letters.len(), 1, "what was served stays");
    assert!(page.questions.is_empty(), "no answer is promised that nobody gives");
    assert!(!format!("{page:?}").contains("SECRET"));
}
