import { actingForHeader, needsPerson, type Operation } from '@teo-support/core/contract';
import type { Context } from 'hono';
import { ProblemError } from '../http/index.js';
import type { Database } from '../storage/index.js';
import { acceptApiKey, actingFor, noteUse } from './api-keys.js';
import { notSignedIn } from './not-signed-in.js';
import { refuseOtherSites } from './own-site.js';
import type { RequesterIssuer } from './requester-issuer.js';
import { RequesterPeople } from './requester-person.js';
import { RequesterTokens } from './requester-token.js';
import { SessionCookie } from './session-cookie.js';
import { acceptSession, noteSeen } from './staff-session.js';
import type { ActingViewer, RequesterViewer, StaffViewer, TeomasterViewer, Viewer } from './viewer.js';

export interface IdentityOptions {
  /** The host products whose téomasters are let in. */
  readonly issuers: readonly RequesterIssuer[];
  /** Where the API stands; over https its cookies are for https only. */
  readonly publicUrl: string;
  readonly now: () => number;
  /** Told of what went wrong and refused nobody, or refused somebody for no fault of theirs. */
  readonly report: (error: unknown) => void;
}

/**
 * Says who asks, and whether the operation is for them: audience, role and group of the contract are checked here and
 * nowhere else.
 */
export class Identity {
  readonly cookie: SessionCookie;
  readonly #db: Database;
  readonly #options: IdentityOptions;
  readonly #tokens: RequesterTokens;
  readonly #people: RequesterPeople;

  constructor(db: Database, options: IdentityOptions) {
    this.#db = db;
    this.#options = options;
    this.#tokens = new RequesterTokens(options.issuers, options.report);
    this.#people = new RequesterPeople(db);
    this.cookie = new SessionCookie(options.publicUrl.startsWith('https:'));
  }

  readonly asSignedIn = async (c: Context, operation: Operation): Promise<Viewer> => {
    const viewer = await this.#identify(c, operation, 'noted');
    return admit(viewer, operation);
  };

  readonly asPerson = async (c: Context, operation: Operation): Promise<ActingViewer> => {
    const viewer = await this.asSignedIn(c, operation);
    if (viewer.kind === 'integrator') throw new ProblemError('acting-person-missing');
    return viewer;
  };

  readonly asRequester = async (c: Context, operation: Operation): Promise<RequesterViewer> => {
    const viewer = await this.asSignedIn(c, operation);
    if (viewer.kind === 'staff') throw new ProblemError('not-allowed');
    return viewer;
  };

  readonly asTeomaster = async (c: Context, operation: Operation): Promise<TeomasterViewer> => {
    const viewer = await this.asRequester(c, operation);
    if (viewer.kind === 'integrator') throw new ProblemError('acting-person-missing');
    return viewer;
  };

  readonly asStaff = async (c: Context, operation: Operation): Promise<StaffViewer> => {
    const viewer = await this.asSignedIn(c, operation);
    if (viewer.kind !== 'staff') throw new ProblemError('not-allowed');
    return viewer;
  };

  /**
   * Whether a request that was let in would be let in again now: what a long answer asks before each piece of it, so
   * that a revoked key, a closed account, an ended session or a changed organization ends it.
   */
  async stillAdmits(c: Context, operation: Operation): Promise<boolean> {
    try {
      admit(await this.#identify(c, operation, 'unnoted'), operation);
      return true;
    } catch (error) {
      if (error instanceof ProblemError) return false;
      throw error;
    }
  }

  /** For operations that sign in or out: with a cookie in the browser, only our own pages may ask for them. */
  readonly fromOwnSite = async (c: Context): Promise<void> => refuseOtherSites(c, this.#options.publicUrl);

  /** By bearer token or key, else by session cookie. A token that is refused is never made up for by a cookie. */
  async #identify(c: Context, operation: Operation, use: 'noted' | 'unnoted'): Promise<Viewer> {
    const authorization = c.req.header('authorization');
    const bearer = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
    if (bearer?.startsWith('teo_')) return this.#byKey(bearer, c, operation, use);
    if (c.req.header(actingForHeader) !== undefined) throw new ProblemError('not-allowed');
    if (bearer !== undefined) {
      const now = this.#options.now();
      return this.#people.teomasterOf(await this.#tokens.verify(bearer, now));
    }
    if (authorization !== undefined) throw notSignedIn();
    return this.#bySession(c, use);
  }

  async #byKey(secret: string, c: Context, operation: Operation, use: 'noted' | 'unnoted'): Promise<Viewer> {
    const now = this.#options.now();
    const { viewer, groups, stale } = await acceptApiKey(this.#db.lookUp, secret, now);
    if (stale && use === 'noted') await noteUse(this.#db, viewer.key, now).catch(this.#options.report);
    if (operation.group === undefined) throw new ProblemError('not-allowed');
    if (!groups.includes(operation.group)) throw new ProblemError('key-scope-missing');
    const named = c.req.header(actingForHeader);
    if (named !== undefined) return actingFor(this.#db.lookUp, viewer, named);
    if (needsPerson(operation)) throw new ProblemError('acting-person-missing');
    return viewer;
  }

  async #bySession(c: Context, use: 'noted' | 'unnoted'): Promise<Viewer> {
    const token = this.cookie.read(c);
    if (token === undefined) throw notSignedIn();
    const now = this.#options.now();
    const accepted = await acceptSession(this.#db.lookUp, token, now);
    if (accepted === null) throw notSignedIn();
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') refuseOtherSites(c, this.#options.publicUrl);
    if (accepted.stale && use === 'noted') await noteSeen(this.#db, token, now).catch(this.#options.report);
    return accepted.viewer;
  }
}

function admit(viewer: Viewer, { audience, role }: Operation): Viewer {
  const ofAudience =
    audience === 'anyone' || audience === 'signed_in' || (audience === 'staff') === (viewer.kind === 'staff');
  const ofRole = role === undefined || (viewer.kind === 'staff' && viewer.actor.role === role);
  if (!ofAudience || !ofRole) throw new ProblemError('not-allowed');
  return viewer;
}
