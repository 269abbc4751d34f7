CREATE TABLE `register_events` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`version` integer NOT NULL,
	`organization_id` text,
	`item_id` text NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`details` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `register_events_subject_version` ON `register_events` (`subject`,`version`);--> statement-breakpoint
CREATE INDEX `register_events_organization` ON `register_events` (`organization_id`,`position`);--> statement-breakpoint
-- The trail only grows. The guard before inserts also stops INSERT OR REPLACE, which fires no delete trigger
-- unless recursive triggers are on.
CREATE TRIGGER register_events_never_updated BEFORE UPDATE ON register_events
BEGIN
  SELECT RAISE(ABORT, 'the trail of the registers is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER register_events_never_deleted BEFORE DELETE ON register_events
BEGIN
  SELECT RAISE(ABORT, 'the trail of the registers is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER register_events_never_replaced BEFORE INSERT ON register_events
WHEN EXISTS (SELECT 1 FROM register_events WHERE position = NEW.position)
  OR EXISTS (SELECT 1 FROM register_events WHERE subject = NEW.subject AND version = NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'the trail of the registers is append-only: this version is taken');
END;
--> statement-breakpoint
CREATE TABLE `trials` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
-- What stood before there was a trail is taken over by it.
INSERT INTO `trials` SELECT `feature_id`, min(`feature_name`), 'open', 1 FROM `trial_enrolments` GROUP BY `feature_id`;--> statement-breakpoint
INSERT INTO `register_events` (`subject`, `version`, `item_id`, `type`, `at`, `actor_kind`, `details`)
SELECT 'trial:' || `id`, 1, `id`, 'trial.defined', unixepoch() * 1000, 'system', json_object('name', `name`) FROM `trials`;--> statement-breakpoint
CREATE TABLE `__new_trial_enrolments` (
	`organization_id` text NOT NULL,
	`trial_id` text NOT NULL,
	`since` integer NOT NULL,
	`ended_at` integer,
	`version` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `trial_id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trial_id`) REFERENCES `trials`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_trial_enrolments`
SELECT `organization_id`, `feature_id`, unixepoch() * 1000, NULL, 1 FROM `trial_enrolments`;--> statement-breakpoint
DROP TABLE `trial_enrolments`;--> statement-breakpoint
ALTER TABLE `__new_trial_enrolments` RENAME TO `trial_enrolments`;--> statement-breakpoint
CREATE INDEX `trial_enrolments_trial` ON `trial_enrolments` (`trial_id`,`organization_id`);--> statement-breakpoint
INSERT INTO `register_events` (`subject`, `version`, `organization_id`, `item_id`, `type`, `at`, `actor_kind`, `details`)
SELECT 'enrolment:' || `organization_id` || ':' || `trial_id`, 1, `organization_id`, `trial_id`, 'trial.enrolled', `since`, 'system', '{}'
FROM `trial_enrolments`;--> statement-breakpoint
ALTER TABLE `trainings` ADD `withdrawn` text;--> statement-breakpoint
ALTER TABLE `trainings` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
INSERT INTO `register_events` (`subject`, `version`, `organization_id`, `item_id`, `type`, `at`, `actor_kind`, `details`)
SELECT 'training:' || `organization_id` || ':' || `id`, 1, `organization_id`, `id`, 'training.recorded', unixepoch() * 1000, 'system',
  json_object('title', `title`, 'deliveredOn', `delivered_on`)
FROM `trainings`;--> statement-breakpoint
ALTER TABLE `organizations` ADD `search_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `organizations` SET `search_name` = lower(`name`);--> statement-breakpoint
CREATE INDEX `organizations_name` ON `organizations` (`search_name`,`id`);
