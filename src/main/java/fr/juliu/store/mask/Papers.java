package fr.juliu.store.mask;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Papers told by the form of their number: passports, residence cards, identity cards, visas. */
final class Papers implements Search {

    /** Chinese passports, those of Hong Kong and Macao included, French ones, visas, and Chinese identity cards. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?i)(?<![a-z\\d])(?:[egdsphkm][ ._-]?\\d(?:[ ._-]?\\d){7}"
                    + "|[edspg][a-z][ ._-]?\\d(?:[ ._-]?\\d){6})(?![a-z\\d])"),
            Pattern.compile("(?<![A-Za-z\\d])\\d\\d(?:[ ._-]?[A-Z]{2}[ ._-]?|[a-z]{2})\\d{5}(?![A-Za-z\\d])"),
            Pattern.compile("(?i)(?<![a-z\\d])fra[ ._-]?\\d(?:[ ._-]?\\d){8}(?![a-z\\d])"),
            Pattern.compile("(?i)(?<!\\d)[1-9]\\d{5}[ ._-]?(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])[ ._-]?"
                    + "\\d{3}[\\dx](?![a-z\\d])"),
            Pattern.compile("(?i)(?<![a-z\\d])[a-z]{1,2}\\d{6} ?\\([\\da]\\)"));

    private static final Pattern MIXED = Pattern
            .compile("(?<![A-Za-z\\d])(?=[A-Za-z]*+\\d)(?=\\d*+[A-Za-z])[A-Za-z\\d]{8,18}+"
                    + "(?![A-Za-z\\d])");
    private static final Pattern DATED = Pattern
            .compile("(?i)[a-z]+(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])");
    private static final Pattern WORD = Pattern.compile("(?!fra)[a-z]{3,}+\\d+|(?i:n[or]|id|qq|[vw]x|tel)\\d+");
    private static final Pattern MEASURES = Pattern
            .compile("(?i)(?:\\d{1,5}(?:h|mn|mi?n|j|e|k|an|ans|mois|jours|eur|euros?|a))+\\d*"
                    + "|(?:[abc][12])+[abc]?");
    private static final Pattern RUN = Pattern.compile("\\d+|[A-Za-z]+");

    @Override
    public void in(FoldedText text) {
        for (Pattern form : FORMS) {
            mark(text, form.matcher(text));
        }
        Matcher mixed = MIXED.matcher(text);
        while (mixed.find()) {
            if (isPaper(mixed.group())) {
                text.mark(mixed.start(), mixed.end(), Lead.PERSON);
            }
        }
    }

    private static void mark(FoldedText text, Matcher found) {
        while (found.find()) {
            text.mark(found.start(), found.end(), Lead.PERSON);
        }
    }

    /** Whether letters and digits in one are rather a date, measures, levels of a language, or a word with a number. */
    static boolean isCommon(String token) {
        return DATED.matcher(token).matches() || WORD.matcher(token).matches() || MEASURES.matcher(token).matches();
    }

    /** Whether letters and digits in one are such as papers bear: many digits, or nine signs of both kinds in turns. */
    private static boolean isPaper(String token) {
        long digits = token.chars().filter(Character::isDigit).count();
        long letters = token.length() - digits;
        boolean card = token.length() == 9 && digits >= 4 && RUN.matcher(token).results().count() >= 3;
        return !isCommon(token) && (card || (digits >= 7 && letters <= 4) || (digits >= 9 && letters <= 6));
    }
}
