//! What both sides keep of an end, as one file: a page to read in both languages, the letters as they were served, and the
//! digest of each. It is made from `ClientPage` alone, so that nothing internal can come into it.

use crate::keep::bag::Named;
use crate::lang::{Lang, Language};
use crate::web::PageError;
use crate::web::portal::offers::{OfferView, alternatives, bridges};
use askama::Template;
use domain::journal::digest;
use domain::separation::portal::ClientPage;
use std::io::{Cursor, Write};
use zip::DateTime;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Whose end it is.
pub struct Parties<'a> {
    pub firm: &'a str,
    pub client: &'a str,
}

#[derive(Template)]
#[template(path = "closing_pack/index.html")]
struct Index {
    firm: String,
    client: String,
    /// Arabic first, then English.
    halves: [Half; 2],
}

/// The page in one language.
struct Half {
    lang: Lang,
    ends: Option<String>,
    /// What became of the account, of the data, and of the clearance.
    says: Vec<String>,
    /// Each letter: what it is, its file, its digest.
    letters: Vec<(String, String, String)>,
    /// What is offered for the time after the end, under its headings.
    offers: [(String, Vec<OfferView>); 2],
    questions: Vec<(String, String)>,
}

impl Half {
    fn t(&self, key: &str) -> String {
        self.lang.text(key)
    }
}

/// Returns the pack as a ZIP file; the same end gives the same bytes.
pub fn made(parties: &Parties, page: &ClientPage) -> Result<Vec<u8>, PageError> {
    let letters: Vec<(String, String)> = page
        .letters
        .iter()
        .filter_map(|letter| Some((format!("letters/{}-{}.txt", letter.id, letter.kind.word()), letter.text.clone()?)))
        .collect();
    let halves = [Language::Arabic, Language::English].map(|language| half(language, page));
    let index = Index { firm: parties.firm.to_owned(), client: parties.client.to_owned(), halves };
    let index = index.render()?;
    let files: Vec<(String, String)> = [("index.html".to_owned(), index)].into_iter().chain(letters).collect();
    let manifest = files.iter().map(|(name, text)| format!("{}  {name}\n", digest(text.as_bytes()))).collect();
    let all = files.into_iter().chain([("manifest-sha256.txt".to_owned(), manifest)]);
    zipped(all.map(|(name, text)| (name, text.into_bytes()))).map_err(|error| PageError::Broken(error.to_string()))
}

/// Returns the pack of an end by names, for stories that are told without a visitor.
pub fn pack(firm: &str, client: &str, page: &ClientPage) -> Result<Vec<u8>, String> {
    made(&Parties { firm, client }, page).map_err(|error| format!("{error:?}"))
}

fn half(language: Language, page: &ClientPage) -> Half {
    let lang = Lang { hijri: true, isolates: true, ..Lang::page(language) };
    let day = |on| lang.weekday(on);
    let letters = page.letters.iter().map(|letter| {
        let kind = letter.kind.word();
        (lang.text(&format!("letter-kind-{kind}")), format!("letters/{}-{kind}.txt", letter.id), letter.digest.clone())
    });
    let answered = page.questions.iter().filter_map(|one| Some((one.question.clone(), one.answer.clone()?)));
    Half {
        lang,
        ends: page.ends_on.map(|on| {
            let hijri = lang.hijri_day(on);
            lang.say("pack-ends", [("day", day(on).into()), ("hijri", hijri.into())])
        }),
        says: outcomes(lang, page),
        letters: letters.collect(),
        offers: [
            (lang.text("offer-alternatives"), alternatives(lang, &page.alternatives)),
            (lang.text("offer-bridges"), bridges(lang, &page.bridges)),
        ],
        questions: answered.collect(),
    }
}

/// Says what became of the account, of the data, and of the clearance.
pub fn outcomes(lang: Lang, page: &ClientPage) -> Vec<String> {
    let day = |on| lang.weekday(on);
    let mut says = vec![];
    if let Some((settlement, on)) = page.settlement {
        let how = lang.text(&format!("settlement-{}", settlement.word()));
        says.push(lang.say("pack-settlement", [("how", how.into()), ("day", day(on).into())]));
    }
    for (fate, on, backups) in &page.disposals {
        let what = lang.text(&format!("fate-{}", fate.word()));
        says.push(lang.say("pack-data", [("what", what.into()), ("day", day(*on).into())]));
        says.extend(backups.map(|until| lang.say("pack-backups", [("day", day(until).into())])));
    }
    if let Some((name, on)) = &page.signed {
        says.push(lang.say("portal-signed", [("name", name.as_str().into()), ("day", day(*on).into())]));
    }
    says
}

/// Returns files as a ZIP file.
pub fn zipped(files: impl Iterator<Item = Named>) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    // Without a time of its own, so that the same pack has the same digest.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for (name, bytes) in files {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
