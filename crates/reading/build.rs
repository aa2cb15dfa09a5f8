//! Packs the long lists of `data/` for the reading module: sorted, and of each
//! word only what the one before it does not have. A fifth is saved after
//! compression; in `data/` the lists stay as people read them.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Lists of words, one a line.
const LISTS: [&str; 3] = ["common-words.txt", "given-names.txt", "surnames.txt"];
/// Words with a weight for each kind of name.
const WEIGHTS: &str = "kinds.tsv";

fn main() -> Result<(), Box<dyn Error>> {
    let data = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("data");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for list in LISTS {
        let text = read(&data.join(list))?;
        let mut words: Vec<&str> = rows(&text).collect();
        words.sort_unstable();
        words.dedup();
        fs::write(out.join(list), front_coded(&words))?;
    }
    let text = read(&data.join(WEIGHTS))?;
    let mut rows: Vec<&str> = rows(&text).collect();
    rows.sort_unstable();
    let (mut words, mut weights) = (Vec::new(), Vec::new());
    for row in rows {
        let mut fields = row.split('\t');
        words.push(fields.next().unwrap_or_default());
        let row = fields.map(byte).collect::<Result<Vec<i32>, _>>()?;
        let Some((last, others)) = row.split_last() else { continue };
        for weight in others {
            // Only how the kinds differ counts: the last one is nought, and need not be told.
            weights.push(i8::try_from(within_a_byte(weight - last))?.to_le_bytes()[0]);
        }
    }
    fs::write(out.join("kinds.txt"), front_coded(&words))?;
    fs::write(out.join("kinds.bin"), weights)?;
    Ok(())
}

/// A weight. One beyond a byte's range is as sure as one at its end.
fn byte(weight: &str) -> Result<i32, Box<dyn Error>> {
    Ok(within_a_byte(weight.parse()?))
}

fn within_a_byte(weight: i32) -> i32 {
    weight.clamp(i8::MIN.into(), i8::MAX.into())
}

fn read(path: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

fn rows(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// Before each word, how many bytes it shares with the one before it, as a
/// control character from 1, then the rest of it.
fn front_coded(words: &[&str]) -> String {
    const MOST: usize = 30;
    let mut packed = String::new();
    let mut before = "";
    for word in words {
        let mut shared = before.bytes().zip(word.bytes()).take(MOST).take_while(|(a, b)| a == b).count();
        while !word.is_char_boundary(shared) {
            shared -= 1;
        }
        packed.push(char::from(1 + u8::try_from(shared).unwrap_or_default()));
        packed.push_str(word.get(shared..).unwrap_or_default());
        before = word;
    }
    packed
}
