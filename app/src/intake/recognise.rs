//! What a table is: which kind of record its rows are, and which column stands for what. By meaning, never by file name.

use super::plan::{Inference, InferenceCode, Lines, Options};
use super::problem::{Problem, ProblemCode};
use super::profile::{self, Export, Profile};
use super::target::{self, CLIENT, CLIENT_NAME, Target};
use super::value::amount;
use super::value::date::{self, DateFault};
use super::value::duration;
use super::value::number::Mark;
use super::words::calendar::Unit;
use super::words::{HeaderWords, Meaning, squeeze, values};
use domain::record::{KINDS, Kind, Type, kind_named};

/// A table's beginning, as far as its meaning shows in it.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub headers: Vec<String>,
    /// The first rows below the headers.
    pub rows: Vec<Vec<String>>,
    /// What stands above the headers, and the names of the sheet and the file: they may say a kind's name.
    pub titles: Vec<String>,
}

/// What a table was recognised as.
#[derive(Debug, Default)]
pub struct Recognised {
    pub kinds: Vec<&'static Kind>,
    /// For each column what it stands for.
    pub targets: Vec<Option<Target>>,
    pub also: Vec<(usize, Target)>,
    pub profile: Option<&'static str>,
    pub lines: Option<Lines>,
    pub rules: Option<&'static Export>,
    pub inferences: Vec<Inference>,
}

/// Recognises a table, as far as the options leave it open.
pub fn recognise(table: &Table, options: &Options) -> Result<Recognised, Problem> {
    if let Some(mapping) = &options.mapping {
        return Ok(as_mapped(table, mapping, options));
    }
    let named = options.profile.as_deref();
    match profile::find(&table.headers, named) {
        Some((profile, export)) if options.kind.is_none_or(|kind| export.gives(kind)) => {
            let title = Inference::new(InferenceCode::Profile, profile.title.clone());
            let untested =
                (!profile.tested).then(|| Inference::new(InferenceCode::ProfileUntested, profile.title.clone()));
            let mut recognised = by_profile(table, export, options.words)?;
            recognised.profile = Some(profile.word);
            recognised.inferences.splice(0..0, [title].into_iter().chain(untested));
            Ok(recognised)
        }
        _ if named.is_some() => Err(Problem::of_file(ProblemCode::ProfileUnfit, &table.headers.join(", "))),
        _ => by_words(table, options),
    }
}

/// Returns how well a row's texts would do as headers: the most that any one kind, or a profile, makes of them.
pub fn header_score(cells: &[String], words: &HeaderWords) -> usize {
    let known = |kind: &&'static Kind| {
        let meanings =
            cells.iter().filter(|cell| !cell.is_empty()).filter_map(|cell| words.meanings(kind, cell).first());
        meanings.map(|meaning| if meaning.weak { 1 } else { 2 }).sum::<usize>()
    };
    let by_words = KINDS.iter().map(known).max().unwrap_or(0);
    let by_profile = profile::find(cells, None).map_or(0, |(_, export)| 2 * export.identify.len());
    by_words.max(by_profile)
}

impl Export {
    fn gives(&self, kind: &Kind) -> bool {
        self.kinds.iter().any(|given| given.table == kind.table)
    }
}

fn as_mapped(table: &Table, mapping: &[Option<Target>], options: &Options) -> Recognised {
    let mut targets: Vec<Option<Target>> = mapping.to_vec();
    targets.resize(table.headers.len(), None);
    let mut kinds: Vec<&'static Kind> = Vec::new();
    for target in targets.iter().flatten() {
        if !kinds.iter().any(|kind| kind.table == target.kind.table) {
            kinds.push(target.kind);
        }
    }
    // An invoice list with paid dates gives invoices first; otherwise a person maps one kind.
    kinds.sort_by_key(|kind| KINDS.iter().position(|known| known.table == kind.table));
    let lines = lines_of(table, &kinds, &targets);
    let mapped = Recognised { kinds, targets, lines, ..Recognised::default() };
    let found = profile::find(&table.headers, options.profile.as_deref());
    match found.filter(|(_, export)| !mapped.kinds.is_empty() && mapped.kinds.iter().all(|kind| export.gives(kind))) {
        Some((profile, export)) => match by_profile(table, export, options.words) {
            Ok(known) => under_profile(mapped, known, profile),
            Err(_) => mapped,
        },
        None => mapped,
    }
}

