package fr.juliu.store.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers that begin with + or 00 and the code of a country. */
final class InternationalTelephones implements Search {

    private static final Pattern START = Pattern
            .compile("\\(?(?:\\+[ (.-]{0,2}|(?<!\\d|\\d[:.,h]|1[3-9]\\d[ .-])00[ ).-]{0,2})(?=[1-9])");
    private static final String GAPS = " .。-_/,()*~'";
    private static final int LEAST_DIGITS = 9;
    private static final int MOST_DIGITS = 16;
    private static final int WIDEST_GAP = 3;

    private final Telephones telephones = new Telephones();

    /** The digits up to the end of a group, and where it ends. */
    private record Prefix(String digits, int end) {
    }

    @Override
    public void in(FoldedText text) {
        Matcher start = START.matcher(text);
        for (int at = 0; start.find(at); at = start.end()) {
            List<Prefix> prefixes = prefixes(text, start.end());
            if (!mark(text, start.start(), prefixes) && !prefixes.isEmpty()) {
                Prefix longest = prefixes.getFirst();
                if (telephones.isPossible("+" + longest.digits())) {
                    mark(text, start.start(), longest.end(), Lead.PERSON);
                }
            }
        }
    }

    private boolean mark(FoldedText text, int start, List<Prefix> prefixes) {
        for (Prefix prefix : prefixes) {
            text.count(prefix.digits().length());
            Lead lead = telephones.lead("+" + prefix.digits(), Telephones.ANYWHERE);
            if (lead != Lead.NOBODY) {
                mark(text, start, prefix.end(), lead);
                return true;
            }
        }
        return false;
    }

    /** Marks a number; a parenthesis before it belongs to it if it is closed in it. */
    private static void mark(FoldedText text, int start, int end, Lead lead) {
        String number = text.subSequence(start, end).toString();
        boolean open = number.startsWith("(")
                && number.chars().filter(c -> c == '(').count() > number.chars().filter(c -> c == ')').count();
        text.mark(open ? start + 1 : start, end, lead);
    }

    /** What the number may be, the longest first. */
    private static List<Prefix> prefixes(FoldedText text, int start) {
        List<Prefix> prefixes = new ArrayList<>();
        StringBuilder digits = new StringBuilder();
        int gap = 0;
        for (int at = start; at < text.length() && gap <= WIDEST_GAP; at++) {
            if (text.isDigit(at)) {
                digits.append(text.charAt(at));
                gap = 0;
                if (!text.isDigit(at + 1) && digits.length() >= LEAST_DIGITS && digits.length() <= MOST_DIGITS) {
                    prefixes.addFirst(new Prefix(digits.toString(), at + 1));
                }
            } else if (GAPS.indexOf(text.charAt(at)) >= 0) {
                gap++;
            } else {
                break;
            }
            if (digits.length() > MOST_DIGITS) {
                break;
            }
        }
        return prefixes;
    }
}
