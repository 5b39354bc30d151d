// The graph models of @vladmandic/human.

import { readFileSync } from 'node:fs';
import { tf } from './tf.mjs';

const MODELS = new URL('../node_modules/@vladmandic/human/models/', import.meta.url);

function artifacts(name) {
  const json = JSON.parse(readFileSync(new URL(`${name}.json`, MODELS)));
  const weightSpecs = json.weightsManifest.flatMap((group) => group.weights);
  const shards = json.weightsManifest.flatMap((group) => group.paths);
  const bytes = Buffer.concat(shards.map((shard) => readFileSync(new URL(shard, MODELS))));
  return {
    modelTopology: json.modelTopology,
    format: json.format,
    weightSpecs,
    weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  };
}

/** The values of some nodes, by the name that they have in the ONNX file. */
export async function graphOutputs(name, nodes, values) {
  const model = await tf.loadGraphModel({ load: async () => artifacts(name) });
  const { shape } = model.inputs[0];
  const input = tf.tensor(values, [1, ...shape.slice(1)]);
  const tensors = model.execute(input, Object.values(nodes));
  const outputs = {};
  for (const [i, output] of Object.keys(nodes).entries()) {
    outputs[output] = await (Array.isArray(tensors) ? tensors[i] : tensors).data();
  }
  return outputs;
}
