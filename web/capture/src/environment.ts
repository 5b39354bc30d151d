/*
 * Runs in browsers that are too old for everything else here, to tell them so. Hence nothing newer than ES5 in syntax
 * or library, and no import that leaves a trace; a test parses what is built. Members have other names than the
 * variables they are filled from, as the bundler would write them in the short form of ES2015.
 */
import type { EnvironmentReport } from '../types/selfsame-capture.js';

interface Browser {
  name: string;
  version: number;
  minimum: number;
}

/** What is looked at; `navigator` and `window` have it all. */
export interface Surroundings {
  userAgent: string;
  maxTouchPoints: number;
  /** False on pages that may not use the camera, undefined in browsers too old to say. */
  isSecureContext: boolean | undefined;
  hasCamera: boolean;
}

var MOBILE_SYSTEMS = ['Android', 'iOS'];
var DESKTOP_SYSTEMS = ['Windows', 'macOS', 'Linux', 'Chrome OS'];

/** Least versions: WebSocket, camera, canvas and syntax of ES2017; for Safari, cameras that work in web views as well. */
var BROWSERS = [
  { name: 'Chrome', minimumVersion: '60', on: 'Android desktop' },
  { name: 'Firefox', minimumVersion: '79', on: 'Android desktop' },
  { name: 'Safari', minimumVersion: '15', on: 'iOS desktop' },
  { name: 'Edge', minimumVersion: '92', on: 'Android desktop' },
  { name: 'Samsung Internet', minimumVersion: '12', on: 'Android' },
  { name: 'Opera', minimumVersion: '48', on: 'Android desktop' },
];

function system(around: Surroundings): string {
  var agent = around.userAgent;
  if (/Windows Phone/.test(agent)) {
    return 'Windows Phone';
  }
  // why touch points: an iPad says that it is a Mac
  if (/iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && around.maxTouchPoints > 1)) {
    return 'iOS';
  }
  if (/Android/.test(agent)) {
    return 'Android';
  }
  if (/Windows NT/.test(agent)) {
    return 'Windows';
  }
  if (/Macintosh|Mac OS X/.test(agent)) {
    return 'macOS';
  }
  if (/CrOS/.test(agent)) {
    return 'Chrome OS';
  }
  return /Linux|X11/.test(agent) ? 'Linux' : 'unknown';
}

function version(agent: string, pattern: RegExp): number {
  var found = pattern.exec(agent);
  return found === null ? -1 : parseInt(found[1] as string, 10);
}

/** The first entry that matches; the order matters, as most browsers also claim to be Chrome or Safari. */
function browser(agent: string, os: string): Browser {
  if (os === 'iOS') {
    // why one name: every browser there is Safari inside, whose version is that of the system
    var system15 = version(agent, /(?:CPU (?:iPhone )?OS|Version\/)[ ]?(\d+)/);
    return { name: 'Safari', version: system15, minimum: 15 };
  }
  var known: [string, RegExp, number][] = [
    ['Internet Explorer', /(?:MSIE |Trident\/.*rv:)(\d+)/, Infinity],
    ['Edge', /EdgA?\/(\d+)/, 92],
    ['old Edge', /Edge\/(\d+)/, Infinity],
    ['Samsung Internet', /SamsungBrowser\/(\d+)/, 12],
    ['Opera', /OPR\/(\d+)/, 48],
    ['Firefox', /Firefox\/(\d+)/, 79],
    ['Chrome', /(?:Headless)?Chrom(?:e|ium)\/(\d+)/, 60],
    ['Safari', /Version\/(\d+).*Safari/, 15],
  ];
  for (var i = 0; i < known.length; i++) {
    var entry = known[i] as [string, RegExp, number];
    var number = version(agent, entry[1]);
    if (number >= 0) {
      return { name: entry[0], version: number, minimum: entry[2] };
    }
  }
  return { name: 'unknown', version: -1, minimum: Infinity };
}

function contains(list: string[], item: string): boolean {
  for (var i = 0; i < list.length; i++) {
    if (list[i] === item) {
      return true;
    }
  }
  return false;
}

/** A report on what is given, without looking at the browser. */
export function judge(around: Surroundings): EnvironmentReport {
  if (around.isSecureContext === false) {
    return { message: 'The camera works on https pages only. Ask for the https address of this page.' };
  }
  var os = system(around);
  var mobile = contains(MOBILE_SYSTEMS, os) || os === 'Windows Phone';
  var used = browser(around.userAgent, os);
  var supported = [];
  for (var i = 0; i < BROWSERS.length; i++) {
    var each = BROWSERS[i] as { name: string; minimumVersion: string; on: string };
    if (each.on.indexOf(mobile ? (os === 'iOS' ? 'iOS' : 'Android') : 'desktop') >= 0) {
      supported.push({ name: each.name, minimumVersion: each.minimumVersion });
    }
  }
  var isOsSupported = contains(MOBILE_SYSTEMS, os) || contains(DESKTOP_SYSTEMS, os);
  return {
    envDetected: {
      os: {
        isSupported: isOsSupported,
        isMobile: mobile,
        supportedList: mobile ? MOBILE_SYSTEMS.slice() : DESKTOP_SYSTEMS.slice(),
      },
      browser: {
        isSupported: around.hasCamera && used.version >= used.minimum,
        supportedList: supported,
      },
    },
    message: isOsSupported ? '' : 'This system is not known to work.',
  };
}

/** A report on the browser that runs this. */
export function detection(): EnvironmentReport {
  return judge({
    userAgent: navigator.userAgent,
    maxTouchPoints: navigator.maxTouchPoints || 0,
    isSecureContext: window.isSecureContext,
    hasCamera:
      typeof WebSocket !== 'undefined' &&
      !!navigator.mediaDevices &&
      typeof navigator.mediaDevices.getUserMedia === 'function',
  });
}
