//! Describing a prospect: a new one, or one that stands.

use super::{Asked, Desk, address, allowed, crumbs, sees_sums, write, written};
use crate::entropy;
use crate::store::client_names;
use crate::web::app::Shared;
use crate::web::cases::ask::{Field, Fields, Question, words};
use crate::web::cases::people::People;
use crate::web::form::{self, Filled};
use crate::web::markup::{Markup, Pen};
use crate::web::{Crumb, PageError, Verb, Visitor, page};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::lesson::prospect::{Channel, Event, Profile, Stage};
use domain::money::{Currency, Money};

const TEXTS: [&str; 9] =
    ["name", "through", "person", "email", "phone", "site", "next_what", "they_expect", "we_expect"];

pub async fn ask_new(State(app): State<Shared>, visitor: Visitor) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let member = visitor.member.clone();
    let today = visitor.today.to_string();
    let filled = Filled::with([("owner", member), ("channel", Channel::Referral.word().to_owned()), ("on", today)]);
    asked_new(&app, &visitor, &filled, StatusCode::OK).await
}

async fn asked_new(
    app: &Shared,
    visitor: &Visitor,
    filled: &Filled,
    status: StatusCode,
) -> Result<Response, PageError> {
    let pen = Pen::of(visitor);
    let people = People::of(&app.db).await?;
    let title = pen.lang.text("prospect-new");
    let mut way = crumbs(visitor);
    way.push(Crumb { text: title.clone(), href: None });
    let question = Question {
        frame: visitor.frame(title, Some(Verb::Learn), way),
        name: pen.t("prospect-new"),
        step: Markup::default(),
        asks: Markup::strong(&pen.lang.text("prospect-new-asks")),
        note: pen.t("prospect-new-note"),
        refused: None,
        known: vec![],
        hidden: vec![],
        fields: fields(&pen, visitor, &people, filled, true),
        action: "/prospects/new".to_owned(),
        button: Some(pen.t("prospect-save")),
        back: ("/prospects".to_owned(), pen.t("prospects-title")),
    };
    Ok((status, page(&question)?).into_response())
}

fn fields(pen: &Pen, visitor: &Visitor, people: &People, filled: &Filled, is_new: bool) -> Vec<Field> {
    let members = people.present().map(|member| (member.id.clone(), pen.name(&member.name)));
    let channels = words(pen, "through-{}", Channel::WORDS.iter().copied());
    let mut fields = Fields::of(pen, filled)
        .line("name", "prospect-name")
        .pick("channel", "prospect-channel", channels)
        .line("through", "prospect-through")
        .hint("prospect-through-hint")
        .line("referred_by", "prospect-referred-by")
        .hint("prospect-referred-by-hint");
    if is_new {
        fields = fields.day("on", "prospect-contacted");
    }
    if sees_sums(visitor) {
        fields = fields.number("contribution", "prospect-contribution").hint("prospect-contribution-hint");
    }
    fields = fields
        .pick("owner", "prospect-owner", members)
        .day("next_on", "prospect-next")
        .line("next_what", "prospect-next-what")
        .line("person", "prospect-person")
        .line("email", "prospect-email")
        .hint("prospect-email-hint")
        .line("phone", "prospect-phone")
        .line("site", "prospect-site")
        .text("they_expect", "prospect-they-expect")
        .text("we_expect", "prospect-we-expect")
        .rare();
    if sees_sums(visitor) {
        fields = fields.number("cost", "prospect-cost");
    }
    fields.all()
}

/// Reads a description; sums that this visitor does not see stay as they were.
async fn read(
    app: &Shared,
    visitor: &Visitor,
    filled: &mut Filled,
    before: Option<&Profile>,
) -> Result<Option<Profile>, PageError> {
    let lang = visitor.lang;
    let people = People::of(&app.db).await?;
    let text = |filled: &Filled, name: &str| written(filled, name);
    let name = text(filled, "name");
    if name.is_none() {
        filled.refuse("name", lang.text("field-required"));
    }
    let channel = Channel::of(filled.value("channel"));
    if channel.is_none() {
        filled.refuse("channel", lang.text("field-required"));
    }
    let owner = people.present().find(|member| member.id == filled.value("owner")).map(|member| member.id.clone());
    if owner.is_none() {
        filled.refuse("owner", lang.text("field-required"));
    }
    let referred_by = referrer(app, visitor, filled).await?;
    let next_on = day(filled, visitor, "next_on");
    let (contribution, cost) = if sees_sums(visitor) {
        (sum(filled, visitor, "contribution"), sum(filled, visitor, "cost"))
    } else {
        (before.and_then(|before| before.contribution), before.and_then(|before| before.cost))
    };
    let (Some(name), Some(channel), Some(owner), true) = (name, channel, owner, filled.is_good()) else {
        return Ok(None);
    };
    Ok(Some(Profile {
        name,
        channel,
        through: text(filled, "through"),
        referred_by,
        person: text(filled, "person"),
        email: text(filled, "email"),
        phone: text(filled, "phone"),
        site: text(filled, "site"),
        contribution,
        cost,
        owner,
        next_on,
        next_what: text(filled, "next_what"),
        they_expect: text(filled, "they_expect"),
        we_expect: text(filled, "we_expect"),
    }))
}

