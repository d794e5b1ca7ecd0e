//! What stands ready before the client is told: the full track asks for all of it.

use super::*;
use crate::case::event::Text;
use crate::case::gates;
use crate::case::parting::Event as PartEvent;
use crate::case::parting::duties::EndPlan;
use crate::case::parting::event::QuestionSaid;
use crate::case::parting::impact::{Act as Impact, Event as ImpactEvent, TouchedSaid, Who};
use crate::case::parting::offers::{Act as Offer, Course, ServiceSaid};
use crate::case::parting::readiness::{Act as Ready, Event as ReadyEvent};
use crate::separation::obligation::{self, Code, Keeper, Obligation, ObligationSaid, Owner, Profile, Side, What};

fn ready(act: Ready) -> Act {
    part(Part::Readiness(act))
}

fn of_ready(event: ReadyEvent) -> Event {
    Event::Parting(PartEvent::Readiness(event))
}

/// The notice is ready but for what the full track asks.
fn full() -> Play {
    on_full_track(Play::ready())
}

fn on_full_track(mut play: Play) -> Play {
    let Event::CaseOpened { opening, .. } = &mut play.entries[0].event else { unreachable!("it begins so") };
    opening.track = Track::Full;
    play
}

fn lacks(play: &Play, to: Stage, item: Item) -> bool {
    gates(&play.case(), to, play.today).iter().any(|gate| gate.item == item && gate.hard && !gate.met)
}

/// An event stands in the journal, whoever would allow it today.
pub fn note(play: &mut Play, event: Event) {
    let (seq, at) = (play.entries.len() as u32 + 1, text("2026-11-02T09:00:00Z"));
    play.entries.push(Stamped { seq, at, actor: Some(text(OWNER)), event });
}

#[test]
fn finance_accepts_the_scenario_on_which_it_was_decided() {
    let mut play = full();
    let accept = || ready(Ready::AcceptScenario { text: text("the cash holds until May") });
    assert!(lacks(&play, Stage::Notice, Item::ScenarioAccepted));
    assert_eq!(items(play.act("nasser", accept())), [Item::Scenario], "there is no run to accept");
    let cited = |run: &str| {
        let run = text(run);
        Event::ScenarioRun { run, seed: 7, p_cash_below_zero: None, repair_dominates: false }
    };
    note(&mut play, cited("r-1"));
    assert!(play.act("sara", accept()).is_err(), "it is finance's");
    play.must("nasser", accept());
    assert!(!lacks(&play, Stage::Notice, Item::ScenarioAccepted));
    assert_eq!(play.act("nasser", accept()), Err(Refusal::Done));
    note(&mut play, cited("r-2"));
    assert!(lacks(&play, Stage::Notice, Item::ScenarioAccepted), "it was another run");
    // What goes by mail asks for it again once the notice began.
    let mut play = on_full_track(Play::dispatched());
    note(&mut play, cited("r-1"));
    play.must("nasser", accept());
}

#[test]
fn a_dated_plan_with_what_is_owed_comes_before_the_notice() {
    let mut play = full();
    assert!(lacks(&play, Stage::Notice, Item::Timeline));
    let given = play.case().parting.given().expect("it is computed");
    let plan = EndPlan { given, profile: Profile::Agency, law_days: None, difficulty: None };
    play.must(OWNER, part(Part::Duty(Duty::PlanEnd { plan, text: None })));
    assert!(lacks(&play, Stage::Notice, Item::Timeline), "nobody has taken up what is owed");
    let obligation = Obligation {
        id: 0,
        what: What::Listed { code: Code::Ppl01, part: None },
        about: None,
        side: Side::Ours,
        owner: Owner::Keeper(Keeper::People),
        due_on: day("2026-11-09"),
        basis: obligation::Basis::Policy,
        after_payment: false,
    };
    let said = ObligationSaid::default();
    play.must(OWNER, part(Part::Duty(Duty::AddObligation { obligation: Box::new(obligation), said })));
    assert!(!lacks(&play, Stage::Notice, Item::Timeline));
}

#[test]
fn our_own_people_hear_of_it_after_the_client_unless_there_is_need() {
    let mut play = full();
    assert!(lacks(&play, Stage::Notice, Item::Briefing));
    let plan = |on: &str, before_client| {
        ready(Ready::PlanBriefing { member: text("sara"), on: day(on), before_client, text: text("we end with them") })
    };
    let first = Err(Refusal::Invalid { field: Field::Day, why: Why::BeforeClient });
    assert_eq!(play.act(OWNER, plan("2026-11-07", false)), first, "the notice goes out on the eighth");
    play.must(OWNER, plan("2026-11-07", true));
    play.must(OWNER, plan("2026-11-09", false));
    assert!(!lacks(&play, Stage::Notice, Item::Briefing));
    let mut known = full();
    note(&mut known, of_ready(ReadyEvent::TeamBriefed { on: day("2026-11-02"), said: None }));
    assert!(!lacks(&known, Stage::Notice, Item::Briefing), "they know already");
    let brief = |on: &str| ready(Ready::BriefTeam { on: day(on), text: text("all were there") });
    assert_eq!(play.act(OWNER, brief("2026-11-02")), first, "nothing went out yet");
    let mut play = Play::dispatched();
    play.must(OWNER, brief("2026-11-08"));
    assert_eq!(play.act(OWNER, brief("2026-11-08")), Err(Refusal::Done));
    assert_eq!(play.case().parting.readiness.briefed_on, Some(day("2026-11-08")));
    let met = |gate: &crate::case::Gate| gate.item == Item::TeamBriefed && gate.met;
    assert!(gates(&play.case(), Stage::Transition, play.today).iter().any(met));
}

