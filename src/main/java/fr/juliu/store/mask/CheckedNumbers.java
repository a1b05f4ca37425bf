package fr.juliu.store.mask;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with check digits: of social security, of bank cards; and those of books, which lead to nobody. */
final class CheckedNumbers implements Search {

    /** Sex, year, month, département, commune, order, key, with or without gaps. */
    private static final Pattern SECURITY = Pattern
            .compile(("(?i)(?<![\\da-z])[12378]_\\d\\d_(?:0[1-9]|1[0-2]|[2-9]\\d)"
                    + "_(?:\\d\\d|2[ab])_\\d{3}_\\d{3}(?:_(?:\\d\\d|\\(\\d\\d\\)))?(?!\\d)")
                    .replace("_", "[ ._/-]{0,3}"));
    private static final Pattern ISLAND = Pattern.compile("(?i)2[ab]");
    private static final String SEXES = "12378";
    private static final Pattern BOOK = Pattern.compile("97[89]");
    private static final Pattern GAP = Pattern.compile("[ ._/-]+");
    private static final int LEAST_GAPS = 3;
    private static final int KEYED_DIGITS = 15;
    private static final Pattern WHOLE = Pattern.compile("\\d{13}|(?!(?:19|20)\\d\\d\\D)\\d{3,7}\\D");
    private static final BigInteger KEY = BigInteger.valueOf(97);

    private final Telephones telephones = new Telephones();

    @Override
    public void in(FoldedText text) {
        Matcher security = SECURITY.matcher(text);
        while (security.find()) {
            if (isSecurity(security.group())) {
                text.mark(security.start(), security.end(), Lead.PERSON);
            }
        }
        DigitChain.mark(text, this::lead);
    }

    /** Whether it is grouped as on the card of the insured, or of Corsica, or has a key that follows or is right. */
    private static boolean isSecurity(String written) {
        String digits = written.replaceAll("\\D", "");
        boolean keyed = digits.length() == KEYED_DIGITS && (WHOLE.matcher(written).lookingAt() || isKeyed(digits));
        return keyed || GAP.split(written).length > LEAST_GAPS || ISLAND.matcher(written).find();
    }

    private Lead lead(DigitChain chain) {
        if (chain.isParted() || chain.text().isLetter(chain.first().start() - 1)) {
            return Lead.NOBODY;
        }
        String digits = chain.digits();
        char first = digits.charAt(0);
        if (digits.length() == 13 && first == '9' && BOOK.matcher(digits).lookingAt() && isBook(digits)) {
            return Lead.PUBLIC;
        }
        boolean security = digits.length() == KEYED_DIGITS && SEXES.indexOf(first) >= 0 && isKeyed(digits);
        boolean grouped = chain.groups().size() >= 4 && chain.isUniform() && !chain.ascends(0);
        boolean card = digits.length() >= 13 && digits.length() <= 19 && first >= '2' && first <= '6' && isCard(chain)
                && !isList(chain) && (grouped || isLuhn(digits));
        return security || card ? Lead.PERSON : Lead.NOBODY;
    }

    private boolean isList(DigitChain chain) {
        return chain.areYears() || chain.areRound()
                || chain.groups().stream().map(DigitGroup::digits).allMatch(telephones::isShort);
    }

    /** Whether the groups are such as stand on cards. */
    private static boolean isCard(DigitChain chain) {
        return chain.isOne() || chain.has(4, 4, 4, 4) || chain.has(4, 6, 5) || chain.has(4, 6, 4) || chain.has(8, 8)
                || chain.has(4, 4, 4, 4, 1) || chain.has(4, 4, 4, 4, 2) || chain.has(4, 4, 4, 4, 3) || chain.has(6, 13);
    }

    /** Whether the last two of fifteen digits are the key of those before. */
    private static boolean isKeyed(String digits) {
        if (digits.length() != KEYED_DIGITS) {
            return false;
        }
        BigInteger number = new BigInteger(digits.substring(0, 13));
        return KEY.subtract(number.mod(KEY)).intValue() == Integer.parseInt(digits.substring(13));
    }

    private static boolean isBook(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }
        return sum % 10 == 0;
    }
}
