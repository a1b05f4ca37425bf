package fr.juliu.telegram.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A chat as people and the bot see it, see core.telegram.org/bots/api#chat; made by {@link FakeBotApi}. */
public final class FakeChat {

    final World world;
    final Members members = new Members();
    final Map<Integer, ObjectNode> messages;
    final List<Integer> pins = new ArrayList<>();
    final Map<Integer, ObjectNode> topics = new HashMap<>();
    private final long id;
    private final String type;
    private final ObjectNode json;
    private final Deque<Sent> sent = new ArrayDeque<>();
    private int sentCount;
    private int lastMessage;
    @Nullable
    FakeChat migratedTo;

    FakeChat(World world, long id, String type, ObjectNode json) {
        this.world = world;
        this.id = id;
        this.type = type;
        this.json = json.put("id", id).put("type", type);
        this.messages = world.bounded();
    }

    public long id() {
        return id;
    }

    public FakeChat member(FakeUser user) {
        return member(user, "member", Set.of());
    }

    /** An administrator with these rights, such as {@code can_pin_messages}; also for the bot itself. */
    public FakeChat administrator(FakeUser user, String... rights) {
        return member(user, "administrator", Set.of(rights));
    }

    public FakeChat creator(FakeUser user) {
        return member(user, "creator", Set.of());
    }

    public FakeChat left(FakeUser user) {
        return member(user, "left", Set.of());
    }

    FakeChat member(FakeUser user, String status, Set<String> rights) {
        synchronized (world.lock) {
            world.people.put(user.id(), user);
            members.set(user, status, rights);
            return this;
        }
    }

    /** Opens a topic of a forum and answers its thread id. */
    public int topic(FakeUser by, String name) {
        return new Saying(this, by).topic(name);
    }

    /** What this person is about to write. */
    public Saying by(FakeUser user) {
        return new Saying(this, user);
    }

    /** Lets a person write and answers the message's id. */
    public int say(FakeUser user, String text) {
        return by(user).text(text);
    }

    /** Lets a person reply and answers the new message's id. */
    public int reply(FakeUser user, int to, String text) {
        return by(user).replyTo(to).text(text);
    }

    /** Lets the author change a text and answers the id of the update. */
    public int edit(int message, String text) {
        synchronized (world.lock) {
            ObjectNode changed = Objects.requireNonNull(messages.get(message), "no message " + message);
            changed.put("text", text).put("edit_date", world.now());
            changed.set("entities", Saying.entities(text));
            return world.updates.add("edited_message", changed);
        }
    }

    /** Takes a message away; bots are not told. */
    public void delete(int message) {
        synchronized (world.lock) {
            messages.remove(message);
        }
    }

    /** Presses the button with this text and answers the query's id for {@link FakeBotApi#awaitToast}. */
    public String press(FakeUser user, Sent message, String button) {
        return pressData(user, message.id(), message.data(button));
    }

    /** Presses a button with any data, also of a message that has no such button any more. */
    public String pressData(FakeUser user, int message, String data) {
        synchronized (world.lock) {
            ObjectNode query = Json.object().put("id", world.nextQuery()).put("chat_instance", Long.toString(id))
                    .put("data", data);
            world.people.put(user.id(), user);
            query.set("from", user.json());
            ObjectNode pressed = messages.get(message);
            query.set("message", pressed != null ? pressed : inaccessible(message));
            String key = query.path("id").asString("");
            world.presses.put(key, Json.object());
            world.updates.add("callback_query", query);
            return key;
        }
    }

    /** The bot's own membership changes, see core.telegram.org/bots/api#chatmemberupdated. */
    public void botBecomes(FakeUser by, String status, String... rights) {
        synchronized (world.lock) {
            ObjectNode change = Json.object().put("date", world.now());
            change.set("chat", json);
            change.set("from", by.json());
            change.set("old_chat_member", members.json(world.bot));
            member(world.bot, status, Set.of(rights));
            change.set("new_chat_member", members.json(world.bot));
            world.updates.add("my_chat_member", change);
        }
    }

