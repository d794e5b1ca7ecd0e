//! Wording a criterion: a new one, or the next version of one that stands.

use super::{address, allowed, crumbs, lesson, lessons, load, write};
use crate::entropy;
use crate::store::viewer::Role;
use crate::web::app::Shared;
use crate::web::cases::ask::{self, Field, Fields, Question};
use crate::web::cases::people::People;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::prospects::{facts, words, written};
use crate::web::{Crumb, PageError, Verb, Visitor, page};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::lesson::criterion::{Criterion, Draft, Effect, Refusal, Version};
use domain::lesson::fact::{Fact, Shape, Value};
use domain::lesson::prospect::Channel;
use domain::lesson::rule::{Join, Relation, Rule, RuleError, TESTS_MAX, Test};
use domain::text::fold;
use serde::Deserialize;

/// What a link to the form may bring: the lesson from which a criterion comes.
#[derive(Deserialize)]
pub struct From {
    #[serde(default)]
    lesson: String,
}

/// Which criterion is worded: none for a new one, else its id and the entry that was seen.
type Of<'a> = Option<(&'a str, u32)>;

pub async fn ask_new(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(from): Query<From>,
) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let offered = [
        ("owner", visitor.member.clone()),
        ("effect", Effect::Ask.word().to_owned()),
        ("join", Join::All.word().to_owned()),
        ("lesson", from.lesson),
    ];
    asked(&app, &visitor, None, &Filled::with(offered), StatusCode::OK).await
}

