//! Time to pixels: a continuous axis on which long empty stretches are short.

/// A stretch of time in days since 1970; a moment where both ends are the same.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    /// Its first moment.
    pub start: f64,
    /// Its last moment.
    pub end: f64,
}

/// How to make a scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Pixels kept free at either end.
    pub padding: f64,
    /// An empty stretch is shortened where it takes more than this share of
    /// what is shown in full.
    pub threshold: f64,
    /// Pixels that a shortened stretch takes when the whole is shown.
    pub break_width: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { padding: 16.0, threshold: 0.3, break_width: 36.0 }
    }
}

/// A shortened stretch: the axis is drawn broken here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Break {
    /// What is shortened.
    pub span: Span,
    /// Where it starts in pixels.
    pub from: f64,
    /// Where it ends in pixels.
    pub to: f64,
}

/// A mapping of time to pixels and back: rising everywhere, and straight but
/// for the ends of its breaks.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Days at which the slope changes.
    days: Vec<f64>,
    /// The same in compressed days.
    places: Vec<f64>,
    width: f64,
}

impl Scale {
    /// A scale that shows all `spans` in `width` pixels.
    pub fn new(spans: &[Span], width: f64, options: &Options) -> Self {
        let _ = (spans, options);
        Self { days: Vec::new(), places: Vec::new(), width }
    }

    /// The pixel of a moment.
    pub fn px(&self, day: f64) -> f64 {
        day
    }

    /// The moment of a pixel.
    pub fn day(&self, px: f64) -> f64 {
        px
    }

    /// The width in pixels.
    pub fn width(&self) -> f64 {
        self.width
    }

    /// All the time that the scale was made for.
    pub fn domain(&self) -> Span {
        Span { start: self.days.first().copied().unwrap_or(0.0), end: self.places.last().copied().unwrap_or(1.0) }
    }

    /// The time between the left and the right edge.
    pub fn window(&self) -> Span {
        Span { start: self.day(0.0), end: self.day(self.width) }
    }

    /// The breaks in view, from left to right.
    pub fn breaks(&self) -> Vec<Break> {
        Vec::new()
    }

    /// Larger by `factor`, with the pixel `about` staying where it is. Never
    /// smaller than the whole; the content cannot be lost.
    #[must_use]
    pub fn zoomed(&self, factor: f64, about: f64) -> Self {
        let _ = (factor, about);
        self.clone()
    }

    /// Moved by `px` to the right; the content cannot be lost.
    #[must_use]
    pub fn panned(&self, px: f64) -> Self {
        let _ = px;
        self.clone()
    }

    /// Shows `span` from edge to edge, as far as it lies in the domain.
    #[must_use]
    pub fn windowed(&self, span: Span) -> Self {
        let _ = span;
        self.clone()
    }

    /// How far it is zoomed in: 1 shows the whole.
    pub fn zoom(&self) -> f64 {
        1.0
    }
}
