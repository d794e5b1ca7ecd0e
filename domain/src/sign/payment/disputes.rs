//! P7: whether invoices are disputed, and how often rightly.

use super::super::{Against, Arg, Code, Draft, Facts, Level, Need, Scene, Value, grade};
use crate::days::Day;
use crate::record::{Choice, DisputeCause, Incident, IncidentKind, Invoice};
use crate::text::fold;

/// A dispute about an invoice, stated with it or noted in the log.
pub(super) struct Dispute<'a> {
    invoice: &'a Invoice,
    /// The log's entry about it, if there is one.
    pub incident: Option<&'a Incident>,
    on: Day,
    upheld: Option<bool>,
    /// What it is about, where a cause of the list is stated.
    pub cause: Option<DisputeCause>,
}

/// Judges the share of disputed invoices. Few of them may be upheld; where half are, our own billing is the problem.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::P7);
    if scene.ledger.bills.is_empty() {
        return Err(Need::Invoices);
    }
    if !is_recorded(scene) {
        return Err(Need::Disputes);
    }
    let billed = scene.ledger.bills.iter().filter(|bill| scene.in_window(bill.issued_on));
    let invoices: Vec<&Invoice> = billed.map(|bill| &scene.history.invoices[bill.invoice]).collect();
    rule.enough(invoices.len() as f64)?;
    let mut disputes: Vec<Dispute> = invoices.iter().copied().filter_map(|invoice| dispute(scene, invoice)).collect();
    disputes.sort_by_key(|dispute| std::cmp::Reverse(dispute.on));
    let share = disputes.len() as f64 / invoices.len() as f64;
    let Some((level, threshold)) = rule.above(share) else { return Ok(None) };
    let settled = disputes.iter().filter_map(|dispute| dispute.upheld).count();
    let upheld = disputes.iter().filter(|dispute| dispute.upheld == Some(true)).count();
    let basis = match (settled, upheld as f64 / settled as f64) {
        (0, _) => "unsettled",
        (_, rightly) if rightly >= rule.more("upheld_ours") => "ours",
        (_, rightly) if rightly >= rule.more("upheld_max") => "mixed",
        _ => "theirs",
    };
    let level = if basis == "theirs" { level } else { Level::Watch };
    Ok(Some(Draft {
        code: Code::P7,
        level: Some(level),
        value: Value::Number(share),
        threshold: Some(if level == Level::Watch { rule.watch } else { threshold }),
        data: invoices.len() as f64,
        n: invoices.len() as u32,
        p: None,
        grade: grade::OURS,
        newest: disputes.first().map_or(scene.on, |dispute| dispute.on),
        against: Against::Nothing,
        facts: cite(&disputes),
        args: vec![
            ("basis", Arg::word(basis)),
            ("disputed", Arg::count(disputes.len())),
            ("invoices", Arg::count(invoices.len())),
            ("share", Arg::Share(share)),
            ("settled", Arg::count(settled)),
            ("upheld", Arg::count(upheld)),
        ],
    }))
}

/// Tells whether anyone notes disputes at all; a blank column says nothing.
fn is_recorded(scene: &Scene) -> bool {
    let noted = |invoice: &Invoice| invoice.disputed.is_some() || invoice.disputed_on.is_some();
    scene.history.invoices.iter().any(noted) || scene.history.incidents.iter().any(is_about_a_bill)
}

fn is_about_a_bill(incident: &Incident) -> bool {
    incident.kind == IncidentKind::Dispute && incident.invoice.is_some()
}

/// Returns the dispute about an invoice, if it is known by the day.
pub(super) fn dispute<'a>(scene: &'a Scene, invoice: &'a Invoice) -> Option<Dispute<'a>> {
    let own = invoice.disputed_from().filter(|on| *on <= scene.on);
    let about = |incident: &&Incident| is_about_a_bill(incident) && incident.invoice.as_deref() == Some(&invoice.id);
    let incident = scene.history.incidents.iter().rev().find(about);
    let on = own.or(incident.map(|incident| incident.at.day))?;
    let upheld = invoice.dispute_upheld.or(incident.and_then(|incident| incident.upheld));
    let cause = invoice.dispute_cause.or_else(|| cause_named(incident?.cause.as_deref()?));
    Some(Dispute { invoice, incident, on, upheld, cause })
}

