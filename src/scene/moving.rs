//! A picture that is being moved, and rests a while later.

use std::time::Duration;

use leptos::prelude::*;

/// How long after its last movement a picture rests.
const REST: Duration = Duration::from_millis(150);

/// Whether a picture is being moved: then it is drawn so that a frame is in time.
/// What takes longer comes when it rests.
#[derive(Clone, Copy)]
pub(crate) struct Moving {
    is_moving: RwSignal<bool>,
    moves: StoredValue<usize>,
}

impl Moving {
    /// A picture at rest.
    pub(crate) fn new() -> Self {
        Self { is_moving: RwSignal::new(false), moves: StoredValue::new(0) }
    }

    /// Whether it is being moved.
    pub(crate) fn get(self) -> bool {
        self.is_moving.get()
    }

    /// It is moved, and is to be drawn so.
    pub(crate) fn go(self) {
        self.is_moving.set(true);
        self.rest();
    }

    /// It was moved: who follows it is told when it rests.
    pub(crate) fn rest(self) {
        let Self { is_moving, moves } = self;
        moves.update_value(|moves| *moves += 1);
        let before = moves.get_value();
        let rest = move || {
            // The widget may be gone.
            if moves.try_get_value() == Some(before) {
                is_moving.try_set(false);
            }
        };
        set_timeout(rest, REST);
    }
}
