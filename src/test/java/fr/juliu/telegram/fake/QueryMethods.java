package fr.juliu.telegram.fake;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers to presses and inline queries, and the menu of commands. */
final class QueryMethods {

    private static final String TOO_OLD = "query is too old and response timeout expired or query ID is invalid";
    private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1,32}");
    private static final Set<String> SCOPES = Set.of("default", "all_private_chats", "all_group_chats",
            "all_chat_administrators", "chat", "chat_administrators", "chat_member");

    private final World world;

    QueryMethods(World world) {
        this.world = world;
    }

    /** See core.telegram.org/bots/api#answercallbackquery. */
    JsonNode answerPress(Call call) {
        if (call.text("text").length() > 200) {
            throw Refusal.bad("MESSAGE_TOO_LONG");
        }
        return answer(world.presses, call.text("callback_query_id"), call);
    }

    /** See core.telegram.org/bots/api#answerinlinequery. */
    JsonNode answerInline(Call call) {
        JsonNode results = call.json("results");
        if (!results.isArray()) {
            throw Refusal.bad("can't parse inline query results: Array expected");
        }
        if (results.size() > 50) {
            throw Refusal.bad("RESULTS_TOO_MUCH");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode result : results) {
            check(result);
            if (!ids.add(result.path("id").asString(""))) {
                throw Refusal.bad("RESULT_ID_DUPLICATE");
            }
        }
        if (bytes(call.text("next_offset")) > 64) {
            throw Refusal.bad("NEXT_OFFSET_INVALID");
        }
        return answer(world.inlineQueries, call.text("inline_query_id"), call);
    }

    /** See core.telegram.org/bots/api#inlinequeryresultarticle. */
    private static void check(JsonNode result) {
        int bytes = bytes(result.path("id").asString(""));
        if (bytes < 1 || bytes > 64) {
            throw Refusal.bad("RESULT_ID_INVALID");
        }
        MarkupCheck.read(result.path("reply_markup"));
        if (!result.path("type").asString("").equals("article")) {
            return;
        }
        if (result.path("title").asString("").isEmpty()) {
            throw Refusal.bad("can't parse inline query result: Can't find field \"title\"");
        }
        if (!(result.path("input_message_content") instanceof ObjectNode content) || !content.has("message_text")) {
            throw Refusal.bad("can't parse inline query result: Can't find field \"input_message_content\"");
        }
        MessageMethods.text(new Call("answerInlineQuery", content, Map.of()), "message_text", "entities");
    }

    private JsonNode answer(Map<String, ObjectNode> queries, String id, Call call) {
        ObjectNode query = queries.get(id);
        if (query == null) {
            throw Refusal.bad(TOO_OLD);
        }
        query.removeAll();
        query.setAll(call.body());
        query.put("answered", true);
        world.lock.notifyAll();
        return Json.TRUE;
    }

    /** See core.telegram.org/bots/api#setmycommands. */
    JsonNode setCommands(Call call) {
        JsonNode commands = call.json("commands");
        if (!commands.isArray()) {
            throw Refusal.bad("can't parse commands: Array expected");
        }
        if (commands.size() > 100) {
            throw Refusal.bad("BOT_COMMANDS_TOO_MUCH");
        }
        for (JsonNode command : commands) {
            String description = command.path("description").asString("");
            if (!COMMAND.matcher(command.path("command").asString("").replaceFirst("^/", "")).matches()) {
                throw Refusal.bad("BOT_COMMAND_INVALID");
            }
            if (description.isBlank() || description.length() > 256) {
                throw Refusal.bad("BOT_COMMAND_DESCRIPTION_INVALID");
            }
        }
        world.commands.put(menu(call), commands);
        return Json.TRUE;
    }

    /** See core.telegram.org/bots/api#getmycommands. */
    JsonNode getCommands(Call call) {
        return world.commands.getOrDefault(menu(call), Json.array());
    }

    /** See core.telegram.org/bots/api#deletemycommands. */
    JsonNode deleteCommands(Call call) {
        world.commands.remove(menu(call));
        return Json.TRUE;
    }

    /** See core.telegram.org/bots/api#botcommandscope. */
    private static String menu(Call call) {
        JsonNode scope = call.json("scope");
        String type = scope.path("type").asString("default");
        if (!SCOPES.contains(type)) {
            throw Refusal.bad("can't parse BotCommandScope: Unsupported type specified");
        }
        if (!call.text("language_code").matches("(?:[a-z]{2})?")) {
            throw Refusal.bad("invalid language code specified");
        }
        return type + scope.path("chat_id").asString("") + "/" + call.text("language_code");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
