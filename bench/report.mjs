import { cpus, loadavg, totalmem } from 'node:os';

/** On what the figures were had, and how busy it was with other things. */
export function machine() {
  return {
    node: process.version,
    cores: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    load: loadavg().map((load) => Number(load.toFixed(1))),
  };
}

/**
 * @template {object} T
 * @param {string} title
 * @param {readonly T[]} rows
 * @param {Partial<Record<keyof T & string, [heading: string, decimals: number]>>} columns
 */
export function printTable(title, rows, columns) {
  const shown = /** @type {[keyof T & string, [string, number]][]} */ (Object.entries(columns));
  const lines = [
    shown.map(([, [heading]]) => heading),
    ...rows.map((row) => shown.map(([name, [, decimals]]) => written(row[name], decimals))),
  ];
  const widths = shown.map((_, place) => Math.max(...lines.map((line) => line[place]?.length ?? 0)));
  console.log(`\n${title} (load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores)`);
  for (const line of lines)
    console.log(line.map((cell, place) => cell.padStart(widths[place] ?? 0)).join('  '));
}

/**
 * @param {unknown} value
 * @param {number} decimals
 */
function written(value, decimals) {
  return typeof value === 'number' ? value.toFixed(decimals) : String(value ?? '');
}
