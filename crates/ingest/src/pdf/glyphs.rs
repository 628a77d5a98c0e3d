//! A device that letters are drawn on: it keeps what they are and where they stand.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

/// The most drawing operations of a file: forms that hold forms can ask for more than there is time for.
const MAX_OPERATIONS: usize = if cfg!(test) { 100_000 } else { 8_000_000 };
/// How many thousandths of its size a letter's measures are counted in.
const UNITS: f64 = 1000.0;
/// The advance of a letter whose font does not say it, in those.
const ADVANCE: f32 = 500.0;

/// What reading is unwound with when a file draws too much.
#[derive(Debug)]
pub(super) struct Exhausted;

/// Letters that stand on one line without a wide gap, from left to right.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fragment {
    /// Where it begins.
    pub(super) left: f64,
    /// Where it ends.
    pub(super) right: f64,
    /// Its base line, counted downwards.
    pub(super) base: f64,
    /// The size of its letters.
    pub(super) size: f64,
    /// What it says.
    pub(super) text: String,
}

/// A letter in its place.
struct Letter {
    left: f64,
    right: f64,
    base: f64,
    size: f64,
    text: Option<BfString>,
}

/// The letters of a file, page by page.
#[derive(Debug)]
pub(super) struct Letters {
    fragments: Vec<Fragment>,
    total: usize,
    unknown: usize,
    most: usize,
    operations: usize,
}

impl Letters {
    pub(super) const fn new(most: usize) -> Self {
        Self { fragments: Vec::new(), total: 0, unknown: 0, most, operations: 0 }
    }

    /// Takes the letters of the page that was drawn last.
    pub(super) fn page(&mut self) -> Vec<Fragment> {
        std::mem::take(&mut self.fragments)
    }

    /// Returns how many letters were drawn.
    pub(super) const fn total(&self) -> usize {
        self.total
    }

    /// Returns of how many it is not known what they are.
    pub(super) const fn unknown(&self) -> usize {
        self.unknown
    }

    fn operation(&mut self) {
        self.operations += 1;
        if self.operations > MAX_OPERATIONS {
            // There is no other way out of a drawing; no hook for panics is called.
            std::panic::resume_unwind(Box::new(Exhausted));
        }
    }

    fn add(&mut self, letter: Letter) {
        let mut text = String::new();
        match letter.text {
            Some(BfString::Char(c)) => text.push(c),
            Some(BfString::String(ref s)) => text.push_str(s),
            None => text.push('\u{FFFD}'),
        }
        let is_space = text.chars().all(|c| c.is_whitespace() || c.is_control());
        if !is_space {
            self.total += 1;
            self.unknown += usize::from(letter.text.is_none());
        }
        if self.total > self.most {
            return;
        }
        let Some(last) = self.fragments.last_mut().filter(|last| last.goes_on_with(&letter)) else {
            if !is_space {
                let Letter { left, right, base, size, .. } = letter;
                self.fragments.push(Fragment { left, right, base, size, text });
            }
            return;
        };
        if is_space {
            if !last.text.ends_with(' ') {
                last.text.push(' ');
            }
            return;
        }
        let width = letter.right - letter.left;
        if last.text.ends_with(&text) && (letter.right - last.right).abs() < 0.3 * width.abs() {
            return; // Drawn twice to look bold.
        }
        if letter.left - last.right > 0.17 * letter.size && !last.text.ends_with(' ') {
            last.text.push(' ');
        }
        last.text.push_str(&text);
        last.right = last.right.max(letter.right);
    }
}

impl Fragment {
    fn goes_on_with(&self, letter: &Letter) -> bool {
        let size = self.size.max(letter.size);
        let gap = letter.left - self.right;
        (self.base - letter.base).abs() < 0.35 * size && gap > -1.5 * size && gap < 1.1 * size
    }
}

impl Device<'_> for Letters {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.operation();
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let place = props.transform * glyph.transform();
            let advance = f64::from(advance.filter(|a| a.is_finite()).unwrap_or(ADVANCE));
            if let Some(letter) = letter(place, advance, glyph.as_unicode()) {
                self.add(letter);
            }
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {
        self.operation();
    }

    fn draw_rect(&mut self, _: &Rect, _: DrawProps<'_>, _: &DrawMode) {
        self.operation();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.operation();
    }

    fn push_clip_rect(&mut self, _: &Rect) {
        self.operation();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {
        self.operation();
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.operation();
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}

    fn begin_marked_content(
        &mut self,
        _: &[u8],
        _: Option<&hayro_interpret::hayro_syntax::object::Dict<'_>>,
    ) {
        self.operation();
    }
}

/// Returns a letter in its place; none where it is not set upright on a line from left to right, as a watermark is.
fn letter(place: Affine, advance: f64, text: Option<BfString>) -> Option<Letter> {
    let start = place * Point::ZERO;
    let end = place * Point::new(advance, 0.0);
    let top = place * Point::new(0.0, UNITS);
    let size = (top - start).hypot();
    let upright = (end.y - start.y).abs() <= 0.2 * (end.x - start.x).abs() + 0.01 * size
        && end.x >= start.x
        && top.y < start.y;
    let numbers = [start.x, start.y, end.x, size];
    (upright && size > 0.1 && numbers.iter().all(|n| n.is_finite())).then_some(Letter {
        left: start.x,
        right: end.x,
        base: start.y,
        size,
        text,
    })
}
