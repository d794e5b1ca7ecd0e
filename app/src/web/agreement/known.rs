//! What is known already of each point: what both sides owe, the account, confirmed terms, the client's data that is held.

use crate::flow::account::{self, Subject};
use crate::flow::contracts::confirmed;
use crate::lang::Lang;
use crate::web::PageError;
use crate::web::account::records;
use crate::web::app::Shared;
use crate::web::cases::scene::Scene;
use crate::web::cases::words::shown;
use crate::web::duties::words as duties;
use crate::web::href;
use crate::web::markup::Markup;
use crate::web::portal::works::works;
use domain::case::legal_hold::LegalHold;
use domain::case::parting::Instructed;
use domain::days::Day;
use domain::separation::agreement::Point;
use domain::separation::contract::{Confirmed, TermName};
use domain::separation::obligation::suggest::Facts;
use domain::separation::obligation::{Asked, Item, What};
use domain::separation::portal;
use domain::separation::settlement::{FinalAccount, Line};
use fluent_bundle::FluentValue;

/// What is known of one point: said in sentences, offered as words and as a day.
#[derive(Default)]
pub struct Known {
    pub says: Vec<Markup>,
    pub words: Vec<String>,
    pub on: Option<Day>,
}

/// What points are filled in from.
pub struct Sources {
    subject: Option<Subject>,
    /// For those who may see sums.
    account: Option<FinalAccount>,
    confirmed: Vec<(String, Confirmed)>,
}

impl Sources {
    /// Reads what the records, the account and the contracts say.
    pub async fn of(app: &Shared, scene: &Scene<'_>) -> Result<Sources, PageError> {
        let visitor = scene.visitor;
        let client = &scene.opened.key.client;
        let subject = account::of_client(&app.db, client, visitor.today).await?;
        let parting = &scene.case().parting;
        let drawn = subject.as_ref().filter(|_| scene.sees_money()).map(|subject| match &parting.account {
            Some(frozen) => (*frozen.account).clone(),
            None => subject.account(&subject.scene(&visitor.firm), parting.ends_on(), None),
        });
        Ok(Sources { subject, account: drawn, confirmed: confirmed(&app.db, &visitor.viewer, client).await? })
    }

    /// Returns what is known of a point.
    pub fn known(&self, scene: &Scene, point: Point) -> Known {
        let mut known = Known::default();
        match point {
            Point::End => self.end(scene, &mut known),
            Point::Payments => self.payments(scene, &mut known),
            Point::Deliverables => self.deliverables(scene, &mut known),
            Point::Data => data(scene, &mut known),
            Point::Ip | Point::Release | Point::Confidentiality => {
                known.words.push(plain(scene).text(&format!("agreement-words-{}", point.word())));
            }
        }
        if point == Point::Ip {
            let works = works(scene.pen.lang, &portal::works(&scene.case().parting));
            known.says.extend(works.iter().map(|one| Markup::text(&one.line())));
        }
        if point == Point::Release {
            self.release(scene, &mut known);
        }
        let owed: Vec<&Item> = owed(scene, point).collect();
        known.says.extend(owed.iter().map(|item| owes(scene, item)));
        known.says.extend(self.terms(scene, point));
        let last = owed.iter().map(|item| item.obligation.due_on).max();
        if matches!(point, Point::Deliverables | Point::Data) {
            known.on = known.on.max(last);
        }
        known
    }

    fn end(&self, scene: &Scene, known: &mut Known) {
        let (parting, pen) = (&scene.case().parting, &scene.pen);
        known.on = parting.ends_on().or(parting.duties.plan().map(|plan| plan.given.effective_on));
        let day = |on| FluentValue::from(pen.lang.weekday(on));
        known.says.extend(known.on.map(|on| pen.say("agreement-knows-end", [("day", day(on))])));
        let held = scene.case().contracts.iter().flatten();
        for contract in held {
            known.words.push(plain(scene).say("agreement-words-end", [("contract", contract.clone().into())]));
        }
        let today = scene.visitor.today;
        let history = self.subject.iter().map(|subject| &subject.history);
        let running = history.flat_map(|history| &history.contracts);
        for (contract, on) in running.filter_map(|one| Some((&one.id, one.ends_on.filter(|on| *on >= today)?))) {
            let args = [("contract", contract.to_string().into()), ("day", day(on))];
            known.says.push(pen.say("agreement-knows-term", args));
        }
    }

    fn payments(&self, scene: &Scene, known: &mut Known) {
        let pen = &scene.pen;
        let Some(account) = &self.account else {
            known.says.push(pen.t("agreement-knows-no-sums"));
            return;
        };
        let client = &scene.opened.key.client;
        let sees_work = scene.visitor.viewer.sees_costs();
        for line in account.lines.iter().filter(|line| sees_work || !line.side.is_unbilled()) {
            let amount = line.amount.map_or_else(|| pen.t("account-unpriced"), |amount| pen.money(amount));
            let side = shown(pen, "side-{}", line.side.word());
            let kind = shown(pen, "line-{}", line.kind.word());
            let rows = records(pen, client, &line.records);
            known.says.push(Markup::join([side, Markup::join([kind, rows], " "), amount], " · "));
            known.words.extend(in_words(scene, line));
        }
        known.on = account.lines.iter().filter_map(|line| line.due_on).max().filter(|on| *on >= scene.visitor.today);
        if account.lines.is_empty() {
            known.words.push(plain(scene).text("agreement-words-even"));
        }
    }

