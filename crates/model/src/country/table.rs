//! The tiny reader of the embedded tables, and the text form that the codes of this crate have in JSON.
//!
//! An embedded table has one heading line, one row a line and neither quotes nor commas inside a field, so that
//! splitting is all there is to reading; lines that open with `#` are notes. The tests hold every table to that.

/// Returns the rows below the heading; a field that a short line lacks is empty.
pub(crate) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1).map(|line| {
        let mut fields = line.split(',');
        std::array::from_fn(|_| fields.next().unwrap_or_default())
    })
}

/// Gives a type the JSON form of its `Display` and `FromStr`: a string.
macro_rules! serde_as_text {
    ($name:ty) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::from_text::from_text(deserializer)
            }
        }
    };
}
pub(crate) use serde_as_text;

#[cfg(test)]
mod tests {
    use super::rows;

    /// Holds a table to what `rows` takes for granted.
    fn assert_plain(name: &str, table: &str) {
        let mut lines = table.lines().filter(|line| !line.starts_with('#'));
        let width = lines.next().map_or(0, |heading| heading.split(',').count());
        for line in lines {
            assert_eq!(line.split(',').count(), width, "{name}: {line}");
            assert!(!line.contains('"'), "{name}: {line}");
            assert!(line.split(',').all(|field| field.trim() == field), "{name}: {line}");
        }
        assert!(table.ends_with('\n'), "{name} ends in a line end");
    }

    #[test]
    fn every_table_is_plain() {
        for (name, table) in [
            ("countries", include_str!("../../data/countries.csv")),
            ("country_forms", include_str!("../../data/country_forms.csv")),
            ("country_table_names", include_str!("../../data/country_table_names.csv")),
            ("currencies", include_str!("../../data/currencies.csv")),
            ("m49_areas", include_str!("../../data/m49_areas.csv")),
            ("other_partners", include_str!("../../data/other_partners.csv")),
            ("region_forms", include_str!("../../data/region_forms.csv")),
            ("region_members", include_str!("../../data/region_members.csv")),
        ] {
            assert_plain(name, table);
        }
    }

    #[test]
    fn notes_and_the_heading_are_no_rows() {
        let read: Vec<[&str; 2]> = rows("# note\na,b\n1,2\n# note\n3\n").collect();
        assert_eq!(read, [["1", "2"], ["3", ""]]);
    }
}
