import type { TeoModule } from '@teo-support/core';
import type { Words } from './index.js';

/** What a module of téo is called. */
export function moduleName({ domain }: Words, module: TeoModule): string {
  return domain.ticketTypes.malfunction.fields.module.options[module];
}
