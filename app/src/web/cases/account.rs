//! The final account of an end: drawn up as of today, frozen with its digest, and how each way of settling it would close
//! it.

use super::refusal::Refused;
use super::scene::Scene;
use super::words::shown;
use super::{Attempt, attempt, seen};
use crate::flow::account::{self, Subject};
use crate::web::account::{SideView, claim, places, records, sides};
use crate::web::app::Shared;
use crate::web::choice::Choice;
use crate::web::form::Filled;
use crate::web::markup::{Markup, Pen};
use crate::web::{Frame, PageError, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::parting::Act as Part;
use domain::case::parting::settling::{Frozen, Settlement};
use domain::case::{Act, Action};
use domain::money::Money;
use domain::separation::settlement::{FinalAccount, QuestionKind, statement};
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "cases/account.html")]
struct Show {
    frame: Frame,
    name: Markup,
    step: Markup,
    lede: Markup,
    refused: Option<Refused>,
    here: String,
    back: String,
    records: String,
    filled: Filled,
    places: Vec<Choice>,
    /// What somebody has to say first.
    questions: Vec<Markup>,
    /// Invoices on which interest was claimed and is not counted.
    barred: Vec<Markup>,
    sides: Vec<SideView>,
    frozen: Option<FrozenView>,
    may_freeze: bool,
    seen: u32,
}

/// The account as it was frozen.
struct FrozenView {
    says: Markup,
    digest: String,
    clause: Option<Markup>,
    /// That records changed since.
    moved: Option<Markup>,
    /// Each way of settling it, and what would stay open.
    ways: Vec<(Markup, Markup)>,
    settle: String,
}

impl Show {
    /// Tells whether freezing is what comes next: nothing is frozen, or records changed since.
    fn is_freezing(&self) -> bool {
        self.frozen.as_ref().is_none_or(|frozen| frozen.moved.is_some())
    }
}

type At = Path<(String, String)>;

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): At,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    let filled = Filled::with(asked.iter().map(|(name, value)| (name.as_str(), value.clone())));
    let refused = scene.not_yours(Action::SeeMoney);
    drawn(&app, &scene, filled, refused, StatusCode::OK).await
}

