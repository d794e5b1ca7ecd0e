//! What a person is told of a file: problems of rows and of files, and notes on what was accepted.

use domain::record::Kind;
use domain::text::western_digits;
use std::io::{self, ErrorKind};

/// Declares an enum of codes and the words by which the catalogue and the command line know them.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$code_doc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$code_doc])* $variant),* }

        impl $name {
            /// Every code.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// Returns the code's word.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }
        }
    };
}
pub(super) use codes;

codes! {
    /// Why a row, or a whole file, is not stored.
    ProblemCode {
        DateInvalid = "date_invalid",
        DateOrderUnclear = "date_order_unclear",
        RequiredMissing = "required_missing",
        AmountInvalid = "amount_invalid",
        CurrencyUnknown = "currency_unknown",
        CurrencyConflict = "currency_conflict",
        DuplicateKey = "duplicate_key",
        DueBeforeIssued = "due_before_issued",
        InvoiceUnknown = "invoice_unknown",
        HoursInvalid = "hours_invalid",
        QuoteUnclosed = "quote_unclosed",
        ColumnsMismatch = "columns_mismatch",
        EncodingInvalid = "encoding_invalid",
        NulByte = "nul_byte",
        FormulaWithoutValue = "formula_without_value",
        ValueUnknown = "value_unknown",
        /// The row would bring a client back that was erased: it has the name and another number.
        ErasedClient = "erased_client",
        FileTruncated = "file_truncated",
        FileEmpty = "file_empty",
        HeadersOnly = "headers_only",
        NotATable = "not_a_table",
        KindUnknown = "kind_unknown",
        KindUnclear = "kind_unclear",
        LineTooLong = "line_too_long",
        TooLarge = "too_large",
        /// The named profile asks for headers that the file does not have.
        ProfileUnfit = "profile_unfit",
        /// The operating system does not hand the file over.
        Unreadable = "unreadable",
    }
}

codes! {
    /// What was accepted although a person may want to look.
    NoteCode {
        Overpaid = "overpaid",
        FutureDate = "future_date",
        /// Several rows have one person work more than twenty-four hours on one day.
        LongDay = "long_day",
        TotalsRowSkipped = "totals_row_skipped",
        ClientCreated = "client_created",
        CurrencyUnstated = "currency_unstated",
        TaxUnstated = "tax_unstated",
        /// The tax was taken out of the amounts at the rate that a person said of the file, or of one like it before.
        TaxIncluded = "tax_included",
        /// The amounts were before tax, as a person said: it was added to them.
        TaxAdded = "tax_added",
        /// There is no tax in the amounts, as a person said.
        TaxNone = "tax_none",
        /// An invoice's row says that it is paid, and not when: there is no payment to store.
        PaidUndated = "paid_undated",
        /// A client's name in another spelling was taken for a known client.
        ClientMatched = "client_matched",
        /// A row that is no record: a draft, a cancelled invoice, the other side of a ledger entry, our own example.
        RowSkipped = "row_skipped",
        /// The file leaves out by its status an invoice that stood: it asks for nothing any more, and its past is kept.
        InvoiceWithdrawn = "invoice_withdrawn",
        /// A currency sign that several currencies share was read as one of them.
        CurrencyAssumed = "currency_assumed",
        /// Amounts of which nothing else states the currency are in the one that a person said of the file, or of one like
        /// it before.
        CurrencySaid = "currency_said",
        /// The file's list was cut: so many further notes of one code are not listed.
        NotesLeftOut = "notes_left_out",
        /// Invoices got their due days from the terms that a person said of the file, or of one like it before.
        TermsSaid = "terms_said",
        /// A cell was read as a person corrected it.
        Corrected = "corrected",
        /// A record was corrected by hand and the file repeats what files said before: the correction stands.
        CorrectionKept = "correction_kept",
        /// A record was entered or corrected by hand and the file says something new: that was stored.
        CorrectionReplaced = "correction_replaced",
        /// The row is of what was erased: it was left out.
        ErasedRow = "erased_row",
        /// The row names somebody who was erased: the name and what it says were left out.
        ErasedPerson = "erased_person",
    }
}

/// The most characters of a value that are repeated to a person.
const VALUE_LENGTH: usize = 80;

