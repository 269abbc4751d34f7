CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`hint` text NOT NULL,
	`name` text NOT NULL,
	`organization_id` text NOT NULL,
	`groups` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`expires_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	`revoked_by` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_digest` ON `api_keys` (`digest`);--> statement-breakpoint
CREATE TABLE `password_links` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `staff_identities` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_identities_staff` ON `staff_identities` (`staff_id`,`issuer`);--> statement-breakpoint
-- Sessions gain a column that no earlier session can fill: everyone signs in anew.
DELETE FROM `staff_sessions`;--> statement-breakpoint
CREATE TABLE `__new_staff` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`services` text NOT NULL,
	`password_hash` text,
	`deactivated_at` integer
);
--> statement-breakpoint
INSERT INTO `__new_staff`("id", "email", "name", "role", "services", "password_hash", "deactivated_at") SELECT "id", "email", "name", "role", "services", "password_hash", NULL FROM `staff`;--> statement-breakpoint
DROP TABLE `staff`;--> statement-breakpoint
ALTER TABLE `__new_staff` RENAME TO `staff`;--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email` ON `staff` (`email`);--> statement-breakpoint
ALTER TABLE `staff_sessions` ADD `last_seen_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `staff_sessions_staff` ON `staff_sessions` (`staff_id`);--> statement-breakpoint
ALTER TABLE `teomasters` ADD `modules` text;--> statement-breakpoint
ALTER TABLE `teomasters` ADD `claims_at` integer DEFAULT 0 NOT NULL;