/**
 * What the server of an integrator does, done by this page with an API key that its user knows. In a product these
 * calls are made by a server, and the browser never sees the key.
 */
import type { LivenessMode } from '../capture/types/selfsame-capture.js';

export interface Wishes {
  readonly mode: LivenessMode;
  readonly level: string;
  readonly challenges: number;
  readonly ageThreshold?: number;
}

export interface LivenessResult {
  readonly livenessStatus: string;
  readonly bestImageId?: string;
  readonly diagnostic?: string;
  readonly age?: { readonly aboveThreshold: boolean; readonly ageEstimated: number; readonly threshold: number };
}

export interface Match {
  readonly score: number;
  /** In per cent. */
  readonly falseAcceptanceRate: number;
}

/** An answer that is no success, or none at all (status 0). */
export class ServiceError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'ServiceError';
  }
}

/** A result that is still being made is asked for so often; each time the server waits some seconds for it. */
const QUESTIONS = 4;

export class Service {
  /** @param root address of the server, with a slash at its end */
  constructor(
    private readonly root: string,
    private readonly key: string,
  ) {}

  /** Opens a session for one capture. */
  async openSession(wishes: Wishes): Promise<string> {
    const answer = await this.send('video-server/init-liveness-session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        livenessMode: wishes.mode,
        securityLevel: wishes.level,
        numberOfChallenge: wishes.challenges,
        ...(wishes.ageThreshold === undefined ? {} : { ageThreshold: wishes.ageThreshold }),
      }),
    });
    return idOf(answer);
  }

  async result(session: string): Promise<LivenessResult> {
    for (let i = 1; ; i++) {
      const answer = await this.send(`${path(session)}/liveness-challenge-result`);
      const result = (await answer.json()) as LivenessResult;
      if (result.livenessStatus !== 'IN_PROGRESS' || i === QUESTIONS) {
        return result;
      }
    }
  }

  async image(session: string, face: string): Promise<Blob> {
    return (await this.send(`${path(session)}/faces/${encodeURIComponent(face)}/image`)).blob();
  }

  /** Compares a photo with a face of the session. */
  async compare(session: string, face: string, photo: Blob): Promise<Match> {
    const body = new FormData();
    body.append('face', new Blob([JSON.stringify({ imageType: 'SELFIE' })], { type: 'application/json' }));
    body.append('image', photo, 'photo');
    const candidate = await idOf(await this.send(`${path(session)}/faces`, { method: 'POST', body }));
    const answer = await this.send(`${path(session)}/faces/${encodeURIComponent(face)}/matches`);
    const matches = (await answer.json()) as (Match & { candidate?: { id?: string } })[];
    const match = matches.find((each) => each.candidate?.id === candidate);
    if (match === undefined) {
      throw new ServiceError(0, 'the server made no comparison');
    }
    return match;
  }

  /** Forgets the session and its pictures; they would go by themselves a little later. */
  async forget(session: string): Promise<void> {
    await this.send(path(session), { method: 'DELETE' });
  }

  private async send(where: string, options: RequestInit = {}): Promise<Response> {
    const headers = { ...(options.headers as Record<string, string>), apikey: this.key };
    let answer: Response;
    try {
      answer = await fetch(this.root + where, { ...options, headers, cache: 'no-store' });
    } catch {
      throw new ServiceError(0, 'the server cannot be reached');
    }
    if (!answer.ok) {
      throw new ServiceError(answer.status, await messageOf(answer));
    }
    return answer;
  }
}

function path(session: string): string {
  return `bioserver-app/v2/bio-sessions/${encodeURIComponent(session)}`;
}

/** The id at the end of the address of what was made. */
async function idOf(answer: Response): Promise<string> {
  await answer.arrayBuffer();
  const id = /\/([^/?#]+)$/.exec(answer.headers.get('Location') ?? '')?.[1];
  if (id === undefined) {
    throw new ServiceError(0, 'the server did not say what it made');
  }
  return id;
}

async function messageOf(answer: Response): Promise<string> {
  try {
    const body = (await answer.json()) as { message?: unknown };
    return typeof body.message === 'string' ? body.message : '';
  } catch {
    return '';
  }
}
