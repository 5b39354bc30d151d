/*
 * Makes a Postman collection (format 2.1) and its environment of the OpenAPI documents: the documents say how each
 * request looks, walk.mjs in which order they work.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDERS, LEFT_OUT } from './walk.mjs';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'patch'];

/** Every operation with its document, path and method, by its id. */
function operations(documents) {
  const all = new Map();
  for (const document of Object.values(documents)) {
    for (const [path, item] of Object.entries(document.paths)) {
      for (const method of METHODS.filter((name) => item[name])) {
        all.set(item[method].operationId, { document, path, method, ...item[method] });
      }
    }
  }
  return all;
}

function url(operation, query = {}) {
  const path = operation.path.replace(/\{(\w+)}/g, '{{$1}}');
  const pairs = Object.entries(query).map(([key, value]) => ({ key, value }));
  const suffix = pairs.length === 0 ? '' : `?${pairs.map(({ key, value }) => `${key}=${value}`).join('&')}`;
  return {
    raw: `{{baseUrl}}${path}${suffix}`,
    host: ['{{baseUrl}}'],
    path: path.slice(1).split('/'),
    ...(pairs.length > 0 && { query: pairs }),
  };
}

function part(key, value) {
  return value.file === undefined
    ? { key, type: 'text', value: value.text }
    : { key, type: 'file', src: value.file };
}

/** The parts of the example, and those that the step names. */
function formdata(media, { parts }) {
  const example = Object.entries(media.example ?? {}).map(([key, value]) => [
    key,
    { text: typeof value === 'string' ? value : JSON.stringify(value) },
  ]);
  return Object.entries({ ...Object.fromEntries(example), ...parts }).map(([key, value]) => part(key, value));
}

function raw(media, { example, replace = {} }) {
  const examples = media.examples ?? {};
  const value = (examples[example] ?? Object.values(examples)[0]).value;
  return Object.entries(replace).reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    JSON.stringify(value, null, 2),
  );
}

function body(operation, step) {
  const content = operation.requestBody?.content;
  if (content === undefined) {
    return {};
  }
  if (step.parts) {
    return { body: { mode: 'formdata', formdata: formdata(content['multipart/form-data'], step) } };
  }
  return {
    header: [{ key: 'Content-Type', value: 'application/json' }],
    body: {
      mode: 'raw',
      raw: raw(content['application/json'], step),
      options: { raw: { language: 'json' } },
    },
  };
}

/** Names that an answer always has, as its schema says. */
function required(operation, status) {
  const { $ref } = operation.responses[status]?.content?.['application/json']?.schema ?? {};
  return $ref === undefined ? [] : (operation.document.components.schemas[$ref.split('/').pop()].required ?? []);
}

function test(operation, { expect = 200, keep }) {
  const names = required(operation, expect);
  return [
    `pm.test('answers ${expect}', () => pm.response.to.have.status(${expect}));`,
    ...(names.length > 0 ? [`pm.test('has its members', () => pm.expect(pm.response.json()).to.include.keys(${names.map((name) => `'${name}'`).join(', ')}));`] : []),
    ...(keep ? [keep] : []),
  ];
}

const script = (listen, exec) => ({ listen, script: { type: 'text/javascript', exec } });

function request(operation, step) {
  return {
    name: step.name ?? operation.summary,
    event: [
      ...(step.before ? [script('prerequest', [step.before])] : []),
      script('test', test(operation, step)),
    ],
    request: {
      method: operation.method.toUpperCase(),
      ...(operation.security.length === 0 && { auth: { type: 'noauth' } }),
      url: url(operation, step.query),
      ...(operation.description && { description: operation.description }),
      header: [],
      ...body(operation, step),
    },
  };
}

function assertComplete(all) {
  const walked = FOLDERS.flatMap(({ steps }) => steps.map(({ operation }) => operation));
  const known = new Set([...walked, ...Object.keys(LEFT_OUT)]);
  const missing = [...all.keys()].filter((id) => !known.has(id));
  const unknown = [...known].filter((id) => !all.has(id));
  if (missing.length + unknown.length > 0) {
    throw new Error(`the Postman collection lacks ${missing} and knows ${unknown} that are not described`);
  }
}

export function collection(documents) {
  const all = operations(documents);
  assertComplete(all);
  return {
    info: {
      name: 'Selfsame',
      description:
        'Made of the OpenAPI documents. Fill the environment, put first.jpg and second.jpg into the working directory,' +
        ' and run all of it in order. docs/api-reference.md says more.',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    auth: {
      type: 'apikey',
      apikey: [
        { key: 'key', value: 'apikey' },
        { key: 'value', value: '{{apiKey}}' },
        { key: 'in', value: 'header' },
      ],
    },
    item: FOLDERS.map(({ name, steps }) => ({
      name,
      item: steps.map((step) => request(all.get(step.operation), step)),
    })),
  };
}

export const ENVIRONMENT = {
  name: 'Selfsame on this machine',
  values: [
    { key: 'baseUrl', value: 'http://127.0.0.1:8080', enabled: true },
    { key: 'apiKey', value: '', type: 'secret', enabled: true },
    { key: 'firstPicture', value: '', type: 'default', enabled: true },
    { key: 'secondPicture', value: '', type: 'default', enabled: true },
  ],
  _postman_variable_scope: 'environment',
};

export function writePostman(folder, documents) {
  mkdirSync(folder, { recursive: true });
  const files = { collection: collection(documents), environment: ENVIRONMENT };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(content, null, 1)}\n`);
  }
}