/// Freezes the account of today; whoever does it approves the interest in it.
pub async fn freeze(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): At,
    mut filled: Filled,
) -> Result<Response, PageError> {
    visitor.at(&(href::case(href::decoded(&client), &case) + "/part/account"));
    let scene = Scene::of_parting(&app, &visitor, &client, &case).await?;
    let subject = subject(&app, &scene).await?;
    let account = drawn_up(&scene, &subject, &mut filled);
    if !filled.is_good() {
        return drawn(&app, &scene, filled, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let clause = Some(filled.value("clause").to_owned()).filter(|_| !account.interest.is_empty());
    let of_day = statement(&subject.scene(&visitor.firm), None).for_client();
    let (account, statement) = (Box::new(account), Some(Box::new(of_day)));
    let act = Act::Parting(Part::FreezeAccount { account, statement, clause });
    match attempt(&app, &visitor, &scene.opened, seen(&filled), act).await? {
        Attempt::Done(_) => Ok(Redirect::to(&scene.href("part/account")).into_response()),
        Attempt::Refused(refused) => {
            drawn(&app, &scene, filled, Some(*refused), StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

async fn subject(app: &Shared, scene: &Scene<'_>) -> Result<Subject, PageError> {
    let found = account::of_client(&app.db, &scene.opened.key.client, scene.visitor.today).await?;
    found.ok_or(PageError::NotFound)
}

/// Draws up the account of today, to the day on which the last services end.
fn drawn_up(scene: &Scene, subject: &Subject, filled: &mut Filled) -> FinalAccount {
    let claim = claim(scene.visitor, filled);
    let of_records = subject.scene(&scene.visitor.firm);
    subject.account(&of_records, scene.case().parting.fixed_end(), claim.as_ref())
}

async fn drawn(
    app: &Shared,
    scene: &Scene<'_>,
    mut filled: Filled,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (pen, case) = (&scene.pen, scene.case());
    let subject = subject(app, scene).await?;
    let account = drawn_up(scene, &subject, &mut filled);
    let sees = scene.sees_money();
    let client = scene.opened.key.client.as_str();
    let title = pen.lang.text("settling-title");
    let question = |kind: QuestionKind, row| {
        Markup::join([pen.t(&format!("question-account-{}", kind.word())), records(pen, client, row)], " ")
    };
    let frozen = case.parting.account.as_ref().filter(|_| sees);
    let show = Show {
        frame: scene.frame(title),
        name: pen.name(scene.name()),
        step: scene.stage(),
        lede: lede(pen, frozen),
        refused,
        here: scene.href("part/account"),
        back: scene.href("part"),
        records: href::account(client, []),
        places: places(pen),
        questions: account
            .questions
            .iter()
            .filter(|_| sees)
            .map(|own| question(own.kind, std::slice::from_ref(&own.record)))
            .collect(),
        barred: account
            .barred
            .iter()
            .filter(|_| sees)
            .map(|(invoice, barred)| Markup::join([pen.id(invoice), shown(pen, "barred-{}", barred.word())], " "))
            .collect(),
        sides: if sees { sides(pen, client, &account, true) } else { vec![] },
        frozen: frozen.map(|frozen| frozen_view(scene, frozen, &account)),
        may_freeze: sees && scene.may(Action::WorkFigures) && case.stage.is_parting() && account.questions.is_empty(),
        seen: scene.opened.case.seq,
        filled,
    };
    Ok((status, page(&show)?).into_response())
}

fn nets(pen: &Pen, account: &FinalAccount) -> String {
    let nets: Vec<Money> = account.balances.iter().map(|own| own.net()).filter(|net| net.minor != 0).collect();
    let nets: Vec<String> = nets.into_iter().map(|net| pen.lang.money(net)).collect();
    if nets.is_empty() { pen.lang.text("settling-nothing") } else { nets.join(&pen.lang.text("list-comma")) }
}

fn lede(pen: &Pen, frozen: Option<&Frozen>) -> Markup {
    match frozen {
        Some(frozen) => {
            let args = [
                ("day", FluentValue::from(pen.lang.day(frozen.account.on))),
                ("sum", FluentValue::from(nets(pen, &frozen.account))),
            ];
            Markup::strong(&pen.lang.say("settling-frozen", args))
        }
        None => Markup::strong(&pen.lang.text("settling-lede")),
    }
}

fn frozen_view(scene: &Scene, frozen: &Frozen, today: &FinalAccount) -> FrozenView {
    let pen = &scene.pen;
    let interest = today.interest.is_empty() == frozen.account.interest.is_empty();
    let moved = interest && today.balances != frozen.account.balances && frozen.account.interest.is_empty();
    let way = |how: &Settlement| {
        let open: Vec<String> = frozen
            .account
            .open_under(*how)
            .iter()
            .map(|why| pen.lang.text(&format!("settling-open-{}", why.word())))
            .collect();
        let says = if open.is_empty() {
            pen.t("settling-closes")
        } else {
            pen.say(
                "settling-stays-open",
                [("reasons", FluentValue::from(open.join(&pen.lang.text("list-semicolon"))))],
            )
        };
        (shown(pen, "settlement-{}", how.word()), says)
    };
    let lines = [("n", FluentValue::from(frozen.account.lines.len() as f64))];
    FrozenView {
        says: pen.say("settling-lines", lines),
        digest: frozen.digest.clone(),
        clause: frozen.clause.as_deref().map(|clause| pen.name(clause)),
        moved: moved.then(|| pen.t("settling-moved")),
        ways: Settlement::ALL.iter().map(way).collect(),
        settle: scene.href("settlement"),
    }
}
