/* The description of the Biometric Services API. */
import { KEYS, OPEN, answer, document, header, json, list, needs, parts, path, query, ref } from './describe.mjs';
import { ERRORS, errors, keyErrors } from './error-answers.mjs';
import { PARTS, SCHEMAS, inArrayToo } from './bioservices-schemas.mjs';

const BASE = '/bioserver-app/v2';
const SESSIONS = `${BASE}/bio-sessions`;
const SESSION = `${SESSIONS}/{sessionId}`;
const FACES = `${SESSION}/faces`;
const FACE = `${FACES}/{faceId}`;
const SID = path('sessionId', 'Of the session.');
const FID = path('faceId', 'Of the face.');
const ID = '5b1f6a0e-0d0c-4b0e-9f53-7f1f3a6b2c11';
const SCORE = { score: 5568.223019331168, falseAcceptanceRate: 7.303885584316042e-7 };

const CAPABILITIES = { version: '0.1.0', currentMode: ['SELFSAME_F1'] };
const SESSION_EXAMPLE = {
  id: ID,
  correlationId: 'order 4711',
  imageStorageEnabled: false,
  created: '2026-11-21T13:46:08.120Z',
  expires: '2026-11-21T13:51:08.120Z',
  signature: 'eyJraWQiOiJ...',
};
const FACE_EXAMPLE = {
  id: 'aa0bd6ca-1206-415b-af94-8d2c18aa9c70',
  friendlyName: 'at the door',
  digest: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
  mode: 'SELFSAME_F1',
  imageType: 'SELFIE',
  quality: 101,
  landmarks: {
    eyes: { x1: 402.118, y1: 611.94, x2: 655.309, y2: 607.266 },
    box: { x: 255, y: 340.125, width: 560.5, height: 702 },
  },
  template: 'U1NCVAEBAQtTRUxGU0FNRV9GMY...',
  templateVersion: 101,
  created: '2026-11-21T13:46:08.120Z',
  signature: 'eyJraWQiOiJ...',
};
const MATCH_EXAMPLE = {
  reference: { id: ID, mode: 'SELFSAME_F1', imageType: 'ID_DOCUMENT', quality: 101 },
  candidate: { id: ID, mode: 'SELFSAME_F1', imageType: 'SELFIE', quality: 69 },
  ...SCORE,
  correlationId: 'order 4711',
  created: '2026-11-21T13:46:08.120Z',
  signature: 'eyJraWQiOiJ...',
};

const created = (what) =>
  answer(`${what} Nothing but the header.`, undefined, {
    Location: header('Relative and without `/bioserver-app`; the id stands behind the last slash.'),
  });
const ok = (description, name, example) => answer(description, json(ref(name), example && { answer: example }));
const deleted = answer('Deleted.');

/** An operation; its name in usage counts is `x-operation`. */
const operation = (operationId, summary, tag, [counted, ...scopes], responses, more = {}) => ({
  operationId,
  summary,
  tags: [tag],
  ...(counted && { 'x-operation': `bioservices.${counted}` }),
  security: needs(KEYS, ...scopes),
  ...more,
  responses,
});
const open = (operationId, summary, tag, responses, more = {}) => ({
  ...operation(operationId, summary, tag, [], responses, more),
  security: OPEN,
});
const body = (content, required = true) => ({ requestBody: { required, content } });

const alive = (operationId, summary) =>
  operation(operationId, summary, 'Server', [], {
    200: ok('It works.', 'Capabilities', CAPABILITIES),
    ...errors(401, 503),
  }, { description: 'Any key will do, and none is needed where `selfsame.bioservices.open-capabilities` is on.' });

const SERVER = {
  [`${BASE}/capabilities`]: { get: alive('capabilities', 'Version and mode') },
  [`${BASE}/monitor`]: { get: alive('monitor', 'The same, for monitoring') },
  '/.well-known/jwks.json': {
    get: open('jwks', 'Public keys of the signatures', 'Server', { 200: ok('The keys.', 'Jwks'), ...errors() }),
  },
  [`${BASE}/signing-certificate`]: {
    get: open('signingCertificate', 'The current key as a certificate', 'Server', {
      200: answer('PEM.', pem()),
      ...errors(),
    }),
  },
  [`${BASE}/signing-certificates/{kid}`]: {
    get: open(
      'signingCertificateOf',
      'The certificate of any key',
      'Server',
      { 200: answer('PEM.', pem()), ...errors(404) },
      { parameters: [path('kid', 'As in the header of a signature.', { type: 'string' })] },
    ),
  },
};

