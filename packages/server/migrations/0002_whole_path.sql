CREATE TABLE `trainings` (
	`organization_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`delivered_on` text NOT NULL,
	PRIMARY KEY(`organization_id`, `id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `trainings_delivered` ON `trainings` (`organization_id`,`delivered_on`);--> statement-breakpoint
CREATE TABLE `trial_enrolments` (
	`organization_id` text NOT NULL,
	`feature_id` text NOT NULL,
	`feature_name` text NOT NULL,
	PRIMARY KEY(`organization_id`, `feature_id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `tickets` ADD `merged_into` text;