    /** The bot is added to the group: both updates that a real group sends. */
    public void addBot(FakeUser by) {
        botBecomes(by, "member");
        by(by).service("new_chat_members", Json.array().add(world.bot.json()));
    }

    /** In a private chat: the person blocks the bot. In a group: the bot is thrown out. */
    public void removeBot(FakeUser by) {
        botBecomes(by, "kicked");
    }

    /** The group becomes a supergroup with another id; calls with the old one fail from now on. */
    public FakeChat migrate(FakeUser by, long to) {
        synchronized (world.lock) {
            FakeChat next = new FakeChat(world, to, "supergroup", json.deepCopy());
            members.copyTo(next.members);
            world.chats.put(to, next);
            by(by).service("migrate_to_chat_id", Json.object().numberNode(to));
            migratedTo = next;
            next.by(FakeUser.ANONYMOUS).service("migrate_from_chat_id", Json.object().numberNode(id));
            return next;
        }
    }

    /** What the bot sent, edited and deleted, in order; only the newest when history is bounded. */
    public List<Sent> sent() {
        synchronized (world.lock) {
            return List.copyOf(sent);
        }
    }

    /** How often the bot sent, edited or deleted something. */
    public int sentCount() {
        synchronized (world.lock) {
            return sentCount;
        }
    }

    /** Waits until the bot sent, edited or deleted this often; fails when time runs out. */
    public List<Sent> awaitSent(int times, Duration most) {
        if (!world.await(most, () -> sentCount >= times)) {
            throw new AssertionError("chat " + id + ": " + sentCount() + " of " + times + " sent: " + sent());
        }
        return sent();
    }

    /** The newest of what the bot sent, after waiting for this many. */
    public Sent awaitLast(int times, Duration most) {
        return awaitSent(times, most).getLast();
    }

    /** The messages that stay pinned, oldest first. */
    public List<Integer> pinned() {
        synchronized (world.lock) {
            return List.copyOf(pins);
        }
    }

    /** How a message stands now; null when it is gone. */
    public @Nullable JsonNode message(int message) {
        synchronized (world.lock) {
            ObjectNode found = messages.get(message);
            return found == null ? null : found.deepCopy();
        }
    }

    String type() {
        return type;
    }

    public boolean isGroup() {
        return id < 0;
    }

    ObjectNode json() {
        return json;
    }

    int nextMessage() {
        return type.equals("supergroup") ? ++lastMessage : world.nextMessage();
    }

    /** A message without its content, kept. */
    ObjectNode compose(FakeUser from, long date, int thread) {
        ObjectNode message = Json.object().put("message_id", nextMessage());
        if (thread != 0) {
            message.put("message_thread_id", thread).put("is_topic_message", true);
        }
        message.set("from", from.json());
        if (from.equals(FakeUser.ANONYMOUS)) {
            message.set("sender_chat", json);
        }
        message.set("chat", json);
        return message.put("date", date);
    }

    /** Puts a message under another with all it holds but what that one replies to itself. */
    void replying(ObjectNode message, int to) {
        ObjectNode original = Objects.requireNonNull(messages.get(to), "no message " + to).deepCopy();
        original.remove(List.of("reply_to_message"));
        message.set("reply_to_message", original);
    }

    void keep(ObjectNode message) {
        messages.put(message.path("message_id").asInt(0), message);
    }

    void record(String method, ObjectNode message, Call call) {
        sent.add(new Sent(method, message.deepCopy(), call.body(), System.nanoTime()));
        if (sent.size() > world.history) {
            sent.remove();
        }
        sentCount++;
        world.lock.notifyAll();
    }

    private ObjectNode inaccessible(int message) {
        ObjectNode gone = Json.object().put("message_id", message).put("date", 0);
        gone.set("chat", json);
        return gone;
    }
}