function pem() {
  const media = { schema: { type: 'string' } };
  return { 'application/x-pem-file': media, 'text/plain': media };
}

const SESSION_PATHS = {
  [SESSIONS]: {
    post: operation(
      'createSession',
      'Open a session',
      'Sessions',
      ['create-session', 'sessions-write'],
      { 201: created('Open.'), ...keyErrors(413, 429) },
      body(
        json(inArrayToo('SessionForm'), {
          plain: {},
          named: { correlationId: 'order 4711', ttlSeconds: 600, imageStorageEnabled: true },
        }),
        false,
      ),
    ),
  },
  [SESSION]: {
    parameters: [SID],
    get: operation('getSession', 'Show a session', 'Sessions', ['get-session', 'sessions-read'], {
      200: ok('The session.', 'SessionAnswer', SESSION_EXAMPLE),
      ...keyErrors(404),
    }),
    delete: operation('deleteSession', 'End a session', 'Sessions', ['delete-session', 'sessions-write'], {
      204: deleted,
      ...keyErrors(404, 409),
    }),
  },
};

const FACE_PATHS = {
  [FACES]: {
    parameters: [SID],
    post: operation(
      'addFace',
      'Add a face, from a picture or from a face answered before',
      'Sessions',
      ['create-face', 'sessions-write'],
      { 201: created('Added.'), ...keyErrors(404, 413, 429) },
      body({
        ...parts(PARTS.face, { face: { imageType: 'SELFIE', friendlyName: 'at the door' } }),
        ...json(inArrayToo('FaceJson')),
      }),
    ),
    get: operation('listFaces', 'List the faces, oldest first', 'Sessions', ['get-faces', 'sessions-read'], {
      200: answer('The faces.', json(list(ref('Face'), 'Each with a signature of its own.'))),
      ...keyErrors(404),
    }),
    delete: operation('deleteFaces', 'Delete all faces', 'Sessions', ['delete-faces', 'sessions-write'], {
      204: deleted,
      ...keyErrors(404),
    }),
  },
  [FACE]: {
    parameters: [SID, FID],
    get: operation('getFace', 'Show a face', 'Sessions', ['get-face', 'sessions-read'], {
      200: ok('The face.', 'Face', FACE_EXAMPLE),
      ...keyErrors(404),
    }),
    delete: operation('deleteFace', 'Delete a face', 'Sessions', ['delete-face', 'sessions-write'], {
      204: deleted,
      ...keyErrors(404),
    }),
  },
  [`${FACE}/image`]: {
    parameters: [SID, FID],
    get: operation(
      'getFaceImage',
      'The picture that a face was read from',
      'Sessions',
      ['get-face-image', 'sessions-read'],
      {
        200: answer('The picture.', { 'image/jpeg': { schema: { type: 'string', contentMediaType: 'image/jpeg' } } }),
        204: answer('No picture is kept.'),
        ...keyErrors(404, 429),
      },
      { parameters: [query('compression', 'true: smaller, of quality 80.', { type: 'string', enum: ['true', 'false'] })] },
    ),
  },
  [`${FACE}/matches`]: {
    parameters: [SID, FID],
    get: operation(
      'listMatches',
      'Compare a face with all others of the session',
      'Sessions',
      ['get-matches', 'sessions-read'],
      {
        200: answer('Most similar first, dissimilar ones too.', json(list(ref('Match'), 'Each with a signature.'))),
        ...keyErrors(404, 429),
      },
    ),
  },
};

const matching = keyErrors(413, 429);
const DIRECT = {
  [`${BASE}/match/images`]: {
    post: operation(
      'matchImages',
      'Compare two pictures',
      'Without a session',
      ['match', 'match'],
      { 200: ok('Compared.', 'Match', MATCH_EXAMPLE), ...matching },
      body(parts(PARTS.matchImages, { referenceImageType: 'ID_DOCUMENT', candidateImageType: 'SELFIE' })),
    ),
  },
  [`${BASE}/match`]: {
    post: operation(
      'matchFace',
      'Compare a picture with a face answered before',
      'Without a session',
      ['match-face', 'match'],
      { 200: ok('Compared.', 'Match', MATCH_EXAMPLE), ...matching },
      body(parts(PARTS.matchFace)),
    ),
  },
  [`${BASE}/faces`]: {
    post: operation(
      'readFace',
      'Read a face and keep nothing',
      'Without a session',
      ['face', 'match'],
      { 200: ok('The face.', 'Face', FACE_EXAMPLE), ...matching },
      body(parts(PARTS.face, { face: { imageType: 'ID_DOCUMENT' } })),
    ),
  },
  [`${BASE}/ages`]: {
    post: operation(
      'estimateAge',
      'Estimate an age',
      'Without a session',
      ['age', 'match'],
      {
        200: ok('Estimated, or `quality` says that it could not be.', 'AgeAnswer', {
          id: ID,
          aboveThreshold: true,
          ageEstimated: 23.1,
          threshold: 18,
          digest: FACE_EXAMPLE.digest,
          imageType: 'SELFIE',
          quality: 212,
          created: '2026-11-21T13:46:08.120Z',
          signature: 'eyJraWQiOiJ...',
        }),
        ...matching,
      },
      body(parts(PARTS.age, { age: { threshold: 18 } })),
    ),
  },
};

