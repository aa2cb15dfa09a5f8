// What runs in the page: each function measures one thing and gives plain numbers.

/** How long one measurement lasts at least, in milliseconds: far above the clock's step. */
const LONG_ENOUGH = 60;
/** How often all candidates take their turn. */
const ROUNDS = 31;
/** How many calls it takes until the browser has compiled what runs often. */
const WARM = 40;

/** A fresh instance of the module. */
async function instance() {
  const { default: createReader } = await import("/reader.js");
  const reader = createReader();
  const { memory } = await reader({ module_or_path: await (await fetch("/reader.wasm")).arrayBuffer() });
  return { read: (texts) => reader.read(texts.map((text) => ({ text }))), memory };
}

/** The time of one call in milliseconds, over `times` calls. */
function time(call, times) {
  const start = performance.now();
  for (let i = 0; i < times; i++) call();
  return (performance.now() - start) / times;
}

/** How many calls are long enough. */
function enough(call) {
  let times = 1;
  while (time(call, times) * times < LONG_ENOUGH) times *= 2;
  return times;
}

/** The reading, wink-nlp and the reading again, in turns; the order goes round. */
export async function speed(texts) {
  const reader = await instance();
  const wink = await import("/wink.js");
  const ours = () => reader.read(texts);
  const theirs = () => wink.read(texts);
  for (let i = 0; i < WARM; i++) { ours(); theirs(); }
  const candidates = [
    { call: ours, times: enough(ours), took: [] },
    { call: theirs, times: enough(theirs), took: [] },
    { call: ours, times: enough(ours), took: [] },
  ];
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < candidates.length; turn++) {
      const candidate = candidates[(round + turn) % candidates.length];
      candidate.took.push(time(candidate.call, candidate.times));
    }
  }
  const [first, peer, again] = candidates.map(({ took }) => took);
  return {
    articles: texts.length,
    first, peer, again,
    ratio: peer.map((took, i) => took / ((first[i] + again[i]) / 2)),
    control: again.map((took, i) => took / first[i]),
  };
}

/** The time in a fresh page from asking for the module to the story, in milliseconds. */
export async function firstOurs(texts) {
  const start = performance.now();
  (await instance()).read(texts);
  return performance.now() - start;
}

/** The same for wink-nlp and its model. */
export async function firstTheirs(texts) {
  const start = performance.now();
  (await import("/wink.js")).read(texts);
  return performance.now() - start;
}

/** The module's memory after a story of 1,000 articles of 5 kB, in bytes. */
export async function memory(texts) {
  const reader = await instance();
  const before = reader.memory.buffer.byteLength;
  const story = reader.read(many(texts, 1000, 5000));
  return { before, after: reader.memory.buffer.byteLength, articles: story.articles.length, events: story.events.length };
}

/** The time for each kB of one article, from 10 kB to 10 MB: relative to the first. */
export async function growth(texts) {
  const sizes = [10_000, 100_000, 1_000_000, 10_000_000];
  const reader = await instance();
  for (let i = 0; i < WARM; i++) reader.read(texts);
  const perKilobyte = [];
  for (const size of sizes) {
    const [text] = many(texts, 1, size);
    // Small texts often, so that every size has about the same work.
    const times = Math.max(1, Math.round(1_000_000 / size));
    perKilobyte.push(time(() => reader.read([text]), times) / (text.length / 1000));
  }
  return sizes.map((size, i) => ({ size, relative: perKilobyte[i] / perKilobyte[0] }));
}

/**
 * Articles of about `length` characters from the sentences of the texts, the
 * same every time: each starts at another sentence and has names of its own.
 */
function many(texts, count, length) {
  const paragraphs = texts.flatMap((text) => text.split(/\n+/)).filter((line) => line.trim());
  const articles = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    let article = "";
    while (article.length < length) {
      at = (at * 31 + 7 * i + 11) % 1_000_003;
      article += `${varied(paragraphs[at % paragraphs.length], at)}\n\n`;
    }
    articles.push(article.slice(0, length));
  }
  return articles;
}

/** A paragraph in which some words are others: a thousand articles are not about ten people. */
function varied(paragraph, seed) {
  let n = seed;
  return paragraph.replace(/\b[A-Z][a-z]{3,}\b/g, (word) => {
    n = (n * 1103515245 + 12345) % 2147483648;
    return n % 5 ? word : word[0] + [..."aeiou"][n % 5 === 0 ? (n >> 8) % 5 : 0] + word.slice(1);
  });
}
