package fr.juliu.telegram.fake;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A person or a bot, see core.telegram.org/bots/api#user. */
public record FakeUser(long id, boolean bot, String firstName, @Nullable String username,
        @Nullable String languageCode) {

    /** Whom anonymous administrators of a group write as. */
    public static final FakeUser ANONYMOUS = new FakeUser(1_087_968_824L, true, "Group", "GroupAnonymousBot", null);

    public static FakeUser person(long id, String firstName) {
        return new FakeUser(id, false, firstName, "person" + id, "zh-hans");
    }

    public FakeUser speaking(String language) {
        return new FakeUser(id, bot, firstName, username, language);
    }

    ObjectNode json() {
        ObjectNode user = Json.object().put("id", id).put("is_bot", bot).put("first_name", firstName);
        if (username != null) {
            user.put("username", username);
        }
        if (languageCode != null) {
            user.put("language_code", languageCode);
        }
        return user;
    }
}
