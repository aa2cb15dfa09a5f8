// A file from the web, all of it in time or a sentence.

import { Failure, reached } from "./failure.js";

/** What is read of a file at most, in megabytes: many times what the largest stories need. */
const LIMIT = 32;

/** A file's content. */
export async function download(url, name, seconds, integrity, signal) {
  const stop = new AbortController();
  signal?.addEventListener("abort", () => stop.abort());
  try {
    return await reached(name, seconds, bodyOf(url, name, { __proto__: null, integrity, signal: stop.signal }));
  } finally {
    stop.abort();
  }
}

async function bodyOf(url, name, init) {
  const response = await fetch(url, init);
  if (!response.ok) throw new Failure(`The server answered ${response.status} for ${name}. Check the address.`);
  const chunks = [];
  let room = LIMIT * 1e6;
  // Bit by bit: nobody knows how much is to come.
  for (let reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks);
    chunks.push(value);
    room -= value.length;
    if (room < 0) throw new Failure(`${name} has more than ${LIMIT} MB. Publish less of it.`);
  }
}
