import type { HistoryInput } from '@teo-support/core/contract';

type Command = HistoryInput['tickets'][number]['commands'][number]['command'];
type Context = NonNullable<Extract<Command, { type: 'file' }>['request']['context']>;

/** What the tab of the browser says, by module of téo. */
const titles: Readonly<Record<string, string>> = {
  directory: 'Annuaire – téo',
  calendar: 'Agenda – téo',
  training_files: 'Dossiers – téo',
  invoicing: 'Facturation – téo',
  steering: 'Pilotage – téo',
  documents: 'téo edit – Documents',
  communication: 'Communication – téo',
  administration: 'Admin – téo',
};

/** What people work on; each keeps theirs. */
const machines = [
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', '1536 × 730 px'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
    '1920 × 937 px',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
    '1440 × 789 px',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    '1366 × 641 px',
  ],
] as const;

/** What téo's page told about the moment of writing. */
export function contextOf(requester: string, page: string, module: string, daysAgo: number): Context {
  const [browser, viewport] = machines[requester.length % machines.length] ?? machines[0];
  return [
    { key: 'page', value: `https://app.teo.example.fr${page}` },
    { key: 'title', value: titles[module] ?? 'téo' },
    { key: 'browser', value: browser },
    { key: 'viewport', value: viewport },
    { key: 'host_version', value: `téo ${releaseOf(daysAgo)}` },
  ];
}

/** The release of téo that ran so many days ago, in step with what the stories say was corrected when. */
function releaseOf(daysAgo: number): string {
  if (daysAgo > 40) return '8.3.6';
  if (daysAgo > 27) return '8.4.1';
  return daysAgo > 7 ? '8.4.2' : '8.4.3';
}
