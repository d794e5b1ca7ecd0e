//! The fields of a plan: its points and its instalments, written into them from a version and read back from them.

use super::Desk;
use crate::web::form::{self, Filled};
use domain::case::repair::{Plan, PlanSaid, Point, Remedy};
use domain::case::trial::Instalment;
use domain::days::Day;
use domain::money::{Currency, Money};
use domain::text::fold;

/// A plan has at most so many points, and so many instalments.
pub const POINTS_MAX: usize = 20;
pub const INSTALMENTS_MAX: usize = 24;

/// Returns the name of a field of a point.
pub fn field(point: usize, part: &str) -> String {
    format!("p{point}-{part}")
}

/// Returns the name of a field of an instalment.
pub fn part_field(instalment: usize, part: &str) -> String {
    format!("i{instalment}-{part}")
}

/// Returns how many points, or instalments, a form holds.
pub fn count(filled: &Filled, name: &str, most: usize) -> usize {
    form::number(filled.value(name)).map_or(0, |number| number as usize).min(most)
}

/// Writes a version of the plan into a form.
pub fn written(desk: &Desk) -> Filled {
    let mut filled = Filled::default();
    let Some((plan, said)) = desk.version() else { return filled };
    let said = said.clone().unwrap_or_default();
    filled.set("points", &plan.points.len().to_string());
    for (at, point) in (1..).zip(&plan.points) {
        let [words, measure] = said.of(point.id).map(|text| text.unwrap_or_default().to_owned());
        let values = [
            ("id", point.id.to_string()),
            ("remedy", point.remedy.word().to_owned()),
            ("side", if point.ours { "ours" } else { "theirs" }.to_owned()),
            ("owner", desk.scene.people.name(&point.owner).to_owned()),
            ("due", point.due_on.to_string()),
            ("words", words),
            ("measure", measure),
        ];
        values.iter().for_each(|(part, value)| filled.set(&field(at, part), value));
        if point.consent {
            filled.set(&field(at, "consent"), "1");
        }
    }
    filled.set("instalments", &plan.instalments.len().to_string());
    for (at, instalment) in (1..).zip(&plan.instalments) {
        let money = Money { minor: instalment.amount, currency: instalment.currency };
        filled.set(&part_field(at, "due"), &instalment.due_on.to_string());
        filled.set(&part_field(at, "amount"), &money.decimal());
    }
    for invoice in &plan.invoices {
        filled.push("invoice", invoice);
    }
    filled.set("review_on", &plan.review_on.to_string());
    filled
}

/// Tells whether some point of a form is a payment plan.
pub fn pays(filled: &Filled) -> bool {
    let points = 1..=count(filled, "points", POINTS_MAX);
    points.into_iter().any(|at| {
        filled.value(&field(at, "remedy")) == Remedy::PaymentPlan.word() && !filled.holds(&field(at, "drop"), "1")
    })
}

/// Reads a plan; what is wrong is noted at its field.
pub fn read(desk: &Desk, filled: &mut Filled) -> (Plan, PlanSaid) {
    let (mut points, mut said) = (vec![], PlanSaid::default());
    let known = desk.repair().plans.iter().flat_map(|(plan, _)| plan.points.iter().map(|point| point.id));
    let mut last = known.max().unwrap_or_default();
    for at in 1..=count(filled, "points", POINTS_MAX) {
        if filled.holds(&field(at, "drop"), "1") {
            continue;
        }
        let number = form::number(filled.value(&field(at, "id"))).map_or(0, |id| id as u32);
        // A number that no version knows is not the form's to give.
        let id = if (1..=last).contains(&number) && points.iter().all(|point: &Point| point.id != number) {
            number
        } else {
            last += 1;
            last
        };
        let point = point(desk, filled, at, id);
        let words = desk.text(filled, &field(at, "words")).unwrap_or_default();
        said.points.push((id, words));
        let measure = filled.value(&field(at, "measure")).to_owned();
        if !measure.is_empty() {
            said.measures.push((id, measure));
        }
        points.push(point);
    }
    let review_on = review_day(desk, filled);
    let (instalments, invoices) = if pays(filled) { payments(desk, filled) } else { (vec![], vec![]) };
    (Plan { version: 0, points, instalments, invoices, review_on }, said)
}

