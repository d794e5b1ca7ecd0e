//! What a prospect may enter, what keeps it from being won, and what was known when.

use super::*;
use crate::lesson::back_test::BackTest;
use crate::lesson::criterion;

pub fn day(text: &str) -> Day {
    Day::from_iso(text).expect("a day")
}

pub fn profile(name: &str, channel: Channel) -> Profile {
    Profile {
        name: name.to_owned(),
        channel,
        through: None,
        referred_by: None,
        person: None,
        email: None,
        phone: None,
        site: None,
        contribution: None,
        cost: None,
        owner: "reem".to_owned(),
        next_on: None,
        next_what: None,
        they_expect: None,
        we_expect: None,
    }
}

pub fn told(profile: Profile, events: Vec<(&str, Event)>) -> Prospect {
    let all = [(events[0].0, Event::ProspectDescribed(Box::new(profile)))].into_iter().chain(events.clone());
    let stamp = |(at, (on, event)): (usize, (&str, Event))| Stamped {
        seq: at as u32 + 1,
        by: "reem".to_owned(),
        on: day(on),
        at: format!("{on}T08:00:00Z"),
        event,
    };
    Prospect::replay("p", &all.enumerate().map(stamp).collect::<Vec<_>>()).expect("a prospect")
}

fn lead() -> (&'static str, Event) {
    ("2026-10-01", Event::StageEntered { stage: Stage::Lead, on: day("2026-10-01"), reason: None })
}

fn days(n: i64) -> Event {
    Event::FactsStated { facts: BTreeMap::from([(Fact::PaymentDays, Some(Value::Number(n)))]) }
}

fn criteria() -> Vec<Criterion> {
    let stamped = |seq, event| Stamped { seq, by: "reem".into(), on: day("2026-09-01"), at: String::new(), event };
    let drafted = Criterion::draft(criterion::tests::refusing(45)).expect("a rule");
    let active =
        criterion::Event::IntakeRuleActivated { version: 1, tried: BackTest::default(), reason: Some("x".into()) };
    vec![Criterion::replay("c", &[stamped(1, drafted), stamped(2, active)]).expect("a version")]
}

#[test]
fn a_refused_one_is_won_only_after_the_owner_overrode() {
    let own = told(profile("Dune", Channel::Fair), vec![lead(), ("2026-10-05", days(60))]);
    let (on, reason) = (day("2026-11-01"), Some("they pay half beforehand".to_owned()));
    let judged = judge(&criteria(), &own.facts(on, None));
    let cited = Cited { criterion: "c".into(), version: 1 };
    assert_eq!(own.enter(Stage::Won, on, on, None, &judged), Err(Refusal::Refused(vec![cited.clone()])));
    assert!(own.enter(Stage::Proposal, on, on, None, &judged).is_ok(), "one may go on talking");
    assert_eq!(own.enter(Stage::Refused, on, on, None, &judged), Err(Refusal::Reason));
    assert_eq!(own.override_rules(&judged, false, reason.clone()), Err(Refusal::Owner));
    assert_eq!(own.override_rules(&judged, true, None), Err(Refusal::Reason));
    let overridden = own.override_rules(&judged, true, reason).expect("the owner");
    let own = told(profile("Dune", Channel::Fair), vec![lead(), ("2026-10-05", days(60)), ("2026-10-06", overridden)]);
    assert_eq!(own.enter(Stage::Won, on, on, None, &judged), Ok(Event::LeadWon { on }));
    // Another version of the rule says no again.
    let other = vec![Judged { cited: Cited { version: 2, ..cited }, ..judged[0].clone() }];
    assert!(matches!(own.enter(Stage::Won, on, on, None, &other), Err(Refusal::Refused(_))));
    assert_eq!(own.override_rules(&judged, true, Some("y".into())), Err(Refusal::Nothing));
}

#[test]
fn what_is_unknown_does_not_refuse_and_is_not_fine() {
    let own = told(profile("Dune", Channel::Fair), vec![lead()]);
    let judged = judge(&criteria(), &own.facts(day("2026-11-01"), Some(90_000)));
    assert_eq!(judged[0].verdict.truth, Truth::Unknown);
    assert!(own.against(&judged).is_empty());
}

