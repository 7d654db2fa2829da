#!/bin/sh
# Builds the pages into the folder that the service serves at "/":   sh src/main/webui/build.sh TARGET_DIR
# Does nothing when neither sources nor lockfile changed since the last build into that folder.
set -eu

[ $# -eq 1 ] || { echo "usage: build.sh TARGET_DIR" >&2; exit 2; }
mkdir -p "$1"
target=$(cd "$1" && pwd)
cd "$(dirname "$0")"

fail() { echo "build.sh: $*" >&2; exit 1; }

command -v node >/dev/null 2>&1 \
  || fail "Node.js 20 or newer is needed to build the pages and none was found. Install it, or build without the pages: -Dskip.webui"
major=$(node -p 'process.versions.node.split(".")[0]')
[ "$major" -ge 20 ] \
  || fail "Node.js 20 or newer is needed to build the pages; this is $(node -v). Or build without the pages: -Dskip.webui"

hash() { sha256sum 2>/dev/null || shasum -a 256; }

# Names and contents: a file that was moved is a change too.
sources_hash() {
  find . \( -path ./node_modules -o -path ./dist \) -prune -o -type f -print | LC_ALL=C sort | while IFS= read -r file; do
    echo "$file"
    cat "$file"
  done | hash | cut -d ' ' -f 1
}

# Kept beside the target, not in it, so that they are never served.
stamp="$target.pages-hash"
owned="$target.pages-files"

now=$(sources_hash)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ] && [ -f "$target/index.html" ]; then
  exit 0
fi

wanted=$(cat package.json package-lock.json .npmrc | hash | cut -d ' ' -f 1)
installed=node_modules/.installed-hash
if [ ! -f "$installed" ] || [ "$(cat "$installed")" != "$wanted" ]; then
  command -v npm >/dev/null 2>&1 || fail "npm is needed to fetch what the pages are built with, and was not found."
  echo "build.sh: fetching what the pages are built with"
  npm install --no-save --loglevel=error || fail "npm install failed. Is a registry reachable? See the lines above."
  # The lockfile knows the binaries of the machines it was written on; another machine's come by the versions of package.json.
  node --input-type=module -e 'await import("rollup"); await import("esbuild")' 2>/dev/null \
    || { rm -rf node_modules && npm install --no-save --no-package-lock --loglevel=error; } || fail "npm install failed. See the lines above."
  printf '%s\n' "$wanted" > "$installed"
fi

# Only what an earlier build put there is removed.
rm -f "$stamp"
if [ -f "$owned" ]; then
  while IFS= read -r file; do rm -f "$target/$file"; done < "$owned"
fi

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
PAGES_DIR="$fresh" npm run --silent build || fail "the pages do not build; see the lines above."
(cd "$fresh" && find . -type f -print | sed 's|^\./||') > "$owned"
cp -R "$fresh/." "$target/"
printf '%s\n' "$now" > "$stamp"
