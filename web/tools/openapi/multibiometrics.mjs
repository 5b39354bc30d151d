/* The description of the Multibiometrics API. */
import { GATEWAY_KEYS, answer, answerRef, document, header, json, named, needs, query, ref } from './describe.mjs';
import { REFUSALS, SCHEMAS, wrapped } from './multibiometrics-schemas.mjs';

const PICTURE = '/9j/4AAQSkZJRg...';
const READ = 'multibiometrics-read';
const WRITE = 'multibiometrics-write';
const ANNA = { CustomID: '1234', Face: [{ 'Face-1': PICTURE }] };
const CONSENT = {
  Purpose: 'Door of the main building',
  LegalBasis: 'GDPR 9(2)(a)',
  TextVersion: '2025-03',
  GivenAt: '2025-03-02T08:00:00Z',
  ExpiresAt: '2035-03-02T00:00:00Z',
};
const WHO = { ClientID: '1763743812345x176807293303153250', CustomID: '1234', BioPassID: '1' };

const gateway = (description, statusCode, message, headers) =>
  answer(description, json(ref('GatewayError'), { error: { statusCode, message } }), headers);

const ERRORS = {
  Refused: answer('One of the texts below, or as JSON to who accepts nothing else.', {
    'text/plain': { schema: { type: 'string', enum: REFUSALS }, examples: named({ error: REFUSALS[0] }) },
    'application/json': {
      schema: { anyOf: [ref('RefusalJson'), ref('GatewayError')] },
      examples: named({ error: { Success: false, Message: REFUSALS[0] } }),
    },
  }),
  Malformed: gateway('The request is not well-formed HTTP.', 400, 'the request is not well-formed HTTP'),
  Unauthenticated: gateway(
    'No key, or a wrong one.',
    401,
    'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an' +
      ' API.',
    { 'WWW-Authenticate': header('Names the header of the key.') },
  ),
  Forbidden: gateway('The key lacks the scope.', 403, 'the API key does not have the scope that this needs'),
  TooLarge: gateway('A body, or a picture in it, is too large.', 413, 'the request is larger than 60000000 bytes'),
  Busy: gateway(
    'The server is busy, or the person failed too many verifications.',
    429,
    'the server is busy; send the request again after the time in Retry-After',
    { 'Retry-After': header('Seconds to wait.', { type: 'integer' }) },
  ),
  Fault: gateway('A fault of the server; `activityId` stands in its log.', 500, 'Internal server error'),
  Unavailable: gateway('Stopping, or its database is away; try again later.', 503, 'the server is stopping'),
  Other: gateway('Another error of HTTP: 404, 405 with `Allow`, 408.', 404, 'there is nothing at this path'),
};

const errors = (refusal) => ({
  400: answerRef(refusal),
  401: answerRef('Unauthenticated'),
  403: answerRef('Forbidden'),
  413: answerRef('TooLarge'),
  429: answerRef('Busy'),
  500: answerRef('Fault'),
  503: answerRef('Unavailable'),
  default: answerRef('Other'),
});

