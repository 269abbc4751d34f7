-- What changes without an event is counted here, so that open streams learn of it whoever has changed it.
INSERT INTO signals (name, count) VALUES ('rights', 0), ('presence', 0);
--> statement-breakpoint
CREATE TRIGGER signals_api_keys AFTER UPDATE OF organization_id, "groups", expires_at, revoked_at ON api_keys
BEGIN
  UPDATE signals SET count = count + 1 WHERE name = 'rights';
END;
--> statement-breakpoint
CREATE TRIGGER signals_staff AFTER UPDATE OF role, services, deactivated_at ON staff
BEGIN
  UPDATE signals SET count = count + 1 WHERE name = 'rights';
END;
--> statement-breakpoint
CREATE TRIGGER signals_staff_sessions AFTER DELETE ON staff_sessions
BEGIN
  UPDATE signals SET count = count + 1 WHERE name = 'rights';
END;
--> statement-breakpoint
CREATE TRIGGER signals_teomasters AFTER UPDATE OF organization_id ON teomasters
WHEN old.organization_id <> new.organization_id
BEGIN
  UPDATE signals SET count = count + 1 WHERE name = 'rights';
END;
--> statement-breakpoint
CREATE TRIGGER signals_presences_inserted AFTER INSERT ON presences
BEGIN
  UPDATE signals SET count = count + 1 WHERE name = 'presence';
END;
--> statement-breakpoint
CREATE TRIGGER signals_presences_updated AFTER UPDATE OF doing, until ON presences
BEGIN
  UPDATE signals SET count = count + 1 WHERE name = 'presence';
END;
--> statement-breakpoint
CREATE TRIGGER signals_presences_deleted AFTER DELETE ON presences
BEGIN
  UPDATE signals SET count = count + 1 WHERE name = 'presence';
END;
