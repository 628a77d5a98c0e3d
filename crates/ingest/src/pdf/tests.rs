//! Files made for the purpose.

use super::{PdfError, read};
use expect_test::expect;
use std::fmt::Write as _;

/// Makes a file whose pages have these drawing operations, set in the standard fonts F1 (upright) and F2 (bold).
fn pdf(pages: &[&str], info: &str) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        String::new(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>".to_owned(),
        format!("<<{info}>>"),
    ];
    let mut kids = String::new();
    for operations in pages {
        let number = objects.len() + 1;
        let _ = write!(kids, "{number} 0 R ");
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents {} 0 R>>",
            number + 1
        ));
        objects.push(format!("<</Length {}>>stream\n{operations}\nendstream", operations.len()));
    }
    objects[1] = format!("<</Type/Pages/Kids[{kids}]/Count {}>>", pages.len());
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        let _ = write!(file, "{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = file.len();
    let _ = write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    places.iter().for_each(|place| writeln!(file, "{place:010} 00000 n ").unwrap());
    let _ = write!(
        file,
        "trailer<</Size {}/Root 1 0 R/Info 5 0 R>>\nstartxref\n{start}\n%%EOF",
        objects.len() + 1
    );
    file.into_bytes()
}

/// Sets a line: font, size, left, base line from below, words.
fn set(font: &str, size: u32, left: u32, base: u32, words: &str) -> String {
    format!("BT /{font} {size} Tf {left} {base} Td ({words}) Tj ET\n")
}

fn lines(left: u32, top: u32, lines: &[&str]) -> String {
    let line = |(at, words): (u32, &&str)| set("F1", 10, left, top - 13 * at, words);
    (0..).zip(lines).map(line).collect()
}

#[track_caller]
fn text(bytes: &[u8]) -> String {
    read("a.pdf", bytes).unwrap().paragraphs.join("\n\n")
}

#[test]
fn lines_become_paragraphs() {
    let page = set("F2", 18, 72, 770, "Trade grows")
        + &lines(
            72,
            740,
            &[
                "Trade between the two countries reached $4.5 billion last year, the ministry said on Friday, and coopera-",
                "tion is to be widened.",
            ],
        )
        + &lines(
            72,
            700,
            &[
                "The target is $10 billion. A tenth of it is transit and the rest is trade in goods of all kinds",
                "that both make.",
            ],
        );
    let file = pdf(&[&page], "/Title(report.doc)/Author(A. Sample)/CreationDate(D:20240712090000+05'00')");
    let pdf = read("a.pdf", &file).unwrap();
    expect![[r#"
        Trade grows

        Trade between the two countries reached $4.5 billion last year, the ministry said on Friday, and cooperation is to be widened.

        The target is $10 billion. A tenth of it is transit and the rest is trade in goods of all kinds that both make."#]].assert_eq(&pdf.paragraphs.join("\n\n"));
    assert_eq!(pdf.title.as_deref(), Some("Trade grows"));
    assert_eq!(pdf.author.as_deref(), Some("A. Sample"));
    assert_eq!(pdf.created, Some(jiff::civil::date(2024, 7, 12)));
}

#[test]
fn columns_are_read_one_after_the_other() {
    let left = [
        "Trade between the two countries went",
        "up last year, and both sides expect it",
        "to grow further in the years to come,",
        "the ministry said.",
    ];
    let right = [
        "The second column tells of transit",
        "by rail and road, which grew as well,",
        "and of a crossing that is to open at",
        "the end of the year.",
    ];
    // Line by line across the page, as some programs write it.
    let mut page = set("F2", 16, 72, 780, "A headline that spans both columns of the page");
    for at in 0..4_u32 {
        page += &set("F1", 10, 72, 740 - 13 * at, left[at as usize]);
        page += &set("F1", 10, 320, 740 - 13 * at, right[at as usize]);
    }
    expect![[r#"
        A headline that spans both columns of the page

        Trade between the two countries went up last year, and both sides expect it to grow further in the years to come, the ministry said.

        The second column tells of transit by rail and road, which grew as well, and of a crossing that is to open at the end of the year."#]].assert_eq(&text(&pdf(&[&page], "")));
}

#[test]
fn rows_of_a_table_stay_rows() {
    let mut page = lines(72, 760, &["Trade between Kazakhstan and Uzbekistan, million US dollars"]);
    for (at, row) in (0..).zip([
        ["Year", "Exports", "Imports"],
        ["2022", "3,710.0", "1,294.2"],
        ["2023", "3,130.0", "1,287.9"],
    ]) {
        for (column, cell) in (0..).zip(row) {
            page += &set("F1", 10, 72 + 120 * column, 730 - 14 * at, cell);
        }
    }
    page += &lines(72, 670, &["Source: the ministry of trade."]);
    expect![[r#"
        Trade between Kazakhstan and Uzbekistan, million US dollars

        Year | Exports | Imports
        2022 | 3,710.0 | 1,294.2
        2023 | 3,130.0 | 1,287.9

        Source: the ministry of trade."#]]
    .assert_eq(&text(&pdf(&[&page], "")));
}

#[test]
fn running_heads_and_page_numbers_are_left_out() {
    let page = |number: u32| {
        set("F1", 8, 72, 810, &format!("The Herald, issue 7, page {number}"))
            + &lines(72, 760 - 20 * number, &[&format!("Paragraph {number} says something of its own.")])
            + &set("F1", 8, 290, 30, &number.to_string())
    };
    let pages: Vec<String> = (1..=4).map(page).collect();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    expect![[r#"
        Paragraph 1 says something of its own.

        Paragraph 2 says something of its own.

        Paragraph 3 says something of its own.

        Paragraph 4 says something of its own."#]]
    .assert_eq(&text(&pdf(&pages, "")));
}

#[test]
fn a_file_without_text_is_told() {
    let error = |bytes: &[u8]| read("a.pdf", bytes).unwrap_err().to_string();
    expect![[r#""a.pdf" is a scanned PDF file without text; give it with a text layer (from text recognition), or as text"#]]
        .assert_eq(&error(&pdf(&["0 0 100 100 re f"], "")));
    expect![[r#""a.pdf" is a broken PDF file; open it in a viewer and print it to a new file"#]]
        .assert_eq(&error(b"%PDF-1.7\nnothing"));
}

#[test]
fn forms_that_multiply_end() {
    // Each form draws the next one ten times: 10^12 letters.
    let mut objects = String::new();
    for level in 0..12 {
        let body = if level == 11 {
            "BT /F1 9 Tf (x) Tj ET".to_owned()
        } else {
            format!("/X{} Do ", level + 1).repeat(10)
        };
        let _ = write!(
            objects,
            "{} 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>/XObject<</X{} {} 0 R>>>>/Length {}>>stream\n{body}\nendstream\nendobj\n",
            20 + level,
            level + 1,
            21 + level,
            body.len()
        );
    }
    let file = format!(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[4 0 R]/Count 1>>\nendobj\n\
         3 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n\
         4 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X0 20 0 R>>>>/Contents 5 0 R>>\nendobj\n\
         5 0 obj\n<</Length 6>>stream\n/X0 Do\nendstream\nendobj\n{objects}trailer<</Root 1 0 R/Size 40>>\n%%EOF"
    );
    assert!(matches!(read("a.pdf", file.as_bytes()), Err(PdfError::TooMuch { .. })));
}
