import { type Catalogue, fill, type Locale } from '../catalogue.js';
import { enRejections } from './en.js';
import { frRejections } from './fr.js';
import type { AnyRejection, RejectionMessages } from './rejection-messages.js';

export const rejectionMessages: Readonly<Record<Locale, RejectionMessages>> = {
  fr: frRejections,
  en: enRejections,
};

/** Why a command was refused, in the reader's language. */
export function rejectionMessage(rejection: AnyRejection, catalogue: Catalogue): string {
  const message = rejectionMessages[catalogue.locale][rejection.code];
  return rejection.code === 'wrong_status'
    ? fill(message, { status: catalogue.statuses[rejection.status].toLocaleLowerCase(catalogue.locale) })
    : message;
}
