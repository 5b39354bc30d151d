/* The description of what the status page tells programs; schemas are called as their records. */
import { OPEN, answer, document, header, integer, json, list, number, object, ref, string } from './describe.mjs';
import { ERROR_SCHEMA, error } from './error-answers.mjs';

const orNull = (schema) => ({ anyOf: [schema, { type: 'null' }] });
const share = (description) => orNull(number(description, { minimum: 0, maximum: 1 }));
const millis = (description) => orNull(integer(description, { minimum: 1 }));
const state = (description) => string(description, { enum: ['up', 'down', 'unknown'] });
const day = string('In UTC.', { format: 'date' });

const SCHEMAS = {
  ErrorObject: ERROR_SCHEMA,
  StatusAnswer: object(
    'How the service is, and was in the last 90 days.',
    ['state', 'made', 'availability', 'parts', 'apis'],
    {
      state: state('Of the service as a whole: `unknown` where nobody looked in the last three minutes.'),
      made: string('When this was written.', { format: 'date-time' }),
      availability: share('The share of the minutes looked at in which all parts worked; null where none was.'),
      parts: list(ref('Part'), 'Parts of the service, the service itself first.'),
      apis: list(ref('Api'), 'How requests were answered.'),
    },
  ),
  Part: object('A part of the service.', ['id', 'name', 'state', 'availability', 'days'], {
    id: string('For programs; docs/status.md lists them.', { examples: ['database'] }),
    name: string('For people.'),
    state: state('What the server that answers found last.'),
    availability: share('Of all days together; null where nobody looked.'),
    days: list(ref('Day'), '90 days, oldest first.'),
  }),
  Day: object('A day of a part.', ['day', 'availability', 'measuredMinutes'], {
    day,
    availability: share('Null where nobody looked on that day.'),
    measuredMinutes: integer('So many minutes were looked at.', { minimum: 0, maximum: 1440 }),
  }),
  Api: object('Operations that are measured together.', ['id', 'name', 'today', 'all', 'days'], {
    id: string('For programs; docs/status.md lists them.', { examples: ['biometric-services'] }),
    name: string('For people.'),
    today: ref('WireFigures'),
    all: ref('WireFigures'),
    days: list(ref('ApiDay'), 'Those of the last 90 days that had a request, oldest first.'),
  }),
  ApiDay: object('A day of an API.', ['day', 'figures'], { day, figures: ref('WireFigures') }),
  WireFigures: object(
    'How requests were answered; null where there were none. Times are right to some 20 %.',
    ['p50Millis', 'p95Millis', 'p99Millis', 'errorRate', 'refusedRate'],
    {
      p50Millis: millis('Half of the requests took no longer.'),
      p95Millis: millis('95 of 100 took no longer.'),
      p99Millis: millis('99 of 100 took no longer.'),
      errorRate: share('The share that was the fault of the server: 500 and above.'),
      refusedRate: share('The share that was too much: 429.'),
    },
  ),
};

const FIGURES = { p50Millis: 127, p95Millis: 250, p99Millis: 340, errorRate: 0.0001, refusedRate: 0 };
const NOTHING = { p50Millis: null, p95Millis: null, p99Millis: null, errorRate: null, refusedRate: null };
const example = (state, availability, figures, days) => ({
  state,
  made: '2026-11-22T08:00:00Z',
  availability,
  parts: [
    {
      id: 'service',
      name: 'The service as a whole',
      state,
      availability,
      days: [{ day: '2026-11-22', availability, measuredMinutes: availability === null ? 0 : 480 }],
    },
  ],
  apis: [{ id: 'biometric-services', name: 'Biometric Services API', today: figures, all: figures, days }],
});

const PATHS = {
  '/status.json': {
    get: {
      operationId: 'status',
      summary: 'How the service is, and was in the last 90 days',
      description: 'The same for everybody for 15 seconds. `state` says how it is; the status of the answer is 200 all the' +
        ' same.',
      tags: ['Status'],
      security: OPEN,
      responses: {
        200: answer(
          'What the servers measured.',
          json(ref('StatusAnswer'), {
            works: example('up', 0.9998, FIGURES, [{ day: '2026-11-22', figures: FIGURES }]),
            new: example('unknown', null, NOTHING, []),
          }),
          { 'Cache-Control': header('public, max-age=15') },
        ),
        404: { $ref: '#/components/responses/SwitchedOff' },
        500: { $ref: '#/components/responses/Fault' },
        default: { $ref: '#/components/responses/Other' },
      },
    },
  },
};

const RESPONSES = {
  SwitchedOff: error(
    'The operator wants no status page.',
    {},
    'the status page is switched off on this server',
  ),
  Fault: error('A fault of the server; give its operator the id.'),
  Other: error('Another error of HTTP: 405 with `Allow`, 414, 431.', {}, 'the method is not allowed here; see the header Allow'),
};

export const status = (version) =>
  document(
    version,
    {
      title: 'Status',
      summary: 'Whether the service works, and how it did.',
      description: 'Rules in full: docs/status.md.',
    },
    [{ name: 'Status', description: 'What the page /status shows.' }],
    PATHS,
    { schemas: SCHEMAS, responses: RESPONSES },
  );
