// TensorFlow.js on its WebAssembly backend.
// Through require, so that face-api, which is CommonJS in Node, shares the same copy.

import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';

const require = createRequire(import.meta.url);
const wasm = require('@tensorflow/tfjs-backend-wasm');

export const tf = require('@tensorflow/tfjs');
export const faceapi = require('@vladmandic/face-api/dist/face-api.node-wasm.js');

wasm.setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
await tf.setBackend('wasm');
await tf.ready();
