//! The tokens of a page, in one pass: what its head says, and the lines of
//! its body.
//!
//! No tree is built. A tree builder does what the tags say, and a hostile
//! page says a million nested elements, or formatting that has to be rebuilt
//! in every paragraph; the tokens alone take time and memory linear in the
//! page. What is needed of the tree are the elements around a line, and of
//! those no more than [`DEEPEST`] are kept.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::{LocalName, TokenizerResult};

use super::asides::Asides;
use super::elements::{is_block, is_formatting, is_hidden, is_void};
use super::scan;
use crate::error::Error;

/// Elements that are nested deeper are not told apart. Pages of news nest less
/// than half of it.
const DEEPEST: usize = 100;

/// No value of an attribute is kept longer, in bytes.
pub(super) const LONGEST_VALUE: usize = 2_000;

/// No class or id is looked at further, in bytes.
const LONGEST_NAME: usize = 200;

/// So many values of each kind are kept from the head.
const MOST_VALUES: usize = 500;

/// No more of JSON-LD is kept, in bytes.
const MOST_JSON: usize = 4 << 20;

/// Bytes that the tokenizer gets at a time: it counts in 32 bits.
const PIECE: usize = 1 << 20;

/// What one pass over a page finds.
#[derive(Default)]
pub(crate) struct Outline {
    /// The text of the first `<title>`.
    pub(crate) title: String,
    /// `<html lang>`.
    pub(crate) language: Option<String>,
    /// `<link rel=canonical>`.
    pub(crate) canonical: Option<String>,
    /// `<meta>`: name, property or itemprop in small letters, and content.
    pub(crate) meta: Vec<(String, String)>,
    /// The texts of `<script type="application/ld+json">`.
    pub(crate) json_ld: Vec<String>,
    /// `<time datetime>`.
    pub(crate) times: Vec<Time>,
    /// The lines of the body, in their order.
    pub(crate) lines: Vec<Line>,
}

/// A `<time>`.
pub(crate) struct Time {
    /// Its `datetime`.
    pub(crate) datetime: String,
    /// Its class, itemprop and the like, in small letters.
    pub(crate) names: String,
    /// The index of the line that it stands in or before.
    pub(crate) line: usize,
}

/// A line: the text between two breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its text, each run of white space one space.
    pub(crate) text: String,
    /// How many bytes of it stand in links.
    pub(crate) linked: usize,
    /// What it is marked up as.
    pub(crate) role: Role,
    /// Whether it stands in something that is no running text: a menu, a form,
    /// a newsletter box.
    pub(crate) aside: bool,
    /// The innermost aside around it, until it is told whether it is one.
    pub(super) within: Option<usize>,
}

/// What a line is marked up as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// `<h1>`
    Title,
    /// `<h2>` to `<h6>`
    Heading,
    /// `<p>`
    Paragraph,
    /// `<li>`, `<dd>`
    Item,
    /// `<td>`, `<th>`
    Cell,
    /// In a `<figure>`.
    Caption,
    /// Anything else.
    Other,
}

/// Reads a page.
///
/// # Errors
///
/// [`Error::Attributes`]: it could not be read in time linear in its length.
pub(crate) fn outline(html: &str) -> Result<Outline, Error> {
    scan::check(html)?;
    let tokenizer = Tokenizer::new(Sink(RefCell::default()), TokenizerOpts::default());
    let input = BufferQueue::default();
    let mut rest = html;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE));
        input.push_back(StrTendril::from_slice(piece));
        rest = after;
        while let TokenizerResult::Script(()) = tokenizer.feed(&input) {}
    }
    tokenizer.end();
    let mut state = tokenizer.sink.0.into_inner();
    state.end_line();
    let State { mut found, asides, .. } = state;
    asides.tell(&mut found.lines);
    Ok(found)
}

struct Sink(RefCell<State>);

