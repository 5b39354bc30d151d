// Runs the original networks in TensorFlow.js and stores what they answer.
// Usage: npm ci --ignore-scripts && npm run golden

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dlibEmbedding } from './dlib.mjs';
import { graphOutputs } from './graph.mjs';
import { drawing, noise, prepared } from './inputs.mjs';

const TARGET = new URL('../src/test/resources/golden/', import.meta.url);
const TEMPLATE = new URL('../src/main/pack/pack.template.json', import.meta.url);

// Longer outputs are stored as every n-th value, and their sum over all.
const MOST_VALUES = 512;

// ONNX output to node of the TensorFlow.js graph.
const NODES = {
  'blazeface.onnx': {
    boxes512: 'Identity_2', scores512: 'Identity', boxes384: 'Identity_3', scores384: 'Identity_1',
  },
  'facemesh.onnx': { mesh: 'Identity_2', faceness: 'Identity_1' },
  'faceres.onnx': {
    embedding: 'global_pooling/Mean', age: 'age_pred/Softmax', gender: 'gender_pred/Sigmoid',
  },
  'antispoof.onnx': { score: 'Identity' },
  'liveness.onnx': { score: 'Identity' },
};

function sampled(values) {
  let stride = Math.ceil(values.length / MOST_VALUES);
  // Boxes are groups of 16 numbers and mesh points of 3: every place in a group must be seen.
  while (stride > 1 && (stride % 2 === 0 || stride % 3 === 0)) {
    stride++;
  }
  const kept = Array.from(values)
    .filter((_, i) => i % stride === 0)
    .map((value) => Number(value.toPrecision(9)));
  const sum = values.reduce((a, b) => a + b, 0);
  return { length: values.length, stride, sum, values: kept };
}

async function outputsOf(network, values) {
  const nodes = NODES[network.file];
  return nodes
    ? graphOutputs(network.file.replace('.onnx', ''), nodes, values)
    : { embedding: await dlibEmbedding(values, network.input) };
}

mkdirSync(TARGET, { recursive: true });
for (const network of JSON.parse(readFileSync(TEMPLATE)).networks) {
  const { width, height } = network.input;
  for (const [picture, draw] of Object.entries({ noise, drawing })) {
    const values = prepared(draw(width, height), network.input);
    const outputs = await outputsOf(network, values);
    const golden = { network: network.name, picture, outputs: {} };
    for (const [name, data] of Object.entries(outputs)) {
      golden.outputs[name] = sampled(data);
    }
    const file = `${network.name}-${picture}.json`;
    writeFileSync(new URL(file, TARGET), JSON.stringify(golden) + '\n');
    console.log(file);
  }
}
