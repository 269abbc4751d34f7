ALTER TABLE `tickets` ADD `carrier` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `awaited_views` text DEFAULT '[]' NOT NULL;