/** How fast the line to the server is: bytes up, bytes down, and the way there and back. */
import type { NetworkReport } from '../types/selfsame-capture.js';
import { CaptureError } from './capture-error.js';

/** Kilobits a second, and milliseconds: what the contract's documents ask for. */
export const UPLOAD_SPEED_THRESHOLD = 400;
export const DOWNLOAD_SPEED_THRESHOLD = 400;
export const LATENCY_THRESHOLD_MILLIS = 500;

const LATENCY_PROBES = 4;
/** A first probe decides whether a larger one is worth its time: 2 s at the least speed, then about 1 s at most. */
const FIRST_PROBE_BYTES = 100_000;
const LARGEST_PROBE_BYTES = 1_000_000;
const TIMEOUT_MILLIS = 15_000;

export interface MeasureAddresses {
  readonly uploadURL: string;
  readonly latencyURL?: string;
  readonly downloadURL?: string;
}

/** One exchange; resolves when the answer is there. */
export type Exchange = (method: 'GET' | 'POST', url: string, body: Uint8Array<ArrayBuffer> | null) => Promise<void>;

export interface MeasureMeans {
  readonly exchange: Exchange;
  readonly nowMillis: () => number;
  readonly noise: (bytes: number) => Uint8Array<ArrayBuffer>;
}

/** Kilobits a second for bytes in milliseconds, of which the latency is no transfer. */
export function kilobitsPerSecond(bytes: number, millis: number, latencyMillis: number): number {
  return (bytes * 8) / Math.max(1, millis - latencyMillis);
}

/** Bytes that take about a second at a speed. */
export function nextProbeBytes(kilobits: number): number {
  return Math.round(Math.min(LARGEST_PROBE_BYTES, Math.max(FIRST_PROBE_BYTES, (kilobits * 1_000) / 8)));
}

export function isGood(report: Omit<NetworkReport, 'goodConnectivity'>): boolean {
  return (
    report.upload >= UPLOAD_SPEED_THRESHOLD &&
    (report.download ?? Infinity) >= DOWNLOAD_SPEED_THRESHOLD &&
    (report.latency ?? 0) <= LATENCY_THRESHOLD_MILLIS
  );
}

/** Measures once; rejects with a CaptureError where the server cannot be reached. */
export async function measure(addresses: MeasureAddresses, means: MeasureMeans): Promise<NetworkReport> {
  const { uploadURL, latencyURL, downloadURL } = addresses;
  const latency = latencyURL === undefined ? undefined : await leastMillis(latencyURL, means);
  const up = (bytes: number): Promise<void> => means.exchange('POST', uploadURL, means.noise(bytes));
  const upload = await speed(up, latency ?? 0, means);
  const down = (bytes: number): Promise<void> =>
    means.exchange('GET', withQuery(downloadURL as string, `bytes=${bytes}`), null);
  const download = downloadURL === undefined ? undefined : await speed(down, latency ?? 0, means);
  const report = {
    upload: Math.round(upload),
    ...(download === undefined ? {} : { download: Math.round(download) }),
    ...(latency === undefined ? {} : { latency: Math.round(latency) }),
  };
  return { goodConnectivity: isGood(report), ...report };
}

/** The least of some probes: the first one also opens the connection, and anything may hold up another. */
async function leastMillis(url: string, means: MeasureMeans): Promise<number> {
  let least = Infinity;
  for (let i = 0; i < LATENCY_PROBES; i++) {
    const started = means.nowMillis();
    await means.exchange('GET', withQuery(url, `probe=${i}`), null);
    least = Math.min(least, means.nowMillis() - started);
  }
  return least;
}

async function speed(
  transfer: (bytes: number) => Promise<void>,
  latencyMillis: number,
  means: MeasureMeans,
): Promise<number> {
  let kilobits = 0;
  for (let bytes = FIRST_PROBE_BYTES; ; bytes = nextProbeBytes(kilobits)) {
    const started = means.nowMillis();
    await transfer(bytes);
    const isFirst = kilobits === 0;
    kilobits = kilobitsPerSecond(bytes, means.nowMillis() - started, latencyMillis);
    if (!isFirst || nextProbeBytes(kilobits) === FIRST_PROBE_BYTES) {
      return kilobits;
    }
  }
}

function withQuery(url: string, query: string): string {
  return url + (url.indexOf('?') < 0 ? '?' : '&') + query;
}

/** The browser's own means. */
export function browserMeasureMeans(): MeasureMeans {
  return { exchange: exchangeByXhr, nowMillis: () => performance.now(), noise };
}

/** By XMLHttpRequest, which has a timeout in every browser; without headers that would need leave from the server. */
function exchangeByXhr(method: 'GET' | 'POST', url: string, body: Uint8Array<ArrayBuffer> | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.timeout = TIMEOUT_MILLIS;
    request.responseType = 'arraybuffer';
    const fail = (text: string, code?: number): void => reject(new CaptureError(text, code));
    request.onload = () =>
      request.status >= 200 && request.status < 300
        ? resolve()
        : fail(`the server answers ${request.status}`, request.status);
    request.onerror = () => fail('the server cannot be reached');
    request.ontimeout = () => fail('the connection is too slow');
    request.send(body === null ? null : new Blob([body]));
  });
}

/** Random bytes, so that nothing on the way makes them fewer. */
function noise(bytes: number): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(bytes);
  for (let offset = 0; offset < bytes; offset += 65_536) {
    crypto.getRandomValues(data.subarray(offset, Math.min(bytes, offset + 65_536)));
  }
  return data;
}