const RECORDING = { id: ID, status: 'IN_PROGRESS' };
/** The same below v2 and v3. */
const replay = (version) => ({
  parameters: [SID],
  post: operation(
    `sendRecording${version}`,
    'Send a recording',
    'Liveness',
    ['replay', 'sessions-write'],
    { 202: ok('Judged in the background.', 'ReplayStatus', RECORDING), ...keyErrors(404, 409, 413, 429) },
    body({ 'application/jose': { schema: { type: 'string', description: 'A compact JWE.' } } }),
  ),
  get: operation(`getRecording${version}`, 'What came of it', 'Liveness', ['get-replay', 'sessions-read'], {
    200: ok('How far it is.', 'ReplayStatus', { id: ID, status: 'FAILED', diagnostic: 'No face detected' }),
    ...keyErrors(404),
  }),
});
const result = (operationId, ...longer) => ({
  parameters: [SID, ...longer, query('numberOfChallenge', 'Not looked at.', { type: 'string' })],
  get: operation(
    operationId,
    longer.length === 0 ? 'What came of a capture; waits up to 10 s for it' : 'The same, as old clients ask',
    'Liveness',
    ['liveness-result', 'sessions-read', 'capture'],
    {
      200: ok('How far it is.', 'LivenessResult', { livenessStatus: 'SUCCESS', livenessMode: 'LIVENESS_PASSIVE', bestImageId: ID }),
      ...keyErrors(404),
    },
  ),
});
const ignored = (name) => path(name, 'Not looked at.', { type: 'string' });
const RESULT = `${SESSION}/liveness-challenge-result`;
const LIVENESS = {
  [`${SESSION}/init-liveness-parameters`]: {
    parameters: [SID],
    post: operation(
      'initRecording',
      'Ask for a recording of a live person',
      'Liveness',
      ['init-liveness-parameters', 'sessions-write'],
      { 200: ok('What it takes to make it.', 'LivenessParameters'), ...keyErrors(404, 409, 413, 429) },
      body(json(inArrayToo('LivenessForm'), { passive: { type: 'LIVENESS_PASSIVE' } })),
    ),
    get: operation(
      'getRecordingParameters',
      'The same answer again',
      'Liveness',
      ['get-liveness-parameters', 'sessions-read'],
      { 200: ok('What it takes to make it.', 'LivenessParameters'), ...keyErrors(404) },
    ),
  },
  [`${BASE}/bio-sessions/{sessionId}/replay-liveness-metadata`]: replay('V2'),
  '/bioserver-app/v3/bio-sessions/{sessionId}/replay-liveness-metadata': replay('V3'),
  [RESULT]: result('livenessResult'),
  [`${RESULT}/{mode}`]: result('livenessResultOfMode', ignored('mode')),
  [`${RESULT}/{mode}/{level}`]: result('livenessResultOfLevel', ignored('mode'), ignored('level')),
};

export const bioservices = (version) =>
  document(
    version,
    {
      title: 'Biometric Services API',
      summary: 'Sessions, faces, matches, ages and recordings.',
      description:
        'Members that a request does not send, `null` and empty texts mean the same; unknown members are overlooked.' +
        ' Rules in full: docs/biometric-services.md.',
    },
    [
      { name: 'Sessions', description: 'Faces that live together for some minutes.' },
      { name: 'Without a session', description: 'Nothing is kept.' },
      { name: 'Liveness', description: 'Recordings of live people, and what came of captures.' },
      { name: 'Server', description: 'What it is, and what verifies its signatures.' },
    ],
    { ...SESSION_PATHS, ...FACE_PATHS, ...DIRECT, ...LIVENESS, ...SERVER },
    { schemas: SCHEMAS, responses: ERRORS, securitySchemes: KEYS },
  );
