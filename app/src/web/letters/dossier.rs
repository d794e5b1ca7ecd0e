//! The justification dossier as a PDF: internal, marked so on every page, for whoever takes part in the case.

use super::{Print, set};
use crate::lang::Lang;
use crate::lang::sign::Part;
use crate::web::app::Shared;
use crate::web::cases::scene::Scene;
use crate::web::cases::topics::kind_word;
use crate::web::{PageError, Visitor};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::case::Action;
use domain::case::opening::Frozen;
use domain::money::{Currency, Money};
use domain::separation::dossier::{Against, Dossier, Evidence, compose};

pub async fn print(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    let dossier = compose(scene.case()).filter(|_| may_read(&scene)).ok_or(PageError::NotFound)?;
    let texts = vec![(visitor.lang.language, text(&scene, &dossier))];
    let on = visitor.today;
    let annexes = vec![];
    let print =
        Print { name: "dossier".to_owned(), texts, annexes, digest: None, on, is_signed: false, is_internal: true };
    set(&app, visitor.firm.name.as_deref().unwrap_or_default(), print).await
}

/// Tells whether this visitor may take the dossier along: who leads and decides, who reads it without being a party, counsel
/// and auditors; for everyone else it is not there (DOMAIN 5.4).
pub fn may_read(scene: &Scene) -> bool {
    [Action::ExportDossier, Action::Work, Action::SecondDecision].into_iter().any(|action| scene.may(action))
}

/// Writes the dossier as plain text with the structure of a letter.
fn text(scene: &Scene, dossier: &Dossier) -> String {
    let lang = Lang { isolates: false, ..scene.visitor.lang };
    let say = Say { scene, lang: &lang };
    let sections = [
        ("dossier-grounds", say.grounds(dossier)),
        ("dossier-against", dossier.against.iter().map(|one| say.against(one)).collect()),
        ("dossier-tried", say.tried(dossier)),
        ("dossier-economics", say.economics(dossier)),
        ("dossier-own-part", say.improvements(dossier)),
        ("dossier-dissent", say.dissent(dossier)),
        ("dossier-read-by", say.read_by(dossier)),
    ];
    let title = lang.say("dossier-title", [("name", dossier.client.to_owned().into())]);
    let decision = &dossier.signed.decision;
    let mut text = format!("# {title}\n\n");
    let outcome = lang.text(&format!("outcome-{}", decision.outcome.word()));
    let facts = [
        ("dossier-opened", lang.day(dossier.opened_on)),
        ("dossier-decided", lang.day(dossier.signed.on)),
        ("dossier-decided-by", scene.people.name(&dossier.signed.by).to_owned()),
        ("dossier-outcome", outcome),
        // Whose copy it is, should it ever lie where it does not belong.
        ("dossier-printed", format!("{}, {}", scene.visitor.name, lang.day(scene.visitor.today))),
    ];
    text += &facts.map(|(key, value)| format!("- {}: {value}\n", lang.text(key))).concat();
    if let Some(said) = &dossier.signed.said {
        text += &format!("\n{}\n", said.reason.trim());
    }
    for (key, lines) in sections {
        text += &format!("\n## {}\n\n", lang.text(key));
        let none = || lang.text(&format!("{key}-none"));
        text +=
            &if lines.is_empty() { none() + "\n" } else { lines.iter().map(|line| format!("- {line}\n")).collect() };
    }
    text
}

struct Say<'a> {
    scene: &'a Scene<'a>,
    lang: &'a Lang,
}

