//! Russian.

use story::search::Group;
use story::tour::Stop;
use story::{EntityKind, RelationKind, Status};

use super::{Compared, Controls, Export, Search, Tour, Words};

/// The interface in Russian.
///
/// Names come from the articles and are not declined, and the past tense would
/// need to know the gender: so relations are nouns, and dates stand where no
/// preposition changes them.
pub(crate) static RU: Words = Words {
    tag: "ru",
    dir: "ltr",
    views: "Разделы",
    kicker: "Предыстория",
    own_dates: None,
    dek,
    diagram: "Схема",
    timeline: "Хронология",
    details: "Подробности",
    sources: "Источники",
    kinds,
    kind,
    named_in: |named, all| format!("упоминается в {named} из {}", count(all, "статьи", "статей", "статей")),
    source_count: |n| count(n, "источник", "источника", "источников"),
    wordings: |n| format!("в {}", count(n, "варианте", "вариантах", "вариантах")),
    relation,
    relation_back,
    relation_said: "{from} — {relation} {to}",
    joint: " ",
    reads_on: &[" в", " во", " на", " с", " со", " от", " к", " по", " для", " при", " у", " о"],
    status,
    what_happened: "Что произошло",
    relations: "Как всё связано",
    said: "Прямая речь",
    who_said_what: "Кто что сказал",
    figures: "Цифры",
    show_all: |n| format!("Показать все ({n})"),
    differ: "Где источники расходятся",
    compatible: "Противоречия нет: одни данные лишь менее точны.",
    who_took_part: "Участники",
    what_the_sources_say: "Что пишут источники",
    also_between: "Что ещё их связывает",
    fulfils: "Что планировалось",
    fulfilled_by: "Что из этого вышло",
    also_called: |names| format!("также: {names}"),
    back: "Назад",
    overview: "Обзор",
    open_article: "Открыть статью",
    undated: "Дата не указана",
    no_events: "В статьях нет событий, у которых была бы указана дата.",
    no_entities: "В статьях никто не назван.",
    unreached: "Эту часть не удалось загрузить. Выберите её ещё раз, когда появится связь.",
    hint: "Выберите имя, линию или событие — и увидите, на каких словах источников они основаны.",
    shown_of: |shown, all| format!("Показано {shown} из {all} — те, о ком пишут чаще всего."),
    only_named: |n| {
        format!("Ещё {} без связей с остальными.", count(n, "имя упомянуто", "имени упомянуты", "имён упомянуты"))
    },
    transcript: "Стенограмма",
    articles: "статьи",
    selected: |name| format!("Выбрано: {name}"),
    seasons: ["весна", "лето", "осень", "зима"],
    years: |first| format!("{first}-е"),
    season: |season, year| format!("{season} {year} года"),
    about: |date| format!("примерно {date}"),
    since: |date| format!("{date} и позже"),
    until: |date| format!("{date} и раньше"),
    unknown_speaker: "Автор слов не назван",
    compared: Compared {
        title: "Сравнение версий",
        only_here: "есть только в этой версии",
        some: "есть не во всех версиях",
    },
    controls: Controls {
        zoom_in: "Приблизить",
        zoom_out: "Отдалить",
        fit: "Показать целиком",
        legend: "Показать или скрыть",
        key: "Как это читать",
        neighbours: "Только ближайшие связи",
        all: "Показать всё",
        every: |n| format!("Показать все: {n}"),
        fewer: "Показать только самых упоминаемых",
        way_to: "Найти путь до…",
        none_shown: "Все виды скрыты. Нажмите на один из них выше, чтобы снова его увидеть.",
        choose_end: "Выберите, куда должен вести путь.",
        no_way: |from, to| format!("В этих статьях между «{from}» и «{to}» связи нет."),
        play: "Запустить",
        pause: "Пауза",
        window: "Период",
        window_start: "Начало",
        window_end: "Конец",
        all_time: "Весь период",
    },
    search: Search {
        label: "Поиск",
        placeholder: "Имя, событие, слово",
        found: |n| {
            if n == 0 {
                "Ничего не найдено.".to_owned()
            } else {
                count(n, "результат", "результата", "результатов")
            }
        },
        group,
        more: |shown, all| format!("{shown} из {all}"),
    },
    tour: Tour {
        start: "Показать историю по шагам",
        next: "Дальше",
        previous: "Назад",
        end: "Смотреть самостоятельно",
        step_of: |step, all| format!("{step} из {all}"),
        say,
    },
    export: Export {
        label: "Сохранить",
        picture_svg: "Картинка (SVG)",
        picture_png: "Картинка (PNG)",
        tables: "Таблицы (CSV)",
        calendar: "Календарь (iCalendar)",
        graph: "Сеть связей (GraphML)",
        graph_json: "Сеть связей (JSON)",
        timeline: "Хронология (TimelineJS)",
        cite: "Процитировать",
        copied: "Скопировано.",
        refused: "Браузер не разрешает этого здесь.",
        no_closer: |date| format!("Точнее дата в источниках не указана: {date}."),
    },
};

