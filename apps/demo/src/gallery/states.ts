/** What the gallery shows, in its order. The page names them, and the frames bring them about. */
export const galleryGroups = [
  { name: 'launcher', states: ['launcher'] },
  { name: 'home', states: ['home', 'home-loading', 'home-failed', 'home-session-over', 'questions'] },
  {
    name: 'forms',
    states: [
      'form-malfunction',
      'form-mishandling',
      'form-usage_question',
      'form-training_follow_up',
      'form-rnd',
      'form-problems',
    ],
  },
  { name: 'sending', states: ['sending', 'sending-waits', 'sending-refused', 'sending-filed'] },
  {
    name: 'files',
    states: ['file-sending', 'file-failed', 'file-refused', 'file-arrived', 'file-held', 'file-infected'],
  },
  { name: 'lists', states: ['tickets', 'tickets-loading', 'tickets-empty', 'tickets-failed'] },
  {
    name: 'tickets',
    states: [
      'ticket-new',
      'ticket-open',
      'ticket-pending',
      'ticket-resolved',
      'ticket-closed',
      'ticket-cancelled',
      'ticket-gone',
      'ticket-failed',
    ],
  },
  { name: 'faq', states: ['faq', 'faq-found', 'faq-nothing', 'faq-article', 'faq-failed'] },
  { name: 'forum', states: ['forum', 'forum-request', 'forum-failed'] },
] as const;

export type GalleryState = (typeof galleryGroups)[number]['states'][number];
export type GalleryGroup = (typeof galleryGroups)[number]['name'];

const states: readonly string[] = galleryGroups.flatMap((group) => [...group.states]);

export function isGalleryState(name: string | undefined): name is GalleryState {
  return name !== undefined && states.includes(name);
}
