import { css } from 'lit';

export const suggestionStyle = css`
  :host {
    display: flex;
    flex-direction: column;
  }
  :host > p {
    margin: auto;
    text-align: center;
  }
  .line,
  .line .link {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .line .link {
    display: block;
    max-width: 100%;
    width: fit-content;
    padding: 5px 0;
  }
  :host > .link {
    align-self: end;
    margin-top: auto;
  }
  @media (pointer: coarse) {
    .link {
      min-height: 36px;
    }
  }
`;
