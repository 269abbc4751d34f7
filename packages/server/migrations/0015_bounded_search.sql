CREATE TABLE `search_backlog` (
	`id` integer PRIMARY KEY NOT NULL,
	`up_to` integer NOT NULL
);
--> statement-breakpoint
-- The index of words says of each ticket whose it is and among which thousands it stands, so that no search has to go
-- through all of them. It is made again from the log by the server, step by step, beginning with the latest tickets.
DROP TABLE `ticket_vocabulary`;--> statement-breakpoint
DROP TABLE `ticket_team_vocabulary`;--> statement-breakpoint
DROP TABLE `ticket_words`;--> statement-breakpoint
DROP TABLE `ticket_team_words`;--> statement-breakpoint
CREATE VIRTUAL TABLE `ticket_words` USING fts5(stems, forms, marks, tokenize = "ascii tokenchars '-_./'", detail = column, columnsize = 0);--> statement-breakpoint
CREATE VIRTUAL TABLE `ticket_team_words` USING fts5(stems, forms, tokenize = "ascii tokenchars '-_./'", detail = column, columnsize = 0);--> statement-breakpoint
INSERT INTO `ticket_words`(`ticket_words`, rank) VALUES ('secure-delete', 1);--> statement-breakpoint
INSERT INTO `ticket_team_words`(`ticket_team_words`, rank) VALUES ('secure-delete', 1);--> statement-breakpoint
CREATE VIRTUAL TABLE `ticket_vocabulary` USING fts5vocab(`ticket_words`, instance);--> statement-breakpoint
CREATE VIRTUAL TABLE `ticket_team_vocabulary` USING fts5vocab(`ticket_team_words`, instance);--> statement-breakpoint
INSERT INTO `search_backlog` (`id`, `up_to`) SELECT 1, `number` FROM `tickets` ORDER BY `number` DESC LIMIT 1;
