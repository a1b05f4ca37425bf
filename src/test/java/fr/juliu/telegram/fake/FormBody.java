package fr.juliu.telegram.fake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The four ways to pass parameters, see core.telegram.org/bots/api#making-requests. */
final class FormBody {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\\r]*?[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)content-disposition:[^\\r]*?filename=\"");

    private FormBody() {
    }

    static Call read(String method, String query, String type, byte[] body) {
        ObjectNode parameters = Json.object();
        Map<String, byte[]> files = new HashMap<>();
        fields(query, parameters);
        if (type.startsWith("application/json")) {
            JsonNode json = Json.read(new String(body, StandardCharsets.UTF_8), "request");
            if (!(json instanceof ObjectNode object)) {
                throw Refusal.bad("can't parse request JSON object");
            }
            parameters.setAll(object);
        } else if (type.startsWith("multipart/form-data")) {
            parts(type, new String(body, StandardCharsets.ISO_8859_1), parameters, files);
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            fields(new String(body, StandardCharsets.UTF_8), parameters);
        }
        return new Call(method, parameters, files);
    }

    private static void fields(String form, ObjectNode parameters) {
        for (String field : form.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                parameters.put(URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
    }

    private static void parts(String type, String body, ObjectNode parameters, Map<String, byte[]> files) {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw Refusal.bad("can't parse multipart form: boundary not found");
        }
        for (String part : body.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            int end = part.indexOf("\r\n\r\n");
            if (end < 0) {
                continue;
            }
            String head = part.substring(0, end);
            String content = part.substring(end + 4, Math.max(end + 4, part.length() - 2));
            Matcher name = NAME.matcher(utf8(head));
            if (!name.find()) {
                throw Refusal.bad("can't parse multipart form: part without a name");
            }
            if (FILE.matcher(head).find()) {
                files.put(name.group(1), content.getBytes(StandardCharsets.ISO_8859_1));
            } else {
                parameters.put(name.group(1), utf8(content));
            }
        }
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
