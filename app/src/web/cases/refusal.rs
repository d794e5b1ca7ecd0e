//! Why something was not done, in words: what, why, whose it is, and what to do next.

use super::happened::Happened;
use super::people::People;
use super::words::{shown, word};
use crate::flow::cases::NotDone;
use crate::web::letters::tones::differs;
use crate::web::markup::{Markup, Pen};
use crate::web::when::When;
use crate::web::{PageError, duties};
use askama::Template;
use askama::filters::HtmlSafe;
use domain::case::learning::identity::Mark;
use domain::case::refusal::Field;
use domain::case::{Action, Case, Missing, Refusal, Role, Whose, role};
use domain::days::Day;
use domain::separation::contract::{TermName, TermValue};
use fluent_bundle::FluentValue;

/// What a page says above its form, which keeps what was written.
#[derive(Template)]
#[template(path = "cases/refused.html")]
pub struct Refused {
    /// What was not done, and why.
    pub what: Markup,
    /// What to do next.
    pub next: Markup,
    /// Where to do it: an address and its words.
    pub door: Option<(String, Markup)>,
    /// What is missing.
    pub lacking: Vec<Lacking>,
    /// What others did meanwhile, under a title.
    pub since_title: Option<Markup>,
    pub since: Vec<Happened>,
    /// The field that cannot be taken, and why, for pages that know theirs.
    pub invalid: Option<(Field, String)>,
}

impl HtmlSafe for Refused {}

/// One thing that is missing.
pub struct Lacking {
    pub what: Markup,
    pub how: Markup,
    pub whose: Markup,
}

impl Refused {
    /// Says why an act did not happen; a failing machine and a case that is not there are errors of the page.
    pub fn of(pen: &Pen, people: &People, case: &Case, not_done: NotDone) -> Result<Refused, PageError> {
        match not_done {
            NotDone::Refused(refusal) => Ok(Refused::by_rule(pen, people, case, &refusal)),
            NotDone::Changed(entries) => {
                let since = entries.iter().map(|entry| Happened::of(pen, people, entry, None)).collect();
                Ok(Refused {
                    since_title: Some(pen.t("refused-since")),
                    since,
                    ..Refused::plain(pen, "refused-changed")
                })
            }
            NotDone::Absent => Err(PageError::NotFound),
            NotDone::Store(error) => Err(error.into()),
        }
    }

    /// Says that a rule said no.
    pub fn by_rule(pen: &Pen, people: &People, case: &Case, refusal: &Refusal) -> Refused {
        match refusal {
            Refusal::NotYours { action, roles } => {
                let words: Vec<String> =
                    roles.iter().map(|role| pen.lang.text(&format!("case-role-{}", role.word()))).collect();
                let mut holders: Vec<String> =
                    roles.iter().flat_map(|role| case.holders(*role).iter().cloned()).collect();
                holders.sort_unstable();
                holders.dedup();
                let action = word(pen, "case-action-{}", action.word());
                let roles = FluentValue::from(words.join(&pen.lang.text("case-comma")));
                let names: Vec<&str> = holders.iter().map(|holder| people.name(holder)).collect();
                let names =
                    if names.is_empty() { "empty".to_owned() } else { names.join(&pen.lang.text("case-comma")) };
                let names = FluentValue::from(names);
                Refused {
                    what: pen.say("refused-not-yours", [("action", action), ("roles", roles)]),
                    next: pen.say("refused-not-yours-next", [("names", names)]),
                    ..Refused::plain(pen, "refused-done")
                }
            }
            Refusal::Missing(missing) => {
                let lacking = missing.iter().map(|missing| Lacking::of(pen, people, case, missing)).collect();
                Refused { lacking, ..Refused::plain(pen, "refused-missing") }
            }
            Refusal::NotNow { stage } => Refused {
                what: pen.say("refused-not-now", [("stage", word(pen, "case-stage-{}", stage.word()))]),
                ..Refused::plain(pen, "refused-not-now")
            },
            Refusal::TakeProtectedRoad => Refused {
                door: Some(("/reports/new".to_owned(), pen.t("act-report"))),
                ..Refused::plain(pen, "refused-protected")
            },
            Refusal::Invalid { field, why } => {
                let named = word(pen, "case-field-{}", field.word());
                let args = [("field", named), ("why", word(pen, "case-why-{}", why.word()))];
                let invalid = Some((*field, pen.lang.text(&format!("case-why-{}", why.word()))));
                Refused { what: pen.say("refused-invalid", args), invalid, ..Refused::plain(pen, "refused-invalid") }
            }
            Refusal::Done => Refused::plain(pen, "refused-done"),
            Refusal::SamePerson => Refused::plain(pen, "refused-same-person"),
            Refusal::TooSoon { until } => {
                let when = When::of(until, pen.zone, pen.lang.digits);
                let args = [("day", pen.lang.weekday(when.day).into()), ("time", when.time.into())];
                Refused { what: pen.say("refused-too-soon", args), ..Refused::plain(pen, "refused-too-soon") }
            }
            Refusal::Contradicts(found) => Refused {
                what: Markup::join([pen.t("refused-contradicts")].into_iter().chain(differs(pen, found)), " "),
                ..Refused::plain(pen, "refused-contradicts")
            },
            Refusal::Departs(terms) => Refused::departs(pen, terms),
            Refusal::Identifies(marks) => Refused::identifies(pen, marks),
            Refusal::Held { since, ask } => Refused::held(pen, *since, people.name(ask)),
            Refusal::HoldAwaited => Refused {
                door: Some(("/legal-holds".to_owned(), pen.t("legal-holds-title"))),
                ..Refused::plain(pen, "refused-hold-awaited")
            },
            Refusal::Stopped { ask } => Refused::stopped(pen, ask.as_ref().map(|ask| people.name(ask))),
            Refusal::Underway => Refused::plain(pen, "refused-underway"),
            Refusal::NotAsked => Refused::plain(pen, "refused-not-asked"),
            Refusal::Suspension(lacks) => Refused {
                lacking: lacks.iter().map(|lack| Lacking::plain(shown(pen, "lack-{}", lack.word()))).collect(),
                ..Refused::plain(pen, "refused-missing")
            },
            Refusal::Duty(wrong) => duties::words::refused(pen, case, wrong),
        }
    }

