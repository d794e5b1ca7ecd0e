//! The page of an account.

use super::lines::SideView;
use super::said::StatedView;
use super::statement::PartView;
use super::{Asked, Contact, asked, chase, lines, said, statement, way};
use crate::flow::account::{Chase, Subject};
use crate::store::viewer::Role;
use crate::web::app::Shared;
use crate::web::markup::{Markup, Pen};
use crate::web::part::{Facts, Sheet};
use crate::web::{Frame, PageError, Verb, Visitor, href, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::firm::Firm;
use domain::money::Money;
use domain::separation::dunning::Next;
use domain::separation::settlement::{FinalAccount, Side};
use fluent_bundle::FluentValue;
use jiff::Timestamp;

#[derive(Template)]
#[template(path = "account/show.html")]
struct Show {
    frame: Frame,
    here: String,
    lede: Markup,
    facts: Facts,
    /// What is suspended, and where it is resumed.
    suspended: Vec<Markup>,
    chases: Option<Sheet>,
    /// Whether the client may be reminded now, where something is due.
    contact: Option<Markup>,
    sides: Vec<SideView>,
    questions: Vec<Markup>,
    statement: Vec<PartView>,
    stated: Vec<StatedView>,
    /// Whether this person states what the records do not say.
    may_state: bool,
}

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(client): Path<String>,
) -> Result<Response, PageError> {
    let subject = match asked(&app, &visitor, &client, &[]).await? {
        Asked::Here(subject) => subject,
        Asked::Elsewhere(answer) => return Ok(answer),
    };
    let pen = Pen::of(&visitor);
    let scene = subject.scene(&visitor.firm);
    let account = subject.account(&scene, None, None);
    let chases = subject.chases(&scene);
    let sees_costs = visitor.viewer.sees_costs();
    let title = pen.lang.say("account-title-of", [("name", FluentValue::from(subject.name()))]);
    let show = Show {
        frame: visitor.frame(title, Some(Verb::Part), way(&visitor, &subject, None)),
        here: href::account(&subject.client, []),
        lede: lede(&pen, &subject, &account, &chases),
        facts: facts(&pen, &account, &chases, sees_costs),
        suspended: chase::suspended(&pen, &subject, &scene.ledger),
        contact: contact(&pen, &subject, &visitor.firm, (&chases, app.clock.now())),
        chases: chase::sheet(&pen, &subject, &chases, sees_costs),
        sides: lines::sides(&pen, &subject.client, &account, sees_costs),
        questions: questions(&pen, &subject, &account, sees_costs),
        statement: statement::parts(&pen, &domain::separation::settlement::statement(&scene, None)),
        stated: if sees_costs { said::views(&pen, &subject, &scene) } else { vec![] },
        may_state: visitor.role >= Role::Finance,
    };
    Ok(page(&show)?.into_response())
}

fn contact(pen: &Pen, subject: &Subject, firm: &Firm, (chases, now): (&[Chase], Timestamp)) -> Option<Markup> {
    let is_due = |chase: &Chase| matches!(&chase.next, Next::Step(step) if step.is_due);
    let said = chases.iter().any(is_due).then(|| Contact::of(pen, subject, firm, now));
    said.flatten().map(|contact| contact.says)
}

/// Says who owes what in the end, and what of it is overdue.
fn lede(pen: &Pen, subject: &Subject, account: &FinalAccount, chases: &[Chase]) -> Markup {
    let joined = |sums: Vec<Money>| {
        let sums: Vec<String> = sums.into_iter().map(|sum| pen.lang.money(sum)).collect();
        sums.join(&pen.lang.text("list-comma"))
    };
    let nets = || account.balances.iter().map(|own| own.net());
    let they: Vec<Money> = nets().filter(|net| net.minor > 0).collect();
    let we: Vec<Money> =
        nets().filter(|net| net.minor < 0).map(|net| Money { minor: net.minor.saturating_neg(), ..net }).collect();
    let key = match (they.is_empty(), we.is_empty()) {
        (false, true) => "account-lede-they",
        (true, false) => "account-lede-we",
        (false, false) => "account-lede-both",
        (true, true) if subject.history.invoices.is_empty() => "account-lede-none",
        (true, true) => "account-lede-even",
    };
    let args = [
        ("name", FluentValue::from(subject.name())),
        ("they", FluentValue::from(joined(they))),
        ("we", FluentValue::from(joined(we))),
    ];
    let first = Markup::strong(&pen.lang.say(key, args));
    let late = chases.iter().filter(|chase| chase.days_late > 0 && chase.open.minor > 0).count();
    let late = (late > 0).then(|| pen.about("account-lede-late", late as u64));
    Markup::join(std::iter::once(first).chain(late), " ")
}

fn facts(pen: &Pen, account: &FinalAccount, chases: &[Chase], sees_work: bool) -> Facts {
    let mut facts = Facts::default();
    let mut overdue: Vec<Money> = vec![];
    for chase in chases.iter().filter(|chase| chase.days_late > 0 && chase.open.minor > 0) {
        match overdue.iter_mut().find(|own| own.currency == chase.open.currency) {
            Some(own) => own.minor += chase.open.minor,
            None => overdue.push(chase.open),
        }
    }
    let stacked = |sums: Vec<Money>| Markup::join(sums.into_iter().map(|sum| pen.money(sum)), "<br>");
    if !overdue.is_empty() {
        facts.add_big(pen.t("account-fact-overdue"), stacked(overdue));
    }
    for side in [Side::Advance, Side::Disputed, Side::Retained, Side::Trust, Side::Unsaid, Side::ToBill, Side::Waived] {
        let sums: Vec<Money> = account.balances.iter().map(|own| own.of(side)).filter(|sum| sum.minor > 0).collect();
        if !sums.is_empty() && (sees_work || !side.is_unbilled()) {
            facts.add(pen.t(&format!("side-{}", side.word())), stacked(sums));
        }
    }
    facts
}

/// Returns what somebody has to say before the account can be final.
fn questions(pen: &Pen, subject: &Subject, account: &FinalAccount, sees_work: bool) -> Vec<Markup> {
    let shown = account.questions.iter().filter(|question| sees_work || question.record.kind != "time");
    let said = |question: &domain::separation::settlement::Question| {
        let record = std::slice::from_ref(&question.record);
        let which = lines::records(pen, &subject.client, record);
        Markup::join([pen.t(&format!("question-account-{}", question.kind.word())), which], " ")
    };
    shown.map(said).collect()
}
