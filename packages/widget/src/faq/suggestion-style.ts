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
  .line {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .line .link {
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
