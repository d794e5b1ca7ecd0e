//! P9: whether reminders are met with silence, with a new contact each time, or with a new formality.

use super::super::{Against, Arg, Code, Draft, Facts, Need, Scene, Value, grade};
use super::disputes::dispute;
use crate::days::Day;
use crate::record::{DisputeCause, Invoice, Message, MessageDirection, Reminder};
use crate::text::fold;
use std::collections::BTreeSet;

/// So many unanswered reminders are a silence that other ways of putting us off can deepen; alone they are none.
const SILENT_MIN: usize = 2;

/// Counts the latest reminders in a row that brought neither an answer nor money; several of one day are one. A
/// reminder of what was not owed on its day asked for nothing, so it is left out. Whoever is new in place of an answer, and
/// every order number or portal that is asked for only then, counts as one more.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::P9);
    if scene.history.reminders.is_empty() {
        return Err(Need::Reminders);
    }
    let sent = scene.history.reminders.iter().filter(|r| scene.in_window(r.sent_on) && was_owed(scene, r));
    let fit: Vec<&Reminder> = sent.filter(|r| is_answered(scene, r) || is_overdue(scene, r)).collect();
    rule.enough(fit.len() as f64)?;
    let days = fit.chunk_by(|a, b| a.sent_on == b.sent_on).rev();
    let silent: Vec<&[&Reminder]> = days.take_while(|day| day.iter().all(|r| !is_answered(scene, r))).collect();
    let first = silent.last().map_or(scene.on, |day| day[0].sent_on);
    let deepens = silent.len() >= SILENT_MIN;
    let contacts = if deepens { new_contacts(scene, first) } else { vec![] };
    let hurdles = if deepens { hurdles(scene, &silent) } else { vec![] };
    let count = silent.len() + contacts.len() + hurdles.len();
    let Some((level, threshold)) = rule.reached(count as f64) else { return Ok(None) };
    let mut facts = Facts::default();
    for reminder in silent.iter().copied().flatten() {
        facts.add("reminders", &reminder.id, reminder.source);
    }
    for invoice in &hurdles {
        facts.add("invoices", &invoice.id, invoice.source);
    }
    for message in &contacts {
        facts.add("messages", &message.id, message.source);
    }
    let last = silent.first().map_or(scene.on, |day| day[0].sent_on);
    Ok(Some(Draft {
        code: Code::P9,
        level: Some(level),
        value: Value::Number(count as f64),
        threshold: Some(threshold),
        data: fit.len() as f64,
        n: fit.len() as u32,
        p: None,
        grade: grade::OURS,
        newest: last,
        against: Against::Nothing,
        facts,
        args: vec![
            ("silent", Arg::count(silent.len())),
            ("contacts", Arg::count(contacts.len())),
            ("hurdles", Arg::count(hurdles.len())),
            ("reminders", Arg::count(fit.len())),
            ("first", Arg::Day(first)),
            ("last", Arg::Day(last)),
        ],
    }))
}

/// Returns the first message of each contact who is new since the silence began, where we knew others before.
fn new_contacts<'a>(scene: &Scene<'a>, since: Day) -> Vec<&'a Message> {
    let messages = scene.within(&scene.history.messages, |message| message.at.day).iter();
    let named = |message: &'a Message| {
        let contact = message.contact.as_deref().filter(|_| message.direction == MessageDirection::In)?;
        Some((message, fold(contact)))
    };
    let (before, after): (Vec<_>, Vec<_>) = messages.filter_map(named).partition(|(m, _)| m.at.day < since);
    let mut met: BTreeSet<String> = before.into_iter().map(|(_, contact)| contact).collect();
    if met.is_empty() {
        return vec![];
    }
    after.into_iter().filter_map(|(message, contact)| met.insert(contact).then_some(message)).collect()
}

/// Returns the invoices about which a formality was raised only once they had been reminded of in vain.
fn hurdles<'a>(scene: &'a Scene, silent: &[&[&Reminder]]) -> Vec<&'a Invoice> {
    let reminders = || silent.iter().copied().flatten();
    let is_formal = |cause: Option<DisputeCause>| cause == Some(DisputeCause::PoOrPortal);
    let is_raised = |invoice: &&'a Invoice| {
        let reminded_on = reminders().filter(|r| r.invoice == invoice.id).map(|r| r.sent_on).min();
        let since = |on: Day| dispute(scene, invoice).is_some_and(|own| is_formal(own.cause) && on <= own.on);
        reminded_on.is_some_and(since)
    };
    scene.history.invoices.iter().filter(is_raised).collect()
}

/// Tells whether the invoice was owed when the reminder went out; one that a credit note withdrew is none.
fn was_owed(scene: &Scene, reminder: &Reminder) -> bool {
    let bill = scene.ledger.named(scene.history, &reminder.invoice);
    bill.is_some_and(|bill| scene.ledger.is_open_on(bill, reminder.sent_on))
}

/// Tells whether the client wrote back, or paid: money is an answer.
fn is_answered(scene: &Scene, reminder: &Reminder) -> bool {
    let paid = |on: Day| reminder.sent_on <= on;
    let bill = scene.ledger.named(scene.history, &reminder.invoice);
    reminder.answered_on.is_some()
        || bill.is_some_and(|bill| scene.ledger.receipts(bill).iter().any(|receipt| paid(receipt.paid_on)))
}

