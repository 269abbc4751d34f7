import { type ScreenName, screens } from './screens.js';

const titles: Readonly<Record<ScreenName | 'staff', { readonly fr: string; readonly en: string }>> = {
  attendance: { fr: 'Feuille d’émargement · téo', en: 'Attendance sheet · téo' },
  directory: { fr: 'Annuaire des apprenants · téo', en: 'Directory of trainees · téo' },
  schedule: { fr: 'Échéancier · téo', en: 'Payment schedule · téo' },
  planning: { fr: 'Planning assisté · téo', en: 'Assisted planning · téo' },
  trainings: { fr: 'Formations téo · téo', en: 'téo training · téo' },
  faq: { fr: 'FAQ · téo', en: 'FAQ · téo' },
  forum: { fr: 'Améliorations · téo', en: 'Improvements · téo' },
  roadmap: { fr: 'Feuille de route · téo', en: 'Roadmap · téo' },
  staff: { fr: 'Support téo', en: 'téo support' },
};

/** What stands in the page before its script: the widget's one script and one element, as its README says. */
const bodies = {
  teo: (lang: string, module: string) => `<teo-app></teo-app>
    <script type="module" src="/widget/teo-support.js"></script>
    <teo-support token-url="/host/token" host-version="téo 8.4.2" module="${module}" lang="${lang}"></teo-support>`,
  staff: () => '<teo-staff></teo-staff>',
} as const;

/** Where readers of feeds find what was decided. */
const feedLinks = {
  fr: feedLink('fr', 'Décisions de l’équipe téo'),
  en: feedLink('en', 'Decisions of the téo team'),
} as const;

function feedLink(lang: string, title: string): string {
  return `
    <link rel="alternate" type="application/atom+xml" href="/v1/roadmap.atom?language=${lang}" title="${title}">`;
}

/** A page without a line of inline script or style, so that its content security policy can forbid them. */
export function htmlDocument(screen: ScreenName | 'staff', lang: 'fr' | 'en'): string {
  const page = screen === 'staff' ? 'staff' : 'teo';
  const body = screen === 'staff' ? bodies.staff() : bodies.teo(lang, screens[screen].module ?? '');
  return `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${titles[screen][lang]}</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/page.css">
    <script type="module" src="/assets/${page}.js"></script>${screen === 'forum' || screen === 'roadmap' ? feedLinks[lang] : ''}
  </head>
  <body>
    ${body}
    <noscript>${lang === 'fr' ? 'Cette page a besoin de JavaScript.' : 'This page needs JavaScript.'}</noscript>
  </body>
</html>
`;
}
