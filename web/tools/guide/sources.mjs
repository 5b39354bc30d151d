/* Which files of the repository become pages of the guide, in which order and groups. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Documents that belong together. What stands in no group goes into the last one, so that nothing is left out. */
const GROUPS = [
  ['Start', ['quick-start', 'concepts', 'migration', 'roll-out']],
  [
    'Call the APIs',
    [
      'api-reference',
      'biometric-services',
      'multibiometrics',
      'sessions',
      'web-capture',
      'liveness-recordings',
      'callbacks',
      'signatures',
      'samples',
      'java-client',
    ],
  ],
  [
    'Run a server',
    [
      'configuration',
      'command-line',
      'deployment',
      'operations',
      'portal',
      'tenants-and-keys',
      'people',
      'media',
      'audit',
      'performance',
    ],
  ],
  ['Faces and fingers', ['faces', 'portrait-quality', 'fingerprints', 'liveness', 'accuracy', 'model-packs']],
  ['Security and privacy', ['security', 'data-protection', 'dpia-template']],
];

const REST = 'More';
const PROJECT = 'The project';

/** Files outside docs/ that documents lead to. */
export const OUTSIDE = [
  ['README.md', 'project/readme.html'],
  ['CONTRIBUTING.md', 'project/contributing.html'],
  ['SECURITY.md', 'project/security-policy.html'],
  ['models/README.md', 'project/models.html'],
  ['NOTICE', 'project/notice.html'],
  ['models/NOTICE', 'project/models-notice.html'],
];

function markdown(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort();
}

function groupOf(name) {
  return GROUPS.find(([, names]) => names.includes(name))?.[0] ?? REST;
}

function place(name) {
  const index = GROUPS.flatMap(([, names]) => names).indexOf(name);
  return index < 0 ? Number.MAX_SAFE_INTEGER : index;
}

/** Every page: {source, path, group, text}, by groups; the index first. */
export function sources(repository) {
  const read = (source, path, group) => ({ source, path, group, text: readFileSync(join(repository, source), 'utf8') });
  const documents = markdown(join(repository, 'docs'))
    .map((file) => file.slice(0, -3))
    .filter((name) => name !== 'README')
    .sort((a, b) => place(a) - place(b));
  const inGroups = [...GROUPS.map(([group]) => group), REST].flatMap((group) =>
    documents
      .filter((name) => groupOf(name) === group)
      .map((name) => read(`docs/${name}.md`, `${name}.html`, group)),
  );
  return [
    read('docs/README.md', 'index.html', ''),
    ...inGroups,
    ...OUTSIDE.map(([source, path]) => read(source, path, PROJECT)),
    ...markdown(join(repository, 'docs/decisions')).map((file) =>
      read(`docs/decisions/${file}`, `decisions/${file.slice(0, -3)}.html`, ''),
    ),
  ];
}
