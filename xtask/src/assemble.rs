//! From wasm-bindgen's glue, the optimised wasm and the scripts of `embed/` to the files that a page embeds.
//!
//! - `backstory.js`: the loader, a classic script: `<script src="backstory.js">`.
//! - `backstory-widget.js`: the module that the loader imports. Its `create`
//!   makes one instance of the glue, with module state of its own, so that no
//!   instance of the widget knows of another.
//! - `backstory-widget.wasm`: the widget's first view, and what is needed for it.
//! - `backstory-rest.wasm`: the rest of the widget, fetched when a reader touches it.
//! - `backstory-axis.wasm`: the timeline of a wide widget; a phone does not fetch it.
//! - `backstory-words.wasm`: the interface in other languages than English.
//! - `backstory-single.js`: all of these in one classic script, for a page that
//!   opens from `file://`, where neither modules nor `fetch` work.
//! - `backstory-frame.html`, `.js` and `.css`: the page for an iframe.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha384};

use crate::error::Error;
use crate::parts::LATER;
use crate::repository::Repository;
use crate::stamp::{self, Inputs};
use crate::step::Step;

/// Where the scripts are.
const SOURCES: &str = "embed";

/// What minified scripts may use: every browser that has what the widget needs understands it.
const MINIFY: [&str; 4] = ["--bundle", "--minify", "--target=es2022", "--legal-comments=none"];

/// What the glue has to be told, as (what wasm-bindgen writes, what stands there instead).
const CHANGES: [(&str, &str); 3] = [
    // The glue would look for the wasm beside the current script, and fail at once in a page without an address
    // (`about:srcdoc`). It is always handed the wasm, so it need not look.
    ("document.currentScript", "null"),
    // Whatever is thrown out of the wasm is seen, so that a broken instance is known to be one.
    ("wasm = instance.exports;", "wasm = guarded(instance.exports);"),
    // The one place that makes HTML of a text: a page with Trusted Types wants it marked.
    (".innerHTML = getStringFromWasm0(arg1, arg2)", ".innerHTML = markup(getStringFromWasm0(arg1, arg2))"),
];

/// The files of a page, in `dist/`.
pub(crate) struct Files {
    pub(crate) loader: PathBuf,
    pub(crate) module: PathBuf,
    pub(crate) wasm: PathBuf,
    /// What comes later, in the order of [`LATER`].
    pub(crate) later: [PathBuf; 3],
    pub(crate) single: PathBuf,
    /// Script, page and sheet.
    pub(crate) frame: [PathBuf; 3],
}

impl Files {
    /// Where they are.
    pub(crate) fn of(repository: &Repository) -> Self {
        let file = |name: &str| repository.dist().join(name);
        Self {
            loader: file("backstory.js"),
            module: file("backstory-widget.js"),
            wasm: file("backstory-widget.wasm"),
            later: PLAIN.later.map(|part| file(part.name)),
            single: file("backstory-single.js"),
            frame: ["js", "html", "css"].map(|kind| file("backstory-frame").with_extension(kind)),
        }
    }

    /// What is loaded by itself, the loader first.
    pub(crate) fn main(&self) -> Vec<&Path> {
        let parts = [&self.loader, &self.module, &self.wasm].into_iter().chain(&self.later);
        parts.chain([&self.single]).map(PathBuf::as_path).collect()
    }

    fn all(&self) -> Vec<&Path> {
        self.main().into_iter().chain(self.frame.iter().map(PathBuf::as_path)).collect()
    }
}

/// A file's name, and what it must hash to (`sha384-…`) where that is to be checked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Name<'a> {
    pub(crate) name: &'a str,
    pub(crate) integrity: Option<&'a str>,
}

/// What the scripts call the files beside them.
pub(crate) struct Names<'a> {
    pub(crate) module: Name<'a>,
    pub(crate) wasm: Name<'a>,
    /// In the order of [`LATER`].
    pub(crate) later: [Name<'a>; 3],
}

/// As they are called in `dist/`, where whoever can change one can change all.
pub(crate) const PLAIN: Names<'static> = {
    const fn unchecked(name: &str) -> Name<'_> {
        Name { name, integrity: None }
    }
    Names {
        module: unchecked("backstory-widget.js"),
        wasm: unchecked("backstory-widget.wasm"),
        later: [unchecked("backstory-rest.wasm"), unchecked("backstory-axis.wasm"), unchecked("backstory-words.wasm")],
    }
};

