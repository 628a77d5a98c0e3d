//! The body of a DOCX file: WordprocessingML (ISO/IEC 29500-1, part 17), known by the names of its elements.

use crate::docx::Docx;
use crate::html::reference;
use crate::rows::{Cell, Table};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// How deep elements are followed.
const MAX_DEPTH: usize = 1000;
/// How deep tables within tables are followed.
const MAX_TABLES: usize = 32;

#[derive(Default)]
struct Body {
    docx: Docx,
    paragraph: String,
    /// Whether the paragraph is set as the title.
    is_title: bool,
    in_text: bool,
    tables: Vec<Open>,
    /// How deep the reader is in elements whose text is left out.
    skipped: usize,
}

#[derive(Default)]
struct Open {
    table: Table,
    holds_table: bool,
}

pub(super) fn read(xml: &str) -> Result<Docx, quick_xml::Error> {
    let mut reader = Reader::from_str(xml);
    let mut body = Body::default();
    let mut depth = 0_usize;
    loop {
        match reader.read_event()? {
            Event::Start(tag) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    break;
                }
                body.open(&tag);
            }
            Event::Empty(tag) => body.empty(&tag),
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                body.close(tag.local_name().as_ref());
            }
            Event::Text(text) if body.in_text => body.paragraph.push_str(&text),
            Event::CData(text) if body.in_text => body.paragraph.push_str(&text),
            Event::GeneralRef(name) if body.in_text => body.paragraph.extend(reference(&name)),
            Event::Eof => break,
            _ => {}
        }
    }
    body.end_paragraph();
    while !body.tables.is_empty() {
        body.end_table();
    }
    Ok(body.docx)
}

impl Body {
    fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            // What another program shows instead, what was deleted or moved away, and what is another text.
            "Fallback" | "del" | "moveFrom" | "txbxContent" => self.skipped += 1,
            _ if self.skipped > 0 => {}
            "t" => self.in_text = true,
            "p" => self.end_paragraph(),
            "tbl" => {
                self.end_paragraph();
                if let Some(outer) = self.tables.last_mut() {
                    outer.holds_table = true;
                }
                if self.tables.len() < MAX_TABLES {
                    self.tables.push(Open::default());
                }
            }
            "tr" => {
                if let Some(open) = self.tables.last_mut() {
                    open.table.begin_row();
                }
            }
            "tc" => {
                if let Some(open) = self.tables.last_mut() {
                    open.table.push(Cell { text: String::new(), columns: 1, rows: 1 });
                }
            }
            _ => self.empty(tag),
        }
    }

    /// Takes an element that holds nothing that is read.
    fn empty(&mut self, tag: &BytesStart<'_>) {
        if self.skipped > 0 {
            return;
        }
        match tag.local_name().as_ref() {
            "tab" | "ptab" => self.paragraph.push(' '),
            "br" | "cr" => self.paragraph.push('\n'),
            "noBreakHyphen" => self.paragraph.push('\u{2011}'),
            "pStyle" => {
                self.is_title |= value(tag).is_some_and(|style| style.eq_ignore_ascii_case("title"));
            }
            "gridSpan" => {
                let columns = value(tag).and_then(|value| value.parse().ok()).unwrap_or(1);
                self.cell(|cell| cell.columns = columns);
            }
            "vMerge" if value(tag).is_none_or(|value| value == "continue") => self.cell(|cell| cell.rows = 0),
            _ => {}
        }
    }

    fn cell(&mut self, change: impl FnOnce(&mut Cell)) {
        if let Some(cell) = self.tables.last_mut().and_then(|open| open.table.last_cell()) {
            change(cell);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "Fallback" | "del" | "moveFrom" | "txbxContent" => self.skipped = self.skipped.saturating_sub(1),
            "t" => self.in_text = false,
            "p" => self.end_paragraph(),
            "tbl" if self.skipped == 0 => self.end_table(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let lines: Vec<String> =
            self.paragraph.split('\n').map(spaced).filter(|line| !line.is_empty()).collect();
        self.paragraph.clear();
        let is_title = std::mem::take(&mut self.is_title);
        if lines.is_empty() {
            return;
        }
        let text = lines.join("\n");
        if let Some(open) = self.tables.last_mut() {
            open.table.push_text(&text);
            open.table.push_text(" ");
            return;
        }
        if is_title && self.docx.title.is_none() {
            self.docx.title = Some(text.replace('\n', " "));
        }
        self.docx.paragraphs.push(text);
    }

    fn end_table(&mut self) {
        self.end_paragraph();
        let Some(open) = self.tables.pop() else { return };
        self.docx.tables.push(open.table.cells());
        let lines = if open.holds_table { None } else { open.table.lines() };
        let found: Vec<String> = match lines {
            Some(lines) => vec![lines.join("\n")],
            None => open.table.texts().collect(),
        };
        match self.tables.last_mut() {
            Some(outer) => {
                for text in found {
                    outer.table.push_text(&text);
                    outer.table.push_text(" ");
                }
            }
            None => self.docx.paragraphs.extend(found),
        }
    }
}

fn value(tag: &BytesStart<'_>) -> Option<String> {
    let mut attributes = tag.attributes();
    let attribute = attributes
        .with_checks(false)
        .flatten()
        .take(32)
        .find(|attribute| attribute.key.local_name().as_ref() == "val")?;
    Some(attribute.value.into_owned())
}

fn spaced(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}
