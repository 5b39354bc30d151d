/* What the Biometric Services API sends and takes. Schemas of answers are called as their records. */
import {
  FLAG, alsoInArray, anyNumber, base64, boolean, flag, instant, integer, list, number, object, picture, ref, string,
  uuid, wholeNumber,
} from './describe.mjs';
import { ERROR_SCHEMA } from './error-answers.mjs';

const SIGNATURE = string('JWS over all the rest of this object; see docs/signatures.md.', {
  examples: ['eyJraWQiOiJ...'],
});
const CORRELATION = {
  correlationId: string('Yours; up to 256 characters.', { examples: ['order 4711'] }),
  evidenceId: string('Yours; up to 256 characters.'),
};
const NOT_LOOKED_AT = { description: 'Not looked at.' };
const MODES = ['LIVENESS_PASSIVE', 'LIVENESS_PASSIVE_VIDEO', 'LIVENESS_ACTIVE'];
const LEVELS = ['LOW', 'MEDIUM', 'HIGH'];
export const STATUSES = ['INITIALIZED', 'IN_PROGRESS', 'SUCCESS', 'FAILED', 'SPOOF', 'TIMEOUT', 'ERROR'];

const ANSWERS = {
  ErrorObject: ERROR_SCHEMA,
  ImageType: { type: 'string', enum: ['ID_DOCUMENT', 'SELFIE', 'VIDEO_FRAME'], description: 'What the picture is of.' },
  Capabilities: object('What this server is.', ['version', 'currentMode'], {
    version: string('Of Selfsame.'),
    currentMode: list({ type: 'string' }, 'The mode that faces are read in.', { examples: [['SELFSAME_F1']] }),
  }),
  SessionAnswer: object('A session.', ['id', 'imageStorageEnabled', 'created', 'expires'], {
    id: uuid('Of the session.'),
    ...CORRELATION,
    imageStorageEnabled: boolean('Whether it keeps the pictures of its faces.'),
    created: instant('When it was opened.'),
    expires: instant('From then on everything of it is 404.'),
    signature: SIGNATURE,
  }),
  EyePoints: object('Centres of the eyes; eye 1 is the right one of the person.', ['x1', 'y1', 'x2', 'y2'], {
    x1: number('Pixels.'),
    y1: number('Pixels.'),
    x2: number('Pixels.'),
    y2: number('Pixels.'),
  }),
  Box: object('Around the face; may reach beyond the picture.', ['x', 'y', 'width', 'height'], {
    x: number('Left, pixels.'),
    y: number('Top, pixels.'),
    width: number('Pixels.'),
    height: number('Pixels.'),
  }),
  Landmarks: object('Where the face is, in pixels of the upright picture.', [], {
    eyes: ref('EyePoints'),
    box: ref('Box'),
  }),
  ImageStorage: object(
    'Where a picture is kept, sealed.',
    ['region', 'key', 'bucketName', 'hash', 'hashAlgorithm', 'contentType'],
    {
      region: string('Of the store.'),
      key: string('In the bucket.'),
      bucketName: string('Of the store.'),
      hash: string('Of the picture, hexadecimal.'),
      hashAlgorithm: string('SHA_256'),
      contentType: string('Of the picture.'),
    },
  ),
  Face: object('A face. Members that say nothing are left out.', ['id', 'mode', 'imageType'], {
    id: uuid('Of the face; new for each answer where nothing is kept.'),
    friendlyName: string('As it was sent.'),
    digest: string('SHA-256 of the picture file, hexadecimal.'),
    mode: string('That the face was read in.', { examples: ['SELFSAME_F1'] }),
    imageType: ref('ImageType'),
    quality: integer('Over 100 good, 0 to 100 usable with care, negative: ask for another picture.'),
    landmarks: ref('Landmarks'),
    imageRotationEnabled: boolean('As it was sent.'),
    template: string('Base64 in the alphabet for addresses; opaque. Send it back as it came.'),
    templateVersion: integer('Differs where templates cannot be compared.'),
    imageStorage: ref('ImageStorage'),
    created: instant('When it was read.'),
    expires: instant('With its session.'),
    signature: SIGNATURE,
  }),
  Match: object('Two faces compared.', ['reference', 'candidate', 'score', 'falseAcceptanceRate', 'created'], {
    reference: ref('Face'),
    candidate: ref('Face'),
    score: number('1500 to 10000: 2500 - 500 * log10(falseAcceptanceRate). 3500 is 1 in 10,000.'),
    falseAcceptanceRate: number('Per cent of pairs of different people that score at least as high.'),
    ...CORRELATION,
    created: instant('When they were compared.'),
    expires: instant('With its session.'),
    signature: SIGNATURE,
  }),
  AgeAnswer: object('An estimate.', ['id', 'threshold', 'digest', 'imageType', 'quality', 'created'], {
    id: uuid('Of this answer.'),
    aboveThreshold: boolean('Whether the estimate reaches the threshold; missing where there is none.'),
    ageEstimated: number('Years, rounded down to a tenth; missing where the picture shows no usable face.'),
    threshold: number('As it was sent.'),
    digest: string('SHA-256 of the picture file, hexadecimal.'),
    imageType: ref('ImageType'),
    quality: integer('Negative: ask for another picture; -10000 without a face, or with several.'),
    created: instant('When it was estimated.'),
    signature: SIGNATURE,
  }),
  LivenessParameters: object(
    'What a program needs to make a recording.',
    ['id', 'type', 'securityLevel', 'imageRetrievalDisabled', 'seed', 'certificates', 'serverRandom'],
    {
      id: string('Of the recording.'),
      type: { type: 'string', enum: MODES, description: 'What the person has to do.' },
      securityLevel: { type: 'string', enum: LEVELS, description: 'How strictly it is judged.' },
      nbChallenge: integer('Targets that the head turns to; LIVENESS_ACTIVE alone has any.'),
      imageRetrievalDisabled: boolean('Whether the status leaves the best image out.'),
      seed: integer('That targets are drawn from.'),
      certificates: list(base64('DER.'), 'Recordings are encrypted to the first.'),
      serverRandom: base64('32 bytes, to be repeated in the recording.'),
      signature: SIGNATURE,
    },
  ),
  DeviceInfo: object('What the recording says it was made on.', [], {
    deviceModel: string('As it was sent.'),
    osType: string('As it was sent.'),
    osVersion: string('As it was sent.'),
  }),
  SdkInfo: object('The program that made it.', ['sdkVersion'], { sdkVersion: string('As it was sent.') }),
  ReplayStatus: object('How far the judgement of a recording is.', ['id', 'status'], {
    id: string('Of the recording.'),
    status: { type: 'string', enum: STATUSES, description: 'Final but for the first two.' },
    diagnostic: string('Why it ended so, for people.'),
    bestImageId: uuid('The face of the session that the best image became.'),
    image: base64('The best image, JPEG, where it was asked for.'),
    landmarks: ref('Landmarks'),
    deviceInfo: ref('DeviceInfo'),
    sdkInfo: ref('SdkInfo'),
    imageStorage: ref('ImageStorage'),
    videoStorage: ref('ImageStorage'),
    signature: SIGNATURE,
  }),
  EstimatedAge: object(
    'Whether the person looks old enough.',
    ['aboveThreshold', 'ageEstimated', 'threshold'],
    {
      aboveThreshold: boolean('Whether the estimate reaches the threshold.'),
      ageEstimated: number('Years.'),
      threshold: integer('Years, as it was asked for.'),
    },
  ),
  LivenessResult: object('What came of a liveness check.', ['livenessStatus', 'livenessMode'], {
    livenessStatus: { type: 'string', enum: STATUSES, description: 'Final but for the first two.' },
    livenessMode: { type: 'string', enum: MODES, description: 'What the person had to do.' },
    bestImageId: uuid('The face of the session that the best image became.'),
    diagnostic: string('Why it ended so, for people.'),
    age: ref('EstimatedAge'),
  }),
  Jwks: object('Public keys as of RFC 7517.', ['keys'], {
    keys: list(
      object('One key.', ['kty', 'kid'], {
        kty: string('RSA or EC.'),
        kid: string('As in the header of signatures.'),
      }),
      'All that verify signatures, also those that sign no more.',
    ),
  }),
};

