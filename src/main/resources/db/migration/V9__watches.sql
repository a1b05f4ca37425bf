-- Runs on SQLite and on PostgreSQL. Times are milliseconds since 1970.

-- What the rollout table says of each permit, and under * of all: what watchers are to be told of.
CREATE TABLE listing (
    permit TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    -- whether the keeper wants watchers not to be told for now
    held BOOLEAN NOT NULL DEFAULT FALSE
);

-- How that changed, for feeds; of each permit the last ones.
CREATE TABLE listing_step (
    permit TEXT NOT NULL,
    earlier TEXT NOT NULL,
    state TEXT NOT NULL,
    published BIGINT NOT NULL,
    PRIMARY KEY (permit, published)
);

-- Which chat wants to be told of which permit, and what it was told last.
CREATE TABLE watch (
    id TEXT PRIMARY KEY,
    messenger TEXT NOT NULL,
    chat TEXT NOT NULL,
    topic TEXT,
    in_group BOOLEAN NOT NULL,
    permit TEXT NOT NULL,
    told TEXT NOT NULL,
    -- the message on its way, and the state that it tells of
    queued TEXT,
    telling TEXT,
    UNIQUE (chat, permit)
);
CREATE INDEX watch_of_messenger ON watch (messenger, id);
CREATE INDEX watch_of_permit ON watch (permit);
CREATE INDEX watch_queued ON watch (queued);
