// How long a frame takes while a reader moves a picture of thousands.

/** How many nodes and events the pictures have. */
export const NODES = 2000;
export const EVENTS = 2000;
/** Each is measured in so many rounds, in a page of its own each time. */
export const ROUNDS = 5;
/** Frames that are thrown away first, and those that count. */
const WARM = 10;
export const COUNTED = 120;
/** After so many milliseconds the frames that there are must do: some take seconds. */
const PATIENCE = 6000;
/** Frames that are measured however long they take. */
const LEAST = 8;
export const OURS = "Backstory";
export const AGAIN = "Backstory again (control)";
const WHO = { pan: [OURS, "sigma", "cytoscape", AGAIN], zoom: [OURS, "vis-timeline", AGAIN] };

/** The times of all frames in milliseconds, by who made them. */
export async function frames(browser, server, what, rounds = ROUNDS) {
  const times = Object.fromEntries(WHO[what].map((who) => [who, []]));
  for (let round = 0; round < rounds; round++) {
    for (const who of WHO[what]) times[who].push(...(await moved(browser, server, what, who)));
  }
  return times;
}

export async function moved(browser, server, what, who) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  tab.setDefaultTimeout(120_000);
  await tab.goto(server.address(`/${what}/${encodeURIComponent(who)}`));
  const ground = who.startsWith(OURS) ? await ours(tab, what) : await tab.evaluateHandle((name) => globalThis.draw(name), who);
  await tab.waitForTimeout(1000);
  const times = await ground.evaluate(measure, { what, warm: WARM, counted: COUNTED, patience: PATIENCE, least: LEAST });
  await context.close();
  return times;
}

/** The widget, with all that there is to see. */
async function ours(tab, what) {
  const widget = tab.locator("backstory-story");
  if (what === "zoom") {
    await widget.locator(".axis").waitFor();
    return widget.locator(".axis").elementHandle();
  }
  await widget.locator(".diagram").getByRole("button", { name: `Show all ${NODES}` }).click();
  await widget.locator("canvas").waitFor();
  for (let step = 0; step < 2; step++) await widget.locator(".diagram").getByRole("button", { name: "Zoom in" }).click();
  return widget.locator("canvas").elementHandle();
}

/** Runs in the page: moves the picture once in each frame, by the events of a mouse, and times what the frame takes. */
async function measure(ground, { what, warm, counted, patience, least }) {
  const box = ground.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const send = (kind, at) => {
    const options = {
      bubbles: true, composed: true, cancelable: true, view: window, pointerId: 1, pointerType: "mouse", isPrimary: true,
      clientX: at, clientY: y, button: kind === "move" ? -1 : 0, buttons: kind === "up" ? 0 : 1,
    };
    ground.dispatchEvent(new PointerEvent(`pointer${kind}`, options));
    ground.dispatchEvent(new MouseEvent(`mouse${kind}`, { ...options, button: 0 }));
  };
  // Zoomed by a wheel, ten notches in and ten out.
  const turn = (frame) => {
    const deltaY = frame % 20 < 10 ? -60 : 60;
    ground.dispatchEvent(new WheelEvent("wheel", { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y, deltaY, ctrlKey: true }));
  };
  // Pushed by three pixels a frame, thirty frames to and thirty fro.
  const push = (frame) => send("move", x + 3 * Math.abs(((frame + 30) % 60) - 30));
  const next = () => new Promise(requestAnimationFrame);
  // What is posted within a frame comes after the browser has styled, laid out and painted it.
  const channel = new MessageChannel();
  const painted = () => new Promise((resolve) => {
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(0);
  });
  const times = [];
  await next();
  if (what === "pan") send("down", x);
  const begun = performance.now();
  const isLate = () => performance.now() - begun > patience;
  for (let frame = 0; times.length < counted && !(times.length >= least && isLate()); frame++) {
    await next();
    const start = performance.now();
    if (what === "pan") push(frame);
    else turn(frame);
    await painted();
    // One that takes so long needs no warming up.
    if (frame >= warm || isLate()) times.push(performance.now() - start);
  }
  if (what === "pan") send("up", x);
  return times;
}
