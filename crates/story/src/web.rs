//! Addresses of the web: nothing else becomes a link.

use crate::Article;

/// The address without the white space around it, if it is one of the web: of `http` or
/// `https`, however they are written.
pub fn web_address(text: &str) -> Option<&str> {
    let text = text.trim();
    let is_of = |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    (is_of("https://") || is_of("http://")).then_some(text)
}

impl Article {
    /// Where the article can be read; nothing where its address is none of the web.
    pub fn web_address(&self) -> Option<&str> {
        web_address(self.url.as_deref()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_links() {
        assert_eq!(web_address(" https://example.org/a "), Some("https://example.org/a"));
        assert_eq!(web_address("HTTP://example.org"), Some("HTTP://example.org"));
        for other in ["javascript:alert(1)", "data:text/html,x", "//example.org", "http:/", "é", ""] {
            assert_eq!(web_address(other), None, "{other}");
        }
    }
}