/// What the files are made of.
pub(crate) struct Built<'a> {
    pub(crate) glue: &'a Path,
    pub(crate) wasm: &'a Path,
    /// In the order of [`LATER`].
    pub(crate) later: &'a [PathBuf],
}

/// Writes the files into `dist/`.
pub(crate) fn assemble(repository: &Repository, built: &Built<'_>) -> Result<Files, Error> {
    let files = Files::of(repository);
    let mut inputs = Inputs::default()
        .with_file(built.glue)?
        .with_file(built.wasm)?
        .with_file(&repository.root.join("package-lock.json"))?
        .with(&format!("{MINIFY:?} {CHANGES:?}"));
    for source in sources(repository)?.iter().chain(built.later) {
        inputs = inputs.with_file(source)?;
    }
    stamp::when_changed(repository, "assemble", &inputs, &files.all(), || {
        let [script, page, sheet] = &files.frame;
        fs::create_dir_all(repository.dist()).map_err(Error::file("made", &repository.dist()))?;
        bind(repository, built)?;
        write_script(repository, "loader.js", Format::Classic, &PLAIN, &files.loader)?;
        // The parts of two builds do not fit each other: whoever has the first never takes another of another.
        let integrities = built.later.iter().map(|part| integrity(part)).collect::<Result<Vec<_>, _>>()?;
        let mut names = PLAIN;
        for (name, integrity) in names.later.iter_mut().zip(&integrities) {
            name.integrity = Some(integrity);
        }
        write_script(repository, "glue.js", Format::Module, &names, &files.module)?;
        write_script(repository, "single.js", Format::Classic, &PLAIN, &files.single)?;
        write_script(repository, "framed.js", Format::Classic, &PLAIN, script)?;
        copy(built.wasm, &files.wasm)?;
        for (from, to) in built.later.iter().zip(&files.later) {
            copy(from, to)?;
        }
        copy(&repository.root.join(SOURCES).join("frame.html"), page)?;
        copy(&repository.root.join(SOURCES).join("frame.css"), sheet)
    })?;
    Ok(files)
}

/// Everything in `embed/`, in order.
fn sources(repository: &Repository) -> Result<Vec<PathBuf>, Error> {
    let folder = repository.root.join(SOURCES);
    let entries = fs::read_dir(&folder).map_err(Error::file("read", &folder))?;
    let mut sources: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    sources.sort();
    Ok(sources)
}

/// What subresource integrity compares a file with.
pub(crate) fn integrity(file: &Path) -> Result<String, Error> {
    let bytes = fs::read(file).map_err(Error::file("read", file))?;
    Ok(format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes))))
}

/// A copy of a file.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    fs::copy(from, to).map(|_| ()).map_err(Error::file("written", to))
}

/// Where the modules `bound/glue`, `bound/wasm` and `bound/` with each of [`LATER`] are written for the scripts to import.
fn bound(repository: &Repository) -> PathBuf {
    repository.work().join("assemble")
}

/// Makes modules of the glue and of all parts of the wasm.
fn bind(repository: &Repository, built: &Built<'_>) -> Result<(), Error> {
    let folder = bound(repository);
    fs::create_dir_all(&folder).map_err(Error::file("made", &folder))?;
    let write = |name: &str, text: String| {
        let path = folder.join(name);
        fs::write(&path, text).map_err(Error::file("written", &path))
    };
    let text = fs::read_to_string(built.glue).map_err(Error::file("read", built.glue))?;
    write("glue.js", factory(&text).map_err(|problem| Error::Content { file: built.glue.to_owned(), problem })?)?;
    for (name, wasm) in
        [("wasm", built.wasm)].into_iter().chain(LATER.into_iter().zip(built.later.iter().map(|it| &**it)))
    {
        let bytes = fs::read(wasm).map_err(Error::file("read", wasm))?;
        write(&format!("{name}.js"), format!("export const packed = \"{}\";", STANDARD.encode(gzip(&bytes))))?;
    }
    Ok(())
}

