// What Python asks of citeproc-js. Styles stay compiled, the least lately used go.

const MOST_ENGINES = 4;
const compiled = new Map();
let items = {};

function system() {
  return {
    retrieveLocale: (language) => LOCALES[language] ?? LOCALES["en-US"],
    retrieveItem: (id) => items[id],
  };
}

function engineOf(name, style) {
  const engine = compiled.get(name) ?? new CSL.Engine(system(), style, "en-US");
  engine.opt.development_extensions.wrap_url_and_doi = false;
  compiled.delete(name);
  compiled.set(name, engine);
  if (compiled.size > MOST_ENGINES) compiled.delete(compiled.keys().next().value);
  return engine;
}

// Each as HTML, in the order given; empty where the style prints nothing of it.
function formatted(name, style, form, given, places) {
  const ids = given.map((item) => item.id);
  items = Object.fromEntries(given.map((item) => [item.id, item]));
  const engine = engineOf(name, style);
  try {
    engine.updateItems([]);
    // The order is the reader's and not the style's: numbers follow it.
    engine.updateItems(ids, true);
    if (form === "citation") {
      return JSON.stringify(ids.map((id, n) => engine.makeCitationCluster([{ id, ...places[n] }])));
    }
    const [found, entries] = engine.makeBibliography();
    const printed = Object.fromEntries(found.entry_ids.map((of, n) => [of[0], entries[n]]));
    return JSON.stringify(ids.map((id) => printed[id] ?? ""));
  } catch (error) {
    compiled.delete(name);
    throw error;
  } finally {
    items = {};
  }
}

const isCompiled = (name) => compiled.has(name);
