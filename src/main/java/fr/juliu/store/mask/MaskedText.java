package fr.juliu.store.mask;

import java.util.List;

/**
 * A text in which the numbers and addresses that lead to a person are found: first those that prove themselves by check
 * digits, then what is public by its form, then papers and telephones, then what a word before it gives away, and last what
 * is merely long.
 */
public final class MaskedText {

    /** What stands in place of what is masked. */
    public static final String MASK = "〔号码〕";

    private static final List<Search> SEARCHES = List.of(new MailAddresses(), new BankAccounts(), new CheckedNumbers(),
            Kept.byForm(), new Links(), new Papers(), new InternationalTelephones(), new GroupedTelephones(),
            new Handles(), new NamedNumbers(), Kept.byCompany(), new LooseNumbers());

    /** What finds how a person is reached, who may want that. */
    private static final List<Class<? extends Search>> CONTACTS = List.of(MailAddresses.class,
            InternationalTelephones.class, GroupedTelephones.class, Handles.class);

    /** What finds something also in a text that has no digit; in one that has no letter either, nothing does. */
    private static final List<Search> WITHOUT_DIGITS = List.of(new MailAddresses(), new Handles());

    private final FoldedText text;

    private MaskedText(FoldedText text) {
        this.text = text;
    }

    public static MaskedText of(String text) {
        return new MaskedText(search(new FoldedText(text)));
    }

    /** A text without papers, files and accounts, but with what its writer tells on purpose: how somebody is reached. */
    public static String withContacts(String text) {
        FoldedText folded = new FoldedText(text);
        for (Search search : searches(folded)) {
            if (CONTACTS.contains(search.getClass())) {
                folded.open(search);
            } else {
                search.in(folded);
            }
        }
        return folded.masked(true);
    }

    /** The text without all of them. */
    public String withoutAny() {
        return text.masked(true);
    }

    /** The text without those of persons, but with the telephones and e-mail addresses that may be an office's. */
    public String withoutPersons() {
        return text.masked(false);
    }

    static FoldedText search(FoldedText text) {
        searches(text).forEach(search -> search.in(text));
        return text;
    }

    private static List<Search> searches(FoldedText text) {
        return text.hasDigits() ? SEARCHES : text.hasLetters() ? WITHOUT_DIGITS : List.of();
    }
}
