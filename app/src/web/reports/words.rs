//! What a report says: the reporter's words, what they added, the files that came with it.

use super::room::Room;
use crate::web::markup::{Markup, Pen};
use crate::web::when::in_digits;
use domain::days::Day;
use domain::record::{Choice, Report};

/// The report as its pages show it.
pub struct Words {
    pub wishes: Vec<Markup>,
    pub text: String,
    pub details: Vec<(Markup, Markup)>,
    /// What was added later: the day, and the words.
    pub added: Vec<(Markup, String)>,
    pub files: Vec<FileView>,
}

/// A file as a page offers it.
pub struct FileView {
    pub href: String,
    pub name: Markup,
    pub size: Markup,
    /// The first signs of its SHA-256.
    pub digest: Markup,
}

impl Words {
    pub fn of(room: &Room) -> Words {
        let pen = room.pen();
        let envelope = &room.opened.envelope;
        let file = |(n, file): (usize, &crate::flow::reports::File)| FileView {
            href: room.path(&format!("files/{n}")),
            name: pen.name(&file.name),
            size: pen.say("report-file-size", [("n", ((file.bytes as f64 / 1024.0).ceil()).into())]),
            digest: pen.id(file.sha256.get(..12).unwrap_or_default()),
        };
        let protection = &room.opened.case.protection;
        let said = protection.added.iter().filter_map(|(on, text)| Some((pen.day(*on), text.clone()?)));
        Words {
            wishes: envelope.wishes.iter().map(|wish| pen.t(&format!("wish-{wish}"))).collect(),
            text: envelope.report.text.clone(),
            details: details(&envelope.report, &pen),
            added: said.collect(),
            files: envelope.files.iter().enumerate().map(file).collect(),
        }
    }
}

/// Returns what the reporter added to the text, in words.
pub fn details(report: &Report, pen: &Pen) -> Vec<(Markup, Markup)> {
    let lang = pen.lang;
    let at = match (Day::from_iso(&report.at), report.at.split_once('T')) {
        (Some(day), Some((_, time))) => Some(format!("{} {}", lang.day(day), in_digits(time, lang.digits))),
        (Some(day), None) => Some(lang.day(day)),
        (None, _) => None,
    };
    let known = |word: &String| lang.text(&format!("known-by-{word}"));
    let side = |side: domain::record::Side| lang.text(&format!("target-{}", side.word()));
    [
        ("report-at", at),
        ("report-target", report.target_side.map(side)),
        ("report-channel", report.channel.clone()),
        ("report-witnesses", report.witnesses.clone()),
        ("report-known-by", report.known_by.as_ref().map(known)),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some((pen.t(key), pen.name(&value.filter(|value| !value.is_empty())?))))
    .collect()
}
