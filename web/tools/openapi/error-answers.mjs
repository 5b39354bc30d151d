/* Errors of the APIs that word them as an object of id and message. */
import { answer, header, json, object, ref, string } from './describe.mjs';

export const ERROR_SCHEMA = object('What went wrong. Branch on the status alone.', ['id'], {
  id: string('Names the request; the operator finds it in the log.', {
    examples: ['0a3c8f5e-8f0b-4c55-9d3f-6a8f0e1b2c3d'],
  }),
  message: string('What to do, for people. Missing where the server knows nothing.'),
});

/** An error with what is said of it, without where the server knows nothing. */
export const error = (description, headers, message) =>
  answer(
    description,
    json(ref('ErrorObject'), {
      error: { id: '0a3c8f5e-8f0b-4c55-9d3f-6a8f0e1b2c3d', ...(message && { message }) },
    }),
    headers,
  );

const RETRY_AFTER = { 'Retry-After': header('Seconds to wait, 1 to 60.', { type: 'integer' }) };

/** By the names under which operations refer to them. */
export const ERRORS = {
  Invalid: error('The request is not as described here, or a picture is unusable.', {}, 'imageType: missing'),
  Unauthenticated: error(
    'No key, an unknown or a revoked one.',
    { 'WWW-Authenticate': header('Bearer') },
    'the API key is not known or was revoked',
  ),
  Forbidden: error('The key lacks the scope.', {}, 'the API key does not have the scope match that this needs'),
  NotFound: error('There is no such thing for the tenant of this key, or it has ended.', {}, 'Session not found'),
  Conflict: error('It cannot be done in this state.', {}, 'the recording of this challenge came already'),
  TooLarge: error('The body or a picture in it is too large.', {}, 'the request is larger than 60000000 bytes'),
  Busy: error(
    'No worker, no memory or no room at the moment; nothing was done.',
    RETRY_AFTER,
    'the server is busy; send the request again after the time in Retry-After',
  ),
  Fault: error('A fault of the server; give its operator the id.'),
  Unavailable: error(
    'Stopping, or its database or store is away; try again later.',
    {},
    'the database does not answer; send the request again later',
  ),
  Other: error(
    'Another error of HTTP: 405 with `Allow`, 406, 408, 414, 431.',
    {},
    'the method is not allowed here; see the header Allow',
  ),
};

const NAMES = {
  400: 'Invalid',
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  413: 'TooLarge',
  429: 'Busy',
  500: 'Fault',
  503: 'Unavailable',
};

/** What an operation answers in the worse cases; 500 and all that is rare is always among it. */
export const errors = (...statuses) => ({
  ...Object.fromEntries(
    [...statuses, 500].map((status) => [status, { $ref: `#/components/responses/${NAMES[status]}` }]),
  ),
  default: { $ref: '#/components/responses/Other' },
});

/** Errors of an operation that needs a key. */
export const keyErrors = (...statuses) => errors(400, 401, 403, 503, ...statuses);
