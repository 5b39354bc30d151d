/** The demo page's words, and its calls against a server that answers as the contract says. */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { Service, ServiceError } from '../../demo/service.js';
import { ageVerdict, failureVerdict, likenessText, livenessVerdict, matchVerdict } from '../../demo/words.js';

async function serve(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ server: Server; service: Service }> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, service: new Service(`http://127.0.0.1:${port}/`, 'a-key') };
}

const WISHES = { mode: 'LIVENESS_ACTIVE', level: 'HIGH', challenges: 3, ageThreshold: 18 } as const;

test('opens a session with the key', async () => {
  let body = '';
  const { server, service } = await serve((request, response) => {
    assert.equal(request.headers['apikey'], 'a-key');
    assert.equal(request.url, '/video-server/init-liveness-session');
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => response.writeHead(201, { Location: '/v2/bio-sessions/some-id' }).end());
  });
  assert.equal(await service.openSession(WISHES), 'some-id');
  const expected = { livenessMode: 'LIVENESS_ACTIVE', securityLevel: 'HIGH', numberOfChallenge: 3, ageThreshold: 18 };
  assert.deepEqual(JSON.parse(body), expected);
  server.close();
});

test('asks again for a result that is not there yet', async () => {
  const answers = ['IN_PROGRESS', 'IN_PROGRESS', 'SUCCESS'];
  const { server, service } = await serve((_, response) =>
    response.end(JSON.stringify({ livenessStatus: answers.shift() })),
  );
  assert.equal((await service.result('some-id')).livenessStatus, 'SUCCESS');
  assert.deepEqual(answers, []);
  server.close();
});

test('finds its own photo among the matches', async () => {
  const { server, service } = await serve((request, response) => {
    request.resume();
    if (request.method === 'POST') {
      response.writeHead(201, { Location: '/v2/bio-sessions/some-id/faces/mine' }).end();
    } else {
      const other = { candidate: { id: 'other' }, score: 1, falseAcceptanceRate: 50 };
      response.end(JSON.stringify([other, { candidate: { id: 'mine' }, score: 4_000, falseAcceptanceRate: 0.001 }]));
    }
  });
  assert.equal((await service.compare('some-id', 'best', new Blob(['x']))).score, 4_000);
  server.close();
});

test('an error carries status and words of the server', async () => {
  const { server, service } = await serve((_, response) =>
    response.writeHead(403).end('{"id":"1","message":"this key may not do that"}'),
  );
  await assert.rejects(service.openSession(WISHES), { status: 403, message: 'this key may not do that' });
  server.close();
});

test('a server that is gone is status 0', async () => {
  const { server, service } = await serve(() => {});
  await new Promise((resolve) => server.close(resolve));
  await assert.rejects(service.openSession(WISHES), (error) => error instanceof ServiceError && error.status === 0);
});

test('every status has its words, and a new one has some too', () => {
  const kinds = ['SUCCESS', 'SPOOF', 'FAILED', 'TIMEOUT', 'ERROR', 'constructor'].map(
    (livenessStatus) => livenessVerdict({ livenessStatus }).kind,
  );
  assert.deepEqual(kinds, ['good', 'bad', 'bad', 'open', 'open', 'open']);
});

test('verdicts on likeness and age', () => {
  assert.equal(matchVerdict({ score: 3_500, falseAcceptanceRate: 0.01 }).kind, 'good');
  assert.equal(matchVerdict({ score: 3_499, falseAcceptanceRate: 0.01 }).kind, 'bad');
  assert.equal(ageVerdict({ aboveThreshold: false, ageEstimated: 16, threshold: 18 }).title, 'Looks younger than 18');
  assert.equal(likenessText(0.01), '1 in 10,000 pairs');
  assert.equal(likenessText(2.3e-6), '1 in 40,000,000 pairs');
  assert.equal(likenessText(1e-13), 'fewer than 1 in 100 million pairs');
  assert.equal(likenessText(100), 'most pairs');
});

test('failures have words', () => {
  assert.match(failureVerdict({ name: 'NotAllowedError', code: 0 }).text, /Allow the camera/);
  assert.match(failureVerdict({ name: 'ServiceError', status: 401 }).title, /key/);
  assert.match(failureVerdict({ name: 'CaptureError', code: 503 }).title, /busy/);
  const blocked = failureVerdict({ code: 429, unlockDateTime: '2026-11-21T10:30:00' }, 'en-GB');
  assert.equal(blocked.text, 'Try again from 10:30 on.');
  assert.equal(failureVerdict({ code: 429, unlockDateTime: 'soon' }).text, 'Wait a little, then try again.');
  assert.equal(failureVerdict({ message: 'the connection was lost' }).text, 'The connection was lost.');
});
