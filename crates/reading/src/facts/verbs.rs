//! Verbs and nouns that tell of events, by their forms.

use std::sync::LazyLock;

use story::EventKind;

use crate::mentions::any_of::{AnyOf, any_of};
use crate::table::Table;

/// How a word tells of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum TriggerClass {
    /// A verb whose subject and object take part.
    Verb,
    /// A verb that tells of an event only in the passive.
    Passive,
    /// A verb of motion.
    Place,
    /// A verb that tells of an event only with a date of its own.
    Dated,
    /// A noun.
    Noun,
    /// A noun that needs a verb that carries it: `file a suit`.
    Carried,
    /// A noun that needs a date, and whose it is: `the sale of Orbit in 2009`.
    Of,
}

impl TriggerClass {
    /// Whether it is a noun.
    pub(super) fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::Carried | Self::Of)
    }
}

/// The form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Form {
    /// `arrest`: after `will`, `to`, or as a present.
    Base,
    /// `arrests`.
    Present,
    /// `arrested` as a past tense or a participle.
    Past,
    /// `taken`, `written`: a participle and no past tense.
    Participle,
    /// `arresting`.
    Gerund,
}

/// What a word may tell of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Trigger {
    /// The kind of event.
    pub kind: EventKind,
    /// How it tells.
    pub class: TriggerClass,
    /// The verb's base form, or the noun in the singular.
    pub lemma: &'static str,
    /// The form of a verb.
    pub form: Form,
    /// The word that must follow: `down` of `step down`.
    pub particle: Option<&'static str>,
}

/// Verbs with forms of their own: base, past, participle.
const IRREGULAR: [(&str, &str, &str); 80] = [
    ("shake", "shook", "shaken"),
    ("bring", "brought", "brought"),
    ("blow", "blew", "blown"),
    ("forbid", "forbade", "forbidden"),
    ("get", "got", "got"),
    ("uphold", "upheld", "upheld"),
    ("spin", "spun", "spun"),
    ("overthrow", "overthrew", "overthrown"),
    ("wind", "wound", "wound"),
    ("write", "wrote", "written"),
    ("give", "gave", "given"),
    ("undergo", "underwent", "undergone"),
    ("become", "became", "become"),
    ("run", "ran", "run"),
    ("lose", "lost", "lost"),
    ("leave", "left", "left"),
    ("lay", "laid", "laid"),
    ("quit", "quit", "quit"),
    ("shut", "shut", "shut"),
    ("hang", "hanged", "hanged"),
    ("meet", "met", "met"),
    ("hold", "held", "held"),
    ("fly", "flew", "flown"),
    ("buy", "bought", "bought"),
    ("sell", "sold", "sold"),
    ("win", "won", "won"),
    ("beat", "beat", "beaten"),
    ("take", "took", "taken"),
    ("swear", "swore", "sworn"),
    ("steal", "stole", "stolen"),
    ("shoot", "shot", "shot"),
    ("sink", "sank", "sunk"),
    ("strike", "struck", "struck"),
    ("hit", "hit", "hit"),
    ("break", "broke", "broken"),
    ("set", "set", "set"),
    ("bear", "bore", "born"),
    ("begin", "began", "begun"),
    ("find", "found", "found"),
    ("put", "put", "put"),
    ("build", "built", "built"),
    ("burn", "burned", "burnt"),
    ("catch", "caught", "caught"),
    ("come", "came", "come"),
    ("cut", "cut", "cut"),
    ("draw", "drew", "drawn"),
    ("fall", "fell", "fallen"),
    ("fight", "fought", "fought"),
    ("flee", "fled", "fled"),
    ("freeze", "froze", "frozen"),
    ("go", "went", "gone"),
    ("hear", "heard", "heard"),
    ("lead", "led", "led"),
    ("make", "made", "made"),
    ("overrun", "overran", "overrun"),
    ("overtake", "overtook", "overtaken"),
    ("rebuild", "rebuilt", "rebuilt"),
    ("rise", "rose", "risen"),
    ("see", "saw", "seen"),
    ("send", "sent", "sent"),
    ("speak", "spoke", "spoken"),
    ("stand", "stood", "stood"),
    ("split", "split", "split"),
    ("sweep", "swept", "swept"),
    ("teach", "taught", "taught"),
    ("tear", "tore", "torn"),
    ("upset", "upset", "upset"),
    ("withdraw", "withdrew", "withdrawn"),
    ("broadcast", "broadcast", "broadcast"),
    ("retake", "retook", "retaken"),
    ("throw", "threw", "thrown"),
    ("withhold", "withheld", "withheld"),
    ("repay", "repaid", "repaid"),
    ("sing", "sang", "sung"),
    ("ride", "rode", "ridden"),
    ("drive", "drove", "driven"),
    ("choose", "chose", "chosen"),
    ("spend", "spent", "spent"),
    ("pay", "paid", "paid"),
    ("undertake", "undertook", "undertaken"),
];

