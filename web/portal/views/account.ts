/** One's own password and one-time codes. */
import { h } from '../dom.js';
import { button, field, form, input } from '../form.js';
import { messageOf } from '../api.js';
import { qrCode } from '../qr-code.js';
import type { Scene } from '../scene.js';
import { badge, card, lead, longCode } from '../words.js';
import type { Totp } from '../wire.js';
import { codeInput } from './sign-in.js';

const SHORTEST = 12;
const LONGEST = 128;

export async function account(scene: Scene): Promise<Node[]> {
  const { name, role, tenant } = scene.me;
  const rights = role === 'ADMINISTRATOR' ? 'an administrator' : `a user of the tenant ${tenant}`;
  return [lead(`You are ${name}, ${rights}.`), password(scene), scene.me.totp ? codesOn(scene) : codesOff(scene)];
}

function password(scene: Scene): Node {
  const old = input('old-password', { type: 'password', required: true, autocomplete: 'current-password' });
  const fresh = newPassword('new-password');
  const again = newPassword('again-password');
  const check = (): void =>
    again.setCustomValidity(fresh.value === again.value ? '' : 'The two new passwords differ. Type the same one twice.');
  [fresh, again].forEach((each) => each.addEventListener('input', check));
  const made = form({
    id: 'change-password',
    fields: [
      whose(scene),
      field('Old password', old),
      field('New password', fresh, `${SHORTEST} to ${LONGEST} characters. Four words that do not belong together are good.`),
      field('New password again', again),
    ],
    submit: 'Change the password',
    act: async () => {
      await scene.api.call('POST', 'me/password', { old: old.value, new: fresh.value });
      // why: the server has ended every session of this user
      scene.reloadAll('Your password is changed. Sign in with the new one.');
    },
  });
  return card('Password', made);
}

/** Password stores want to know whose password it is. */
function whose(scene: Scene): HTMLInputElement {
  return h('input', { type: 'text', autocomplete: 'username', value: scene.me.name, hidden: true });
}

function newPassword(id: string): HTMLInputElement {
  return input(id, {
    type: 'password',
    required: true,
    autocomplete: 'new-password',
    minlength: SHORTEST,
    maxlength: LONGEST,
  });
}

function codesOff(scene: Scene): Node {
  const place = h('div', {});
  const problem = h('p', { class: 'notice', role: 'alert', hidden: true });
  const begin = button('Set it up', () => void setUp(), { class: 'main', id: 'begin-totp' });
  const setUp = async (): Promise<void> => {
    problem.hidden = true;
    try {
      place.replaceChildren(enrolment(scene, await scene.api.call<Totp>('POST', 'me/totp')));
      place.querySelector('input')?.focus();
    } catch (error) {
      problem.textContent = messageOf(error);
      problem.hidden = false;
    }
  };
  place.append(begin);
  const explained = 'With a one-time code from an app on your phone, a stolen password alone opens nothing.';
  return card('One-time code', h('p', {}, badge('warn', 'off'), ' ', explained), problem, place);
}

function enrolment(scene: Scene, { secret, uri }: Totp): Node {
  const digits = codeInput('totp-code');
  const isUri = uri.startsWith('otpauth://');
  return form({
    id: 'enrol-totp',
    fields: [
      h(
        'p',
        {},
        '1. Scan this with your authenticator app, or ',
        isUri ? h('a', { href: uri }, 'open the app') : 'open the app',
        ' where it is on this device.',
      ),
      isUri && qrCode(uri, 'QR code of the secret; its text stands below'),
      h('p', {}, 'Or type this secret into the app: ', h('code', { id: 'totp-secret' }, spaced(secret))),
      h('details', {}, h('summary', {}, 'The whole address'), h('p', {}, longCode(uri))),
      field('2. The code that the app shows now', digits, 'Six digits. It is in force when the server has seen one.'),
    ],
    submit: 'Switch it on',
    act: async () => {
      await scene.api.call('PUT', 'me/totp', { code: digits.value });
      scene.reloadAll('From now on you sign in with a one-time code.');
    },
  });
}

/** Groups of four are easier to type; apps leave spaces out. */
function spaced(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

function codesOn(scene: Scene): Node {
  const own = input('totp-password', { type: 'password', required: true, autocomplete: 'current-password' });
  const made = form({
    id: 'end-totp',
    fields: [whose(scene), field('Your password', own)],
    submit: 'Switch it off',
    danger: true,
    act: async () => {
      await scene.api.call('DELETE', 'me/totp', { password: own.value });
      scene.reloadAll('From now on you sign in with your password alone.');
    },
  });
  const explained = ' You sign in with a code from your authenticator app.';
  return card('One-time code', h('p', {}, badge('good', 'on'), explained), made);
}
