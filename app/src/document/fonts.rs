//! Fonts for papers: the firm's own first, then those within the program.

use std::path::Path;
use std::sync::OnceLock;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The fonts that a paper may be set in.
pub struct Fonts {
    pub(super) book: LazyHash<FontBook>,
    pub(super) all: Vec<Font>,
    own: Vec<String>,
}

impl Fonts {
    /// Reads the fonts of the firm's folder (`ttf`, `otf`, `ttc`), if there is one; a file that is none is passed over.
    pub fn of(folder: Option<&Path>) -> Fonts {
        let entries = folder.into_iter().flat_map(|folder| std::fs::read_dir(folder).into_iter().flatten()).flatten();
        let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        let is_font = |path: &Path| {
            path.extension()
                .and_then(|end| end.to_str())
                .is_some_and(|end| ["ttf", "otf", "ttc"].iter().any(|known| known.eq_ignore_ascii_case(end)))
        };
        let files = paths.iter().filter(|path| is_font(path)).filter_map(|path| std::fs::read(path).ok());
        let own: Vec<Font> = files.flat_map(|file| Font::iter(Bytes::new(file))).collect();
        let mut families: Vec<String> = own.iter().map(|font| font.info().family.to_lowercase()).collect();
        families.dedup();
        let all: Vec<Font> = own.into_iter().chain(built_in().iter().cloned()).collect();
        Fonts { book: LazyHash::new(FontBook::from_fonts(&all)), all, own: families }
    }

    /// Returns the families of the firm's own fonts, in the order of their files.
    pub fn families(&self) -> &[String] {
        &self.own
    }
}

fn built_in() -> &'static [Font] {
    static FONTS: OnceLock<Vec<Font>> = OnceLock::new();
    FONTS.get_or_init(|| {
        let files = [
            uzor_fonts::NOTO_SANS_ARABIC,
            uzor_fonts::INTER_400,
            uzor_fonts::INTER_700,
            dejavu::sans::regular(),
            dejavu::sans::bold(),
        ];
        files.into_iter().map(Bytes::new).flat_map(Font::iter).collect()
    })
}
