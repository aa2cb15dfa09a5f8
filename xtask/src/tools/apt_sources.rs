//! What the machine's own apt sources say: from which mirror, signed by what.
//!
//! Both forms that apt reads (sources.list(5)): one line an entry in `.list`,
//! deb822 stanzas in `.sources`.

use std::fs;
use std::path::{Path, PathBuf};

/// One archive in one suite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    pub(super) uri: String,
    pub(super) suite: String,
    pub(super) components: Vec<String>,
    /// The file with the keys that it is signed by; without one, apt's own trusted keys.
    pub(super) signed_by: Option<String>,
}

/// All that a machine's apt folder, usually `/etc/apt`, names. What cannot be read names nothing.
pub(super) fn of_machine(apt: &Path) -> Vec<Source> {
    let mut files = vec![apt.join("sources.list")];
    let parts = fs::read_dir(apt.join("sources.list.d"));
    let mut parts: Vec<PathBuf> = parts.into_iter().flatten().flatten().map(|file| file.path()).collect();
    parts.sort();
    files.extend(parts);
    let mut sources = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap_or_default();
        match file.extension().and_then(|extension| extension.to_str()) {
            Some("list") => sources.extend(text.lines().filter_map(one_line)),
            Some("sources") => sources.extend(stanzas(&text)),
            _ => {}
        }
    }
    sources
}

/// One line: `deb [signed-by=… arch=…] URI suite component…`.
fn one_line(line: &str) -> Option<Source> {
    let line = line.split('#').next()?.trim();
    let rest = line.strip_prefix("deb")?;
    // Not `deb-src`.
    if !rest.starts_with([' ', '\t']) {
        return None;
    }
    let rest = rest.trim_start();
    let (options, rest) = match rest.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?,
        None => ("", rest),
    };
    let signed_by = options.split_whitespace().find_map(|option| option.strip_prefix("signed-by="));
    let mut words = rest.split_whitespace().map(str::to_owned);
    Some(Source {
        uri: words.next()?,
        suite: words.next()?,
        components: words.collect(),
        signed_by: signed_by.map(str::to_owned),
    })
}

/// deb822: stanzas of `Field: value` with continuation lines, parted by empty lines.
fn stanzas(text: &str) -> Vec<Source> {
    let mut sources = Vec::new();
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in text.lines().chain([""]) {
        if line.starts_with('#') {
            continue;
        }
        if line.trim().is_empty() {
            sources.extend(of_stanza(&fields));
            fields.clear();
        } else if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push('\n');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    sources
}

/// Every URI with every suite of one stanza.
fn of_stanza(fields: &[(String, String)]) -> Vec<Source> {
    let value = |name: &str| fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str());
    let words = |name: &str| value(name).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let off = ["no", "false", "without", "off", "disable"].contains(&value("enabled").to_ascii_lowercase().as_str());
    if off || !words("types").iter().any(|kind| kind == "deb") {
        return Vec::new();
    }
    // The field may also hold the key itself; then it is no file.
    let signed_by = Some(value("signed-by")).filter(|path| path.starts_with('/')).map(str::to_owned);
    let mut sources = Vec::new();
    for uri in words("uris") {
        for suite in words("suites") {
            sources.push(Source {
                uri: uri.clone(),
                suite,
                components: words("components"),
                signed_by: signed_by.clone(),
            });
        }
    }
    sources
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(uri: &str, suite: &str, components: &[&str], signed_by: Option<&str>) -> Source {
        Source {
            uri: uri.into(),
            suite: suite.into(),
            components: components.iter().map(|&component| component.into()).collect(),
            signed_by: signed_by.map(str::to_owned),
        }
    }

    #[test]
    fn a_line_with_and_without_options_is_read() {
        assert_eq!(
            one_line("deb http://mirror.example/debian bookworm main contrib # ours"),
            Some(source("http://mirror.example/debian", "bookworm", &["main", "contrib"], None))
        );
        assert_eq!(
            one_line("deb\t[ arch=amd64 signed-by=/usr/share/keyrings/d.gpg ] https://m.example/d sid main"),
            Some(source("https://m.example/d", "sid", &["main"], Some("/usr/share/keyrings/d.gpg")))
        );
    }

    #[test]
    fn a_line_that_names_no_packages_is_passed_over() {
        for line in ["", "# deb http://mirror.example/debian sid main", "deb-src http://mirror.example/debian sid main"]
        {
            assert_eq!(one_line(line), None, "{line}");
        }
        assert_eq!(one_line("deb [signed-by=/a http://mirror.example sid main"), None, "an open bracket");
        assert_eq!(one_line("deb http://mirror.example"), None, "no suite");
    }

    #[test]
    fn stanzas_name_every_uri_with_every_suite() {
        let text = "\
# The main archive
Types: deb deb-src
URIs: http://mirror.example/debian
Suites: bookworm
 bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/d.gpg

Types: deb
Enabled: no
URIs: http://off.example
Suites: sid
Components: main

Types: deb-src
URIs: http://src.example
Suites: sid
Components: main
";
        let keys = Some("/usr/share/keyrings/d.gpg");
        assert_eq!(
            stanzas(text),
            [
                source("http://mirror.example/debian", "bookworm", &["main"], keys),
                source("http://mirror.example/debian", "bookworm-updates", &["main"], keys),
            ]
        );
    }

    #[test]
    fn a_key_in_the_field_itself_is_no_file() {
        let text = "Types: deb\nURIs: http://m.example\nSuites: sid\nComponents: main\nSigned-By:\n -----BEGIN\n .\n x";
        assert_eq!(stanzas(text), [source("http://m.example", "sid", &["main"], None)]);
    }

    #[test]
    fn a_machine_names_its_sources_in_both_forms() {
        let apt = std::env::temp_dir().join(format!("xtask-apt-{}", std::process::id()));
        fs::create_dir_all(apt.join("sources.list.d")).unwrap();
        fs::write(apt.join("sources.list"), "deb http://a.example sid main\n").unwrap();
        fs::write(
            apt.join("sources.list.d/b.sources"),
            "Types: deb\nURIs: http://b.example\nSuites: sid\nComponents: main\n",
        )
        .unwrap();
        fs::write(apt.join("sources.list.d/c.list.disabled"), "deb http://c.example sid main\n").unwrap();
        let uris: Vec<String> = of_machine(&apt).into_iter().map(|source| source.uri).collect();
        assert_eq!(uris, ["http://a.example", "http://b.example"]);
        fs::remove_dir_all(&apt).unwrap();
    }
}