pub async fn ask(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, PageError> {
    let told = load(&app, &visitor, &id).await?;
    may_word(&visitor, &told.now)?;
    let mut filled = filled_of(told.now.newest());
    if lesson(&app, &visitor, told.now.newest().draft.lesson.as_deref()).await?.is_none() {
        filled.set("lesson", "");
    }
    asked(&app, &visitor, Some((&id, told.now.seq)), &filled, StatusCode::OK).await
}

/// Whoever may not see a sum that a criterion compares with does not word it anew.
fn may_word(visitor: &Visitor, criterion: &Criterion) -> Result<(), PageError> {
    let sees = words::sees_test_sums(visitor, &criterion.newest().draft.rule);
    if sees { Ok(()) } else { Err(PageError::OnlyFor(Role::Finance)) }
}

/// Returns a form filled with a version.
fn filled_of(version: &Version) -> Filled {
    let draft = &version.draft;
    let mut filled = Filled::with([
        ("title", draft.title.clone()),
        ("effect", draft.effect.word().to_owned()),
        ("join", draft.rule.join.word().to_owned()),
        ("owner", draft.owner.clone()),
        ("lesson", draft.lesson.clone().unwrap_or_default()),
    ]);
    for (at, test) in draft.rule.tests.iter().enumerate() {
        let n = at + 1;
        filled.set(&format!("fact-{n}"), test.fact.word());
        filled.set(&format!("relation-{n}"), test.relation.word());
        filled.set(&format!("value-{n}"), &facts::raw(&test.value));
    }
    filled
}

async fn asked(
    app: &Shared,
    visitor: &Visitor,
    of: Of<'_>,
    filled: &Filled,
    status: StatusCode,
) -> Result<Response, PageError> {
    let pen = Pen::of(visitor);
    let (people, taught) = (People::of(&app.db).await?, lessons(app, visitor).await?);
    let title = pen.lang.text(if of.is_some() { "criterion-edit" } else { "criterion-new" });
    let mut way = crumbs(visitor);
    way.push(Crumb { text: title.clone(), href: None });
    let back = of.map_or_else(
        || ("/criteria".to_owned(), pen.t("criteria-title")),
        |(id, _)| (address(id), pen.t("criterion-back")),
    );
    let wrong = filled.error("all").map(|error| Markup::text(error));
    let question = Question {
        name: Markup::text(&title),
        frame: visitor.frame(title, Some(Verb::Learn), way),
        step: Markup::default(),
        asks: Markup::strong(&pen.lang.text("criterion-asks")),
        note: pen.t("criterion-note"),
        refused: None,
        known: wrong.into_iter().map(|text| Markup::made(format!("<p class=\"note bad\">{text}</p>"))).collect(),
        hidden: of.map(|(_, seen)| ("seen".to_owned(), seen.to_string())).into_iter().collect(),
        fields: fields(&pen, visitor, (&people, &taught), filled),
        action: of.map_or_else(|| "/criteria/new".to_owned(), |(id, _)| format!("{}/edit", address(id))),
        button: Some(pen.t("criterion-save")),
        back,
    };
    Ok((status, page(&question)?).into_response())
}

fn fields(
    pen: &Pen,
    visitor: &Visitor,
    (people, taught): (&People, &[(String, String)]),
    filled: &Filled,
) -> Vec<Field> {
    let members = people.present().map(|member| (member.id.clone(), pen.name(&member.name)));
    let none = (String::new(), pen.t("criterion-no-fact"));
    let taught = taught.iter().map(|(at, said)| (at.clone(), Markup::text(said)));
    let taught: Vec<_> = [(String::new(), pen.t("criterion-no-lesson"))].into_iter().chain(taught).collect();
    let mut fields = Fields::of(pen, filled)
        .line("title", "criterion-title")
        .hint("criterion-title-hint")
        .one("effect", "criterion-effect", ask::words(pen, "effect-{}", Effect::WORDS.iter().copied()))
        .explained(|word| pen.t(&format!("effect-note-{word}")));
    for n in 1..=TESTS_MAX {
        let all = std::iter::once(none.clone()).chain(facts::choices(pen, visitor));
        fields = fields
            .pick(&format!("fact-{n}"), &format!("criterion-fact-{n}"), all)
            .pick(
                &format!("relation-{n}"),
                "criterion-relation",
                ask::words(pen, "relation-{}", Relation::WORDS.iter().copied()),
            )
            .line(&format!("value-{n}"), "criterion-value")
            .hint("criterion-value-hint");
    }
    fields
        .one("join", "criterion-join", ask::words(pen, "join-{}", Join::WORDS.iter().copied()))
        .pick("owner", "criterion-owner", members)
        .pick("lesson", "criterion-lesson", taught)
        .hint("criterion-lesson-hint")
        .all()
}

/// Reads a wording; what is wrong with it stands at its fields.
async fn read(app: &Shared, visitor: &Visitor, filled: &mut Filled) -> Result<Option<Draft>, PageError> {
    let lang = visitor.lang;
    let people = People::of(&app.db).await?;
    let title = written(filled, "title");
    let (effect, join) = (Effect::of(filled.value("effect")), Join::of(filled.value("join")));
    let owner = people.present().find(|member| member.id == filled.value("owner")).map(|member| member.id.clone());
    for (name, is_there) in
        [("title", title.is_some()), ("effect", effect.is_some()), ("join", join.is_some()), ("owner", owner.is_some())]
    {
        if !is_there {
            filled.refuse(name, lang.text("field-required"));
        }
    }
    let lesson = written(filled, "lesson");
    if lesson.is_some() && !lessons(app, visitor).await?.iter().any(|(at, _)| Some(at) == lesson.as_ref()) {
        filled.refuse("lesson", lang.text("criterion-lesson-unknown"));
    }
    let tests = tests(filled, visitor);
    if tests.is_empty() && filled.error("fact-1").is_none() {
        filled.refuse("fact-1", lang.text("criterion-needs-test"));
    }
    let (Some(title), Some(effect), Some(join), Some(owner), true) = (title, effect, join, owner, filled.is_good())
    else {
        return Ok(None);
    };
    Ok(Some(Draft { title, effect, rule: Rule { join, tests }, owner, lesson }))
}

fn tests(filled: &mut Filled, visitor: &Visitor) -> Vec<Test> {
    let mut tests = vec![];
    for n in 1..=TESTS_MAX {
        let Some(fact) = Fact::of(filled.value(&format!("fact-{n}"))) else { continue };
        let relation = Relation::of(filled.value(&format!("relation-{n}"))).unwrap_or(Relation::Is);
        let name = format!("value-{n}");
        if words::is_veiled(visitor, fact) {
            filled.refuse(&format!("fact-{n}"), visitor.lang.text("criterion-sum-not-yours"));
            continue;
        }
        if !relation.fits(fact.shape()) {
            filled.refuse(&format!("relation-{n}"), visitor.lang.text("criterion-relation-wrong"));
        }
        match value(filled, visitor, &name, fact) {
            Some(value) => tests.push(Test { fact, relation, value }),
            None => filled.refuse(&name, visitor.lang.text("field-required")),
        }
    }
    tests
}

/// Reads the value of a test: yes and no, and channels, in either language.
fn value(filled: &mut Filled, visitor: &Visitor, name: &str, fact: Fact) -> Option<Value> {
    let written = fold(filled.value(name));
    let is = |word: &str| written == fold(&visitor.lang.text(&format!("case-{word}"))) || written == word;
    match fact.shape() {
        Shape::YesNo if is("yes") => Some(Value::Is(true)),
        Shape::YesNo if is("no") => Some(Value::Is(false)),
        Shape::YesNo => {
            filled.refuse(name, visitor.lang.text("criterion-yes-or-no"));
            None
        }
        Shape::Channel => {
            let named = |channel: &&Channel| {
                let word = channel.word();
                written == word || written == fold(&visitor.lang.text(&format!("through-{word}")))
            };
            let channel = Channel::ALL.iter().find(named);
            if channel.is_none() {
                filled.refuse(name, visitor.lang.text("criterion-channel-wrong"));
            }
            channel.map(|channel| Value::Words(channel.word().to_owned()))
        }
        _ => facts::read(filled, visitor, name, fact),
    }
}

/// Says what is wrong with a rule, at the field that it is about.
fn refuse(filled: &mut Filled, visitor: &Visitor, refusal: Refusal) {
    let text = |key: &str| visitor.lang.text(key);
    match refusal {
        Refusal::Rule(RuleError::Value(at)) => {
            filled.refuse(&format!("value-{}", at + 1), text("fact-number-invalid"));
        }
        Refusal::Rule(RuleError::Relation(at)) => {
            filled.refuse(&format!("relation-{}", at + 1), text("criterion-relation-wrong"));
        }
        _ => filled.refuse("fact-1", text("criterion-needs-test")),
    }
}

pub async fn add(State(app): State<Shared>, mut visitor: Visitor, mut filled: Filled) -> Result<Response, PageError> {
    allowed(&visitor)?;
    if let Some(draft) = read(&app, &visitor, &mut filled).await? {
        match Criterion::draft(draft) {
            Ok(event) => {
                let id = entropy::id();
                write(&app, &visitor, &id, 0, &event).await?;
                return Ok(Redirect::to(&address(&id)).into_response());
            }
            Err(refusal) => refuse(&mut filled, &visitor, refusal),
        }
    }
    visitor.at("/criteria/new");
    asked(&app, &visitor, None, &filled, StatusCode::UNPROCESSABLE_ENTITY).await
}

pub async fn change(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let told = load(&app, &visitor, &id).await?;
    may_word(&visitor, &told.now)?;
    let seen = filled.value("seen").parse().unwrap_or(told.now.seq);
    if let Some(mut draft) = read(&app, &visitor, &mut filled).await? {
        let before = told.now.newest().draft.lesson.as_deref();
        if draft.lesson.is_none() && lesson(&app, &visitor, before).await?.is_none() {
            // What they do not see, they do not take away.
            draft.lesson = before.map(str::to_owned);
        }
        match Criterion::draft(draft) {
            Ok(event) if write(&app, &visitor, &id, seen, &event).await? => {
                return Ok(Redirect::to(&address(&id)).into_response());
            }
            Ok(_) => filled.refuse("all", visitor.lang.text("criterion-overtaken")),
            Err(refusal) => refuse(&mut filled, &visitor, refusal),
        }
    }
    asked(&app, &visitor, Some((&id, told.now.seq)), &filled, StatusCode::UNPROCESSABLE_ENTITY).await
}
