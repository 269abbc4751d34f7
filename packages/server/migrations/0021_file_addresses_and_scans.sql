CREATE TABLE `file_address_keys` (
	`day` integer PRIMARY KEY NOT NULL,
	`secret` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `files` ADD `scan` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `files` ADD `scan_due_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `files` ADD `scan_tries` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `files_held` ON `files` (`scan_due_at`) WHERE scan = 'held';