/* What the Multibiometrics API sends and takes. Schemas of answers are called as their records. */
import { alsoInArray, anyNumber, base64, boolean, integer, list, number, object, ref, string } from './describe.mjs';
import { CONSENT_ANSWERS, CONSENT_FORMS, RECEIPT } from './privacy-schemas.mjs';

/** Texts of errors, letter by letter. */
export const REFUSALS = [
  'Invalid JSON format',
  'CustomID is mandatory',
  'CustomID already exists',
  'Person not found',
  'Failed to extract face template',
  'Failed to extract template',
  'Invalid base64 string',
  'The enrolled template was made by another mode, update the person',
  'The templates were made by different modes, extract both of them again',
];

const REQUIREMENTS = [
  'Blurred', 'LookingAway', 'InkMarked', 'UnnaturalSkin', 'TooDarkLight', 'WashedOut', 'Pixelation',
  'HairAcrossEyes', 'EyesClosed', 'VariedBackground', 'Roll_Pitch_Yaw', 'FlashReflectionOnSkin', 'RedEyes',
  'ShadowsBehindHead', 'ShadowsAcrossFace', 'DarkTintedLenses', 'FlashReflectionOnLenses', 'FramesTooHeavy',
  'FramesCoveringEyes', 'Hat_Cap', 'VeilOverFace', 'MouthOpen', 'OtherFaces',
];

const FINGERS = Array.from({ length: 10 }, (_, index) => `Finger-${index + 1}`);
const CUSTOM_ID = string('Your name of the person.', { examples: ['1234'] });
const CLIENT_ID = string('Time of the enrolment in milliseconds and 18 random digits.');
const BIO_PASS_ID = string('A number that the tenant uses once.');
const SUCCESS = boolean('True, where the server is set to say so (`state-success`).');

/** An answer; most may begin with Success. */
const answered = (description, name, member, schema) =>
  object(description, [name], { Success: SUCCESS, [name]: { ...schema, description: member } });

const PEOPLE = {
  PersonAnswer: answered('Enrolled or updated.', 'Person', 'Who it is.', ref('Enrolled')),
  Enrolled: object('Who it is.', ['ClientID', 'CustomID', 'BioPassID'], {
    ClientID: CLIENT_ID,
    CustomID: CUSTOM_ID,
    BioPassID: BIO_PASS_ID,
  }),
  VerifyAnswer: answered('Compared.', 'Person', 'What came of it.', ref('Compared')),
  Compared: object('The decision over everything that was sent.', ['CustomID', 'Match', 'MatchDetails'], {
    CustomID: CUSTOM_ID,
    Match: boolean('The decision.'),
    MatchDetails: ref('Details'),
  }),
  Details: object('What it rests on.', ['FaceMatched', 'NonMatchedFingers'], {
    FaceMatched: boolean('False as well where no face was sent.'),
    NonMatchedFingers: list({ type: 'string', enum: FINGERS }, 'Those that were not sent included, by default.'),
  }),
  DeleteAnswer: answered('Deleted.', 'Person', 'Who it was.', ref('Deleted')),
  Deleted: object('Who it was.', ['CustomID'], { CustomID: CUSTOM_ID }),
  IdentifyAnswer: answered('Searched.', 'Identify', 'What it brought.', ref('Identify')),
  Identify: object('What a search brought.', ['Candidates', 'Searched'], {
    Candidates: list(ref('Candidate'), 'Most similar first; empty for a stranger.'),
    Searched: integer('People who were compared.'),
  }),
  Candidate: object(
    'Somebody who is similar enough.',
    ['CustomID', 'ClientID', 'BioPassID', 'Score', 'FPIR'],
    {
      CustomID: CUSTOM_ID,
      ClientID: CLIENT_ID,
      BioPassID: BIO_PASS_ID,
      Score: number('As that of match.'),
      FPIR: number('How often a search for a stranger brings somebody at least this similar.'),
    },
  ),
};

const TOOLS = {
  ExtractAnswer: answered('A template.', 'Extract', 'The template.', ref('Extract')),
  Extract: object('The template.', ['Template'], { Template: base64('Opaque, or in the format that was asked for.') }),
  MatchAnswer: answered('Compared.', 'Match', 'What it came to.', ref('Match')),
  Match: object('What it came to.', ['IsGenuine', 'Score'], {
    IsGenuine: boolean('Whether the score reaches the threshold of the tenant.'),
    Score: number('1500 to 10000: 1500 - 500 * log10(rate). 3500 is 1 in 10,000.'),
  }),
  DetectedFaces: answered('Looked for.', 'DetectedFaces', 'What was found.', ref('Found')),
  Found: object('How many and where.', ['FaceNumber', 'FaceRects'], {
    FaceNumber: integer('How many.'),
    FaceRects: list(ref('Rect'), 'Largest first.'),
  }),
  Rect: object('Pixels of the upright picture, inside of it.', ['x', 'y', 'width', 'height'], {
    x: integer('Left.'),
    y: integer('Top.'),
    width: integer('Pixels.'),
    height: integer('Pixels.'),
  }),
  LivenessAnswer: object('Live where Success is true and spoof false.', ['Success', 'result', 'spoof'], {
    Success: boolean('Whether it could be judged.'),
    result: string('Ok, or why it could not.', {
      enum: [
        'Ok', 'Invalid JSON format', 'Image (base64) not found', 'Invalid base64 string', 'No Faces Detected',
        'Multiple Faces Detected',
      ],
    }),
    spoof: boolean('Whether it shows a picture of a person.'),
  }),
  IcaoAnswer: answered('Checked.', 'ICAO', 'What was found.', ref('Icao')),
  Icao: object('What was found.', ['FaceImageConformed', 'IsAllConformed', 'Requirements'], {
    FaceImageConformed: integer(
      '-1 an error, 0 nothing wrong, 1 no face, 2 no landmarks, 3 too far left, 4 right, 5 up, 6 down, 7 too far' +
        ' away, 8 too near.',
    ),
    IsAllConformed: boolean('Whether all is.'),
    Requirements: object(
      'Each by its name.',
      REQUIREMENTS,
      Object.fromEntries(REQUIREMENTS.map((name) => [name, ref('Requirement')])),
    ),
  }),
  Requirement: object('One of them.', ['IsConformed', 'Confidence'], {
    IsConformed: boolean('Whether it is met.'),
    Confidence: integer('0 to 100 that it is.'),
  }),
  NfiqAnswer: answered('Graded.', 'NFIQ', 'The grade.', ref('Nfiq')),
  Nfiq: object('The grade.', ['Quality'], { Quality: integer('1 the best to 5 the worst.') }),
  PictureAnswer: object('A picture.', ['Image'], { Image: base64('PNG.') }),
  WsqAnswer: object('A picture.', ['Success', 'Image'], { Success: boolean('True.'), Image: base64('WSQ or PNG.') }),
  Anonymized: answered('The picture, faces covered.', 'FaceAnonymizer', 'The picture.', ref('PictureAnswer')),
  Cropped: answered('The portrait.', 'IcaoCropedImage', 'The picture; the contract spells it so.', ref('PictureAnswer')),
  Encoded: answered('The fingerprint as WSQ.', 'Encode', 'The picture.', ref('WsqAnswer')),
  Decoded: answered('The fingerprint as PNG.', 'Decode', 'The picture.', ref('WsqAnswer')),
};

