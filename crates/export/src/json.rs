//! A writer of JSON (RFC 8259).

/// JSON text that grows from left to right. Commas are set where they belong.
#[derive(Default)]
pub(crate) struct Json {
    text: String,
}

impl Json {
    /// The finished text, with a line break at the end.
    pub(crate) fn into_text(mut self) -> String {
        self.text.push('\n');
        self.text
    }

    pub(crate) fn object(&mut self, fields: &mut dyn FnMut(&mut Self)) {
        self.between();
        self.text.push('{');
        fields(self);
        self.text.push('}');
    }

    pub(crate) fn list(&mut self, items: &mut dyn FnMut(&mut Self)) {
        self.between();
        self.text.push('[');
        items(self);
        self.text.push(']');
    }

    /// The name of a field; its value comes next.
    pub(crate) fn key(&mut self, name: &str) -> &mut Self {
        self.string(name);
        self.text.push(':');
        self
    }

    pub(crate) fn string(&mut self, string: &str) {
        self.between();
        self.text.push('"');
        for c in string.chars() {
            match c {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\0'..='\u{1f}' => {
                    let hex = |digit: u32| char::from_digit(digit, 16).unwrap_or('0');
                    self.text.push_str("\\u00");
                    self.text.push(hex(c as u32 >> 4));
                    self.text.push(hex(c as u32 & 15));
                }
                _ => self.text.push(c),
            }
        }
        self.text.push('"');
    }

    /// A number or a truth value, as it is written.
    pub(crate) fn bare(&mut self, value: &str) {
        self.between();
        self.text.push_str(value);
    }

    /// A field with a text, if there is one.
    pub(crate) fn field(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.key(name).string(text);
        }
    }

    /// A comma, unless this is the first of its kind. A text that ends with a
    /// bracket ends with a quotation mark, so the last character tells.
    fn between(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn commas_are_set_where_they_belong() {
        let mut json = Json::default();
        json.object(&mut |json| {
            json.key("a").list(&mut |json| {
                json.bare("1");
                json.string("[");
                json.list(&mut |_| {});
            });
            json.field("b", Some("{"));
            json.field("c", None);
            json.key("d").object(&mut |_| {});
        });
        assert_eq!(json.into_text(), "{\"a\":[1,\"[\",[]],\"b\":\"{\",\"d\":{}}\n");
    }

    proptest! {
        #[test]
        fn any_text_is_read_back(text in "\\PC{0,20}|[\"\\\\\\x00-\\x1f\u{2028}]{0,20}") {
            let mut json = Json::default();
            json.string(&text);
            prop_assert_eq!(serde_json::from_str::<String>(&json.into_text()).unwrap(), text);
        }
    }
}
