//! Where things stand on a chart of years.

use super::*;

fn chart(marks: Vec<Mark<'static>>) -> TimeChart<'static> {
    TimeChart {
        id: "f1",
        unit: "billion US dollars",
        decimal: '.',
        series: vec![
            Series {
                class: "a",
                label: "as Kazakhstan reports it",
                points: vec![(2018, 2.0), (2019, 3.0), (2020, 4.0)],
            },
            Series { class: "b", label: "as Uzbekistan reports it", points: vec![(2019, 2.5), (2020, 4.5)] },
        ],
        marks,
        goal: None,
        need: None,
        pace: None,
        until: None,
        highest: None,
        height: 440.0,
    }
}

fn mark(year: i16, value: f64) -> Mark<'static> {
    Mark {
        year,
        value,
        outcome: Outcome::Near,
        number: "1",
        words: "“$4.5 billion”",
        name: "1. <said>",
        href: "#s1",
        priority: 0,
    }
}

#[test]
fn values_stand_at_their_place() {
    let svg = chart(Vec::new()).draw(Size::Wide).into_string();
    // The field is 34 to 414 high for 0 to 5, and 34 to 704 wide for 2018 to 2020.
    assert!(svg.contains("<path class=\"line a\" d=\"M34 262L369 186L704 110\">"), "{svg}");
    assert!(svg.contains("<path class=\"band\" d=\"M369 186L704 110L704 72L369 224Z\">"), "{svg}");
    assert!(svg.contains(">5 billion US dollars</text>"), "{svg}");
    assert!(!svg.contains("class=\"later\""), "nothing lies after the last report");
}

#[test]
fn a_missing_year_breaks_the_line() {
    let mut gap = chart(Vec::new());
    gap.series[0].points = vec![(2015, 1.0), (2016, 1.0), (2019, 3.0), (2020, 4.0)];
    let svg = gap.draw(Size::Wide).into_string();
    assert_eq!(svg.matches("class=\"line a\"").count(), 2);
    assert_eq!(svg.matches("class=\"dot a\"").count(), 4 + 1, "four years and the key");
}

#[test]
fn a_mark_keeps_its_value_and_leads_back_when_it_is_moved() {
    let svg = chart(vec![mark(2020, 4.5)]).draw(Size::Wide).into_string();
    assert!(svg.contains("class=\"lead\" x1=\"704\" x2=\"715\" y1=\"72\" y2=\"72\""), "{svg}");
    assert!(svg.contains("<title>1. &lt;said&gt;</title>"));
    assert!(svg.contains("role=\"group\"") && svg.contains("tabindex=\"-1\""));
}

#[test]
fn what_is_not_observed_is_shaded() {
    let mut ahead = chart(vec![mark(2030, 10.0)]);
    ahead.need = Some(Ahead { from: (2020, 4.5), to: (2030, 10.0), words: "needs 8.3% a year" });
    ahead.pace = Some(Ahead { from: (2020, 4.5), to: (2030, 9.0), words: "at the pace of 2018 to 2020" });
    for size in Size::BOTH {
        let svg = ahead.draw(size).into_string();
        assert!(
            svg.contains("class=\"later\"")
                && svg.contains("class=\"need\"")
                && svg.contains("class=\"pace\"")
        );
        assert!(svg.contains(">10 billion US dollars<"));
    }
}

#[test]
fn words_of_marks_stay_inside_the_picture_and_clear_of_each_other() {
    let marks: Vec<Mark<'_>> =
        (2018..=2030).flat_map(|year| [mark(year, 4.0), mark(year, 4.2), mark(year, 9.0)]).collect();
    let many = chart(marks);
    for size in Size::BOTH {
        let axes = many.axes(size).unwrap();
        let wanted: Vec<Wanted<'_>> = many.marks.iter().map(|m| axes.wanted(m)).collect();
        let room = Rect { left: 0.0, top: 0.0, right: axes.width, bottom: axes.field.bottom };
        let drawn = many.drawn(&axes);
        let placed = place(&wanted, room, (&many.points(&axes), &drawn), axes.text, !size.is_small());
        let labels: Vec<Rect> =
            placed.iter().flatten().filter_map(|p| p.label.as_ref()).map(|l| l.room).collect();
        assert!(labels.len() > 5, "{}", labels.len());
        for (i, label) in labels.iter().enumerate() {
            assert!(room.holds(label), "{label:?}");
            assert!(!labels[..i].iter().chain(&drawn).any(|other| other.meets(label)), "{label:?}");
        }
    }
}

#[test]
fn years_are_written_as_far_as_there_is_room() {
    let mut long = chart(Vec::new());
    long.series[0].points = (1994..=2023).map(|year| (year, 1.0)).collect();
    for (size, expect) in [(Size::Wide, 15), (Size::Narrow, 8)] {
        let axes = long.axes(size).unwrap();
        assert_eq!(axes.written_years().count(), expect, "{size:?}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let draw = || chart(vec![mark(2019, 4.0), mark(2020, 4.5)]).draw(Size::Narrow).into_string();
    assert_eq!(draw(), draw());
}

#[test]
fn nothing_reported_is_nothing_drawn() {
    let mut empty = chart(Vec::new());
    empty.series.clear();
    assert_eq!(empty.draw(Size::Wide).into_string(), "");
}
