//! Files made for the purpose.

use super::{DocxError, read};
use expect_test::expect;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn docx(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const BODY: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Trade grows</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Trade </w:t></w:r><w:r><w:t>reached $4.5 &amp; more</w:t><w:br/><w:t>billion.</w:t></w:r>
<w:del><w:r><w:delText>never</w:delText><w:t>never</w:t></w:r></w:del><w:ins><w:r><w:t xml:space="preserve"> Yes.</w:t></w:r></w:ins></w:p>
<w:p/>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Flow</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>2023</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Exports</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3.1</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>Imports</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1.2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>One cell.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Once.</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>Once.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>
</w:body></w:document>"#;

const CORE: &str = r#"<cp:coreProperties><dc:title>Other</dc:title><dc:creator>A. Sample</dc:creator>
<dcterms:created xsi:type="dcterms:W3CDTF">2024-07-12T09:00:00Z</dcterms:created></cp:coreProperties>"#;

#[test]
fn paragraphs_tables_and_properties_are_read() {
    let bytes = docx(&[("word/document.xml", BODY.as_bytes()), ("docProps/core.xml", CORE.as_bytes())]);
    let docx = read("a.docx", &bytes).unwrap();
    expect![[r#"
        Trade grows

        Trade reached $4.5 & more
        billion. Yes.

        Year | Flow | Flow
        2023 | Exports | 3.1
        2023 | Imports | 1.2

        One cell.

        Once."#]]
    .assert_eq(&docx.paragraphs.join("\n\n"));
    assert_eq!(docx.title.as_deref(), Some("Trade grows"));
    assert_eq!(docx.author.as_deref(), Some("A. Sample"));
    assert_eq!(docx.created, Some(jiff::civil::date(2024, 7, 12)));
}

#[test]
fn what_is_no_document_is_told() {
    let message = |bytes: &[u8]| read("a.docx", bytes).unwrap_err().to_string();
    expect![[r#""a.docx" is a ZIP archive without a Word document in it; give plain text, HTML, a feed, PDF or DOCX"#]]
        .assert_eq(&message(&docx(&[("xl/workbook.xml", b"<x/>")])));
    assert!(message(b"PK\x03\x04....").starts_with("\"a.docx\" is a broken or encrypted DOCX file ("));
    let broken = docx(&[("word/document.xml", b"<w:document><w:p><w:t>a")]);
    assert_eq!(read("a", &broken).unwrap().paragraphs, ["a"]);
    let cut = docx(&[("word/document.xml", BODY.as_bytes())]);
    assert!(read("a", &cut[..cut.len() / 2]).is_err());
}

#[test]
fn a_part_that_unpacks_to_too_much_is_refused() {
    let bomb = docx(&[("word/document.xml", &vec![b' '; 33 * 1024 * 1024])]);
    assert!(bomb.len() < 100_000);
    assert!(matches!(read("a", &bomb), Err(DocxError::TooLarge { .. })));
}

#[test]
fn deep_markup_ends() {
    for open in ["<w:tbl><w:tr><w:tc>", "<w:p>", "<a>"] {
        let body = docx(&[("word/document.xml", open.repeat(100_000).as_bytes())]);
        assert!(read("a", &body).unwrap().paragraphs.is_empty());
    }
}
