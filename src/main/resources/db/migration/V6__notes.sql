-- Runs on SQLite and on PostgreSQL. Times are milliseconds since 1970.

-- Pins that share a note are questions with one answer.
ALTER TABLE pin ADD COLUMN note TEXT;
UPDATE pin SET note = id;
-- what the messenger sends again by its id, such as photo:AgACAgQ
ALTER TABLE pin ADD COLUMN file TEXT;
-- whether its message was pinned in the chat
ALTER TABLE pin ADD COLUMN shown BOOLEAN NOT NULL DEFAULT TRUE;
-- when it was dropped, until which it can be brought back for a while
ALTER TABLE pin ADD COLUMN dropped BIGINT;
CREATE INDEX pin_of_note ON pin (chat, note);

-- What moderators set about notes, and about themselves.
CREATE TABLE group_desk (
    chat TEXT PRIMARY KEY,
    pins BOOLEAN NOT NULL,
    takes BOOLEAN NOT NULL,
    contact TEXT
);

-- What was asked in a group and not answered there; holds nothing that tells who asked.
CREATE TABLE missed (
    id TEXT PRIMARY KEY,
    chat TEXT NOT NULL,
    question TEXT NOT NULL,
    times INTEGER NOT NULL,
    latest BIGINT NOT NULL,
    UNIQUE (chat, question)
);
CREATE INDEX missed_latest ON missed (latest);

-- Where the answer to a question is to go that was handed to moderators; the question stands elsewhere.
CREATE TABLE hand_over (
    id TEXT PRIMARY KEY,
    chat TEXT NOT NULL,
    topic TEXT,
    asked TEXT NOT NULL,
    handed BIGINT NOT NULL
);
CREATE INDEX hand_over_chat ON hand_over (chat);
