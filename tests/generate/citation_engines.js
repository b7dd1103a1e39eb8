// Jobs from standard input, what citeproc-js makes of each to standard output, both as JSON lists.
// A job is {style, locales, item, form, label, locator}: the style as XML, the folder of the locales, the
// item in CSL-JSON.
"use strict";
const fs = require("fs");
const CSL = require(process.argv[2]);

const OTHER = { id: "other", type: "book", title: "Another", author: [{ literal: "Nobody" }] };
const engines = new Map();
let items = {};

// An engine takes most of its time to read its style.
function engineOf(style, locales) {
  if (!engines.has(style)) {
    const retrieveLocale = (tag) => fs.readFileSync(`${locales}/locales-${tag}.xml`, "utf8");
    const system = { retrieveLocale, retrieveItem: (id) => items[id] };
    engines.set(style, new CSL.Engine(system, style));
  }
  return engines.get(style);
}

function made({ style, locales, item, form, label, locator }) {
  items = { [item.id]: item, other: OTHER };
  const engine = engineOf(style, locales);
  engine.rebuildProcessorState([]);
  if (form === "bibliography") {
    engine.updateItems([item.id]);
    return engine.makeBibliography()[1].join(" ");
  }
  const cluster = (id, number, before) => {
    const cited = id === item.id && locator ? { id, locator, label } : { id };
    const citation = { citationItems: [cited], properties: { noteIndex: number } };
    const [, changed] = engine.processCitationCluster(citation, before, []);
    return { shown: changed.at(-1)[1], id: citation.citationID };
  };
  const first = cluster(item.id, 1, []);
  if (form !== "short-note") return first.shown;
  const second = cluster("other", 2, [[first.id, 1]]);
  return cluster(item.id, 3, [[first.id, 1], [second.id, 2]]).shown;
}

const jobs = JSON.parse(fs.readFileSync(0, "utf8"));
const answers = jobs.map((job) => {
  try {
    return made(job);
  } catch (fault) {
    return `could not be made: ${fault}`;
  }
});
process.stdout.write(JSON.stringify(answers));
