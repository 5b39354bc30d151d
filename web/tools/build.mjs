/*
 * Makes what browsers load: `node tools/build.mjs [folder]`, by default target/classes/web. Does nothing where
 * nothing has changed since the last time.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OUTSIDE } from './guide/sources.mjs';
import { documents, writeDocuments } from './openapi/index.mjs';
import { writePostman } from './postman/index.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const repository = resolve(root, '..');
const output = resolve(process.argv[2] ?? join(root, 'target/classes/web'));
const stamp = join(root, 'target/build.stamp');
const modules = join(root, 'node_modules');

/** Versions of browsers as capture/src/environment.ts states them. Chrome 60 is the oldest, and needs no helpers. */
const TARGET = ['chrome60', 'edge92', 'firefox79', 'safari15', 'opera48'];

/** The portal is for people who run a server; these have windows over a page (<dialog>). */
const PORTAL_TARGET = ['chrome105', 'edge105', 'firefox121', 'safari15.4'];

const SCRIPTS = [
  { entry: 'bioserver-environment-api', name: 'BioserverEnvironment', target: ['es2015'], minify: false },
  { entry: 'bioserver-video-api', name: 'BioserverVideo' },
  { entry: 'bioserver-network-check', name: 'BioserverNetworkCheck' },
  { entry: 'bioserver-video-ui', name: 'BioserverVideoUI' },
];

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((each) => (each.isDirectory() ? files(join(folder, each.name)) : [join(folder, each.name)]));
}

/** Of everything that decides what is made, and of where to. */
function digest() {
  const sources = ['package.json', 'package-lock.json', 'tsconfig.json'].map((name) => join(root, name));
  sources.push(...['tools', 'capture', 'demo', 'portal', 'reference', 'guide', 'status'].flatMap((name) => files(join(root, name))));
  sources.push(...OUTSIDE.map(([name]) => join(repository, name)), ...files(join(repository, 'docs')));
  const hash = createHash('sha256').update(output);
  for (const file of sources) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function run(command, args) {
  const isWindows = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: isWindows });
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? `status ${status}`}`);
  }
}

/** The versions come from the lock file alone; no script of a package runs. */
function installPackages() {
  const installed = join(modules, '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']);
  }
}

/** What of other packages came into what browsers load: names of their folders. */
const shipped = new Set();

/** Remembers the packages that a bundle is made of. */
const noteShipped = {
  name: 'note-shipped',
  generateBundle(_, chunks) {
    for (const { moduleIds = [] } of Object.values(chunks)) {
      for (const id of moduleIds) {
        const folder = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id.replaceAll('\\', '/'));
        if (folder) {
          shipped.add(folder[1]);
        }
      }
    }
  },
};

/** Which packages are shipped, for the report of licences. */
function writePackages(file) {
  const packages = [...shipped].sort().map((name) => {
    const { version, license } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
    return { name, version, licence: license ?? 'unknown' };
  });
  writeFileSync(file, JSON.stringify(packages));
}

async function bundle(vite, { entry, name, target = TARGET, minify = true, format = 'iife' }, folder, plugins = []) {
  await vite.build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [...plugins, noteShipped],
    build: {
      outDir: folder,
      emptyOutDir: false,
      target,
      minify,
      lib: { entry, formats: [format], fileName: () => `${basename(entry, '.ts')}.js`, ...(name && { name }) },
      rolldownOptions: { output: { banner: '/*! Selfsame, Apache-2.0 */', comments: { legal: true } } },
    },
  });
}

/** The page is written against the published types, and loads the published module as any other page does. */
const publishedModule = {
  name: 'published-module',
  enforce: 'pre',
  resolveId: (source) =>
    source.endsWith('/types/selfsame-capture.js')
      ? { id: '../video-server/selfsame-capture.js', external: 'absolute' }
      : null,
};

/** The reference of the APIs, and what it and programs read. */
async function buildReference(vite, folder) {
  await bundle(vite, { entry: 'reference/reference.ts', name: 'SelfsameReference', target: 'es2022' }, folder);
  for (const name of ['index.html', 'reference.css', 'icon.svg']) {
    cpSync(join(root, 'reference', name), join(folder, name));
  }
  const ui = join(modules, 'swagger-ui-dist');
  cpSync(join(ui, 'swagger-ui.css'), join(folder, 'swagger-ui.css'));
  cpSync(join(ui, 'swagger-ui-es-bundle.js.LICENSE.txt'), join(folder, 'reference.js.LICENSE.txt'));
  const described = documents(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
  writeDocuments(join(folder, 'openapi'), described);
  writePostman(join(folder, 'postman'), described);
}

/** The documents of the repository as pages. */
async function buildGuide(vite, folder) {
  await bundle(vite, { entry: 'guide/guide.ts', target: 'es2022', format: 'es' }, folder);
  cpSync(join(root, 'guide/guide.css'), join(folder, 'guide.css'));
  cpSync(join(root, 'reference/icon.svg'), join(folder, 'icon.svg'));
  // why not at the top: it uses a package that is there only now
  const { writeGuide } = await import('./guide/index.mjs');
  writeGuide(repository, folder);
}

/** Names change with their content, so that browsers may keep them for ever. */
async function bundlePortal(vite, folder) {
  await vite.build({
    root: join(root, 'portal'),
    base: './',
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [noteShipped],
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: PORTAL_TARGET,
      // why: the page's policy allows no data: addresses, and the style sheets are small as they are
      assetsInlineLimit: 0,
      cssMinify: false,
      modulePreload: false,
      rolldownOptions: {
        output: {
          banner: '/*! Selfsame, Apache-2.0 */',
          comments: { legal: true },
          entryFileNames: 'assets/portal-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  });
}

/** The page itself is written by the server; it looks like the portal. */
function copyStatus(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of ['look.css', 'tables.css']) {
    cpSync(join(root, 'portal', name), join(folder, name));
  }
  cpSync(join(root, 'demo/icon.svg'), join(folder, 'icon.svg'));
  cpSync(join(root, 'status/status.css'), join(folder, 'status.css'));
}

async function build() {
  installPackages();
  rmSync(join(root, 'target/js'), { recursive: true, force: true });
  rmSync(output, { recursive: true, force: true });
  run('node', [join(modules, 'typescript/bin/tsc'), '--project', root]);
  const scripts = join(output, 'video-server');
  const page = join(output, 'capture');
  mkdirSync(scripts, { recursive: true });
  mkdirSync(page, { recursive: true });
  const vite = await import('vite');
  for (const script of SCRIPTS) {
    await bundle(vite, { ...script, entry: `capture/src/${script.entry}.ts` }, scripts);
  }
  await bundle(vite, { entry: 'capture/src/selfsame-capture.ts', format: 'es' }, scripts);
  cpSync(join(root, 'capture/types/selfsame-capture.d.ts'), join(scripts, 'selfsame-capture.d.ts'));
  await bundle(vite, { entry: 'demo/capture.ts', format: 'es' }, page, [publishedModule]);
  for (const name of ['index.html', 'capture.css', 'icon.svg']) {
    cpSync(join(root, 'demo', name), join(page, name));
  }
  await bundlePortal(vite, join(output, 'portal'));
  await buildReference(vite, join(output, 'docs'));
  await buildGuide(vite, join(output, 'docs/guide'));
  writePackages(join(output, 'packages.json'));
  copyStatus(join(output, 'status'));
}

const wanted = digest();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted || !existsSync(output)) {
  rmSync(stamp, { force: true });
  await build();
  writeFileSync(stamp, wanted);
}
