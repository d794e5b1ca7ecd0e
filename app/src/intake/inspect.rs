//! A file to a plan: what it is, what its columns stand for, and how its values are written. Nothing is stored here.

use super::plan::{Inference, InferenceCode, Options, Plan, PlanColumn, RowRule};
use super::problem::{Problem, ProblemCode};
use super::profile::Export;
use super::recognise::{Recognised, Table, header_score, recognise};
use super::source::sheet::Workbook;
use super::source::sniff::{Form, Sniffed, sniff};
use super::source::{Encoding, Format, Step, each, guard};
use super::survey::Survey;
use super::words::{HeaderWords, currency, squeeze};
use std::ops::ControlFlow;
use std::path::Path;

/// The headers are looked for in so many lines.
const HEADER_LINES: usize = 20;
/// So many rows show what a column holds.
const SAMPLE_ROWS: usize = 1_000;
const SAMPLE_BYTES: usize = 4 << 20;
/// A larger file is surveyed whole only if its first rows are not all plain.
const SURVEY_WHOLE: u64 = 8 << 20;

/// Looks at a file and says how it will be read; `name` is what the person calls it.
pub fn inspect(path: &Path, name: &str, options: &Options) -> Result<Plan, Problem> {
    let sniffed = sniff(path)?;
    let head = match sniffed.form {
        Form::Text { encoding, returns_only } => text_head(path, encoding, returns_only, options.words)?,
        Form::Zip => sheet_head(path, options.words)?,
    };
    let mut table = head.table();
    if table.rows.is_empty() && !head.has_broken_rows {
        return Err(Problem::of_file(ProblemCode::HeadersOnly, &table.headers.join(", ")));
    }
    let stem = stem(name);
    // invoices-2026.csv names its kind before the first mark.
    table.titles.extend(stem.split_once(['-', '_', ' ']).map(|(first, _)| first.to_owned()));
    table.titles.push(stem);
    let recognised = recognise(&table, options)?;
    let mut plan = plan(name, sniffed, head, &table, recognised, options);
    let survey = survey(path, &plan)?;
    survey.conclude(&mut plan, options.dates)?;
    plan.rows_estimate = survey_rows(&survey, &plan);
    Ok(plan)
}

/// Returns a file's name without its folder and its ending.
fn stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.split_once('.').map_or(file, |(stem, _)| stem).to_owned()
}

/// The first rows of a file, and where its headers stand among them.
struct Head {
    format: Format,
    rows: Vec<(u32, Vec<String>)>,
    /// Some rows cannot be read: they are problems, and the file has more than headers.
    has_broken_rows: bool,
    header: usize,
    score: usize,
}

/// The first rows of a file that can be read, with their lines, and whether others cannot.
struct FirstRows {
    rows: Vec<(u32, Vec<String>)>,
    broken: bool,
}

impl Head {
    fn new(format: Format, first: FirstRows, words: &HeaderWords) -> Head {
        let rows = first.rows;
        let scores = rows.iter().take(HEADER_LINES).enumerate().filter(|(_, (line, _))| *line as usize <= HEADER_LINES);
        let scored = scores.map(|(place, (_, cells))| (place, header_score(cells, words)));
        let best = scored.fold((0, 0), |best, next| if next.1 > best.1 { next } else { best });
        // Without any known word the first row with the most cells is shown to the person.
        let widest = || {
            let width = |place: &usize| rows[*place].1.iter().filter(|cell| !cell.is_empty()).count();
            (0..rows.len().min(HEADER_LINES)).rev().max_by_key(width).unwrap_or(0)
        };
        let header = if best.1 >= 2 { best.0 } else { widest() };
        Head { format, rows, has_broken_rows: first.broken, header, score: best.1 }
    }

    fn width(&self) -> usize {
        self.rows.iter().take(HEADER_LINES).map(|(_, cells)| cells.len()).max().unwrap_or(0)
    }

