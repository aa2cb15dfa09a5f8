// The peers' pages with the same graph: `globalThis.draw(name)` makes one in `#picture`.

import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import Sigma from "sigma";
import cytoscape from "cytoscape";

const COLOURS = { person: "#1f4e79", state: "#7a4f12", organisation: "#4d3f86", place: "#50565f" };

/** Both get the same places, by forces. */
function placed({ entities, relations }) {
  const graph = new Graph({ type: "directed", multi: true });
  entities.forEach(({ id, name, kind }, at) => {
    // A sunflower's spiral (Vogel 1979), so that no two start on one spot.
    const [angle, radius] = [at * 2.399963, Math.sqrt(at)];
    graph.addNode(id, { label: name, size: 3, color: COLOURS[kind], x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
  });
  for (const { id, from, to } of relations) graph.addEdgeWithKey(id, from, to, { size: 1, color: "#ccc" });
  forceAtlas2.assign(graph, { iterations: 100, settings: { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: true } });
  return graph;
}

const MAKE = {
  sigma(graph, container) {
    const sigma = new Sigma(graph, container);
    sigma.getCamera().setState({ ratio: 1 / 1.96 });
    return sigma.getMouseCaptor().container;
  },
  cytoscape(graph, container) {
    const nodes = graph.mapNodes((id, { label, color, x, y }) => ({ data: { id, label, color }, position: { x, y } }));
    const edges = graph.mapEdges((id, _, source, target) => ({ data: { id: `edge-${id}`, source, target } }));
    const style = [
      { selector: "node", style: { width: 6, height: 6, "background-color": "data(color)", label: "data(label)", "font-size": 12, "min-zoomed-font-size": 8 } },
      { selector: "edge", style: { width: 1, "line-color": "#ccc" } },
    ];
    const cy = cytoscape({ container, elements: [...nodes, ...edges], style, layout: { name: "preset" } });
    cy.fit();
    cy.zoom({ level: cy.zoom() * 1.96, renderedPosition: { x: 376, y: 260 } });
    return container.querySelector("canvas:last-of-type") ?? container;
  },
};

globalThis.draw = async (name) => MAKE[name](placed(await (await fetch("/many.json")).json()), document.getElementById("picture"));
