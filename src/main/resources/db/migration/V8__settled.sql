-- Runs on SQLite and on PostgreSQL. Times are milliseconds since 1970.

-- Questions that nothing answered and that the keeper has dealt with: done, taught to the bot, or noted as an article to
-- be written. Nothing tells who asked.
CREATE TABLE settled (
    id TEXT PRIMARY KEY,
    question TEXT NOT NULL,
    how TEXT NOT NULL,
    note TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX settled_at ON settled (at);
