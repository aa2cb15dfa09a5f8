//! What nobody calls, taken out of the wasm and its glue.
//!
//! An export and all that it reaches stay in a wasm. Here `wasm-metadce` takes
//! out the exports that the glue does not call, and the glue loses the functions
//! that the wasm then no longer imports.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::names::is_of_a_name;

/// The glue; fails if the classes of `wasm-streams` are in it.
pub(crate) fn without_streams(glue: &str) -> Result<&str, String> {
    if glue.contains("class IntoUnderlying") {
        return Err(
            "`wasm-streams` is linked: `crates/streams` has to be of the version that Leptos asks for".to_owned()
        );
    }
    Ok(glue)
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
    fn a_library_for_streams_is_seen() {
        assert!(without_streams("class Handle {}").is_ok());
        assert!(
            without_streams("class Handle {}\nclass IntoUnderlyingSink {}").unwrap_err().contains("crates/streams")
        );
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
