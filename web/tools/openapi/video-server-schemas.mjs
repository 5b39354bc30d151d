/* What the video server sends and takes; schemas of answers and of the socket are called as their records. */
import { FLAG, alsoInArray, boolean, flag, integer, list, number, object, ref, string, wholeNumber } from './describe.mjs';
import { ERROR_SCHEMA } from './error-answers.mjs';

const MODES = ['LIVENESS_PASSIVE', 'LIVENESS_PASSIVE_VIDEO', 'LIVENESS_ACTIVE'];
const LEVELS = ['LOW', 'MEDIUM', 'HIGH'];
const kind = (type) => ({ type: { const: type, type: 'string', description: 'What message this is.' } });

/** What the server says on the socket, which no operation of OpenAPI describes; docs/web-capture.md does. */
const SOCKET = {
  Ready: object(
    'The answer to the first message of a browser.',
    ['type', 'mode', 'framesPerSecond', 'window', 'maxFrameBytes', 'jpegQuality', 'maxLongSide', 'secondsLeft'],
    {
      ...kind('ready'),
      mode: { type: 'string', enum: MODES, description: 'What the person has to do.' },
      framesPerSecond: integer('That are looked at.'),
      window: integer('Frames that may be without an answer.'),
      maxFrameBytes: integer('Of one frame.'),
      jpegQuality: number('0 to 1, to begin with.'),
      maxLongSide: integer('Pixels.'),
      secondsLeft: integer('Until time is up.'),
    },
  ),
  Tracking: object('The answer to a frame.', ['type', 'ack'], {
    ...kind('tracking'),
    ack: integer('The number of the frame.'),
    info: ref('TrackingInfo'),
  }),
  TrackingInfo: object(
    'What a page shows the person.',
    ['positionInfo', 'facew', 'faceh', 'tooFar', 'tooClose'],
    {
      positionInfo: string('TRACKER_POSITION_INFO_ and more.'),
      facew: number('Width of the face as a part of that of the frame; 0 where there is none.'),
      faceh: number('Its height, likewise.'),
      tooFar: boolean('Come closer.'),
      tooClose: boolean('Move back.'),
      targetInfo: ref('TargetInfo'),
      livenessActive: ref('LivenessActive'),
    },
  ),
  TargetInfo: object('A circle that the face is to fill.', ['targetR', 'stability'], {
    targetR: number('Radius as a part of the width of the frame.'),
    stability: number('How still the face is.'),
  }),
  LivenessActive: object(
    'Targets that the head is to turn to.',
    ['stillFace', 'movingPhone', 'targetOnHover', 'targetChallengeIndex', 'challengeCircles'],
    {
      stillFace: boolean('The face does not move.'),
      movingPhone: boolean('The phone moves.'),
      targetOnHover: boolean('The head is turned to the target.'),
      targetChallengeIndex: integer('Which target it is.'),
      challengeCircles: list(ref('Circle'), 'All targets.'),
    },
  ),
  Circle: object('One target.', ['pos'], { pos: string('Where it is on a mirroring screen.') }),
  Instruction: object('What comes next.', ['type', 'value'], { ...kind('instruction'), value: string('Which.') }),
  Result: object('The result is kept.', ['type', 'bestImageInfo'], {
    ...kind('result'),
    bestImageInfo: { anyOf: [ref('BestImageInfo'), { type: 'null' }] },
  }),
  BestImageInfo: object('Where the face is in the best image, pixels.', ['boxX', 'boxY', 'boxW', 'boxH'], {
    boxX: number('Left.'),
    boxY: number('Top.'),
    boxW: number('Width.'),
    boxH: number('Height.'),
  }),
  Failure: object('Why it ends without a result.', ['type', 'code', 'error'], {
    ...kind('error'),
    code: integer('As a status of HTTP.'),
    error: string('For people.'),
  }),
};

const ROUTES = {
  ErrorObject: ERROR_SCHEMA,
  VideoCapabilities: object('Which version is running.', ['version'], { version: string('Of Selfsame.') }),
  Flag: FLAG,
  InitForm: object('What is asked for.', ['livenessMode'], {
    livenessMode: string('Or LIVENESS_HIGH, which is LIVENESS_ACTIVE.', { enum: [...MODES, 'LIVENESS_HIGH'] }),
    securityLevel: string('HIGH if not sent.', { enum: LEVELS }),
    numberOfChallenge: wholeNumber('1 to 8 targets that the head turns to; 2 if not sent.'),
    ageThreshold: wholeNumber('Years, 0 to 150; the result then says whether the person looks old enough.'),
    correlationId: string('Yours; up to 256 characters.'),
    evidenceId: string('Yours; up to 256 characters.'),
    imageStorageEnabled: flag('Keep the best image as long as the session lives; true.'),
    ttlSeconds: wholeNumber('1 to the most that the server allows, 3600 by default; 300 if not sent.'),
    callbackURL: string('To be told that the result is there; up to 2048 characters.'),
  }),
};

export const INIT = alsoInArray(ref('InitForm'));
export const SCHEMAS = { ...ROUTES, ...SOCKET };
