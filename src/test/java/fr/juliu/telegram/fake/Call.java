package fr.juliu.telegram.fake;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of a method, see core.telegram.org/bots/api#making-requests.
 *
 * @param method in lower case, as names of methods are case-insensitive
 * @param body   the parameters; those of a form are all texts
 * @param files  every uploaded file by the name of its part
 */
record Call(String method, ObjectNode body, Map<String, byte[]> files) {

    Call {
        method = method.toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return !body.path(name).isMissingNode() && !body.path(name).isNull();
    }

    String text(String name) {
        return body.path(name).asString("");
    }

    boolean flag(String name) {
        return body.path(name).asString("").equalsIgnoreCase("true");
    }

    int number(String name, int fallback) {
        return (int) id(name, fallback);
    }

    long id(String name, long fallback) {
        if (!has(name) || text(name).isEmpty()) {
            return fallback;
        }
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw Refusal.bad("invalid " + name + " specified");
        }
    }

    /** An object or a list, which a form carries as text; missing when there is none. */
    JsonNode json(String name) {
        if (!has(name) || (text(name).isEmpty() && body.path(name).isString())) {
            return MissingNode.getInstance();
        }
        JsonNode node = Objects.requireNonNull(body.get(name));
        return node.isString() ? Json.read(node.asString(""), name.replace('_', ' ')) : node;
    }
}
