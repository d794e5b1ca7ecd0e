//! Letters on paper: sound PDF/A with the dates and sums, and pages that look as they did when somebody looked at them.

use super::texts::all;
use app::document::{Fonts, Letterhead, Logo, Paper, pdf};
use app::letter::example::rich;
use app::letter::{FirmTexts, parts, write};
use domain::separation::letter::{Facts, Kind};
use domain::separation::tone::Language;
use std::path::{Path, PathBuf};
use std::process::Command;

const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="8" fill="#1b4d89"/><path d="M8 30 Q20 4 32 30" stroke="#fff" stroke-width="4" fill="none"/></svg>"##;

fn head(facts: &Facts) -> Letterhead {
    let firm = &facts.firm;
    let address =
        |one: fn(&domain::separation::letter::Both) -> &String| firm.address.iter().map(one).cloned().collect();
    Letterhead {
        names: [firm.legal_name.ar.clone(), firm.legal_name.en.clone()],
        address: [address(|line| &line.ar), address(|line| &line.en)],
        logo: Some(Logo { bytes: LOGO.as_bytes().to_vec(), is_svg: true }),
    }
}

fn set(kind: Kind, written: Language, facts: &Facts) -> Vec<u8> {
    let text = write(kind, facts, written, true, &FirmTexts::default()).expect("written");
    let head = head(facts);
    let on = facts.noticed_on.expect("a day");
    let (texts, annexes, is_signed) = (parts(&text, written), vec![], !kind.is_spoken());
    let paper = Paper { texts, annexes, digest: None, on, head: &head, is_signed, is_internal: false };
    pdf(&paper, &Fonts::of(None)).unwrap_or_else(|unset| panic!("{kind:?} {written:?}: {unset}"))
}

/// Runs a program of poppler or qpdf; where it is not installed that is said, and nothing is claimed.
pub fn run(program: &str, words: &[&str], file: &Path) -> Option<String> {
    match Command::new(program).args(words).arg(file).output() {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            let said = said + &*String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{program}: {said}");
            Some(said)
        }
        Err(_) => {
            eprintln!("skipped: {program} is not installed");
            None
        }
    }
}

#[test]
fn every_letter_is_set_and_sound() {
    let folder = tempfile::tempdir().expect("a folder");
    for (at, (kind, written, facts)) in all().into_iter().enumerate() {
        let file = folder.path().join(format!("{at}.pdf"));
        std::fs::write(&file, set(kind, written, &facts)).expect("written");
        run("qpdf", &["--check"], &file);
        if facts.service.as_ref().is_some_and(|service| service.by.len() == 1) {
            continue;
        }
        let output = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output();
        let Ok(output) = output else { continue };
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let days = if written == Language::English { days(kind) } else { &[] };
        for figure in figures(kind).iter().chain(days) {
            assert!(text.contains(figure), "{kind:?} {written:?}: {figure}\n{text}");
        }
    }
}

/// The sums and numbers that the paper of a kind must show whatever its language; Arabic words are left to the eye.
fn figures(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Notice | Kind::NonRenewal => &["MS-2024/17", "4,200.50", "NK-0312/A", "+966 11 234 5678", "17:00"],
        Kind::Reminder | Kind::Default => &["NK-0305", "2,700", "1,500.50", "SA03 8000 0000 6080 1016 7519"],
        Kind::Agreement => &["MS-2024/17", "4,200.50", "NK-0305", "2,700", "NK-0312/A", "1,500.50", "17:00"],
        Kind::ClosingSummary => &["MS-2024/17", "4,200.50", "salma@midad.example"],
        Kind::Boundary => &["23:40", "salma@midad.example", "+966 11 234 5678"],
        Kind::Suspension => &["MS-2024/17", "9.2", "2024"],
        Kind::Answer => &["4,200", "salma@midad.example"],
        Kind::ReferralList => &["hello@sadeem.example", "500"],
        Kind::HandoverCover => &["MS-2024/17", "nakhla.example"],
        Kind::DeletionCertificate => &["7", "2032"],
        Kind::ClosureCertificate => &["MS-2024/17", "14", "17:00", "2032"],
        Kind::ThankYou => &["2025", "salma@midad.example"],
        Kind::Clearance | Kind::Release => &["MS-2024/17", "2024"],
        Kind::CallScript | Kind::MeetingScript => &["17:00"],
    }
}

