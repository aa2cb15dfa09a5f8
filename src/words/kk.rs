//! Kazakh.

use story::search::Group;
use story::tour::Stop;
use story::{EntityKind, RelationKind, Status};

use super::{Compared, Controls, Export, Search, Tour, Words};

/// The interface in Kazakh.
///
/// A noun after a number stays in the singular, so that nothing has to be
/// chosen by number. Endings follow the vowels of the word before them: names,
/// dates and numbers therefore stand where they take none.
pub(crate) static KK: Words = Words {
    tag: "kk",
    dir: "ltr",
    views: "Бөлімдер",
    kicker: "Оқиғаның астары",
    own_dates: Some(date),
    dek,
    diagram: "Сызба",
    timeline: "Уақыт желісі",
    details: "Толығырақ",
    sources: "Дереккөздер",
    kinds,
    kind,
    named_in: |named, all| format!("{all} мақаланың ішінде {named} мақалада аталған"),
    source_count: |n| format!("{n} дереккөз"),
    wordings: |n| format!("{n} нұсқада"),
    relation,
    relation_back,
    relation_said: "{from} — {to}: {relation}",
    joint: ": ",
    // Kazakh puts its case endings on the name itself.
    reads_on: &[],
    status,
    what_happened: "Не болды",
    relations: "Бәрі қалай байланысқан",
    said: "Өз сөзімен",
    who_said_what: "Кім не айтты",
    figures: "Сандар",
    show_all: |n| format!("Барлығын көрсету ({n})"),
    differ: "Дереккөздер қай жерде келіспейді",
    compatible: "Қайшылық жоқ: деректердің бірі екіншісінен дәлірек қана.",
    who_took_part: "Қатысушылар",
    what_the_sources_say: "Дереккөздер не дейді",
    also_between: "Екеуін тағы не байланыстырады",
    fulfils: "Жоспарланғаны",
    fulfilled_by: "Нәтижесі",
    also_called: |names| format!("басқаша аталуы: {names}"),
    back: "Артқа",
    overview: "Шолу",
    open_article: "Мақаланы ашу",
    undated: "Күні көрсетілмеген",
    no_events: "Мақалаларда күні көрсетілген оқиға жоқ.",
    no_entities: "Мақалаларда ешкімнің аты аталмаған.",
    unreached: "Бұл бөлік жүктелмеді. Байланыс орнағанда қайта таңдаңыз.",
    hint: "Есімді, сызықты немесе оқиғаны таңдаңыз — оның артында дереккөздің қай сөйлемі тұрғанын көресіз.",
    shown_of: |shown, all| format!("Барлығы {all}, соның ішінде ең жиі аталатын {shown} атау көрсетілген."),
    only_named: |n| format!("Тағы {n} атау кездеседі, бірақ олардың өзгелермен байланысы жоқ."),
    transcript: "Стенограмма",
    articles: "мақалалар",
    selected: |name| format!("Таңдалды: {name}"),
    seasons: ["көктем", "жаз", "күз", "қыс"],
    years: |first| format!("{first}-жылдар"),
    season: |season, year| format!("{year} жылғы {season}"),
    about: |date| format!("шамамен {date}"),
    since: |date| format!("{date} және одан кейін"),
    until: |date| format!("{date} және одан бұрын"),
    unknown_speaker: "Кімнің сөзі екені айтылмаған",
    compared: Compared {
        title: "Нұсқаларды салыстыру",
        only_here: "тек осы нұсқада бар",
        some: "барлық нұсқада бірдей емес",
    },
    controls: Controls {
        zoom_in: "Жақындату",
        zoom_out: "Алыстату",
        fit: "Тұтас көрсету",
        legend: "Көрсету немесе жасыру",
        key: "Қалай оқу керек",
        neighbours: "Тек тікелей байланыстар",
        all: "Бәрін көрсету",
        every: |n| format!("Барлығын көрсету: {n}"),
        fewer: "Ең көп аталғандарын ғана көрсету",
        way_to: "Байланыс жолын табу…",
        none_shown: "Барлық түрлері жасырылған. Қайта көру үшін жоғарыдағының бірін басыңыз.",
        choose_end: "Жол кімге немесе неге апаруы керек екенін таңдаңыз.",
        no_way: |from, to| format!("Бұл мақалаларда «{from}» және «{to}» арасында байланыс жоқ."),
        play: "Бастау",
        pause: "Кідірту",
        window: "Кезең",
        window_start: "Басы",
        window_end: "Соңы",
        all_time: "Бүкіл кезең",
    },
    search: Search {
        label: "Іздеу",
        placeholder: "Есім, оқиға, сөз",
        found: |n| if n == 0 { "Ештеңе табылмады.".to_owned() } else { format!("{n} нәтиже") },
        group,
        more: |shown, all| format!("{shown} / {all}"),
    },
    tour: Tour {
        start: "Оқиғаны ретімен көрсету",
        next: "Келесі",
        previous: "Алдыңғы",
        end: "Өзім қараймын",
        step_of: |step, all| format!("{step} / {all}"),
        say,
    },
    export: Export {
        label: "Сақтау",
        picture_svg: "Сурет (SVG)",
        picture_png: "Сурет (PNG)",
        tables: "Кестелер (CSV)",
        calendar: "Күнтізбе (iCalendar)",
        graph: "Байланыстар желісі (GraphML)",
        graph_json: "Байланыстар желісі (JSON)",
        timeline: "Уақыт желісі (TimelineJS)",
        cite: "Дәйексөз алу",
        copied: "Көшірілді.",
        refused: "Браузер мұнда бұған рұқсат бермейді.",
        no_closer: |date| format!("Дереккөздерде бұдан дәл күн көрсетілмеген: {date}."),
    },
};

