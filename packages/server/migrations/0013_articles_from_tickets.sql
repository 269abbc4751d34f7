CREATE TABLE `faq_masks` (
	`article_id` text NOT NULL,
	`mark` text NOT NULL,
	`kind` text NOT NULL,
	`original` text NOT NULL,
	PRIMARY KEY(`article_id`, `mark`)
);
--> statement-breakpoint
CREATE TABLE `faq_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`gap` text NOT NULL,
	`closing` integer NOT NULL,
	`teomaster_id` text NOT NULL,
	`article_id` text NOT NULL,
	`q` text NOT NULL,
	`at` integer NOT NULL,
	`seen_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `faq_notices_once` ON `faq_notices` (`gap`,`closing`,`teomaster_id`);--> statement-breakpoint
CREATE INDEX `faq_notices_teomaster` ON `faq_notices` (`teomaster_id`,`at`);--> statement-breakpoint
CREATE TABLE `faq_texts` (
	`subject` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`subject`, `version`)
);
--> statement-breakpoint
ALTER TABLE `faq_articles` ADD `ticket_id` text;--> statement-breakpoint
CREATE INDEX `faq_articles_ticket` ON `faq_articles` (`ticket_id`);--> statement-breakpoint
ALTER TABLE `faq_searches` ADD `question` text;--> statement-breakpoint
ALTER TABLE `faq_searches` ADD `empty` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `faq_searches_empty` ON `faq_searches` (`question`,`at`) WHERE "faq_searches"."empty" = 1;--> statement-breakpoint
-- What was written before goes where texts stand now, and has what texts have now.
INSERT INTO `faq_texts` (`subject`, `version`, `content`)
SELECT `subject`, `version`, json_set(json_extract(`event`, '$.content'), '$.harmless', json('[]'))
FROM `faq_events` WHERE `type` IN ('article.drafted', 'article.revised');
--> statement-breakpoint
UPDATE `faq_articles` SET `article` = json_set(
  `article`, '$.origin', NULL,
  '$.draft.submittedAt', json_extract(`article`, '$.draft.changedAt'),
  '$.draft.content.harmless', json('[]'), '$.published.content.harmless', json('[]')
);
