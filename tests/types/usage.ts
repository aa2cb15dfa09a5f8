// What a page may write, and what it may not. Checked by tests/types.test.mjs; nothing of it is run.

import { BackstoryStory, type Handle, type Options, mount, version } from "../../embed/backstory.js";

const place = document.createElement("div");
const options: Options = { theme: "dark", view: "timeline", height: 640, loading: "lazy", frame: "/backstory-frame.html" };
const handle: Handle = mount(place, "/story.json", options);
mount(place, new URL("https://example.org/story.json"));
mount(place, { format: "backstory/1", title: "A story", entities: [] });
handle.update("/other.json");
handle.select("somebody");
handle.select(null);
handle.window("2024", "2024-07");
handle.window();
const end: () => void = handle.on("select", ({ id }) => id?.toUpperCase());
end();
handle.on("window", ({ from, to }) => [from, to]);
handle.on("error", ({ message }) => message.length);
handle.destroy();

const element: BackstoryStory = document.createElement("backstory-story");
element.select("somebody");
element.addEventListener("backstory-select", (event) => event.detail.id);
document.body.append(element);
const known: string = version + BackstoryStory.version + Backstory.version;
Backstory.mount(place, known);

// @ts-expect-error: an element, not a selector
mount("#place", "/story.json");
// @ts-expect-error: a story is needed
mount(place);
// @ts-expect-error: there is no such view
mount(place, "/story.json", { view: "clock" });
// @ts-expect-error: there is no such option
mount(place, "/story.json", { colour: "red" });
// @ts-expect-error: there is no such event
handle.on("click", () => {});
// @ts-expect-error: an id is a text
handle.select(7);
// @ts-expect-error: a story has a title
handle.update({ format: "backstory/1" });
