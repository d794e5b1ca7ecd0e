//! P7: whether invoices are disputed, and how often rightly, or paid short without a word.

use super::super::{Against, Arg, Bill, Code, Draft, Facts, Level, Need, Rule, Scene, Value, grade};
use super::short_paid::{is_even, is_short};
use crate::days::Day;
use crate::record::{Choice, DisputeCause, Incident, IncidentKind, Invoice};
use crate::text::fold;

/// A dispute about an invoice, stated with it or noted in the log.
pub(super) struct Dispute<'a> {
    invoice: &'a Invoice,
    /// The log's entry about it, if there is one.
    pub incident: Option<&'a Incident>,
    pub on: Day,
    upheld: Option<bool>,
    /// What it is about, where a cause of the list is stated.
    pub cause: Option<DisputeCause>,
}

/// Judges the share of invoices that are disputed, or paid short though nobody disputed them. Few of the disputes may be
/// upheld; where half are, our own billing is the problem. What falls short by the same share each time may be tax.
pub(super) fn detect(scene: &Scene) -> Result<Option<Draft>, Need> {
    let rule = scene.rule(Code::P7);
    if scene.ledger.bills.is_empty() {
        return Err(scene.ledger.lacks());
    }
    let kept_back = KeptBack::of(scene);
    let is_recorded = is_recorded(scene);
    if !is_recorded && kept_back.short.is_empty() {
        return Err(Need::Disputes);
    }
    rule.enough(kept_back.invoices as f64)?;
    let share = kept_back.share(kept_back.disputes.len() + kept_back.short.len());
    let Some(crossed) = rule.above(share) else {
        // Where nobody notes disputes, few that were paid short are no good news.
        return if is_recorded { Ok(None) } else { Err(Need::Disputes) };
    };
    let basis = kept_back.basis(rule, is_recorded);
    let (level, threshold) = match basis {
        "theirs" => crossed,
        "short" => rule.above(kept_back.share(kept_back.short.len())).unwrap_or((Level::Watch, rule.watch)),
        _ => (Level::Watch, rule.watch),
    };
    Ok(Some(Draft {
        code: Code::P7,
        level: Some(level),
        value: Value::Number(share),
        threshold: Some(threshold),
        data: kept_back.invoices as f64,
        n: kept_back.invoices as u32,
        p: None,
        grade: if kept_back.disputes.is_empty() { grade::SYSTEM } else { grade::OURS },
        newest: kept_back.newest().unwrap_or(scene.on),
        against: Against::Nothing,
        facts: kept_back.cite(scene),
        args: kept_back.args(scene, basis, share),
    }))
}

/// What the client does not pay of the invoices of the window.
struct KeptBack<'a> {
    invoices: usize,
    /// The latest first.
    disputes: Vec<Dispute<'a>>,
    /// Bills paid short though nobody disputed them, the latest first.
    short: Vec<&'a Bill>,
}

impl<'a> KeptBack<'a> {
    fn of(scene: &'a Scene) -> KeptBack<'a> {
        let billed = || scene.ledger.bills.iter().filter(|bill| scene.in_window(bill.issued_on));
        let about = |bill: &Bill| dispute(scene, &scene.history.invoices[bill.invoice]);
        let mut disputes: Vec<Dispute> = billed().filter_map(about).collect();
        disputes.sort_by_key(|dispute| std::cmp::Reverse(dispute.on));
        let mut short: Vec<&Bill> = billed().filter(|bill| is_short(scene, bill) && about(bill).is_none()).collect();
        short.sort_by_key(|bill| std::cmp::Reverse(bill.last_paid_on));
        KeptBack { invoices: billed().count(), disputes, short }
    }

    fn share(&self, count: usize) -> f64 {
        count as f64 / self.invoices.max(1) as f64
    }

    fn settled(&self) -> usize {
        self.disputes.iter().filter(|dispute| dispute.upheld.is_some()).count()
    }

    fn upheld(&self) -> usize {
        self.disputes.iter().filter(|dispute| dispute.upheld == Some(true)).count()
    }

    /// Returns whose doing it is, as far as it is known: by the disputes with an outcome, else by what was paid short.
    fn basis(&self, rule: &Rule, is_recorded: bool) -> &'static str {
        match (self.settled(), self.upheld() as f64 / self.settled() as f64) {
            (0, _) if rule.above(self.share(self.short.len())).is_none() => "unsettled",
            (0, _) if !is_recorded => "unsaid",
            (0, _) if is_even(&self.short) => "even",
            (0, _) => "short",
            (_, rightly) if rightly >= rule.more("upheld_ours") => "ours",
            (_, rightly) if rightly >= rule.more("upheld_max") => "mixed",
            _ => "theirs",
        }
    }

    fn newest(&self) -> Option<Day> {
        let disputed = self.disputes.iter().map(|dispute| dispute.on);
        disputed.chain(self.short.iter().filter_map(|bill| bill.last_paid_on)).max()
    }

