-- Two segments of a size are merged by the server's own merging, instead of four: see search-merge.ts.
INSERT INTO `ticket_words`(`ticket_words`, rank) VALUES ('usermerge', 2);--> statement-breakpoint
INSERT INTO `ticket_team_words`(`ticket_team_words`, rank) VALUES ('usermerge', 2);
