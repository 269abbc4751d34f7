import { css } from 'lit';

/** Whose words they are is told by ground, place and words: the team's to the right, notes on paper of their own. */
export const timelineStyles = css`
  .timeline,
  .timeline > li {
    display: grid;
    gap: var(--_space-3);
    min-width: 0;
  }
  .message {
    display: grid;
    gap: var(--_space-2);
    padding: var(--_space-3) var(--_space-4) var(--_space-4);
    transition: background var(--_slow);
  }
  .message header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 6px;
    font-size: 13.5px;
  }
  .message .side {
    margin-left: auto;
    color: var(--_ink-2);
    font-size: var(--_size-s);
  }
  .message.staff {
    margin-left: var(--_space-6);
    border-color: transparent;
    background: var(--_accent-soft);
    box-shadow: none;
  }
  .message.resolution {
    margin-left: var(--_space-6);
    border-color: transparent;
    background: var(--_success-soft);
    box-shadow: none;
  }
  .message.note {
    margin-left: var(--_space-6);
    border: 1px dashed var(--_note-line);
    background: var(--_note-soft);
    box-shadow: none;
  }
  .message.note :is(header, .muted, .side) {
    color: var(--_note);
  }
  .message.note .by {
    font-weight: 500;
  }
  .event {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-3);
    padding-inline: 4px;
    font-size: 13.5px;
  }
  .event .sign {
    display: grid;
    flex: none;
    place-items: center;
    width: 26px;
    height: 26px;
    margin-block: -3px;
    border-radius: 50%;
    background: var(--_surface-3);
    color: var(--_ink-2);
  }
  .event .sign .icon {
    width: 14px;
    height: 14px;
  }
  .event.approaching .sign {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .event.missed .sign {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .aside {
    margin-left: 42px;
    padding: var(--_space-3) var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .followed.aside {
    padding-left: 36px;
  }
  .clock-mark {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    color: var(--_info);
    font: 550 var(--_size-s) / 1.4 var(--_font);
  }
  .clock-mark span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .clock-mark::before,
  .clock-mark::after {
    content: '';
    flex: 1;
    border-top: 1px dashed var(--_line-strong);
    opacity: 0.5;
  }
  @media (max-width: 600px) {
    .message:is(.staff, .note, .resolution) {
      margin-left: var(--_space-3);
    }
    .aside {
      margin-left: 0;
    }
  }
`;
