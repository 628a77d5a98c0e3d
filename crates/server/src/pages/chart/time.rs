//! A value by year as two countries report it, with what was said placed on the same axes.

use super::geometry::{N, Rect, Scale, Size, path, text_width, tick, ticks};
use super::labels::{Placed, Wanted, place};
use entente_model::Outcome;
use maud::{Markup, html};

/// What one country reports.
pub(crate) struct Series<'a> {
    /// `a` or `b`: its colour and the shape of its points.
    pub(crate) class: &'static str,
    /// Who reports.
    pub(crate) label: &'a str,
    /// Year and value, by year; a year that is missing breaks the line.
    pub(crate) points: Vec<(i16, f64)>,
}

/// A statement or a target, at the year that it speaks of and the value that it says.
pub(crate) struct Mark<'a> {
    /// The year.
    pub(crate) year: i16,
    /// The value.
    pub(crate) value: f64,
    /// What checking it gave.
    pub(crate) outcome: Outcome,
    /// Its number in the list below the chart.
    pub(crate) number: &'a str,
    /// What is written beside it where there is room.
    pub(crate) words: &'a str,
    /// What it is, in full.
    pub(crate) name: &'a str,
    /// Where it leads to.
    pub(crate) href: &'a str,
    /// The lowest is placed first.
    pub(crate) priority: u32,
}

/// A line from the last reported value to a value ahead.
pub(crate) struct Ahead<'a> {
    /// Where it starts.
    pub(crate) from: (i16, f64),
    /// Where it leads to.
    pub(crate) to: (i16, f64),
    /// What it means.
    pub(crate) words: &'a str,
}

/// The chart.
pub(crate) struct TimeChart<'a> {
    /// The id of its caption.
    pub(crate) id: &'a str,
    /// The unit, written at the top.
    pub(crate) unit: &'a str,
    /// The decimal sign of the language.
    pub(crate) decimal: char,
    /// One or two series.
    pub(crate) series: Vec<Series<'a>>,
    /// Statements and targets.
    pub(crate) marks: Vec<Mark<'a>>,
    /// The value of a target that is open.
    pub(crate) goal: Option<f64>,
    /// The line that reaches it.
    pub(crate) need: Option<Ahead<'a>>,
    /// The line of the pace so far.
    pub(crate) pace: Option<Ahead<'a>>,
    /// The last year of the axis, where that lies beyond the figures and the marks.
    pub(crate) until: Option<i16>,
    /// The highest value of the axis, where it is shared with another chart.
    pub(crate) highest: Option<f64>,
    /// The height of the wide picture.
    pub(crate) height: f64,
}

/// The picture's axes.
struct Axes {
    width: f64,
    height: f64,
    text: f64,
    field: Rect,
    first: i16,
    last: i16,
    x: Scale,
    y: Scale,
    ticks: Vec<f64>,
}

