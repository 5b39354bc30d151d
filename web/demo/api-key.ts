/** The API key that this page works with: from the address or a field, kept for this tab alone. */

const PLACE = 'selfsame-capture-key';

/** Takes a key out of the address bar, so that it is neither shown, nor bookmarked, nor sent. */
export function takeKeyFromAddress(): void {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (key !== null && key !== '') {
    sessionStorage.setItem(PLACE, key);
    history.replaceState(null, '', location.pathname + location.search);
  }
}

export function knownKey(): string | null {
  return sessionStorage.getItem(PLACE);
}

export function keepKey(key: string): void {
  sessionStorage.setItem(PLACE, key);
}

export function forgetKey(): void {
  sessionStorage.removeItem(PLACE);
}
