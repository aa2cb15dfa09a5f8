//! Where things lie in the repository, and the versions that it names.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;

/// This repository, found once at the start of a task.
pub(crate) struct Repository {
    /// The folder with the workspace's Cargo.toml.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, wherever the user has put it.
    pub(crate) target: PathBuf,
    /// `PATH` with our own tools first.
    search_path: OsString,
}

impl Repository {
    /// Finds the repository that this xtask belongs to.
    pub(crate) fn find() -> Result<Self, Error> {
        // `cargo run` sets the variable; the constant serves a binary that is called directly.
        let manifest = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
        let Some(root) = Path::new(&manifest).parent().map(Path::to_owned) else {
            return Err(Error::Missing("xtask is not in a folder of the repository; run it as `cargo xtask`.".into()));
        };
        let target = target_folder(&root)?;
        let mut folders = vec![root.join(".tools/bin"), root.join("node_modules/.bin")];
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        let search_path = env::join_paths(&folders).map_err(|problem| {
            Error::Missing(format!("The tools of {} cannot be put on PATH: {problem}.", root.display()))
        })?;
        Ok(Self { root, target, search_path })
    }

    /// The folder that tools are installed into, with a `bin` inside.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// The folder for all that the tasks write and that is not a result: logs, stamps, steps between.
    pub(crate) fn work(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// The folder for results: what a page embeds.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A command that runs at the root and finds our own tools first.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        // A bare name is looked up here: `Command` itself may search the old PATH.
        let program = program.as_ref();
        let mut command = Command::new(self.which(program).as_deref().map_or(program, Path::as_os_str));
        command.current_dir(&self.root).env("PATH", &self.search_path);
        command
    }

    /// The cargo that runs us, so that all is built by one toolchain.
    pub(crate) fn cargo(&self) -> Command {
        self.command(cargo_program())
    }

    /// Where a program lies, ours before the machine's.
    pub(crate) fn which(&self, program: impl AsRef<Path>) -> Option<PathBuf> {
        env::split_paths(&self.search_path).map(|folder| folder.join(&program)).find(|path| path.is_file())
    }

    /// What a program prints, trimmed; nothing if it is not there or fails.
    pub(crate) fn ask(&self, program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
        let output = self.command(program).args(arguments).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// The text of a file, given relative to the root.
    pub(crate) fn read(&self, path: impl AsRef<Path>) -> Result<String, Error> {
        let path = self.root.join(path);
        std::fs::read_to_string(&path).map_err(Error::file("read", &path))
    }

    /// The version of wasm-bindgen, crate and command line alike. The root Cargo.toml is the one place that names it.
    pub(crate) fn wasm_bindgen_version(&self) -> Result<String, Error> {
        exact_version(&self.read("Cargo.toml")?, "wasm-bindgen")
            .map_err(|problem| Error::Content { file: self.root.join("Cargo.toml"), problem })
    }
}

fn cargo_program() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn target_folder(root: &Path) -> Result<PathBuf, Error> {
    let output = Command::new(cargo_program())
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .current_dir(root)
        .output()
        .map_err(|source| Error::Start {
            program: "cargo".into(),
            source,
            advice: "Install Rust, with cargo on PATH.".into(),
        })?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    metadata.get("target_directory").and_then(|folder| folder.as_str()).map(PathBuf::from).ok_or_else(|| {
        let said = String::from_utf8_lossy(&output.stderr);
        Error::Content {
            file: root.join("Cargo.toml"),
            problem: format!("`cargo metadata` does not name the target folder:\n{said}"),
        }
    })
}

/// The version that `[workspace.dependencies]` pins exactly: `name = "=1.2.3"`, or the same in a table.
fn exact_version(manifest: &str, name: &str) -> Result<String, String> {
    let manifest: toml::Table = manifest.parse().map_err(|problem| format!("this is not TOML: {problem}"))?;
    let dependency = manifest
        .get("workspace")
        .and_then(|workspace| workspace.get("dependencies"))
        .and_then(|dependencies| dependencies.get(name))
        .ok_or_else(|| format!("[workspace.dependencies] has no {name}"))?;
    dependency
        .as_str()
        .or_else(|| dependency.get("version").and_then(toml::Value::as_str))
        .and_then(|requirement| requirement.trim().strip_prefix('='))
        .map(|version| version.trim().to_owned())
        .ok_or_else(|| format!("{name} must be pinned to the digit, as in {name} = \"=1.2.3\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pinned_version_is_read_in_both_forms() {
        let short = "[workspace.dependencies]\nwasm-bindgen = \"=0.2.7\"";
        let long = "[workspace.dependencies]\nwasm-bindgen = { version = \"= 0.2.7\", features = [] }";
        assert_eq!(exact_version(short, "wasm-bindgen"), Ok("0.2.7".into()));
        assert_eq!(exact_version(long, "wasm-bindgen"), Ok("0.2.7".into()));
    }

    #[test]
    fn a_version_that_is_not_pinned_is_refused() {
        let loose = "[workspace.dependencies]\nwasm-bindgen = \"0.2\"";
        assert!(exact_version(loose, "wasm-bindgen").unwrap_err().contains("pinned"));
        assert!(exact_version("[workspace]", "wasm-bindgen").unwrap_err().contains("has no"));
    }

    #[test]
    fn the_repository_names_one_version_of_each_tool_everywhere() {
        let repository = Repository::find().unwrap();
        let wasm_bindgen = repository.wasm_bindgen_version().unwrap();
        let trunk: toml::Table = repository.read("Trunk.toml").unwrap().parse().unwrap();
        let tools = trunk.get("tools").unwrap();
        assert_eq!(tools.get("wasm_bindgen").unwrap().as_str(), Some(wasm_bindgen.as_str()));

        let package: serde_json::Value = serde_json::from_str(&repository.read("package.json").unwrap()).unwrap();
        let binaryen = package["devDependencies"]["binaryen"].as_str().unwrap();
        let major = binaryen.split('.').next().unwrap();
        assert_eq!(tools.get("wasm_opt").unwrap().as_str(), Some(format!("version_{major}").as_str()));
    }
}
