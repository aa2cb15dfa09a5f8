//! The entities and their relations as a graph, in two formats that graph
//! programs read.

use story::{Story, When};

use crate::html::escape;
use crate::json::Json;
use crate::look::{Look, outlet};

/// The graph as GraphML (<http://graphml.graphdrawing.org/specification.html>),
/// for Gephi, yEd, networkx, igraph: a node an entity, an edge a relation.
///
/// Every edge is directed, since networkx takes no file that has both sorts;
/// `symmetric` tells the relations that read the same from both ends.
pub fn graphml(story: &Story) -> String {
    let look = Look::at(story);
    let mut xml = Xml { text: String::new() };
    xml.text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.text.push_str("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    for (scope, name, kind) in [
        ("graph", "title", "string"),
        ("node", "label", "string"),
        ("node", "id", "string"),
        ("node", "kind", "string"),
        ("node", "aliases", "string"),
        ("node", "articles", "int"),
        ("edge", "label", "string"),
        ("edge", "id", "string"),
        ("edge", "kind", "string"),
        ("edge", "symmetric", "boolean"),
        ("edge", "when", "string"),
        ("edge", "articles", "int"),
        ("edge", "outlets", "string"),
        ("edge", "sentences", "string"),
    ] {
        let id = [scope, "-", name].concat();
        xml.open("key", &[("id", &id), ("for", scope), ("attr.name", name), ("attr.type", kind)], true);
    }
    xml.open("graph", &[("id", "story"), ("edgedefault", "directed")], false);
    xml.data("graph-title", &story.title);
    for (i, item) in story.entities.iter().enumerate() {
        xml.open("node", &[("id", &node(i))], false);
        xml.data("node-label", &item.name);
        xml.data("node-id", item.id.as_str());
        xml.data("node-kind", item.kind.name());
        xml.data("node-aliases", &item.aliases.join("; "));
        xml.data("node-articles", &look.articles(i).to_string());
        xml.close("node");
    }
    for (i, item) in story.relations.iter().enumerate() {
        let ends = (look.index.entity(item.from.as_str()), look.index.entity(item.to.as_str()));
        let (Some(from), Some(to)) = ends else { continue };
        let symmetric = if item.kind.is_symmetric() { "true" } else { "false" };
        let id = ["e", &i.to_string()].concat();
        xml.open("edge", &[("id", &id), ("source", &node(from)), ("target", &node(to))], false);
        xml.data("edge-label", item.label.as_deref().unwrap_or(item.kind.name()));
        xml.data("edge-id", item.id.as_str());
        xml.data("edge-kind", item.kind.name());
        xml.data("edge-symmetric", symmetric);
        xml.data("edge-when", item.when.as_ref().map_or("", When::as_str));
        xml.data("edge-articles", &look.index.sources(&item.evidence).len().to_string());
        xml.data("edge-outlets", &look.outlets(&item.evidence).join("; "));
        xml.data("edge-sentences", &look.sentences(&item.evidence));
        xml.close("edge");
    }
    xml.close("graph");
    xml.close("graphml");
    xml.text
}

/// A node's name in the file: GraphML allows fewer characters in it than ids
/// have.
fn node(entity: usize) -> String {
    ["n", &entity.to_string()].concat()
}

/// XML text that grows from left to right, a line an element.
struct Xml {
    text: String,
}

impl Xml {
    fn open(&mut self, name: &str, attributes: &[(&str, &str)], empty: bool) {
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            self.text.push(' ');
            self.text.push_str(attribute);
            self.text.push_str("=\"");
            escape(value, &mut self.text);
            self.text.push('"');
        }
        self.text.push_str(if empty { "/>\n" } else { ">\n" });
    }

    fn close(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push_str(">\n");
    }

    /// A value of a node or an edge; none where it is empty.
    fn data(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.text.push_str("<data key=\"");
            self.text.push_str(key);
            self.text.push_str("\">");
            escape(value, &mut self.text);
            self.text.push_str("</data>\n");
        }
    }
}