/// What a person left as it was stays as the profile knows it: which rows are records, and what else a column says.
fn under_profile(mapped: Recognised, known: Recognised, profile: &Profile) -> Recognised {
    let stays = |(place, target): &(usize, Target)| {
        mapped.targets[*place] == known.targets[*place] && mapped.kinds.iter().any(|k| k.table == target.kind.table)
    };
    Recognised {
        also: known.also.into_iter().filter(stays).collect(),
        profile: Some(profile.word),
        lines: known.lines,
        rules: known.rules,
        inferences: vec![Inference::new(InferenceCode::Profile, profile.title.clone())],
        kinds: mapped.kinds,
        targets: mapped.targets,
    }
}

fn by_profile(table: &Table, export: &'static Export, words: &HeaderWords) -> Result<Recognised, Problem> {
    if export.kinds.is_empty() {
        return Err(kind_unknown(table));
    }
    let mut recognised = Recognised {
        kinds: export.kinds.clone(),
        targets: vec![None; table.headers.len()],
        lines: export.lines,
        rules: (!export.rows.is_empty()).then_some(export),
        ..Recognised::default()
    };
    let mut decided = vec![false; table.headers.len()];
    for (place, header) in table.headers.iter().enumerate() {
        let Some(targets) = export.targets(header) else { continue };
        decided[place] = true;
        let free = |target: &&Target| !recognised.targets.contains(&Some(**target));
        recognised.targets[place] = targets.iter().find(free).copied();
        recognised.also.extend(targets.iter().skip(1).map(|target| (place, *target)));
    }
    for kind in &export.kinds {
        let taken: Vec<&str> =
            recognised.targets.iter().flatten().filter(|t| t.kind.table == kind.table).map(|t| t.column).collect();
        for (place, meaning) in map(kind, table, words, &decided, &taken).into_iter().enumerate() {
            if let Some(meaning) = meaning {
                recognised.targets[place] = Some(Target { kind, column: meaning.column });
                decided[place] = true;
            }
        }
    }
    Ok(recognised)
}

/// A kind that a table could be.
struct Candidate {
    kind: &'static Kind,
    meanings: Vec<Option<Meaning>>,
    score: usize,
    /// Whether the columns with fixed words hold such words.
    fits_values: bool,
}

fn by_words(table: &Table, options: &Options) -> Result<Recognised, Problem> {
    let Chosen { kind, meanings, inferences } = match options.kind {
        Some(kind) => {
            let meanings = map(kind, table, options.words, &[], &[]);
            match missing(kind, &meanings).first() {
                None => Chosen { kind, meanings, inferences: Vec::new() },
                Some(column) => {
                    let headers = table.headers.join(", ");
                    return Err(Problem::of_file(ProblemCode::RequiredMissing, &headers)
                        .in_column(target::file_word(column))
                        .about(kind, column));
                }
            }
        }
        None => choose(table, options.words)?,
    };
    let targets: Vec<Option<Target>> = meanings.iter().map(|m| m.map(|m| Target { kind, column: m.column })).collect();
    let mut recognised = Recognised { kinds: vec![kind], targets, inferences, ..Recognised::default() };
    if options.kind.is_none() && kind.table == "invoices" {
        add_payments(table, options.words, &mut recognised);
    }
    recognised.lines = lines_of(table, &recognised.kinds, &recognised.targets);
    let inferred = recognised.lines.map(|lines| match lines {
        Lines::Sum => Inference::new(InferenceCode::LinesSummed, ""),
        Lines::First => Inference::new(InferenceCode::LinesFirst, ""),
    });
    recognised.inferences.extend(inferred);
    Ok(recognised)
}

