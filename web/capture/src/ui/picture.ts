/** Shows the best image in an element of the page, centred on the face. */
import type { FaceBox } from '../../types/selfsame-capture.js';
import { crop, type Size } from './geometry.js';

export interface PictureForm {
  readonly oval?: boolean;
  readonly borderColor?: string | undefined;
  readonly alt?: string;
}

/** Largest side of what is drawn; screens show no more of it. */
const LONGEST_SIDE = 800;

/** Marks what was put into an element, to find it again. */
const MARK = 'data-bioserver-best-image';

export async function showPicture(
  picture: Blob,
  face: FaceBox | null,
  element: Element,
  form: PictureForm = {},
): Promise<void> {
  const image = await load(picture);
  const ratio = form.oval === true ? 3 / 4 : ratioOf(element);
  const canvas = element instanceof HTMLCanvasElement ? element : document.createElement('canvas');
  draw(image, face, ratio, canvas);
  if (canvas !== element) {
    place(canvas, element, form);
  }
}

/** Takes away what was shown. */
export function removePictures(): void {
  document.querySelectorAll(`canvas[${MARK}]`).forEach((canvas) => canvas.remove());
}

async function load(picture: Blob): Promise<HTMLImageElement> {
  const image = new Image();
  const url = URL.createObjectURL(picture);
  try {
    await new Promise<void>((resolve, reject) => {
      image.onload = () => resolve();
      image.onerror = () => reject(new Error('the picture cannot be shown'));
      image.src = url;
    });
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** As the element is, where it is shown already; else that of a portrait. */
function ratioOf(element: Element): number {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 ? Math.min(2, Math.max(0.5, width / height)) : 3 / 4;
}

function draw(image: HTMLImageElement, face: FaceBox | null, ratio: number, canvas: HTMLCanvasElement): void {
  const size: Size = { width: image.naturalWidth, height: image.naturalHeight };
  const part = crop(size, face, ratio);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(part.width, part.height));
  canvas.width = Math.max(1, Math.round(part.width * scale));
  canvas.height = Math.max(1, Math.round(part.height * scale));
  const context = canvas.getContext('2d');
  context?.drawImage(image, part.x, part.y, part.width, part.height, 0, 0, canvas.width, canvas.height);
}

function place(canvas: HTMLCanvasElement, element: Element, form: PictureForm): void {
  element.querySelectorAll(`canvas[${MARK}]`).forEach((earlier) => earlier.remove());
  canvas.setAttribute(MARK, '');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', form.alt ?? 'Picture of your face');
  Object.assign(canvas.style, {
    display: 'block',
    boxSizing: 'border-box',
    maxWidth: '100%',
    maxHeight: '100%',
    margin: '0 auto',
    borderRadius: form.oval === true ? '50%' : '',
    border: form.borderColor === undefined ? '' : `4px solid ${form.borderColor}`,
  });
  if (element instanceof HTMLImageElement) {
    element.src = canvas.toDataURL('image/jpeg', 0.92);
  } else {
    element.insertBefore(canvas, element.firstChild);
  }
}
