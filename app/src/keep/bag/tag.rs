//! Tag files: the declaration, and lines in the encoding that it names.

use super::{Code, Fault};
use encoding_rs::Encoding;

/// The file that makes a folder a bag.
pub const DECLARATION: &str = "bagit.txt";

/// A version of BagIt, such as 0.97.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u32, pub u32);

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}.{}", self.0, self.1)
    }
}

impl Version {
    /// From here on every manifest lists everything, and nothing twice.
    pub const ONE: Version = Version(1, 0);
    const OLDEST: Version = Version(0, 93);
}

/// What `bagit.txt` declares.
#[derive(Clone, Copy, Debug)]
pub struct Declaration {
    pub version: Version,
    pub encoding: &'static Encoding,
}

impl Declaration {
    /// What is assumed where nothing can be read, so that the rest can be judged.
    pub const ASSUMED: Declaration = Declaration { version: Version::ONE, encoding: encoding_rs::UTF_8 };

    /// Reads the two lines of `bagit.txt`, exactly as they must be: no mark before them, no space before a colon.
    pub fn read(bytes: &[u8]) -> Result<Declaration, Fault> {
        let fault = |code, line, about: &str| Fault::of(code, DECLARATION).at(line).about(about);
        let text = std::str::from_utf8(bytes).map_err(|_| fault(Code::NotText, 1, "UTF-8"))?;
        let mut lines = lines(text);
        let first = lines.next().unwrap_or_default();
        let version = first.strip_prefix("BagIt-Version: ").and_then(version);
        let version = version.ok_or_else(|| fault(Code::Declaration, 1, first))?;
        if !(Version::OLDEST..=Version::ONE).contains(&version) {
            return Err(fault(Code::Version, 1, first));
        }
        let second = lines.next().unwrap_or_default();
        let label = second.strip_prefix("Tag-File-Character-Encoding: ");
        let label = label.ok_or_else(|| fault(Code::Declaration, 2, second))?;
        let encoding = Encoding::for_label(label.as_bytes()).ok_or_else(|| fault(Code::Encoding, 2, label))?;
        match lines.next() {
            Some(third) => Err(fault(Code::Declaration, 3, third)),
            None => Ok(Declaration { version, encoding }),
        }
    }

    /// Returns the text of a tag file.
    pub fn text(&self, file: &str, bytes: &[u8]) -> Result<String, Fault> {
        let (text, _, had_errors) = self.encoding.decode(bytes);
        if had_errors {
            return Err(Fault::of(Code::NotText, file).about(self.encoding.name()));
        }
        Ok(text.into_owned())
    }
}

/// Reads two numbers and nothing else.
fn version(text: &str) -> Option<Version> {
    let (major, minor) = text.split_once('.')?;
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten();
    Some(Version(number(major)?, number(minor)?))
}

/// Returns the lines of a text, ended by LF, CR or both.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let text = text.strip_suffix('\r').unwrap_or(text);
    let mut rest = (!text.is_empty()).then_some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = text.find(['\n', '\r']) else { return rest.take() };
        let after = &text[end..];
        let skipped = if after.starts_with("\r\n") { 2 } else { 1 };
        rest = Some(&after[skipped..]);
        Some(&text[..end])
    })
}

/// Returns the values of a label in a file of labels and values, whatever its case; a line that begins with a space
/// goes on with the line before.
pub fn values<'t>(text: &'t str, label: &str) -> Vec<&'t str> {
    let labelled = lines(text).filter(|line| !line.starts_with([' ', '\t'])).filter_map(|line| line.split_once(':'));
    labelled.filter(|(name, _)| name.trim().eq_ignore_ascii_case(label)).map(|(_, value)| value.trim()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declaration_is_two_lines_and_nothing_else() {
        let good = |text: &str| Declaration::read(text.as_bytes()).map(|declared| declared.version);
        assert_eq!(good("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"), Ok(Version(1, 0)));
        assert_eq!(good("BagIt-Version: 0.96\r\nTag-File-Character-Encoding: ISO-8859-1"), Ok(Version(0, 96)));
        let bad = |text: &str| good(text).expect_err(text);
        let code = |text: &str| (bad(text).code, bad(text).line);
        assert_eq!(code(""), (Code::Declaration, Some(1)));
        assert_eq!(code("BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n"), (Code::Declaration, Some(1)));
        assert_eq!(
            code("\u{feff}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
            (Code::Declaration, Some(1))
        );
        assert_eq!(code("BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n"), (Code::Declaration, Some(1)));
        assert_eq!(code("BagIt-Version: +1.0\nTag-File-Character-Encoding: UTF-8\n"), (Code::Declaration, Some(1)));
        assert_eq!(code("BagIt-Version: 1.0\n"), (Code::Declaration, Some(2)));
        assert_eq!(code("BagIt-Version: 1.0\nTag-File-Character-Encoding: Klingon\n"), (Code::Encoding, Some(2)));
        assert_eq!(
            code("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nmore\n"),
            (Code::Declaration, Some(3))
        );
        assert_eq!(code("BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n"), (Code::Version, Some(1)));
    }

    #[test]
    fn lines_end_in_three_ways() {
        let all = |text| lines(text).collect::<Vec<_>>();
        assert_eq!(all("a\nb\r\nc\rd\n"), ["a", "b", "c", "d"]);
        assert_eq!(all("a\n\nb"), ["a", "", "b"]);
        assert!(all("").is_empty());
        assert!(all("\n").is_empty());
    }

    #[test]
    fn labels_have_any_case_and_any_space() {
        let text = "Payload-Oxum: 1.1\nOther: x\n goes: on\nPAYLOAD-OXUM :  2.2\n";
        assert_eq!(values(text, "Payload-Oxum"), ["1.1", "2.2"]);
    }
}