/// A month or a day as CLDR has it for Kazakh: `2024 ж. 3 шіл.`.
fn date(year: i64, month: u8, day: Option<u8>) -> String {
    const MONTHS: [&str; 12] =
        ["қаң.", "ақп.", "нау.", "сәу.", "мам.", "мау.", "шіл.", "там.", "қыр.", "қаз.", "қар.", "жел."];
    let month = MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
    let day = day.map(|day| format!("{day} ")).unwrap_or_default();
    format!("{year} ж. {day}{month}")
}

fn dek(articles: usize, outlets: usize, span: Option<&str>) -> String {
    let outlets = if outlets > 0 { format!("{outlets} басылымнан ") } else { String::new() };
    let span = span.map(|span| format!(", {}", span.trim_end_matches('.'))).unwrap_or_default();
    format!("{outlets}{articles} мақала{span}. Әр жолдың артында дереккөздің өз сөзі тұр.")
}

fn kinds(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Адамдар",
        EntityKind::State => "Мемлекеттер",
        EntityKind::Place => "Орындар",
        EntityKind::Organisation => "Ұйымдар",
        EntityKind::Treaty => "Шарттар",
        EntityKind::EventName => "Атаулы оқиғалар",
        EntityKind::Other => "Басқа",
    }
}

fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Адам",
        EntityKind::State => "Мемлекет",
        EntityKind::Place => "Орын",
        EntityKind::Organisation => "Ұйым",
        EntityKind::Treaty => "Шарт",
        EntityKind::EventName => "Атаулы оқиға",
        EntityKind::Other => "Басқа",
    }
}

fn relation(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::HoldsOffice => "лауазым",
        RelationKind::MemberOf => "мүшелік",
        RelationKind::Chairs => "төрағалық",
        RelationKind::WorksFor => "қызмет",
        RelationKind::PartOf => "құрамына кіру",
        RelationKind::Borders => "шекара",
        RelationKind::Met => "кездесу",
        RelationKind::Invited => "шақыру",
        RelationKind::Visited => "сапар",
        RelationKind::Called => "телефон арқылы сөйлесу",
        RelationKind::TradesWith => "сауда",
        RelationKind::PartyTo => "шарттық қатынас",
        RelationKind::InConflictWith => "қақтығыс",
        RelationKind::RelatedTo => "туыстық",
        RelationKind::Other => "байланыс",
    }
}

fn relation_back(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::HoldsOffice => "лауазым иесі",
        RelationKind::MemberOf => "мүшелерінің бірі",
        RelationKind::Chairs => "төрағасы",
        RelationKind::WorksFor => "қызметкері",
        RelationKind::PartOf => "құрамында",
        RelationKind::Invited => "шақырушы",
        RelationKind::Visited => "сапармен келуші",
        symmetric => relation(symmetric),
    }
}

fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Happened => None,
        Status::Planned => Some("жоспарланған"),
        Status::Cancelled => Some("өтпейтін болды"),
        Status::Uncertain => Some("нақтыланбаған"),
    }
}

fn group(group: Group) -> &'static str {
    match group {
        Group::Entities => "Есімдер мен атаулар",
        Group::Events => "Оқиғалар",
        Group::Quotes => "Дәйексөздер",
        Group::Articles => "Мақалалар",
        Group::Sentences => "Сөйлемдер",
    }
}

fn say(stop: Stop, what: &str, articles: usize) -> String {
    match stop {
        Stop::Told(_) => String::new(),
        Stop::About(_) if articles == 0 => format!("Оқиғаның өзегінде — {what}."),
        Stop::Reported(_) if articles == 0 => format!("Не болды: {what}."),
        Stop::About(_) => format!("Оқиғаның өзегінде — {what}: {articles} мақалада аталған."),
        Stop::With(_) => format!("Онымен бірге ең жиі аталатыны — {what}."),
        Stop::Began(_) => format!("Бәрі неден басталды: {what}."),
        Stop::Reported(_) => format!("Ең көп жазылған оқиға — {articles} мақалада: {what}."),
        Stop::Differ(_) => format!("Мұнда дереккөздер келіспейді: {what}."),
        Stop::ToCome(_) => format!("Алда не күтіп тұр: {what}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dek_reads_as_a_newspaper_writes() {
        assert_eq!(
            dek(5, 3, Some("2022–2024")),
            "3 басылымнан 5 мақала, 2022–2024. Әр жолдың артында дереккөздің өз сөзі тұр."
        );
    }

    #[test]
    fn a_season_comes_after_its_year() {
        assert_eq!((KK.season)(KK.seasons[2], 2024), "2024 жылғы күз");
    }
}
