/*
 * The order in which the requests of the collection work, and what one leaves for the next. A step names an operation
 * of a description; `expect` is its status, `keep` a line of JavaScript that runs on the answer, `before` one that runs
 * before the request, `replace` texts of the example by variables, `parts` values of parts.
 */

const firstFile = { file: 'first.jpg' };
const secondFile = { file: 'second.jpg' };
const PICTURE = '/9j/4AAQSkZJRg...';
const firstPicture = { [PICTURE]: '{{firstPicture}}' };
const secondPicture = { [PICTURE]: '{{secondPicture}}' };
const person = { '"1234"': '"{{customId}}"' };

const keepId = (name) =>
  `pm.collectionVariables.set('${name}', pm.response.headers.get('Location').split('/').pop());`;
const keep = (name, expression) => `pm.collectionVariables.set('${name}', ${expression});`;
const check = (says, expression) => `pm.test('${says}', () => pm.expect(${expression}).to.be.true);`;

const SESSION = [
  {
    operation: 'createSession',
    expect: 201,
    keep: keepId('sessionId'),
    example: 'named',
  },
  { operation: 'getSession' },
  { operation: 'addFace', name: 'Add the first face', expect: 201, keep: keepId('faceId'), parts: { image: firstFile } },
  { operation: 'addFace', name: 'Add the second face', expect: 201, parts: { image: secondFile } },
  { operation: 'listFaces', keep: check('two faces', 'pm.response.json().length === 2') },
  { operation: 'getFace' },
  { operation: 'getFaceImage', query: { compression: 'true' } },
  { operation: 'listMatches', keep: check('the other face', 'pm.response.json()[0].score >= 1500') },
  { operation: 'deleteFace', expect: 204 },
  { operation: 'deleteFaces', expect: 204 },
  { operation: 'deleteSession', expect: 204 },
];

const DIRECT = [
  {
    operation: 'matchImages',
    parts: { referenceImage: firstFile, candidateImage: secondFile },
    keep: check('a score', 'pm.response.json().score >= 1500'),
  },
  { operation: 'readFace', parts: { image: firstFile }, keep: keep('faceJson', 'pm.response.text()') },
  {
    operation: 'matchFace',
    parts: { referenceFace: { text: '{{faceJson}}' }, candidateImage: secondFile, candidateImageType: { text: 'SELFIE' } },
  },
  { operation: 'estimateAge', parts: { image: firstFile } },
];

const RECORDINGS = [
  { operation: 'createSession', name: 'Open a session for a recording', expect: 201, keep: keepId('sessionId') },
  { operation: 'initRecording' },
  { operation: 'getRecordingParameters' },
  {
    operation: 'getRecordingV3',
    keep: check('nothing came yet', "pm.response.json().status === 'INITIALIZED'"),
  },
  { operation: 'deleteSession', name: 'End that session', expect: 204 },
];

const SERVER = [
  { operation: 'capabilities' },
  { operation: 'monitor' },
  { operation: 'jwks', keep: keep('kid', 'pm.response.json().keys[0].kid') },
  { operation: 'signingCertificate' },
  { operation: 'signingCertificateOf' },
  { operation: 'status', keep: check('90 days', 'pm.response.json().parts[0].days.length === 90') },
];

const PEOPLE = [
  {
    operation: 'enroll',
    before: "pm.collectionVariables.set('customId', pm.variables.replaceIn('{{$guid}}'));",
    replace: { ...person, ...firstPicture },
  },
  {
    operation: 'verify',
    replace: { ...person, ...secondPicture },
    keep: check('a decision', "typeof pm.response.json().Person.Match === 'boolean'"),
  },
  { operation: 'update', replace: { ...person, ...secondPicture } },
  { operation: 'identify', replace: firstPicture },
  {
    operation: 'setConsent',
    replace: person,
    keep: check('the record', "pm.response.json().Person.Consent.TextVersion === '2025-03'"),
  },
  { operation: 'consent', replace: person },
  {
    operation: 'delete',
    replace: person,
    keep: keep('receiptId', "pm.response.headers.get('Selfsame-Receipt')"),
  },
  { operation: 'receipt', query: { ID: '{{receiptId}}' } },
];

const TOOLS = [
  { operation: 'extract', replace: firstPicture, keep: keep('template', 'pm.response.json().Extract.Template') },
  {
    operation: 'match',
    replace: { [`"Artifact_A": "${PICTURE}"`]: '"Artifact_A": "{{template}}"', ...secondPicture },
  },
  { operation: 'faceDetect', replace: firstPicture },
  { operation: 'anonymize', replace: firstPicture },
  { operation: 'liveness', replace: firstPicture },
  { operation: 'checkIcao', replace: firstPicture },
  { operation: 'icaoCrop', replace: firstPicture },
  { operation: 'wsqEncode', replace: firstPicture, keep: keep('wsq', 'pm.response.json().Encode.Image') },
  { operation: 'decode', replace: { '/6D/...': '{{wsq}}' } },
  { operation: 'checkNfiq', replace: firstPicture },
];

const CAPTURES = [
  { operation: 'videoCapabilities' },
  { operation: 'videoMonitor' },
  { operation: 'latency', expect: 204 },
  { operation: 'download', query: { bytes: '1000' } },
  { operation: 'openCapture', expect: 201, keep: keepId('sessionId') },
  {
    operation: 'livenessResult',
    name: 'The result of the capture; waits up to 10 s for it',
    keep: check('nobody has begun', "pm.response.json().livenessStatus === 'INITIALIZED'"),
  },
  { operation: 'deleteSession', name: 'End the capture', expect: 204 },
];

export const FOLDERS = [
  { name: 'Server', steps: SERVER },
  { name: 'A session with two faces', steps: SESSION },
  { name: 'Without a session', steps: DIRECT },
  { name: 'Recordings', steps: RECORDINGS },
  { name: 'People', steps: PEOPLE },
  { name: 'Tools for pictures', steps: TOOLS },
  { name: 'Captures in browsers', steps: CAPTURES },
];

/** Operations without a step, and why. */
export const LEFT_OUT = {
  sendRecordingV2: 'a recording is encrypted by a program',
  sendRecordingV3: 'a recording is encrypted by a program',
  getRecordingV2: 'as getRecordingV3',
  livenessResultOfMode: 'as livenessResult',
  livenessResultOfLevel: 'as livenessResult',
  verifyByPut: 'as verify',
  verifyByPatch: 'as verify',
  updateByPost: 'as update',
  updateByPatch: 'as update',
  deleteByPost: 'as delete',
  encode: 'as wsqEncode',
  wsqDecode: 'as decode',
  captureSocket: 'a WebSocket',
  upload: 'for pages',
  speedOptions: 'for browsers',
  latencyOptions: 'for browsers',
  script: 'for pages',
};
