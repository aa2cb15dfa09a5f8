//! A small server of files for one folder, on this machine only.

use std::fs::File;
use std::path::{Component, Path, PathBuf};

use tiny_http::{Header, Request, Response, Server};

use crate::error::Error;

/// The address: nobody but this machine reaches it.
const ADDRESS: &str = "127.0.0.1";

/// Listens at a port, or at a free one if it is in use; gives the server and its address as a URL.
pub(crate) fn listen(port: u16) -> Result<(Server, String), Error> {
    let server = Server::http((ADDRESS, port)).or_else(|_| Server::http((ADDRESS, 0))).map_err(|problem| {
        Error::Missing(format!("No server can listen on {ADDRESS}: {problem}. The page opens without one."))
    })?;
    let url = format!("http://{}", server.server_addr());
    Ok((server, url))
}

/// Answers requests for the files of a folder until the process ends.
pub(crate) fn serve(server: &Server, folder: &Path) {
    for request in server.incoming_requests() {
        // A browser that went away is no reason to stop.
        let _ = answer(request, folder);
    }
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    let Some(path) = file_of(request.url(), folder) else {
        return request.respond(Response::from_string("not found").with_status_code(404));
    };
    let mut response = Response::from_file(File::open(&path)?);
    for (name, value) in [("Content-Type", media_type(&path)), ("Cache-Control", "no-cache")] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
}

/// The file that a URL's path names inside a folder; nothing if it is not there or not inside.
fn file_of(url: &str, folder: &Path) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let relative = Path::new(path.trim_start_matches('/'));
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = folder.join(relative);
    let file = if file.is_dir() { file.join("index.html") } else { file };
    file.is_file().then_some(file)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn only_files_inside_the_folder_are_served() {
        let folder = std::env::temp_dir().join(format!("xtask-server-{}", std::process::id()));
        let inside = folder.join("inside");
        fs::create_dir_all(inside.join("page")).unwrap();
        fs::write(folder.join("secret.txt"), "").unwrap();
        fs::write(inside.join("story.html"), "").unwrap();
        fs::write(inside.join("page/index.html"), "").unwrap();

        assert_eq!(file_of("/story.html?x=1", &inside), Some(inside.join("story.html")));
        assert_eq!(file_of("/page/", &inside), Some(inside.join("page/index.html")));
        for url in ["/", "/none.html", "/../secret.txt", "//../secret.txt", "/page/../../secret.txt"] {
            assert_eq!(file_of(url, &inside), None, "{url}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_port_in_use_gives_way_to_a_free_one() {
        let (first, _) = listen(0).unwrap();
        let port = first.server_addr().to_ip().unwrap().port();
        let (second, url) = listen(port).unwrap();
        assert_ne!(second.server_addr().to_ip().unwrap().port(), port);
        assert!(url.starts_with("http://127.0.0.1:"));
    }
}
