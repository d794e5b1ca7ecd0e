//! Delimited text, a record at a time: bounded memory, physical lines, and a way on after a quote that nobody closed.
//!
//! Written here rather than taken from a crate because a file with one stray quote must lose one row, not all that follow
//! it: the reader goes back to the line after the quote. Records without doubled quotes are not copied.

use super::decode::Decoded;
use super::record::Record;
use crate::intake::problem::{Problem, ProblemCode};
use std::io::Read;

/// The longest line, and the longest record with quoted newlines, in bytes.
pub const LINE_MAX: usize = 1 << 20;
const CHUNK: usize = 128 * 1024;

/// Reads the records of one delimited text.
pub struct Delimited<R> {
    input: Decoded<R>,
    delimiter: u8,
    buffer: Vec<u8>,
    /// The unread part of `buffer`.
    start: usize,
    end: usize,
    ended: bool,
    line: u32,
    bytes_passed: u64,
    fields: Vec<(u32, u32)>,
    /// The fields of a record with doubled quotes, joined without them.
    unquoted: Vec<u8>,
}

/// What stands next in a text.
pub enum Step<'b> {
    Record(Record<'b>),
    /// A row that cannot be read; the following ones can.
    Problem(Problem),
    End,
}

/// What a look at the buffer found.
enum Found {
    /// A record that ends before `next`; its fields are noted.
    Record {
        text_end: usize,
        next: usize,
        lines: u32,
        doubled: bool,
        terminated: bool,
    },
    /// A quote at `at` in line `line` that no quote closes.
    Unclosed {
        at: usize,
        line: u32,
    },
    More,
    End,
}

impl<R: Read> Delimited<R> {
    /// Begins to read at the first line.
    pub fn new(input: Decoded<R>, delimiter: u8) -> Delimited<R> {
        Delimited {
            input,
            delimiter,
            buffer: vec![0; CHUNK],
            start: 0,
            end: 0,
            ended: false,
            line: 1,
            bytes_passed: 0,
            fields: Vec::new(),
            unquoted: Vec::new(),
        }
    }

    /// Returns how much of the decoded text lies behind.
    pub fn bytes_passed(&self) -> u64 {
        self.bytes_passed
    }

