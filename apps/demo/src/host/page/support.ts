import type { TicketType } from '@teo-support/core';
import { SupportClient } from '@teo-support/sdk';
import type { TeoSupport } from '@teo-support/widget';
import { hostApi } from './host-api.js';
import { language } from './language.js';

/** téo asks the ticket system by itself what the signed-in person may file, and about what. */
export const support = new SupportClient({
  baseUrl: '',
  getToken: async () => (await hostApi.token()).token,
  locale: language,
});

/** Opens the widget on the form of a type, with what this page already knows filled in. */
export function compose(type: TicketType, answers: Readonly<Record<string, string>>): void {
  void document.querySelector<TeoSupport>('teo-support')?.compose(type, answers);
}

/** Opens the widget where a ticket begins. */
export function openHelp(): void {
  void document.querySelector<TeoSupport>('teo-support')?.open({ view: 'home' });
}