impl TimeChart<'_> {
    fn years(&self) -> Option<(i16, i16)> {
        let points = self.series.iter().flat_map(|s| s.points.iter().map(|p| p.0));
        let years: Vec<i16> = points.chain(self.marks.iter().map(|m| m.year)).chain(self.until).collect();
        Some((*years.iter().min()?, *years.iter().max()?))
    }

    fn highest(&self) -> f64 {
        let points = self.series.iter().flat_map(|s| s.points.iter().map(|p| p.1));
        let ahead = [&self.need, &self.pace].into_iter().flatten().map(|a| a.to.1);
        let values = points.chain(self.marks.iter().map(|m| m.value)).chain(self.goal).chain(ahead);
        values.chain(self.highest).fold(0.0, f64::max)
    }

    fn axes(&self, size: Size) -> Option<Axes> {
        let (first, last) = self.years()?;
        let (width, text) = (size.width(), size.text());
        let height = if size.is_small() { (self.height * 0.9).min(330.0) } else { self.height };
        let ticks = ticks(self.highest());
        let widest = ticks.iter().map(|v| text_width(&tick(*v, self.decimal), text)).fold(0.0, f64::max);
        let left = (widest + 8.0).max(24.0);
        let field = Rect {
            left,
            top: if size == Size::Panel { 26.0 } else { 34.0 },
            right: width - 16.0,
            bottom: height - 26.0,
        };
        Some(Axes {
            width,
            height,
            text,
            first,
            last,
            x: Scale { from: (f64::from(first), f64::from(last)), to: (left + 10.0, field.right) },
            y: Scale { from: (0.0, ticks.last().copied().unwrap_or(1.0)), to: (field.bottom, field.top) },
            field,
            ticks,
        })
    }

    /// Returns the last year that anybody reports.
    fn reported(&self) -> Option<i16> {
        self.series.iter().filter_map(|s| s.points.last()).map(|p| p.0).max()
    }

    /// Draws it; nothing where there is no year at all.
    pub(crate) fn draw(&self, size: Size) -> Markup {
        let Some(axes) = self.axes(size) else { return html! {} };
        let role = if self.marks.is_empty() { "img" } else { "group" };
        let mut drawn = self.drawn(&axes);
        let (key, keys) = self.key(&axes, &drawn);
        drawn.extend(keys);
        let need = self.need.as_ref().map(|ahead| (ahead, axes.along(ahead, true)));
        let pace = self.pace.as_ref().map(|ahead| (ahead, axes.along(ahead, false)));
        drawn.extend([&need, &pace].into_iter().flatten().map(|(_, note)| note.room));
        let wanted: Vec<Wanted<'_>> = self.marks.iter().map(|mark| axes.wanted(mark)).collect();
        let room = Rect { left: 0.0, top: 0.0, right: axes.width, bottom: axes.field.bottom };
        let placed = place(&wanted, room, (&self.points(&axes), &drawn), axes.text, !size.is_small());
        html! {
            svg class=(size.class()) viewBox={ "0 0 " (N(axes.width)) " " (N(axes.height)) } role=(role) aria-labelledby=(self.id) aria-describedby={ (self.id) "-d" } {
                g aria-hidden="true" {
                    (self.ground(&axes))
                    @if let Some((ahead, note)) = &pace { (axes.ahead(ahead, note, "pace", "note soft")) }
                    @if let Some((ahead, note)) = &need { (axes.ahead(ahead, note, "need", "note")) }
                    @for series in &self.series { (axes.line(series)) }
                    (key)
                }
                @for (mark, placed) in self.marks.iter().zip(&placed) {
                    @if let Some(placed) = placed { (axes.mark(mark, placed)) }
                }
            }
        }
    }

    /// The ground: what lies after the last report, the grid, the years, the band between two reports.
    fn ground(&self, axes: &Axes) -> Markup {
        let field = axes.field;
        let later = self.reported().filter(|year| *year < axes.last).map(|year| axes.x.at(f64::from(year)));
        html! {
            @if let Some(from) = later {
                rect class="later" x=(N(from)) y=(N(field.top)) width=(N(field.right - from)) height=(N(field.bottom - field.top)) {}
            }
            @for (i, value) in axes.ticks.iter().enumerate() {
                @let y = axes.y.at(*value);
                line class=(if i == 0 { "base" } else { "grid" }) x1=(N(field.left)) x2=(N(field.right)) y1=(N(y)) y2=(N(y)) {}
                @if i + 1 == axes.ticks.len() { text class="tick" x="0" y=(N(y - 8.0)) { (tick(*value, self.decimal)) " " (self.unit) } }
                @else { text class="tick" x=(N(field.left - 7.0)) y=(N(y + axes.text * 0.35)) text-anchor="end" { (tick(*value, self.decimal)) } }
            }
            @for year in axes.written_years() {
                text class="tick" x=(N(axes.x.at(f64::from(year)))) y=(N(axes.height - 6.0)) text-anchor="middle" { (year) }
            }
            @for stretch in self.shared() {
                @let there = stretch.iter().map(|(year, one, _)| axes.at(*year, *one));
                @let back = stretch.iter().rev().map(|(year, _, two)| axes.at(*year, *two));
                path class="band" d={ (path(there.chain(back))) "Z" } {}
            }
            @if let Some(goal) = self.goal {
                line class="goal" x1=(N(field.left)) x2=(N(field.right)) y1=(N(axes.y.at(goal))) y2=(N(axes.y.at(goal))) {}
            }
        }
    }

    /// The stretches of years that both series have, with both values.
    fn shared(&self) -> Vec<Vec<(i16, f64, f64)>> {
        let [one, two] = self.series.as_slice() else { return Vec::new() };
        let both = one.points.iter().filter_map(|(year, value)| {
            let other = two.points.iter().find(|(other, _)| other == year)?;
            Some((*year, *value, other.1))
        });
        let mut stretches = stretches(both, |point| point.0);
        stretches.retain(|stretch| stretch.len() > 1);
        stretches
    }

    /// The middles of the points, which no mark may hide.
    fn points(&self, axes: &Axes) -> Vec<Rect> {
        let points = self.series.iter().flat_map(|series| &series.points);
        points.map(|(year, value)| axes.at(*year, *value)).map(|(x, y)| Rect::around(x, y, 1.4)).collect()
    }

    /// What is drawn before words: points, and the lines between them.
    fn drawn(&self, axes: &Axes) -> Vec<Rect> {
        let mut drawn = Vec::new();
        for series in &self.series {
            let at: Vec<(f64, f64)> =
                series.points.iter().map(|(year, value)| axes.at(*year, *value)).collect();
            drawn.extend(at.iter().map(|(x, y)| Rect::around(*x, *y, 4.0)));
            for (from, to) in at.iter().zip(at.iter().skip(1)) {
                let between = |part: f64| (from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1));
                drawn.extend([0.25, 0.5, 0.75].map(between).map(|(x, y)| Rect::around(x, y, 1.5)));
            }
        }
        drawn
    }

    /// Who is which line, written where there is room in the field: low on the left, else high on the left or low on
    /// the right.
    fn key(&self, axes: &Axes, drawn: &[Rect]) -> (Markup, Vec<Rect>) {
        let (line, text, field) = (axes.text * 1.45, axes.text, axes.field);
        let wide = self.series.iter().map(|s| text_width(s.label, text)).fold(0.0, f64::max) + 14.0;
        let tall = self.series.iter().map(|_| line).sum::<f64>();
        let room = |left: f64, top: f64| Rect { left, top, right: left + wide, bottom: top + tall };
        let (left, low, high) =
            (axes.x.at(f64::from(axes.first)), field.bottom - tall - 8.0, field.top + 8.0);
        let rooms = [
            room(left + 6.0, low),
            room(left + 6.0, high),
            room(field.right - wide, low),
            room((left + field.right - wide) / 2.0, low),
            room((left + field.right - wide) / 2.0, high),
        ];
        let marks =
            || self.marks.iter().map(|m| axes.at(m.year, m.value)).map(|(x, y)| Rect::around(x, y, 20.0));
        let free = |room: &&Rect| !drawn.iter().copied().chain(marks()).any(|other| other.meets(room));
        let Some(room) = rooms.iter().find(free).or(rooms.first()).copied() else {
            return (html! {}, Vec::new());
        };
        let bases = std::iter::successors(Some(room.top + text), |base| Some(base + line));
        let words = html! {
            @for (series, base) in self.series.iter().zip(bases) {
                (dot(series.class, room.left + 4.0, base - text * 0.34))
                text class={ "lab " (series.class) } x=(N(room.left + 14.0)) y=(N(base)) { (series.label) }
            }
        };
        (words, vec![room])
    }
}

