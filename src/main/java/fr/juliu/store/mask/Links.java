package fr.juliu.store.mask;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of pages: what their paths number leads to nobody, unless it is as long as a number of a person. */
final class Links implements Search {

    private static final Pattern LINK = Pattern
            .compile("(?i)(?:https?://|(?<![a-z\\d])www\\.)[^\\s?#\\p{IsHan}〔〕]{1,500}+");
    private static final int LEAST_DIGITS = 10;

    @Override
    public void in(FoldedText text) {
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            int at = link.start();
            for (DigitGroup group : groups(text, link.start(), link.end())) {
                text.mark(at, group.start(), Lead.PUBLIC);
                at = group.end();
            }
            text.mark(at, link.end(), Lead.PUBLIC);
        }
    }

    /** Whether it is long, and no part of a name in letters and digits. */
    private static boolean isApart(FoldedText text, DigitGroup group) {
        return group.size() >= LEAST_DIGITS && !text.isLetter(group.start() - 1) && !text.isLetter(group.end());
    }

    private static List<DigitGroup> groups(FoldedText text, int start, int end) {
        return DigitGroup.of(text, start, end).stream().filter(group -> isApart(text, group)).toList();
    }
}