/// Reads which client referred them: by its key or name.
async fn referrer(app: &Shared, visitor: &Visitor, filled: &mut Filled) -> Result<Option<String>, PageError> {
    let written = filled.value("referred_by").to_owned();
    if written.is_empty() {
        return Ok(None);
    }
    let meant = client_names::meant(&app.db, &visitor.viewer, &written).await?;
    if meant.is_none() {
        filled.refuse("referred_by", visitor.lang.text("prospect-no-such-client"));
    }
    Ok(meant.map(|named| named.client))
}

/// Reads a day that may be left out.
pub fn day(filled: &mut Filled, visitor: &Visitor, name: &str) -> Option<domain::days::Day> {
    let on = form::day(filled.value(name));
    if on.is_none() && !filled.value(name).is_empty() {
        filled.refuse(name, visitor.lang.text("day-invalid"));
    }
    on
}

fn sum(filled: &mut Filled, visitor: &Visitor, name: &str) -> Option<Money> {
    if filled.value(name).is_empty() {
        return None;
    }
    let currency = visitor.firm.base_currency.unwrap_or(Currency::UNKNOWN);
    let whole = form::number(filled.value(name)).filter(|sum| (0.0..1e12).contains(sum));
    if whole.is_none() {
        filled.refuse(name, visitor.lang.text("number-invalid"));
    }
    whole.map(|whole| Money { minor: currency.minor(whole), currency })
}

pub async fn add(State(app): State<Shared>, mut visitor: Visitor, mut filled: Filled) -> Result<Response, PageError> {
    allowed(&visitor)?;
    let on = day(&mut filled, &visitor, "on");
    match on {
        None => filled.refuse("on", visitor.lang.text("field-required")),
        Some(on) if on > visitor.today => filled.refuse("on", visitor.lang.text("exit-wins-future")),
        Some(_) => {}
    }
    let profile = read(&app, &visitor, &mut filled, None).await?;
    let (Some(profile), Some(on)) = (profile, on) else {
        visitor.at("/prospects/new");
        return asked_new(&app, &visitor, &filled, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let id = entropy::id();
    let entered = Event::StageEntered { stage: Stage::Lead, on, reason: None };
    write(&app, &visitor, &id, 0, vec![Event::ProspectDescribed(Box::new(profile)), entered]).await?;
    Ok(Redirect::to(&address(&id)).into_response())
}

pub async fn ask(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &id).await?;
    asked(&desk, &filled_of(&desk.own().profile), StatusCode::OK)
}

/// Returns a form filled with a description.
fn filled_of(profile: &Profile) -> Filled {
    let plain = |sum: Option<Money>| sum.map(|sum| sum.decimal()).unwrap_or_default();
    let texts = [
        Some(profile.name.clone()),
        profile.through.clone(),
        profile.person.clone(),
        profile.email.clone(),
        profile.phone.clone(),
        profile.site.clone(),
        profile.next_what.clone(),
        profile.they_expect.clone(),
        profile.we_expect.clone(),
    ];
    let mut filled = Filled::with(TEXTS.into_iter().zip(texts.map(Option::unwrap_or_default)));
    filled.set("channel", profile.channel.word());
    filled.set("owner", &profile.owner);
    filled.set("referred_by", profile.referred_by.as_deref().unwrap_or_default());
    filled.set("next_on", &profile.next_on.map(|on| on.to_string()).unwrap_or_default());
    filled.set("contribution", &plain(profile.contribution));
    filled.set("cost", &plain(profile.cost));
    filled
}

fn asked(desk: &Desk, filled: &Filled, status: StatusCode) -> Result<Response, PageError> {
    let asked = Asked {
        title: "prospect-go-edit",
        asks: "prospect-edit-asks",
        note: Markup::default(),
        known: vec![],
        fields: fields(&desk.pen, desk.visitor, &desk.people, filled, false),
        path: "edit",
        button: Some("prospect-save"),
    };
    desk.question(asked, filled, status)
}

pub async fn change(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let desk = Desk::of(&app, &visitor, &id).await?;
    let profile = read(&app, &visitor, &mut filled, Some(&desk.own().profile)).await?;
    let saved = match profile {
        Some(profile) => desk.save(&app, &mut filled, vec![Event::ProspectDescribed(Box::new(profile))]).await?,
        None => None,
    };
    saved.map_or_else(|| asked(&desk, &filled, StatusCode::UNPROCESSABLE_ENTITY), Ok)
}
