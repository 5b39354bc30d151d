/* Swagger UI leaves most of its controls without a name that a screen reader can say; this gives them one. */

const CONTROLS = 'select:not([aria-label]), input:not([aria-label]), textarea:not([aria-label])';
const SCROLLING = 'pre:not([tabindex]), .highlight-code > *:not([tabindex])';

/** What a control is for: the parameter or scheme beside it, or what kind of list it is. */
function nameOf(control: Element): string {
  if (control.id === 'servers') {
    return 'Server';
  }
  if (control.matches('.examples-select-element')) {
    return 'Example';
  }
  const row = control.closest('tr[data-property-name], tr[data-param-name]');
  const parameter = row?.getAttribute('data-property-name') ?? row?.getAttribute('data-param-name');
  if (parameter) {
    return control.matches('[type=checkbox]') ? `Send ${parameter} empty` : parameter;
  }
  const scheme = control.closest('.auth-container')?.querySelector('h4')?.textContent;
  return scheme ? `Key for ${scheme.trim()}` : 'Request body';
}

function nameAll(root: Element): void {
  for (const control of root.querySelectorAll(CONTROLS)) {
    control.setAttribute('aria-label', nameOf(control));
  }
  for (const close of root.querySelectorAll('.close-modal:not([aria-label])')) {
    close.setAttribute('aria-label', 'Close');
  }
  // why: who says what stands on it must find it
  for (const named of root.querySelectorAll('.auth-btn-wrapper [aria-label]')) {
    named.removeAttribute('aria-label');
  }
  // why: what scrolls must be reached by the keyboard
  for (const block of root.querySelectorAll(SCROLLING)) {
    block.setAttribute('tabindex', '0');
  }
}

/** Names what is there and what will be. */
export function nameControls(root: Element): void {
  nameAll(root);
  new MutationObserver(() => nameAll(root)).observe(root, { childList: true, subtree: true });
}
