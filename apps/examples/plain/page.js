// Commands may be given before the widget has come: they wait for it.
globalThis.teoSupport ??= [];

document.querySelector('#ask')?.addEventListener('click', () => {
  globalThis.teoSupport?.push(['compose', 'usage_question', { module: 'invoicing' }]);
});

globalThis.teoSupport.push([
  'on',
  'filed',
  (/** @type {CustomEvent<{ reference: string }>} */ { detail }) => {
    const status = document.querySelector('[role=status]');
    if (status !== null) status.textContent = `Filed: ${detail.reference}`;
  },
]);
