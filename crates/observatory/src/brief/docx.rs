//! The brief as a Word document (Office Open XML, ISO/IEC 29500): five parts in a ZIP archive, the same bytes for the same
//! brief. Its notes stand at its end, and each number leads there.

use super::html::escaped;
use super::wording::{day, say};
use super::{Brief, Line};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

const TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Override PartName=\"/word/document.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/styles.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>";

const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"r1\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
    Target=\"word/document.xml\"/></Relationships>";

const OF_DOCUMENT: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" \
    Target=\"styles.xml\"/></Relationships>";

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The styles: id, name, what its paragraphs are like, size in half-points, whether it is bold. Lengths are in twentieths of
/// a point. A heading stays with what follows it and a sentence on one page; the lines of a note stand behind its number.
const STYLES: [(&str, &str, &str, u8, bool); 5] = [
    ("Title", "Title", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"40\"/>", 30, true),
    (
        "Heading1",
        "heading 1",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"140\" w:after=\"40\"/>",
        22,
        true,
    ),
    ("Sentence", "Sentence", "<w:keepLines/><w:spacing w:before=\"0\" w:after=\"30\"/>", 19, false),
    ("Day", "Day", "<w:spacing w:before=\"0\" w:after=\"60\"/>", 18, false),
    (
        "Note",
        "Note",
        "<w:keepLines/><w:tabs><w:tab w:val=\"left\" w:pos=\"340\"/></w:tabs><w:spacing w:before=\"0\" w:after=\"0\"/>\
        <w:ind w:left=\"340\" w:hanging=\"340\"/>",
        14,
        false,
    ),
];

/// Writes the brief as a Word document.
///
/// # Errors
/// When the archive cannot be written, as where it would be larger than an archive may be.
pub fn docx(brief: &Brief) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    let document = document(brief);
    let styles = styles(brief.lang.code());
    let parts: [(&str, &str); 5] = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", OF_DOCUMENT),
        ("word/styles.xml", &styles),
    ];
    for (name, content) in parts {
        archive.start_file(name, options)?;
        archive.write_all(content.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn document(brief: &Brief) -> String {
    let lang = brief.lang;
    let mut body = String::new();
    paragraph(&mut body, "Title", &run(&brief.title));
    let as_of = say("brief-as-of", &[("day", &day(brief.as_of, lang))], lang);
    paragraph(&mut body, "Day", &run(&as_of));
    for section in &brief.sections {
        paragraph(&mut body, "Heading1", &run(&section.title));
        for line in &section.lines {
            paragraph(&mut body, "Sentence", &sentence(line));
        }
    }
    paragraph(&mut body, "Heading1", &run(&say("brief-section-notes", &[], lang)));
    for note in &brief.notes {
        let number = note.number;
        let content = format!(
            "<w:bookmarkStart w:id=\"{number}\" w:name=\"note{number}\"/>{}<w:bookmarkEnd w:id=\"{number}\"/>",
            run_behind(&format!("{number}."), &note.text)
        );
        paragraph(&mut body, "Note", &content);
    }
    // A4 with margins of 15 mm, in twentieths of a point.
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"{NAMESPACE}\"><w:body>{body}\
        <w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"850\" w:right=\"850\" w:bottom=\"850\" \
        w:left=\"850\" w:header=\"400\" w:footer=\"400\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

fn paragraph(body: &mut String, style: &str, content: &str) {
    // Writing to a string does not fail.
    let _ = write!(body, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{content}</w:p>");
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text))
}

/// Writes a number, a tab, and what stands behind it.
fn run_behind(number: &str, text: &str) -> String {
    format!("<w:r><w:t>{number}</w:t><w:tab/><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text))
}

fn sentence(line: &Line) -> String {
    let mark = |(at, number): (usize, &usize)| {
        let comma = if at > 0 { "," } else { "" };
        format!(
            "<w:hyperlink w:anchor=\"note{number}\"><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>\
            <w:t>{comma}{number}</w:t></w:r></w:hyperlink>"
        )
    };
    let marks: String = line.notes.iter().enumerate().map(mark).collect();
    format!("{}{marks}", run(&line.text))
}

fn styles(lang: &str) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles xmlns:w=\"{NAMESPACE}\"><w:docDefaults>\
        <w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:lang w:val=\"{lang}\"/>\
        </w:rPr></w:rPrDefault></w:docDefaults>"
    );
    for (id, name, like, size, is_bold) in STYLES {
        let bold = if is_bold { "<w:b/>" } else { "" };
        let _ = write!(
            out,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:pPr>\
            {like}</w:pPr><w:rPr>{bold}<w:sz w:val=\"{size}\"/></w:rPr></w:style>"
        );
    }
    out.push_str("</w:styles>");
    out
}
