package fr.juliu.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person to turn to, as the operator sets it; each way may be left out.
 *
 * @param telegram a name, with or without the at sign
 * @param wechat   a WeChat id
 * @param mail     an address
 * @param url      a page
 * @param group    the Telegram group whose moderators take questions that are handed to them in private; its id
 */
public record Contact(@Nullable String telegram, @Nullable String wechat, @Nullable String mail, @Nullable String url,
        @Nullable String group) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{3,31}");
    private static final Pattern WECHAT = Pattern.compile("[A-Za-z][-_A-Za-z0-9]{2,39}|[\\p{IsHan}A-Za-z0-9]{2,40}");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+\\.[^\\s@<>\"]{2,}");
    private static final Pattern GROUP = Pattern.compile("-\\d{1,15}");

    /**
     * A way to reach somebody.
     *
     * @param title what people read
     * @param url   where it leads; null for a name alone
     */
    public record Way(String title, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url) {
    }

    public Contact {
        telegram = blank(telegram);
        telegram = telegram == null ? null : telegram.replaceFirst("^(?:https://t\\.me/|@)", "");
        wechat = blank(wechat);
        mail = blank(mail);
        url = blank(url);
        group = blank(group);
        check("telegram", telegram, NAME, "a Telegram name, such as juliu_help");
        check("wechat", wechat, WECHAT, "a WeChat id or the name of an account, such as juliu-help");
        check("mail", mail, MAIL, "an address, such as help@example.org");
        check("group", group, GROUP, "the id of a Telegram group, such as -1001234567890 (/id tells it there)");
        if (url != null && !isPage(url)) {
            throw wrong("url", url, "a whole address, such as https://example.org/help");
        }
    }

    /** The ways to reach somebody, in a fixed order; none when nobody is set. */
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        if (telegram != null) {
            ways.add(new Way("Telegram：@" + telegram, "https://t.me/" + telegram));
        }
        if (wechat != null) {
            ways.add(new Way("微信：" + wechat, null));
        }
        if (mail != null) {
            ways.add(new Way("邮箱：" + mail, "mailto:" + mail));
        }
        if (url != null) {
            ways.add(new Way("网页：" + url.replaceFirst("^https?://", ""), url));
        }
        return ways;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void check(String name, @Nullable String value, Pattern form, String what) {
        if (value != null && !form.matcher(value).matches()) {
            throw wrong(name, value, what);
        }
    }

    private static IllegalArgumentException wrong(String name, String value, String what) {
        return new IllegalArgumentException("juliu.contact." + name + " is " + value + "; set it to " + what);
    }

    private static boolean isPage(String text) {
        try {
            URI address = URI.create(text);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null && address.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
