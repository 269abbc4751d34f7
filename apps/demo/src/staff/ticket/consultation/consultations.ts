import { type Service, services } from '@teo-support/core';
import type { StaffTicket, StaffTimelineEntry } from '@teo-support/sdk';

type Asked = Extract<StaffTimelineEntry, { type: 'consultation.asked' }>;
type Answered = Extract<StaffTimelineEntry, { type: 'consultation.answered' }>;

/** A question to another service with what was asked and answered, from the story of the ticket. */
export interface ToldConsultation {
  readonly number: number;
  readonly service: Service;
  readonly asked: Asked | undefined;
  readonly answered: Answered | undefined;
}

export function toldConsultations({ consultations, timeline }: StaffTicket): readonly ToldConsultation[] {
  const asked = timeline.filter((entry): entry is Asked => entry.type === 'consultation.asked');
  const answers = timeline.filter((entry): entry is Answered => entry.type === 'consultation.answered');
  return consultations.map(({ number, service }) => ({
    number,
    service,
    // Consultations are numbered in the order in which they were asked.
    asked: asked[number - 1],
    answered: answers.find(({ consultation }) => consultation === number),
  }));
}

/** The services that can be asked: neither the one that has the ticket, nor one whose view is awaited. */
export function servicesToAsk({ service, consultations }: StaffTicket): readonly Service[] {
  return services.filter(
    (other) =>
      other !== service && !consultations.some((asked) => asked.service === other && !asked.answered),
  );
}
