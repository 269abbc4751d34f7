CREATE TABLE `reading_marks` (
	`teomaster_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`teomaster_id`, `ticket_id`)
);
--> statement-breakpoint
CREATE INDEX `reading_marks_latest` ON `reading_marks` (`teomaster_id`,`at`);--> statement-breakpoint
-- Nobody is to find years of tickets unread because nothing was noted so far.
INSERT INTO `reading_marks` (`teomaster_id`, `ticket_id`, `version`, `at`)
SELECT `requester_id`, `id`, `public_version`, `changed_at` FROM `tickets` WHERE `public_version` > 1;
