/*
 * A capture as a page does it that knows the contract of the video server and nothing else: the four scripts, and a back
 * end of its own for sessions and results. What it sees goes into window.captureEvents; window.captureDone ends it.
 */
const query = new URLSearchParams(location.search);
const mode = query.get('mode') || 'LIVENESS_PASSIVE';
const video = document.getElementById('user-video');
const events = window.captureEvents;
let client;
let stream;
let bestImageInfo;

function record(name, payload) {
  events.push(payload === undefined ? [name] : [name, payload]);
}

function done(how) {
  window.captureDone = how;
}

function connectivity() {
  return new Promise((resolve, reject) => {
    BioserverNetworkCheck.connectivityMeasure({
      uploadURL: window.BIOSERVER_VIDEO_URL + '/video-server/network-speed',
      downloadURL: window.BIOSERVER_VIDEO_URL + '/video-server/network-speed',
      latencyURL: window.BIOSERVER_VIDEO_URL + '/video-server/network-latency',
      onNetworkCheckUpdate(report) {
        record('network', report);
        if (report && report.goodConnectivity) {
          resolve();
        }
      },
      errorFn: reject,
    });
  });
}

function track(info) {
  record('tracking', info);
  if (info.livenessActive && mode === 'LIVENESS_ACTIVE') {
    BioserverVideoUI.updateLivenessActiveGraphics('user-video', info);
  }
  if (info.targetInfo && mode === 'LIVENESS_PASSIVE_VIDEO') {
    BioserverVideoUI.displayPassiveVideoAnimation(info);
  }
}

function instruct(instruction) {
  record('instruction', instruction);
  document.getElementById('instruction').textContent = instruction;
}

async function conclude(message) {
  record('result', message);
  bestImageInfo = message && message.bestImageInfo;
  stream.getTracks().forEach((camera) => camera.stop());
  if (mode === 'LIVENESS_PASSIVE_VIDEO') {
    BioserverVideoUI.stopPassiveVideoAnimation();
  }
  const answer = await fetch('/liveness-challenge-result/' + query.get('session'));
  const result = await answer.json();
  record('liveness', result);
  if (result.isLivenessSucceeded) {
    const picture = await (await fetch('/face-image/' + query.get('session') + '/' + result.bestImageId)).blob();
    record('picture', { type: picture.type, size: picture.size });
    if (mode === 'LIVENESS_PASSIVE_VIDEO') {
      const options = { oval: { borderColor: '#008000' } };
      await BioserverVideoUI.displayPassiveVideoBestImage(picture, bestImageInfo, 'best-image', options);
    } else {
      await BioserverVideoUI.displayAndCenterBestImage(picture, bestImageInfo, '.best-image');
    }
  }
  client.disconnect().catch(() => {});
  done('result');
}

async function capture() {
  await connectivity();
  client = await BioserverVideo.initFaceCaptureClient({
    bioSessionId: query.get('session'),
    bioserverVideoUrl: window.BIOSERVER_VIDEO_URL,
    wspath: '/video-server/engine.io',
    onClientInitEnd: () => record('initEnd'),
    trackingFn: track,
    showChallengeInstruction: instruct,
    showChallengeResult: (message) => conclude(message).catch((problem) => done('broken: ' + problem)),
    errorFn(problem) {
      record('error', problem);
      done('error');
    },
  });
  record('ready');
  stream = await BioserverVideo.getMediaStream({ videoId: 'user-video' });
  video.srcObject = stream;
  if (mode === 'LIVENESS_ACTIVE') {
    BioserverVideoUI.resetLivenessActiveGraphics({ tooltip: { enabled: true, text: 'Move to the dot' } });
  } else if (mode === 'LIVENESS_PASSIVE_VIDEO') {
    BioserverVideoUI.initPassiveVideoGraphics('user-video');
  }
  client.startCapture({ stream });
}

if (window.envBrowserOk) {
  capture().catch((problem) => {
    record('rejected', { code: problem.code, error: problem.error, name: problem.name });
    if (!problem.code) {
      done('broken: ' + problem);
    }
  });
} else {
  done('unsupported');
}