fn kind_unknown(table: &Table) -> Problem {
    let headers: Vec<&str> = table.headers.iter().map(String::as_str).filter(|header| !header.is_empty()).collect();
    Problem::of_file(ProblemCode::KindUnknown, &headers.join(", "))
}

/// A kind that was settled on, with what each header means in it.
struct Chosen {
    kind: &'static Kind,
    meanings: Vec<Option<Meaning>>,
    inferences: Vec<Inference>,
}

fn choose(table: &Table, words: &HeaderWords) -> Result<Chosen, Problem> {
    let mut candidates: Vec<Candidate> = KINDS.into_iter().filter_map(|kind| candidate(kind, table, words)).collect();
    let mut inferences = Vec::new();
    let all = candidates.len();
    if candidates.iter().any(|candidate| candidate.fits_values) {
        candidates.retain(|candidate| candidate.fits_values);
    }
    let best = candidates.iter().map(|candidate| candidate.score).max().ok_or_else(|| kind_unknown(table))?;
    candidates.retain(|candidate| candidate.score == best);
    if candidates.len() < all && candidates.len() == 1 && has_choice(candidates[0].kind) {
        inferences.push(Inference::new(InferenceCode::KindByValues, candidates[0].kind.table));
    }
    if candidates.len() > 1 {
        let titles: Vec<&str> = table.titles.iter().filter_map(|title| words.title(title)).collect();
        let named = |candidate: &Candidate| titles.contains(&candidate.kind.table);
        let tied: Vec<&str> = candidates.iter().map(|candidate| candidate.kind.table).collect();
        match candidates.iter().filter(|candidate| named(candidate)).count() {
            1 => candidates.retain(named),
            _ => return Err(Problem::of_file(ProblemCode::KindUnclear, &tied.join(", "))),
        }
        inferences = vec![Inference::new(InferenceCode::KindByTitle, candidates[0].kind.table)];
    }
    let chosen = candidates.swap_remove(0);
    Ok(Chosen { kind: chosen.kind, meanings: chosen.meanings, inferences })
}

