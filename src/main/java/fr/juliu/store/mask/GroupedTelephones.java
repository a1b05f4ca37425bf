package fr.juliu.store.mask;

import java.util.Set;
import java.util.regex.Pattern;

/** Telephone numbers as they are written at home, in whatever groups, and those that lack a + or the first 0. */
final class GroupedTelephones implements Search {

    /** Countries whose numbers are known without a +: Hong Kong, Macao, Taiwan. */
    private static final Set<String> NEAR_CHINA = Set.of("852", "853", "886");

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d+");
    private static final Pattern SERVICE = Pattern.compile("[48]00\\d+");

    private final Telephones telephones = new Telephones();

    @Override
    public void in(FoldedText text) {
        DigitChain.mark(text, this::withCode);
        DigitChain.mark(text, this::french);
        DigitChain.mark(text, this::chinese);
        DigitChain.mark(text, this::withoutZero);
    }

    private Lead french(DigitChain chain) {
        String digits = chain.digits();
        if (digits.length() != 10 || digits.charAt(0) != '0' || digits.charAt(1) == '0' || !chain.isSteady()) {
            return Lead.NOBODY;
        }
        boolean parted = chain.isParted() && chain.groups().size() < 3;
        boolean dated = chain.first().size() == 2 && chain.hasYear();
        return parted || dated || isList(chain) ? Lead.NOBODY : telephones.french(digits);
    }

    /** Mobile numbers, lines in a town, and service numbers. */
    private Lead chinese(DigitChain chain) {
        String digits = chain.digits();
        int first = chain.first().size();
        boolean mobile = digits.length() == 11 && MOBILE.matcher(digits).matches() && first != 2 && chain.isEven()
                && !DigitChain.isYear(chain.first().digits());
        boolean service = digits.length() == 10 && SERVICE.matcher(digits).matches()
                && (chain.has(3, 3, 4) || chain.has(3, 4, 3));
        boolean town = (digits.length() == 11 || digits.length() == 12) && digits.charAt(0) == '0'
                && (first == 3 || first == 4) && chain.groups().size() <= 3 && !chain.hasYear();
        if (!(mobile || service || town) || !chain.isSteady()) {
            return Lead.NOBODY;
        }
        return mobile ? Lead.PERSON : telephones.lead(digits, Telephones.CHINA);
    }

    /** Numbers with the code of a country, but no + before it. */
    private Lead withCode(DigitChain chain) {
        String digits = chain.digits();
        if (digits.length() < 10 || digits.length() > 13 || !isKnown(chain) || !chain.isSteady()
                || !(chain.isEven() || isFrench(chain))) {
            return Lead.NOBODY;
        }
        return MOBILE.matcher(digits.substring(2)).matches() && digits.length() == 13
                ? Lead.PERSON
                : telephones.lead("+" + digits, Telephones.ANYWHERE);
    }

    private static boolean isKnown(DigitChain chain) {
        String first = chain.first().digits();
        if (NEAR_CHINA.contains(first)) {
            return true;
        }
        boolean apart = first.length() == 2 && chain.groups().size() != 5;
        return (first.startsWith("33") && (apart || chain.isOne() || chain.has(3, 2, 2, 2, 2)))
                || (first.startsWith("86") && (apart || chain.isOne() || chain.has(5, 4, 4)));
    }

    /** French mobile numbers without the 0 before them. */
    private Lead withoutZero(DigitChain chain) {
        String digits = chain.digits();
        boolean mobile = digits.length() == 9 && (digits.charAt(0) == '6' || digits.charAt(0) == '7');
        if (!mobile || chain.isCounted() || !chain.isSteady()) {
            return Lead.NOBODY;
        }
        boolean grouped = chain.isOne() || chain.has(1, 2, 2, 2, 2) || chain.has(3, 2, 2, 2) || chain.has(3, 3, 3);
        return grouped ? telephones.lead(digits, Telephones.FRANCE) : Lead.NOBODY;
    }

    /** 33 6 12 34 56 78, where one digit stands by itself. */
    private static boolean isFrench(DigitChain chain) {
        return chain.has(2, 1, 2, 2, 2, 2) || chain.has(2, 1, 1, 2, 2, 2, 2);
    }

    /** Whether it counts on by one, as a list of months or départements does. */
    private static boolean isList(DigitChain chain) {
        return chain.arePairs() && chain.ascends(1) && (chain.isParted() || chain.isCounted());
    }
}
