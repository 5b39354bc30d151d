/* The description of the video server. */
import { KEYS, OPEN, answer, document, header, json, needs, path, query, ref } from './describe.mjs';
import { ERRORS, errors, keyErrors } from './error-answers.mjs';
import { INIT, SCHEMAS } from './video-server-schemas.mjs';

const version = (summary, operationId, security, statuses) => ({
  get: {
    operationId,
    summary,
    tags: ['Server'],
    security,
    responses: {
      200: answer('It works.', json(ref('VideoCapabilities'), { answer: { version: '0.1.0' } })),
      ...errors(...statuses),
    },
  },
});

const open = (operationId, summary, responses, more = {}) => ({
  operationId,
  summary,
  tags: ['Pages'],
  security: OPEN,
  ...more,
  responses: { ...responses, ...errors(...(more.parameters || more.requestBody ? [400] : [])) },
});

const ALLOWED = answer('Pages of other origins may.', undefined, {
  'Access-Control-Allow-Methods': header('GET, HEAD, POST'),
});
const BYTES = { 'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } } };

const PATHS = {
  '/video-server/init-liveness-session': {
    post: {
      operationId: 'openCapture',
      summary: 'Open a session in which a browser films somebody',
      description: 'The page gets the id of the session and no key; docs/web-capture.md says what it does with it.',
      tags: ['Captures'],
      'x-operation': 'videoserver.init-session',
      security: needs(KEYS, 'capture'),
      requestBody: {
        required: true,
        content: json(INIT, {
          passive: { livenessMode: 'LIVENESS_PASSIVE', correlationId: 'order 4711' },
          age: { livenessMode: 'LIVENESS_PASSIVE', ageThreshold: 18 },
        }),
      },
      responses: {
        201: answer('Open. Nothing but the header.', undefined, {
          Location: header('`/v2/bio-sessions/` and the id of the session.'),
        }),
        ...keyErrors(413, 429),
      },
    },
  },
  '/video-server/engine.io': {
    get: {
      operationId: 'captureSocket',
      summary: 'The socket of a capture',
      description: 'A WebSocket of the protocol `selfsame.capture.v1`. Its messages are among the schemas: Ready,' +
        ' Tracking, Instruction, Result, Failure.',
      tags: ['Captures'],
      security: OPEN,
      responses: { 101: { description: 'It is a socket from here on.' }, ...errors(400) },
    },
  },
  '/video-server/v2/capabilities': version('Version', 'videoCapabilities', needs(KEYS), [401, 503]),
  '/video-server/v2/monitor': version('Version, as old clients ask', 'videoMonitor', OPEN, []),
  '/video-server/network-speed': {
    get: open('download', 'Get bytes to be measured', { 200: answer('So many bytes.', BYTES) }, {
      parameters: [query('bytes', '0 to 2097152.', { type: 'integer', default: 262144, minimum: 0, maximum: 2097152 })],
    }),
    post: {
      ...open('upload', 'Send bytes to be measured', { 200: answer('Taken and forgotten.') }, {
        requestBody: { required: false, description: 'Up to 2097152 bytes.', content: BYTES },
      }),
      responses: { 200: answer('Taken and forgotten.'), ...errors(413) },
    },
    options: open('speedOptions', 'May pages of other origins measure?', { 204: ALLOWED }),
  },
  '/video-server/network-latency': {
    get: open('latency', 'Answers at once', { 204: answer('Nothing.') }),
    options: open('latencyOptions', 'May pages of other origins measure?', { 204: ALLOWED }),
  },
  '/video-server/{name}': {
    get: {
      ...open('script', 'A script or its types', {}),
      parameters: [path('name', 'Such as selfsame-capture.js.', { type: 'string', pattern: '^[A-Za-z0-9-]+[.](js|d[.]ts)$' })],
      responses: {
        200: answer('The file.', {
          'text/javascript': { schema: { type: 'string' } },
          'text/plain': { schema: { type: 'string' } },
        }),
        304: answer('It is the one of If-None-Match.'),
        ...errors(404),
      },
    },
  },
};

export const videoServer = (number) =>
  document(
    number,
    {
      title: 'Video server',
      summary: 'Captures of live people in browsers.',
      description: 'Rules in full: docs/web-capture.md and docs/liveness.md.',
    },
    [
      { name: 'Captures', description: 'Opened by your server, made by a page.' },
      { name: 'Pages', description: 'What pages of any origin load and measure.' },
      { name: 'Server', description: 'What it is.' },
    ],
    PATHS,
    { schemas: SCHEMAS, responses: ERRORS, securitySchemes: KEYS },
  );
