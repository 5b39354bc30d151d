/** Sign in, by name, password and, where the user has set that up, a one-time code. */
import { type Api, ApiError } from '../api.js';
import { field, form, input } from '../form.js';

export function signIn(api: Api, done: () => void): Node[] {
  const name = input('name', { required: true, autocomplete: 'username', autocapitalize: 'none' });
  const password = input('password', { type: 'password', required: true, autocomplete: 'current-password' });
  const code = codeInput('code');
  const codeField = field('One-time code', code, 'Six digits from your authenticator app.');
  codeField.hidden = true;
  code.required = false;
  const act = async (): Promise<void> => {
    try {
      await api.signIn(name.value, password.value, code.value);
    } catch (error) {
      if (error instanceof ApiError && error.wantsCode) {
        codeField.hidden = false;
        code.required = true;
        code.value = '';
        code.focus();
      }
      throw error;
    }
    done();
  };
  const fields = [field('Name', name), field('Password', password), codeField];
  const made = form({ id: 'sign-in', fields, submit: 'Sign in', act });
  made.classList.add('card');
  return [made];
}

/** A field for the six digits of an authenticator. */
export function codeInput(id: string): HTMLInputElement {
  return input(id, {
    required: true,
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    // why the space: apps show two groups
    pattern: '[0-9]{3} ?[0-9]{3}',
    maxlength: 7,
    title: 'Six digits',
  });
}
