import {
  type ArticleState,
  articleStates,
  type DraftStage,
  draftStages,
  type TeoModule,
  teoModules,
} from '@teo-support/core';
import type { StaffFaqListQuery } from '@teo-support/sdk';

/** What the list is narrowed down to. It lives in the address, so that a view of the list can be shared. */
export interface ArticleFilters {
  readonly q: string;
  readonly state: ArticleState | null;
  readonly stage: DraftStage | null;
  readonly module: TeoModule | null;
  readonly due: boolean;
}

export const noFilters: ArticleFilters = { q: '', state: null, stage: null, module: null, due: false };

/** The filters of an address; what makes no sense in it is left out. */
export function filtersOf(search: string): ArticleFilters {
  const params = new URLSearchParams(search);
  return {
    q: params.get('q') ?? '',
    state: oneOf(articleStates, params.get('state')),
    stage: oneOf(draftStages, params.get('stage')),
    module: oneOf(teoModules, params.get('module')),
    due: params.get('due') === 'true',
  };
}

/** The address of filters, without those that change nothing. */
export function searchOf({ q, state, stage, module, due }: ArticleFilters): string {
  const params = new URLSearchParams();
  if (q.trim() !== '') params.set('q', q);
  for (const [name, value] of [
    ['state', state],
    ['stage', stage],
    ['module', module],
  ] as const) {
    if (value !== null) params.set(name, value);
  }
  if (due) params.set('due', 'true');
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** The same filters as the API takes them. */
export function queryOf({ q, state, stage, module, due }: ArticleFilters): StaffFaqListQuery {
  const typed = q.trim().slice(0, 200);
  return {
    ...(typed === '' ? {} : { q: typed }),
    ...(state === null ? {} : { state }),
    ...(stage === null ? {} : { stage }),
    ...(module === null ? {} : { module }),
    ...(due ? { due: 'true' } : {}),
  };
}

function oneOf<const O extends string>(options: readonly O[], value: string | null): O | null {
  return options.find((option) => option === value) ?? null;
}
