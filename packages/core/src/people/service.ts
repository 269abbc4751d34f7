/** The four services of the promise: « clients, formation, commercial, technique ». */
export const services = ['customer', 'training', 'sales', 'technical'] as const;
export type Service = (typeof services)[number];
