//! What both sides keep of an end, as one file: a page to read in both languages, the same as a PDF with every letter, the
//! letters as they were served, the clearance as it was signed, the statement, and the digest of each. It is made from
//! `ClientPage` alone, so that nothing internal can come into it.

use crate::document::{Fonts, Letterhead, Paper, pdf};
use crate::flow::case_files::{Maker, Parties};
use crate::keep::bag::Named;
use crate::lang::{Lang, Language};
use crate::letter::{account_closing, clearance};
use crate::web::PageError;
use crate::web::account::for_client::table;
use crate::web::export;
use crate::web::portal::offers::{OfferView, alternatives, bridges};
use crate::web::portal::paper::{Reply, paper};
use crate::web::portal::works::works;
use crate::web::portal::{Told, owed};
use askama::Template;
use domain::journal::digest;
use domain::separation::portal::{ClientPage, ServedLetter};
use std::io::{Cursor, Write};
use zip::DateTime;
use zip::write::{SimpleFileOptions, ZipWriter};

/// For stories that are told without a visitor.
pub const MAKER: Maker = Maker { pack, clearance: cleared };

#[derive(Template)]
#[template(path = "closing_pack/index.html")]
struct Index {
    firm: String,
    client: String,
    /// Arabic first, then English.
    halves: [Half; 2],
    /// The files beside the letters.
    has_statement: bool,
    has_clearance: bool,
}

/// The page in one language.
struct Half {
    lang: Lang,
    ends: Option<String>,
    /// What became of the account, of the data, and of the clearance.
    says: Vec<String>,
    /// What was signed: its digest, and the instant.
    signed: Option<(String, String)>,
    letters: Vec<LetterLine>,
    owed: Vec<[String; 4]>,
    /// What the account came to.
    account: Option<String>,
    /// What is offered for the time after the end, under its headings.
    offers: [(String, Vec<OfferView>); 3],
    questions: Vec<(String, String)>,
}

/// A letter in the list: what it is, its file, its digest, and who confirmed its receipt.
struct LetterLine {
    kind: String,
    file: String,
    digest: String,
    received: Option<String>,
}

impl Half {
    fn t(&self, key: &str) -> String {
        self.lang.text(key)
    }
}

/// Returns the pack as a ZIP file; the same end gives the same bytes.
pub fn made(parties: &Parties, page: &ClientPage, head: &Letterhead, fonts: &Fonts) -> Result<Vec<u8>, PageError> {
    // What it tells is the end as it stands once the file is closed.
    let page = &ClientPage { is_closed: true, ..page.clone() };
    let mut files: Vec<Named> = vec![("closing-pack.pdf".to_owned(), printed(parties, page, head, fonts)?)];
    let text = |letter: &ServedLetter| Some((letter_file(letter), letter.text.clone()?.into_bytes()));
    files.extend(page.letters.iter().filter_map(text));
    let signed = page.clearance.as_ref().and_then(|signed| signed.text.clone());
    let has_clearance = signed.is_some();
    files.extend(signed.map(|text| ("clearance.txt".to_owned(), text.into_bytes())));
    let statement = page.account.as_ref().and_then(|account| account.statement.as_ref());
    if let Some(statement) = statement {
        files.push(("statement.csv".to_owned(), export::csv_of(&table(Lang::plain(Language::English), statement))?));
    }
    let halves = [Language::Arabic, Language::English].map(|language| half(parties, page, language));
    let (firm, client) = (parties.firm.to_owned(), parties.client.to_owned());
    let index = Index { firm, client, halves, has_statement: statement.is_some(), has_clearance }.render()?;
    files.insert(0, ("index.html".to_owned(), index.into_bytes()));
    let manifest: String = files.iter().map(|(name, bytes)| format!("{}  {name}\n", digest(bytes))).collect();
    files.push(("manifest-sha256.txt".to_owned(), manifest.into_bytes()));
    zipped(files.into_iter()).map_err(|error| PageError::Broken(error.to_string()))
}

fn pack(parties: &Parties<'_>, page: &ClientPage) -> Result<Vec<u8>, String> {
    let head = Letterhead { names: [parties.firm, parties.firm].map(str::to_owned), ..Letterhead::default() };
    made(parties, page, &head, &Fonts::of(None)).map_err(|error| format!("{error:?}"))
}

fn cleared(parties: &Parties<'_>, page: &ClientPage, language: Language) -> Option<String> {
    clearance(page, (parties.firm, parties.client), language)
}

fn told<'a>(parties: &Parties<'a>, language: Language) -> Told<'a> {
    let Parties { firm, client, zone, facts, on } = *parties;
    // Only what was answered is in it.
    Told { firm, client, lang: Lang::plain(language), zone, facts, working: None, today: on }
}

/// Prints the page in Arabic and in English, and after it every letter.
fn printed(parties: &Parties, page: &ClientPage, head: &Letterhead, fonts: &Fonts) -> Result<Vec<u8>, PageError> {
    let both = [Language::Arabic, Language::English];
    let [arabic, english] = both.map(|language| paper(page, &told(parties, language), Reply::ByHand));
    let annexes = std::iter::once(vec![english.text]).chain(arabic.annexes).collect();
    let texts = vec![arabic.text];
    let print = Paper { texts, annexes, digest: None, on: parties.on, head, is_signed: false, is_internal: false };
    pdf(&print, fonts).map_err(|unset| PageError::Broken(unset.to_string()))
}

fn letter_file(letter: &ServedLetter) -> String {
    format!("letters/{}-{}.txt", letter.id, letter.kind.word())
}

fn half(parties: &Parties, page: &ClientPage, language: Language) -> Half {
    let lang = Lang { hijri: true, isolates: true, ..Lang::page(language) };
    let told = told(parties, language);
    let day = |on| lang.weekday(on);
    let letter = |letter: &ServedLetter| LetterLine {
        kind: lang.text(&format!("letter-kind-{}", letter.kind.word())),
        file: letter_file(letter),
        digest: letter.digest.clone(),
        received: letter.acknowledged.as_ref().map(|signed| told.acknowledged(lang, signed)),
    };
    let answered = page.questions.iter().filter_map(|one| Some((one.question.clone(), one.answer.clone()?)));
    Half {
        lang,
        ends: page.ends_on.map(|on| {
            let hijri = lang.hijri_day(on);
            lang.say("pack-ends", [("day", day(on).into()), ("hijri", hijri.into())])
        }),
        says: outcomes(&told, page, lang),
        signed: page.clearance.as_ref().map(|signed| (signed.digest.clone(), signed.at.clone())),
        letters: page.letters.iter().map(letter).collect(),
        owed: page.owed.iter().map(|one| owed::row(&told, lang, one)).collect(),
        account: page.account.as_ref().map(|account| account_closing(account, lang).replace('*', "")),
        offers: [
            (lang.text("portal-works"), works(lang, &page.works)),
            (lang.text("offer-alternatives"), alternatives(lang, &page.alternatives)),
            (lang.text("offer-bridges"), bridges(lang, &page.bridges)),
        ],
        questions: answered.collect(),
    }
}

/// Says what became of the account, of the data, and of the clearance.
pub fn outcomes(told: &Told, page: &ClientPage, lang: Lang) -> Vec<String> {
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
    says.extend(told.signed(page, lang));
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
