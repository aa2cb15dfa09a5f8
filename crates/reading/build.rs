//! Packs the long lists of `data/` for the reading module: sorted, and of each
//! word only what the one before it does not have. A fifth is saved after
//! compression; in `data/` the lists stay as people read them, and tables keep
//! their comments there.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Lists of words, one a line; after a word, a tab and a letter may say more of it.
const LISTS: [&str; 3] = ["common-words.txt", "given-names.txt", "surnames.txt"];
/// The list whose words are marked by letters.
const MARKED: &str = "given-names.txt";
/// Tables, of which the reading needs the rows alone.
const TABLES: [&str; 8] = [
    "cities.tsv",
    "events.tsv",
    "name-words.tsv",
    "organisations.tsv",
    "place-names.tsv",
    "regions.tsv",
    "roles.tsv",
    "states.tsv",
];
/// Words with a weight for each kind of name.
const WEIGHTS: &str = "kinds.tsv";

fn main() -> Result<(), Box<dyn Error>> {
    let data = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("data");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for list in LISTS {
        let text = read(&data.join(list))?;
        let mut rows: Vec<(&str, &str)> = rows(&text).map(|row| row.split_once('\t').unwrap_or((row, " "))).collect();
        rows.sort_unstable();
        rows.dedup_by_key(|(word, _)| *word);
        let words: Vec<&str> = rows.iter().map(|(word, _)| *word).collect();
        fs::write(out.join(list), front_coded(&words))?;
        if list == MARKED {
            // A letter for each word, in their order.
            fs::write(out.join(list).with_extension("marks"), rows.iter().map(|(_, mark)| *mark).collect::<String>())?;
        }
    }
    for table in TABLES {
        let rows = rows(&read(&data.join(table))?).collect::<Vec<_>>().join("\n");
        fs::write(out.join(table), rows)?;
    }
    let text = read(&data.join(WEIGHTS))?;
    let mut features: Vec<(u32, Vec<u8>)> = Vec::new();
    for row in rows(&text) {
        let mut fields = row.split('\t');
        let hash = hash(fields.next().unwrap_or_default());
        let weights = fields.map(|weight| Ok(weight.parse::<i8>()?.to_le_bytes()[0]));
        features.push((hash, weights.collect::<Result<_, Box<dyn Error>>>()?));
    }
    features.sort_unstable();
    let (mut gaps, mut planes, mut before) = (Vec::new(), Vec::new(), 0);
    for (hash, _) in &features {
        leb128(hash - before, &mut gaps);
        before = *hash;
    }
    // All weights of a kind together: they are alike, which compresses.
    for kind in 0..features.first().map_or(0, |(_, weights)| weights.len()) {
        planes.extend(features.iter().map(|(_, weights)| weights.get(kind).copied().unwrap_or_default()));
    }
    fs::write(out.join("kinds.gaps"), gaps)?;
    fs::write(out.join("kinds.bin"), planes)?;
    Ok(())
}

fn read(path: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

fn rows(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// FNV-1a, cut to 20 bits, as `mentions::learned` hashes.
fn hash(text: &str) -> u32 {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 20)) & ((1 << 20) - 1)
}

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
fn leb128(number: u32, bytes: &mut Vec<u8>) {
    let [low, ..] = number.to_le_bytes();
    if number > 0x7f {
        bytes.push(low | 0x80);
        leb128(number >> 7, bytes);
    } else {
        bytes.push(low);
    }
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
