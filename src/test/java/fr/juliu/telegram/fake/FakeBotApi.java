package fr.juliu.telegram.fake;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A strict Bot API server on a free port of this machine, written from core.telegram.org/bots/api: it refuses what the
 * real one refuses and with its words. Chats, people and faults are made by a script; a bot finds it through
 * {@code juliu.telegram.api-url}.
 */
public final class FakeBotApi implements AutoCloseable {

    public static final String TOKEN = "123456789:AAFakeFakeFakeFakeFakeFakeFakeFakeFak";
    public static final String BOT_NAME = "juliu_bot";
    public static final FakeUser BOT = new FakeUser(123_456_789L, true, "居留", BOT_NAME, null);

    private final World world = new World(TOKEN, BOT);
    private final Faults faults = new Faults();
    private final SendingLimits limits = new SendingLimits();
    private final BotApiHttp http = new BotApiHttp(world, faults, limits, methods());

    public String url() {
        return "http://127.0.0.1:" + http.port();
    }

    public int port() {
        return http.port();
    }

    /** What goes wrong from now on. */
    public Faults faults() {
        return faults;
    }

    /** Dates messages by this clock. */
    public void clock(Clock clock) {
        synchronized (world.lock) {
            world.clock = clock;
        }
    }

    /** How many messages, records and updates are remembered, of every chat; 10,000 unless told. */
    public void history(int most) {
        synchronized (world.lock) {
            world.history = most;
        }
    }

    /** Keeps from the bot what privacy mode keeps from it: core.telegram.org/bots/features#privacy-mode. */
    public void privacyMode() {
        synchronized (world.lock) {
            world.privacy = true;
        }
    }

    /** Answers 429 to what breaks the sending limits, instead of only noting it. */
    public void enforceLimits() {
        http.enforce();
    }

    /** Every sending limit broken so far, the first thousand. */
    public List<String> violations() {
        return limits.violations();
    }

    /** The private chat with this person, who has started the bot. */
    public FakeChat privateChat(FakeUser user) {
        synchronized (world.lock) {
            FakeChat known = world.chats.get(user.id());
            if (known != null) {
                return known;
            }
            ObjectNode json = Json.object().put("first_name", user.firstName());
            return open(new FakeChat(world, user.id(), "private", json)).member(user);
        }
    }

    /** A basic group with the bot in it; the id is negative. */
    public FakeChat group(long id, String title) {
        return open(new FakeChat(world, id, "group", Json.object().put("title", title)));
    }

    /** A supergroup with the bot in it; the id is negative and begins with -100. */
    public FakeChat supergroup(long id, String title) {
        return open(new FakeChat(world, id, "supergroup", Json.object().put("title", title)));
    }

    /** Lets a person type behind the bot's name and answers the query's id for {@link #awaitInline}. */
    public String inline(FakeUser user, String query) {
        if (query.length() > 256) {
            throw new IllegalArgumentException("an inline query of " + query.length() + " characters");
        }
        synchronized (world.lock) {
            String id = world.nextQuery();
            ObjectNode content = Json.object().put("id", id).put("query", query).put("offset", "");
            content.set("from", user.json());
            world.inlineQueries.put(id, Json.object());
            world.updates.add("inline_query", content);
            return id;
        }
    }

    /** How the bot answered a press; fails when it does not in time. */
    public JsonNode awaitToast(String query, Duration most) {
        return awaitAnswer(world.presses, query, most);
    }

    /** Whether the bot has answered a press. */
    public boolean isAnswered(String query) {
        synchronized (world.lock) {
            return world.presses.getOrDefault(query, Json.object()).has("answered");
        }
    }

    /** How the bot answered an inline query; fails when it does not in time. */
    public JsonNode awaitInline(String query, Duration most) {
        return awaitAnswer(world.inlineQueries, query, most);
    }

    /** The id of the newest update. */
    public int lastUpdate() {
        return world.updates.last();
    }

    /** Delivers an update once more, with the same id. */
    public void deliverAgain(int update) {
        world.updates.again(update);
    }

    /** Delivers any update, such as one of a kind that no bot knows yet; answers its id. */
    public int update(String type, ObjectNode content) {
        return world.updates.add(type, content);
    }

    /** How many updates the bot has not confirmed. */
    public int unconfirmed() {
        return world.updates.size();
    }

    /** Whether a call for updates came in time to wait for some. */
    public boolean awaitHeldPoll(Duration most) {
        return world.await(most, () -> world.updates.held() > 0);
    }

    /** How many calls for updates are not answered yet. */
    public int heldPolls() {
        return world.updates.held();
    }

    /** Whether the bot confirmed this update and all before it in time. */
    public boolean awaitConfirmed(int update, Duration most) {
        return world.await(most, () -> world.updates.confirmed(update));
    }

