/* The page /docs: shows one of the OpenAPI documents that lie beside it. */
import { nameControls } from './controls';
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';

const APIS = ['bioservices', 'multibiometrics', 'video-server', 'status'];

/** The one that the address names; anything else is the first, so no address leads to another document. */
function chosen(): string {
  const asked = new URLSearchParams(location.search).get('api') ?? '';
  return APIS.includes(asked) ? asked : 'bioservices';
}

function link(selector: string): HTMLAnchorElement | null {
  return document.querySelector<HTMLAnchorElement>(selector);
}

const api = chosen();
const url = `openapi/${api}.json`;
link(`nav a[href="?api=${api}"]`)?.setAttribute('aria-current', 'page');
link('#document')?.setAttribute('href', url);

SwaggerUI({
  dom_id: '#reference',
  url,
  layout: 'BaseLayout',
  // why: it puts links into buttons, which screen readers cannot tell apart
  deepLinking: false,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  // why: it would send the document to a server of others
  validatorUrl: null,
  // why: an address must not change what the page shows or where it sends a key
  queryConfigEnabled: false,
  persistAuthorization: false,
  withCredentials: false,
  onComplete: () => {
    nameControls(document.getElementById('reference') ?? document.body);
    document.body.dataset['shown'] = api;
  },
});
