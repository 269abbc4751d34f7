import { declarationOf } from '@teo-support/core';
import type { StaffTicket } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { compose } from '../composers/compose-request.js';
import { type TestEntry, testRecord } from './test-record.js';

/** The tests on record, the last one first, and the way to the next. */
export function testPanel(ticket: StaffTicket, desk: Desk): TemplateResult | typeof nothing {
  const { test } = desk.words;
  const records = ticket.timeline.filter(
    (entry): entry is TestEntry => entry.type === 'ticket.reproduction_tested',
  );
  if (!declarationOf(ticket.type).reproductionTested && records.length === 0) return nothing;
  const possible = ticket.possible.includes('record_reproduction_test');
  return html`<section class="card" aria-labelledby="test">
    <h2 class="section-title" id="test">${icon('test')}${test.title}</h2>
    ${
      records.length === 0
        ? html`<p class="muted below-title">${test.none}</p>`
        : records.toReversed().map((entry) => testRecord(entry, desk))
    }
    ${
      possible
        ? html`<button type="button" class="button below" @click=${compose('test')}>${records.length === 0 ? test.open : test.again}</button>`
        : nothing
    }
  </section>`;
}
