//! A story on its way in from JavaScript, a piece at a time: between two pieces
//! the page can answer its reader.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use story::limits::MOST_ITEMS;
use story::{FormatError, Story, Value};
use thiserror::Error;
use wasm_bindgen::prelude::*;

use crate::parts::words_of;
use crate::words::Words;

/// The fields of a story, those first that tell whether it is one.
const FIELDS: [&str; 10] =
    ["format", "title", "steps", "articles", "entities", "relations", "events", "quotes", "figures", "disagreements"];

/// How many items of a list are read at once: those of a news story in one
/// piece or two, in a few milliseconds on a phone.
const PIECE: u32 = 16;

/// Why what came in is no story.
#[derive(Debug, Error)]
pub(crate) enum StoryError {
    #[error("The story is no plain data, as JSON.parse gives it: {0}")]
    NoData(String),
    #[error("The story is faulty: {0}")]
    Format(FormatError),
    #[error("The story is faulty: {first}{}", others(*.more))]
    Unsound { first: story::Problem, more: usize },
    #[error("The story has more than {MOST_ITEMS} {0}: publish it in parts")]
    TooMany(&'static str),
}

fn others(more: usize) -> String {
    match more {
        0 => String::new(),
        more => format!(" (and {more} more such problems; \"backstory check\" lists them)"),
    }
}

impl From<StoryError> for JsValue {
    fn from(error: StoryError) -> Self {
        js_sys::Error::new(&error.to_string()).into()
    }
}

/// A parsed `story.json` that is being read.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Incoming {
    story: JsValue,
    fields: Vec<(&'static str, Value)>,
    /// How many of the [`FIELDS`] have been read.
    done: usize,
    /// The list that is being read.
    list: Vec<Value>,
    /// What came of it.
    made: Option<Story>,
    /// What the interface is to say.
    words: Rc<Cell<&'static Words>>,
}

#[wasm_bindgen]
impl Incoming {
    /// Takes a story; nothing of it is looked at yet. `lang` is the language of the
    /// interface, a BCP 47 tag: its words may have to come first.
    #[wasm_bindgen(constructor)]
    pub fn new(story: JsValue, lang: Option<String>) -> Self {
        let words = words_of(lang.unwrap_or_default());
        Self { story, fields: Vec::new(), done: 0, list: Vec::new(), made: None, words }
    }

    /// Reads the next piece; gives whether there is another.
    ///
    /// # Errors
    ///
    /// A JavaScript `Error` with a sentence when this is no plain data or too
    /// much of it.
    pub fn step(&mut self) -> Result<bool, JsValue> {
        Ok(self.read()?)
    }
}

/// A story that is here already, and sound.
#[cfg(feature = "studio")]
impl From<Story> for Incoming {
    fn from(story: Story) -> Self {
        Self { made: Some(story), ..Self::new(JsValue::NULL, None) }
    }
}

impl Incoming {
    /// The words of the interface: English until the others are there.
    pub(crate) fn words(&self) -> &'static Words {
        self.words.get()
    }

    /// The story, when what is left of it has been read too.
    pub(crate) fn story(mut self) -> Result<Story, StoryError> {
        loop {
            if let Some(story) = self.made.take() {
                return Ok(story);
            }
            self.read()?;
        }
    }

    /// Makes a story of what was read, if it is a sound one.
    fn make(&mut self) -> Result<Story, StoryError> {
        let fields = Value::Record(std::mem::take(&mut self.fields));
        let story = story::from_value(fields).map_err(StoryError::Format)?;
        let mut problems = story::check(&story).into_iter();
        match problems.next() {
            None => Ok(story),
            Some(first) => Err(StoryError::Unsound { first, more: problems.count() }),
        }
    }

    fn read(&mut self) -> Result<bool, StoryError> {
        let Some(&name) = FIELDS.get(self.done) else {
            self.made = Some(self.make()?);
            return Ok(false);
        };
        // A field counts that the story itself has; somebody may have given every object more of them.
        if self.story.is_object() && Object::has_own(self.story.unchecked_ref::<Object>(), &name.into()) {
            let field = Reflect::get(&self.story, &name.into()).map_err(no_data)?;
            if let Some(items) = field.dyn_ref::<Array>() {
                if items.length() > MOST_ITEMS {
                    return Err(StoryError::TooMany(name));
                }
                #[expect(clippy::cast_possible_truncation, reason = "never longer than the array")]
                let from = self.list.len() as u32;
                if let Value::List(piece) = value(items.slice(from, from + PIECE).into())? {
                    self.list.extend(piece);
                }
                if from + PIECE < items.length() {
                    return Ok(true);
                }
                self.fields.push((name, Value::List(std::mem::take(&mut self.list))));
            } else {
                self.fields.push((name, value(field)?));
            }
        }
        self.done += 1;
        Ok(true)
    }
}

fn value(data: JsValue) -> Result<Value, StoryError> {
    serde_wasm_bindgen::from_value(data).map_err(|error| no_data(error.into()))
}

#[expect(clippy::needless_pass_by_value, reason = "it is called with what was thrown")]
fn no_data(thrown: JsValue) -> StoryError {
    let words = thrown.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    StoryError::NoData(words.unwrap_or_default())
}