    /// Cites the invoices, then what the log says of them, then the payments that fell short.
    fn cite(&self, scene: &Scene) -> Facts {
        let mut facts = Facts::default();
        let short = self.short.iter().map(|bill| &scene.history.invoices[bill.invoice]);
        for invoice in self.disputes.iter().map(|dispute| dispute.invoice).chain(short) {
            facts.add("invoices", &invoice.id, invoice.source);
        }
        for incident in self.disputes.iter().filter_map(|dispute| dispute.incident) {
            facts.add("incidents", &incident.id, incident.source);
        }
        for receipt in self.short.iter().flat_map(|bill| scene.ledger.receipts(bill)) {
            let payment = &scene.history.payments[receipt.payment];
            facts.add("payments", &payment.id, payment.source);
        }
        facts
    }

    fn args(&self, scene: &Scene, basis: &str, share: f64) -> Vec<(&'static str, Arg)> {
        let how = match (self.disputes.is_empty(), self.short.is_empty()) {
            (_, true) => "disputed",
            (true, false) => "short",
            (false, false) => "both",
        };
        vec![
            ("basis", Arg::word(basis)),
            ("how", Arg::word(how)),
            ("disputed", Arg::count(self.disputes.len())),
            ("short", Arg::count(self.short.len())),
            ("missing", scene.money(self.short.iter().map(|bill| scene.owed(bill)).sum())),
            ("invoices", Arg::count(self.invoices)),
            ("share", Arg::Share(share)),
            ("settled", Arg::count(self.settled())),
            ("upheld", Arg::count(self.upheld())),
        ]
    }
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

    /// Ten undisputed invoices; of each a share is missing of what was paid on its due day, in hundredths.
    fn paid_short(missing: [i32; 10]) -> String {
        let line = |(i, missing): (usize, i32)| {
            let (id, day) = (i + 1, format!("2025-{:02}", i + 1));
            format!(
                "invoices I{id} issued_on={day}-01 due_on={day}-28 amount=100 disputed=no\n\
                 payments P{id} invoice=I{id} paid_on={day}-28 amount={}\n",
                100 - missing
            )
        };
        missing.into_iter().enumerate().map(line).collect()
    }

    #[test]
    fn what_is_paid_short_without_a_word_counts() {
        check(&paid_short([0, 0, 0, 0, 0, 0, 0, 20, 0, 0]), None);
        let two = paid_short([0, 0, 0, 0, 30, 0, 0, 20, 0, 0]);
        check(&two, Some((Level::Watch, "short", 0.15, "I8 I5 P8 P5")));
        let three = paid_short([0, 5, 0, 0, 30, 0, 0, 20, 0, 0]);
        check(&three, Some((Level::Finding, "short", 0.25, "I8 I5 I2 P8 P5 P2")));
        let five = paid_short([0, 5, 0, 9, 30, 0, 12, 20, 0, 0]);
        check(&five, Some((Level::Severe, "short", 0.40, "I8 I7 I5 I4 I2 P8 P7 P5 P4 P2")));
    }

    #[test]
    fn the_same_share_each_time_may_be_tax_and_what_nobody_notes_may_be_a_dispute() {
        let even = paid_short([5, 5, 5, 5, 5, 5, 0, 0, 0, 0]);
        check(&even, Some((Level::Watch, "even", 0.15, "I6 I5 I4 I3 I2 I1 P6 P5 P4 P3 P2 P1")));
        let unsaid = paid_short([0, 5, 0, 0, 30, 0, 0, 20, 0, 0]).replace("disputed=no", "");
        check(&unsaid, Some((Level::Watch, "unsaid", 0.15, "I8 I5 I2 P8 P5 P2")));
    }

    #[test]
    fn a_disputed_invoice_that_is_paid_short_counts_once() {
        let five = paid_short([0, 5, 0, 0, 30, 0, 0, 20, 0, 0]);
        let disputed = |outcome: &str| {
            let own = |line: &str| match line.starts_with("invoices I5 ") {
                true => line.replace("disputed=no", &format!("disputed=yes disputed_on=2025-06-01 {outcome}")),
                false => line.to_owned(),
            };
            five.lines().map(own).collect::<Vec<_>>().join("\n")
        };
        check(&disputed("dispute_upheld=no"), Some((Level::Finding, "theirs", 0.25, "I5 I8 I2 P8 P2")));
        check(&disputed("dispute_upheld=yes"), Some((Level::Watch, "ours", 0.15, "I5 I8 I2 P8 P2")));
        // Two of ten that were paid short cross the line by themselves, whatever becomes of the dispute.
        check(&disputed(""), Some((Level::Watch, "short", 0.15, "I5 I8 I2 P8 P2")));
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
        let one = paid_short([0, 0, 0, 0, 0, 0, 0, 20, 0, 0]).replace("disputed=no", "");
        assert_eq!(needs(&one), Some(Need::Disputes), "one paid short of ten does not say that the others were agreed");
        assert_eq!(needs(""), Some(Need::Invoices));
    }
}
