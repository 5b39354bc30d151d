/* The descriptions of all APIs as OpenAPI 3.1, by the name of their file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bioservices } from './bioservices.mjs';
import { multibiometrics } from './multibiometrics.mjs';
import { status } from './status.mjs';
import { videoServer } from './video-server.mjs';

export const documents = (version) => ({
  bioservices: bioservices(version),
  multibiometrics: multibiometrics(version),
  'video-server': videoServer(version),
  status: status(version),
});

export function writeDocuments(folder, documents) {
  mkdirSync(folder, { recursive: true });
  for (const [name, document] of Object.entries(documents)) {
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(document, null, 1)}\n`);
  }
}
