//! UN Comtrade: answers of its API (version 1) and its CSV downloads.
//!
//! Source: <https://comtradedeveloper.un.org> (API, reference lists), "UN Comtrade methodology guide". Rows of both kinds
//! have the same fields, under names that differ in case and underscores only. Imports are valued CIF and exports FOB
//! where the reporter gives them so. A row that is one part of a breakdown (by second partner, customs procedure, mode
//! of transport or of supply) is passed over: its total stands beside it.
//!
//! The UN's terms do not let rows be passed on: the licence of the dataset says so, and exports ask for a flag.

mod answer;
mod download;
mod fields;
pub mod query;

pub(super) use download::of_csv;

use super::facts::{Fact, FactError, Format, Rows};
use entente_model::{Dataset, DatasetId, Period, PublisherId, Terms};
use std::io::{Cursor, Read};

/// UN Comtrade's files: JSON answers and CSV downloads, told apart by their first byte.
#[derive(Debug, Clone, Copy, Default)]
pub struct Comtrade;

/// Answers larger than this are refused: the API gives at most 250,000 rows at once.
const LARGEST_ANSWER: u64 = 512 * 1024 * 1024;

const LICENCE: &str = "UN Comtrade: for internal use; rows may not be passed on without the UN's permission \
    (https://uncomtrade.org/docs/policy-on-use-and-re-dissemination/)";

impl Format for Comtrade {
    fn rows<'a>(&self, file: &'a str, mut bytes: Box<dyn Read + Send + 'a>) -> Result<Rows<'a>, FactError> {
        let io = |source| FactError::Io { file: file.to_owned(), source };
        let mut head = Vec::new();
        bytes.by_ref().take(64).read_to_end(&mut head).map_err(io)?;
        let start = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head);
        let shape = |found: &str| FactError::Shape {
            file: file.to_owned(),
            expected: "answer or download of UN Comtrade",
            found: found.to_owned(),
        };
        match start.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'{') => {
                let mut text = head;
                bytes.take(LARGEST_ANSWER).read_to_end(&mut text).map_err(io)?;
                if text.len() as u64 >= LARGEST_ANSWER {
                    return Err(shape("it is longer than 512 MB; ask for fewer periods"));
                }
                answer::rows(file, &text)
            }
            Some(b'<') => Err(shape("it is a web page")),
            Some(_) => download::rows(file, Box::new(Cursor::new(head).chain(bytes))),
            None => Err(shape("it is empty")),
        }
    }

    #[expect(clippy::expect_used, reason = "the ids are constants, which a test reads")]
    fn dataset(&self, first: &Fact) -> Dataset {
        let (id, title) = match first.key.period {
            Period::Year(_) => ("hs-annual", "Merchandise trade by partner and commodity, annual"),
            _ => ("hs-monthly", "Merchandise trade by partner and commodity, monthly"),
        };
        Dataset {
            publisher: "comtrade.un.org".parse::<PublisherId>().expect("a publisher's id"),
            id: id.parse::<DatasetId>().expect("a dataset's id"),
            title: title.to_owned(),
            office: "United Nations Statistics Division, UN Comtrade".to_owned(),
            reporter: None,
            url: Some("https://comtradeplus.un.org".to_owned()),
            licence: LICENCE.to_owned(),
            terms: Terms::Internal,
        }
    }
}
