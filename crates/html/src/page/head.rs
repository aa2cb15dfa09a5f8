//! What a page says of its article: JSON-LD, OpenGraph and other `<meta>`,
//! `<time>`, the title on the page and that of its window.

use reading::page::{Markup, StatedDate};
use story::When;

use super::json_ld::Record;
use super::tokens::{Outline, Role};
use crate::text::{plain, share_of_words, stated, web_address, words};

/// `<meta>` names of a headline, the surest first.
const HEADLINES: &[&str] = &["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title"];

/// `<meta>` names of the day of publication, the surest first. What they say
/// of the last change is not among them.
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "article_date_original",
    "originalpublicationdate", "publication_date", "publicationdate", "publish-date", "publish_date", "publishdate",
    "published_at", "published-date", "pubdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
    "dcterms.date", "citation_online_date", "citation_publication_date", "date",
];

/// `<meta>` names of the day of the last change.
const CHANGED: &[&str] =
    &["article:modified_time", "article:modified", "og:updated_time", "datemodified", "last-modified"];

/// `<meta>` names of who publishes.
const PUBLISHERS: &[&str] = &["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher"];

/// `<meta>` names of who wrote it.
const AUTHORS: &[&str] = &["author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl"];

/// No byline or name of a publisher is longer, in bytes.
const LONGEST_NAME: usize = 150;

/// No headline is longer, in bytes.
const LONGEST_HEADLINE: usize = 600;

/// So many titles of a page are looked at.
const MOST_TITLES: usize = 20;

/// A title shares so many of its words with the page's other titles, in
/// hundredths; else it is the outlet's name, or that of a dialog.
pub(super) const FEWEST_SHARED: usize = 50;

/// What marks the outlet off in the title of a window.
const SEPARATORS: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " : "];

/// The name of an outlet has no more words.
const MOST_WORDS_OF_AN_OUTLET: usize = 5;

/// Where the page is published, if it says so.
pub(super) fn url(page: &Outline, record: Option<&Record>) -> Option<String> {
    let said = [page.canonical.as_deref(), meta(page, "og:url"), record.and_then(|record| record.url.as_deref())];
    said.into_iter().flatten().find_map(web_address)
}

/// What the page says of its article.
pub(super) fn markup(page: &Outline, records: &[Record]) -> Markup {
    let record = main_record(page, records);
    let publisher = publisher(page, record);
    Markup {
        headline: headline(page, record, publisher.as_deref()),
        byline: byline(page, record),
        language: language(page, record),
        published: published(page, record),
        changed: changed(page, record),
        publisher,
    }
}

fn meta<'p>(page: &'p Outline, name: &str) -> Option<&'p str> {
    page.meta.iter().find(|(known, _)| known == name).map(|(_, content)| content.as_str())
}

fn metas<'p>(page: &'p Outline, names: &'p [&str]) -> impl Iterator<Item = &'p str> {
    names.iter().filter_map(|name| meta(page, name))
}

/// The record that is the page's own: of those of the nearest kind the one
/// whose headline is that of the page; else the first.
pub(super) fn main_record<'r>(page: &Outline, records: &'r [Record]) -> Option<&'r Record> {
    let titles: Vec<&str> = titles(page).chain(metas(page, HEADLINES)).chain([page.title.as_str()]).collect();
    let is_own = |record: &&Record| {
        let headline = record.headline.as_deref().unwrap_or_default();
        !headline.is_empty() && titles.iter().any(|title| share_of_words(headline, title) >= FEWEST_SHARED)
    };
    records.iter().find(is_own).or(records.first())
}

/// The titles on the page.
fn titles(page: &Outline) -> impl Iterator<Item = &str> {
    let titles = page.lines.iter().filter(|line| line.role == Role::Title).map(|line| line.text.as_str());
    titles.filter(|title| title.len() <= LONGEST_HEADLINE).take(MOST_TITLES)
}

