ALTER TABLE `tickets` ADD `first_answered` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `assigned` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `wake_at` integer;--> statement-breakpoint
CREATE INDEX `tickets_wake` ON `tickets` (`wake_at`);