fn has_choice(kind: &Kind) -> bool {
    kind.columns.iter().any(|column| column.required && matches!(column.r#type, Type::Choice(_)))
}

fn candidate(kind: &'static Kind, table: &Table, words: &HeaderWords) -> Option<Candidate> {
    let meanings = map(kind, table, words, &[], &[]);
    let score = meanings.iter().flatten().map(|meaning| if meaning.weak { 1 } else { 2 }).sum();
    let admitted = missing(kind, &meanings).is_empty() && is_anchored(kind, table, &meanings, words);
    admitted.then(|| Candidate { kind, score, fits_values: fits_values(kind, table, &meanings), meanings })
}

/// Finds what each header means within a kind: strong words first, weak ones where the values bear them out.
fn map(
    kind: &'static Kind,
    table: &Table,
    words: &HeaderWords,
    decided: &[bool],
    taken: &[&str],
) -> Vec<Option<Meaning>> {
    let mut choices: Vec<(usize, Meaning)> = Vec::new();
    for (place, header) in table.headers.iter().enumerate().filter(|(place, _)| !decided.get(*place).unwrap_or(&false))
    {
        let meanings = words.meanings(kind, header);
        for meaning in meanings {
            let sure = !meaning.weak
                && meanings.len() == 1
                && (takes_any(kind, meaning) || words.shows(kind, meaning.column, header));
            if sure || bears_out(kind, meaning.column, table.rows.iter().filter_map(|row| row.get(place))) {
                choices.push((place, *meaning));
            }
        }
    }
    // A word that could stand for several columns stands for the one that a record cannot do without.
    choices.sort_by_key(|(place, meaning)| {
        (meaning.weak, !target::is_required(kind, meaning.column), meaning.rank, *place)
    });
    let mut found: Vec<Option<Meaning>> = vec![None; table.headers.len()];
    for (place, meaning) in choices {
        let free = !taken.contains(&meaning.column) && !found.iter().flatten().any(|m| m.column == meaning.column);
        if found[place].is_none() && free {
            found[place] = Some(meaning);
        }
    }
    found
}

/// Tells whether a column takes values of any wording: one with fixed words must show some of them, unless its header is
/// the very word that we print.
fn takes_any(kind: &'static Kind, meaning: &Meaning) -> bool {
    !matches!((Target { kind, column: meaning.column }).r#type(), Type::Choice(_) | Type::Flag)
}

/// Tells whether a column's values can be what its header may mean; an empty column can be anything.
fn bears_out<'t>(kind: &'static Kind, column: &'static str, cells: impl Iterator<Item = &'t String>) -> bool {
    let target = Target { kind, column };
    let reads = |text: &str| match target.r#type() {
        Type::Day | Type::Moment => is_date(text) || (column == "end_on" && date::read_time(text).is_some()),
        Type::Amount | Type::Decimal => amount::read(text, Some(Mark::Point)).is_some(),
        Type::Integer if column == "terms_days" => values::terms_days(text).is_some(),
        Type::Integer if column == "minutes" => duration::read(text, Unit::Minute, Some(Mark::Point)).is_some(),
        Type::Integer => amount::read(text, Some(Mark::Point)).is_some(),
        Type::Flag => values::flag(text).is_some(),
        Type::Choice(list) => values::choice(kind, column, list, text).is_some(),
        Type::Currency | Type::Text => match column {
            "start_time" | "end_time" | "at_time" => date::read_time(text).is_some() || is_date(text),
            "hours" | "duration" => duration::read(text, Unit::Hour, Some(Mark::Point)).is_some(),
            _ => true,
        },
    };
    let mut filled = cells.map(|cell| cell.as_str()).filter(|cell| !cell.is_empty()).take(50).peekable();
    filled.peek().is_none() || filled.any(reads)
}

fn is_date(text: &str) -> bool {
    !matches!(date::read(text, None, true), Err(DateFault::Invalid))
}

/// Returns the columns that every row of the kind must have and no header gives.
fn missing(kind: &'static Kind, meanings: &[Option<Meaning>]) -> Vec<&'static str> {
    let has = |column: &str| meanings.iter().flatten().any(|meaning| meaning.column == column);
    let given = |column: &&'static str| match (kind.table, *column) {
        ("clients", _) => has(CLIENT) || has("name"),
        (_, CLIENT) => has(CLIENT) || has(CLIENT_NAME),
        // The client's payment terms may give it; a row without them is a problem of its own.
        ("invoices", "due_on") => true,
        ("invoices", "amount") => ["amount", "net", "line_amount", "line_net"].into_iter().any(has),
        ("time", "minutes") => {
            let clocked = (has("end_on") || has("end_time")) && (has("on_day") || has("start_time"));
            ["minutes", "hours", "duration"].into_iter().any(has) || clocked
        }
        (_, column) => has(column),
    };
    target::columns(kind).filter(|column| target::is_required(kind, column)).filter(|column| !given(column)).collect()
}

/// Tells whether the headers speak of this kind at all, not only of a client, a date and a sum.
fn is_anchored(kind: &'static Kind, table: &Table, meanings: &[Option<Meaning>], words: &HeaderWords) -> bool {
    let filled = || table.headers.iter().zip(meanings).filter(|(header, _)| !header.is_empty());
    if kind.table == "clients" {
        let has = |column: &str| meanings.iter().flatten().any(|meaning| meaning.column == column);
        let own_name =
            filled().any(|(header, m)| m.is_some_and(|m| m.column == "name" && !m.weak) && squeeze(header) != "name");
        let contacts = filled().filter(|(header, _)| words.is_contact(header)).count();
        let others = filled().any(|(header, _)| words.is_other(header));
        return !others && ((has(CLIENT) && has("name")) || contacts >= 2 || (own_name && contacts >= 1));
    }
    let speaks = |meaning: &Meaning| {
        let names_client = matches!(meaning.column, CLIENT | CLIENT_NAME);
        let gives_time =
            kind.table == "time" && matches!(meaning.column, "hours" | "duration" | "billable" | "cost_rate");
        let gives_lines = kind.table == "invoices" && matches!(meaning.column, "line_amount" | "net");
        !meaning.weak && !names_client && (target::is_required(kind, meaning.column) || gives_time || gives_lines)
    };
    meanings.iter().flatten().any(speaks) || filled().all(|(_, meaning)| meaning.is_some())
}

/// Tells whether the columns that take fixed words hold at least one of them, where they hold anything.
fn fits_values(kind: &'static Kind, table: &Table, meanings: &[Option<Meaning>]) -> bool {
    let places = meanings.iter().enumerate().filter_map(|(place, meaning)| Some((place, meaning.as_ref()?.column)));
    places.into_iter().all(|(place, column)| match (Target { kind, column }).r#type() {
        Type::Choice(list) => {
            let cells = || table.rows.iter().filter_map(|row| row.get(place)).filter(|cell| !cell.is_empty());
            let empty_fits = !target::is_required(kind, column) || table.rows.is_empty();
            let any = cells().any(|cell| values::choice(kind, column, list, cell).is_some());
            any || (cells().next().is_none() && empty_fits)
        }
        _ => true,
    })
}

