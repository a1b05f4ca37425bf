package fr.juliu.telegram.fake;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sending and reading files, see core.telegram.org/bots/api#sending-files and #getfile. */
final class FileMethods {

    private static final String ATTACHED = "attach://";

    private final World world;
    private final MessageMethods messages;

    FileMethods(World world, MessageMethods messages) {
        this.world = world;
        this.messages = messages;
    }

    /** Whether a call names a file that the server keeps, rather than bringing one along. */
    boolean isKept(Call call, String field) {
        return call.has(field) && !call.text(field).startsWith(ATTACHED);
    }

    /**
     * See core.telegram.org/bots/api#senddocument, and those beside it.
     *
     * @param field what the file is called, in the call as in the message
     */
    JsonNode send(String method, String field, Call call) {
        FakeChat chat = messages.open(call);
        String id;
        if (isKept(call, field)) {
            id = call.text(field);
            if (!world.files.containsKey(id)) {
                throw Refusal.bad("wrong file identifier/HTTP URL specified");
            }
        } else {
            byte[] file = call.files().getOrDefault(call.has(field)
                    ? call.text(field).substring(ATTACHED.length())
                    : field, new byte[0]);
            if (file.length == 0) {
                throw Refusal.bad("there is no " + field + " in the request");
            }
            id = world.keepFile(file);
        }
        ObjectNode message = messages.compose(chat, call);
        message.set(field, json(world, field, id));
        return messages.finish(method, chat, message, call);
    }

    /** See core.telegram.org/bots/api#getfile. */
    JsonNode get(Call call) {
        byte[] file = world.files.get(call.text("file_id"));
        if (file == null) {
            throw Refusal.bad("invalid file_id");
        }
        return Json.object().put("file_id", call.text("file_id")).put("file_unique_id", "u" + call.text("file_id"))
                .put("file_size", file.length).put("file_path", "documents/" + call.text("file_id"));
    }

    /** A file as a message shows it. */
    static JsonNode json(World world, String field, String id) {
        ObjectNode file = Json.object().put("file_id", id).put("file_unique_id", "u" + id).put("file_size",
                world.files.getOrDefault(id, new byte[0]).length);
        return switch (field) {
            case "photo" -> Json.array().add(file.deepCopy().put("file_id", "small" + id).put("width", 90)
                    .put("height", 60)).add(file.put("width", 800).put("height", 600));
            case "video", "animation" -> file.put("width", 800).put("height", 600).put("duration", 3);
            case "audio", "voice" -> file.put("duration", 3);
            default -> file;
        };
    }
}
