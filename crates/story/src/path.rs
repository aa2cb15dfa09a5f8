//! Ways through a story: who stands beside whom, the shortest way from one to
//! another, and what holds in a window of time.

use crate::order::Positions;
use crate::{Day, Evidence, Index, Story, When};

/// What ties two entities together: a position in the story's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// A relation between them.
    Relation(usize),
    /// An event that both are a part of.
    Event(usize),
}

/// A leg of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leg {
    /// What leads there.
    pub tie: Tie,
    /// The entity that it leads to.
    pub to: usize,
}

/// Everybody is at a congress: beyond this number, taking part in the same
/// event says little of two of those who do.
pub const MOST_TAKING_PART: usize = 8;

/// The entities that a relation or a shared event ties to `entity`, and
/// `entity` itself.
pub fn neighbours(story: &Story, index: &Index, entity: usize) -> Positions {
    let mut found = vec![entity];
    each_leg(story, index, entity, &mut |leg| found.push(leg.to));
    Positions::of(found)
}

/// The shortest way from one entity to another, by relations and shared
/// events; nothing where no way leads. From an entity to itself, the way is
/// empty.
///
/// Of ways that are equally short, the one with fewer events in place of
/// relations is taken, then the one through entities and ties that come
/// earlier in the story. A breadth-first search, in time linear in the story's
/// size.
pub fn path(story: &Story, index: &Index, from: usize, to: usize) -> Option<Vec<Leg>> {
    /// How an entity was reached.
    #[derive(Clone, Copy)]
    struct Reached {
        by: Leg,
        from: usize,
        events: usize,
        level: usize,
    }
    let mut reached: Vec<Option<Reached>> = vec![None; story.entities.len()];
    let start = Leg { tie: Tie::Relation(0), to: from };
    *reached.get_mut(from)? = Some(Reached { by: start, from, events: 0, level: 0 });
    let mut edge = vec![from];
    let mut level = 0;
    while !edge.is_empty() && reached.get(to)?.is_none() {
        level += 1;
        let mut next = Vec::new();
        for &at in &edge {
            let events = reached.get(at).copied().flatten().map_or(0, |before| before.events);
            each_leg(story, index, at, &mut |by| {
                let events = events + usize::from(matches!(by.tie, Tie::Event(_)));
                let Some(place) = reached.get_mut(by.to) else { return };
                match place {
                    None => next.push(by.to),
                    Some(before) if before.level < level || before.events <= events => return,
                    Some(_) => {}
                }
                *place = Some(Reached { by, from: at, events, level });
            });
        }
        edge = Positions::of(next).into_vec();
    }
    let mut way = Vec::new();
    let mut at = to;
    while at != from {
        let leg = reached.get(at).copied().flatten()?;
        way.push(leg.by);
        at = leg.from;
    }
    way.reverse();
    Some(way)
}

/// Calls `with` for each tie of `entity` and the entity at its other end:
/// relations first, each in the story's order.
fn each_leg(story: &Story, index: &Index, entity: usize, with: &mut dyn FnMut(Leg)) {
    let Some(of) = index.of_entity(entity) else { return };
    for &relation in &of.relations {
        for to in ends(story, index, relation) {
            if to != entity {
                with(Leg { tie: Tie::Relation(relation), to });
            }
        }
    }
    for &event in &of.events {
        let who = taking_part(story, index, event);
        if who.as_slice().len() <= MOST_TAKING_PART {
            for &to in who.as_slice() {
                if to != entity {
                    with(Leg { tie: Tie::Event(event), to });
                }
            }
        }
    }
}

fn ends(story: &Story, index: &Index, relation: usize) -> impl Iterator<Item = usize> {
    let ends = story.relations.get(relation).map(|relation| [&relation.from, &relation.to]);
    ends.into_iter().flatten().filter_map(|id| index.entity(id.as_str()))
}

/// Those who take part in an event, and its place.
pub fn taking_part(story: &Story, index: &Index, event: usize) -> Positions {
    let Some(event) = story.events.get(event) else { return Positions::default() };
    let who = event.participants.iter().map(|participant| &participant.entity).chain(&event.place);
    Positions::collect(&mut who.filter_map(|id| index.entity(id.as_str())))
}

/// What holds in a window of time: positions in the story's lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AsOf {
    /// Who is a part of what happens then, or is named by the articles of the
    /// time.
    pub entities: Positions,
    /// What holds between them.
    pub relations: Positions,
    /// What happens then, or may.
    pub events: Positions,
    /// The articles that were published then.
    pub articles: Positions,
}

