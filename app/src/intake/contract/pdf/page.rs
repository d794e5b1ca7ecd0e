//! A page's letters as its instructions draw them.

use super::super::Unread;
use super::glyph::{self, Glyph};
use hayro_interpret::font::Glyph as Drawn;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::content::ops::TypedInstruction;
use hayro_interpret::hayro_syntax::object::dict::keys::ACTUAL_TEXT;
use hayro_interpret::hayro_syntax::object::{self, dict_or_stream};
use hayro_interpret::hayro_syntax::page::Page as Source;
use hayro_interpret::util::TransformExt;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect, Shape};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A page's letters in the order in which they are drawn.
#[derive(Default)]
pub struct Page {
    pub glyphs: Vec<Glyph>,
    /// How many letters the file does not tell.
    pub unknown: usize,
    /// It is a picture of a page: its words, if it has any, are none that can be read.
    pub is_picture: bool,
}

/// Reads all pages; a page that cannot be read to its end is none, for half a contract misleads.
pub fn all(pdf: &Pdf, given_up: &AtomicBool) -> Result<Vec<Page>, Unread> {
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings {
        // A file may leave out well-known fonts; their letters' names tell what they are, and any font will do.
        font_resolver: Arc::new(|_| Some((Arc::new(dejavu::sans::regular()), 0))),
        render_annotations: false,
        ..InterpreterSettings::default()
    };
    let mut pages = Vec::with_capacity(pdf.pages().len());
    let mut taken = 0;
    for source in pdf.pages().iter() {
        let (width, height) = source.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, width.into(), height.into());
        let transform = source.initial_transform(true).to_kurbo();
        let mut context = Context::new(transform, bounds, &cache, source.xref(), settings.clone());
        let mut reader = Reader { meant: meant(source), ..Reader::new(given_up) };
        let read = catch_unwind(AssertUnwindSafe(|| interpret_page(source, &mut context, &mut reader)));
        taken += reader.drawn.len();
        match read {
            _ if taken >= GLYPHS_MAX => return Err(Unread::TooLarge),
            _ if given_up.load(Ordering::Relaxed) => return Err(Unread::TooSlow),
            Err(_) => return Err(Unread::Broken),
            Ok(()) => pages.push(reader.page(bounds)),
        }
    }
    Ok(pages)
}

/// Returns what each marked part of a page's own instructions is meant to say, if the file says so.
fn meant(source: &Source) -> Vec<Option<String>> {
    let mut parts = vec![];
    let mut operations = source.typed_operations();
    while let Some(operation) = operations.next() {
        match operation {
            TypedInstruction::BeginMarkedContentWithProperties(part) => {
                let text = dict_or_stream(part.1).and_then(|(says, _)| says.get::<object::String>(ACTUAL_TEXT));
                parts.push(text.map(|text| decoded(text.as_bytes())));
            }
            TypedInstruction::BeginMarkedContent(_) => parts.push(None),
            _ => {}
        }
    }
    parts
}

/// Decodes a text of the file itself: UTF-16 or UTF-8 behind a mark, else Western letters.
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// A glyph with the way it runs, in quarter turns.
struct Turned {
    glyph: Glyph,
    /// Whether the file tells which letters it draws.
    is_known: bool,
    quarter: usize,
    /// The marked part it stands in, where that is meant to say something.
    part: Option<usize>,
}

/// Takes down every letter, and draws nothing.
struct Reader<'a> {
    given_up: &'a AtomicBool,
    /// What each marked part is meant to say.
    meant: Vec<Option<String>>,
    drawn: Vec<Turned>,
    /// How many marked parts were begun, and which are open.
    opened: usize,
    open: Vec<usize>,
    /// How much of the page its pictures take, in square points.
    pictured: f64,
}

/// More letters than any contract has.
const GLYPHS_MAX: usize = 5_000_000;

/// A page of so few letters, most of which is a picture, was scanned and stamped.
const STAMP_LETTERS_MAX: usize = 100;

