//! How far a sealing came: a line for each finished part, so that after a crash only the part that was being written is
//! written again.

use super::part_path;
use serde::{Deserialize, Serialize};
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Result, Write};
use std::path::{Path, PathBuf};

const FILE: &str = "sealing.jsonl";

/// A file within a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub path: String,
    pub bytes: u64,
    pub sha256: String,
}

/// A finished part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Of the encrypted part.
    pub bytes: u64,
    pub sha256: String,
    pub entries: Vec<Entry>,
}

/// The parts that are finished, of one plan.
pub struct Progress {
    /// Where they are noted; nothing where no path may stand open.
    file: Option<PathBuf>,
    pub parts: Vec<Part>,
}

impl Progress {
    /// Begins a sealing of which nothing is noted, in a folder that is not there yet.
    pub fn unnoted(folder: &Path) -> Result<Progress> {
        fs::create_dir(folder)?;
        fs::create_dir(folder.join("data"))?;
        Ok(Progress { file: None, parts: vec![] })
    }

    /// Takes up a sealing of this plan in a folder; one of another plan, or a broken one, begins anew.
    pub fn take_up(folder: &Path, plan: &str) -> Result<Progress> {
        let file = folder.join(FILE);
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::InvalidData) => String::new(),
            Err(error) => return Err(error),
        };
        // The last line may have been cut by a crash.
        let mut lines = text.split_inclusive('\n').filter(|line| line.ends_with('\n'));
        if lines.next().map(str::trim_end) == Some(plan) {
            let read = lines.map_while(|line| serde_json::from_str(line).ok()).zip(1..);
            let stands = |(part, number): &(Part, usize)| {
                fs::metadata(folder.join(part_path(*number))).is_ok_and(|file| file.len() == part.bytes)
            };
            let parts: Vec<Part> = read.take_while(stands).map(|(part, _)| part).collect();
            return Progress::noted(file, parts, plan);
        }
        if file.exists() {
            fs::remove_dir_all(folder)?;
        } else if folder.exists() {
            // It is somebody's own folder.
            return Err(ErrorKind::AlreadyExists.into());
        }
        fs::create_dir_all(folder.join("data"))?;
        Progress::noted(file, vec![], plan)
    }

    /// Notes a finished part.
    pub fn add(&mut self, part: Part) -> Result<()> {
        if let Some(file) = &self.file {
            let mut file = OpenOptions::new().append(true).open(file)?;
            file.write_all(line(&part)?.as_bytes())?;
            file.sync_all()?;
        }
        self.parts.push(part);
        Ok(())
    }

    /// Ends it: everything is sealed.
    pub fn end(self) -> Result<()> {
        self.file.map_or(Ok(()), fs::remove_file)
    }

    /// Notes the plan and the parts that are finished.
    fn noted(file: PathBuf, parts: Vec<Part>, plan: &str) -> Result<Progress> {
        let lines: String = parts.iter().map(line).collect::<Result<_>>()?;
        let mut written = File::create(&file)?;
        written.write_all(format!("{plan}\n{lines}").as_bytes())?;
        written.sync_all()?;
        Ok(Progress { file: Some(file), parts })
    }
}

fn line(part: &Part) -> Result<String> {
    Ok(serde_json::to_string(part)? + "\n")
}
