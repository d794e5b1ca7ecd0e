//! Proposing: whose data, on which basis. Nothing is done by it.

use super::{Told, ground, let_in, stays};
use crate::flow;
use crate::flow::destruction::{self, NotErased, Wanted};
use crate::store::cases::{Line, of_member};
use crate::store::viewer::Role;
use crate::store::{StoreError, destructions, members, merges, references};
use crate::web::app::Shared;
use crate::web::cases::people::People;
use crate::web::export::{self, Cell, Format, Table};
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::records::{self, Found, found};
use crate::web::{Crumb, Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::learning::identity::{Names, Sort, marks};
use domain::erasure::{Basis, Matter, stays as kept};
use domain::retention::{Class, old_signs_before};
use domain::text::fold;
use fluent_bundle::FluentValue;
use serde::Deserialize;

const REFERENCE_CHARACTERS_MAX: usize = 200;
const NAME_CHARACTERS_MAX: usize = 200;

/// A choice of a form: its value, its words, and what is said to it.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) text: Markup,
    pub(super) hint: Markup,
}

/// A form of one sort of erasure.
pub(super) struct Form {
    pub(super) name: &'static str,
    pub(super) bases: &'static [Basis],
    /// What can be ticked or chosen, under the name of its field.
    pub(super) field: &'static str,
    pub(super) choices: Vec<Choice>,
}

impl Form {
    /// Returns the name under which an error of one of its fields is said.
    pub(super) fn named(&self, field: &str) -> String {
        format!("{}-{field}", self.name)
    }
}

/// Something that was proposed and waits.
pub struct Waiting {
    pub href: String,
    pub says: Markup,
}

#[derive(Template)]
#[template(path = "erasures/show.html")]
struct Show {
    frame: Frame,
    name: Markup,
    waiting: Vec<Waiting>,
    /// Where what waits is, for its files.
    list: String,
    /// What cannot be named yet, with its reason.
    kept: Vec<(String, Markup)>,
    forms: Vec<Form>,
    filled: Filled,
    here: String,
}

/// Of which client's records a list of what waits is; of all without a name.
#[derive(Deserialize)]
pub struct Whose {
    #[serde(default)]
    client: String,
}

/// What a link fills in.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    class: String,
    /// Whether sign data that has grown old is meant.
    #[serde(default)]
    older: bool,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let mut filled = Filled::default();
    if let Some(class) = Class::of(&asked.class) {
        filled.set("form", "rows");
        filled.set("basis", Basis::Term.word());
        let due = Matter::ALL.iter().filter(|matter| matter.class() == class);
        due.for_each(|matter| filled.push("matter", matter.word()));
    }
    if asked.older {
        filled.set("form", "older");
        filled.set("basis", Basis::Term.word());
    }
    drawn(&app, &visitor, &client, (filled, StatusCode::OK)).await
}

async fn drawn(
    app: &Shared,
    visitor: &Visitor,
    client: &str,
    (filled, status): (Filled, StatusCode),
) -> Result<Response, PageError> {
    let_in(visitor)?;
    let key = match found(app, &visitor.viewer, client, &["erasures"]).await? {
        Found::Here(whose) => whose.client().to_owned(),
        Found::Elsewhere(answer) => return Ok(answer),
    };
    let pen = Pen::of(visitor);
    let name = records::name_of(app, visitor, &key).await?;
    let title = visitor.lang.text("erasures-title");
    let ground = ground(app, visitor);
    let terms = destruction::terms(ground, &key, &flow::cases::of_client(app.place(), &key).await?).await?;
    // Whoever asks, what a law keeps stays; the rest is named, and a time that has not passed is no basis for it.
    let keeps = |matter: &Matter| kept(matter.class(), Basis::Request, &terms, visitor.today);
    let matter = |matter: &Matter| Choice {
        value: matter.word().to_owned(),
        text: Markup::text(&visitor.lang.matter(*matter)),
        hint: match kept(matter.class(), Basis::Term, &terms, visitor.today) {
            Some(reason) => Markup::text(&stays(visitor.lang, reason)),
            None => pen.t("erasure-due"),
        },
    };
    let free = Matter::ALL.iter().filter(|matter| keeps(matter).is_none());
    let rested = cases_of(app, visitor, &key).await?;
    let case = |line: &Line| Choice {
        value: line.key.case.clone(),
        text: pen.say("erasure-case-opened", [("day", FluentValue::from(pen.lang.day(line.opened_on)))]),
        hint: pen.t(&format!("case-stage-{}", line.stage.word())),
    };
    let cases: Vec<Choice> = rested.iter().filter(|line| line.stage.is_at_rest()).map(case).collect();
    let mut forms = vec![
        Form { name: "rows", bases: Basis::ALL, field: "matter", choices: free.map(matter).collect() },
        Form { name: "person", bases: &[Basis::Request, Basis::Contract], field: "", choices: vec![] },
    ];
    forms.push(Form { name: "older", bases: Basis::ALL, field: "", choices: vec![] });
    forms.push(Form { name: "whole", bases: Basis::ALL, field: "", choices: vec![] });
    if !cases.is_empty() {
        forms.push(Form { name: "case", bases: Basis::ALL, field: "case", choices: cases });
    }
    let left = Matter::ALL.iter().filter_map(|matter| {
        let why = stays(visitor.lang, keeps(matter)?);
        Some((visitor.lang.matter(*matter), Markup::text(&why)))
    });
    let show = Show {
        frame: visitor.frame(
            title.clone(),
            Some(Verb::Learn),
            records::crumbs(visitor, &key, &name, vec![here(title)]),
        ),
        name: pen.name(&name),
        waiting: waiting(app, visitor, |proposal| proposal.client == key).await?,
        list: format!("/erasures{}", href::query([("client", key.as_str())])),
        kept: left.collect(),
        forms: if visitor.role == Role::Owner { forms } else { vec![] },
        filled,
        here: href::path(["clients", &key, "erasures"]),
    };
    Ok((status, page(&show)?).into_response())
}

