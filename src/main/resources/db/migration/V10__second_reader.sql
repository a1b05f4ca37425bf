-- Runs on SQLite and on PostgreSQL.

-- Persons and groups whose questions no second reader is to get.
CREATE TABLE unread (
    who TEXT PRIMARY KEY
);

-- What came of a second reader, and what is answered without him where he chose something else; null where he was not asked.
ALTER TABLE question ADD COLUMN second TEXT;
ALTER TABLE question ADD COLUMN local TEXT;