/// The module whose function makes one instance of the glue.
///
/// The glue keeps its state in variables; in a function, every call has its own. It declares `wasm_bindgen`.
fn factory(glue: &str) -> Result<String, String> {
    let mut glue = glue.to_owned();
    for (old, new) in CHANGES {
        if !glue.contains(old) {
            return Err(format!("wasm-bindgen's glue has no `{old}` any more; look how it says that now"));
        }
        glue = glue.replace(old, new);
    }
    Ok(format!("export default function (guarded, markup, bring) {{\n{glue}\nreturn wasm_bindgen;\n}}"))
}

/// The bytes in gzip, the same every time.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into memory does not fail.
    encoder.write_all(bytes).and_then(|()| encoder.finish()).unwrap_or_default()
}

/// How a script is loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// By `<script src>`.
    Classic,
    /// By `import`.
    Module,
    /// By `<script src>`, with a source map beside it.
    WithMap,
    /// By `import`, with a source map beside it.
    ModuleWithMap,
}

impl Format {
    fn is_module(self) -> bool {
        matches!(self, Self::Module | Self::ModuleWithMap)
    }

    fn has_map(self) -> bool {
        matches!(self, Self::WithMap | Self::ModuleWithMap)
    }
}

/// Bundles and minifies a script of `embed/`, makes it safe to stand inside a page, and writes it.
pub(crate) fn write_script(
    repository: &Repository,
    entry: &str,
    format: Format,
    names: &Names<'_>,
    output: &Path,
) -> Result<(), Error> {
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    let small = bound(repository).join("out").join(&*name);
    let mut esbuild = repository.command("esbuild");
    esbuild.arg(Path::new(SOURCES).join(entry)).args(MINIFY);
    esbuild.arg(format!("--format={}", if format.is_module() { "esm" } else { "iife" }));
    for module in ["glue", "wasm"].into_iter().chain(LATER) {
        esbuild
            .arg(format!("--alias:bound/{module}={}", bound(repository).join(module).with_extension("js").display()));
    }
    // Only a module knows its own address; what stands alone has everything inside.
    let parts = if format.is_module() { "parts-beside.js" } else { "parts-inside.js" };
    esbuild.arg(format!("--alias:parts=./{SOURCES}/{parts}"));
    let mut define = |name: &str, value: Option<&str>| {
        let value = value.map_or_else(|| "undefined".to_owned(), |value| format!("\"{value}\""));
        esbuild.arg(format!("--define:BACKSTORY_{name}={value}"));
    };
    define("VERSION", Some(env!("CARGO_PKG_VERSION")));
    let later = LATER.into_iter().zip(names.later);
    for (part, name) in [("glue", names.module), ("wasm", names.wasm)].into_iter().chain(later) {
        let part = part.to_uppercase();
        define(&part, Some(name.name));
        define(&format!("{part}_INTEGRITY"), name.integrity);
    }
    if format.has_map() {
        esbuild.arg("--sourcemap=linked");
    }
    // Found by the bundler of whoever installs the package.
    esbuild.arg("--external:./backstory-widget.js").arg(format!("--outfile={}", small.display()));
    Step::new(&format!("minify-{name}"), &format!("Minifying {name}")).run(repository, &mut esbuild)?;
    if format.has_map() {
        let with_map = |path: &Path| PathBuf::from(format!("{}.map", path.display()));
        copy(&with_map(&small), &with_map(output))?;
        // To be loaded by its address: changed for the inside of a page, it would not fit its map.
        return copy(&small, output);
    }
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
    fn the_glue_has_its_state_in_a_function_and_is_told_what_to_do() {
        let glue = "let wasm_bindgen = { at: document.currentScript };\nwasm = instance.exports;\n\
                    arg0.innerHTML = getStringFromWasm0(arg1, arg2);";
        assert_eq!(
            factory(glue).unwrap(),
            "export default function (guarded, markup, bring) {\nlet wasm_bindgen = { at: null };\n\
             wasm = guarded(instance.exports);\narg0.innerHTML = markup(getStringFromWasm0(arg1, arg2));\n\
             return wasm_bindgen;\n}"
        );
    }

    #[test]
    fn a_glue_that_says_it_otherwise_is_refused() {
        assert!(factory("document.currentScript").unwrap_err().contains("`wasm = instance.exports;`"));
    }

    #[test]
    fn the_wasm_comes_back_from_gzip() {
        let mut bytes = Vec::new();
        GzDecoder::new(gzip(b"\0asm").as_slice()).read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes, b"\0asm");
    }
}
