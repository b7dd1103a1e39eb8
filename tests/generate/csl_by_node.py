"""Writes what citeproc-js gives in node, without any of our own code in JavaScript, for the styles and
things of ``tests.citation.csl.sample``: ``tests/expected/csl/by_node.json``.

    SITE_URL=https://facing.example DJANGO_SETTINGS_MODULE=archive.settings python -m tests.generate.csl_by_node
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import django

django.setup()

from archive.citation.csl import catalogue  # noqa: E402
from tests.citation.csl.sample import STYLES, items  # noqa: E402

ROOT = Path(__file__).parents[2]
_CITEPROC = ROOT / "archive" / "citation" / "csl" / "vendor" / "citeproc" / "citeproc_commonjs.js"
_NODE = """
const CSL = require(process.argv[1]);
const { jobs, locales } = JSON.parse(require("fs").readFileSync(0));
console.log(JSON.stringify(jobs.map(({ style, items }) => {
  const held = Object.fromEntries(items.map((item) => [item.id, item]));
  const system = { retrieveLocale: (name) => locales[name] ?? locales["en-US"], retrieveItem: (id) => held[id] };
  const engine = new CSL.Engine(system, style, "en-US");
  engine.opt.development_extensions.wrap_url_and_doi = false;
  engine.updateItems(items.map((item) => item.id), true);
  const bibliography = engine.makeBibliography();
  if (bibliography) return bibliography[1];
  return items.map((item) => engine.makeCitationCluster([{ id: item.id }]));
})));
"""


def main() -> None:
    """Write the file anew."""
    jobs = [{"style": catalogue.source(name), "items": items(name)} for name in STYLES]
    given = json.dumps({"jobs": jobs, "locales": catalogue.locales()})
    command = ["node", "-e", _NODE, "--", str(_CITEPROC)]
    said = subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout
    found = dict(zip(STYLES, json.loads(said), strict=True))
    path = ROOT / "tests" / "expected" / "csl" / "by_node.json"
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