/// A row, or with no line a file, that is not stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The physical line where the record begins; in a workbook the sheet's row.
    pub line: Option<u32>,
    /// The header as the file writes it; our own word where the file has no such column.
    pub column: Option<String>,
    /// The place of the cell that is wrong, counted from 0, where it is one cell.
    pub place: Option<usize>,
    /// What the column stands for, as `invoices-due_on`; empty where that is not known.
    pub about: String,
    pub value: String,
    pub code: ProblemCode,
}

impl Problem {
    /// Makes a problem of a whole file.
    pub fn of_file(code: ProblemCode, value: &str) -> Problem {
        Problem { line: None, column: None, place: None, about: String::new(), value: cut(value), code }
    }

    /// Makes the problem of a file that the operating system does not hand over: why, by the word that the catalogues
    /// know for it, or else in the system's own words.
    pub fn unreadable(error: &io::Error) -> Problem {
        let why = match error.kind() {
            ErrorKind::NotFound => "missing",
            ErrorKind::PermissionDenied => "denied",
            ErrorKind::IsADirectory => "folder",
            _ => return Problem::of_file(ProblemCode::Unreadable, &error.to_string()),
        };
        Problem::of_file(ProblemCode::Unreadable, why)
    }

    /// Makes a problem of a row.
    pub fn of_row(line: u32, code: ProblemCode, value: &str) -> Problem {
        Problem { line: Some(line), column: None, place: None, about: String::new(), value: cut(value), code }
    }

    /// Returns the problem with the column that it is about.
    pub fn in_column(mut self, column: &str) -> Problem {
        self.column = Some(cut(column));
        self
    }

    /// Returns the problem with what its column stands for.
    pub fn about(mut self, kind: &Kind, column: &str) -> Problem {
        self.about = format!("{}-{column}", kind.table);
        self
    }

    /// Writes the number that its value is, or begins with, as the file does, where only the digits differ.
    pub fn write_as(&mut self, text: &str) {
        let text = cut(text);
        let rest = self.value.strip_prefix(&*western_digits(&text));
        if let Some(rest) = rest.filter(|rest| rest.is_empty() || rest.starts_with('/')) {
            self.value = format!("{text}{rest}");
        }
    }

    /// Returns the problem with the place of the cell that is wrong.
    pub fn in_place(mut self, place: Option<usize>) -> Problem {
        self.place = place;
        self
    }
}

/// Something accepted that a person may want to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub line: Option<u32>,
    pub code: NoteCode,
    pub value: String,
}

impl Note {
    /// Makes a note; one on the whole file has no line.
    pub fn new(line: Option<u32>, code: NoteCode, value: &str) -> Note {
        Note { line, code, value: cut(value) }
    }
}

/// Cuts a value to what can be repeated, its end marked.
fn cut(value: &str) -> String {
    match value.char_indices().nth(VALUE_LENGTH) {
        None => value.to_owned(),
        Some(_) => value.chars().take(VALUE_LENGTH - 1).chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_value_is_cut_between_characters() {
        let long = "م".repeat(100);
        let problem = Problem::of_row(7, ProblemCode::AmountInvalid, &long).in_column("المبلغ");
        assert_eq!(problem.value.chars().count(), 80);
        assert!(problem.value.ends_with('…'));
        assert_eq!(Note::new(None, NoteCode::FutureDate, "2027-01-01").value, "2027-01-01");
    }

    #[test]
    fn a_number_is_written_as_the_file_does() {
        let check = |value: &str, text: &str, expected: &str| {
            let mut problem = Problem::of_row(7, ProblemCode::DuplicateKey, value);
            problem.write_as(text);
            assert_eq!(problem.value, expected);
        };
        check("007", "٠٠٧", "٠٠٧");
        check("007", "007", "007");
        check("007/2026-02-05", "٠٠٧", "٠٠٧/2026-02-05");
        check("0071", "٠٠٧", "0071");
        check("corrected", "٠٠٧", "corrected");
    }

    #[test]
    fn words_are_unique() {
        let mut words: Vec<&str> = ProblemCode::ALL.iter().map(|code| code.word()).collect();
        words.extend(NoteCode::ALL.iter().map(|code| code.word()));
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
    }
}
