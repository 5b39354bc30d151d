/* Consent and receipts of deletions: what is Selfsame's own in the Multibiometrics API. */
import { boolean, instant, integer, object, ref, string } from './describe.mjs';

const PURPOSE = string('What for, 1 to 256 characters.', { examples: ['Door of the main building'] });
const BASIS = string('By which law, 1 to 256 characters.', { examples: ['GDPR 9(2)(a)'] });
const VERSION = string('Which text was shown, 1 to 256 characters.', { examples: ['2025-03'] });
const SHA256 = string('SHA-256 of that text.', { pattern: '^[0-9a-f]{64}$' });
const MEMBERS = {
  Purpose: PURPOSE,
  LegalBasis: BASIS,
  TextVersion: VERSION,
  TextSha256: SHA256,
  GivenAt: instant('When it was given, from 1970 on and not in the future.'),
  ExpiresAt: instant('When it ends by itself, after it was given and before 2200.'),
  WithdrawnAt: instant('When it was taken back, not before it was given and not in the future.'),
};
const ALWAYS = ['Purpose', 'LegalBasis', 'GivenAt'];

export const CONSENT_FORMS = {
  ConsentForm: object('What is to be on record; other members are refused.', ALWAYS, MEMBERS, {
    additionalProperties: false,
  }),
};

export const CONSENT_ANSWERS = {
  ConsentAnswer: object('What is on record.', ['Person'], {
    Success: boolean('True, where the server is set to say so (`state-success`).'),
    Person: { ...ref('Consenting'), description: 'Whose it is.' },
  }),
  Consenting: object('Whose it is.', ['CustomID'], {
    CustomID: string('Your name of the person.', { examples: ['1234'] }),
    Consent: { ...ref('GivenConsent'), description: 'The record; missing where there is none.' },
  }),
  GivenConsent: object('The record.', ALWAYS, MEMBERS),
};

/* Written by Selfsame and signed, so its members are the same everywhere; the API's own are spelt otherwise. */
export const RECEIPT = {
  Receipt: object(
    'A signed receipt. The signature is a JWS over all the rest, as in signed answers.',
    [
      'type', 'id', 'tenant', 'reason', 'deleted', 'people', 'faces', 'fingers', 'consents', 'pictures', 'signature',
    ],
    {
      type: string('Tells it from all else that the same keys sign.', { enum: ['selfsame-deletion-receipt-1'] }),
      id: string('Its id.', { format: 'uuid' }),
      tenant: string('Whose data it was.'),
      subject: string('The person, as a keyed hash of the CustomID; missing for a whole tenant.'),
      reason: string('Why.', { enum: ['request', 'unused', 'consent-ended', 'tenant-deleted'] }),
      deleted: instant('When.'),
      people: integer('How many people.'),
      faces: integer('Templates of faces.'),
      fingers: integer('Templates of fingers.'),
      consents: integer('Records of consent.'),
      pictures: integer('Always 0, as none is kept of people.'),
      signature: string('A compact JWS, the payload attached.'),
    },
  ),
};
