//! `demo`: from nothing to the built-in story in a browser.

use std::env;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Instant;

use super::{build, bundle, story};
use crate::error::Error;
use crate::repository::Repository;
use crate::server;
use crate::step::seconds;
use crate::tools::{self, Purpose};

/// Where the demo is served if nobody says otherwise. The number says nothing; it is seldom in use.
pub(crate) const PORT: u16 = 8377;

/// Builds all, then serves and opens the page until it is stopped.
pub(crate) fn run(repository: &Repository, port: u16, serve: bool, open: bool) -> Result<(), Error> {
    let start = Instant::now();
    tools::ensure(repository, Purpose::Demo)?;
    let page = build(repository)?.page;
    println!(
        "Ready after {}. The story of five articles is in one file; a double click opens it:",
        seconds(start.elapsed())
    );
    println!("  {}", page.display());
    if !serve {
        return Ok(());
    }
    let (server, url) = server::listen(port)?;
    let url = format!("{url}/story.html");
    // No full stop behind the address: terminals would make it a part of the link.
    println!("Ctrl-C ends this. It is served at {url}");
    if open {
        open_browser(repository, &url);
    }
    server::serve(&server, &repository.dist());
    Ok(())
}

/// What the demo consists of.
pub(crate) struct Built {
    /// The program `backstory`.
    pub(crate) command_line: PathBuf,
    /// The built-in story in one HTML file.
    page: PathBuf,
}

/// Builds the widget and the command line, and makes the built-in story's page.
pub(crate) fn build(repository: &Repository) -> Result<Built, Error> {
    build::widget(repository)?;
    let command_line = build::command_line(repository)?;
    let page = repository.dist().join("story.html");
    bundle::make(repository, &command_line, &repository.root.join(story::BUILT_IN), &page)?;
    Ok(Built { command_line, page })
}

/// Opens a browser where there is a desktop; without one the URL that was printed is enough.
fn open_browser(repository: &Repository, url: &str) {
    let desktop = cfg!(target_os = "macos")
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|variable| env::var_os(variable).is_some());
    let opener = ["open", "xdg-open"]
        .iter()
        .find(|opener| (**opener == "open") == cfg!(target_os = "macos") && repository.which(opener).is_some());
    if let (true, Some(opener)) = (desktop, opener) {
        // If it fails, the URL is still there.
        let _ = repository.command(opener).arg(url).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    }
}
