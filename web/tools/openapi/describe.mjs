/* Words of OpenAPI that all descriptions are made of. */

export const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
export const answerRef = (name) => ({ $ref: `#/components/responses/${name}` });

export const string = (description, more = {}) => ({ type: 'string', description, ...more });
export const integer = (description, more = {}) => ({ type: 'integer', description, ...more });
export const number = (description, more = {}) => ({ type: 'number', description, ...more });
export const boolean = (description, more = {}) => ({ type: 'boolean', description, ...more });
export const list = (items, description, more = {}) => ({ type: 'array', items, description, ...more });
export const base64 = (description) => ({ type: 'string', contentEncoding: 'base64', description });
export const instant = (description) =>
  string(description, { format: 'date-time', examples: ['2026-11-21T13:46:08.120Z'] });
export const uuid = (description) => string(description, { format: 'uuid' });

/** What a client may send as a number or as a string of digits. */
export const wholeNumber = (description, more = {}) => ({ type: ['integer', 'string'], description, ...more });
export const anyNumber = (description, more = {}) => ({ type: ['number', 'string'], description, ...more });
export const flag = (description) => ({ ...ref('Flag'), description });

export const FLAG = {
  type: ['boolean', 'string', 'integer'],
  enum: [true, false, 'true', 'false', '1', '0', 1, 0],
  description: 'A boolean; strings in any case and 1 or 0 are understood as well.',
};

/**
 * An object.
 *
 * @param required names that are always there
 * @param properties schemas by name
 */
export const object = (description, required, properties, more = {}) => ({
  type: 'object',
  description,
  ...(required.length > 0 && { required }),
  properties,
  ...more,
});

/** Requests may wrap their object in an array of exactly one. */
export const alsoInArray = (schema) => ({
  anyOf: [schema, { type: 'array', minItems: 1, maxItems: 1, items: schema }],
});

export const json = (schema, examples) => ({
  'application/json': { schema, ...(examples && { examples: named(examples) }) },
});

/** Examples by name, from their values. */
export const named = (examples) =>
  Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }]));

/** A body of parts; members that are objects are parts of JSON. */
export function parts(schema, example) {
  const encoding = Object.fromEntries(
    Object.entries(schema.properties)
      .filter(([, property]) => property.$ref !== undefined && property.$ref !== '#/components/schemas/Flag')
      .filter(([, property]) => property.$ref !== '#/components/schemas/ImageType')
      .map(([name]) => [name, { contentType: 'application/json' }]),
  );
  const media = {
    schema,
    ...(Object.keys(encoding).length > 0 && { encoding }),
    ...(example && { example }),
  };
  return { 'multipart/form-data': media, 'multipart/mixed': media };
}

export const picture = (description) => ({
  type: 'string',
  contentMediaType: 'application/octet-stream',
  description: `${description} JPEG, PNG, BMP, TIFF or WSQ, told by its content.`,
});

export const path = (name, description, schema = { type: 'string', format: 'uuid' }) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema,
});

export const query = (name, description, schema) => ({ name, in: 'query', required: false, description, schema });

const REQUEST_ID = {
  'X-Request-Id': { description: 'Names the request in the log of the server.', schema: { type: 'string' } },
};

/** An answer with its headers; X-Request-Id is on every one. */
export const answer = (description, content, headers = {}) => ({
  description,
  headers: { ...REQUEST_ID, ...headers },
  ...(content && { content }),
});

export const header = (description, schema = { type: 'string' }) => ({ description, schema });

const SIGNED_IN_BY = {
  apikey: {
    type: 'apiKey',
    in: 'header',
    name: 'apikey',
    description: 'The key as it was given out, `ssk_...`. Where it is there, `Authorization` is not read.',
  },
  bearer: { type: 'http', scheme: 'bearer', description: '`Authorization: Bearer ssk_...`' },
  authorization: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: '`Authorization: ssk_...`, without the word Bearer, as old clients send it.',
  },
};

const SIGNED_IN_AT_GATEWAY_BY = {
  subscriptionKey: {
    type: 'apiKey',
    in: 'header',
    name: 'Ocp-Apim-Subscription-Key',
    description: 'The key as it was given out, `ssk_...`. It counts before all others.',
  },
  ...SIGNED_IN_BY,
  subscriptionKeyInQuery: {
    type: 'apiKey',
    in: 'query',
    name: 'subscription-key',
    description: 'The last resort: addresses end up in the logs of proxies.',
  },
};

/** How a key is sent, to the APIs of headers and to the one behind a gateway. */
export const KEYS = SIGNED_IN_BY;
export const GATEWAY_KEYS = SIGNED_IN_AT_GATEWAY_BY;

/** A key with one of these scopes, sent in any of the ways; any key where no scope is named. */
export const needs = (keys, ...scopes) =>
  (scopes.length === 0 ? [[]] : scopes.map((scope) => [scope])).flatMap((roles) =>
    Object.keys(keys).map((scheme) => ({ [scheme]: roles })),
  );

export const OPEN = [];

/** The frame of a document; paths are below the server that it came from. */
export const document = (version, info, tags, paths, components) => ({
  openapi: '3.1.0',
  info: { license: { name: 'Apache-2.0', identifier: 'Apache-2.0' }, ...info, version },
  servers: [{ url: '../..', description: 'The server that this description came from.' }],
  tags,
  paths,
  components,
});
