//! Columns above and below zero: the gap between two reports.

use super::geometry::{N, Size, text_width};
use maud::{Markup, html};

/// One column.
pub(crate) struct Column<'a> {
    /// What stands under it.
    pub(crate) label: &'a str,
    /// How high; below zero it hangs.
    pub(crate) value: f64,
    /// What is written at its end.
    pub(crate) text: &'a str,
}

/// Draws columns with the words for what lies above and what lies below; `id` is that of the caption.
pub(crate) fn columns(id: &str, columns: &[Column<'_>], up: &str, down: &str, size: Size) -> Markup {
    let (width, text) = (size.width(), size.text());
    let height = if size.is_small() { 230.0 } else { 250.0 };
    let values = || columns.iter().map(|column| column.value);
    let (high, low) = (values().fold(0.0, f64::max), values().fold(0.0, f64::min));
    let span = if high > low { high - low } else { 1.0 };
    let (top, bottom) = (40.0, 62.0);
    let per = (height - top - bottom) / span;
    let zero = top + high * per;
    let step = width / columns.iter().map(|_| 1.0).sum::<f64>().max(1.0);
    let lefts = std::iter::successors(Some(step * 0.2), |left| Some(left + step));
    // Where columns are thin, every second value and year is written.
    let widest = columns.iter().map(|column| text_width(column.text, text)).fold(0.0, f64::max);
    let every = if widest > 2.0 * step {
        3
    } else if widest > step {
        2
    } else {
        1
    };
    let last = columns.len();
    html! {
        svg class=(size.class()) viewBox={ "0 0 " (N(width)) " " (N(height)) } role="img" aria-labelledby=(id) aria-describedby={ (id) "-d" } {
            text class="lab a" x="0" y="13" { "▲ " (up) }
            text class="lab b" x="0" y=(N(height - 27.0)) { "▼ " (down) }
            @for ((i, column), left) in columns.iter().enumerate().zip(lefts) {
                @let tall = (column.value.abs() * per).max(1.0);
                @let y = if column.value >= 0.0 { zero - tall } else { zero };
                @let middle = left + step * 0.3;
                rect class=(if column.value >= 0.0 { "bar a" } else { "bar b" }) x=(N(left)) y=(N(y)) width=(N(step * 0.6)) height=(N(tall)) {}
                @if (last - 1 - i).is_multiple_of(every) {
                    @let base = if column.value >= 0.0 { y - 6.0 } else { y + tall + text + 2.0 };
                    text class="val" x=(N(middle)) y=(N(base)) text-anchor="middle" { (column.text) }
                    text class="tick" x=(N(middle)) y=(N(height - 5.0)) text-anchor="middle" { (column.label) }
                }
            }
            line class="base" x1="0" x2=(N(width)) y1=(N(zero)) y2=(N(zero)) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(value: f64) -> Column<'static> {
        Column { label: "2023", value, text: "+1,080" }
    }

    #[test]
    fn columns_hang_from_zero_and_stand_on_it() {
        let svg = columns("f2", &[column(100.0), column(-50.0)], "up", "down", Size::Wide).into_string();
        // 250 high, 40 above and 62 below: 148 for a span of 150.
        assert!(svg.contains("class=\"bar a\" x=\"72\" y=\"40\" width=\"216\" height=\"98.7\""), "{svg}");
        assert!(svg.contains("class=\"bar b\" x=\"432\" y=\"138.7\" width=\"216\" height=\"49.3\""), "{svg}");
    }

    #[test]
    fn thin_columns_write_every_second_value() {
        let many: Vec<Column<'_>> = (0..14).map(|_| column(80.0)).collect();
        let svg = columns("f2", &many, "up", "down", Size::Narrow).into_string();
        assert_eq!(svg.matches("class=\"val\"").count(), 7);
        assert_eq!(svg.matches("class=\"bar a\"").count(), 14);
    }

    #[test]
    fn nothing_but_zeros_is_drawn() {
        let svg = columns("f2", &[column(0.0)], "up", "down", Size::Wide).into_string();
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }
}
