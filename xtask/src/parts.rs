//! The widget's wasm in parts: the first, which every page loads, and those that come when they are wanted.
//!
//! `src/parts.rs` says where to cut, and `wasm-split` cuts: what is reached from
//! one place alone goes into a module of its own, which shares the first one's
//! memory and table of functions. It also writes how its own loader would join
//! them; here that is done by `embed/glue.js`, which also works from `file://`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::repository::Repository;
use crate::stamp::{self, Inputs};
use crate::step::Step;

/// What comes later, as `src/parts.rs` calls it.
pub(crate) const LATER: [&str; 3] = ["rest", "axis", "words"];

/// The module from which the parts import each other, as `wasm-split` calls it.
const SHARED: &str = "__wasm_split";
/// The file that says what they share, and what each of them needs.
const LINK: &str = "__wasm_split.js";
/// What the first part calls when another is wanted, before its name: with a callback and its data.
const LOAD: &str = "__wasm_split_load_";
/// Where the names of what is shared stand in the file: after the first, before the second.
const NAMES: (&str, &str) = ("const { ", "} = initSync(");

/// The custom section of a part that holds a module which it shares with another part.
const NEEDED: &str = "needed";

/// The parts, before wasm-bindgen.
pub(crate) struct Parts {
    pub(crate) main: PathBuf,
    /// Those that come later, in the order of [`LATER`].
    pub(crate) later: [Part; 3],
    /// What the first exports to the others.
    shared: Vec<String>,
}

/// A part that comes later.
pub(crate) struct Part {
    pub(crate) module: PathBuf,
    /// What it needs and some other part needs too: modules that both bring along.
    pub(crate) needed: Vec<PathBuf>,
}

/// Cuts the compiled widget into files in `folder`.
pub(crate) fn cut(repository: &Repository, compiled: &Path, folder: &Path) -> Result<Parts, Error> {
    let folder = folder.join("parts");
    let file = |name: &str| folder.join(name).with_extension("wasm");
    let (main, link) = (file("main"), folder.join(LINK));
    let modules = LATER.map(|name| file(&format!("split_{name}")));
    let outputs: Vec<&Path> = modules.iter().chain([&main, &link]).map(PathBuf::as_path).collect();
    let inputs = Inputs::default().with_file(compiled)?;
    stamp::when_changed(repository, "wasm-split", &inputs, &outputs, || {
        let mut split = repository.command("wasm-split-cli");
        split.arg(compiled).arg(&folder);
        Step::new("wasm-split", "Cutting the wasm into parts").run(repository, &mut split)?;
        Ok(())
    })?;
    let text = fs::read_to_string(&link).map_err(Error::file("read", &link))?;
    let in_link = |problem| Error::Content { file: link.clone(), problem };
    let shared = shared(&text).map_err(in_link)?;
    let mut later = Vec::new();
    for (name, module) in LATER.into_iter().zip(modules) {
        let needed: Vec<PathBuf> = needed(&text, name).map_err(in_link)?.into_iter().map(file).collect();
        for module in &needed {
            stateless(repository, module)?;
        }
        later.push(Part { module, needed });
    }
    let later = later.try_into().map_err(|_| in_link(format!("there are to be {} parts", LATER.len())))?;
    Ok(Parts { main, later, shared })
}

/// The names of what is shared.
fn shared(link: &str) -> Result<Vec<String>, String> {
    let names = link.split_once(NAMES.0).and_then(|(_, after)| after.split_once(NAMES.1));
    let (names, _) = names.ok_or_else(|| format!("wasm-split does not say `{}…{}` any more", NAMES.0, NAMES.1))?;
    Ok(listed(names).map(str::to_owned).collect())
}

/// The modules that a part needs beside its own: `chunk_4`.
fn needed<'a>(link: &'a str, part: &str) -> Result<Vec<&'a str>, String> {
    let start = format!("const {LOAD}{part} = ");
    // Its own module is in braces; the list follows them.
    let list = link.split_once(&start).and_then(|(_, load)| load.split_once("\n}\n, [")?.1.split_once(']'));
    let (list, _) = list.ok_or_else(|| format!("wasm-split does not say `{start}` any more"))?;
    Ok(listed(list).map(|name| name.trim_start_matches('_')).collect())
}

fn listed(names: &str) -> impl Iterator<Item = &str> {
    names.split(',').map(str::trim).filter(|name| !name.is_empty())
}

/// A module that two parts bring along is instantiated twice. That does no harm as long as it holds nothing that
/// changes: the code and the constants are the same.
fn stateless(repository: &Repository, module: &Path) -> Result<(), Error> {
    let mut print = repository.command("wasm-dis");
    print.arg(module);
    let text = Step::new("wasm-dis", "Looking at what parts share").run(repository, &mut print)?.output;
    match text.lines().find(|line| is_state(line)) {
        None => Ok(()),
        Some(line) => Err(Error::Content {
            file: module.to_owned(),
            problem: format!("two parts of the widget would both bring along what changes: {}", line.trim()),
        }),
    }
}

