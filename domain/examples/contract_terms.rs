//! Measures the reading of contracts on a folder laid out like CUAD: `labels.csv` and `txt/`. Half of the files, by a
//! hash of their names, is for looking at; the other half is kept aside.
//! `cargo run --release -p domain --example contract_terms -- FOLDER [TERM]`; with a term, what went wrong is listed,
//! for the first half only. A folder with `clauses.csv` is measured by its notice periods instead. `-- pages 300` reads
//! made-up contracts of up to so many pages instead, and says how the time grows with their length.

use domain::days::Day;
use domain::record::NoticeUnit;
use domain::separation::contract::{Reading, read};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// The terms that the labels speak of, by the column of their clause and the column of its answer.
const TERMS: [(&str, &str, &str); 10] = [
    ("effective_date", "Effective Date", "Effective Date-Answer"),
    ("expiration", "Expiration Date", "Expiration Date-Answer"),
    ("renewal", "Renewal Term", "Renewal Term-Answer"),
    ("renewal_notice", "Notice Period To Terminate Renewal", "Notice Period To Terminate Renewal- Answer"),
    ("termination_for_convenience", "Termination For Convenience", "Termination For Convenience-Answer"),
    ("governing_law", "Governing Law", "Governing Law-Answer"),
    ("post_termination_services", "Post-Termination Services", "Post-Termination Services-Answer"),
    ("liability_cap", "Cap On Liability", "Cap On Liability-Answer"),
    ("non_solicit", "No-Solicit Of Employees", "No-Solicit Of Employees-Answer"),
    ("non_disparagement", "Non-Disparagement", "Non-Disparagement-Answer"),
];

/// How often a term was there, was found, and was read right.
#[derive(Default)]
struct Tally {
    both: u32,
    found_only: u32,
    labelled_only: u32,
    valued: u32,
    right: u32,
}

fn main() {
    let mut args = std::env::args().skip(1);
    let folder = args.next().expect("the folder that holds labels.csv and txt/");
    let asked = args.next();
    if folder == "pages" {
        return long_ones(asked.and_then(|pages| pages.parse().ok()).unwrap_or(300));
    }
    let folder = Path::new(&folder);
    if let Ok(clauses) = std::fs::read_to_string(folder.join("clauses.csv")) {
        return clauses_read(&rows(&clauses));
    }
    let labels = rows(&std::fs::read_to_string(folder.join("labels.csv")).expect("labels.csv"));
    let mut halves: [BTreeMap<&str, Tally>; 2] = Default::default();
    let (mut files, mut slowest) = ([0, 0], std::time::Duration::ZERO);
    for label in &labels {
        let name = &label["txt"];
        let Ok(text) = std::fs::read_to_string(folder.join("txt").join(format!("{name}.txt"))) else { continue };
        let begun = std::time::Instant::now();
        let reading = read(&text);
        slowest = slowest.max(begun.elapsed());
        let half = usize::from(Sha256::digest(name.as_bytes())[0] & 1);
        files[half] += 1;
        for (term, column, answer) in TERMS {
            let wrong = tally(halves[half].entry(term).or_default(), &reading, term, &label[column], &label[answer]);
            if half == 0
                && asked.as_deref() == Some(term)
                && let Some(wrong) = wrong
            {
                println!("{wrong}\n   file: {name}\n   said: {}\n   read: {}\n", label[column], told(&reading, term));
            }
        }
    }
    for (half, (called, tallies)) in ["looked at", "kept aside"].into_iter().zip(&halves).enumerate() {
        println!("\n{called}: {} contracts", files[half]);
        println!("{:28} {:>9} {:>9} {:>9} {:>9}", "term", "precision", "recall", "F1", "value");
        TERMS.iter().for_each(|(term, ..)| line(term, &tallies[term]));
    }
    println!("\nslowest contract: {slowest:?}");
}

