/** Why a token is asked for: the first time, or because the server no longer accepts the one before. */
export type TokenReason = 'initial' | 'refused';

/** Gives a short-lived token, signed by the host product's server. It is kept in memory only. */
export type GetToken = (reason: TokenReason) => Promise<string>;

/** Holds the current token; many calls at once lead to one question to the host. */
export class TokenKeeper {
  readonly #getToken: GetToken;
  #current: Promise<string> | null = null;

  constructor(getToken: GetToken) {
    this.#getToken = getToken;
  }

  token(): Promise<string> {
    this.#current ??= this.#ask('initial');
    return this.#current;
  }

  /** Replaces a token that the server refused, unless another call has done so already. */
  async replace(refusedToken: string): Promise<string> {
    const current = await this.token();
    if (current !== refusedToken) return current;
    this.#current = this.#ask('refused');
    return this.#current;
  }

  #ask(reason: TokenReason): Promise<string> {
    const asked = this.#getToken(reason);
    asked.catch(() => {
      if (this.#current === asked) this.#current = null;
    });
    return asked;
  }
}
