//! The questions of a case, each on a page of its own: what is asked, and the act that an answer becomes.

mod counsel;
mod end;
mod facts;
pub mod learning;
pub mod parting;
mod questions;
mod talk;
mod triage;

use super::ask::{Field, Question};
use super::refusal::Refused;
use super::scene::Scene;
use super::{Attempt, attempt, seen};
use crate::flow::account;
use crate::flow::contracts::known;
use crate::store::history;
use crate::web::app::Shared;
use crate::web::form::{self, Filled};
use crate::web::letters;
use crate::web::markup::{Markup, Pen};
use crate::web::records::kind_name;
use crate::web::{PageError, Visitor, href, page};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::parting::{Act as Part, Letter};
use domain::case::refusal::Field as Kind;
use domain::case::{Act, Action};
use domain::days::Day;
use domain::record::kind_named;
use domain::separation::contract::Confirmed;
use domain::separation::ends::Facts;
use domain::separation::tone::Context;
use domain::sign::Ledger;

/// A question.
pub struct Topic {
    /// Its word in addresses, and in the catalogues: `ask-{}`, `ask-{}-note`, `ask-{}-do`.
    pub path: &'static str,
    pub action: Action,
    asked: fn(&Asking, &Filled) -> Asked,
    answered: fn(&Asking, &mut Filled) -> Option<Act>,
    /// Where the answer leads: a page below the case, or the case itself.
    then: &'static str,
}

/// What a question knows.
pub struct Asking<'a> {
    pub scene: Scene<'a>,
    /// The contracts in the records.
    pub contracts: Vec<String>,
    /// What people confirmed in their texts, where they did.
    pub confirmed: Vec<(String, Confirmed)>,
    /// What is known of the end of each contract, where a notice is computed.
    pub facts: Vec<Facts>,
    /// The client's place, as the records have it.
    pub country: Option<String>,
    /// What a text for the client is held against, where one is written.
    pub context: Context,
    /// What looking back needs.
    pub learning: learning::Known,
    /// Whether an invoice that the notice of default names is open, where it names one and that is asked about.
    pub is_owed: Option<bool>,
}

/// What a question shows.
#[derive(Default)]
pub struct Asked {
    pub known: Vec<Markup>,
    pub hidden: Vec<(&'static str, String)>,
    pub fields: Vec<Field>,
    /// Another wording of the question than its topic's: the key of its catalogue.
    pub words: Option<&'static str>,
}

/// All questions, by the order in which a case comes to them.
const TOPICS: [&[Topic]; 19] = [
    &triage::TOPICS,
    &facts::TOPICS,
    &talk::TOPICS,
    &counsel::TOPICS,
    &end::TOPICS,
    &parting::PREPARING,
    &parting::IMPACT,
    &parting::READINESS,
    &parting::FURTHER,
    &parting::BREACH,
    &parting::SERVING,
    &parting::CLOSING,
    &parting::DUTIES,
    &parting::INVENTORIES,
    &parting::WORKS,
    &parting::AFTER,
    &questions::TOPICS,
    &learning::TOPICS,
    &learning::EFFECT,
];

/// Returns the word of a kind of records by its table.
pub fn kind_word(pen: &Pen, table: &str) -> Markup {
    let word = kind_named(table).map_or_else(|| table.to_owned(), |kind| kind_name(pen.lang, kind));
    Markup::text(&word)
}

fn topic(path: &str) -> Result<&'static Topic, PageError> {
    TOPICS.into_iter().flatten().find(|topic| topic.path == path).ok_or(PageError::NotFound)
}

type Place = Path<(String, String, String)>;

/// Asks a question; values of the address fill its fields beforehand.
pub async fn ask(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case, path)): Place,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let topic = topic(&path)?;
    let asking = Asking::of(&app, &visitor, &client, &case, topic).await?;
    let mut filled = Filled::with(query.iter().map(|(name, value)| (name.as_str(), value.clone())));
    filled.offer("on", &visitor.today.to_string());
    parting::look_up(&app, &asking.scene, &mut filled).await?;
    // A claim that is said to be near is said to be over by whoever may let records go.
    let case = asking.scene.case();
    let lets_go = topic.path == "hold-check" && case.awaits_legal_hold();
    let refused = asking.scene.not_yours(if lets_go { case.release_action() } else { topic.action });
    drawn(&asking, topic, &filled, refused, StatusCode::OK)
}

