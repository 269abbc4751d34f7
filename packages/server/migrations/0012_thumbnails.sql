ALTER TABLE `files` ADD `thumbnail_digest` text;--> statement-breakpoint
ALTER TABLE `files` ADD `thumbnail_bytes` integer;