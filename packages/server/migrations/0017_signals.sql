-- What changes without an event is counted here, so that open streams learn of it whoever has changed it.
CREATE TRIGGER signals_api_keys AFTER UPDATE OF organization_id, "groups", expires_at, revoked_at ON api_keys
BEGIN
  INSERT INTO signals (name, count) VALUES ('rights', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER signals_staff AFTER UPDATE OF role, services, deactivated_at ON staff
BEGIN
  INSERT INTO signals (name, count) VALUES ('rights', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER signals_staff_sessions AFTER DELETE ON staff_sessions
BEGIN
  INSERT INTO signals (name, count) VALUES ('rights', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER signals_teomasters AFTER UPDATE OF organization_id ON teomasters
WHEN old.organization_id <> new.organization_id
BEGIN
  INSERT INTO signals (name, count) VALUES ('rights', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER signals_presences_inserted AFTER INSERT ON presences
BEGIN
  INSERT INTO signals (name, count) VALUES ('presence', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER signals_presences_updated AFTER UPDATE OF doing, until ON presences
BEGIN
  INSERT INTO signals (name, count) VALUES ('presence', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER signals_presences_deleted AFTER DELETE ON presences
BEGIN
  INSERT INTO signals (name, count) VALUES ('presence', 1) ON CONFLICT (name) DO UPDATE SET count = count + 1;
END;
