//! Which entities the diagram shows: all, or what the reader asked for.

use story::order::Positions;
use story::path::{neighbours, path};

use crate::model::Model;
use crate::state::Focus;

/// The entities of a focus; nothing where all are shown. A way that does not
/// exist shows its two ends.
pub(crate) fn entities_of(focus: Focus, model: &Model) -> Option<Positions> {
    match focus {
        Focus::All | Focus::WayFrom(_) => None,
        Focus::Around(entity) => Some(neighbours(&model.story, &model.index, entity)),
        Focus::Way(from, to) => {
            let way = path(&model.story, &model.index, from, to).unwrap_or_default();
            Some(Positions::collect(&mut way.iter().map(|leg| leg.to).chain([from, to])))
        }
    }
}

/// Whether there is a way from one to the other.
pub(crate) fn is_way(from: usize, to: usize, model: &Model) -> bool {
    path(&model.story, &model.index, from, to).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_focus_is_on_an_entity_and_those_beside_it() {
        let model = Model::new(crate::samples::meeting());
        let [ada, bo, delft] = ["ada", "bo", "delft"].map(|id| model.index.entity(id).unwrap());
        assert_eq!(entities_of(Focus::All, &model), None);
        assert_eq!(entities_of(Focus::Around(ada), &model), Some(Positions::of(vec![ada, bo, delft])));
        assert_eq!(entities_of(Focus::Way(ada, bo), &model), Some(Positions::of(vec![ada, bo])));
        assert!(is_way(ada, delft, &model));
    }
}
