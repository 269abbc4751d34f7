import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import type { FiledDetail } from './launcher/settings.js';
import { TeoSupport as TeoSupportElement } from './launcher/teo-support.js';
import './teo-support.js';

/**
 * What the wrapper asks about which names are properties: it looks at the prototype alone, and fields stand on each
 * element. Never made.
 */
class Declared extends TeoSupportElement {}
for (const name of ['getToken', 'getContext', 'fetch'])
  Object.defineProperty(Declared.prototype, name, { writable: true });

const Element = createComponent({
  tagName: 'teo-support',
  elementClass: Declared,
  react: React,
  events: {
    onOpened: 'teo-support-open',
    onClosed: 'teo-support-close',
    onFiled: 'teo-support-filed' as EventName<CustomEvent<FiledDetail>>,
  },
});

/** The attributes and properties of `<teo-support>`, as React names them. */
export interface TeoSupportProps {
  readonly baseUrl?: string;
  readonly tokenUrl?: string;
  readonly getToken?: TeoSupportElement['getToken'];
  readonly getContext?: TeoSupportElement['getContext'];
  readonly lang?: 'fr' | 'en';
  readonly module?: string;
  readonly hostVersion?: string;
  /** Leaves the page's `console.error` alone. */
  readonly withoutConsole?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly className?: string;
  readonly onOpened?: () => void;
  readonly onClosed?: () => void;
  readonly onFiled?: (event: CustomEvent<FiledDetail>) => void;
}

/**
 * The widget as a component of React. Its ref is the element, for its methods: `ref.current.compose('malfunction')`.
 *
 * @example
 * <TeoSupport baseUrl="https://support.example.fr" getToken={askOurServer} onFiled={({ detail }) => log(detail.reference)} />
 */
export const TeoSupport = React.forwardRef<TeoSupportElement, TeoSupportProps>(
  function TeoSupport(props, ref) {
    const { baseUrl, tokenUrl, hostVersion, withoutConsole, colorScheme, ...others } = props;
    const attributes = {
      'base-url': baseUrl,
      'token-url': tokenUrl,
      'host-version': hostVersion,
      'without-console': withoutConsole === true ? '' : undefined,
      'color-scheme': colorScheme,
    };
    return React.createElement(Element, { ...attributes, ...others, ref });
  },
);
