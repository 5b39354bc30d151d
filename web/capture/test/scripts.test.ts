/** The scripts as they are served, parsed and run without a browser. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';

const FOLDER = join(process.env['SELFSAME_WEB'] as string, 'video-server');

function script(name: string): string {
  return readFileSync(join(FOLDER, `${name}.js`), 'utf8');
}

/** Names of the functions and other values of the object that a script makes. */
function members(name: string, global: string): Record<string, string> {
  const object = runInContext(`${script(name)}; ${global}`, createContext({})) as Record<string, unknown>;
  assert.equal(typeof object, 'object');
  return Object.fromEntries(Object.keys(object).map((key) => [key, typeof object[key]]));
}

test('the environment script is ES5', () => {
  parse(script('bioserver-environment-api'), { ecmaVersion: 5, sourceType: 'script' });
});

test('the environment script needs nothing that came after ES5', () => {
  const agent = 'Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko';
  const context = createContext({ navigator: { userAgent: agent }, window: {} });
  const later = ['Symbol', 'Map', 'Set', 'Promise', 'Proxy', 'Reflect', 'WeakMap', 'WeakSet', 'BigInt', 'globalThis'];
  runInContext(`${later.map((name) => `delete this.${name};`).join('')} delete Array.from; delete Object.assign;`, context);
  const source = `${script('bioserver-environment-api')}; JSON.stringify(BioserverEnvironment.detection())`;
  const report = JSON.parse(runInContext(source, context) as string);
  assert.equal(report.envDetected.browser.isSupported, false);
  assert.equal(report.envDetected.os.isSupported, true);
});

for (const name of ['bioserver-video-api', 'bioserver-network-check', 'bioserver-video-ui']) {
  test(`Chrome 60 can read ${name}`, () => {
    parse(script(name), { ecmaVersion: 2018, sourceType: 'script' });
  });
}

test('Chrome 61, which has modules, can read the ES module', () => {
  parse(script('selfsame-capture'), { ecmaVersion: 2018, sourceType: 'module' });
});

test('the objects have what pages of the contract call', () => {
  assert.deepEqual(members('bioserver-environment-api', 'BioserverEnvironment'), { detection: 'function' });
  assert.deepEqual(members('bioserver-network-check', 'BioserverNetworkCheck'), {
    connectivityMeasure: 'function',
    UPLOAD_SPEED_THRESHOLD: 'number',
    DOWNLOAD_SPEED_THRESHOLD: 'number',
  });
  const video = members('bioserver-video-api', 'BioserverVideo');
  for (const name of ['initFaceCaptureClient', 'getMediaStream', 'getDeviceStream', 'initMediaDevices']) {
    assert.equal(video[name], 'function', name);
  }
  const ui = members('bioserver-video-ui', 'BioserverVideoUI');
  for (const name of [
    'resetLivenessActiveGraphics',
    'updateLivenessActiveGraphics',
    'displayAndCenterBestImage',
    'initPassiveVideoGraphics',
    'displayPassiveVideoAnimation',
    'stopPassiveVideoAnimation',
    'displayPassiveVideoBestImage',
    'displayBestImage',
    'resetBestImage',
    'resetLivenessHighGraphics',
    'updateLivenessHighGraphics',
  ]) {
    assert.equal(ui[name], 'function', name);
  }
});

test('all that is served was written here', () => {
  const names = ['bioserver-environment-api', 'bioserver-video-api', 'bioserver-network-check', 'bioserver-video-ui'];
  for (const name of [...names, 'selfsame-capture']) {
    assert.doesNotMatch(script(name), /oxc-project|babel|vite\/|__vite/, name);
  }
});

test('no script reaches for another host', () => {
  const names = ['bioserver-environment-api', 'bioserver-video-api', 'bioserver-network-check', 'bioserver-video-ui'];
  for (const name of [...names, 'selfsame-capture']) {
    const hosts = script(name).match(/(?:https?|wss?):\/\/[a-z0-9.]+/g) ?? [];
    assert.deepEqual(hosts.filter((host) => host !== 'http://www.w3.org'), [], name);
  }
});
