/** The page around the views: who is signed in, what is shown, what was said. */
import { Api, messageOf } from './api.js';
import { closeDialogs } from './dialog.js';
import { element, h, note } from './dom.js';
import { button } from './form.js';
import { goals, links, tenantGoals } from './navigation.js';
import { addressOf, parseRoute, type Route, titleOf } from './routes.js';
import type { Scene } from './scene.js';
import { VIEWS } from './views/all.js';
import { signIn } from './views/sign-in.js';
import type { Me } from './wire.js';

export class Portal {
  private readonly api: Api;
  private me: Me | null = null;
  private leaving = new AbortController();

  /** @param others tells other tabs of this browser that the session has begun or ended */
  constructor(
    root: string,
    private readonly others: BroadcastChannel,
  ) {
    this.api = new Api(root, () => this.end('Your session has ended. Sign in to go on.'));
  }

  async begin(): Promise<void> {
    element('skip').addEventListener('click', (event) => {
      // why not by the link itself: what stands behind the # is the address of a view
      event.preventDefault();
      element('title').focus();
    });
    element('sign-out').addEventListener('click', () => void this.signOut());
    element('menu').addEventListener('click', () => this.showMenu(element('navigation').hidden === true));
    addEventListener('hashchange', () => void this.show());
    this.others.addEventListener('message', () => void this.renew());
    document.addEventListener('visibilitychange', () => this.lookAgain());
    await this.renew();
  }

  /** Asks who is signed in, as another tab may have changed it, and shows what that user sees. */
  private async renew(message = ''): Promise<void> {
    try {
      this.me = await this.api.whoAmI();
    } catch (error) {
      this.leave('Not connected', '');
      this.fill(h('p', { class: 'notice' }, messageOf(error)), button('Try again', () => void this.renew()));
      return;
    }
    if (this.me === null) {
      closeDialogs();
    }
    await this.show(message);
  }

  /** Who comes back to this tab is not shown what a session that has ended meanwhile could see. */
  private lookAgain(): void {
    if (this.me !== null && !document.hidden) {
      // why nothing else: the end is told to this page, and any other failure shows at the next click
      this.api.get('me').catch(() => {});
    }
  }

  private async signOut(): Promise<void> {
    try {
      await this.api.call('POST', 'sign-out');
    } catch (error) {
      note(element('message'), messageOf(error));
      return;
    }
    // why: whoever signs in next begins at the beginning
    history.replaceState(null, '', addressOf('overview'));
    this.others.postMessage('ended');
    this.end('You are signed out.');
  }

  private end(message: string): void {
    this.me = null;
    closeDialogs();
    void this.show(message);
  }

  private async show(message = ''): Promise<void> {
    const { me } = this;
    const route = parseRoute(location.hash);
    const title = me === null ? 'Sign in' : titleOf(route);
    const signal = this.leave(title, message);
    this.frame(me, route);
    if (me === null) {
      document.body.dataset['view'] = 'sign-in';
      this.fill(...signIn(this.api, () => this.enter()));
      return;
    }
    document.body.dataset['view'] = route.view;
    try {
      const content = await VIEWS[route.view](this.scene(me, route, signal));
      if (!signal.aborted) {
        this.fill(...tabs(me, route), ...content);
      }
    } catch (error) {
      if (!signal.aborted) {
        const again = button('Try again', () => void this.show());
        this.fill(...tabs(me, route), h('p', { class: 'notice', role: 'alert' }, messageOf(error)), again);
      }
    }
  }

  private enter(): void {
    this.others.postMessage('begun');
    void this.renew();
  }

  private scene(me: Me, route: Route, signal: AbortSignal): Scene {
    return {
      api: this.api,
      me,
      route,
      signal,
      reload: (message) => void this.show(message),
      reloadAll: (message) => void this.renew(message),
      go: (address) => (address === location.hash ? void this.show() : location.assign(address)),
    };
  }

  /** Ends what was shown, and moves the focus to the new heading, which tells screen readers where they are. */
  private leave(title: string, message: string): AbortSignal {
    this.leaving.abort();
    this.leaving = new AbortController();
    document.title = `${title} · Selfsame portal`;
    element('title').textContent = title;
    element('message').textContent = message;
    element('content').replaceChildren(h('p', { class: 'loading' }, 'Loading…'));
    element('main').setAttribute('aria-busy', 'true');
    this.showMenu(false);
    element('title').focus({ preventScroll: true });
    scrollTo(0, 0);
    return this.leaving.signal;
  }

  private fill(...content: readonly Node[]): void {
    element('content').replaceChildren(...content);
    element('main').setAttribute('aria-busy', 'false');
  }

  private frame(me: Me | null, route: Route): void {
    note(element('who'), me?.name ?? '');
    for (const id of ['sign-out', 'menu']) {
      element(id).hidden = me === null;
    }
    document.body.classList.toggle('inside', me !== null);
    element('navigation').replaceChildren(...(me === null ? [] : [links(goals(me), route)]));
  }

  /** On a phone the navigation is folded away; elsewhere it stands beside the view. */
  private showMenu(isOpen: boolean): void {
    element('navigation').hidden = !isOpen;
    element('menu').setAttribute('aria-expanded', String(isOpen));
  }
}

/** The views of one tenant belong together; its own users find them in the navigation. */
function tabs(me: Me, route: Route): Node[] {
  return route.tenant === '' || me.tenant !== null
    ? []
    : [h('nav', { class: 'tabs', 'aria-label': 'Tenant' }, links(tenantGoals(route.tenant), route))];
}
