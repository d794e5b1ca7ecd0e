//! Papers as PDF/A: letters, certificates and the dossier, set by typst from the plain text of a letter.

mod block;
mod fonts;
mod run;
mod world;

pub use block::{Block, Shape, blocks};
pub use fonts::Fonts;
pub use run::{Run, isolated};

use crate::lang::{Lang, Language};
use block::alike;
use data_encoding::HEXLOWER;
use domain::days::Day;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// What stands above every letter of a firm.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The firm's name in Arabic and in English; the same where it has one only.
    pub names: [String; 2],
    /// The address, a line each, in Arabic and in English.
    pub address: [Vec<String>; 2],
    pub logo: Option<Logo>,
}

/// A logo as its file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    pub bytes: Vec<u8>,
    pub is_svg: bool,
}

/// A paper to be set: its texts in one language, or the Arabic and the English one side by side.
#[derive(Clone, Debug)]
pub struct Paper<'a> {
    pub texts: Vec<(Language, String)>,
    /// What is annexed to it, each on a page of its own: texts as above.
    pub annexes: Vec<Vec<(Language, String)>>,
    /// The digest under which it is kept; nothing where it is kept nowhere else, so that its texts are counted.
    pub digest: Option<String>,
    pub on: Day,
    pub head: &'a Letterhead,
    /// Whether the last paragraph is who signs, with room above it for the hand.
    pub is_signed: bool,
    /// Whether it is not for the client: written across every page.
    pub is_internal: bool,
}

/// A paper that could not be set; what typst says of it, for whoever changes the layout.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unset(pub String);

/// Sets a paper as PDF/A-2a.
pub fn pdf(paper: &Paper, fonts: &Fonts) -> Result<Vec<u8>, Unset> {
    let logo = paper.head.logo.as_ref().map(|logo| (logo_name(logo), logo.bytes.clone()));
    world::set(&inputs(paper, fonts).to_string(), logo, paper.on, fonts)
}

/// Returns the SHA-256 of the texts of a paper and of what is annexed to it, as it stands at the foot of its pages.
pub fn digest<'a>(texts: impl IntoIterator<Item = &'a (Language, String)>) -> String {
    let mut hash = Sha256::new();
    texts.into_iter().for_each(|(_, text)| hash.update(text.as_bytes()));
    HEXLOWER.encode(&hash.finalize())
}

fn logo_name(logo: &Logo) -> &'static str {
    if logo.is_svg { "logo.svg" } else { "logo.png" }
}

fn inputs(paper: &Paper, fonts: &Fonts) -> Value {
    let language = paper.texts.first().map_or(Language::default(), |(language, _)| *language);
    let lang = Lang::plain(language);
    let at = usize::from(language == Language::English);
    let title = paper.texts.first().map(|(_, text)| title(text)).unwrap_or_default();
    let mut names = vec![paper.head.names[at].as_str()];
    names.extend(
        paper
            .head
            .names
            .iter()
            .map(String::as_str)
            .filter(|name| paper.texts.len() == 2 && *name != names[0])
            .collect::<Vec<_>>(),
    );
    let runs = |text: &str| run::runs(text, language);
    let counted = || digest(paper.texts.iter().chain(paper.annexes.iter().flatten()));
    let (year, month, day) = paper.on.civil();
    json!({
        "fonts": fonts.families(),
        "title": title,
        "date": [year, month, day],
        "parts": std::iter::once(part(&paper.texts, paper.is_signed))
            .chain(paper.annexes.iter().map(|texts| part(texts, true)))
            .collect::<Vec<_>>(),
        "mark": if paper.is_internal { lang.text("letter-internal") } else { String::new() },
        "digest-name": lang.text("letter-digest"),
        "digest": grouped(&paper.digest.clone().unwrap_or_else(counted)),
        "page": lang.say("letter-page", [("n", "{n}".into()), ("total", "{total}".into())]),
        "running": runs(title),
        "head": {
            "name": paper.head.names[at],
            "names": names.into_iter().map(runs).collect::<Vec<_>>(),
            "lines": paper.head.address[at].iter().map(|line| runs(line)).collect::<Vec<_>>(),
            "running": runs(&paper.head.names[at]),
            "logo": paper.head.logo.as_ref().map_or("", logo_name),
        },
    })
}

fn part(texts: &[(Language, String)], is_signed: bool) -> Value {
    let mut columns: Vec<(Language, Vec<Block>)> =
        texts.iter().map(|(language, text)| (*language, block::blocks(text, *language))).collect();
    if let [(_, first), (_, second)] = &mut columns[..] {
        alike(first, second);
    }
    let columns: Vec<Value> =
        columns.iter().map(|(language, blocks)| json!({"lang": language.tag(), "blocks": blocks})).collect();
    json!({"is-signed": is_signed, "columns": columns})
}

/// Returns the title of a text: what stands after its first `# `.
pub fn title(text: &str) -> &str {
    text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default().trim()
}

/// Returns hexadecimal digits in groups of eight, so that an eye can hold them against others.
fn grouped(digits: &str) -> String {
    let groups: Vec<&str> = (0..digits.len()).step_by(8).map(|at| &digits[at..(at + 8).min(digits.len())]).collect();
    groups.join(" ")
}
