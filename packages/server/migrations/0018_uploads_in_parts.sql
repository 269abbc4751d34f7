CREATE TABLE `content_removals` (
	`digest` text PRIMARY KEY NOT NULL,
	`taken_until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `upload_parts` (
	`upload_id` text NOT NULL,
	`offset` integer NOT NULL,
	`digest` text NOT NULL,
	`bytes` integer NOT NULL,
	PRIMARY KEY(`upload_id`, `offset`)
);
--> statement-breakpoint
CREATE INDEX `upload_parts_digest` ON `upload_parts` (`digest`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`uploader_id` text NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`digest` text,
	`received` integer NOT NULL,
	`file_id` text,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `uploads_uploader` ON `uploads` (`uploader_id`);--> statement-breakpoint
CREATE INDEX `uploads_changed` ON `uploads` (`changed_at`);--> statement-breakpoint
ALTER TABLE `files` ADD `state` text DEFAULT 'available' NOT NULL;--> statement-breakpoint
ALTER TABLE `files` ADD `seen_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `files_digest` ON `files` (`digest`);--> statement-breakpoint
CREATE INDEX `files_thumbnail` ON `files` (`thumbnail_digest`) WHERE thumbnail_digest IS NOT NULL;--> statement-breakpoint
CREATE INDEX `files_unclaimed` ON `files` (`seen_at`) WHERE ticket_id IS NULL;--> statement-breakpoint
UPDATE `files` SET `seen_at` = `created_at`;
