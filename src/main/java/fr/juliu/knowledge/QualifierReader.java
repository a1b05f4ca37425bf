package fr.juliu.knowledge;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reader of what a permit is limited to, from words at its head, at its end or in brackets. */
final class QualifierReader {

    private static final String RENEWAL = "续签|续期|续卡|(?<![手连继陆延后存持接永])续(?!费)|renouvellements?";
    private static final String FIRST = "首次|首张|初次|第一次|第一张|premi[eè]re demande|1[eè]re demande|premier titre";
    private static final Pattern WORD = Pattern.compile("(?i)(?<renewal>" + RENEWAL + ")|(?<first>" + FIRST + ")");
    private static final Pattern HEAD = Pattern
            .compile("(?i)(?:(?:只限|仅限|只|仅)?(?:" + RENEWAL + "|" + FIRST + ")(?:申请)?[和及与或、/&+ ]*+(?:et |ou )?)+");
    private static final Pattern END = Pattern
            .compile("(?i)(?:续签|续期|续卡|首次申请|\\brenouvellement|\\bpremi[eè]re demande)$");
    private static final Pattern BRACKETS = Pattern.compile("[（(\\[【]([^（()）\\[\\]【】]*)[)）\\]】]");
    private static final Pattern NOT = Pattern.compile("(?i)除|不含|不包括|不能|不可|\\bhors\\b|\\bsauf\\b|\\bnon\\b");

    private final Set<Qualifier> found = EnumSet.noneOf(Qualifier.class);

    private QualifierReader() {
    }

    /** What the texts, such as a label and a permit, are limited to; nothing where both are named. */
    static Set<Qualifier> read(String... texts) {
        QualifierReader reader = new QualifierReader();
        for (String text : texts) {
            reader.add(text);
        }
        return reader.found.size() > 1 ? Set.of() : Set.copyOf(reader.found);
    }

    private void add(String text) {
        Matcher head = HEAD.matcher(text);
        if (head.lookingAt()) {
            addWords(head.group(), false);
        }
        Matcher end = END.matcher(text);
        if (end.find()) {
            addWords(end.group(), false);
        }
        Matcher brackets = BRACKETS.matcher(text);
        while (brackets.find()) {
            addWords(brackets.group(1), NOT.matcher(brackets.group(1)).find());
        }
    }

    private void addWords(String text, boolean denied) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            boolean renewal = word.group("renewal") != null;
            found.add(renewal != denied ? Qualifier.RENEWAL : Qualifier.FIRST);
        }
    }
}
