/** The demo page: what an integrator's page and server do, as one page over the public API. */
import {
  type CaptureState,
  detectEnvironment,
  type FaceBox,
  type RunningCapture,
  showPicture,
  startCapture,
} from '../capture/types/selfsame-capture.js';
import { Announcer } from './announcer.js';
import { takeKeyFromAddress } from './api-key.js';
import { element, type Fact, listFacts, note, showScreen } from './screens.js';
import { type LivenessResult, Service } from './service.js';
import { type Choice, readForm, watchForm } from './setup-form.js';
import {
  ageVerdict,
  failureVerdict,
  likenessText,
  livenessVerdict,
  matchVerdict,
  sentence,
  type Verdict,
} from './words.js';

const announcer = new Announcer((text) => (element('spoken').textContent = text));
let running: RunningCapture | undefined;
/** Counts captures and their ends, so that an old one does not show up in the middle of a new one. */
let turn = 0;
let lastChoice: Choice | undefined;

/** The server that this page came from; the page may lie below any path. */
function serverRoot(): string {
  return new URL('..', location.href).href;
}

async function capture(choice: Choice): Promise<void> {
  lastChoice = choice;
  const mine = ++turn;
  const isOver = (): boolean => mine !== turn;
  showScreen('capture');
  instruct('');
  veil('Connecting to the server.');
  const service = new Service(serverRoot(), choice.key);
  let session: string | undefined;
  try {
    session = await service.openSession(choice.wishes);
    if (isOver()) {
      return;
    }
    running = startCapture({
      sessionId: session,
      serverUrl: serverRoot(),
      video: element<HTMLVideoElement>('video'),
      onInstruction: (text) => (element('veil').hidden ? instruct(text) : undefined),
      onState: follow,
    });
    const { bestImageInfo } = await running.result;
    veil('Checking the capture.');
    const outcome = await conclude(service, session, choice);
    if (!isOver()) {
      await show(outcome.verdict, outcome.facts, outcome.picture, bestImageInfo);
    }
  } catch (failure) {
    if (!isOver()) {
      await show(failureVerdict(failure as Error));
    }
  } finally {
    if (!isOver()) {
      running = undefined;
      announcer.stop();
    }
    if (session !== undefined) {
      service.forget(session).catch(() => {});
    }
  }
}

function follow(state: CaptureState): void {
  switch (state) {
    case 'connecting':
      veil('Connecting to the server.');
      break;
    case 'camera':
      veil('Waiting for the camera. Allow it where the browser asks.');
      break;
    case 'positioning':
      veil('');
      instruct('Look into the camera.');
      break;
    case 'challenge':
      break;
    case 'computing':
      veil('Checking the capture.');
      break;
    case 'ended':
      break;
  }
}

/** The text over the video while there is nothing to see; the text below it otherwise. */
function veil(text: string): void {
  element('veil').hidden = text === '';
  element('veil-text').textContent = text;
  if (text !== '') {
    instruct('');
    announcer.now(text);
  }
}

function instruct(text: string): void {
  element('instruction').textContent = text;
  if (text !== '') {
    announcer.show(text);
  }
}

interface Outcome {
  readonly verdict: Verdict;
  readonly facts: readonly Fact[];
  /** Of a live person alone. */
  readonly picture?: Blob;
}

async function conclude(service: Service, session: string, choice: Choice): Promise<Outcome> {
  const result = await service.result(session);
  const { verdict, facts } = await judge(service, session, choice, result);
  if (result.livenessStatus !== 'SUCCESS' || result.bestImageId === undefined) {
    const reason = sentence(result.diagnostic);
    return { verdict, facts: reason === undefined ? facts : [{ name: 'Reason', value: reason }, ...facts] };
  }
  return { verdict, facts, picture: await service.image(session, result.bestImageId) };
}

async function judge(
  service: Service,
  session: string,
  choice: Choice,
  result: LivenessResult,
): Promise<{ verdict: Verdict; facts: Fact[] }> {
  const alone = livenessVerdict(result);
  if (result.livenessStatus !== 'SUCCESS' || result.bestImageId === undefined) {
    return { verdict: alone, facts: [] };
  }
  if (choice.purpose === 'verify' && choice.photo !== undefined) {
    const match = await service.compare(session, result.bestImageId, choice.photo);
    const facts = [
      { name: 'Score', value: String(Math.round(match.score)) },
      { name: 'Strangers as alike', value: likenessText(match.falseAcceptanceRate) },
    ];
    return { verdict: matchVerdict(match), facts };
  }
  if (choice.purpose === 'age' && result.age !== undefined) {
    const years = `about ${Math.round(result.age.ageEstimated)} years`;
    return { verdict: ageVerdict(result.age), facts: [{ name: 'Estimated age', value: years }] };
  }
  return { verdict: alone, facts: [] };
}

const MARKS = { good: '✓', bad: '✕', open: '!' } as const;

async function show(
  verdict: Verdict,
  facts: readonly Fact[] = [],
  picture?: Blob,
  face: FaceBox | null = null,
): Promise<void> {
  element('verdict').className = `verdict ${verdict.kind}`;
  element('mark').textContent = MARKS[verdict.kind];
  element('again').textContent = verdict.kind === 'good' ? 'Capture once more' : 'Try again';
  element('result-title').textContent = verdict.title;
  element('result-text').textContent = verdict.text;
  element('best-image').textContent = '';
  listFacts(facts);
  // why empty: pictures of sessions may be switched off
  if (picture !== undefined && picture.size > 0) {
    await showPicture(picture, face, element('best-image'), { oval: true, alt: 'The best picture of your face' });
  }
  showScreen('result');
}

function giveUp(): void {
  turn++;
  running?.cancel();
  announcer.stop();
  showScreen('setup');
}

function checkBrowser(): void {
  const { envDetected, message } = detectEnvironment();
  if (envDetected === undefined) {
    note('unsupported', message ?? 'This browser cannot capture.');
  } else if (!envDetected.os.isSupported || !envDetected.browser.isSupported) {
    const names = envDetected.browser.supportedList.map(({ name, minimumVersion }) => `${name} ${minimumVersion}`);
    note('unsupported', `This browser may not work. These do: ${names.join(', ')} and newer.`);
  }
}

function begin(): void {
  takeKeyFromAddress();
  checkBrowser();
  watchForm();
  element('form').addEventListener('submit', (event) => {
    event.preventDefault();
    const choice = readForm();
    if (choice !== null) {
      void capture(choice);
    }
  });
  element('cancel').addEventListener('click', giveUp);
  element('over').addEventListener('click', () => showScreen('setup'));
  element('again').addEventListener('click', () => (lastChoice === undefined ? showScreen('setup') : void capture(lastChoice)));
}

begin();
