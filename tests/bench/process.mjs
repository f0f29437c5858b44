/**
 * What a server's process takes of the machine, its children included, as Linux counts it.
 */

import { readFile } from "node:fs/promises";

/** Clock ticks of the kernel in a second, on every Linux that Debian builds. */
const TICKS_PER_SECOND = 100;

/**
 * The processor time of a process and of its children so far, in milliseconds of one core.
 *
 * @param {number} pid
 */
export async function timeOf(pid) {
  const all = (await familyOf(pid)).map(async (member) => {
    const text = await readFile(`/proc/${member}/stat`, "utf8");
    // The name, in brackets, may hold spaces. User and system time are fields 14 and 15.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
  });
  return sum(await Promise.all(all));
}

/**
 * The most memory that a process and its children have had, in kB; shared pages count in each.
 *
 * @param {number} pid
 */
export async function peakOf(pid) {
  return sum(await Promise.all((await familyOf(pid)).map((member) => lineOf(member, "status", "VmHWM"))));
}

/**
 * The memory of a process and its children now, in kB; shared pages count once.
 *
 * @param {number} pid
 */
export async function memoryOf(pid) {
  return sum(await Promise.all((await familyOf(pid)).map((member) => lineOf(member, "smaps_rollup", "Pss"))));
}

/**
 * @param {number} pid
 * @param {string} file
 * @param {string} name
 */
async function lineOf(pid, file, name) {
  const text = await readFile(`/proc/${pid}/${file}`, "utf8");
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text)?.[1]);
}

/**
 * @param {number} pid
 * @returns {Promise<number[]>} It and its children.
 */
async function familyOf(pid) {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  return [pid, ...children.split(" ").filter(Boolean).map(Number)];
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
