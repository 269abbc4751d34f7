DROP INDEX `tickets_due`;--> statement-breakpoint
DROP INDEX `tickets_filed`;--> statement-breakpoint
DROP INDEX `tickets_changed`;--> statement-breakpoint
DROP INDEX `tickets_priority`;--> statement-breakpoint
DROP INDEX `tickets_phase_due`;--> statement-breakpoint
DROP INDEX `tickets_phase_filed`;--> statement-breakpoint
DROP INDEX `tickets_phase_changed`;--> statement-breakpoint
DROP INDEX `tickets_phase_priority`;--> statement-breakpoint
CREATE INDEX `tickets_agent_due` ON `tickets` (`agent_id`,`phase`,`queue_at`,`number`) WHERE agent_id is not null;--> statement-breakpoint
CREATE INDEX `tickets_awaited_due` ON `tickets` (`queue_at`,`number`) WHERE awaited_views <> '[]';--> statement-breakpoint
CREATE INDEX `tickets_agent_filed` ON `tickets` (`agent_id`,`phase`,`filed_at`,`number`) WHERE agent_id is not null;--> statement-breakpoint
CREATE INDEX `tickets_awaited_filed` ON `tickets` (`filed_at`,`number`) WHERE awaited_views <> '[]';--> statement-breakpoint
CREATE INDEX `tickets_agent_changed` ON `tickets` (`agent_id`,`phase`,`changed_at`,`number`) WHERE agent_id is not null;--> statement-breakpoint
CREATE INDEX `tickets_awaited_changed` ON `tickets` (`changed_at`,`number`) WHERE awaited_views <> '[]';--> statement-breakpoint
CREATE INDEX `tickets_agent_priority` ON `tickets` (`agent_id`,`phase`,`priority_at`,`number`) WHERE agent_id is not null;--> statement-breakpoint
CREATE INDEX `tickets_awaited_priority` ON `tickets` (`priority_at`,`number`) WHERE awaited_views <> '[]';--> statement-breakpoint
CREATE INDEX `tickets_due` ON `tickets` (`queue_at`,`number`,`phase`,`status`,`service`,`agent_id`,`priority`,`type`);--> statement-breakpoint
CREATE INDEX `tickets_filed` ON `tickets` (`filed_at`,`number`,`phase`,`status`,`service`,`agent_id`,`priority`,`type`,`queue_at`);--> statement-breakpoint
CREATE INDEX `tickets_changed` ON `tickets` (`changed_at`,`number`,`phase`,`status`,`service`,`agent_id`,`priority`,`type`,`queue_at`);--> statement-breakpoint
CREATE INDEX `tickets_priority` ON `tickets` (`priority_at`,`number`,`phase`,`status`,`service`,`agent_id`,`priority`,`type`,`queue_at`);--> statement-breakpoint
CREATE INDEX `tickets_phase_due` ON `tickets` (`phase`,`queue_at`,`number`,`status`,`service`,`agent_id`,`priority`,`type`);--> statement-breakpoint
CREATE INDEX `tickets_phase_filed` ON `tickets` (`phase`,`filed_at`,`number`,`status`,`service`,`agent_id`,`priority`,`type`,`queue_at`);--> statement-breakpoint
CREATE INDEX `tickets_phase_changed` ON `tickets` (`phase`,`changed_at`,`number`,`status`,`service`,`agent_id`,`priority`,`type`,`queue_at`);--> statement-breakpoint
CREATE INDEX `tickets_phase_priority` ON `tickets` (`phase`,`priority_at`,`number`,`status`,`service`,`agent_id`,`priority`,`type`,`queue_at`);
--> statement-breakpoint
-- What was answered and may still be turned down is told apart from what is done.
UPDATE `tickets` SET `phase` = 'resolved' WHERE `status` = 'resolved' AND `phase` = 'done';--> statement-breakpoint
-- The index of words also says whose a ticket is. It is made again from the log at the next start, being empty.
DROP TABLE `ticket_words`;--> statement-breakpoint
CREATE VIRTUAL TABLE `ticket_words` USING fts5(stems, forms, owners, tokenize = "ascii tokenchars '-_./'", detail = column);--> statement-breakpoint
INSERT INTO `ticket_words`(`ticket_words`, rank) VALUES ('secure-delete', 1);--> statement-breakpoint
-- The words that there are, from which those with a beginning are taken one after the other.
CREATE VIRTUAL TABLE `ticket_vocabulary` USING fts5vocab(`ticket_words`, instance);--> statement-breakpoint
CREATE VIRTUAL TABLE `ticket_team_vocabulary` USING fts5vocab(`ticket_team_words`, instance);