impl<'a> Reader<'a> {
    fn new(given_up: &'a AtomicBool) -> Reader<'a> {
        Reader { given_up, meant: vec![], drawn: vec![], opened: 0, open: vec![], pictured: 0.0 }
    }

    fn take(&mut self, drawn: &Drawn, transform: Affine) {
        let told = drawn.as_unicode().map(|told| match told {
            BfString::Char(c) => c.to_string(),
            BfString::String(text) => text,
        });
        let origin = transform * Point::ZERO;
        let em = transform * Point::new(UNITS, 0.0) - origin;
        let up = transform * Point::new(0.0, UNITS) - origin;
        if em.hypot() == 0.0 {
            return;
        }
        let advance = match drawn {
            Drawn::Outline(outline) => outline.advance_width().map_or(0.5, |width| f64::from(width) / UNITS),
            // The file's own drawings do not tell; they come with spaces of their own.
            Drawn::Type3(_) => 0.9,
        };
        let mut glyph = Glyph {
            text: told.as_deref().map(glyph::told).unwrap_or_default(),
            x: origin.x,
            y: origin.y,
            width: advance * em.hypot(),
            size: up.hypot().max(em.hypot() / 2.0),
        };
        let part = self.open.iter().rev().copied().find(|part| matches!(self.meant.get(*part), Some(Some(_))));
        if let (true, None, Drawn::Outline(outline)) = (glyph.is_mark(), part, drawn) {
            // A mark stands where it is seen; its place on the line is its letter's affair.
            let seen = (transform * outline.outline()).bounding_box();
            (glyph.x, glyph.width) = (seen.center().x, 0.0);
        }
        let quarter = (em.atan2() / std::f64::consts::FRAC_PI_2).round().rem_euclid(4.0);
        self.drawn.push(Turned {
            glyph,
            is_known: told.is_some_and(|told| !told.chars().any(is_private)),
            quarter: quarter as usize,
            part,
        });
    }

    /// Returns the letters that run the way most of the page does.
    fn page(self, bounds: Rect) -> Page {
        let mut counts = [0_usize; 4];
        self.drawn.iter().for_each(|drawn| counts[drawn.quarter] += 1);
        let way = (0..4).max_by_key(|way| (counts[*way], 4 - way)).unwrap_or(0);
        // Parts that forms begin are not among the page's own, and then none can be told apart.
        let meant = if self.meant.len() == self.opened { self.meant } else { vec![] };
        let mut page = Page { glyphs: Vec::with_capacity(self.drawn.len()), ..Page::default() };
        let mut last = None;
        for Turned { mut glyph, is_known, quarter, part } in self.drawn {
            let is_seen = bounds.inflate(1.0, 1.0).contains(Point::new(glyph.x, glyph.y));
            if quarter != way || !is_seen {
                continue;
            }
            (glyph.x, glyph.y) = match way {
                1 => (glyph.y, bounds.width() - glyph.x),
                2 => (bounds.width() - glyph.x, bounds.height() - glyph.y),
                3 => (bounds.height() - glyph.y, glyph.x),
                _ => (glyph.x, glyph.y),
            };
            let text = part.and_then(|part| meant.get(part)).and_then(Option::as_ref);
            match (text, page.glyphs.last_mut()) {
                (Some(_), Some(whole)) if last == part => widen(whole, &glyph),
                (Some(text), _) => page.glyphs.push(Glyph { text: glyph::plain(text), ..glyph }),
                (None, _) if is_known => page.glyphs.push(glyph),
                (None, _) => {
                    page.unknown += 1;
                    // It says nothing and still takes its place on the line.
                    page.glyphs.push(Glyph { text: String::new(), ..glyph });
                }
            }
            last = part.filter(|_| text.is_some());
        }
        page.is_picture = is_picture(&page, self.pictured, bounds);
        page
    }
}

fn is_picture(page: &Page, pictured: f64, bounds: Rect) -> bool {
    let letters = page.glyphs.iter().filter(|glyph| !glyph.is_blank()).count();
    let is_most = pictured * 2.0 >= bounds.width() * bounds.height();
    pictured > 0.0 && (letters == 0 || (is_most && letters <= STAMP_LETTERS_MAX))
}

/// Takes another glyph's place into one that stands for both.
fn widen(whole: &mut Glyph, other: &Glyph) {
    let right = whole.right().max(other.right());
    whole.x = whole.x.min(other.x);
    whole.width = right - whole.x;
}

/// So many units make the height of the letters.
const UNITS: f64 = 1000.0;

/// A place that every font fills as it likes, and the sign of a letter that is not known.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffd}')
}

impl<'a> Device<'a> for Reader<'_> {
    fn draw_glyph(&mut self, drawn: &Drawn<'a>, page: Affine, own: Affine, _: &Paint<'a>, _: &GlyphDrawMode) {
        if self.given_up.load(Ordering::Relaxed) || self.drawn.len() >= GLYPHS_MAX {
            resume_unwind(Box::new("enough"));
        }
        self.take(drawn, page * own);
    }

    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {
        if self.given_up.load(Ordering::Relaxed) {
            resume_unwind(Box::new("enough"));
        }
    }

    fn begin_marked_content(&mut self, _: &[u8], _: Option<i32>) {
        self.open.push(self.opened);
        self.opened += 1;
    }

    fn end_marked_content(&mut self) {
        self.open.pop();
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}

    fn draw_image(&mut self, image: Image<'a, '_>, page: Affine) {
        // A picture is drawn point by point.
        self.pictured += page.determinant().abs() * f64::from(image.width()) * f64::from(image.height());
    }
}
