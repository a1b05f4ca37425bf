package fr.juliu.store.mask;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Groups of digits that may be one number. */
record DigitChain(FoldedText text, List<DigitGroup> groups, String digits) {

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final String PARTING = "/,:|*~+";
    private static final int MOST_GROUPS = 20;
    private static final int LEAST_DIGITS = 9;
    private static final int MOST_DIGITS = 24;

    /** Marks the longest chains in a text that a reading takes for numbers. */
    static void mark(FoldedText text, Function<DigitChain, Lead> reading) {
        List<DigitGroup> groups = DigitGroup.of(text);
        for (int first = 0; first < groups.size(); first++) {
            int last = mark(text, groups, first, reading);
            if (last >= 0) {
                first = last;
            }
        }
    }

    /** The last group of the number that was marked; -1 when none begins with this group. */
    private static int mark(FoldedText text, List<DigitGroup> groups, int first, Function<DigitChain, Lead> reading) {
        StringBuilder digits = new StringBuilder();
        int found = -1;
        Lead lead = Lead.NOBODY;
        for (int last = first; last < groups.size() && last - first < MOST_GROUPS; last++) {
            DigitGroup group = groups.get(last);
            boolean apart = last > first && !group.joined();
            if (apart || digits.length() + group.size() > MOST_DIGITS) {
                break;
            }
            digits.append(group.digits());
            if (digits.length() < LEAST_DIGITS) {
                continue;
            }
            text.count(digits.length());
            Lead read = reading.apply(new DigitChain(text, groups.subList(first, last + 1), digits.toString()));
            if (read != Lead.NOBODY) {
                found = last;
                lead = read;
            }
        }
        if (found >= 0) {
            text.mark(groups.get(first).start(), groups.get(found).end(), lead);
        }
        return found;
    }

    DigitGroup first() {
        return groups.getFirst();
    }

    int end() {
        return groups.getLast().end();
    }

    boolean isOne() {
        return groups.size() == 1;
    }

    /** Whether the groups have these sizes, in this order. */
    boolean has(int... sizes) {
        if (sizes.length != groups.size()) {
            return false;
        }
        for (int i = 0; i < sizes.length; i++) {
            if (groups.get(i).size() != sizes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether people would write a number in these groups: several digits in each, or one in each. */
    boolean isEven() {
        return groups.stream().allMatch(group -> group.size() >= 2) || isSpelt();
    }

    /** Whether each digit stands by itself. */
    boolean isSpelt() {
        return groups.stream().allMatch(group -> group.size() == 1);
    }

    boolean arePairs() {
        return groups.stream().allMatch(group -> group.size() == 2);
    }

    /** Whether the gaps do not take turns, as between days and their months. */
    boolean isSteady() {
        List<String> gaps = gaps();
        for (int i = 2; i < gaps.size(); i++) {
            if (!gaps.get(i).equals(gaps.get(i - 2))) {
                return true;
            }
        }
        return gaps.size() < 3 || gaps.get(0).equals(gaps.get(1));
    }

    /** Whether all gaps are the same. */
    boolean isUniform() {
        return gaps().stream().distinct().count() <= 1;
    }

    /** Whether signs stand in it that part the numbers of a list. */
    boolean isParted() {
        return gaps().stream().anyMatch(gap -> !gap.isEmpty() && PARTING.contains(gap));
    }

    private List<String> gaps() {
        return groups.stream().skip(1).map(group -> group.gap().strip()).toList();
    }

    boolean hasYear() {
        return groups.stream().anyMatch(group -> isYear(group.digits()));
    }

    boolean areYears() {
        return groups.stream().allMatch(group -> isYear(group.digits()));
    }

    boolean areRound() {
        return groups.stream().allMatch(group -> group.digits().endsWith("0"));
    }

    /** Whether each group is more than the one before, by this step or, when it is 0, by any. */
    boolean ascends(int step) {
        for (int i = 1; i < groups.size(); i++) {
            long more = value(groups.get(i)) - value(groups.get(i - 1));
            if (more <= 0 || (step > 0 && more != step)) {
                return false;
            }
        }
        return groups.size() > 1;
    }

    /** Whether it is followed by what is counted or measured. */
    boolean isCounted() {
        return Kept.isCounted(text, end());
    }

    static boolean isYear(String digits) {
        return YEAR.matcher(digits).matches();
    }

    private static long value(DigitGroup group) {
        return Long.parseLong(group.digits());
    }
}
