//! The names by which wasm and its glue know each other, made short.
//!
//! Nobody else sees them, and wasm-bindgen's are long and carry a hash each:
//! they are a fifth of what the glue weighs. `wasm-opt` renames them in the
//! wasm and prints what it did; here the glue is told.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::unused;

/// The pass of `wasm-opt` that renames, and prints [`Renamed`] as JSON.
pub(crate) const PASS: &str = "--minify-imports-and-exports-and-modules";
/// What it calls the module that all imports are from.
const MODULE: &str = "a";

/// What was renamed.
#[derive(Debug, Deserialize)]
struct Renamed {
    /// Module, old name, new name.
    imports: Vec<(String, String, String)>,
    /// Old name, new name.
    exports: Vec<(String, String)>,
}

/// The glue with the names that `printed` tells: what it hands to the wasm are
/// fields of an object, what it takes from there are fields of `wasm`. What the wasm
/// does not take is left out.
pub(crate) fn shortened(glue: &str, printed: &str) -> Result<String, String> {
    let renamed: Renamed =
        serde_json::from_str(printed).map_err(|problem| format!("the names are no JSON: {problem}"))?;
    let imports: BTreeMap<&str, &str> = renamed.imports.iter().map(|(_, old, new)| (&**old, &**new)).collect();
    let exports: BTreeMap<&str, &str> = renamed.exports.iter().map(|(old, new)| (&**old, &**new)).collect();
    let glue = unused::without_unimported(glue, |name| imports.contains_key(name));
    let mut modules: Vec<&str> = renamed.imports.iter().map(|(module, ..)| &**module).collect();
    modules.retain(|module| glue.contains(&format!("{module:?}: ")));
    modules.dedup();
    let [module] = modules[..] else { return Err(format!("one module was to be imported from, not {modules:?}")) };
    let glue = glue.replace(&format!("{module:?}: "), &format!("{MODULE:?}: "));

    let mut short = String::with_capacity(glue.len());
    let mut rest = &*glue;
    while let Some(start) = rest.find(|c: char| is_of_a_name(c)) {
        let (before, from) = rest.split_at(start);
        let (name, after) = from.split_at(from.find(|c: char| !is_of_a_name(c)).unwrap_or(from.len()));
        short.push_str(before);
        let new = if short.ends_with("wasm.") {
            exports.get(name)
        } else if after.starts_with(": ") {
            imports.get(name)
        } else {
            None
        };
        short.push_str(new.unwrap_or(&name));
        rest = after;
    }
    short.push_str(rest);
    Ok(short)
}

pub(crate) fn is_of_a_name(c: char) -> bool {
    c == '_' || c == '$' || c.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn the_glue_follows_what_the_wasm_was_renamed_to() {
        let glue = "const imports = {\n__wbg_log_12: function(mount) { log(mount); },\n};\nreturn { \"./bg.js\": imports };\nwasm.mount(wasm.mount_2, mount);";
        let printed = r#"{"imports": [["./bg.js", "__wbg_log_12", "$"]], "exports": [["mount", "a"]]}"#;
        assert_eq!(
            shortened(glue, printed).unwrap(),
            "const imports = {\n$: function(mount) { log(mount); },\n};\nreturn { \"a\": imports };\nwasm.a(wasm.mount_2, mount);"
        );
    }

    #[test]
    fn what_is_no_list_of_names_is_told() {
        assert!(shortened("", "warning: nothing").unwrap_err().starts_with("the names are no JSON"));
    }
}
