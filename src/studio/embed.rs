//! What goes into the page of an article: the tag, and inside it the story to
//! read where the widget is not.

use story::Story;

/// What the editor says of the place where the story will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Embed {
    /// The address of `story.json`.
    pub(crate) story: String,
    /// The address of `backstory.js`.
    pub(crate) script: String,
    /// The language of the widget's own words; empty: that of the page.
    pub(crate) language: String,
    /// Whether the whole story stands in the tag, or its title alone.
    pub(crate) is_whole: bool,
}

impl Default for Embed {
    fn default() -> Self {
        Self {
            story: "/stories/story.json".to_owned(),
            script: "/backstory/backstory.js".to_owned(),
            language: String::new(),
            is_whole: true,
        }
    }
}

impl Embed {
    /// The HTML to put into the article; `story` is the one that is published.
    pub(crate) fn html(&self, story: &Story) -> String {
        let [address, script, title, language] =
            [&self.story, &self.script, &story.title, &self.language].map(|text| escaped(text.trim()));
        let lang = if language.is_empty() { String::new() } else { format!(" lang=\"{language}\"") };
        let inside = if self.is_whole { export::fallback(story) } else { format!("<p>{title}</p>\n") };
        format!(
            "<script async src=\"{script}\"></script>\n\
             <backstory-story src=\"{address}\"{lang} style=\"display: block; min-height: 100vh\">\n\
             {inside}</backstory-story>\n"
        )
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    export::escape(text, &mut escaped);
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tag_is_that_of_the_documentation() {
        let embed = Embed { is_whole: false, ..Embed::default() };
        let documented = "<script async src=\"/backstory/backstory.js\"></script>\n\
            <backstory-story src=\"/stories/story.json\" style=\"display: block; min-height: 100vh\">\n\
            <p>The bridge</p>\n\
            </backstory-story>\n";
        assert_eq!(embed.html(&Story::new("The bridge")), documented);
    }

    #[test]
    fn what_an_editor_types_stays_in_its_attribute() {
        let embed = Embed {
            story: " https://a.example/?a=1&b=\"2\" ".to_owned(),
            language: "ru".to_owned(),
            is_whole: true,
            ..Embed::default()
        };
        let html = embed.html(&Story::new("A <b>"));
        assert!(html.contains("src=\"https://a.example/?a=1&amp;b=&quot;2&quot;\" lang=\"ru\" style="), "{html}");
        assert!(html.contains("<h3>A &lt;b&gt;</h3>"), "{html}");
    }
}
