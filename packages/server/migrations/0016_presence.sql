CREATE TABLE `presences` (
	`ticket_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`visit` text NOT NULL,
	`organization_id` text NOT NULL,
	`doing` text NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`ticket_id`, `staff_id`, `visit`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `presences_until` ON `presences` (`until`);--> statement-breakpoint
CREATE TABLE `signals` (
	`name` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL
);
