//! The brief as a page of its own, which prints to two A4 pages: no script, nothing from elsewhere.

use super::wording::{day, say};
use super::{Brief, Chart, Line, Series};
use std::fmt::Write as _;

const STYLE: &str = include_str!("../../data/brief.css");

/// The size of the chart, and the room above and below its columns.
const WIDTH: f64 = 660.0;
const HEIGHT: f64 = 128.0;
const ABOVE: f64 = 16.0;
const BELOW: f64 = 14.0;
/// Values are written in billions.
const BILLION: f64 = 1e9;

/// Writes the brief as an HTML page.
#[must_use]
pub fn html(brief: &Brief) -> String {
    let lang = brief.lang;
    let title = escaped(&brief.title);
    let as_of = say("brief-as-of", &[("day", &day(brief.as_of, lang))], lang);
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
        content=\"width=device-width\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n\
        <p class=\"day\">{}</p>\n<main>\n",
        escaped(&as_of)
    );
    for section in &brief.sections {
        let _ = writeln!(out, "<section>\n<h2>{}</h2>", escaped(&section.title));
        if let Some(chart) = &section.chart {
            let _ = writeln!(
                out,
                "<figure>\n{}<figcaption>{}</figcaption>\n</figure>",
                drawn(chart),
                sentence(&chart.caption)
            );
        }
        out.push_str("<ul>\n");
        for line in &section.lines {
            let _ = writeln!(out, "<li>{}</li>", sentence(line));
        }
        out.push_str("</ul>\n</section>\n");
    }
    let _ = writeln!(
        out,
        "</main>\n<footer>\n<h2>{}</h2>\n<ol>",
        escaped(&say("brief-section-notes", &[], lang))
    );
    for note in &brief.notes {
        let _ = writeln!(out, "<li id=\"note-{}\">{}</li>", note.number, linked(&note.text));
    }
    out.push_str("</ol>\n</footer>\n</body>\n</html>\n");
    out
}

fn sentence(line: &Line) -> String {
    let marks: String = line
        .notes
        .iter()
        .map(|number| format!("<a class=\"note\" href=\"#note-{number}\">{number}</a>"))
        .collect();
    format!("{}{marks}", escaped(&line.text))
}

/// Writes a note; an address at its end is a link.
fn linked(text: &str) -> String {
    let address =
        text.rsplit_once(' ').filter(|(_, last)| last.starts_with("https://") || last.starts_with("http://"));
    match address {
        Some((head, address)) => {
            let address = escaped(address);
            format!("{} <a href=\"{address}\">{address}</a>", escaped(head))
        }
        None => escaped(text),
    }
}

/// Draws the years as pairs of columns, one for each series.
fn drawn(chart: &Chart) -> String {
    let number = |value: &Option<String>| value.as_ref().and_then(|value| value.parse::<f64>().ok());
    let series: Vec<Vec<Option<f64>>> =
        chart.series.iter().map(|series| series.values.iter().map(number).collect()).collect();
    let highest = series.iter().flatten().flatten().fold(0.0, |high: f64, value| high.max(*value));
    let mut out = format!("<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\">\n");
    if highest <= 0.0 || chart.years.is_empty() {
        out.push_str("</svg>\n");
        return out;
    }
    let count = chart.years.iter().map(|_| 1.0).sum::<f64>();
    let (step, per) = (WIDTH / count, (HEIGHT - ABOVE - BELOW) / highest);
    let thick = step * 0.34;
    let floor = HEIGHT - BELOW;
    let mut left = step * 0.12;
    for (at, year) in chart.years.iter().enumerate() {
        let mut x = left;
        for (which, values) in series.iter().enumerate() {
            if let Some(value) = values.get(at).copied().flatten() {
                let tall = value * per;
                let _ = writeln!(
                    out,
                    "<rect class=\"s{which}\" x=\"{x:.1}\" y=\"{:.1}\" width=\"{thick:.1}\" height=\"{tall:.1}\"/>\
                    <text class=\"value\" x=\"{:.1}\" y=\"{:.1}\">{:.2}</text>",
                    floor - tall,
                    x + thick / 2.0,
                    floor - tall - 2.5,
                    value / BILLION
                );
            }
            x += thick + step * 0.04;
        }
        let _ = writeln!(
            out,
            "<text class=\"year\" x=\"{:.1}\" y=\"{:.1}\">{year}</text>",
            left + step * 0.36,
            HEIGHT - 3.0
        );
        left += step;
    }
    let mut x = 0.0;
    for (which, Series { name, .. }) in chart.series.iter().enumerate() {
        let _ = writeln!(
            out,
            "<rect class=\"s{which}\" x=\"{x:.1}\" y=\"1\" width=\"8\" height=\"8\"/><text class=\"name\" x=\"{:.1}\" y=\"9\">{}</text>",
            x + 11.0,
            escaped(name)
        );
        x += 150.0;
    }
    let _ = writeln!(out, "<line x1=\"0\" x2=\"{WIDTH}\" y1=\"{floor}\" y2=\"{floor}\"/>\n</svg>");
    out
}

/// Keeps text from outside from being read as markup.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            // No page and no XML may hold others.
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_outside_is_text() {
        assert_eq!(escaped("<b> & \"x\"\n\u{8}y"), "&lt;b&gt; &amp; &quot;x&quot; y");
        assert_eq!(linked("a javascript:x"), "a javascript:x");
        assert_eq!(linked("a https://x/\"y"), "a <a href=\"https://x/&quot;y\">https://x/&quot;y</a>");
    }
}
