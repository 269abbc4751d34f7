/** Most pressing first. Source: « Engagement de service », the table of priorities. */
export const priorities = ['urgent', 'high', 'medium', 'low'] as const;
export type Priority = (typeof priorities)[number];
