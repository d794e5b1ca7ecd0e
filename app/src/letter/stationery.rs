//! What a firm keeps in files for its letters: what stands above them.

use crate::document::{Letterhead, Logo};
use std::path::Path;

/// A file of a firm's stationery is no larger, in bytes; a logo may be.
const TEXT_MAX: u64 = 64 * 1024;
const LOGO_MAX: u64 = 2 * 1024 * 1024;

impl Letterhead {
    /// Reads `name-ar.txt`, `address-ar.txt`, the same in English, and `logo.svg` or `logo.png`; without a name of its own
    /// the firm's stands.
    pub fn of(folder: &Path, firm: &str) -> Letterhead {
        let name = |tag: &str| {
            let own = text(&folder.join(format!("name-{tag}.txt"))).map(|own| own.trim().to_owned());
            own.filter(|own| !own.is_empty()).unwrap_or_else(|| firm.to_owned())
        };
        let address = |tag: &str| {
            let own = text(&folder.join(format!("address-{tag}.txt"))).unwrap_or_default();
            own.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
        };
        let logo = |file: &str, is_svg| bytes(&folder.join(file), LOGO_MAX).map(|bytes| Logo { bytes, is_svg });
        Letterhead {
            names: [name("ar"), name("en")],
            address: [address("ar"), address("en")],
            logo: logo("logo.svg", true).or_else(|| logo("logo.png", false)),
        }
    }
}

fn text(file: &Path) -> Option<String> {
    bytes(file, TEXT_MAX).and_then(|bytes| String::from_utf8(bytes).ok())
}

fn bytes(file: &Path, max: u64) -> Option<Vec<u8>> {
    let is_small = std::fs::metadata(file).is_ok_and(|known| known.is_file() && known.len() <= max);
    if is_small { std::fs::read(file).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_firms_own_files_come_first() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("address-en.txt"), "King Fahd Road\n\n Riyadh \n").expect("written");
        let head = Letterhead::of(folder.path(), "Midad");
        assert_eq!(head.names, ["Midad", "Midad"]);
        assert_eq!(head.address, [vec![], vec!["King Fahd Road".to_owned(), "Riyadh".to_owned()]]);
        assert_eq!(head.logo, None);
    }
}
