package fr.juliu.store;

import fr.juliu.store.mask.MaskedText;
import fr.juliu.store.mask.VisibleText;
import java.util.function.UnaryOperator;

/** Takes what leads to a person out of a text: papers, telephones, accounts, files, addresses of mail and messengers. */
public final class PrivateNumbers {

    /** What stands in place of a number. */
    public static final String MASK = MaskedText.MASK;

    /** A text without any such number, and without what nobody sees in it. */
    public String mask(String text) {
        return again(text, masked -> MaskedText.of(masked).withoutAny());
    }

    /** A text without such numbers, but with the telephone numbers of offices and help lines, and with e-mail addresses. */
    public String maskPapers(String text) {
        return again(text, masked -> MaskedText.of(masked).withoutPersons());
    }

    /**
     * A text without papers, files and accounts, but with telephones and addresses of mail and messengers: what its writer
     * publishes on purpose.
     */
    public String maskPublished(String text) {
        return again(text, MaskedText::withContacts);
    }

    /** Masks twice what the first time changed, so that a masked text stays as it is. */
    private static String again(String text, UnaryOperator<String> mask) {
        String seen = VisibleText.of(text);
        String once = mask.apply(seen);
        return once.equals(seen) ? seen : mask.apply(once);
    }
}
