//! The core properties of an Office file: Dublin Core in XML.

use crate::date;
use crate::docx::Docx;
use crate::html::reference;
use quick_xml::Reader;
use quick_xml::events::Event;

/// The longest property that is kept, in bytes.
const MAX_LENGTH: usize = 1000;

/// Adds title, author and the day of making to what is known; a title that the text shows as one stays.
pub(super) fn read(xml: &str, docx: &mut Docx) {
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(_)) => text.clear(),
            Ok(Event::Text(words)) if text.len() < MAX_LENGTH => text.push_str(&words),
            Ok(Event::GeneralRef(name)) => text.extend(reference(&name)),
            Ok(Event::End(tag)) => {
                let value = Some(text.trim()).filter(|value| !value.is_empty());
                match (tag.local_name().as_ref(), value) {
                    ("title", Some(title)) if docx.title.is_none() => docx.title = Some(title.to_owned()),
                    ("creator", Some(author)) => docx.author = Some(author.to_owned()),
                    ("created", Some(day)) => docx.created = date::of_markup(day, true),
                    _ => {}
                }
                text.clear();
            }
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}