/** JSON, whatever the header says; these two are what clients of the original send. */
function sent(schema, example, required = true) {
  const media = { schema, examples: named({ request: example }) };
  return { requestBody: { required, content: { 'application/json': media, 'application/json-patch+json': media } } };
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * An operation below some methods, of which the first is the usual one.
 *
 * @param what summary, tag, its name in usage counts, scope, the name of the answer and an example of it
 */
function operation(id, methods, { summary, tag, counted, scope, body, answers, example, headers, more = {} }) {
  return Object.fromEntries(
    methods.map((method, index) => [
      method,
      {
        operationId: index === 0 ? id : `${id}By${capital(method)}`,
        summary: index === 0 ? summary : `${summary}, by another method`,
        tags: [tag],
        'x-operation': counted,
        security: needs(GATEWAY_KEYS, ...[scope].flat()),
        ...more,
        ...body,
        responses: {
          200: answer('Done.', json(ref(answers), example && { answer: example }), headers),
          ...errors(answers === 'LivenessAnswer' ? 'Malformed' : 'Refused'),
        },
      },
    ]),
  );
}

const person = (id, methods, summary, scope, answers, example, form = 'PersonForm', request = ANNA) =>
  operation(id, methods, {
    summary,
    tag: 'People',
    counted: `multibiometrics.${id}`,
    scope,
    body: sent(wrapped('Person', form), { Person: request }),
    answers,
    example,
  });

const PEOPLE = {
  '/multibiometrics/enroll': person(
    'enroll',
    ['post'],
    'Enrol a person',
    WRITE,
    'PersonAnswer',
    { Person: WHO },
    'EnrolForm',
    { ...ANNA, Consent: CONSENT },
  ),
  '/multibiometrics/verify': person(
    'verify',
    ['post', 'put', 'patch'],
    'Compare somebody with an enrolled person',
    READ,
    'VerifyAnswer',
    { Person: { CustomID: '1234', Match: true, MatchDetails: { FaceMatched: true, NonMatchedFingers: ['Finger-1'] } } },
  ),
  '/multibiometrics/update': person(
    'update',
    ['put', 'post', 'patch'],
    'Replace the face or fingers that are sent',
    WRITE,
    'PersonAnswer',
    { Person: WHO },
    'EnrolForm',
  ),
  '/multibiometrics/consent': {
    ...operation('consent', ['post'], {
      summary: 'Read what is on record of the consent of a person',
      tag: 'People',
      counted: 'multibiometrics.consent',
      scope: READ,
      body: sent(wrapped('Person', 'NameForm'), { Person: { CustomID: '1234' } }),
      answers: 'ConsentAnswer',
      example: { Person: { CustomID: '1234', Consent: CONSENT } },
    }),
    ...operation('setConsent', ['put'], {
      summary: 'Replace that record, for instance to note a withdrawal',
      tag: 'People',
      counted: 'multibiometrics.set-consent',
      scope: WRITE,
      body: sent(wrapped('Person', 'ConsentUpdateForm'), { Person: { CustomID: '1234', Consent: CONSENT } }),
      answers: 'ConsentAnswer',
      example: { Person: { CustomID: '1234', Consent: CONSENT } },
    }),
  },
  '/multibiometrics/receipt': operation('receipt', ['get'], {
    summary: 'Read the signed receipt of a deletion',
    tag: 'People',
    counted: 'multibiometrics.receipt',
    scope: [WRITE, READ],
    answers: 'Receipt',
    more: {
      parameters: [query('ID', 'As the header Selfsame-Receipt of the deletion has it.', { type: 'string' })],
    },
  }),
  '/multibiometrics/delete': operation('delete', ['delete', 'post'], {
    summary: 'Delete a person',
    tag: 'People',
    counted: 'multibiometrics.delete',
    scope: WRITE,
    body: sent(wrapped('Person', 'NameForm'), { Person: { CustomID: '1234' } }, false),
    answers: 'DeleteAnswer',
    example: { Person: { CustomID: '1234' } },
    headers: { 'Selfsame-Receipt': header('The ID of a signed receipt.', { type: 'string', format: 'uuid' }) },
    more: {
      parameters: [
        query('CustomID', 'In place of the body, where something on the way drops those of DELETE.', { type: 'string' }),
      ],
    },
  }),
  '/multibiometrics/identify': operation('identify', ['post'], {
    summary: 'Search the enrolled people for somebody',
    tag: 'People',
    counted: 'multibiometrics.identify',
    scope: READ,
    body: sent(wrapped('Identify', 'IdentifyForm'), {
      Identify: { Face: ANNA.Face, TargetFPIR: 0.01, MaxCandidates: 5 },
    }),
    answers: 'IdentifyAnswer',
    example: { Identify: { Candidates: [{ ...WHO, Score: 5568.2, FPIR: 7.3e-9 }], Searched: 1 } },
  }),
};

const tool = (id, counted, summary, [member, form, request], answers, example, tag = 'Pictures') =>
  operation(id, ['post'], {
    summary,
    tag,
    counted,
    scope: READ,
    body: sent(wrapped(member, form), { [member]: request }),
    answers,
    example,
  });

const CHECK = ['Check', 'PictureForm', { Image: PICTURE }];
const ENCODE = ['Encode', 'EncodeForm', { Image: PICTURE, Compression: 15, PPI: 500 }];
const DECODE = ['Decode', 'DecodeForm', { Wsq: '/6D/...' }];
const encode = (id) =>
  tool(id, 'multibiometrics.wsq-encode', 'Write a fingerprint as WSQ', ENCODE, 'Encoded', {
    Encode: { Success: true, Image: '/6D/...' },
  });
const decode = (id) =>
  tool(id, 'multibiometrics.decode', 'Turn WSQ into PNG', DECODE, 'Decoded', {
    Decode: { Success: true, Image: 'iVBORw0...' },
  });

const TOOLS = {
  '/multibiometrics/extract': tool(
    'extract',
    'multibiometrics.extract',
    'Make a template of a picture',
    ['Extract', 'ExtractForm', { Type: 'FACE', Format: 'BIOPASS', Artifact: PICTURE }],
    'ExtractAnswer',
    { Extract: { Template: 'U1NCVAEB...' } },
    'Templates',
  ),
  '/multibiometrics/match': tool(
    'match',
    'multibiometrics.match',
    'Compare two templates or pictures',
    ['Match', 'MatchForm', { Type: 'FACE', Format: 'BIOPASS', Artifact_A: PICTURE, Artifact_B: PICTURE }],
    'MatchAnswer',
    { Match: { IsGenuine: true, Score: 5568.22 } },
    'Templates',
  ),
  '/multibiometrics/wsq_encode': encode('wsqEncode'),
  '/multibiometrics/encode': encode('encode'),
  '/multibiometrics/decode': decode('decode'),
  '/multibiometrics/wsq_decode': decode('wsqDecode'),
  '/multibiometrics/face_detect': tool(
    'faceDetect',
    'multibiometrics.face-detect',
    'Find faces',
    CHECK,
    'DetectedFaces',
    { DetectedFaces: { FaceNumber: 1, FaceRects: [{ x: 143, y: 121, width: 285, height: 352 }] } },
  ),
  '/multibiometrics/anonymizer': tool('anonymize', 'multibiometrics.anonymizer', 'Cover faces', CHECK, 'Anonymized'),
  '/multibiometrics/liveness': tool(
    'liveness',
    'multibiometrics.liveness',
    'Judge whether a face was there in person',
    ['Spoof', 'PictureForm', { Image: PICTURE }],
    'LivenessAnswer',
    { Success: true, result: 'Ok', spoof: false },
  ),
  '/quality/check_icao': tool('checkIcao', 'quality.check-icao', 'Check a portrait', CHECK, 'IcaoAnswer'),
  '/quality/icao_crop': tool('icaoCrop', 'quality.icao-crop', 'Cut a portrait out of a picture', CHECK, 'Cropped'),
  '/quality/check_nfiq': tool('checkNfiq', 'quality.check-nfiq', 'Grade a fingerprint', CHECK, 'NfiqAnswer', {
    NFIQ: { Quality: 2 },
  }),
};

export const multibiometrics = (version) =>
  document(
    version,
    {
      title: 'Multibiometrics API',
      summary: 'Enrolled people, templates and tools for pictures.',
      description:
        'The paths work below any other path as well, such as `/v1/multibiometrics/enroll`. Pictures are JPEG, PNG,' +
        ' BMP, TIFF or WSQ in base64. Rules in full: docs/multibiometrics.md.',
    },
    [
      { name: 'People', description: 'Who is enrolled, and who it is.' },
      { name: 'Templates', description: 'Made and compared; neither is kept.' },
      { name: 'Pictures', description: 'Tools that keep nothing.' },
    ],
    { ...PEOPLE, ...TOOLS },
    { schemas: SCHEMAS, responses: ERRORS, securitySchemes: GATEWAY_KEYS },
  );
