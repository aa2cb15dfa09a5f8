// The peers: a tick of each on a large graph, and the whole picture of a small one.

import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation } from "d3-force";
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import iterate from "graphology-layout-forceatlas2/iterate";
import helpers from "graphology-layout-forceatlas2/helpers";
import defaults from "graphology-layout-forceatlas2/defaults";
import createGraph from "ngraph.graph";
import createLayout from "ngraph.forcelayout";
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";

cytoscape.use(fcose);

/** The opening angle, for all: d3-force's own. */
const THETA = 0.9;

const links = (edges) => edges.map(([source, target]) => ({ source, target }));
const at = (starts, node) => ({ x: starts[2 * node], y: starts[2 * node + 1] });

/** A function a peer that moves all nodes one step. */
export const TICKS = {
  "d3-force": ({ count, edges }, starts) => {
    const nodes = Array.from({ length: count }, (_, node) => at(starts, node));
    const simulation = forceSimulation(nodes)
      .force("charge", forceManyBody().theta(THETA))
      .force("link", forceLink(links(edges)))
      .force("center", forceCenter())
      .alphaDecay(0).alpha(0.5).stop();
    return () => simulation.tick();
  },
  forceatlas2: ({ count, edges }, starts) => {
    const graph = new Graph({ type: "undirected" });
    for (let node = 0; node < count; node++) graph.addNode(node, at(starts, node));
    for (const [from, to] of edges) graph.mergeEdge(from, to);
    const settings = { ...defaults, ...forceAtlas2.inferSettings(graph), barnesHutOptimize: true, barnesHutTheta: THETA };
    const arrays = helpers.graphToByteArrays(graph, () => 1);
    return () => iterate(settings, arrays.nodes, arrays.edges);
  },
  "ngraph.forcelayout": ({ count, edges }, starts) => {
    const graph = createGraph();
    for (let node = 0; node < count; node++) graph.addNode(node);
    for (const [from, to] of edges) graph.addLink(from, to);
    const layout = createLayout(graph, { theta: THETA });
    for (let node = 0; node < count; node++) layout.setNodePosition(node, starts[2 * node], starts[2 * node + 1]);
    return () => layout.step();
  },
};

/** A function a peer that gives the place of each node, the way its own documentation lays out a graph. */
export const PICTURES = {
  "d3-force + collide": ({ edges }, nodes) => {
    const bodies = nodes.map((node) => ({ ...node }));
    forceSimulation(bodies)
      .force("charge", forceManyBody())
      .force("link", forceLink(links(edges)))
      .force("collide", forceCollide((node) => node.width / 2 + 2))
      .force("center", forceCenter())
      .stop().tick(300);
    return bodies;
  },
  "cytoscape-fcose": ({ edges }, nodes) => {
    const elements = [
      ...nodes.map((_, node) => ({ data: { id: `n${node}` } })),
      ...edges.map(([from, to], edge) => ({ data: { id: `e${edge}`, source: `n${from}`, target: `n${to}` } })),
    ];
    const size = (side) => (node) => nodes[Number(node.id().slice(1))][side];
    const style = [{ selector: "node", style: { width: size("width"), height: size("height") } }];
    const cy = cytoscape({ headless: true, styleEnabled: true, elements, style });
    cy.layout({ name: "fcose", quality: "proof", animate: false, randomize: true }).run();
    const places = nodes.map((_, node) => ({ ...cy.getElementById(`n${node}`).position() }));
    cy.destroy();
    return places;
  },
  "ngraph.forcelayout": ({ count, edges }) => {
    const graph = createGraph();
    for (let node = 0; node < count; node++) graph.addNode(node);
    for (const [from, to] of edges) graph.addLink(from, to);
    const layout = createLayout(graph);
    for (let tick = 0; tick < 500 && !layout.step(); tick++);
    return Array.from({ length: count }, (_, node) => ({ ...layout.getNodePosition(node) }));
  },
};