pub(super) fn here(text: String) -> Crumb {
    Crumb { text, href: None }
}

/// Returns proposals that wait for the second person.
pub async fn waiting(
    app: &Shared,
    visitor: &Visitor,
    is_meant: impl Fn(&destructions::Proposal) -> bool,
) -> Result<Vec<Waiting>, PageError> {
    let pen = Pen::of(visitor);
    let (people, told) = (People::of(&app.db).await?, Told::of(app, visitor).await?);
    let mut waiting = vec![];
    for proposal in destructions::proposals(&app.db).await?.iter().filter(|proposal| is_meant(proposal)) {
        let scope = destruction::scope(&proposal.id, &proposal.scope)?;
        let args = [
            ("who", FluentValue::from(people.name(&proposal.proposed.0).to_owned())),
            ("day", pen.lang.day(proposal.proposed.1).into()),
            ("what", told.erased(&scope).into()),
        ];
        waiting.push(Waiting { href: href::path(["erasures", &proposal.id]), says: pen.say("erasure-waits", args) });
    }
    Ok(waiting)
}

/// Answers with what waits for the second person as a file.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(whose): Query<Whose>,
    format: Format,
) -> Result<Response, PageError> {
    let_in(&visitor)?;
    let lang = visitor.lang;
    let (people, told) = (People::of(&app.db).await?, Told::of(&app, &visitor).await?);
    let is_meant = |one: &&destructions::Proposal| whose.client.is_empty() || one.client == whose.client;
    let row = |one: &destructions::Proposal| -> Result<Vec<Cell>, PageError> {
        let what = told.erased(&destruction::scope(&one.id, &one.scope)?);
        let basis = lang.text(&format!("erasure-basis-{}", one.basis.word()));
        let by = people.name(&one.proposed.0).into();
        Ok(vec![Cell::Day(one.proposed.1), by, what.into(), basis.into(), one.reference.as_str().into()])
    };
    let heads = [
        ("on", "export-import-on"),
        ("by", "export-import-by"),
        ("what", "erasure-what"),
        ("basis", "erasure-basis"),
        ("reference", "erasure-reference"),
    ];
    let rows = destructions::proposals(&app.db).await?.iter().filter(is_meant).map(row).collect::<Result<_, _>>()?;
    export::answer("erasures", Table::of(lang, "erasures-waiting", &heads, rows), format, lang).await
}

pub async fn propose(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path(client): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let_in(&visitor)?;
    visitor.require(Role::Owner)?;
    let key = match found(&app, &visitor.viewer, &client, &["erasures"]).await? {
        Found::Here(whose) => whose.client().to_owned(),
        Found::Elsewhere(answer) => return Ok(answer),
    };
    let cases = cases_of(&app, &visitor, &key).await?;
    let wanted = read(&visitor, &mut filled, &key, &cases);
    let mut people = references::every_contact(&app.db, &key).await?;
    people.extend(members::all(&app.db).await?.into_iter().map(|member| member.name));
    if let Some(Wanted::Person { name, .. }) = &wanted {
        people.push(name.clone());
    }
    let name = records::name_of(&app, &visitor, &key).await?;
    let names = Names { client: vec![name], others: vec![], people };
    let why = basis(&visitor, &mut filled, &names);
    let proposed = match (wanted, why) {
        (Some(wanted), Some(why)) if filled.is_good() => proposed(&app, &visitor, &mut filled, wanted, why).await?,
        _ => None,
    };
    match proposed {
        Some(proposed) => Ok(proposed),
        None => {
            visitor.at(&href::path(["clients", &key, "erasures"]));
            drawn(&app, &visitor, &client, (filled, StatusCode::UNPROCESSABLE_ENTITY)).await
        }
    }
}

