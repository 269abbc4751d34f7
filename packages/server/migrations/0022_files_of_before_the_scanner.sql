ALTER TABLE `files` ADD `held_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `files_unscanned` ON `files` (`id`) WHERE scan = 'none';