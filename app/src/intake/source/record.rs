//! One row of a table as its source hands it over: texts in place, nothing copied.

use crate::intake::value::trim;

/// What is special about a cell; text files have none of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Plain,
    /// A spreadsheet's own number, always with a decimal point.
    Number,
    /// A formula whose result the file does not hold.
    Unvalued,
    /// A formula's error, `#REF!`.
    Error,
}

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Record<'b> {
    /// The physical line where the record begins; in a workbook the sheet's row.
    pub line: u32,
    /// Whether a line's end followed; only a file's last record may lack it.
    pub terminated: bool,
    /// Whether a NUL byte stands somewhere in it.
    pub has_nul: bool,
    pub text: &'b str,
    pub fields: &'b [(u32, u32)],
    /// Empty, or one for each field.
    pub marks: &'b [Mark],
}

impl<'b> Record<'b> {
    /// Returns the number of fields.
    pub fn len(&self) -> usize {
        self.fields.len()
    }

    /// Tells whether there is no field.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Returns a field without the white space around it, and without the apostrophe that keeps a spreadsheet from
    /// running it; nothing where the row is too short.
    pub fn field(&self, position: usize) -> &'b str {
        let Some((start, end)) = self.fields.get(position) else { return "" };
        unguarded(trim(&self.text[*start as usize..*end as usize]))
    }

    /// Returns where a field stands in `text`, without what `field` leaves out.
    pub fn range(&self, position: usize) -> (u32, u32) {
        let Some((start, _)) = self.fields.get(position) else { return (0, 0) };
        let field = self.field(position);
        let begin =
            if field.is_empty() { *start as usize } else { field.as_ptr() as usize - self.text.as_ptr() as usize };
        (begin as u32, (begin + field.len()) as u32)
    }

    /// Returns what is special about a field.
    pub fn mark(&self, position: usize) -> Mark {
        self.marks.get(position).copied().unwrap_or(Mark::Plain)
    }

    /// Tells whether every field is empty.
    pub fn is_blank(&self) -> bool {
        let unvalued = self.marks.contains(&Mark::Unvalued);
        !unvalued && (0..self.len()).all(|position| self.field(position).is_empty())
    }

    /// Returns every field.
    pub fn all(&self) -> impl Iterator<Item = &'b str> + use<'b> {
        let record = *self;
        (0..record.len()).map(move |position| record.field(position))
    }
}

/// Takes off the apostrophe that our own exports write before a text that begins like a formula: what is read back must
/// be what was taken along, or rows known by what they say would stand twice.
fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(['=', '+', '-', '@']) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_before_a_formula_is_taken_off_once() {
        let check = |text: &str, field: &str| {
            let fields = [(0, text.len() as u32)];
            let record = Record { line: 1, terminated: true, has_nul: false, text, fields: &fields, marks: &[] };
            assert_eq!(record.field(0), field, "{text}");
            let (from, to) = record.range(0);
            assert_eq!(&text[from as usize..to as usize], field, "{text}");
        };
        check(" '- as agreed ", "- as agreed");
        check("'=SUM(A1)", "=SUM(A1)");
        check("''@home", "'@home");
        check("'tis so", "'tis so");
        check("''", "''");
        check("- as agreed", "- as agreed");
    }
}
