//! The few drawn signs of the interface, as inline SVG; `turn` marks those that point and follow the direction of reading.

use domain::sign::Level;

const ICON: &str = r#"<svg class="i" viewBox="0 0 18 18" aria-hidden="true"><path d="PATH"/></svg>"#;

fn drawn(path: &str) -> String {
    ICON.replace("PATH", path)
}

/// An arrow out of a tray: import.
pub fn up() -> String {
    drawn("M9 15.5v-9M5 9l4-4 4 4M3 2.5h12")
}

/// A triangle with a mark: an error beside a field.
pub fn warning() -> String {
    drawn("M9 2.5 16.3 15.3H1.7Z M9 7v4 M9 13.2v.1")
}

/// A tick: it is done.
pub fn tick() -> String {
    drawn("M3.5 9.5 7.5 13.5 14.5 5")
}

/// A clock: someone is still waited for.
pub fn clock() -> String {
    drawn("M9 2a7 7 0 1 0 0 14A7 7 0 0 0 9 2Z M9 5v4.2l2.8 1.8")
}

/// What a level mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Critical,
    Severe,
    Finding,
    Watch,
    None,
    Blind,
    Star,
}

impl From<Level> for Mark {
    fn from(level: Level) -> Mark {
        match level {
            Level::Severe => Mark::Severe,
            Level::Finding => Mark::Finding,
            Level::Watch => Mark::Watch,
        }
    }
}

impl Mark {
    /// Returns the word of the mark's class and of its message, `level-…`.
    pub fn word(self) -> &'static str {
        match self {
            Mark::Critical => "critical",
            Mark::Severe => "severe",
            Mark::Finding => "finding",
            Mark::Watch => "watch",
            Mark::None => "none",
            Mark::Blind => "blind",
            Mark::Star => "star",
        }
    }

    /// Returns the drawing: a vessel that fills as it worsens; critical is another shape.
    pub fn svg(self) -> String {
        const RING: &str = r#"<circle cx="9" cy="9" r="7.2" fill="none" stroke="currentColor" stroke-width="1.7"/>"#;
        let shape = match self {
            Mark::Critical => r#"<path d="M9 1 17 9 9 17 1 9Z" fill="currentColor"/><path d="M9 5.2v4.6M9 12.4v.2" stroke="var(--paper)" stroke-width="1.9" stroke-linecap="round"/>"#.to_owned(),
            Mark::Severe => r#"<circle cx="9" cy="9" r="8" fill="currentColor"/>"#.to_owned(),
            Mark::Finding => format!(r#"{RING}<path d="M1.95 7.5a7.2 7.2 0 1 0 14.1 0Z" fill="currentColor"/>"#),
            Mark::Watch => format!(r#"{RING}<path d="M2.25 11.5a7.2 7.2 0 0 0 13.5 0Z" fill="currentColor"/>"#),
            Mark::None => r#"<circle cx="9" cy="9" r="7.2" fill="none" stroke="currentColor" stroke-width="1.3"/>"#.to_owned(),
            Mark::Blind => r#"<circle cx="9" cy="9" r="7.2" fill="none" stroke="currentColor" stroke-width="1.7" stroke-dasharray="2.6 2.3"/>"#.to_owned(),
            Mark::Star => r#"<path d="M9 15V4M4.5 8.5 9 4l4.5 4.5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>"#.to_owned(),
        };
        format!(r#"<svg class="mark l-{}" viewBox="0 0 18 18" aria-hidden="true">{shape}</svg>"#, self.word())
    }
}
