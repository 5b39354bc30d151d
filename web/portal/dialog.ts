/** Windows over the page: to ask before something is done, and to show what is shown once. */
import { button, form, type FormOptions, input } from './form.js';
import { type Child, h, note } from './dom.js';

export interface Question extends Omit<FormOptions, 'beside' | 'act'> {
  /** Does it, and returns what follows when the window is closed, such as showing the change. */
  act(): Promise<() => void>;
}

/** Asks; a failure of the action is shown inside. */
export function ask(title: string, question: Question): void {
  const cancel = button('Cancel', () => dialog.close());
  const asked = form({
    ...question,
    beside: cancel,
    act: async () => {
      const next = await question.act();
      // why first: nothing behind an open window can have the focus
      dialog.close();
      next();
    },
  });
  const dialog = open(title, asked);
}

/** Asks for something that cannot be undone, which needs a word to be typed. */
export function askTyped(title: string, word: string, question: Question): void {
  const typed = input(`${question.id}-typed`, { required: true });
  typed.addEventListener('input', () =>
    typed.setCustomValidity(typed.value === word ? '' : `Type ${word} to confirm.`),
  );
  const label = h('label', { for: typed.id }, 'Type ', h('code', {}, word), ' to confirm');
  ask(title, { ...question, fields: [...question.fields, h('div', { class: 'field' }, label, typed)] });
}

export interface Secret {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly text: string;
}

/** Shows what nobody can show again. `done` is called when the user has it. */
export function showSecret({ title, lead, label, text }: Secret, done: () => void): void {
  const shown = h('textarea', { id: 'secret', readonly: true, rows: 3, spellcheck: 'false', class: 'code' }, text);
  const said = h('p', { class: 'help', role: 'status' });
  const copy = button('Copy', () => void copyText(shown).then((words) => note(said, words)), { id: 'copy' });
  const dialog = open(
    title,
    h(
      'div',
      {},
      h('p', {}, lead),
      h('label', { for: 'secret' }, label),
      h('div', { class: 'secret' }, shown, copy),
      said,
      h('div', { class: 'buttons' }, button('I have kept it', () => dialog.close(), { class: 'main', id: 'kept' })),
    ),
  );
  // why: who leaves by mistake would have to make another one
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  dialog.addEventListener('close', done);
}

/** Closes what is open, as its session is over. */
export function closeDialogs(): void {
  for (const dialog of document.querySelectorAll('dialog')) {
    dialog.remove();
  }
}

function open(title: string, content: Child): HTMLDialogElement {
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'dialog-title' },
    h('h2', { id: 'dialog-title', tabindex: '-1' }, title),
    content,
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

async function copyText(shown: HTMLTextAreaElement): Promise<string> {
  shown.select();
  try {
    // why optional: without HTTPS browsers have no clipboard for pages
    await navigator.clipboard?.writeText(shown.value);
    if (navigator.clipboard !== undefined || document.execCommand('copy')) {
      return 'Copied.';
    }
  } catch {
    // why nothing: the words below say what to do
  }
  return 'This browser does not let the page copy. It is selected: press Ctrl+C or Cmd+C.';
}
