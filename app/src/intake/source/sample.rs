//! Files that tests read, made on the spot.

use std::io::Write;
use tempfile::NamedTempFile;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Writes bytes into a temporary file.
pub fn file(bytes: &[u8]) -> NamedTempFile {
    let mut file = NamedTempFile::new().expect("a temporary file");
    file.write_all(bytes).expect("room for it");
    file
}

/// Writes the parts of an archive into a temporary file.
pub fn archive(parts: &[(&str, Vec<u8>)]) -> NamedTempFile {
    let file = NamedTempFile::new().expect("a temporary file");
    let mut zip = ZipWriter::new(file.reopen().expect("the same file"));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("room for it");
    }
    zip.finish().expect("an archive");
    file
}

/// Writes a workbook whose one sheet, `Sheet1`, has these rows, as bare XML.
pub fn workbook(rows: &str) -> NamedTempFile {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{packages}\"><Relationship Id=\"rId1\" Type=\"{documents}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{documents}\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let closed = if rows.ends_with("</row>") { "</sheetData></worksheet>" } else { "" };
    let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}{closed}");
    archive(&[
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml").into_bytes()),
        ("xl/workbook.xml", book.into_bytes()),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml").into_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.into_bytes()),
    ])
}
