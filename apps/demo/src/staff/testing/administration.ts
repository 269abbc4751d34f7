import type {
  ApiKey,
  OrganizationChangePage,
  OrganizationDetail,
  OrganizationPage,
  StaffAccount,
  TrialView,
} from '@teo-support/sdk';
import { type FakeApi, problem } from './fake-api.js';
import { julien, sarah } from './tickets.js';

/** What the administration pages speak of, as the API shows it. */
export class FakeAdministration {
  organization: OrganizationDetail = {
    id: 'org-1',
    name: 'Atelier des Métiers',
    externalId: 'org-metiers',
    openTickets: 2,
    teomasters: [
      { id: 'claire', name: 'Claire Vasseur', email: 'claire@metiers.test', openTickets: 2 },
      { id: 'samir', name: 'Samir Haddad', email: 'samir@metiers.test', openTickets: 0 },
    ],
    trainings: [
      {
        id: '2026-118',
        title: 'Prendre en main l’Agenda',
        deliveredOn: '2026-11-20',
        withdrawn: null,
        version: 1,
      },
    ],
    enrolments: [],
    possible: ['trainings', 'trials'],
  };
  changes: OrganizationChangePage['items'] = [];
  trials: TrialView[] = [
    { id: 'shared-agenda', name: 'Agenda partagé', state: 'open', organizations: 1, version: 1 },
  ];
  keys: ApiKey[] = [];
  accounts: StaffAccount[] = [julien, sarah].map((person) => ({
    ...person,
    active: true,
    hasPassword: true,
    openIdLinked: false,
    lastSeenAt: '2026-11-24T08:00:00Z',
  }));

  /** Answers for the pages of the administration, before the API's other answers. */
  serve(api: FakeApi): this {
    api.member = { ...julien, role: 'admin' };
    this.accounts = this.accounts.map((account) =>
      account.id === julien.id ? { ...account, role: 'admin' } : account,
    );
    api.override = ({ method, path, body }) => this.answer(`${method} ${path}`, body);
    return this;
  }

  answer(call: string, body: unknown): Response | undefined {
    const organization = '/v1/staff/organizations/org-1';
    switch (call) {
      case 'GET /v1/staff/organizations':
        return Response.json(this.#list());
      case `GET ${organization}`:
        return Response.json(this.organization);
      case `GET ${organization}/changes`:
        return Response.json({ items: this.changes, total: this.changes.length, nextCursor: null });
      case `POST ${organization}/trainings`:
        return this.#record(body);
      case `POST ${organization}/trainings/2026-118/withdrawal`:
        return this.#withdraw();
      case `POST ${organization}/trials`:
        return this.#enrol();
      case `POST ${organization}/trials/shared-agenda/ending`:
        return this.#endEnrolment();
      case 'GET /v1/staff/trials':
        return Response.json({ trials: this.trials, possible: this.organization.possible });
      case 'POST /v1/staff/trials':
        return this.#define(body);
      case 'GET /v1/staff/api-keys':
        return Response.json({ keys: this.keys });
      case 'POST /v1/staff/api-keys':
        return this.#createKey(body);
      case 'POST /v1/staff/api-keys/key-1/revocation':
        this.keys = this.keys.map((key) => ({ ...key, state: 'revoked', revokedAt: '2026-11-24T10:00:00Z' }));
        return Response.json(this.keys[0]);
      case 'GET /v1/staff/accounts':
        return Response.json({ accounts: this.accounts });
      case 'POST /v1/staff/team':
        return this.#add(body);
      case `POST /v1/staff/accounts/${sarah.id}/password-links`:
        return Response.json(
          { url: 'https://teo.test/staff/new-password#secret', expiresAt: '2026-11-24T11:00:00Z' },
          { status: 201 },
        );
      case `POST /v1/staff/accounts/${sarah.id}/deactivation`:
        this.accounts = this.accounts.map((account) =>
          account.id === sarah.id ? { ...account, active: false } : account,
        );
        return Response.json(this.accounts[1]);
    }
    return undefined;
  }

  #list(): OrganizationPage {
    const { id, name, teomasters, openTickets } = this.organization;
    return {
      items: [{ id, name, teomasters: teomasters.length, openTickets, trials: 0 }],
      nextCursor: null,
      total: 1,
    };
  }

  #record(body: unknown): Response {
    const { id, title, deliveredOn } = Object(body);
    if (this.organization.trainings.some((training) => training.id === id)) {
      return problem(422, 'fields-invalid', 'Certains champs sont à revoir.', [
        { pointer: '/id', code: 'already_used', detail: 'Cette valeur est déjà prise.' },
      ]);
    }
    const recorded = { id, title, deliveredOn, withdrawn: null, version: 1 };
    this.organization = {
      ...this.organization,
      trainings: [recorded, ...this.organization.trainings],
    };
    this.changes = [
      {
        type: 'training.recorded',
        position: 1,
        at: '2026-11-24T09:00:00Z',
        by: { kind: 'staff', id: julien.id, name: julien.name },
        trainingId: id,
        title,
        deliveredOn,
      },
    ];
    return Response.json(recorded, { status: 201 });
  }

  #withdraw(): Response {
    const trainings = this.organization.trainings.map((training) => ({
      ...training,
      withdrawn: 'duplicate' as const,
      version: 2,
    }));
    this.organization = { ...this.organization, trainings };
    return Response.json(trainings[0]);
  }

  #enrol(): Response {
    const trial = { id: 'shared-agenda', name: 'Agenda partagé' };
    const enrolment = { trial, since: '2026-11-24T09:00:00Z', endedAt: null, version: 1 };
    this.organization = { ...this.organization, enrolments: [enrolment] };
    return Response.json(enrolment, { status: 201 });
  }

  #endEnrolment(): Response {
    const enrolments = this.organization.enrolments.map((enrolment) => ({
      ...enrolment,
      endedAt: '2026-11-24T10:00:00Z',
    }));
    this.organization = { ...this.organization, enrolments };
    return Response.json(enrolments[0]);
  }

  #define(body: unknown): Response {
    const { id, name } = Object(body);
    const trial: TrialView = { id, name, state: 'open', organizations: 0, version: 1 };
    this.trials = [...this.trials, trial];
    return Response.json(trial, { status: 201 });
  }

  #createKey(body: unknown): Response {
    const { name, groups } = Object(body);
    const key: ApiKey = {
      id: 'key-1',
      name,
      hint: 'teo_abcd',
      organization: { id: 'org-1', name: 'Atelier des Métiers' },
      groups,
      state: 'active',
      createdAt: '2026-11-24T09:00:00Z',
      createdBy: { id: julien.id, name: julien.name },
      expiresAt: '2027-11-24T09:00:00Z',
      lastUsedAt: null,
      revokedAt: null,
    };
    this.keys = [key];
    return Response.json({ key, secret: 'teo_abcdefgh-secret' }, { status: 201 });
  }

  #add(body: unknown): Response {
    const account: StaffAccount = {
      ...Object(body),
      id: 'staff-new',
      active: true,
      hasPassword: false,
      openIdLinked: false,
      lastSeenAt: null,
    };
    this.accounts = [...this.accounts, account];
    return Response.json(account, { status: 201 });
  }
}
