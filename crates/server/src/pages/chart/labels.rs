//! Where marks and their words stand: at their value, beside one another, never over one another.

use super::geometry::{Rect, text_width};

/// How far a mark is moved aside, in the order that is tried: only along the axis of time, since its value must stay.
const SHIFTS: [f64; 11] = [0.0, 11.0, -11.0, 18.0, -18.0, 36.0, -36.0, 54.0, -54.0, 72.0, -72.0];
/// Half the width of a mark with a little room.
const HALF: f64 = 9.5;
/// The line height, in sizes of the text.
const LINE: f64 = 1.25;

/// What is to be placed.
pub(crate) struct Wanted<'a> {
    /// Its place on the axis of time.
    pub(crate) x: f64,
    /// Its place on the axis of values.
    pub(crate) y: f64,
    /// What is written beside it where there is room.
    pub(crate) words: &'a str,
    /// What is written otherwise.
    pub(crate) number: &'a str,
    /// The lowest comes first.
    pub(crate) priority: u32,
}

/// Where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Placed {
    /// The middle of the mark.
    pub(crate) x: f64,
    /// What is written beside it, and where; nothing where there is no room.
    pub(crate) label: Option<Label>,
}

/// Words beside a mark.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Label {
    /// Whether it is the number rather than the words.
    pub(crate) is_number: bool,
    /// Where the text begins, is in the middle or ends.
    pub(crate) x: f64,
    /// Its base line.
    pub(crate) y: f64,
    /// Which of these `x` is.
    pub(crate) anchor: &'static str,
    /// The room that it takes.
    pub(crate) room: Rect,
}

/// Places marks inside a field, clear of each other and of points, with words clear of everything drawn; none for a mark
/// that has no room.
///
/// `with_words` is whether there is width for more than numbers.
pub(crate) fn place(
    wanted: &[Wanted<'_>],
    field: Rect,
    (points, drawn): (&[Rect], &[Rect]),
    size: f64,
    with_words: bool,
) -> Vec<Option<Placed>> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|at| wanted.get(*at).map(|w| w.priority));
    let mut placed: Vec<Option<Placed>> = vec![None; wanted.len()];
    let mut marks: Vec<Rect> = Vec::new();
    for &at in &order {
        let Some(want) = wanted.get(at) else { continue };
        let free = |shift: f64, points: &[Rect]| {
            let room = Rect::around(want.x + shift, want.y, HALF);
            let inside = want.x + shift >= field.left && want.x + shift <= field.right;
            inside && !marks.iter().chain(points).any(|other| other.meets(&room))
        };
        let shift = SHIFTS.into_iter().find(|shift| free(*shift, points));
        // Where points stand close, rather one is touched than a mark left out.
        let Some(shift) = shift.or_else(|| SHIFTS.into_iter().find(|shift| free(*shift, &[]))) else {
            continue;
        };
        marks.push(Rect::around(want.x + shift, want.y, HALF));
        if let Some(place) = placed.get_mut(at) {
            *place = Some(Placed { x: want.x + shift, label: None });
        }
    }
    let mut taken: Vec<Rect> = marks.into_iter().chain(points.iter().chain(drawn).copied()).collect();
    for &at in &order {
        let (Some(want), Some(Some(place))) = (wanted.get(at), placed.get_mut(at)) else { continue };
        let words = with_words.then_some((want.words, false));
        let texts = words.into_iter().chain([(want.number, true)]);
        let label = texts
            .flat_map(|(text, is_number)| candidates(place.x, want.y, text, size, is_number))
            .find(|label| field.holds(&label.room) && !taken.iter().any(|other| other.meets(&label.room)));
        if let Some(label) = label {
            taken.push(label.room);
            place.label = Some(label);
        }
    }
    placed
}

/// The places around a mark, the best first.
fn candidates(x: f64, y: f64, text: &str, size: f64, is_number: bool) -> [Label; 6] {
    let (width, height) = (text_width(text, size), size * LINE);
    let label = |left: f64, base: f64, anchor: &'static str| {
        let room = Rect { left, top: base - size, right: left + width, bottom: base - size + height };
        let at = match anchor {
            "start" => left,
            "end" => left + width,
            _ => left + width / 2.0,
        };
        Label { is_number, x: at, y: base, anchor, room }
    };
    let (above, beside, below) = (y - HALF - size * 0.3, y + size * 0.35, y + HALF + size * 0.95);
    [
        label(x - width / 2.0, above, "middle"),
        label(x + HALF + 4.0, beside, "start"),
        label(x - HALF - 4.0 - width, beside, "end"),
        label(x - width / 2.0, below, "middle"),
        label(x + HALF - width, above, "end"),
        label(x - HALF, above, "start"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FIELD: Rect = Rect { left: 0.0, top: 0.0, right: 700.0, bottom: 400.0 };

    fn wanted(x: f64, y: f64, priority: u32) -> Wanted<'static> {
        Wanted { x, y, words: "“$4.5 billion”", number: "12", priority }
    }

    #[test]
    fn marks_of_one_year_stand_beside_each_other() {
        let placed =
            place(&[wanted(300.0, 200.0, 0), wanted(300.0, 204.0, 1)], FIELD, (&[], &[]), 13.5, true);
        let at: Vec<f64> = placed.into_iter().flatten().map(|p| p.x).collect();
        assert_eq!(at, [300.0, 336.0], "a mark and its neighbour have a step between them");
    }

    #[test]
    fn what_is_more_important_comes_first() {
        let placed =
            place(&[wanted(300.0, 200.0, 9), wanted(300.0, 200.0, 0)], FIELD, (&[], &[]), 13.5, true);
        assert_eq!(placed[1].as_ref().map(|p| p.x), Some(300.0));
        assert_ne!(placed[0].as_ref().map(|p| p.x), Some(300.0));
    }

    #[test]
    fn a_point_of_a_line_is_not_hidden() {
        let point = Rect::around(300.0, 200.0, 4.0);
        let placed = place(&[wanted(300.0, 200.0, 0)], FIELD, (&[point], &[]), 13.5, true);
        assert_eq!(placed[0].as_ref().map(|p| p.x), Some(318.0));
    }

    #[test]
    fn narrow_charts_write_numbers() {
        let placed = place(&[wanted(300.0, 200.0, 0)], FIELD, (&[], &[]), 12.5, false);
        assert!(placed[0].as_ref().and_then(|p| p.label.as_ref()).is_some_and(|l| l.is_number));
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_over_another(places in prop::collection::vec((0.0..700.0, 0.0..400.0), 0..40)) {
            let wants: Vec<_> = places.iter().zip(0..).map(|((x, y), i)| wanted(*x, *y, i)).collect();
            let placed = place(&wants, FIELD, (&[], &[]), 13.5, true);
            let marks = placed.iter().zip(&wants).filter_map(|(p, w)| Some(Rect::around(p.as_ref()?.x, w.y, HALF)));
            let labels = placed.iter().flatten().filter_map(|p| p.label.as_ref()).map(|l| l.room);
            let all: Vec<Rect> = marks.chain(labels).collect();
            for (i, one) in all.iter().enumerate() {
                prop_assert!(!all[..i].iter().any(|other| other.meets(one)));
            }
        }
    }
}