    fn deliverables(&self, scene: &Scene, known: &mut Known) {
        let pen = &scene.pen;
        let visitor = scene.visitor;
        let of = |subject: &Subject| Facts::of_records(&subject.history, &visitor.firm, visitor.today);
        let facts = self.subject.as_ref().map(of).unwrap_or_default();
        for (key, records) in [("undelivered", &facts.undelivered), ("unaccepted", &facts.unaccepted)] {
            let say = |one: &domain::separation::obligation::suggest::Dated| {
                let args = [("id", one.id.clone().into()), ("day", FluentValue::from(pen.lang.weekday(one.due_on)))];
                pen.say(&format!("agreement-knows-{key}"), args)
            };
            known.says.extend(records.iter().map(say));
        }
        known.words.extend(facts.undelivered.iter().map(|one| format!("{} | {}", one.id, one.due_on)));
        known.on = facts.undelivered.iter().map(|one| one.due_on).max();
    }

    fn release(&self, scene: &Scene, known: &mut Known) {
        let (parting, pen) = (&scene.case().parting, &scene.pen);
        // Nobody is released before what was agreed is done.
        let days = [Point::End, Point::Payments, Point::Deliverables, Point::Data];
        known.on = days.into_iter().filter_map(|point| parting.agreement.day(point)).max();
        let case = scene.case();
        if case.awaits_legal_hold() || case.legal_holds.iter().any(LegalHold::stands) {
            known.says.push(pen.t("agreement-knows-hold"));
        }
        let disputed = self.account.iter().flat_map(|account| &account.balances).filter(|own| own.disputed != 0);
        for own in disputed {
            let sum = pen.lang.money(domain::money::Money { minor: own.disputed, currency: own.currency });
            known.says.push(pen.say("agreement-knows-dispute", [("sum", sum.into())]));
        }
    }

    /// Says the confirmed terms that bear on a point, each with the way to its contract.
    fn terms(&self, scene: &Scene, point: Point) -> Vec<Markup> {
        let pen = &scene.pen;
        let of = TermName::ALL.iter().filter(|term| Point::of_term(**term) == Some(point));
        let said = of.flat_map(|term| {
            self.confirmed.iter().filter_map(|(contract, terms)| Some((contract, *term, terms.value(*term)?)))
        });
        said.map(|(contract, term, value)| {
            let href = href::path(["clients", &scene.opened.key.client, "contracts", contract, "terms"]);
            let value = format!("{}: {}", pen.lang.term_name(term), pen.lang.term_value(term, value));
            Markup::join([pen.link(&href, &pen.id(contract)), Markup::text(&value)], " · ")
        })
        .collect()
    }
}

/// The visitor's language without the isolates of a page: what is written into a field is sent on.
fn plain(scene: &Scene) -> Lang {
    Lang { isolates: false, ..scene.visitor.lang }
}

/// Returns the open obligations that are settled under a point.
fn owed<'a>(scene: &'a Scene, point: Point) -> impl Iterator<Item = &'a Item> {
    let of = move |item: &Item| match item.obligation.what {
        What::Listed { code, .. } => Point::of_code(code),
        What::Asked(Asked::Pay) => Some(Point::Payments),
        What::Asked(Asked::Accept) => Some(Point::Deliverables),
        What::Asked(Asked::TakeOver) => Some(Point::Data),
        What::Asked(Asked::NameSuccessor) | What::Own => None,
    };
    scene.case().parting.duties.register.items.iter().filter(move |item| item.is_open() && of(item) == Some(point))
}

fn owes(scene: &Scene, item: &Item) -> Markup {
    let pen = &scene.pen;
    let side = shown(pen, "side-{}", item.obligation.side.word());
    Markup::join([side, duties::of_item(pen, item), pen.weekday(item.obligation.due_on)], " · ")
}

/// Returns a line of the account as it may stand in the agreement; what has no price is for people to say.
fn in_words(scene: &Scene, line: &Line) -> Option<String> {
    let lang = plain(scene);
    let kind = lang.text(&format!("line-{}", line.kind.word()));
    // Hours and costs are many rows; a bill begins with its invoice.
    let what = match line.records.first().filter(|row| row.kind == "invoices") {
        Some(row) => format!("{kind} {}", row.id),
        None => kind,
    };
    let due = line.due_on.map_or_else(|| "none".to_owned(), |on| lang.day(on));
    let args = [
        ("what", what.into()),
        ("sum", lang.money(line.amount?).into()),
        ("due", due.into()),
        ("side", line.side.word().into()),
    ];
    Some(lang.say("agreement-words-line", args))
}

fn data(scene: &Scene, known: &mut Known) {
    let (pen, lang) = (&scene.pen, plain(scene));
    let parting = &scene.case().parting;
    for stored in parting.duties.holdings.iter().filter(|stored| !stored.is_settled()) {
        let name = stored.name.clone().unwrap_or_else(|| lang.text("words-erased"));
        let fate = lang.text(&format!("holding-fate-{}", stored.holding.fate.word()));
        known.says.push(Markup::join([pen.name(&name), Markup::text(&fate)], " · "));
        known.words.push(format!("{name}: {fate}"));
    }
    for held in parting.duties.accesses.iter().filter(|held| held.removed_on.is_none()) {
        let system = held.system.clone().unwrap_or_else(|| lang.text("words-erased"));
        let kind = lang.text(&format!("access-kind-{}", held.access.kind.word()));
        let owned = lang.text(if held.access.owned { "access-owned" } else { "access-not-owned" });
        known.says.push(Markup::join([Markup::text(&kind), pen.name(&system), Markup::text(&owned)], " · "));
        known.words.push(format!("{kind}: {system}"));
    }
    if let Some(Instructed { instruction, .. }) = parting.instruction {
        known.says.push(shown(pen, "instruction-{}", instruction.word()));
    }
    if known.words.is_empty() {
        known.words.push(lang.text("agreement-words-data"));
    }
}