const REQUESTS = {
  Flag: FLAG,
  SessionForm: object('What the session is to be.', [], {
    ...CORRELATION,
    imageStorageEnabled: flag('Keep the pictures of faces as long as the session lives; false.'),
    ttlSeconds: wholeNumber('1 to the most that the server allows, 3600 by default; 300 if not sent.'),
    callbackURL: string('To be told that a liveness result is there; up to 2048 characters.'),
  }),
  FaceForm: object('What the picture is.', ['imageType'], {
    imageType: ref('ImageType'),
    friendlyName: string('Yours; up to 256 characters.'),
    imageRotationEnabled: flag('Also look for faces that lie on their side or stand on their head.'),
    signatureDisabled: flag('Leave the signature out of the answer, where that is the face.'),
    mode: NOT_LOOKED_AT,
  }),
  FaceJson: object('A face as it was answered before, all its members or fewer.', ['template', 'imageType'], {
    template: string('As it was answered.'),
    imageType: ref('ImageType'),
    templateVersion: wholeNumber('Refused where it is not that of the template.'),
    id: string('As it was answered.'),
    friendlyName: string('As it was answered.'),
    digest: string('SHA-256, hexadecimal.'),
    quality: anyNumber('As it was answered.'),
    landmarks: ref('Landmarks'),
    imageRotationEnabled: flag('As it was answered.'),
    signature: string('Checked where it is there.'),
    mode: NOT_LOOKED_AT,
    imageStorage: NOT_LOOKED_AT,
    created: NOT_LOOKED_AT,
    expires: NOT_LOOKED_AT,
  }),
  AgeForm: object('What is asked.', ['threshold'], {
    threshold: anyNumber('Years, 0 to 150.'),
    imageType: ref('ImageType'),
    imageRotationEnabled: flag('Also look for faces that lie on their side or stand on their head.'),
    signatureDisabled: flag('Leave the signature out of the answer.'),
  }),
  LivenessForm: object('What recording is asked for.', ['type'], {
    type: string('Or LIVENESS_HIGH, which is LIVENESS_ACTIVE.', { enum: [...MODES, 'LIVENESS_HIGH'] }),
    securityLevel: string('HIGH if not sent. VERY_LOW is LOW, VERY_HIGH to VERY_HIGH8 are HIGH.', {
      enum: [...LEVELS, 'VERY_LOW', 'VERY_HIGH', ...[2, 3, 4, 5, 6, 7, 8].map((level) => `VERY_HIGH${level}`)],
    }),
    nbChallenge: wholeNumber('1 to 8 targets that the head turns to; 2 if not sent.'),
    imageRetrievalDisabled: flag('false: the status shows the best image.'),
    id: string('Your name of the recording; up to 256 characters.'),
  }),
};