    /// Says which confirmed terms the notice does not keep, and what they say.
    fn departs(pen: &Pen, terms: &[(TermName, TermValue)]) -> Refused {
        let said = |(name, value): &(TermName, TermValue)| {
            format!("{}: {}", pen.lang.term_name(*name), pen.lang.term_value(*name, value))
        };
        let terms = terms.iter().map(said).collect::<Vec<_>>().join(&pen.lang.text("case-comma"));
        Refused {
            what: pen.say("refused-departs", [("terms", terms.into())]),
            ..Refused::plain(pen, "refused-departs")
        }
    }

    fn identifies(pen: &Pen, marks: &[Mark]) -> Refused {
        let mark = |mark: &Mark| {
            let sort = pen.lang.text(&format!("identifies-{}", mark.sort.word()));
            format!("{sort}: {}", mark.text)
        };
        let all: Vec<String> = marks.iter().map(mark).collect();
        let all = FluentValue::from(all.join(&pen.lang.text("case-comma")));
        Refused { what: pen.say("refused-identifies", [("marks", all)]), ..Refused::plain(pen, "refused-identifies") }
    }

    /// Says that a legal hold keeps something, and whom to ask.
    pub fn held(pen: &Pen, since: Day, ask: &str) -> Refused {
        let args = || [("day", pen.lang.weekday(since).into()), ("name", ask.to_owned().into())];
        Refused {
            what: pen.say("refused-held", args()),
            next: pen.say("refused-held-next", args()),
            door: Some(("/legal-holds".to_owned(), pen.t("legal-holds-title"))),
            ..Refused::plain(pen, "refused-done")
        }
    }

    /// Says that something of which whoever asks has no part keeps it, and whom to ask.
    fn stopped(pen: &Pen, ask: Option<&str>) -> Refused {
        let all = Refused::plain(pen, "erasure-stopped-all");
        let Some(name) = ask else { return all };
        Refused { what: pen.say("erasure-stopped", [("name", FluentValue::from(name.to_owned()))]), ..all }
    }

    /// Says that a certificate would state more than the index of what was destroyed: the line that it would.
    pub fn overstated(pen: &Pen, said: String) -> Refused {
        let what = pen.say("certificate-beyond", [("said", said.into())]);
        Refused { what, ..Refused::plain(pen, "certificate-beyond") }
    }

    /// Says whose an action is, to someone whose it is not.
    pub fn not_yours(pen: &Pen, people: &People, case: &Case, action: Action) -> Refused {
        let holds = |role: &Role| role::may(*role, action, case.opening.class);
        let roles = Role::ALL.iter().copied().filter(holds).collect();
        Refused::by_rule(pen, people, case, &Refusal::NotYours { action, roles })
    }

    /// Says what the catalogues have under a key.
    pub fn plain(pen: &Pen, key: &str) -> Refused {
        Refused {
            what: pen.t(key),
            next: pen.t(&format!("{key}-next")),
            door: None,
            lacking: vec![],
            since_title: None,
            since: vec![],
            invalid: None,
        }
    }
}

impl Lacking {
    /// Says what is missing where nothing more is said of it.
    fn plain(what: Markup) -> Lacking {
        Lacking { what, how: Markup::default(), whose: Markup::default() }
    }

    /// Says what is missing, how it is brought, and whose it is.
    pub fn of(pen: &Pen, people: &People, case: &Case, missing: &Missing) -> Lacking {
        Lacking {
            what: shown(pen, "gate-{}", missing.item.word()),
            how: shown(pen, "gate-how-{}", missing.item.word()),
            whose: whose(pen, people, case, &missing.whose),
        }
    }
}

/// Returns whose something is: names, with their role in the case.
pub fn whose(pen: &Pen, people: &People, case: &Case, whose: &Whose) -> Markup {
    match whose {
        Whose::Members(members) if !members.is_empty() => people.names(pen, members),
        // Nobody is asked yet; whoever leads the rounds settles who is.
        Whose::Members(_) => held(pen, people, case, Role::Facilitator),
        Whose::Role(role) => held(pen, people, case, *role),
    }
}

fn held(pen: &Pen, people: &People, case: &Case, role: Role) -> Markup {
    let holders = people.names(pen, case.holders(role));
    let role = shown(pen, "case-role-{}", role.word());
    if holders.is_empty() { role } else { Markup::join([role, holders], " · ") }
}
