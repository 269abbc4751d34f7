/** How long each kind of operation took, and how each ended. */
export class Figures {
  readonly #took = new Map<string, number[]>();
  readonly #failures = new Map<string, number>();

  /** Measures one; what fails is counted and passed on. */
  async of<T>(operation: string, act: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    try {
      return await act();
    } catch (error) {
      const why = error instanceof Error && 'status' in error ? String(error.status) : String(error);
      const name = `${operation}: ${why}`;
      this.#failures.set(name, (this.#failures.get(name) ?? 0) + 1);
      throw error;
    } finally {
      const took = this.#took.get(operation) ?? [];
      this.#took.set(operation, took);
      took.push(performance.now() - begun);
    }
  }

  get failures(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#failures);
  }

  /** One line for each operation: how many, and the time that half and 99 % of them took at the most. */
  lines(): string[] {
    return [...this.#took].map(([operation, took]) => {
      const sorted = took.toSorted((a, b) => a - b);
      const at = (share: number) => (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1);
      return `${operation.padEnd(24)} ${String(took.length).padStart(7)}   p50 ${at(0.5).padStart(7)} ms   p99 ${at(0.99).padStart(7)} ms`;
    });
  }
}

/** How something changed, as a straight line through its samples. */
export interface Trend {
  /** At the middle of the time. */
  readonly mean: number;
  /** From the first sample to the last, along the line. */
  readonly growth: number;
}

/** The line of least squares through samples that were taken at equal distances. */
export function trendOf(samples: readonly number[]): Trend {
  const { length } = samples;
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / length;
  const middle = (length - 1) / 2;
  let [covariance, variance] = [0, 0];
  for (const [place, sample] of samples.entries()) {
    covariance += (place - middle) * (sample - mean);
    variance += (place - middle) ** 2;
  }
  return { mean, growth: variance === 0 ? 0 : (covariance / variance) * (length - 1) };
}