#[test]
fn only_the_owner_settles_what_cannot_be_judged() {
    let (on, reason) = (day("2026-11-01"), Some("they told us".to_owned()));
    let empty = || Event::FactsStated { facts: BTreeMap::from([(Fact::PaymentDays, None)]) };
    let own = told(profile("Dune", Channel::Fair), vec![lead(), ("2026-10-05", days(60)), ("2026-10-06", empty())]);
    let judged = judge(&criteria(), &own.facts(on, None));
    let cited = Cited { criterion: "c".into(), version: 1 };
    assert_eq!(judged[0].verdict.truth, Truth::Unknown);
    assert_eq!(own.enter(Stage::Won, on, on, None, &judged), Err(Refusal::Refused(vec![cited])));
    let aside = own.override_rules(&judged, true, reason).expect("the owner");
    let events = vec![lead(), ("2026-10-05", aside)];
    let own = told(profile("Dune", Channel::Fair), events.clone());
    assert!(own.is_overridden(&judged[0]) && own.enter(Stage::Won, on, on, None, &judged).is_ok());
    // What the rule looks at changed since: the owner is asked again. What it does not look at changes nothing.
    let other = Event::FactsStated { facts: BTreeMap::from([(Fact::Discount, Some(Value::Number(5)))]) };
    let own = told(profile("Dune", Channel::Fair), [events.clone(), vec![("2026-10-07", other)]].concat());
    assert!(own.enter(Stage::Won, on, on, None, &judged).is_ok());
    let own = told(profile("Dune", Channel::Fair), [events, vec![("2026-10-07", days(90))]].concat());
    let judged = judge(&criteria(), &own.facts(on, None));
    assert!(matches!(own.enter(Stage::Won, on, on, None, &judged), Err(Refusal::Refused(_))));
}

#[test]
fn who_was_refused_comes_back_only_by_the_owner() {
    let on = day("2026-11-01");
    let refused = Event::StageEntered { stage: Stage::Refused, on: day("2026-10-05"), reason: Some("rude".into()) };
    let events = vec![lead(), ("2026-10-05", refused)];
    let own = told(profile("Dune", Channel::Fair), events.clone());
    for stage in [Stage::Lead, Stage::Proposal, Stage::Won] {
        assert_eq!(own.enter(stage, on, on, None, &[]), Err(Refusal::Shut));
    }
    assert_eq!(own.override_rules(&[], false, Some("y".into())), Err(Refusal::Owner));
    let again = own.override_rules(&[], true, Some("they wrote".into())).expect("the owner");
    let own = told(profile("Dune", Channel::Fair), [events, vec![("2026-10-06", again)]].concat());
    assert!(own.enter(Stage::Talked, on, on, None, &[]).is_ok());
}

#[test]
fn what_was_written_after_it_was_won_was_not_known() {
    let stamp = |seq, on: &str, event| Stamped { seq, by: "reem".into(), on: day(on), at: String::new(), event };
    let worth = |channel, minor| {
        let contribution = Some(Money { minor, currency: crate::money::Currency::UNKNOWN });
        Event::ProspectDescribed(Box::new(Profile { contribution, ..profile("Dune", channel) }))
    };
    let events = [
        stamp(1, "2026-10-01", worth(Channel::Fair, 100)),
        stamp(2, "2026-10-01", lead().1),
        stamp(3, "2026-10-02", days(30)),
        // Written down after the day of the signature, and before anyone said that it was won.
        stamp(4, "2026-10-12", worth(Channel::Social, 200)),
        stamp(5, "2026-10-12", Event::LeadWon { on: day("2026-10-10") }),
        stamp(6, "2026-10-12", days(90)),
    ];
    let (own, on) = Prospect::as_won("p", &events).expect("won");
    assert_eq!((own.profile.channel, own.profile.contribution.map(|sum| sum.minor)), (Channel::Fair, Some(100)));
    assert_eq!(own.facts(on, None).get(&Fact::PaymentDays), Some(&Value::Number(30)));
    assert_eq!(Prospect::as_won("p", &events[..4]), None);
}

#[test]
fn only_what_was_stated_by_then_was_known() {
    let own = told(profile("Dune", Channel::Fair), vec![lead(), ("2026-10-05", days(30)), ("2026-10-20", days(60))]);
    assert_eq!(own.facts(day("2026-10-04"), None).get(&Fact::PaymentDays), None);
    assert_eq!(own.facts(day("2026-10-20"), None).get(&Fact::PaymentDays), Some(&Value::Number(60)));
    assert_eq!(own.facts(day("2026-10-04"), None).get(&Fact::Channel), Some(&Value::Words("fair".into())));
}

#[test]
fn stages_follow_one_another_in_time() {
    let own = told(profile("Dune", Channel::Fair), vec![lead()]);
    let enter = |stage, on| own.enter(stage, day(on), day("2026-11-01"), None, &[]);
    assert_eq!(enter(Stage::Talked, "2026-09-30"), Err(Refusal::Day));
    assert_eq!(enter(Stage::Talked, "2026-11-02"), Err(Refusal::Day));
    assert_eq!(enter(Stage::Lead, "2026-10-02"), Err(Refusal::Stage));
    let won =
        told(profile("Dune", Channel::Fair), vec![lead(), ("2026-10-09", Event::LeadWon { on: day("2026-10-09") })]);
    assert_eq!(won.enter(Stage::Lost, day("2026-10-10"), day("2026-11-01"), None, &[]), Err(Refusal::Stage));
    assert_eq!((won.contacted_on(), won.won_on()), (day("2026-10-01"), Some(day("2026-10-09"))));
}
