/** A line on stderr at most once a second, and at the end: a log can hold it, and `--json` on stdout stays clean. */
export function progressLine(): (done: number, total: number, what: string) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (done, total, what) => {
    const time = performance.now();
    if (done < total && time - last < 1000) return;
    last = time;
    console.error(`${what}: ${done} of ${total}`);
  };
}
