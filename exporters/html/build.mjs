// Makes one self-contained page: script, style and the licences of what is bundled, ready to be filled with a graph.
//   node build.mjs OUT.html
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));  // Debian 12 has Node.js 18
const out = process.argv[2] ?? path.join(here, "dist/picture.html");
const read = (...parts) => readFileSync(path.join(here, ...parts), "utf8");

const bundle = await build({
  entryPoints: [path.join(here, "src/main.js")],
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  target: "es2020",
  legalComments: "none",
  metafile: true,
});
const script = bundle.outputFiles[0].text.replaceAll("</script", "<\\/script");

const packages = new Set(
  Object.keys(bundle.metafile.inputs)
    .map((file) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1])
    .filter(Boolean),
);
const licences = [...packages].sort().map((name) => {
  const at = ["LICENSE", "LICENSE.txt", "LICENSE.md"].find((file) => existsSync(path.join(here, "node_modules", name, file)));
  const { version, license } = JSON.parse(read("node_modules", name, "package.json"));
  return `${name} ${version} (${license})\n\n${at ? read("node_modules", name, at) : ""}`;
});

// Only this very script may run; nothing may be loaded from anywhere.
const hash = createHash("sha256").update(script).digest("base64");
const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`;

const page = read("src/page.html")
  .replace("{{policy}}", () => policy)
  .replace("{{licences}}", () => licences.join("\n\n").replaceAll("--", "- -"))
  .replace("{{style}}", () => read("src/style.css"))
  .replace("{{script}}", () => script);
writeFileSync(out, page);