    fn table(&self) -> Table {
        let Some((_, headers)) = self.rows.get(self.header) else { return Table::default() };
        let filled = headers.iter().rposition(|header| !header.is_empty()).map_or(0, |last| last + 1);
        let above = self.rows[..self.header]
            .iter()
            .flat_map(|(_, cells)| cells.iter().filter(|cell| !cell.is_empty()).cloned());
        let sheet = match &self.format {
            Format::Xlsx { sheet } => Some(sheet.clone()),
            Format::Csv { .. } => None,
        };
        // In text every row has the headers' width; a sheet's headers end with the last that says something.
        let width = if self.format.has_serials() { filled } else { headers.len() };
        Table {
            headers: headers[..width].to_vec(),
            rows: self.rows[self.header + 1..].iter().map(|(_, cells)| cells.clone()).collect(),
            titles: above.chain(sheet).collect(),
        }
    }
}

/// Reads a text's head with each delimiter that it could have, and takes the one that makes most sense.
fn text_head(path: &Path, encoding: Encoding, returns_only: bool, words: &HeaderWords) -> Result<Head, Problem> {
    let mut best: Result<Head, Problem> = Err(Problem::of_file(ProblemCode::FileEmpty, ""));
    let mut cut: Option<Problem> = None;
    for delimiter in [b',', b';', b'\t', b'|'] {
        let format = Format::Csv { delimiter, encoding, returns_only };
        // A quote that a wrong delimiter leaves open says nothing; if every delimiter fails, the first failure counts.
        let head = first_rows(path, &format, HEADER_LINES).map(|rows| Head::new(format, rows, words));
        cut = cut.or_else(|| head.as_ref().err().filter(|failed| failed.code == ProblemCode::FileTruncated).cloned());
        best = match (best, head) {
            (Ok(known), Ok(head)) if (head.score, head.width()) > (known.score, known.width()) => Ok(head),
            (Err(_), Ok(head)) => Ok(head),
            (Err(first), Err(_)) if delimiter != b',' => Err(first),
            (Err(_), failed) => failed,
            (known, _) => known,
        };
    }
    let head = best?;
    if head.width() < 2 {
        let first = head.rows.first().map(|(_, cells)| cells.join(" ")).unwrap_or_default();
        // What is no table by the other delimiters may be one by that whose last quote was cut open.
        return Err(cut.unwrap_or_else(|| Problem::of_file(ProblemCode::NotATable, &first)));
    }
    let FirstRows { rows, broken } = first_rows(path, &head.format, SAMPLE_ROWS)?;
    Ok(Head { rows, has_broken_rows: broken, ..head })
}

/// Reads the head of each sheet and takes the one whose headers fit best.
fn sheet_head(path: &Path, words: &HeaderWords) -> Result<Head, Problem> {
    guard::check(path)?;
    let mut best: Option<Head> = None;
    for sheet in Workbook::open(path)?.sheets() {
        let format = Format::Xlsx { sheet };
        let head = Head::new(format.clone(), first_rows(path, &format, SAMPLE_ROWS)?, words);
        if best
            .as_ref()
            .is_none_or(|known| head.score > known.score || (known.rows.is_empty() && !head.rows.is_empty()))
        {
            best = Some(head);
        }
    }
    best.filter(|head| !head.rows.is_empty()).ok_or_else(|| Problem::of_file(ProblemCode::FileEmpty, ""))
}