/// The days that the English paper of a kind must show.
fn days(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Notice | Kind::NonRenewal | Kind::Agreement => &[
            "31 May 2026",
            "4 May 2024",
            "30 June 2026",
            "10 July 2026",
            "25 July 2026",
            "30 July 2026",
            "5 July 2026",
        ],
        Kind::Reminder => &["31 May 2026", "3 March 2026", "2 April 2026", "5 July 2026"],
        Kind::Default => &["31 May 2026", "3 March 2026", "2 April 2026", "2 May 2026", "20 June 2026"],
        Kind::ClosingSummary => &["31 May 2026", "30 July 2026", "17 July 2026", "12 August 2026", "20 July 2026"],
        Kind::Boundary => &["31 May 2026", "2 May 2026"],
        Kind::Suspension => &["31 May 2026", "4 May 2024", "1 June 2026"],
        Kind::Answer => &["31 May 2026", "6 June 2026", "8 June 2026"],
        Kind::ReferralList | Kind::ThankYou => &["31 May 2026"],
        Kind::HandoverCover => &["31 May 2026", "12 August 2026"],
        Kind::DeletionCertificate => &["31 May 2026", "30 August 2026", "30 September 2026", "31 December 2032"],
        Kind::ClosureCertificate => &["31 May 2026", "4 May 2024", "30 July 2026", "31 December 2032"],
        Kind::Clearance | Kind::Release => &["31 May 2026", "4 May 2024"],
        Kind::CallScript | Kind::MeetingScript => &["30 July 2026", "20 June 2026", "30 June 2026", "25 July 2026"],
    }
}

#[test]
fn papers_are_tagged_and_archival() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("notice.pdf");
    let made = set(Kind::Notice, Language::Bilingual, &rich(Kind::Notice, Language::Bilingual));
    std::fs::write(&file, &made).expect("written");
    if let Some(said) = run("pdfinfo", &[], &file) {
        assert!(said.contains("Tagged:          yes"), "{said}");
    }
    if let Some(metadata) = run("pdfinfo", &["-meta"], &file) {
        assert!(metadata.contains("<pdfaid:part>2</pdfaid:part>"), "{metadata}");
        assert!(metadata.contains("<pdfaid:conformance>A</pdfaid:conformance>"), "{metadata}");
    }
    let again = set(Kind::Notice, Language::Bilingual, &rich(Kind::Notice, Language::Bilingual));
    assert_eq!(made, again, "the same letter gives the same file");
}

/// So much may a page differ from the picture that was looked at: a share of its dots, and by how much each.
const DIFFERS_MAX: f64 = 0.002;
const SHADE_MAX: u8 = 48;

#[test]
fn pages_look_as_they_did() {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/letters/snapshots");
    let renew = std::env::var_os("LETTERS_RENEW").is_some();
    for kind in [Kind::Notice, Kind::Reminder, Kind::ClosingSummary, Kind::Clearance] {
        for (written, name) in [(Language::Arabic, "ar"), (Language::English, "en"), (Language::Bilingual, "both")] {
            let file = folder.path().join("letter.pdf");
            std::fs::write(&file, set(kind, written, &rich(kind, written))).expect("written");
            let Some(pages) = pages(&file) else { return };
            for (at, page) in pages.iter().enumerate() {
                let name = kept.join(format!("{}-{name}-{}.png", kind.word(), at + 1));
                if renew {
                    std::fs::copy(page, &name).expect("kept");
                }
                let same = alike(&shades(page), &shades(&name));
                assert!(same, "{} looks different; look at {}", name.display(), keep(page, &name).display());
            }
        }
    }
}

/// The pages of a file as pictures, in order.
fn pages(file: &Path) -> Option<Vec<PathBuf>> {
    let (folder, stem) = (file.parent()?, file.with_extension(""));
    let old = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    old.filter(|path| path.extension().is_some_and(|end| end == "png")).for_each(|path| {
        _ = std::fs::remove_file(path);
    });
    let made = Command::new("pdftoppm").args(["-r", "75", "-gray", "-png"]).arg(file).arg(&stem).status();
    if made.is_err() {
        eprintln!("skipped: pdftoppm is not installed");
        return None;
    }
    let mut pages: Vec<PathBuf> = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    pages.retain(|path| path.extension().is_some_and(|end| end == "png"));
    pages.sort();
    Some(pages)
}

/// The shades of a picture, row by row; none where there is no picture.
fn shades(picture: &Path) -> Vec<u8> {
    let Ok(file) = std::fs::File::open(picture) else { return vec![] };
    let mut reader = png::Decoder::new(std::io::BufReader::new(file)).read_info().expect("a picture");
    let mut shades = vec![0; reader.output_buffer_size().expect("of a size")];
    reader.next_frame(&mut shades).expect("whole");
    shades
}

fn alike(now: &[u8], kept: &[u8]) -> bool {
    let differs = now.iter().zip(kept).filter(|(a, b)| a.abs_diff(**b) > SHADE_MAX).count();
    now.len() == kept.len() && (differs as f64) <= DIFFERS_MAX * now.len() as f64
}

/// Keeps the page that differs where the tests leave what is to be looked at.
fn keep(page: &Path, name: &Path) -> PathBuf {
    let place = std::env::temp_dir().join(name.file_name().expect("a name"));
    std::fs::copy(page, &place).map(|_| place).unwrap_or_else(|_| page.to_owned())
}
