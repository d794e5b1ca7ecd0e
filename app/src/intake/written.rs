//! Numbers in problems as their file writes them: rows carry western digits, and a person looks for what stands in the file.

use super::plan::Plan;
use super::problem::Problem;
use super::source::{Step, each};
use std::ops::ControlFlow;
use std::path::Path;

/// A problem that names a number: its place among the problems, the line, and the place of the number's cell.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    pub problem: usize,
    pub line: u32,
    pub cell: usize,
}

/// Writes numbers as they stand in the file. Who cannot be read a second time was read a moment ago: then they stay.
pub fn restore(path: &Path, plan: &Plan, problems: &mut [Problem], mut named: Vec<Named>) {
    named.sort_unstable_by_key(|named| named.line);
    let mut left = named.as_slice();
    if left.is_empty() {
        return;
    }
    let read = each(path, &plan.format, &mut |step, _| {
        if let Step::Record(record) = step {
            let before = left.partition_point(|named| named.line < record.line);
            let to = before + left[before..].partition_point(|named| named.line == record.line);
            left[before..to].iter().for_each(|named| problems[named.problem].write_as(record.field(named.cell)));
            left = &left[to..];
        }
        if left.is_empty() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    read.unwrap_or_default();
}
