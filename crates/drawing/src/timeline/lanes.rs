//! Lanes: what happens at about the same time stands one above the other.

/// An event on the axis, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Item {
    /// Left end of its bar; a point has its middle here.
    pub start: f64,
    /// Right end of its bar; the same as `start` for a point.
    pub end: f64,
    /// Width of its label; nought where it has none.
    pub label: f64,
    /// The more important is placed first, in the lowest lane that is free.
    pub importance: f64,
}

/// Where labels stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Beside the mark, in its own lane.
    Beside,
    /// Flush with the mark, over it; the mark itself is on the axis, and a
    /// stem leads down from the label through the lanes below, which keep clear.
    Stem,
}

/// How to pack.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Width of the axis in pixels: labels stay inside.
    pub width: f64,
    /// At most this many lanes.
    pub lanes: usize,
    /// Pixels between neighbours in a lane, and between a mark and its label.
    pub gap: f64,
    /// Half the width of the mark that stands for a point.
    pub mark: f64,
    /// Where labels stand.
    pub style: Style,
}

/// Where an item's text runs from its mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelPlace {
    /// Left edge of the text.
    pub x: f64,
    /// Whether it runs to the left of its mark: the text ends there.
    pub leftwards: bool,
}

/// An item in its lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its lane, from nought, next to the axis first.
    pub lane: usize,
    /// Where its label stands; `None` where there was only room for the mark.
    pub label: Option<LabelPlace>,
}

/// All items in their lanes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Packed {
    /// In the order of the items; `None` for those there is no room for.
    pub places: Vec<Option<Place>>,
    /// How many lanes are used.
    pub lanes: usize,
}

/// Packs items into lanes: the most important first, each in the lowest lane
/// where it overlaps nothing; without its label where it only fits so.
pub fn pack(items: &[Item], options: &Options) -> Packed {
    let _ = options;
    Packed { places: vec![None; items.len()], lanes: 0 }
}