/// Reads the first rows that hold anything; broken ones are passed over here.
fn first_rows(path: &Path, format: &Format, count: usize) -> Result<FirstRows, Problem> {
    let (mut rows, mut bytes, mut steps, mut broken) = (Vec::new(), 0, 0, false);
    each(path, format, &mut |step, _| {
        steps += 1;
        match step {
            Step::Record(record) => {
                bytes += record.text.len();
                if !record.is_blank() {
                    rows.push((record.line, record.all().map(str::to_owned).collect()));
                }
            }
            _ => broken = true,
        }
        if rows.len() < count && steps < 2 * count && bytes < SAMPLE_BYTES {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    })?;
    Ok(FirstRows { rows, broken })
}

fn plan(name: &str, sniffed: Sniffed, head: Head, table: &Table, recognised: Recognised, options: &Options) -> Plan {
    let header_line = head.rows[head.header].0;
    let mut columns: Vec<PlanColumn> = table.headers.iter().map(|header| PlanColumn::new(header)).collect();
    for (place, column) in columns.iter_mut().enumerate() {
        column.target = recognised.targets.get(place).copied().flatten();
        column.examples = examples(table, place);
        column.currency = column.target.and_then(|_| currency::in_header(&column.header));
        let named = column.currency.map(|currency| Inference::new(InferenceCode::CurrencyOfHeader, currency.code()));
        column.inferred.extend(named);
    }
    let mut inferences = of_format(&head.format, header_line);
    inferences.extend(recognised.inferences);
    let kinds = recognised.kinds.iter().map(|kind| Inference::new(InferenceCode::Kind, kind.table));
    inferences.extend(kinds.filter(|_| options.kind.is_none() && options.mapping.is_none()));
    let rules = recognised.rules.map(|export| rules(export, table)).unwrap_or_default();
    if !rules.is_empty() {
        inferences.push(Inference::new(InferenceCode::RowsByRule, ""));
    }
    let plan = Plan {
        name: name.to_owned(),
        sha256: sniffed.sha256,
        bytes: sniffed.bytes,
        format: head.format,
        header_line,
        profile: recognised.profile.map(str::to_owned),
        kinds: recognised.kinds,
        columns,
        also: recognised.also,
        dates: None,
        lines: recognised.lines,
        rules,
        scale: None,
        currency: options.currency,
        terms_days: None,
        tax: None,
        corrections: Vec::new(),
        rows_estimate: 0,
        inferences,
    };
    with_due_note(plan)
}

fn with_due_note(mut plan: Plan) -> Plan {
    let invoices = plan.kinds.iter().find(|kind| kind.table == "invoices").copied();
    if invoices.is_some_and(|kind| plan.places(kind, "due_on").is_empty()) {
        plan.inferences.push(Inference::new(InferenceCode::DueFromTerms, ""));
    }
    plan
}

fn of_format(format: &Format, header_line: u32) -> Vec<Inference> {
    let mut inferences = match format {
        Format::Xlsx { sheet } => vec![Inference::new(InferenceCode::Sheet, sheet)],
        Format::Csv { delimiter, encoding, .. } => {
            let shown = if *delimiter == b'\t' { "⇥".to_owned() } else { char::from(*delimiter).to_string() };
            vec![
                Inference::new(InferenceCode::Encoding, encoding.name()),
                Inference::new(InferenceCode::Delimiter, shown),
            ]
        }
    };
    if header_line > 1 {
        inferences.push(Inference::new(InferenceCode::HeaderLine, header_line.to_string()));
    }
    inferences
}

/// Returns the first three values of a column that differ.
fn examples(table: &Table, place: usize) -> Vec<String> {
    let mut examples: Vec<String> = Vec::new();
    for cell in table.rows.iter().filter_map(|row| row.get(place)).filter(|cell| !cell.is_empty()) {
        if examples.len() < 3 && !examples.contains(cell) {
            examples.push(cell.clone());
        }
    }
    examples
}

fn rules(export: &Export, table: &Table) -> Vec<RowRule> {
    let column = |header: &str| table.headers.iter().position(|known| squeeze(known) == header);
    let rules = export.rows.iter().filter_map(|rows| {
        let column = column(&rows.header)?;
        Some(RowRule { kind: rows.kind.table, column, values: rows.values.clone(), negative: rows.negative })
    });
    rules.collect()
}

/// Looks at the first rows, and at all of them unless the file is large and its first rows are plain.
fn survey(path: &Path, plan: &Plan) -> Result<Survey, Problem> {
    let mut survey = Survey::new(&plan.columns, &plan.also);
    let small = plan.bytes <= SURVEY_WHOLE;
    each(path, &plan.format, &mut |step, _| {
        if let Step::Record(record) = step
            && record.line > plan.header_line
        {
            survey.see(&record);
        }
        let enough = !small && survey.rows() >= SAMPLE_ROWS as u64 && survey.all_plain();
        if enough { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    Ok(survey)
}

/// Counts the rows, or where only the first were looked at, estimates them from their share of the bytes.
fn survey_rows(survey: &Survey, plan: &Plan) -> u64 {
    if plan.bytes <= SURVEY_WHOLE || !survey.all_plain() {
        survey.rows()
    } else {
        let per_row = plan.columns.iter().map(|c| 1 + c.examples.first().map_or(0, String::len) as u64).sum::<u64>();
        plan.bytes / per_row.max(1)
    }
}
