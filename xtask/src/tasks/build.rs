//! `build`: the release widget in `dist/`, and the command line `backstory` that other tasks call.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::assemble::{self, Built, Files, gzip};
use crate::error::Error;
use crate::names;
use crate::parts;
use crate::reader;
use crate::repository::Repository;
use crate::stamp::{self, Inputs};
use crate::step::Step;
use crate::tools::{self, Purpose, TARGET, silent_library};
use crate::unused;

/// The file name, without extension, of the widget between the steps: that of its package.
const WIDGET: &str = "backstory";

/// What wasm-bindgen makes: a classic script's glue, since a module is refused from `file://`.
/// The types of the few functions that a page calls are written by hand.
/// What the parts share is kept in sight.
const BINDGEN: [&str; 6] = ["--target", "no-modules", "--no-typescript", "--keep-lld-exports", "--out-name", WIDGET];

/// Size first, and twice again on what a round leaves: loops and branches made anew (`--flatten --rereloop`) are
/// a hundredth smaller, and so is what is sorted by name, since alike functions then stand together for brotli.
/// As much again is saved where additions become offsets of loads and stores (`--low-memory-unused`). That holds as
/// long as nothing is within the first 1,024 bytes: rustc lays the stack there, which ends at 0, and only a stack
/// that is about to overflow reaches them.
pub(crate) const OPTIMIZE: [&str; 11] = [
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
];

/// rustc emits the first five since 1.87; multivalue costs nothing.
pub(crate) const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds the widget, with what it takes, and prints the sizes.
pub(crate) fn run(repository: &Repository) -> Result<(), Error> {
    tools::ensure(repository, Purpose::Demo)?;
    for file in widget(repository)?.main() {
        println!("{}", size_of(repository, file)?);
    }
    for file in reader::build(repository)? {
        println!("{}", size_of(repository, &file)?);
    }
    Ok(())
}

/// Builds the release widget into `dist/`; gives the files.
pub(crate) fn widget(repository: &Repository) -> Result<Files, Error> {
    let mut cargo = module(repository, WIDGET)?;
    // What is needed to cut it; none of it is left in the end.
    cargo.args(["--features", "in-parts", "--", "--codegen=link-arg=--emit-relocs"]);
    Step::new("widget", "Building the widget").takes("about 3 minutes the first time").run(repository, &mut cargo)?;
    let compiled = repository.target.join(TARGET).join("release").join(WIDGET).with_extension("wasm");

    let work = repository.work().join("widget");
    let parts = parts::cut(repository, &compiled, &work)?;
    let (glue, bound) = (work.join(format!("{WIDGET}.js")), work.join(format!("{WIDGET}_bg.wasm")));
    let inputs =
        Inputs::default().with_file(&parts.main)?.with(&repository.wasm_bindgen_version()?).with(&BINDGEN.join(" "));
    stamp::when_changed(repository, "wasm-bindgen", &inputs, &[&glue, &bound], || {
        let mut bindgen = repository.command("wasm-bindgen");
        bindgen.args(BINDGEN).arg("--out-dir").arg(&work).arg(&parts.main);
        Step::new("wasm-bindgen", "Making the JavaScript that goes with the wasm").run(repository, &mut bindgen)?;
        Ok(())
    })?;

    let optimized = work.join(WIDGET).with_extension("wasm");
    let [short, graph, called] = ["short.js", "graph.json", "called.wasm"].map(|name| work.join(name));
    let inputs = Inputs::default()
        .with_file(&bound)?
        .with_file(&repository.root.join("package-lock.json"))?
        .with_file(&glue)?
        .with(&format!("{OPTIMIZE:?} {FEATURES:?} {} {}", names::PASS, parts.joint()))
        .with(include_str!("../unused.rs"))
        .with(include_str!("../names.rs"));
    stamp::when_changed(repository, "wasm-opt", &inputs, &[&optimized, &short], || {
        let text = fs::read_to_string(&glue).map_err(Error::file("read", &glue))?;
        let in_glue = |problem| Error::Content { file: glue.clone(), problem };
        let text = unused::without_streams(&text).and_then(|text| parts.joined(text)).map_err(in_glue)?;
        fs::write(&graph, unused::graph(&text).to_string()).map_err(Error::file("written", &graph))?;
        let mut cut = repository.command("wasm-metadce");
        cut.args(FEATURES).args(["-g", "-f"]).arg(&graph).arg(&bound).arg("-o").arg(&called);
        Step::new("wasm-metadce", "Leaving out what nobody calls").run(repository, &mut cut)?;

        let mut optimize = repository.command("wasm-opt");
        optimize.args(OPTIMIZE).args(FEATURES).arg(names::PASS).arg(&called).arg("-o").arg(&optimized);
        let step = Step::new("wasm-opt", "Making the wasm small").takes("about 40 seconds");
        let renamed = step.run(repository, &mut optimize)?.output;
        fs::write(&short, names::shortened(&text, &renamed).map_err(in_glue)?).map_err(Error::file("written", &short))
    })?;

    let mut later = Vec::new();
    for (name, part) in parts::LATER.iter().zip(&parts.later) {
        later.push(optimized_part(repository, &work, name, part)?);
    }
    assemble::assemble(repository, &Built { glue: &short, wasm: &optimized, later: &later })
}