/// The number with the noun in the form that goes with it: the categories
/// `one`, `few` and `many` of Russian whole numbers in Unicode's CLDR.
fn count(n: usize, one: &str, few: &str, many: &str) -> String {
    let noun = match (n % 10, n % 100) {
        (1, tens) if tens != 11 => one,
        (2..=4, tens) if !(12..=14).contains(&tens) => few,
        _ => many,
    };
    format!("{n} {noun}")
}

fn dek(articles: usize, outlets: usize, span: Option<&str>) -> String {
    let articles = count(articles, "статья", "статьи", "статей");
    let outlets = if outlets > 0 {
        format!(" из {}", count(outlets, "издания", "изданий", "изданий"))
    } else {
        String::new()
    };
    // A year ends with an abbreviation (`2024 г.`), whose full stop is the sentence's.
    let span = span.map(|span| format!(", {}", span.trim_end_matches('.'))).unwrap_or_default();
    format!("{articles}{outlets}{span}. За каждой строкой — слова источника.")
}

fn kinds(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Люди",
        EntityKind::State => "Государства",
        EntityKind::Place => "Места",
        EntityKind::Organisation => "Организации",
        EntityKind::Treaty => "Договоры",
        EntityKind::EventName => "Названия событий",
        EntityKind::Other => "Прочее",
    }
}

fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Человек",
        EntityKind::State => "Государство",
        EntityKind::Place => "Место",
        EntityKind::Organisation => "Организация",
        EntityKind::Treaty => "Договор",
        EntityKind::EventName => "Название события",
        EntityKind::Other => "Прочее",
    }
}

fn relation(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::HoldsOffice => "должность в",
        RelationKind::MemberOf => "член",
        RelationKind::Chairs => "председатель",
        RelationKind::WorksFor => "работа в",
        RelationKind::PartOf => "часть",
        RelationKind::Borders => "граница с",
        RelationKind::Met => "встреча с",
        RelationKind::Invited => "приглашение для",
        RelationKind::Visited => "визит в",
        RelationKind::Called => "телефонный разговор с",
        RelationKind::TradesWith => "торговля с",
        RelationKind::PartyTo => "договорные отношения с",
        RelationKind::InConflictWith => "конфликт с",
        RelationKind::RelatedTo => "родство с",
        RelationKind::Other => "связь с",
    }
}

fn relation_back(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::HoldsOffice => "должность занимает",
        RelationKind::MemberOf => "в числе членов —",
        RelationKind::Chairs => "председатель —",
        RelationKind::WorksFor => "среди сотрудников —",
        RelationKind::PartOf => "включает",
        RelationKind::Invited => "приглашение от",
        RelationKind::Visited => "с визитом —",
        symmetric => relation(symmetric),
    }
}

fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Happened => None,
        Status::Planned => Some("запланировано"),
        Status::Cancelled => Some("отменено"),
        Status::Uncertain => Some("под вопросом"),
    }
}

fn group(group: Group) -> &'static str {
    match group {
        Group::Entities => "Имена и названия",
        Group::Events => "События",
        Group::Quotes => "Цитаты",
        Group::Articles => "Статьи",
        Group::Sentences => "Предложения",
    }
}

fn say(stop: Stop, what: &str, articles: usize) -> String {
    let told = || count(articles, "статье", "статьях", "статьях");
    match stop {
        Stop::Told(_) => String::new(),
        Stop::About(_) if articles == 0 => format!("В центре истории — {what}."),
        Stop::Reported(_) if articles == 0 => format!("Что произошло: {what}."),
        Stop::About(_) => format!("В центре истории — {what}: упоминается в {}.", told()),
        Stop::With(_) => format!("Чаще всего рядом упоминается {what}."),
        Stop::Began(_) => format!("С чего всё началось: {what}."),
        Stop::Reported(_) => format!("Главное событие — о нём сказано в {}: {what}.", told()),
        Stop::Differ(_) => format!("Здесь источники расходятся: {what}."),
        Stop::ToCome(_) => format!("Что ещё впереди: {what}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_follow_their_number() {
        let articles = |n| count(n, "статья", "статьи", "статей");
        let said = [0, 1, 2, 4, 5, 11, 12, 14, 20, 21, 22, 25, 101, 111, 112, 121].map(articles);
        assert_eq!(
            said,
            [
                "0 статей",
                "1 статья",
                "2 статьи",
                "4 статьи",
                "5 статей",
                "11 статей",
                "12 статей",
                "14 статей",
                "20 статей",
                "21 статья",
                "22 статьи",
                "25 статей",
                "101 статья",
                "111 статей",
                "112 статей",
                "121 статья"
            ]
        );
    }

    #[test]
    fn the_dek_reads_as_a_newspaper_writes() {
        assert_eq!(
            dek(5, 3, Some("2022–2024")),
            "5 статей из 3 изданий, 2022–2024. За каждой строкой — слова источника."
        );
        assert_eq!(dek(1, 0, Some("нояб. 2024 г.")), "1 статья, нояб. 2024 г. За каждой строкой — слова источника.");
        assert_eq!(dek(1, 0, None), "1 статья. За каждой строкой — слова источника.");
        assert_eq!((RU.named_in)(2, 21), "упоминается в 2 из 21 статьи");
    }
}
