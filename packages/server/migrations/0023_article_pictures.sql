DROP INDEX `files_unclaimed`;--> statement-breakpoint
ALTER TABLE `files` ADD `article_id` text;--> statement-breakpoint
ALTER TABLE `files` ADD `in_edition` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `files_article` ON `files` (`article_id`) WHERE article_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `files_unclaimed` ON `files` (`seen_at`) WHERE ticket_id IS NULL AND article_id IS NULL;