/// Whether a line of a printed module is data that is not constant.
fn is_state(line: &str) -> bool {
    let line = line.trim();
    [".data", ".bss"].iter().any(|name| line.starts_with(&format!("(data ${name}"))) && !line.ends_with("\"\")")
}

/// A part with what it needs, in one file: a module's custom sections may hold anything, and each module that is needed
/// is one.
pub(crate) fn whole(module: &[u8], needed: &[Vec<u8>]) -> Vec<u8> {
    /// The id of a custom section.
    const CUSTOM: u8 = 0;
    let mut whole = module.to_vec();
    for needed in needed {
        let name = leb128(NEEDED.len());
        whole.push(CUSTOM);
        whole.extend(leb128(name.len() + NEEDED.len() + needed.len()));
        whole.extend(name);
        whole.extend(NEEDED.as_bytes());
        whole.extend(needed);
    }
    whole
}

/// A number as WebAssembly writes it: seven bits a byte, the lowest first.
fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

impl Parts {
    /// What stands in the glue in place of `wasm-split`'s own loader.
    pub(crate) fn joint(&self) -> String {
        let shared = self.shared.iter().map(|name| format!("{name}: wasm.{name}"));
        let shared = shared.collect::<Vec<_>>().join(", ");
        let load = |name: &str| {
            format!(
                "{LOAD}{name}: function(arg0, arg1) {{ bring(\"{name}\", {{ {SHARED}: {{ {shared} }} }}, \
                 (came) => wasm.__indirect_function_table.get(arg0)(arg1, came)); }},"
            )
        };
        LATER.map(load).join("\n")
    }

    /// The glue, with the joint among what it hands to the wasm.
    pub(crate) fn joined(&self, glue: &str) -> Result<String, String> {
        let start = "const import0 = {\n";
        if !glue.contains(start) || !glue.contains(LINK) {
            return Err(format!("the glue has no `{}` or no `{LINK}` any more", start.trim()));
        }
        // It takes wasm-split's loader once for each part.
        let glue = glue.split_inclusive('\n').filter(|line| !line.contains(LINK)).collect::<String>();
        Ok(glue.replace(start, &format!("{start}{}\n", self.joint())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKED: &str = "const { __indirect_function_table, memory,  } = initSync(undefined);\n\
        const __chunk_4 = makeLoad(() => { fetch(\"./chunk_4.wasm\") }, []);\n\
        export const __wasm_split_load_rest = wrapAsyncCb(makeLoad(() => {\n    fetch(new URL(\"./split_rest.wasm\", import.meta.url));\n}\n, [__chunk_4, __chunk_5]));\n\
        export const __wasm_split_load_words = wrapAsyncCb(makeLoad(() => {\n}\n, []));\n";

    fn parts() -> Parts {
        let part = || Part { module: PathBuf::new(), needed: Vec::new() };
        Parts { main: PathBuf::new(), later: [part(), part(), part()], shared: shared(LINKED).unwrap() }
    }

    #[test]
    fn the_glue_brings_a_part_with_what_is_shared() {
        let glue = "const import1 = require(\"./__wasm_split.js\");\nconst import2 = require(\"./__wasm_split.js\");\n\
            const import0 = {\n};\n\"./__wasm_split.js\": import1,\n\"./__wasm_split.js\": import2,\n";
        let joined = parts().joined(glue).unwrap();
        for name in LATER {
            assert!(
                joined.contains(&format!("bring(\"{name}\", {{ __wasm_split: {{ __indirect_function_table: wasm.__indirect_function_table, memory: wasm.memory }} }}, ")),
                "{joined}"
            );
        }
        assert!(!joined.contains("__wasm_split.js"));
    }

    #[test]
    fn what_no_longer_fits_is_refused() {
        assert!(parts().joined("").unwrap_err().contains("import0"));
        assert!(shared("").unwrap_err().contains("initSync"));
        assert!(needed("", "rest").unwrap_err().contains("load_rest"));
    }

    #[test]
    fn a_part_names_what_it_needs() {
        assert_eq!(needed(LINKED, "rest").unwrap(), ["chunk_4", "chunk_5"]);
        assert_eq!(needed(LINKED, "words").unwrap(), [""; 0]);
    }

    #[test]
    fn what_is_needed_is_a_custom_section() {
        assert_eq!(whole(b"\0asm", &[b"abc".to_vec()]), b"\0asm\0\x0a\x06neededabc");
        assert_eq!(leb128(300), [0xac, 0x02]);
    }

    #[test]
    fn only_what_changes_is_state() {
        assert!(is_state(r#" (data $.data (i32.const 8) "\01")"#));
        assert!(is_state(r#" (data $.bss_1 (i32.const 8) "a")"#));
        assert!(!is_state(r#" (data $.bss (i32.const 8) "")"#));
        assert!(!is_state(r#" (data $.rodata (i32.const 8) "a")"#));
    }
}
