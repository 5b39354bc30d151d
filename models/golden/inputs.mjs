// The two pictures that golden vectors are made from. GoldenInput.java draws the same ones.

/** Pseudo-random bytes: the top byte of a linear congruential generator (Numerical Recipes). */
export function noise(width, height) {
  const pixels = new Uint8Array(width * height * 3);
  let state = 12345;
  for (let i = 0; i < pixels.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    pixels[i] = state >>> 24;
  }
  return pixels;
}

/** A drawn face before a gradient; whole numbers only, so that every language agrees. */
export function drawing(width, height) {
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // Position in thousandths of the picture.
      const u = Math.trunc((1000 * x) / width);
      const v = Math.trunc((1000 * y) / height);
      pixels.set(colour(u, v), (y * width + x) * 3);
    }
  }
  return pixels;
}

function colour(u, v) {
  if (inside(u, v, 380, 420, 45, 25) || inside(u, v, 620, 420, 45, 25)) {
    return [40, 30, 30];
  }
  if (inside(u, v, 500, 700, 110, 30)) {
    return [150, 60, 60];
  }
  if (inside(u, v, 500, 500, 280, 380)) {
    return [200 - Math.trunc(u / 20), 160 - Math.trunc(u / 20), 130 - Math.trunc(v / 20)];
  }
  return [Math.trunc(u / 4), Math.trunc(v / 4), Math.trunc((u + v) / 8)];
}

function inside(u, v, centreU, centreV, radiusU, radiusV) {
  const across = (u - centreU) * radiusV;
  const down = (v - centreV) * radiusU;
  return across * across + down * down <= radiusU * radiusU * radiusV * radiusV;
}

/** What the network sees, as the manifest says: (pixel - mean) * scale in single precision. */
export function prepared(pixels, input) {
  const values = new Float32Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) {
    const channel = i % 3;
    const source = input.channels === 'BGR' ? i - channel + (2 - channel) : i;
    const centred = Math.fround(pixels[source] - Math.fround(input.mean[channel]));
    values[i] = centred * Math.fround(input.scale[channel]);
  }
  return values;
}