impl Say<'_> {
    fn grounds(&self, dossier: &Dossier) -> Vec<String> {
        let one = |(ground, evidence): &(domain::case::decision::Ground, Vec<Evidence>)| {
            let ground = self.lang.text(&format!("ground-{}", ground.word()));
            let evidence: Vec<String> = evidence.iter().map(|one| self.evidence(one)).collect();
            if evidence.is_empty() { ground } else { format!("{ground}. {}", evidence.join(" ")) }
        };
        dossier.grounds.iter().map(one).collect()
    }

    fn evidence(&self, evidence: &Evidence) -> String {
        match evidence {
            Evidence::Finding(frozen) => self.finding(frozen),
            Evidence::Sign(code) => self.lang.sign_name(*code),
            Evidence::Record(fact, grade) => {
                let kind = kind_word(&self.scene.pen, &fact.kind).to_string();
                let grade = self.lang.text(&format!("grade-{}", grade.word()));
                let args = [("kind", kind.into()), ("id", fact.id.clone().into()), ("grade", grade.into())];
                self.lang.say("dossier-record", args)
            }
            Evidence::Persistence => self.lang.text("dossier-persistence"),
        }
    }

    fn finding(&self, frozen: &Frozen) -> String {
        let stored = crate::flow::openings::thawed(frozen);
        let said = self.lang.sign(&stored, Part::Say, self.scene.name(), self.scene.sees_money());
        said.unwrap_or_else(|| self.lang.sign_name(frozen.code))
    }

    fn against(&self, against: &Against) -> String {
        let erased = || self.lang.text("words-erased");
        match against {
            Against::Client(on, said) => {
                let said = said.map_or_else(erased, str::to_owned);
                self.lang.say("dossier-client", [("day", self.lang.day(*on).into()), ("said", said.into())])
            }
            Against::Cause(cause, said) => {
                let cause = self.lang.text(&format!("root-cause-{}", cause.word()));
                let said = said.map_or_else(erased, str::to_owned);
                self.lang.say("dossier-cause", [("cause", cause.into()), ("said", said.into())])
            }
            Against::GoodThing(said) => (*said).to_owned(),
            Against::MaybeOurs(frozen) => {
                self.lang.say("dossier-maybe-ours", [("finding", self.finding(frozen).into())])
            }
            Against::Blind(blind, looked) => {
                let number = |n: u32| f64::from(n).into();
                self.lang.say("dossier-blind", [("blind", number(*blind)), ("looked", number(*looked))])
            }
        }
    }

    fn tried(&self, dossier: &Dossier) -> Vec<String> {
        let tried = dossier.tried.iter().map(|one| self.lang.text(&format!("tried-{}", one.word())));
        let talks = dossier.talks.iter().map(|(on, by)| {
            let who = self.scene.people.name(by).to_owned();
            self.lang.say("dossier-talk", [("day", self.lang.day(*on).into()), ("who", who.into())])
        });
        tried.chain(talks).collect()
    }

    /// The client's money, for whoever may see it.
    fn economics(&self, dossier: &Dossier) -> Vec<String> {
        let Some(snapshot) = dossier.economics.filter(|_| self.scene.sees_money()) else { return vec![] };
        let currency = snapshot.currency.unwrap_or(Currency::UNKNOWN);
        let money = |whole: f64| self.lang.money(Money { minor: currency.minor(whole), currency });
        let figures = [
            ("revenue", snapshot.revenue.map(money)),
            ("share", snapshot.share.map(|share| self.lang.percent(share))),
            ("receivable", snapshot.receivable.map(money)),
            ("overdue", snapshot.overdue.map(money)),
            ("unbilled", snapshot.unbilled.map(money)),
            ("contribution", snapshot.contribution.map(money)),
            ("hourly_rate", snapshot.hourly_rate.map(money)),
            ("quality", snapshot.quality.map(|share| self.lang.percent(share))),
        ];
        let unknown = || self.lang.text("figure-unknown");
        let figure = |(name, value): (&str, Option<String>)| {
            format!("{}: {}", self.lang.text(&format!("figure-of-{name}")), value.unwrap_or_else(unknown))
        };
        figures.into_iter().map(figure).collect()
    }

    fn improvements(&self, dossier: &Dossier) -> Vec<String> {
        let one = |(said, done): &(Option<&str>, bool)| {
            let said = said.map_or_else(|| self.lang.text("words-erased"), str::to_owned);
            if *done { self.lang.say("dossier-done", [("said", said.into())]) } else { said }
        };
        dossier.improvements.iter().map(one).collect()
    }

    fn dissent(&self, dossier: &Dossier) -> Vec<String> {
        let one = |one: &domain::case::review::Dissent| {
            let who = self.scene.people.name(&one.member).to_owned();
            let said = one.said.clone().unwrap_or_else(|| self.lang.text("words-erased"));
            self.lang.say("dossier-dissents", [("who", who.into()), ("said", said.into())])
        };
        dossier.dissent.iter().map(one).collect()
    }

    fn read_by(&self, dossier: &Dossier) -> Vec<String> {
        dossier.read_by.iter().map(|member| self.scene.people.name(member).to_owned()).collect()
    }
}