    /** How often this method was called. */
    public int calls(String method) {
        synchronized (world.lock) {
            return world.calls.getOrDefault(method.toLowerCase(Locale.ROOT), 0);
        }
    }

    /** How often any method but getUpdates was called. */
    public int calls() {
        synchronized (world.lock) {
            return world.calls.values().stream().mapToInt(Integer::intValue).sum() - calls("getUpdates");
        }
    }

    public boolean awaitCalls(String method, int times, Duration most) {
        return world.await(most, () -> calls(method) >= times);
    }

    /** Whether nothing but getUpdates was called for this long. */
    public boolean quiet(Duration time) {
        int before = calls();
        return !world.await(time, () -> calls() != before);
    }

    /** The menu set for a scope such as {@code all_group_chats}, and a language; empty when none was set. */
    public JsonNode commands(String scope, String language) {
        synchronized (world.lock) {
            return world.commands.getOrDefault(scope + "/" + language, Json.array());
        }
    }

    @Override
    public void close() {
        synchronized (world.lock) {
            world.closed = true;
            world.updates.close();
            world.lock.notifyAll();
        }
        http.close();
    }

    private FakeChat open(FakeChat chat) {
        synchronized (world.lock) {
            world.chats.put(chat.id(), chat);
            return chat.member(BOT);
        }
    }

    private JsonNode awaitAnswer(Map<String, ObjectNode> queries, String id, Duration most) {
        if (!world.await(most, () -> queries.getOrDefault(id, Json.object()).has("answered"))) {
            throw new AssertionError("query " + id + " was not answered");
        }
        synchronized (world.lock) {
            return queries.getOrDefault(id, Json.object()).deepCopy();
        }
    }

    private Map<String, Function<Call, JsonNode>> methods() {
        MessageMethods messages = new MessageMethods(world);
        ChatMethods chats = new ChatMethods(world, messages);
        Map<String, Function<Call, JsonNode>> methods = new HashMap<>(updateMethods());
        methods.putAll(queryMethods());
        methods.put("sendmessage", messages::sendMessage);
        methods.putAll(fileMethods(messages));
        methods.put("editmessagetext", messages::editText);
        methods.put("editmessagereplymarkup", messages::editMarkup);
        methods.put("deletemessage", messages::delete);
        methods.put("pinchatmessage", messages::pin);
        methods.put("unpinchatmessage", messages::unpin);
        methods.put("sendchataction", chats::action);
        methods.put("getchat", chats::get);
        methods.put("getchatmember", chats::member);
        methods.put("getchatadministrators", chats::administrators);
        methods.put("leavechat", chats::leave);
        return methods;
    }

    private Map<String, Function<Call, JsonNode>> fileMethods(MessageMethods messages) {
        FileMethods files = new FileMethods(world, messages);
        Map<String, Function<Call, JsonNode>> methods = new HashMap<>();
        methods.put("sendphoto", call -> files.isKept(call, "photo")
                ? files.send("sendPhoto", "photo", call)
                : messages.sendPhoto(call));
        for (String kind : List.of("Document", "Video", "Animation", "Audio", "Voice")) {
            String field = kind.toLowerCase(Locale.ROOT);
            methods.put("send" + field, call -> files.send("send" + kind, field, call));
        }
        methods.put("getfile", files::get);
        return methods;
    }

    /** A file that was sent, by its id; fails when there is none. */
    public byte[] file(String id) {
        synchronized (world.lock) {
            return Objects.requireNonNull(world.files.get(id), "no file " + id);
        }
    }

    private Map<String, Function<Call, JsonNode>> updateMethods() {
        Map<String, Function<Call, JsonNode>> methods = new HashMap<>();
        methods.put("getme", call -> BOT.json().put("can_join_groups", true)
                .put("can_read_all_group_messages", !world.privacy).put("supports_inline_queries", true));
        methods.put("getupdates", world.updates::poll);
        methods.put("setwebhook", call -> world.updates.setWebhook(call, call.flag("drop_pending_updates")));
        methods.put("deletewebhook", call -> world.updates.setWebhook(new Call("deleteWebhook", Json.object(),
                Map.of()), call.flag("drop_pending_updates")));
        methods.put("getwebhookinfo", call -> world.updates.webhookInfo());
        return methods;
    }

    private Map<String, Function<Call, JsonNode>> queryMethods() {
        QueryMethods queries = new QueryMethods(world);
        Map<String, Function<Call, JsonNode>> methods = new HashMap<>();
        methods.put("answercallbackquery", queries::answerPress);
        methods.put("answerinlinequery", queries::answerInline);
        methods.put("setmycommands", queries::setCommands);
        methods.put("getmycommands", queries::getCommands);
        methods.put("deletemycommands", queries::deleteCommands);
        return methods;
    }
}
