package fr.juliu.telegram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.EntityType;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/**
 * A text without what addresses the bot in it.
 *
 * @param called  whether the bot is called in it, by a mention or by a command
 * @param mention whether by a mention
 * @param others  whether somebody else is mentioned in it
 */
record AddressedText(String text, boolean called, boolean mention, boolean others) {

    private static final Pattern COMMAND = Pattern
            .compile("[/／]([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?![A-Za-z0-9_@/])\\s*");
    private static final Pattern GAP = Pattern.compile("[ \\t\\u3000]{2,}");
    private static final Pattern LEADING_MARKS = Pattern.compile("^[\\s,，、:：]+");

    /** A stretch of a text, in UTF-16 as Telegram counts it. */
    private record Span(int from, int to) {
    }

    /**
     * Reads a text; empty when it is a command to another bot.
     *
     * @param commands the commands that are the bot's in a group, where other bots have theirs
     */
    static Optional<AddressedText> of(String text, List<MessageEntity> entities, Self self,
            Set<String> commands) {
        List<Span> mentions = mentions(text, entities, self);
        boolean others = entities.stream().anyMatch(entity -> isOfSomebody(entity) && !isMention(entity,
                part(text, entity), self));
        Matcher command = COMMAND.matcher(text);
        if (!command.lookingAt()) {
            return Optional.of(new AddressedText(without(text, 0, mentions), !mentions.isEmpty(),
                    !mentions.isEmpty(), others));
        }
        String addressee = command.group(2);
        if (addressee != null && !self.isCalled(addressee)) {
            return Optional.empty();
        }
        String name = command.group(1).toLowerCase(Locale.ROOT);
        String rest = without(text, command.end(), mentions);
        boolean called = addressee != null || !mentions.isEmpty() || commands.contains(name);
        return Optional
                .of(new AddressedText("/" + name + (rest.isEmpty() ? "" : " " + rest), called, !mentions.isEmpty(),
                        others));
    }

    private static boolean isOfSomebody(MessageEntity entity) {
        return entity.getType().equals(EntityType.MENTION) || entity.getType().equals(EntityType.TEXTMENTION);
    }

    /** What an entity marks; empty for one that stands outside of the text. */
    private static String part(String text, MessageEntity entity) {
        int from = entity.getOffset();
        int to = from + entity.getLength();
        return from >= 0 && to <= text.length() && from < to ? text.substring(from, to) : "";
    }

    private static List<Span> mentions(String text, List<MessageEntity> entities, Self self) {
        List<Span> spans = new ArrayList<>();
        if (entities.isEmpty()) {
            Matcher name = Pattern.compile("(?<![A-Za-z0-9_@/.])@" + Pattern.quote(self.username())
                    + "(?![A-Za-z0-9_])", Pattern.CASE_INSENSITIVE).matcher(text);
            while (name.find()) {
                spans.add(new Span(name.start(), name.end()));
            }
        }
        for (MessageEntity entity : entities) {
            if (isMention(entity, part(text, entity), self)) {
                spans.add(new Span(entity.getOffset(), entity.getOffset() + entity.getLength()));
            }
        }
        return spans.stream().sorted(Comparator.comparingInt(Span::from)).toList();
    }

    private static boolean isMention(MessageEntity entity, String words, Self self) {
        return switch (entity.getType()) {
            case EntityType.MENTION -> words.startsWith("@") && self.isCalled(words.substring(1));
            case EntityType.TEXTMENTION ->
                !words.isEmpty() && entity.getUser() != null && entity.getUser().getId() == self.id();
            default -> false;
        };
    }

    /** What follows an index, the mentions left out. */
    private static String without(String text, int start, List<Span> mentions) {
        if (mentions.isEmpty()) {
            return text.substring(start).strip();
        }
        StringBuilder kept = new StringBuilder();
        int at = start;
        for (Span span : mentions) {
            if (span.from() >= at) {
                kept.append(text, at, span.from()).append(' ');
                at = span.to();
            }
        }
        String rest = GAP.matcher(kept.append(text.substring(at))).replaceAll(" ").strip();
        return mentions.getFirst().from() <= start ? LEADING_MARKS.matcher(rest).replaceFirst("") : rest;
    }
}