/// Returns the cause of the list that a text of the log names.
fn cause_named(text: &str) -> Option<DisputeCause> {
    let text = fold(text);
    DisputeCause::WORDS.iter().find(|word| fold(word) == text).and_then(|word| DisputeCause::of(word))
}

fn cite(disputes: &[Dispute]) -> Facts {
    let mut facts = Facts::default();
    for dispute in disputes {
        facts.add("invoices", &dispute.invoice.id, dispute.invoice.source);
    }
    for incident in disputes.iter().filter_map(|dispute| dispute.incident) {
        facts.add("incidents", &incident.id, incident.source);
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{draft, measured};
    use super::super::super::{Arg, Code, Level, Need};

    /// Ten invoices; `.` is undisputed, `d` disputed, `n` disputed wrongly, `u` rightly.
    fn invoices(disputes: &str) -> String {
        let line = |(i, dispute): (usize, char)| {
            let rest = match dispute {
                '.' => "disputed=no".to_owned(),
                'd' => format!("disputed=yes disputed_on=2025-0{}-20", i + 1),
                'n' => format!("disputed=yes disputed_on=2025-0{}-20 dispute_upheld=no", i + 1),
                _ => format!("disputed=yes disputed_on=2025-0{}-20 dispute_upheld=yes", i + 1),
            };
            format!("invoices I{i} issued_on=2025-0{0}-01 due_on=2025-0{0}-28 amount=100 {rest}\n", i + 1)
        };
        disputes.chars().enumerate().map(line).collect()
    }

    fn check(text: &str, expected: Option<(Level, &str, f64, &str)>) {
        let found = draft(text, "2025-12-01", Code::P7).map(|d| {
            let ids: Vec<&str> = d.facts.iter().map(|fact| fact.id).collect();
            let Some((_, Arg::Word(basis))) = d.args.first().cloned() else { panic!("a basis") };
            (d.level.expect("a level"), basis, d.threshold.expect("a threshold"), ids.join(" "))
        });
        let expected = expected.map(|(level, basis, t, ids)| (level, basis.to_owned(), t, ids.to_owned()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn few_disputes_are_right() {
        check(&invoices("........n"), None);
        check(&invoices(".....n..n"), Some((Level::Watch, "theirs", 0.15, "I8 I5")));
        check(&invoices(".n...n..n"), Some((Level::Finding, "theirs", 0.25, "I8 I5 I1")));
        check(&invoices("n.n.n.nn."), Some((Level::Severe, "theirs", 0.40, "I7 I6 I4 I2 I0")));
    }

    #[test]
    fn what_is_upheld_is_our_billing() {
        check(&invoices("u.n.n.un."), Some((Level::Watch, "mixed", 0.15, "I7 I6 I4 I2 I0")));
        check(&invoices("u.n.u.un."), Some((Level::Watch, "ours", 0.15, "I7 I6 I4 I2 I0")));
        check(&invoices("d.d.d...."), Some((Level::Watch, "unsettled", 0.15, "I4 I2 I0")));
    }

    #[test]
    fn a_dispute_may_stand_in_the_log() {
        let text = invoices(".........") + "incidents K1 at=2025-03-09 kind=dispute invoice=I1 upheld=no\n";
        let text = text + "incidents K2 at=2025-04-09 kind=dispute invoice=I2 upheld=no\n";
        check(&text, Some((Level::Watch, "theirs", 0.15, "I2 I1 K2 K1")));
    }

    #[test]
    fn is_blind_where_nobody_notes_disputes() {
        let needs = |text: &str| {
            let measured = measured(text, "2025-12-01");
            measured.blind.into_iter().find(|blind| blind.code == Code::P7).map(|blind| blind.needs)
        };
        assert_eq!(
            needs(&invoices("nnnnnnn").replace("disputed=yes", "").replace("disputed_on", "due_on")),
            Some(Need::Disputes)
        );
        assert_eq!(needs(&invoices("nnnnn")), Some(Need::MoreData));
        assert_eq!(needs(""), Some(Need::Invoices));
    }
}
