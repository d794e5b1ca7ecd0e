//! Replays `late_chance` over invoices whose end is known: each is scored on its issue day from what was decided by
//! then (RULINGS 32). Reads a CSV with the columns customerID, InvoiceDate, DueDate and SettledDate (M/D/YYYY):
//! `cargo run --release -p domain --example late_chance -- invoices.csv [first issue day scored]`

use domain::days::Day;
use domain::firm::Firm;
use domain::money::Currency;
use domain::record::{History, Invoice, Minor, Payment, Source, Text};
use domain::sign::{Baseline, Measured, Policy, late_chance, measure};
use std::collections::BTreeMap;

struct Row {
    client: String,
    issued_on: Day,
    due_on: Day,
    settled_on: Day,
}

/// One scored invoice: the plain share of late ones, ours, and what came of it.
struct Score {
    plain: f64,
    ours: f64,
    late: bool,
}

fn main() {
    let mut args = std::env::args().skip(1);
    let path = args.next().expect("the path of a CSV file");
    let from = Day::from_iso(&args.next().unwrap_or("2013-01-01".into())).expect("a day YYYY-MM-DD");
    let rows = read(&std::fs::read_to_string(path).expect("a readable file"));
    let scores = replay(&rows, from);
    let late = scores.iter().filter(|s| s.late).count();
    println!("{} invoices scored, {late} late", scores.len());
    report("plain (late + 2p)/(n + 2)", &scores, |s| s.plain);
    report("late_chance", &scores, |s| s.ours);
}

fn read(text: &str) -> Vec<Row> {
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().expect("a header");
    let place = |name| header.iter().position(|own| own.trim() == name).expect("the four columns");
    let [client, issued, due, settled] = ["customerID", "InvoiceDate", "DueDate", "SettledDate"].map(place);
    let day = |cell: &str| {
        let parts: Vec<u32> = cell.trim().split('/').map(|part| part.parse().expect("a date M/D/YYYY")).collect();
        Day::new(parts[2] as i32, parts[0], parts[1]).expect("a day that exists")
    };
    let row = |cells: Vec<&str>| Row {
        client: cells[client].to_owned(),
        issued_on: day(cells[issued]),
        due_on: day(cells[due]),
        settled_on: day(cells[settled]),
    };
    lines.filter(|cells| cells.len() == header.len()).map(row).collect()
}

fn replay(rows: &[Row], from: Day) -> Vec<Score> {
    let policy = Policy::standard();
    let mut by_day: BTreeMap<Day, Vec<&Row>> = BTreeMap::new();
    rows.iter().filter(|row| row.issued_on >= from).for_each(|row| by_day.entry(row.issued_on).or_default().push(row));
    let mut scores = Vec::new();
    for (on, scored) in by_day {
        let mut clients: BTreeMap<&str, History> = BTreeMap::new();
        for (number, row) in rows.iter().enumerate().filter(|(_, row)| row.issued_on < on) {
            add(clients.entry(&row.client).or_default(), number, row);
        }
        let measured: BTreeMap<&str, Measured> = clients
            .into_iter()
            .map(|(client, mut history)| {
                history.arrange();
                history.keep_known_on(on);
                (client, measure(&history, &Firm::default(), &policy, on))
            })
            .collect();
        let baseline = Baseline::of(measured.values(), on, policy.general.false_discovery);
        let known: Vec<&Row> =
            rows.iter().filter(|r| r.issued_on < on && (r.settled_on <= on || r.due_on < on)).collect();
        let late = |rows: &[&Row]| rows.iter().filter(|r| r.settled_on > r.due_on).count() as f64;
        let p = late(&known) / known.len() as f64;
        for row in scored {
            let own: Vec<&Row> = known.iter().filter(|r| r.client == row.client).copied().collect();
            let plain = (late(&own) + 2.0 * p) / (own.len() as f64 + 2.0);
            let ours = measured.get(row.client.as_str()).and_then(|m| late_chance(&m.decided, &baseline)).unwrap_or(p);
            scores.push(Score { plain, ours, late: row.settled_on > row.due_on });
        }
    }
    scores
}

fn add(history: &mut History, number: usize, row: &Row) {
    let (id, source, currency) = (Text::from(number.to_string()), Source::default(), Currency::UNKNOWN);
    let paid =
        Payment { id: id.clone(), invoice: id.clone(), paid_on: row.settled_on, amount: Minor(100), currency, source };
    history.payments.push(paid);
    history.invoices.push(Invoice {
        id,
        issued_on: row.issued_on,
        due_on: row.due_on,
        amount: Minor(100),
        tax: None,
        currency,
        kind: None,
        pass_through: None,
        disputed: None,
        disputed_on: None,
        dispute_cause: None,
        dispute_upheld: None,
        note: None,
        known_on: row.settled_on,
        source,
    });
}

/// Prints how well a score ranks (area under the ROC curve) and how far its chances are true.
fn report(name: &str, scores: &[Score], score: impl Fn(&Score) -> f64) {
    let (late, in_time): (Vec<&Score>, Vec<&Score>) = scores.iter().partition(|s| s.late);
    let pairs = late.iter().flat_map(|a| in_time.iter().map(|b| score(a).total_cmp(&score(b))));
    let wins: f64 = pairs.map(|order| (order as i8 as f64 + 1.0) / 2.0).sum();
    let area = wins / (late.len() * in_time.len()) as f64;
    let brier = scores.iter().map(|s| (score(s) - f64::from(u8::from(s.late))).powi(2)).sum::<f64>();
    println!("\n{name}: AUC {area:.4}, Brier {:.4}", brier / scores.len() as f64);
    let mut tenths: [(f64, f64, f64); 10] = Default::default();
    for s in scores {
        let tenth = &mut tenths[((score(s) * 10.0) as usize).min(9)];
        *tenth = (tenth.0 + 1.0, tenth.1 + score(s), tenth.2 + f64::from(u8::from(s.late)));
    }
    let error: f64 = tenths.iter().map(|(_, said, came)| (said - came).abs()).sum();
    println!("expected calibration error {:.4}\n   chance     n  said  came", error / scores.len() as f64);
    for (i, (n, said, came)) in tenths.iter().enumerate().filter(|(_, tenth)| tenth.0 > 0.0) {
        println!("{:>3}-{:>3}% {n:>5}  {:.3} {:.3}", i * 10, i * 10 + 10, said / n, came / n);
    }
}
