import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { addressOf, type Route, routeOf } from './route.js';

/** The address bar as the state of where one is; links inside the staff view do not load the page again. */
export class Router implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #route: Route;
  /** Whether one has moved inside the page: then the new place takes the focus, which a page load leaves alone. */
  moved = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#route = routeOf(window.location);
    host.addController(this);
  }

  get route(): Route {
    return this.#route;
  }

  go(route: Route): void {
    history.pushState(null, '', addressOf(route));
    this.#arrive();
  }

  /** The same place with other filters: no step for the back button. */
  replace(route: Route): void {
    history.replaceState(null, '', addressOf(route));
    this.#arrive();
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#arrive);
    this.#host.addEventListener('click', this.#followLink);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#arrive);
    this.#host.removeEventListener('click', this.#followLink);
  }

  readonly #arrive = () => {
    this.moved = true;
    this.#route = routeOf(window.location);
    this.#host.requestUpdate();
  };

  readonly #followLink = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (link === undefined || link.target !== '' || link.origin !== window.location.origin) return;
    if (!link.pathname.startsWith('/staff')) return;
    event.preventDefault();
    this.go(routeOf(link));
  };
}
