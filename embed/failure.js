// What goes wrong, as a sentence for the page's reader and its maker.

/** `Frame` is there where only the page's own policy is in the way: an iframe may still do. */
export class Failure extends Error {
  constructor(message, Frame) {
    super(message);
    this.Frame = Frame;
  }
}

/** What `promise` comes to, or a failure that says what did not come, or not within so many seconds. */
export async function reached(name, seconds, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(reject, seconds * 1000, new Failure(`${name} did not answer in time (${seconds} s). Try again later.`));
  });
  try {
    return await Promise.race([promise, late]);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${name} could not be reached. Check the connection and the address.`);
  } finally {
    clearTimeout(timer);
  }
}
