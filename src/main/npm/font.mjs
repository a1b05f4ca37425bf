// Puts the font of the pictures onto the classpath: from its npm package, which target/font holds.
import { execSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "..", "..", "target");
const home = join(target, "font");
const fonts = join(target, "classes", "fonts");
const done = join(home, "installed.json");

function isInstalled() {
  return existsSync(done) && readFileSync(done).equals(readFileSync(join(here, "package-lock.json")));
}

mkdirSync(home, { recursive: true });
if (!isInstalled()) {
  for (const file of ["package.json", "package-lock.json", ".npmrc"]) copyFileSync(join(here, file), join(home, file));
  execSync("npm ci --ignore-scripts --no-audit --no-fund", { cwd: home, stdio: ["ignore", "ignore", "inherit"] });
  copyFileSync(join(home, "package-lock.json"), done);
}
mkdirSync(fonts, { recursive: true });
const folder = join(home, "node_modules", "@embedpdf", "fonts-sc");
copyFileSync(join(folder, "fonts", "NotoSansHans-Regular.otf"), join(fonts, "NotoSansHans-Regular.otf"));
copyFileSync(join(folder, "LICENSE"), join(fonts, "LICENSE"));
