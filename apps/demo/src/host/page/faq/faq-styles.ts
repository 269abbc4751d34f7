import { css } from 'lit';

/** Search and article side by side; on a narrow screen the article stands in place of the search. */
export const faqStyles = css`
  .faq {
    display: grid;
    grid-template-columns: minmax(0, 380px) minmax(0, 1fr);
    align-items: start;
    gap: var(--_space-6);
  }
  .faq-search {
    position: sticky;
    top: 56px;
    max-height: calc(100dvh - 56px);
    /* Room for the outline of what has the focus, which would be cut otherwise. */
    margin: -4px;
    padding: 4px 4px var(--_space-5);
    overflow: auto;
    scrollbar-width: thin;
  }
  .faq-article {
    padding: var(--_space-5);
    max-width: 720px;
  }
  .faq-article.welcome {
    display: grid;
    justify-items: start;
    gap: var(--_space-3);
  }
  .back {
    display: none;
    margin-bottom: var(--_space-4);
  }
  .help {
    padding: 6px 12px;
    border-radius: var(--_radius);
    color: #fff;
    font-weight: 600;
    text-decoration: none;
  }
  .help:hover,
  .help[aria-current='page'] {
    background: #ffffff1a;
  }
  @media (max-width: 1060px) {
    .faq {
      grid-template-columns: minmax(0, 1fr);
    }
    .faq-search {
      position: static;
      max-height: none;
    }
    .faq.reading .faq-search,
    .faq-article.welcome {
      display: none;
    }
    .back {
      display: inline-flex;
    }
  }
  @media (max-width: 560px) {
    .faq-article {
      padding: var(--_space-4);
    }
  }
`;
