// What takes long, in steps between which the page answers its reader.

/** Milliseconds of work until the page may answer: half a frame. */
const SLICE = 8;

/**
 * What a browser reads before it formats its first date, a third at a time: which
 * script a language is in, which languages there are, and what it knows of calendars.
 */
const FORMATTING = [() => new Intl.Locale("en").maximize(), () => new Intl.Collator(), () => new Intl.DateTimeFormat()];

/** Lets the page do what is waiting: a reader's tap, a frame. */
const pause = globalThis.scheduler?.yield
  ? () => scheduler.yield()
  : () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/**
 * Reads a story into an instance of the wasm, and brings the words of a language; gives what `mount` and `update`
 * take.
 */
export async function read(wasm, story, lang, signal) {
  for (const prepare of FORMATTING) {
    await pause();
    prepare();
  }
  await pause();
  const incoming = new wasm.Incoming(story, lang);
  let since = performance.now();
  while (!signal.aborted && incoming.step()) {
    if (performance.now() - since > SLICE) {
      await pause();
      since = performance.now();
    }
  }
  await pause();
  await wasm.arrived();
  // To mount it takes longest.
  await pause();
  return incoming;
}

/** Shows the parts of a mounted widget one after the other. */
export async function unfold(wasm, handle, signal) {
  let more = true;
  await pause();
  while (more && !signal.aborted) {
    more = handle.step();
    // What a step changes is drawn after it.
    await pause();
  }
  await wasm.arrived();
  await pause();
}
