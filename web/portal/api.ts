/** Calls of the portal's server. The session is a cookie that scripts cannot read. */
import type { Me } from './wire.js';

/** An answer that is no success, or none at all (status 0), with words for the user. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** Whether a one-time code is wanted. */
    readonly wantsCode = false,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

export class Api {
  private csrf = '';

  /**
   * @param root address of the calls, with a slash at its end
   * @param onEnded is told when the session is over
   */
  constructor(
    private readonly root: string,
    private readonly onEnded: () => void,
  ) {}

  /** Who is signed in, or null. */
  async whoAmI(): Promise<Me | null> {
    try {
      return this.admit((await (await this.fetch('me', {})).json()) as Me);
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) {
        return null;
      }
      throw error;
    }
  }

  async signIn(name: string, password: string, code: string): Promise<Me> {
    const body = { name, password, ...(code === '' ? {} : { code }) };
    return this.admit((await (await this.fetch('sign-in', jsonBody('POST', body))).json()) as Me);
  }

  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.send<T>(path, signal === undefined ? {} : { signal });
  }

  /** Any other method; what is answered without a body is undefined. */
  call<T = void>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<T> {
    const options = body === undefined ? { method, headers: {} } : jsonBody(method, body);
    return this.send<T>(path, { ...options, headers: { ...options.headers, 'X-CSRF-Token': this.csrf } });
  }

  /** The address of something to download. */
  address(path: string): string {
    return this.root + path;
  }

  private admit(me: Me): Me {
    this.csrf = me.csrf;
    return me;
  }

  private async send<T>(path: string, options: RequestInit): Promise<T> {
    try {
      const answer = await this.fetch(path, options);
      const text = await answer.text();
      return (text === '' ? undefined : JSON.parse(text)) as T;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) {
        this.onEnded();
      }
      throw error;
    }
  }

  private async fetch(path: string, options: RequestInit): Promise<Response> {
    let answer: Response;
    try {
      answer = await fetch(this.root + path, { ...options, cache: 'no-store', credentials: 'same-origin' });
    } catch (error) {
      if (options.signal?.aborted === true) {
        throw error;
      }
      throw new ApiError(0, 'The server cannot be reached. Check that it runs, then try again.');
    }
    if (!answer.ok) {
      throw await errorOf(answer);
    }
    return answer;
  }
}

/** One step of a path. */
export function step(name: string): string {
  return encodeURIComponent(name);
}

/** What a user is told of a failure. */
export function messageOf(error: unknown): string {
  return error instanceof ApiError ? error.message : 'This page has made a mistake. Reload it and try again.';
}

function jsonBody(method: string, body: object): { method: string; headers: Record<string, string>; body: string } {
  return { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

async function errorOf(answer: Response): Promise<ApiError> {
  let body: { message?: unknown; totp?: unknown } = {};
  try {
    body = ((await answer.json()) ?? {}) as typeof body;
  } catch {
    // why nothing: a proxy may answer with a page of its own
  }
  const message = typeof body.message === 'string' ? sentence(body.message) : '';
  const words = message === '' ? `The server answered with status ${answer.status}. Try again in a minute.` : message;
  return new ApiError(answer.status, words, body.totp === true);
}

/** A message as a sentence. */
function sentence(message: string): string {
  const text = message.trim();
  const upper = text.charAt(0).toUpperCase() + text.slice(1);
  return text === '' || /[.!?]$/.test(upper) ? upper : `${upper}.`;
}