/// What holds from one day to another, both included; a side that is nothing
/// is open.
///
/// - An event is in the window if its date touches it, and never without a
///   date.
/// - A relation with a date, likewise. One without was true when it was told:
///   it holds once an article that tells it is published, or if no such
///   article has a date, between entities that are in the window.
/// - An entity is in the window that takes part in an event in it, that a
///   dated relation in it joins, or that an article published in it names.
pub fn as_of(story: &Story, index: &Index, from: Option<Day>, to: Option<Day>) -> AsOf {
    let window = Window { from, to };
    let published = |article: usize| story.articles.get(article).and_then(|article| article.published.as_ref());
    let mut found = AsOf::default();

    let mut articles = (0..story.articles.len()).filter(|&i| published(i).is_some_and(|it| window.touches(&it.when)));
    found.articles = Positions::collect(&mut articles);
    let mut events =
        (0..story.events.len()).filter(|&i| story.events[i].when.as_ref().is_some_and(|when| window.touches(when)));
    found.events = Positions::collect(&mut events);

    let mut entities = Vec::new();
    for i in 0..story.entities.len() {
        let named = index.of_entity(i).is_some_and(|of| of.articles.iter().any(|&i| found.articles.contains(i)));
        if named {
            entities.push(i);
        }
    }
    for &event in found.events.as_slice() {
        entities.extend_from_slice(taking_part(story, index, event).as_slice());
    }
    let dated = |i: usize| story.relations[i].when.as_ref().map(|when| window.touches(when));
    for i in (0..story.relations.len()).filter(|&i| dated(i) == Some(true)) {
        entities.extend(ends(story, index, i));
    }
    found.entities = Positions::of(entities);

    let told = |evidence: &[Evidence]| {
        let sources = index.sources(evidence);
        let mut known = sources.iter().filter_map(|&article| published(article)).peekable();
        known.peek().is_none() || known.any(|published| !window.is_before(&published.when))
    };
    let holds = |&i: &usize| {
        dated(i).unwrap_or_else(|| {
            told(&story.relations[i].evidence) && ends(story, index, i).all(|end| found.entities.contains(end))
        })
    };
    found.relations = Positions::collect(&mut (0..story.relations.len()).filter(holds));
    found
}

/// A window of time; a side that is nothing is open.
struct Window {
    from: Option<Day>,
    to: Option<Day>,
}

impl Window {
    /// Whether the window ends before the date begins.
    fn is_before(&self, when: &When) -> bool {
        matches!((self.to, when.first_day()), (Some(to), Some(first)) if to < first)
    }

