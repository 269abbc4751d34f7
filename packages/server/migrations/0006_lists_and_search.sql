DROP INDEX `tickets_queue`;--> statement-breakpoint
DROP INDEX `tickets_queue_status`;--> statement-breakpoint
ALTER TABLE `tickets` DROP COLUMN `search_text`;--> statement-breakpoint
ALTER TABLE `tickets` ADD `phase` text NOT NULL DEFAULT 'unresolved';--> statement-breakpoint
ALTER TABLE `tickets` ADD `priority_at` integer NOT NULL DEFAULT 0;--> statement-breakpoint
UPDATE `tickets` SET
	`phase` = CASE WHEN `merged_into` IS NOT NULL THEN 'merged' WHEN `ended_at` IS NOT NULL THEN 'done' ELSE 'unresolved' END,
	`queue_at` = min(`queue_at`, 9999999999999);--> statement-breakpoint
UPDATE `tickets` SET `priority_at` = `queue_at` + 99999999999990 *
	CASE `priority` WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END;--> statement-breakpoint
CREATE INDEX `tickets_due` ON `tickets` (`queue_at`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_filed` ON `tickets` (`filed_at`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_changed` ON `tickets` (`changed_at`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_priority` ON `tickets` (`priority_at`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_phase_due` ON `tickets` (`phase`,`queue_at`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_phase_filed` ON `tickets` (`phase`,`filed_at`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_phase_changed` ON `tickets` (`phase`,`changed_at`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_phase_priority` ON `tickets` (`phase`,`priority_at`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_organization_due` ON `tickets` (`organization_id`,`queue_at`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_organization_filed` ON `tickets` (`organization_id`,`filed_at`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_organization_priority` ON `tickets` (`organization_id`,`priority_at`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_requester_filed` ON `tickets` (`requester_id`,`filed_at`,`number`);--> statement-breakpoint
-- The words of the tickets, made by the server: what everyone concerned may read and what the team keeps to itself are
-- two tables. Terms come folded and separated by spaces; the signs within a code belong to it.
CREATE VIRTUAL TABLE `ticket_words` USING fts5(stems, forms, tokenize = "ascii tokenchars '-_./'", detail = column);--> statement-breakpoint
CREATE VIRTUAL TABLE `ticket_team_words` USING fts5(stems, forms, tokenize = "ascii tokenchars '-_./'", detail = column);--> statement-breakpoint
-- What is taken out of the index leaves no trace in it.
INSERT INTO `ticket_words`(`ticket_words`, rank) VALUES ('secure-delete', 1);--> statement-breakpoint
INSERT INTO `ticket_team_words`(`ticket_team_words`, rank) VALUES ('secure-delete', 1);--> statement-breakpoint
-- The names by which the team finds people and organizations. Triggers keep them, whoever writes a name.
CREATE VIRTUAL TABLE `people_words` USING fts5(id UNINDEXED, name, tokenize = "unicode61 remove_diacritics 2");--> statement-breakpoint
INSERT INTO `people_words`(`people_words`, rank) VALUES ('secure-delete', 1);--> statement-breakpoint
INSERT INTO `people_words`(id, name) SELECT id, replace(replace(replace(replace(name || ' ' || email, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE') FROM `teomasters`;--> statement-breakpoint
INSERT INTO `people_words`(id, name) SELECT id, replace(replace(replace(replace(name, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE') FROM `organizations`;--> statement-breakpoint
CREATE TRIGGER `teomasters_named` AFTER INSERT ON `teomasters`
BEGIN
	INSERT INTO people_words(id, name) VALUES (NEW.id, replace(replace(replace(replace(NEW.name || ' ' || NEW.email, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'));
END;--> statement-breakpoint
CREATE TRIGGER `teomasters_renamed` AFTER UPDATE OF name, email ON `teomasters`
WHEN NEW.name <> OLD.name OR NEW.email <> OLD.email
BEGIN
	DELETE FROM people_words WHERE id = OLD.id;
	INSERT INTO people_words(id, name) VALUES (NEW.id, replace(replace(replace(replace(NEW.name || ' ' || NEW.email, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'));
END;--> statement-breakpoint
CREATE TRIGGER `teomasters_forgotten` AFTER DELETE ON `teomasters`
BEGIN
	DELETE FROM people_words WHERE id = OLD.id;
END;--> statement-breakpoint
CREATE TRIGGER `organizations_named` AFTER INSERT ON `organizations`
BEGIN
	INSERT INTO people_words(id, name) VALUES (NEW.id, replace(replace(replace(replace(NEW.name, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'));
END;--> statement-breakpoint
CREATE TRIGGER `organizations_renamed` AFTER UPDATE OF name ON `organizations`
WHEN NEW.name <> OLD.name
BEGIN
	DELETE FROM people_words WHERE id = OLD.id;
	INSERT INTO people_words(id, name) VALUES (NEW.id, replace(replace(replace(replace(NEW.name, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'));
END;--> statement-breakpoint
CREATE TRIGGER `organizations_forgotten` AFTER DELETE ON `organizations`
BEGIN
	DELETE FROM people_words WHERE id = OLD.id;
END;
