//! The fast lanes: the same rows have the same fates on both databases, and what is not committed leaves no trace.

use crate::database;
use app::cli::signs::{Signs, look, look_watched};
use app::intake::row::Row;
use app::store::bulk::{Lane, NewSource, Overpaid, Put, Reader};
use app::store::entries::By;
use app::store::{Db, StoreError, apart, history, merges};
use domain::days::Day;
use domain::record::{Cell, History, Kind, kind_named};

/// A source's lines: a table, a client, an id, and the first cells as text, numbers or `-`.
#[derive(Clone)]
struct File {
    name: &'static str,
    lines: &'static [(&'static str, &'static str, &'static str, &'static [&'static str])],
}

fn source(name: &str) -> NewSource {
    NewSource {
        sha256: "0".repeat(64),
        name: name.to_owned(),
        imported_at: "2026-11-22T10:00:00Z".to_owned(),
        member: String::new(),
        tax: "unknown",
        tax_rate: None,
        profile: None,
        terms_days: None,
        currency: None,
    }
}

/// Fills a row of a kind: what the text does not say is null, the currency SAR, `known_on` the first day.
fn cells<'a>(kind: &Kind, texts: &'a [&'a str]) -> Vec<Cell<'a>> {
    let cell = |(i, column): (usize, &domain::record::Column)| match texts.get(i) {
        Some(&"-") | None if column.name == "currency" => Cell::Text("SAR"),
        None if column.name == "known_on" => Cell::Text("2026-01-01"),
        Some(&"-") | None => Cell::Null,
        Some(text) => text.parse().map_or(Cell::Text(text), Cell::Integer),
    };
    kind.columns.iter().enumerate().map(cell).collect()
}

fn put(lane: &mut Lane, file: &File) -> Vec<Put> {
    lane.source(&source(file.name)).expect("a source");
    for (line, (table, client, id, texts)) in file.lines.iter().enumerate() {
        let kind = kind_named(table).expect("a table");
        lane.put(&Row { kind, client, id, old_id: None, cells: &cells(kind, texts), line: line as u32 + 2 })
            .expect("a row");
    }
    let mut fates = lane.fates().expect("fates");
    fates.sort_by_key(|fate| fate.line);
    fates.iter().map(|fate| fate.put).collect()
}

async fn import(db: &Db, file: &File, commit: bool) -> Vec<Put> {
    let (db, file) = (db.clone(), file.clone());
    let work = move || {
        let mut lane = Lane::begin(&db)?;
        let fates = put(&mut lane, &file);
        if commit {
            lane.commit()?;
        }
        Ok(fates)
    };
    apart(work).await.expect("an import")
}

const FIRST: File = File {
    name: "first.csv",
    lines: &[
        ("clients", "C1", "C1", &["شركة الأفق"]),
        ("invoices", "C1", "I-1", &["2026-01-01", "2026-01-31", "100000"]),
        ("invoices", "C1", "I-2", &["2026-02-01", "2026-03-01", "200000"]),
        ("payments", "C1", "I-1/2026-02-05", &["I-1", "2026-02-05", "100000"]),
        ("payments", "C1", "I-9/2026-02-05", &["I-9", "2026-02-05", "100000"]),
        ("invoices", "C1", "I-2", &["2026-02-01", "2026-03-01", "999"]),
        ("invoices", "C1", "I-2", &["2026-02-01", "2026-03-01", "200000"]),
    ],
};

#[tokio::test(flavor = "multi_thread")]
async fn rows_meet_what_stands() {
    use Put::*;
    for own in database::each().await {
        let fates = import(&own.db, &FIRST, true).await;
        assert_eq!(fates, [Added, Added, Added, Added, InvoiceUnknown, Duplicate, Unchanged]);
        let again = import(&own.db, &FIRST, true).await;
        assert_eq!(again, [Unchanged, Unchanged, Unchanged, Unchanged, InvoiceUnknown, Duplicate, Unchanged]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_paid_beyond_a_bill_is_found_with_the_source_that_brought_it() {
    const SECOND: File = File {
        name: "second.csv",
        lines: &[
            ("payments", "C1", "I-2/2026-03-05", &["I-2", "2026-03-05", "150000"]),
            ("payments", "C1", "I-2/2026-03-09", &["I-2", "2026-03-09", "50001"]),
            ("invoices", "C2", "I-1", &["2026-01-01", "2026-01-31", "-500"]),
            ("invoices", "C2", "I-2", &["2026-01-01", "2026-01-31", "100001"]),
            ("payments", "C2", "I-1/2026-02-05", &["I-1", "2026-02-05", "100000"]),
            ("payments", "C2", "I-2/2026-02-05", &["I-2", "2026-02-05", "100001"]),
        ],
    };
    const THIRD: File = File { name: "third.csv", lines: &[("payments", "C1", "a", &["I-1", "2026-03-20", "1"])] };
    for own in database::each().await {
        let found = async |file: &'static File| {
            let db = own.db.clone();
            let work = move || {
                let mut lane = Lane::begin(&db)?;
                put(&mut lane, file);
                let found = lane.overpaid()?;
                lane.commit()?;
                Ok(found)
            };
            apart(work).await.expect("an import")
        };
        let overpaid = |source, line, invoice: &str| Overpaid { source, line, invoice: invoice.to_owned() };
        assert_eq!(found(&FIRST).await, []);
        assert_eq!(found(&SECOND).await, [overpaid(2, 3, "I-2")]);
        assert_eq!(found(&THIRD).await, [overpaid(3, 2, "I-1")], "the line of the file that brought it");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_row_keeps_its_past_and_what_a_file_does_not_say() {
    const NOTED: File = File { name: "a.csv", lines: &[("clients", "C1", "C1", &["Atlas", "SAR", "SA", "30"])] };
    const RENAMED: File = File { name: "b.csv", lines: &[("clients", "C1", "C1", &["Atlas Ltd"])] };
    for own in database::each().await {
        import(&own.db, &NOTED, true).await;
        let (db, kind) = (own.db.clone(), kind_named("clients").expect("a table"));
        let work = move || {
            let mut lane = Lane::begin(&db)?;
            lane.says(kind, kind.columns.iter().map(|column| column.name == "name").collect());
            let fates = put(&mut lane, &RENAMED);
            lane.commit()?;
            Ok(fates)
        };
        assert_eq!(apart(work).await.expect("an import"), [Put::Changed]);
        let client =
            history::of_client(&own.db, "C1").await.expect("a history").and_then(|h| h.client).expect("the client");
        assert_eq!(
            (client.name.as_str(), client.country.as_deref(), client.terms_days),
            ("Atlas Ltd", Some("SA"), Some(30))
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_commit_there_is_no_trace() {
    for own in database::each().await {
        import(&own.db, &FIRST, false).await;
        assert!(history::of_client(&own.db, "C1").await.expect("a look").is_none());
        assert_eq!(import(&own.db, &FIRST, true).await[0], Put::Added);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_portfolio_is_read_client_by_client() {
    const TWO: File = File {
        name: "two.csv",
        lines: &[
            ("clients", "B", "B", &["Beta"]),
            ("clients", "A", "A", &["Alpha"]),
            ("invoices", "B", "I-1", &["2026-01-01", "2026-01-31", "100"]),
            ("invoices", "A", "I-1", &["2026-01-02", "2026-01-31", "300"]),
            ("payments", "B", "I-1/2026-01-05", &["I-1", "2026-01-05", "100"]),
        ],
    };
    for own in database::each().await {
        import(&own.db, &TWO, true).await;
        let db = own.db.clone();
        let read = apart(move || {
            let mut read = Vec::new();
            Reader::open(&db)?.each_client(|h| {
                let name = h.client.as_ref().map(|client| client.name.to_string());
                read.push((name.unwrap_or_default(), h.invoices.len(), h.payments.len()));
            })?;
            Ok(read)
        });
        assert_eq!(read.await.expect("a reading"), [("Alpha".to_owned(), 1, 0), ("Beta".to_owned(), 1, 1)]);
    }
}

/// A client under two names: two tools exported one invoice and its payment, and each has an invoice of its own.
const NAMES: File = File {
    name: "names.csv",
    lines: &[
        ("clients", "B", "B", &["Noor"]),
        ("clients", "A", "A", &["Noor Media"]),
        ("clients", "C", "C", &["Noor Co"]),
        ("invoices", "B", "I-1", &["2026-01-01", "2026-01-31", "1000"]),
        ("payments", "B", "I-1/2026-01-05", &["I-1", "2026-01-05", "1000"]),
        ("invoices", "B", "I-2", &["2026-01-01", "2026-01-31", "700"]),
        ("invoices", "A", "I-1", &["2026-01-02", "2026-01-31", "1001"]),
        ("payments", "A", "7", &["I-1", "2026-01-05", "1000"]),
        ("invoices", "A", "I-3", &["2026-01-02", "2026-01-31", "300"]),
    ],
};

async fn merge_names(db: &Db) {
    import(db, &NAMES, true).await;
    let by = By { member: String::new(), at: "2026-11-22T11:00:00Z".to_owned() };
    for name in ["A", "C"] {
        assert_eq!(merges::merge(db, name, "B", &by).await.expect("the store"), merges::Merge::Done);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_two_names_of_a_client_share_is_read_once() {
    fn billed(h: &History) -> (Vec<(String, i64)>, usize) {
        (h.invoices.iter().map(|i| (i.id.to_string(), i.amount.0)).collect(), h.payments.len())
    }
    let expected = (vec![("I-1".to_owned(), 1000), ("I-2".to_owned(), 700), ("I-3".to_owned(), 300)], 1);
    for own in database::each().await {
        merge_names(&own.db).await;
        let db = own.db.clone();
        let read = apart(move || {
            let mut read = Vec::new();
            Reader::open(&db)?.each_client(|h| read.push(billed(h)))?;
            Ok(read)
        });
        assert_eq!(read.await.expect("a reading"), std::slice::from_ref(&expected));
        let one = history::of_client(&own.db, "B").await.expect("a history").expect("the client");
        assert_eq!(billed(&one), expected);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_finds_its_invoice_under_another_name_of_its_client() {
    use Put::*;
    const LATER: File = File {
        name: "later.csv",
        lines: &[
            ("invoices", "A", "I-4", &["2026-02-01", "2026-02-28", "50"]),
            ("payments", "A", "I-2/2026-02-05", &["I-2", "2026-02-05", "700"]),
            ("promises", "B", "I-3/2026-02-05", &["I-3", "2026-02-05", "2026-02-09"]),
            ("reminders", "C", "I-3/2026-02-05", &["I-3", "2026-02-05"]),
            ("payments", "B", "I-4/2026-02-05", &["I-4", "2026-02-05", "50"]),
            ("payments", "A", "I-9/2026-02-05", &["I-9", "2026-02-05", "700"]),
            ("payments", "C", "I-2/2026-02-06", &["I-2", "2026-02-06", "1"]),
        ],
    };
    for own in database::each().await {
        merge_names(&own.db).await;
        let db = own.db.clone();
        let work = move || {
            let mut lane = Lane::begin(&db)?;
            let fates = put(&mut lane, &LATER);
            let overpaid = lane.overpaid()?;
            lane.commit()?;
            Ok((fates, overpaid))
        };
        let (fates, overpaid) = apart(work).await.expect("an import");
        assert_eq!(fates, [Added, Added, Added, Added, Added, InvoiceUnknown, Added]);
        assert_eq!(overpaid, [Overpaid { source: 2, line: 8, invoice: "I-2".to_owned() }], "I-1 was paid once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_portfolio_is_read_whole_and_in_order() {
    let names: Vec<String> = (100..400).map(|n| format!("C{n}")).collect();
    for own in database::each().await {
        let (db, clients) = (own.db.clone(), names.clone());
        let read = apart(move || {
            let mut lane = Lane::begin(&db)?;
            lane.source(&source("many.csv"))?;
            for name in clients.iter().rev() {
                for (table, id, texts) in
                    [("clients", name.as_str(), [name.as_str(), "-"]), ("time", "T-1", ["2026-01-01", "60"])]
                {
                    let kind = kind_named(table).expect("a table");
                    lane.put(&Row { kind, client: name, id, old_id: None, cells: &cells(kind, &texts), line: 2 })?;
                }
            }
            lane.commit()?;
            let mut read = Vec::new();
            Reader::open(&db)?
                .each_client(|h| read.push((h.client.clone().map(|c| c.name.to_string()), h.time.len())))?;
            Ok(read)
        });
        let expected: Vec<_> = names.iter().map(|name| (Some(name.clone()), 1)).collect();
        assert_eq!(read.await.expect("a reading"), expected);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_cannot_be_read_is_named() {
    const BAD: File = File {
        name: "bad.csv",
        lines: &[
            ("clients", "A", "A", &["Alpha"]),
            ("time", "A", "T-1", &["soon", "60"]),
            ("time", "A", "T-2", &["2026-01-01", "60"]),
        ],
    };
    for own in database::each().await {
        import(&own.db, &BAD, true).await;
        let db = own.db.clone();
        let read = apart(move || Reader::open(&db)?.each_client(|_| ()));
        let error = read.await.expect_err("a day that is none");
        assert!(matches!(&error, StoreError::Unreadable(row) if row == "time A T-1"), "{error}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merged_spelling_leads_the_command_line_to_its_client() {
    let on = Day::from_iso("2026-02-10").expect("a day");
    for own in database::each().await {
        merge_names(&own.db).await;
        for (key, expected) in [("A", vec!["B"]), ("B", vec!["B"]), ("nobody", vec![])] {
            let answer = look(&own.db, &Signs { on: None, client: Some(key.to_owned()) }, on).await.expect("a look");
            let clients: Vec<&str> = answer.assessments().map(|own| own.client.as_str()).collect();
            assert_eq!(clients, expected, "{key}");
        }
        let looked_at: std::sync::Arc<std::sync::atomic::AtomicU64> = std::sync::Arc::default();
        look_watched(&own.db, &Signs { on: None, client: None }, on, std::sync::Arc::clone(&looked_at))
            .await
            .expect("a look");
        let clients = app::store::client_names::count(&own.db).await.expect("a count");
        assert!(clients > 0, "somebody is there to be counted");
        assert_eq!(
            looked_at.load(std::sync::atomic::Ordering::Relaxed),
            clients,
            "whoever watches sees it come to its end"
        );
    }
}