const COMPARING = {
  correlationId: string('Yours, repeated in the answer.', { examples: ['order 4711'] }),
  evidenceId: string('Yours, repeated in the answer.', { examples: ['e-17'] }),
  imageRotationEnabled: flag('Also look for faces that lie on their side or stand on their head.'),
};

/** Bodies of parts by the name of what reads them. */
export const PARTS = {
  face: object('A picture and what it is.', ['face', 'image'], { face: ref('FaceForm'), image: picture('One face.') }),
  matchImages: object(
    'Two pictures.',
    ['referenceImage', 'referenceImageType', 'candidateImage', 'candidateImageType'],
    {
      referenceImage: picture('One face.'),
      referenceImageType: ref('ImageType'),
      candidateImage: picture('One face.'),
      candidateImageType: ref('ImageType'),
      ...COMPARING,
    },
  ),
  matchFace: object('A face and a picture.', ['referenceFace', 'candidateImage', 'candidateImageType'], {
    referenceFace: ref('FaceJson'),
    candidateImage: picture('One face.'),
    candidateImageType: ref('ImageType'),
    ...COMPARING,
  }),
  age: object('A picture and a threshold.', ['age', 'image'], { age: ref('AgeForm'), image: picture('One face.') }),
};

export const inArrayToo = (name) => alsoInArray(ref(name));
export const SCHEMAS = { ...ANSWERS, ...REQUESTS };
