//! The words of the key to the pictures. They are apart from those of the views, all languages
//! together, since only who opens the key or saves a picture needs any of them.

use super::Words;

/// What the lines and marks of the pictures mean.
#[derive(Debug)]
pub(crate) struct Key {
    /// A line with an arrow.
    pub(crate) directed: &'static str,
    /// A line without one.
    pub(crate) mutual: &'static str,
    /// A dotted line.
    pub(crate) shared: &'static str,
    /// A larger shape.
    pub(crate) larger: &'static str,
    /// A dot on the axis of time.
    pub(crate) day: &'static str,
    /// A bar.
    pub(crate) stretch: &'static str,
    /// A bar whose ends fade.
    pub(crate) rough: &'static str,
    /// An arc from event to event.
    pub(crate) follows: &'static str,
    /// Two strokes through the axis.
    pub(crate) gap: &'static str,
    /// A stroke under it.
    pub(crate) article: &'static str,
    /// What the keyboard does in a picture.
    pub(crate) keyboard: &'static str,
}

impl Words {
    /// The words of the key in this language.
    pub(crate) fn key(&self) -> &'static Key {
        match self.tag {
            "ru" => &RU,
            "kk" => &KK,
            _ => &EN,
        }
    }
}

static EN: Key = Key {
    directed: "a relation, read along its arrow",
    mutual: "a relation between the two",
    shared: "only an event that both are part of",
    larger: "named in more articles",
    day: "on one day",
    stretch: "over this time, or some day within it",
    rough: "a rough date",
    follows: "a plan and what came of it",
    gap: "time left out",
    article: "an article is published",
    keyboard: "By keyboard: the arrows go from one to the next, Home and End to the first and the last, \
               Enter chooses, Escape goes back.",
};

static RU: Key = Key {
    directed: "связь, читается по стрелке",
    mutual: "взаимная связь",
    shared: "только общее событие",
    larger: "упоминается в большем числе статей",
    day: "в один день",
    stretch: "в течение этого времени или в один из этих дней",
    rough: "примерная дата",
    follows: "план и что из него вышло",
    gap: "пропущенное время",
    article: "вышла статья",
    keyboard: "С клавиатуры: стрелки ведут к соседнему, Home и End — к первому и последнему, Enter выбирает, \
               Escape возвращает назад.",
};

static KK: Key = Key {
    directed: "байланыс, жебенің бағытымен оқылады",
    mutual: "екеуінің өзара байланысы",
    shared: "тек ортақ оқиға",
    larger: "көбірек мақалада аталған",
    day: "бір күнде",
    stretch: "осы уақыт бойы немесе осы күндердің бірінде",
    rough: "шамамен алынған күн",
    follows: "жоспар және оның нәтижесі",
    gap: "қысқартылған уақыт",
    article: "мақала жарияланған күн",
    keyboard: "Пернетақтадан: бағыттауыш пернелер көршісіне, Home мен End біріншісі мен соңғысына апарады, \
               Enter таңдайды, Escape артқа қайтарады.",
};
