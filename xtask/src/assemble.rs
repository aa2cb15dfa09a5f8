//! From wasm-bindgen's glue, the optimised wasm and the loader to the files that a page embeds.
//!
//! - `backstory.js`: the loader, a classic script: `<script src="backstory.js">`.
//! - `backstory-widget.js`: an ES module that the loader imports. Its default
//!   export makes one instance of the glue, with module state of its own, so
//!   that no instance of the widget knows of another.
//! - `backstory-widget.wasm`: the widget itself.
//! - `backstory-single.js`: all three in one classic script, for a page that
//!   opens from `file://`, where neither modules nor `fetch` work. It sets
//!   `globalThis.BackstoryInline = { create, wasm }` before the loader runs:
//!   `create()` is the module's default export, `wasm` the gzip of the wasm in base64.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::error::Error;
use crate::repository::Repository;
use crate::stamp::{self, Inputs};
use crate::step::Step;

/// The loader's source.
const LOADER: &str = "embed/loader.js";

/// What minified scripts may use: every browser that has what the widget needs understands it.
const MINIFY: [&str; 3] = ["--minify", "--target=es2022", "--legal-comments=none"];

/// Writes the four files into `dist/`; gives their paths.
pub(crate) fn assemble(repository: &Repository, glue: &Path, wasm: &Path) -> Result<[PathBuf; 4], Error> {
    let dist = repository.dist();
    let outputs = ["backstory.js", "backstory-widget.js", "backstory-widget.wasm", "backstory-single.js"]
        .map(|name| dist.join(name));
    let loader_path = repository.root.join(LOADER);
    let inputs = Inputs::default()
        .with_file(glue)?
        .with_file(wasm)?
        .with_file(&loader_path)?
        .with_file(&repository.root.join("package-lock.json"))?
        .with(&MINIFY.join(" "));
    stamp::when_changed(repository, "assemble", &inputs, &outputs.each_ref().map(PathBuf::as_path), || {
        let glue = fs::read_to_string(glue).map_err(Error::file("read", glue))?;
        let wasm_bytes = fs::read(wasm).map_err(Error::file("read", wasm))?;
        let loader = fs::read_to_string(&loader_path).map_err(Error::file("read", &loader_path))?;
        let [loader_out, module_out, wasm_out, single_out] = &outputs;
        fs::create_dir_all(&dist).map_err(Error::file("made", &dist))?;
        write_script(repository, &loader, loader_out)?;
        write_script(repository, &module(&glue), module_out)?;
        fs::write(wasm_out, &wasm_bytes).map_err(Error::file("written", wasm_out))?;
        write_script(repository, &single(&glue, &wasm_bytes, &loader), single_out)
    })?;
    Ok(outputs)
}

/// The function, without its name, that makes one instance of the glue. The glue declares `wasm_bindgen` in it.
fn factory(glue: &str) -> String {
    // The glue would look for the wasm beside the current script, and fail at once in a page without an address
    // (`about:srcdoc`). It is always handed the wasm, so it need not look.
    let glue = glue.replace("document.currentScript", "null");
    format!("() {{\n{glue}\nreturn wasm_bindgen;\n}}")
}

fn module(glue: &str) -> String {
    format!("export default function createBackstory{}", factory(glue))
}

fn single(glue: &str, wasm: &[u8], loader: &str) -> String {
    let wasm = STANDARD.encode(gzip(wasm));
    let create = factory(glue);
    format!("globalThis.BackstoryInline = {{ create: function {create}, wasm: \"{wasm}\" }};\n{loader}")
}

/// The bytes in gzip, the same every time.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into memory does not fail.
    encoder.write_all(bytes).and_then(|()| encoder.finish()).unwrap_or_default()
}

/// Minifies a script, makes it safe to stand inside a page, and writes it.
fn write_script(repository: &Repository, script: &str, output: &Path) -> Result<(), Error> {
    let folder = repository.work().join("assemble");
    fs::create_dir_all(&folder).map_err(Error::file("made", &folder))?;
    let name = output.file_name().unwrap_or_default();
    let (whole, small) = (folder.join(name), folder.join(name).with_extension("min.js"));
    fs::write(&whole, script).map_err(Error::file("written", &whole))?;
    let mut esbuild = repository.command("esbuild");
    esbuild.arg(&whole).args(MINIFY).arg(format!("--outfile={}", small.display()));
    let name = name.to_string_lossy();
    Step::new(&format!("minify-{name}"), &format!("Minifying {name}")).run(repository, &mut esbuild)?;
    let small = fs::read_to_string(&small).map_err(Error::file("read", &small))?;
    fs::write(output, safe_inside_a_page(&small)).map_err(Error::file("written", output))
}

/// A script's text with nothing in it that ends a `<script>` element or changes how HTML reads it.
///
/// HTML's tokenizer looks for three texts inside a script, in any case:
/// `</script`, `<script` and `<!--`. In JavaScript they stand in strings,
/// templates, regular expressions and comments only, and there `\x3C` means `<`.
fn safe_inside_a_page(script: &str) -> String {
    const TROUBLE: [&str; 3] = ["</script", "<script", "<!--"];
    let mut safe = String::with_capacity(script.len());
    let mut rest = script;
    while let Some((before, after)) = rest.split_once('<') {
        safe.push_str(before);
        // Without the `<`, which is gone from `after`.
        let trouble = TROUBLE.iter().filter_map(|text| text.strip_prefix('<')).any(|text| {
            after.as_bytes().get(..text.len()).is_some_and(|start| start.eq_ignore_ascii_case(text.as_bytes()))
        });
        safe.push_str(if trouble { "\\x3C" } else { "<" });
        rest = after;
    }
    safe.push_str(rest);
    safe
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn nothing_in_a_script_ends_the_element_around_it() {
        assert_eq!(safe_inside_a_page(r#"let a = "</script>";"#), r#"let a = "\x3C/script>";"#);
        assert_eq!(safe_inside_a_page(r#""</SCRIPT><Script><!-- <""#), r#""\x3C/SCRIPT>\x3CScript>\x3C!-- <""#);
    }

    #[test]
    fn an_ordinary_script_stays_as_it_is() {
        for script in ["", "a < b && b << 2", "`<p>€</p>`", "if (a <= 1) {}", "\"<scrip\"", "x<"] {
            assert_eq!(safe_inside_a_page(script), script);
        }
    }

    #[test]
    fn the_module_makes_an_instance_at_each_call() {
        let module = module("let wasm_bindgen = {};");
        assert_eq!(
            module,
            "export default function createBackstory() {\nlet wasm_bindgen = {};\nreturn wasm_bindgen;\n}"
        );
    }

    #[test]
    fn the_single_script_holds_the_glue_the_wasm_and_then_the_loader() {
        let script = single("let wasm_bindgen = {};", b"\0asm", "load();");
        let (inline, loader) = script.rsplit_once('\n').unwrap();
        assert_eq!(loader, "load();");
        let (before, wasm) = inline.trim_end_matches("\" };").rsplit_once('"').unwrap();
        assert!(before.starts_with("globalThis.BackstoryInline = { create: function () {\nlet wasm_bindgen"));
        let mut bytes = Vec::new();
        GzDecoder::new(STANDARD.decode(wasm).unwrap().as_slice()).read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes, b"\0asm");
    }
}