/// Finds paid dates and paid amounts among the columns that an invoice list has left over.
fn add_payments(table: &Table, words: &HeaderWords, recognised: &mut Recognised) {
    let payments = kind_named("payments").expect("a kind");
    let decided: Vec<bool> = recognised.targets.iter().map(Option::is_some).collect();
    let strong: Vec<Option<Meaning>> =
        map(payments, table, words, &decided, &[CLIENT, CLIENT_NAME, "invoice", "currency"])
            .into_iter()
            .map(|meaning| meaning.filter(|m| !m.weak || m.column == "amount"))
            .collect();
    if strong.iter().flatten().any(|meaning| meaning.column == "paid_on") {
        recognised.kinds.push(payments);
        recognised.inferences.push(Inference::new(InferenceCode::PaymentsToo, ""));
        for (target, meaning) in recognised.targets.iter_mut().zip(strong) {
            *target = target.or(meaning.map(|m| Target { kind: payments, column: m.column }));
        }
    }
}

/// Decides whether rows are the lines of invoices: a line's own amount is added up, a repeated total is taken once.
fn lines_of(table: &Table, kinds: &[&'static Kind], targets: &[Option<Target>]) -> Option<Lines> {
    let place =
        |column: &str| targets.iter().position(|t| t.is_some_and(|t| t.kind.table == "invoices" && t.column == column));
    if kinds.first().is_none_or(|kind| kind.table != "invoices") {
        return None;
    }
    let has_total = place("amount").is_some() || place("net").is_some();
    let has_line = place("line_amount").is_some() || place("line_net").is_some();
    match (has_line, has_total) {
        (true, false) => Some(Lines::Sum),
        (true, true) => Some(Lines::First),
        (false, _) if place("item").is_some() => {
            Some(if totals_repeat(table, place("invoice")?, place("amount")?) { Lines::First } else { Lines::Sum })
        }
        _ => None,
    }
}

/// Tells whether neighbouring rows of one invoice all have one amount.
fn totals_repeat(table: &Table, invoice: usize, amount: usize) -> bool {
    let cell = |row: &Vec<String>, place: usize| row.get(place).cloned().unwrap_or_default();
    table.rows.windows(2).all(|pair| {
        cell(&pair[0], invoice) != cell(&pair[1], invoice) || cell(&pair[0], amount) == cell(&pair[1], amount)
    })
}