/// Reads clauses that each state their notice in days, or none, in the column `notice_days`.
fn clauses_read(clauses: &[BTreeMap<String, String>]) {
    let mut right = 0;
    for clause in clauses {
        let reading = read(&clause["text"]);
        let (renewal, convenience) = (&reading.terms.renewal_notice, &reading.terms.termination_for_convenience);
        let first = |renewal_first: bool| {
            let renewal = renewal.as_ref().map(|term| term.value.length);
            let convenience = convenience.as_ref().map(|term| term.value.length);
            if renewal_first { renewal.or(convenience) } else { convenience.or(renewal) }
        };
        let stated = first(clause["kind"].starts_with("renewal")).and_then(|length| length.length.zip(length.unit));
        let days = stated.map(|(n, unit)| match unit {
            NoticeUnit::Day | NoticeUnit::BusinessDay => n,
            NoticeUnit::Week => 7 * n,
            NoticeUnit::Month | NoticeUnit::HijriMonth => 30 * n,
            NoticeUnit::Year => 365 * n,
        });
        if days == clause["notice_days"].parse().ok() {
            right += 1;
        } else {
            println!("{} {}: {days:?}\n   {}", clause["n"], clause["kind"], clause["text"]);
        }
    }
    println!("notice right: {right}/{}", clauses.len());
}

fn line(term: &str, tally: &Tally) {
    let share = |part: u32, of: u32| f64::from(part) / f64::from(of.max(1));
    let precision = share(tally.both, tally.both + tally.found_only);
    let recall = share(tally.both, tally.both + tally.labelled_only);
    let f1 = if tally.both == 0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
    let value = if tally.valued == 0 { "-".into() } else { format!("{}/{}", tally.right, tally.valued) };
    println!("{term:28} {precision:>9.3} {recall:>9.3} {f1:>9.3} {value:>9}");
}

fn tally(tally: &mut Tally, reading: &Reading, term: &str, clause: &str, answer: &str) -> Option<&'static str> {
    let labelled = !matches!(clause, "" | "[]");
    let found = is_present(reading, term);
    match (labelled, found) {
        (true, true) => tally.both += 1,
        (false, true) => tally.found_only += 1,
        (true, false) => tally.labelled_only += 1,
        (false, false) => {}
    }
    let value = is_right(reading, term, answer).filter(|_| labelled);
    tally.valued += u32::from(value.is_some());
    tally.right += u32::from(value == Some(true));
    match (labelled, found, value) {
        (false, true, _) => Some("NOT THERE"),
        (true, false, _) => Some("MISSED"),
        (_, _, Some(false)) => Some("WRONG"),
        _ => None,
    }
}

fn told(reading: &Reading, term: &str) -> String {
    serde_json::to_value(&reading.terms).map(|terms| terms[term].to_string()).unwrap_or_default()
}

fn is_present(reading: &Reading, term: &str) -> bool {
    serde_json::to_value(&reading.terms).is_ok_and(|terms| terms[term]["present"] == true)
}

/// Compares the value with the answer; `None` where the answer gives none.
fn is_right(reading: &Reading, term: &str, answer: &str) -> Option<bool> {
    let terms = &reading.terms;
    match term {
        "effective_date" => {
            let days = days(answer)?;
            Some(terms.effective_date.as_ref().is_some_and(|term| days.contains(&term.value.date)))
        }
        "expiration" => {
            let days = days(answer)?;
            Some(terms.expiration.as_ref().and_then(|term| term.value.date).is_some_and(|date| days.contains(&date)))
        }
        "renewal" => {
            let lengths = lengths(answer)?;
            let own = terms.renewal.as_ref().map(|term| term.value.length);
            Some(own.is_some_and(|own| is_one_of(&lengths, own.length, own.unit)))
        }
        "renewal_notice" => {
            let lengths = lengths(answer)?;
            let own = terms.renewal_notice.as_ref().map(|term| term.value.length);
            Some(own.is_some_and(|own| is_one_of(&lengths, own.length, own.unit)))
        }
        "governing_law" => {
            let simple = |name: &str| name.to_lowercase().replace([',', '.', '’', '\''], "");
            let names: Vec<String> =
                answer.split([',', ';']).map(|name| simple(name.trim())).filter(|name| !name.is_empty()).collect();
            (!names.is_empty()).then_some(())?;
            let own = terms.governing_law.as_ref().map(|term| simple(&term.value.value));
            Some(own.is_some_and(|own| names.iter().any(|name| own.contains(name) || name.contains(&own))))
        }
        _ => None,
    }
}

fn days(answer: &str) -> Option<Vec<Day>> {
    let day = |written: &str| {
        let parts: Vec<u32> = written.trim().split('/').map(|part| part.parse().ok()).collect::<Option<_>>()?;
        let [month, day, year] = parts[..] else { return None };
        Day::new(if year < 100 { year + 2000 } else { year } as i32, month, day)
    };
    let days: Vec<Day> = answer.split(';').filter_map(day).collect();
    (!days.is_empty()).then_some(days)
}

