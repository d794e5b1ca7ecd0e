//! One part: lines, compressed, encrypted for those who may read them. A part is held in memory while it is made or read;
//! a backup is not.

use super::Trouble;
use crate::secret::identity::{self, Identity};
use age::stream::StreamWriter;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::io::{self, BufRead, BufReader, Read, Write};

/// A part is closed once its lines have as many bytes.
pub const PART_BYTES: u64 = 32 * 1024 * 1024;

/// No row is longer; a longer line was not written by us and would fill the memory.
const LINE_BYTES_MAX: u64 = 1024 * 1024 * 1024;

/// A part that is being written.
pub struct Sealer {
    gzip: GzEncoder<StreamWriter<Vec<u8>>>,
    /// How many bytes its lines have.
    pub bytes: u64,
}

impl Sealer {
    /// Begins a part for readers.
    pub fn new(readers: &[String]) -> io::Result<Sealer> {
        let readers: Vec<&str> = readers.iter().map(String::as_str).collect();
        let sealing = identity::sealing(Vec::new(), &readers)?;
        Ok(Sealer { gzip: GzEncoder::new(sealing, Compression::default()), bytes: 0 })
    }

    /// Adds a line, which ends as lines do.
    pub fn line(&mut self, line: &[u8]) -> io::Result<()> {
        self.bytes += line.len() as u64;
        self.gzip.write_all(line)
    }

    /// Ends the part and returns its bytes.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        self.gzip.finish()?.finish()
    }
}

/// A part that is being read.
pub struct Opening<'s> {
    lines: BufReader<Box<dyn Read + 's>>,
    line: Vec<u8>,
}

impl<'s> Opening<'s> {
    /// Opens a part.
    pub fn new(sealed: &'s [u8], identity: &Identity) -> Result<Opening<'s>, Trouble> {
        let opened = identity.opening(sealed).ok_or(Trouble::NoKey)?;
        Ok(Opening { lines: BufReader::new(Box::new(GzDecoder::new(opened))), line: vec![] })
    }

    /// Returns the next line.
    pub fn read_line(&mut self) -> io::Result<Option<&[u8]>> {
        self.line.clear();
        let mut limited = (&mut self.lines).take(LINE_BYTES_MAX);
        let read = limited.read_until(b'\n', &mut self.line)?;
        match (read, self.line.last()) {
            (0, _) => Ok(None),
            (_, Some(b'\n')) => Ok(Some(&self.line)),
            _ => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }
}