/// A part that comes later, made small, with what it needs; gives the file.
fn optimized_part(repository: &Repository, work: &Path, name: &str, part: &parts::Part) -> Result<PathBuf, Error> {
    let output = work.join(name).with_extension("wasm");
    let mut inputs = Inputs::default()
        .with_file(&part.module)?
        .with_file(&repository.root.join("package-lock.json"))?
        .with(&format!("{OPTIMIZE:?} {FEATURES:?}"))
        .with(include_str!("../parts.rs"));
    for needed in &part.needed {
        inputs = inputs.with_file(needed)?;
    }
    stamp::when_changed(repository, &format!("wasm-opt-{name}"), &inputs, &[&output], || {
        let small = work.join(format!("small-{name}.wasm"));
        let optimized = |module: &Path| {
            let mut optimize = repository.command("wasm-opt");
            optimize.args(OPTIMIZE).args(FEATURES).arg(module).arg("-o").arg(&small);
            Step::new("wasm-opt-part", &format!("Making {} small", module.file_stem().unwrap_or_default().display()))
                .run(repository, &mut optimize)?;
            fs::read(&small).map_err(Error::file("read", &small))
        };
        let needed = part.needed.iter().map(|module| optimized(module)).collect::<Result<Vec<_>, _>>()?;
        let whole = parts::whole(&optimized(&part.module)?, &needed);
        fs::write(&output, whole).map_err(Error::file("written", &output))
    })?;
    Ok(output)
}

/// The command that compiles a package to a wasm module for pages, to be given what else belongs after
/// `cargo rustc`.
///
/// Where a panic happened is told by a path that says nothing of the machine that built it. The flags join those
/// of `.cargo/config.toml`.
pub(crate) fn module(repository: &Repository, package: &str) -> Result<Command, Error> {
    let sources = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = sources.map(|home| home.join("registry/src"));
    let packages = sources.into_iter().flat_map(|sources| fs::read_dir(sources).into_iter().flatten().flatten());
    // rustc names the library's own source where the toolchain has it.
    let library =
        repository.ask("rustc", &["--print", "sysroot"]).map(|root| Path::new(&root).join("lib/rustlib/src/rust"));
    let folders = packages.map(|folder| folder.path()).chain(library).chain([repository.root.clone()]);
    let mut flags: Vec<String> = folders.map(|folder| format!("--remap-path-prefix={}=", folder.display())).collect();

    let mut cargo = repository.cargo();
    // In their presence cargo passes over all flags of a target.
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    if let Some(sysroot) = silent_library::found(repository)? {
        flags.extend(silent_library::flags(&sysroot));
        // Lets a stable compiler take flags that are not.
        cargo.env("RUSTC_BOOTSTRAP", "1");
    }
    let flags: Vec<String> = flags.into_iter().map(|flag| format!("'{flag}'")).collect();
    // As a cdylib alone: beside a Rust library, cargo leaves link-time optimisation out.
    cargo.args(["rustc", "--release", "--lib", "--package", package]);
    cargo.args(["--target", TARGET, "--crate-type", "cdylib"]);
    cargo.arg("--config").arg(format!("target.{TARGET}.rustflags=[{}]", flags.join(",")));
    // The names of functions sort them; none is left in the end.
    cargo.arg("--config").arg("profile.release.strip=false");
    Ok(cargo)
}

/// Builds the command line; gives its program.
///
/// In the development profile: it is built three times as quickly as for release, the tests need it anyway, and a
/// few articles are read in no time by either.
pub(crate) fn command_line(repository: &Repository) -> Result<PathBuf, Error> {
    let mut cargo = repository.cargo();
    cargo.args(["build", "--package", "backstory-cli"]);
    Step::new("command-line", "Building the command `backstory`")
        .takes("about 1 minute the first time")
        .run(repository, &mut cargo)?;
    Ok(repository.target.join("debug").join("backstory"))
}

/// A file's place and size, as in "dist/backstory.js  2.1 kB, gzip 1.0 kB".
pub(crate) fn size_of(repository: &Repository, file: &Path) -> Result<String, Error> {
    let bytes = fs::read(file).map_err(Error::file("read", file))?;
    let shown = file.strip_prefix(&repository.root).unwrap_or(file).display().to_string();
    Ok(format!("{shown:28} {:>9}, gzip {:>9}", kilobytes(bytes.len()), kilobytes(gzip(&bytes).len())))
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}