fn point(desk: &Desk, filled: &mut Filled, at: usize, id: u32) -> Point {
    let lang = desk.pen().lang;
    let remedy = Remedy::of(filled.value(&field(at, "remedy")));
    if remedy.is_none() {
        filled.refuse(&field(at, "remedy"), lang.text("case-choose-one"));
    }
    let side = field(at, "side");
    let ours = filled.value(&side) != "theirs";
    if !matches!(filled.value(&side), "ours" | "theirs") {
        filled.refuse(&side, lang.text("case-choose-one"));
    }
    let owner = owner(desk, filled, &field(at, "owner"), ours);
    let due_on = desk.day(filled, &field(at, "due")).unwrap_or(desk.scene.visitor.today);
    let consent = filled.holds(&field(at, "consent"), "1");
    if remedy == Some(Remedy::ChangeStaff) && !consent {
        filled.refuse(&field(at, "consent"), lang.text("plan-consent-missing"));
    }
    Point { id, remedy: remedy.unwrap_or(Remedy::ResetExpectations), ours, owner, due_on, consent }
}

/// Returns who keeps a point: what is ours is kept by one of us, what is theirs by whom they name.
fn owner(desk: &Desk, filled: &mut Filled, name: &str, ours: bool) -> String {
    let Some(written) = desk.text(filled, name) else { return String::new() };
    let people = &desk.scene.people;
    let known = people.present().find(|member| fold(&member.name) == fold(&written)).map(|member| member.id.clone());
    if ours && known.is_none() {
        let lang = desk.pen().lang;
        let names: Vec<&str> = people.present().map(|member| member.name.as_str()).collect();
        let names = [("names", names.join(&lang.text("case-comma")).into())];
        filled.refuse(name, lang.say("plan-owner-unknown", names));
    }
    known.unwrap_or(written)
}

fn review_day(desk: &Desk, filled: &mut Filled) -> Day {
    let today = desk.scene.visitor.today;
    let day = desk.day(filled, "review_on").unwrap_or(today);
    if !(1..=domain::case::decision::REVIEW_DAYS_MAX).contains(&day.since(today)) {
        filled.refuse("review_on", desk.pen().lang.text("plan-review-wrong"));
    }
    day
}

/// Reads what the payment plan pays off and when. Who may not see sums changes none: what stood there stays.
fn payments(desk: &Desk, filled: &mut Filled) -> (Vec<Instalment>, Vec<String>) {
    let lang = desk.pen().lang;
    if !desk.scene.sees_money() {
        let stood = desk.plan().map(|plan| (plan.instalments.clone(), plan.invoices.clone()));
        return stood.unwrap_or_default();
    }
    let invoices: Vec<String> = filled.all("invoice").into_iter().map(str::to_owned).collect();
    let named = desk.history.invoices.iter().filter(|invoice| invoices.iter().any(|own| *own == invoice.id));
    let currencies: Vec<Currency> = named.map(|invoice| invoice.currency).collect();
    let one = currencies.first().copied().filter(|first| currencies.iter().all(|one| one == first));
    let Some(currency) = one else {
        let key = if invoices.is_empty() { "plan-invoices-none" } else { "plan-invoices-mixed" };
        filled.refuse("invoice", lang.text(key));
        return (vec![], invoices);
    };
    let mut instalments = vec![];
    for at in 1..=count(filled, "instalments", INSTALMENTS_MAX) {
        let (due, amount) = (part_field(at, "due"), part_field(at, "amount"));
        if filled.value(&due).is_empty() && filled.value(&amount).is_empty() {
            continue;
        }
        let due_on = desk.day(filled, &due);
        let minor = form::number(filled.value(&amount)).map(|amount| currency.minor(amount)).filter(|minor| *minor > 0);
        if minor.is_none() {
            filled.refuse(&amount, lang.text("plan-amount-wrong"));
        }
        if let (Some(due_on), Some(amount)) = (due_on, minor) {
            instalments.push(Instalment { due_on, amount, currency });
        }
    }
    if instalments.is_empty() {
        filled.refuse(&part_field(1, "due"), lang.text("plan-instalments-none"));
    }
    instalments.sort_by_key(|instalment| instalment.due_on);
    (instalments, invoices)
}
