/**
 * What is said about a list of measurements: its median and its range, never its mean, because a
 * busy machine makes single samples slow and none fast.
 */

/**
 * @typedef {object} Summary
 * @property {number} median
 * @property {number} min
 * @property {number} max
 * @property {number} count How many samples there were.
 */

/**
 * @param {readonly number[]} samples At least one.
 * @returns {Summary}
 */
export function summarize(samples) {
  return {
    median: percentile(samples, 0.5),
    min: Math.min(...samples),
    max: Math.max(...samples),
    count: samples.length,
  };
}

/**
 * The value below which this share of the samples lies, interpolated between neighbours.
 *
 * @param {readonly number[]} samples At least one.
 * @param {number} share From 0 to 1.
 * @returns {number}
 */
export function percentile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place % 1);
}