/// The headline that most of the places agree on where a page says one; of
/// several, that which it is shared by.
fn headline(page: &Outline, record: Option<&Record>, publisher: Option<&str>) -> Option<String> {
    let on_page: Vec<&str> = titles(page).collect();
    let in_record = record.and_then(|record| plain(record.headline.as_deref()?));
    let in_window = plain(&page.title);
    let in_meta = metas(page, HEADLINES).filter_map(plain);
    let said: Vec<String> = in_record
        .into_iter()
        .chain(in_window)
        .chain(in_meta)
        .filter(|title| title.len() <= LONGEST_HEADLINE)
        .map(|title| without_outlet(&title, publisher, &on_page))
        .collect();
    let others: Vec<&str> = said.iter().map(String::as_str).collect();
    let best_shown = on_page.iter().copied().max_by_key(|title| {
        // The first of those that are alike.
        let share = others.iter().map(|other| share_of_words(other, title)).max().unwrap_or(100);
        (share, std::cmp::Reverse(on_page.iter().position(|other| other == title)))
    });
    let shown = best_shown
        .filter(|title| others.is_empty() || others.iter().any(|other| share_of_words(title, other) >= FEWEST_SHARED));
    let all: Vec<&str> = shown.into_iter().chain(others.iter().copied()).filter(|title| !title.is_empty()).collect();
    let votes = |title: &str| all.iter().filter(|other| words(other) == words(title)).count();
    // Of several with as many votes, `max_by_key` takes the last: what a page is
    // shared by. Its newsroom wrote that, and no live report changes it.
    all.iter().max_by_key(|title| votes(title)).map(|title| (*title).to_owned())
}

/// A title without the outlet's name at its end or at its beginning.
fn without_outlet(title: &str, publisher: Option<&str>, on_page: &[&str]) -> String {
    let mut title = title;
    loop {
        let parted =
            SEPARATORS.iter().filter_map(|mark| title.rsplit_once(mark)).max_by_key(|(before, _)| before.len());
        let Some((before, after)) = parted else { break };
        let is_outlet = publisher.is_some_and(|name| is_name_of(after, name));
        let is_shown = on_page.iter().any(|shown| words(shown) == words(before));
        let whole_is_shown = on_page.iter().any(|shown| words(shown) == words(title));
        let is_short = after.split(' ').count() <= MOST_WORDS_OF_AN_OUTLET
            && before.split(' ').count() > MOST_WORDS_OF_AN_OUTLET
            && (on_page.is_empty() || !on_page.iter().any(|shown| words(shown).contains(&words(after))));
        if whole_is_shown || !(is_outlet || is_shown || is_short) {
            break;
        }
        title = before;
    }
    let first =
        SEPARATORS.iter().chain(&[": "]).filter_map(|mark| title.split_once(mark)).min_by_key(|(name, _)| name.len());
    if let Some((name, rest)) = first
        && publisher.is_some_and(|publisher| words(publisher) == words(name))
        && !on_page.iter().any(|shown| words(shown) == words(title))
    {
        title = rest;
    }
    title.trim().to_owned()
}

/// Whether a part of a title is the name of the outlet: `BBC News` of `BBC`.
fn is_name_of(part: &str, outlet: &str) -> bool {
    let (part, outlet) = (words(part), words(outlet));
    let run = |text: &str| text.replace(' ', "");
    !outlet.is_empty()
        && part.split(' ').count() <= MOST_WORDS_OF_AN_OUTLET
        && (part.contains(&outlet) || outlet.contains(&part) || run(&part).contains(&run(&outlet)))
}

fn publisher(page: &Outline, record: Option<&Record>) -> Option<String> {
    let in_record = record.and_then(|record| record.publisher.as_deref());
    in_record.into_iter().chain(metas(page, PUBLISHERS)).find_map(name)
}

/// A name, and no address of one.
fn name(text: &str) -> Option<String> {
    let name = plain(text)?;
    let is_address = name.contains("://") || name.starts_with('@') || name.starts_with("www.");
    (!is_address && name.len() <= LONGEST_NAME && name.contains(char::is_alphabetic)).then_some(name)
}