/// The graph as JSON of nodes and links, the form that networkx
/// (`node_link_graph`) and d3-force read. Each link has its sentences.
pub fn node_link(story: &Story) -> String {
    let look = Look::at(story);
    let mut json = Json::default();
    json.object(&mut |json| {
        json.key("directed").bare("true");
        json.key("multigraph").bare("true");
        json.key("graph").object(&mut |json| json.field("title", Some(&story.title)));
        json.key("nodes").list(&mut |json| {
            for (i, item) in story.entities.iter().enumerate() {
                json.object(&mut |json| {
                    json.field("id", Some(item.id.as_str()));
                    json.field("name", Some(&item.name));
                    json.field("kind", Some(item.kind.name()));
                    json.field("code", item.code.as_deref());
                    json.key("aliases").list(&mut |json| item.aliases.iter().for_each(|alias| json.string(alias)));
                    json.key("articles").bare(&look.articles(i).to_string());
                });
            }
        });
        json.key("links").list(&mut |json| {
            for item in &story.relations {
                json.object(&mut |json| {
                    json.field("key", Some(item.id.as_str()));
                    json.field("source", Some(item.from.as_str()));
                    json.field("target", Some(item.to.as_str()));
                    json.field("kind", Some(item.kind.name()));
                    json.field("label", item.label.as_deref());
                    json.key("symmetric").bare(if item.kind.is_symmetric() { "true" } else { "false" });
                    json.field("when", item.when.as_ref().map(When::as_str));
                    json.key("sentences").list(&mut |json| {
                        for said in look.said(&item.evidence) {
                            json.object(&mut |json| {
                                json.field("text", Some(said.sentence));
                                json.field("outlet", Some(outlet(said.article)));
                                json.field("article", Some(said.article.id.as_str()));
                                json.field("url", said.article.web_address());
                            });
                        }
                    });
                });
            }
        });
    });
    json.into_text()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use quick_xml::Reader;
    use quick_xml::events::Event;
    use serde_json::Value;

    use super::*;
    use crate::samples::story;

    /// Elements with their attributes, and the texts, as an XML parser reads
    /// them.
    fn read(xml: &str) -> Vec<String> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = true;
        let mut found: Vec<String> = Vec::new();
        let mut in_text = false;
        loop {
            let event = reader.read_event().unwrap();
            let mut text = |more: &str| match found.last_mut() {
                Some(last) if in_text => last.push_str(more),
                _ => found.push(more.to_owned()),
            };
            match &event {
                Event::Eof => {
                    found.retain(|item| !item.trim().is_empty());
                    return found;
                }
                Event::Start(element) | Event::Empty(element) => {
                    let attributes = element.attributes().map(|attribute| {
                        let attribute = attribute.unwrap();
                        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).unwrap();
                        format!(" {}={value}", attribute.key.as_ref())
                    });
                    let attributes: String = attributes.collect();
                    found.push(format!("<{}{attributes}", element.name().as_ref()));
                }
                Event::Text(words) => text(words),
                Event::GeneralRef(reference) => {
                    let c = reference.resolve_char_ref().unwrap().or_else(|| match &**reference {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        _ => None,
                    });
                    text(&c.unwrap().to_string());
                }
                _ => {}
            }
            in_text = matches!(event, Event::Text(_) | Event::GeneralRef(_));
        }
    }

    #[test]
    fn graphml_has_a_node_an_entity_and_an_edge_a_relation() {
        let read = read(&graphml(&story()));
        assert!(read.contains(&"Ada & <Bo>".to_owned()), "{read:?}");
        assert!(read.contains(&"Bo, \"the Quick\"".to_owned()), "{read:?}");
        assert_eq!(read.iter().filter(|item| item.starts_with("<node ")).count(), 3);
        assert!(read.contains(&"<edge id=e0 source=n0 target=n1".to_owned()));
        let keys: Vec<&str> = read.iter().filter_map(|item| item.strip_prefix("<key id=")?.split(' ').next()).collect();
        let used = read.iter().filter_map(|item| item.strip_prefix("<data key="));
        assert!(used.into_iter().all(|key| keys.contains(&key)), "every key that is used is declared");
    }

    #[test]
    fn an_end_that_leads_nowhere_is_no_edge() {
        let mut story = story();
        story.relations[0].to = story::EntityId::new("nobody");
        assert!(!graphml(&story).contains("<edge"));
    }

    #[test]
    fn node_link_json_has_the_sentences() {
        let read: Value = serde_json::from_str(&node_link(&story())).unwrap();
        assert_eq!(read["nodes"][1]["name"], "Bo, \"the Quick\"");
        assert_eq!(read["nodes"][0]["articles"], 1);
        let link = &read["links"][0];
        assert_eq!((&link["source"], &link["target"], &link["symmetric"]), (&"ada".into(), &"bo".into(), &true.into()));
        assert_eq!(link["sentences"][0]["text"], "Ada met Bo in Delft today.");
    }

    proptest! {
        #[test]
        fn any_name_is_read_back(name in "[a&<>\"'\u{1}-\u{1f}\\]]{0,12}x|\\PC{0,12}x") {
            let mut story = story();
            story.entities[0].name.clone_from(&name);
            let read = read(&graphml(&story));
            let at = read.iter().position(|item| item == "<data key=node-label").unwrap();
            let allowed = |c: &char| *c >= ' ' || matches!(c, '\t' | '\n' | '\r');
            let wanted: String = name.chars().filter(allowed).filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
            prop_assert_eq!(read[at + 1].trim(), wanted.trim());
            prop_assert!(serde_json::from_str::<Value>(&node_link(&story)).is_ok());
        }
    }
}
