/** What a payment schedule is made from. Amounts are in euro cents. */
export interface Terms {
  readonly total: number;
  /** What the funder pays directly (« subrogation »). */
  readonly funded: number;
  /** Percentage of the base that is due at signature. */
  readonly depositPercent: number;
  /** What the deposit is counted on: the whole price, or the company's own share. */
  readonly depositBase: 'total' | 'company';
  /** In how many monthly parts the rest is invoiced. */
  readonly installments: number;
}

export interface Schedule {
  /** The company's own share. */
  readonly company: number;
  readonly deposit: number;
  /** The monthly parts; the last one settles what rounding left. */
  readonly parts: readonly number[];
}

/** The payment schedule of a training file. Deposit and parts always make up the company's share to the cent. */
export function scheduleOf(terms: Terms): Schedule {
  const company = terms.total - terms.funded;
  const base = terms.depositBase === 'total' ? terms.total : company;
  const deposit = Math.round((base * terms.depositPercent) / 100);
  const rest = company - deposit;
  const part = Math.trunc(rest / terms.installments);
  const parts = Array.from({ length: terms.installments }, (_, index) =>
    index === terms.installments - 1 ? rest - part * (terms.installments - 1) : part,
  );
  return { company, deposit, parts };
}