    /// Returns the next record, or a problem with the whole file.
    pub fn step(&mut self) -> Result<Step<'_>, Problem> {
        loop {
            match self.look() {
                Found::End => return Ok(Step::End),
                Found::More if self.end - self.start < LINE_MAX => self.refill()?,
                Found::More => match self.first_open_quote() {
                    Some((at, line)) => return self.give_up_quote(at, line).map(Step::Problem),
                    None => return Err(self.too_long()),
                },
                Found::Unclosed { at, line } => return self.give_up_quote(at, line).map(Step::Problem),
                Found::Record { text_end, next, lines, doubled, terminated } => {
                    let (line, begin) = (self.line, self.start);
                    self.line += lines;
                    self.advance(next);
                    return Ok(self.record(begin..text_end, line, doubled, terminated));
                }
            }
        }
    }

    fn record(&mut self, range: std::ops::Range<usize>, line: u32, doubled: bool, terminated: bool) -> Step<'_> {
        if doubled {
            self.undouble(range.start);
        }
        let bytes = if doubled { &self.unquoted[..] } else { &self.buffer[range] };
        match std::str::from_utf8(bytes) {
            Ok(text) if !(self.input.had_errors() && text.contains('\u{fffd}')) => {
                let has_nul = bytes.contains(&0);
                Step::Record(Record { line, terminated, has_nul, text, fields: &self.fields, marks: &[] })
            }
            _ => Step::Problem(Problem::of_row(line, ProblemCode::EncodingInvalid, &String::from_utf8_lossy(bytes))),
        }
    }

    /// Finds the fields of the next record in the buffer.
    fn look(&mut self) -> Found {
        self.skip_empty_lines();
        let (buffer, delimiter) = (&self.buffer[..self.end], self.delimiter);
        if self.start == self.end {
            return if self.ended { Found::End } else { Found::More };
        }
        self.fields.clear();
        let (begin, mut at, mut lines, mut doubled) = (self.start, self.start, 0, false);
        loop {
            let quoted = quote_at(buffer, at);
            let (from, to, after) = match quoted {
                None => {
                    let end =
                        buffer[at..].iter().position(|b| *b == delimiter || *b == b'\n').map_or(self.end, |n| at + n);
                    (at, end, end)
                }
                Some(quote) => match closing_quote(buffer, quote + 1, delimiter) {
                    Closing::At { at: close, lines: inside, doubled: inner } => {
                        lines += inside;
                        doubled |= inner;
                        (quote + 1, close, skip_spaces(buffer, close + 1, delimiter))
                    }
                    Closing::Stray => return Found::Unclosed { at: quote, line: self.line + lines },
                    Closing::None if self.ended => return Found::Unclosed { at: quote, line: self.line + lines },
                    Closing::None => return Found::More,
                },
            };
            if after == self.end && !self.ended {
                return Found::More;
            }
            let ends = after == self.end || buffer[after] == b'\n';
            let to = if ends && quoted.is_none() && to > from && buffer[to - 1] == b'\r' { to - 1 } else { to };
            self.fields.push(((from - begin) as u32, (to - begin) as u32));
            if ends {
                let terminated = after < self.end;
                let next = if terminated { after + 1 } else { after };
                return Found::Record {
                    text_end: after,
                    next,
                    lines: lines + u32::from(terminated),
                    doubled,
                    terminated,
                };
            }
            at = after + 1;
        }
    }

    fn skip_empty_lines(&mut self) {
        let mut at = self.start;
        while at < self.end && matches!(self.buffer[at], b'\n' | b'\r') {
            self.line += u32::from(self.buffer[at] == b'\n');
            at += 1;
        }
        self.advance(at);
    }

    fn advance(&mut self, next: usize) {
        self.bytes_passed += (next - self.start) as u64;
        self.start = next;
    }

    /// Moves what is unread to the front and reads on behind it.
    fn refill(&mut self) -> Result<(), Problem> {
        self.buffer.copy_within(self.start..self.end, 0);
        self.end -= self.start;
        self.start = 0;
        if self.buffer.len() - self.end < CHUNK / 2 {
            self.buffer.resize(self.buffer.len() + CHUNK, 0);
        }
        let read = self.input.fill(&mut self.buffer[self.end..]);
        let count = read.map_err(|error| Problem::unreadable(&error))?;
        self.ended = count == 0;
        self.end += count;
        Ok(())
    }

    /// Joins the fields into `unquoted` with one quote for two, and notes them there.
    fn undouble(&mut self, begin: usize) {
        self.unquoted.clear();
        for (from, to) in &mut self.fields {
            let place = self.unquoted.len();
            let field = &self.buffer[begin + *from as usize..begin + *to as usize];
            let mut last_was_quote = false;
            for byte in field {
                last_was_quote = *byte == b'"' && !last_was_quote;
                if *byte != b'"' || last_was_quote {
                    self.unquoted.push(*byte);
                }
            }
            (*from, *to) = (place as u32, self.unquoted.len() as u32);
        }
    }

    /// Finds the quote that keeps a record from ending, and its line.
    fn first_open_quote(&self) -> Option<(usize, u32)> {
        let begin = self.start + self.fields.last().map_or(0, |(_, to)| *to as usize);
        let buffer = &self.buffer[begin..self.end];
        let from =
            buffer.iter().position(|b| *b == self.delimiter).filter(|_| !self.fields.is_empty()).map_or(0, |n| n + 1);
        let quote = begin + quote_at(buffer, from)?;
        let lines = self.buffer[self.start..quote].iter().filter(|b| **b == b'\n').count();
        let line_ends = self.buffer[quote..self.end].contains(&b'\n');
        line_ends.then_some((quote, self.line + lines as u32))
    }

    /// Leaves out the line whose quote nobody closed and goes on behind it; if nothing stands behind it, the file was cut.
    fn give_up_quote(&mut self, quote: usize, line: u32) -> Result<Problem, Problem> {
        let line_begin =
            self.buffer[self.start..quote].iter().rposition(|b| *b == b'\n').map_or(self.start, |n| self.start + n + 1);
        let rest = &self.buffer[quote..self.end];
        let line_end = rest.iter().position(|b| *b == b'\n').map(|n| quote + n);
        let shown = &self.buffer[line_begin..line_end.unwrap_or(self.end)];
        let value = String::from_utf8_lossy(&shown[..shown.len().min(400)]).into_owned();
        match line_end {
            Some(end) => {
                self.line = line + 1;
                self.advance(end + 1);
                Ok(Problem::of_row(line, ProblemCode::QuoteUnclosed, value.trim()))
            }
            None => Err(Problem::of_file(ProblemCode::FileTruncated, value.trim())),
        }
    }

    fn too_long(&self) -> Problem {
        let shown = &self.buffer[self.start..self.end.min(self.start + 400)];
        Problem::of_file(ProblemCode::LineTooLong, &String::from_utf8_lossy(shown))
    }
}

/// Returns where a field's opening quote stands, spaces before it allowed.
fn quote_at(buffer: &[u8], at: usize) -> Option<usize> {
    let spaces = buffer[at..].iter().take_while(|b| **b == b' ').count();
    (buffer.get(at + spaces) == Some(&b'"')).then_some(at + spaces)
}

fn skip_spaces(buffer: &[u8], at: usize, delimiter: u8) -> usize {
    let is_blank = |b: &u8| (*b == b' ' || *b == b'\r') && *b != delimiter;
    at + buffer[at..].iter().take_while(|b| is_blank(b)).count()
}

enum Closing {
    At {
        at: usize,
        lines: u32,
        doubled: bool,
    },
    /// A quote that neither closes nor is doubled, some lines after the opening one: the opening one was never closed.
    Stray,
    None,
}