#[derive(Default)]
struct State {
    found: Outline,
    /// The elements that are open.
    open: Vec<Open>,
    /// Elements that are open and were too deep.
    too_deep: usize,
    /// What is done with the text of the element that is no markup.
    raw: Option<Raw>,
    /// The element within which everything is dropped, and how often it is
    /// nested in itself.
    dropped: Option<(LocalName, usize)>,
    asides: Asides,
    line: String,
    linked: usize,
    json: usize,
}

struct Open {
    name: LocalName,
    role: Option<Role>,
    hidden: bool,
    link: bool,
    within: Option<usize>,
}

enum Raw {
    Dropped,
    JsonLd(String),
    Title(String),
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                if let Some(raw) = state.start(&tag) {
                    return TokenSinkResult::RawData(raw);
                }
            }
            Token::TagToken(tag) => state.end(&tag),
            Token::CharacterTokens(text) => state.characters(&text),
            Token::ParseError(_)
            | Token::CommentToken(_)
            | Token::NullCharacterToken
            | Token::DoctypeToken(_)
            | Token::EOFToken => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    /// Takes a start tag; how the text of its element is tokenized, where
    /// that is no markup.
    fn start(&mut self, tag: &Tag) -> Option<RawKind> {
        if let Some((name, depth)) = &mut self.dropped {
            if *name == tag.name && !tag.self_closing {
                *depth += 1;
            }
            return None;
        }
        match &*tag.name {
            "script" => {
                let is_json_ld = attribute(tag, "type").is_some_and(is_json_ld);
                self.raw = Some(if is_json_ld { Raw::JsonLd(String::new()) } else { Raw::Dropped });
                return Some(RawKind::ScriptData);
            }
            "style" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => {
                self.raw = Some(Raw::Dropped);
                return Some(RawKind::Rawtext);
            }
            "textarea" => {
                self.raw = Some(Raw::Dropped);
                return Some(RawKind::Rcdata);
            }
            "title" => {
                self.raw = Some(Raw::Title(String::new()));
                return Some(RawKind::Rcdata);
            }
            "svg" | "math" | "template" | "select" | "object" | "audio" | "video" | "canvas" if !tag.self_closing => {
                self.dropped = Some((tag.name.clone(), 1));
                return None;
            }
            "meta" => self.meta(tag),
            "link" => self.link(tag),
            "time" => self.time(tag),
            "html" => {
                let language = attribute(tag, "lang").filter(|language| !language.is_empty());
                if let (None, Some(language)) = (&self.found.language, language) {
                    self.found.language = Some(cut(language, LONGEST_NAME).to_owned());
                }
            }
            _ => {}
        }
        if matches!(&*tag.name, "br" | "hr") {
            self.end_line();
        } else if !is_void(&tag.name) && (!is_formatting(&tag.name) || is_hidden(tag)) {
            self.open(tag);
        }
        None
    }

    /// Opens an element.
    fn open(&mut self, tag: &Tag) {
        let name = &*tag.name;
        let block = is_block(name);
        if block {
            self.end_line();
            self.close_what_ends_by_itself(name);
        }
        if tag.self_closing && !block {
            return;
        }
        if self.open.len() >= DEEPEST {
            self.too_deep += 1;
            return;
        }
        let above = self.open.last();
        let own = match name {
            "h1" => Some(Role::Title),
            "h2" | "h3" | "h4" | "h5" | "h6" => Some(Role::Heading),
            "p" => Some(Role::Paragraph),
            "li" | "dd" | "dt" => Some(Role::Item),
            "td" | "th" => Some(Role::Cell),
            "figure" | "figcaption" | "caption" => Some(Role::Caption),
            _ => None,
        };
        // A paragraph in a caption or in an item is theirs. One in a cell is its
        // own: some pages are laid out as a table.
        let role = match (own, above.and_then(|above| above.role)) {
            (Some(Role::Paragraph) | None, Some(outer @ (Role::Caption | Role::Item))) => Some(outer),
            (None, Some(Role::Cell)) => Some(Role::Cell),
            (None, outer) if !block => outer,
            (own, _) => own,
        };
        // A control is none of the sentence that it stands in; a heading may
        // be one as a whole.
        let control = name == "button" && !matches!(role, Some(Role::Title | Role::Heading));
        let hidden = control || above.is_some_and(|above| above.hidden) || is_hidden(tag);
        let link = above.is_some_and(|above| above.link) || name == "a";
        let mut within = above.and_then(|above| above.within);
        if block {
            let value = |name| cut(attribute(tag, name).unwrap_or_default(), LONGEST_NAME);
            within = self.asides.enter(name, value("role"), value("class"), value("id"), within);
        }
        self.open.push(Open { name: tag.name.clone(), role, hidden, link, within });
    }

    /// Closes the elements whose end tag may be left out before this one.
    fn close_what_ends_by_itself(&mut self, name: &str) {
        let siblings: &[&str] = match name {
            "li" => &["li", "p"],
            "dd" | "dt" => &["dd", "dt", "p"],
            "td" | "th" => &["td", "th", "p"],
            "tr" => &["td", "th", "tr", "p"],
            _ => &["p"],
        };
        while self.open.last().is_some_and(|last| siblings.contains(&&*last.name)) {
            self.open.pop();
        }
    }

    fn end(&mut self, tag: &Tag) {
        match self.raw.take() {
            Some(Raw::Title(text)) => {
                if self.found.title.is_empty() {
                    self.found.title = text;
                }
                return;
            }
            Some(Raw::JsonLd(text)) => {
                if self.found.json_ld.len() < MOST_VALUES {
                    self.found.json_ld.push(text);
                }
                return;
            }
            Some(Raw::Dropped) => return,
            None => {}
        }
        if let Some((name, depth)) = &mut self.dropped {
            if *name == tag.name {
                *depth -= 1;
                if *depth == 0 {
                    self.dropped = None;
                }
            }
            return;
        }
        if is_block(&tag.name) || matches!(&*tag.name, "br" | "hr") {
            self.end_line();
        }
        let is_last = self.open.last().is_some_and(|last| last.name == tag.name);
        if is_void(&tag.name) || (is_formatting(&tag.name) && !is_last) {
            return;
        }
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if let Some(at) = self.open.iter().rposition(|open| open.name == tag.name) {
            self.open.truncate(at);
        }
    }

    fn characters(&mut self, text: &str) {
        match &mut self.raw {
            Some(Raw::Dropped) => return,
            Some(Raw::JsonLd(json)) => {
                self.json += text.len();
                if self.json <= MOST_JSON {
                    json.push_str(text);
                }
                return;
            }
            Some(Raw::Title(title)) => {
                title.push_str(cut(text, LONGEST_VALUE.saturating_sub(title.len())));
                return;
            }
            None => {}
        }
        if self.dropped.is_some() || self.open.last().is_some_and(|open| open.hidden) {
            return;
        }
        let before = self.line.len();
        for c in text.chars() {
            if !c.is_whitespace() {
                self.line.push(c);
            } else if !self.line.ends_with(' ') && !self.line.is_empty() {
                self.line.push(' ');
            }
        }
        if self.open.last().is_some_and(|open| open.link) {
            self.linked += self.line.len() - before;
        }
    }

    fn end_line(&mut self) {
        let text = self.line.trim_end();
        if !text.is_empty() {
            let open = self.open.last();
            self.found.lines.push(Line {
                text: text.to_owned(),
                linked: self.linked.min(text.len()),
                role: open.and_then(|open| open.role).unwrap_or(Role::Other),
                aside: false,
                within: open.and_then(|open| open.within),
            });
        }
        self.line.clear();
        self.linked = 0;
    }

    fn meta(&mut self, tag: &Tag) {
        let Some(content) = attribute(tag, "content").map(str::trim).filter(|content| !content.is_empty()) else {
            return;
        };
        for name in ["property", "name", "itemprop"] {
            if let Some(name) = attribute(tag, name)
                && self.found.meta.len() < MOST_VALUES
            {
                let name = cut(name.trim(), LONGEST_NAME).to_ascii_lowercase();
                self.found.meta.push((name, cut(content, LONGEST_VALUE).to_owned()));
            }
        }
    }

    fn link(&mut self, tag: &Tag) {
        if attribute(tag, "rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"))
            && let Some(href) = attribute(tag, "href")
        {
            self.found.canonical.get_or_insert_with(|| cut(href.trim(), LONGEST_VALUE).to_owned());
        }
    }

    fn time(&mut self, tag: &Tag) {
        let Some(datetime) = attribute(tag, "datetime") else { return };
        if self.found.times.len() >= MOST_VALUES {
            return;
        }
        let value = |name| cut(attribute(tag, name).unwrap_or_default(), LONGEST_NAME);
        let mut names = [value("class"), value("itemprop"), value("id")].join(" ").to_ascii_lowercase();
        if attribute(tag, "pubdate").is_some() {
            names.push_str(" pubdate");
        }
        let datetime = cut(datetime.trim(), LONGEST_NAME).to_owned();
        self.found.times.push(Time { datetime, names, line: self.found.lines.len() });
    }
}

