// wink-nlp as a page would use it for the nearest to what the reading does:
// sentences, entities (dates, amounts, e-mail addresses …) and parts of speech.
// It finds no people, organisations or places.

import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

const nlp = winkNLP(model);
const { its } = nlp;

export function read(texts) {
  return texts.map((text) => {
    const document = nlp.readDoc(text);
    return [document.sentences().out(), document.entities().out(its.detail), document.tokens().out(its.pos)];
  });
}
