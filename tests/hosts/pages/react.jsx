// A React page: the element as JSX, and mount() in an effect, both under StrictMode.

import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

function Mounted({ story }) {
  const place = useRef(null);
  useEffect(() => {
    const handle = window.Backstory.mount(place.current, story);
    return () => handle.destroy();
  }, [story]);
  return <div id="mounted" ref={place}><p>In short, mounted</p></div>;
}

function Page() {
  const [shown, show] = useState(true);
  const [src, setSrc] = useState("/tests/stories/iphone-4.json");
  const [selected, select] = useState("nothing");
  return (
    <main>
      <button onClick={() => show(!shown)}>Toggle</button>
      <button onClick={() => setSrc("/data/story.json")}>Other</button>
      <output>{selected}</output>
      {shown && (
        <backstory-story id="element" src={src} theme="light" onbackstory-select={(event) => select(event.detail.id ?? "nothing")}>
          <p id="fallback">In short</p>
        </backstory-story>
      )}
      {shown && <Mounted story={src} />}
    </main>
  );
}

createRoot(document.getElementById("app")).render(<StrictMode><Page /></StrictMode>);