    /// Whether a day of the date may be in the window.
    fn touches(&self, when: &When) -> bool {
        let is_after = matches!((when.last_day(), self.from), (Some(last), Some(from)) if last < from);
        !is_after && !self.is_before(when)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tests_support::story;
    use crate::{Basis, Entity, EntityId, EventId, Participant, Published, Relation, RelationId};

    fn when(text: &str) -> When {
        When::parse(text).unwrap()
    }

    fn day(text: &str) -> Option<Day> {
        when(text).first_day()
    }

    /// As many entities as `count`, with relations between these.
    fn joined(count: usize, pairs: &[(usize, usize)]) -> Story {
        let mut story = story();
        let (entity, relation) = (story.entities[0].clone(), story.relations[0].clone());
        let id = |i: usize| EntityId::new(i.to_string());
        story.entities = (0..count).map(|i| Entity { id: id(i), ..entity.clone() }).collect();
        let joined = pairs.iter().map(|&(from, to)| Relation {
            id: RelationId::new(format!("{from}-{to}")),
            from: id(from),
            to: id(to),
            ..relation.clone()
        });
        story.relations = joined.collect();
        story.events.clear();
        story
    }

    fn share(story: &mut Story, who: impl IntoIterator<Item = usize>) {
        let mut event = crate::tests_support::story().events.remove(0);
        event.id = EventId::new(story.events.len().to_string());
        event.place = None;
        let part = |i: usize| Participant { entity: EntityId::new(i.to_string()), role: None };
        event.participants = who.into_iter().map(part).collect();
        story.events.push(event);
    }

    fn way(story: &Story, from: usize, to: usize) -> Option<Vec<(Tie, usize)>> {
        let way = path(story, &Index::of(story), from, to)?;
        Some(way.into_iter().map(|leg| (leg.tie, leg.to)).collect())
    }

    #[test]
    fn neighbours_are_tied_by_relations_and_events() {
        let mut story = joined(5, &[(1, 0), (1, 2)]);
        share(&mut story, [0, 3]);
        assert_eq!(neighbours(&story, &Index::of(&story), 0), Positions::from([0, 1, 3]));
        assert_eq!(neighbours(&story, &Index::of(&story), 4), Positions::from([4]));
    }

    #[test]
    fn the_shortest_way_is_found_in_either_direction_of_a_relation() {
        let story = joined(5, &[(0, 1), (2, 1), (2, 3), (0, 4), (4, 3)]);
        assert_eq!(way(&story, 0, 3), Some(vec![(Tie::Relation(3), 4), (Tie::Relation(4), 3)]));
        assert_eq!(way(&story, 3, 1), Some(vec![(Tie::Relation(2), 2), (Tie::Relation(1), 1)]));
        assert_eq!(way(&story, 2, 2), Some(vec![]));
    }

    #[test]
    fn where_no_way_leads_there_is_none() {
        let story = joined(4, &[(0, 1), (2, 3)]);
        assert_eq!(way(&story, 0, 3), None);
        assert_eq!(way(&story, 0, 99), None);
        assert_eq!(way(&story, 99, 0), None);
    }

    #[test]
    fn a_shared_event_joins_where_no_relation_does() {
        let mut story = joined(3, &[(0, 1)]);
        share(&mut story, [1, 2]);
        assert_eq!(way(&story, 0, 2), Some(vec![(Tie::Relation(0), 1), (Tie::Event(0), 2)]));
    }

    #[test]
    fn of_equally_short_ways_the_one_with_more_relations_is_taken() {
        let mut story = joined(4, &[(0, 2), (2, 3)]);
        share(&mut story, [0, 1]);
        share(&mut story, [1, 3]);
        assert_eq!(way(&story, 0, 3), Some(vec![(Tie::Relation(0), 2), (Tie::Relation(1), 3)]));
    }

    #[test]
    fn a_congress_joins_nobody() {
        let mut story = joined(9, &[]);
        share(&mut story, 0..9);
        assert_eq!(way(&story, 0, 8), None);
    }

    fn dated() -> (Story, Index) {
        let mut story = story();
        story.articles[0].published = Some(Published { when: when("2024-07-03"), basis: Basis::Stated, because: None });
        story.events[0].when = Some(when("2024-07"));
        let index = Index::of(&story);
        (story, index)
    }

    #[test]
    fn an_open_window_holds_all_that_has_a_date() {
        let (story, index) = dated();
        let all = as_of(&story, &index, None, None);
        assert_eq!((all.events.as_slice(), all.entities.as_slice()), (&[0][..], &[0, 1, 2][..]));
        assert_eq!((all.relations.as_slice(), all.articles.as_slice()), (&[0][..], &[0][..]));
    }

    #[test]
    fn a_date_that_touches_the_window_is_in_it() {
        let (story, index) = dated();
        let late = as_of(&story, &index, day("2024-07-31"), None);
        assert_eq!(late.events, Positions::from([0]), "July is not over");
        assert_eq!(late.entities, Positions::from([0, 2]), "Bo takes no part, and the article is older");
        assert_eq!(as_of(&story, &index, day("2024-08-01"), None), AsOf::default());
        assert_eq!(as_of(&story, &index, None, day("2024-06-30")), AsOf::default());
    }

    #[test]
    fn what_has_no_date_holds_once_it_is_told() {
        let (mut story, _) = dated();
        story.events[0].participants.push(Participant { entity: EntityId::new("bo"), role: None });
        let index = Index::of(&story);
        assert_eq!(as_of(&story, &index, None, day("2024-07-02")).relations, Positions::default());
        assert_eq!(as_of(&story, &index, day("2024-07-04"), None).relations, Positions::from([0]));
        story.articles[0].published = None;
        assert_eq!(as_of(&story, &index, None, day("2024-07-02")).relations, Positions::from([0]));
    }

    #[test]
    fn a_relation_with_a_date_brings_its_ends() {
        let (mut story, index) = dated();
        story.relations[0].when = Some(when("2020/2022"));
        let then = as_of(&story, &index, day("2022-12-31"), day("2023-05-01"));
        assert_eq!((then.relations, then.entities), (Positions::from([0]), Positions::from([0, 1])));
        assert_eq!(as_of(&story, &index, day("2024-07-01"), None).relations, Positions::default());
    }

    proptest! {
        #[test]
        fn a_way_is_made_of_ties_and_none_is_shorter(
            pairs in prop::collection::vec((0_usize..8, 0_usize..8), 0..14), from in 0_usize..8, to in 0_usize..8
        ) {
            let story = joined(8, &pairs);
            // Floyd and Warshall's distances.
            let mut far = [[99_usize; 8]; 8];
            (0..8).for_each(|i| far[i][i] = 0);
            for &(a, b) in pairs.iter().filter(|(a, b)| a != b) {
                far[a][b] = 1;
                far[b][a] = 1;
            }
            for k in 0..8 { for i in 0..8 { for j in 0..8 { far[i][j] = far[i][j].min(far[i][k] + far[k][j]); } } }
            let found = way(&story, from, to);
            prop_assert_eq!(found.as_ref().map_or(99, Vec::len), far[from][to]);
            let mut at = from;
            for (tie, next) in found.unwrap_or_default() {
                let Tie::Relation(relation) = tie else { panic!("there is no event") };
                let (a, b) = pairs[relation];
                prop_assert!((a, b) == (at, next) || (b, a) == (at, next));
                at = next;
            }
        }
    }
}