/// Verbs that double their last letter, as short ones do: `banned`, `conferring`.
const DOUBLED: &AnyOf = any_of![
    "step", "ban", "rob", "confer", "win", "hit", "set", "put", "quit", "shut", "drop", "cut", "net", "stab", "expel",
    "submit", "transfer", "trap", "scrap", "top", "wrap", "stop", "enrol", "split", "trim", "spin", "upset", "swap",
    "repel", "spot", "refer", "commit", "acquit", "nab", "kidnap", "admit", "annul", "cancel", "travel", "gun",
    "occur", "slam", "get", "run",
];

/// Whether a word in lower case is a past tense, as far as its form tells.
pub(super) fn is_past(word: &str) -> bool {
    word.ends_with("ed") && word.len() > 4 || irregular(word) == Some(Form::Past)
}

/// The same, or a participle.
pub(super) fn is_past_or_participle(word: &str) -> bool {
    is_past(word) || irregular(word).is_some()
}

/// What form of an irregular verb a word is: a past tense, or a participle alone.
fn irregular(word: &str) -> Option<Form> {
    static FORMS: LazyLock<Table<Form>> = LazyLock::new(|| {
        let mut all = Table::default();
        for (_, past, _) in &IRREGULAR {
            all.entry(past, || Form::Past);
        }
        for (.., participle) in &IRREGULAR {
            all.entry(participle, || Form::Participle);
        }
        all
    });
    FORMS.get(word).copied()
}

static TRIGGERS: LazyLock<Table<Vec<Trigger>>> = LazyLock::new(build);

/// What `word`, in lower case, may tell of.
pub(super) fn triggers(word: &str) -> &'static [Trigger] {
    TRIGGERS.get(word).map_or(&[], Vec::as_slice)
}

/// Verbs that are nothing without their noun: `hold talks`, `pay a visit`.
const SUPPORTS: [&str; 43] = [
    "accept", "hold", "make", "pay", "have", "conduct", "attend", "begin", "start", "open", "take", "give", "discuss",
    "chair", "be", "file", "lodge", "win", "lose", "stage", "host", "suffer", "reach", "drop", "face", "sign",
    "settle", "dismiss", "deny", "end", "conclude", "complete", "resume", "schedule", "convene", "organise",
    "organize", "cancel", "postpone", "wrap", "tender", "submit", "stand",
];

/// Whether `word` is the base form of a verb that facts look at.
pub(super) fn is_base(word: &str) -> bool {
    SUPPORTS.contains(&word)
        || triggers(word).iter().any(|trigger| !trigger.class.is_noun() && trigger.form == Form::Base)
}

/// The form of a verb that carries a noun of an event: `held` of `hold talks`.
pub(super) fn support(word: &str) -> Option<Form> {
    static FORMS: LazyLock<Table<Form>> = LazyLock::new(|| {
        let own = [
            ("had", Form::Past),
            ("has", Form::Present),
            ("having", Form::Gerund),
            ("haved", Form::Past),
            ("made", Form::Past),
            ("paid", Form::Past),
            ("began", Form::Past),
            ("begun", Form::Participle),
            ("gave", Form::Past),
            ("given", Form::Participle),
        ];
        let regular = SUPPORTS.iter().filter(|verb| !matches!(**verb, "be" | "discuss")).flat_map(|verb| forms(verb));
        let own = own.map(|(word, form)| (word.to_owned(), form));
        let mut all = Table::default();
        for (word, form) in regular.chain(own) {
            // The last one counts.
            if let Some(known) = all.entry(word.leak(), || form) {
                *known = form;
            }
        }
        all
    });
    FORMS.get(word).copied()
}

fn build() -> Table<Vec<Trigger>> {
    let mut all: Table<Vec<Trigger>> = Table::default();
    let mut add = |word: String, trigger| {
        if let Some(triggers) = all.entry(word.leak(), Vec::new) {
            triggers.push(trigger);
        }
    };
    for line in include_str!(concat!(env!("OUT_DIR"), "/events.tsv")).lines() {
        let mut fields = line.split('\t');
        let (Some(kind), Some(class), Some(words)) = (fields.next(), fields.next(), fields.next()) else { continue };
        let kind = kind_named(kind);
        let class = match class {
            "verb" => TriggerClass::Verb,
            "passive" => TriggerClass::Passive,
            "place" => TriggerClass::Place,
            "dated" => TriggerClass::Dated,
            "carried" => TriggerClass::Carried,
            "of" => TriggerClass::Of,
            _ => TriggerClass::Noun,
        };
        for lemma in words.split('|') {
            if class.is_noun() {
                let (modifier, head) =
                    lemma.rsplit_once(' ').map_or((None, lemma), |(modifier, head)| (Some(modifier), head));
                // `sales` and `losses` are figures.
                for form in [head.to_owned(), plural(head)].into_iter().take(1 + usize::from(class != TriggerClass::Of))
                {
                    let trigger = Trigger { kind, class, lemma, form: Form::Base, particle: modifier };
                    add(form, trigger);
                }
                continue;
            }
            let (verb, particle) =
                lemma.split_once(' ').map_or((lemma, None), |(verb, particle)| (verb, Some(particle)));
            for (word, form) in forms(verb) {
                add(word, Trigger { kind, class, lemma, form, particle });
            }
        }
    }
    all
}