/// Takes an answer.
pub async fn answer(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case, path)): Place,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let topic = topic(&path)?;
    visitor.at(&format!("{}/{path}", href::case(href::decoded(&client), &case)));
    let mut asking = Asking::of(&app, &visitor, &client, &case, topic).await?;
    if matches!(topic.path, "answer" | "answer-approval" | "prepared-question" | "touched") {
        asking.context = letters::context(&app, &asking.scene).await?;
    }
    let Some(act) = (topic.answered)(&asking, &mut filled) else {
        return drawn(&asking, topic, &filled, None, StatusCode::UNPROCESSABLE_ENTITY);
    };
    // Whoever finds that a claim keeps something says next what it is.
    let must_keep = matches!(&act, Act::Parting(Part::CheckHold { hold: true, .. }));
    // Before an end is carried out there is no course of it to come back to.
    let has_course = asking.scene.case().stage.has_parting() || topic.then != "part";
    let then = if must_keep { "legal-holds" } else { topic.then };
    let then = if has_course { then } else { "" };
    match attempt(&app, &visitor, &asking.scene.opened, seen(&filled), act).await? {
        Attempt::Done(_) => Ok(Redirect::to(&asking.scene.href(then)).into_response()),
        Attempt::Refused(refused) => {
            mark(&mut filled, &refused);
            drawn(&asking, topic, &filled, Some(*refused), StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// Marks the field that a rule refused.
fn mark(filled: &mut Filled, refused: &Refused) {
    let Some((field, why)) = &refused.invalid else { return };
    let name = match field {
        Kind::Text => "text",
        Kind::Day if filled.value("until").is_empty() => "on",
        Kind::Day => "until",
        Kind::Number | Kind::Member | Kind::Choice => return,
    };
    filled.refuse(name, why.clone());
}

fn drawn(
    asking: &Asking,
    topic: &Topic,
    filled: &Filled,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (scene, pen) = (&asking.scene, &asking.scene.pen);
    let asked = (topic.asked)(asking, filled);
    let key = format!("ask-{}", asked.words.unwrap_or(topic.path));
    let seen = scene.opened.case.seq.to_string();
    let title = pen.lang.text(&format!("{key}-title"));
    let question = Question {
        frame: scene.frame(title),
        name: pen.name(scene.name()),
        step: scene.stage(),
        asks: pen.t(&key),
        note: pen.t(&format!("{key}-note")),
        refused,
        known: asked.known,
        hidden: asked
            .hidden
            .into_iter()
            .chain([("seen", seen)])
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
        fields: asked.fields,
        action: scene.href(topic.path),
        button: scene.may(topic.action).then(|| pen.t(&format!("{key}-do"))),
        back: (scene.href(""), pen.t("case-back")),
    };
    Ok((status, page(&question)?).into_response())
}

/// Tells whether what the client was given notice of is still open, as the records have it.
async fn is_owed(app: &Shared, scene: &Scene<'_>) -> Result<Option<bool>, PageError> {
    let subject = account::of_client(&app.db, &scene.opened.key.client, scene.visitor.today).await?;
    let parting = &scene.case().parting;
    let text = parting.breach.letter.and_then(|id| parting.letter(id)).and_then(Letter::text);
    Ok(subject.zip(text).and_then(|(subject, text)| {
        subject.names_open(text, &Ledger::of(&subject.history, &scene.visitor.firm, subject.on))
    }))
}

impl<'a> Asking<'a> {
    async fn of(
        app: &Shared,
        visitor: &'a Visitor,
        client: &str,
        case: &str,
        topic: &Topic,
    ) -> Result<Asking<'a>, PageError> {
        let scene = Scene::of(app, visitor, client, case).await?;
        let reads_records = matches!(
            topic.path,
            "contracts" | "causes" | "contract-review" | "computation" | "client-notice" | "further-computation"
        );
        let history = if reads_records { history::of_client(&app.db, &scene.opened.key.client).await? } else { None };
        let country = history.as_ref().and_then(|history| history.client.as_ref()?.country.as_deref());
        let country = country.map(str::to_owned);
        let contracts =
            history.map(|history| history.contracts.into_iter().map(|contract| contract.id.into()).collect());
        let reads_terms = matches!(
            topic.path,
            "contract-review"
                | "computation"
                | "client-notice"
                | "default"
                | "dispatch"
                | "further-computation"
                | "further-dispatch"
                | "end-plan"
        );
        let known = if reads_terms { known(&app.db, &visitor.viewer, &scene.opened.key.client).await? } else { vec![] };
        let stated = known.iter().filter(|(_, terms)| !terms.0.is_empty());
        let confirmed = stated.map(|(facts, terms)| (facts.contract.clone(), terms.clone())).collect();
        let facts = known.into_iter().map(|(facts, _)| facts).collect();
        let learning = learning::Known::of(app, &scene, topic.path).await?;
        let is_owed = if topic.path == "suspension" { is_owed(app, &scene).await? } else { None };
        let (contracts, context) = (contracts.unwrap_or_default(), Context::default());
        Ok(Asking { scene, contracts, confirmed, facts, country, context, learning, is_owed })
    }

    fn pen(&self) -> &Pen<'a> {
        &self.scene.pen
    }

    /// Returns a text that must be there.
    fn text(&self, filled: &mut Filled, name: &'static str) -> Option<String> {
        let text = filled.value(name).to_owned();
        if text.is_empty() {
            filled.refuse(name, self.pen().lang.text("field-required"));
            None
        } else {
            Some(text)
        }
    }

    /// Returns a day that must be there.
    fn day(&self, filled: &mut Filled, name: &'static str) -> Option<Day> {
        let day = form::day(filled.value(name));
        if day.is_none() {
            filled.refuse(name, self.pen().lang.text("case-day-missing"));
        }
        day
    }

    /// Returns the answer to a question with yes and no.
    fn yes(&self, filled: &mut Filled, name: &'static str) -> Option<bool> {
        match filled.value(name) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => {
                filled.refuse(name, self.pen().lang.text("case-choose-one"));
                None
            }
        }
    }

    /// Returns what was chosen, by its word.
    fn chosen<T>(&self, filled: &mut Filled, name: &'static str, of: impl Fn(&str) -> Option<T>) -> Option<T> {
        let chosen = of(filled.value(name));
        if chosen.is_none() {
            filled.refuse(name, self.pen().lang.text("case-choose-one"));
        }
        chosen
    }
}