/// Keeps a proposal and leads to it; where a legal hold forbids even that, its form says so.
pub(super) async fn proposed(
    app: &Shared,
    visitor: &Visitor,
    filled: &mut Filled,
    wanted: Wanted,
    (basis, reference): (Basis, String),
) -> Result<Option<Response>, PageError> {
    let by = (visitor.member.as_str(), visitor.today);
    match destruction::propose(app.place(), wanted, (basis, &reference), by).await {
        Ok(proposal) => Ok(Some(Redirect::to(&href::path(["erasures", &proposal.id])).into_response())),
        Err(NotErased::Refused(against)) => {
            let told = Told::of(app, visitor).await?;
            let mut says: Vec<String> = against.iter().map(|against| told.against(against)).collect();
            says.dedup();
            let field = format!("{}-held", filled.value("form"));
            filled.refuse(&field, says.join(" "));
            Ok(None)
        }
        Err(NotErased::Store(error)) => Err(error.into()),
        Err(NotErased::Absent | NotErased::SamePerson) => Err(PageError::NotFound),
    }
}

/// Returns the cases of a client in which a visitor takes part, under each of its spellings.
async fn cases_of(app: &Shared, visitor: &Visitor, client: &str) -> Result<Vec<Line>, StoreError> {
    let mut cases = vec![];
    for spelling in merges::spellings(&app.db, client).await? {
        cases.extend(of_member(&app.db, &visitor.member, Some(&spelling)).await?);
    }
    Ok(cases)
}

/// Reads whose data is meant; what is missing is said at its field.
fn read(visitor: &Visitor, filled: &mut Filled, client: &str, cases: &[Line]) -> Option<Wanted> {
    let client = client.to_owned();
    let lang = visitor.lang;
    match filled.value("form") {
        "rows" => {
            let named = filled.all("matter").into_iter().filter_map(Matter::of);
            let tables: Vec<String> = named.flat_map(Matter::tables).map(|table| (*table).to_owned()).collect();
            if tables.is_empty() {
                filled.refuse("rows-what", lang.text("erasure-nothing-named"));
            }
            Some(Wanted::Rows { client, tables })
        }
        "older" => Some(Wanted::Older { client, before: old_signs_before(&visitor.firm, visitor.today) }),
        // All of it is what no table is named of.
        "whole" => Some(Wanted::Rows { client, tables: vec![] }),
        "person" => {
            let name = filled.value("name").to_owned();
            if fold(&name).is_empty() {
                filled.refuse("person-what", lang.text("field-required"));
            } else if name.chars().count() > NAME_CHARACTERS_MAX {
                filled.refuse("person-what", lang.text("field-too-long"));
            }
            Some(Wanted::Person { client, name })
        }
        "case" => {
            let key = cases.iter().map(|line| &line.key).find(|key| key.case == filled.value("case")).cloned();
            if key.is_none() {
                filled.refuse("case-what", lang.text("field-required"));
            }
            key.map(|key| Wanted::Case { client: key.client, case: key.case })
        }
        _ => None,
    }
}

/// Reads on which basis; what it rests on stays in the index for good, so it names nobody.
pub(super) fn basis(visitor: &Visitor, filled: &mut Filled, names: &Names) -> Option<(Basis, String)> {
    let (lang, form) = (visitor.lang, filled.value("form").to_owned());
    let basis = Basis::of(filled.value("basis"));
    if basis.is_none() {
        filled.refuse(&format!("{form}-basis"), lang.text("field-required"));
    }
    let reference = filled.value("reference").to_owned();
    let at = format!("{form}-reference");
    let telling = marks(&reference, names).into_iter().find(|mark| matches!(mark.sort, Sort::Name | Sort::Address));
    if reference.is_empty() {
        filled.refuse(&at, lang.text("field-required"));
    } else if reference.chars().count() > REFERENCE_CHARACTERS_MAX {
        filled.refuse(&at, lang.text("field-too-long"));
    } else if let Some(mark) = telling {
        filled.refuse(&at, lang.say("erasure-reference-names", [("what", FluentValue::from(mark.text))]));
    }
    basis.map(|basis| (basis, reference))
}
