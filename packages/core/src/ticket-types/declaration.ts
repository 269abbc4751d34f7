import type { Service } from '../people/service.js';

/** One line of words. Lengths are in UTF-16 code units, as an `<input maxlength>` counts them. */
export interface LineField {
  readonly kind: 'line';
  readonly name: string;
  readonly required: boolean;
  readonly maxLength: number;
}

/** Words over several lines. */
export interface TextField {
  readonly kind: 'text';
  readonly name: string;
  readonly required: boolean;
  readonly maxLength: number;
}

/** An ordered list of short texts, such as the steps to reproduce a bug. */
export interface StepsField {
  readonly kind: 'steps';
  readonly name: string;
  readonly minItems: number;
  readonly maxItems: number;
  readonly maxLength: number;
}

/** One of a closed list. */
export interface ChoiceField {
  readonly kind: 'choice';
  readonly name: string;
  readonly required: boolean;
  readonly options: readonly string[];
}

/**
 * Pictures, and whatever else can be sent beside them. With `expected`, sending nothing that shows the screen asks for
 * the reason why (« Joignez des captures d'écran »); without it they are welcome and optional.
 */
export interface ImagesField {
  readonly kind: 'images';
  readonly name: string;
  readonly expected: boolean;
  readonly maxFiles: number;
  readonly reasonMaxLength: number;
}

/** One of the training courses that téo has delivered to the requester's own organization. */
export interface TrainingField {
  readonly kind: 'training';
  readonly name: string;
}

/** One of the features under test in whose trial the requester's organization is enrolled. */
export interface FeatureField {
  readonly kind: 'feature';
  readonly name: string;
}

/** Fields whose options depend on the organization. They are always required: without an option, no such ticket. */
export type EntitledField = TrainingField | FeatureField;

export type Field = LineField | TextField | StepsField | ChoiceField | ImagesField | EntitledField;

/** What a requester must have read before sending a ticket of some type. Its words are in the catalogues. */
export const notices = ['guided_roll_back'] as const;
export type Notice = (typeof notices)[number];

/**
 * Everything that makes a ticket type, as data. The widget draws its form from it, the server validates by it,
 * the staff view displays by it and the API describes it. A new type is one new file with one of these.
 */
export interface TicketTypeDeclaration {
  readonly type: string;
  /** The service that receives the ticket first. */
  readonly routedTo: Service;
  /** Shown in the form, before anything is sent. */
  readonly notice: Notice | null;
  /** Whether the requester is asked what the problem keeps them from; otherwise the priority is the lowest. */
  readonly asksImpact: boolean;
  /** Whether a reproduction test is part of its path, and with it the transfer to the technical service. */
  readonly reproductionTested: boolean;
  /** Whether its answer is a roll-back, guided step by step, or the reason why none is possible. */
  readonly rolledBack: boolean;
  /** Whether the page's context (address, browser, recent errors) goes along, if the requester leaves it in. */
  readonly attachesContext: boolean;
  /** The fields in the order in which they are asked. The one named `subject` titles the ticket in lists. */
  readonly fields: readonly Field[];
}

/** Where a ticket type's title comes from. Every declaration has a field of this name (a test checks it). */
export const subjectField = 'subject';
