/* Runs the tests of what tools/build.mjs made: `node tools/test.mjs [folder with that] [folder for the report]`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const bundled = resolve(process.argv[2] ?? join(root, 'target/classes/web'));
const reports = resolve(process.argv[3] ?? join(root, 'target/surefire-reports'));
const compiled = ['target/js/capture/test', 'target/js/portal/test', 'target/js/guide/test'];
const tests = compiled.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.test.js'))
    .map((name) => join(folder, name)),
);
mkdirSync(reports, { recursive: true });
const { status } = spawnSync(
  process.execPath,
  [
    '--test',
    '--test-reporter=dot',
    '--test-reporter-destination=stdout',
    '--test-reporter=./tools/surefire-reporter.mjs',
    `--test-reporter-destination=${join(reports, 'TEST-web.xml')}`,
    ...tests,
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, SELFSAME_WEB: bundled } },
);
process.exit(status ?? 1);
