/** Fields and forms. */
import { messageOf } from './api.js';
import { type Attributes, type Child, h, note } from './dom.js';

export interface FormOptions {
  readonly id: string;
  readonly fields: readonly Child[];
  /** What the button says. */
  readonly submit: string;
  /** Whether it destroys something. */
  readonly danger?: boolean;
  /** Another button before it. */
  readonly beside?: Child;
  /** What the button does; a failure's words are shown. */
  act(): Promise<void> | void;
}

/** A form that says what went wrong and cannot be sent twice at once. */
export function form(options: FormOptions): HTMLFormElement {
  const problem = h('p', { class: 'notice', role: 'alert', hidden: true });
  const kind = options.danger === true ? 'main danger' : 'main';
  const button = h('button', { type: 'submit', class: kind }, options.submit);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (button.disabled) {
      return;
    }
    note(problem, '');
    button.disabled = true;
    try {
      await options.act();
    } catch (error) {
      note(problem, messageOf(error));
    } finally {
      button.disabled = false;
    }
  };
  const buttons = h('div', { class: 'buttons' }, options.beside, button);
  return h('form', { id: options.id, submit: (event) => void submit(event) }, ...options.fields, problem, buttons);
}

/** A control with its label above and, where needed, help below. */
export function field(
  label: string,
  control: HTMLInputElement | HTMLSelectElement,
  help = '',
): HTMLDivElement {
  const helpId = `${control.id}-help`;
  if (help !== '') {
    control.setAttribute('aria-describedby', helpId);
  }
  return h(
    'div',
    { class: 'field' },
    h('label', { for: control.id }, label),
    control,
    help !== '' && h('p', { class: 'help', id: helpId }, help),
  );
}

export function input(id: string, attributes: Attributes = {}): HTMLInputElement {
  return h('input', { id, name: id, type: 'text', autocomplete: 'off', spellcheck: 'false', ...attributes });
}

/** A choice of one among some. */
export function select(
  id: string,
  options: readonly { readonly value: string; readonly text: string }[],
  chosen: string,
): HTMLSelectElement {
  return h(
    'select',
    { id, name: id },
    ...options.map(({ value, text }) => h('option', { value, selected: value === chosen }, text)),
  );
}

/** A box to tick, with its words. */
export function checkbox(id: string, value: string, title: string, help: string): HTMLLabelElement {
  return h(
    'label',
    { class: 'choice' },
    h('input', { type: 'checkbox', id, name: id, value }),
    h('span', { class: 'choice-text' }, h('b', {}, title), help !== '' && h('small', {}, help)),
  );
}

export function button(text: string, click: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return h('button', { type: 'button', click, ...attributes }, text);
}
