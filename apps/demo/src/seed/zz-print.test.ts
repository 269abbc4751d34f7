import { test } from 'vitest';
import { demoHistory } from '/work/main/apps/demo/src/seed/index.js';
test('x', () => {
  const now = Date.parse('2026-11-24T15:30:00Z');
  const f = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', weekday: 'short', day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' });
  console.log(demoHistory(now).tickets.map(t => t.key + ' | ' + t.commands.map(c => f.format(Date.parse(c.at)) + ' ' + (c.command.type==='file'?'FILE':c.command.type)).join(' · ')).join('\n'));
});
