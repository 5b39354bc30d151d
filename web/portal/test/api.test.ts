/** Calls of the portal's server, against one that answers as agreed, and against worse ones. */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { Api, ApiError, messageOf, step } from '../api.js';

const ME = { name: 'admin', role: 'ADMINISTRATOR', tenant: null, csrf: 'a-token', totp: false };

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function serve(context: TestContext, handle: Handler): Promise<{ api: Api; ended: () => number }> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => server.close());
  let ends = 0;
  const { port } = server.address() as AddressInfo;
  return { api: new Api(`http://127.0.0.1:${port}/portal/api/`, () => ends++), ended: () => ends };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

test('what changes something carries the token of who is signed in, what reads does not', async (context) => {
  const seen: unknown[] = [];
  const { api } = await serve(context, (request, response) => {
    seen.push([request.method, request.url, request.headers['x-csrf-token']]);
    if (request.method === 'DELETE') {
      response.writeHead(204).end();
    } else {
      answer(response, 200, ME);
    }
  });
  assert.deepEqual(await api.whoAmI(), ME);
  assert.equal(await api.call('DELETE', `users/${step('a/../b?')}`), undefined);
  assert.deepEqual(seen, [
    ['GET', '/portal/api/me', undefined],
    ['DELETE', '/portal/api/users/a%2F..%2Fb%3F', 'a-token'],
  ]);
});

test('signing in sends JSON, with a code only where there is one', async (context) => {
  const bodies: string[] = [];
  const { api } = await serve(context, (request, response) => {
    assert.equal(request.headers['content-type'], 'application/json');
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      bodies.push(body);
      answer(response, 200, ME);
    });
  });
  await api.signIn('admin', 'pass', '');
  await api.signIn('admin', 'pass', '123456');
  assert.deepEqual(bodies, ['{"name":"admin","password":"pass"}', '{"name":"admin","password":"pass","code":"123456"}']);
});

test('a refused sign-in ends no session and says whether a code is wanted', async (context) => {
  const { api, ended } = await serve(context, (_, response) =>
    answer(response, 401, { code: 401, message: 'enter the one-time code', totp: true }),
  );
  const expected = { status: 401, wantsCode: true, message: 'Enter the one-time code.' };
  await assert.rejects(api.signIn('admin', 'pass', ''), expected);
  assert.equal(await api.whoAmI(), null);
  assert.equal(ended(), 0);
});

test('a session that is over is reported by any other call', async (context) => {
  const { api, ended } = await serve(context, (_, response) => answer(response, 401, { code: 401, message: 'sign in' }));
  await assert.rejects(api.get('overview'), ApiError);
  await assert.rejects(api.call('POST', 'tenants', { id: 'acme' }), ApiError);
  assert.equal(ended(), 2);
});

test('other failures keep their words and end nothing', async (context) => {
  const { api, ended } = await serve(context, (_, response) =>
    answer(response, 409, { code: 409, message: 'there is a tenant acme already; choose another id' }),
  );
  const expected = { status: 409, message: 'There is a tenant acme already; choose another id.' };
  await assert.rejects(api.call('POST', 'tenants', { id: 'acme' }), expected);
  assert.equal(ended(), 0);
});

test('an answer of somebody else gets words of our own', async (context) => {
  const bodies = ['<html>Bad gateway</html>', 'null', '{"message":{"a":1}}'];
  const { api } = await serve(context, (_, response) => response.writeHead(502).end(bodies.shift()));
  for (let i = 0; i < 3; i++) {
    await assert.rejects(api.get('overview'), { status: 502, message: /status 502\. Try again/ });
  }
});

test('a server that is gone is said so, a mistake of the page too', async () => {
  const api = new Api('http://127.0.0.1:1/', () => assert.fail('no session has ended'));
  await assert.rejects(api.get('overview'), { status: 0, message: /cannot be reached/ });
  assert.match(messageOf(new TypeError('x is undefined')), /Reload it/);
});