/// Reads "90 days", "180 days / 6 months", "successive 1 year".
fn lengths(answer: &str) -> Option<Vec<(u32, &'static str)>> {
    let words: Vec<&str> = answer.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let one = |pair: &[&str]| {
        let unit = ["day", "week", "month", "year"].into_iter().find(|unit| pair[1].starts_with(unit))?;
        Some((pair[0].parse().ok()?, unit))
    };
    let lengths: Vec<(u32, &str)> = words.windows(2).filter_map(one).collect();
    (!lengths.is_empty()).then_some(lengths)
}

fn is_one_of(lengths: &[(u32, &str)], n: Option<u32>, unit: Option<NoticeUnit>) -> bool {
    let unit = match unit {
        Some(NoticeUnit::Day | NoticeUnit::BusinessDay) => "day",
        Some(NoticeUnit::Week) => "week",
        Some(NoticeUnit::Month | NoticeUnit::HijriMonth) => "month",
        Some(NoticeUnit::Year) => "year",
        None => return false,
    };
    let n = n.unwrap_or_default();
    let years = if unit == "month" && n.is_multiple_of(12) {
        (n / 12, "year")
    } else {
        (12 * n, if unit == "year" { "month" } else { "" })
    };
    lengths.iter().any(|own| *own == (n, unit) || *own == years)
}

/// Reads a CSV with quoted cells that may span lines, each row by its header.
fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut records = vec![vec![String::new()]];
    let (mut quoted, mut chars) = (false, text.chars().peekable());
    while let Some(c) = chars.next() {
        let record = records.last_mut().expect("one is always begun");
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                record.last_mut().expect("a cell is always begun").push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(String::new()),
            '\n' if !quoted => records.push(vec![String::new()]),
            '\r' if !quoted => {}
            _ => record.last_mut().expect("a cell is always begun").push(c),
        }
    }
    let mut records = records.into_iter().filter(|record| record.len() > 1);
    let header = records.next().expect("a header");
    records.map(|record| header.iter().cloned().zip(record).collect()).collect()
}

/// Clauses of a made-up contract; each page has them all, with other numbers.
const CLAUSES: &str = "#.1 This Agreement is effective as of March @, 2026 and continues for an initial term of # months. \
    #.2 Unless either party gives notice of non-renewal at least sixty (60) days before the end of the then current term, \
    it renews automatically for successive periods of one (1) year each. #.3 Either party may terminate this Agreement for \
    convenience on thirty (30) days' prior written notice sent by registered mail, courier or e-mail to the address above. \
    #.4 If a party commits a material breach and fails to cure it within # days after written notice, the other party may \
    terminate. #.5 The Client shall pay each undisputed invoice within forty-five (45) days of its receipt. #.6 In no event \
    shall the liability of either party exceed the fees paid in the twelve (12) months before the claim. #.7 For two years \
    neither party shall solicit or hire employees of the other. #.8 Upon termination the Supplier shall provide transition \
    assistance for up to # days. #.9 The Supplier keeps records of the Services, grants access to them on request, and \
    stores them in the data centres listed in Annex #, whose operators are named there with their addresses and certificates.\n\
    (#) يلتزم الطرف الثاني بأداء الخدمات وفق الملحق رقم #، ويجوز لأي من الطرفين إنهاء العقد بإشعار كتابي مدته ثلاثون (30) \
    يوماً، ويخضع العقد لأنظمة المملكة العربية السعودية.\n\n";

/// So many characters stand on a page.
const PAGE: usize = 3000;

fn long_ones(pages: usize) {
    for part in [4, 2, 1] {
        let mut text = String::new();
        for n in 1.. {
            if text.chars().count() >= pages / part * PAGE {
                break;
            }
            text += &CLAUSES.replace('#', &n.to_string()).replace('@', &(n % 28 + 1).to_string());
        }
        let begun = std::time::Instant::now();
        let reading = read(&text);
        let there = TERMS.iter().filter(|(term, ..)| is_present(&reading, term)).count();
        println!("{} pages, {} characters: {:?}, {there} terms", pages / part, text.chars().count(), begun.elapsed());
    }
}
