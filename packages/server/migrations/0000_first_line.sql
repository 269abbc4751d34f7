CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`name` text,
	`uploader_id` text NOT NULL,
	`ticket_id` text,
	`organization_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `files_uploader` ON `files` (`uploader_id`);--> statement-breakpoint
CREATE INDEX `files_ticket` ON `files` (`ticket_id`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`external_id` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_external` ON `organizations` (`issuer`,`external_id`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`services` text NOT NULL,
	`password_hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email` ON `staff` (`email`);--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`digest` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `teomasters` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`locale` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `teomasters_subject` ON `teomasters` (`issuer`,`subject`);--> statement-breakpoint
CREATE TABLE `event_texts` (
	`position` integer NOT NULL,
	`path` text NOT NULL,
	`salt` text,
	`text` text,
	PRIMARY KEY(`position`, `path`)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ticket_id` text NOT NULL,
	`version` integer NOT NULL,
	`organization_id` text NOT NULL,
	`type` text NOT NULL,
	`audience` text NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`payload` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_ticket_version` ON `events` (`ticket_id`,`version`);--> statement-breakpoint
CREATE INDEX `events_organization_position` ON `events` (`organization_id`,`position`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`caller` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`ticket_id` text NOT NULL,
	`created_at` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`caller`, `key`)
);
--> statement-breakpoint
CREATE TABLE `internal_note_texts` (
	`position` integer NOT NULL,
	`path` text NOT NULL,
	`salt` text,
	`text` text,
	PRIMARY KEY(`position`, `path`)
);
--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`type` text NOT NULL,
	`organization_id` text NOT NULL,
	`requester_id` text NOT NULL,
	`status` text NOT NULL,
	`priority` text NOT NULL,
	`service` text NOT NULL,
	`agent_id` text,
	`subject` text,
	`search_text` text NOT NULL,
	`verdict` text,
	`transferred_at` integer,
	`policy_version` text NOT NULL,
	`pauses` text NOT NULL,
	`filed_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`ended_at` integer,
	`queue_at` integer NOT NULL,
	`version` integer NOT NULL,
	`public_version` integer NOT NULL,
	`head_hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_number` ON `tickets` (`number`);--> statement-breakpoint
CREATE INDEX `tickets_queue` ON `tickets` (`queue_at`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_queue_status` ON `tickets` (`status`,`queue_at`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_organization_changed` ON `tickets` (`organization_id`,`changed_at`,`number`);--> statement-breakpoint
CREATE INDEX `tickets_requester_changed` ON `tickets` (`requester_id`,`changed_at`,`number`);