/// The forms of a verb.
pub(super) fn forms(verb: &str) -> Vec<(String, Form)> {
    let irregular = IRREGULAR.iter().find(|(base, ..)| *base == verb);
    let vowel = |c: char| "aeiou".contains(c);
    let mut letters = verb.chars().rev();
    let (last, before) = (letters.next().unwrap_or('x'), letters.next().unwrap_or('x'));
    let with = |stem: &str, end: &str| [stem, end].concat();
    let stem_e = verb.strip_suffix('e');
    let stem_y = verb.strip_suffix('y').filter(|_| !vowel(before));
    let present = match stem_y {
        _ if last == 'o' => with(verb, "es"),
        Some(stem) => with(stem, "ies"),
        None if verb.ends_with("ch") || verb.ends_with("sh") || matches!(last, 's' | 'x' | 'z') => with(verb, "es"),
        None => with(verb, "s"),
    };
    let doubled = DOUBLED.has(verb);
    let twice = |end: &str| [verb, last.encode_utf8(&mut [0; 4]), end].concat();
    let gerund = match stem_e {
        _ if verb == "die" => "dying".to_owned(),
        Some(stem) if before != 'e' => with(stem, "ing"),
        _ if doubled => twice("ing"),
        _ => with(verb, "ing"),
    };
    let mut all = vec![(verb.to_owned(), Form::Base), (present, Form::Present), (gerund, Form::Gerund)];
    if let Some((_, past, participle)) = irregular {
        all.push(((*past).to_owned(), Form::Past));
        if past != participle {
            all.push(((*participle).to_owned(), Form::Participle));
        }
    } else {
        let past = match (stem_e, stem_y) {
            (Some(stem), _) => with(stem, "ed"),
            (_, Some(stem)) => with(stem, "ied"),
            _ if doubled => twice("ed"),
            _ => with(verb, "ed"),
        };
        all.push((past, Form::Past));
        // `cancelled` and `canceled`
        if doubled && last == 'l' {
            all.push((with(verb, "ed"), Form::Past));
        }
    }
    all
}

fn plural(noun: &str) -> String {
    let (stem, end) = match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => (stem, "ies"),
        _ if noun.ends_with('s') || noun.ends_with("sh") || noun.ends_with("ch") => (noun, "es"),
        _ => (noun, "s"),
    };
    [stem, end].concat()
}

fn kind_named(name: &str) -> EventKind {
    match name {
        "meeting" => EventKind::Meeting,
        "visit" => EventKind::Visit,
        "summit" => EventKind::Summit,
        "call" => EventKind::Call,
        "invitation" => EventKind::Invitation,
        "announcement" => EventKind::Announcement,
        "agreement" => EventKind::Agreement,
        "founding" => EventKind::Founding,
        "dissolution" => EventKind::Dissolution,
        "election" => EventKind::Election,
        "appointment" => EventKind::Appointment,
        "trade" => EventKind::Trade,
        "conflict" => EventKind::Conflict,
        "crime" => EventKind::Crime,
        "death" => EventKind::Death,
        "statement" => EventKind::Statement,
        _ => EventKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(verb: &str) -> Vec<String> {
        forms(verb).into_iter().map(|(word, _)| word).collect()
    }

    #[test]
    fn verbs_have_their_forms() {
        assert_eq!(words("arrest"), ["arrest", "arrests", "arresting", "arrested"]);
        assert_eq!(words("bury"), ["bury", "buries", "burying", "buried"]);
        assert_eq!(words("die"), ["die", "dies", "dying", "died"]);
        assert_eq!(words("fly"), ["fly", "flies", "flying", "flew", "flown"]);
        assert_eq!(words("kidnap"), ["kidnap", "kidnaps", "kidnapping", "kidnapped"]);
        assert_eq!(words("cancel"), ["cancel", "cancels", "cancelling", "cancelled", "canceled"]);
        assert_eq!(words("hit"), ["hit", "hits", "hitting", "hit"]);
    }

    #[test]
    fn a_word_leads_to_its_event() {
        assert_eq!(triggers("met").first().map(|trigger| trigger.kind), Some(EventKind::Meeting));
        assert_eq!(triggers("talks").first().map(|trigger| trigger.class), Some(TriggerClass::Noun));
        assert!(triggers("green").is_empty());
    }
}
