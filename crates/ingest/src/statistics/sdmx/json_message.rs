//! SDMX-JSON 2.0: series and observations whose keys are positions in the lists of the structure.

use super::{Action, SdmxRow, SdmxRows};
use crate::statistics::facts::FactError;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;

#[derive(Debug, Deserialize)]
struct Message<'a> {
    #[serde(borrow)]
    data: Option<Data<'a>>,
    #[serde(borrow, default)]
    errors: Vec<Fault<'a>>,
}

#[derive(Debug, Deserialize)]
struct Fault<'a> {
    #[serde(borrow, default)]
    title: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    detail: Option<Cow<'a, str>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Data<'a> {
    #[serde(borrow, default)]
    data_sets: Vec<DataSet<'a>>,
    #[serde(borrow, default)]
    structures: Vec<Structure<'a>>,
}

#[derive(Debug, Deserialize)]
struct DataSet<'a> {
    #[serde(default)]
    structure: usize,
    #[serde(borrow, default)]
    action: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    series: BTreeMap<String, Series<'a>>,
    #[serde(borrow, default)]
    observations: BTreeMap<String, Vec<&'a RawValue>>,
}

#[derive(Debug, Deserialize)]
struct Series<'a> {
    #[serde(borrow, default)]
    attributes: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    observations: BTreeMap<String, Vec<&'a RawValue>>,
}

#[derive(Debug, Default, Deserialize)]
struct Structure<'a> {
    #[serde(borrow, default)]
    dimensions: Places<'a>,
    #[serde(borrow, default)]
    measures: Places<'a>,
    #[serde(borrow, default)]
    attributes: Places<'a>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Places<'a> {
    #[serde(borrow)]
    data_set: Vec<Component<'a>>,
    #[serde(borrow)]
    series: Vec<Component<'a>>,
    #[serde(borrow)]
    observation: Vec<Component<'a>>,
}

#[derive(Debug, Deserialize)]
struct Component<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow, default)]
    values: Vec<Code<'a>>,
}

#[derive(Debug, Deserialize)]
struct Code<'a> {
    #[serde(borrow, default)]
    id: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    value: Option<Cow<'a, str>>,
}

impl Component<'_> {
    fn code(&self, at: usize) -> Option<&str> {
        let code = self.values.get(at)?;
        code.id.as_deref().or(code.value.as_deref())
    }
}

pub(super) fn rows<'a>(file: &'a str, bytes: &[u8]) -> Result<SdmxRows<'a>, FactError> {
    let shape =
        |found: String| FactError::Shape { file: file.to_owned(), expected: "SDMX-JSON 2.0 message", found };
    let message: Message<'_> =
        serde_json::from_slice(bytes).map_err(|error| shape(format!("{error}; is the file cut off?")))?;
    if let Some(fault) = message.errors.first() {
        let message = fault.detail.as_deref().or(fault.title.as_deref()).unwrap_or("an error without words");
        return Err(FactError::Answer {
            file: file.to_owned(),
            publisher: "the SDMX service",
            message: message.chars().take(200).collect(),
            advice: "check the dataset, the key and the periods that were asked for",
        });
    }
    let data = message.data.ok_or_else(|| shape("it has no \"data\"".to_owned()))?;
    let mut rows = Vec::new();
    for set in &data.data_sets {
        let structure = data
            .structures
            .get(set.structure)
            .ok_or_else(|| shape(format!("it has no structure {} that a dataset names", set.structure)))?;
        let mut reader = SetReader { file, structure, set, rows: &mut rows };
        reader.read()?;
    }
    Ok(Box::new(rows.into_iter().map(Ok)))
}

struct SetReader<'r, 'a> {
    file: &'r str,
    structure: &'r Structure<'a>,
    set: &'r DataSet<'a>,
    rows: &'r mut Vec<SdmxRow>,
}

impl SetReader<'_, '_> {
    fn read(&mut self) -> Result<(), FactError> {
        let mut common = BTreeMap::new();
        for component in &self.structure.dimensions.data_set {
            if let Some(code) = component.code(0) {
                common.insert(component.id.clone().into_owned(), code.to_owned());
            }
        }
        for (key, series) in &self.set.series {
            let mut codes = common.clone();
            self.place(key, &self.structure.dimensions.series, &mut codes)?;
            attributes(&series.attributes, &self.structure.attributes.series, &mut codes);
            self.observations(&series.observations, &codes)?;
        }
        self.observations(&self.set.observations, &common)
    }

    fn observations(
        &mut self,
        observations: &BTreeMap<String, Vec<&RawValue>>,
        common: &BTreeMap<String, String>,
    ) -> Result<(), FactError> {
        for (key, cells) in observations {
            let mut codes = common.clone();
            self.place(key, &self.structure.dimensions.observation, &mut codes)?;
            let measures = &self.structure.measures.observation;
            let count = measures.len().max(1);
            for (at, cell) in cells.iter().take(count).enumerate() {
                let id = measures.get(at).map_or("OBS_VALUE", |measure| &*measure.id);
                if let Some(value) = scalar(cell) {
                    codes.insert(id.to_owned(), value);
                }
            }
            let rest = cells.get(count..).unwrap_or_default();
            attributes(rest, &self.structure.attributes.observation, &mut codes);
            let action = match self.set.action.as_deref() {
                Some("Delete") => Action::Delete,
                _ => Action::Holds,
            };
            self.rows.push(SdmxRow { line: self.rows.len() as u64 + 1, codes, action });
        }
        Ok(())
    }

    /// Reads a key such as `0:3:1`: positions in the lists of the dimensions.
    fn place(
        &self,
        key: &str,
        dimensions: &[Component<'_>],
        codes: &mut BTreeMap<String, String>,
    ) -> Result<(), FactError> {
        let wrong = || FactError::Shape {
            file: self.file.to_owned(),
            expected: "SDMX-JSON 2.0 message",
            found: format!("the key \"{key}\" names a place that its structure has not"),
        };
        let mut positions = key.split(':');
        for dimension in dimensions {
            let at: usize = positions.next().and_then(|at| at.parse().ok()).ok_or_else(wrong)?;
            let code = dimension.code(at).ok_or_else(wrong)?;
            codes.insert(dimension.id.clone().into_owned(), code.to_owned());
        }
        if positions.next().is_some() && !dimensions.is_empty() { Err(wrong()) } else { Ok(()) }
    }
}

/// Attributes are positions in their lists, or values where they have no list.
fn attributes(cells: &[&RawValue], components: &[Component<'_>], codes: &mut BTreeMap<String, String>) {
    for (component, cell) in components.iter().zip(cells) {
        let Some(text) = scalar(cell) else { continue };
        let listed = text.parse::<usize>().ok().and_then(|at| component.code(at));
        let value = listed.map_or(text.clone(), str::to_owned);
        codes.insert(component.id.clone().into_owned(), value);
    }
}

fn scalar(raw: &RawValue) -> Option<String> {
    match raw.get() {
        "null" | "\"\"" | "\"NaN\"" => None,
        text if text.starts_with('"') => serde_json::from_str(text).ok(),
        text if text.starts_with(['[', '{']) => None,
        text => Some(text.to_owned()),
    }
}
