//! Looks into a workbook before anything expands it: sizes declared, sizes true, and nothing that would not fit in memory.

use super::delimited::LINE_MAX;
use crate::intake::problem::{Problem, ProblemCode};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use zip::ZipArchive;
use zip::read::ZipFile;

/// The largest workbook file.
pub const WORKBOOK_MAX: u64 = 200 << 20;
/// The most that all parts of a workbook may expand to.
pub const EXPANDED_MAX: u64 = 512 << 20;
/// The most that the texts of a workbook may expand to; they are held in memory.
pub const TEXTS_MAX: u64 = 128 << 20;
/// A large part that shrank to less than this fraction holds nothing but repetition.
const RATIO_MAX: u64 = 100;
const RATIO_FROM: u64 = 16 << 20;
const PARTS_MAX: usize = 10_000;

/// Refuses an archive that is no workbook, is cut off, or would expand beyond the limits.
pub fn check(path: &Path) -> Result<(), Problem> {
    let unreadable = |error: std::io::Error| Problem::unreadable(&error);
    let file = File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    let mut archive = ZipArchive::new(std::io::BufReader::new(file)).map_err(|_| cut_off())?;
    if archive.index_for_name("[Content_Types].xml").is_none() {
        let first = archive.by_index_raw(0).map(|part| name(&part)).unwrap_or_default();
        return Err(Problem::of_file(ProblemCode::NotATable, &first));
    }
    let mut room = EXPANDED_MAX;
    if size > WORKBOOK_MAX || archive.len() > PARTS_MAX || !declared_fits(&mut archive)? {
        return Err(too_large());
    }
    for index in 0..archive.len() {
        room = room.checked_sub(expand(&mut archive, index, room)?).ok_or_else(too_large)?;
    }
    Ok(())
}

fn cut_off() -> Problem {
    Problem::of_file(ProblemCode::FileTruncated, "")
}

fn too_large() -> Problem {
    Problem::of_file(ProblemCode::TooLarge, &(EXPANDED_MAX >> 20).to_string())
}

/// Adds up what the archive's own directory says, which costs nothing.
fn declared_fits<R: Read + std::io::Seek>(archive: &mut ZipArchive<R>) -> Result<bool, Problem> {
    let mut total = 0u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|_| cut_off())?;
        total = total.saturating_add(part.size());
        let repeats = part.size() > RATIO_FROM && part.size() / part.compressed_size().max(1) > RATIO_MAX;
        let texts = is_texts(&name(&part)) && part.size() > TEXTS_MAX;
        if repeats || texts || total > EXPANDED_MAX {
            return Ok(false);
        }
    }
    Ok(true)
}

fn name<R: Read + ?Sized>(part: &ZipFile<'_, R>) -> String {
    part.name().map(|name| name.into_owned()).unwrap_or_default()
}

fn is_texts(name: &str) -> bool {
    name.ends_with("sharedStrings.xml")
}

/// Inflates one part and throws it away, for the directory may lie; returns its true size.
fn expand<R: Read + std::io::Seek>(archive: &mut ZipArchive<R>, index: usize, room: u64) -> Result<u64, Problem> {
    let part = archive.by_index(index).map_err(|_| cut_off())?;
    let name = name(&part);
    let (texts, xml) = (is_texts(&name), name.ends_with(".xml"));
    let room = if texts { room.min(TEXTS_MAX) } else { room };
    let mut part = part.take(room + 1);
    let (mut chunk, mut total, mut run) = (vec![0; 64 * 1024], 0u64, 0usize);
    loop {
        let count = part.read(&mut chunk).map_err(|_| cut_off())?;
        if count == 0 {
            return Ok(total);
        }
        if total == 0 && texts && promised_texts(&chunk[..count]) > TEXTS_MAX / 8 {
            return Err(too_large());
        }
        total += count as u64;
        run = longest_run(&chunk[..count], run);
        if total > room || (xml && run > LINE_MAX) {
            return Err(too_large());
        }
    }
}

/// Returns the bytes since the last tag began, or the longest such run if that is longer: a reader holds it in memory.
fn longest_run(chunk: &[u8], before: usize) -> usize {
    let is_tag = |byte: &u8| *byte == b'<';
    match (chunk.iter().position(is_tag), chunk.iter().rposition(is_tag)) {
        (Some(first), Some(_)) if before + first > LINE_MAX => before + first,
        (Some(_), Some(last)) => chunk.len() - last,
        _ => before + chunk.len(),
    }
}

/// Reads how many texts the table of texts promises; the workbook reader makes room for as many at once.
fn promised_texts(head: &[u8]) -> u64 {
    let head = String::from_utf8_lossy(&head[..head.len().min(4096)]);
    let promised = head.split("uniqueCount=").nth(1).and_then(|rest| rest.get(1..));
    let digits: String = promised.unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
    if digits.is_empty() { 0 } else { digits.parse().unwrap_or(u64::MAX) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::source::sample::archive;

    fn code(parts: &[(&str, Vec<u8>)]) -> Option<ProblemCode> {
        check(archive(parts).path()).err().map(|problem| problem.code)
    }

    #[test]
    fn refuses_bombs_and_strangers() {
        let types = ("[Content_Types].xml", b"<Types/>".to_vec());
        let sheet = |bytes| ("xl/worksheets/sheet1.xml", bytes);
        assert_eq!(code(&[types.clone(), sheet(b"<worksheet/>".to_vec())]), None);
        assert_eq!(code(&[("photo.jpg", vec![1, 2, 3])]), Some(ProblemCode::NotATable));
        assert_eq!(code(&[types.clone(), sheet(b"<c></c>".repeat(20 << 20))]), Some(ProblemCode::TooLarge));
        assert_eq!(code(&[types.clone(), sheet(vec![b'x'; 3 << 20])]), Some(ProblemCode::TooLarge));
        let liar = b"<sst uniqueCount=\"99999999999\"></sst>".to_vec();
        assert_eq!(code(&[types, ("xl/sharedStrings.xml", liar)]), Some(ProblemCode::TooLarge));
    }

    #[test]
    fn a_cut_archive_is_said_to_be_cut() {
        let file = archive(&[
            ("[Content_Types].xml", b"<Types/>".to_vec()),
            ("xl/a.xml", (0..=255).cycle().take(90_000).collect()),
        ]);
        let half = file.as_file().metadata().expect("its size").len() / 2;
        file.as_file().set_len(half).expect("cut");
        assert_eq!(check(file.path()).err().map(|p| p.code), Some(ProblemCode::FileTruncated));
    }
}
