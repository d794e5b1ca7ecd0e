//! Runs every file of a folder outside the project through the import, when KHITAM_SAMPLES names it.

use super::clients::Clients;
use super::plan::Options;
use super::sample::{WORDS, told};
use super::value::date::DateOrder;
use std::path::{Path, PathBuf};

#[test]
fn files_from_elsewhere() {
    let Some(folder) = std::env::var_os("KHITAM_SAMPLES") else {
        eprintln!("KHITAM_SAMPLES is not set: no files from elsewhere were read");
        return;
    };
    let mut files = Vec::new();
    collect(Path::new(&folder), &mut files);
    files.sort();
    let mut clients = Clients::default();
    for path in files {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut told_of = told(&path, &name, &Options::new(&WORDS), &mut clients);
        if told_of.contains(" date_order_unclear ") && told_of.starts_with("!!") {
            let options = Options { dates: Some(DateOrder::Mdy), ..Options::new(&WORDS) };
            told_of += &told(&path, &name, &options, &mut clients);
        }
        println!("== {}\n{}", path.display(), summary(&told_of));
    }
}

/// Counts the rows by kind and the problems and notes by code, and shows the first of each.
fn summary(told: &str) -> String {
    let mut counts: Vec<(String, usize, &str)> = Vec::new();
    for line in told.lines() {
        let word = |number: usize| line.split(' ').nth(number).unwrap_or_default();
        let key = match word(0) {
            "!!" => line.to_owned(),
            "!" => {
                format!("! {}", line.split(" «").next().and_then(|head| head.rsplit(' ').next()).unwrap_or_default())
            }
            "~" => format!("~ {}", word(2)),
            _ => word(1).to_owned(),
        };
        match counts.iter_mut().find(|(known, ..)| *known == key) {
            Some((_, count, _)) => *count += 1,
            None => counts.push((key, 1, line)),
        }
    }
    counts.into_iter().map(|(key, count, first)| format!("{count:6} {key}   e.g. {first}\n")).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let is_table =
            path.extension().is_some_and(|ending| ["csv", "tsv", "txt", "xlsx"].iter().any(|known| ending == *known));
        if path.is_dir() {
            collect(&path, files);
        } else if is_table {
            files.push(path);
        }
    }
}
