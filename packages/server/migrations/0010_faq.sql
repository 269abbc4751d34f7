CREATE TABLE `faq_articles` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`search_title` text NOT NULL,
	`state` text NOT NULL,
	`stage` text NOT NULL,
	`modules` text NOT NULL,
	`review_due` integer,
	`changed_at` integer NOT NULL,
	`version` integer NOT NULL,
	`article` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `faq_articles_changed` ON `faq_articles` (`changed_at`,`id`);--> statement-breakpoint
CREATE INDEX `faq_articles_state` ON `faq_articles` (`state`,`changed_at`,`id`);--> statement-breakpoint
CREATE TABLE `faq_events` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`version` integer NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`event` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `faq_events_subject_version` ON `faq_events` (`subject`,`version`);--> statement-breakpoint
CREATE TABLE `faq_gap_closings` (
	`gap` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `faq_ratings` (
	`article_id` text NOT NULL,
	`teomaster_id` text NOT NULL,
	`helpful` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`article_id`, `teomaster_id`)
);
--> statement-breakpoint
CREATE TABLE `faq_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`teomaster_id` text NOT NULL,
	`at` integer NOT NULL,
	`q` text NOT NULL,
	`module` text,
	`outcome` text NOT NULL,
	`gap` text,
	`ticket_id` text
);
--> statement-breakpoint
CREATE INDEX `faq_searches_gap` ON `faq_searches` (`gap`,`at`);--> statement-breakpoint
CREATE INDEX `faq_searches_ticket` ON `faq_searches` (`ticket_id`);--> statement-breakpoint
CREATE TABLE `faq_shown` (
	`search_id` text NOT NULL,
	`article_id` text NOT NULL,
	`place` integer NOT NULL,
	`opened` integer NOT NULL,
	`solved` integer NOT NULL,
	PRIMARY KEY(`search_id`, `article_id`),
	FOREIGN KEY (`search_id`) REFERENCES `faq_searches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `faq_shown_article` ON `faq_shown` (`article_id`);--> statement-breakpoint
CREATE TABLE `faq_synonyms` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`groups` text NOT NULL
);
--> statement-breakpoint
-- The log of the FAQ only grows. The guard before inserts also stops INSERT OR REPLACE, which fires no delete trigger
-- unless recursive triggers are on.
CREATE TRIGGER faq_events_never_updated BEFORE UPDATE ON faq_events
BEGIN
  SELECT RAISE(ABORT, 'the log of the FAQ is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER faq_events_never_deleted BEFORE DELETE ON faq_events
BEGIN
  SELECT RAISE(ABORT, 'the log of the FAQ is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER faq_events_never_replaced BEFORE INSERT ON faq_events
WHEN EXISTS (SELECT 1 FROM faq_events WHERE position = NEW.position)
  OR EXISTS (SELECT 1 FROM faq_events WHERE subject = NEW.subject AND version = NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'the log of the FAQ is append-only: this version is taken');
END;
