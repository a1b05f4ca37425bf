package fr.juliu.telegram.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is in a chat and may do what, see core.telegram.org/bots/api#chatmember. */
final class Members {

    private static final List<String> RIGHTS = List.of("can_manage_chat", "can_delete_messages",
            "can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info",
            "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories", "can_pin_messages",
            "can_manage_topics");

    private record Member(FakeUser user, String status, Set<String> rights) {
    }

    private final Map<Long, Member> members = new LinkedHashMap<>();

    void set(FakeUser user, String status, Set<String> rights) {
        members.put(user.id(), new Member(user, status, rights));
    }

    void copyTo(Members other) {
        other.members.putAll(members);
    }

    String status(FakeUser user) {
        Member member = members.get(user.id());
        return member == null ? "left" : member.status;
    }

    boolean may(FakeUser user, String right) {
        Member member = members.get(user.id());
        return member != null && (member.status.equals("creator")
                || (member.status.equals("administrator") && member.rights.contains(right)));
    }

    long size() {
        return members.values().stream().filter(member -> !Set.of("left", "kicked").contains(member.status)).count();
    }

    ObjectNode json(FakeUser user) {
        Member member = members.getOrDefault(user.id(), new Member(user, "left", Set.of()));
        ObjectNode json = Json.object().put("status", member.status);
        json.set("user", member.user.json());
        switch (member.status) {
            case "creator" -> json.put("is_anonymous", member.rights.contains("is_anonymous"));
            case "administrator" -> {
                json.put("can_be_edited", false).put("is_anonymous", member.rights.contains("is_anonymous"));
                RIGHTS.forEach(right -> json.put(right,
                        member.rights.contains(right) || right.equals("can_manage_chat")));
            }
            case "kicked" -> json.put("until_date", 0);
            default -> {
            }
        }
        return json;
    }

    /** Everyone who leads the chat but other bots, see core.telegram.org/bots/api#getchatadministrators. */
    ArrayNode administrators(FakeUser self) {
        ArrayNode list = Json.array();
        members.values().stream().filter(member -> Set.of("creator", "administrator").contains(member.status))
                .filter(member -> !member.user.bot() || member.user.equals(self))
                .forEach(member -> list.add(json(member.user)));
        return list;
    }
}
