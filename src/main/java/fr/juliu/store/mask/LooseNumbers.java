package fr.juliu.store.mask;

import java.util.regex.Pattern;

/** Numbers told by nothing but how many digits they have: the numéro étranger in groups, and what is long. */
final class LooseNumbers implements Search {

    private static final int LEAST_DIGITS = 9;
    private static final int FOREIGNER_DIGITS = 10;
    private static final Pattern ROUND = Pattern.compile("[1-9]\\d*?0{6,}");
    /** What of a list of five départements is said to be around Paris. */
    private static final Pattern AROUND_PARIS = Pattern.compile("7[578]|9[1-5]");
    private static final Pattern POSTCODE = Pattern.compile("(?:0[1-9]|[1-8]\\d|9[0-57-8])\\d{3}");
    private static final Pattern DEPARTMENTS = Pattern.compile("(?:departements?|depts?|省份?|大区|邮编)[ :(]{0,3}$");

    /** What the numéro étranger of who was first seen by a consulate begins with; no département has it. */
    private static final String ABROAD = "99";

    private final Telephones telephones = new Telephones();

    @Override
    public void in(FoldedText text) {
        DigitChain.mark(text, this::foreigner);
        for (DigitGroup group : DigitGroup.of(text)) {
            boolean counts = group.size() == LEAST_DIGITS && Kept.isCounted(text, group.end());
            if (group.size() >= LEAST_DIGITS && !counts && !ROUND.matcher(group.digits()).matches()) {
                text.mark(group.start(), group.end(), Lead.PERSON);
            }
        }
    }

    private Lead foreigner(DigitChain chain) {
        if (chain.digits().length() != FOREIGNER_DIGITS || chain.isOne() || chain.hasYear() || !chain.isSteady()) {
            return Lead.NOBODY;
        }
        boolean abroad = chain.digits().startsWith(ABROAD);
        boolean grouped = (chain.isEven() && (abroad || chain.isUniform())) || (abroad && chain.has(1, 3, 3, 3));
        return grouped && !isList(chain, abroad) ? Lead.PERSON : Lead.NOBODY;
    }

    /** Whether these are rather several numbers: postal codes, départements, amounts, help lines, or such as go up. */
    private boolean isList(DigitChain chain, boolean abroad) {
        if (chain.isSpelt()) {
            return chain.isParted() && chain.ascends(0);
        }
        if (chain.has(5, 5)) {
            return chain.isParted() || POSTCODE.matcher(chain.first().digits()).matches();
        }
        boolean several = chain.groups().size() > 2 && (chain.ascends(0) || chain.areRound());
        boolean parted = chain.isParted() && (chain.arePairs() || !chain.groups().get(1).gap().contains("/"));
        if (!abroad && (several || parted || chain.has(2, 3, 2, 3))) {
            return true;
        }
        boolean departments = isAroundParis(chain) || chain.isCounted() || isAfterDepartments(chain);
        return chain.arePairs()
                ? departments
                : chain.groups().stream().map(DigitGroup::digits).allMatch(telephones::isShort);
    }

    private static boolean isAroundParis(DigitChain chain) {
        return chain.groups().stream().filter(group -> AROUND_PARIS.matcher(group.digits()).matches()).count() >= 4;
    }

    private static boolean isAfterDepartments(DigitChain chain) {
        int end = chain.first().start();
        return DEPARTMENTS.matcher(chain.text().subSequence(Math.max(0, end - 20), end)).find();
    }
}