/// Where the words along a line ahead stand.
struct Note {
    x: f64,
    y: f64,
    room: Rect,
}

impl Axes {
    fn at(&self, year: i16, value: f64) -> (f64, f64) {
        (self.x.at(f64::from(year)), self.y.at(value))
    }

    fn wanted<'m>(&self, mark: &Mark<'m>) -> Wanted<'m> {
        let (x, y) = self.at(mark.year, mark.value);
        Wanted { x, y, words: mark.words, number: mark.number, priority: mark.priority }
    }

    /// The years that are written: as many as have room, the first always.
    fn written_years(&self) -> impl Iterator<Item = i16> {
        let years = f64::from(self.last) - f64::from(self.first);
        let step = if years > 0.0 { (self.x.to.1 - self.x.to.0) / years } else { self.width };
        let room = text_width("2023", self.text) * 1.35;
        let every =
            [1_i16, 2, 4, 5, 10, 20].into_iter().find(|every| step * f64::from(*every) >= room).unwrap_or(40);
        let (first, last) = (self.first, self.last);
        (first..=last).filter(move |year| (year - first) % every == 0)
    }

    fn line(&self, series: &Series<'_>) -> Markup {
        let at = |point: &(i16, f64)| self.at(point.0, point.1);
        html! {
            @for stretch in stretches(series.points.iter().copied(), |point| point.0) {
                @if stretch.len() > 1 { path class={ "line " (series.class) } d=(path(stretch.iter().map(at))) {} }
            }
            @for point in &series.points { @let (x, y) = at(point); (dot(series.class, x, y)) }
        }
    }

    /// Words along a line ahead, above its middle or under its end.
    fn along(&self, ahead: &Ahead<'_>, above: bool) -> Note {
        let (from, to) = (self.at(ahead.from.0, ahead.from.1), self.at(ahead.to.0, ahead.to.1));
        let width = text_width(ahead.words, self.text);
        let part =
            |x: f64| if to.0 > from.0 { ((x - from.0) / (to.0 - from.0)).clamp(0.0, 1.0) } else { 1.0 };
        let line = |x: f64| from.1 + part(x) * (to.1 - from.1);
        let end = if above { from.0 + (to.0 - from.0) * 0.66 } else { to.0 };
        let end = end.max(width).min(self.width);
        let y = if above {
            line(end).min(line(end - width)) - 7.0
        } else {
            line(end - width).max(line(end)) + self.text * 1.25
        };
        // Above, the words end at the line; the line runs upwards to the right, so they stand clear of it there.
        let y = if above { y.max(self.field.top + self.text) } else { y.min(self.field.bottom - 4.0) };
        let room = Rect { left: end - width, top: y - self.text, right: end, bottom: y + self.text * 0.25 };
        Note { x: end, y, room }
    }

    fn ahead(&self, ahead: &Ahead<'_>, note: &Note, line: &str, words: &str) -> Markup {
        let ends = [self.at(ahead.from.0, ahead.from.1), self.at(ahead.to.0, ahead.to.1)];
        html! {
            path class=(line) d=(path(ends)) {}
            text class=(words) x=(N(note.x)) y=(N(note.y)) text-anchor="end" { (ahead.words) }
        }
    }

    fn mark(&self, mark: &Mark<'_>, placed: &Placed) -> Markup {
        let ((true_x, y), x) = (self.at(mark.year, mark.value), placed.x);
        html! {
            a class={ "mk o-" (mark.outcome) } href=(mark.href) tabindex="-1" {
                title { (mark.name) }
                @if (x - true_x).abs() > 9.0 { line class="lead" x1=(N(true_x)) x2=(N(x)) y1=(N(y)) y2=(N(y)) {} }
                circle class="hit" cx=(N(x)) cy=(N(y)) r="12" {}
                use href={ "#g-" (mark.outcome) } x=(N(x - 9.0)) y=(N(y - 9.0)) width="18" height="18" {}
                @if let Some(label) = &placed.label {
                    text class="said" x=(N(label.x)) y=(N(label.y)) text-anchor=(label.anchor) aria-hidden="true" {
                        (if label.is_number { mark.number } else { mark.words })
                    }
                }
            }
        }
    }
}

/// Breaks a row of years where one is missing.
fn stretches<T: Copy>(points: impl Iterator<Item = T>, year: impl Fn(&T) -> i16) -> Vec<Vec<T>> {
    let mut stretches: Vec<Vec<T>> = Vec::new();
    for point in points {
        match stretches.last_mut() {
            Some(stretch) if stretch.last().is_some_and(|last| year(last) + 1 == year(&point)) => {
                stretch.push(point);
            }
            _ => stretches.push(vec![point]),
        }
    }
    stretches
}

fn dot(class: &str, x: f64, y: f64) -> Markup {
    html! {
        @if class == "b" { rect class="dot b" x=(N(x - 3.4)) y=(N(y - 3.4)) width="6.8" height="6.8" {} }
        @else { circle class="dot a" cx=(N(x)) cy=(N(y)) r="3.9" {} }
    }
}

#[cfg(test)]
mod tests;
