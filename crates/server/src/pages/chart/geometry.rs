//! Coordinates, scales, ticks and the room that words take.

use std::fmt::{self, Display, Write as _};

/// A coordinate with at most one decimal: short, and the same bytes everywhere.
#[derive(Debug, Clone, Copy)]
pub(crate) struct N(pub(crate) f64);

impl Display for N {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is not finite has no place on a picture; adding zero makes minus zero plain.
        let value = if self.0.is_finite() { self.0 } else { 0.0 };
        let rounded = (value * 10.0).round() / 10.0 + 0.0;
        if rounded.fract() == 0.0 { write!(f, "{rounded:.0}") } else { write!(f, "{rounded:.1}") }
    }
}

impl maud::Render for N {
    fn render_to(&self, buffer: &mut String) {
        // Writing to a String cannot fail.
        let _ = write!(buffer, "{self}");
    }
}

/// For whom a chart is drawn: a wide page, a narrow one, or half of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// 720 wide.
    Wide,
    /// 360 wide.
    Narrow,
    /// 360 wide, beside another.
    Panel,
}

impl Size {
    /// The two that every chart is drawn in.
    pub(crate) const BOTH: [Self; 2] = [Self::Wide, Self::Narrow];

    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Wide => "chart wide",
            Self::Narrow => "chart narrow",
            Self::Panel => "chart panel",
        }
    }

    pub(crate) const fn is_small(self) -> bool {
        !matches!(self, Self::Wide)
    }

    /// The width in units of the picture.
    pub(crate) const fn width(self) -> f64 {
        if self.is_small() { 360.0 } else { 720.0 }
    }

    /// The size of its text, the same as in the stylesheet.
    pub(crate) const fn text(self) -> f64 {
        if self.is_small() { 12.5 } else { 13.5 }
    }
}

/// From values to places.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    /// The values at the ends.
    pub(crate) from: (f64, f64),
    /// The places of the ends.
    pub(crate) to: (f64, f64),
}

impl Scale {
    pub(crate) fn at(&self, value: f64) -> f64 {
        let span = self.from.1 - self.from.0;
        let part = if span == 0.0 { 0.0 } else { (value - self.from.0) / span };
        self.to.0 + part * (self.to.1 - self.to.0)
    }
}

/// Returns a step of 1, 2, 2.5 or 5 times a power of ten that makes at most `most` intervals of a span.
pub(crate) fn nice_step(span: f64, most: u32) -> f64 {
    if span.is_nan() || span <= 0.0 {
        return 1.0;
    }
    let raw = span / f64::from(most.max(1));
    let power = 10_f64.powf(raw.log10().floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0];
    steps.iter().map(|step| step * power).find(|step| *step >= raw * (1.0 - 1e-9)).unwrap_or(10.0 * power)
}

/// Returns the ticks from zero to the first that reaches `highest`: 4 to 6 of them.
pub(crate) fn ticks(highest: f64) -> Vec<f64> {
    let step = nice_step(highest, 5);
    let mut ticks = vec![0.0];
    while let Some(last) = ticks.last().copied()
        && last < highest * (1.0 - 1e-9)
        && ticks.len() < 12
    {
        ticks.push(f64::from(u32::try_from(ticks.len()).unwrap_or(0)) * step);
    }
    ticks
}

/// Writes a tick with the decimal sign of the language: `2.5`, `2,5`.
pub(crate) fn tick(value: f64, decimal: char) -> String {
    let rounded = (value * 1000.0).round() / 1000.0 + 0.0;
    let text = format!("{rounded}");
    if decimal == '.' { text } else { text.replace('.', &decimal.to_string()) }
}

/// Returns the width of a text in a system sans font, estimated by four classes of glyph with a margin.
pub(crate) fn text_width(text: &str, size: f64) -> f64 {
    let glyph = |c: char| match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | '\'' | '|' | ' ' | '\u{a0}' => 0.30,
        'm' | 'w' | 'M' | 'W' | 'ш' | 'щ' | 'ж' | 'ю' | 'Ш' | 'Щ' | 'Ж' | 'Ю' => 0.88,
        c if c.is_uppercase() => 0.68,
        c if u32::from(c) > 0x3ff => 0.60,
        _ => 0.56,
    };
    text.chars().map(glyph).sum::<f64>() * size * 1.04
}

/// A rectangle of the picture; `y` grows downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rect {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Rect {
    /// A square around a point.
    pub(crate) fn around(x: f64, y: f64, half: f64) -> Self {
        Self { left: x - half, top: y - half, right: x + half, bottom: y + half }
    }

    /// Says whether two have more than an edge in common.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Says whether the other lies wholly inside.
    pub(crate) fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && self.right >= other.right
            && self.bottom >= other.bottom
    }
}

/// Writes a path through points.
pub(crate) fn path(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    let mut text = String::new();
    for (i, (x, y)) in points.into_iter().enumerate() {
        let _ = write!(text, "{}{} {}", if i == 0 { "M" } else { "L" }, N(x), N(y));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_have_at_most_one_decimal() {
        let written = |value: f64| N(value).to_string();
        assert_eq!(
            [written(12.0), written(12.34), written(12.96), written(-0.04)],
            ["12", "12.3", "13", "0"]
        );
        assert_eq!([written(f64::NAN), written(f64::INFINITY), written(-3.25)], ["0", "0", "-3.3"]);
    }

    #[test]
    fn ticks_are_round_and_reach_the_highest_value() {
        for highest in [0.0007, 0.09, 0.9, 1.0, 3.4, 4.6, 9.99, 10.0, 10.1, 77.0, 4300.0] {
            let ticks = ticks(highest);
            let (last, count) = (*ticks.last().unwrap(), ticks.len());
            assert!(last >= highest * 0.999 && (4..=7).contains(&count), "{highest}: {ticks:?}");
        }
        assert_eq!(ticks(10.0), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(ticks(0.0), [0.0]);
    }

    #[test]
    fn a_scale_of_one_value_is_no_division_by_zero() {
        let scale = Scale { from: (5.0, 5.0), to: (10.0, 20.0) };
        assert_eq!(scale.at(5.0), 10.0);
    }

    #[test]
    fn ticks_have_the_sign_of_the_language() {
        assert_eq!(
            (tick(2.5, '.').as_str(), tick(2.5, ',').as_str(), tick(-0.0, '.').as_str()),
            ("2.5", "2,5", "0")
        );
    }

    #[test]
    fn cyrillic_is_wider() {
        assert!(text_width("по данным", 13.0) > text_width("as it says", 13.0) * 1.05);
    }
}
