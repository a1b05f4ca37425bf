-- Runs on SQLite and on PostgreSQL. Times are milliseconds since 1970.

-- Whether the bot speaks where it is named alone; hours of a day in France, from one to the other, when it does so too;
-- and how many seconds lie between two questions of one person.
ALTER TABLE group_settings ADD COLUMN named BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE group_settings ADD COLUMN quiet_from INTEGER;
ALTER TABLE group_settings ADD COLUMN quiet_to INTEGER;
ALTER TABLE group_settings ADD COLUMN cooldown INTEGER NOT NULL DEFAULT 0;

-- Whom a group's moderators do not want to be answered, as long as they said; the name is for their list.
CREATE TABLE muted (
    chat TEXT NOT NULL,
    person TEXT NOT NULL,
    name TEXT,
    over BIGINT NOT NULL,
    PRIMARY KEY (chat, person)
);
CREATE INDEX muted_over ON muted (over);
