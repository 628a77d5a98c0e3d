//! Horizontal bars: one that matters, the rest grey, the value at the end of each.

use super::geometry::{N, Scale, Size, text_width};
use maud::{Markup, html};

/// One bar.
pub(crate) struct Bar<'a> {
    /// What it is of.
    pub(crate) label: &'a str,
    /// How long.
    pub(crate) value: f64,
    /// What is written at its end.
    pub(crate) text: &'a str,
    /// Whether it is the one that matters.
    pub(crate) is_strong: bool,
}

/// Draws bars; `id` is that of the caption.
pub(crate) fn bars(id: &str, rows: &[Bar<'_>], size: Size) -> Markup {
    let (width, text) = (size.width(), size.text());
    let line = if size.is_small() { 32.0 } else { 34.0 };
    let widest = |of: fn(&Bar<'_>) -> f64| rows.iter().map(of).fold(0.0, f64::max);
    let left = rows.iter().map(|row| text_width(row.label, text)).fold(0.0, f64::max) + 10.0;
    let right = rows.iter().map(|row| text_width(row.text, text)).fold(0.0, f64::max) + 14.0;
    let along = Scale { from: (0.0, widest(|row| row.value)), to: (0.0, (width - left - right).max(10.0)) };
    let height = rows.iter().map(|_| line).sum::<f64>() + 4.0;
    let tops = std::iter::successors(Some(2.0), |top| Some(top + line));
    html! {
        svg class=(size.class()) viewBox={ "0 0 " (N(width)) " " (N(height)) } role="img" aria-labelledby=(id) aria-describedby={ (id) "-d" } {
            @for (row, top) in rows.iter().zip(tops) {
                @let base = top + line / 2.0 + text * 0.3;
                @let long = along.at(row.value.max(0.0)).max(1.0);
                text class="lab" x=(N(left - 9.0)) y=(N(base)) text-anchor="end" { (row.label) }
                rect class=(if row.is_strong { "bar a" } else { "bar" }) x=(N(left)) y=(N(top + 5.0)) width=(N(long)) height=(N(line - 10.0)) {}
                text class="val" x=(N(left + long + 7.0)) y=(N(base)) { (row.text) }
            }
            line class="base" x1=(N(left)) x2=(N(left)) y1="0" y2=(N(height)) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_bar_and_its_value_fit() {
        for size in Size::BOTH {
            let rows = [
                Bar { label: "Uzbekistan", value: 4.42, text: "4.42 · 56.6%", is_strong: true },
                Bar { label: "<i>", value: 0.0, text: "0", is_strong: false },
            ];
            let svg = bars("f4", &rows, size).into_string();
            assert!(svg.contains("&lt;i&gt;") && !svg.contains("<i>"));
            let left = text_width("Uzbekistan", size.text()) + 10.0;
            let right = text_width("4.42 · 56.6%", size.text()) + 14.0;
            let bar = format!("x=\"{}\" y=\"7\" width=\"{}\"", N(left), N(size.width() - left - right));
            assert!(svg.contains(&bar), "{svg}");
        }
    }
}
