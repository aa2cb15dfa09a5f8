// How long a reader waits until the story is there, on a slow processor.

const ROUNDS = 9;
/** How much slower than this machine the page's processor is made. */
const SLOWER = 4;
const PAGES = ["ours", "theirs", "again"];

/** Milliseconds from the start of the navigation until it can be used, by page. */
export async function starts(browser, server) {
  const times = Object.fromEntries(PAGES.map((page) => [page, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const page of PAGES) times[page].push(await start(browser, server.address(`/start/${page}`)));
  }
  return times;
}

async function start(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await tab.goto(address);
  await tab.waitForFunction(() => globalThis.ready, undefined, { timeout: 60_000 });
  const ready = await tab.evaluate(() => globalThis.ready);
  await context.close();
  return ready;
}

export { ROUNDS, SLOWER };
