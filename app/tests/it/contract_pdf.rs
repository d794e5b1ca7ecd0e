//! Contracts in PDF: made here by the typesetter and by hand, with text, without, locked, damaged and hostile.

use crate::cli::{khitam, said};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use serde_json::Value;
use std::io::Write;
use std::process::Output;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

/// A typesetter that knows one text and the fonts of the program.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }
    fn main(&self) -> FileId {
        self.main.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }
    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Sets a text in pages.
fn typeset(text: &str) -> Vec<u8> {
    let fonts = [uzor_fonts::NOTO_SANS_ARABIC, uzor_fonts::INTER_400, uzor_fonts::INTER_700, dejavu::sans::regular()];
    let fonts: Vec<Font> = fonts.into_iter().map(Bytes::new).flat_map(Font::iter).collect();
    let desk = Desk {
        library: LazyHash::new(Library::builder().build()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        main: Source::detached(text),
    };
    let document = typst::compile::<PagedDocument>(&desk).output.expect("set");
    typst_pdf::pdf(&document, &typst_pdf::PdfOptions::default()).expect("a PDF")
}

/// Writes a PDF of these objects, the first of which is its catalogue.
fn written(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = vec![];
    for (n, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", n + 1).into_bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    places.iter().for_each(|place| file.extend(format!("{place:010} 00000 n \n").into_bytes()));
    let end = format!("trailer\n<</Size {}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1);
    file.extend(end.into_bytes());
    file
}

/// Writes a PDF of one page with these instructions, set in a font that is not in the file.
fn page(instructions: &[u8], filter: &str, rotate: u32) -> Vec<u8> {
    let stream =
        [format!("<</Length {}{filter}>>\nstream\n", instructions.len()).as_bytes(), instructions, b"\nendstream"]
            .concat();
    let objects = [
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Rotate {rotate}/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>>>"
        )
        .into_bytes(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
        stream,
    ];
    written(&objects, "")
}

fn read(bytes: &[u8], words: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("deal.pdf");
    std::fs::write(&file, bytes).expect("written");
    let file = file.to_str().expect("a path");
    khitam(folder.path(), &[&["contract", "read", file], words].concat())
}

fn terms(bytes: &[u8]) -> Value {
    let output = read(bytes, &["--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    serde_json::from_slice::<Value>(&output.stdout).expect("JSON")["terms"].take()
}

const ENGLISH: &str = r#"#set page(header: [Services agreement C-17], footer: context [Page #counter(page).display() of 3])
#set text(font: "Inter")
= Services Agreement
This Agreement is made as of 2 March 2026 (the "Effective Date").

*1. Term.* The initial term of this Agreement is one (1) year from the Effective Date. It renews automatically for
successive terms of one year unless either party gives notice of non-renewal at least sixty (60)
#pagebreak()
days before the end of a term.

*2. End.* The Client may terminate this Agreement for any reason on thirty (30) days' written notice.
#pagebreak()
*3. Law.* This Agreement is governed by the laws of Jordan. The office shall offer first-class staff."#;

const ARABIC: &str = r#"#set text(font: ("Inter", "Noto Sans Arabic"), lang: "ar", dir: rtl)
= عقد تقديم خدمات
حُرِّر هذا العقد بتاريخ ١٥ مارس ٢٠٢٦م بين شركة نخلة للأثاث (العميل) ومؤسسة مداد.

المادة الأولى: مدة العقد سنة ميلادية واحدة، وتتجدد تلقائياً لمدة مماثلة ما لم يُخطر أحد الطرفين الآخر كتابةً بعدم رغبته في التجديد قبل ستين (٦٠) يوماً على الأقل من تاريخ انتهائها.

المادة الثانية: يجوز لأي من الطرفين إنهاء هذا العقد في أي وقت بموجب إشعار خطي مدته ثلاثون (30) يوماً دون إبداء أسباب.

المادة الثالثة: يخضع هذا العقد لأنظمة المملكة العربية السعودية."#;

#[test]
fn english_runs_over_pages_without_their_heads() {
    let terms = terms(&typeset(ENGLISH));
    assert_eq!(terms["effective_date"]["date"], "2026-03-02");
    let notice = &terms["renewal_notice"];
    assert_eq!((&notice["length"], &notice["unit"]), (&60.into(), &"day".into()), "{notice}");
    let quote = notice["quote"].as_str().expect("a quote");
    assert!(quote.contains("sixty (60)\ndays before") && !quote.contains("Page"), "{quote}");
    assert_eq!(terms["termination_for_convenience"]["length"], 30);
    assert_eq!(terms["governing_law"]["value"], "Jordan");
}

#[test]
fn arabic_is_read_in_the_order_of_its_letters() {
    let terms = terms(&typeset(ARABIC));
    assert_eq!(terms["effective_date"]["date"], "2026-03-15");
    let end = &terms["termination_for_convenience"];
    assert_eq!((&end["by"], &end["length"]), (&"either".into(), &30.into()), "{end}");
    let plain = |text: &Value| -> String {
        let text = text.as_str().unwrap_or_default().replace('\n', " ");
        text.chars().filter(|c| !('\u{64b}'..='\u{652}').contains(c)).collect()
    };
    let says = plain(&end["quote"]);
    assert!(says.contains("لأي من الطرفين إنهاء هذا العقد في أي وقت بموجب إشعار خطي مدته ثلاثون (30) يوما"), "{says}");
    let notice = &terms["renewal_notice"];
    assert_eq!(notice["length"], 60, "{notice}");
    assert!(plain(&notice["quote"]).contains("قبل ستين (٦٠) يوما على الأقل من تاريخ انتهائها"), "{notice}");
    assert!(plain(&terms["governing_law"]["quote"]).contains("لأنظمة المملكة العربية السعودية"), "{terms}");
}

#[test]
fn fonts_that_are_not_in_the_file_and_turned_pages_are_read() {
    let clause = "Either party may terminate this Agreement on ninety (90) days' notice.";
    let straight = format!("BT /F 10 Tf 20 300 Td ({}) Tj ET", clause.replace('(', "\\(").replace(')', "\\)"));
    let sideways = straight.replace("20 300 Td", "0 1 -1 0 200 20 Tm");
    for (instructions, rotate) in [(&straight, 0), (&straight, 90), (&sideways, 0), (&sideways, 90)] {
        let end = &terms(&page(instructions.as_bytes(), "", rotate))["termination_for_convenience"];
        assert_eq!((&end["length"], &end["quote"]), (&90.into(), &clause.into()), "{rotate}: {instructions}");
    }
}

#[test]
fn what_cannot_be_read_says_why_and_what_to_do() {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(&vec![b' '; 129 << 20]).expect("packed");
    let bomb = page(&encoder.finish().expect("packed"), "/Filter/FlateDecode", 0);
    let zeros = "0".repeat(64);
    let lock = format!("/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{zeros}>/U<{zeros}>>>");
    let bare = [b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), b"<</Type/Pages/Kids[]/Count 0>>".to_vec()];
    let whole = typeset(ENGLISH);
    let loops = [b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>".to_vec()];
    for (name, bytes, says) in [
        ("scan", typeset("#rect(width: 4cm, height: 4cm)"), "pages are pictures"),
        ("locked", written(&bare, &lock), "is locked"),
        ("cut", whole[..whole.len() / 3].to_vec(), "no sound PDF"),
        ("none", b"%PDF-1.7 ...".to_vec(), "no sound PDF"),
        ("loops", written(&loops, ""), "no sound PDF"),
        ("bomb", bomb, "too large"),
    ] {
        let output = read(&bytes, &["--json"]);
        let told = said(&output.stderr);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{name}: {told}");
        assert!(told.contains(says) && told.contains("Next") && !told.contains("panicked"), "{name}: {told}");
    }
}

/// Writes a PDF of two pages: one with a clause, and a picture of another.
pub fn half_scanned() -> Vec<u8> {
    let stream = |head: &str, says: &[u8]| {
        [format!("<<{head}/Length {}>>\nstream\n", says.len()).as_bytes(), says, b"\nendstream"].concat()
    };
    let page = |contents: u32| {
        let resources = "/Resources<</Font<</F 5 0 R>>/XObject<</I 8 0 R>>>>";
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents {contents} 0 R{resources}>>").into_bytes()
    };
    let clause = b"BT /F 10 Tf 20 300 Td (This Agreement is governed by the laws of Jordan.) Tj ET";
    let picture = "/Type/XObject/Subtype/Image/Width 2/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8";
    let objects = [
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>".to_vec(),
        page(6),
        page(7),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
        stream("", clause),
        stream("", b"q 380 0 0 580 10 10 cm /I Do Q BT /F 8 Tf 20 5 Td (Page 2 of 2) Tj ET"),
        stream(picture, &[0x80, 0xff]),
    ];
    written(&objects, "")
}

#[test]
fn pages_that_are_pictures_are_named() {
    let bytes = half_scanned();
    let json: Value = serde_json::from_slice(&read(&bytes, &["--json"]).stdout).expect("JSON");
    assert_eq!(json["terms"]["governing_law"]["value"], "Jordan", "{json}");
    assert_eq!(json["unread_pages"], serde_json::json!([2]), "{json}");
    let told = said(&read(&bytes, &["--lang", "en"]).stdout);
    assert!(told.contains("Page 2 is a picture"), "{told}");
    // A file of text has none.
    let whole: Value = serde_json::from_slice(&read(&typeset(ENGLISH), &["--json"]).stdout).expect("JSON");
    assert!(whole.get("unread_pages").is_none(), "{whole}");
}

#[test]
fn noise_never_ends_the_program() {
    let whole = typeset(ENGLISH);
    // Bytes of a sound file turned over, a few at a time, in places that follow from a fixed rule.
    for seed in 1..12_usize {
        let mut bytes = whole.clone();
        for n in 0..40 {
            let at = (seed * 7919 + n * n * 104_729) % bytes.len();
            bytes[at] ^= (seed * 31 + n) as u8 | 1;
        }
        let code = read(&bytes, &["--json"]).status.code();
        assert!(matches!(code, Some(0 | 1)), "{seed}: {code:?}");
    }
}
