package fr.juliu.store.mask;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bank accounts as IBAN, and as a French RIB. */
final class BankAccounts implements Search {

    private static final Pattern IBAN = Pattern
            .compile("(?i)(?<![a-z\\d])[a-z]{2} ?\\d\\d(?:[ ._/-]{0,2}[a-z\\d]){11,30}");
    private static final Pattern RIB = Pattern
            .compile(
                    "(?i)(?<![a-z\\d])\\d{5}[ ._/-]{1,2}\\d{5}[ ._/-]{1,2}[a-z\\d]{11}(?:[ ._/-]{1,2}\\d\\d)?(?![a-z\\d])");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int SHORTEST = 15;
    private static final int LEAST_DIGITS = 10;

    /** How long an IBAN is, by country; others are told by their check digits alone. */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(Map.entry("FR", 27), Map.entry("MC", 27),
            Map.entry("DE", 22), Map.entry("BE", 16), Map.entry("ES", 24), Map.entry("IT", 27), Map.entry("GB", 22),
            Map.entry("LU", 20), Map.entry("CH", 21), Map.entry("NL", 18), Map.entry("PT", 25), Map.entry("IE", 22),
            Map.entry("LT", 20), Map.entry("AT", 20), Map.entry("PL", 28));

    @Override
    public void in(FoldedText text) {
        Matcher iban = IBAN.matcher(text);
        for (int at = 0; iban.find(at);) {
            int end = end(text, iban.start(), iban.end());
            text.mark(iban.start(), end, Lead.PERSON);
            at = Math.max(end, iban.start() + 1);
        }
        Matcher rib = RIB.matcher(text);
        while (rib.find()) {
            text.mark(rib.start(), rib.end(), Lead.PERSON);
        }
    }

    /** Where the account ends that begins there; where it begins, if there is none. */
    private static int end(FoldedText text, int start, int most) {
        String written = text.subSequence(start, most).toString().toUpperCase(Locale.ROOT);
        Integer length = LENGTHS.get(written.substring(0, 2));
        StringBuilder plain = new StringBuilder();
        int end = start;
        for (int i = 0; i < written.length(); i++) {
            if (!Character.isLetterOrDigit(written.charAt(i))) {
                continue;
            }
            plain.append(written.charAt(i));
            int after = start + i + 1;
            boolean complete = !text.isDigit(after) && !text.isLetter(after);
            if (isAccount(plain, length, complete)) {
                end = after;
            }
        }
        return end;
    }

    private static boolean isAccount(CharSequence plain, @Nullable Integer length, boolean complete) {
        if (plain.length() < SHORTEST || !isMostlyDigits(plain)) {
            return false;
        }
        boolean fits = length != null && plain.length() == length;
        return complete ? fits || isChecked(plain) : fits && isChecked(plain);
    }

    private static boolean isMostlyDigits(CharSequence account) {
        return account.chars().filter(Character::isDigit).count() >= LEAST_DIGITS;
    }

    /** Whether its check digits are right: the rest modulo 97 of its figures, the first four moved behind, is one. */
    private static boolean isChecked(CharSequence account) {
        StringBuilder figures = new StringBuilder();
        for (int i = 0; i < account.length(); i++) {
            figures.append(Character.digit(account.charAt((i + 4) % account.length()), 36));
        }
        return new BigInteger(figures.toString()).mod(MODULUS).intValue() == 1;
    }
}