/// Tells whether there was time enough to answer.
fn is_overdue(scene: &Scene, reminder: &Reminder) -> bool {
    let days = scene.rule(Code::P9).more("answer_business_days") as i32;
    scene.their_business_day(reminder.sent_on, days) < scene.on
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{draft, measured};
    use super::super::super::{Code, Level, Need};

    const BILL: &str = "invoices I issued_on=2024-12-01 due_on=2024-12-31 amount=1000\n\
                        invoices J issued_on=2024-12-01 due_on=2024-12-31 amount=1000\n";

    /// Reminders on the 10th of each month of 2025; `a` is answered, `-` not.
    fn reminders(outcomes: &str) -> String {
        let line = |(i, outcome): (usize, char)| {
            let month = i + 1;
            let answer = if outcome == 'a' { format!("answered_on=2025-{month:02}-12") } else { String::new() };
            format!("reminders R{i} invoice=I sent_on=2025-{month:02}-10 {answer}\n")
        };
        BILL.to_owned() + &outcomes.chars().enumerate().map(line).collect::<String>()
    }

    fn check(text: &str, expected: Option<(Level, &str)>) {
        let found = draft(text, "2025-12-01", Code::P9).map(|d| {
            let ids: Vec<&str> = d.facts.iter().map(|fact| fact.id).collect();
            (d.level.expect("a level"), ids.join(" "))
        });
        assert_eq!(found, expected.map(|(level, ids)| (level, ids.to_owned())), "{text}");
    }

    #[test]
    fn only_the_latest_silence_counts() {
        check(&reminders("----a"), None);
        check(&reminders("-a-"), None);
        check(&reminders("aa--"), Some((Level::Watch, "R3 R2")));
        check(&reminders("a---"), Some((Level::Finding, "R3 R2 R1")));
        check(&reminders("-----"), Some((Level::Severe, "R4 R3 R2 R1 R0")));
    }

    #[test]
    fn money_is_an_answer_and_one_day_is_one_reminder() {
        check(&(reminders("-----") + "payments P invoice=I paid_on=2025-04-20 amount=10"), None);
        check(
            &(reminders("-----") + "payments P invoice=I paid_on=2025-03-20 amount=10"),
            Some((Level::Watch, "R4 R3")),
        );
        let same_day = "reminders S invoice=J sent_on=2025-04-10\nreminders T invoice=J sent_on=2025-03-10";
        check(&(reminders("a---") + same_day), Some((Level::Finding, "R3 S R2 T R1")));
        check(&(reminders("aa--") + same_day), Some((Level::Watch, "R3 S R2 T")));
    }

    #[test]
    fn a_reminder_of_what_is_paid_or_withdrawn_asks_for_nothing() {
        check(&(reminders("---") + "payments P invoice=I paid_on=2025-01-09 amount=1000"), None);
        check(&(reminders("-----") + "payments P invoice=I paid_on=2025-03-09 amount=1000"), None);
        // The bill that falls due last is the one of exactly this sum that the credit note withdraws.
        let credit = "invoices N issued_on=2025-01-05 due_on=2025-01-05 amount=-1000 kind=credit_note";
        check(&(reminders("---").replace("invoice=I", "invoice=J") + credit), None);
        check(&(reminders("---") + credit), Some((Level::Finding, "R2 R1 R0")));
    }

    #[test]
    fn new_contacts_and_new_formalities_deepen_a_silence() {
        let from =
            |id: &str, on: &str, contact: &str| format!("messages {id} at={on} direction=in contact={contact}\n");
        let known = from("M1", "2025-01-05", "Huda") + &from("M2", "2025-04-12", "huda");
        let new = from("M3", "2025-04-20", "Badr") + &from("M4", "2025-04-21", "Badr");
        check(&(reminders("aa--") + &known), Some((Level::Watch, "R3 R2")));
        check(&(reminders("aa--") + &known + &new), Some((Level::Finding, "R3 R2 M3")));
        check(&(reminders("aa--") + &new), Some((Level::Watch, "R3 R2"))); // nobody was known before
        check(&(reminders("aaa-") + &known + &new), None);
        let raised = |on: &str| {
            let dispute = format!("amount=1000 disputed=yes disputed_on={on} dispute_cause=po_or_portal");
            reminders("aa--").replacen("amount=1000", &dispute, 1)
        };
        check(&raised("2025-04-11"), Some((Level::Finding, "R3 R2 I")));
        check(&raised("2025-03-09"), Some((Level::Watch, "R3 R2")));
    }

    #[test]
    fn a_fresh_reminder_is_not_unanswered() {
        // 10 February 2025 is a Monday; in Riyadh the third business day after it is Thursday the 13th.
        let needs = |text: &str, on: &str| {
            measured(text, on).blind.into_iter().find(|blind| blind.code == Code::P9).map(|blind| blind.needs)
        };
        assert_eq!(needs(&reminders("---"), "2025-03-13"), Some(Need::MoreData));
        assert_eq!(needs(&reminders("---"), "2025-03-14"), None);
        assert_eq!(needs(BILL, "2025-03-14"), Some(Need::Reminders));
    }
}
