//! Where the words go: no label on another, none on a node, all in the frame.

mod board;
mod candidates;

use crate::edges::Route;
use crate::geometry::{Mark, Rect, Size};
use board::Board;

/// A label to be placed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Label {
    /// Its measured size in pixels; nought where there is nothing to write.
    pub size: Size,
    /// The more important is placed first.
    pub priority: f64,
    /// Whether it must be seen (it is selected): it takes the room of others.
    pub required: bool,
}

/// The side of its node that a label stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Under the node: the usual place. Text is centred.
    Below,
    /// Over the node. Text is centred.
    Above,
    /// To the right. Text starts at the left.
    Right,
    /// To the left. Text ends at the right.
    Left,
    /// Under it and to the right.
    BelowRight,
    /// Under it and to the left.
    BelowLeft,
    /// Over it and to the right.
    AboveRight,
    /// Over it and to the left.
    AboveLeft,
    /// On an edge or close beside it. Text is centred.
    OnEdge,
}

/// A label in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The box of the text.
    pub bounds: Rect,
    /// On which side of its node it stands.
    pub side: Side,
}

/// Everything that labels have to live with.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// No label leaves this.
    pub frame: Rect,
    /// The nodes, as drawn.
    pub marks: &'a [Mark],
    /// A label for each node, in the same order; missing ones are none.
    pub mark_labels: &'a [Label],
    /// The edges, as routed.
    pub routes: &'a [Option<Route>],
    /// A label for each edge, in the same order; missing ones are none.
    pub route_labels: &'a [Label],
    /// Pixels between a label and its node, and between labels.
    pub gap: f64,
}

/// Where the labels went; `None` for those there is no room for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placement {
    /// In the order of the nodes.
    pub marks: Vec<Option<Placed>>,
    /// In the order of the edges.
    pub routes: Vec<Option<Placed>>,
}

