import puppeteer, { type Browser, type BrowserContext, type ElementHandle, type Page } from 'puppeteer-core';

/**
 * A stock Firefox over WebDriver BiDi: Playwright knows only one of its own making.
 * @param scheme what the person has chosen for their whole browser
 */
export function launchFirefox(executablePath: string, scheme: 'light' | 'dark'): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: {
      'intl.accept_languages': 'fr-FR',
      'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
    },
  });
}

/** Where the focus is, and whether somebody who sees could tell. */
export interface Focused {
  readonly tag: string;
  readonly id: string;
  readonly text: string;
  /** A ring is drawn around it, and it is in sight with nothing over it. */
  readonly visible: boolean;
}

/** A person with a page of téo in Firefox, and what went wrong there. */
export class FirefoxPage {
  readonly page: Page;
  /** What a Content-Security-Policy refused, errors that nobody caught, and errors in the console. */
  readonly complaints: string[] = [];
  readonly #context: BrowserContext;
  readonly #origin: string;

  private constructor(context: BrowserContext, page: Page, origin: string) {
    this.#context = context;
    this.page = page;
    this.#origin = origin;
  }

  static async open(browser: Browser, origin: string, width = 1280): Promise<FirefoxPage> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width, height: 860 });
    const opened = new FirefoxPage(context, page, origin);
    page.on('pageerror', (error) => opened.complaints.push(`error: ${String(error)}`));
    page.on('console', (message) => {
      if (message.type() === 'error') opened.complaints.push(`console: ${message.text()}`);
    });
    await page.exposeFunction('complainOfPolicy', (text: string) => opened.complaints.push(text));
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { complainOfPolicy } = window as unknown as { complainOfPolicy(text: string): void };
        complainOfPolicy(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
      });
    });
    return opened;
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(`${this.#origin}${path}`);
  }

  /** A téomaster on a page of téo, signed in as `sub`. */
  async openTeo(sub: string, path = '/teo'): Promise<void> {
    await this.visit('/teo?lang=fr');
    const status = await this.page.evaluate(async (person) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ sub: person });
      return (await fetch('/host/switch', { method: 'POST', headers, body })).status;
    }, sub);
    if (status >= 300) throw new Error(`The demo answered ${status} to a switch to ${sub}.`);
    await this.visit(`${path}?lang=fr`);
  }

  /** The innermost element in sight with these words, in whichever shadow. */
  async find(text: string): Promise<ElementHandle<Element>> {
    return this.#found(`>>> ::-p-text(${JSON.stringify(text)})`);
  }

  async press(text: string): Promise<void> {
    await (await this.find(text)).click();
  }

  /** By its `id`; `>>>` goes into a shadow of it. */
  async field(id: string): Promise<ElementHandle<Element>> {
    return this.#found(`>>> #${id}`);
  }

  /** What has a picture in place of words. */
  async pressNamed(name: string): Promise<void> {
    await (await this.#found(`>>> [aria-label="${name}"]`)).click();
  }

  async pressOn(id: string): Promise<void> {
    await (await this.field(id)).click();
  }

  async write(id: string, text: string): Promise<void> {
    await (await this.field(id)).type(text);
  }

  async choose(id: string, value: string): Promise<void> {
    await (await this.field(id)).select(value);
  }

  async valueOf(id: string): Promise<string> {
    return (await this.field(id)).evaluate((element) => ('value' in element ? String(element.value) : ''));
  }

  /** Drops a picture, of the size of a stamp, where files can be dropped. */
  async drop(selector: string, name: string): Promise<void> {
    const target = await this.#found(selector);
    await target.evaluate(async (element, fileName) => {
      const canvas = new OffscreenCanvas(32, 32);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('There is no canvas.');
      context.fillRect(4, 4, 24, 24);
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([await canvas.convertToBlob()], fileName, { type: 'image/png' }));
      const options = { bubbles: true, composed: true, cancelable: true, dataTransfer };
      element.dispatchEvent(new DragEvent('dragover', options));
      element.dispatchEvent(new DragEvent('drop', options));
    }, name);
  }

  async tab(): Promise<Focused> {
    await this.page.keyboard.press('Tab');
    return this.focused();
  }

  /** Presses Tab until something with these words has the focus; each place on the way has to show it. */
  async tabTo(text: string, mostPresses = 60): Promise<void> {
    for (let pressed = 0; pressed < mostPresses; pressed += 1) {
      const focused = await this.tab();
      if (!focused.visible)
        throw new Error(`The focus cannot be seen on ${focused.tag} « ${focused.text} ».`);
      if (focused.text.startsWith(text)) return;
    }
    throw new Error(`The focus never came to « ${text} ».`);
  }

  focused(): Promise<Focused> {
    return this.page.evaluate(async () => {
      // Firefox scrolls to where the focus is with the next picture.
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (element === null) return { tag: '', id: '', text: '', visible: false };
      const { boxShadow, outlineStyle } = getComputedStyle(element);
      const { left, top, width, height } = element.getBoundingClientRect();
      const root = element.getRootNode();
      const over =
        root instanceof Document || root instanceof ShadowRoot
          ? root.elementFromPoint(left + width / 2, top + Math.min(height, 24) / 2)
          : null;
      return {
        tag: element.tagName.toLowerCase(),
        id: element.id,
        text: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' '),
        visible:
          (boxShadow !== 'none' || outlineStyle !== 'none') &&
          over !== null &&
          (element.contains(over) || over.contains(element)),
      };
    });
  }

  async #found(selector: string): Promise<ElementHandle<Element>> {
    const found = await this.page.waitForSelector(selector, { visible: true, timeout: 15_000 });
    if (found === null) throw new Error(`${selector} is not there.`);
    return found;
  }
}