const ERRORS = {
  RefusalJson: object('The text of an error, for who accepts JSON alone.', ['Success', 'Message'], {
    Success: boolean('False.'),
    Message: string('The text.', { enum: REFUSALS }),
  }),
  GatewayError: object('An error of what stands before the operations.', ['statusCode', 'message'], {
    statusCode: integer('The status again.'),
    message: string('What to do.'),
    activityId: string('Names the request in the log, where only that helps.'),
  }),
};

const PICTURES = {
  Face: {
    type: ['array', 'object'],
    description: 'An array with an object with Face-1; or that object; or an array with the base64 alone.',
    properties: { 'Face-1': base64('A picture of one face.') },
    items: { anyOf: [object('One face.', [], { 'Face-1': base64('A picture of one face.') }), base64('The same.')] },
  },
  Fingers: {
    type: ['array', 'object'],
    description: 'An array with an object with Finger-1 to Finger-10; or that object; or one finger an element.',
    properties: fingers(),
    items: object('Fingers by name.', [], fingers(), { additionalProperties: false }),
  },
};

function fingers() {
  return Object.fromEntries(FINGERS.map((name) => [name, base64('A fingerprint.')]));
}

const TYPE = string('In any case.', { enum: ['FACE', 'FINGER'] });
const FORMAT = string('Selfsame\'s own where it is missing; the others for fingers.', {
  enum: ['BIOPASS', 'ISO_IEC_2005_19794_2', 'ISO_IEC_2011_19794_2', 'ANSI_INCITS_378'],
});
const CUSTOM_ID_SENT = {
  type: ['string', 'number'],
  description: '1 to 256 UTF-16 units without controls; a number counts as it is spelt.',
  examples: ['1234'],
};

const FORMS = {
  PersonForm: object('A person with at least one picture.', ['CustomID'], { CustomID: CUSTOM_ID_SENT, ...PICTURES }),
  EnrolForm: object('A person with at least one picture, and what is to be on record of its consent.', ['CustomID'], {
    CustomID: CUSTOM_ID_SENT,
    ...PICTURES,
    Consent: ref('ConsentForm'),
  }),
  ConsentUpdateForm: object('A person, and what is to be on record of its consent.', ['CustomID', 'Consent'], {
    CustomID: CUSTOM_ID_SENT,
    Consent: ref('ConsentForm'),
  }),
  NameForm: object('A person.', ['CustomID'], { CustomID: CUSTOM_ID_SENT }),
  IdentifyForm: object('Somebody to search for, with at least one picture.', [], {
    ...PICTURES,
    TargetFPIR: anyNumber('Share of searches for strangers that may bring anybody, 1e-9 to 1; 0.01 if not sent.'),
    MaxCandidates: anyNumber('1 to 100; 10 if not sent.'),
  }),
  ExtractForm: object('A picture.', ['Type', 'Artifact'], { Type: TYPE, Format: FORMAT, Artifact: base64('A picture.') }),
  MatchForm: object('Two artifacts.', ['Type', 'Artifact_A', 'Artifact_B'], {
    Type: TYPE,
    Format: FORMAT,
    Artifact_A: base64('A template in any of the formats, or a picture.'),
    Artifact_B: base64('The same.'),
  }),
  EncodeForm: object('A fingerprint.', ['Image'], {
    Image: base64('A picture.'),
    Compression: anyNumber('Below 5 bits a pixel, else a ratio; 15 if not sent.'),
    PPI: anyNumber('100 to 2000; 500 if not sent.'),
  }),
  DecodeForm: object('A fingerprint.', ['Wsq'], { Wsq: base64('WSQ.') }),
  PictureForm: object('A picture.', ['Image'], { Image: base64('A picture.') }),
};

/** The body that wraps a form in one member, an object or an array of exactly one. */
export const wrapped = (member, form) => alsoInArray(object('The request.', [member], { [member]: ref(form) }));
export const SCHEMAS = { ...PEOPLE, ...CONSENT_ANSWERS, ...RECEIPT, ...TOOLS, ...ERRORS, ...FORMS, ...CONSENT_FORMS };
