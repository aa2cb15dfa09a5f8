//! The reading as a wasm module: articles in, a story out.
//!
//! This is the boundary to JavaScript, and all of it: [`read`] makes a story of
//! articles. Values pass as plain JavaScript objects; `backstory-reader.d.ts` has
//! their types. What a single stage finds is shown by the command line alone, whose
//! size nobody loads.

mod articles;
mod boundary;

use js_sys::Function;
use reading::Progress;
use wasm_bindgen::prelude::*;

use crate::boundary::{Choices, plain};

/// Two-level segregated fit (Masmano et al., 2004): small, and in constant time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Reads articles into one story: a parsed `story.json`.
///
/// `articles` is an array of `{ text, file?, url?, published? }`, `options`
/// `{ title?, text?: "full" | "excerpts" }` or nothing, and `progress`, if
/// there is one, is called with `(done, of)` after each article.
///
/// # Errors
///
/// A JavaScript `Error` with a sentence that names the place, as in
/// `articles[2].text is not a string`, or whatever `progress` throws.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "JavaScript hands its values over")]
pub fn read(articles: JsValue, options: JsValue, progress: Option<Function>) -> Result<JsValue, JsValue> {
    let sources = articles::all(&articles)?;
    let choices = Choices::of(&options)?;
    let mut thrown = Ok(());
    let story = reading::read_with_progress(&sources, &choices.options, |Progress { done, of }| {
        if let (Some(progress), Ok(())) = (&progress, &thrown) {
            // A story has fewer articles than a double can count.
            #[expect(clippy::cast_precision_loss, reason = "a count of articles")]
            let told = progress.call2(&JsValue::NULL, &(done as f64).into(), &(of as f64).into());
            thrown = told.map(|_| ());
        }
    });
    thrown?;
    let story = if choices.excerpts { story.excerpted() } else { story };
    plain(&story)
}