#[test]
fn the_client_has_a_way_to_ask_once_they_know() {
    let mut play = on_full_track(Play::dispatched());
    assert!(lacks(&play, Stage::Transition, Item::QuestionsChannel));
    let (link, until, contact) = (text("l"), day("2026-11-09"), text("0500000000"));
    let given = Part::GiveLink { link, until, successor: false, consent: None, name: text("Huda"), contact };
    play.must(OWNER, part(given));
    assert!(!lacks(&play, Stage::Transition, Item::QuestionsChannel));
    play.today = day("2026-11-10");
    assert!(lacks(&play, Stage::Transition, Item::QuestionsChannel), "it is over");
}

#[test]
fn what_was_said_for_few_goes_to_nobody() {
    let mut play = Play::ready();
    let secret = "the new accountant keeps our papers for some weeks";
    note(&mut play, Event::ComplaintRaised { complaint: 1, finding: None, said: Text::of(text(secret)) });
    assert!(!lacks(&play, Stage::Notice, Item::RestrictedLeak));
    let answer = format!("Thank you for asking. You know that {secret}.");
    let (question, context) = (text("Why?"), Context::default());
    let prepared = part(Part::PrepareQuestion { question, answer, context });
    assert!(matches!(play.act(OWNER, prepared), Err(Refusal::Contradicts(_))));
    let (member, on) = (text("sara"), day("2026-11-09"));
    let told = Ready::PlanBriefing { member, on, before_client: false, text: format!("You know: {secret}.") };
    assert!(matches!(play.act(OWNER, ready(told)), Err(Refusal::Contradicts(_))));
    let said = ServiceSaid { service: format!("Hosting, for {secret}."), returns: None };
    let service = part(Part::Offer(Offer::TellService { course: Course::ToTheEnd, said }));
    assert!(matches!(play.act(OWNER, service), Err(Refusal::Contradicts(_))), "the client's page, too");
    let leaking = format!("{}\n\nP.S. You know that {secret}.", notice());
    play.must(OWNER, letter(Some(1), Kind::Notice, &leaking));
    assert!(lacks(&play, Stage::Notice, Item::RestrictedLeak));
    let missing = items(play.act(OWNER, enter(Stage::Notice)));
    assert!(missing.contains(&Item::RestrictedLeak) && missing.contains(&Item::LetterCheck), "{missing:?}");
    play.must("nasser", part(Part::OverrideLetter { letter: 1, text: text("they said so to us themselves") }));
    assert!(!lacks(&play, Stage::Notice, Item::RestrictedLeak), "a second person let it stand");
}

#[test]
fn whatever_repeats_what_was_said_for_few_can_be_said_otherwise() {
    let mut play = Play::ready();
    let leaks = |play: &Play| lacks(play, Stage::Notice, Item::RestrictedLeak);
    let secret = "the new accountant keeps our papers for some weeks";
    let said = Some(QuestionSaid { question: text("Why?"), answer: text(secret) });
    note(&mut play, Event::Parting(PartEvent::QuestionPrepared { said }));
    for touched in [1, 2] {
        let said = Some(TouchedSaid { name: text("Marsa"), sentence: text(secret) });
        let noted = ImpactEvent::TouchedNoted { touched, who: Who::Supplier, teller: None, on: None, said };
        note(&mut play, Event::Parting(PartEvent::Impact(noted)));
    }
    let on = day("2026-11-02");
    let briefing =
        ReadyEvent::BriefingPlanned { member: text("sara"), on, before_client: true, said: Text::of(text(secret)) };
    note(&mut play, of_ready(briefing));
    let tell = |touched| part(Part::Impact(Impact::TellTouched { touched, on }));
    play.must(OWNER, tell(1));
    note(&mut play, of_ready(ReadyEvent::TeamBriefed { on, said: None }));
    assert!(!leaks(&play), "nobody said it for few");
    note(&mut play, Event::DissentRecorded { stance: Stance::Repair, said: Text::of(text(secret)) });
    assert!(leaks(&play));
    assert!(matches!(play.act(OWNER, tell(2)), Err(Refusal::Contradicts(_))), "it is not said any more");
    play.must(OWNER, part(Part::Impact(Impact::StrikeTouched { touched: 2 })));
    let answer = "Thank you for asking. It does not.";
    let anew = Part::PrepareQuestion { question: text("Why?"), answer: text(answer), context: Context::default() };
    play.must(OWNER, part(anew));
    assert!(!leaks(&play), "{:?}; what was told is told", play.case().leaks());
    assert_eq!(play.case().parting.questions.len(), 1, "everyone gives one answer");
    note(&mut play, Event::Parting(PartEvent::DossierReviewed { said: Text::of(text(answer)) }));
    assert!(leaks(&play), "whoever reads the dossier writes for few, too");
}
