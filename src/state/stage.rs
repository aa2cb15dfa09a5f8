//! In what order the parts of the widget come.

/// The parts of the widget, in the order in which they come.
///
/// All at once, they would keep a slow phone busy for half a second. No step
/// may take longer than a tenth of one there, with what the browser then draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// An empty frame.
    Frame,
    /// The places of all that is to come.
    Places,
    /// The title, with nothing under it yet.
    Head,
    /// What leads to the views.
    Ways,
    /// What is drawn in the view on top.
    Draft,
    /// Where everything is in it.
    Arranged,
    /// The view on top, with its picture still empty.
    View,
    /// What its picture is to be, with nothing drawn of it, and the window of time.
    Scene,
    /// The ground of its picture: the first half of the parts.
    Ground,
    /// Its picture.
    Picture,
    /// What is behind it: the beginning.
    Details,
    /// All of what is behind it.
    Depth,
    /// The second view, where there is room for it.
    Below,
    /// All the rest.
    Whole,
}

impl Stage {
    /// The next, in a widget that is wide or not.
    pub(super) fn next(self, is_wide: bool) -> Self {
        match self {
            Self::Frame => Self::Places,
            Self::Places => Self::Head,
            Self::Head => Self::Ways,
            Self::Ways => Self::Draft,
            Self::Draft => Self::Arranged,
            Self::Arranged => Self::View,
            Self::View => Self::Scene,
            Self::Scene => Self::Ground,
            Self::Ground => Self::Picture,
            Self::Picture => Self::Details,
            Self::Details => Self::Depth,
            Self::Depth if is_wide => Self::Below,
            Self::Depth | Self::Below | Self::Whole => Self::Whole,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_leads_on_to_the_whole() {
        for is_wide in [false, true] {
            let mut stage = Stage::Frame;
            while stage != Stage::Whole {
                let next = stage.next(is_wide);
                assert!(next > stage, "{stage:?}");
                assert!(is_wide || next != Stage::Below);
                stage = next;
            }
        }
    }
}