/// Places the labels of nodes and edges.
///
/// Each takes the best place that is free, the more important first; then
/// those left out get a place if the labels in the way have another; then
/// those that are `required` and still left out take the place of less
/// important ones. So a selection moves no more than it must.
pub fn place(scene: &Scene<'_>) -> Placement {
    let mut board = Board::new(scene);
    let order = board.order();
    for &label in &order {
        board.place_free(label);
    }
    for &label in &order {
        if board.is_left_out(label) {
            board.place_by_moving(label);
        }
    }
    for &label in &order {
        if board.is_left_out(label) && board.is_required(label) {
            board.place_by_displacing(label);
        }
    }
    board.placement()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edges::{self, Edge};
    use crate::geometry::{Point, Shape};
    use proptest::prelude::*;

    const FRAME: Rect = Rect::new(0.0, 0.0, 400.0, 300.0);

    fn circle(x: f64, y: f64) -> Mark {
        Mark::new(Shape::Circle { radius: 10.0 }, Point::new(x, y))
    }

    fn label(width: f64, priority: f64) -> Label {
        Label { size: Size::new(width, 16.0), priority, required: false }
    }

    fn placed(marks: &[Mark], mark_labels: &[Label]) -> Vec<Option<Placed>> {
        place(&Scene { frame: FRAME, marks, mark_labels, routes: &[], route_labels: &[], gap: 4.0 }).marks
    }

    #[test]
    fn a_lone_label_stands_below() {
        let placed = placed(&[circle(200.0, 100.0)], &[label(80.0, 1.0)]);
        assert_eq!(placed, [Some(Placed { bounds: Rect::new(160.0, 114.0, 80.0, 16.0), side: Side::Below })]);
    }

    #[test]
    fn at_the_lower_edge_it_stands_above() {
        assert_eq!(placed(&[circle(200.0, 285.0)], &[label(80.0, 1.0)])[0].unwrap().side, Side::Above);
    }

    #[test]
    fn at_the_left_edge_it_moves_in() {
        assert_eq!(
            placed(&[circle(20.0, 100.0)], &[label(80.0, 1.0)])[0].unwrap().bounds,
            Rect::new(0.0, 114.0, 80.0, 16.0)
        );
    }

    #[test]
    fn a_name_does_not_stand_at_a_stranger() {
        // Room for a line between them, and no more.
        let marks = [circle(200.0, 100.0), circle(200.0, 145.0)];
        let placed = placed(&marks, &[label(80.0, 1.0), Label::default()]);
        assert_eq!(placed[0].unwrap().side, Side::Above);
    }

    #[test]
    fn what_is_required_displaces_what_is_not() {
        let marks = [circle(40.0, 10.0), circle(70.0, 10.0)];
        let placed = |required| {
            let labels = [label(80.0, 9.0), Label { required, ..label(80.0, 1.0) }];
            let frame = Rect::new(0.0, 0.0, 110.0, 40.0);
            place(&Scene { frame, marks: &marks, mark_labels: &labels, routes: &[], route_labels: &[], gap: 4.0 }).marks
        };
        assert!(placed(false)[0].is_some() && placed(false)[1].is_none());
        assert!(placed(true)[0].is_none() && placed(true)[1].is_some());
    }

    #[test]
    fn an_edge_is_labelled_on_its_middle() {
        let marks = [circle(50.0, 150.0), circle(350.0, 150.0)];
        let routes = edges::routes(&marks, &[Edge { from: 0, to: 1, arrow: false }], &edges::Options::default());
        let scene = Scene {
            frame: FRAME,
            marks: &marks,
            mark_labels: &[],
            routes: &routes,
            route_labels: &[label(60.0, 1.0)],
            gap: 4.0,
        };
        let placed = place(&scene).routes[0].unwrap();
        assert_eq!((placed.bounds.centre(), placed.side), (Point::new(200.0, 150.0), Side::OnEdge));
    }

    fn labels_of(numbers: &[(f64, f64, f64, f64)]) -> (Vec<Mark>, Vec<Label>) {
        let marks = numbers.iter().map(|&(x, y, ..)| circle(x, y)).collect();
        let labels = numbers
            .iter()
            .map(|&(x, _, width, priority)| Label { size: Size::new(width, 14.0), priority, required: x < 50.0 })
            .collect();
        (marks, labels)
    }

    proptest! {
        #[test]
        fn labels_overlap_nothing_and_stay_inside(
            numbers in prop::collection::vec((0.0..400.0f64, 0.0..300.0f64, 0.0..160.0f64, 0.0..9.0f64), 0..40),
        ) {
            let (marks, labels) = labels_of(&numbers);
            let edges: Vec<Edge> = (1..marks.len()).map(|to| Edge { from: to / 2, to, arrow: true }).collect();
            let routes = edges::routes(&marks, &edges, &edges::Options::default());
            let route_labels = vec![label(50.0, 1.0); routes.len()];
            let scene = Scene {
                frame: FRAME, marks: &marks, mark_labels: &labels, routes: &routes, route_labels: &route_labels, gap: 3.0,
            };
            let placement = place(&scene);
            prop_assert_eq!(&placement, &place(&scene));
            let boxes: Vec<Rect> =
                placement.marks.iter().chain(&placement.routes).flatten().map(|placed| placed.bounds).collect();
            for (at, one) in boxes.iter().enumerate() {
                prop_assert!(FRAME.contains(*one));
                prop_assert!(boxes.iter().skip(at + 1).all(|other| !one.overlaps(*other)));
                prop_assert!(marks.iter().all(|mark| !one.overlaps(mark.bounds())));
            }
        }

        #[test]
        fn any_input_is_placed_or_left_out(
            numbers in prop::collection::vec(
                (prop::num::f64::ANY, prop::num::f64::ANY, prop::num::f64::ANY, prop::num::f64::ANY), 0..12),
        ) {
            let (marks, labels) = labels_of(&numbers);
            for placed in placed(&marks, &labels).into_iter().flatten() {
                prop_assert!(FRAME.contains(placed.bounds));
            }
        }
    }
}
