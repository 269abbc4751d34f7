DROP INDEX `tickets_awaited_due`;--> statement-breakpoint
DROP INDEX `tickets_awaited_filed`;--> statement-breakpoint
DROP INDEX `tickets_awaited_changed`;--> statement-breakpoint
DROP INDEX `tickets_awaited_priority`;--> statement-breakpoint
CREATE INDEX `tickets_awaited_due` ON `tickets` (`queue_at`,`number`,`phase`,`status`,`service`,`agent_id`,`priority`,`type`,`awaited_views`) WHERE awaited_views <> '[]';--> statement-breakpoint
CREATE INDEX `tickets_awaited_filed` ON `tickets` (`filed_at`,`number`,`phase`,`status`,`service`,`agent_id`,`priority`,`type`,`queue_at`,`awaited_views`) WHERE awaited_views <> '[]';--> statement-breakpoint
CREATE INDEX `tickets_awaited_changed` ON `tickets` (`changed_at`,`number`,`phase`,`status`,`service`,`agent_id`,`priority`,`type`,`queue_at`,`awaited_views`) WHERE awaited_views <> '[]';--> statement-breakpoint
CREATE INDEX `tickets_awaited_priority` ON `tickets` (`priority_at`,`number`,`phase`,`status`,`service`,`agent_id`,`priority`,`type`,`queue_at`,`awaited_views`) WHERE awaited_views <> '[]';