/// `application/ld+json`, with a charset or not.
fn is_json_ld(kind: &str) -> bool {
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"))
}

/// The value of an attribute.
pub(super) fn attribute<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// The text's first bytes, at most `longest`, cut on a character's boundary.
pub(crate) fn cut(text: &str, longest: usize) -> &str {
    text.get(..text.floor_char_boundary(longest)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(html: &str) -> Vec<(String, Role)> {
        outline(html).unwrap().lines.into_iter().map(|line| (line.text, line.role)).collect()
    }

    fn texts(html: &str) -> Vec<String> {
        lines(html).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn lines_are_what_they_are_marked_up_as() {
        let html = "<h1>One</h1><p>Two <b>bold</b>\n words<li>Three<p>more</li><figure><p>Four</p></figure>Five<br>Six";
        assert_eq!(
            lines(html),
            [
                ("One".to_owned(), Role::Title),
                ("Two bold words".to_owned(), Role::Paragraph),
                ("Three".to_owned(), Role::Item),
                ("more".to_owned(), Role::Item),
                ("Four".to_owned(), Role::Caption),
                ("Five".to_owned(), Role::Other),
                ("Six".to_owned(), Role::Other),
            ]
        );
    }

    #[test]
    fn what_is_not_shown_is_no_text() {
        let html = "<p>One<span hidden>x</span> two<button>Share</button><script>x</script><style>x</style><svg><p>x</svg>\
            <select><option>x</select><template><p>x</template><i style='color:red; display: none'>x</i>.</p><p hidden>x</p>";
        assert_eq!(texts(html), ["One two."]);
        assert_eq!(texts("<h2><button>A heading that opens</button></h2>"), ["A heading that opens"]);
    }

    #[test]
    fn a_name_that_much_of_the_page_has_says_nothing() {
        let text = "The mayor of the town opened the old bridge over the canal.";
        let wrapped =
            format!("<div class=widget><h1>Bridge</h1><p>{text}</p></div><div class=promo><p>{text}</p></div>");
        let aside: Vec<bool> =
            outline(&wrapped.replacen(text, &text.repeat(4), 1)).unwrap().lines.iter().map(|line| line.aside).collect();
        assert_eq!(aside, [false, false, true]);
    }

    #[test]
    fn the_head_is_read_as_it_is_written() {
        let page = outline(
            "<html lang=en><title>A &amp; B</title><meta property=og:title content=' One '><meta name=Date content=2021>\
            <link rel=canonical href=https://example.org/><script type='application/ld+json; charset=utf-8'>{}</script>\
            <time datetime=2021-05-02 class=Published>",
        )
        .unwrap();
        assert_eq!(page.title, "A & B");
        assert_eq!(page.meta, [("og:title".to_owned(), "One".to_owned()), ("date".to_owned(), "2021".to_owned())]);
        assert_eq!((page.canonical.as_deref(), page.language.as_deref()), (Some("https://example.org/"), Some("en")));
        assert_eq!(page.json_ld, ["{}"]);
        assert_eq!((page.times[0].datetime.as_str(), page.times[0].names.trim()), ("2021-05-02", "published"));
    }
}
