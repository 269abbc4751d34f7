CREATE TABLE `improvement_comments` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`request` integer NOT NULL,
	`author_kind` text NOT NULL,
	`author_id` text NOT NULL,
	`organization_id` text,
	`at` integer NOT NULL,
	`text` text,
	`hidden_at` integer,
	`hidden_reason` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `improvement_comments_id` ON `improvement_comments` (`id`);--> statement-breakpoint
CREATE INDEX `improvement_comments_request` ON `improvement_comments` (`request`,`number`);--> statement-breakpoint
CREATE INDEX `improvement_comments_author` ON `improvement_comments` (`author_id`,`number`);--> statement-breakpoint
CREATE TABLE `improvement_decisions` (
	`request` integer NOT NULL,
	`month` text NOT NULL,
	`status` text NOT NULL,
	`rationale` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`request`, `month`),
	CONSTRAINT "improvement_decisions_motivated" CHECK(length(trim(rationale)) >= 25)
);
--> statement-breakpoint
CREATE INDEX `improvement_decisions_month` ON `improvement_decisions` (`month`,`request`);--> statement-breakpoint
CREATE INDEX `improvement_decisions_at` ON `improvement_decisions` (`at`,`request`);--> statement-breakpoint
CREATE TABLE `improvement_drafts` (
	`month` text NOT NULL,
	`request` integer NOT NULL,
	`status` text NOT NULL,
	`rationale` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`month`, `request`),
	CONSTRAINT "improvement_drafts_motivated" CHECK(length(trim(rationale)) >= 25)
);
--> statement-breakpoint
CREATE INDEX `improvement_drafts_request` ON `improvement_drafts` (`request`);--> statement-breakpoint
CREATE TABLE `improvement_events` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`version` integer NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`payload` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `improvement_events_subject_version` ON `improvement_events` (`subject`,`version`);--> statement-breakpoint
CREATE TABLE `improvement_fits` (
	`request` integer NOT NULL,
	`teomaster_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`fits` integer NOT NULL,
	`remark` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`request`, `teomaster_id`)
);
--> statement-breakpoint
CREATE INDEX `improvement_fits_at` ON `improvement_fits` (`request`,`at`);--> statement-breakpoint
CREATE TABLE `improvement_follows` (
	`request` integer NOT NULL,
	`teomaster_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`request`, `teomaster_id`)
);
--> statement-breakpoint
CREATE INDEX `improvement_follows_person` ON `improvement_follows` (`teomaster_id`,`request`);--> statement-breakpoint
CREATE TABLE `improvement_notice_items` (
	`teomaster_id` text NOT NULL,
	`month` text NOT NULL,
	`request` integer NOT NULL,
	`why` text NOT NULL,
	PRIMARY KEY(`teomaster_id`, `month`, `request`)
);
--> statement-breakpoint
CREATE TABLE `improvement_notices` (
	`teomaster_id` text NOT NULL,
	`month` text NOT NULL,
	`read_at` integer,
	PRIMARY KEY(`teomaster_id`, `month`)
);
--> statement-breakpoint
CREATE TABLE `improvement_reviews` (
	`month` text PRIMARY KEY NOT NULL,
	`published_at` integer,
	`version` integer NOT NULL,
	`head_hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `improvement_team_texts` (
	`position` integer NOT NULL,
	`path` text NOT NULL,
	`salt` text,
	`text` text,
	PRIMARY KEY(`position`, `path`)
);
--> statement-breakpoint
CREATE TABLE `improvement_texts` (
	`position` integer NOT NULL,
	`path` text NOT NULL,
	`salt` text,
	`text` text,
	PRIMARY KEY(`position`, `path`)
);
--> statement-breakpoint
CREATE TABLE `improvement_votes` (
	`request` integer NOT NULL,
	`teomaster_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`request`, `teomaster_id`)
);
--> statement-breakpoint
CREATE INDEX `improvement_votes_person` ON `improvement_votes` (`teomaster_id`,`request`);--> statement-breakpoint
CREATE INDEX `improvement_votes_organization` ON `improvement_votes` (`organization_id`,`request`);--> statement-breakpoint
CREATE TABLE `improvements` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`organization_id` text NOT NULL,
	`author_id` text NOT NULL,
	`module` text NOT NULL,
	`role` text,
	`need` text,
	`purpose` text,
	`status` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`first_decision_due` integer NOT NULL,
	`decided_at` integer,
	`merged_into` integer,
	`shelf` text NOT NULL,
	`votes` integer NOT NULL,
	`organizations` integer NOT NULL,
	`comments` integer NOT NULL,
	`release` text,
	`article` text,
	`hidden_at` integer,
	`hidden_reason` text,
	`version` integer NOT NULL,
	`head_hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `improvements_id` ON `improvements` (`id`);--> statement-breakpoint
CREATE INDEX `improvements_votes` ON `improvements` (`shelf`,`votes`,`number`,`status`,`module`,`first_decision_due`);--> statement-breakpoint
CREATE INDEX `improvements_status_votes` ON `improvements` (`shelf`,`status`,`votes`,`number`,`module`,`first_decision_due`);--> statement-breakpoint
CREATE INDEX `improvements_submitted` ON `improvements` (`shelf`,`submitted_at`,`number`,`status`,`module`,`first_decision_due`);--> statement-breakpoint
CREATE INDEX `improvements_status_submitted` ON `improvements` (`shelf`,`status`,`submitted_at`,`number`,`module`,`first_decision_due`);--> statement-breakpoint
CREATE INDEX `improvements_decided` ON `improvements` (`shelf`,`decided_at`,`number`,`status`,`module`,`first_decision_due`);--> statement-breakpoint
CREATE INDEX `improvements_status_decided` ON `improvements` (`shelf`,`status`,`decided_at`,`number`,`module`,`first_decision_due`);--> statement-breakpoint
CREATE INDEX `improvements_due` ON `improvements` (`shelf`,`status`,`first_decision_due`);--> statement-breakpoint
CREATE INDEX `improvements_author` ON `improvements` (`author_id`,`number`);--> statement-breakpoint
CREATE INDEX `improvements_organization` ON `improvements` (`organization_id`,`number`);--> statement-breakpoint
CREATE INDEX `improvements_merged` ON `improvements` (`merged_into`) WHERE merged_into is not null;--> statement-breakpoint
-- The words of the requests, for searching them and for finding those that are alike. Terms come folded and separated by
-- spaces; the signs within a code belong to it. What is taken out of the index leaves no trace in it.
CREATE VIRTUAL TABLE `improvement_words` USING fts5(stems, forms, tokenize = "ascii tokenchars '-_./'", detail = column);--> statement-breakpoint
INSERT INTO `improvement_words`(`improvement_words`, rank) VALUES ('secure-delete', 1);--> statement-breakpoint
-- The words that there are: those with a beginning are taken one after the other, and the rarest lead to what is alike.
CREATE VIRTUAL TABLE `improvement_vocabulary` USING fts5vocab(`improvement_words`, instance);--> statement-breakpoint
CREATE VIRTUAL TABLE `improvement_spread` USING fts5vocab(`improvement_words`, row);--> statement-breakpoint
-- The log of the forum only grows. The guards before inserts also stop INSERT OR REPLACE, which fires no delete trigger
-- unless recursive triggers are on.
CREATE TRIGGER improvement_events_never_updated BEFORE UPDATE ON improvement_events
BEGIN
  SELECT RAISE(ABORT, 'the log of the forum is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER improvement_events_never_deleted BEFORE DELETE ON improvement_events
BEGIN
  SELECT RAISE(ABORT, 'the log of the forum is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER improvement_events_never_replaced BEFORE INSERT ON improvement_events
WHEN EXISTS (SELECT 1 FROM improvement_events WHERE position = NEW.position)
  OR EXISTS (SELECT 1 FROM improvement_events WHERE subject = NEW.subject AND version = NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'the log of the forum is append-only: this version is taken');
END;
--> statement-breakpoint
CREATE TRIGGER improvement_texts_only_erased BEFORE UPDATE ON improvement_texts
WHEN NEW.text IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.position <> OLD.position OR NEW.path <> OLD.path
BEGIN
  SELECT RAISE(ABORT, 'words can be erased, never rewritten');
END;
--> statement-breakpoint
CREATE TRIGGER improvement_texts_never_deleted BEFORE DELETE ON improvement_texts
BEGIN
  SELECT RAISE(ABORT, 'words can be erased, never removed');
END;
--> statement-breakpoint
CREATE TRIGGER improvement_texts_never_replaced BEFORE INSERT ON improvement_texts
WHEN EXISTS (SELECT 1 FROM improvement_texts WHERE position = NEW.position AND path = NEW.path)
BEGIN
  SELECT RAISE(ABORT, 'words can be erased, never rewritten');
END;
--> statement-breakpoint
CREATE TRIGGER improvement_team_texts_only_erased BEFORE UPDATE ON improvement_team_texts
WHEN NEW.text IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.position <> OLD.position OR NEW.path <> OLD.path
BEGIN
  SELECT RAISE(ABORT, 'words can be erased, never rewritten');
END;
--> statement-breakpoint
CREATE TRIGGER improvement_team_texts_never_deleted BEFORE DELETE ON improvement_team_texts
BEGIN
  SELECT RAISE(ABORT, 'words can be erased, never removed');
END;
--> statement-breakpoint
CREATE TRIGGER improvement_team_texts_never_replaced BEFORE INSERT ON improvement_team_texts
WHEN EXISTS (SELECT 1 FROM improvement_team_texts WHERE position = NEW.position AND path = NEW.path)
BEGIN
  SELECT RAISE(ABORT, 'words can be erased, never rewritten');
END;
--> statement-breakpoint
-- A decision that was published stays as it was published.
CREATE TRIGGER improvement_decisions_never_updated BEFORE UPDATE ON improvement_decisions
BEGIN
  SELECT RAISE(ABORT, 'what was decided is never rewritten');
END;
--> statement-breakpoint
CREATE TRIGGER improvement_decisions_never_deleted BEFORE DELETE ON improvement_decisions
BEGIN
  SELECT RAISE(ABORT, 'what was decided is never rewritten');
END;
