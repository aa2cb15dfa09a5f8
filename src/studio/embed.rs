//! What goes into the page of an article: the tag, and inside it the story to
//! read where the widget is not.

use export::escaped;
use story::Story;

/// What the editor says of the place where the story will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Embed {
    /// The address of `story.json`.
    pub(crate) story: String,
    /// The address of `backstory.js`.
    pub(crate) script: String,
    /// What is chosen of the [`CHOICES`]; empty: what holds without the attribute.
    pub(crate) chosen: [String; CHOICES.len()],
    /// Whether the whole story stands in the tag, or its title alone.
    pub(crate) is_whole: bool,
}

/// An attribute of the tag that is chosen from a list.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Attribute {
    pub(crate) name: &'static str,
    /// What it is about.
    pub(crate) label: &'static str,
    /// Its values with words for them; the first is not to set it.
    pub(crate) values: &'static [(&'static str, &'static str)],
}

/// The attributes that an editor has a choice of.
pub(crate) const CHOICES: [Attribute; 3] = [
    Attribute {
        name: "lang",
        label: "Language of the widget's words",
        values: &[("", "that of the page"), ("en", "English"), ("ru", "Russian"), ("kk", "Kazakh")],
    },
    Attribute {
        name: "theme",
        label: "Colours",
        values: &[("", "as the reader's system says"), ("light", "light"), ("dark", "dark")],
    },
    Attribute {
        name: "view",
        label: "On top on a phone",
        values: &[("", "the diagram"), ("timeline", "the timeline"), ("sources", "the sources")],
    },
];

impl Default for Embed {
    fn default() -> Self {
        Self {
            story: "/stories/story.json".to_owned(),
            script: "/backstory/backstory.js".to_owned(),
            chosen: Default::default(),
            is_whole: true,
        }
    }
}

impl Embed {
    /// The HTML to put into the article; `story` is the one that is published.
    pub(crate) fn html(&self, story: &Story) -> String {
        let [address, script, title] = [&self.story, &self.script, &story.title].map(|text| escaped(text.trim()));
        let chosen = CHOICES.iter().zip(&self.chosen).filter(|(_, value)| !value.is_empty());
        let attributes: String =
            chosen.map(|(attribute, value)| [" ", attribute.name, "=\"", &escaped(value), "\""].concat()).collect();
        let inside = if self.is_whole { export::fallback(story) } else { format!("<p>{title}</p>\n") };
        format!(
            "<script async src=\"{script}\"></script>\n\
             <backstory-story src=\"{address}\"{attributes} style=\"display: block; min-height: 100vh\">\n\
             {inside}</backstory-story>\n"
        )
    }
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
            chosen: ["ru", "", "timeline"].map(str::to_owned),
            is_whole: true,
            ..Embed::default()
        };
        let html = embed.html(&Story::new("A <b>"));
        assert!(
            html.contains("src=\"https://a.example/?a=1&amp;b=&quot;2&quot;\" lang=\"ru\" view=\"timeline\" style="),
            "{html}"
        );
        assert!(html.contains("<h3>A &lt;b&gt;</h3>"), "{html}");
    }
}
