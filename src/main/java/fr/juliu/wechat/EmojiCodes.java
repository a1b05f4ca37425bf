package fr.juliu.wechat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The codes in which WeChat passes on its own little faces, such as {@code [强]} or {@code /:strong}, as emoji. */
final class EmojiCodes {

    private static final Map<String, String> EMOJI = Map.ofEntries(Map.entry("[强]", "👍"),
            Map.entry("/:strong", "👍"), Map.entry("[弱]", "👎"), Map.entry("/:weak", "👎"), Map.entry("[合十]", "🙏"),
            Map.entry("[抱拳]", "🙏"), Map.entry("/:@)", "🙏"), Map.entry("[玫瑰]", "🌹"), Map.entry("/:rose", "🌹"),
            Map.entry("[OK]", "👌"), Map.entry("/:ok", "👌"), Map.entry("[握手]", "🤝"), Map.entry("/:share", "🤝"),
            Map.entry("[微笑]", "😊"), Map.entry("/::)", "😊"), Map.entry("[愉快]", "😊"), Map.entry("/:,@-D", "😊"),
            Map.entry("[呲牙]", "😁"), Map.entry("/::D", "😁"), Map.entry("[笑脸]", "😄"), Map.entry("[破涕为笑]", "😂"),
            Map.entry("[爱心]", "❤\uFE0F"), Map.entry("/:heart", "❤\uFE0F"), Map.entry("[庆祝]", "🎉"),
            Map.entry("[加油]", "💪"), Map.entry("[鼓掌]", "👍"), Map.entry("/:handclap", "👍"), Map.entry("[Emm]", "😊"));
    private static final Pattern CODE = Pattern
            .compile("\\[[^\\[\\]\\s]{1,4}]|/:(?:strong|weak|rose|ok|share|heart|handclap|:\\)|:D|@\\)|,@-D)");

    private EmojiCodes() {
    }

    /** A text with emoji in place of the codes that are known. */
    static String read(String text) {
        return CODE.matcher(text)
                .replaceAll(code -> Matcher.quoteReplacement(EMOJI.getOrDefault(code.group(), code.group())));
    }
}
