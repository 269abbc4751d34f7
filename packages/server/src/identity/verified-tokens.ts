const mostTokens = 5000;

/**
 * Tokens whose signature was checked a moment ago: a page sends the same one with every request, and checking it is
 * what a request costs most.
 */
export class VerifiedTokens<Claims> {
  readonly #known = new Map<
    string,
    { readonly claims: Claims; readonly from: number; readonly until: number }
  >();

  /** @returns the claims, or `null` when the token has to be checked (again) */
  find(token: string, now: number): Claims | null {
    const known = this.#known.get(token);
    return known !== undefined && known.from <= now && now < known.until ? known.claims : null;
  }

  /** @param time when it was checked, and when it ends, in milliseconds since 1970 */
  remember(token: string, claims: Claims, time: { readonly from: number; readonly until: number }): void {
    const [oldest] = this.#known.keys();
    if (this.#known.size >= mostTokens && oldest !== undefined) this.#known.delete(oldest);
    this.#known.delete(token);
    this.#known.set(token, { claims, ...time });
  }
}
