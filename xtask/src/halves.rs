//! The widget's wasm in two: what a page loads first, and the rest.
//!
//! `src/rest.rs` says where to cut, and `wasm-split` cuts: what is reached from
//! there alone goes into a second module, which shares the first one's memory
//! and table of functions. It also writes how its own loader would join them;
//! here that is done by `embed/glue.js`, which also works from `file://`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::repository::Repository;
use crate::stamp::{self, Inputs};
use crate::step::Step;

/// The module from which both halves import each other, as `wasm-split` calls it.
const SHARED: &str = "__wasm_split";
/// The file that says what they share.
const LINK: &str = "__wasm_split.js";
/// What the first half calls when the rest is wanted, with a callback and its data.
const LOAD: &str = "__wasm_split_load_rest";
/// Where the names of what is shared stand in the file: after the first, before the second.
const NAMES: (&str, &str) = ("const { ", "} = initSync(");

/// The two halves, before wasm-bindgen.
pub(crate) struct Halves {
    pub(crate) main: PathBuf,
    pub(crate) rest: PathBuf,
    /// What the first exports to the second.
    shared: Vec<String>,
}

/// Cuts the compiled widget into files in `folder`.
pub(crate) fn cut(repository: &Repository, compiled: &Path, folder: &Path) -> Result<Halves, Error> {
    let folder = folder.join("halves");
    let [main, rest, link] = ["main.wasm", "split_rest.wasm", LINK].map(|name| folder.join(name));
    let inputs = Inputs::default().with_file(compiled)?;
    stamp::when_changed(repository, "wasm-split", &inputs, &[&main, &rest, &link], || {
        let mut split = repository.command("wasm-split-cli");
        split.arg(compiled).arg(&folder);
        Step::new("wasm-split", "Cutting the wasm in two").run(repository, &mut split)?;
        Ok(())
    })?;
    let text = fs::read_to_string(&link).map_err(Error::file("read", &link))?;
    let shared = shared(&text).map_err(|problem| Error::Content { file: link, problem })?;
    Ok(Halves { main, rest, shared })
}

/// The names of what is shared.
fn shared(link: &str) -> Result<Vec<String>, String> {
    let names = link.split_once(NAMES.0).and_then(|(_, after)| after.split_once(NAMES.1));
    let (names, _) = names.ok_or_else(|| format!("wasm-split does not say `{}…{}` any more", NAMES.0, NAMES.1))?;
    Ok(names.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

impl Halves {
    /// What stands in the glue in place of `wasm-split`'s own loader.
    pub(crate) fn joint(&self) -> String {
        let shared = self.shared.iter().map(|name| format!("{name}: wasm.{name}"));
        let shared = shared.collect::<Vec<_>>().join(", ");
        format!(
            "{LOAD}: function(arg0, arg1) {{ bring({{ {SHARED}: {{ {shared} }} }}, \
             (came) => wasm.__indirect_function_table.get(arg0)(arg1, came)); }},"
        )
    }

    /// The glue, with the joint among what it hands to the wasm.
    pub(crate) fn joined(&self, glue: &str) -> Result<String, String> {
        let replaced = [
            (format!("const import1 = require(\"./{LINK}\");"), String::new()),
            (format!("\"./{LINK}\": import1,"), String::new()),
            ("const import0 = {\n".to_owned(), format!("const import0 = {{\n{}\n", self.joint())),
        ];
        replaced.iter().try_fold(glue.to_owned(), |glue, (old, new)| {
            if glue.contains(old) {
                Ok(glue.replace(old, new))
            } else {
                Err(format!("the glue has no `{old}` any more"))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn halves() -> Halves {
        let shared = shared("const { __indirect_function_table, memory,  } = initSync(undefined);").unwrap();
        Halves { main: PathBuf::new(), rest: PathBuf::new(), shared }
    }

    #[test]
    fn the_glue_brings_the_rest_with_what_is_shared() {
        let glue =
            "const import1 = require(\"./__wasm_split.js\");\nconst import0 = {\n};\n\"./__wasm_split.js\": import1,";
        let joined = halves().joined(glue).unwrap();
        assert!(joined.contains("bring({ __wasm_split: { __indirect_function_table: wasm.__indirect_function_table, memory: wasm.memory } }, "), "{joined}");
        assert!(!joined.contains("require"));
    }

    #[test]
    fn what_no_longer_fits_is_refused() {
        assert!(halves().joined("").unwrap_err().contains("require"));
        assert!(shared("").unwrap_err().contains("initSync"));
    }
}
