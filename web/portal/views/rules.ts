/** From which likeness on two samples of a tenant are taken for the same person. */
import { step } from '../api.js';
import { h } from '../dom.js';
import { field, form, input, select } from '../form.js';
import { costText, isSame, oddsText, rateOf, USUAL } from '../fmr.js';
import { percentText } from '../numbers.js';
import type { Scene } from '../scene.js';
import { table } from '../table.js';
import { card, lead } from '../words.js';
import type { Measured, Rules } from '../wire.js';

const OWN = 'own';
const OTHER = 'other';

interface Threshold {
  readonly modality: 'face' | 'finger';
  readonly title: string;
  /** Null where the server's own holds. */
  readonly now: number | null;
  readonly server: number;
  readonly measured: readonly Measured[];
}

interface Choice {
  readonly element: HTMLElement;
  chosen(): number | null;
}

export async function rules(scene: Scene): Promise<Node[]> {
  const place = `tenants/${step(scene.route.tenant)}/rules`;
  const answer = await scene.api.get<Rules>(place, scene.signal);
  const { measured, faceFmr, fingerFmr } = answer;
  const face = choice({ modality: 'face', title: 'Faces', now: faceFmr, server: answer.serverFaceFmr, measured });
  const finger = choice({ modality: 'finger', title: 'Fingers', now: fingerFmr, server: answer.serverFingerFmr, measured });
  const made = form({
    id: 'rules',
    fields: [face.element, finger.element],
    submit: 'Save',
    act: async () => {
      await scene.api.call('PUT', place, { faceFmr: face.chosen(), fingerFmr: finger.chosen() });
      scene.reload('The rules are saved. They hold from the next request on.');
    },
  });
  made.classList.add('card');
  return [
    lead(
      'How alike two samples must be to be taken for the same person. ' +
        'A stricter rule lets fewer strangers in, and sends more of the right people away.',
    ),
    made,
    figures(measured),
  ];
}

function choice(threshold: Threshold): Choice {
  const { modality, title, now, server } = threshold;
  const usual = now === null ? OWN : (USUAL.find((rate) => isSame(rate, now)) ?? OTHER);
  const rate = select(
    `${modality}-fmr`,
    [
      { value: OWN, text: `the server’s own: ${oddsText(server)}` },
      ...USUAL.map((each) => ({ value: String(each), text: oddsText(each) })),
      { value: OTHER, text: 'another rate' },
    ],
    String(usual),
  );
  const odds = input(`${modality}-odds`, { type: 'number', min: 10, max: 1e9, step: 'any', inputmode: 'numeric' });
  odds.value = now === null ? '' : String(Math.round(1 / now));
  const given = odds.value;
  const oddsField = field('One in how many', odds, '10 to 1,000,000,000.');
  const cost = h('p', { role: 'status', id: `${modality}-cost` });
  const chosen = (): number | null | undefined => {
    if (rate.value === OWN) {
      return null;
    }
    if (rate.value !== OTHER) {
      return Number(rate.value);
    }
    // why so: a rate that was not touched is not rounded
    return odds.value === given && now !== null ? now : rateOf(Number(odds.value));
  };
  const update = (): void => {
    oddsField.hidden = rate.value !== OTHER;
    odds.required = rate.value === OTHER;
    odds.disabled = rate.value !== OTHER;
    const fmr = chosen();
    cost.textContent = fmr === undefined ? '' : words(fmr ?? server, threshold);
  };
  rate.addEventListener('change', update);
  odds.addEventListener('input', update);
  update();
  const element = h(
    'fieldset',
    {},
    h('legend', {}, title),
    h('div', { class: 'fields' }, field('Strangers taken for the same person', rate), oddsField),
    cost,
  );
  return { element, chosen: () => chosen() ?? null };
}

function words(fmr: number, { modality, measured }: Threshold): string {
  const what = modality === 'face' ? 'faces of different people' : 'fingers of different people';
  const gain = `Of comparisons of ${what}, ${oddsText(fmr)} is taken for a match.`;
  return [gain, ...costText(fmr, modality, measured)].join(' ');
}

function figures(measured: readonly Measured[]): Node {
  return card(
    'What was measured',
    h(
      'p',
      { class: 'help' },
      'FMR: comparisons of different people taken for a match. FNMR: comparisons of the same person that are not.',
      ' Your cameras and people differ; measure with samples of your own before you decide.',
    ),
    table(
      [
        { head: 'Samples', cell: ({ modality, set }) => `${modality}, ${set}` },
        { head: 'FMR', isNumber: true, cell: ({ fmr }) => oddsText(fmr) },
        { head: 'FNMR', isNumber: true, cell: ({ fnmr }) => percentText(fnmr) },
      ],
      measured,
      { caption: 'Measured error rates', empty: 'Nothing has been measured with these models.', isCompact: true },
    ),
  );
}
