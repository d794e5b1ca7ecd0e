//! `contract read` as people and programs use it: forms of files, terms in both languages, what cannot be read.

use crate::cli::{khitam, said};
use serde_json::Value;
use std::io::Write;
use std::process::Output;

const ENGLISH: &str = "SERVICES AGREEMENT\n\nThis Agreement is made as of 2 March 2026 (the \"Effective Date\").\n\n\
    1. Term. The initial term of this Agreement is one (1) year from the Effective Date. It renews automatically for \
    successive terms of one year unless either party gives notice of non-renewal at least sixty (60) days before the end \
    of a term.\n\n2. End. The Client may terminate this Agreement for any reason on thirty (30) days' written notice.\n\n\
    3. Law. This Agreement is governed by the laws of Jordan.\n";

const ARABIC: &str = "عقد خدمات\n\nيحق لأي من الطرفين إنهاء هذا العقد بإشعار كتابي قبل خمسة وأربعين (٤٥) يوماً.\n\n\
    يخضع هذا العقد لأنظمة المملكة العربية السعودية.\n";

fn read(name: &str, bytes: &[u8], words: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    std::fs::write(&file, bytes).expect("written");
    let file = file.to_str().expect("a path");
    khitam(folder.path(), &[&["contract", "read", file], words].concat())
}

fn json(name: &str, bytes: &[u8]) -> Value {
    let output = read(name, bytes, &["--json"]);
    assert_eq!(output.status.code(), Some(0), "{name}: {}", said(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn programs_get_terms_with_quotes_in_their_place() {
    let answer = json("deal.txt", ENGLISH.as_bytes());
    let terms = &answer["terms"];
    assert_eq!((&answer["language"], terms.as_object().map(|terms| terms.len())), (&"en".into(), Some(13)));
    assert_eq!(terms["effective_date"]["date"], "2026-03-02");
    assert_eq!((&terms["expiration"]["date"], &terms["expiration"]["unit"]), (&"2027-03-02".into(), &"year".into()));
    assert_eq!((&terms["renewal"]["automatic"], &terms["renewal"]["length"]), (&true.into(), &1.into()));
    assert_eq!((&terms["renewal_notice"]["length"], &terms["renewal_notice"]["unit"]), (&60.into(), &"day".into()));
    let convenience = &terms["termination_for_convenience"];
    assert_eq!((&convenience["by"], &convenience["length"]), (&"client".into(), &30.into()));
    assert_eq!(terms["governing_law"]["value"], "Jordan");
    assert_eq!(terms["non_solicit"]["present"], false);
    let place = |key: &str| convenience[key].as_u64().expect("a place") as usize;
    let cut: String = ENGLISH.chars().skip(place("start")).take(place("end") - place("start")).collect();
    assert_eq!(convenience["quote"], cut.as_str());
}

#[test]
fn people_read_terms_in_their_language() {
    for (words, says) in [
        (
            &["--lang", "en"][..],
            ["Termination without a reason: by either party, 45 days", "No clause found:", "before you use it"],
        ),
        (&["--lang", "ar"], ["الإنهاء دون سبب: لأي من الطرفين", "45 يوماً", "لم يوجد بند في"]),
    ] {
        let output = read("عقد.md", ARABIC.as_bytes(), words);
        let told = said(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
        assert!(says.iter().all(|says| told.contains(says)) && !told.contains("[contract"), "{told}");
    }
    assert_eq!(json("عقد.txt", ARABIC.as_bytes())["language"], "ar");
}

#[test]
fn web_pages_and_word_documents_give_the_same_terms() {
    let clause = "Either party may terminate this Agreement on ninety (90) days' notice.";
    let page = format!("<html><head><title>x</title></head><body><h1>Deal</h1><p>{clause}</p></body></html>");
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("begun");
    let body =
        format!("<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>{clause}</w:t></w:r></w:p></w:body></w:document>");
    archive.write_all(body.as_bytes()).expect("written");
    let document = archive.finish().expect("closed").into_inner();
    let markdown = format!("# Deal\n\n* **End.** {clause}");
    for (name, bytes) in [("a.html", page.as_bytes()), ("a.docx", &document), ("a.md", markdown.as_bytes())] {
        let answer = json(name, bytes);
        let term = &answer["terms"]["termination_for_convenience"];
        assert_eq!((&term["by"], &term["length"]), (&"either".into(), &90.into()), "{name}: {answer}");
    }
}

#[test]
fn what_holds_no_text_says_so_and_what_to_do() {
    for (name, bytes, says) in [
        ("scan.txt", &b" \n "[..], "holds no text"),
        ("deal.docx", b"PK\x03\x04 cut off", "is no text, web page, Word document or PDF"),
        ("deal.bin", b"a\x00b", "is no text, web page, Word document or PDF"),
    ] {
        let output = read(name, bytes, &["--json"]);
        let told = said(&output.stderr);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{name}: {told}");
        assert!(told.contains(says) && told.contains("Next"), "{name}: {told}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(khitam(folder.path(), &["contract", "read", "nowhere.txt"]).status.code(), Some(1));
    assert_eq!(khitam(folder.path(), &["contract", "read"]).status.code(), Some(2));
}