fn byline(page: &Outline, record: Option<&Record>) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for author in
        record.map(|record| record.authors.as_slice()).unwrap_or_default().iter().filter_map(|author| name(author))
    {
        if !names.contains(&author) {
            names.push(author);
        }
    }
    let joined = names.join(", ");
    let in_record = Some(joined).filter(|names| !names.is_empty() && names.len() <= LONGEST_NAME);
    let byline = in_record.or_else(|| metas(page, AUTHORS).find_map(name))?;
    let bare = byline.strip_prefix("By ").or_else(|| byline.strip_prefix("by ")).unwrap_or(&byline);
    Some(bare.to_owned())
}

fn language(page: &Outline, record: Option<&Record>) -> Option<String> {
    let said = [
        page.language.as_deref(),
        record.and_then(|record| record.language.as_deref()),
        meta(page, "og:locale"),
        meta(page, "dc.language"),
    ];
    said.into_iter().flatten().find_map(language_tag)
}

/// A BCP 47 tag: `en`, `en-GB`; `en_GB` is written so, too.
pub(crate) fn language_tag(text: &str) -> Option<String> {
    let tag = text.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let is_primary = |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_part = |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (parts.next().is_some_and(is_primary) && parts.all(is_part)).then_some(tag)
}

/// The day of publication: JSON-LD, `<meta>`, a `<time>` that is marked as
/// the day of publication, the `<time>` at the headline, the day in the
/// address. The day of the last change is none.
fn published(page: &Outline, record: Option<&Record>) -> Option<StatedDate> {
    let in_record = record.and_then(|record| record.published.as_deref());
    in_record
        .into_iter()
        .chain(metas(page, PUBLISHED))
        .find_map(stated)
        .or_else(|| marked_time(page))
        .or_else(|| time_at_headline(page))
        .or_else(|| in_address(page, record))
}

/// The day of the last change.
fn changed(page: &Outline, record: Option<&Record>) -> Option<When> {
    let in_record = record.and_then(|record| record.changed.as_deref());
    in_record.into_iter().chain(metas(page, CHANGED)).find_map(stated).map(|date| date.when)
}

fn marked_time(page: &Outline) -> Option<StatedDate> {
    let is_marked = |names: &str| {
        ["datepublished", "pubdate", "publish", "posted", "entry-date", "created"]
            .iter()
            .any(|name| names.contains(name))
            && !is_change(names)
    };
    page.times.iter().filter(|time| is_marked(&time.names)).find_map(|time| stated(&time.datetime))
}

fn is_change(names: &str) -> bool {
    names.contains("modif") || names.contains("updat")
}

/// So many lines from the headline a `<time>` is that of the article.
const NEAR_THE_HEADLINE: usize = 12;

fn time_at_headline(page: &Outline) -> Option<StatedDate> {
    let lines = page.lines.iter().enumerate().filter(|(_, line)| line.role == Role::Title);
    let titles: Vec<usize> = lines.map(|(at, _)| at).take(MOST_TITLES).collect();
    let near = |line: usize| titles.iter().any(|at| at.abs_diff(line) <= NEAR_THE_HEADLINE);
    page.times.iter().filter(|time| !is_change(&time.names) && near(time.line)).find_map(|time| stated(&time.datetime))
}

/// `https://example.org/2021/05/02/the-bridge`
fn in_address(page: &Outline, record: Option<&Record>) -> Option<StatedDate> {
    let url = url(page, record)?;
    let (_, path) = url.split_once("://")?.1.split_once('/')?;
    let parts: Vec<&str> = path.split('/').collect();
    parts.windows(3).find_map(|parts| {
        let &[year, month, day] = parts else { return None };
        let is_date = year.len() == 4 && (1..=2).contains(&month.len()) && (1..=2).contains(&day.len());
        let when = |text: &str| When::parse(text).ok();
        let date = [year, "-", &format!("{month:0>2}"), "-", &format!("{day:0>2}")].concat();
        is_date.then(|| stated(&date).filter(|found| when(&date).as_ref() == Some(&found.when)))?
    })
}
