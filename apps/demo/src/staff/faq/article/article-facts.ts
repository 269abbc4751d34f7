import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { icon } from '../../icons/icon.js';
import { moduleName } from '../../locales/module-name.js';
import type { LoadedArticle } from './loaded-article.js';

/** How an article is sorted, and, for the team alone, where it comes from. */
export function articleFacts(
  { article, titles }: LoadedArticle,
  desk: Desk,
): TemplateResult | typeof nothing {
  const { words } = desk;
  const told = words.faq.article;
  const content = (article.draft ?? article.published)?.content;
  if (content === undefined) return nothing;
  const { modules, ticketTypes, related } = content;
  return html`<section class="panel" aria-labelledby="facts">
    <div class="panel-head"><h2 class="section-title" id="facts">${icon('tag')}${told.facts}</h2></div>
    <dl class="article-facts">
      <div><dt>${told.modules}</dt><dd>${modules.map((module) => moduleName(words, module)).join(', ')}</dd></div>
      <div><dt>${told.ticketTypes}</dt><dd>${ticketTypes.map((type) => words.domain.ticketTypes[type].name).join(', ') || told.none}</dd></div>
      <div><dt>${told.related}</dt><dd>${
        related.length === 0
          ? told.none
          : html`<ul>${related.map((id) => html`<li><a href="/staff/faq/${encodeURIComponent(id)}">${titles.get(id) ?? id}</a></li>`)}</ul>`
      }</dd></div>
      ${article.origin === null ? nothing : html`<div><dt>${told.origin}</dt><dd>${origin(article.origin, desk)} <span class="muted">${told.originHint}</span></dd></div>`}
    </dl>
  </section>`;
}

function origin(from: NonNullable<LoadedArticle['article']['origin']>, { words }: Desk): TemplateResult {
  const told = words.faq.article;
  if (from.kind === 'gap') return html`<p>${told.fromGap(from.query)}</p>`;
  const { id, reference, subject } = from.ticket;
  return html`<p>${told.fromTicket} <a href="/staff/tickets/${encodeURIComponent(id)}">${reference}${subject === null ? nothing : ` ${subject}`}</a></p>`;
}
