//! What nobody calls, taken out of the wasm and its glue.
//!
//! Leptos links a library for streams, `wasm-streams`, whose exports the widget
//! never calls; but an export and all that it reaches stay in a wasm. Here the
//! glue loses the classes that stand for them, `wasm-metadce` the exports that
//! the glue then no longer calls, and the glue the functions that the wasm no
//! longer imports.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::names::is_of_a_name;

/// The classes of `wasm-streams`.
const STREAMS: [&str; 3] = ["IntoUnderlyingByteSource", "IntoUnderlyingSink", "IntoUnderlyingSource"];

/// The glue without the classes of `wasm-streams`.
pub(crate) fn without_streams(glue: &str) -> Result<String, String> {
    STREAMS.iter().try_fold(glue.to_owned(), |glue, class| {
        let glue = without(&glue, &format!("    class {class} {{\n"), &format!("    exports.{class} = {class};\n"))?;
        without(&glue, &format!("    const {class}Finalization = "), ";\n")
    })
}

/// A text without what stands from `start` to `end`, both included.
fn without(text: &str, start: &str, end: &str) -> Result<String, String> {
    let cut = text.split_once(start).and_then(|(before, from)| Some((before, from.split_once(end)?.1)));
    let (before, after) = cut.ok_or_else(|| format!("the glue has no `{}` any more", start.trim()))?;
    Ok([before, after].concat())
}

/// What `wasm-metadce` is told: the exports that the glue calls are needed, and no others.
pub(crate) fn graph(glue: &str) -> Value {
    let called = glue.split("wasm.").skip(1).map(|after| after.split(|c| !is_of_a_name(c)).next().unwrap_or_default());
    let called: BTreeSet<&str> = called.filter(|name| !name.is_empty()).collect();
    called.into_iter().map(|name| json!({ "name": name, "export": name, "root": true })).collect()
}

/// The glue without the functions that it would hand to the wasm and the wasm does not import.
pub(crate) fn without_unimported(glue: &str, is_imported: impl Fn(&str) -> bool) -> String {
    /// How far wasm-bindgen indents them.
    const INDENT: &str = "            ";
    let mut is_left_out = false;
    let is_kept = |line: &&str| {
        let inner = line.strip_prefix(INDENT).unwrap_or_default();
        if is_left_out {
            is_left_out = !inner.starts_with('}');
            return false;
        }
        let begun = inner.split_once(": function(").filter(|_| line.ends_with("{\n"));
        is_left_out = begun.is_some_and(|(name, _)| name.chars().all(is_of_a_name) && !is_imported(name));
        !is_left_out
    };
    glue.split_inclusive('\n').filter(is_kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_goes_with_all_that_is_its_own() {
        let class = |name: &str| {
            format!(
                "    class {name} {{\n        free() {{ wasm.free_{name}(); }}\n    }}\n    exports.{name} = {name};\n    \
                 const {name}Finalization = new FinalizationRegistry(() => 1);\n"
            )
        };
        let all: String = STREAMS.into_iter().chain(["Handle"]).map(class).collect();
        assert_eq!(without_streams(&all).unwrap(), class("Handle"));
        assert!(without_streams(&class("Handle")).unwrap_err().contains("IntoUnderlyingByteSource"));
    }

    #[test]
    fn what_the_glue_calls_is_needed() {
        let graph = graph("wasm.mount(a, wasm.memory.buffer); wasm.mount(); wasm = made;");
        let names: Vec<&str> = graph.as_array().unwrap().iter().filter_map(|node| node["export"].as_str()).collect();
        assert_eq!(names, ["memory", "mount"]);
    }

    #[test]
    fn a_function_that_is_not_imported_goes_whole() {
        let function = |name: &str| {
            format!(
                "            {name}: function() {{ return handleError(function (arg0) {{\n                if (arg0) {{\n            \
                 {}}}\n            }}, arguments); }},\n",
                "    "
            )
        };
        let glue = [function("kept"), function("left"), function("kept_2")].concat();
        let expected = [function("kept"), function("kept_2")].concat();
        assert_eq!(without_unimported(&glue, |name| name.starts_with("kept")), expected);
    }
}
