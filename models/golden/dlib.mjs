// The recognition network of @vladmandic/face-api, run by that library's own code.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faceapi, tf } from './tf.mjs';

const FOLDER = fileURLToPath(new URL('../node_modules/@vladmandic/face-api/model', import.meta.url));
const MANIFEST = 'face_recognition_model-weights_manifest.json';

async function network() {
  const manifest = JSON.parse(readFileSync(join(FOLDER, MANIFEST)));
  const load = tf.io.weightsLoaderFactory(async (paths) => paths.map(bytes));
  const net = new faceapi.FaceRecognitionNet();
  net.loadFromWeightMap(await load(manifest, FOLDER));
  return net;
}

function bytes(path) {
  const file = readFileSync(path);
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.length);
}

/** The embedding of a prepared picture. */
export async function dlibEmbedding(values, { width, height, mean }) {
  // The library subtracts the mean itself and divides by 255, dlib and the manifest by 256.
  const pixels = values.map((value, i) => value * 255 + mean[i % 3]);
  const input = new faceapi.NetInput([tf.tensor4d(pixels, [1, height, width, 3])]);
  return (await network()).forwardInput(input).data();
}
