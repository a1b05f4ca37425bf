-- Runs on SQLite and on PostgreSQL. Times are milliseconds since 1970 by the database's own clock; with SQLite, which one
-- process has to itself, these tables stay empty.

-- What one process at a time does for all.
CREATE TABLE lease (
    name TEXT PRIMARY KEY,
    -- null once it is given up
    owner TEXT,
    over BIGINT NOT NULL,
    -- another number for each owner
    term BIGINT NOT NULL,
    -- how far its owners came
    mark BIGINT NOT NULL,
    -- what others did that its owner has to count
    spent BIGINT NOT NULL
);

-- Updates that wait or are handled, each by one process; nothing of what they say.
CREATE TABLE arrival (
    name TEXT PRIMARY KEY,
    chat TEXT NOT NULL,
    number BIGINT NOT NULL,
    owner TEXT NOT NULL,
    -- when the owner took it
    since BIGINT NOT NULL,
    over BIGINT NOT NULL
);
CREATE INDEX arrival_of_chat ON arrival (chat, number);
CREATE INDEX arrival_of_owner ON arrival (owner);

-- To which chats messages went out in the last minute, for whoever sends next.
CREATE TABLE departure (
    id TEXT PRIMARY KEY,
    messenger TEXT NOT NULL,
    chat TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX departure_at ON departure (at);
