-- The log only grows. The guard before inserts also stops INSERT OR REPLACE, which fires no delete trigger
-- unless recursive triggers are on.
CREATE TRIGGER events_never_updated BEFORE UPDATE ON events
BEGIN
  SELECT RAISE(ABORT, 'the event log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER events_never_deleted BEFORE DELETE ON events
BEGIN
  SELECT RAISE(ABORT, 'the event log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER events_never_replaced BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE position = NEW.position)
  OR EXISTS (SELECT 1 FROM events WHERE ticket_id = NEW.ticket_id AND version = NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'the event log is append-only: this version is taken');
END;
--> statement-breakpoint
-- Words can be erased, never rewritten.
CREATE TRIGGER event_texts_only_erased BEFORE UPDATE ON event_texts
WHEN NEW.text IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.position <> OLD.position OR NEW.path <> OLD.path
BEGIN
  SELECT RAISE(ABORT, 'words can be erased, never rewritten');
END;
--> statement-breakpoint
CREATE TRIGGER event_texts_never_deleted BEFORE DELETE ON event_texts
BEGIN
  SELECT RAISE(ABORT, 'words can be erased, never removed');
END;
--> statement-breakpoint
CREATE TRIGGER event_texts_never_replaced BEFORE INSERT ON event_texts
WHEN EXISTS (SELECT 1 FROM event_texts WHERE position = NEW.position AND path = NEW.path)
BEGIN
  SELECT RAISE(ABORT, 'words can be erased, never rewritten');
END;
--> statement-breakpoint
CREATE TRIGGER internal_note_texts_only_erased BEFORE UPDATE ON internal_note_texts
WHEN NEW.text IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.position <> OLD.position OR NEW.path <> OLD.path
BEGIN
  SELECT RAISE(ABORT, 'words can be erased, never rewritten');
END;
--> statement-breakpoint
CREATE TRIGGER internal_note_texts_never_deleted BEFORE DELETE ON internal_note_texts
BEGIN
  SELECT RAISE(ABORT, 'words can be erased, never removed');
END;
--> statement-breakpoint
CREATE TRIGGER internal_note_texts_never_replaced BEFORE INSERT ON internal_note_texts
WHEN EXISTS (SELECT 1 FROM internal_note_texts WHERE position = NEW.position AND path = NEW.path)
BEGIN
  SELECT RAISE(ABORT, 'words can be erased, never rewritten');
END;
