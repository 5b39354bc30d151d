import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, type Surroundings } from '../src/environment.js';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; Pixel 8)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X)';
const KIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

/** User agent, touch points; mobile, system supported, browser supported. */
const AGENTS: [string, string, number, boolean, boolean, boolean][] = [
  ['Chrome on Windows', `${WINDOWS} ${KIT} Chrome/131.0.0.0 Safari/537.36`, 0, false, true, true],
  ['Chrome 60', `${WINDOWS} ${KIT} Chrome/60.0.3112.113 Safari/537.36`, 0, false, true, true],
  ['Chrome 59', `${WINDOWS} ${KIT} Chrome/59.0.3071.115 Safari/537.36`, 0, false, true, false],
  ['Chrome without a window', `${LINUX} ${KIT} HeadlessChrome/156.0.0.0 Safari/537.36`, 0, false, true, true],
  ['Chrome on Chrome OS', `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${KIT} Chrome/124.0.0.0`, 0, false, true, true],
  ['Edge', `${WINDOWS} ${KIT} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`, 0, false, true, true],
  ['Edge 91', `${WINDOWS} ${KIT} Chrome/91.0.0.0 Safari/537.36 Edg/91.0.864.59`, 0, false, true, false],
  ['old Edge', `${WINDOWS} ${KIT} Chrome/70.0.3538.102 Safari/537.36 Edge/18.19042`, 0, false, true, false],
  ['Internet Explorer', 'Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko', 0, false, true, false],
  ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 0, false, true, true],
  ['Firefox 78', 'Mozilla/5.0 (X11; Linux x86_64; rv:78.0) Gecko/20100101 Firefox/78.0', 0, false, true, false],
  ['Safari on a Mac', `${MAC} ${APPLE} Version/17.6 Safari/605.1.15`, 0, false, true, true],
  ['Safari 14', `${MAC} ${APPLE} Version/14.1.2 Safari/605.1.15`, 0, false, true, false],
  ['Opera', `${MAC} ${KIT} Chrome/130.0.0.0 Safari/537.36 OPR/116.0.0.0`, 0, false, true, true],
  ['iPad that says Mac', `${MAC} ${APPLE} Version/17.6 Safari/605.1.15`, 5, true, true, true],
  ['Safari on an iPhone', `${IPHONE} ${APPLE} Version/17.4 Mobile/15E148 Safari/604.1`, 5, true, true, true],
  ['Chrome on an iPhone', `${IPHONE} ${APPLE} CriOS/131.0 Mobile/15E148 Safari/604.1`, 5, true, true, true],
  [
    'iPhone with iOS 14',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 14_8 like Mac OS X) ${APPLE} Version/14.1.2 Mobile/15E148 Safari/604.1`,
    5,
    true,
    true,
    false,
  ],
  ['Chrome on Android', `${ANDROID} ${KIT} Chrome/131.0.0.0 Mobile Safari/537.36`, 5, true, true, true],
  ['Firefox on Android', 'Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0', 5, true, true, true],
  ['Samsung Internet', `${ANDROID} ${KIT} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile`, 5, true, true, true],
  ['Web view', `${ANDROID} ${KIT} Version/4.0 Chrome/131.0.0.0 Mobile Safari/537.36`, 5, true, true, true],
  ['Windows Phone', 'Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1) Chrome/52.0 Edge/15.15063', 5, true, false, false],
  ['nothing known', 'curl/8.5.0', 0, false, false, false],
];

function around(userAgent: string, changes: Partial<Surroundings> = {}): Surroundings {
  return { userAgent, maxTouchPoints: 0, isSecureContext: true, hasCamera: true, ...changes };
}

for (const [name, userAgent, maxTouchPoints, isMobile, isSystemSupported, isBrowserSupported] of AGENTS) {
  test(`tells what it runs in: ${name}`, () => {
    const { envDetected } = judge(around(userAgent, { maxTouchPoints }));
    assert.equal(envDetected?.os.isMobile, isMobile);
    assert.equal(envDetected?.os.isSupported, isSystemSupported);
    assert.equal(envDetected?.browser.isSupported, isBrowserSupported);
  });
}

test('lists what would do, for the kind of machine', () => {
  const iPhone = judge(around(`${IPHONE} ${APPLE} Version/17.4 Mobile/15E148 Safari/604.1`)).envDetected;
  assert.deepEqual(iPhone?.os.supportedList, ['Android', 'iOS']);
  assert.deepEqual(iPhone?.browser.supportedList, [{ name: 'Safari', minimumVersion: '15' }]);
  const desktop = judge(around('curl/8.5.0')).envDetected;
  assert.ok(desktop?.browser.supportedList.some(({ name, minimumVersion }) => name === 'Chrome' && minimumVersion === '60'));
});

test('a browser that cannot use the camera is not supported', () => {
  const report = judge(around(`${WINDOWS} ${KIT} Chrome/131.0.0.0 Safari/537.36`, { hasCamera: false }));
  assert.equal(report.envDetected?.browser.isSupported, false);
});

test('a page without https is told so', () => {
  const report = judge(around(`${WINDOWS} ${KIT} Chrome/131.0.0.0 Safari/537.36`, { isSecureContext: false }));
  assert.equal(report.envDetected, undefined);
  assert.match(report.message ?? '', /https/);
});