/// Finds the quote that closes a field. On the opening line a single quote inside is taken as text (`"say "hi" now"`).
fn closing_quote(buffer: &[u8], from: usize, delimiter: u8) -> Closing {
    let (mut at, mut lines, mut doubled) = (from, 0, false);
    while let Some(length) = buffer[at..].iter().position(|byte| *byte == b'"') {
        lines += buffer[at..at + length].iter().filter(|byte| **byte == b'\n').count() as u32;
        let quote = at + length;
        match buffer.get(quote + 1) {
            Some(b'"') => {
                doubled = true;
                at = quote + 2;
            }
            Some(next) if *next == delimiter || *next == b'\n' => return Closing::At { at: quote, lines, doubled },
            _ => {
                let behind = skip_spaces(buffer, quote + 1, delimiter);
                match buffer.get(behind) {
                    None => return Closing::At { at: quote, lines, doubled },
                    Some(next) if *next == delimiter || *next == b'\n' => {
                        return Closing::At { at: quote, lines, doubled };
                    }
                    Some(_) if lines > 0 => return Closing::Stray,
                    Some(_) => at = quote + 1,
                }
            }
        }
    }
    Closing::None
}

#[cfg(test)]
mod tests {
    use super::super::decode::Encoding;
    use super::*;

    /// Reads a text and writes one line a record: its line, its fields; or the line and code of a problem.
    fn read(text: &[u8], delimiter: u8) -> String {
        let mut reader = Delimited::new(Decoded::new(text, Encoding::Utf8, false), delimiter);
        let mut out = String::new();
        loop {
            match reader.step() {
                Ok(Step::Record(record)) => {
                    out +=
                        &format!("{} {}\n", record.line, record.all().collect::<Vec<_>>().join("|").replace('\n', "⏎"))
                }
                Ok(Step::Problem(problem)) => {
                    out += &format!("{} !{}\n", problem.line.unwrap_or(0), problem.code.word())
                }
                Ok(Step::End) => return out,
                Err(problem) => return format!("{out}{} !!{}\n", problem.line.unwrap_or(0), problem.code.word()),
            }
        }
    }

    #[test]
    fn reads_records_and_their_lines() {
        let check = |text: &str, expected: &str| assert_eq!(read(text.as_bytes(), b','), expected, "{text:?}");
        check("a,b\n1,2\n", "1 a|b\n2 1|2\n");
        check("a,b\r\n1,2", "1 a|b\n2 1|2\n");
        check("\n\na,b\n\n1,2\n", "3 a|b\n5 1|2\n");
        check("a,\"b\nc\",d\n1,2,3\n", "1 a|b⏎c|d\n3 1|2|3\n");
        check("\"a \"\"quoted\"\" word\",b\n", "1 a \"quoted\" word|b\n");
        check("\"a \"quoted\" word\",b\n", "1 a \"quoted\" word|b\n");
        check("a, \"b,c\" ,d\n", "1 a|b,c|d\n");
        check("\"\",\"\"\n,\n", "1 |\n2 |\n");
        check("a,b,\n", "1 a|b|\n");
        check("\"x\"\r\n\"y\"", "1 x\n2 y\n");
        check("", "");
        assert_eq!(read(b"a;b\n1,5;2\n", b';'), "1 a|b\n2 1,5|2\n");
        assert_eq!(read(b"a\tb\n \"x\"\ty\n", b'\t'), "1 a|b\n2 x|y\n");
    }

    #[test]
    fn a_stray_quote_costs_one_row() {
        let check = |text: &str, expected: &str| assert_eq!(read(text.as_bytes(), b','), expected, "{text:?}");
        check("a,b\n1,\"2\n3,4\n5,6\n", "1 a|b\n2 !quote_unclosed\n3 3|4\n4 5|6\n");
        check("a,b\n1,\"2\n3,\"4\"\n5,6\n", "1 a|b\n2 !quote_unclosed\n3 3|4\n4 5|6\n");
        check("a,b\n1,2\n3,\"4", "1 a|b\n2 1|2\n0 !!file_truncated\n");
    }

    #[test]
    fn a_bad_byte_costs_one_row() {
        assert_eq!(read(b"a,b\n1,\xff\n3,4\n", b','), "1 a|b\n2 !encoding_invalid\n3 3|4\n");
    }

    #[test]
    fn memory_stays_bounded() {
        let endless = std::io::repeat(b'x').take(3 << 30);
        let mut reader = Delimited::new(Decoded::new(endless, Encoding::Utf8, false), b',');
        let Err(problem) = reader.step() else { panic!("a line without an end") };
        assert_eq!(problem.code, ProblemCode::LineTooLong);
        assert!(reader.buffer.len() < 2 * LINE_MAX);
        let swallowed = [b"a,b\n1,\"".to_vec(), b"x,y\n".repeat(1 << 19), b"7,8\n".to_vec()].concat();
        let text = read(&swallowed, b',');
        assert!(text.starts_with("1 a|b\n2 !quote_unclosed\n3 x|y\n") && text.ends_with("7|8\n"));
    }

    #[test]
    fn chunks_do_not_show() {
        let row = "client,\"two\nlines\",\"say \"\"hi\"\"\",12\n";
        let text = row.repeat(20_000);
        let expected: String = (0..20_000).map(|n| format!("{} client|two⏎lines|say \"hi\"|12\n", 1 + n * 2)).collect();
        assert_eq!(read(text.as_bytes(), b','), expected);
    }
}
