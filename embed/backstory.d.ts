/**
 * Backstory in a web page: `<backstory-story>`, and the same as a function.
 *
 * docs/embedding.md tells more.
 */

/** The version of this package. */
export const version: string;

/** A story: the address of a story.json, or what `JSON.parse` makes of one. */
export type Story = string | URL | StoryData;

/** The content of a story.json, format `backstory/1`; docs/story.schema.json has all of it. */
export interface StoryData {
  format: string;
  title: string;
  [field: string]: unknown;
}

/** What can be chosen; on the element, each is an attribute of the same name. */
export interface Options {
  /** The language of the widget's own words: a BCP 47 tag. */
  lang?: string;
  /** Light or dark whatever the reader's system says. */
  theme?: "light" | "dark";
  /** The view that is on top where there is room for one. */
  view?: "diagram" | "timeline" | "sources";
  /** A fixed height, as a number of pixels or a CSS length; "auto" keeps no room free. Without it, a screenful is. */
  height?: number | string;
  /** The guided steps that the widget begins with. */
  steps?: string;
  /** Keeps what is selected in the page's address, under this name; "backstory" where it is empty. */
  share?: string;
  /** When loading begins: for `mount` at once, for the element near the view, unless it is told otherwise. */
  loading?: "eager" | "lazy";
  /** Seconds to wait for the story; 20 unless it is told otherwise. */
  timeout?: number | string;
  /** The address of backstory-frame.html: an iframe of it is shown where the page's policy forbids the widget. */
  frame?: string;
}

/** What each event tells. As DOM events they are called `backstory-ready` and so on, and have it as their `detail`. */
export interface Events {
  /** The story is there: the first time, and after every update. */
  ready: Record<string, never>;
  /** Something else is selected: its id, or null for nothing. */
  select: { id: string | null };
  /** The time is narrowed to other days (ISO 8601); null is an open side. */
  window: { from: string | null; to: string | null };
  /** The story cannot be shown; the page's own content is there again. */
  error: { message: string };
}

/** What steers a story that is shown. */
export interface Handle {
  /** Shows another story, or another version of this one. What goes wrong is told by the event "error". */
  update(story: Story): void;
  /**
   * Selects the item with this id; nothing without one.
   * @throws Error with a sentence, when there is no such item or no story yet.
   */
  select(id?: string | null): void;
  /**
   * Narrows the time to the days from the start of one EDTF date to the end of another.
   * @throws Error with a sentence, when a date is none or there is no story yet.
   */
  window(from?: string | null, to?: string | null): void;
  /** Calls `listener` at every event of a type; gives the function that ends this. */
  on<Type extends keyof Events>(type: Type, listener: (detail: Events[Type]) => void): () => void;
  /** Takes the widget down and frees what it held; the element's own content is there again. */
  destroy(): void;
}

/**
 * Shows a story in an element that may have a shadow root. What was mounted
 * there before is taken down.
 * @throws TypeError with a sentence, when the element or the story will not do.
 */
export function mount(element: HTMLElement, story: Story, options?: Options): Handle;

/** The element `<backstory-story>`; importing this module makes it known. */
export class BackstoryStory extends HTMLElement implements Handle {
  static readonly version: string;
  update(story: Story): void;
  select(id?: string | null): void;
  window(from?: string | null, to?: string | null): void;
  on<Type extends keyof Events>(type: Type, listener: (detail: Events[Type]) => void): () => void;
  destroy(): void;
}

/** What the classic script, `backstory.js` or `backstory-single.js`, leaves in the page. */
export interface Global {
  readonly mount: typeof mount;
  readonly version: string;
}

declare global {
  var Backstory: Global;

  interface HTMLElementTagNameMap {
    "backstory-story": BackstoryStory;
  }

  interface HTMLElementEventMap {
    "backstory-ready": CustomEvent<Events["ready"]>;
    "backstory-select": CustomEvent<Events["select"]>;
    "backstory-window": CustomEvent<Events["window"]>;
    "backstory-error": CustomEvent<Events["error"]>;
  }
}
